"""What the tests of bulk share."""

import json
from pathlib import Path
from typing import Any

from aigpt import AsyncIGPT
from aigpt.bulk import BulkResult, run_file
from aigpt.testing import Call


def echo(call: Call) -> dict[str, Any]:
    """Answer a question by itself, for three tokens."""
    return {"output": call.json.get("input", call.json.get("query")), "usage": {"total_tokens": 3}}


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of an output, each of which must be one line of ASCII."""
    text = path.read_bytes().decode("ascii")
    assert text == "" or text.endswith("\n")
    return [json.loads(line) for line in text.splitlines()]


class Bulk:
    """`run_file` with one client, in one directory."""

    def __init__(self, igpt: AsyncIGPT, place: Path) -> None:
        self.igpt = igpt
        self.place = place
        self.target = place / "answers.jsonl"

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.place / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    async def __call__(
        self, content: str | bytes, name: str = "in.jsonl", method: Any = "ask", **options: Any
    ) -> BulkResult:
        return await run_file(self.igpt, method, self.write(name, content), self.target, **options)

    @property
    def rows(self) -> list[dict[str, Any]]:
        return read_rows(self.target)
