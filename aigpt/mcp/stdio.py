"""MCP over stdin and stdout: the way in which chat programs start a server of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mcp.server.stdio import stdio_server

from aigpt.mcp.client_backend import make_server

if TYPE_CHECKING:
    from aigpt._igpt.client import AsyncIGPT

__all__ = ["serve_stdio"]


async def serve_stdio(client: AsyncIGPT) -> None:
    """Serve what *client* reaches until stdin ends. Nothing but the protocol goes to stdout meanwhile.

    Whatever else writes there, such as a library's ``print``, goes to stderr.
    """
    server = make_server(client)
    async with stdio_server() as (read, write):
        await server.run(read, write, server.create_initialization_options())
