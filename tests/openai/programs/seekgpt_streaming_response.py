from aigpt.openai import SeekGPT

client = SeekGPT()

with client.chat.completions.with_streaming_response.create(
    messages=[
        {
            "role": "user",
            "content": "What do otters eat?",
        }
    ],
    model="gpt-4o",
) as response:
    print(response.headers.get("Content-Type"))

    for line in response.iter_lines():
        print(line)
