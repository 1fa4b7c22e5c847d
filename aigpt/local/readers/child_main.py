"""The program of a reader: does the work that comes in on stdin, and writes what it gave to stdout.

It ends when its stdin does: because it is told to, or because the server has died.
"""

from __future__ import annotations

import gc
import os
import pickle
import queue
import sqlite3
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import Any

from aigpt.local.readers.errors import ReaderError
from aigpt.local.readers.frames import read_frame, write_frame
from aigpt.local.store.database import DatabaseGoneError, open_reader

__all__ = ["Failed", "main"]

_LATER_SECONDS = 0.5  # after the start, which must be quick


class Failed:
    """What is sent where work raised: the exception, and where it was raised."""

    def __init__(self, error: Exception, place: str) -> None:
        self.error = error
        self.place = place


def main(arguments: Sequence[str]) -> None:
    """Work until stdin ends. Arguments: the database's path, modules to import before work, and those for later."""
    path, soon, later = arguments
    output = os.dup(1)
    os.dup2(2, 1)  # what is printed by mistake must not get between the messages
    work: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(work,), daemon=True).start()
    for module in filter(None, soon.split(",")):
        import_module(module)
    write_frame(output, b"")  # ready
    if later:
        threading.Thread(target=_import_later, args=(later.split(","),), daemon=True).start()
    try:
        _work(Path(path), work, output)
    except BrokenPipeError:  # the server has died
        os._exit(1)


def _receive(work: queue.SimpleQueue[bytes]) -> None:
    while (message := read_frame(0)) is not None:
        work.put(message)
    os._exit(0)  # in the middle of work, too: nobody waits for it


def _import_later(modules: Sequence[str]) -> None:
    """Import what only some work needs, beside other work, which must not wait for it."""
    time.sleep(_LATER_SECONDS)
    for module in modules:
        with suppress(ImportError):  # the work that needs it will say so
            import_module(module)
    gc.collect()
    gc.freeze()


def _work(path: Path, work: queue.SimpleQueue[bytes], output: int) -> None:
    opened = cache(partial(open_reader, path, mapped=True))
    while True:
        write_frame(output, _done(opened, work.get()))


def _done(opened: Callable[[], sqlite3.Connection], message: bytes) -> bytes:
    """Do the work in *message*; return what it gave, pickled. *opened* returns the database, or raises."""
    try:
        work: Callable[[sqlite3.Connection], Any] = pickle.loads(message)  # noqa: S301 (from the server)
        return pickle.dumps(work(opened()), pickle.HIGHEST_PROTOCOL)
    except DatabaseGoneError as error:
        return _failed(ReaderError(str(error)))
    except Exception as error:  # noqa: BLE001 (whatever it is, it is raised where the result is awaited)
        return _failed(error)


def _failed(error: Exception) -> bytes:
    place = "".join(traceback.format_tb(error.__traceback__))  # no values, which may contain text of messages
    error.__traceback__ = error.__cause__ = error.__context__ = None
    try:
        message = pickle.dumps(Failed(error, place), pickle.HIGHEST_PROTOCOL)
        pickle.loads(message)  # noqa: S301 (made above)
    except Exception:  # noqa: BLE001 (exceptions define how they are pickled as they like)
        return pickle.dumps(Failed(RuntimeError(type(error).__name__), place), pickle.HIGHEST_PROTOCOL)
    return message
