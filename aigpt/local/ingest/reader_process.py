"""Reads a large datasource in a process of its own, which is restarted if it dies."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO

import msgspec

from aigpt.local.child_command import child_command
from aigpt.local.errors import LocalServerError
from aigpt.local.ingest.progress import Indexed, Progress
from aigpt.local.ingest.reader_process_main import Message
from aigpt.local.store.datasources import Datasource

__all__ = ["ReaderProcess"]

_log = logging.getLogger("aigpt.local")

_TRIES = 3  # starts without progress
_POLL_SECONDS = 0.1
_STOP_SECONDS = 10.0  # then it is killed; the database rolls its transaction back


class ReaderProcess:
    """Reads *source* into the database at *path*, as `Reader` does, without using this process's GIL."""

    def __init__(
        self, path: Path, source: Datasource, report: Callable[[Progress], None], stopping: threading.Event
    ) -> None:
        self._path = path
        self._source = source
        self._report = report
        self._stopping = stopping
        self._done = -1

    def read(self) -> Indexed:
        """Return the result. Raises `sqlite3.Error` as the process did, and `LocalServerError` if it keeps dying."""
        tries = 0
        while tries < _TRIES:
            before = self._done
            indexed = self._run()
            if indexed is not None:
                return indexed
            tries = 1 if self._done > before else tries + 1
            _log.warning("%s: the process that reads it died; it is restarted", self._source.name)
        raise LocalServerError(
            f"{self._source.path}: the process that reads it died {_TRIES} times at the same place;"
            " check whether memory is short, or remove the message there"
        )

    def _run(self) -> Indexed | None:
        """Run the process to its end; None if it died. It sends no result for a datasource that was removed."""
        arguments = (str(self._path), self._source.user, self._source.name)
        with subprocess.Popen(  # noqa: S603 (this package)
            child_command("aigpt.local.ingest.reader_process_main", *arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback may contain text of messages
            start_new_session=True,  # Ctrl-C is for the server; the process ends when its stdin does
        ) as process:
            ended = threading.Event()
            watch = threading.Thread(target=self._watch, args=(process, ended), name="aigpt-index-stop")
            watch.start()
            try:
                indexed = self._receive(process.stdout)
            finally:
                ended.set()
                watch.join()
        if indexed is None and (process.returncode == 0 or self._stopping.is_set()):
            return Indexed(self._source.name, self._source.title, str(self._source.path), 0, 0, (), (), finished=False)
        return indexed

    def _watch(self, process: subprocess.Popen[bytes], ended: threading.Event) -> None:
        """Close its stdin to make it stop."""
        while not ended.wait(_POLL_SECONDS):
            if self._stopping.is_set():
                _close(process.stdin)
                if not ended.wait(_STOP_SECONDS):
                    process.kill()
                return

    def _receive(self, output: IO[bytes] | None) -> Indexed | None:
        """Return the result. The process ends later, and what it does then, it does of its own accord."""
        indexed: Indexed | None = None
        for line in output or ():
            message = msgspec.json.decode(line, type=Message)
            if message.log is not None:
                name, level, text = message.log
                logging.getLogger(name).log(level, "%s", text)
            if message.database_error is not None:
                raise sqlite3.OperationalError(message.database_error)
            if message.indexed is not None:
                indexed = message.indexed
            if message.progress is not None:
                self._done = message.progress.done
                self._report(message.progress)
        return indexed


def _close(stream: IO[bytes] | None) -> None:
    if stream is not None:
        with contextlib.suppress(OSError):
            stream.close()
