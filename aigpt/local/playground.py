"""The page at ``/``: a playground over the API, four static files and what they need to know of the server."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from importlib.resources import files

import msgspec
from aiohttp import web

from aigpt.local.guard import page_headers

__all__ = ["add_playground"]

_FILES = {
    "/": ("index.html", "text/html"),
    "/page/style.css": ("style.css", "text/css"),
    "/page/app.js": ("app.js", "text/javascript"),
    "/page/python.js": ("python.js", "text/javascript"),
}
_HEADERS = page_headers(
    {
        "script-src": "'self'",
        "style-src": "'self'",
        "connect-src": "'self'",
        "form-action": "'none'",
        # Nothing on the page makes HTML of text; should that ever change, the browser refuses.
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
    }
)


def add_playground(app: web.Application, user: str, *, keys_wanted: bool) -> None:
    """Serve the page from *app*. *user* is filled in; where *keys_wanted*, the page asks for a key."""
    config = msgspec.json.encode({"user": user, "keys": keys_wanted})
    app.router.add_get("/page/config", _handler(config, "application/json"))
    folder = files("aigpt.local") / "page"
    for path, (name, kind) in _FILES.items():
        app.router.add_get(path, _handler((folder / name).read_bytes(), kind))


def _handler(body: bytes, kind: str) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def give(_: web.Request) -> web.Response:
        return web.Response(body=body, content_type=kind, charset="utf-8", headers=_HEADERS)

    return give
