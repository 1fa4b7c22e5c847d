"""From the options of `aigpt chat` to a client of the OpenAI protocol, and from its exceptions to one line."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from aigpt.cli.errors import CallFailed
from aigpt.cli.openai_client import with_openai_client
from aigpt.cli.options import POSITIVE, option_group

if TYPE_CHECKING:
    from yarl import URL

    from aigpt.openai import APIConnectionError, AsyncOpenAI, OpenAIError

_STATUS_REMEDIES = {
    401: "check OPENAI_API_KEY, or the file given by --api-key-file",
    403: "check OPENAI_API_KEY, or the file given by --api-key-file",
    404: "check --model and --base-url",
    429: "try again later",
}
_CODE_REMEDIES = {"insufficient_quota": "check the plan and the billing of the key's account"}
_CHECK_URL = "check --base-url or OPENAI_BASE_URL"
_INCOMPLETE_REMEDY = "try again, or give --allow-incomplete for a server that never sends one"


@dataclass(frozen=True, slots=True)
class ChatConnection:
    """How the command reaches a server. None stands for the environment variable, then for the client's default."""

    base_url: str | None
    api_key_file: Path | None
    allow_http: bool
    timeout: float | None


chat_connection_options: Final = option_group(
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
            type=POSITIVE,
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
    from aigpt.openai import ConfigurationError, OpenAIError  # noqa: PLC0415 (slow to import; --help does not need it)

    async def explained(client: AsyncOpenAI) -> None:
        try:
            await use(client)
        except ConfigurationError:
            raise
        except OpenAIError as exc:
            rest = "; the text above is incomplete" if has_begun() else ""
            raise CallFailed(f"{explain(exc, client.base_url)}{rest}") from exc

    with_openai_client(connection, explained)


def explain(exc: OpenAIError, url: URL) -> str:
    """Return what has failed in a call to *url*, and the remedy."""
    return "; ".join(filter(None, cause_and_remedy(exc, url)))


def cause_and_remedy(exc: OpenAIError, url: URL) -> tuple[str, str]:
    """Return what has failed in a call to *url*, and the remedy, empty where the first names it or there is none."""
    from aigpt import openai  # noqa: PLC0415 (slow to import; --help does not need it)

    message = str(exc).rstrip(".")
    if isinstance(exc, openai.APIStatusError):
        remedy = _CODE_REMEDIES.get(exc.code or "") or _STATUS_REMEDIES.get(exc.status_code)
        return message, remedy or ""
    if isinstance(exc, openai.APIConnectionError):
        return _explain_connection(exc, _place(url)), ""
    if isinstance(exc, openai.NotStreamedError):
        return f"{_place(url)} does not stream its answers", "give --json for the whole one"
    if isinstance(exc, openai.APIResponseValidationError):
        return f"the response of {_place(url)} is not one of this API", _CHECK_URL
    return message, ""


def _explain_connection(exc: APIConnectionError, place: str) -> str:
    from aigpt import openai  # noqa: PLC0415 (slow to import; --help does not need it)

    if isinstance(exc, openai.APITimeoutError):
        return f"no answer from {place} in time; try again, or with a longer --timeout"
    if isinstance(exc, openai.MissingEndMarkError):
        return f"{place} sent no end mark, so that the answer may be cut; {_INCOMPLETE_REMEDY}"
    if isinstance(exc, openai.IncompleteStreamError):
        return f"the connection to {place} broke; try again"
    if exc.connected:
        return f"the connection to {place} broke before the answer was whole; try again"
    return f"cannot reach {place}; check --base-url or OPENAI_BASE_URL"


def _place(url: URL) -> str:
    return f"{url.host_subcomponent}:{url.port}"


def not_of_this_api(url: URL) -> str:
    """Return what to say of a response that no server of the protocol sends."""
    return f"the response of {_place(url)} is not one of this API; {_CHECK_URL}"
