"""What the server answers: the same, in the form of iGPT's API and in that of OpenAI's."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

ANSWER = "The launch moved to the 14th of May."
EVENTS = 20_000
CHUNK = 1 << 14

JSON_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Request-Id: req_1\r\nContent-Length: %d\r\n\r\n"
STREAM_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
LAST_CHUNK = b"0\r\n\r\n"
USAGE = {"input_tokens": 12, "output_tokens": 9, "total_tokens": 21}


def run_event(seq: int, kind: str, **fields: Any) -> bytes:
    """Return one event of a run, as it goes over the wire."""
    return _event({"type": kind, "seq": seq, **fields})


def chat_event(content: str) -> bytes:
    """Return one event of a chat completion, as it goes over the wire."""
    choice = {"index": 0, "delta": {"content": content}, "finish_reason": None}
    return _event({"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]})


def _event(value: Any) -> bytes:
    return b"data: " + json.dumps(value, separators=(",", ":")).encode() + b"\n\n"


def json_reply(value: Any) -> bytes:
    """Return *value* as a whole answer."""
    body = json.dumps(value).encode()
    return JSON_HEAD % len(body) + body


def _chunks(pieces: Iterable[bytes]) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces)


def _evenly(data: bytes) -> list[bytes]:
    return [data[start : start + CHUNK] for start in range(0, len(data), CHUNK)]


@dataclass(frozen=True, slots=True)
class Form:
    """All that is sent to the clients of one API: iGPT's, or OpenAI's."""

    reply: bytes
    events: bytes
    singly: bytes
    first_event: Callable[[int], bytes]
    """Makes the first event of a stream, which holds a time in nanoseconds."""
    end: bytes

    def first(self) -> bytes:
        """Return a stream's head and its first event, with the time that it is now."""
        return STREAM_HEAD + _chunks([self.first_event(time.monotonic_ns())])


def _form(reply: Any, events: list[bytes], first_event: Callable[[int], bytes]) -> Form:
    return Form(
        reply=json_reply(reply),
        events=STREAM_HEAD + _chunks(_evenly(b"".join(events))) + LAST_CHUNK,
        singly=STREAM_HEAD + _chunks(events) + LAST_CHUNK,
        first_event=first_event,
        end=_chunks(events[-1:]) + LAST_CHUNK,
    )


def run_form() -> Form:
    """Return what ``recall/run`` answers: EVENTS events in all, the last of them ``run.done``."""
    done = {"id": "run_1", "output": ANSWER, "usage": USAGE, "metadata": {"sources": []}}
    deltas = [run_event(seq, "run.output_text.delta", delta=f"word {seq} ") for seq in range(1, EVENTS - 1)]
    events = [run_event(0, "run.start", id="run_1"), *deltas, run_event(EVENTS - 1, "run.done", **done)]
    return _form(done, events, lambda now: run_event(0, "run.start", sent=now))


def chat_form() -> Form:
    """Return what ``chat/completions`` answers: EVENTS events, then ``[DONE]``. The first event's text is the time."""
    choice = {"index": 0, "message": {"role": "assistant", "content": ANSWER}, "finish_reason": "stop"}
    reply = {"id": "c1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": USAGE}
    events = [chat_event(f"word {number} ") for number in range(EVENTS)]
    return _form(reply, [*events, b"data: [DONE]\n\n"], lambda now: chat_event(str(now)))
