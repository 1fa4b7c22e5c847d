"""Calls handed to the loop on a thread: whatever ends the waiting for one ends the call as well."""

from __future__ import annotations

import asyncio
import dis
import gc
import signal
import sys
import threading
import weakref
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import CancelledError, ThreadPoolExecutor
from functools import partial
from types import FrameType
from typing import Any, Self

import pytest

from aigpt._blocking import portal as portal_module
from aigpt._blocking.portal import BlockingPortal, run_in_caller
from aigpt._http.session import ClientNames
from aigpt.testing import ScriptedServer


@pytest.fixture
def portal() -> Iterator[BlockingPortal]:
    async def nothing() -> None:
        pass

    found = BlockingPortal(nothing, ClientNames("AsyncIGPT", "IGPT"))
    yield found
    found.stop()


def is_call(frame: FrameType) -> bool:
    return dis.opname[frame.f_code.co_code[frame.f_lasti]] == "CALL"


class Interrupting:
    """A trace function that raises KeyboardInterrupt at the *n*-th bytecode of the portal's own code.

    `waits_at` is the first bytecode that waits for the call: the first one of `wait` that calls anything.
    """

    def __init__(self, n: int | None) -> None:
        self.n = n
        self.seen = 0
        self.waits_at = 0

    def __call__(self, frame: FrameType, event: str, _: object) -> Any:
        if frame.f_code.co_filename != portal_module.__file__:
            return None
        frame.f_trace_opcodes = True
        if event == "opcode":
            self.seen += 1
            if frame.f_code.co_name == "wait" and self.waits_at == 0 and is_call(frame):
                self.waits_at = self.seen
            if self.seen == self.n:
                raise KeyboardInterrupt
        return self

    def __enter__(self) -> Self:
        self._before = sys.gettrace()
        sys._getframe().f_trace_opcodes = True  # CPython 3.12 looks for it only here
        sys.settrace(self)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(self._before)


async def tasks_left() -> int:
    """Return how many tasks there are besides this one and the loop's own, once all that are cancelled have ended."""
    for _ in range(10):
        await asyncio.sleep(0)
    return len(asyncio.all_tasks()) - 2


async def answer() -> str:
    return "answer"


async def never() -> None:
    await asyncio.Event().wait()


def test_an_interrupt_at_any_bytecode_ends_the_call(portal: BlockingPortal) -> None:
    """Up to the wait for a call that would never end, and after it for one that has ended."""
    assert portal.call(tasks_left) == 0
    with Interrupting(None) as learning:
        assert portal.call(answer) == "answer"
    assert 0 < learning.waits_at < learning.seen
    for n in range(1, learning.seen + 1):
        with Interrupting(n), pytest.raises(KeyboardInterrupt):
            portal.call(never if n <= learning.waits_at else answer)
        assert portal.call(tasks_left) == 0, n


def test_an_interrupt_while_it_waits_ends_the_call(portal: BlockingPortal) -> None:
    ended = threading.Event()

    async def work() -> None:
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    with pytest.raises(KeyboardInterrupt):
        portal.call(work)
    assert ended.wait(60)
    assert portal.call(tasks_left) == 0


def test_an_exception_of_the_call_is_raised_and_leaves_no_cycle(portal: BlockingPortal) -> None:
    async def work() -> None:
        raise LookupError("the call's own")

    gc.collect()
    gc.disable()
    try:
        with pytest.raises(LookupError, match="the call's own"):
            portal.call(work)
        portal.call(answer)  # the loop has let go of it now
        seen = weakref.ref(work)
        del work
        assert seen() is None
    finally:
        gc.enable()


def test_a_call_that_is_cancelled_on_the_loop_is_a_cancelled_one_here(portal: BlockingPortal) -> None:
    async def work() -> None:
        raise asyncio.CancelledError

    with pytest.raises(CancelledError):
        portal.call(work)


def test_what_an_interrupted_call_still_raises_is_not_reported(portal: BlockingPortal) -> None:
    async def work() -> None:
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
        try:
            await asyncio.Event().wait()
        finally:
            raise LookupError

    with pytest.raises(KeyboardInterrupt):
        portal.call(work)
    assert portal.call(tasks_left) == 0
    gc.collect()  # what asyncio reports then fails the test


# ── functions that the call has its caller's thread run ─────────────────────────────────────────────────────────


async def in_caller(function: Callable[[], Any]) -> Any:
    return await asyncio.wait_for(run_in_caller(function), 60)


def test_a_function_runs_in_the_thread_that_waits(portal: BlockingPortal) -> None:
    """Several at a time too, each in its turn."""

    async def work() -> Any:
        return await asyncio.gather(*(in_caller(threading.get_ident) for _ in range(5)))

    assert portal.call(work) == [threading.get_ident()] * 5
    with ThreadPoolExecutor(1) as other:
        assert set(other.submit(portal.call, work).result(60)) == {other.submit(threading.get_ident).result(60)}


def test_a_function_may_use_the_portal_in_its_turn(portal: BlockingPortal) -> None:
    assert portal.call(lambda: in_caller(lambda: portal.call(answer))) == "answer"


def test_an_exception_of_the_function_belongs_to_the_coroutine(portal: BlockingPortal) -> None:
    def fail() -> None:
        raise LookupError("its own")

    async def work() -> str:
        with pytest.raises(LookupError, match="its own"):
            await in_caller(fail)
        return "went on"

    assert portal.call(work) == "went on"


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
def test_what_ends_the_program_in_the_function_ends_the_call(portal: BlockingPortal, kind: type[BaseException]) -> None:
    def stop() -> None:
        raise kind

    with pytest.raises(kind):
        portal.call(lambda: in_caller(stop))
    assert portal.call(tasks_left) == 0


def test_an_interrupt_in_the_function_ends_the_call(portal: BlockingPortal) -> None:
    def slow() -> None:
        signal.pthread_kill(threading.get_ident(), signal.SIGINT)
        threading.Event().wait(60)

    with pytest.raises(KeyboardInterrupt):
        portal.call(lambda: in_caller(slow))
    assert portal.call(tasks_left) == 0


def test_an_interrupt_at_any_bytecode_around_a_function_ends_the_call(portal: BlockingPortal) -> None:
    def work() -> Coroutine[Any, Any, str]:
        return in_caller(str)

    assert portal.call(tasks_left) == 0
    with Interrupting(None) as learning:
        assert portal.call(work) == ""
    assert learning.seen > learning.waits_at > 0
    for n in range(1, learning.seen + 1):
        with Interrupting(n), pytest.raises(KeyboardInterrupt):
            portal.call(work)
        assert portal.call(tasks_left) == 0, n


def test_a_call_may_end_while_its_function_runs(portal: BlockingPortal) -> None:
    """The thread returns when the function does; its result is dropped."""
    gone = threading.Event()

    async def work() -> str:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(run_in_caller(lambda: gone.wait(60)), 0.01)
        gone.set()
        return "went on"

    assert portal.call(work) == "went on"


def test_closing_while_a_function_runs_ends_the_call(portal: BlockingPortal) -> None:
    with pytest.raises(CancelledError):
        portal.call(lambda: in_caller(portal.stop))


def test_without_a_thread_that_waits_a_function_runs_in_the_loop(portal: BlockingPortal) -> None:
    """As for a task that outlives the call it was begun in."""
    assert asyncio.run(in_caller(threading.get_ident)) == threading.get_ident()
    may_ask = asyncio.Event()

    async def late() -> int:
        await may_ask.wait()
        return await in_caller(threading.get_ident)

    async def begin() -> asyncio.Task[int]:
        return asyncio.create_task(late())

    task = portal.call(begin)

    async def rest() -> tuple[int, int]:
        may_ask.set()
        return await task, threading.get_ident()

    found, loop_thread = portal.call(rest)
    assert found == loop_thread != threading.get_ident()


def test_what_a_call_held_is_let_go(portal: BlockingPortal) -> None:
    """Though timers and connections that it began keep its context."""

    class Body:
        pass

    body = Body()
    seen = weakref.ref(body)

    async def work(held: Body) -> None:
        asyncio.get_running_loop().call_later(60, repr, None)

    portal.call(partial(work, body))
    portal.call(answer)
    del body
    gc.collect()
    assert seen() is None


@pytest.mark.parametrize("is_async", [False, True])
def test_a_key_is_asked_for_in_the_thread_of_the_call(igpt_server: ScriptedServer, *, is_async: bool) -> None:
    """Before each attempt. An async callable is called there too; what it returns is awaited in the loop."""
    threads: list[int] = []

    def ask() -> Any:
        threads.append(threading.get_ident())
        return asyncio.sleep(0, "key") if is_async else "key"

    igpt_server.reply("recall/ask", status=503, headers={"Retry-After": "0"}, json={"error": "busy"})
    igpt_server.reply("recall/ask", json={"output": "Yes."})
    with igpt_server.blocking_client(api_key=ask) as igpt:
        assert igpt.recall.ask(input="x").output == "Yes."
    assert threads == [threading.get_ident()] * 2
    assert {call.headers["Authorization"] for call in igpt_server.calls} == {"Bearer key"}


# ── the end of its thread ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("fails", ["the executor's end", "the portal's work"])
def test_what_asyncio_cannot_end_with_the_interpreter_is_no_error(fails: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Python 3.12 at its end, where no thread starts any more; what else goes wrong is reported."""

    async def refuse(*_: object) -> None:
        raise RuntimeError("can't create new thread at interpreter shutdown")

    async def nothing() -> None:
        pass

    loops: list[asyncio.AbstractEventLoop] = []

    async def work() -> int:
        loops.append(asyncio.get_running_loop())
        return await asyncio.to_thread(int, "1")

    reported: list[BaseException | None] = []
    monkeypatch.setattr(threading, "excepthook", lambda told: reported.append(told.exc_value))
    of_executor = fails == "the executor's end"
    if of_executor:
        monkeypatch.setattr("asyncio.base_events.BaseEventLoop.shutdown_default_executor", refuse)
    portal = BlockingPortal(nothing if of_executor else refuse, ClientNames("AsyncIGPT", "IGPT"))
    assert portal.call(work) == 1
    portal.stop()
    assert [type(exc) for exc in reported] == ([] if of_executor else [RuntimeError])
    assert loops[0].is_closed()
