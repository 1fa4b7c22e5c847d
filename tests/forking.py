"""Starts Python programs by forking: as if by `subprocess`, without importing once more what all of them import."""

from __future__ import annotations

import atexit
import ctypes
import json
import os
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

_NUMBER = struct.Struct("!q")
_PR_SET_CHILD_SUBREAPER = 36
_BECOMES_A_PARENT = threading.Lock()
_start_alone = subprocess.Popen._execute_child  # type: ignore[attr-defined]
_PARAMETERS = [
    "args",
    "executable",
    "preexec_fn",
    "close_fds",
    "pass_fds",
    "cwd",
    "env",
    "startupinfo",
    "creationflags",
    "shell",
    "p2cread",
    "p2cwrite",
    "c2pread",
    "c2pwrite",
    "errread",
    "errwrite",
    "restore_signals",
    "gid",
    "gids",
    "uid",
    "umask",
    "start_new_session",
    "process_group",
]
_UNUSUAL = {  # what a forked program cannot have
    "executable": None,
    "preexec_fn": None,
    "close_fds": True,
    "pass_fds": (),
    "startupinfo": None,
    "creationflags": 0,
    "shell": False,
    "restore_signals": True,
    "gid": None,
    "gids": None,
    "uid": None,
    "umask": -1,
    "process_group": -1,
}
SHARED = ("aiohttp", "aiohttp_retry", "click", "msgspec", "rich.console", "rich.live", "rich.progress")
"""What every program is forked with: what others wrote, which is the same each time. aigpt each imports by itself."""
IS_KNOWN = (
    sys.platform == "linux"
    and _start_alone.__code__.co_varnames[1 : _start_alone.__code__.co_argcount] == tuple(_PARAMETERS)
    and hasattr(subprocess.Popen, "_close_pipe_fds")
)
"""Whether it is known how this Python starts programs; where it is not, each is started by itself."""


class _Server:
    """The process that programs are forked from, for one set of options, modules and variables that Python reads."""

    def __init__(
        self, options: tuple[str, ...], modules: tuple[str, ...], variables: tuple[tuple[str, str], ...]
    ) -> None:
        self._connection, theirs = socket.socketpair()
        program = Path(__file__).with_name("fork_server.py")
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, *options, program, str(theirs.fileno()), *modules],
                stdin=subprocess.DEVNULL, env=dict(variables), pass_fds=[theirs.fileno()],
            )  # fmt: skip
        atexit.register(self._end)

    def start(self, program: dict[str, Any], descriptors: list[int]) -> int:
        """Start a program with those descriptors as its input, output and errors; return its process's number."""
        text = json.dumps(program).encode()
        with _BECOMES_A_PARENT:
            _prctl()(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)  # of the program, once the process between has ended
            try:
                socket.send_fds(self._connection, [_NUMBER.pack(len(text))], descriptors)
                self._connection.sendall(text)
                answer = self._connection.recv(_NUMBER.size, socket.MSG_WAITALL)
            finally:
                _prctl()(_PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)
        assert len(answer) == _NUMBER.size, "the process that programs are forked from has ended"
        return int(_NUMBER.unpack(answer)[0])

    def _end(self) -> None:
        self._connection.close()
        self._process.wait()


@cache
def _prctl() -> Any:
    return ctypes.CDLL(None).prctl


_server = cache(_Server)


def _command(args: Any) -> tuple[tuple[str, ...], str, str, list[str]] | None:
    """Return the options, the kind (-c, -m or none), the program and the arguments of a Python program."""
    if isinstance(args, (str, bytes)) or not args:
        return None
    words = [os.fspath(word) for word in args]
    if words[0] != sys.executable or not all(isinstance(word, str) for word in words):
        return None
    at = 1
    while at < len(words) and words[at] in {"-u", "-W", "-X"}:
        at += 1 if words[at] == "-u" else 2
    kind = words[at] if at < len(words) and words[at] in {"-c", "-m"} else ""
    named = at + bool(kind)
    if named >= len(words) or (words[named].startswith("-") and not kind):
        return None
    return tuple(words[1:at]), kind, words[named], words[named + 1 :]


def forked(modules: tuple[str, ...]) -> Any:
    """Return what starts programs for `subprocess`: Python's are forked, with *modules* and more imported."""

    def start(process: Any, *given: Any) -> None:
        values = dict(zip(_PARAMETERS, given, strict=True))
        command = _command(values["args"])
        if command is None or any(values[name] != usual for name, usual in _UNUSUAL.items()):
            _start_alone(process, *given)
            return
        environment: Mapping[str, str] = os.environ if values["env"] is None else values["env"]
        read = {  # when an interpreter starts, or by the modules
            name: value for name, value in environment.items()
            if name in {"HOME", "PATH", "LANG"} or name.startswith(("PYTHON", "LC_"))
        }  # fmt: skip
        options, kind, name, arguments = command
        program = {
            "kind": kind, "program": name, "arguments": arguments, "environment": dict(environment),
            "folder": os.fspath(values["cwd"] or Path.cwd()), "session": values["start_new_session"],
        }  # fmt: skip
        pipes = [values[end] for end in ("p2cread", "c2pwrite", "errwrite")]
        descriptors = [number if pipe == -1 else pipe for number, pipe in enumerate(pipes)]
        with suppress(OSError):
            for descriptor in descriptors:
                os.fstat(descriptor)
            process.pid = _server(options, (*SHARED, *modules), tuple(sorted(read.items()))).start(program, descriptors)
            process._child_created = True
            ends = ("p2cread", "p2cwrite", "c2pread", "c2pwrite", "errread", "errwrite")
            process._close_pipe_fds(*(values[end] for end in ends))
            return
        _start_alone(process, *given)  # which has a stream less

    return start
