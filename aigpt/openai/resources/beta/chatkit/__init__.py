# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.beta.chatkit import chatkit as chatkit
    from aigpt.openai.resources.beta.chatkit import sessions as sessions
    from aigpt.openai.resources.beta.chatkit import threads as threads
    from aigpt.openai.resources.beta.chatkit.chatkit import (
        AsyncChatKit,
        AsyncChatKitWithRawResponse,
        AsyncChatKitWithStreamingResponse,
        ChatKit,
        ChatKitWithRawResponse,
        ChatKitWithStreamingResponse,
    )
    from aigpt.openai.resources.beta.chatkit.sessions import (
        AsyncSessions,
        AsyncSessionsWithRawResponse,
        AsyncSessionsWithStreamingResponse,
        Sessions,
        SessionsWithRawResponse,
        SessionsWithStreamingResponse,
    )
    from aigpt.openai.resources.beta.chatkit.threads import (
        AsyncThreads,
        AsyncThreadsWithRawResponse,
        AsyncThreadsWithStreamingResponse,
        Threads,
        ThreadsWithRawResponse,
        ThreadsWithStreamingResponse,
    )

__all__ = [
    "AsyncChatKit",
    "AsyncChatKitWithRawResponse",
    "AsyncChatKitWithStreamingResponse",
    "AsyncSessions",
    "AsyncSessionsWithRawResponse",
    "AsyncSessionsWithStreamingResponse",
    "AsyncThreads",
    "AsyncThreadsWithRawResponse",
    "AsyncThreadsWithStreamingResponse",
    "ChatKit",
    "ChatKitWithRawResponse",
    "ChatKitWithStreamingResponse",
    "Sessions",
    "SessionsWithRawResponse",
    "SessionsWithStreamingResponse",
    "Threads",
    "ThreadsWithRawResponse",
    "ThreadsWithStreamingResponse",
]

_HOMES = {
    "AsyncChatKit": "aigpt.openai.resources.beta.chatkit.chatkit",
    "AsyncChatKitWithRawResponse": "aigpt.openai.resources.beta.chatkit.chatkit",
    "AsyncChatKitWithStreamingResponse": "aigpt.openai.resources.beta.chatkit.chatkit",
    "AsyncSessions": "aigpt.openai.resources.beta.chatkit.sessions",
    "AsyncSessionsWithRawResponse": "aigpt.openai.resources.beta.chatkit.sessions",
    "AsyncSessionsWithStreamingResponse": "aigpt.openai.resources.beta.chatkit.sessions",
    "AsyncThreads": "aigpt.openai.resources.beta.chatkit.threads",
    "AsyncThreadsWithRawResponse": "aigpt.openai.resources.beta.chatkit.threads",
    "AsyncThreadsWithStreamingResponse": "aigpt.openai.resources.beta.chatkit.threads",
    "ChatKit": "aigpt.openai.resources.beta.chatkit.chatkit",
    "ChatKitWithRawResponse": "aigpt.openai.resources.beta.chatkit.chatkit",
    "ChatKitWithStreamingResponse": "aigpt.openai.resources.beta.chatkit.chatkit",
    "Sessions": "aigpt.openai.resources.beta.chatkit.sessions",
    "SessionsWithRawResponse": "aigpt.openai.resources.beta.chatkit.sessions",
    "SessionsWithStreamingResponse": "aigpt.openai.resources.beta.chatkit.sessions",
    "Threads": "aigpt.openai.resources.beta.chatkit.threads",
    "ThreadsWithRawResponse": "aigpt.openai.resources.beta.chatkit.threads",
    "ThreadsWithStreamingResponse": "aigpt.openai.resources.beta.chatkit.threads",
}
_SUBMODULES: tuple[str, ...] = ("chatkit", "sessions", "threads")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
