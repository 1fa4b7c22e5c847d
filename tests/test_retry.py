"""When another attempt is made, and after how long: the arithmetic, the server's word, and aiohttp-retry's loop."""

import asyncio
import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from multidict import CIMultiDict

from aigpt._http.call_retry import CallRetry, retrying
from aigpt._http.failure import CUT, DEADLINE, Failure, exception_failure
from aigpt._http.retry import RetryPolicy, read_retry_after
from aigpt._igpt.protocol import NOT_JSON, read_response

# ── how long ────────────────────────────────────────────────────────────────────────────────────────────────────


def never() -> float:
    return 0.0


def most() -> float:
    """Return the largest number that `random.random` gives."""
    return 1.0 - 2**-53


EXACT = RetryPolicy(jitter=0.0)


def test_the_waits_are_100_200_400_ms() -> None:
    assert [EXACT.delay(retry) for retry in (1, 2, 3, 4)] == pytest.approx([0.1, 0.2, 0.4, 0.8])


@pytest.mark.parametrize(("retry", "least", "longest"), [(1, 0.075, 0.1), (2, 0.15, 0.2), (3, 0.3, 0.4)])
def test_each_is_shortened_by_up_to_a_quarter(retry: int, least: float, longest: float) -> None:
    assert RetryPolicy().delay(retry, rand=never) == pytest.approx(longest)
    assert RetryPolicy().delay(retry, rand=most) == pytest.approx(least)
    assert RetryPolicy().delay(retry, rand=lambda: 0.5) == pytest.approx((least + longest) / 2)


def test_by_default_chance_decides() -> None:
    waits = [RetryPolicy().delay(1) for _ in range(100)]
    assert len(set(waits)) > 50
    assert all(wait is not None and 0.075 <= wait <= 0.1 for wait in waits)


EXTREMES: dict[str, tuple[RetryPolicy, int, float]] = {
    "a minute is the longest": (EXACT, 11, 60.0),
    "the last below it": (EXACT, 10, 51.2),
    "for any number of retries": (EXACT, 10**9, 60.0),
    "a factor of 1 waits the same": (RetryPolicy(factor=1.0, jitter=0.0), 10**9, 0.1),
    "a great factor": (RetryPolicy(factor=1000.0, jitter=0.0), 2, 60.0),
    "a great base": (RetryPolicy(base=3600.0, jitter=0.0), 1, 60.0),
    "both, where floats end": (RetryPolicy(base=3600.0, factor=1000.0, jitter=0.0), 103, 60.0),
    "no base, no wait": (RetryPolicy(base=0.0, jitter=0.0), 3, 0.0),
    "not even where floats end": (RetryPolicy(base=0.0, factor=1000.0, jitter=0.0), 2000, 0.0),
    "full jitter may come to nothing": (RetryPolicy(jitter=1.0), 1, 0.0),
}


@pytest.mark.parametrize("case", EXTREMES)
def test_the_wait_is_finite_and_at_most_a_minute(case: str) -> None:
    policy, retry, wait = EXTREMES[case]
    assert policy.delay(retry, rand=most) == pytest.approx(wait, abs=1e-12)


@given(
    st.builds(RetryPolicy, base=st.floats(0, 3600), factor=st.floats(1, 1000), jitter=st.floats(0, 1)),
    st.integers(1, 10**6),
    st.floats(0, 1, exclude_max=True),
)
def test_any_policy_waits_between_nothing_and_a_minute(policy: RetryPolicy, retry: int, chance: float) -> None:
    wait = policy.delay(retry, rand=lambda: chance)
    assert wait is not None
    assert 0 <= wait <= 60
    longest = policy.delay(retry, rand=never)
    assert longest is not None
    assert longest * (1 - policy.jitter) <= wait * (1 + 1e-9)


@pytest.mark.parametrize(
    ("asked", "least", "longest"),
    [(0.05, 0.05, 0.0625), (2.0, 2.0, 2.5), (4.0, 4.0, 5.0), (30.0, 30.0, 31.0), (60.0, 60.0, 61.0)],
)
def test_the_servers_word_goes_first_and_is_never_shortened(asked: float, least: float, longest: float) -> None:
    """Lengthened by up to a quarter, one second at most, so that not everybody comes back at once."""
    assert RetryPolicy().delay(3, asked, never) == least
    assert RetryPolicy().delay(3, asked, most) == pytest.approx(longest)
    assert EXACT.delay(3, asked, most) == asked


@pytest.mark.parametrize("asked", [60.001, 61.0, 3600.0, 1e300, math.inf])
def test_more_than_a_minute_is_not_waited_for(asked: float) -> None:
    assert RetryPolicy().delay(1, asked) is None


def test_a_server_that_asks_for_no_wait_gets_the_usual_one() -> None:
    assert EXACT.delay(2, 0.0) == 0.2


# ── the server's word ───────────────────────────────────────────────────────────────────────────────────────────

NOW = datetime(2026, 3, 1, 12, 0, 0, tzinfo=UTC)


def asked(retry_after: str | None = None, milliseconds: str | None = None) -> float | None:
    named = {"retry-after": retry_after, "Retry-After-Ms": milliseconds}
    return read_retry_after(CIMultiDict({k: v for k, v in named.items() if v is not None}), NOW.timestamp)


def in_seconds(seconds: float) -> str:
    return format_datetime(NOW + timedelta(seconds=seconds), usegmt=True)


SECONDS: dict[str, float] = {
    "0": 0,
    "1": 1,
    "120": 120,
    "0.5": 0.5,
    "2.": 2,
    " 7 ": 7,
    "007": 7,
    "999999999999": 999999999999,
    in_seconds(30): 30,
    in_seconds(0): 0,
    in_seconds(-30): 0,
    "Thu, 01 Jan 1970 00:00:00 GMT": 0,
    "Sunday, 01-Mar-26 12:00:09 GMT": 9,
    "Sun Mar  1 12:00:09 2026": 9,
    "Sun, 01 Mar 2026 12:00:09 -0000": 9,
    "Sun, 01 Mar 2026 12:00:09": 9,
    "Sun, 01 Mar 2026 13:00:09 +0100": 9,
}


@pytest.mark.parametrize("value", SECONDS)
def test_retry_after_is_seconds_or_a_date(value: str) -> None:
    assert asked(value) == SECONDS[value]


NOTHING = (
    *(
        "",
        " ",
        "soon",
        "-5",
        "+5",
        "-0.5",
        "1_000",
        "1e3",
        "0x10",
        ".5",
        "1,5",
        "1 2",
        "nan",
        "inf",
        "-inf",
        "Infinity",
    ),
    *(
        "٣",
        "\u20035",
        "\uff11",
        "9" * 5000,
        "None",
        "true",
        "\x00",
        "5;",
        "Wed",
        "Sun, 99 Mar 2026 12:00:00 GMT",
    ),
    *("Sun, 01 Mar 100000 12:00:00 GMT", "Sun, 01 Mar 2026 12:00:00 +9999", "Sun, 01 Mar 2026 99:00:00 GMT"),
)


def test_a_huge_number_is_a_long_wait_not_nonsense() -> None:
    """So that it ends the retrying, as the server asks."""
    assert asked("9" * 13) == 1e13 - 1
    assert RetryPolicy().delay(1, asked("9" * 300)) is None


@pytest.mark.parametrize("value", NOTHING)
def test_nonsense_says_nothing(value: str) -> None:
    assert asked(value) is None
    assert asked(None, value) is None
    assert asked("5", value) == 5


def test_a_date_without_a_zone_is_in_utc_wherever_the_program_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    try:
        assert asked("Sun, 01 Mar 2026 12:00:09 -0000") == 9
        assert asked("Sun, 01 Mar 2026 12:00:09") == 9
    finally:
        monkeypatch.undo()
        time.tzset()


def test_milliseconds_go_before_seconds() -> None:
    assert asked("60", "250") == 0.25
    assert asked(None, "1500.5") == 1.5005
    assert asked("60", "0") == 0


def test_no_header_says_nothing() -> None:
    assert asked() is None


DATE_PARTS = st.sampled_from(
    ["Sun,", "Sun", "01", "Mar", "-", "2026", "12:00:00", "1:2", ":", ".", "GMT", "+0100", "-9999", "(x)", "9" * 9]
)


@given(
    st.text(max_size=40)
    | st.lists(DATE_PARTS, max_size=8).map(" ".join)
    | st.lists(DATE_PARTS, max_size=8).map("".join)
)
def test_no_header_raises(value: str) -> None:
    seconds = read_retry_after({"Retry-After": value, "retry-after-ms": value[::-1]}, NOW.timestamp)
    assert seconds is None or 0 <= seconds < math.inf


# ── aiohttp-retry ───────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Tried:
    """What an attempt came to."""

    failure: Failure | None = None
    retry_after: float | None = None
    status: int = 0
    method: str = "POST"


def status(code: int, retry_after: float | None = None) -> Tried:
    return Tried(read_response(code, b"")[1], retry_after, code)


DOWN, GOOD, DENIED = status(503), Tried(status=200), status(401)
STALE = Tried(exception_failure(ConnectionResetError(104, "reset"), at_once=True))


async def run(
    attempts: list[Tried],
    policy: RetryPolicy = EXACT,
    deadline: float | None = None,
    clock: Callable[[], float] = never,
) -> tuple[Tried, list[int]]:
    """Return what a call whose attempts are *attempts* (the last one sticks) comes to, and which retries it made."""
    retries: list[int] = []

    async def again(retry: int) -> Tried:
        retries.append(retry)
        return attempts[min(retry, len(attempts) - 1)]

    return await retrying(attempts[0], again, CallRetry(policy, deadline, clock)), retries


@pytest.mark.parametrize(
    ("max_retries", "expected"),
    [(0, []), (1, [0.1]), (2, [0.1, 0.2]), (3, [0.1, 0.2, 0.4]), (5, [0.1, 0.2, 0.4, 0.8, 1.6])],
)
async def test_max_retries_counts_retries_and_the_first_wait_is_the_base(
    max_retries: int, expected: list[float], waits: list[float]
) -> None:
    last, retries = await run([DOWN], RetryPolicy(max_retries=max_retries, jitter=0.0))
    assert last is DOWN
    assert waits == pytest.approx(expected)
    assert retries == list(range(1, max_retries + 1))


async def test_waits_are_jittered(waits: list[float]) -> None:
    for _ in range(20):
        await run([DOWN], RetryPolicy())
    assert all(0.075 <= wait <= 0.1 for wait in waits[0::3])
    assert all(0.15 <= wait <= 0.2 for wait in waits[1::3])
    assert all(0.3 <= wait <= 0.4 for wait in waits[2::3])
    assert len(set(waits)) > 30


@pytest.mark.parametrize("last", [GOOD, DENIED, Tried(NOT_JSON, status=200), Tried(DEADLINE)])
async def test_the_first_attempt_that_another_would_not_mend_is_the_last(last: Tried, waits: list[float]) -> None:
    assert await run([DOWN, DOWN, last]) == (last, [1, 2])
    assert waits == [0.1, 0.2]
    assert await run([last]) == (last, [])


@pytest.mark.parametrize("code", [408, 409, 425, 429, 500, 501, 502, 503, 504])
async def test_statuses_that_may_pass_are_tried_again(code: int, waits: list[float]) -> None:
    assert (await run([status(code), GOOD]))[1] == [1]


@pytest.mark.parametrize("code", [400, 401, 403, 404, 410, 413, 422])
async def test_statuses_that_the_caller_must_mend_are_not(code: int, waits: list[float]) -> None:
    assert (await run([status(code), GOOD]))[1] == []
    assert waits == []


async def test_a_cut_body_is_tried_again(waits: list[float]) -> None:
    assert await run([Tried(CUT, status=200), GOOD]) == (GOOD, [1])


async def test_the_servers_word_replaces_one_wait(waits: list[float]) -> None:
    assert (await run([status(429, 7.0), DOWN, status(503, 0.5), GOOD]))[0] is GOOD
    assert waits == [7.0, 0.2, 0.5]


async def test_the_servers_word_is_lengthened_never_shortened(waits: list[float]) -> None:
    for _ in range(20):
        await run([status(429, 8.0), GOOD], RetryPolicy())
    assert all(8.0 <= wait <= 9.0 for wait in waits)
    assert len(set(waits)) > 10


@pytest.mark.parametrize("seconds", [60.5, 3600.0, 1e12])
async def test_a_word_of_more_than_a_minute_ends_the_retrying_at_once(seconds: float, waits: list[float]) -> None:
    refused = status(429, seconds)
    assert await run([DOWN, refused]) == (refused, [1])
    assert waits == [0.1]


class Clock:
    """Time that passes only when aiohttp-retry is told to wait."""

    def __init__(self, waits: list[float]) -> None:
        self._waits = waits

    def __call__(self) -> float:
        return 1000.0 + sum(self._waits)


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [(0.05, []), (0.1, []), (0.11, [0.1]), (0.3, [0.1]), (0.5, [0.1, 0.2]), (0.71, [0.1, 0.2, 0.4])],
)
async def test_no_wait_goes_beyond_the_deadline(deadline: float, expected: list[float], waits: list[float]) -> None:
    last, _ = await run([DOWN], EXACT, 1000.0 + deadline, Clock(waits))
    assert last is DOWN
    assert waits == pytest.approx(expected)


async def test_a_word_beyond_the_deadline_ends_the_retrying_at_once(waits: list[float]) -> None:
    refused = status(429, 5.0)
    assert await run([refused], EXACT, 1004.0, Clock(waits)) == (refused, [])
    assert waits == []


async def test_a_dead_connection_is_tried_again_at_once_and_counts(waits: list[float]) -> None:
    assert await run([STALE, GOOD]) == (GOOD, [1])
    assert waits == [0.0]
    assert await run([STALE, DOWN], RetryPolicy(max_retries=2, jitter=0.0)) == (DOWN, [1, 2])
    assert waits == [0.0, 0.0, 0.2]
    assert await run([STALE]) == (STALE, [1, 2, 3])
    assert waits[3:] == [0.0] * 3
    assert await run([STALE], RetryPolicy(max_retries=0)) == (STALE, [])


async def test_two_calls_at_once_share_no_count(waits: list[float]) -> None:
    outcomes = await asyncio.gather(*(run([DOWN]) for _ in range(5)))
    assert [retries for _, retries in outcomes] == [[1, 2, 3]] * 5
    assert sorted(waits) == pytest.approx([0.1] * 5 + [0.2] * 5 + [0.4] * 5)


async def test_an_exception_passes_through_and_nothing_is_logged(
    waits: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    """aiohttp-retry logs the repr of what it catches, which in aiohttp's case holds the key."""

    async def again(retry: int) -> Tried:
        raise ValueError("secret")

    with caplog.at_level(logging.DEBUG), pytest.raises(ValueError, match="secret"):
        await retrying(DOWN, again, CallRetry(EXACT, None, never))
    assert not [record for record in caplog.records if record.name != "asyncio"]


async def test_cancelling_the_wait_cancels_the_call() -> None:
    async def again(retry: int) -> Tried:
        raise AssertionError

    task = asyncio.create_task(retrying(status(429, 50.0), again, CallRetry(EXACT, None, never)))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
