from aigpt.openai import SeekGPT

# The default is 2:
client = SeekGPT(
    max_retries=0,
)

# Or for one request:
completion = client.with_options(max_retries=5).chat.completions.create(
    messages=[
        {
            "role": "user",
            "content": "What do otters eat?",
        }
    ],
    model="gpt-4o",
)
print(completion.choices[0].message.content)
