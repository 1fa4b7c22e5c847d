# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.beta import assistants as assistants
    from aigpt.openai.resources.beta import beta as beta
    from aigpt.openai.resources.beta import chatkit as chatkit
    from aigpt.openai.resources.beta import responses as responses
    from aigpt.openai.resources.beta import threads as threads
    from aigpt.openai.resources.beta.assistants import (
        Assistants,
        AssistantsWithRawResponse,
        AssistantsWithStreamingResponse,
        AsyncAssistants,
        AsyncAssistantsWithRawResponse,
        AsyncAssistantsWithStreamingResponse,
    )
    from aigpt.openai.resources.beta.beta import (
        AsyncBeta,
        AsyncBetaWithRawResponse,
        AsyncBetaWithStreamingResponse,
        Beta,
        BetaWithRawResponse,
        BetaWithStreamingResponse,
    )
    from aigpt.openai.resources.beta.chatkit.chatkit import (
        AsyncChatKit,
        AsyncChatKitWithRawResponse,
        AsyncChatKitWithStreamingResponse,
        ChatKit,
        ChatKitWithRawResponse,
        ChatKitWithStreamingResponse,
    )
    from aigpt.openai.resources.beta.responses.responses import (
        AsyncResponses,
        AsyncResponsesWithRawResponse,
        AsyncResponsesWithStreamingResponse,
        Responses,
        ResponsesWithRawResponse,
        ResponsesWithStreamingResponse,
    )
    from aigpt.openai.resources.beta.threads.threads import (
        AsyncThreads,
        AsyncThreadsWithRawResponse,
        AsyncThreadsWithStreamingResponse,
        Threads,
        ThreadsWithRawResponse,
        ThreadsWithStreamingResponse,
    )

__all__ = [
    "Assistants",
    "AssistantsWithRawResponse",
    "AssistantsWithStreamingResponse",
    "AsyncAssistants",
    "AsyncAssistantsWithRawResponse",
    "AsyncAssistantsWithStreamingResponse",
    "AsyncBeta",
    "AsyncBetaWithRawResponse",
    "AsyncBetaWithStreamingResponse",
    "AsyncChatKit",
    "AsyncChatKitWithRawResponse",
    "AsyncChatKitWithStreamingResponse",
    "AsyncResponses",
    "AsyncResponsesWithRawResponse",
    "AsyncResponsesWithStreamingResponse",
    "AsyncThreads",
    "AsyncThreadsWithRawResponse",
    "AsyncThreadsWithStreamingResponse",
    "Beta",
    "BetaWithRawResponse",
    "BetaWithStreamingResponse",
    "ChatKit",
    "ChatKitWithRawResponse",
    "ChatKitWithStreamingResponse",
    "Responses",
    "ResponsesWithRawResponse",
    "ResponsesWithStreamingResponse",
    "Threads",
    "ThreadsWithRawResponse",
    "ThreadsWithStreamingResponse",
]

_HOMES = {
    "Assistants": "aigpt.openai.resources.beta.assistants",
    "AssistantsWithRawResponse": "aigpt.openai.resources.beta.assistants",
    "AssistantsWithStreamingResponse": "aigpt.openai.resources.beta.assistants",
    "AsyncAssistants": "aigpt.openai.resources.beta.assistants",
    "AsyncAssistantsWithRawResponse": "aigpt.openai.resources.beta.assistants",
    "AsyncAssistantsWithStreamingResponse": "aigpt.openai.resources.beta.assistants",
    "AsyncBeta": "aigpt.openai.resources.beta.beta",
    "AsyncBetaWithRawResponse": "aigpt.openai.resources.beta.beta",
    "AsyncBetaWithStreamingResponse": "aigpt.openai.resources.beta.beta",
    "AsyncChatKit": "aigpt.openai.resources.beta.chatkit.chatkit",
    "AsyncChatKitWithRawResponse": "aigpt.openai.resources.beta.chatkit.chatkit",
    "AsyncChatKitWithStreamingResponse": "aigpt.openai.resources.beta.chatkit.chatkit",
    "AsyncResponses": "aigpt.openai.resources.beta.responses.responses",
    "AsyncResponsesWithRawResponse": "aigpt.openai.resources.beta.responses.responses",
    "AsyncResponsesWithStreamingResponse": "aigpt.openai.resources.beta.responses.responses",
    "AsyncThreads": "aigpt.openai.resources.beta.threads.threads",
    "AsyncThreadsWithRawResponse": "aigpt.openai.resources.beta.threads.threads",
    "AsyncThreadsWithStreamingResponse": "aigpt.openai.resources.beta.threads.threads",
    "Beta": "aigpt.openai.resources.beta.beta",
    "BetaWithRawResponse": "aigpt.openai.resources.beta.beta",
    "BetaWithStreamingResponse": "aigpt.openai.resources.beta.beta",
    "ChatKit": "aigpt.openai.resources.beta.chatkit.chatkit",
    "ChatKitWithRawResponse": "aigpt.openai.resources.beta.chatkit.chatkit",
    "ChatKitWithStreamingResponse": "aigpt.openai.resources.beta.chatkit.chatkit",
    "Responses": "aigpt.openai.resources.beta.responses.responses",
    "ResponsesWithRawResponse": "aigpt.openai.resources.beta.responses.responses",
    "ResponsesWithStreamingResponse": "aigpt.openai.resources.beta.responses.responses",
    "Threads": "aigpt.openai.resources.beta.threads.threads",
    "ThreadsWithRawResponse": "aigpt.openai.resources.beta.threads.threads",
    "ThreadsWithStreamingResponse": "aigpt.openai.resources.beta.threads.threads",
}
_SUBMODULES: tuple[str, ...] = ("assistants", "beta", "chatkit", "responses", "threads")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
