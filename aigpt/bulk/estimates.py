"""What a run is likely to need, before anything is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aigpt.bulk.spending import Spending


@dataclass(frozen=True, slots=True)
class BulkEstimate:
    """What a run is likely to need; nothing was sent."""

    rows: int
    """Rows of the input."""
    skipped: int
    """Lines left out since they are not valid rows."""
    input_tokens: int
    """A quarter of the bytes of the texts."""
    output_tokens: int | None
    """The most that the rows allow for; None where one sets no bound (``max_completion_tokens`` …)."""
    cost: float | None
    """By the price table, with all of these tokens; None without one, or where a row sets no bound."""
    input_cost: float | None = None
    """By the price table, with the tokens of the input alone; None without one."""


class Estimating:
    """Adds up what rows with the parameters *common* are likely to need."""

    def __init__(self, spending: Spending, common: Mapping[str, Any]) -> None:
        self._spending, self._common = spending, common
        self._tokens = self._output = 0
        self._cost = self._input_cost = 0.0
        self._is_bounded = True

    def add(self, params: Mapping[str, Any]) -> None:
        """Add a row. Raises ConfigurationError where the price table does not have its model."""
        call = self._spending.estimate({**self._common, **params})
        self._tokens += call.input_tokens
        self._output += call.output_tokens or 0
        self._is_bounded = self._is_bounded and call.output_tokens is not None
        self._cost += self._spending.price_of(call, call.output_tokens or 0)
        self._input_cost += self._spending.price_of(call, 0)

    def result(self, rows: int, skipped: int) -> BulkEstimate:
        """Return the sums."""
        has_prices = self._spending.cost is not None
        return BulkEstimate(
            rows,
            skipped,
            self._tokens,
            self._output if self._is_bounded else None,
            self._cost if self._is_bounded and has_prices else None,
            self._input_cost if has_prices else None,
        )
