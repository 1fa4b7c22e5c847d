"""What a run spends: tokens, and money by a price table of the user's; and whether the next call still fits."""

from __future__ import annotations

import asyncio
import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import inf
from pathlib import Path
from typing import Any, NamedTuple, cast

from aigpt._fanout.usage import token_counts, usage_of
from aigpt.bulk.expected_tokens import Estimated, ExpectedTokens
from aigpt.bulk.option_names import MAX_COST, MAX_TOKENS, Message
from aigpt.bulk.result import LimitName
from aigpt.errors import ConfigurationError
from aigpt.openai._call_cost import call_cost, text_tokens

_MILLION = 1_000_000
_PRICES = ("input", "output")
_TEXTS = ("choices", "output")
_ROUTES = {"chat": "chat/completions", "responses": "responses", "embeddings": "embeddings"}

Prices = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of tokens and money of a run, as `run_file` takes them. Picklable."""

    tokens_per_minute: float | None = None
    prices: Prices | None = None
    max_tokens: float | None = None
    max_cost: float | None = None


@dataclass(frozen=True, slots=True)
class Allowance:
    """What a worker may use of the limits that it shares with others: all of them, where nothing else is said."""

    tokens: float = inf
    """In all, since it began."""
    cost: float = inf
    """Likewise."""
    is_all: bool = True
    """Whether there will not be more."""
    tokens_per_minute: float | None = None
    """None for the limit of the run."""


def make_spending(method: str, limits: Limits) -> Spending | None:
    """Return what counts the spending of a run of *method*; None of ask, run and search. Raises ConfigurationError."""
    if method in _ROUTES:
        return Spending(method, limits.prices, limits.max_tokens, limits.max_cost)
    if not (limits.prices is None and limits.max_tokens is None and limits.max_cost is None):
        raise ConfigurationError("prices, max_tokens and max_cost are for chat, responses and embeddings")
    return None


def read_prices(source: str | os.PathLike[str]) -> Prices:
    """Return the price table in a file of JSON or TOML (by its suffix). Raises ConfigurationError."""
    path = Path(source)
    try:
        text = path.read_text(encoding="utf-8")
        table: object = tomllib.loads(text) if path.suffix.lower() == ".toml" else json.loads(text)
    except OSError as exc:
        raise ConfigurationError(f"cannot read the prices in {path}: {exc.strerror}") from exc
    except ValueError as exc:
        raise ConfigurationError(f"the prices in {path} are neither JSON nor, in a .toml file, TOML: {exc}") from exc
    return check_prices(table)


def check_prices(table: object) -> Prices:
    """Return *table* if it is a price table. Raises ConfigurationError."""
    if not isinstance(table, Mapping):
        raise ConfigurationError(_WRONG.format("it"))
    for model, prices in cast("Mapping[Any, Any]", table).items():  # type: ignore[redundant-cast]  # pyright wants it
        named: Mapping[str, Any] = {}
        if isinstance(prices, Mapping):
            named = cast("Mapping[str, Any]", prices)
        unknown = [name for name in named if name not in _PRICES]
        if unknown:
            raise ConfigurationError(
                f"the prices of {model!r} have {unknown[0]!r:.60}; they may have {' and '.join(map(repr, _PRICES))}"
            )
        if not _is_price(named.get("input")) or not _is_price(named.get("output", 0)):
            raise ConfigurationError(_WRONG.format(repr(model)))
    return cast("Prices", table)


_WRONG = (
    'a price table is {{"MODEL": {{"input": PRICE, "output": PRICE}}}}, in a currency per million tokens; {} is not so'
)


def _is_price(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < float("inf")


def _is_limit(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < float("inf")


def _used(usage: object) -> tuple[int, int] | None:
    """Return the tokens of input and output that *usage* tells; None where it tells none."""
    counts = token_counts(usage)
    output = counts.get("output_tokens", 0)
    given = max(counts.get("input_tokens", 0), counts.get("total_tokens", 0) - output)
    return (given, output) if given + output else None


def plain_cost(cost: float) -> str:
    """Return *cost* with six digits and without an exponent, however little it is."""
    return f"{Decimal(f'{cost:.6g}'):f}"


class Exceeded(NamedTuple):
    """A limit that the next call would exceed."""

    limit: LimitName
    message: str


_UNKNOWN = Exceeded("max_tokens", "how much the call needs is not known yet")


class Spending:
    """The tokens and the money of the calls of *method* that have ended, and of those under way."""

    def __init__(self, method: str, prices: Prices | None, max_tokens: float | None, max_cost: float | None) -> None:
        for name, value in (("max_tokens", max_tokens), ("max_cost", max_cost)):
            if value is not None and not _is_limit(value):
                raise ConfigurationError("must be a number above 0", option=name)
        if max_cost is not None and prices is None:
            raise ConfigurationError("max_cost needs prices: a table of what a million tokens of each model cost")
        self._route = _ROUTES[method]
        self._prices = None if prices is None else check_prices(prices)
        self._max_tokens, self._max_cost = max_tokens, max_cost
        self.tokens: int = 0
        """Tokens of the calls that have ended."""
        self.estimated: int = 0
        """Calls whose answers did not say what they used, so that it is estimated."""
        self._cost = 0.0
        self._expected = ExpectedTokens()
        self._under_way: dict[int, Estimated] = {}
        self._needed: tuple[float, float] | None = (0.0, 0.0)
        """The tokens and the cost of the calls under way; None where they have to be added up anew."""
        self._allowed = Allowance()
        self._waiting: Estimated | None = None
        self._changed = asyncio.Event()

    @property
    def is_limited(self) -> bool:
        """Whether it may end a run."""
        return self._max_tokens is not None or self._max_cost is not None

    @property
    def cost(self) -> float | None:
        """What the calls that have ended cost; None without prices."""
        return None if self._prices is None else self._cost

    def estimate(self, params: Mapping[str, Any]) -> Estimated:
        """Return what a call with these parameters is likely to need. Raises ConfigurationError without its price."""
        cost = call_cost(self._route, params)
        self._price(cost.pool)
        return Estimated(cost.pool, cost.input_tokens, cost.output_tokens)

    def price_of(self, call: Estimated, output_tokens: float) -> float:
        """Return what *call* costs with so many tokens of output; 0 without prices."""
        return self._price(call.model, call.input_tokens, output_tokens)

    async def wait_for_room(self, call: Estimated) -> Exceeded | None:
        """Wait until *call* fits, and note that it begins; or return which limit it would exceed whatever ends."""
        while True:
            exceeded = self._exceeded(call)
            if exceeded is None:
                self._under_way[id(call)] = call
                self._add_needed(call, 1)
                return None
            if not self._under_way and self._allowed.is_all:
                return exceeded
            self._waiting = call
            self._changed.clear()
            await self._changed.wait()
            self._waiting = None

    def allow(self, allowance: Allowance) -> None:
        """Take note of what may be used of the limits so far."""
        self._allowed = allowance
        self._changed.set()

    @property
    def short(self) -> tuple[float, float]:
        """The tokens and the cost that the call which waits lacks of what is allowed so far."""
        if self._waiting is None:
            return 0.0, 0.0
        tokens, cost = self._used_with(self._waiting)
        return max(tokens - self._allowed.tokens, 0.0), max(cost - self._allowed.cost, 0.0)

    def _exceeded(self, call: Estimated) -> Exceeded | None:
        if self._under_way and not self._expected.is_known(call):
            return _UNKNOWN  # the first one tells how long answers are, and what a template adds to the input
        tokens, cost = self._used_with(call)
        if self._max_tokens is not None and tokens > min(self._max_tokens, self._allowed.tokens):
            words = f": the next call could exceed {self._max_tokens:,.0f} tokens"
            return Exceeded("max_tokens", Message(MAX_TOKENS, words))
        if self._max_cost is not None and cost > min(self._max_cost, self._allowed.cost) * (1 + 1e-9):
            words = f": the next call could cost more than is left of {plain_cost(self._max_cost)}"
            return Exceeded("max_cost", Message(MAX_COST, words))
        return None

    def _used_with(self, call: Estimated) -> tuple[float, float]:
        """Return the tokens and the cost of all calls, those under way and *call* included."""
        if self._needed is None:
            needs = [self._need(one) for one in self._under_way.values()]
            self._needed = sum(need for need, _ in needs), sum(price for _, price in needs)
        needed, price = self._need(call)
        return self.tokens + self._needed[0] + needed, self._cost + self._needed[1] + price

    def _need(self, call: Estimated) -> tuple[float, float]:
        given, output = self._expected.of(call)
        return given + output, self._price(call.model, given, output)

    def _add_needed(self, call: Estimated, times: int) -> None:
        """Add what *call* needs to what is needed by those under way, so many *times*."""
        if self._needed is not None:
            tokens, cost = self._need(call)
            self._needed = self._needed[0] + times * tokens, self._needed[1] + times * cost

    def end(self, call: Estimated, answer: object) -> None:
        """Note that *call* has ended, and what its *answer* says that it used; None where it failed.

        Where the answer does not say, it is estimated.
        """
        if self._under_way.pop(id(call), None) is not None:
            self._add_needed(call, -1)
        self._expected.end()
        if answer is not None:
            given, output = _used(usage_of(answer)) or self._estimate_used(call, answer)
            if self._expected.learn(call, given, output) or not self._under_way:
                self._needed = None
            self.tokens += given + output
            self._cost += self._price(call.model, given, output)
        self._changed.set()

    def _estimate_used(self, call: Estimated, answer: object) -> tuple[int, int]:
        self.estimated += 1
        if call.output_tokens == 0:  # embeddings
            return call.input_tokens, 0
        parts = (getattr(answer, name, None) for name in _TEXTS)
        return call.input_tokens, text_tokens(next((part for part in parts if part), answer))

    def _price(self, model: str, input_tokens: float = 0, output_tokens: float = 0) -> float:
        if self._prices is None:
            return 0.0
        prices = self._prices.get(model)
        if prices is None:
            raise ConfigurationError(f"the price table has no model {model!r}; add it")
        return (prices["input"] * input_tokens + prices.get("output", 0.0) * output_tokens) / _MILLION
