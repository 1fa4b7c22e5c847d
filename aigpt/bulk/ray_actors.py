"""What runs on each machine of a Ray cluster: a worker. Imports no Ray."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol

from aigpt._fanout.adaptive import most_at_once
from aigpt._fanout.pacing import Pacer
from aigpt.bulk.client_spec import ClientSpec
from aigpt.bulk.job import make_job
from aigpt.bulk.lease_keeper import Lease
from aigpt.bulk.leased_pacer import LeasedPacer
from aigpt.bulk.outputs import open_output
from aigpt.bulk.shard_worker import Progress, ShardOptions, ShardResult, ShardWorker
from aigpt.bulk.shards import Shard
from aigpt.bulk.spending import Allowance


class Leases(Protocol):
    """What asks the keeper: a function that can be sent to a worker."""

    def __call__(self, worker: str, used: int, dropped: int, pushed_back: Sequence[float | None]) -> Awaitable[Lease]:
        """Return slots."""
        ...

    def follow(self, keepers: Sequence[Any]) -> None:
        """Take note of all that there have been of what is asked."""
        ...


def asking(leases: Leases) -> Callable[[int, int, Sequence[float | None]], Awaitable[Lease]]:
    """Return what asks for slots by *leases*, under a name of its own, for two seconds."""
    name = uuid.uuid4().hex

    async def ask(used: int, dropped: int, pushed_back: Sequence[float | None]) -> Lease:
        return await asyncio.wait_for(leases(name, used, dropped, pushed_back), 2)

    return ask


class WorkerActor:
    """A worker, as an actor: one client, one fan-out."""

    def __init__(self, method: str, output: str, options: ShardOptions, leases: Leases | None) -> None:
        self._method, self._output, self._options, self._leases = method, output, options, leases
        self._pacer: LeasedPacer | None = None
        self._client: Any = None
        self._worker: ShardWorker | None = None

    async def start(self, spec: ClientSpec, allowance: Allowance) -> None:
        """Open a client of *spec*, which Ray writes nowhere, as it does the environment. Raises ConfigurationError."""
        self._client = spec.make_client(most_at_once(self._options.concurrency))
        await self._client.__aenter__()
        rate: Pacer | None = None
        if self._leases is not None:
            rate = self._pacer = LeasedPacer(asking(self._leases))
        job = make_job(self._client, self._method)
        self._worker = ShardWorker(job, open_output(self._output), self._options, rate, allowance)

    def _started(self) -> ShardWorker:
        assert self._worker is not None  # noqa: S101 (start comes first)
        return self._worker

    async def run(self, shard: Shard) -> ShardResult:
        """Answer *shard*. Raises BulkError, ConfigurationError."""
        return await self._started().run(shard)

    async def progress(self, allowance: Allowance) -> Progress:
        """Take note of what may be used of the limits; return what has been done."""
        worker = self._started()
        worker.allow(allowance)
        return worker.progress

    async def follow(self, keepers: Sequence[Any]) -> None:
        """Take note of all keepers of the rate."""
        if self._leases is not None:
            self._leases.follow(keepers)

    async def stop(self, why: str) -> None:
        """Begin no more calls."""
        self._started().stop(why)

    async def close(self) -> None:
        """End the fan-out, and close the client."""
        if self._worker is not None:
            await self._worker.close()
        if self._pacer is not None:
            await self._pacer.close()
        if self._client is not None:
            await self._client.__aexit__(None, None, None)
