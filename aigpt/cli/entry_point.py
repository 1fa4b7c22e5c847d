"""The `aigpt` command.

Exit codes: 0 answered, 1 the API or the output failed, 2 wrong usage, 130 interrupted, 141 the reader of
the output has left.
"""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
import traceback
from pathlib import Path
from typing import NoReturn

__all__ = ["main"]

_FAILED = 1
_USAGE = 2
_INTERRUPTED = 128 + signal.SIGINT
_NO_READER = 141  # what a shell reports of a program that a closed pipe has ended


def main() -> NoReturn:
    """Run the command line on ``sys.argv`` and exit; every failure is one line on stderr."""
    _make_output_safe()
    try:
        code = _run(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = _complain("interrupted", _INTERRUPTED)
    except OSError as exc:
        code = _output_failed(exc)
    except Exception as exc:  # noqa: BLE001 (the last resort: not even a mistake of ours is a screenful for its victim)
        code = _own_mistake(exc)
    sys.exit(code)


def _run(args: list[str]) -> int:
    try:
        import click  # noqa: PLC0415 (an extra: where it is missing, we say so below)

        from aigpt.cli.app import app  # noqa: PLC0415 (likewise)
    except ModuleNotFoundError as exc:
        name = (exc.name or "").partition(".")[0]
        if name not in {"click", "rich"}:
            raise
        return _complain(f"the command line needs {name}: pip install 'aigpt-sdk[cli]'", _USAGE)
    try:
        # By hand and not by `app.main`, which has exit codes and broken-pipe manners of its own.
        with app.make_context("aigpt", args) as context:
            app.invoke(context)
    except click.exceptions.Exit as exc:
        return exc.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.UsageError as exc:
        hint = f" Try '{exc.ctx.command_path} --help'." if exc.ctx else ""
        return _complain(exc.format_message() + hint, _USAGE)
    except click.ClickException as exc:
        return _complain(exc.format_message(), exc.exit_code)
    return 0


def _complain(message: str, code: int) -> int:
    from aigpt.cli.safe_text import one_line  # noqa: PLC0415 (only the failing pay for it)

    print(f"aigpt: {one_line(message)}", file=sys.stderr)  # noqa: T201 (stderr is where a command complains)
    return code


def _make_output_safe() -> None:
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by the caller, as `>&-` does
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 (for as long as we live)
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a letter the terminal does not know is no reason to end


def _output_failed(exc: OSError) -> int:
    """Say that the output could not be written; or nothing, if its reader has left."""
    # Python would try once more, and complain, when it flushes stdout at its end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if exc.errno == errno.EPIPE:
        return _NO_READER
    return _complain(f"cannot write the output: {exc.strerror}", _FAILED)


def _own_mistake(exc: Exception) -> int:
    """Say where in aigpt the mistake is, without anybody's text; show all of it where debugging is asked for."""
    if os.environ.get("AIGPT_LOG") == "debug":
        traceback.print_exception(exc)
    place = traceback.extract_tb(exc.__traceback__)[-1]
    where = f"{type(exc).__name__} in {Path(place.filename).name}, line {place.lineno}"
    return _complain(f"a mistake of aigpt itself ({where}); please report it, with what AIGPT_LOG=debug shows", _FAILED)
