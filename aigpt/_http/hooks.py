"""Hooks: callables of the program that are told of attempts, retries and ends of calls.

A plain hook is called at once, in the event loop. An async one is scheduled as a task, since calls also end where
nothing can be awaited (a stream that is dropped), and no call waits for one. Whatever a hook does, the call goes on.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Generator, MutableMapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from aigpt._http.log import logger
from aigpt._telemetry.observer import AttemptFacts, AttemptObserver
from aigpt.errors import ConfigurationError

if TYPE_CHECKING:
    from aigpt._http.hook_events import AttemptStarted, CallEnded, RetryScheduled

HOOK_SECONDS = 10.0
"""How long an async hook may take."""
CLOSE_SECONDS = 2.0
"""How long the closing of the client waits for async hooks."""
MOST_RUNNING = 1000
"""How many async hooks of a client may run at once; what happens meanwhile is not told."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Hooks:
    """Callables that a client tells of its calls, plain or async: ``AsyncIGPT(hooks=Hooks(on_retry=print))``.

    They see every call: of `fan_out`, of `iter_search`, of `wait`, and streams. A plain one is called at once, in the
    event loop, and should be quick; in `IGPT` that is the loop on its own thread, where calling the client again would
    wait for itself. An async one runs as a task while the call goes on: for 10 s at most, and 1,000 at a time;
    ``close`` waits up to 2 s for those under way and then cancels them, and none is started afterwards.

    What a hook raises changes nothing for the call: the first exception of each hook is logged as a warning, by its
    type alone.
    """

    on_attempt: Callable[[AttemptStarted], object] | None = None
    """Told before each attempt."""
    on_retry: Callable[[RetryScheduled], object] | None = None
    """Told after an attempt that failed, before the wait for the next."""
    on_end: Callable[[CallEnded], object] | None = None
    """Told once for each call, with its reply or at the end of its stream."""

    def __post_init__(self) -> None:
        for field in fields(self):
            hook = getattr(self, field.name)
            if hook is not None and not callable(hook):
                raise ConfigurationError(f"{field.name} of Hooks must be a callable that takes one event")

    def __repr__(self) -> str:
        given = [field.name for field in fields(self) if getattr(self, field.name) is not None]
        return f"<Hooks {' '.join(given)}>"


class Hook:
    """One callable, and whether its trouble has been logged."""

    def __init__(self, name: str, function: Callable[[Any], object]) -> None:
        self.function = function
        self._name = name
        self._logged = False

    def log(self, trouble: str) -> None:
        """Log *trouble*, if it is the first of this hook."""
        if not self._logged:
            self._logged = True
            function = getattr(self.function, "__qualname__", type(self.function).__qualname__)
            logger.warning("the hook %s (%s): %s; more of its trouble is not logged", self._name, function, trouble)


class CheckedHooks(NamedTuple):
    """The hooks of a client or a view of one, by what they are told of."""

    on_attempt: tuple[Hook, ...]
    on_retry: tuple[Hook, ...]
    on_end: tuple[Hook, ...]


def check_hooks(given: object) -> CheckedHooks | None:
    """Return the `hooks` of a client, ready to be told; None where there are none. Raises ConfigurationError."""
    if given is None or isinstance(given, CheckedHooks):  # a view has those of its client, with what they have logged
        return given
    every: Sequence[object] = (given,) if isinstance(given, Hooks) else cast("Sequence[object]", given)
    if not isinstance(every, list | tuple) or not all(isinstance(one, Hooks) for one in every):
        raise ConfigurationError(
            "hooks must be aigpt.Hooks(on_attempt=..., on_retry=..., on_end=...), or a list of them"
        )
    found = [
        tuple(Hook(name, function) for one in every if (function := getattr(one, name)) is not None)
        for name in CheckedHooks._fields
    ]
    return CheckedHooks(*found) if any(found) else None


class HookRunner:
    """Calls the hooks of a client and all its views; of the async ones it has the tasks.

    *closed*: that client is closed already, and no async hook is started.
    """

    def __init__(self, *, closed: bool) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = closed

    def run(self, hooks: Sequence[Hook], event: object) -> None:
        """Tell *hooks* of *event*. Raises nothing."""
        for hook in hooks:
            try:
                made = hook.function(event)
            except (Exception, asyncio.CancelledError) as exc:  # noqa: BLE001 (a hook may raise anything)
                hook.log(f"raised {type(exc).__name__}")
                continue
            if inspect.isawaitable(made):
                self._schedule(hook, made)

    def _schedule(self, hook: Hook, made: Any) -> None:
        problem = None
        if self._closed or not _is_in_loop():
            problem = "async, and cannot run since the client is closed"
        elif len(self._tasks) >= MOST_RUNNING:
            problem = f"too slow, {MOST_RUNNING} are running"
        if problem is not None:
            hook.log(problem)
            _discard(made)
            return
        task = asyncio.get_running_loop().create_task(_finish(hook, made))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(lambda _: _discard(made))

    async def close(self) -> None:
        """Wait a moment for the async hooks under way, and cancel what is left. None is started afterwards."""
        self._closed = True
        loop, current = asyncio.get_running_loop(), asyncio.current_task()
        tasks = {task for task in self._tasks if task is not current and task.get_loop() is loop}
        if not tasks:
            return
        try:
            await asyncio.wait(tasks, timeout=CLOSE_SECONDS)
        finally:
            for task in tasks:
                task.cancel()
        await asyncio.wait(tasks, timeout=CLOSE_SECONDS)


async def _finish(hook: Hook, made: Any) -> None:
    try:
        async with asyncio.timeout(HOOK_SECONDS):
            await made
    except asyncio.CancelledError as exc:
        task = asyncio.current_task()
        if task is not None and task.cancelling():
            raise
        hook.log(f"raised {type(exc).__name__}")  # its own doing
    except Exception as exc:  # noqa: BLE001 (as in `run`)
        hook.log(f"raised {type(exc).__name__}")


def _discard(made: Any) -> None:
    """Close a coroutine that will not run, so that Python does not warn of it; one that has ended stays as it is."""
    if inspect.iscoroutine(made):
        made.close()


def _is_in_loop() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


class _NoAttemptObserver:
    def end(self, facts: AttemptFacts) -> None:
        """Do nothing: hooks are told of retries and ends."""


_NO_ATTEMPT_OBSERVER: Final = _NoAttemptObserver()


class HookObserver:
    """Tells hooks of one call."""

    def __init__(self, hooks: CheckedHooks, runner: HookRunner, route: str, call_id: str) -> None:
        self._hooks = hooks
        self._runner = runner
        self._route = route
        self._call_id = call_id
        self._began = perf_counter()
        self._attempts = 0
        self._time_to_first_chunk: float | None = None
        self._ended = False

    def _elapsed(self) -> float:
        return perf_counter() - self._began

    @contextmanager
    def attempt(self, headers: MutableMapping[str, str], retries: int) -> Generator[AttemptObserver]:  # noqa: ARG002
        """Tell of an attempt as it is entered."""
        self._attempts = retries + 1
        if self._hooks.on_attempt:
            from aigpt._http.hook_events import AttemptStarted  # noqa: PLC0415 (few calls have hooks)

            event = AttemptStarted(
                route=self._route, call_id=self._call_id, attempt=self._attempts, elapsed=self._elapsed()
            )
            self._runner.run(self._hooks.on_attempt, event)
        yield _NO_ATTEMPT_OBSERVER

    def retry(self, facts: AttemptFacts, wait: float) -> None:
        """Tell that the attempt failed, and that there will be another in *wait* seconds."""
        if self._hooks.on_retry:
            from aigpt._http.hook_events import RetryScheduled  # noqa: PLC0415 (few calls have hooks)

            event = RetryScheduled(
                route=self._route,
                call_id=self._call_id,
                attempt=self._attempts,
                error=facts.error_code or "",
                status=facts.status or None,
                request_id=facts.request_id,
                wait=wait,
                elapsed=self._elapsed(),
            )
            self._runner.run(self._hooks.on_retry, event)

    def first_chunk(self) -> None:
        """Note that the first values of the stream have arrived."""
        self._time_to_first_chunk = self._elapsed()

    def end(self, result: object, facts: AttemptFacts) -> None:  # noqa: ARG002 (hooks are not given what was answered)
        """Tell that the call ended."""
        self._end(facts, abandoned=False)

    def leave(self, error_type: str | None = None) -> None:  # noqa: ARG002 (the caller's own exception)
        """Tell that the call was abandoned."""
        self._end(AttemptFacts(), abandoned=True)

    def _end(self, facts: AttemptFacts, *, abandoned: bool) -> None:
        if self._ended:
            return
        self._ended = True
        if self._hooks.on_end:
            from aigpt._http.hook_events import CallEnded  # noqa: PLC0415 (few calls have hooks)

            event = CallEnded(
                route=self._route,
                call_id=self._call_id,
                attempts=self._attempts,
                error=facts.error_code,
                status=facts.status or None,
                request_id=facts.request_id,
                abandoned=abandoned,
                elapsed=self._elapsed(),
                time_to_first_chunk=self._time_to_first_chunk,
            )
            self._runner.run(self._hooks.on_end, event)
