"""A program of a page, word by word. Never run here: mypy and pyright read it."""

from aigpt.openai import OpenAI

with OpenAI() as client:
    completion = client.chat.completions.create(
        model="gpt-4o", messages=[{"role": "user", "content": "How do otters sleep?"}]
    )
    print(completion.choices[0].message.content)
