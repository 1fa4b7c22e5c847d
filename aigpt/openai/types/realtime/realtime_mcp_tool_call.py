# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_mcp_protocol_error import RealtimeMcpProtocolError
    from aigpt.openai.types.realtime.realtime_mcp_tool_execution_error import RealtimeMcpToolExecutionError
    from aigpt.openai.types.realtime.realtime_mcphttp_error import RealtimeMcphttpError

__all__ = ["RealtimeMcpToolCall", "Error"]

Error: TypeAlias = """
Annotated[Union[RealtimeMcpProtocolError, RealtimeMcpToolExecutionError, RealtimeMcphttpError,
None], PropertyInfo(discriminator='type')]
"""


class RealtimeMcpToolCall(BaseModel):
    id: str
    arguments: str
    name: str
    server_label: str
    type: Literal["mcp_call"]
    approval_request_id: Optional[str] = None
    error: Optional[Error] = None
    output: Optional[str] = None


postpone(
    __name__,
    homes={
        "RealtimeMcpProtocolError": "realtime.realtime_mcp_protocol_error",
        "RealtimeMcpToolExecutionError": "realtime.realtime_mcp_tool_execution_error",
        "RealtimeMcphttpError": "realtime.realtime_mcphttp_error",
    },
    aliases={"Error": {}},
)
