import json

from aigpt.openai import OpenAI
from aigpt.openai.types.chat import ChatCompletionMessageParam, ChatCompletionToolParam

client = OpenAI()

tools: list[ChatCompletionToolParam] = [
    {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "The weather at a place",
            "parameters": {
                "type": "object",
                "properties": {"place": {"type": "string"}},
                "required": ["place"],
                "additionalProperties": False,
            },
        },
    }
]
messages: list[ChatCompletionMessageParam] = [{"role": "user", "content": "Do the otters of Bergen need umbrellas?"}]

completion = client.chat.completions.create(model="gpt-4o-tools", messages=messages, tools=tools)
message = completion.choices[0].message
print(completion.choices[0].finish_reason)

messages.append(message)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
for call in message.tool_calls or []:
    if call.type == "function":
        print(call.function.name, json.loads(call.function.arguments))
        messages.append({"role": "tool", "tool_call_id": call.id, "content": "rain"})

completion = client.chat.completions.create(model="gpt-4o", messages=messages, tools=tools)
print(completion.choices[0].message.content)
