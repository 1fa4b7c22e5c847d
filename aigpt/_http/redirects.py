"""Redirects: the request is repeated within its origin, so that the key never goes anywhere else."""

from __future__ import annotations

from typing import Any

from aiohttp import ClientResponse, ClientSession
from yarl import URL

from aigpt._http.aiohttp_internals import send_request

_MAX_REDIRECTS = 3
_FOLLOWED = frozenset({307, 308})
_REDIRECTS = range(300, 400)


def is_redirect(status: int) -> bool:
    """Return whether *status* is one of redirection (300 to 399); not all of these redirect."""
    return status in _REDIRECTS


async def follow_redirects(session: ClientSession, method: str, response: ClientResponse, **how: Any) -> ClientResponse:
    """Return the response behind the redirects of *response*, itself where it is none.

    Only 307 and 308 are followed, three at most, each to the same scheme, host and port. A redirect that is not
    followed is returned, closed.
    """
    redirects = 0
    while is_redirect(response.status):
        response.close()
        location = response.headers.get("Location")
        target = _same_origin(response.url, location) if response.status in _FOLLOWED else None
        redirects += 1
        if target is None or redirects > _MAX_REDIRECTS:
            break
        response = await send_request(session, method, target, **how)
    return response


def _same_origin(url: URL, location: str | None) -> URL | None:
    """Return where a redirect leads, if that is the same origin and names no other credentials."""
    try:
        target = url.join(URL(location or ""))
        there = (target.scheme, target.host, target.port, target.user, target.password)
        same = bool(location) and there == (url.scheme, url.host, url.port, None, None)
    except ValueError:
        return None
    return target if same else None
