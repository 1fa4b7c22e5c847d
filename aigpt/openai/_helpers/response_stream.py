"""A response as a stream of events: ``async with client.responses.stream(…) as stream``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import Any, Generic

from aigpt.openai._helpers.answer_types import TextFormatT
from aigpt.openai._helpers.event_stream import AsyncEventStream, AsyncManager, BlockingEventStream, BlockingManager
from aigpt.openai._helpers.response_event_types import ParsedResponseSnapshot, ResponseStreamEvent
from aigpt.openai._helpers.response_events import ResponseStreamState
from aigpt.openai._helpers.response_parsing import check_whole
from aigpt.openai._stream import AsyncStream, Stream
from aigpt.openai._types import Omit
from aigpt.openai.types.responses.parsed_response import ParsedResponse
from aigpt.openai.types.responses.response_stream_event import ResponseStreamEvent as RawResponseStreamEvent
from aigpt.openai.types.responses.tool_param import ToolParam


class _FilteredState(ResponseStreamState[TextFormatT], Generic[TextFormatT]):
    """Takes all events, and gives those that come after one, where the stream is resumed there."""

    def __init__(
        self, text_format: type[TextFormatT] | Omit, input_tools: Iterable[ToolParam] | Omit, starting_after: int | None
    ) -> None:
        super().__init__(text_format=text_format, input_tools=input_tools)
        self._after = starting_after

    def take(self, chunk: Any) -> list[Any]:
        """Return the events of *chunk* that are to be given."""
        made = super().take(chunk)
        after = self._after
        return made if after is None else [event for event in made if event.sequence_number > after]

    def current(self) -> ParsedResponseSnapshot:
        """Return what has come. Raises RuntimeError before the first event."""
        if self.snapshot is None:
            raise RuntimeError("nothing of the response has come yet")
        return self.snapshot

    def final(self) -> ParsedResponse[TextFormatT]:
        """Return the whole response. Raises RuntimeError where it was not completed, and what `check_whole` raises."""
        check_whole(self.snapshot, self._answer, self._tools)
        if self.completed_response is None:
            ended = f"it ended with {self.ended_as}" if self.ended_as else "the stream has not ended with any state"
            raise RuntimeError(f"there is no completed response: {ended}; current_response_snapshot is what came of it")
        return self.completed_response


class AsyncResponseStream(AsyncEventStream[ResponseStreamEvent[TextFormatT]], Generic[TextFormatT]):
    """The events of a response.

    Where the stream stops before its end, the events of all that came are given first, and then
    `IncompleteStreamError` is raised, whose `snapshot` is what has come.
    """

    _state: _FilteredState[TextFormatT]

    def __init__(
        self,
        *,
        raw_stream: AsyncStream[RawResponseStreamEvent],
        text_format: type[TextFormatT] | Omit,
        input_tools: Iterable[ToolParam] | Omit,
        starting_after: int | None,
    ) -> None:
        super().__init__(raw_stream, _FilteredState(text_format, input_tools, starting_after))

    @property
    def current_response_snapshot(self) -> ParsedResponseSnapshot:
        """What has come, which grows with each event. Raises RuntimeError before the first."""
        return self._state.current()

    async def get_final_response(self) -> ParsedResponse[TextFormatT]:
        """Take what is still to come, and return the whole response, parsed.

        Raises what the stream raises; LengthFinishReasonError and ContentFilterFinishReasonError where it was to be
        parsed and was cut, else RuntimeError where it ended as failed or incomplete; for what does not fit its type,
        the ValidationError of pydantic or OutputMismatchError.
        """
        await self.until_done()
        return self._made(self._state.final)


class ResponseStream(BlockingEventStream[ResponseStreamEvent[TextFormatT]], Generic[TextFormatT]):
    """The events of a response: the blocking twin of `AsyncResponseStream`."""

    _state: _FilteredState[TextFormatT]

    def __init__(
        self,
        *,
        raw_stream: Stream[RawResponseStreamEvent],
        text_format: type[TextFormatT] | Omit,
        input_tools: Iterable[ToolParam] | Omit,
        starting_after: int | None,
    ) -> None:
        super().__init__(raw_stream, _FilteredState(text_format, input_tools, starting_after))

    @property
    def current_response_snapshot(self) -> ParsedResponseSnapshot:
        """What has come, which grows with each event. Raises RuntimeError before the first."""
        return self._state.current()

    def get_final_response(self) -> ParsedResponse[TextFormatT]:
        """Take what is still to come, and return the whole response, parsed; see `AsyncResponseStream`."""
        self.until_done()
        return self._made(self._state.final)


class AsyncResponseStreamManager(AsyncManager[AsyncResponseStream[TextFormatT]], Generic[TextFormatT]):
    """Opens an `AsyncResponseStream` when it is entered (``async with``), and closes it in the end."""

    def __init__(
        self,
        api_request: Awaitable[AsyncStream[RawResponseStreamEvent]],
        *,
        text_format: type[TextFormatT] | Omit,
        input_tools: Iterable[ToolParam] | Omit,
        starting_after: int | None,
    ) -> None:
        def make(raw_stream: Any) -> AsyncResponseStream[TextFormatT]:
            return AsyncResponseStream(
                raw_stream=raw_stream, text_format=text_format, input_tools=input_tools, starting_after=starting_after
            )

        super().__init__(api_request, make)


class ResponseStreamManager(BlockingManager[ResponseStream[TextFormatT]], Generic[TextFormatT]):
    """Opens a `ResponseStream` when it is entered (``with``), and closes it in the end."""

    def __init__(
        self,
        api_request: Callable[[], Stream[RawResponseStreamEvent]],
        *,
        text_format: type[TextFormatT] | Omit,
        input_tools: Iterable[ToolParam] | Omit,
        starting_after: int | None,
    ) -> None:
        def make(raw_stream: Any) -> ResponseStream[TextFormatT]:
            return ResponseStream(
                raw_stream=raw_stream, text_format=text_format, input_tools=input_tools, starting_after=starting_after
            )

        super().__init__(api_request, make)
