"""The keepers of a cluster's rate: one that is asked, and one that stands ready for its death.

A keeper is never started again. All workers ask the first one that lives: that one is dead is known for good, and to
all alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import Any, cast

from aigpt._fanout.pacing import Pacer
from aigpt._fanout.starts import MOST_RATE, Rate
from aigpt.bulk.errors import BulkError
from aigpt.bulk.keeper_actor import KeeperActor
from aigpt.bulk.lease_keeper import Lease
from aigpt.bulk.option_names import ENGINE_RAY, Message, Option
from aigpt.bulk.ray_answers import ASK, START, answer_of
from aigpt.errors import ConfigurationError

_ATTEMPTS = 10
_CAUSE = re.compile(r"[\w.]*(Error|Exception): ")
_NOT_ALIKE = re.compile(
    r"No module named|Python version|python_version|version mismatch|worker process has died|unpickle", re.IGNORECASE
)


def check_rate(rate: Rate, what: str | Option = ENGINE_RAY) -> None:
    """Raise ConfigurationError for a rate that machines cannot share."""
    if isinstance(rate, Pacer):
        raise ConfigurationError(Message(what, " takes a number or 'auto' as its rate, which all machines share"))
    if rate is None or rate == "auto":
        return
    number = cast("object", rate)
    if not isinstance(number, int | float) or isinstance(number, bool) or not 0 < number <= MOST_RATE:
        raise ConfigurationError(
            f"must be a number of requests per second above 0 ({MOST_RATE:g} at most), or 'auto'", option="rate"
        )


class AskKeeper:
    """Asks the keeper for slots: sent to workers, which each have one."""

    def __init__(self, keepers: Sequence[Any]) -> None:
        self._keepers = list(keepers)
        self._number = 0

    def follow(self, keepers: Sequence[Any]) -> None:
        """Take note of all *keepers* that there have been: some may be new."""
        self._keepers = list(keepers)

    async def __call__(self, worker: str, used: int, dropped: int, pushed_back: Sequence[float | None]) -> Lease:
        """Return slots for *worker*. Raises what Ray does where there is no keeper at the moment."""
        exceptions = import_module("ray.exceptions")
        while True:
            try:
                keeper = self._keepers[min(self._number, len(self._keepers) - 1)]
                lease: Lease = await keeper.lease.remote(worker, used, dropped, list(pushed_back))
            except exceptions.ActorDiedError:
                if self._number >= len(self._keepers) - 1:
                    raise
                self._number += 1
            else:
                return lease


class Keepers:
    """The keepers of *rate*, on this node if it can be."""

    def __init__(self, ray: Any, rate: float | None) -> None:
        strategies = import_module("ray.util.scheduling_strategies")
        self._ray, self._rate = ray, rate
        self._here = strategies.NodeAffinitySchedulingStrategy(ray.get_runtime_context().get_node_id(), soft=True)
        self._number = 0
        self.actors: list[Any] = []
        """All that there have been, and the one that stands ready."""

    @property
    def current(self) -> Any:
        """The actor that is asked."""
        return self.actors[self._number]

    def begin(self, environment: dict[str, str]) -> None:
        """Have two started."""
        self._environment = environment
        self._add()
        self._add()

    async def start(self, environment: dict[str, str]) -> None:
        """Start two. Raises BulkError."""
        self.begin(environment)
        why = ""
        for _ in range(_ATTEMPTS):
            try:
                await answer_of(self.current.ready.remote(), START)
            except self._ray.exceptions.ActorDiedError as exc:  # on a node that is dead but not known to be, say
                why = _why(exc)
                self._number += 1
                self._add()
            except (self._ray.exceptions.RayError, TimeoutError) as exc:
                why = _why(exc) or f"no answer in {START:.0f} s"
                break
            else:
                return
        raise BulkError(f"the keeper of the rate did not start: {why}")

    def _add(self) -> None:
        keeper = self._ray.remote(KeeperActor).options(
            num_cpus=0,
            max_restarts=0,
            max_task_retries=0,  # an old question is not asked again: its answer would be late
            scheduling_strategy=self._here,
            runtime_env={"env_vars": self._environment},
        )
        self.actors.append(keeper.remote(self._rate))

    def ask(self) -> AskKeeper:
        """Return what a new worker asks by."""
        return AskKeeper(self.actors)

    async def tend(self) -> bool:
        """Start another where one has died; return whether one has."""
        has_died = False
        while True:
            try:
                await answer_of(self.current.ready.remote(), ASK)
            except self._ray.exceptions.ActorDiedError:
                self._number += 1
                self._add()
                has_died = True
            except (self._ray.exceptions.RayError, TimeoutError):
                return has_died
            else:
                return has_died

    def close(self) -> None:
        """End all."""
        for actor in self.actors[self._number :]:
            with suppress(self._ray.exceptions.RayError):
                self._ray.kill(actor)


def _why(exc: BaseException) -> str:
    """Return what Ray says of an actor that did not start, and what to do, in one line."""
    lines = [line.strip() for line in str(exc).splitlines() if line.strip()]
    if not lines:
        return ""
    causes = [line for line in lines[1:] if _CAUSE.match(line)]
    why = " ".join([lines[0], *causes[-1:]])
    if _NOT_ALIKE.search(str(exc)):
        why += "; every machine needs aigpt with the extra `ray`, for the Python and the Ray that this one has"
    return why
