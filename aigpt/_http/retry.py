"""When to retry, and after what wait: plain arithmetic."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from string import whitespace

from aigpt._http.record import Record

RETRIED_STATUSES = frozenset({408, 409, 425, 429})
"""Retried besides all from 500 on, unless an API has rules of its own."""
_SERVER_ERROR = 500
_LONGEST_SPREAD = 1.0


def is_retried_status(status: int) -> bool:
    """Return whether a response with this error *status* may be mended by another attempt."""
    return status >= _SERVER_ERROR or status in RETRIED_STATUSES


class RetryPolicy(Record):
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


_MOST_DIGITS = 300  # more may be beyond what a float can hold


def _number(value: str) -> float | None:
    whole, _, decimals = value.strip(whitespace).partition(".")
    if not value.isascii() or not whole.isdigit() or len(whole) > _MOST_DIGITS or not (decimals + "0").isdigit():
        return None
    return float(value)
