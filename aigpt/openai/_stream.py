"""A stream of the OpenAI API as its caller sees it, async and blocking."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from aigpt._blocking.portal import BlockingPortal
from aigpt._blocking.stream import BlockingBaseStream
from aigpt._http.attempt import OK, AttemptResult
from aigpt._http.failure import Failure, FailureKind
from aigpt._http.transport import Transport
from aigpt._streaming import stream as streaming
from aigpt._streaming.byte_source import ByteSource
from aigpt._streaming.sse import ERROR_EVENT
from aigpt.openai._call import OpenAICall
from aigpt.openai._http_response import Response
from aigpt.openai._protocol import INCOMPLETE
from aigpt.openai._stream_protocols import ChunkProtocol, protocol_for

T_co = TypeVar("T_co", covariant=True)
_LEFT = Failure(FailureKind.CONNECTION, "the wait for its next chunk was cancelled")
_BARE = Failure(FailureKind.CONNECTION, "it ended before the first chunk of its answer", code=INCOMPLETE)


class _ChunkStream(streaming.BaseStream[None, ChunkProtocol]):
    """What async and blocking streams share."""

    _call: OpenAICall

    async def open(self) -> Self:
        """Send the request, and return when the first chunk is there, or what came in its place.

        Raises what the call raises where no response with a status of success arrived.
        """
        await self._opened()
        opening = self._opening
        if self._source is None and not self._over and opening is not None and opening.status not in OK:
            self._finish(opening.failure, opening.value)
        return self

    async def take_over(self, source: ByteSource) -> Self:
        """Read the open response of *source*, as the stream that its call would have given."""
        events = self._make_source()
        events.on_close = source.on_close
        self._opening = await events.begin(source.release())
        self._source = events
        self._batch = iter(self._opening.value or ())
        return self

    @property
    def is_over(self) -> bool:
        """Whether it has ended, or was left."""
        return self._over

    @property
    def opening(self) -> AttemptResult:
        """How the request was answered."""
        return self._opening or AttemptResult()

    async def leave(self) -> None:
        """End it, wherever it is."""
        await self._leave()

    def _become_incomplete(self) -> Exception | None:
        """Have a stream that ended in order be incomplete: nothing of its answer came before the end mark.

        Returns what is to be raised for it.
        """
        opening = self.opening
        self._failure = _BARE
        attempt = AttemptResult(_BARE, None, opening.status, opening.headers)
        return self._transport.api.exception(self._call, attempt, None)

    def _finish(self, failure: Failure | None, value: object) -> bool:
        protocol = self._protocol
        self._call.received = protocol.received
        if failure is None and protocol.complete is False:
            failure = _LEFT  # the task that waited was cancelled; what is read on now is not whole
        if failure is ERROR_EVENT and value is None:
            value = protocol.error_value
        return super()._finish(failure, value)


class StreamResponse(Response):
    """The HTTP response of a stream, whose body is the stream."""

    def __init__(self, response: Response, stream: AsyncStream[Any] | Stream[Any]) -> None:
        self.__dict__.update(response.__dict__)
        self._stream = stream

    @property
    def is_closed(self) -> bool:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]
        """Whether the stream is over."""
        return self._stream.is_over

    def close(self) -> None:
        """Close the stream of a blocking client. Raises RuntimeError for an async one, whose `aclose` is awaited."""
        if not isinstance(self._stream, Stream):
            raise RuntimeError("the response of an async stream is closed with: await response.aclose()")  # noqa: TRY004
        self._stream.close()

    async def aclose(self) -> None:
        """Close the stream of an async client."""
        await self._stream.leave()


class AsyncStream(_ChunkStream, streaming.AsyncStream[None, ChunkProtocol], Generic[T_co]):
    """The chunks of a streamed answer, each as it comes: ``async for chunk in stream``.

    Where the stream stops before its end, everything that arrived is given first, and then `IncompleteStreamError` is
    raised; `APIError` for an error that the server reports in it. Leaving it (``async with``, `close`) closes its
    connection. Afterwards `complete` says whether everything arrived, `error` what was wrong.
    """

    @property
    def response(self) -> StreamResponse:
        """The HTTP response: status and headers. Closing it closes the stream."""
        return StreamResponse(self._call.response(self.opening), self)

    if TYPE_CHECKING:  # at run time another coroutine would cost each chunk

        def __aiter__(self) -> AsyncIterator[T_co]: ...  # type: ignore[override]

        async def __anext__(self) -> T_co: ...


class Stream(_ChunkStream, BlockingBaseStream[None, ChunkProtocol], Generic[T_co]):
    """The chunks of a streamed answer, each as it comes: ``for chunk in stream``. The twin of `AsyncStream`."""

    @property
    def response(self) -> StreamResponse:
        """The HTTP response: status and headers. Closing it closes the stream."""
        return StreamResponse(self._call.response(self.opening), self)

    if TYPE_CHECKING:  # at run time another call would cost each chunk

        def __iter__(self) -> Iterator[T_co]: ...  # type: ignore[override]

        def __next__(self) -> T_co: ...


def make_stream(
    transport: Transport, call: OpenAICall, portal: BlockingPortal | None
) -> AsyncStream[Any] | Stream[Any]:
    """Return the stream of *call*, blocking where there is a *portal*."""
    protocol = protocol_for(call.chunk, call.route)
    make_protocol = partial(protocol, call.wrap, call.body_fields or {}, allow_incomplete=call.allow_incomplete)
    if portal is None:
        return AsyncStream(transport, call, make_protocol)
    return Stream(portal, transport, call, make_protocol)
