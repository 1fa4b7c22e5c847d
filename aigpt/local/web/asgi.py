"""ASGI applications as handlers of aiohttp."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any

from aiohttp import hdrs, web

__all__ = ["ASGIApp", "answer_by_asgi"]

_Message = MutableMapping[str, Any]
ASGIApp = Callable[
    [MutableMapping[str, Any], Callable[[], Awaitable[_Message]], Callable[[_Message], Awaitable[None]]],
    Awaitable[None],
]
_OWN = {hdrs.CONNECTION.lower(), hdrs.TRANSFER_ENCODING.lower()}  # aiohttp's business


async def answer_by_asgi(
    request: web.Request, app: ASGIApp, headers: Mapping[str, str], extra: Mapping[str, Any]
) -> web.StreamResponse:
    """Have *app* answer *request*, with *headers* besides its own. It finds *extra* in its scope.

    The body is read first, up to the limit of the application. If the client disconnects, aiohttp cancels this, and
    with it *app*, which therefore never gets ``http.disconnect``.
    """
    exchange = _Exchange(request, await request.read(), headers)
    await app(_scope(request) | dict(extra), exchange.receive, exchange.send)
    if exchange.response is None:
        raise RuntimeError("the ASGI application has not answered")
    return exchange.response


class _Exchange:
    def __init__(self, request: web.Request, body: bytes, headers: Mapping[str, str]) -> None:
        self._request = request
        self._body: bytes | None = body
        self._headers = headers
        self.response: web.StreamResponse | None = None

    async def receive(self) -> _Message:
        body, self._body = self._body, None
        if body is None:
            await asyncio.Event().wait()  # until it is cancelled
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(self, message: _Message) -> None:
        if message["type"] == "http.response.start":
            self.response = web.StreamResponse(status=message["status"])
            for name, value in message.get("headers", ()):
                if name.decode("latin-1").lower() not in _OWN:
                    self.response.headers.add(name.decode("latin-1"), value.decode("latin-1"))
            self.response.headers.update(self._headers)
            await self.response.prepare(self._request)
        elif message["type"] == "http.response.body" and self.response is not None:
            if message.get("body"):
                await self.response.write(message["body"])
            if not message.get("more_body", False):
                await self.response.write_eof()


def _scope(request: web.Request) -> dict[str, Any]:
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": f"{request.version.major}.{request.version.minor}",
        "method": request.method,
        "scheme": request.scheme,
        "path": request.path,
        "raw_path": request.rel_url.raw_path.encode(),
        "query_string": request.rel_url.raw_query_string.encode(),
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in request.raw_headers],
        "client": None,
        "server": None,
    }
