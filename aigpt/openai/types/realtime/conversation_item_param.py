# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.realtime.realtime_conversation_item_assistant_message_param import (
        RealtimeConversationItemAssistantMessageParam,
    )
    from aigpt.openai.types.realtime.realtime_conversation_item_function_call_output_param import (
        RealtimeConversationItemFunctionCallOutputParam,
    )
    from aigpt.openai.types.realtime.realtime_conversation_item_function_call_param import (
        RealtimeConversationItemFunctionCallParam,
    )
    from aigpt.openai.types.realtime.realtime_conversation_item_system_message_param import (
        RealtimeConversationItemSystemMessageParam,
    )
    from aigpt.openai.types.realtime.realtime_conversation_item_user_message_param import (
        RealtimeConversationItemUserMessageParam,
    )
    from aigpt.openai.types.realtime.realtime_mcp_approval_request_param import RealtimeMcpApprovalRequestParam
    from aigpt.openai.types.realtime.realtime_mcp_approval_response_param import RealtimeMcpApprovalResponseParam
    from aigpt.openai.types.realtime.realtime_mcp_list_tools_param import RealtimeMcpListToolsParam
    from aigpt.openai.types.realtime.realtime_mcp_tool_call_param import RealtimeMcpToolCallParam

__all__ = ["ConversationItemParam"]

ConversationItemParam: TypeAlias = """
Union[RealtimeConversationItemSystemMessageParam, RealtimeConversationItemUserMessageParam,
RealtimeConversationItemAssistantMessageParam, RealtimeConversationItemFunctionCallParam,
RealtimeConversationItemFunctionCallOutputParam, RealtimeMcpApprovalResponseParam,
RealtimeMcpListToolsParam, RealtimeMcpToolCallParam, RealtimeMcpApprovalRequestParam]
"""
postpone(
    __name__,
    homes={
        "RealtimeConversationItemAssistantMessageParam": "realtime.realtime_conversation_item_assistant_message_param",
        "RealtimeConversationItemFunctionCallOutputParam": "realtime.realtime_conversation_item_function_call_output_param",
        "RealtimeConversationItemFunctionCallParam": "realtime.realtime_conversation_item_function_call_param",
        "RealtimeConversationItemSystemMessageParam": "realtime.realtime_conversation_item_system_message_param",
        "RealtimeConversationItemUserMessageParam": "realtime.realtime_conversation_item_user_message_param",
        "RealtimeMcpApprovalRequestParam": "realtime.realtime_mcp_approval_request_param",
        "RealtimeMcpApprovalResponseParam": "realtime.realtime_mcp_approval_response_param",
        "RealtimeMcpListToolsParam": "realtime.realtime_mcp_list_tools_param",
        "RealtimeMcpToolCallParam": "realtime.realtime_mcp_tool_call_param",
    },
    aliases={"ConversationItemParam": {}},
)
