"""When to retry, and after what wait.

`RetryPolicy` is plain arithmetic. `CallRetry` is the policy of one failing call in the shape aiohttp-retry asks for,
and corrects what that library does by itself: `attempts` counts tries there, the first delay is base * factor, no
exception is retried, and a failed response is held during the wait. Here a failed attempt is a value, its response
read or closed before the wait.
"""

from __future__ import annotations

import logging
import random
import re
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any, Generic, Protocol, TypeVar, cast

from aiohttp import ClientResponse, ClientSession
from aiohttp_retry import RetryClient, RetryOptionsBase

from aigpt._http.failure import Failure

RETRIED_STATUSES = frozenset({408, 409, 425, 429})
"""Retried besides all from 500 on, unless an API has rules of its own."""
_SERVER_ERROR = 500
_LONGEST_SPREAD = 1.0


def is_retried_status(status: int) -> bool:
    """Return whether a response with this error *status* may be mended by another attempt."""
    return status >= _SERVER_ERROR or status in RETRIED_STATUSES


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How often, and after what waits. Times are in seconds."""

    max_retries: int = 3
    base: float = 0.1
    factor: float = 2.0
    jitter: float = 0.25
    longest_retry_after: float = 60.0
    """A server that asks for a longer wait ends the retrying."""
    longest_delay: float = 60.0
    """The longest wait where the server asks for none."""

    def delay(
        self, retry: int, retry_after: float | None = None, rand: Callable[[], float] = random.random
    ) -> float | None:
        """Return the seconds to wait before the *retry*-th retry (from 1); None if the wait would be too long.

        By default ``base * factor ** (retry - 1)``, `longest_delay` at most, shortened by up to `jitter` of it at
        random. Where the server asks for a wait (*retry_after*), that, lengthened by up to `jitter` of it, one second
        at most, so that not all clients return at once.
        """
        if retry_after:
            if retry_after > self.longest_retry_after:
                return None
            return retry_after + rand() * min(self.jitter * retry_after, _LONGEST_SPREAD)
        try:
            wait = min(self.base * self.factor ** (retry - 1), self.longest_delay)
        except OverflowError:
            wait = self.longest_delay if self.base else 0.0
        return wait * (1.0 - self.jitter * rand())


def read_retry_after(headers: Mapping[str, str], now: Callable[[], float] = time.time) -> float | None:
    """Return the seconds a server asks to wait; None where it says nothing, or nothing usable.

    Reads ``retry-after-ms``, then ``Retry-After`` as seconds or as an HTTP date; a date that has passed is 0.
    """
    milliseconds = _number(headers.get("retry-after-ms", ""))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("Retry-After", "")
    seconds = _number(value)
    if seconds is not None or not value:
        return seconds
    try:
        date = parsedate_to_datetime(value)
        if date.tzinfo is None:  # "-0000": HTTP dates are in UTC, whatever the zone says
            date = date.replace(tzinfo=UTC)
        return max(0.0, date.timestamp() - now())
    except (ValueError, OverflowError, TypeError):
        return None


_NUMBER = re.compile(r"\s*[0-9]{1,300}(\.[0-9]*)?\s*", re.ASCII)


def _number(value: str) -> float | None:
    return float(value) if _NUMBER.fullmatch(value) else None


# ── aiohttp-retry ───────────────────────────────────────────────────────────────────────────────────────────────


class Attempt(Protocol):
    """The result of an attempt as the retrying sees it: a value that holds no connection."""

    @property
    def failure(self) -> Failure | None: ...
    @property
    def retry_after(self) -> float | None: ...
    @property
    def status(self) -> int: ...
    @property
    def method(self) -> str: ...


AttemptT = TypeVar("AttemptT", bound=Attempt)


class CallRetry(RetryOptionsBase):
    """The policy of one failing call, as aiohttp-retry's options.

    *deadline* is in *clock* time; None for no deadline. *on_retry* is told of an attempt that will be retried, and
    after what wait.
    """

    def __init__(
        self,
        policy: RetryPolicy,
        deadline: float | None,
        clock: Callable[[], float],
        on_retry: Callable[[Any, float], None] | None = None,
    ) -> None:
        super().__init__(
            attempts=policy.max_retries + 1,
            methods=("POST",),
            retry_all_server_errors=False,
            evaluate_response_callback=self._is_final,
        )
        self._policy = policy
        self._deadline = deadline
        self._clock = clock
        self._on_retry = on_retry
        self._retry = 0
        self._delay = 0.0

    async def _is_final(self, response: ClientResponse) -> bool:
        """Return whether this attempt's result is the call's, and fix the wait if it is not."""
        attempt = cast("Attempt", response)
        failure = attempt.failure
        if failure is None or not failure.retry:
            return True
        self._retry += 1
        delay = 0.0 if failure.at_once else self._policy.delay(self._retry, attempt.retry_after)
        if delay is None or (self._deadline is not None and self._clock() + delay >= self._deadline):
            return True
        self._delay = delay
        if self._on_retry is not None:
            self._on_retry(attempt, delay)
        return False

    def get_timeout(self, attempt: int, response: ClientResponse | None = None) -> float:  # noqa: ARG002
        """Return the seconds to wait, as fixed when the attempt was looked at."""
        return self._delay


class _AttemptSession(Generic[AttemptT]):
    """What aiohttp-retry takes for a session: its requests are whole attempts, the first of which is made already."""

    def __init__(self, first: AttemptT, again: Callable[[int], Awaitable[AttemptT]]) -> None:
        self._first = first
        self._again = again

    async def request(self, _method: str, _url: str, *, trace_request_ctx: dict[str, int], **_: Any) -> AttemptT:
        number = trace_request_ctx["current_attempt"]
        return self._first if number == 1 else await self._again(number - 1)


# aiohttp-retry logs the repr of exceptions, which hold the key. None reach it here; a silent logger makes sure.
_silent = logging.getLogger("aigpt.retry.silent")
_silent.addHandler(logging.NullHandler())
_silent.propagate = False
_silent.setLevel(logging.CRITICAL + 1)


async def retrying(first: AttemptT, again: Callable[[int], Awaitable[AttemptT]], options: CallRetry) -> AttemptT:
    """Return the last attempt of a call whose *first* failed; ``again(n)`` makes the *n*-th retry."""
    session = cast("ClientSession", _AttemptSession(first, again))
    client = RetryClient(client_session=session, logger=_silent, retry_options=options)
    return cast("AttemptT", await client.request("POST", ""))
