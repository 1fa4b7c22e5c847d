"""`aigpt bulk`: a file of questions in, a file of answers out.

Exit codes: 0 all answered, 3 some failed, 1 stopped, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from aigpt.cli import console
from aigpt.cli.client import CallFailed, WrongUse, remedy, with_client
from aigpt.cli.options import Connection, connected, parse_output_format

if TYPE_CHECKING:
    from aigpt import Adaptive, AsyncIGPT
    from aigpt.bulk import BulkResult, BulkRun

_SOME_FAILED, _INTERRUPTED = 3, 128 + signal.SIGINT
_POOL = 100


def _pair(value: str) -> tuple[str, str]:
    name, equals, rest = value.partition("=")
    if not (name and equals and rest):
        raise click.BadParameter(f"{value!r} is not of the form NAME=VALUE.")
    return name, rest


def _concurrency(value: str) -> int | Adaptive:
    """Return the concurrency that ``64`` or ``auto`` or ``1-256`` names."""
    from aigpt import Adaptive, ConfigurationError  # noqa: PLC0415 (aiohttp takes its time; --help does not need it)

    try:
        least, dash, most = value.partition("-")
        found = Adaptive() if value == "auto" else Adaptive(int(least), int(most or least))
    except (ValueError, ConfigurationError):
        raise click.BadParameter(f"{value!r} is neither a number, nor MIN-MAX, nor auto.") from None
    return found if dash or value == "auto" else found.maximum


@click.command()
@click.argument("method", type=click.Choice(["ask", "run", "search"]))
@click.argument("source", metavar="INPUT")
@click.option("-o", "--output", "target", required=True, type=click.Path(path_type=Path), help="Where the answers go.")
@click.option(
    "--map", "mapping", type=_pair, multiple=True, metavar="PARAMETER=COLUMN", help="Send only these columns."
)
@click.option("--set", "common", type=_pair, multiple=True, metavar="PARAMETER=VALUE", help="Add this to every row.")
@click.option("--format", "form", type=click.Choice(["jsonl", "csv", "text"]), help="[default: by the input's suffix]")
@click.option(
    "--concurrency", type=_concurrency, default="32", show_default=True, metavar="N|MIN-MAX|auto", help="Calls at once."
)
@click.option("--rate", type=click.FloatRange(min=0, min_open=True), metavar="N", help="Requests per second at most.")
@click.option("--resume", is_flag=True, help="Go on where OUTPUT ends.  [the default]")
@click.option("--fresh", is_flag=True, help="Begin anew, and lose what is in OUTPUT.")
@click.option("--retry-errors", is_flag=True, help="Ask the rows that failed once more.")
@click.option("--skip-bad", is_flag=True, help="Leave out lines that are no questions.")
@connected
def bulk(connection: Connection, /, *, source: str, resume: bool, **options: Any) -> None:
    """Ask METHOD (ask, run or search) every question of the file INPUT.

    INPUT is JSON lines (strings, or objects of parameters), CSV (columns are parameters) or plain text (a question a
    line); - is standard input. Each answer is appended to OUTPUT as it comes. Cut off at any moment, the same command
    goes on where it was. Ctrl-C finishes what is under way, a second one stops at once.

    Exit codes: 0 all answered, 3 some failed, 1 stopped, 2 wrong usage, 130 interrupted.
    """
    if resume and options["fresh"]:
        raise click.UsageError("--resume and --fresh exclude each other.")
    options["mapping"] = dict(options["mapping"])
    options["common"] = {name: _value(name, value) for name, value in options["common"]}
    method, target = options.pop("method"), options.pop("target")
    interrupts: list[int] = []

    async def use(client: AsyncIGPT) -> BulkResult:
        from aigpt.bulk import BulkRun  # noqa: PLC0415 (as above)
        from aigpt.cli.bulk_progress import shown_progress  # noqa: PLC0415 (as above)

        run = BulkRun(client, method, source, target, **options)
        with _interruptible(run, interrupts), shown_progress(run):
            return await run

    result = _run(connection, use, options["concurrency"], interrupts)
    _tell(result, target)
    if interrupts:
        raise click.exceptions.Exit(_INTERRUPTED)
    if result.stopped:
        raise CallFailed(f"stopped: {remedy(result.stopped)}; the same command goes on")
    if result.failed:
        raise click.exceptions.Exit(_SOME_FAILED)


def _run(
    connection: Connection,
    use: Callable[[AsyncIGPT], Awaitable[BulkResult]],
    concurrency: int | Adaptive,
    interrupts: list[int],
) -> BulkResult:
    from aigpt.bulk import BulkError, InputError  # noqa: PLC0415 (as above)
    from aigpt.bulk.errors import MismatchError  # noqa: PLC0415 (as above)

    most = concurrency if isinstance(concurrency, int) else concurrency.maximum
    try:
        return with_client(connection, use, max_connections=max(_POOL, most), prompt=True)
    except (InputError, MismatchError) as exc:
        raise WrongUse(str(exc)) from exc
    except BulkError as exc:
        raise CallFailed(str(exc)) from exc
    except asyncio.CancelledError:
        if not interrupts:
            raise
        raise KeyboardInterrupt from None


def _value(name: str, text: str) -> Any:
    from aigpt.bulk.input_formats import parse_cell  # noqa: PLC0415 (as above)

    return parse_output_format(text) if name == "output_format" and text[:1] == "@" else parse_cell(name, text)


@contextmanager
def _interruptible(run: BulkRun, interrupts: list[int]) -> Generator[None]:
    """Have the first Ctrl-C finish what is under way, and the second end the run."""
    loop, task = asyncio.get_running_loop(), asyncio.current_task()

    def interrupted() -> None:
        interrupts.append(1)
        if len(interrupts) > 1 and task is not None:
            task.cancel()
        else:
            click.echo(f"interrupted: finishing {run.in_flight} calls; Ctrl-C again stops at once", err=True)
            run.stop("interrupted")

    with suppress(NotImplementedError):  # on Windows the first one ends it
        loop.add_signal_handler(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        with suppress(NotImplementedError):
            loop.remove_signal_handler(signal.SIGINT)


def _tell(result: BulkResult, target: Path) -> None:
    """Say on stderr what was done; stdout is left to pipes."""
    lines = [f"{result.answered} of {result.total} rows answered, {result.failed} failed, {result.left} left: {target}"]
    if result.skipped:
        named = ", ".join(f"line {line} ({why})" for line, why in result.skipped_lines)
        more = ", …" if result.skipped > len(result.skipped_lines) else ""
        lines.append(f"{result.skipped} line{'s' * (result.skipped > 1)} left out: {named}{more}")
    if result.summary.done:
        lines.append(str(result.summary))
    if result.failed and not result.stopped:
        lines.append("the same command with --retry-errors asks the failed ones again")
    for line in "\n".join(lines).splitlines():
        console.console(stderr=True).print(line)
    sys.stderr.flush()
