"""The process that reads a large datasource: started, listened to, started again where it broke off."""

from __future__ import annotations

import contextlib
import logging
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO

import msgspec

from aigpt.local.errors import LocalServerError
from aigpt.local.ingest.datasource_reader import Indexed, Progress
from aigpt.local.ingest.reader_process_main import Said
from aigpt.local.store.datasources import Datasource

__all__ = ["Child"]

_log = logging.getLogger("aigpt.local")

_TRIES = 3  # without a step forward
_POLL_SECONDS = 0.1
_STOP_SECONDS = 10.0  # then it is killed: whatever it is at is undone by the database
# Its own folder last, so that no module of it hides one of Python's; -P keeps the current folder out for the same.
_START = (
    "import sys; sys.path.append(sys.argv[1]);"
    "from aigpt.local.ingest.reader_process_main import main; main(sys.argv[2:])"
)
_IMPORT_PATH = str(Path(__file__).parents[3])


class Child:
    """Reads *source* into the database at *path*, as `Reader` does, without keeping this process busy."""

    def __init__(
        self, path: Path, source: Datasource, report: Callable[[Progress], None], stopping: threading.Event
    ) -> None:
        self._path = path
        self._source = source
        self._report = report
        self._stopping = stopping
        self._done = -1

    def read(self) -> Indexed:
        """Return what came of it. Raises `sqlite3.Error` as it met with one, `LocalServerError` where it broke off."""
        tries = 0
        while tries < _TRIES:
            before = self._done
            indexed = self._run()
            if indexed is not None:
                return indexed
            tries = 1 if self._done > before else tries + 1
            _log.warning("%s: the process that reads it broke off; it is started again", self._source.name)
        raise LocalServerError(
            f"{self._source.path}: the process that reads it broke off {_TRIES} times at the same place;"
            " see if memory is short, or take out the message there"
        )

    def _run(self) -> Indexed | None:
        """Start it and hear it out; None where it broke off. It says nothing of a datasource that was removed."""
        command = [sys.executable, "-P", "-c", _START, _IMPORT_PATH]
        with subprocess.Popen(  # noqa: S603 (our own program)
            [*command, str(self._path), self._source.user, self._source.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a traceback may hold somebody's words; what it has to say, it says in JSON
            start_new_session=True,  # Ctrl-C is for us; it ends when its stdin does, whatever becomes of us
        ) as process:
            ended = threading.Event()
            watch = threading.Thread(target=self._watch, args=(process, ended), name="aigpt-index-stop")
            watch.start()
            try:
                indexed = self._hear(process.stdout)
            finally:
                ended.set()
                watch.join()
        if indexed is None and (process.returncode == 0 or self._stopping.is_set()):
            return Indexed(self._source.name, self._source.title, str(self._source.path), 0, 0, (), (), finished=False)
        return indexed

    def _watch(self, process: subprocess.Popen[bytes], ended: threading.Event) -> None:
        """Let the process know when to stop: its stdin ends."""
        while not ended.wait(_POLL_SECONDS):
            if self._stopping.is_set():
                _close(process.stdin)
                if not ended.wait(_STOP_SECONDS):
                    process.kill()
                return

    def _hear(self, output: IO[bytes] | None) -> Indexed | None:
        for line in output or ():
            said = msgspec.json.decode(line, type=Said)
            if said.database_error is not None:
                raise sqlite3.OperationalError(said.database_error)
            if said.indexed is not None:
                return said.indexed
            if said.progress is not None:
                self._done = said.progress.done
                self._report(said.progress)
        return None


def _close(stream: IO[bytes] | None) -> None:
    if stream is not None:
        with contextlib.suppress(OSError):
            stream.close()
