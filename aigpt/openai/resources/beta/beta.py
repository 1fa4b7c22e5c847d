# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.
# pyright: reportPrivateUsage=false, reportDeprecated=false

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt.openai._resource import AsyncAPIResource, SyncAPIResource, cached_property

if TYPE_CHECKING:
    from aigpt.openai.resources.beta.assistants import (
        Assistants,
        AssistantsWithRawResponse,
        AssistantsWithStreamingResponse,
        AsyncAssistants,
        AsyncAssistantsWithRawResponse,
        AsyncAssistantsWithStreamingResponse,
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
    from aigpt.openai.resources.chat.chat import AsyncChat, Chat

__all__ = ["Beta", "AsyncBeta"]


class Beta(SyncAPIResource):
    @cached_property
    def chat(self) -> Chat:
        from aigpt.openai.resources.chat.chat import Chat

        return Chat(self._client)

    @cached_property
    def responses(self) -> Responses:
        from aigpt.openai.resources.beta.responses.responses import Responses

        return Responses(self._client)

    @cached_property
    def chatkit(self) -> ChatKit:
        from aigpt.openai.resources.beta.chatkit.chatkit import ChatKit

        return ChatKit(self._client)

    @cached_property
    def assistants(self) -> Assistants:
        from aigpt.openai.resources.beta.assistants import Assistants

        return Assistants(self._client)

    @cached_property
    def threads(self) -> Threads:
        from aigpt.openai.resources.beta.threads.threads import Threads

        return Threads(self._client)

    @cached_property
    def with_raw_response(self) -> BetaWithRawResponse:
        return BetaWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> BetaWithStreamingResponse:
        return BetaWithStreamingResponse(self)


class AsyncBeta(AsyncAPIResource):
    @cached_property
    def chat(self) -> AsyncChat:
        from aigpt.openai.resources.chat.chat import AsyncChat

        return AsyncChat(self._client)

    @cached_property
    def responses(self) -> AsyncResponses:
        from aigpt.openai.resources.beta.responses.responses import AsyncResponses

        return AsyncResponses(self._client)

    @cached_property
    def chatkit(self) -> AsyncChatKit:
        from aigpt.openai.resources.beta.chatkit.chatkit import AsyncChatKit

        return AsyncChatKit(self._client)

    @cached_property
    def assistants(self) -> AsyncAssistants:
        from aigpt.openai.resources.beta.assistants import AsyncAssistants

        return AsyncAssistants(self._client)

    @cached_property
    def threads(self) -> AsyncThreads:
        from aigpt.openai.resources.beta.threads.threads import AsyncThreads

        return AsyncThreads(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncBetaWithRawResponse:
        return AsyncBetaWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncBetaWithStreamingResponse:
        return AsyncBetaWithStreamingResponse(self)


class BetaWithRawResponse:
    def __init__(self, beta: Beta) -> None:
        self._beta = beta

    @cached_property
    def responses(self) -> ResponsesWithRawResponse:
        from aigpt.openai.resources.beta.responses.responses import ResponsesWithRawResponse

        return ResponsesWithRawResponse(self._beta.responses)

    @cached_property
    def chatkit(self) -> ChatKitWithRawResponse:
        from aigpt.openai.resources.beta.chatkit.chatkit import ChatKitWithRawResponse

        return ChatKitWithRawResponse(self._beta.chatkit)

    @cached_property
    def assistants(self) -> AssistantsWithRawResponse:
        from aigpt.openai.resources.beta.assistants import AssistantsWithRawResponse

        return AssistantsWithRawResponse(self._beta.assistants)

    @cached_property
    def threads(self) -> ThreadsWithRawResponse:
        from aigpt.openai.resources.beta.threads.threads import ThreadsWithRawResponse

        return ThreadsWithRawResponse(self._beta.threads)


class AsyncBetaWithRawResponse:
    def __init__(self, beta: AsyncBeta) -> None:
        self._beta = beta

    @cached_property
    def responses(self) -> AsyncResponsesWithRawResponse:
        from aigpt.openai.resources.beta.responses.responses import AsyncResponsesWithRawResponse

        return AsyncResponsesWithRawResponse(self._beta.responses)

    @cached_property
    def chatkit(self) -> AsyncChatKitWithRawResponse:
        from aigpt.openai.resources.beta.chatkit.chatkit import AsyncChatKitWithRawResponse

        return AsyncChatKitWithRawResponse(self._beta.chatkit)

    @cached_property
    def assistants(self) -> AsyncAssistantsWithRawResponse:
        from aigpt.openai.resources.beta.assistants import AsyncAssistantsWithRawResponse

        return AsyncAssistantsWithRawResponse(self._beta.assistants)

    @cached_property
    def threads(self) -> AsyncThreadsWithRawResponse:
        from aigpt.openai.resources.beta.threads.threads import AsyncThreadsWithRawResponse

        return AsyncThreadsWithRawResponse(self._beta.threads)


class BetaWithStreamingResponse:
    def __init__(self, beta: Beta) -> None:
        self._beta = beta

    @cached_property
    def responses(self) -> ResponsesWithStreamingResponse:
        from aigpt.openai.resources.beta.responses.responses import ResponsesWithStreamingResponse

        return ResponsesWithStreamingResponse(self._beta.responses)

    @cached_property
    def chatkit(self) -> ChatKitWithStreamingResponse:
        from aigpt.openai.resources.beta.chatkit.chatkit import ChatKitWithStreamingResponse

        return ChatKitWithStreamingResponse(self._beta.chatkit)

    @cached_property
    def assistants(self) -> AssistantsWithStreamingResponse:
        from aigpt.openai.resources.beta.assistants import AssistantsWithStreamingResponse

        return AssistantsWithStreamingResponse(self._beta.assistants)

    @cached_property
    def threads(self) -> ThreadsWithStreamingResponse:
        from aigpt.openai.resources.beta.threads.threads import ThreadsWithStreamingResponse

        return ThreadsWithStreamingResponse(self._beta.threads)


class AsyncBetaWithStreamingResponse:
    def __init__(self, beta: AsyncBeta) -> None:
        self._beta = beta

    @cached_property
    def responses(self) -> AsyncResponsesWithStreamingResponse:
        from aigpt.openai.resources.beta.responses.responses import AsyncResponsesWithStreamingResponse

        return AsyncResponsesWithStreamingResponse(self._beta.responses)

    @cached_property
    def chatkit(self) -> AsyncChatKitWithStreamingResponse:
        from aigpt.openai.resources.beta.chatkit.chatkit import AsyncChatKitWithStreamingResponse

        return AsyncChatKitWithStreamingResponse(self._beta.chatkit)

    @cached_property
    def assistants(self) -> AsyncAssistantsWithStreamingResponse:
        from aigpt.openai.resources.beta.assistants import AsyncAssistantsWithStreamingResponse

        return AsyncAssistantsWithStreamingResponse(self._beta.assistants)

    @cached_property
    def threads(self) -> AsyncThreadsWithStreamingResponse:
        from aigpt.openai.resources.beta.threads.threads import AsyncThreadsWithStreamingResponse

        return AsyncThreadsWithStreamingResponse(self._beta.threads)
