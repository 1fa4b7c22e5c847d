"""The lock of an output that several machines can reach: it has a heartbeat, since not every place has locks."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import uuid
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Protocol, cast

from aigpt._http.cancellation import cancel_and_wait
from aigpt.bulk.errors import OutputError, UnusableOutputError
from aigpt.bulk.places import write_whole_file
from aigpt.bulk.threads import in_thread

_BEAT = 2.0  # s
_STALE = 10.0  # s
_POLL = 0.25  # s
_PRIVATE = 0o600


class Lock(Protocol):
    """Where the content of a lock is. Of several who do one thing at the same time, one succeeds. Methods block."""

    def create(self, content: bytes) -> bool:
        """Take the lock, and return whether nobody had it. Raises UnusableOutputError."""
        ...

    def read(self) -> bytes | None:
        """Return the content; None where nobody has the lock. Raises OSError."""
        ...

    def take_over(self, content: bytes) -> bool:
        """Take the lock as it was `read` last, of an owner that is gone; return whether nobody else has.

        Raises OSError.
        """
        ...

    def beat(self, content: bytes) -> bool:
        """Write new content; return False if somebody has taken the lock over. Raises OSError."""
        ...

    def remove(self) -> None:
        """Give the lock up, if it is still ours."""
        ...


@asynccontextmanager
async def run_lock(lock: Lock, what: str, lost: Callable[[str], None]) -> AsyncGenerator[None]:
    """Hold the *lock* of the output *what*. *lost* is told if another takes it, as of one that stood still.

    A lock whose process is known to be gone is taken at once, another after ten seconds without a heartbeat. Raises
    OutputError; UnusableOutputError where somebody holds it.
    """
    token = uuid.uuid4().hex
    try:
        await _take(lock, what, token)
    except OSError as exc:
        raise OutputError(f"cannot write {what}: {exc.strerror}; make that possible, or give another output") from exc
    except asyncio.CancelledError:
        with suppress(OSError):
            await in_thread(lock.remove)  # it may just have been taken
        raise
    beating = asyncio.create_task(_beat(lock, token, what, lost))
    try:
        yield
    finally:
        await cancel_and_wait([beating])
        with suppress(OSError):
            await in_thread(lock.remove)


async def _take(lock: Lock, what: str, token: str) -> None:
    watched: bytes | None = None
    waited = 0.0
    while not await in_thread(lock.create, _content(token, 0)):
        found = await in_thread(lock.read)
        if found is None:  # it has just been given up
            continue
        if watched is None:
            watched = found
        if found != watched:
            raise UnusableOutputError(f"another run is writing {what}; wait for it, or give another output")
        if waited >= _STALE or _is_gone(found):
            if await in_thread(lock.take_over, _content(token, 0)):
                return
            watched, waited = None, 0.0
            continue
        await asyncio.sleep(_POLL)
        waited += _POLL


async def _beat(lock: Lock, token: str, what: str, lost: Callable[[str], None]) -> None:
    number = 0
    while True:
        await asyncio.sleep(_BEAT)
        number += 1
        try:
            if not await in_thread(lock.beat, _content(token, number)):
                lost(f"another run has taken over {what}")
                return
        except OSError:
            continue  # a place that is away for a moment


class FileLock:
    """A lock that is a file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._token: object = None
        self._seen: bytes | None = None

    def create(self, content: bytes) -> bool:
        """Create the file, if there is none."""
        try:
            fd = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
        except FileExistsError:
            return False
        except OSError as exc:
            raise UnusableOutputError(self._why(exc)) from exc
        try:
            with os.fdopen(fd, "wb") as file:
                file.write(content)
        except OSError as exc:
            with suppress(OSError):  # an empty lock would look like another's
                self._path.unlink()
            raise OutputError(self._why(exc)) from exc
        self._token = token_of(content)
        return True

    def _why(self, exc: OSError) -> str:
        return f"cannot write {self._path}: {exc.strerror}; make that possible, or give another output"

    def read(self) -> bytes | None:
        """Return what is in the file."""
        try:
            self._seen = self._path.read_bytes()
        except FileNotFoundError:
            self._seen = None
        return self._seen

    def take_over(self, content: bytes) -> bool:
        """Put the file out of the way as it was read, which one of several can do."""
        return self._put_away(self._seen, token_of(content)) and self.create(content)

    def beat(self, content: bytes) -> bool:
        """Replace the file, if it is ours."""
        if token_of(self.read()) != self._token:
            return False
        write_whole_file(self._path, [content])
        return True

    def remove(self) -> None:
        """Remove the file, if it is ours."""
        found = self.read()
        if self._token is not None and token_of(found) == self._token:
            self._put_away(found, self._token)

    def _put_away(self, content: bytes | None, token: object) -> bool:
        """Remove the file with that *content*, and return whether it was there; a file with another one stays."""
        if content is None or self.read() != content:
            return False
        aside = self._path.with_name(f"{self._path.name}.{token}")
        try:
            self._path.rename(aside)
        except FileNotFoundError:
            return False
        # Somebody may have replaced it since it was read: of two who take a lock over, the second finds the first's.
        is_same = aside.read_bytes() == content
        if not is_same:
            with suppress(OSError):  # a third has it now, or this disk has no links: the owner's next beat tells it
                os.link(aside, self._path)
        aside.unlink()
        return is_same


def token_of(content: bytes | None) -> object:
    """Return who wrote the content of a lock."""
    return _decoded(content).get("token")


def _content(token: str, number: int) -> bytes:
    return json.dumps({"token": token, "beat": number, "machine": _machine(), "pid": os.getpid()}).encode()


def _decoded(content: bytes | None) -> dict[str, Any]:
    try:
        found: object = json.loads(content or b"{}")
    except ValueError:
        return {}
    return cast("dict[str, Any]", found) if isinstance(found, dict) else {}


def _machine() -> str | None:
    """Return what says that two processes see each other's numbers; None where nothing does."""
    if sys.platform != "linux":
        return None
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot} {Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        return None


def _is_gone(content: bytes) -> bool:
    """Return whether the process that holds the lock is known to have ended."""
    owner = _decoded(content)
    pid, machine = owner.get("pid"), _machine()
    return machine is not None and owner.get("machine") == machine and not Path(f"/proc/{pid}").exists()
