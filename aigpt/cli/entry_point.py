"""The entry point of the `aigpt` command: run it, and turn every failure into one line and an exit code."""

from __future__ import annotations

import errno
import io
import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from aigpt.cli import exit_codes

_PATIENCE = 0.5  # seconds for threads that end by themselves


def main() -> NoReturn:
    """Run the command line in ``sys.argv`` and exit; every failure is one line on stderr."""
    _prepare_output()
    try:
        code = _run(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = _print_error("interrupted", exit_codes.INTERRUPTED)
    except OSError as exc:
        code = _output_failed(exc)
    except Exception as exc:  # noqa: BLE001 (the last resort: a bug is reported in one line, too)
        code = _report_bug(exc)
    _exit(code)


def _exit(code: int) -> NoReturn:
    """Exit, at once where a thread of a bulk run waits for a store that is silent: pyarrow's own end waits for it."""
    threads = sys.modules.get("aigpt.bulk.threads")
    if threads is not None and threads.any_left_after(_PATIENCE):
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError):
                stream.flush()
        os._exit(code)
    sys.exit(code)


def _run(args: list[str]) -> int:
    try:
        import click  # noqa: PLC0415 (an extra, which may be missing)

        from aigpt.cli.app import app  # noqa: PLC0415 (likewise)
        from aigpt.cli.completion import VARIABLE, complete  # noqa: PLC0415 (likewise)
    except ModuleNotFoundError as exc:
        name = (exc.name or "").partition(".")[0]
        if name not in {"click", "rich"}:
            raise
        from aigpt._install import install_command  # noqa: PLC0415 (used for errors only)

        return _print_error(f"the command line needs {name}: {install_command('cli')}", exit_codes.WRONG_USAGE)
    try:
        # Not `app.main`, which has its own exit codes and its own handling of closed pipes.
        if instruction := os.environ.get(VARIABLE):
            complete(app, instruction)
            return 0
        with app.make_context("aigpt", args) as context:
            app.invoke(context)
    except click.exceptions.Exit as exc:
        return exc.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.UsageError as exc:
        hint = f" Try '{exc.ctx.command_path} --help'." if exc.ctx else ""
        return _print_error(exc.format_message() + hint, exit_codes.WRONG_USAGE)
    except click.ClickException as exc:
        return _print_error(exc.format_message(), exc.exit_code)
    return 0


def _print_error(message: str, code: int) -> int:
    from aigpt.cli.safe_text import one_line  # noqa: PLC0415 (imported only for errors)

    print(f"aigpt: {one_line(message)}", file=sys.stderr)  # noqa: T201 (errors go to stderr)
    return code


def _prepare_output() -> None:
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by the caller, as `>&-` does
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 (for the rest of the process)
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # characters that the terminal cannot show are replaced


def _output_failed(exc: OSError) -> int:
    """Report that the output cannot be written; nothing, if its reader has closed it."""
    # Else Python would flush stdout at its end and report the error again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if exc.errno == errno.EPIPE:
        return exit_codes.OUTPUT_CLOSED
    return _print_error(f"cannot write the output: {exc.strerror}", exit_codes.FAILED)


def _report_bug(exc: Exception) -> int:
    """Report where in aigpt a bug is, without anybody's text; with AIGPT_LOG=debug, its traceback too."""
    if os.environ.get("AIGPT_LOG") == "debug":
        traceback.print_exception(exc)
    place = traceback.extract_tb(exc.__traceback__)[-1]
    where = f"{type(exc).__name__} in {Path(place.filename).name}, line {place.lineno}"
    return _print_error(f"a bug in aigpt ({where}); report it with the output of AIGPT_LOG=debug", exit_codes.FAILED)
