from aigpt.openai import OpenAI

client = OpenAI()

completion = client.chat.completions.create(
    model="gpt-4o",
    messages=[{"role": "user", "content": "What do otters eat?"}],
    extra_headers={"x-mood": "curious"},
    extra_query={"mood": "curious"},
    extra_body={"mood": "curious"},
)
print(completion.choices[0].message.content)
