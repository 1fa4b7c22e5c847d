"""What a server says of its rate limits in the headers of a response. Pure: the time is passed in.

Most servers of the OpenAI protocol send OpenAI's names, ``x-ratelimit-limit-requests``, ``-remaining-requests`` and
``-reset-requests``, and the same for tokens. Others leave ``-requests`` out, or have names of their own; the moment at
which the whole limit is there again is a duration (``6m0s``, ``250ms``), a number of seconds, a Unix time or a date.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple

_PART = re.compile(r"([0-9]+(?:\.[0-9]+)?)(d|h|ms|us|µs|ns|m|s)")
_DURATION = re.compile(rf"(?:{_PART.pattern})+")
_NUMBER = re.compile(r"[0-9]{1,18}(\.[0-9]{1,18})?")
_UNITS = {"d": 86400.0, "h": 3600.0, "m": 60.0, "s": 1.0, "ms": 1e-3, "us": 1e-6, "µs": 1e-6, "ns": 1e-9}
_UNIX_SECONDS, _UNIX_MILLISECONDS = 1e9, 1e12
_LONGEST_SECONDS = 31 * 86400.0
_UNLIMITED = 1e15


class Quota(NamedTuple):
    """How much of one limit there is."""

    limit: float | None
    """The most there can be; None where the server does not say."""
    remaining: float
    reset: float | None
    """Seconds until all of it is there again; None where the server does not say."""
    step: float = 0.0
    """How exactly `reset` is told, in seconds."""


class RateLimits(NamedTuple):
    """The limits that a response tells."""

    requests: Quota | None
    tokens: Quota | None


class CallCost(NamedTuple):
    """What a call counts for, as far as it is known before it is sent. It is one request besides."""

    pool: str
    """What its limits belong to; a model, mostly. Calls with the same share them."""
    input_tokens: int
    output_tokens: int | None
    """The most that it allows for; None where it sets no bound."""


def read_rate_limits(
    headers: Mapping[str, str], *, refused: bool = False, now: Callable[[], float] = time.time
) -> RateLimits | None:
    """Return what *headers* tell of the limits; None where they tell nothing usable.

    What remains, alone, is not usable: Azure sends it minutes old. *refused*: the status was 429, which stands for
    "nothing remains" where a server then tells no more than the time of the reset.
    """
    requests = _first(headers, _OF_REQUESTS, now, refused=refused)
    tokens = _first(headers, _OF_TOKENS, now, refused=refused)
    return RateLimits(requests, tokens) if requests or tokens else None


def _names(pattern: str) -> tuple[str, str, str]:
    return pattern.format("limit"), pattern.format("remaining"), pattern.format("reset")


_OF_REQUESTS = tuple(
    map(
        _names,
        (
            "x-ratelimit-{}-requests",
            "x-rate-limit-{}-requests",  # Azure, for the reset
            "anthropic-ratelimit-requests-{}",
            "x-ratelimit-{}",
            "ratelimit-{}",
        ),
    )
)
_OF_TOKENS = tuple(
    map(
        _names,
        ("x-ratelimit-{}-tokens", "x-rate-limit-{}-tokens", "anthropic-ratelimit-tokens-{}", "x-tokenlimit-{}"),
    )
)


def _first(
    headers: Mapping[str, str], families: tuple[tuple[str, str, str], ...], now: Callable[[], float], *, refused: bool
) -> Quota | None:
    for limit_name, remaining_name, reset_name in families:
        told = headers.get(remaining_name), headers.get(limit_name), headers.get(reset_name)
        if told[0] is None and not (refused and told[2] is not None):
            continue
        quota = _quota(*told, now)
        if quota is not None:
            return quota
    return None


def _quota(
    told_remaining: str | None, told_limit: str | None, told_reset: str | None, now: Callable[[], float]
) -> Quota | None:
    remaining = 0.0 if told_remaining is None else _number(told_remaining)
    limit = None if told_limit is None else _number(told_limit)
    reset, step = read_reset(told_reset or "", now)
    if remaining is None or (limit is None and reset is None):
        return None
    if told_limit is not None and (limit is None or not 0 < limit < _UNLIMITED):  # -1: it is unknown, or there is none
        return None
    return Quota(limit, remaining, reset, step)


@lru_cache(maxsize=4096)
def _number(text: str) -> float | None:
    text = text.strip()
    return float(text) if _NUMBER.fullmatch(text) else None


def read_reset(text: str, now: Callable[[], float] = time.time) -> tuple[float | None, float]:
    """Return the seconds that *text*, the value of a ``-reset`` header, stands for, and how exactly it says so."""
    text = text.strip()
    if _DURATION.fullmatch(text):
        seconds, step = _read_duration(text)
    elif _NUMBER.fullmatch(text):
        seconds = float(text)
        step = 0.0 if "." in text else 1.0
        if seconds >= _UNIX_MILLISECONDS:
            seconds, step = seconds / 1000 - now(), 1e-3
        elif seconds >= _UNIX_SECONDS:
            seconds -= now()
    else:
        try:
            moment = datetime.fromisoformat(text)
            seconds, step = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - now(), 1.0
        except (ValueError, OverflowError):
            return None, 0.0
    return (max(seconds, 0.0), step) if seconds <= _LONGEST_SECONDS else (None, 0.0)


@lru_cache(maxsize=4096)
def _read_duration(text: str) -> tuple[float, float]:
    seconds, step = 0.0, 1.0
    for number, unit in _PART.findall(text):
        seconds += float(number) * _UNITS[unit]
        decimals = len(number.partition(".")[2])
        step = min(step, _UNITS[unit] * 10.0**-decimals)
    return seconds, step
