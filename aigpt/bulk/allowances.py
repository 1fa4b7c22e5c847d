"""How the workers of a run share its limits of tokens and money: a little at a time, as they need it. Pure."""

from __future__ import annotations

from math import inf

from aigpt.bulk.spending import Allowance, Limits

_PART = 2


class _Purse:
    """What of one limit has been given to whom. Of a worker that was lost, all that it was given counts as used."""

    def __init__(self, most: float | None) -> None:
        self._left = most
        self._given: dict[int, float] = {}

    def give(self, worker: int, short: float, workers: int) -> tuple[float, bool]:
        """Return what *worker*, which lacks *short*, may use in all, and whether there is not as much as it lacks.

        It gets twice what it had, so that it need not ask often, but not so much that others lack it at the end.
        """
        if self._left is None:
            return inf, False
        has = self._given.get(worker, 0.0)
        if short > self._left:
            return has, True
        if short > 0.0:
            more = min(max(short, min(has, self._left / (_PART * workers))), self._left)
            self._left -= more
            has = self._given[worker] = has + more
        return has, False


class Sharing:
    """The limits of a run, given to its workers by the process that started it."""

    def __init__(self, limits: Limits) -> None:
        self._tokens, self._cost = _Purse(limits.max_tokens), _Purse(limits.max_cost)
        self._tokens_per_minute = limits.tokens_per_minute

    def allow(self, worker: int, short: tuple[float, float], workers: int) -> Allowance:
        """Return what *worker* may use, one of so many *workers*, which lacks so many tokens and so much money."""
        tokens, no_tokens = self._tokens.give(worker, short[0], workers)
        cost, no_money = self._cost.give(worker, short[1], workers)
        share = None if self._tokens_per_minute is None else self._tokens_per_minute / workers
        return Allowance(tokens, cost, no_tokens or no_money, share)
