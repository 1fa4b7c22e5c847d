# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.chat.completions import completions as completions
    from aigpt.openai.resources.chat.completions import messages as messages
    from aigpt.openai.resources.chat.completions.completions import (
        AsyncCompletions,
        AsyncCompletionsWithRawResponse,
        AsyncCompletionsWithStreamingResponse,
        Completions,
        CompletionsWithRawResponse,
        CompletionsWithStreamingResponse,
    )
    from aigpt.openai.resources.chat.completions.messages import (
        AsyncMessages,
        AsyncMessagesWithRawResponse,
        AsyncMessagesWithStreamingResponse,
        Messages,
        MessagesWithRawResponse,
        MessagesWithStreamingResponse,
    )

__all__ = [
    "AsyncCompletions",
    "AsyncCompletionsWithRawResponse",
    "AsyncCompletionsWithStreamingResponse",
    "AsyncMessages",
    "AsyncMessagesWithRawResponse",
    "AsyncMessagesWithStreamingResponse",
    "Completions",
    "CompletionsWithRawResponse",
    "CompletionsWithStreamingResponse",
    "Messages",
    "MessagesWithRawResponse",
    "MessagesWithStreamingResponse",
]

_HOMES = {
    "AsyncCompletions": "aigpt.openai.resources.chat.completions.completions",
    "AsyncCompletionsWithRawResponse": "aigpt.openai.resources.chat.completions.completions",
    "AsyncCompletionsWithStreamingResponse": "aigpt.openai.resources.chat.completions.completions",
    "AsyncMessages": "aigpt.openai.resources.chat.completions.messages",
    "AsyncMessagesWithRawResponse": "aigpt.openai.resources.chat.completions.messages",
    "AsyncMessagesWithStreamingResponse": "aigpt.openai.resources.chat.completions.messages",
    "Completions": "aigpt.openai.resources.chat.completions.completions",
    "CompletionsWithRawResponse": "aigpt.openai.resources.chat.completions.completions",
    "CompletionsWithStreamingResponse": "aigpt.openai.resources.chat.completions.completions",
    "Messages": "aigpt.openai.resources.chat.completions.messages",
    "MessagesWithRawResponse": "aigpt.openai.resources.chat.completions.messages",
    "MessagesWithStreamingResponse": "aigpt.openai.resources.chat.completions.messages",
}
_SUBMODULES: tuple[str, ...] = ("completions", "messages")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
