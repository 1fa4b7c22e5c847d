"""A program of a page, word by word. Never run here: mypy and pyright read it."""

from pathlib import Path

from aigpt.openai import OpenAI


def upload(path: Path) -> str:
    """Upload a file of any size to be a batch's input, within ten minutes; return its id."""
    with OpenAI() as client:
        upload = client.uploads.upload_file_chunked(
            file=path,
            mime_type="application/jsonl",
            purpose="batch",
            deadline=600,
            on_progress=lambda sent, total: print(f"{sent / total:.0%}"),
        )
    assert upload.file is not None
    return upload.file.id


path = Path("requests.jsonl")
path.write_text('{"custom_id": "1", "method": "POST", "url": "/v1/chat/completions", "body": {}}\n')
print(upload(path))
