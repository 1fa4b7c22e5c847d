"""`aigpt serve`: run the embedded server over mail and notes until Ctrl-C."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncGenerator, Callable, Generator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, Required, TypedDict, Unpack

import click

from aigpt.cli.errors import CallFailed, WrongUsage
from aigpt.cli.options import WholeNumber, with_examples
from aigpt.cli.serve_model import ModelChoice, model_options
from aigpt.cli.serve_progress import EmbeddingLines, IndexingProgress, print_line
from aigpt.cli.serve_settings import print_settings
from aigpt.cli.serve_warnings import ServerWarnings

if TYPE_CHECKING:
    from aigpt.local import EmbeddingProgress, LocalServer, Progress


class ServerOptions(TypedDict, total=False):
    """The options passed to `LocalServer` unchanged."""

    user: Required[str]
    db: Path | None
    host: str
    port: int
    roots: tuple[Path, ...]
    public_url: str | None
    readers: int | None
    watch: bool
    cors_origins: tuple[str, ...]
    upload_limit: int
    ignore_tools: bool


class _PortNumber(click.IntRange):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value!r} is not a port number ({self.min} to {self.max}).", param, ctx)


@click.command(
    epilog=with_examples(
        "aigpt serve --sample",
        "aigpt serve --data mail.mbox --data notes/ --db index.db",
        "aigpt serve --sample --model-url http://127.0.0.1:11434/v1 --model qwen3",
    )
)
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
    help="Keep the index in FILE and reuse it at the next start.  [default: not kept]",
)
@click.option(
    "--root",
    "roots",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, readable=True, path_type=Path),
    metavar="FOLDER",
    help="Let users connect mail and notes below FOLDER in a browser, on the page that connectors/authorize "
    "links to; may be repeated.",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="The address to listen on. One that others can reach requires --api-key-file. The server speaks plain HTTP: "
    "put it behind a TLS proxy, or on a network that you trust, where clients need IGPT_ALLOW_HTTP=1.",
)
@click.option(
    "--api-key-file",
    "key_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Accept only the API keys in FILE, one per line; others must not be able to read it. A name after a key and a "
    "space is that of the only user whose data it is for.  [default: any key]",
)
@click.option(
    "--cors-origin",
    "cors_origins",
    multiple=True,
    metavar="ORIGIN",
    help="Let the pages of ORIGIN, such as https://chat.example, use the API in a browser; may be repeated. '*' for "
    "all requires --api-key-file.",
)
@click.option(
    "--ignore-tools",
    is_flag=True,
    help="Answer requests of the OpenAI protocol that offer tools without them, instead of refusing these requests: "
    "for Open WebUI and others that offer some with each question.",
)
@click.option(
    "--upload-limit",
    "upload_mib",
    type=WholeNumber(0),
    default=2048,
    show_default=True,
    metavar="MIB",
    help="How much one user may keep as files, uploaded to /v1/files, in MiB.",
)
@click.option(
    "--port", type=_PortNumber(0, 65535), default=8787, metavar="PORT", show_default=True, help="0: any free port."
)
@click.option(
    "--public-url",
    metavar="URL",
    help="The URL by which a TLS proxy makes the server known, such as https://mail.example.com: requests for that "
    "host are accepted, and links of connectors/authorize lead there. Requires --api-key-file.",
)
@click.option(
    "--readers",
    type=WholeNumber(0, 64),
    metavar="N",
    help="How many processes search and answer at a time.  [default: one for each core, at most 4]",
)
@click.option(
    "--watch/--no-watch",
    default=True,
    show_default=True,
    help="Index new, changed and deleted mail and notes while the server runs, not only at its start.",
)
@model_options
def serve(
    *,
    data: tuple[Path, ...],
    sample: bool,
    key_file: Path | None,
    model: ModelChoice | None,
    upload_mib: int,
    **options: Unpack[ServerOptions],
) -> None:
    """Serve the API over your own mail and notes, by default to this machine only.

    Chat programs and agents reach the same at /mcp, by the Model Context Protocol (extra mcp).

    Prints the settings that point `aigpt` and your programs to this server, indexes the data in the background, and
    runs until Ctrl-C, which is its normal end: exit code 0. Clients of the OpenAI protocol can use the same URL: the
    models are igpt-run and igpt-ask, and the data is that of --user unless a request names another user.

    Answers are sentences quoted from the messages found. With --model-url and --model, a language model writes them:
    any server with the OpenAI chat-completions API, to which the passages found are sent with each question. Its API
    key, if it needs one, is read from AIGPT_MODEL_KEY.

    With --model-url and --embedding-model, searches find also what is alike in meaning: all that is indexed is sent to
    that model once, and each question.
    """
    if not data and not sample and not options.get("roots") and options.get("db") is None:
        raise WrongUsage(
            "nothing to serve: give --data PATH (mail or notes), --root FOLDER to choose from in a browser, "
            "or --sample for the sample mailbox."
        )
    _set_up_log()
    options["upload_limit"] = upload_mib << 20
    try:
        with like_ctrl_c():
            asyncio.run(_serve([*data, *(_sample_data() if sample else [])], key_file=key_file, model=model, **options))
    except KeyboardInterrupt:
        # Python then waits for threads, where yet another Ctrl-C would print a traceback.
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
        print_line("Stopped.")


def _set_up_log() -> None:
    from aigpt._http.log import set_up_from_environment  # noqa: PLC0415 (slow to import; --help does not need it)
    from aigpt.errors import ConfigurationError  # noqa: PLC0415 (likewise)

    try:
        set_up_from_environment()
    except ConfigurationError as exc:
        raise WrongUsage(str(exc)) from exc


@contextmanager
def like_ctrl_c() -> Generator[None]:
    """Handle SIGTERM and the end of the terminal (SIGHUP) like Ctrl-C: a temporary database is removed.

    SIGINT works in the background of a script, too, where shells have it ignored.
    """
    handlers: dict[int, Callable[[int, FrameType | None], object]] = {signal.SIGTERM: _raise_sigint}
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # by nohup
        handlers[signal.SIGHUP] = _raise_sigint
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        handlers[signal.SIGINT] = signal.default_int_handler
    before = {number: signal.signal(number, handler) for number, handler in handlers.items()}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _raise_sigint(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 (a signal handler's arguments)
    """Do what Ctrl-C does."""
    signal.raise_signal(signal.SIGINT)


def _sample_data() -> list[Path]:
    with require_local_extra():
        from aigpt.local.sample import MAILBOX, MEETINGS  # noqa: PLC0415 (slow to import; --help does not need it)
    return [MAILBOX, MEETINGS]


async def _serve(
    data: Sequence[Path],
    *,
    key_file: Path | None,
    model: ModelChoice | None,
    **options: Unpack[ServerOptions],
) -> None:
    keys = None if key_file is None else _read_keys(key_file)
    with IndexingProgress() as progress, ServerWarnings(progress) as warnings:
        embedding = EmbeddingLines(progress.print_line)
        running = local_server(
            data, on_progress=progress.show, on_embedding=embedding.show, keys=keys, model=model, **options
        )
        async with running as server:
            users = [] if keys is None else list(keys.values())
            with progress.without_bars():
                print_settings(server, options.get("host", ""), options.get("public_url"), key_file, users)
            if model is not None:
                await model.warn_if_unreachable(progress.print_line)
            progress.finish(await server.indexed())
            warnings.name_unread()
            await asyncio.get_running_loop().create_future()  # until Ctrl-C cancels it


def _read_keys(path: Path) -> dict[str, str | None]:
    with require_local_extra():
        from aigpt.local import LocalServerError, read_keys  # noqa: PLC0415 (slow to import; --help does not need it)
    try:
        return read_keys(path)
    except LocalServerError as exc:
        raise WrongUsage(str(exc)) from exc


@contextmanager
def require_local_extra() -> Generator[None]:
    """End the command with the extra to install if an import in the block fails."""
    try:
        yield
    except ModuleNotFoundError as exc:
        name = (exc.name or "").partition(".")[0]
        if name == "aigpt":
            raise
        from aigpt._install import install_command  # noqa: PLC0415 (used for errors only)

        raise WrongUsage(f"the embedded server needs {name}: {install_command('local')}") from exc


@asynccontextmanager
async def local_server(
    data: Sequence[Path],
    *,
    on_progress: Callable[[Progress], None] | None = None,
    on_embedding: Callable[[EmbeddingProgress], None] | None = None,
    keys: dict[str, str | None] | None = None,
    model: ModelChoice | None = None,
    **options: Unpack[ServerOptions],
) -> AsyncGenerator[LocalServer]:
    """Run the embedded server until the block ends; one that cannot start ends the command, as wrong usage."""
    with require_local_extra():
        from aigpt.local import LocalServer, LocalServerError  # noqa: PLC0415 (slow to import)
    has_started = False
    try:
        running = LocalServer(
            data,
            on_progress=on_progress,
            model=None if model is None else model.make_model(),
            embedding_model=None if model is None else model.make_embedding_model(),
            on_embedding=on_embedding,
            api_keys=keys,
            **options,
        )
        async with running as server:
            has_started = True
            yield server
    except LocalServerError as exc:
        raise (CallFailed if has_started else WrongUsage)(str(exc)) from exc
