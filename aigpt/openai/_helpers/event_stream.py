"""A stream of chunks as a stream of events, with a snapshot of all that came: async, and blocking."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable, Generator, Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Protocol, Self, TypeVar

from aigpt.openai._entering import AsyncEnteredFirst, BlockingEnteredFirst
from aigpt.openai._errors import APIError, IncompleteStreamError
from aigpt.openai._unfit import UNFIT, not_promised

if TYPE_CHECKING:
    from aigpt.openai._stream import AsyncStream, Stream, StreamResponse

EventT = TypeVar("EventT")
FinalT = TypeVar("FinalT")
StreamT = TypeVar("StreamT", bound="AsyncEventStream[Any] | BlockingEventStream[Any]")


class State(Protocol):
    """What chunks add up to."""

    @property
    def snapshot(self) -> Any:
        """All that came; None before the first chunk."""

    def take(self, chunk: Any) -> Iterable[Any]:
        """Add *chunk*, and return the events that it makes."""
        ...


class _EventStream:
    """What async and blocking streams of events share."""

    def __init__(self, raw_stream: AsyncStream[Any] | Stream[Any], state: State) -> None:
        self._raw_stream: Any = raw_stream
        self._state: Any = state
        self._pending: deque[Any] = deque()
        self._failure: APIError | None = None

    @property
    def response(self) -> StreamResponse:
        """The HTTP response: status and headers."""
        response: StreamResponse = self._raw_stream.response
        return response

    @property
    def complete(self) -> bool | None:
        """Whether everything arrived; None where the stream ended without a mark, and might have."""
        complete: bool | None = self._raw_stream.complete
        return complete

    @property
    def error(self) -> str | None:
        """The code of what ended the stream; None while it goes on, and where it ended well or was left."""
        error: str | None = self._raw_stream.error
        return error

    def _end(self) -> None:
        """Take the end of the stream. Raises IncompleteStreamError where nothing of the answer came before it."""
        raw = self._raw_stream
        if self._failure is None and self._state.snapshot is None and raw.complete is not False:
            error = raw._become_incomplete()  # noqa: SLF001 (one with its raw stream)
            self._note_failure(error)
            raise error from None

    def _note_failure(self, exc: APIError) -> None:
        self._failure = exc
        if isinstance(exc, IncompleteStreamError):
            exc.snapshot = self._state.snapshot

    def _not_promised(self, exc: Exception) -> Exception:
        """Return what is raised for *exc*, which a chunk led to: *exc* itself where it is of the caller's code."""
        error = not_promised(exc, self.response)
        if isinstance(error, APIError):
            self._failure = error
        return error

    def _made(self, make: Callable[[], FinalT]) -> FinalT:
        """Return the final object that *make* gives. Raises what that raises, or `_not_promised` for it."""
        try:
            return make()
        except RuntimeError:  # there is none
            raise
        except UNFIT as exc:
            error = self._not_promised(exc)
            if error is exc:
                raise
        raise error

    def _check_whole(self) -> None:
        """Raise again what ended the stream; RuntimeError where it was left before its end."""
        if self._failure is not None:
            raise self._failure
        if self._raw_stream.complete is False:
            raise RuntimeError("the stream was closed before its end, so that there is no whole answer")


class AsyncEventStream(_EventStream, Generic[EventT]):
    """The events of a stream: ``async for event in stream``."""

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> EventT:
        while not self._pending:
            try:
                chunk = await self._raw_stream.__anext__()
            except StopAsyncIteration:
                self._end()
                raise
            except APIError as exc:
                self._note_failure(exc)
                raise
            try:
                self._pending.extend(self._state.take(chunk))
            except UNFIT as exc:
                error = self._not_promised(exc)
                if error is exc:
                    raise
                await self.close()
                raise error from None
        event: EventT = self._pending.popleft()
        return event

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        await self.close()

    async def until_done(self) -> Self:
        """Take all events that are still to come.

        Raises what the stream raises, or has raised; RuntimeError where it was closed before its end.
        """
        async for _ in self:
            pass
        self._check_whole()
        return self

    async def close(self) -> None:
        """End the stream, wherever it is. Twice is safe."""
        await self._raw_stream.close()


class BlockingEventStream(_EventStream, Generic[EventT]):
    """The events of a stream: ``for event in stream``. The blocking twin of `AsyncEventStream`."""

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> EventT:
        while not self._pending:
            try:
                chunk = self._raw_stream.__next__()
            except StopIteration:
                self._end()
                raise
            except APIError as exc:
                self._note_failure(exc)
                raise
            try:
                self._pending.extend(self._state.take(chunk))
            except UNFIT as exc:
                error = self._not_promised(exc)
                if error is exc:
                    raise
                self.close()
                raise error from None
        event: EventT = self._pending.popleft()
        return event

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def until_done(self) -> Self:
        """Take all events that are still to come.

        Raises what the stream raises, or has raised; RuntimeError where it was closed before its end.
        """
        for _ in self:
            pass
        self._check_whole()
        return self

    def close(self) -> None:
        """End the stream, wherever it is. Twice is safe."""
        self._raw_stream.close()


class AsyncManager(AsyncEnteredFirst, Generic[StreamT]):
    """Sends the request of a stream when it is entered (``async with``), and closes the stream in the end."""

    def __init__(self, api_request: Awaitable[AsyncStream[Any]], make: Callable[[Any], StreamT]) -> None:
        self._api_request = api_request
        self._make = make
        self._stream: StreamT | None = None

    async def __aenter__(self) -> StreamT:
        self._stream = stream = self._make(await self._api_request)
        return stream

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        if isinstance(self._stream, AsyncEventStream):
            await self._stream.close()


class BlockingManager(BlockingEnteredFirst, Generic[StreamT]):
    """Sends the request of a stream when it is entered (``with``), and closes the stream in the end."""

    def __init__(self, api_request: Callable[[], Stream[Any]], make: Callable[[Any], StreamT]) -> None:
        self._api_request = api_request
        self._make = make
        self._stream: StreamT | None = None

    def __enter__(self) -> StreamT:
        self._stream = stream = self._make(self._api_request())
        return stream

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> None:
        if isinstance(self._stream, BlockingEventStream):
            self._stream.close()


class Deferred:
    """A call that is made when it is awaited, so that one which is never awaited is no coroutine left behind."""

    def __init__(self, call: Callable[[], Awaitable[Any]]) -> None:
        self._call = call

    def __await__(self) -> Generator[Any, Any, Any]:
        return self._call().__await__()
