"""MCP: a user's connected mail and messages as tools and resources of the Model Context Protocol (extra `mcp`).

`aigpt mcp` serves it over stdio; the embedded server has it at ``/mcp``. `serve_stdio` is the former for a client of
your own; `make_server` gives the server itself, to be mounted elsewhere (it has ``streamable_http_app``).

Behind it: `server` (the protocol's handlers), `tools` (what each tool is and does), `arguments` and `results` (what
goes in and comes out, with the schemas), `resources` (their addresses), `outside` (text that others wrote, marked as
that), `backend` (what the tools need of the API) and `client_backend` (the same on `AsyncIGPT`); `stdio`.
"""

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.mcp.client_backend import make_server
    from aigpt.mcp.stdio import serve_stdio

__all__ = ["make_server", "serve_stdio"]

if not TYPE_CHECKING:  # type checkers know the names above, and no others
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "make_server": "aigpt.mcp.client_backend",
            "serve_stdio": "aigpt.mcp.stdio",
        },
    )
