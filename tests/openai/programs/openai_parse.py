from pydantic import BaseModel

from aigpt.openai import OpenAI, pydantic_function_tool


class Animal(BaseModel):
    name: str
    habits: list[str]


class GetWeather(BaseModel):
    place: str


client = OpenAI()

completion = client.chat.completions.parse(
    model="gpt-4o-object",
    messages=[{"role": "user", "content": "How do otters sleep?"}],
    response_format=Animal,
)
animal = completion.choices[0].message.parsed
if animal:
    print(animal.name, animal.habits)

response = client.responses.parse(model="gpt-4o-object", input="How do otters sleep?", text_format=Animal)
print(response.output_parsed)

completion = client.chat.completions.parse(
    model="gpt-4o-tools",
    messages=[{"role": "user", "content": "Do the otters of Bergen need umbrellas?"}],
    tools=[pydantic_function_tool(GetWeather, name="get_weather")],
)
for call in completion.choices[0].message.tool_calls or []:
    print(call.function.name, repr(call.function.parsed_arguments))
