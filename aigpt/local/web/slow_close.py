"""Says where a server's close stands, if it takes long."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
import traceback
from collections.abc import Generator
from contextlib import contextmanager

from aigpt._http.log_text import Places

__all__ = ["telling_if_slow"]

_log = logging.getLogger("aigpt.local")

_SECONDS = 20.0
_FRAMES = 4  # of each thread and task: the innermost


@contextmanager
def telling_if_slow(seconds: float = _SECONDS) -> Generator[None]:
    """Log where the threads and tasks are if the block takes so many *seconds*. For the event loop."""
    timer = asyncio.get_running_loop().call_later(seconds, _tell, seconds, asyncio.current_task())
    try:
        yield
    finally:
        timer.cancel()


def _tell(seconds: float, closing: asyncio.Task[object] | None) -> None:
    frames = sys._current_frames()  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] (the only way)
    lines: list[str] = []
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and thread.ident in frames:
            stack = traceback.extract_stack(frames[thread.ident])[-_FRAMES:]
            lines.append(f"{thread.name}: " + _places(stack))
    if closing is not None:
        lines.append("closing: " + _places(_awaited(closing)[-_FRAMES:]))
    places = Places("".join(f"\n  {line}" for line in lines))
    _log.warning("the server has been closing for %.0f s; its threads are at%s", seconds, places)


def _awaited(task: asyncio.Task[object]) -> list[traceback.FrameSummary]:
    found: list[traceback.FrameSummary] = []
    waits: object = task.get_coro()
    while waits is not None:
        frame = getattr(waits, "cr_frame", None) or getattr(waits, "ag_frame", None)
        if frame is not None:
            found += traceback.extract_stack(frame, 1)
        waits = getattr(waits, "cr_await", None) or getattr(waits, "ag_await", None)
    return found


def _places(stack: list[traceback.FrameSummary]) -> str:
    """Return files, lines and functions: no values, which may contain text of messages."""
    return " > ".join(f"{place.filename}:{place.lineno} {place.name}" for place in stack)
