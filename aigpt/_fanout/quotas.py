"""When the next call may begin, by the limits of requests and tokens: the server's, as its headers tell, and our own.

Pure: the time is passed in. What a call will cost in tokens is estimated: what it sends, and the most that it allows
the answer to have, or else what answers have had so far on average. When its answer has come, the estimate is replaced
by what was used.
"""

from __future__ import annotations

from typing import NamedTuple

from aigpt._fanout.server_limit import ServerLimit, Spent
from aigpt._http.rate_limits import CallCost, RateLimits

_MINUTE = 60.0
_SAVED = 0.05
_FIRST_CALLS = 32
_SMOOTHING = 0.05


class Begun(NamedTuple):
    """A call under way, as `Quotas` knows it."""

    at: float
    pool: str
    tokens: float
    input_tokens: int
    requests_spent: Spent | None
    tokens_spent: Spent | None


class TokensUsed(NamedTuple):
    """What a call has used."""

    total: int
    output: int


class Quotas:
    """The limits of a fan-out: *tokens_per_minute* is its own, and *of_server* whether it obeys the server's."""

    def __init__(self, tokens_per_minute: float | TokensPerMinute | None, *, of_server: bool) -> None:
        own = tokens_per_minute
        self._own = TokensPerMinute(own) if isinstance(own, int | float) else own
        self._of_server = of_server
        self._pools: dict[str, tuple[ServerLimit, ServerLimit]] = {}
        self._unanswered_at_first = 0
        self._is_answered = False
        self._mean_output = 0.0
        self._outputs = 0

    def wait(self, now: float, cost: CallCost) -> float:
        """Return the seconds until a call may begin; 0 if it may begin now.

        The caller asks again after that time, and whenever a call has ended.
        """
        tokens = self._tokens(cost)
        wait = 0.0 if self._own is None else self._own.wait(now, tokens)
        if self._of_server:
            if not self._is_answered and self._unanswered_at_first >= _FIRST_CALLS:
                return max(wait, 1.0)  # until the first answer tells what the server takes
            requests, of_tokens = self._server_limits(cost.pool)
            wait = max(wait, requests.wait(now, 1.0), of_tokens.wait(now, tokens))
        return wait

    def begin(self, now: float, cost: CallCost) -> Begun:
        """Note that a call begins."""
        tokens = self._tokens(cost)
        self._unanswered_at_first += 1
        if self._own is not None:
            self._own.spend(now, tokens)
        if not self._of_server:
            return Begun(now, cost.pool, tokens, cost.input_tokens, None, None)
        requests, of_tokens = self._server_limits(cost.pool)
        return Begun(now, cost.pool, tokens, cost.input_tokens, requests.spend(now, 1.0), of_tokens.spend(now, tokens))

    def end(self, now: float, begun: Begun, told: RateLimits | None, used: TokensUsed | None) -> None:
        """Note that a call has ended: what the server told it of its limits, and what it has used."""
        self._is_answered = True
        if used is not None:
            self._learn(used.output)
            more = used.total - begun.tokens
            if self._own is not None:
                self._own.spend(now, more)
            if begun.tokens_spent is not None:
                self._server_limits(begun.pool)[1].correct(begun.tokens_spent, more)
        if told is None or begun.requests_spent is None or begun.tokens_spent is None:
            return
        requests, tokens = self._server_limits(begun.pool)
        if told.requests is not None:
            requests.tell(now, begun.at, begun.requests_spent, told.requests)
        if told.tokens is not None:
            tokens.tell(now, begun.at, begun.tokens_spent, told.tokens)

    def refused(self, begun: Begun, told: RateLimits | None) -> bool:
        """Note that a call was answered 429; return whether what the server *told* it is why: its limits are known."""
        if told is None or begun.requests_spent is None or begun.tokens_spent is None:
            return False
        requests, tokens = self._server_limits(begun.pool)
        is_out_of_requests = told.requests is not None and told.requests.remaining < 1
        is_out_of_tokens = told.tokens is not None and told.tokens.remaining < begun.tokens
        if is_out_of_requests:
            requests.refused(begun.requests_spent)
        if is_out_of_tokens:
            tokens.refused(begun.tokens_spent)
        return is_out_of_requests or is_out_of_tokens

    def _server_limits(self, pool: str) -> tuple[ServerLimit, ServerLimit]:
        found = self._pools.get(pool)
        if found is None:
            found = self._pools[pool] = ServerLimit(), ServerLimit()
        return found

    def _tokens(self, cost: CallCost) -> float:
        return cost.input_tokens + (self._mean_output if cost.output_tokens is None else cost.output_tokens)

    def _learn(self, output: int) -> None:
        self._outputs += 1
        self._mean_output += max(_SMOOTHING, 1 / self._outputs) * (output - self._mean_output)


class TokensPerMinute:
    """A limit of our own. At most a twentieth more than it, and one call, is begun within a minute."""

    def __init__(self, number: float) -> None:
        self._level = number * _SAVED
        self._at: float | None = None
        self.change(number)

    def change(self, number: float) -> None:
        """Make *number* the limit from now on."""
        self.number = number
        self._rate = number / _MINUTE
        self._most = number * _SAVED
        self._level = min(self._level, self._most)

    def wait(self, now: float, cost: float) -> float:
        self._refill(now)
        missing = min(cost, self._most) - self._level
        return missing / self._rate if missing > 1e-9 * self._most else 0.0

    def spend(self, now: float, cost: float) -> None:
        self._refill(now)
        self._level = min(self._level - cost, self._most)

    def _refill(self, now: float) -> None:
        if self._at is not None and now > self._at:
            self._level = min(self._most, self._level + (now - self._at) * self._rate)
        self._at = now if self._at is None else max(now, self._at)
