"""What a bulk run comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aigpt._fanout.summary import Summary

LimitName = Literal["max_tokens", "max_cost"]

STOP_ON = frozenset({"auth", "insufficient_quota"})
"""The error codes after which a run sends no more, where nothing else is said."""


@dataclass(frozen=True, slots=True)
class BulkResult:
    """The result of a run. `total` = `answered` + `failed` + `left`."""

    total: int
    """Rows of the input."""
    answered: int
    """Rows whose answer is in the output, from earlier runs or this one."""
    failed: int
    """Rows whose failure is in the output; ``retry_errors=True`` sends them again."""
    skipped: int
    """Lines left out since they are not valid rows."""
    skipped_lines: list[tuple[int, str]]
    """Number and reason of the first of these."""
    stopped: str | None
    """Why the run ended early; None if it did not."""
    summary: Summary
    """The calls of this run."""
    cost: float | None = None
    """What the calls of this run cost by the price table, in its currency; None without one."""
    estimated: int = 0
    """Answers of this run that did not say what they used: their part of the cost and of the limits is estimated."""
    limit: LimitName | None = None
    """The limit that ended the run; None where neither did."""
    refused_row: str | int | None = None
    """The id of the row whose call was refused (401, 403) and ended the run, though the key was taken for others."""

    @property
    def left(self) -> int:
        """Rows that are not in the output; the same call again sends them."""
        return self.total - self.answered - self.failed
