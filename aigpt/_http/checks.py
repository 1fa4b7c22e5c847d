"""Checks of options and headers. Each error names the option and the remedy, never a secret."""

from __future__ import annotations

import math
from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any, cast

from yarl import URL

from aigpt.errors import ConfigurationError

_FRAMING_HEADERS = frozenset({"content-length", "transfer-encoding", "connection", "upgrade"})
_TOKEN = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_SPACE = 0x20


def check_seconds(name: str, value: object) -> float:
    """Return *value* as a number of seconds above 0. Raises ConfigurationError."""
    number = _finite(value)
    if number is None or number <= 0:
        raise ConfigurationError("must be a number of seconds above 0", option=name)
    return number


def check_number(name: str, value: object, least: float, most: float) -> float:
    """Return *value* as a number within bounds. Raises ConfigurationError."""
    number = _finite(value)
    if number is None or not least <= number <= most:
        raise ConfigurationError(f"must be a number from {least:g} to {most:g}", option=name)
    return number


def check_whole(name: str, value: Any, least: int) -> int:
    """Return *value* as a whole number of at least *least*. Raises ConfigurationError."""
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise ConfigurationError(f"must be a whole number of at least {least}", option=name)
    return value


def check_flag(name: str, value: object) -> bool:
    """Return *value* as True or False. Raises ConfigurationError."""
    if not isinstance(value, bool):
        raise ConfigurationError("must be True or False", option=name)
    return value


def _finite(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def header_problem(headers: object) -> str | None:
    """Return what makes *headers* unfit to be sent, naming the header but never its value; None if they are fit."""
    if not isinstance(headers, Mapping):
        return "must be a mapping of names to values"
    for name, value in cast("Mapping[object, object]", headers).items():
        if not isinstance(name, str) or not _TOKEN.issuperset(name) or not name:
            return "has a name that is not a header name: letters, digits and hyphens"
        if name.lower() in _FRAMING_HEADERS:
            return f"must not set {name}: the client does"
        if not isinstance(value, str) or any(ord(c) < _SPACE and c != "\t" for c in value) or "\x7f" in value:
            return f"has a value of {name} that is not text on one line"
        if any("\ud800" <= c <= "\udfff" for c in value):
            return f"has a value of {name} that cannot be encoded"
    return None


def usable_key(key: object) -> str | None:
    """Return *key* without surrounding white space, or None if it cannot be an API key."""
    if not isinstance(key, str):
        return None
    key = key.strip()
    return key if key and key.isascii() and key.isprintable() else None


def check_base_url(name: str, given: str | URL, example: str, *, allow_http: bool, how_to_allow: str | None) -> URL:
    """Return *given* as a base URL without a trailing slash: https, or http to this machine or where it is allowed.

    Raises ConfigurationError, naming the option or variable *name*, and with *how_to_allow* how http is allowed.
    """
    try:
        url = URL(_one_word(given) if isinstance(given, str) else given)
        host = url.host
        _ = url.port
    except (ValueError, TypeError):
        raise ConfigurationError(f"is not a URL; it looks like {example}", option=name) from None
    if url.scheme not in {"http", "https"} or not host:
        http = "or http://" if allow_http else "or http://, to this machine"
        raise ConfigurationError(f"must begin with https:// ({http}) and a host, like {example}", option=name)
    if url.user is not None or url.password is not None or url.query_string or url.fragment:
        raise ConfigurationError(
            "must hold no user, password, query or fragment; the key has an option of its own", option=name
        )
    if url.scheme == "http" and not (allow_http or is_loopback(host)):
        raise ConfigurationError(
            "is plain http to a host that is not this machine: the key would be readable on the way; use https"
            + (f", or {how_to_allow} on a network you trust" if how_to_allow else ""),
            option=name,
        )
    return url.with_path(url.raw_path.rstrip("/") or "/", encoded=True)


def _one_word(text: str) -> str:
    """Return *text* without surrounding white space. Raises ValueError for any inside it, which yarl drops."""
    text = text.strip()
    if " " in text or not text.isprintable():
        raise ValueError
    return text


def is_loopback(host: str) -> bool:
    """Return whether *host*, a name or an address, is this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
