"""The page at ``/``: a playground over the API, a few static files and what they need to know of the server."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from importlib.resources import files

import msgspec
from aiohttp import ETag, web

from aigpt.local.web.request_guard import page_headers

__all__ = ["add_playground"]

_FILES = {
    "/": ("index.html", "text/html"),
    "/page/style.css": ("style.css", "text/css"),
    "/page/icon.svg": ("icon.svg", "image/svg+xml"),
    "/page/app.js": ("app.js", "text/javascript"),
    "/page/python.js": ("python.js", "text/javascript"),
    "/page/text.js": ("text.js", "text/javascript"),
}
_POLICY = {
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'none'",
    # Nothing on the page makes HTML of text; should that ever change, the browser refuses.
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}
_HEADERS = {
    **page_headers(_POLICY),
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",  # kept, but asked for again: another server may be at this address tomorrow
}


def add_playground(app: web.Application, user: str, *, keys_wanted: bool) -> None:
    """Serve the page from *app*. *user* is filled in; where *keys_wanted*, the page asks for a key."""
    config = msgspec.json.encode({"user": user, "keys": keys_wanted})
    app.router.add_get("/page/config", _handler(config, "application/json"))
    folder = files("aigpt.local.web") / "page"
    for path, (name, kind) in _FILES.items():
        app.router.add_get(path, _handler((folder / name).read_bytes(), kind))


def _handler(body: bytes, kind: str) -> Callable[[web.Request], Awaitable[web.Response]]:
    tag = ETag(hashlib.sha256(body).hexdigest()[:32])

    async def give(request: web.Request) -> web.Response:
        known = {known.value for known in request.if_none_match or ()}
        if tag.value in known:
            response = web.Response(status=304, headers=_HEADERS)
        else:
            response = web.Response(body=body, content_type=kind, charset="utf-8", headers=_HEADERS)
        response.etag = tag
        return response

    return give
