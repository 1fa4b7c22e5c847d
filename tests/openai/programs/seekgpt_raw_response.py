from aigpt.openai import SeekGPT

client = SeekGPT()
response = client.chat.completions.with_raw_response.create(
    messages=[
        {
            "role": "user",
            "content": "What do otters eat?",
        }
    ],
    model="gpt-4o",
)
print(response.headers.get("Content-Type"))

completion = response.parse()  # what `chat.completions.create()` would have returned
print(completion.choices[0].message.content)
