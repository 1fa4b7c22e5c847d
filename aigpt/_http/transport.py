"""One call: its attempts, its deadline, its abort; in the end a result, or an open stream.

A failure is a value until the end. The first attempt is made here, on the short way; the retrying takes over only
where it failed in a way that another attempt may mend. Nothing here knows an API: what a response means, and what the
caller gets, is asked of the `API` that the transport is given.
"""

from __future__ import annotations

import asyncio
import inspect
import logging
import time
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager
from functools import cache, partial
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeAlias

from aiohttp import (
    ClientConnectorError,
    ClientOSError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    ServerDisconnectedError,
)
from multidict import CIMultiDict

from aigpt._http.aiohttp_internals import authorize_despite_netrc, bytes_received, send_request, take_body
from aigpt._http.api import API
from aigpt._http.attempt import OK, AttemptResult, OpenReader, ResponseReader, may_be_cut
from aigpt._http.body import BodyTooLargeError, decompress, given_back, read_all, read_some
from aigpt._http.cancellation import Abort, Cancellation
from aigpt._http.checks import usable_key
from aigpt._http.decompression import is_compressed
from aigpt._http.failure import (
    CLOSED,
    CUT,
    NO_HEADERS,
    NO_PROGRESS,
    TOO_LARGE,
    Failure,
    FailureKind,
    exception_failure,
    key_failure,
    not_upgraded,
    redirect_failure,
    socket_redirect,
)
from aigpt._http.log import log_call, logger
from aigpt._http.options import Limits
from aigpt._http.progress import ProgressTimer
from aigpt._http.redirects import follow_redirects, is_redirect
from aigpt._http.request import Call, ResultT
from aigpt._http.retry import read_retry_after
from aigpt._http.session import OpenedConnection, SessionOwner, opened_connection
from aigpt._http.timeouts import CONNECT_SECONDS, SILENCE_SECONDS, HeaderTimeouts
from aigpt._telemetry.start import may_be_in_use, start_call_span
from aigpt.errors import ConfigurationError, read_request_id

if TYPE_CHECKING:
    from aigpt._http.hooks import HookRunner
    from aigpt._http.websocket import SocketOptions, WebSocket
    from aigpt._telemetry.observer import CallObserver

Attempt: TypeAlias = Callable[[Call[Any]], Awaitable[AttemptResult]]
KeyCallable: TypeAlias = Callable[[], str] | Callable[[], Awaitable[str]]
RunCallable: TypeAlias = Callable[[KeyCallable], Awaitable[object]]

_ERROR_BODY_BYTES = 1 << 16
_ERROR_BODY_SECONDS = 1.0
_UNWINDING_TURNS = 10
_UNWINDING_SECONDS = 1.0
_GOODBYE_SECONDS = 1.0


@cache
def _observers() -> ModuleType:
    """Return the module of what observes calls. Few calls are observed, so it is imported with the first of them."""
    from aigpt._http import observers  # noqa: PLC0415 (see above)

    return observers


class Transport:
    """Sends calls of one API over the session of its owner. One for a client and all its views."""

    run_callable: RunCallable | None = None
    """Calls what gives a key, where that is not called in the loop; returns what it gave, or a `Failure`."""

    def __init__(self, owner: SessionOwner, api: API) -> None:
        self.owner = owner
        self.api = api
        self._live: set[Cancellation] = set()
        self._work: set[asyncio.Future[None]] = set()
        self._sockets: set[WebSocket] = set()
        self._hook_runner: HookRunner | None = None
        self._hooks_are_closed = False
        self._header_timeouts = HeaderTimeouts(self._live, SILENCE_SECONDS)
        # On a session of our own we time the headers ourselves. With the caller's, in whose pool calls may wait,
        # aiohttp does.
        self._is_own = owner.is_own
        # What aiohttp is told with every request, where it is not what the session says anyway.
        self._how: Any = {"allow_redirects": False}
        if not self._is_own:
            timeout = ClientTimeout(total=None, sock_connect=CONNECT_SECONDS, sock_read=SILENCE_SECONDS)
            self._how = {**self._how, "raise_for_status": False, "auto_decompress": False, "timeout": timeout}

    @property
    def under_way(self) -> int:
        """How many calls and streams have not ended yet."""
        return len(self._live)

    async def close(self) -> None:
        """End every call and stream under way as aborted, and close the session if it is our own."""
        self.owner.closed = True
        self._header_timeouts.stop()
        if self.owner.is_inherited:
            self._live.clear()  # the parent's calls, on the parent's connections
            self._work.clear()
            self._sockets.clear()
        await asyncio.gather(*(socket.leave(CLOSED.message, _GOODBYE_SECONDS) for socket in tuple(self._sockets)))
        for cancellation in tuple(self._live):
            cancellation.cancel(CLOSED)
        await self.owner.close()
        if self._work:  # which ends its calls, and closes its files, before it has ended
            await asyncio.wait(self._work, timeout=_UNWINDING_SECONDS)
        # Hooks are told of the calls that were just cancelled, which takes those a few turns of the loop to unwind.
        # Streams nobody reads at the moment end when somebody does.
        for _ in range(_UNWINDING_TURNS):
            if not self._live:
                break
            await asyncio.sleep(0)
        self._hooks_are_closed = True
        if self._hook_runner is not None:
            await self._hook_runner.close()

    @contextmanager
    def cancelling(self, cancellation: Cancellation, seconds: float | None, abort: Abort | None) -> Generator[None]:
        """Have *cancellation* end work of several calls while this is entered: after *seconds*, by *abort*, or when
        the client is closed."""  # noqa: D205, D209 (one sentence)
        self._live.add(cancellation)
        cancellation.arm(seconds, abort)
        ended = asyncio.get_running_loop().create_future()
        self._work.add(ended)
        try:
            yield
        finally:
            self._end(cancellation)
            self._work.discard(ended)
            ended.set_result(None)

    async def call(self, call: Call[ResultT]) -> ResultT:
        """Send *call* and return its result.

        Raises for wrong use, and what the API raises for a failed call.
        """
        started = time.perf_counter()
        attempt = await self._attempts(call, self._attempt)
        result = self.finish(call, attempt, time.perf_counter() - started)
        if attempt.failure is not None and (exception := self.api.exception(call, attempt, result)) is not None:
            raise exception
        return result

    def attempt(self, call: Call[Any]) -> Awaitable[AttemptResult]:
        """Make one attempt of *call*, for a caller that retries by itself and calls `finish` at the end."""
        return self._attempts(call, self._attempt, retry=False)

    def open(self, call: Call[Any], make_reader: Callable[[], ResponseReader]) -> Awaitable[AttemptResult]:
        """Send *call* and return its open response with its reader; or why there is none."""
        return self._attempts(call, partial(self._open, make_reader))

    def open_websocket(
        self, call: Call[Any], options: SocketOptions, seconds: float | None
    ) -> Awaitable[AttemptResult]:
        """Open the WebSocket that *call* asks for, within *seconds* for each attempt; or say why there is none.

        The `reader` of the result is a `WebSocket`. It holds a place among the client's connections until it ends.
        """
        return self._attempts(call, partial(self._upgrade, options, seconds))

    def finish(self, call: Call[ResultT], attempt: AttemptResult, elapsed: float) -> ResultT:
        """Return the result of a call whose last attempt was *attempt*, log it, and tell its observer."""
        result: ResultT = self.api.result(call, attempt, elapsed)
        if logger.isEnabledFor(logging.INFO):
            code = None if attempt.failure is None else self.api.error_code(attempt.failure)
            request_id = None if attempt.headers is None else read_request_id(attempt.headers)
            log_call(call.route, code, elapsed, call.retries + 1, attempt.status, request_id)
        if call.observer is not None:
            call.observer.end(result, _observers().attempt_facts(self.api, attempt))
        return result

    def retrying(self, call: Call[Any], attempt: AttemptResult, wait: float) -> None:
        """Tell the observer of *call* that *attempt* failed, and that there will be another in *wait* seconds."""
        if call.observer is not None:
            call.observer.retry(_observers().attempt_facts(self.api, attempt), wait)

    # ── attempts ────────────────────────────────────────────────────────────────────────────────────────────────

    def _attempts(self, call: Call[Any], attempt: Attempt, *, retry: bool = True) -> Awaitable[AttemptResult]:
        observer = call.observer
        if observer is None:
            if may_be_in_use():
                observer = start_call_span(call, self.api.span_attributes)
            if call.options.hooks is not None:
                observer = self._with_hooks(call, observer)
            if observer is None:
                return self._last_attempt(call, attempt, retry=retry)
            call.observer = observer
        return self._observed(call, observer, attempt, retry=retry)

    def _with_hooks(self, call: Call[Any], span: CallObserver | None) -> CallObserver:
        """Return what tells the hooks in the options of *call* of it, besides its *span* if it has one."""
        if self._hook_runner is None:
            self._hook_runner = _observers().HookRunner(closed=self._hooks_are_closed)
        observer: CallObserver = _observers().with_hooks(call, self._hook_runner, span)
        return observer

    async def _observed(
        self, call: Call[Any], observer: CallObserver, attempt: Attempt, *, retry: bool
    ) -> AttemptResult:
        """Return what `_last_attempt` does, and tell *observer* of it."""

        async def observed(call: Call[Any]) -> AttemptResult:
            with observer.attempt(call.headers, call.retries) as attempt_observer:
                result = await attempt(call)
                attempt_observer.end(_observers().attempt_facts(self.api, result))
            return result

        try:
            result = await self._last_attempt(call, observed, retry=retry)
        except BaseException as exc:
            observer.leave(type(exc).__name__)
            raise
        if result.reader is not None:
            observer.first_chunk()
        return result

    async def _last_attempt(self, call: Call[Any], attempt: Attempt, *, retry: bool) -> AttemptResult:
        """Return the result of the last attempt of *call*, after as many as its policy allows.

        Until then, and while a stream of it is open, the call is under way and can be cancelled.
        """
        self._live.add(call)
        deadline = call.options.limits.deadline
        if deadline is not None or call.abort is not None:
            call.arm(deadline, call.abort)
        failure = call.refused or call.failure or (CLOSED if self.owner.closed else None)
        reader: OpenReader | None = None
        call.begin_wait()
        try:
            if failure is not None:
                await asyncio.sleep(0)  # else a loop over calls that cannot be sent would let no other task run
                result = AttemptResult(failure)
            else:
                result = await attempt(call)
                if retry and result.failure is not None and result.failure.retry and call.is_repeatable:
                    result = await self._retry(call, result, attempt)
                reader = result.reader
        except asyncio.CancelledError:
            if not call.was_cancelled():
                raise
            result = AttemptResult(call.failure)
        finally:
            call.end_wait()
            if reader is None or reader.over:
                self._end(call)
            else:
                reader.on_close = partial(self._end, call)
        return result

    def _end(self, cancellation: Cancellation) -> None:
        self._live.discard(cancellation)
        cancellation.disarm()

    async def _retry(self, call: Call[Any], first: AttemptResult, attempt: Attempt) -> AttemptResult:
        from aigpt._http.call_retry import CallRetry, retrying  # noqa: PLC0415 (where a call fails)

        async def again(retries: int) -> AttemptResult:
            call.retry(retries)
            return await attempt(call)

        on_retry = None if call.observer is None else partial(self.retrying, call)
        options = CallRetry(call.options.policy, call.deadline, asyncio.get_running_loop().time, on_retry)
        return await retrying(first, again, options)

    async def _attempt(self, call: Call[Any]) -> AttemptResult:  # noqa: C901, PLR0912 (as `_send`)
        limits = call.options.limits
        try:
            response = await self._send(call)
            if isinstance(response, AttemptResult):
                return response
            content = response.content
            if content.is_eof() and bytes_received(content) <= limits.response_bytes:
                body = take_body(content)  # what nearly every response is: complete when its headers are
                if is_compressed(response.headers):
                    body = decompress(response, body, limits.response_bytes)
            else:
                body = await read_all(response, limits.response_bytes, limits.silence_of_body)
            if response.connection is not None:
                await given_back(response)
            value, failure = self.api.read(call, response.status, response.headers, body)
        except BodyTooLargeError as exc:
            return AttemptResult(TOO_LARGE, None, exc.response.status, exc.response.headers)
        except ConfigurationError:
            raise
        except asyncio.CancelledError:
            if (failure := call.attempt_was_cancelled()) is None:
                raise
            return AttemptResult(failure)
        except Exception as exc:  # noqa: BLE001 (the one boundary: whatever it was, the attempt has failed)
            return AttemptResult(exception_failure(exc))
        finally:
            call.release()
        result = AttemptResult(failure, value, response.status, response.headers)
        if failure is not None or call.keeps_body:
            result.body = body
            if failure is not None and failure.kind is FailureKind.RESPONSE and may_be_cut(response, body):
                result.failure = CUT
        return result

    async def _open(self, make_reader: Callable[[], ResponseReader], call: Call[Any]) -> AttemptResult:
        reader = make_reader()
        taken = False
        try:
            response = await self._send(call, _until_headers(call.options.limits))
            if isinstance(response, AttemptResult):
                return response
            taken = True
            return await reader.begin(response)
        except ConfigurationError:
            raise
        except Exception as exc:  # noqa: BLE001 (as above)
            return AttemptResult(exception_failure(exc))
        finally:
            if not taken:
                call.release()  # otherwise the reader does

    async def _upgrade(self, options: SocketOptions, seconds: float | None, call: Call[Any]) -> AttemptResult:
        from aigpt._http.websocket import RefusedError, open_websocket  # noqa: PLC0415 (few clients open one)

        headers = await self._authorized_headers(call)
        if isinstance(headers, Failure):
            return AttemptResult(headers)
        session = self.owner.current() or await self._open_session()
        limiter = self.owner.limiter
        if limiter is not None:
            await limiter.take()
            call.limiter = limiter
        timer = _start_timer(call, seconds)
        socket: WebSocket | None = None
        try:
            socket = await open_websocket(session, call.url(), headers, options, seconds)
            self._keep(call, socket)
            return socket.opened()
        except RefusedError as refused:
            return _without_upgrade(await self._refusal(call, refused.response))
        except asyncio.CancelledError:
            if (failure := call.attempt_was_cancelled()) is None:
                raise
            return AttemptResult(failure)
        except Exception as exc:  # noqa: BLE001 (as above)
            return AttemptResult(exception_failure(exc))
        finally:
            if timer is not None:
                timer.cancel()
            if socket is None:
                call.release()

    async def _authorized_headers(self, call: Call[Any]) -> CIMultiDict[str] | Failure:
        """Return the headers of *call* with the key, or why there is none."""
        given = call.options.api_key
        if isinstance(given, str):
            return call.headers
        key = await ask_for_key(given, self.run_callable)
        if isinstance(key, Failure):
            return key
        call.key = key
        return call.authorized(key)

    def _keep(self, call: Call[Any], socket: WebSocket) -> None:
        """Have *socket* end with the client, and give its place back when it ends. No deadline is that of a session."""
        from aigpt._http.websocket import GOING_AWAY, SocketEnd  # noqa: PLC0415 (few clients open one)

        call.disarm()
        call.on_idle = partial(socket.abort, SocketEnd(GOING_AWAY, CLOSED.message, is_local=True))
        self._sockets.add(socket)

        def end() -> None:
            self._sockets.discard(socket)
            call.release()

        socket.on_end = end

    # ── one request ─────────────────────────────────────────────────────────────────────────────────────────────

    async def _send(  # noqa: C901, PLR0912 (the way of every call, in one piece)
        self, call: Call[Any], header_seconds: float | None = None
    ) -> ClientResponse | AttemptResult:
        """Return the response of a 2xx status with its body still to be read, or the result of any other.

        *header_seconds*: how long the headers may take; None leaves that to `HeaderTimeouts` or to aiohttp.
        """
        options = call.options
        headers = call.own_headers
        if not isinstance(options.api_key, str):
            key = await ask_for_key(options.api_key, self.run_callable)
            if isinstance(key, Failure):
                return AttemptResult(key)
            call.key = key
            headers = call.authorized(key)
        session = self.owner.current() or await self._open_session()
        limiter = self.owner.limiter
        if limiter is not None:
            if limiter.free > 0:
                limiter.free -= 1
            else:
                await limiter.acquire()
            call.limiter = limiter
        how: Any = self._how
        timeout = options.limits.attempt
        if timeout is not None:
            how = {**how, "timeout": timeout}
            if timeout.total is not None and header_seconds is None:
                call.limit_attempt(timeout.total)
        elif self._is_own and options.limits.progress is None:
            call.sent_at = self._header_timeouts.now
        if session.trust_env:
            headers, how = authorize_despite_netrc(session, headers or call.headers, how)
        timer = _start_timer(call, header_seconds)
        call.has_opened = False
        try:
            short_way = self.owner.short_way
            if short_way is not None and short_way.takes(call, timeout):
                response = await short_way.send(call, headers, timeout)
            else:
                response = await _noting(call, _take_long_way(session, call, headers or call.headers, how))
            if response.status in OK:
                return response
            following = follow_redirects(session, call, response, headers=headers or call.headers, **how)
            response = await _noting(call, following)
            return response if response.status in OK else await self._refusal(call, response)
        except (ServerDisconnectedError, ClientOSError) as exc:
            # A kept-alive connection that closed before it answered: the server never saw the request.
            stale = self._is_own and not call.has_opened and not isinstance(exc, ClientConnectorError)
            return AttemptResult(exception_failure(exc, at_once=stale))
        except asyncio.CancelledError:
            if call.upload is not None:
                call.upload.abort()
            if (failure := call.attempt_was_cancelled()) is None:
                raise
            return AttemptResult(failure)
        finally:
            call.sent_at = None
            if timer is not None:
                timer.cancel()

    async def _refusal(self, call: Call[Any], response: ClientResponse) -> AttemptResult:
        """Return the result of a response with an error status, its body read within small bounds."""
        if is_redirect(response.status):
            return AttemptResult(redirect_failure(response.status), None, response.status, response.headers)
        body = await read_some(response, _ERROR_BODY_BYTES, _ERROR_BODY_SECONDS)
        value, failure = self.api.read(call, response.status, response.headers, body)
        result = AttemptResult(failure, value, response.status, response.headers)
        result.body = body
        result.retry_after = read_retry_after(response.headers)
        return result

    async def _open_session(self) -> ClientSession:
        session = await self.owner.open()
        if self._is_own:
            self._header_timeouts.start()
        return session


async def ask_for_key(ask: KeyCallable, run: RunCallable | None) -> str | Failure:
    """Return the key that the program's callable gives now, called by *run* or else at once; or why there is none."""
    try:
        key: object = ask() if run is None else await run(ask)
        if inspect.isawaitable(key):
            key = await key
    except Exception as exc:  # noqa: BLE001 (the caller's code may raise anything, and its words may hold the key)
        return key_failure(f"raised {type(exc).__name__}")
    if isinstance(key, Failure):
        return key
    return usable_key(key) or key_failure("gave no usable key: it must return one line of printable ASCII")


async def _noting(call: Call[Any], sent: Awaitable[ClientResponse]) -> ClientResponse:
    """Return the response of what aiohttp itself has *sent*, and note whether that opened a connection."""
    opened = OpenedConnection()
    token = opened_connection.set(opened)
    try:
        return await sent
    finally:
        opened_connection.reset(token)
        call.has_opened = call.has_opened or opened.value


async def _take_long_way(
    session: ClientSession, call: Call[Any], headers: CIMultiDict[str], how: Any
) -> ClientResponse:
    """Return the response of *call*, sent by aiohttp itself."""
    body = await call.next_body()
    return await send_request(session, call.method, call.url(), data=body, headers=headers, **how)


def _start_timer(call: Call[Any], header_seconds: float | None) -> ProgressTimer | asyncio.TimerHandle | None:
    """Start what ends the attempt of *call* if its response does not begin in time; None where others see to that."""
    progress = call.options.limits.progress
    if progress is not None:
        return ProgressTimer(progress, call.progress, partial(call.cancel_attempt, NO_PROGRESS))
    if header_seconds is not None:
        return asyncio.get_running_loop().call_later(header_seconds, call.cancel_attempt, NO_HEADERS)
    return None


def _without_upgrade(refusal: AttemptResult) -> AttemptResult:
    """Return *refusal*, the answer to a handshake, with what it means for a WebSocket."""
    if refusal.status in OK:
        refusal.failure = not_upgraded(refusal.status)
    elif is_redirect(refusal.status) and refusal.failure is not None:
        refusal.failure = socket_redirect(refusal.status)
    return refusal


def _until_headers(limits: Limits) -> float:
    """Return how long the headers of a stream may take: the wait for them is part of that for its first event."""
    silence = limits.silence if limits.attempt is None else limits.attempt.sock_read
    return limits.idle if silence is None else min(silence, limits.idle)
