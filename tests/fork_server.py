"""Runs Python programs each in a process of its own, forked from one that has imported what they all import.

`tests/forking.py` starts it and tells it what to run. What is imported must start no thread, as numpy
does: no copy of a process with threads is safe. What a program does, up to the end of its interpreter, it does as if it
had been started alone; importing aiohttp again takes several times as long as all the rest.
"""

from __future__ import annotations

import builtins
import gc
import importlib
import io
import json
import os
import random
import runpy
import socket
import struct
import sys
import types
from typing import Any

_NUMBER = struct.Struct("!q")


def _serve(connection: socket.socket) -> dict[str, Any]:
    """Return, in a process of its own, the program that is to run next."""
    while True:
        length, descriptors, _, _ = socket.recv_fds(connection, _NUMBER.size, 3)
        if len(length) < _NUMBER.size:  # whoever started it is gone
            os._exit(0)
        text = b""
        while len(text) < _NUMBER.unpack(length)[0]:
            text += connection.recv(1 << 20)
        reading, writing = os.pipe()
        between = os.fork()
        if between == 0:  # it ends at once, so that the program is the child of whoever asked for it
            child = os.fork()
            if child == 0:
                for number, descriptor in enumerate(descriptors):
                    os.dup2(descriptor, number)
                for descriptor in (*descriptors, reading, writing):
                    os.close(descriptor)
                connection.close()
                return json.loads(text)  # type: ignore[no-any-return]
            os.write(writing, _NUMBER.pack(child))
            os._exit(0)
        for descriptor in descriptors:
            os.close(descriptor)
        os.waitpid(between, 0)
        connection.sendall(os.read(reading, _NUMBER.size))
        os.close(reading)
        os.close(writing)


def _become(program: dict[str, Any]) -> None:
    """Give this process the environment, the folder and the streams of a new one."""
    if program["session"]:
        os.setsid()
    os.chdir(program["folder"])
    coerced = os.environ.get("LC_CTYPE")  # by Python, where nobody chose a locale
    os.environ.clear()
    os.environ.update(program["environment"])
    if coerced is not None:
        os.environ["LC_CTYPE"] = coerced
    random.seed()
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        before = getattr(sys, name)
        at_once = number > 0 and isinstance(before.buffer, io.RawIOBase)  # python -u
        binary: Any = open(number, "wb" if number else "rb", 0 if at_once else -1, closefd=False)  # noqa: SIM115
        stream = io.TextIOWrapper(
            binary, before.encoding, before.errors, "\n", write_through=before.write_through,
            line_buffering=before.line_buffering if number == 2 else not at_once and os.isatty(number),
        )  # fmt: skip
        stream.mode = "w" if number else "r"
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    kind, named = program["kind"], program["program"]
    sys.argv[:] = ["-c" if kind == "-c" else named, *program["arguments"]]
    sys.path[0] = {"-c": "", "-m": os.getcwd()}.get(kind, os.path.dirname(named))  # noqa: PTH109, PTH120 (as Python)


def _run(program: dict[str, Any]) -> None:
    """Run a program as the module `__main__`, made anew as an interpreter has it that was started alone."""
    module = types.ModuleType("__main__")
    vars(module).update({"__builtins__": builtins, "__annotations__": {}, "__loader__": None})
    sys.modules["__main__"] = module
    text, name = program["program"], "<string>"
    if program["kind"] == "-m":
        runpy._run_module_as_main(text)  # type: ignore[attr-defined]  # as Python does
        return
    if not program["kind"]:
        name = module.__file__ = text
        vars(module)["__cached__"] = None
        with open(name, encoding="utf-8") as file:  # noqa: PTH123
            text = file.read()
    exec(compile(text, name, "exec", dont_inherit=True), vars(module))  # noqa: S102 (the program)


def main() -> None:
    """Serve; in a process of its own, run a program."""
    connection = socket.socket(fileno=int(sys.argv[1]))
    for name in sys.argv[2:]:
        importlib.import_module(name)
    gc.collect()
    gc.freeze()  # a program's last collection of garbage would have all their pages copied
    program = _serve(connection)
    _become(program)
    _run(program)


if __name__ == "__main__":
    main()
