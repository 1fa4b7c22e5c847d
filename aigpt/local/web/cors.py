"""CORS: the pages of other sites that may use the API, because whoever started the server has named them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler

from aigpt.local.errors import LocalServerError

__all__ = ["AllowedOrigins", "add_cors"]

_ORIGIN = re.compile(r"[a-z][a-z0-9+.-]*://[^/?#\s@*\"<>]+")
_ANY = "*"
_API = "/v1/"
_MAX_AGE = "600"
_METHODS = "GET, POST, DELETE, OPTIONS"


class AllowedOrigins:
    """Some *origins*, such as ``https://chat.example``, or ``*`` for all, which requires *keys*.

    Raises `LocalServerError`, with the remedy.
    """

    def __init__(self, origins: Sequence[str], *, keys: bool) -> None:
        given = [origins] if isinstance(origins, str) else list(origins)
        self._all = _ANY in given
        self._origins = {_normal(origin) for origin in given if origin != _ANY}
        if self._all and not keys:
            raise LocalServerError(
                "the CORS origin *: any page in a browser on this machine could read your mail; name the pages' "
                "origins, or give the API keys that the server accepts (api_keys, or --api-key-file)"
            )

    def allows(self, origin: str) -> bool:
        """Whether a page of *origin* may use the API."""
        return self._all or origin.lower() in self._origins

    def allow(self, request: web.Request) -> bool:
        """Whether *request* is one to the API from a page that may."""
        origins = request.headers.getall(hdrs.ORIGIN, [])
        return request.path.startswith(_API) and len(origins) == 1 and self.allows(origins[0])


def _normal(origin: str) -> str:
    found = origin.strip().rstrip("/").lower()
    if not (_ORIGIN.fullmatch(found) and found.isascii()):
        raise LocalServerError("a CORS origin is not one; it looks like https://chat.example or http://localhost:3000")
    return found


def add_cors(app: web.Application, allowed: AllowedOrigins) -> None:
    """Let browsers know which pages may use the routes of *app*; to be called after its other middlewares are added."""

    @web.middleware
    async def preflight(request: web.Request, handler: Handler) -> web.StreamResponse:
        asks = request.method == hdrs.METH_OPTIONS and hdrs.ACCESS_CONTROL_REQUEST_METHOD in request.headers
        if not (asks and allowed.allow(request)):
            return await handler(request)
        headers = {"Access-Control-Allow-Methods": _METHODS, "Access-Control-Max-Age": _MAX_AGE}
        if wanted := request.headers.get(hdrs.ACCESS_CONTROL_REQUEST_HEADERS):
            headers["Access-Control-Allow-Headers"] = wanted
        if request.headers.get("Access-Control-Request-Private-Network") == "true":
            headers["Access-Control-Allow-Private-Network"] = "true"
        return web.Response(status=204, headers=headers)

    async def add(request: web.Request, response: web.StreamResponse) -> None:
        if allowed.allow(request):
            response.headers["Access-Control-Allow-Origin"] = request.headers[hdrs.ORIGIN]
            response.headers["Access-Control-Expose-Headers"] = "X-Request-Id"
            response.headers.add(hdrs.VARY, "Origin")

    app.middlewares.append(preflight)
    app.on_response_prepare.append(add)
