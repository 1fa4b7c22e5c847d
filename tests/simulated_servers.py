"""A fan-out against simulated servers, on a virtual clock: seconds pass at once, and every run is the same.

The event loop is asyncio's own but for its clock, which jumps to the next timer instead of waiting for it. Calls are
attempted and retried as those of a client are, with its `RetryPolicy`.
"""

from __future__ import annotations

import asyncio
import random
import selectors
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from aigpt._fanout.fan_out import fan_out
from aigpt._fanout.prepared_call import Attempted
from aigpt._fanout.runner import FanOut
from aigpt._http.retry import RetryPolicy

ResultT = TypeVar("ResultT")


class _Selector(selectors.SelectSelector):
    """Lets the loop's clock jump by the time it would have waited, and by *late* seconds more."""

    def __init__(self, late: Callable[[], float]) -> None:
        super().__init__()
        self.now = 0.0
        self._late = late

    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout is None:
            raise RuntimeError("everything waits for something that will not happen")
        if timeout > 0:
            self.now += timeout + self._late()
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self, late: Callable[[], float] = lambda: 0.0) -> None:
        self._virtual = _Selector(late)
        super().__init__(self._virtual)

    def time(self) -> float:
        return self._virtual.now


def run(main: Coroutine[Any, Any, ResultT], late: Callable[[], float] = lambda: 0.0) -> ResultT:
    """Run *main* on a virtual clock. *late* gives the seconds by which the loop wakes up too late."""
    with asyncio.Runner(loop_factory=lambda: VirtualLoop(late)) as runner:
        return runner.run(main)


class SimulatedServer:
    """Takes *service* seconds for a call (a fifth more or less), and refuses what `accepts` refuses.

    A refusal takes *round_trip* seconds, which every call takes besides, and asks for a wait of *retry_after*.
    """

    def __init__(self, service: float = 0.02, round_trip: float = 0.002, retry_after: float | None = None) -> None:
        self.service = service
        self.round_trip = round_trip
        self.retry_after = retry_after
        self.random = random.Random(1)  # noqa: S311 (a simulation)
        self.begun: list[float] = []
        self.accepted: list[float] = []
        self.refusals: dict[Any, int] = {}
        self.served = self.under_way = 0

    @property
    def refused_share(self) -> float:
        return 1 - len(self.accepted) / len(self.begun)

    def accepts(self, now: float) -> bool:
        raise NotImplementedError

    async def call(self, name: Any) -> bool:
        """Serve a call; returns whether it was accepted."""
        loop = asyncio.get_running_loop()
        self.begun.append(loop.time())
        await asyncio.sleep(self.round_trip / 2)
        accepted = self.accepts(loop.time())
        if accepted:
            self.accepted.append(loop.time())
            self.under_way += 1
            try:
                await asyncio.sleep(self.service * self.random.uniform(0.8, 1.2))
            finally:
                self.under_way -= 1
            self.served += 1
        else:
            self.refusals[name] = self.refusals.get(name, 0) + 1
        await asyncio.sleep(self.round_trip / 2)
        return accepted


class Semaphore(SimulatedServer):
    """Accepts so many calls at once."""

    def __init__(self, capacity: int, service: float = 0.02, **options: Any) -> None:
        super().__init__(service, **options)
        self.capacity = capacity

    def accepts(self, now: float) -> bool:  # noqa: ARG002 (a semaphore knows no time)
        return self.under_way < self.capacity


class TokenBucket(SimulatedServer):
    """Accepts *rate* calls per second, and *burst* more after a rest."""

    def __init__(self, rate: float, burst: float, **options: Any) -> None:
        super().__init__(**options)
        self.rate, self.burst = rate, max(burst, 1.0)
        self._tokens, self._at = self.burst, 0.0

    def accepts(self, now: float) -> bool:
        self._tokens = min(self.burst, self._tokens + (now - self._at) * self.rate)
        self._at = now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True


class Window(SimulatedServer):
    """Accepts so many calls in each *window* of seconds, counted from full ones."""

    def __init__(self, number: int, window: float = 1.0, **options: Any) -> None:
        super().__init__(**options)
        self.number, self._window = number, window
        self._current, self._count = -1, 0

    def accepts(self, now: float) -> bool:
        current = int(now / self._window)
        if current != self._current:
            self._current, self._count = current, 0
        self._count += 1
        return self._count <= self.number


class _SimulatedMethod:
    """What a fan-out has to know of a client's method, with calls to a simulated server."""

    connections = 0

    def __init__(self, server: SimulatedServer, policy: RetryPolicy, seed: int) -> None:
        self.server, self.policy = server, policy
        self.random = random.Random(seed)  # noqa: S311 (a simulation)

    def prepare(self, keywords: dict[str, Any]) -> _SimulatedCall:  # noqa: ARG002 (all calls are alike)
        return _SimulatedCall(self, object())


class _SimulatedCall:
    seconds: float | None = None

    def __init__(self, method: _SimulatedMethod, name: object) -> None:
        self._method, self._name = method, name

    async def attempt(self, retries: int, seconds_left: float | None) -> Attempted:  # noqa: ARG002 (none has a deadline)
        server, policy = self._method.server, self._method.policy
        if await server.call(self._name):
            return Attempted("answer")
        wait = None
        if retries < policy.max_retries:
            wait = policy.delay(retries + 1, server.retry_after, self._method.random.random)
        return Attempted("refused", True, True, wait, server.retry_after)

    def finish(self, result: Any, elapsed: float) -> tuple[Any, BaseException | None]:  # noqa: ARG002 (as it came)
        return result, None

    abort = None

    def retrying(self, result: Any, wait: float) -> None:
        pass

    def leave(self) -> None: ...


def simulated(
    server: SimulatedServer, calls: int = 10**9, *, max_retries: int = 50, seed: int = 1, **options: Any
) -> FanOut[str, Any]:
    """Return a fan-out of so many calls to *server*."""

    async def method(input: str) -> None: ...

    outcomes = fan_out(method, (str(number) for number in range(calls)), **options)
    outcomes._method = _SimulatedMethod(server, RetryPolicy(max_retries=max_retries), seed)
    return outcomes


async def for_seconds(outcomes: FanOut[str, Any], seconds: float, wait: float = 0.0) -> None:
    """Run *outcomes* for so long, after a *wait*."""
    await asyncio.sleep(wait)
    try:
        async with asyncio.timeout(seconds), outcomes:
            async for _ in outcomes:
                pass
    except TimeoutError:
        pass
