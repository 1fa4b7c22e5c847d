"""Who may use the server: programs and its own pages, but no other site's pages in a browser.

A page of another site can make a browser on this machine send requests to the server, and, if the site's name resolves
to this machine (DNS rebinding), even read the replies. The headers ``Host``, ``Origin`` and ``Sec-Fetch-Site``, which
no page can forge, tell such requests. The check of API keys is in `api_keys`.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Collection

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler, Middleware
from yarl import URL

from aigpt.local.loopback import is_loopback, parse_address

__all__ = ["own_names", "request_guard"]

_HOST = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:]+)\]|(?P<name>[0-9A-Za-z._-]+))(?::(?P<port>[0-9]{1,5}))?")
_SAFE = {hdrs.METH_GET, hdrs.METH_HEAD}
_OWN_SITES = {"same-origin", "none"}  # none: a user action, such as a bookmark


def own_names(host: str) -> Callable[[str], bool]:
    """Return a function that tells whether a name or an address is one of a server that listens on *host*.

    A server that listens on all addresses accepts any IP address, since no site can have one as its name.
    """
    if is_loopback(host):
        return is_loopback
    address, own = parse_address(host), {host.lower(), socket.gethostname().lower()}
    if address is not None and address.is_unspecified:
        return lambda name: name.lower() in own or name.lower() == "localhost" or parse_address(name) is not None
    return lambda name: name.lower() in own or (address is not None and parse_address(name) == address)


def request_guard(
    port: int,
    is_ours: Callable[[str], bool],
    is_allowed: Callable[[web.Request], bool],
    public: URL | None,
    *,
    open_to_all: Collection[str],
) -> Middleware:
    """Return the middleware of a server that listens on *port*: 421 for another ``Host``, 403 for another site's page.

    *is_ours* tells whether a name is the server's own, *is_allowed* whether a request of another site's page may pass.
    *public* is the origin of the proxy before it. The paths *open_to_all* are not guarded: they tell nothing, or ask
    for a key.
    """

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path in open_to_all and request.method in _SAFE:
            return await handler(request)
        hosts = request.headers.getall(hdrs.HOST, [])
        if len(hosts) != 1 or not (_is_here(hosts[0], port, is_ours) or _is_public(hosts[0], public)):
            raise web.HTTPMisdirectedRequest
        if request.method not in _SAFE and not _is_own_page(request, hosts[0], public) and not is_allowed(request):
            raise web.HTTPForbidden
        return await handler(request)

    return guard


def _is_here(host: str, port: int, is_ours: Callable[[str], bool]) -> bool:
    match = _HOST.fullmatch(host)
    return match is not None and is_ours(match["six"] or match["name"]) and int(match["port"] or 80) == port


def _is_public(host: str, public: URL | None) -> bool:
    match = _HOST.fullmatch(host)
    if match is None or public is None or (match["six"] or match["name"]).lower() != public.host:
        return False
    return match["port"] is None or int(match["port"]) == public.port


def _is_own_page(request: web.Request, host: str, public: URL | None) -> bool:
    """Whether *request* is not from another site's page; programs send neither header."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site not in _OWN_SITES:
        return False
    own = {f"http://{host}"} if public is None else {f"http://{host}", str(public)}
    origins = request.headers.getall(hdrs.ORIGIN, [])
    # A page without a referrer has the origin "null"; then the other header decides.
    return all(origin in own or (origin == "null" and site is not None) for origin in origins)
