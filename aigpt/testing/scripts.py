"""The scripts of a server: which route is answered with which responses, in which order."""

from __future__ import annotations

import traceback
from collections import Counter, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from aigpt.testing.faults import Stray, Then, stray_bytes
from aigpt.testing.requests import BadRequest, Call, route_of
from aigpt.testing.responses import (
    Encoding,
    Framing,
    HeaderItems,
    RawStep,
    Responder,
    Response,
    ResponseFormat,
    StepFunction,
    encode_head,
    encode_json,
    raw_responder,
    reply_responder,
    stream_responder,
)
from aigpt.testing.steps import Gate, Pause

_ABSENT: Any = object()

# Retrying these is useless, and a Retry-After this long ends it at once.
_NO_RETRY = {"Content-Type": "application/json", "Retry-After": "86400", "x-should-retry": "false"}


@dataclass(slots=True)
class _Script:
    route: str
    respond: Responder
    times: int
    used: int = 0


class Scripts:
    """Keeps the scripts of each route, and the errors to report to the test."""

    def __init__(self) -> None:
        self._scripts: dict[str, deque[_Script]] = {}
        self._everywhere: list[_Script] = []
        self._unscripted: Counter[str] = Counter()
        self._errors: list[str] = []

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
        then: Then = "end",
        stray: Stray | bytes = b"",
        after: Gate | float | None = None,
        times: int | None = None,
    ) -> None:
        """Answer calls of *route* (like `"recall/ask"`) with one response.

        *json* is a JSON value, or a function from the `Call` to one; *body* gives text or bytes instead.
        *headers* is a mapping, or pairs where a name is to be repeated; a `Content-Type` or
        `Content-Length` among them replaces the correct one. *encoding* compresses the body. *framing*
        says how its length is sent: `"length"` in a header, `"chunked"`, or `"close"` by closing the connection.
        *after* is a gate or a number of seconds to wait for first. *then* is what happens at the end of the body, as
        in `stream`: `"cut"` stops the compressed data before its end, `"truncate"` the body before it is compressed.

        *stray* is what nobody asked for, sent in one piece with the end of the response, on a connection that could
        have been used again: `"answer"`, a whole second answer, for somebody else; `"timeout"`, the status 408 by which
        servers give up idle connections; `"junk"`, no HTTP; `"partial"`, half a status line; or bytes of your own. No
        call may get any of it; what is no HTTP may cost the answer it comes with, which is then asked for again. The
        method `ScriptedServer.stray` sends the same later.
        """
        form = ResponseFormat(
            status=status,
            headers=headers,
            framing=framing,
            encoding=encoding,
            then=then,
            stray=stray_bytes(stray),
            after=Pause(after) if isinstance(after, int | float) else after,
            defaults={} if json is _ABSENT else {"Content-Type": "application/json"},
        )
        if json is _ABSENT:
            self._add(route, reply_responder(form, body, _as_bytes), times)
        elif body != b"":
            raise TypeError("reply() takes json= or body=, not both")
        else:
            self._add(route, reply_responder(form, json, encode_json), times)

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
        stray: Stray | bytes = b"",
        after: Gate | float | None = None,
        times: int | None = None,
    ) -> None:
        r"""Answer calls of *route* with a stream of events.

        An item of *events* is a JSON value, sent as `data: {json}\n\n`; or `str` or `bytes`, sent as it
        is; or a `Pause` or a `Gate`. *events* may be a function from the `Call` to an iterable, which is
        consumed only as fast as the client reads, so it may be endless. *chunk_size* cuts the bytes, without
        regard to events and characters, into pieces of that many, each one write and one HTTP chunk
        (without it, each event is one); the network may still join pieces.

        *then* is what happens after the last event:

        - `"end"`: the body ends correctly, and the connection can be used again;
        - `"close"`: the connection is closed (FIN) and the body is incomplete: no last chunk, fewer bytes
          than `Content-Length` says, no end of the gzip stream. With `framing="close"` and no encoding
          nothing is missing, and this is the same as `"end"`;
        - `"reset"`: likewise, but the connection is reset (RST) once the client's side has received all (on
          Windows, and if the client stops reading, the last bytes may be lost; a gate avoids that);
        - `"hang"`: likewise, but the connection stays open and idle until the client closes it or the server
          stops;
        - `"truncate"`: the last event is cut in the middle, and the body ends correctly: only the event
          itself shows that something is missing;
        - `"cut"`: the compressed data stops in the middle of the last event, and the body ends correctly: only
          the missing end of the gzip or deflate stream shows it. It needs *encoding*.

        *framing* is `"chunked"`, `"length"` or `"close"` (the body ends with the connection); the
        default is `"chunked"`, for `"truncate"` `"close"`. The other options are those of `reply`.
        """
        form = ResponseFormat(
            status=status,
            headers=headers,
            framing=framing or ("close" if then == "truncate" else "chunked"),
            encoding=encoding,
            chunk_size=chunk_size,
            then=then,
            stray=stray_bytes(stray),
            after=Pause(after) if isinstance(after, int | float) else after,
            defaults={"Content-Type": "text/event-stream"},
        )
        self._add(route, stream_responder(form, events), times)

    def raw(self, route: str, *steps: RawStep | StepFunction, times: int | None = None) -> None:
        """Answer calls of *route* with exactly these bytes, HTTP or not.

        A step is `bytes` to send; a number of seconds, or a `Pause`, to wait; a `Gate`; or an ending:
        `"close"` (FIN), `"reset"` (RST) or `"hang"` (idle until the client closes or the server stops).
        It may also be a function from the `Call` to a step or an iterable of steps. Without an ending, the
        connection waits for the next request: a gate and `"close"` after a complete response are a server
        that drops an idle connection. `raw(route, "close")` closes without a response.
        """
        if any(isinstance(step, str) for step in steps[:-1]):
            raise ValueError("close, reset and hang can only be the last step")
        self._add(route, raw_responder(steps), times)

    def choose(self, route: str, choice: Callable[[Call], str], *, times: int | None = None) -> None:
        """Answer calls of *route* by the script of another route, which *choice* returns for each call.

        The other route may be an invented one: `server.choose("*", lambda call: random.choice(["good", "reset"]))`.
        """
        self._add(route, lambda call: self._play(choice(call).strip("/"), call), times)

    def gate(self) -> Gate:
        """Return a new `Gate`, a place in a response where the server waits for the test."""
        return Gate()

    def check(self) -> None:
        """Raise `AssertionError` if a call had no script, a script raised, or a request was not HTTP."""
        problems = [self._no_script(route, count) for route, count in self._unscripted.items()]
        problems += self._errors
        if problems:
            raise AssertionError("\n".join(problems))

    def check_used(self) -> None:
        """Raise `AssertionError` if an answer was scripted and never used, or not as many times as it says."""
        left = {id(script): script for scripts in self._scripts.values() for script in scripts}.values()
        unused = [f"{one.route} ({one.used} of {one.times} used)" for one in left if one.used < one.times]
        if unused:
            raise AssertionError(f"scripted, but not asked for: {', '.join(unused)}")

    def _answer(self, call: Call) -> Response:
        try:
            return self._play(call.route, call)
        except Exception as error:  # noqa: BLE001 (a script is code of the test, which is told)
            self._report(call.route, error)
            return refusal(self._error_body("script_failed", f"the script of {call.route} raised; the test is told"))

    def _report(self, where: str, error: Exception) -> None:
        """Keep an error for `check`."""
        if isinstance(error, BadRequest):
            self._errors.append(f"{where}: not an HTTP request: {error}")
        else:
            trace = "".join(traceback.format_exception(error)).rstrip()
            self._errors.append(f"the script of {where} raised\n{trace}")

    def _play(self, route: str, call: Call) -> Response:
        scripts = self._scripts.get(route) or self._scripts.get(self._same_as(route)) or self._left_for_any()
        if not scripts:
            self._unscripted[route] += 1
            return refusal(self._error_body("unscripted_route", self._no_script(route, self._unscripted[route])))
        while len(scripts) > 1 and scripts[0].used >= scripts[0].times:
            scripts.popleft()
        scripts[0].used += 1
        return scripts[0].respond(call)

    def _add(self, route: str, respond: Responder, times: int | None) -> None:
        name = route_of(route)
        own = self._scripts.setdefault(name, deque(self._everywhere))
        own.append(_make_script(name, respond, times))

    def _add_everywhere(self, respond: Responder, times: int | None) -> None:
        """Add a script whose turn comes on whatever route is called, after those that each route has by now."""
        script = _make_script("any route", respond, times)
        self._everywhere.append(script)
        self._scripts.setdefault("*", deque())
        for scripts in self._scripts.values():
            scripts.append(script)

    def _left_for_any(self) -> deque[_Script] | None:
        """Return the scripts of routes without any of their own."""
        scripts = self._scripts.get("*")
        if scripts and scripts[-1] in self._everywhere and len(self._scripts) > 1:
            # What took its turn among the scripts of other routes is not repeated here.
            return None if all(script.used >= script.times for script in scripts) else scripts
        return scripts

    def _same_as(self, route: str) -> str:
        """Return the route whose scripts are those of *route* too, where that has none."""
        return route

    def _error_body(self, code: str, message: str) -> object:  # noqa: ARG002 (iGPT's errors are codes)
        """Return the JSON body of an answer that says what is wrong with the test."""
        return {"error": code}

    def _remedy(self, route: str) -> str:
        """Return what scripts *route*."""
        return f'.reply("{route}", json=…) or .stream("{route}", […])'

    def _no_script(self, route: str, count: int) -> str:
        known = ", ".join(sorted(self._scripts)) or "nothing"
        times = f"{count} time{'s' * (count > 1)}"
        return f"{route} was called {times} and has no script (scripted: {known}); add {self._remedy(route)}"


def refusal(body: object, status: int = 500) -> bytes:
    """Return an answer that no client asks for again, since the test has to be changed."""
    data = encode_json(body)
    return encode_head(status, _NO_RETRY, {"Content-Length": str(len(data))}) + data


def _make_script(route: str, respond: Responder, times: int | None) -> _Script:
    if times is not None and times < 1:
        raise ValueError(f"times must be 1 or more, or None, not {times!r}")
    return _Script(route, respond, times or 1)


def _as_bytes(body: str | bytes) -> bytes:
    return body.encode() if isinstance(body, str) else body
