# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.chat import chat as chat
    from aigpt.openai.resources.chat import completions as completions
    from aigpt.openai.resources.chat.chat import (
        AsyncChat,
        AsyncChatWithRawResponse,
        AsyncChatWithStreamingResponse,
        Chat,
        ChatWithRawResponse,
        ChatWithStreamingResponse,
    )
    from aigpt.openai.resources.chat.completions.completions import (
        AsyncCompletions,
        AsyncCompletionsWithRawResponse,
        AsyncCompletionsWithStreamingResponse,
        Completions,
        CompletionsWithRawResponse,
        CompletionsWithStreamingResponse,
    )

__all__ = [
    "AsyncChat",
    "AsyncChatWithRawResponse",
    "AsyncChatWithStreamingResponse",
    "AsyncCompletions",
    "AsyncCompletionsWithRawResponse",
    "AsyncCompletionsWithStreamingResponse",
    "Chat",
    "ChatWithRawResponse",
    "ChatWithStreamingResponse",
    "Completions",
    "CompletionsWithRawResponse",
    "CompletionsWithStreamingResponse",
]

_HOMES = {
    "AsyncChat": "aigpt.openai.resources.chat.chat",
    "AsyncChatWithRawResponse": "aigpt.openai.resources.chat.chat",
    "AsyncChatWithStreamingResponse": "aigpt.openai.resources.chat.chat",
    "AsyncCompletions": "aigpt.openai.resources.chat.completions.completions",
    "AsyncCompletionsWithRawResponse": "aigpt.openai.resources.chat.completions.completions",
    "AsyncCompletionsWithStreamingResponse": "aigpt.openai.resources.chat.completions.completions",
    "Chat": "aigpt.openai.resources.chat.chat",
    "ChatWithRawResponse": "aigpt.openai.resources.chat.chat",
    "ChatWithStreamingResponse": "aigpt.openai.resources.chat.chat",
    "Completions": "aigpt.openai.resources.chat.completions.completions",
    "CompletionsWithRawResponse": "aigpt.openai.resources.chat.completions.completions",
    "CompletionsWithStreamingResponse": "aigpt.openai.resources.chat.completions.completions",
}
_SUBMODULES: tuple[str, ...] = ("chat", "completions")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
