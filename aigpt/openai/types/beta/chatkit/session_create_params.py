# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Required

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.chatkit.chat_session_chatkit_configuration_param import (
        ChatSessionChatKitConfigurationParam,
    )
    from aigpt.openai.types.beta.chatkit.chat_session_expires_after_param import ChatSessionExpiresAfterParam
    from aigpt.openai.types.beta.chatkit.chat_session_rate_limits_param import ChatSessionRateLimitsParam
    from aigpt.openai.types.beta.chatkit.chat_session_workflow_param import ChatSessionWorkflowParam

__all__ = ["SessionCreateParams"]


class SessionCreateParams(TypedDict, total=False):
    user: Required[str]
    workflow: Required[ChatSessionWorkflowParam]
    chatkit_configuration: ChatSessionChatKitConfigurationParam
    expires_after: ChatSessionExpiresAfterParam
    rate_limits: ChatSessionRateLimitsParam


postpone(
    __name__,
    homes={
        "ChatSessionChatKitConfigurationParam": "beta.chatkit.chat_session_chatkit_configuration_param",
        "ChatSessionExpiresAfterParam": "beta.chatkit.chat_session_expires_after_param",
        "ChatSessionRateLimitsParam": "beta.chatkit.chat_session_rate_limits_param",
        "ChatSessionWorkflowParam": "beta.chatkit.chat_session_workflow_param",
    },
)
