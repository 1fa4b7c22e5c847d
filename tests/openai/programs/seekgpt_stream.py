from aigpt.openai import SeekGPT

client = SeekGPT()

stream = client.responses.create(
    model="gpt-4o",
    input="What do otters do at night?",
    stream=True,
)

for event in stream:
    print(event)
