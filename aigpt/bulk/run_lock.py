"""The lock of an output that several machines can reach: a file with a heartbeat, since not every file system locks."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import uuid
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, cast

from aigpt._http.cancellation import cancel_and_wait
from aigpt.bulk.errors import OutputError
from aigpt.bulk.places import write_whole_file

_BEAT = 2.0  # s
_STALE = 10.0  # s
_POLL = 0.25  # s
_PRIVATE = 0o600


@asynccontextmanager
async def run_lock(path: Path, what: Path, lost: Callable[[str], None]) -> AsyncGenerator[None]:
    """Hold the lock *path* of the output *what*. *lost* is told if another takes it, as of one that stood still.

    A lock whose process is known to be gone is taken at once, another after ten seconds without a heartbeat. Raises
    OutputError where somebody holds it.
    """
    token = uuid.uuid4().hex
    watched: bytes | None = None
    waited = 0.0
    while not _create(path, token):
        found = _read(path)
        if found is None:  # it has just been given up
            continue
        if watched is None:
            watched = found
        if found != watched:
            raise OutputError(f"another run is writing {what}; wait for it, or give another output")
        if waited >= _STALE or _is_gone(found):
            _remove(path, token)
            watched, waited = None, 0.0
            continue
        await asyncio.sleep(_POLL)
        waited += _POLL
    beating = asyncio.create_task(_beat(path, token, what, lost))
    try:
        yield
    finally:
        await cancel_and_wait([beating])
        if _token(_read(path)) == token:
            _remove(path, token)


async def _beat(path: Path, token: str, what: Path, lost: Callable[[str], None]) -> None:
    number = 0
    while True:
        await asyncio.sleep(_BEAT)
        number += 1
        try:
            if _token(_read(path)) != token:
                lost(f"another run has taken over {what}")
                return
            await asyncio.to_thread(write_whole_file, path, [_content(token, number)])
        except OSError:
            continue  # a file system that is away for a moment


def _create(path: Path, token: str) -> bool:
    try:
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _PRIVATE)
    except FileExistsError:
        return False
    except OSError as exc:
        raise OutputError(f"cannot write {path}: {exc.strerror}") from exc
    with os.fdopen(fd, "wb") as file:
        file.write(_content(token, 0))
    return True


def _remove(path: Path, token: str) -> None:
    aside = path.with_name(f"{path.name}.{token}")
    with suppress(OSError):  # somebody was faster
        path.rename(aside)
        aside.unlink()


def _content(token: str, number: int) -> bytes:
    return json.dumps({"token": token, "beat": number, "machine": _machine(), "pid": os.getpid()}).encode()


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _token(content: bytes | None) -> object:
    return _decoded(content).get("token")


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
