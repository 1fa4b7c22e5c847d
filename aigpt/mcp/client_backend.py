"""The API by way of a client: any server of it, the public one or one's own."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TypeVar, cast

from aigpt._http.log import printable_code
from aigpt._igpt.replies import Reply, words_of_server
from aigpt.errors import APITimeoutError
from aigpt.mcp.backend import Json, SourceText, ToolError, objects_with_ids, source_text
from aigpt.mcp.server import build_server

if TYPE_CHECKING:
    from mcp.server.lowlevel.server import Server

    from aigpt._igpt.client import AsyncIGPT

__all__ = ["ClientBackend", "make_server"]

T = TypeVar("T")

_REMEDIES = {
    "auth": "the API key was refused; the user has to check IGPT_API_KEY",
    "params": "the API did not accept the arguments",
    "client_error": "the API did not accept the request; the user has to check IGPT_BASE_URL",
    "invalid_json_response": "the response is not one of this API; the user has to check IGPT_BASE_URL",
    "insufficient_quota": "the credit is used up; the user has to check the plan of the key's account",
    "model_error": "the server's language model failed or was too slow; try again",
    "request_aborted": "the call was ended",
}
_MAX_REMEMBERED = 1_000
_MAX_RESULTS = 100
_FIRST_ERROR_STATUS = 300


def make_server(client: AsyncIGPT) -> Server[Any]:
    """Return an MCP server of what *client* reaches, for the user of *client*.

    It does not close the client. ``streamable_http_app()`` makes an ASGI application of it; `serve_stdio` runs it over
    stdin and stdout.
    """
    backend = ClientBackend(client)
    return build_server(lambda _: backend)


class ClientBackend:
    """What *client* reaches.

    The API has no route that gives a message by its id. So the latest results of searches are kept; the sources of
    answers are searched for, first by the question, then by title and day.
    """

    def __init__(self, client: AsyncIGPT) -> None:
        self._client = client
        self._texts: OrderedDict[str, SourceText] = OrderedDict()
        self._searches: OrderedDict[str, list[Json]] = OrderedDict()  # that may find a source

    async def call(self, route: str, params: Mapping[str, Any]) -> Json:
        """Return the reply of *route*. Raises `ToolError` for one that failed."""
        reply: Any = await self._client.post(route, dict(params))
        if not isinstance(reply, Reply):  # JSON, but no object
            raise ToolError(f"invalid_json_response: {_REMEDIES['invalid_json_response']}")
        if reply.error:
            raise ToolError(_in_words(reply))
        for result in objects_with_ids(reply.get("results")):
            _keep(self._texts, result["id"], source_text(result))
        metadata: Any = reply.get("metadata")
        for source in objects_with_ids(cast("Json", metadata).get("sources") if isinstance(metadata, dict) else None):
            _keep(self._searches, source["id"], [{"query": params.get("input")}, _search_for(source)])
        return reply

    async def read(self, source: str) -> SourceText | None:
        """Return a source that a result or an answer has named; None if none of the latest has."""
        for search in self._searches.get(source, ()):
            if source not in self._texts:
                await self.call("recall/search", search)
        return self._texts.get(source)


def _keep(kept: OrderedDict[str, T], name: str, value: T) -> None:
    kept[name] = value
    kept.move_to_end(name)
    if len(kept) > _MAX_REMEMBERED:
        kept.popitem(last=False)


def _search_for(source: Json) -> Json:
    params: Json = {"query": str(source.get("title") or ""), "max_results": _MAX_RESULTS}
    try:
        day = datetime.fromtimestamp(source["timestamp"], UTC).date().isoformat()
    except (KeyError, TypeError, ValueError, OverflowError, OSError):
        return params
    return {**params, "date_from": day, "date_to": day}


def _in_words(reply: Reply) -> str:
    code = printable_code(reply.error or "").strip("'")
    if reply.error != "network_error":
        return f"{code}: {words_of_server(reply) or _REMEDIES.get(reply.error or '', 'the API gave no reason')}"
    if isinstance(reply.exception, APITimeoutError):
        return f"{code}: no answer in time; try again later"
    if reply.status is None:
        return f"{code}: the API cannot be reached; the user has to check IGPT_BASE_URL, or start the server there"
    if reply.status >= _FIRST_ERROR_STATUS:
        return f"{code}: the API answered with status {reply.status}; try again later"
    return f"{code}: the connection to the API broke; try again"
