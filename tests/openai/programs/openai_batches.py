import time
from pathlib import Path

from aigpt.openai import OpenAI

client = OpenAI()

uploaded = client.files.create(file=Path("requests.jsonl"), purpose="batch")
batch = client.batches.create(
    input_file_id=uploaded.id, endpoint="/v1/chat/completions", completion_window="24h", metadata={"kind": "otters"}
)
while batch.status in {"validating", "in_progress", "finalizing"}:
    time.sleep(0.05)
    batch = client.batches.retrieve(batch.id)
print(batch.status, batch.request_counts.completed if batch.request_counts else None)
if batch.output_file_id is not None:
    print(len(client.files.content(batch.output_file_id).text.splitlines()))
print(batch.id in [one.id for one in client.batches.list(limit=10)])
