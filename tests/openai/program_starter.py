"""Runs programs each in a process of its own, forked from one that has imported what all of them import.

Started as a program, it reads from its input one JSON array a line: [program, folder, environment, output, errors]. It
writes the exit code of each program, a line each. What a program does, up to the end of its interpreter, it does as if
it had been started alone; importing the clients again takes four times as long as all the rest.
"""

from __future__ import annotations

import json
import os
import sys


def _serve() -> str:
    """Return, in a process of its own, the program that is to run next."""
    import aigpt.openai._azure  # noqa: PLC0415 (before there are programs)
    import aigpt.openai._blocking_client  # noqa: PLC0415
    import aigpt.openai.types.chat  # noqa: PLC0415
    import aigpt.openai.types.responses  # noqa: F401, PLC0415

    for line in sys.stdin:
        program, folder, environment, output, errors = json.loads(line)
        child = os.fork()
        if child == 0:
            for number, name in ((0, os.devnull), (1, output), (2, errors)):
                opened = os.open(name, os.O_RDWR)
                os.dup2(opened, number)
                os.close(opened)
            os.environ.clear()
            os.environ.update(environment)
            os.chdir(folder)
            sys.argv[:] = [program]
            sys.path[0] = os.path.dirname(program)  # noqa: PTH120 (a string, as Python itself has it)
            return str(program)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201 (whoever started it reads it)
    os._exit(0)


if __name__ == "__main__":
    __file__ = _serve()
    with open(__file__, encoding="utf-8") as _file:  # noqa: PTH123
        _code = compile(_file.read(), __file__, "exec", dont_inherit=True)
    del _file, _serve, json, os, sys, annotations
    exec(_code)  # noqa: S102 (as the module __main__, which it then is)
