# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.chatkit.chat_session_automatic_thread_titling import ChatSessionAutomaticThreadTitling
    from aigpt.openai.types.beta.chatkit.chat_session_file_upload import ChatSessionFileUpload
    from aigpt.openai.types.beta.chatkit.chat_session_history import ChatSessionHistory

__all__ = ["ChatSessionChatKitConfiguration"]


class ChatSessionChatKitConfiguration(BaseModel):
    automatic_thread_titling: ChatSessionAutomaticThreadTitling
    file_upload: ChatSessionFileUpload
    history: ChatSessionHistory


postpone(
    __name__,
    homes={
        "ChatSessionAutomaticThreadTitling": "beta.chatkit.chat_session_automatic_thread_titling",
        "ChatSessionFileUpload": "beta.chatkit.chat_session_file_upload",
        "ChatSessionHistory": "beta.chatkit.chat_session_history",
    },
)
