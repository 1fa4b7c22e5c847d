"""Workers on a Ray cluster (extra `ray`): one on each node, and one keeper of the rate beside the driver."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import sys
import time
from collections import Counter
from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from typing import Any, Literal, cast

from aigpt._fanout.starts import Rate
from aigpt._http.checks import check_whole
from aigpt._install import install_command
from aigpt.bulk.allowances import Sharing
from aigpt.bulk.client_spec import ClientSpec
from aigpt.bulk.errors import BulkError
from aigpt.bulk.option_names import ENGINE_RAY, Message, Option
from aigpt.bulk.places import printable
from aigpt.bulk.ray_actors import WorkerActor
from aigpt.bulk.ray_answers import ASK, START, answer_of
from aigpt.bulk.ray_keepers import Keepers, check_rate
from aigpt.bulk.ray_metrics import RunMetrics
from aigpt.bulk.shard_worker import Progress, ShardOptions, ShardResult
from aigpt.bulk.sharded_errors import WorkerLostError
from aigpt.bulk.shards import Shard
from aigpt.bulk.threads import in_thread
from aigpt.errors import ConfigurationError, IGPTError

_LOOPBACK = "127.0.0.2"
_LOOPBACKS = re.compile(r"127\.\d+\.\d+\.\d+$")
_REFUSAL = re.compile(r"unauthenticated|(invalid|missing|no) auth\w* token|token authentication", re.IGNORECASE)
_TEND = 2.0  # s
_MOST_FAILURES = 30
_RETRY = 1.0  # s
_CALLS_AT_ONCE = 1000
_NOTHING = (0.0, 0.0)


def load_ray(what: str | Option = ENGINE_RAY) -> Any:
    """Return the module `ray`, which *what* needs. Raises ConfigurationError where it is not installed."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # it would tell its makers of each cluster that we start
    try:
        return import_module("ray")
    except ModuleNotFoundError:
        raise ConfigurationError(Message(what, f" needs ray: {install_command('ray')}")) from None


def connect(address: str | None) -> Any:
    """Return `ray`, connected to the cluster at *address*; None is the one that this machine is in, or a new one.

    Raises ConfigurationError where there is no cluster, or where this process is connected to another one.
    """
    ray = load_ray()
    if ray.is_initialized():
        there = ray.get_runtime_context().gcs_address
        if address is not None and not _is_at(address, there, ray.util.get_node_ip_address()):
            raise ConfigurationError(
                f"this process is connected to the Ray cluster at {there}, not to {address}; leave the address out, or "
                "call ray.shutdown() first"
            )
        return ray
    options = {"log_to_driver": False, "logging_level": "ERROR"}
    wanted = address or os.environ.get("RAY_ADDRESS")
    try:
        ray.init(address=wanted or "auto", **_at(wanted or ""), **options)
    except Exception as exc:
        if _is_refusal(exc):
            raise ConfigurationError(_refused(f"at {wanted}" if wanted else "of this machine", exc)) from exc
        if not isinstance(exc, (ConnectionError, ValueError) if wanted else ConnectionError):
            raise
        if wanted:
            raise ConfigurationError(
                f"there is no Ray cluster at {wanted}: {_first_line(exc)} Start one with: ray start --head"
            ) from exc
        ray.init(address="local", include_dashboard=False, **_at(_LOOPBACK), **options)
    return ray


def _is_refusal(exc: BaseException) -> bool:
    """Return whether a cluster is there, and wants a token that this process does not have."""
    # By its name, since older versions of Ray have no such exception.
    return type(exc).__name__ == "AuthenticationError" or _REFUSAL.search(str(exc)) is not None


def _refused(which: str, exc: BaseException) -> str:
    return (
        f"the Ray cluster {which} refuses this process: {_first_line(exc)} Set RAY_AUTH_MODE=token, and have the "
        "cluster's token in RAY_AUTH_TOKEN or ~/.ray/auth_token"
    )


def _first_line(exc: BaseException) -> str:
    line = next(iter(str(exc).strip().splitlines()), type(exc).__name__)
    return line if line.endswith((".", "!", "?")) else f"{line}."


def _is_at(address: str, there: str, here: str) -> bool:
    """Return whether *address* may mean the cluster at *there*, as seen from the machine *here*."""
    if address in {"auto", "local", there} or "://" in address:
        return True
    host, _, port = address.rpartition(":")
    other, _, other_port = there.rpartition(":")
    return port == other_port and _address_of(host, here) == _address_of(other, here)


def _address_of(host: str, here: str) -> str:
    """Return the number of *host*; that of this machine for its loopback."""
    try:
        number = socket.gethostbyname(host)
    except OSError:
        return host
    return here if _LOOPBACKS.match(number) else number


def _at(address: str) -> dict[str, Any]:
    """Return the option that keeps a cluster of this machine's loopback there."""
    host = address.rpartition(":")[0] or address
    # Ray puts the machine's own address in the place of 127.0.0.1.
    return {"_node_ip_address": host} if sys.platform == "linux" and _LOOPBACKS.match(host) else {}


def python_environment() -> dict[str, str]:
    """Return what workers need in their environment: where modules are found, as here. Ray's logs show it."""
    path = [entry for entry in sys.path if entry and not entry.endswith(".zip")]
    return {"PYTHONPATH": os.pathsep.join(dict.fromkeys(path))}


class RayWorkers:
    """Workers on a cluster: *workers* of them, or one on each node."""

    def __init__(
        self,
        spec: ClientSpec,
        method: str,
        output: str,
        options: ShardOptions,
        rate: Rate,
        workers: int | None,
        address: str | None,
    ) -> None:
        self._wanted = None if workers is None else check_whole("workers", workers, 1)
        self._spec, self._address = spec, address
        check_rate(rate)
        self._rate = cast("float | Literal['auto'] | None", rate)
        self._output = output
        self._arguments = (method, output, options)
        self._sharing = Sharing(options.limits)
        load_ray()
        self._ray: Any = None
        self.place: str | None = None
        self._metrics: RunMetrics | None = None
        self._keepers: Keepers | None = None
        self._actors: dict[int, Any] = {}
        self._nodes: dict[int, str] = {}
        self._known: dict[int, Progress] = {}
        self._made = 0
        self._failures: Counter[str] = Counter()
        """Attempts to start one on each node while there was none."""
        self._tended_at = 0.0
        self._stopped: str | None = None

    def numbers(self) -> Collection[int]:
        """Return the workers that there are now."""
        return list(self._actors)

    @property
    def keeper(self) -> Any:
        """The actor that keeps the rate; None without one."""
        return None if self._keepers is None else self._keepers.current

    async def connect(self) -> None:
        """Connect to the cluster, in a thread: it takes seconds. Raises ConfigurationError."""
        self._ray = await in_thread(connect, self._address)
        self.place = str(self._ray.get_runtime_context().gcs_address)

    async def start(self) -> None:
        """Start the keeper of the rate, and a first worker. Raises BulkError, ConfigurationError."""
        self._metrics = RunMetrics(printable(self._output))
        if self._rate is not None:
            self._keepers = Keepers(self._ray, None if self._rate == "auto" else float(self._rate))
            await self._keepers.start(python_environment())
        while not self._actors and self._stopped is None:
            await self._add()

    async def tend(self) -> None:
        """Start workers where there are too few: on new nodes, and for those that were lost. As `start` raises."""
        now = time.monotonic()
        if now - self._tended_at < _TEND or self._stopped is not None:
            return
        self._tended_at = now
        if self._keepers is not None and await self._keepers.tend():
            for actor in self._actors.values():
                actor.follow.remote(self._keepers.actors)
        await self._add()

    async def _add(self) -> None:
        nodes = [node["NodeID"] for node in await asyncio.to_thread(self._ray.nodes) if node["Alive"]]
        had_some, have = bool(self._actors), list(self._nodes.values())
        if self._wanted is None:
            places = [node for node in nodes if node not in have]
        else:
            places = sorted(nodes, key=lambda node: have.count(node) + self._failures[node])
            missing = self._wanted - len(self._actors)
            places = [places[number % len(places)] for number in range(missing)] if places else []
        number = len(self._actors) + len(places)
        await asyncio.gather(*(self._add_one(node, number) for node in places))
        if self._actors:
            self._failures.clear()
            return
        if not had_some:
            self._failures.update(places or [""])  # that there is no node counts too
        if (attempts := self._failures.total()) > _MOST_FAILURES:
            why = "" if places else ": no node of it is alive"
            raise BulkError(f"no worker could be started on the Ray cluster, in {attempts} attempts{why}")
        await asyncio.sleep(_RETRY)

    async def _add_one(self, node: str, workers: int) -> None:
        """Start a worker on *node*, one of so many *workers* then."""
        strategies = import_module("ray.util.scheduling_strategies")
        number = self._made
        self._made += 1
        worker = self._ray.remote(WorkerActor).options(
            num_cpus=0,
            max_restarts=0,
            max_concurrency=_CALLS_AT_ONCE,
            scheduling_strategy=strategies.NodeAffinitySchedulingStrategy(node, soft=False),
            runtime_env={"env_vars": python_environment()},
        )
        leases = None if self._keepers is None else self._keepers.ask()
        actor = worker.remote(*self._arguments, leases)
        try:
            allowance = self._sharing.allow(number, _NOTHING, workers)
            await answer_of(actor.start.remote(self._spec, allowance), START)
        except self._ray.exceptions.RayTaskError as exc:
            raise _cause(exc) from None
        except (self._ray.exceptions.RayError, TimeoutError):
            return  # a node may be dead, and not known to be
        self._actors[number], self._nodes[number] = actor, node

    async def run(self, worker: int, shard: Shard) -> ShardResult:
        """Answer a shard. Raises WorkerLostError, BulkError, ConfigurationError."""
        actor = self._actors.get(worker)
        if actor is None:
            raise WorkerLostError
        try:
            result: ShardResult = await actor.run.remote(shard)
        except self._ray.exceptions.RayTaskError as exc:
            raise _cause(exc) from None
        except self._ray.exceptions.RayError as exc:
            self._lose(worker)
            raise WorkerLostError from exc
        return result

    def _lose(self, worker: int) -> None:
        actor = self._actors.pop(worker, None)
        self._nodes.pop(worker, None)
        if (known := self._known.get(worker)) is not None:
            self._known[worker] = replace(known, in_flight=0, paused=0.0)
        if actor is not None:
            self._ray.kill(actor)  # it may only be out of reach, and would go on

    async def progress(self) -> list[Progress]:
        """Return what each worker has done, of those that were lost what is known."""
        await asyncio.gather(*map(self._ask, list(self._actors)))
        known = list(self._known.values())
        if self._metrics is not None:
            self._metrics.show(known, len(self._actors))
        return known

    async def _ask(self, worker: int) -> None:
        with suppress(self._ray.exceptions.RayError, TimeoutError, KeyError):
            actor, known = self._actors[worker], self._known.get(worker)
            short = _NOTHING if known is None else known.short
            allowance = self._sharing.allow(worker, short, len(self._actors))
            if known is not None and not allowance.is_all:
                # What it lacked is granted once, however often it is asked before it says what it lacks now.
                self._known[worker] = replace(known, short=_NOTHING)
            self._known[worker] = await answer_of(actor.progress.remote(allowance), ASK)

    async def stop(self, why: str) -> None:
        """Have no more calls begun."""
        self._stopped = why
        await self._all("stop", why)

    async def close(self, *, at_once: bool) -> None:
        """End all actors, *at_once* or when the calls in flight have ended."""
        if self._ray is None:
            return
        if not at_once:
            await self._all("close")
        for actor in self._actors.values():
            self._ray.kill(actor)
        if self._keepers is not None:
            self._keepers.close()
        self._actors.clear()

    async def _all(self, method: str, *arguments: object) -> None:
        async def one(actor: Any) -> None:
            with suppress(self._ray.exceptions.RayError, TimeoutError):
                await answer_of(getattr(actor, method).remote(*arguments), START)

        await asyncio.gather(*map(one, self._actors.values()))


def _cause(exc: Any) -> Exception:
    """Return what was raised on the other machine."""
    cause: object = exc.cause
    return cause if isinstance(cause, IGPTError) else RuntimeError(f"a worker failed: {exc}")
