"""HTTP responses as the server sends them: a status line, headers, and a body in one of three framings."""

from __future__ import annotations

import json
import zlib
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, Literal, TypeAlias, cast

from aigpt.testing.faults import ENDINGS, Ending, Then, truncate
from aigpt.testing.requests import Call
from aigpt.testing.steps import Gate, Pause, Piece

Framing: TypeAlias = Literal["chunked", "length", "close"]
Encoding: TypeAlias = Literal["gzip", "deflate"]
HeaderItems: TypeAlias = Mapping[str, str] | Iterable[tuple[str, str]]
Step: TypeAlias = Piece | Ending
Response: TypeAlias = bytes | Iterable[Step] | AsyncGenerator[Step]
"""What the server sends: bytes at once, or steps one after the other."""
Responder: TypeAlias = Callable[[Call], Response]
RawStep: TypeAlias = Step | float
StepFunction: TypeAlias = Callable[[Call], RawStep | Iterable[RawStep]]

_THEN = {"end", "truncate", "cut", *ENDINGS}
_FRAMINGS = {"chunked", "length", "close"}
_WINDOW_BITS = {"gzip": 31, "deflate": 15}  # by which zlib knows these two formats


def encode_json(value: object) -> bytes:
    """Return a JSON value as UTF-8; a lone surrogate, which UTF-8 cannot encode, is escaped."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")


def encode_head(status: int, headers: HeaderItems | None, defaults: dict[str, str]) -> bytes:
    """Return the status line and the headers; *defaults* are sent unless *headers* name them too."""
    items = list(cast("Mapping[str, str]", headers).items() if isinstance(headers, Mapping) else headers or ())
    given = {name.lower() for name, _ in items}
    items += [item for item in defaults.items() if item[0].lower() not in given]
    lines = [f"HTTP/1.1 {status} {_phrase(status)}", *(f"{name}: {value}" for name, value in items)]
    return "\r\n".join([*lines, "", ""]).encode("utf-8", "surrogateescape")


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:  # a status that HTTP does not define is a fault worth testing
        return "Unknown"


def _encode_event(item: object) -> Piece:
    """Return one item of a stream as it is sent: text, a pause, a gate, or a JSON event."""
    if isinstance(item, bytes | Pause | Gate):
        return item
    if isinstance(item, str):
        return item.encode()
    return b"data: " + encode_json(item) + b"\n\n"


def _compress(pieces: Iterable[Piece], encoding: Encoding, *, finish: bool) -> Iterator[Piece]:
    """Compress the bytes, flushed after each piece; leave out the end of the compressed data unless *finish*."""
    packer = zlib.compressobj(wbits=_WINDOW_BITS[encoding])
    for piece in pieces:
        if isinstance(piece, bytes):
            yield packer.compress(piece) + packer.flush(zlib.Z_SYNC_FLUSH)
        else:
            yield piece
    if finish:
        yield packer.flush()


def _rechunk(pieces: Iterable[Piece], size: int) -> Iterator[Piece]:
    """Cut the bytes into pieces of *size*; the last one before a pause, a gate or the end may be shorter."""
    waiting = bytearray()
    for piece in pieces:
        if isinstance(piece, bytes):
            waiting += piece
            full = len(waiting) - len(waiting) % size
            for start in range(0, full, size):
                yield bytes(waiting[start : start + size])
            del waiting[:full]
            continue
        if waiting:
            yield bytes(waiting)
            waiting.clear()
        yield piece
    if waiting:
        yield bytes(waiting)


@dataclass(frozen=True, kw_only=True)
class ResponseFormat:
    """The status and headers of a response, and how its body is sent."""

    status: int = 200
    headers: HeaderItems | None = None
    framing: Framing = "length"
    encoding: Encoding | None = None
    chunk_size: int | None = None
    then: Then = "end"
    stray: bytes = b""
    after: Gate | Pause | None = None
    defaults: dict[str, str] = field(default_factory=dict[str, str])

    def __post_init__(self) -> None:
        _check_choice("then", self.then, _THEN)
        _check_choice("framing", self.framing, _FRAMINGS)
        if self.encoding is not None:
            _check_choice("encoding", self.encoding, set(_WINDOW_BITS))
        if self.chunk_size is not None and self.chunk_size < 1:
            raise ValueError(f"chunk_size must be 1 or more, not {self.chunk_size!r}")
        if self.then == "cut" and self.encoding is None:
            raise ValueError('then="cut" cuts the compressed data: it needs encoding="gzip" or "deflate"')
        if self.stray and (self.framing == "close" or not self.is_complete):
            raise ValueError("stray needs a connection that stays open after a body with its end")

    @property
    def is_complete(self) -> bool:
        """Whether the body ends as its framing requires."""
        return self.then not in ENDINGS

    def steps(self, items: Iterable[object]) -> Iterator[Step]:
        """Yield the response with *items* as its body, step by step."""
        if self.after is not None:
            yield self.after
        pieces = self._pieces(items)
        if self.framing == "length":
            pieces = list(pieces)
            size = sum(len(piece) for piece in pieces if isinstance(piece, bytes))
            yield self._head({"Content-Length": str(size if self.is_complete else size + 1)})
            if self.stray and pieces and isinstance(pieces[-1], bytes):
                pieces[-1] += self.stray
            elif self.stray:
                pieces.append(self.stray)
        else:
            chunked = self.framing == "chunked"
            yield self._head({"Transfer-Encoding": "chunked"} if chunked else {"Connection": "close"})
        yield from map(self._frame, pieces)
        yield from self._ending()

    def _head(self, framing: dict[str, str]) -> bytes:
        encoding = {"Content-Encoding": self.encoding} if self.encoding else {}
        return encode_head(self.status, self.headers, {**self.defaults, **encoding, **framing})

    def _pieces(self, items: Iterable[object]) -> Iterable[Piece]:
        pieces: Iterable[Piece] = map(_encode_event, items)
        if self.then == "truncate":
            pieces = truncate(pieces)
        if self.encoding is not None:
            pieces = _compress(pieces, self.encoding, finish=self.is_complete and self.then != "cut")
        if self.then == "cut":
            pieces = truncate(pieces, self.then)
        if self.chunk_size is not None:
            pieces = _rechunk(pieces, self.chunk_size)
        return (piece for piece in pieces if piece != b"")  # an empty HTTP chunk would end the body

    def _frame(self, piece: Piece) -> Piece:
        if self.framing == "chunked" and isinstance(piece, bytes):
            return b"%x\r\n%b\r\n" % (len(piece), piece)
        return piece

    def _ending(self) -> Iterator[Step]:
        if self.then in ENDINGS:
            yield ENDINGS[self.then]
        elif self.framing == "chunked":
            yield b"0\r\n\r\n" + self.stray
        elif self.framing == "close":
            yield "close"


def _check_choice(name: str, value: str, allowed: set[str]) -> None:
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(sorted(allowed))}, not {value!r}")


def stream_responder(form: ResponseFormat, events: Iterable[object] | Callable[[Call], Iterable[object]]) -> Responder:
    """Return what responds with a stream: fixed events are encoded once, those of a function for each call."""
    if callable(events):
        if form.framing == "length":
            raise ValueError('framing="length" needs the events themselves, not a function')
        return lambda call: form.steps(events(call))
    steps = tuple(form.steps(events))
    return lambda _: steps


def reply_responder(form: ResponseFormat, body: object, encode: Callable[[Any], bytes]) -> Responder:
    """Return what responds with one body; *encode* turns it, or what it returns for a call, into bytes."""

    def make(content: object) -> Response:
        steps = tuple(form.steps([encode(content)]))
        parts = [step for step in steps if isinstance(step, bytes)]
        return b"".join(parts) if len(parts) == len(steps) else steps

    if callable(body):
        return lambda call: make(body(call))
    fixed = make(body)
    return lambda _: fixed


def raw_responder(steps: Iterable[RawStep | StepFunction]) -> Responder:
    """Return what responds with exactly these steps."""
    parts: list[Step | StepFunction] = [step if callable(step) else _check_step(step) for step in steps]

    def respond(call: Call) -> Iterator[Step]:
        for part in parts:
            if callable(part):
                yield from _check_steps(part(call))
            else:
                yield part

    return respond


def _check_steps(made: RawStep | Iterable[RawStep]) -> Iterable[Step]:
    if isinstance(made, bytes | str | int | float | Pause | Gate):
        return (_check_step(made),)
    return map(_check_step, made)


def _check_step(step: RawStep) -> Step:
    if isinstance(step, bytes | Pause | Gate):
        return step
    if isinstance(step, int | float):
        return Pause(step)
    if step in ENDINGS:
        return ENDINGS[step]
    raise TypeError(f"a step is bytes, seconds, a Pause, a Gate, 'close', 'reset' or 'hang', not {step!r}")
