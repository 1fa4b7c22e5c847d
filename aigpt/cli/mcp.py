"""`aigpt mcp`: serve the API to chat programs and agents over stdio."""

from __future__ import annotations

import errno
import os
import signal
import sys
from typing import TYPE_CHECKING

import click

from aigpt.cli.client import with_client
from aigpt.cli.errors import WrongUsage
from aigpt.cli.options import Connection, connection_options, with_examples

if TYPE_CHECKING:
    from aigpt import AsyncIGPT


@click.command(
    epilog=with_examples(
        "claude mcp add mail -- aigpt mcp",
        "aigpt mcp --user mara --api-key-file key",
    )
)
@connection_options
def mcp(*, connection: Connection) -> None:
    """Serve your connected mail to chat programs and agents, by the Model Context Protocol.

    It speaks the protocol on stdin and stdout, so it is not run by hand: name this command in the configuration of the
    program that is to use it. Its tools search mail, answer questions, list what is connected, and give links to
    connect more; they reach the API that IGPT_BASE_URL, IGPT_API_KEY and IGPT_API_USER set.

    `aigpt serve` speaks the same protocol by itself, at /mcp.
    """
    # A thread waits for stdin, and would wait on after Ctrl-C; nothing here has to be put in order first.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with_client(connection, _serve)


async def _serve(client: AsyncIGPT) -> None:
    try:
        from aigpt.mcp import serve_stdio  # noqa: PLC0415 (an extra, and slow to import)
    except ModuleNotFoundError as exc:
        name = (exc.name or "").partition(".")[0]
        if name == "aigpt":
            raise
        from aigpt._install import install_command  # noqa: PLC0415 (used for errors only)

        raise WrongUsage(f"aigpt mcp needs {name}: {install_command('mcp')}") from exc
    if sys.stdin.isatty():
        click.echo(
            "aigpt mcp waits for a program that speaks the Model Context Protocol, on stdin; Ctrl-C ends it. "
            "`aigpt mcp --help` says how to name it in a program's configuration.",
            err=True,
        )
    try:
        await serve_stdio(client)
    except* BrokenPipeError:
        closed = True
    else:
        closed = False
    if closed:  # as one error, which the entry point takes for what it is
        raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))
