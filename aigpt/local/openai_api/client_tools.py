"""Tools of clients, which the models of this server never call."""

from __future__ import annotations

from dataclasses import replace

from aiohttp import web

from aigpt.local.openai_api.calls import Call, Route
from aigpt.local.openai_api.errors import unsupported
from aigpt.local.openai_api.fields import Json, read_objects

__all__ = ["ignoring_tools"]

_OWN = "file_search"
_IF_IT_LIKES = (None, "auto", "none")


def ignoring_tools(route: Route) -> Route:
    """Return *route* for requests that offer tools of the client's: it answers without, as a model may.

    A request that demands a call (``tool_choice``) is refused as ever.
    """

    async def answer(call: Call) -> web.StreamResponse:
        return await route(replace(call, body=_without_tools(call.body)))

    return answer


def _without_tools(body: Json) -> Json:
    tools = read_objects(body.get("tools"), "tools")
    own = [tool for tool in tools if tool.get("type") == _OWN]
    if len(own) < len(tools) and body.get("tool_choice") not in _IF_IT_LIKES:
        raise unsupported(
            "tool_choice", "tool_choice demands a call, and the models of this server call no tools of yours"
        )
    return {**body, "tools": own}
