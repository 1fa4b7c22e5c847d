"""One call: its attempts, its deadline, its abort; in the end a reply, or an open stream.

Inside, a failure is a value. The first attempt is made here, on the short way; only when it has failed in a way that
another may mend does the retrying take over. Nothing here knows a route of the API.
"""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from aiohttp import (
    ClientConnectorError,
    ClientOSError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    ServerDisconnectedError,
)
from multidict import CIMultiDict

from aigpt._answer import OK, Outcome, beyond_ok, make_reply, may_be_cut
from aigpt._body import BodyTooLargeError, read_all
from aigpt._call import Call
from aigpt._events import Dialect, EventSource
from aigpt._interrupt import Interrupt
from aigpt._options import LONGEST_SILENCE, Limits, usable_key
from aigpt._reply import (
    CLOSED,
    CUT,
    MUTE,
    NO_EVENTS,
    NOT_JSON,
    TOO_LARGE,
    Failure,
    ReplyT,
    exception_failure,
    key_failure,
    read_answer,
)
from aigpt._retry import CallRetry, retrying
from aigpt._session import CONNECT_SECONDS, SessionOwner, dialling
from aigpt._silence import Sweep
from aigpt._telemetry import watch_call
from aigpt.errors import ConfigurationError


class Transport:
    """Sends calls over the session of its owner. One for a client and all its views."""

    def __init__(self, owner: SessionOwner) -> None:
        self.owner = owner
        self._live: set[Interrupt] = set()
        self._sweep = Sweep(self._live, LONGEST_SILENCE)
        # On a session of our own we watch for silence ourselves. With somebody else's, in whose pool calls may wait,
        # aiohttp does.
        self._watching = owner.is_own
        # What aiohttp is told with every request, where it is not what the session says anyway.
        self._how: Any = {"allow_redirects": False}
        if not self._watching:
            patience = ClientTimeout(total=None, sock_connect=CONNECT_SECONDS, sock_read=LONGEST_SILENCE)
            self._how = {**self._how, "raise_for_status": False, "auto_decompress": True, "timeout": patience}

    @property
    def under_way(self) -> int:
        """How many calls and streams have not ended yet."""
        return len(self._live)

    async def close(self) -> None:
        """End every call and stream under way, with ``request_aborted``, and close the session if it is our own."""
        self.owner.closed = True
        self._sweep.stop()
        if self.owner.is_inherited:
            self._live.clear()  # the parent's calls, on the parent's connections
        for interrupt in tuple(self._live):
            interrupt.strike(CLOSED)
        await self.owner.close()

    async def call(self, call: Call[ReplyT]) -> ReplyT:
        """Send *call* and return its reply.

        Raises only for wrong use, and with ``raise_errors`` the reply's exception.
        """
        started = time.perf_counter()
        outcome = await self._outcome(call, self._attempt)
        reply = make_reply(call, outcome, time.perf_counter() - started)
        if outcome.failure is not None and call.options.raise_errors:
            raise outcome.failure.to_exception(reply)
        return reply

    async def open(self, call: Call[Any], dialect: Callable[[], Dialect]) -> Outcome:
        """Send *call* and return its open stream, with the first values already there; or why there is none."""

        async def attempt(call: Call[Any]) -> Outcome:
            return await self._attempt_stream(call, dialect())

        outcome = await self._outcome(call, attempt)
        if call.span is not None and outcome.source is not None:
            call.span.first_chunk()
        return outcome

    def _outcome(self, call: Call[Any], attempt: Callable[[Call[Any]], Awaitable[Outcome]]) -> Awaitable[Outcome]:
        span = call.span = watch_call(call)
        return self._made(call, attempt) if span is None else span.until_outcome(self._made, attempt)

    async def _made(self, call: Call[Any], attempt: Callable[[Call[Any]], Awaitable[Outcome]]) -> Outcome:
        """Return what *call* comes to, in as many attempts as it takes.

        Until then, and while a stream of it is open, the call is known as under way, and can be ended.
        """
        self._live.add(call)
        deadline = call.options.limits.deadline
        if deadline is not None or call.abort is not None:
            call.arm(deadline, call.abort)
        outcome = Outcome(call.refused or call.failure or (CLOSED if self.owner.closed else None))
        call.task = asyncio.current_task()
        try:
            if outcome.failure is None:
                outcome = await attempt(call)
                if outcome.failure is not None and outcome.failure.retry:
                    outcome = await self._again(call, outcome, attempt)
        except asyncio.CancelledError:
            if not call.struck():
                raise
            outcome = Outcome(call.failure)
        finally:
            call.task = None
            if outcome.source is None or outcome.source.over:
                self._end(call)
            else:
                outcome.source.on_close = partial(self._end, call)
        return outcome

    def _end(self, call: Call[Any]) -> None:
        self._live.discard(call)
        call.disarm()

    # ── attempts ────────────────────────────────────────────────────────────────────────────────────────────────

    async def _again(
        self, call: Call[Any], first: Outcome, attempt: Callable[[Call[Any]], Awaitable[Outcome]]
    ) -> Outcome:
        async def again(retries: int) -> Outcome:
            call.retries = retries
            return await attempt(call)

        options = CallRetry(call.options.policy, call.deadline, asyncio.get_running_loop().time)
        return await retrying(first, again, options)

    async def _attempt(self, call: Call[Any]) -> Outcome:
        limits = call.options.limits
        try:
            response = await self._send(call)
            if isinstance(response, Outcome):
                return response
            content = response.content
            if content.is_eof() and content.total_bytes <= limits.response_bytes:
                body = content.read_nowait()  # what nearly every reply is: there already when its headers are
            else:
                body = await read_all(response, limits.response_bytes, None if limits.attempt else limits.silence)
            value, failure = read_answer(response.status, body)
        except BodyTooLargeError:
            return Outcome(TOO_LARGE)
        except ConfigurationError:
            raise
        except Exception as exc:  # noqa: BLE001 (the one boundary: a call never throws)
            return Outcome(exception_failure(exc))
        finally:
            call.leave()
        outcome = Outcome(failure, value, response.status, response.headers)
        if failure is not None or call.read is not None:
            outcome.body = body
            if failure is NOT_JSON and may_be_cut(response, body):
                outcome.failure = CUT
        return outcome

    async def _attempt_stream(self, call: Call[Any], dialect: Dialect) -> Outcome:
        limits = call.options.limits
        source = EventSource(dialect, call, limits)
        opened = False
        try:
            response = await self._send(call, _until_headers(limits))
            if isinstance(response, Outcome):
                return response
            if response.headers.get("Content-Type", "").startswith("text/html"):
                response.close()
                return Outcome(NO_EVENTS, None, response.status, response.headers)
            source.open(response)
            opened = True
            return _opened(source, await source.batch(), response)
        except ConfigurationError:
            raise
        except Exception as exc:  # noqa: BLE001 (the one boundary: a stream never throws)
            return Outcome(exception_failure(exc))
        finally:
            if not opened:
                call.leave()  # otherwise the source does

    # ── one request ─────────────────────────────────────────────────────────────────────────────────────────────

    async def _send(  # noqa: C901 (the way of every call, in one piece)
        self, call: Call[Any], silence: float | None = None
    ) -> ClientResponse | Outcome:
        """Return the response of a 2xx status with its body still to be read, or what any other came to.

        *silence* is how many seconds the headers may take; None leaves that to the sweep or to aiohttp.
        """
        options = call.options
        headers = call.headers if isinstance(options.api_key, str) else await _with_key(call, options.api_key)
        if isinstance(headers, Failure):
            return Outcome(headers)
        session = self.owner.current() or await self._open_session()
        slots = self.owner.slots
        if slots is not None:
            if slots.free > 0:
                slots.free -= 1
            else:
                await slots.wait()
            call.place = slots
        how: Any = self._how
        if options.limits.attempt is not None:
            how = {**how, "timeout": options.limits.attempt}
        elif self._watching:
            call.sent_at = self._sweep.now
        timer = None if silence is None else asyncio.get_running_loop().call_later(silence, call.strike_attempt, MUTE)
        call.dialled = False
        token = dialling.set(call)
        try:
            # session.post() packs the same arguments once more and wraps the coroutine, for `async with`: that costs
            # 4 % of a call. `_request` is what aioresponses and others replace; a test holds it to what post() does.
            response = await session._request(  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
                "POST", options.url(call.route), data=call.body, headers=headers, **how
            )
            if response.status in OK:
                return response
            return await beyond_ok(session, response, data=call.body, headers=headers, **how)
        except (ServerDisconnectedError, ClientOSError) as exc:
            # A kept-alive connection that nobody dialled for this attempt, dead before it answered: the server never
            # saw the request.
            stale = self._watching and not call.dialled and not isinstance(exc, ClientConnectorError)
            return Outcome(exception_failure(exc, at_once=stale))
        except asyncio.CancelledError:
            if (mute := call.passed()) is None:
                raise
            return Outcome(mute)
        finally:
            call.sent_at = None
            dialling.reset(token)
            if timer is not None:
                timer.cancel()

    async def _open_session(self) -> ClientSession:
        session = await self.owner.open()
        if self._watching:
            self._sweep.start()
        return session


def _opened(source: EventSource, first: list[Any], response: ClientResponse) -> Outcome:
    """Return what the *first* values of a stream make of its attempt."""
    if not first and source.failure is not None:
        return Outcome(source.failure, source.error_value, response.status, response.headers)
    outcome = Outcome(None, first, response.status, response.headers)
    outcome.source = source
    return outcome


async def _with_key(
    call: Call[Any], ask: Callable[[], str] | Callable[[], Awaitable[str]]
) -> CIMultiDict[str] | Failure:
    """Return the headers of *call* with the key of the moment."""
    key = await _ask_for_key(ask)
    if isinstance(key, Failure):
        return key
    headers = call.headers.copy()
    headers.setdefault("Authorization", f"Bearer {key}")  # one of the caller's own goes first, as with a string
    return headers


async def _ask_for_key(ask: Callable[[], str] | Callable[[], Awaitable[str]]) -> str | Failure:
    try:
        key: object = ask()
        if inspect.isawaitable(key):
            key = await key
    except Exception as exc:  # noqa: BLE001 (the caller's own code may raise anything; its words may hold the key)
        return key_failure(f"raised {type(exc).__name__}")
    return usable_key(key) or key_failure("gave no usable key: it must return one line of printable ASCII")


def _until_headers(limits: Limits) -> float:
    """Return how long the headers of a stream may take: the wait for them is a wait for its first event."""
    silence = limits.silence if limits.attempt is None else limits.attempt.sock_read
    return limits.idle if silence is None else min(silence, limits.idle)
