# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

__all__ = ["McpToolCallError", "McpProtocolError", "McpToolExecutionError", "HTTPError"]


class McpProtocolError(BaseModel):
    code: int
    message: str
    type: Literal["mcp_protocol_error"]


class McpToolExecutionError(BaseModel):
    content: object
    type: Literal["mcp_tool_execution_error"]


class HTTPError(BaseModel):
    code: int
    message: str
    type: Literal["http_error"]


McpToolCallError: TypeAlias = """
Annotated[Union[McpProtocolError, McpToolExecutionError, HTTPError],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    aliases={
        "McpToolCallError": {
            "mcp_protocol_error": "McpProtocolError",
            "mcp_tool_execution_error": "McpToolExecutionError",
            "http_error": "HTTPError",
        }
    },
)
