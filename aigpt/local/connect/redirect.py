"""Where the browser goes after connecting: back to the application's `redirect_uri`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, unquote_plus, urlencode

from aigpt.local.params import ParamsError

__all__ = ["check_redirect", "form_sources", "redirect_url"]

_MAX_PORT = 65_535

# Stricter than browsers, so that none can read a URL differently: no user, fragment or backslash, and only ASCII.
_WEB_ADDRESS = re.compile(
    r"(?P<scheme>https?:)//(?P<host>[0-9A-Za-z][0-9A-Za-z._-]*|\[[0-9A-Fa-f:.]+\])(?::(?P<port>[0-9]{1,5}))?"
    r"(?P<path>/[!$-;=@-\[\]^_a-z|~%]*)?(?:\?(?P<query>[!$-;=?@-\[\]^_a-z|~%]*))?",
    re.IGNORECASE,
)
_POLICY_HOST = re.compile(r"[0-9A-Za-z.-]+")


def check_redirect(text: str) -> re.Match[str]:
    """Return the parts of a `redirect_uri`. Raises `ParamsError` if it is not a plain web address."""
    match = _WEB_ADDRESS.fullmatch(text)
    if match is None or int(match["port"] or 0) > _MAX_PORT:
        raise ParamsError("redirect_uri must be an http or https URL in ASCII, without user and fragment")
    return match


def redirect_url(redirect_uri: str, answer: Mapping[str, str]) -> str:
    """Return *redirect_uri* with *answer* in its query, instead of parameters of the same names."""
    query = check_redirect(redirect_uri)["query"] or ""
    kept = [part for part in query.split("&") if part and unquote_plus(part.partition("=")[0]) not in answer]
    return f"{redirect_uri.partition('?')[0]}?{'&'.join([*kept, urlencode(answer, quote_via=quote)])}"


def form_sources(redirect_uri: str | None) -> str:
    """Return the sources that a page's `form-action` must allow: this server, and the target of its redirect."""
    if redirect_uri is None:
        return "'self'"
    match = check_redirect(redirect_uri)
    # A policy cannot name an IPv6 address or a host with an underscore: there it is the scheme alone.
    plain = _POLICY_HOST.fullmatch(match["host"])
    port = f":{match['port']}" if match["port"] else ""
    return f"'self' {match['scheme']}//{match['host']}{port}" if plain else f"'self' {match['scheme']}"
