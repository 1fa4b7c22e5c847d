"""How answers are put together: a status line, headers, a body in one of three framings."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from itertools import chain
from typing import Any, TypeAlias, cast

from aigpt.testing.requests import Call
from aigpt.testing.steps import Answer, Encoding, Ending, Framing, Gate, Pause, Step, Then

HeaderItems: TypeAlias = Mapping[str, str] | Iterable[tuple[str, str]]
RawStep: TypeAlias = Step | float
Maker: TypeAlias = Callable[[Call], RawStep | Iterable[RawStep]]
Piece: TypeAlias = bytes | Pause | Gate
Making: TypeAlias = Callable[[Call], Answer]
"""Makes the answer to a call."""
Later: TypeAlias = Callable[[Call], Iterable[Step]]
"""Makes it as steps, whatever it is."""

_ABRUPT: dict[str, Ending] = {"close": "close", "reset": "reset", "hang": "hang"}
_ENDINGS = {"end", "truncate", *_ABRUPT}
_FRAMINGS = {"chunked", "length", "close"}
_WINDOW = {"gzip": 31, "deflate": 15}  # zlib's names for these two formats


def dump(value: object) -> bytes:
    """Write a JSON value as UTF-8; a lone surrogate, which UTF-8 has no room for, as its escape."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")


def event(item: object) -> Piece:
    """Return what stands for one item of a stream: raw text, a pause, a gate, or a JSON event."""
    if isinstance(item, bytes | Pause | Gate):
        return item
    if isinstance(item, str):
        return item.encode()
    return b"data: " + dump(item) + b"\n\n"


def head(status: int, headers: HeaderItems | None, defaults: dict[str, str]) -> bytes:
    """Write the status line and the headers; *defaults* are sent unless *headers* name them too."""
    pairs = _pairs(headers or ())
    given = {name.lower() for name, _ in pairs}
    pairs += [pair for pair in defaults.items() if pair[0].lower() not in given]
    lines = [f"HTTP/1.1 {status} {_phrase(status)}", *(f"{name}: {value}" for name, value in pairs)]
    return "\r\n".join([*lines, "", ""]).encode("utf-8", "surrogateescape")


def _pairs(headers: HeaderItems) -> list[tuple[str, str]]:
    return list(cast("Mapping[str, str]", headers).items() if isinstance(headers, Mapping) else headers)


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:  # a status of nobody's making is a fault worth testing
        return "Unknown"


def compress(pieces: Iterable[Piece], encoding: Encoding, *, finish: bool) -> Iterator[Piece]:
    """Compress the bytes, each piece so that it can be read on its own; leave out the end unless *finish*."""
    packer = zlib.compressobj(wbits=_WINDOW[encoding])
    for piece in pieces:
        if isinstance(piece, bytes):
            yield packer.compress(piece) + packer.flush(zlib.Z_SYNC_FLUSH)
        else:
            yield piece
    if finish:
        yield packer.flush()


def recut(pieces: Iterable[Piece], size: int) -> Iterator[Piece]:
    """Cut the bytes into pieces of *size*; what is left over before a pause, a gate or the end is shorter."""
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


def tear(pieces: Iterable[Piece]) -> list[Piece]:
    """Cut the last piece that has bytes in the middle, and drop its second half."""
    torn = list(pieces)
    last = max((n for n, piece in enumerate(torn) if isinstance(piece, bytes)), default=None)
    if last is None:
        raise ValueError('then="truncate" needs at least one event to cut')
    whole = torn[last]
    if isinstance(whole, bytes):
        torn[last] = whole[: len(whole) // 2]
    return torn


@dataclass(frozen=True, kw_only=True)
class Shape:
    """How a body goes over the wire."""

    status: int = 200
    headers: HeaderItems | None = None
    framing: Framing = "length"
    encoding: Encoding | None = None
    chunk_size: int | None = None
    then: Then = "end"
    after: Gate | Pause | None = None
    defaults: dict[str, str] = field(default_factory=dict[str, str])

    def __post_init__(self) -> None:
        _one_of("then", self.then, _ENDINGS)
        _one_of("framing", self.framing, _FRAMINGS)
        if self.encoding is not None:
            _one_of("encoding", self.encoding, set(_WINDOW))
        if self.chunk_size is not None and self.chunk_size < 1:
            raise ValueError(f"chunk_size must be 1 or more, not {self.chunk_size!r}")

    @property
    def whole(self) -> bool:
        """Whether the body ends as its framing says it should."""
        return self.then in {"end", "truncate"}

    def answer(self, items: Iterable[object]) -> Iterator[Step]:
        """Yield what to send, step by step."""
        if self.after is not None:
            yield self.after
        pieces = self._pieces(items)
        if self.framing == "length":
            pieces = list(pieces)
            size = sum(len(piece) for piece in pieces if isinstance(piece, bytes))
            yield self._head({"Content-Length": str(size if self.whole else size + 1)})
        else:
            chunked = self.framing == "chunked"
            yield self._head({"Transfer-Encoding": "chunked"} if chunked else {"Connection": "close"})
        yield from map(self._frame, pieces)
        yield from self._ending()

    def _head(self, framing: dict[str, str]) -> bytes:
        encoding = {"Content-Encoding": self.encoding} if self.encoding else {}
        return head(self.status, self.headers, {**self.defaults, **encoding, **framing})

    def _pieces(self, items: Iterable[object]) -> Iterable[Piece]:
        pieces: Iterable[Piece] = map(event, items)
        if self.then == "truncate":
            pieces = tear(pieces)
        if self.encoding is not None:
            pieces = compress(pieces, self.encoding, finish=self.whole)
        if self.chunk_size is not None:
            pieces = recut(pieces, self.chunk_size)
        return (piece for piece in pieces if piece != b"")  # an empty HTTP chunk would end the body

    def _frame(self, piece: Piece) -> Piece:
        if self.framing == "chunked" and isinstance(piece, bytes):
            return b"%x\r\n%b\r\n" % (len(piece), piece)
        return piece

    def _ending(self) -> Iterator[Step]:
        if self.then in _ABRUPT:
            yield _ABRUPT[self.then]
        elif self.framing == "chunked":
            yield b"0\r\n\r\n"
        elif self.framing == "close":
            yield "close"


def _one_of(name: str, value: str, allowed: set[str]) -> None:
    if value not in allowed:
        raise ValueError(f"{name} must be one of {', '.join(sorted(allowed))}, not {value!r}")


def stream_answer(shape: Shape, events: Iterable[object] | Callable[[Call], Iterable[object]]) -> Making:
    """Return the maker of a stream: fixed events are put on the wire's form once, others call by call."""
    if callable(events):
        if shape.framing == "length":
            raise ValueError('framing="length" needs the events themselves, not a function')
        return lambda call: shape.answer(events(call))
    steps = tuple(shape.answer(events))
    return lambda _: steps


def reply_answer(shape: Shape, body: object, write: Callable[[Any], bytes]) -> Making:
    """Return the maker of a plain reply; *write* turns the body, or what it returns, into bytes."""

    def make(content: object) -> Answer:
        steps = tuple(shape.answer([write(content)]))
        return b"".join(step for step in steps if isinstance(step, bytes)) if _all_bytes(steps) else steps

    if callable(body):
        return lambda call: make(body(call))
    fixed = make(body)
    return lambda _: fixed


def _all_bytes(steps: tuple[Step, ...]) -> bool:
    return all(isinstance(step, bytes) for step in steps)


def raw_answer(steps: Iterable[RawStep | Maker]) -> Making:
    """Return the maker of an answer written out by hand."""
    parts = [_later(step) if callable(step) else _now(step) for step in steps]
    return lambda call: chain.from_iterable(part(call) for part in parts)


def _now(step: RawStep) -> Later:
    checked = (raw_step(step),)
    return lambda _: checked


def _later(function: Maker) -> Later:
    def make(call: Call) -> Iterable[Step]:
        made = function(call)
        if isinstance(made, bytes | str | int | float | Pause | Gate):
            return (raw_step(made),)
        return map(raw_step, made)

    return make


def raw_step(step: RawStep) -> Step:
    """Check one step of a raw answer; a number is a pause, in seconds."""
    if isinstance(step, bytes | Pause | Gate):
        return step
    if isinstance(step, int | float):
        return Pause(step)
    if step in _ABRUPT:
        return _ABRUPT[step]
    raise TypeError(f"a step is bytes, seconds, a Pause, a Gate, 'close', 'reset' or 'hang', not {step!r}")
