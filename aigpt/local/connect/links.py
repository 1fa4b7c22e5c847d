"""The links that connectors/authorize gives, and where they lead back to."""

from __future__ import annotations

import re
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote_plus, urlencode

from aigpt.local.params import Authorize, ParamsError

__all__ = ["LIFETIME", "Link", "Links", "form_sources", "way_back"]

LIFETIME = 600.0
"""Seconds a link is good for."""

_MAX_OPEN = 1_000  # links; the oldest make room
_MAX_PORT = 65_535

# Narrower than what a browser takes for an address, so that it can take none of these for another one: no user, no
# fragment, no backslash, nothing beyond ASCII.
_WEB_ADDRESS = re.compile(
    r"(?P<scheme>https?:)//(?P<host>[0-9A-Za-z][0-9A-Za-z._-]*|\[[0-9A-Fa-f:.]+\])(?::(?P<port>[0-9]{1,5}))?"
    r"(?P<path>/[!$-;=@-\[\]^_a-z|~%]*)?(?:\?(?P<query>[!$-;=?@-\[\]^_a-z|~%]*))?",
    re.IGNORECASE,
)
_POLICY_HOST = re.compile(r"[0-9A-Za-z.-]+")


@dataclass(frozen=True, slots=True)
class Link:
    """A link that is still good."""

    wanted: Authorize
    form_key: str
    """What the page's own form sends back, and no other page can know."""
    until: float


class Links:
    """Links that work once and expire. *clock* gives seconds that never go back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._open: OrderedDict[str, Link] = OrderedDict()

    def make(self, wanted: Authorize) -> str:
        """Return a new token for *wanted*. Raises `ParamsError` where its `redirect_uri` is no plain web address."""
        if wanted.redirect_uri is not None:
            _read_address(wanted.redirect_uri)
        token = secrets.token_urlsafe(24)
        self._open[token] = Link(wanted, secrets.token_urlsafe(24), self._clock() + LIFETIME)
        if len(self._open) > _MAX_OPEN:
            self._open.popitem(last=False)
        return token

    def look(self, token: str) -> Link | None:
        """Return the link, which stays good; None where it is unknown, used or expired."""
        link = self._open.get(token)
        if link is not None and self._clock() >= link.until:
            del self._open[token]
            return None
        return link

    def take(self, token: str) -> Link | None:
        """Return the link and forget it; None where it is unknown, used or expired."""
        link = self.look(token)
        self._open.pop(token, None)
        return link


def _read_address(text: str) -> re.Match[str]:
    match = _WEB_ADDRESS.fullmatch(text)
    if match is None or int(match["port"] or 0) > _MAX_PORT:
        raise ParamsError("redirect_uri must be an http or https URL in ASCII, without user and fragment")
    return match


def way_back(redirect_uri: str, answer: Mapping[str, str]) -> str:
    """Return *redirect_uri* with *answer* in its query, in place of what it has by the same names."""
    query = _read_address(redirect_uri)["query"] or ""
    kept = [part for part in query.split("&") if part and unquote_plus(part.partition("=")[0]) not in answer]
    return f"{redirect_uri.partition('?')[0]}?{'&'.join([*kept, urlencode(answer, quote_via=quote)])}"


def form_sources(redirect_uri: str | None) -> str:
    """Return what a page's policy must allow its form: this server and, since that sends on, *redirect_uri*'s."""
    if redirect_uri is None:
        return "'self'"
    match = _read_address(redirect_uri)
    # A policy has no words for an IPv6 address or an underscore: there the scheme must do.
    plain = _POLICY_HOST.fullmatch(match["host"])
    port = f":{match['port']}" if match["port"] else ""
    return f"'self' {match['scheme']}//{match['host']}{port}" if plain else f"'self' {match['scheme']}"
