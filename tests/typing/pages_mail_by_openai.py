"""A program of a page, word by word. Never run here: mypy and pyright read it."""

from aigpt.openai import OpenAI

with OpenAI(base_url="http://127.0.0.1:8787/v1", api_key="any") as client:
    completion = client.chat.completions.create(
        model="igpt-run", messages=[{"role": "user", "content": "What is the marketing budget?"}]
    )
    message = completion.choices[0].message
    print(message.content)
    for annotation in message.annotations or []:
        print("from:", annotation.url_citation.title)
