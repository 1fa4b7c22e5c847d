# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.beta.chatkit import chat_session as chat_session
    from aigpt.openai.types.beta.chatkit import (
        chat_session_automatic_thread_titling as chat_session_automatic_thread_titling,
    )
    from aigpt.openai.types.beta.chatkit import chat_session_chatkit_configuration as chat_session_chatkit_configuration
    from aigpt.openai.types.beta.chatkit import (
        chat_session_chatkit_configuration_param as chat_session_chatkit_configuration_param,
    )
    from aigpt.openai.types.beta.chatkit import chat_session_expires_after_param as chat_session_expires_after_param
    from aigpt.openai.types.beta.chatkit import chat_session_file_upload as chat_session_file_upload
    from aigpt.openai.types.beta.chatkit import chat_session_history as chat_session_history
    from aigpt.openai.types.beta.chatkit import chat_session_rate_limits as chat_session_rate_limits
    from aigpt.openai.types.beta.chatkit import chat_session_rate_limits_param as chat_session_rate_limits_param
    from aigpt.openai.types.beta.chatkit import chat_session_status as chat_session_status
    from aigpt.openai.types.beta.chatkit import chat_session_workflow_param as chat_session_workflow_param
    from aigpt.openai.types.beta.chatkit import chatkit_attachment as chatkit_attachment
    from aigpt.openai.types.beta.chatkit import chatkit_response_output_text as chatkit_response_output_text
    from aigpt.openai.types.beta.chatkit import chatkit_thread as chatkit_thread
    from aigpt.openai.types.beta.chatkit import (
        chatkit_thread_assistant_message_item as chatkit_thread_assistant_message_item,
    )
    from aigpt.openai.types.beta.chatkit import chatkit_thread_item_list as chatkit_thread_item_list
    from aigpt.openai.types.beta.chatkit import chatkit_thread_user_message_item as chatkit_thread_user_message_item
    from aigpt.openai.types.beta.chatkit import chatkit_widget_item as chatkit_widget_item
    from aigpt.openai.types.beta.chatkit import session_create_params as session_create_params
    from aigpt.openai.types.beta.chatkit import thread_delete_response as thread_delete_response
    from aigpt.openai.types.beta.chatkit import thread_list_items_params as thread_list_items_params
    from aigpt.openai.types.beta.chatkit import thread_list_params as thread_list_params
    from aigpt.openai.types.beta.chatkit.chat_session import ChatSession
    from aigpt.openai.types.beta.chatkit.chat_session_automatic_thread_titling import ChatSessionAutomaticThreadTitling
    from aigpt.openai.types.beta.chatkit.chat_session_chatkit_configuration import ChatSessionChatKitConfiguration
    from aigpt.openai.types.beta.chatkit.chat_session_chatkit_configuration_param import (
        ChatSessionChatKitConfigurationParam,
    )
    from aigpt.openai.types.beta.chatkit.chat_session_expires_after_param import ChatSessionExpiresAfterParam
    from aigpt.openai.types.beta.chatkit.chat_session_file_upload import ChatSessionFileUpload
    from aigpt.openai.types.beta.chatkit.chat_session_history import ChatSessionHistory
    from aigpt.openai.types.beta.chatkit.chat_session_rate_limits import ChatSessionRateLimits
    from aigpt.openai.types.beta.chatkit.chat_session_rate_limits_param import ChatSessionRateLimitsParam
    from aigpt.openai.types.beta.chatkit.chat_session_status import ChatSessionStatus
    from aigpt.openai.types.beta.chatkit.chat_session_workflow_param import ChatSessionWorkflowParam
    from aigpt.openai.types.beta.chatkit.chatkit_attachment import ChatKitAttachment
    from aigpt.openai.types.beta.chatkit.chatkit_response_output_text import ChatKitResponseOutputText
    from aigpt.openai.types.beta.chatkit.chatkit_thread import ChatKitThread
    from aigpt.openai.types.beta.chatkit.chatkit_thread_assistant_message_item import ChatKitThreadAssistantMessageItem
    from aigpt.openai.types.beta.chatkit.chatkit_thread_item_list import ChatKitThreadItemList
    from aigpt.openai.types.beta.chatkit.chatkit_thread_user_message_item import ChatKitThreadUserMessageItem
    from aigpt.openai.types.beta.chatkit.chatkit_widget_item import ChatKitWidgetItem
    from aigpt.openai.types.beta.chatkit.session_create_params import SessionCreateParams
    from aigpt.openai.types.beta.chatkit.thread_delete_response import ThreadDeleteResponse
    from aigpt.openai.types.beta.chatkit.thread_list_items_params import ThreadListItemsParams
    from aigpt.openai.types.beta.chatkit.thread_list_params import ThreadListParams

__all__ = [
    "ChatKitAttachment",
    "ChatKitResponseOutputText",
    "ChatKitThread",
    "ChatKitThreadAssistantMessageItem",
    "ChatKitThreadItemList",
    "ChatKitThreadUserMessageItem",
    "ChatKitWidgetItem",
    "ChatSession",
    "ChatSessionAutomaticThreadTitling",
    "ChatSessionChatKitConfiguration",
    "ChatSessionChatKitConfigurationParam",
    "ChatSessionExpiresAfterParam",
    "ChatSessionFileUpload",
    "ChatSessionHistory",
    "ChatSessionRateLimits",
    "ChatSessionRateLimitsParam",
    "ChatSessionStatus",
    "ChatSessionWorkflowParam",
    "SessionCreateParams",
    "ThreadDeleteResponse",
    "ThreadListItemsParams",
    "ThreadListParams",
]

_HOMES = {
    "ChatKitAttachment": "aigpt.openai.types.beta.chatkit.chatkit_attachment",
    "ChatKitResponseOutputText": "aigpt.openai.types.beta.chatkit.chatkit_response_output_text",
    "ChatKitThread": "aigpt.openai.types.beta.chatkit.chatkit_thread",
    "ChatKitThreadAssistantMessageItem": "aigpt.openai.types.beta.chatkit.chatkit_thread_assistant_message_item",
    "ChatKitThreadItemList": "aigpt.openai.types.beta.chatkit.chatkit_thread_item_list",
    "ChatKitThreadUserMessageItem": "aigpt.openai.types.beta.chatkit.chatkit_thread_user_message_item",
    "ChatKitWidgetItem": "aigpt.openai.types.beta.chatkit.chatkit_widget_item",
    "ChatSession": "aigpt.openai.types.beta.chatkit.chat_session",
    "ChatSessionAutomaticThreadTitling": "aigpt.openai.types.beta.chatkit.chat_session_automatic_thread_titling",
    "ChatSessionChatKitConfiguration": "aigpt.openai.types.beta.chatkit.chat_session_chatkit_configuration",
    "ChatSessionChatKitConfigurationParam": "aigpt.openai.types.beta.chatkit.chat_session_chatkit_configuration_param",
    "ChatSessionExpiresAfterParam": "aigpt.openai.types.beta.chatkit.chat_session_expires_after_param",
    "ChatSessionFileUpload": "aigpt.openai.types.beta.chatkit.chat_session_file_upload",
    "ChatSessionHistory": "aigpt.openai.types.beta.chatkit.chat_session_history",
    "ChatSessionRateLimits": "aigpt.openai.types.beta.chatkit.chat_session_rate_limits",
    "ChatSessionRateLimitsParam": "aigpt.openai.types.beta.chatkit.chat_session_rate_limits_param",
    "ChatSessionStatus": "aigpt.openai.types.beta.chatkit.chat_session_status",
    "ChatSessionWorkflowParam": "aigpt.openai.types.beta.chatkit.chat_session_workflow_param",
    "SessionCreateParams": "aigpt.openai.types.beta.chatkit.session_create_params",
    "ThreadDeleteResponse": "aigpt.openai.types.beta.chatkit.thread_delete_response",
    "ThreadListItemsParams": "aigpt.openai.types.beta.chatkit.thread_list_items_params",
    "ThreadListParams": "aigpt.openai.types.beta.chatkit.thread_list_params",
}
_SUBMODULES: tuple[str, ...] = (
    "chat_session",
    "chat_session_automatic_thread_titling",
    "chat_session_chatkit_configuration",
    "chat_session_chatkit_configuration_param",
    "chat_session_expires_after_param",
    "chat_session_file_upload",
    "chat_session_history",
    "chat_session_rate_limits",
    "chat_session_rate_limits_param",
    "chat_session_status",
    "chat_session_workflow_param",
    "chatkit_attachment",
    "chatkit_response_output_text",
    "chatkit_thread",
    "chatkit_thread_assistant_message_item",
    "chatkit_thread_item_list",
    "chatkit_thread_user_message_item",
    "chatkit_widget_item",
    "session_create_params",
    "thread_delete_response",
    "thread_list_items_params",
    "thread_list_params",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
