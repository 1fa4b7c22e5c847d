"""What one call sends, and how: method, route, body, headers and options, fixed before its first attempt. No I/O."""

from __future__ import annotations

from asyncio import TimerHandle, get_running_loop
from collections.abc import Awaitable, Callable, Mapping
from random import getrandbits
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from multidict import CIMultiDict, istr
from yarl import URL

from aigpt._http.aiohttp_internals import Upload, request_body
from aigpt._http.cancellation import Abort, Cancellation
from aigpt._http.checks import header_problem
from aigpt._http.failure import TIMED_OUT, Failure, unsendable
from aigpt._http.limiter import ConnectionLimiter
from aigpt._http.options import Options

if TYPE_CHECKING:
    from aigpt._telemetry.observer import CallObserver

ResultT = TypeVar("ResultT")

_IDEMPOTENCY_KEY = istr("Idempotency-Key")


class Call(Cancellation, Generic[ResultT]):
    """One call, ready to be sent; or not, and then `refused` says why. `ResultT` is what its caller gets."""

    # Defaults of the class, as in Cancellation.
    method = "POST"
    retries: int = 0
    """Attempts made so far, less one."""
    limiter: ConnectionLimiter | None = None
    """Where the attempt under way holds a place."""
    has_opened = False
    """Whether a connection had to be opened for the attempt under way."""
    attempt_timer: TimerHandle | None = None
    """Ends the attempt under way, where it is bounded as a whole."""
    refused: Failure | None = None
    abort: Abort | None = None
    observer: CallObserver | None = None
    """Observes the call, where the program uses OpenTelemetry or the client has hooks."""
    keeps_body = False
    """Whether the bytes of a successful response are to be kept."""
    body: bytes = b""
    open_body: Callable[[], Awaitable[Any]] | None = None
    """Makes the body anew for each attempt, where it cannot be sent twice as it is."""
    sending: Any = None
    """The body of the request under way."""
    is_repeatable = True
    """Whether its body can be sent a second time."""
    idempotency_key: str | None = None
    own_headers: CIMultiDict[str] | None = None
    """Its headers, where they may be others than those of its options."""
    key: str | None = None
    """The key of the last attempt, where a callable gives it; else it is in the headers."""

    def __init__(self, options: Options, route: str) -> None:
        self.options = options
        self.route = route
        if self.method == "POST" and _IDEMPOTENCY_KEY not in options.headers:
            # Unique, not secret. The same for all attempts, so that a server that knows the header does the work once.
            self.idempotency_key = f"{getrandbits(128):032x}"

    @property
    def headers(self) -> CIMultiDict[str]:
        """All headers that are sent, but for those of the body. They can be changed until it is sent."""
        headers = self.own_headers
        if headers is None:
            headers = self.own_headers = self.options.headers.copy()
            if self.idempotency_key is not None:
                headers[_IDEMPOTENCY_KEY] = self.idempotency_key
        return headers

    def url(self) -> URL:
        """Return where it is sent."""
        return self.options.url(self.route)

    def retry(self, retries: int) -> None:
        """Note that another attempt begins, after so many *retries* with this one."""
        self.retries = retries

    def authorized(self, key: str) -> CIMultiDict[str]:
        """Return the headers with *key*, which a callable has given; the caller's own go first."""
        headers = self.headers.copy()
        headers.setdefault("Authorization", f"Bearer {key}")
        return headers

    def add_headers(self, extra: object) -> None:
        """Send the headers *extra* too; or note why they cannot be sent."""
        problem = header_problem(extra)
        if problem:
            self.refused = unsendable(f"extra_headers {problem}")
        else:
            self.headers.update(cast("Mapping[str, str]", extra))

    async def next_body(self) -> Any:
        """Return the body of the next request."""
        self.sending = request_body(self.body) if self.open_body is None else await self.open_body()
        return self.sending

    @property
    def upload(self) -> Upload | None:
        """The sending of the body of the request under way, where that has begun."""
        return getattr(self.sending, "upload", None)

    def progress(self) -> object:
        """Return what changes as the body of the request under way is sent."""
        return None if self.upload is None else self.upload.progress()

    def limit_attempt(self, seconds: float) -> None:
        """Have the attempt under way end after so many *seconds*."""
        self.attempt_timer = get_running_loop().call_later(seconds, self.cancel_attempt, TIMED_OUT)

    def release(self) -> None:
        """End the attempt: give its place back, drop its timer, send no more of its body. Safe to call twice."""
        if self.sending is not None:
            upload, self.sending = self.upload, None
            if upload is not None and not upload.is_written:
                upload.abort()  # the server has answered before it was asked
        limiter = self.limiter
        if limiter is not None:
            self.limiter = None
            limiter.release()
        if self.attempt_timer is not None:
            self.attempt_timer.cancel()
            self.attempt_timer = None
