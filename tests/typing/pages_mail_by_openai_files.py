"""A program of a page, word by word. Never run here: mypy and pyright read it."""

from aigpt.openai import OpenAI  # openai's own client takes the same calls

with OpenAI(base_url="http://127.0.0.1:8787/v1", api_key="any") as client:
    file = client.files.create(file=("dive.txt", b"The dive at Skerry Point is on 3 May.\n"), purpose="user_data")
    store = client.vector_stores.create(name="dives", file_ids=[file.id])
    response = client.responses.create(
        model="igpt-run",
        input="When is the dive at Skerry Point?",
        tools=[{"type": "file_search", "vector_store_ids": [store.id]}],
        include=["file_search_call.results"],  # with the text and the score of what was found
    )
    print(response.output_text)
    completion = client.chat.completions.create(
        model="igpt-run",
        messages=[
            {
                "role": "user",
                "content": [
                    {"type": "text", "text": "When is the dive at Skerry Point?"},
                    {"type": "file", "file": {"file_id": file.id}},
                ],
            }
        ],
    )
    print("3 May" in (completion.choices[0].message.content or ""))
    client.vector_stores.delete(store.id)
    client.files.delete(file.id)
