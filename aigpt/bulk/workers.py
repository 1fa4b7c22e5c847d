"""What answers the shards of a run: one worker of this process; those of a cluster are in `ray_workers`."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Protocol

from aigpt.bulk.shard_worker import Progress, ShardResult, ShardWorker
from aigpt.bulk.shards import Shard


class Workers(Protocol):
    """What answers shards. Its workers are numbered."""

    def numbers(self) -> Collection[int]:
        """Return the workers that there are now."""
        ...

    place: str | None
    """The address of the cluster that they are on, once connected; None without one."""

    async def connect(self) -> None:
        """Connect to where they are, before the run has a lock. Raises ConfigurationError."""
        ...

    async def start(self) -> None:
        """Start them."""
        ...

    async def tend(self) -> None:
        """Replace those that were lost, if that is possible."""
        ...

    async def run(self, worker: int, shard: Shard) -> ShardResult:
        """Answer a shard. Raises WorkerLostError."""
        ...

    async def progress(self) -> list[Progress]:
        """Return what each worker has done, of those that were lost what is known."""
        ...

    async def stop(self, why: str) -> None:
        """Have no more calls begun."""
        ...

    async def close(self, *, at_once: bool) -> None:
        """End them, *at_once* or when the calls in flight have ended."""
        ...


class OwnWorker:
    """One worker, of this process."""

    def __init__(self, make: Callable[[], ShardWorker]) -> None:
        self._make = make
        self.place: str | None = None
        self._worker: ShardWorker | None = None

    def numbers(self) -> Collection[int]:
        """Return its number."""
        return [0]

    async def connect(self) -> None:
        """Do nothing: it is here."""

    async def start(self) -> None:
        """Make it."""
        self._worker = self._make()

    async def tend(self) -> None:
        """Do nothing: it is lost only with this process."""

    def _started(self) -> ShardWorker:
        assert self._worker is not None  # noqa: S101 (the run starts it first)
        return self._worker

    async def run(self, worker: int, shard: Shard) -> ShardResult:  # noqa: ARG002 (there is one)
        """Answer a shard."""
        return await self._started().run(shard)

    async def progress(self) -> list[Progress]:
        """Return what it has done."""
        return [self._started().progress]

    async def stop(self, why: str) -> None:
        """Have no more calls begun."""
        self._started().stop(why)

    async def close(self, *, at_once: bool) -> None:
        """End it."""
        if self._worker is not None:
            await self._worker.close(at_once=at_once)
