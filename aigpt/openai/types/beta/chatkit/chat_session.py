# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.chatkit.chat_session_chatkit_configuration import ChatSessionChatKitConfiguration
    from aigpt.openai.types.beta.chatkit.chat_session_rate_limits import ChatSessionRateLimits
    from aigpt.openai.types.beta.chatkit.chat_session_status import ChatSessionStatus
    from aigpt.openai.types.beta.chatkit_workflow import ChatKitWorkflow

__all__ = ["ChatSession"]


class ChatSession(BaseModel):
    id: str
    chatkit_configuration: ChatSessionChatKitConfiguration
    client_secret: str
    expires_at: int
    max_requests_per_1_minute: int
    object: Literal["chatkit.session"]
    rate_limits: ChatSessionRateLimits
    status: ChatSessionStatus
    user: str
    workflow: ChatKitWorkflow


postpone(
    __name__,
    homes={
        "ChatKitWorkflow": "beta.chatkit_workflow",
        "ChatSessionChatKitConfiguration": "beta.chatkit.chat_session_chatkit_configuration",
        "ChatSessionRateLimits": "beta.chatkit.chat_session_rate_limits",
        "ChatSessionStatus": "beta.chatkit.chat_session_status",
    },
)
