"""Processes of contenders that wait for their turn, and have it when they are told."""

from __future__ import annotations

import json
import subprocess
import tempfile
import threading
from collections.abc import Mapping, Sequence
from typing import Any

from meter import Figures


class FailedError(Exception):
    """A contender did not come to an end; the text is what it said."""


class Led:
    """A process of `measure.py`. Between its turns it stands still, while others have theirs."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], patience: float) -> None:
        self._patience = patience
        self._errors = tempfile.TemporaryFile("w+")  # noqa: SIM115 (closed by `close`)
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            env=environment,
            start_new_session=True,
        )

    def begin(self) -> None:
        """Tell it to make ready for its next race. Raises FailedError."""
        self._say("begin\n")

    def ready(self) -> None:
        """Wait until it has. Raises FailedError."""
        self._heard("ready")

    def turn(self, seconds: float) -> Figures:
        """Let it work for about so many *seconds*, and return what it found. Raises FailedError."""
        self._say(f"{seconds}\n")
        figures: Figures = self._heard("figures")
        return figures

    def end(self) -> None:
        """Tell it that there are no more turns in this race. Raises FailedError."""
        self._say("\n")

    def close(self) -> None:
        """End it, whatever it is at: nothing of it is needed any more, and orderly ends took a tenth of a run."""
        self._process.kill()
        self._process.communicate()
        self._errors.close()

    def _say(self, line: str) -> None:
        pipe: Any = self._process.stdin
        try:
            pipe.write(line)
            pipe.flush()
        except OSError as exc:
            raise FailedError(self._last_words()) from exc

    def _heard(self, name: str) -> Any:
        pipe: Any = self._process.stdout
        late = threading.Timer(self._patience, self._process.kill)
        late.start()
        try:
            for line in pipe:  # a contender may print something of its own
                if line.startswith("{") and name in (heard := json.loads(line)):
                    return heard[name]
        finally:
            late.cancel()
        raise FailedError(self._last_words())

    def _last_words(self) -> str:
        if self._process.wait() < 0:
            return f"took more than {self._patience:.0f} s, or was killed"
        self._errors.seek(0)
        return self._errors.read().strip().rpartition("\n")[2]
