from aigpt.openai import OpenAI

client = OpenAI()

stream = client.responses.create(
    model="gpt-4o",
    input="What do otters do at night?",
    stream=True,
)

for event in stream:
    print(event.type)
    if event.type == "response.completed":
        print(event.response.output_text)
