"""Calls of MCP that are under way, and their cancellation by a client that stays.

Since 2026-07-28 a client cancels a call by going away. Before that, it sends ``notifications/cancelled`` with the id of
the call, in a request of its own. Such clients get a session's id with their handshake, which tells their calls from
those of others, and nothing else: a session keeps nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any
from uuid import uuid4

import msgspec
from aiohttp import web

__all__ = ["Calls"]

_SESSION = "Mcp-Session-Id"

_Id = int | str


class _Params(msgspec.Struct, rename="camel"):
    request_id: _Id | None = None


class _Message(msgspec.Struct):
    """What tells a handshake, a call and a cancellation from one another."""

    method: str = ""
    id: _Id | None = None
    params: msgspec.Raw = msgspec.Raw(b"{}")


class Calls:
    """The calls under way."""

    def __init__(self) -> None:
        self._tasks: dict[tuple[str, str, _Id], asyncio.Task[web.StreamResponse]] = {}

    async def begin(self, request: web.Request, user: str) -> tuple[tuple[str, str, _Id] | None, dict[str, str]]:
        """Return what to call the request by, None if it cannot be cancelled, and the headers of its response.

        If it cancels another one, that has ended.
        """
        try:
            message = msgspec.json.decode(await request.read(), type=_Message)
        except (msgspec.MsgspecError, RecursionError, ValueError):
            return None, {}  # it is refused later
        session = request.headers.get(_SESSION, "")
        if message.method == "initialize":
            return None, {_SESSION: uuid4().hex}
        if session and message.method == "notifications/cancelled":
            self._cancel(user, session, message.params)
        return (user, session, message.id) if session and message.id is not None else None, {}

    async def run(
        self, name: tuple[str, str, _Id] | None, work: Coroutine[Any, Any, web.StreamResponse]
    ) -> web.StreamResponse:
        """Return the response that *work* gives, or an empty one if the call of that *name* is cancelled."""
        if name is None:
            return await work
        task = self._tasks[name] = asyncio.create_task(work)
        try:
            return await task
        except asyncio.CancelledError:
            current = asyncio.current_task()
            if self._tasks.get(name) is task or (current is not None and current.cancelling()):
                raise  # the client has gone away
            return web.Response(status=202)
        finally:
            if self._tasks.get(name) is task:
                del self._tasks[name]

    def _cancel(self, user: str, session: str, params: msgspec.Raw) -> None:
        try:
            wanted = msgspec.json.decode(params, type=_Params).request_id
        except msgspec.MsgspecError:
            return
        task = None if wanted is None else self._tasks.pop((user, session, wanted), None)
        if task is not None:
            task.cancel()
