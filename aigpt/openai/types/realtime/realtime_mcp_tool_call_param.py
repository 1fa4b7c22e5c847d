# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_mcp_protocol_error_param import RealtimeMcpProtocolErrorParam
    from aigpt.openai.types.realtime.realtime_mcp_tool_execution_error_param import RealtimeMcpToolExecutionErrorParam
    from aigpt.openai.types.realtime.realtime_mcphttp_error_param import RealtimeMcphttpErrorParam

__all__ = ["RealtimeMcpToolCallParam", "Error"]

Error: TypeAlias = "Union[RealtimeMcpProtocolErrorParam, RealtimeMcpToolExecutionErrorParam, RealtimeMcphttpErrorParam]"


class RealtimeMcpToolCallParam(TypedDict, total=False):
    id: Required[str]
    arguments: Required[str]
    name: Required[str]
    server_label: Required[str]
    type: Required[Literal["mcp_call"]]
    approval_request_id: Optional[str]
    error: Optional[Error]
    output: Optional[str]


postpone(
    __name__,
    homes={
        "RealtimeMcpProtocolErrorParam": "realtime.realtime_mcp_protocol_error_param",
        "RealtimeMcpToolExecutionErrorParam": "realtime.realtime_mcp_tool_execution_error_param",
        "RealtimeMcphttpErrorParam": "realtime.realtime_mcphttp_error_param",
    },
    aliases={"Error": {}},
)
