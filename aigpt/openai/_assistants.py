"""The events of a run of the assistants, handed to an event handler; async and blocking."""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator
from inspect import isawaitable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, NoReturn, Self, TypeVar

from aigpt.openai._entering import AsyncEnteredFirst, BlockingEnteredFirst
from aigpt.openai._errors import APIResponseValidationError, APITimeoutError
from aigpt.openai._run_snapshots import RunSnapshots, UnexpectedEventError, texts_in

if TYPE_CHECKING:
    from aigpt.openai._stream import AsyncStream, Stream
    from aigpt.openai.types.beta.assistant_stream_event import AssistantStreamEvent
    from aigpt.openai.types.beta.threads.image_file import ImageFile
    from aigpt.openai.types.beta.threads.message import Message
    from aigpt.openai.types.beta.threads.message_delta import MessageDelta
    from aigpt.openai.types.beta.threads.run import Run
    from aigpt.openai.types.beta.threads.runs.run_step import RunStep
    from aigpt.openai.types.beta.threads.runs.run_step_delta import RunStepDelta
    from aigpt.openai.types.beta.threads.runs.tool_call import ToolCall
    from aigpt.openai.types.beta.threads.runs.tool_call_delta import ToolCallDelta
    from aigpt.openai.types.beta.threads.text import Text
    from aigpt.openai.types.beta.threads.text_delta import TextDelta

_TIMEOUTS = (APITimeoutError, TimeoutError)


class _Snapshots:
    """What both kinds of handlers know of their run."""

    def __init__(self) -> None:
        self._snapshots = RunSnapshots()
        self._has_begun = False
        self._is_over = False

    @property
    def current_event(self) -> AssistantStreamEvent | None:
        """The event that the handler is being told of; None between events."""
        event: AssistantStreamEvent | None = self._snapshots.event
        return event

    @property
    def current_run(self) -> Run | None:
        """The run, as the last event about it says."""
        run: Run | None = self._snapshots.run
        return run

    @property
    def current_run_step_snapshot(self) -> RunStep | None:
        """The step under way, as far as it has arrived; None between steps."""
        step: RunStep | None = self._snapshots.step
        return step

    @property
    def current_message_snapshot(self) -> Message | None:
        """The last message, as far as it has arrived."""
        message: Message | None = self._snapshots.message
        return message

    def _final_run(self) -> Run:
        run: Run = self._snapshots.run or _refuse("no event about the run itself arrived")
        return run

    def _final_steps(self) -> list[RunStep]:
        return list(self._snapshots.steps.values()) or _refuse("the run had no steps")

    def _final_messages(self) -> list[Message]:
        return list(self._snapshots.messages.values()) or _refuse("the run gave no messages")


def _refuse(problem: str) -> NoReturn:
    raise RuntimeError(problem)


def _check(stream: Any, *, is_new: bool) -> None:
    if is_new and stream is not None:
        _refuse("an event handler is for one stream: make another one for the next")
    if not is_new and stream is None:
        _refuse("the stream of this event handler is not open: enter what the method of the client returned")


def _unexpected(stream: Any, exc: UnexpectedEventError) -> APIResponseValidationError:
    message = f"The response is not what the API promises: {exc}."
    return APIResponseValidationError(stream.response, None, message=message)


class AssistantEventHandler(_Snapshots):
    """Handles the events of a run: subclass it, and override the ``on_…`` methods that you need.

    An instance is for one stream: pass it as *event_handler* to `beta.threads.runs.stream` and the like. Entering what
    these return gives it; it is iterated for the events, or `until_done` reads them all.
    """

    text_deltas: Iterable[str]
    """The pieces of text alone, as they come; iterating it reads the stream."""

    def __init__(self) -> None:
        super().__init__()
        self._stream: Stream[AssistantStreamEvent] | None = None
        self.text_deltas = _texts(self)

    def __iter__(self) -> Iterator[AssistantStreamEvent]:
        return self

    def __next__(self) -> AssistantStreamEvent:
        _check(self._stream, is_new=False)
        if self._is_over or self._stream is None:
            raise StopIteration
        self._has_begun = True
        try:
            event = next(self._stream, None)
            if event is not None:
                self._tell(self._stream, event)
                return event
        except BaseException as exc:
            self._fail(exc)
            raise
        self._end()
        raise StopIteration

    def close(self) -> None:
        """Close the stream, wherever it is."""
        if self._stream is not None:
            self._stream.close()

    def until_done(self) -> None:
        """Read the stream to its end. Raises what it raises."""
        for _ in self:
            pass

    def get_final_run(self) -> Run:
        """Read the stream to its end, and return the run. Raises RuntimeError where no event was about it."""
        self.until_done()
        return self._final_run()

    def get_final_run_steps(self) -> list[RunStep]:
        """Read the stream to its end, and return the steps of the run. Raises RuntimeError where there are none."""
        self.until_done()
        return self._final_steps()

    def get_final_messages(self) -> list[Message]:
        """Read the stream to its end, and return its messages. Raises RuntimeError where there are none."""
        self.until_done()
        return self._final_messages()

    # ── to be overridden ────────────────────────────────────────────────────────────────────────────────────────

    def on_event(self, event: AssistantStreamEvent) -> None:
        """Take each event, before all else that it leads to."""

    def on_run_step_created(self, run_step: RunStep) -> None:
        """Take a step that begins."""

    def on_run_step_delta(self, delta: RunStepDelta, snapshot: RunStep) -> None:
        """Take a piece of a step; *snapshot* is the step with it."""

    def on_run_step_done(self, run_step: RunStep) -> None:
        """Take a step that is over, however it ended."""

    def on_tool_call_created(self, tool_call: ToolCall) -> None:
        """Take a tool call that begins."""

    def on_tool_call_delta(self, delta: ToolCallDelta, snapshot: ToolCall) -> None:
        """Take a further piece of a tool call; *snapshot* is the call with it."""

    def on_tool_call_done(self, tool_call: ToolCall) -> None:
        """Take a tool call that is whole. The last one of a run comes again when its step, or the run, stops."""

    def on_message_created(self, message: Message) -> None:
        """Take a message that begins."""

    def on_message_delta(self, delta: MessageDelta, snapshot: Message) -> None:
        """Take a piece of a message; *snapshot* is the message with it."""

    def on_message_done(self, message: Message) -> None:
        """Take a message that is whole, or stays incomplete."""

    def on_text_created(self, text: Text) -> None:
        """Take a text of a message that begins."""

    def on_text_delta(self, delta: TextDelta, snapshot: Text) -> None:
        """Take a piece of a text; *snapshot* is the text with it."""

    def on_text_done(self, text: Text) -> None:
        """Take a text that is whole."""

    def on_image_file_done(self, image_file: ImageFile) -> None:
        """Take an image of a message."""

    def on_timeout(self) -> None:
        """Note that a timeout ended the stream; `on_exception` is called next."""

    def on_exception(self, exception: Exception) -> None:
        """Take what ended the stream before its end; it is raised afterwards."""

    def on_end(self) -> None:
        """Note the end. Called once: at the end of the stream, after an exception, or when it is left."""

    # ── inside ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _begin(self, stream: Stream[AssistantStreamEvent]) -> None:
        _check(self._stream, is_new=True)
        self._stream = stream

    def _tell(self, stream: Stream[AssistantStreamEvent], event: AssistantStreamEvent) -> None:
        try:
            for name, arguments in self._snapshots.take(event):
                getattr(self, name)(*arguments)
        except UnexpectedEventError as exc:
            raise _unexpected(stream, exc) from None

    def _fail(self, exc: BaseException) -> None:
        try:
            if isinstance(exc, _TIMEOUTS):
                self.on_timeout()
            if isinstance(exc, Exception):
                self.on_exception(exc)
        finally:
            self._end()

    def _end(self) -> None:
        if not self._is_over:
            self._is_over = True
            self.on_end()

    def _leave(self) -> None:
        """Close the stream, and note its end where somebody has begun to read it."""
        self.close()
        if self._has_begun:
            self._end()


def _texts(events: AssistantEventHandler) -> Iterator[str]:
    for event in events:
        yield from texts_in(event)


class AsyncAssistantEventHandler(_Snapshots):
    """Handles the events of a run: `AssistantEventHandler` with ``async`` methods, for async clients.

    Methods that you override may be plain ones, too.
    """

    text_deltas: AsyncIterable[str]
    """The pieces of text alone, as they come; iterating it reads the stream."""

    def __init__(self) -> None:
        super().__init__()
        self._stream: AsyncStream[AssistantStreamEvent] | None = None
        self.text_deltas = _AsyncTexts(self)

    def __aiter__(self) -> AsyncIterator[AssistantStreamEvent]:
        return self

    async def __anext__(self) -> AssistantStreamEvent:
        _check(self._stream, is_new=False)
        if self._is_over or self._stream is None:
            raise StopAsyncIteration
        self._has_begun = True
        try:
            event = await anext(self._stream, None)
            if event is not None:
                await self._tell(self._stream, event)
                return event
        except BaseException as exc:
            await self._fail(exc)
            raise
        await self._end()
        raise StopAsyncIteration

    async def close(self) -> None:
        """Close the stream, wherever it is."""
        if self._stream is not None:
            await self._stream.close()

    async def until_done(self) -> None:
        """Read the stream to its end. Raises what it raises."""
        async for _ in self:
            pass

    async def get_final_run(self) -> Run:
        """Read the stream to its end, and return the run. Raises RuntimeError where no event was about it."""
        await self.until_done()
        return self._final_run()

    async def get_final_run_steps(self) -> list[RunStep]:
        """Read the stream to its end, and return the steps of the run. Raises RuntimeError where there are none."""
        await self.until_done()
        return self._final_steps()

    async def get_final_messages(self) -> list[Message]:
        """Read the stream to its end, and return its messages. Raises RuntimeError where there are none."""
        await self.until_done()
        return self._final_messages()

    # ── to be overridden ────────────────────────────────────────────────────────────────────────────────────────

    async def on_event(self, event: AssistantStreamEvent) -> None:
        """Take each event, before all else that it leads to."""

    async def on_run_step_created(self, run_step: RunStep) -> None:
        """Take a step that begins."""

    async def on_run_step_delta(self, delta: RunStepDelta, snapshot: RunStep) -> None:
        """Take a piece of a step; *snapshot* is the step with it."""

    async def on_run_step_done(self, run_step: RunStep) -> None:
        """Take a step that is over, however it ended."""

    async def on_tool_call_created(self, tool_call: ToolCall) -> None:
        """Take a tool call that begins."""

    async def on_tool_call_delta(self, delta: ToolCallDelta, snapshot: ToolCall) -> None:
        """Take a further piece of a tool call; *snapshot* is the call with it."""

    async def on_tool_call_done(self, tool_call: ToolCall) -> None:
        """Take a tool call that is whole. The last one of a run comes again when its step, or the run, stops."""

    async def on_message_created(self, message: Message) -> None:
        """Take a message that begins."""

    async def on_message_delta(self, delta: MessageDelta, snapshot: Message) -> None:
        """Take a piece of a message; *snapshot* is the message with it."""

    async def on_message_done(self, message: Message) -> None:
        """Take a message that is whole, or stays incomplete."""

    async def on_text_created(self, text: Text) -> None:
        """Take a text of a message that begins."""

    async def on_text_delta(self, delta: TextDelta, snapshot: Text) -> None:
        """Take a piece of a text; *snapshot* is the text with it."""

    async def on_text_done(self, text: Text) -> None:
        """Take a text that is whole."""

    async def on_image_file_done(self, image_file: ImageFile) -> None:
        """Take an image of a message."""

    async def on_timeout(self) -> None:
        """Note that a timeout ended the stream; `on_exception` is called next."""

    async def on_exception(self, exception: Exception) -> None:
        """Take what ended the stream before its end; it is raised afterwards."""

    async def on_end(self) -> None:
        """Note the end. Called once: at the end of the stream, after an exception, or when it is left."""

    # ── inside ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _begin(self, stream: AsyncStream[AssistantStreamEvent]) -> None:
        _check(self._stream, is_new=True)
        self._stream = stream

    async def _tell(self, stream: AsyncStream[AssistantStreamEvent], event: AssistantStreamEvent) -> None:
        try:
            for name, arguments in self._snapshots.take(event):
                await _finished(getattr(self, name)(*arguments))
        except UnexpectedEventError as exc:
            raise _unexpected(stream, exc) from None

    async def _fail(self, exc: BaseException) -> None:
        try:
            if isinstance(exc, _TIMEOUTS):
                await _finished(self.on_timeout())
            if isinstance(exc, Exception):
                await _finished(self.on_exception(exc))
        finally:
            await self._end()

    async def _end(self) -> None:
        if not self._is_over:
            self._is_over = True
            await _finished(self.on_end())

    async def _leave(self) -> None:
        """Close the stream, and note its end where somebody has begun to read it."""
        await self.close()
        if self._has_begun:
            await self._end()


async def _finished(told: object) -> None:
    """Wait for what a method of a handler returned, if that can be awaited: a plain one has ended already."""
    if isawaitable(told):
        await told


class _AsyncTexts:
    """The pieces of text in events. No generator: one that is left is closed by its loop, at some later time."""

    def __init__(self, events: AsyncAssistantEventHandler) -> None:
        self._events = events
        self._texts: deque[str] = deque()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> str:
        while not self._texts:
            self._texts.extend(texts_in(await anext(self._events)))
        return self._texts.popleft()


AssistantEventHandlerT = TypeVar("AssistantEventHandlerT", bound=AssistantEventHandler)
AsyncAssistantEventHandlerT = TypeVar("AsyncAssistantEventHandlerT", bound=AsyncAssistantEventHandler)


class AssistantStreamManager(BlockingEnteredFirst, Generic[AssistantEventHandlerT]):
    """A stream that is opened by ``with``, which gives its event handler and closes it in the end."""

    def __init__(
        self, api_request: Callable[[], Stream[AssistantStreamEvent]], *, event_handler: AssistantEventHandlerT
    ) -> None:
        self._api_request = api_request
        self._event_handler = event_handler

    def __enter__(self) -> AssistantEventHandlerT:
        handler: Any = self._event_handler
        _check(handler._stream, is_new=True)  # noqa: SLF001 (one with its handler)
        handler._begin(self._api_request())  # noqa: SLF001 (likewise)
        return self._event_handler

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> None:
        handler: Any = self._event_handler
        handler._leave()  # noqa: SLF001 (likewise)


class AsyncAssistantStreamManager(AsyncEnteredFirst, Generic[AsyncAssistantEventHandlerT]):
    """A stream that is opened by ``async with``, which gives its event handler and closes it in the end."""

    def __init__(
        self, api_request: Awaitable[AsyncStream[AssistantStreamEvent]], *, event_handler: AsyncAssistantEventHandlerT
    ) -> None:
        self._api_request = api_request
        self._event_handler = event_handler

    async def __aenter__(self) -> AsyncAssistantEventHandlerT:
        handler: Any = self._event_handler
        _check(handler._stream, is_new=True)  # noqa: SLF001 (one with its handler)
        handler._begin(await self._api_request)  # noqa: SLF001 (likewise)
        return self._event_handler

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        handler: Any = self._event_handler
        await handler._leave()  # noqa: SLF001 (likewise)
