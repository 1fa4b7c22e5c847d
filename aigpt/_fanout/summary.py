"""The figures of a run of many calls, kept in constant memory. Knows neither calls nor replies."""

from __future__ import annotations

import math
from collections import Counter
from typing import Any

from aigpt._fanout.usage import TOKENS, token_counts

_SMALLEST = 1e-5
_STEP = math.log(1.02)
_BUCKETS = 1280


class Latencies:
    """Durations in buckets that are 2 % apart, from 10 µs to eleven days: percentiles right to 1 %."""

    def __init__(self) -> None:
        self._counts = [0] * (_BUCKETS + 1)
        self._total = 0

    def add(self, seconds: float) -> None:
        """Count one duration."""
        number = int(math.log(seconds / _SMALLEST) / _STEP) + 1 if seconds > _SMALLEST else 0
        self._counts[min(number, _BUCKETS)] += 1
        self._total += 1

    def merge(self, other: Latencies) -> None:
        """Count the durations of *other* too."""
        self._counts = [mine + theirs for mine, theirs in zip(self._counts, other._counts, strict=True)]
        self._total += other._total

    def percentile(self, percent: float) -> float | None:
        """Return the seconds within which *percent* of the durations lie; None where there are none."""
        rank = max(1, math.ceil(self._total * percent / 100))
        seen = 0
        for number, count in enumerate(self._counts):
            seen += count
            if seen >= rank:
                return _SMALLEST * math.exp((number - 0.5) * _STEP) if number else _SMALLEST
        return None

    def histogram(self, bins: int) -> tuple[list[float], list[int]]:
        """Return at most *bins* counts, and the edges between them in seconds; empty where there is nothing."""
        filled = [number for number, count in enumerate(self._counts) if count]
        if not filled:
            return [], []
        first, last = filled[0], filled[-1] + 1
        width = math.ceil((last - first) / bins)
        starts = range(first, last, width)
        counts = [sum(self._counts[start : start + width]) for start in starts]
        return [_SMALLEST * math.exp((start - 1) * _STEP) for start in (*starts, starts[-1] + width)], counts


class Summary:
    """The figures so far: valid at any time, during a run and after it. Prints as a few lines."""

    def __init__(self) -> None:
        self.ok: int = 0
        """Calls that succeeded."""
        self.errors: Counter[str] = Counter()
        """Calls that failed, by code; for exceptions of a callable by the name of their class."""
        self.retries: int = 0
        """Attempts made after the first ones."""
        self.tokens: Counter[str] = Counter()
        """Tokens by the replies' `usage`: `input_tokens`, `output_tokens`, `total_tokens`, whatever an API calls them
        (`prompt_tokens` and `completion_tokens` in chat completions)."""
        self.usage_unknown: int = 0
        """Calls, failed ones among them, whose reply has no `usage`: `tokens` does not include these."""
        self.abandoned: int = 0
        """Items that were taken, but have no outcome since the run ended before."""
        self.stopped: str | None = None
        """Why the run was stopped early: an error code, or the argument of `stop`; None if it was not."""
        self.seconds: float = 0.0
        """How long the run has taken."""
        self.latencies: Latencies = Latencies()

    @property
    def failed(self) -> int:
        """Calls that did not succeed."""
        return self.errors.total()

    @property
    def done(self) -> int:
        """Calls that have ended, either way."""
        return self.ok + self.failed

    @property
    def throughput(self) -> float:
        """Calls that ended per second."""
        return self.done / self.seconds if self.seconds > 0 else 0.0

    def count(self, error: str | None, retries: int, elapsed: float, usage: object) -> None:
        """Count one call: its error code or None, its retries, its seconds, and the `usage` of its reply."""
        if error is None:
            self.ok += 1
        else:
            self.errors[error] += 1
        self.retries += retries
        self.latencies.add(elapsed)
        known = token_counts(usage)
        if known:
            self.tokens.update(known)
        else:
            self.usage_unknown += 1

    def merge(self, other: Summary) -> None:
        """Count the calls of *other* too. `seconds` and `stopped` stay."""
        self.ok += other.ok
        self.errors.update(other.errors)
        self.retries += other.retries
        self.tokens.update(other.tokens)
        self.usage_unknown += other.usage_unknown
        self.abandoned += other.abandoned
        self.latencies.merge(other.latencies)

    def as_dict(self) -> dict[str, Any]:
        """Return all figures as one JSON object. Times are in seconds."""
        return {
            "done": self.done,
            "ok": self.ok,
            "failed": self.failed,
            "errors": dict(self.errors.most_common()),
            "retries": self.retries,
            "tokens": {name: self.tokens[name] for name in TOKENS if name in self.tokens},
            "usage_unknown": self.usage_unknown,
            "abandoned": self.abandoned,
            "stopped": self.stopped,
            "seconds": round(self.seconds, 6),
            "throughput": round(self.throughput, 3),
            "latency": {f"p{percent}": self.latencies.percentile(percent) for percent in (50, 95, 99)},
        }

    def __str__(self) -> str:
        return describe(self)

    def __repr__(self) -> str:
        return f"<Summary {self.done} done, {self.failed} failed>"


def describe(summary: Summary, *, has_usage: bool = True) -> str:
    """Return *summary* in lines for people. Without *has_usage*, of calls that use no tokens, none are unknown."""
    lines = [f"{_calls(summary.done)}: {summary.ok} ok, {summary.failed} failed{_by_code(summary.errors)}"]
    retries = "1 retry" if summary.retries == 1 else f"{summary.retries} retries"
    lines.append(f"{summary.seconds:.1f} s, {summary.throughput:.1f} calls/s, {retries}")
    if summary.done:
        marks = (f"p{percent} {format_duration(summary.latencies.percentile(percent))}" for percent in (50, 95, 99))
        lines.append(f"latency: {', '.join(marks)}")
    tokens = ", ".join(f"{summary.tokens[name]} {name.split('_')[0]}" for name in TOKENS if name in summary.tokens)
    unknown = f"unknown for {_calls(summary.usage_unknown)}" if summary.usage_unknown and has_usage else ""
    if tokens or unknown:
        lines.append(f"tokens: {'; '.join(filter(None, (tokens, unknown)))}")
    if summary.abandoned:
        lines.append(f"{summary.abandoned} taken, but without an outcome")
    if summary.stopped:
        lines.append(f"stopped before the end: {summary.stopped}")
    return "\n".join(lines)


def format_duration(seconds: float | None) -> str:
    """Return a duration for people."""
    if seconds is None:
        return "unknown"
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.3g} ms"


def _calls(number: int) -> str:
    return "1 call" if number == 1 else f"{number} calls"


def _by_code(errors: Counter[str]) -> str:
    parts = ", ".join(f"{code} {count}" for code, count in errors.most_common())
    return f" ({parts})" if parts else ""
