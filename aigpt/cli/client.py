"""From the options of a command to a client, and from its reply to the end of the command."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from aigpt.cli.console import write_json
from aigpt.cli.errors import WrongUsage, as_wrong_usage, fail
from aigpt.cli.options import Connection
from aigpt.cli.proxies import api_url, proxy_for

if TYPE_CHECKING:
    from yarl import URL

    from aigpt import AsyncIGPT
    from aigpt.types import Reply

T = TypeVar("T")


def with_client(
    connection: Connection,
    use: Callable[[AsyncIGPT], Awaitable[T]],
    *,
    max_connections: int = 100,
    prompt: bool = False,
) -> T:
    """Return the result of *use*, called with a client. A wrong or missing option is a usage error.

    *prompt*: ask for a missing API key at the terminal.
    """
    key, user = find_api_key(connection, prompt=prompt), find_user(connection)
    from aigpt import AsyncIGPT, ConfigurationError  # noqa: PLC0415 (slow to import; --help does not need it)

    async def run() -> T:
        async with AsyncIGPT(
            api_key=key,
            user=user,
            base_url=connection.base_url,
            allow_http=connection.allow_http,
            timeout=connection.timeout,
            max_connections=max_connections,
            proxy=_proxy(connection),
        ) as client:
            return await use(client)

    try:
        return asyncio.run(run())
    except ConfigurationError as exc:
        raise as_wrong_usage(exc) from exc


def _proxy(connection: Connection) -> URL | None:
    if not any(name.lower().endswith("_proxy") for name in os.environ):
        return None
    try:
        url = api_url(connection)
    except ValueError:  # the client says what is wrong with it
        return None
    found = proxy_for(url)
    return None if found is None else found.url


def printed_or_failed(reply: Reply, connection: Connection, *, as_json: bool) -> bool:
    """Print *reply* if *as_json*, and end the command if it failed. Return whether it was printed."""
    if as_json:
        write_json(reply)
    if reply.error:
        fail(reply, connection)
    return as_json


def find_api_key(connection: Connection, *, prompt: bool) -> str:
    """Return the API key. Raises WrongUsage where there is none; *prompt*: ask for it at the terminal first."""
    if connection.api_key_file is not None:
        return read_key(connection.api_key_file)
    if key := os.environ.get("IGPT_API_KEY", "").strip():
        return key
    if prompt and sys.stdin.isatty() and sys.stderr.isatty():
        typed: str = click.prompt("API key", hide_input=True, err=True)
        return typed
    raise WrongUsage(
        "no API key: set IGPT_API_KEY or give --api-key-file FILE; for a server of your own, `aigpt serve` prints one."
    )


def read_key(path: Path) -> str:
    """Return the API key that *path* holds. Raises WrongUsage where there is none."""
    try:
        key = path.read_text(encoding="utf-8").strip()
    except OSError as exc:
        raise WrongUsage(f"cannot read the API key from {path}: {exc.strerror}.") from exc
    except UnicodeDecodeError as exc:
        raise WrongUsage(f"there is no API key in {path}: it is not text.") from exc
    if not key:
        raise WrongUsage(f"there is no API key in {path}: the file is empty.")
    return key


def find_user(connection: Connection) -> str:
    """Return whose data calls are about. Raises WrongUsage where nothing says so."""
    given = os.environ.get("IGPT_API_USER", "") if connection.user is None else connection.user
    if not given.strip():
        raise WrongUsage("no user: give --user NAME or set IGPT_API_USER.")
    return given
