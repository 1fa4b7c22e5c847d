"""From the command line to the API and back: a client, and what its failures mean to somebody at a terminal."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

if TYPE_CHECKING:
    from aigpt import AsyncIGPT
    from aigpt.cli.options import Connection
    from aigpt.types import Reply

T = TypeVar("T")

_REMEDY = {
    "auth": "the API key was refused; check IGPT_API_KEY, or the file given by --api-key-file",
    "params": "the API did not accept the parameters; check the arguments and the user",
    "client_error": "the API did not accept the request; check IGPT_BASE_URL",
    "invalid_json_response": "what came is no answer of this API; check IGPT_BASE_URL",
    "invalid_output": "the answer does not fit the output format",
    "model_error": "the server's language model failed or was too slow; the server's own terminal says why",
}
_REFUSED = 300


class CallFailed(click.ClickException):
    """The API did not answer the question."""

    exit_code = 1


class WrongUse(click.ClickException):
    """The command cannot start with what it was given; the message says how to mend it."""

    exit_code = 2


def with_client(
    connection: Connection,
    use: Callable[[AsyncIGPT], Awaitable[T]],
    *,
    max_connections: int = 100,
    prompt: bool = False,
) -> T:
    """Run *use* with a client for *connection*. A wrong or missing option is a usage error.

    With *prompt*, a key that is nowhere else is asked for at the terminal.
    """
    key, user = _api_key(connection, prompt=prompt), _user(connection)
    from aigpt import AsyncIGPT, ConfigurationError  # noqa: PLC0415 (aiohttp takes its time; --help does not need it)

    async def run() -> T:
        async with AsyncIGPT(
            api_key=key,
            user=user,
            base_url=connection.base_url,
            timeout=connection.timeout,
            max_connections=max_connections,
        ) as client:
            return await use(client)

    try:
        return asyncio.run(run())
    except ConfigurationError as exc:
        raise WrongUse(str(exc)) from exc


def _api_key(connection: Connection, *, prompt: bool) -> str:
    if connection.api_key_file is not None:
        return _read_key(connection.api_key_file)
    if key := os.environ.get("IGPT_API_KEY", "").strip():
        return key
    if prompt and sys.stdin.isatty() and sys.stderr.isatty():
        typed: str = click.prompt("API key", hide_input=True, err=True)
        return typed
    raise WrongUse(
        "no API key: set IGPT_API_KEY or give --api-key-file FILE; for a server of your own, `aigpt serve` prints one."
    )


def _read_key(path: Path) -> str:
    try:
        key = path.read_text(encoding="utf-8").strip()
    except OSError as exc:
        raise WrongUse(f"cannot read the API key from {path}: {exc.strerror}.") from exc
    except UnicodeDecodeError as exc:
        raise WrongUse(f"there is no API key in {path}: it is not text.") from exc
    if not key:
        raise WrongUse(f"there is no API key in {path}: the file is empty.")
    return key


def _user(connection: Connection) -> str:
    given = os.environ.get("IGPT_API_USER", "") if connection.user is None else connection.user
    if not given.strip():
        raise WrongUse("no user: give --user NAME or set IGPT_API_USER.")
    return given


def remedy(code: str) -> str:
    """Return an error code with what to do about it."""
    return f"{code}: {_REMEDY[code]}" if code in _REMEDY else code


def fail(reply: Reply, connection: Connection, *, incomplete: bool = False) -> NoReturn:
    """End the command with one line that names the error code and what to do about it."""
    rest = "; the text above is incomplete" if incomplete else ""
    raise CallFailed(f"{reply.error}: {_explain(reply, connection)}{rest}")


def _explain(reply: Reply, connection: Connection) -> str:
    if reply.error != "network_error":
        return _REMEDY.get(reply.error or "", str(reply.exception))
    host = _host(connection)
    from aigpt import APITimeoutError  # noqa: PLC0415 (as above)

    if isinstance(reply.exception, APITimeoutError):
        return f"no answer from {host} in time; try again, or with a longer --timeout"
    if reply.status is None:
        return f"cannot reach {host}; check IGPT_BASE_URL, or start a server of your own with `aigpt serve`"
    if reply.status >= _REFUSED:
        return f"{host} answered with status {reply.status}; try again later"
    return f"the connection to {host} broke; try again"


def _host(connection: Connection) -> str:
    """Return ``host:port`` of the API, without whatever else the URL may hold."""
    from yarl import URL  # noqa: PLC0415 (as above)

    url = URL(connection.base_url or os.environ.get("IGPT_BASE_URL", "").strip() or "https://api.igpt.ai")
    return url.authority if url.explicit_port else f"{url.authority}:{url.port}"
