from pathlib import Path

from aigpt.openai import OpenAI

client = OpenAI()

by_path = client.files.create(
    file=Path("input.jsonl"),
    purpose="fine-tune",
)
by_bytes = client.files.create(
    file=Path("input.jsonl").read_bytes(),
    purpose="fine-tune",
)
by_tuple = client.files.create(
    file=("otters.jsonl", Path("input.jsonl").read_bytes(), "application/jsonl"),
    purpose="fine-tune",
)
with open("input.jsonl", "rb") as opened:
    by_handle = client.files.create(file=opened, purpose="fine-tune")
for uploaded in (by_path, by_bytes, by_tuple, by_handle):
    print(uploaded.filename, uploaded.bytes, uploaded.purpose)

print(client.files.retrieve(by_path.id).id == by_path.id)
print(client.files.content(by_path.id).text == Path("input.jsonl").read_text())
print(client.files.delete(by_path.id).deleted)
