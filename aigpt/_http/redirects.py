"""Redirects: a request is repeated within its origin; one without a body anywhere, but without what is secret."""

from __future__ import annotations

from typing import Any

from aiohttp import ClientResponse, ClientSession
from multidict import CIMultiDict
from yarl import URL

from aigpt._http.aiohttp_internals import send_request
from aigpt._http.request import Call

_MAX_REDIRECTS = 3
_MAX_REDIRECTS_OF_GET = 10
_REPEATING = frozenset({307, 308})
_REDIRECTING = _REPEATING | {301, 302, 303}
_REDIRECTS = range(300, 400)
_SECRETS = ("Authorization", "Api-Key", "Cookie", "Proxy-Authorization")


def is_redirect(status: int) -> bool:
    """Return whether *status* is one of redirection (300 to 399); not all of these redirect."""
    return status in _REDIRECTS


async def follow_redirects(
    session: ClientSession, call: Call[Any], response: ClientResponse, headers: CIMultiDict[str], **how: Any
) -> ClientResponse:
    """Return the response behind the redirects of *response*, itself where it is none.

    Of a request with a body only 307 and 308 are followed, three at most, each to the same scheme, host and port. A
    GET is followed ten times at most, also to another origin by https, and then without credentials. A redirect that
    is not followed is returned, closed.
    """
    redirects = 0
    is_get = call.method == "GET"
    while is_redirect(response.status):
        response.close()
        target = _target(response) if response.status in (_REDIRECTING if is_get else _REPEATING) else None
        redirects += 1
        if target is None or redirects > (_MAX_REDIRECTS_OF_GET if is_get else _MAX_REDIRECTS):
            break
        if _origin(target) != _origin(response.url):
            if not is_get or target.scheme != "https":
                break
            headers = CIMultiDict(headers)
            for name in _SECRETS:
                headers.popall(name, None)
            how = {**how, "middlewares": ()}  # one of which may set the key
        elif not call.is_repeatable:
            break
        body = await call.next_body()
        response = await send_request(session, call.method, target, data=body, headers=headers, **how)
    return response


def target_within_origin(response: ClientResponse) -> URL | None:
    """Return where *response* redirects a GET without a body to, if that is within its origin."""
    target = _target(response) if response.status in _REDIRECTING else None
    return target if target is not None and _origin(target) == _origin(response.url) else None


def _origin(url: URL) -> tuple[str, str | None, int | None]:
    return url.scheme, url.host, url.port  # URL.origin() tells an explicit default port from none


def _target(response: ClientResponse) -> URL | None:
    """Return where a redirect leads; None where it leads nowhere, or names credentials."""
    location = response.headers.get("Location")
    try:
        target = response.url.join(URL(location or ""))
        usable = bool(location) and target.scheme in {"http", "https"} and bool(target.host)
        _ = target.port
    except ValueError:
        return None
    return target if usable and target.user is None and target.password is None else None
