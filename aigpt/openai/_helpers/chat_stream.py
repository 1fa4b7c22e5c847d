"""A chat completion as a stream of events: ``async with client.chat.completions.stream(…) as stream``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Generic

from aigpt.openai._helpers.answer_types import ResponseFormatT
from aigpt.openai._helpers.chat_event_types import ChatCompletionStreamEvent, ParsedChatCompletionSnapshot
from aigpt.openai._helpers.chat_events import ChatCompletionStreamState
from aigpt.openai._helpers.event_stream import AsyncEventStream, AsyncManager, BlockingEventStream, BlockingManager
from aigpt.openai._stream import AsyncStream, Stream
from aigpt.openai._types import Omit
from aigpt.openai.types.chat.chat_completion_chunk import ChatCompletionChunk
from aigpt.openai.types.chat.chat_completion_tool_union_param import ChatCompletionToolUnionParam
from aigpt.openai.types.chat.completion_create_params import ResponseFormat
from aigpt.openai.types.chat.parsed_chat_completion import ParsedChatCompletion


class AsyncChatCompletionStream(AsyncEventStream[ChatCompletionStreamEvent[ResponseFormatT]], Generic[ResponseFormatT]):
    """The events of a chat completion.

    Where the stream stops before its end, the events of all that came are given first, and then
    `IncompleteStreamError` is raised, whose `snapshot` is what has come.
    """

    _state: ChatCompletionStreamState[ResponseFormatT]

    def __init__(
        self,
        *,
        raw_stream: AsyncStream[ChatCompletionChunk],
        response_format: type[ResponseFormatT] | ResponseFormat | Omit,
        input_tools: Iterable[ChatCompletionToolUnionParam] | Omit,
    ) -> None:
        super().__init__(
            raw_stream, ChatCompletionStreamState(response_format=response_format, input_tools=input_tools)
        )

    @property
    def current_completion_snapshot(self) -> ParsedChatCompletionSnapshot:
        """All that has come, which grows with each chunk. Raises RuntimeError before the first."""
        return self._state.current_completion_snapshot

    async def get_final_completion(self) -> ParsedChatCompletion[ResponseFormatT]:
        """Take what is still to come, and return the whole completion, parsed.

        Raises what the stream raises; LengthFinishReasonError and ContentFilterFinishReasonError for a choice that was
        cut; for what does not fit its type, the ValidationError of pydantic or OutputMismatchError.
        """
        await self.until_done()
        return self._made(self._state.get_final_completion)


class ChatCompletionStream(BlockingEventStream[ChatCompletionStreamEvent[ResponseFormatT]], Generic[ResponseFormatT]):
    """The events of a chat completion: the blocking twin of `AsyncChatCompletionStream`."""

    _state: ChatCompletionStreamState[ResponseFormatT]

    def __init__(
        self,
        *,
        raw_stream: Stream[ChatCompletionChunk],
        response_format: type[ResponseFormatT] | ResponseFormat | Omit,
        input_tools: Iterable[ChatCompletionToolUnionParam] | Omit,
    ) -> None:
        super().__init__(
            raw_stream, ChatCompletionStreamState(response_format=response_format, input_tools=input_tools)
        )

    @property
    def current_completion_snapshot(self) -> ParsedChatCompletionSnapshot:
        """All that has come, which grows with each chunk. Raises RuntimeError before the first."""
        return self._state.current_completion_snapshot

    def get_final_completion(self) -> ParsedChatCompletion[ResponseFormatT]:
        """Take what is still to come, and return the whole completion, parsed; see `AsyncChatCompletionStream`."""
        self.until_done()
        return self._made(self._state.get_final_completion)


class AsyncChatCompletionStreamManager(
    AsyncManager[AsyncChatCompletionStream[ResponseFormatT]], Generic[ResponseFormatT]
):
    """Opens an `AsyncChatCompletionStream` when it is entered (``async with``), and closes it in the end."""

    def __init__(
        self,
        api_request: Awaitable[AsyncStream[ChatCompletionChunk]],
        *,
        response_format: type[ResponseFormatT] | ResponseFormat | Omit,
        input_tools: Iterable[ChatCompletionToolUnionParam] | Omit,
    ) -> None:
        def make(raw_stream: Any) -> AsyncChatCompletionStream[ResponseFormatT]:
            return AsyncChatCompletionStream(
                raw_stream=raw_stream, response_format=response_format, input_tools=input_tools
            )

        super().__init__(api_request, make)


class ChatCompletionStreamManager(BlockingManager[ChatCompletionStream[ResponseFormatT]], Generic[ResponseFormatT]):
    """Opens a `ChatCompletionStream` when it is entered (``with``), and closes it in the end."""

    def __init__(
        self,
        api_request: Callable[[], Stream[ChatCompletionChunk]],
        *,
        response_format: type[ResponseFormatT] | ResponseFormat | Omit,
        input_tools: Iterable[ChatCompletionToolUnionParam] | Omit,
    ) -> None:
        def make(raw_stream: Any) -> ChatCompletionStream[ResponseFormatT]:
            return ChatCompletionStream(raw_stream=raw_stream, response_format=response_format, input_tools=input_tools)

        super().__init__(api_request, make)
