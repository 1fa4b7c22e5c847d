"""Errors that end a command: one line on stderr that names the cause and the remedy, and an exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import click

from aigpt.cli import exit_codes
from aigpt.cli.proxies import api_url, proxy_for

if TYPE_CHECKING:
    from yarl import URL

    from aigpt import ConfigurationError
    from aigpt.cli.options import Connection
    from aigpt.types import Reply

_BASE_URL = "the base URL (--base-url, or IGPT_BASE_URL)"
_OF_CLIENT = "; check base_url"  # begins the remedy of an exception, which names the argument in Python
_CAUSES = {
    "auth": ("the API key was refused", "check IGPT_API_KEY, or the file given by --api-key-file"),
    "insufficient_quota": ("the credit is used up", "check the plan and the billing of the key's account"),
    "params": ("the API did not accept the parameters", "check the arguments and the user"),
    "client_error": ("the API did not accept the request", f"check {_BASE_URL}"),
    "invalid_json_response": ("the response is not one of this API", f"check {_BASE_URL}"),
    "invalid_output": ("the answer does not match the output format", "try again, or change --output-format"),
    "model_error": ("the server's language model failed or was too slow", "see the terminal of the server"),
}
"""What an error code of iGPT means, and the remedy."""
_FIRST_ERROR_STATUS = 300
_NO_ROUTE = {404, 405}


class CallFailed(click.ClickException):
    """The API or the output failed."""

    exit_code = exit_codes.FAILED


class Terminated(click.ClickException):
    """SIGTERM ended the command."""

    exit_code = exit_codes.TERMINATED


class WrongUsage(click.ClickException):
    """The command cannot start with these arguments, settings or files; the message names the remedy."""

    exit_code = exit_codes.WRONG_USAGE


def with_remedy(code: str, *, api: str = "IGPT") -> str:
    """Return an error code followed by its remedy, where there is one. *api* begins the names of the variables."""
    return f"{code}: {'; '.join(_CAUSES[code]).replace('IGPT_', f'{api}_')}" if code in _CAUSES else code


def as_wrong_usage(exc: ConfigurationError) -> WrongUsage:
    """Return what is wrong in the settings of a command as its error, which calls options as the command does."""
    from aigpt.bulk.option_names import for_command  # noqa: PLC0415 (after an error only)

    name = None if exc.option is None else _option(exc.option)
    if exc.option is None:
        return WrongUsage(for_command(exc.problem))
    return WrongUsage(str(exc) if name is None else f"{name} {for_command(exc.problem)}")


def _option(name: str) -> str | None:
    """Return what the command under way calls the option *name* of Python; None where it has none."""
    if name == "api_key":
        return "the API key"
    context = click.get_current_context(silent=True)
    parameters = [] if context is None else context.command.params
    options = (one for one in parameters if isinstance(one, click.Option) and one.name == name)
    return next((max(option.opts, key=len) for option in options), None)


def remedy_of(code: str) -> str:
    """Return the remedy for an error code of iGPT; empty where there is none."""
    return _CAUSES.get(code, ("", ""))[1]


def without_remedy(exc: Exception | None) -> str:
    """Return the message of *exc* without what it says of the base URL, where the command has a remedy of its own."""
    return str(exc).partition(_OF_CLIENT)[0]


def missing_version(reply: Reply, url: URL) -> str:
    """Return the remedy for a base *url* without its /v1, below which the server knows no route; else empty."""
    if reply.status not in _NO_ROUTE or url.path.rstrip("/").endswith("/v1"):
        return ""
    return "end IGPT_BASE_URL, or --base-url, with /v1"


def fail(reply: Reply, connection: Connection, *, incomplete: bool = False) -> NoReturn:
    """Raise CallFailed with the error code of *reply* and its remedy; *incomplete*: part of the answer is printed."""
    rest = "; the text above is incomplete" if incomplete else ""
    raise CallFailed(f"{reply.error}: {_explain(reply, connection)}{rest}")


def _explain(reply: Reply, connection: Connection) -> str:
    if reply.error != "network_error":
        return _explain_refusal(reply, connection)
    host = _host(connection)
    from aigpt import APIConnectionError, APITimeoutError  # noqa: PLC0415 (slow to import; --help does not need it)

    if isinstance(reply.exception, APITimeoutError):
        return f"no answer from {host} in time; try again, or with a longer --timeout"
    exception = reply.exception
    if reply.status is None and not (isinstance(exception, APIConnectionError) and exception.connected):
        why, remedy = "", f"check {_BASE_URL}, or start a server of your own with `aigpt serve`"
        if proxy := _of_proxy(connection):
            why, remedy = f": {str(exception).rstrip('.')}", proxy
        return f"cannot reach {host}{why}; {remedy}"
    if reply.status is not None and reply.status >= _FIRST_ERROR_STATUS:
        return f"{host} answered with status {reply.status}; try again later"
    return f"the connection to {host} broke; try again"


def _explain_refusal(reply: Reply, connection: Connection) -> str:
    from aigpt._http.failure import PROXY_AUTHENTICATION  # noqa: PLC0415 (slow to import; --help does not need it)

    if reply.status == PROXY_AUTHENTICATION and (proxy := _of_proxy(connection)):
        return f"the proxy wants a user and a password (status {reply.status}); {proxy}"
    from aigpt._igpt.replies import words_of_server  # noqa: PLC0415 (slow to import; --help does not need it)

    said = words_of_server(reply)
    if remedy := missing_version(reply, api_url(connection)):
        return f"{said or without_remedy(reply.exception)}; {remedy}"
    if said is not None or reply.error not in _CAUSES:
        return said or str(reply.exception)
    cause, remedy = _CAUSES[reply.error]
    if reply.error == "client_error":  # of which the exception says more, such as the status
        cause = without_remedy(reply.exception)
    return f"{cause}; {remedy}"


def _of_proxy(connection: Connection) -> str:
    """Return what to do about the proxy that calls take; empty where they take none."""
    found = proxy_for(api_url(connection))
    return "" if found is None else check_proxy(found.variable, found.url)


def check_proxy(variable: str, url: URL) -> str:
    """Return what to do about a proxy that does not let calls pass."""
    place = f"{url.scheme}://{url.host_subcomponent}:{url.port}"
    return (
        f"check {variable}, which names the proxy {place} ({url.scheme}://USER:PASSWORD@HOST:PORT where it wants one)"
    )


def _host(connection: Connection) -> str:
    """Return ``host:port`` of the API, without the rest of its URL."""
    url = api_url(connection)
    return f"{url.host_subcomponent}:{url.port}"
