from aigpt.openai import SeekGPT

client = SeekGPT()

response = client.chat.responses.create(
    input=[
        {
            "role": "user",
            "content": "How many otters sleep in a raft?",
        }
    ],
    model="gpt-4o",
    response_format={"type": "json_object"},
)
print(response.output_text)
