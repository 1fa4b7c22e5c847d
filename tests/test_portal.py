"""Calls handed to the loop on a thread: whatever ends the waiting for one ends the call as well."""

from __future__ import annotations

import asyncio
import dis
import gc
import signal
import sys
import threading
import weakref
from collections.abc import Iterator
from concurrent.futures import CancelledError
from types import FrameType
from typing import Any, Self

import pytest

from aigpt._blocking import portal as portal_module
from aigpt._blocking.portal import BlockingPortal
from aigpt._http.session import ClientNames


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
