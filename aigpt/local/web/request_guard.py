"""Who may speak to the server: programs, and pages of its own; not the pages of others in somebody's browser.

A page from elsewhere can make the browser of the person at this machine send requests here, and, by a name of its own
that it lets lead to this machine (DNS rebinding), even read the answers. Its name is then in ``Host``, its address in
``Origin``, its relation to us in ``Sec-Fetch-Site``: headers that no page can forge.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import hdrs, web
from aiohttp.typedefs import Middleware
from yarl import URL

__all__ = ["html_reply", "is_loopback", "names_of", "only_from_here", "page_headers"]

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_HOST = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:]+)\]|(?P<name>[0-9A-Za-z._-]+))(?::(?P<port>[0-9]{1,5}))?")
_SAFE = {hdrs.METH_GET, hdrs.METH_HEAD}
_OWN_SITES = {"same-origin", "none"}  # none: the person's own doing, such as a bookmark


def is_loopback(host: str) -> bool:
    """Whether *host* is a name or an address of this machine alone."""
    if host.lower() == "localhost":
        return True
    address = _address(host)
    return address is not None and address.is_loopback


def names_of(host: str) -> Callable[[str], bool]:
    """Return what tells whether a name or an address is one of the server's own that listens on *host*.

    No page can have an address in figures as its name, so a server that listens on all of its addresses takes any.
    """
    if is_loopback(host):
        return is_loopback
    address, own = _address(host), {host.lower(), socket.gethostname().lower()}
    if address is not None and address.is_unspecified:
        return lambda name: name.lower() in own or name.lower() == "localhost" or _address(name) is not None
    return lambda name: name.lower() in own or (address is not None and _address(name) == address)


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def only_from_here(origin: Callable[[], str], is_ours: Callable[[str], bool]) -> Middleware:
    """Make the middleware of a server at *origin*: 421 for another ``Host``, 403 for what another site's page sends.

    *is_ours* tells whether a name is the server's own.
    """

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        hosts = request.headers.getall(hdrs.HOST, [])
        if len(hosts) != 1 or not _is_here(hosts[0], URL(origin()).port, is_ours):
            raise web.HTTPMisdirectedRequest
        if request.method not in _SAFE and not _is_own_page(request, hosts[0]):
            raise web.HTTPForbidden
        return await handler(request)

    return guard


def _is_here(host: str, port: int | None, is_ours: Callable[[str], bool]) -> bool:
    match = _HOST.fullmatch(host)
    return match is not None and is_ours(match["six"] or match["name"]) and int(match["port"] or 80) == port


def _is_own_page(request: web.Request, host: str) -> bool:
    """Whether no other site's page is behind *request*; programs send neither header."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site not in _OWN_SITES:
        return False
    origins = request.headers.getall(hdrs.ORIGIN, [])
    # A page that gives no referrer has the origin "null"; the other header then tells whose it is.
    return all(origin == f"http://{host}" or (origin == "null" and site is not None) for origin in origins)


def html_reply(page: str, *, status: int = 200, style: str = "'none'", form_action: str = "'none'") -> web.Response:
    """Answer with *page*, which may load nothing, run nothing and be shown in no other page.

    *style* and *form_action* are the sources that its policy allows for the two.
    """
    headers = page_headers({"style-src": style, "form-action": form_action})
    return web.Response(text=page, content_type="text/html", status=status, headers=headers)


def page_headers(allowed: Mapping[str, str]) -> dict[str, str]:
    """Return the headers of a page that may do what *allowed*, directives of its policy, says, and nothing else."""
    policy = {"default-src": "'none'", "base-uri": "'none'", "frame-ancestors": "'none'", **allowed}
    return {
        "Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in policy.items()),
        "Referrer-Policy": "same-origin",  # to no other site; but a form's own origin is known by it
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cache-Control": "no-store",
    }
