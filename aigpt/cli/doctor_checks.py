"""The checks of `aigpt doctor`, in their order."""

from __future__ import annotations

import os
import platform
import ssl
import sys
from collections.abc import AsyncGenerator
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version

from yarl import URL

from aigpt._http.checks import usable_key
from aigpt._igpt.options import make_options
from aigpt._version import __version__
from aigpt.cli.client import find_api_key, find_user
from aigpt.cli.doctor_findings import Finding, State, note, ok, skipped, wrong_setting
from aigpt.cli.doctor_network import check_connection, check_name, check_tls, no_tls
from aigpt.cli.doctor_server import ask_igpt, ask_openai
from aigpt.cli.errors import WrongUsage, as_wrong_usage, check_proxy
from aigpt.cli.openai_client import find_openai_key, refuse_http
from aigpt.cli.options import Connection
from aigpt.cli.proxies import proxy_for
from aigpt.errors import ConfigurationError
from aigpt.openai._options import OPENAI, read_base_url
from aigpt.openai._proxies import EnvironmentProxy, proxy_of_environment

_PACKAGES = ("aiohttp", "msgspec", "yarl", "click")
_SECONDS = 10.0
_SHORTEST_KEY = 12  # what is shorter, such as the "local" of an embedded server, may be part of any text
_SHORTEST_TOLD = 4  # in what the server says: it may repeat the key


async def examine(connection: Connection, *, is_openai: bool) -> AsyncGenerator[Finding]:
    """Yield what each check found, as soon as it is known. None of it holds the key."""
    key, of_key = _find_key(connection, is_openai=is_openai)
    async for finding in _examine(connection, key, of_key, is_openai=is_openai):
        if key and len(key) >= (_SHORTEST_TOLD if finding.name == "server" else _SHORTEST_KEY):
            yield replace(finding, text=finding.text.replace(key, "***"))
        else:
            yield finding


async def _examine(
    connection: Connection, key: str | None, of_key: Finding, *, is_openai: bool
) -> AsyncGenerator[Finding]:
    yield _versions()
    yield of_key
    user, of_user = (None, None) if is_openai else _find_user(connection)
    if of_user is not None:
        yield of_user
    url, of_url = _find_url(connection, is_openai=is_openai)
    yield of_url
    if url is None:
        return
    proxy, of_proxy = _find_proxy(url, is_openai=is_openai)
    yield of_proxy
    if of_proxy.state is State.FAILED:
        return
    seconds = connection.timeout or _SECONDS
    reached = True
    at_proxy = "" if proxy is None else check_proxy(proxy.variable, proxy.url)
    async for finding in _check_way(url, proxy, seconds, at_proxy):
        yield finding
        reached = reached and finding.state is not State.FAILED
    if not reached:
        yield skipped("server", "not asked, since it is not reached")
    elif key is None or (user is None and not is_openai):
        yield skipped("server", "not asked, since a setting is missing")
    elif is_openai:
        yield await ask_openai(url, key, seconds, at_proxy)
    else:
        yield await ask_igpt(url, key, user or "", None if proxy is None else proxy.url, seconds, at_proxy)


async def _check_way(
    url: URL, proxy: EnvironmentProxy | None, seconds: float, at_proxy: str
) -> AsyncGenerator[Finding]:
    """Yield what is found on the way to *url*, up to the first that fails. *at_proxy*: what to do about the proxy."""
    place = url if proxy is None else proxy.url
    host, port = place.host or "", place.port or 0
    for check in (check_name, check_connection):
        finding = await check(host, port, seconds, at_proxy)
        yield finding
        if finding.state is State.FAILED:
            return
    if url.scheme != "https":
        yield no_tls(url.scheme)
    elif proxy is not None:
        yield skipped("tls", "it goes through the proxy: what is wrong with it, the server's check says")
    else:
        yield await check_tls(host, port, seconds)


# ── settings ────────────────────────────────────────────────────────────────────────────────────────────────────


def _versions() -> Finding:
    packages = ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return ok("versions", f"aigpt {__version__}, {python} on {sys.platform}, {packages}, {ssl.OPENSSL_VERSION}")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "(version unknown)"


def _find_key(connection: Connection, *, is_openai: bool) -> tuple[str | None, Finding]:
    """Return the key, None where there is none to be used, and what there is to say of it."""
    try:
        key = find_openai_key(connection) if is_openai else find_api_key(connection, prompt=False)
    except WrongUsage as exc:
        return None, wrong_setting("key", exc.message)
    variable = "OPENAI_API_KEY" if is_openai else "IGPT_API_KEY"
    source = variable if connection.api_key_file is None else f"the file {connection.api_key_file}"
    if not key:
        return key, note("key", f"{variable} is not set, nor --api-key-file given; a server of one's own may want none")
    if usable_key(key) is None:
        return None, wrong_setting("key", f"{source} holds no usable key: it must be one line of printable ASCII")
    return key, ok("key", f"set by {source}; it is not shown")


def _find_user(connection: Connection) -> tuple[str | None, Finding]:
    try:
        user = find_user(connection)
    except WrongUsage as exc:
        return None, wrong_setting("user", exc.message)
    return user, ok("user", f"{user}, by {'IGPT_API_USER' if connection.user is None else '--user'}")


def _find_url(connection: Connection, *, is_openai: bool) -> tuple[URL | None, Finding]:
    try:
        url = _openai_url(connection) if is_openai else _igpt_url(connection)
    except ConfigurationError as exc:
        return None, wrong_setting("url", as_wrong_usage(exc).message)
    except WrongUsage as exc:
        return None, wrong_setting("url", exc.message)
    variable = "OPENAI_BASE_URL" if is_openai else "IGPT_BASE_URL"
    source = f"by {variable}" if os.environ.get(variable, "").strip() else "the default"
    return url, ok("url", f"{url}, {source if connection.base_url is None else 'by --base-url'}")


def _igpt_url(connection: Connection) -> URL:
    options = make_options(
        {"api_key": "unused", "base_url": connection.base_url, "allow_http": connection.allow_http}, os.environ
    )
    return options.base_url


def _openai_url(connection: Connection) -> URL:
    url = read_base_url({"base_url": connection.base_url, "allow_http": True}, OPENAI, os.environ)
    if not connection.allow_http:
        refuse_http(url)
    return url


def _find_proxy(url: URL, *, is_openai: bool) -> tuple[EnvironmentProxy | None, Finding]:
    try:
        found = proxy_of_environment(url) if is_openai else proxy_for(url)
    except ConfigurationError as exc:
        return None, wrong_setting("proxy", str(exc))
    if found is None:
        return None, ok("proxy", "none for this URL")
    return found, ok("proxy", f"{found.url.origin()}, by {found.variable}")
