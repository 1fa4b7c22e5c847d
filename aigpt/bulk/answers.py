"""What a run writes of a call that has ended."""

from __future__ import annotations

import time
from collections.abc import Collection
from typing import Any

from aigpt._fanout.outcome import Outcome, reason_to_stop
from aigpt.bulk.job import Job
from aigpt.errors import ConfigurationError, RequestAbortedError

_AUTH = frozenset({"auth"})


def is_recorded(outcome: Outcome[Any, Any], stop_on: Collection[str]) -> bool:
    """Return whether a row is written of *outcome*: what ended the run is not, so that the next one sends it again.

    Raises ConfigurationError where that is what it ended with.
    """
    if isinstance(outcome.exception, ConfigurationError):
        raise outcome.exception
    if isinstance(outcome.exception, RequestAbortedError):
        return False
    return reason_to_stop(outcome, frozenset(stop_on)) is None


def is_refused_alone(outcome: Outcome[Any, Any], answered: int) -> bool:
    """Return whether the key was refused for this row, though so many others were *answered* with it."""
    return answered > 0 and reason_to_stop(outcome, _AUTH) is not None


def answer_fields(job: Job, outcome: Outcome[Any, Any]) -> dict[str, Any]:
    """Return `reply`, `request_id`, `status`, `error`, `retries`, the seconds of it, and the `time` now."""
    record = job.record(outcome)
    error = record.pop("error", outcome.error)
    return {
        **record,
        "error": error,
        "retries": outcome.retries,
        "elapsed": round(outcome.elapsed, 6),
        "attempt_time": round(outcome.attempt_time, 6),
        "time": round(time.time(), 3),
    }
