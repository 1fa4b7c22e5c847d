"""The routes: six under /v1, each with and without a trailing slash; the sources of the page, and authorize's links."""

from __future__ import annotations

import logging
import traceback
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing

import msgspec
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from yarl import URL

from aigpt._http.log_text import Places
from aigpt.local.connect.authorize_params import AuthorizeParams
from aigpt.local.connect.handlers import Connect
from aigpt.local.params import Body, ParamsError, read_body, read_text
from aigpt.local.readers.errors import ReaderError
from aigpt.local.search.search_params import SearchParams
from aigpt.local.web.api_keys import Keys
from aigpt.local.web.connection import note_work
from aigpt.local.web.passage_view import PassageParams
from aigpt.local.web.public_url import origin_for
from aigpt.local.web.refusals import BAD_ENCODING, FAULT, TOO_LARGE, refusal, status_refusal
from aigpt.local.web.request_log import log_request, request_id_of, route_of, send_request_id
from aigpt.local.web.run_events import Json
from aigpt.local.web.service import Service

__all__ = ["make_app", "note_fault"]

_log = logging.getLogger("aigpt.local")

_MAX_BODY = 1 << 20
_HEADERS = {"X-Content-Type-Options": "nosniff"}
_STREAM_HEADERS = {"Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-cache", **_HEADERS}

Route = Callable[[web.Request, Body], Awaitable[web.StreamResponse]]


def make_app(
    service: Service,
    connect: Connect,
    keys: Keys,
    guard: Middleware,
    *,
    count: Middleware,
    forget: Callable[[str], None],
    public: URL | None,
) -> web.Application:
    """Return the application.

    *keys* are accepted; *guard* is the middleware that checks where requests come from, *count* that which counts them.
    *forget* is called with each user who disconnects something, whose answers must not be kept. *public* is the origin
    of the proxy before the server.
    """
    app = web.Application(client_max_size=_MAX_BODY, middlewares=[note_work, log_request, count, _answer_errors, guard])
    app.on_response_prepare.append(send_request_id)
    api = _Api(service, connect, forget, public)
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
    app.router.add_post("/page/passages", _checked(api.passages, keys))
    app.router.add_get("/connect/{token}", connect.show)
    app.router.add_post("/connect/{token}", connect.submit)
    return app


class _Api:
    """The handlers of the API's routes."""

    def __init__(self, service: Service, connect: Connect, forget: Callable[[str], None], public: URL | None) -> None:
        self._service = service
        self._connect = connect
        self._forget = forget
        self._public = public

    async def search(self, _: web.Request, body: Body) -> web.StreamResponse:
        return _json(await self._service.search_json(SearchParams.read(body)))

    async def ask(self, request: web.Request, body: Body) -> web.StreamResponse:
        asked = await self._service.read_params(body)
        if asked.stream:
            return await _stream(request, self._service.ask_stream(asked))
        return _reply(await self._service.ask(asked))

    async def run(self, request: web.Request, body: Body) -> web.StreamResponse:
        asked = await self._service.read_params(body)
        if asked.stream:
            return await _stream(request, self._service.run_stream(asked))
        return _reply(await self._service.run(asked))

    async def datasources(self, _: web.Request, body: Body) -> web.StreamResponse:
        return _reply(await self._service.datasources(body["user"]))

    async def passages(self, _: web.Request, body: Body) -> web.StreamResponse:
        return _json(await self._service.passages_json(PassageParams.read(body)))

    async def disconnect(self, _: web.Request, body: Body) -> web.StreamResponse:
        name = read_text(body, "id")
        try:
            return _reply(await self._service.disconnect(body["user"], name))
        finally:
            self._forget(body["user"])

    async def authorize(self, request: web.Request, body: Body) -> web.StreamResponse:
        origin = origin_for(request.host, self._public)
        return _reply({"url": f"{origin}{self._connect.link(AuthorizeParams.read(body))}"})


def _checked(route: Route, keys: Keys) -> Handler:
    """Let only requests with a valid key and user through. Errors have status 200, as in the API."""

    async def handler(request: web.Request) -> web.StreamResponse:
        authorization = request.headers.get("Authorization", "")
        if problem := keys.problem(authorization):
            return _reply(refusal("auth", problem))
        try:
            body = read_body(await request.read())
            if problem := keys.problem(authorization, body["user"]):
                return _reply(refusal("auth", problem))
            return await route(request, body)
        except web.HTTPRequestEntityTooLarge:
            return _reply(refusal("params", TOO_LARGE))
        except ParamsError as error:
            _log.debug("%s: refused: %s (request id %s)", request.path, error, request_id_of(request))
            return _reply(refusal("params", str(error)))

    return handler


@web.middleware
async def _answer_errors(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn every exception into a reply in JSON."""
    try:
        return await handler(request)
    except web.HTTPException as error:
        return _reply(status_refusal(error), status=error.status)
    except web.RequestPayloadError:
        return _reply(BAD_ENCODING, status=400)
    except ConnectionError:
        return web.Response(status=400)  # the client has disconnected
    except ReaderError as error:
        return _reply(refusal(error.code, str(error)), status=error.status)
    except Exception as error:  # noqa: BLE001 (no traceback may be sent)
        note_fault(request, error)
        return _reply(FAULT, status=500)


def note_fault(request: web.Request, error: Exception) -> None:
    """Log where *error* was raised, without its message, which may contain text of messages.

    Where it was raised in a reader is in its notes.
    """
    place = Places("".join([*traceback.format_tb(error.__traceback__), *getattr(error, "__notes__", ())]))
    _log.error(
        "%s failed: %s (request id %s)\n%s", route_of(request), type(error).__name__, request_id_of(request), place
    )


def _reply(body: Json, status: int = 200) -> web.Response:
    return _json(msgspec.json.encode(body), status)


def _json(data: bytes, status: int = 200) -> web.Response:
    return web.Response(body=data, content_type="application/json", status=status, headers=_HEADERS)


def _event(event: Json) -> bytes:
    return b"data: " + msgspec.json.encode(event) + b"\n\n"


async def _stream(request: web.Request, events: AsyncGenerator[Json]) -> web.StreamResponse:
    """Send *events* as they come, and close the generator if the client disconnects.

    An error is the last object, since the status was sent before.
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
            except ReaderError as error:
                await response.write(_event(refusal(error.code, str(error))))
            except Exception as error:  # noqa: BLE001 (no traceback may be sent)
                note_fault(request, error)
                await response.write(_event(FAULT))
            await response.write_eof()
    except ConnectionError:
        _log.debug("%s: the client disconnected", request.path)
    return response
