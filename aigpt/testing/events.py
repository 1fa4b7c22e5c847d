"""The events of a complete `run` stream, for tests that need only its text."""

from __future__ import annotations

from typing import Any


def run_events(*deltas: str, **done: Any) -> list[dict[str, Any]]:
    """Return the events of a `recall/run` stream with the text of *deltas*, from `run.start` to `run.done`.

    There may be one delta or many. *done* replaces or adds fields of the last event, such as
    `output`, `usage` or `metadata`.
    """
    text = "".join(deltas)
    message = {"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": text}]}
    finish: dict[str, Any] = {
        "id": "run_test",
        "timestampStart": _START,
        "timestamp": _START + 1000,
        "duration": 1000,
        "output": text,
        "usage": {"input_tokens": 1, "output_tokens": len(deltas), "total_tokens": 1 + len(deltas)},
        "metadata": {"sources": []},
    }
    events: list[dict[str, Any]] = [
        {"type": "run.start", "id": "run_test", "timestamp": _START, "output_format": "text"},
        {"type": "run.turn.start", "turn": 1},
        {"type": "run.output_item.start", "item": {"type": "message"}},
        *({"type": "run.output_text.delta", "delta": delta} for delta in deltas),
        {"type": "run.output_item.done", "item": message},
        {"type": "run.turn.done", "turn": 1},
        {"type": "run.done", **finish, **done},
    ]
    return [{**event, "seq": seq} for seq, event in enumerate(events)]


_START = 1_767_225_600_000  # the first moment of 2026, in Unix ms
