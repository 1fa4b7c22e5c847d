"""What the server answers in the form of iGPT's API, and how any answer is framed. Those of OpenAI's are elsewhere."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

ANSWER = "The launch moved to the 14th of May."
EVENTS = 10_000
CHUNK = 1 << 14

JSON_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Request-Id: req_1\r\nContent-Length: %d\r\n\r\n"
STREAM_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
LAST_CHUNK = b"0\r\n\r\n"
USAGE = {"input_tokens": 12, "output_tokens": 9, "total_tokens": 21}


@dataclass(frozen=True, slots=True)
class Form:
    """All that one route answers: a whole answer, and a stream."""

    reply: bytes
    events: bytes = b""
    singly: bytes = b""
    """The stream with each event in an HTTP chunk of its own."""
    end: bytes = b""
    """The last event of the stream."""


def event(value: Any, name: str | None = None) -> bytes:
    """Return one event of a stream, as it goes over the wire; with a line for its *name*, if it has one."""
    head = b"" if name is None else b"event: %b\n" % name.encode()
    return head + b"data: " + json.dumps(value, separators=(",", ":")).encode() + b"\n\n"


def json_reply(value: Any) -> bytes:
    """Return *value* as a whole answer."""
    body = json.dumps(value).encode()
    return JSON_HEAD % len(body) + body


def stream_form(reply: Any, events: list[bytes]) -> Form:
    """Return the form of a route that answers *reply*, or streams *events*."""
    return Form(
        reply=json_reply(reply),
        events=STREAM_HEAD + _chunks(_evenly(b"".join(events))) + LAST_CHUNK,
        singly=STREAM_HEAD + _chunks(events) + LAST_CHUNK,
        end=_chunks(events[-1:]) + LAST_CHUNK,
    )


def run_form() -> Form:
    """Return what ``recall/run`` answers: EVENTS events in all, the last of them ``run.done``."""
    done = {"id": "run_1", "output": ANSWER, "usage": USAGE, "metadata": {"sources": []}}
    deltas = [_run_event(seq, "run.output_text.delta", delta=f"word {seq} ") for seq in range(1, EVENTS - 1)]
    events = [_run_event(0, "run.start", id="run_1"), *deltas, _run_event(EVENTS - 1, "run.done", **done)]
    return stream_form(done, events)


def first_of_run() -> bytes:
    """Return a stream's head and its first event, which holds the time that it is now."""
    return STREAM_HEAD + _chunks([_run_event(0, "run.start", sent=time.monotonic_ns())])


def _run_event(seq: int, kind: str, **fields: Any) -> bytes:
    return event({"type": kind, "seq": seq, **fields})


def _chunks(pieces: Iterable[bytes]) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces)


def _evenly(data: bytes) -> list[bytes]:
    return [data[start : start + CHUNK] for start in range(0, len(data), CHUNK)]
