"""The API for MCP's tools and resources, in the process of the server."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aigpt.local.connect.authorize_params import AuthorizeParams
from aigpt.local.connect.handlers import Connect
from aigpt.local.params import Body, ParamsError
from aigpt.local.readers.errors import ReaderError
from aigpt.local.search.search_params import SearchParams
from aigpt.local.web.service import Service
from aigpt.mcp.backend import Json, SourceText, ToolError, source_text

__all__ = ["ServiceBackend"]


@dataclass(frozen=True, slots=True)
class ServiceBackend:
    """The routes, for one user."""

    service: Service
    connect: Connect
    user: str
    origin: str
    """The beginning of links that this user's browser can open, such as ``http://127.0.0.1:8787``."""

    async def call(self, route: str, params: Mapping[str, Any]) -> Json:
        """Return the reply of *route*. Raises `ToolError` for one that failed."""
        routes: dict[str, Callable[[Body], Awaitable[Json]]] = {
            "recall/search": lambda body: self.service.search(SearchParams.read(body)),
            "recall/ask": self._ask,
            "recall/run": self._run,
            "datasources/list": lambda _: self.service.datasources(self.user),
            "connectors/authorize": self._authorize,
        }
        try:
            reply = await routes[route]({**params, "user": self.user})
        except ParamsError as error:
            raise ToolError(f"params: {error}") from error
        except ReaderError as error:
            raise ToolError(str(error)) from error
        if "error" in reply:
            raise ToolError(f"{reply['error']}: {reply['message']}")
        return reply

    async def read(self, source: str) -> SourceText | None:
        """Return the source with that id; None if this user has none such. Raises `ToolError` if it cannot be read."""
        try:
            found = await self.service.source(self.user, source)
        except ReaderError as error:
            raise ToolError(str(error)) from error
        return None if found is None else source_text(found)

    async def _ask(self, body: Body) -> Json:
        return await self.service.ask(await self.service.read_params(body))

    async def _run(self, body: Body) -> Json:
        return await self.service.run(await self.service.read_params(body))

    async def _authorize(self, body: Body) -> Json:
        return {"url": f"{self.origin}{self.connect.link(AuthorizeParams.read(body))}"}
