"""The objects of ``/v1/responses``: a response, and the items of its output."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias
from uuid import uuid4

from aigpt.local.openai_api.asking import Result
from aigpt.local.openai_api.citations import SourceFiles
from aigpt.local.openai_api.fields import Json
from aigpt.local.openai_api.search_results import result_of

__all__ = ["ResponseState", "Status", "message_item", "new_id", "reasoning_item", "search_item", "text_part"]

Status: TypeAlias = Literal["in_progress", "completed", "incomplete", "failed"]


def new_id(prefix: str) -> str:
    """Return an id that nothing else has."""
    return f"{prefix}_{uuid4().hex}"


def reasoning_item(name: str, text: str | None) -> Json:
    """Return what is done next, in words; None while it is not said yet."""
    summary = [] if text is None else [{"type": "summary_text", "text": text}]
    return {"id": name, "type": "reasoning", "summary": summary}


def search_item(
    name: str, query: str, files: SourceFiles, found: Sequence[Result] | None = None, *, ended: bool
) -> Json:
    """Return a search. *found*: the results that it tells; None to tell none."""
    item: Json = {
        "id": name,
        "type": "file_search_call",
        "status": "completed" if ended else "in_progress",
        "queries": [query],
        "results": None,
    }
    if found is not None:
        item["results"] = [{**result_of(one, files), "text": one["content"]} for one in found]
    return item


def message_item(name: str, text: str | None, annotations: Sequence[Json] = (), status: Status = "in_progress") -> Json:
    """Return the answer; *text* is None while it is written."""
    content = [] if text is None else [text_part(text, annotations)]
    return {"id": name, "type": "message", "status": status, "role": "assistant", "content": content}


def text_part(text: str, annotations: Sequence[Json] = ()) -> Json:
    """Return the content of a message."""
    return {"type": "output_text", "text": text, "annotations": list(annotations), "logprobs": []}


@dataclass(slots=True)
class ResponseState:
    """A response while it is made. *echoed*: the parameters of the request that it repeats."""

    model: str
    echoed: Mapping[str, Any]
    id: str = field(default_factory=lambda: new_id("resp"))
    created: int = field(default_factory=lambda: int(time.time()))
    output: list[Json] = field(default_factory=list[Json])
    usage: Mapping[str, int] | None = None

    def to_json(self, status: Status, error: Json | None = None) -> Json:
        """Return it as an object of the API."""
        return {
            "id": self.id,
            "object": "response",
            "created_at": self.created,
            "status": status,
            "background": False,
            "error": error,
            "incomplete_details": {"reason": "max_output_tokens"} if status == "incomplete" else None,
            "model": self.model,
            "output": list(self.output),
            "usage": None if self.usage is None else _usage(self.usage),
            **({"completed_at": int(time.time())} if status == "completed" else {}),
            **self.echoed,
        }


def _usage(usage: Mapping[str, int]) -> Json:
    return {
        **usage,
        "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
        "output_tokens_details": {"reasoning_tokens": 0},
    }
