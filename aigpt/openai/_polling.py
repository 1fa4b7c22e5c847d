"""Asking for an object again and again until its state is final: at the server's pace, or at the caller's."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from aigpt.openai._errors import WaitTimeoutError
from aigpt.openai._helper_work import HelperWork
from aigpt.openai._options import is_omitted
from aigpt.openai._types import NotGiven
from aigpt.openai._unfit import UNFIT, not_promised

if TYPE_CHECKING:
    from aigpt.openai._raw_response import RawResponse

DEFAULT_SECONDS = 1.0
LEAST_SECONDS = 0.05
"""The least pause that a server can ask for: one that says 0 would be asked without end."""
_HINT = "openai-poll-after-ms"

IsFinal = Callable[[Any], bool]


class Polling(HelperWork):
    """The work of a method that polls. Takes `poll_interval_ms` out of *given*, the parameters of that method.

    Raises TypeError or ValueError where it is none, and what `HelperWork` raises.
    """

    def __init__(
        self,
        resource: Any,
        name: str,
        given: dict[str, Any],
        deadline: float | NotGiven | None,
        abort: object,
        on_progress: Callable[..., object] | None,
    ) -> None:
        super().__init__(resource, name, deadline, abort, on_progress)
        milliseconds = check_number("poll_interval_ms", given.pop("poll_interval_ms", None))
        self._seconds = None if milliseconds is None else milliseconds / 1000
        self.headers = {"X-Stainless-Poll-Helper": "true"}
        """What openai's helpers send with each poll."""
        if milliseconds is not None:
            self.headers["X-Stainless-Custom-Poll-Interval"] = f"{milliseconds}"

    async def poll(
        self,
        ask: Callable[[], Awaitable[RawResponse[Any]]],
        is_final: IsFinal,
        *,
        max_seconds: float | None = None,
        asks_once: bool = False,
    ) -> Any:
        """Return the first object that *ask* gives of which *is_final* is true.

        After *max_seconds* no request is begun (but for the first one where it *asks_once*, whatever they are), and
        WaitTimeoutError is raised.
        """
        loop = asyncio.get_running_loop()
        end = math.inf if max_seconds is None else loop.time() + max_seconds
        while asks_once or loop.time() < end:
            asks_once = False
            answer = await ask()
            found = answer.parse()
            try:
                over = is_final(found)
            except UNFIT as exc:
                raise not_promised(exc, answer.http_response) from None
            await self.tell(found)
            if over:
                return found
            pause = self._seconds
            if pause is None:
                pause = hinted_seconds(answer.headers)
            await asyncio.sleep(min(pause, max(end - loop.time(), 0.0)))
        message = f"Request timed out: what was waited for took longer than max_wait_seconds ({max_seconds:g} s)."
        raise self.error(WaitTimeoutError, message)


def hinted_seconds(headers: Mapping[str, str]) -> float:
    """Return how long the server asks to wait before the next poll; the default where it says nothing usable."""
    try:
        milliseconds = float(headers.get(_HINT, ""))
    except ValueError:
        return DEFAULT_SECONDS
    usable = math.isfinite(milliseconds) and milliseconds >= 0
    return max(milliseconds / 1000, LEAST_SECONDS) if usable else DEFAULT_SECONDS


def check_number(name: str, value: Any) -> float | None:
    """Return *value*; None where it is not given. Raises TypeError or ValueError for what is no time to wait."""
    if value is None or is_omitted(value):
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{name} must be a number, not {type(value).__name__}")
    if not math.isfinite(value) or value < 0:
        raise ValueError(f"{name} must be a finite number that is not negative, not {value:g}")
    return value
