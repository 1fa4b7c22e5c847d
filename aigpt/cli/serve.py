"""`aigpt serve`: the embedded server over somebody's own mail, until Ctrl-C."""

from __future__ import annotations

import asyncio
import shlex
import signal
from collections.abc import AsyncGenerator, Callable, Generator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Required, TypedDict, Unpack

import click

from aigpt.cli.client import CallFailed, WrongUse
from aigpt.cli.safe_text import one_line
from aigpt.cli.serve_model import ModelChoice, model_options, model_troubles
from aigpt.cli.serve_progress import IndexingReport

if TYPE_CHECKING:
    from aigpt.local import LocalServer, Progress


class ServerOptions(TypedDict, total=False):
    """The options handed on to `LocalServer` as they are."""

    user: Required[str]
    db: Path | None
    host: str
    port: int
    roots: tuple[Path, ...]


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
@click.option(
    "--root",
    "roots",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, readable=True, path_type=Path),
    metavar="FOLDER",
    help="Let a person choose more mail and notes below FOLDER in a browser, on the page that connectors/authorize "
    "gives a link to; may be repeated.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="The address to listen on. One that others reach needs --api-key-file. What is sent is plain HTTP: it belongs "
    "behind a TLS proxy, or into a network that you trust, where clients need allow_http=True.",
)
@click.option(
    "--api-key-file",
    "key_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Accept only the API keys in FILE, one a line, which nobody else may read.  [default: any key]",
)
@click.option("--port", type=click.IntRange(0, 65535), default=8787, show_default=True, help="0 for any free one.")
@model_options
def serve(
    *,
    data: tuple[Path, ...],
    sample: bool,
    key_file: Path | None,
    model: ModelChoice | None,
    **options: Unpack[ServerOptions],
) -> None:
    """Serve the API over your own mail and notes, to this machine alone unless told otherwise.

    Prints the settings that lead `aigpt` and your programs here, indexes the data in the background, and runs
    until Ctrl-C, which is its normal end: exit code 0.

    Answers are sentences quoted from what was found. With --model-url and --model, a language model writes them:
    any server of the OpenAI chat-completions protocol, to which the passages found are sent with each question.
    Its key is taken from AIGPT_MODEL_KEY, where it wants one.
    """
    if not data and not sample and not options.get("roots") and options.get("db") is None:
        raise WrongUse(
            "nothing to serve: give --data PATH (mail or notes), --root FOLDER to choose from in a browser, "
            "or --sample for the sample mailbox."
        )
    before = signal.signal(signal.SIGTERM, _as_ctrl_c)
    try:
        asyncio.run(_serve([*data, *(_sample() if sample else [])], key_file=key_file, model=model, **options))
    except KeyboardInterrupt:
        click.echo("Stopped.", err=True)
    finally:
        signal.signal(signal.SIGTERM, before)


def _as_ctrl_c(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 (a signal handler's arguments)
    """End on SIGTERM as on Ctrl-C, even in a script's background, where a shell has Ctrl-C ignored."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        raise KeyboardInterrupt
    signal.raise_signal(signal.SIGINT)


def _sample() -> list[Path]:
    with local_extra():
        from aigpt.local.sample import MAILBOX, MEETINGS  # noqa: PLC0415 (heavy; --help does not need it)
    return [MAILBOX, MEETINGS]


async def _serve(
    data: Sequence[Path],
    *,
    key_file: Path | None,
    model: ModelChoice | None,
    **options: Unpack[ServerOptions],
) -> None:
    with IndexingReport() as report, model_troubles():
        running = local_server(data, on_progress=report.show, key_file=key_file, model=model, **options)
        async with running as server:
            _print_settings(server, key_file)
            if model is not None:
                await model.say_if_unreachable()
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
    on_progress: Callable[[Progress], None] | None = None,
    key_file: Path | None = None,
    model: ModelChoice | None = None,
    **options: Unpack[ServerOptions],
) -> AsyncGenerator[LocalServer]:
    """Run the embedded server; what keeps it from running ends the command with one line."""
    with local_extra():
        from aigpt.local import LocalServer, LocalServerError, read_keys  # noqa: PLC0415 (heavy; --help does without)
    try:
        keys = None if key_file is None else read_keys(key_file)
        chosen = None if model is None else model.read()
        async with LocalServer(data, on_progress=on_progress, model=chosen, api_keys=keys, **options) as server:
            yield server
    except LocalServerError as exc:
        # What has a cause is the system's no (a port in use, a full disk), all else a wrong argument.
        raise (CallFailed if exc.__cause__ else WrongUse)(str(exc)) from exc


def _print_settings(server: LocalServer, key_file: Path | None) -> None:
    """Print what leads a client to *server*, in a form that a shell can take; of the keys, where they are."""
    click.echo(f"# {server.url} answers from your data, until Ctrl-C.")
    click.echo(f"# {server.url.removesuffix('v1')} is a page to try it on.")
    click.echo("# In another terminal:")
    key = "local" if key_file is None else f"\"$(awk 'NF {{print $1; exit}}' {shlex.quote(str(key_file.absolute()))})\""
    click.echo(f"export IGPT_BASE_URL={shlex.quote(one_line(server.url))}")
    click.echo(f"export IGPT_API_KEY={key}")
    click.echo(f"export IGPT_API_USER={shlex.quote(one_line(server.user))}")
