from pathlib import Path

from aigpt.openai import SeekGPT

client = SeekGPT()

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
for uploaded in (by_path, by_bytes, by_tuple):
    print(uploaded.filename, uploaded.bytes, uploaded.purpose)
