"""The retrying of one call that failed, by aiohttp-retry. Imported when a call fails.

`CallRetry` is a `RetryPolicy` in the shape aiohttp-retry asks for, and corrects what that library does by itself:
`attempts` counts tries there, the first delay is base * factor, no exception is retried, and a failed response is held
during the wait. Here a failed attempt is a value, its response read or closed before the wait.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any, Generic, Protocol, TypeVar, cast

from aiohttp import ClientResponse, ClientSession
from aiohttp_retry import RetryClient, RetryOptionsBase

from aigpt._http.failure import Failure
from aigpt._http.retry import RetryPolicy


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
