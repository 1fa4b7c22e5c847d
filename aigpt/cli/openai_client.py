"""From the options of a command to a client of the OpenAI protocol."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from aigpt.cli.client import read_key
from aigpt.cli.errors import WrongUsage, as_wrong_usage

if TYPE_CHECKING:
    from yarl import URL

    from aigpt.openai import AsyncOpenAI

T = TypeVar("T")


class Place(Protocol):
    """Where a command's server is. None stands for the environment variable, then for the client's default."""

    @property
    def base_url(self) -> str | None:
        """The server's URL."""
        ...

    @property
    def api_key_file(self) -> Path | None:
        """The file that holds the key."""
        ...

    @property
    def allow_http(self) -> bool | None:
        """Whether the key may go over plain http to another machine."""
        ...

    @property
    def timeout(self) -> float | None:
        """How many seconds a call may take."""
        ...


def with_openai_client(
    place: Place,
    use: Callable[[AsyncOpenAI], Awaitable[T]],
    *,
    max_connections: int = 100,
    needs_key: bool = True,
) -> T:
    """Return the result of *use*, called with a client. A wrong or missing option is a usage error.

    *needs_key*: whether anything will be sent.
    """
    key = find_openai_key(place) if needs_key else "unused"
    from aigpt.errors import ConfigurationError  # noqa: PLC0415 (slow to import; --help does not need it)
    from aigpt.openai import AsyncOpenAI  # noqa: PLC0415 (likewise)

    async def run() -> T:
        async with AsyncOpenAI(
            api_key=key,
            base_url=place.base_url,
            allow_http=True,
            deadline=place.timeout,
            max_connections=max_connections,
        ) as client:
            if not place.allow_http:
                refuse_http(client.base_url)
            return await use(client)

    try:
        return asyncio.run(run())
    except ConfigurationError as exc:
        raise as_wrong_usage(exc) from exc


def find_openai_key(place: Place) -> str:
    """Return the API key; empty where the server may want none. Raises WrongUsage where there has to be one."""
    if place.api_key_file is not None:
        return read_key(place.api_key_file)
    if key := os.environ.get("OPENAI_API_KEY", "").strip():
        return key
    if place.base_url or os.environ.get("OPENAI_BASE_URL", "").strip():
        return ""  # many servers of one's own want none
    raise WrongUsage(
        "no API key: set OPENAI_API_KEY or give --api-key-file FILE; "
        "for a server that wants none, give its --base-url or set OPENAI_BASE_URL."
    )


def refuse_http(url: URL) -> None:
    """Raise WrongUsage where the key would be readable on its way to *url*."""
    from aigpt._http.checks import is_loopback  # noqa: PLC0415 (slow to import; --help does not need it)

    if url.scheme == "http" and not is_loopback(url.host or ""):
        raise WrongUsage(
            "the base URL is plain http to a host that is not this machine: the key would be readable on the way; "
            "use https, or give --allow-http on a network you trust."
        )
