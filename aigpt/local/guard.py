"""Who may speak to the server: programs on this machine, and pages of its own; not the pages of others in a browser.

A page from elsewhere can make the browser of the person at this machine send requests here, and, by a name of its own
that it lets lead to this machine (DNS rebinding), even read the answers. Its name is then in ``Host``, its address in
``Origin``, its relation to us in ``Sec-Fetch-Site``: headers that no page can forge.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Awaitable, Callable

from aiohttp import hdrs, web
from aiohttp.typedefs import Middleware
from yarl import URL

__all__ = ["html_reply", "is_loopback", "only_from_here"]

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

_HOST = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:]+)\]|(?P<name>[0-9A-Za-z.]+))(?::(?P<port>[0-9]{1,5}))?")
_SAFE = {hdrs.METH_GET, hdrs.METH_HEAD}
_OWN_SITES = {"same-origin", "none"}  # none: the person's own doing, such as a bookmark


def is_loopback(host: str) -> bool:
    """Whether *host* is a name or an address of this machine alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def only_from_here(origin: Callable[[], str]) -> Middleware:
    """Make the middleware of a server at *origin*: 421 for another ``Host``, 403 for what another site's page sends."""

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        hosts = request.headers.getall(hdrs.HOST, [])
        if len(hosts) != 1 or not _is_here(hosts[0], URL(origin()).port):
            raise web.HTTPMisdirectedRequest
        if request.method not in _SAFE and not _is_own_page(request, hosts[0]):
            raise web.HTTPForbidden
        return await handler(request)

    return guard


def _is_here(host: str, port: int | None) -> bool:
    match = _HOST.fullmatch(host)
    return match is not None and is_loopback(match["six"] or match["name"]) and int(match["port"] or 80) == port


def _is_own_page(request: web.Request, host: str) -> bool:
    """Whether no other site's page is behind *request*; programs send neither header."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None and site not in _OWN_SITES:
        return False
    origins = request.headers.getall(hdrs.ORIGIN, [])
    # A page that gives no referrer, as ours do, has the origin "null"; the other header then tells whose it is.
    return all(origin == f"http://{host}" or (origin == "null" and site is not None) for origin in origins)


def html_reply(page: str, *, status: int = 200, style: str = "'none'", form_action: str = "'none'") -> web.Response:
    """Answer with *page*, which may load nothing, run nothing and be shown in no other page.

    *style* and *form_action* are the sources that its policy allows for the two.
    """
    policy = {
        "default-src": "'none'",
        "style-src": style,
        "form-action": form_action,
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    headers = {
        "Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in policy.items()),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cache-Control": "no-store",
    }
    return web.Response(text=page, content_type="text/html", status=status, headers=headers)
