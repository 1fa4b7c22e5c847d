"""From the options of `aigpt chat` to a client of the OpenAI protocol, and from its exceptions to one line."""

from __future__ import annotations

import asyncio
import math
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from aigpt.cli.client import read_key
from aigpt.cli.errors import CallFailed, WrongUsage
from aigpt.cli.options import option_group

if TYPE_CHECKING:
    from yarl import URL

    from aigpt.openai import AsyncOpenAI, OpenAIError

_STATUS_REMEDIES = {
    401: "check OPENAI_API_KEY, or the file given by --api-key-file",
    403: "check OPENAI_API_KEY, or the file given by --api-key-file",
    404: "check --model and --base-url",
    429: "try again later",
}


@dataclass(frozen=True, slots=True)
class ChatConnection:
    """How the command reaches a server. None stands for the environment variable, then for the client's default."""

    base_url: str | None
    api_key_file: Path | None
    allow_http: bool
    timeout: float | None


chat_connection_options = option_group(
    "connection",
    {
        "base_url": click.option(
            "--base-url", metavar="URL", help="The base URL of the API.  [default: $OPENAI_BASE_URL, or OpenAI's]"
        ),
        "api_key_file": click.option(
            "--api-key-file",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Read the API key from FILE.  [default: $OPENAI_API_KEY]",
        ),
        "allow_http": click.option(
            "--allow-http",
            is_flag=True,
            help="Allow http to another machine, where others on the way can read the API key.",
        ),
        "timeout": click.option(
            "--timeout",
            type=click.FloatRange(min=0, min_open=True),
            metavar="SECONDS",
            help="Stop waiting after SECONDS, retries included.",
        ),
    },
    ChatConnection,
)


def with_chat_client(
    connection: ChatConnection, use: Callable[[AsyncOpenAI], Awaitable[None]], *, has_begun: Callable[[], bool]
) -> None:
    """Call *use* with a client. A wrong or missing option is a usage error, a failed call the end of the command.

    *has_begun*: returns whether part of the answer is printed.
    """
    if connection.timeout is not None and not math.isfinite(connection.timeout):
        raise WrongUsage(f"--timeout {connection.timeout} is no number of seconds above 0.")
    given = connection.base_url or os.environ.get("OPENAI_BASE_URL", "").strip() or None
    key = _api_key(connection, has_server=given is not None)
    from aigpt.openai import (  # noqa: PLC0415 (slow to import; --help does not need it)
        AsyncOpenAI,
        ConfigurationError,
        OpenAIError,
    )

    async def run() -> None:
        async with AsyncOpenAI(
            api_key=key, base_url=connection.base_url, allow_http=True, deadline=connection.timeout
        ) as client:
            if not connection.allow_http:
                _refuse_http(client.base_url)
            try:
                await use(client)
            except ConfigurationError:
                raise
            except OpenAIError as exc:
                rest = "; the text above is incomplete" if has_begun() else ""
                raise CallFailed(f"{_explain(exc, client.base_url)}{rest}") from exc

    try:
        asyncio.run(run())
    except ConfigurationError as exc:
        raise WrongUsage(str(exc)) from exc


def _api_key(connection: ChatConnection, *, has_server: bool) -> str:
    if connection.api_key_file is not None:
        return read_key(connection.api_key_file)
    if key := os.environ.get("OPENAI_API_KEY", "").strip():
        return key
    if has_server:
        return ""  # many servers of one's own want none
    raise WrongUsage(
        "no API key: set OPENAI_API_KEY or give --api-key-file FILE; "
        "for a server that wants none, give its --base-url or set OPENAI_BASE_URL."
    )


def _refuse_http(url: URL) -> None:
    from aigpt._http.checks import is_loopback  # noqa: PLC0415 (slow to import; --help does not need it)

    if url.scheme == "http" and not is_loopback(url.host or ""):
        raise WrongUsage(
            "the base URL is plain http to a host that is not this machine: the key would be readable on the way; "
            "use https, or give --allow-http on a network you trust."
        )


def _explain(exc: OpenAIError, url: URL) -> str:
    from aigpt import openai  # noqa: PLC0415 (slow to import; --help does not need it)

    host = f"{url.host_subcomponent}:{url.port}"
    message = str(exc).rstrip(".")
    if isinstance(exc, openai.APIStatusError):
        remedy = _STATUS_REMEDIES.get(exc.status_code)
        return f"{message}; {remedy}" if remedy else message
    if isinstance(exc, openai.APITimeoutError):
        return f"no answer from {host} in time; try again, or with a longer --timeout"
    if isinstance(exc, openai.IncompleteStreamError):
        return f"the connection to {host} broke; try again"
    if isinstance(exc, openai.APIConnectionError):
        return f"cannot reach {host}; check --base-url or OPENAI_BASE_URL"
    if isinstance(exc, openai.APIResponseValidationError):
        return f"the response of {host} is not one of this API; check --base-url or OPENAI_BASE_URL"
    return message
