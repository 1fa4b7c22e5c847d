"""The HTTP side: six routes under /v1, each with and without a trailing slash, and the page of authorize's links."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing

import msgspec
from aiohttp import web
from aiohttp.typedefs import Middleware

from aigpt.local.connect import Connect
from aigpt.local.keys import Keys
from aigpt.local.params import Answer, Authorize, Body, Disconnect, ParamsError, Search, read_body
from aigpt.local.service import Json, Service

__all__ = ["make_app"]

_log = logging.getLogger("aigpt.local")

_MAX_BODY = 1 << 20
_HEADERS = {"X-Content-Type-Options": "nosniff"}
_STREAM_HEADERS = {"Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-cache", **_HEADERS}

Route = Callable[[web.Request, Body], Awaitable[web.StreamResponse]]


def make_app(service: Service, connect: Connect, keys: Keys, guard: Middleware) -> web.Application:
    """Return the application over *service* and *connect*, which answers to *keys* and to whom *guard* lets through."""
    app = web.Application(client_max_size=_MAX_BODY, middlewares=[_answer_errors, guard])
    api = _Api(service, connect)
    routes = {
        "recall/run": api.run,
        "recall/ask": api.ask,
        "recall/search": api.search,
        "datasources/list": api.datasources,
        "datasources/disconnect": api.disconnect,
        "connectors/authorize": api.authorize,
    }
    for path, route in routes.items():
        for slash in ("", "/"):
            app.router.add_post(f"/v1/{path}{slash}", _checked(route, keys))
    app.router.add_get("/connect/{token}", connect.show)
    app.router.add_post("/connect/{token}", connect.submit)
    return app


class _Api:
    """The handlers."""

    def __init__(self, service: Service, connect: Connect) -> None:
        self._service = service
        self._connect = connect

    async def search(self, _: web.Request, body: Body) -> web.StreamResponse:
        return _reply(await self._service.search(Search.read(body)))

    async def ask(self, request: web.Request, body: Body) -> web.StreamResponse:
        asked = await _read_asked(body)
        if asked.stream:
            return await _stream(request, self._service.ask_stream(asked))
        return _reply(await self._service.ask(asked))

    async def run(self, request: web.Request, body: Body) -> web.StreamResponse:
        asked = await _read_asked(body)
        if asked.stream:
            return await _stream(request, self._service.run_stream(asked))
        return _reply(await self._service.run(asked))

    async def datasources(self, _: web.Request, body: Body) -> web.StreamResponse:
        return _reply(await self._service.datasources(body["user"]))

    async def disconnect(self, _: web.Request, body: Body) -> web.StreamResponse:
        done = await self._service.disconnect(Disconnect.read(body))
        return _reply({"error": "params"} if done is None else done)

    async def authorize(self, request: web.Request, body: Body) -> web.StreamResponse:
        # By the name that the caller knows the server by; the guard has let no other through.
        return _reply({"url": f"http://{request.host}{self._connect.link(Authorize.read(body))}"})


async def _read_asked(body: Body) -> Answer:
    """Read what is asked; in a thread where it brings a schema, since the first one to check takes a second."""
    return (
        await asyncio.to_thread(Answer.read, body) if isinstance(body.get("output_format"), dict) else Answer.read(body)
    )


def _checked(route: Route, keys: Keys) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """Let only requests with a key and a user through. What is wrong is said with status 200, as the API does."""

    async def handler(request: web.Request) -> web.StreamResponse:
        scheme, _, key = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not keys.accept(key.strip()):
            return _reply({"error": "auth"})
        try:
            return await route(request, read_body(await request.read()))
        except (ParamsError, web.HTTPRequestEntityTooLarge) as error:
            _log.debug("%s: refused: %s", request.path, error)
            return _reply({"error": "params"})

    return handler


@web.middleware
async def _answer_errors(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Answer in JSON whatever happens."""
    try:
        return await handler(request)
    except web.HTTPException as error:
        reason = error.reason
        if isinstance(error, web.HTTPRequestEntityTooLarge):
            reason = "Request Entity Too Large"  # as Python calls it up to 3.12
        return _reply({"error": reason.lower().replace(" ", "_")}, status=error.status)
    except web.RequestPayloadError:
        return _reply({"error": "params"}, status=400)  # a body that is not packed as its headers say
    except ConnectionError:
        return web.Response(status=400)  # the client left; nobody reads this
    except Exception as error:  # noqa: BLE001 (the last line of defence: no traceback goes out)
        _note_fault(request, error)
        return _reply({"error": "server_error"}, status=500)


def _note_fault(request: web.Request, error: Exception) -> None:
    """Log where *error* came from; not its words, which may be somebody's."""
    resource = request.match_info.route.resource  # its pattern: the path itself may be a link that still works
    place = "".join(traceback.format_tb(error.__traceback__))
    _log.error("%s failed: %s\n%s", resource.canonical if resource else "a request", type(error).__name__, place)


def _reply(body: Json, status: int = 200) -> web.Response:
    data = msgspec.json.encode(body)
    return web.Response(body=data, content_type="application/json", status=status, headers=_HEADERS)


def _event(event: Json) -> bytes:
    return b"data: " + msgspec.json.encode(event) + b"\n\n"


async def _stream(request: web.Request, events: AsyncGenerator[Json]) -> web.StreamResponse:
    """Send *events* as they come, and stop making them when nobody listens any more.

    What goes wrong on the way is the last object: a status has been sent by then.
    """
    response = web.StreamResponse(headers=_STREAM_HEADERS)
    try:
        async with aclosing(events):
            await response.prepare(request)
            try:
                async for event in events:
                    await response.write(_event(event))
            except ConnectionError:
                raise
            except Exception as error:  # noqa: BLE001 (the last line of defence: no traceback goes out)
                _note_fault(request, error)
                await response.write(_event({"error": "server_error"}))
            await response.write_eof()
    except ConnectionError:
        _log.debug("%s: the client left", request.path)
    return response
