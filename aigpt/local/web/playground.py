"""The playground: the page at ``/``, its static files, and the configuration that it reads."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from importlib.resources import files

import msgspec
from aiohttp import ETag, web

from aigpt.local.security_headers import security_headers

__all__ = ["add_playground"]

_SCRIPTS = ("app.js", "datasources.js", "passages.js", "python.js", "server.js", "text.js", "turns.js")
_FILES = {
    "/": ("index.html", "text/html"),
    "/page/style.css": ("style.css", "text/css"),
    "/page/icon.svg": ("icon.svg", "image/svg+xml"),
    **{f"/page/{name}": (name, "text/javascript") for name in _SCRIPTS},
}
_POLICY = {
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'none'",
    # No script of the page makes HTML of text; the browser enforces that.
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
}
_HEADERS = {
    **security_headers(_POLICY),
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",  # cached, but revalidated: another server may use this address later
}


def add_playground(app: web.Application, user: str, *, keys_wanted: bool) -> None:
    """Add the page to *app*. *user* is the user it starts with; *keys_wanted*: it asks for an API key."""
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
