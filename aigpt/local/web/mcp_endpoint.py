"""The route ``/mcp``: the Model Context Protocol over streamable HTTP (extra `mcp`)."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Mapping
from typing import TYPE_CHECKING, Any

from aiohttp import hdrs, web
from yarl import URL

from aigpt._install import install_command
from aigpt.local.connect.handlers import Connect
from aigpt.local.web.api_keys import Keys
from aigpt.local.web.asgi import ASGIApp, answer_by_asgi
from aigpt.local.web.mcp_backend import ServiceBackend
from aigpt.local.web.mcp_calls import Calls
from aigpt.local.web.public_url import origin_for
from aigpt.local.web.refusals import refusal
from aigpt.local.web.service import Service
from aigpt.mcp.backend import Backend, Json

if TYPE_CHECKING:
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

    from aigpt.mcp.server import Context

__all__ = ["add_mcp"]

_log = logging.getLogger("aigpt.local")

_END_SECONDS = 5.0  # then it is cancelled
_BACKEND = "aigpt.backend"  # in the scope of a request
_HEADERS = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}


def add_mcp(
    app: web.Application, service: Service, connect: Connect, keys: Keys | None, user: str, public: URL | None
) -> None:
    """Add the route to *app*. Clients need one of *keys*, or none if that is None.

    The data are those of the user to whom the key is bound, or else of *user*. *public* is the origin of the proxy
    before the server.
    """
    endpoint = _Endpoint(service, connect, keys, user, public)
    for path in ("/mcp", "/mcp/"):
        # Only POST: no session keeps anything, so there is no stream for a GET and nothing to DELETE.
        app.router.add_post(path, endpoint.answer)
    app.cleanup_ctx.append(endpoint.running)


class _Endpoint:
    """Each request stands for itself: it carries its key, and its work ends with its connection."""

    def __init__(self, service: Service, connect: Connect, keys: Keys | None, user: str, public: URL | None) -> None:
        self._service = service
        self._connect = connect
        self._keys = keys
        self._user = user
        self._public = public
        self._ready: asyncio.Future[ASGIApp | None] | None = None
        self._task: asyncio.Task[None] | None = None
        self._end = asyncio.Event()
        self._turn = asyncio.Lock()
        self._calls = Calls()

    async def answer(self, request: web.Request) -> web.StreamResponse:
        authorization = request.headers.get(hdrs.AUTHORIZATION, "")
        problem = "" if self._keys is None else self._keys.problem(authorization)
        if problem:
            return _refused(401, refusal("auth", problem), {hdrs.WWW_AUTHENTICATE: "Bearer"})
        app = await self._started()
        if app is None:
            return _refused(501, refusal("not_implemented", f"this needs mcp on the server: {install_command('mcp')}"))
        async with self._turn:  # a hundred requests at once would hold the event loop if all were read in one go
            await asyncio.sleep(0)
        bound = None if self._keys is None else self._keys.user_of(authorization)
        user = bound or self._user
        backend = ServiceBackend(self._service, self._connect, user, origin_for(request.host, self._public))
        name, headers = await self._calls.begin(request, user)
        return await self._calls.run(name, answer_by_asgi(request, app, {**_HEADERS, **headers}, {_BACKEND: backend}))

    async def running(self, _: web.Application) -> AsyncGenerator[None]:
        """End with the application what the first request has started."""
        yield
        self._end.set()
        if self._task is None:
            return
        await asyncio.wait([self._task], timeout=_END_SECONDS)
        if not self._task.done():
            self._task.cancel()
            await asyncio.wait([self._task], timeout=_END_SECONDS)
        elif not self._task.cancelled() and (error := self._task.exception()) is not None:
            _log.error("the end of /mcp failed: %s", type(error).__name__)

    async def _started(self) -> ASGIApp | None:
        """Start it if this is the first request: few servers are asked for it, and it takes a second to import."""
        if self._ready is None:
            self._ready = asyncio.get_running_loop().create_future()
            self._task = asyncio.create_task(self._run(self._ready))
        return await asyncio.shield(self._ready)

    async def _run(self, ready: asyncio.Future[ASGIApp | None]) -> None:
        try:
            manager = await asyncio.to_thread(_make_manager)
            # In a task of its own, since it has to be left by the task that entered it.
            async with manager.run():
                ready.set_result(manager.handle_request)
                await self._end.wait()
        except ImportError as error:
            if ready.done():
                raise
            _log.debug("/mcp is not there: %s", error)
            ready.set_result(None)
        except Exception as error:
            if ready.done():
                raise
            ready.set_exception(error)  # for each request: its fault is logged
            ready.exception()  # it may be that nobody waits any more


def _make_manager() -> StreamableHTTPSessionManager:
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager  # noqa: PLC0415 (an extra)

    from aigpt.mcp.server import build_server  # noqa: PLC0415 (needs that extra)

    # Without sessions, a request that is left ends its work. The guard has checked where it comes from.
    return StreamableHTTPSessionManager(build_server(_backend_of), json_response=True, stateless=True)


def _backend_of(context: Context) -> Backend:
    request: Any = context.request
    backend: Backend = request.scope[_BACKEND]
    return backend


def _refused(status: int, why: Json, headers: Mapping[str, str] | None = None) -> web.Response:
    return web.json_response(why, status=status, headers={**_HEADERS, **(headers or {})})
