"""A program of a page, word by word. Never run here: mypy and pyright read it."""

from aigpt.openai import OpenAI

with OpenAI(base_url="http://127.0.0.1:8787/v1", api_key="any") as client:
    store = client.vector_stores.create(name="dives by year")
    for year, text in ((2023, b"The dive is at Skerry Point.\n"), (2024, b"The dive is at Gull Rock.\n")):
        file = client.files.create(file=(f"dive-{year}.txt", text), purpose="user_data")
        client.vector_stores.files.create_and_poll(file.id, vector_store_id=store.id, attributes={"year": year})
    found = client.vector_stores.search(
        store.id, query="Where is the dive?", filters={"type": "gte", "key": "year", "value": 2024}
    )
    for result in found:
        print(result.filename, result.attributes)
    for attached in client.vector_stores.files.list(store.id):
        client.files.delete(attached.id)
    client.vector_stores.delete(store.id)
