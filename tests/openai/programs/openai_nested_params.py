from aigpt.openai import OpenAI

client = OpenAI()

response = client.responses.create(
    input=[
        {
            "role": "user",
            "content": "How many otters sleep in a raft?",
        }
    ],
    model="gpt-4o",
    text={"format": {"type": "json_object"}},
)
print(response.output_text)

completion = client.chat.completions.create(
    messages=[
        {
            "role": "user",
            "content": "How many otters sleep in a raft? Answer in JSON.",
        }
    ],
    model="gpt-4o",
    response_format={"type": "json_object"},
)
print(completion.choices[0].message.content)
