from aigpt.openai import OpenAI

client = OpenAI()

completion = client.chat.completions.create(
    model="gpt-4o",
    messages=[
        {"role": "developer", "content": "Answer like a friendly zoo keeper."},
        {
            "role": "user",
            "content": "What do otters do at night?",
        },
    ],
)

print(completion.choices[0].message.content)
