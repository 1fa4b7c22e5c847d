"""`aigpt serve`: the embedded server over somebody's own mail, until Ctrl-C."""

from __future__ import annotations

import asyncio
import shlex
import signal
from collections.abc import AsyncGenerator, Callable, Generator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from aigpt.cli._calls import CallFailed, WrongUse
from aigpt.cli._indexing import IndexingReport
from aigpt.cli._text import one_line

if TYPE_CHECKING:
    from aigpt.local import LocalServer, Progress


@click.command()
@click.option(
    "--data",
    multiple=True,
    type=click.Path(exists=True, readable=True, path_type=Path),
    metavar="PATH",
    help="An mbox file, a Maildir, an .eml, .txt or .md file, or a folder of these; may be repeated.",
)
@click.option("--sample", is_flag=True, help="Serve the sample mailbox that comes with aigpt.")
@click.option("--user", default="me", show_default=True, metavar="NAME", help="Whose data it is.")
@click.option(
    "--db",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Keep the index in FILE, and go on with it the next time.  [default: made anew]",
)
@click.option("--port", type=click.IntRange(0, 65535), default=8787, show_default=True, help="0 for any free one.")
def serve(*, data: tuple[Path, ...], sample: bool, user: str, db: Path | None, port: int) -> None:
    """Serve the API over your own mail and notes, to this machine alone.

    Prints the settings that lead `aigpt` and your programs here, indexes the data in the background, and runs
    until Ctrl-C, which is its normal end: exit code 0.
    """
    if not data and not sample and db is None:
        raise WrongUse("nothing to serve: give --data PATH (mail or notes), or --sample for the sample mailbox.")
    before = signal.signal(signal.SIGTERM, _as_ctrl_c)
    try:
        asyncio.run(_serve([*data, *(_sample() if sample else [])], user=user, db=db, port=port))
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)
    finally:
        signal.signal(signal.SIGTERM, before)


def _as_ctrl_c(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 (a signal handler's arguments)
    """End on a service manager's SIGTERM as on Ctrl-C."""
    signal.raise_signal(signal.SIGINT)


def _sample() -> list[Path]:
    with local_extra():
        from aigpt.local.sample import MAILBOX, MEETINGS  # noqa: PLC0415 (heavy; --help does not need it)
    return [MAILBOX, MEETINGS]


async def _serve(data: Sequence[Path], *, user: str, db: Path | None, port: int) -> None:
    with IndexingReport() as report:
        async with local_server(data, user=user, db=db, port=port, on_progress=report.show) as server:
            _print_settings(server)
            report.finish(await server.indexed())
            await asyncio.get_running_loop().create_future()  # for ever: Ctrl-C cancels it


@contextmanager
def local_extra() -> Generator[None]:
    """Name the extra to install where something that the embedded server needs is missing."""
    try:
        yield
    except ModuleNotFoundError as exc:
        name = (exc.name or "").partition(".")[0]
        if name == "aigpt":
            raise
        raise WrongUse(f"the embedded server needs {name}: pip install 'aigpt-sdk[local]'") from exc


@asynccontextmanager
async def local_server(
    data: Sequence[Path],
    *,
    user: str,
    db: Path | None = None,
    port: int = 0,
    on_progress: Callable[[Progress], None] | None = None,
) -> AsyncGenerator[LocalServer]:
    """Run the embedded server; what keeps it from running ends the command with one line."""
    with local_extra():
        from aigpt.local import LocalServer, LocalServerError  # noqa: PLC0415 (heavy; --help does not need it)
    try:
        async with LocalServer(data, user=user, db=db, port=port, on_progress=on_progress) as server:
            yield server
    except LocalServerError as exc:
        # What has a cause is the system's no (a port in use, a full disk), all else a wrong argument.
        raise (CallFailed if exc.__cause__ else WrongUse)(str(exc)) from exc


def _print_settings(server: LocalServer) -> None:
    """Print what leads a client to *server*, in a form that a shell can take."""
    click.echo(f"# {server.url} answers from your data, until Ctrl-C.")
    click.echo("# In another terminal:")
    settings = {"IGPT_BASE_URL": server.url, "IGPT_API_KEY": "local", "IGPT_API_USER": server.user}
    for name, value in settings.items():
        click.echo(f"export {name}={shlex.quote(one_line(value))}")
