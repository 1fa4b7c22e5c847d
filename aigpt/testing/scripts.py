"""Scripts: what a scripted server answers, route by route."""

from __future__ import annotations

import traceback
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from aigpt.testing.requests import BadRequest, Call, route_of
from aigpt.testing.responses import (
    HeaderItems,
    Maker,
    Making,
    RawStep,
    Shape,
    dump,
    head,
    raw_answer,
    reply_answer,
    stream_answer,
)
from aigpt.testing.steps import Answer, Encoding, Framing, Gate, Pause, Then

_ABSENT: Any = object()

# A client that retries would do so for nothing: a Retry-After this long ends that at once.
_FINAL = {"Content-Type": "application/json", "Retry-After": "86400"}
_UNSCRIPTED = head(500, _FINAL, {"Content-Length": "28"}) + b'{"error":"unscripted_route"}'
_FAILED = head(500, _FINAL, {"Content-Length": "25"}) + b'{"error":"script_failed"}'


@dataclass(slots=True)
class _Script:
    make: Making
    times: int
    used: int = 0


class Scripts:
    """Keeps the scripts of each route, and what went wrong with them."""

    def __init__(self) -> None:
        self._scripts: dict[str, deque[_Script]] = {}
        self._unscripted: Counter[str] = Counter()
        self._complaints: list[str] = []

    def reply(
        self,
        route: str,
        *,
        json: object = _ABSENT,
        body: str | bytes | Callable[[Call], str | bytes] = b"",
        status: int = 200,
        headers: HeaderItems | None = None,
        encoding: Encoding | None = None,
        framing: Framing = "length",
        after: Gate | float | None = None,
        times: int | None = None,
    ) -> None:
        """Answer calls of *route* (like `"recall/ask"`) with one whole response.

        *json* is a JSON value, or a function from the `Call` to one; *body* gives text or bytes instead.
        *headers* is a mapping, or pairs where a name is to be repeated; a `Content-Type` or
        `Content-Length` among them replaces the right one. *encoding* compresses the body. *framing*
        says how the client learns its length: from a header, by chunks, or by the end of the connection.
        *after* is a gate, or a number of seconds, to wait for first.
        """
        shape = Shape(
            status=status,
            headers=headers,
            framing=framing,
            encoding=encoding,
            after=Pause(after) if isinstance(after, int | float) else after,
            defaults={} if json is _ABSENT else {"Content-Type": "application/json"},
        )
        if json is _ABSENT:
            self._add(route, reply_answer(shape, body, _as_bytes), times)
        elif body != b"":
            raise TypeError("reply() takes json= or body=, not both")
        else:
            self._add(route, reply_answer(shape, json, dump), times)

    def stream(
        self,
        route: str,
        events: Iterable[object] | Callable[[Call], Iterable[object]],
        chunk_size: int | None = None,
        then: Then = "end",
        *,
        status: int = 200,
        headers: HeaderItems | None = None,
        encoding: Encoding | None = None,
        framing: Framing | None = None,
        after: Gate | float | None = None,
        times: int | None = None,
    ) -> None:
        r"""Answer calls of *route* with a stream of events.

        An item of *events* is a JSON value, sent as `data: {json}\n\n`; or `str` or `bytes`, sent as it
        is; or a `Pause` or a `Gate`. *events* may be a function from the `Call` to an iterable; that one
        is pulled from only as the client reads, so it may be endless. *chunk_size* cuts the bytes, without
        regard to events and characters, into pieces of that many, each one write and one HTTP chunk
        (without it, each event is one); on their way pieces may still be joined.

        *then* is what follows the last event:

        - `"end"`: the body ends as it should, and the connection can be used again;
        - `"close"`: the connection is closed (FIN) and the body lacks its end: no last chunk, fewer bytes
          than `Content-Length` says, no end of the gzip stream. With `framing="close"` and no encoding
          nothing is lacking, and this is the same as `"end"`;
        - `"reset"`: likewise, but the connection is reset (RST), once all has reached the client's side (on
          Windows, and if the client leaves off reading, the last bytes may be lost; a gate helps there);
        - `"hang"`: likewise, but the connection stays open and silent until the client goes or the server
          stops;
        - `"truncate"`: the last event is cut in the middle, and the body ends as it should: only the events
          themselves show that something is missing.

        *framing* is `"chunked"`, `"length"` or `"close"` (the body ends with the connection); it is
        `"chunked"` unless said, for `"truncate"` `"close"`. The other options are those of `reply`.
        """
        shape = Shape(
            status=status,
            headers=headers,
            framing=framing or ("close" if then == "truncate" else "chunked"),
            encoding=encoding,
            chunk_size=chunk_size,
            then=then,
            after=Pause(after) if isinstance(after, int | float) else after,
            defaults={"Content-Type": "text/event-stream"},
        )
        self._add(route, stream_answer(shape, events), times)

    def raw(self, route: str, *steps: RawStep | Maker, times: int | None = None) -> None:
        """Answer calls of *route* with exactly these bytes, HTTP or not.

        A step is `bytes` to send; a number of seconds, or a `Pause`, to wait; a `Gate`; or the end:
        `"close"` (FIN), `"reset"` (RST) or `"hang"` (silence until the client goes or the server stops).
        It may also be a function from the `Call` to a step or an iterable of steps. Without an end, the
        connection waits for the next request: a gate and `"close"` after a whole response are a server
        that drops an idle connection. `raw(route, "close")` says nothing at all.
        """
        if any(isinstance(step, str) for step in steps[:-1]):
            raise ValueError("an end (close, reset, hang) can only be the last step")
        self._add(route, raw_answer(steps), times)

    def choose(self, route: str, choice: Callable[[Call], str], *, times: int | None = None) -> None:
        """Answer calls of *route* by the script of another one, which *choice* names for each call.

        It may be a made-up one: `server.choose("*", lambda call: random.choice(["good", "reset"]))`.
        """
        self._add(route, lambda call: self._play(choice(call).strip("/"), call), times)

    def gate(self) -> Gate:
        """Return a new `Gate`, a place in an answer where the server waits for the test."""
        return Gate()

    def check(self) -> None:
        """Raise `AssertionError` if a call met no script, a script raised, or what came was not HTTP."""
        problems = [self._no_script(route, count) for route, count in self._unscripted.items()]
        problems += self._complaints
        if problems:
            raise AssertionError("\n".join(problems))

    def answer(self, call: Call) -> Answer:
        """Choose the answer to *call*. For the server's own use, as is `complain`."""
        try:
            return self._play(call.route, call)
        except Exception as error:  # noqa: BLE001 a script is the test's code: the test is told
            self.complain(call.route, error)
            return _FAILED

    def complain(self, about: str, error: Exception) -> None:
        """Note what the test is to be told at its end."""
        if isinstance(error, BadRequest):
            self._complaints.append(f"{about}: not an HTTP request: {error}")
        else:
            trace = "".join(traceback.format_exception(error)).rstrip()
            self._complaints.append(f"the script of {about} raised\n{trace}")

    def _play(self, route: str, call: Call) -> Answer:
        scripts = self._scripts.get(route) or self._scripts.get("*")
        if not scripts:
            self._unscripted[route] += 1
            return _UNSCRIPTED
        while len(scripts) > 1 and scripts[0].used >= scripts[0].times:
            scripts.popleft()
        scripts[0].used += 1
        return scripts[0].make(call)

    def _add(self, route: str, make: Making, times: int | None) -> None:
        if times is not None and times < 1:
            raise ValueError(f"times must be 1 or more, or None, not {times!r}")
        self._scripts.setdefault(route_of(route), deque()).append(_Script(make, times or 1))

    def _no_script(self, route: str, count: int) -> str:
        known = ", ".join(sorted(self._scripts)) or "nothing"
        return (
            f"{route} was called {count} time{'s' * (count > 1)} and has no script (scripted: {known}); "
            f'add .reply("{route}", json=…) or .stream("{route}", […])'
        )


def _as_bytes(body: str | bytes) -> bytes:
    return body.encode() if isinstance(body, str) else body
