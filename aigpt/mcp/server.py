"""The protocol's handlers: tools and resources of one user, or of as many as the transport tells apart."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Awaitable, Callable
from typing import Any, TypeAlias, TypeVar

import msgspec
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel.server import Server
from mcp.shared.exceptions import MCPError
from mcp.types import (
    INTERNAL_ERROR,
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListResourcesResult,
    ListResourceTemplatesResult,
    ListToolsResult,
    PaginatedRequestParams,
    ReadResourceRequestParams,
    ReadResourceResult,
    Resource,
    ResourceTemplate,
    TextResourceContents,
)

from aigpt._version import __version__
from aigpt.mcp.backend import Backend, SourceText, ToolError
from aigpt.mcp.outside import Fence
from aigpt.mcp.resources import SOURCE_TEMPLATE, read_uri
from aigpt.mcp.results import Datasources
from aigpt.mcp.tools import INSTRUCTIONS, TOOLS, call_tool, failed_result, is_tool

__all__ = ["Context", "build_server"]

T = TypeVar("T")

_log = logging.getLogger("aigpt.mcp")

Context: TypeAlias = ServerRequestContext[Any, Any]

_TEMPLATE = ResourceTemplate(
    name="source",
    title="A message or a part of notes",
    uri_template=SOURCE_TEMPLATE,
    description="The whole text of what a result or an answer names as its uri, marked as data from outside.",
    mime_type="text/plain",
)


def build_server(backend_of: Callable[[Context], Backend]) -> Server[Any]:
    """Return the server; *backend_of* gives the API of the user whose request it is."""
    handlers = _Handlers(backend_of)
    return Server(
        "aigpt",
        version=__version__,
        title="Mail and notes",
        instructions=INSTRUCTIONS,
        on_list_tools=handlers.list_tools,
        on_call_tool=handlers.call_tool,
        on_list_resources=handlers.list_resources,
        on_list_resource_templates=handlers.list_resource_templates,
        on_read_resource=handlers.read_resource,
    )


class _Handlers:
    def __init__(self, backend_of: Callable[[Context], Backend]) -> None:
        self._backend_of = backend_of

    async def list_tools(self, _: Context, __: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=TOOLS)

    async def call_tool(self, context: Context, params: CallToolRequestParams) -> CallToolResult:
        if not is_tool(params.name):
            raise MCPError(INVALID_PARAMS, "there is no such tool; tools/list has them")
        try:
            return await call_tool(params.name, params.arguments, self._backend_of(context))
        except ToolError as error:
            return failed_result(str(error))
        except Exception as error:  # noqa: BLE001 (a bug ends its call, and tells nothing that was sent)
            _note_fault(f"the tool {params.name}", error)
            return failed_result("the server failed; its log (aigpt.mcp) says where")

    async def list_resources(self, context: Context, _: PaginatedRequestParams | None) -> ListResourcesResult:
        found = await self._datasources(context)
        return ListResourcesResult(
            resources=[
                Resource(
                    uri=source.uri,
                    name=source.id,
                    title=source.title or None,
                    description=source.subtitle or None,
                    mime_type="application/json",
                )
                for source in found.datasources
            ]
        )

    async def list_resource_templates(
        self, _: Context, __: PaginatedRequestParams | None
    ) -> ListResourceTemplatesResult:
        return ListResourceTemplatesResult(resource_templates=[_TEMPLATE])

    async def read_resource(self, context: Context, params: ReadResourceRequestParams) -> ReadResourceResult:
        kind, name = read_uri(params.uri) or ("", "")
        if kind == "datasource":
            for source in (await self._datasources(context)).datasources:
                if source.id == name:
                    return _contents(params.uri, "application/json", msgspec.json.encode(source).decode())
        elif kind == "source":
            text = await self._read(context, name)
            if text is not None:
                return _contents(params.uri, "text/plain", _shown(text))
        # The code that the specification has for it since 2026-07-28; earlier ones had one of their own.
        raise MCPError(INVALID_PARAMS, "Resource not found", {"uri": params.uri})

    async def _datasources(self, context: Context) -> Datasources:
        return await _expected("the datasources", _datasources(self._backend_of(context)))

    async def _read(self, context: Context, name: str) -> SourceText | None:
        return await _expected("a source", self._backend_of(context).read(name))


async def _datasources(backend: Backend) -> Datasources:
    return Datasources.read(await backend.call("datasources/list", {}))


async def _expected(what: str, work: Awaitable[T]) -> T:
    """Return the result of *work*, or raise its failure as the protocol has it."""
    try:
        return await work
    except ToolError as error:
        raise MCPError(INTERNAL_ERROR, str(error)) from error
    except Exception as error:  # noqa: BLE001 (as in call_tool)
        _note_fault(what, error)
        raise MCPError(INTERNAL_ERROR, "the server failed; its log (aigpt.mcp) says where") from None


def _shown(source: SourceText) -> str:
    """Return a source as text, all of it marked as from outside."""
    fields = {"From": source.sender, "Date": source.timestamp or "", "Subject": source.subject}
    head = "\n".join(f"{name}: {value}" for name, value in fields.items() if value)
    whole = f"{head}\n\n{source.text}" if head else source.text
    fence = Fence(whole)
    return f"{fence.notice}\n\n{fence(whole)}\n"


def _contents(uri: str, kind: str, text: str) -> ReadResourceResult:
    return ReadResourceResult(contents=[TextResourceContents(uri=uri, mime_type=kind, text=text)])


def _note_fault(what: str, error: Exception) -> None:
    """Log where *error* was raised, without its message, which may contain text of messages."""
    place = "".join(traceback.format_tb(error.__traceback__))
    _log.error("%s failed: %s\n%s", what, type(error).__name__, place)
