# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_conversation_item_assistant_message import (
        RealtimeConversationItemAssistantMessage,
    )
    from aigpt.openai.types.realtime.realtime_conversation_item_function_call import (
        RealtimeConversationItemFunctionCall,
    )
    from aigpt.openai.types.realtime.realtime_conversation_item_function_call_output import (
        RealtimeConversationItemFunctionCallOutput,
    )
    from aigpt.openai.types.realtime.realtime_conversation_item_system_message import (
        RealtimeConversationItemSystemMessage,
    )
    from aigpt.openai.types.realtime.realtime_conversation_item_user_message import RealtimeConversationItemUserMessage
    from aigpt.openai.types.realtime.realtime_mcp_approval_request import RealtimeMcpApprovalRequest
    from aigpt.openai.types.realtime.realtime_mcp_approval_response import RealtimeMcpApprovalResponse
    from aigpt.openai.types.realtime.realtime_mcp_list_tools import RealtimeMcpListTools
    from aigpt.openai.types.realtime.realtime_mcp_tool_call import RealtimeMcpToolCall

__all__ = ["ConversationItem"]

ConversationItem: TypeAlias = """
Annotated[Union[RealtimeConversationItemSystemMessage, RealtimeConversationItemUserMessage,
RealtimeConversationItemAssistantMessage, RealtimeConversationItemFunctionCall,
RealtimeConversationItemFunctionCallOutput, RealtimeMcpApprovalResponse, RealtimeMcpListTools,
RealtimeMcpToolCall, RealtimeMcpApprovalRequest], PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "RealtimeConversationItemAssistantMessage": "realtime.realtime_conversation_item_assistant_message",
        "RealtimeConversationItemFunctionCall": "realtime.realtime_conversation_item_function_call",
        "RealtimeConversationItemFunctionCallOutput": "realtime.realtime_conversation_item_function_call_output",
        "RealtimeConversationItemSystemMessage": "realtime.realtime_conversation_item_system_message",
        "RealtimeConversationItemUserMessage": "realtime.realtime_conversation_item_user_message",
        "RealtimeMcpApprovalRequest": "realtime.realtime_mcp_approval_request",
        "RealtimeMcpApprovalResponse": "realtime.realtime_mcp_approval_response",
        "RealtimeMcpListTools": "realtime.realtime_mcp_list_tools",
        "RealtimeMcpToolCall": "realtime.realtime_mcp_tool_call",
    },
    aliases={"ConversationItem": {}},
)
