"""Responses whose bodies are read by their caller: ``with_streaming_response``."""

from __future__ import annotations

import asyncio
import codecs
import datetime as dt
import json
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterator, Mapping
from functools import partial
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, TypeVar, cast, overload

from aigpt._blocking.portal import BlockingPortal
from aigpt._http.attempt import AttemptResult
from aigpt._http.failure import TOO_LARGE, Failure
from aigpt._http.transport import Transport
from aigpt._streaming.byte_source import ByteSource
from aigpt.openai._call import OpenAICall
from aigpt.openai._http_response import Request, Response
from aigpt.openai._raw_response import parse_value, taken
from aigpt.openai._stream import make_stream

R = TypeVar("R")
T = TypeVar("T")
ResponseT = TypeVar("ResponseT", bound="OpenResponse[Any]")


class OpenResponse(Generic[R]):
    """What async and blocking open responses share."""

    def __init__(
        self,
        transport: Transport,
        call: OpenAICall,
        opening: AttemptResult,
        portal: BlockingPortal | None,
        started: float,
    ) -> None:
        self._transport = transport
        self._call = call
        self._opening = opening
        self._source = cast("ByteSource", opening.reader)
        self._portal = portal
        self._content: bytes | None = None
        self._stream: Any = None
        self._started = started
        self._ended: float | None = None
        self._is_at_end = False
        self._has_given = False
        self._error: Exception | None = None
        self.retries_taken: int = call.retries
        """How many retries there were."""

    @property
    def http_response(self) -> Response:
        """The HTTP response, with its body as far as it was read whole."""
        self._opening.body = self._content
        return self._call.response(self._opening)

    @property
    def http_request(self) -> Request:
        """What was sent, without body and credentials."""
        return self._call.request()

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response; names are looked up in any case."""
        return self._opening.headers or {}

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self._opening.status

    @property
    def request_id(self) -> str | None:
        """The server's identifier of the request."""
        return self.headers.get("x-request-id")

    @property
    def url(self) -> Any:
        """Where the request was sent."""
        return self._call.url()

    @property
    def method(self) -> str:
        """The HTTP method."""
        return self._call.method

    @property
    def elapsed(self) -> dt.timedelta:
        """How long the call took, with its retries, and with its body where that has been read."""
        return dt.timedelta(seconds=(self._ended or time.perf_counter()) - self._started)

    @property
    def http_version(self) -> str:
        """The version of HTTP."""
        return "HTTP/1.1"

    @property
    def is_closed(self) -> bool:
        """Whether the body has been read, or the connection closed."""
        return self._source.over

    async def _next(self) -> bytes:
        """Return the next bytes; ``b""`` at the end. Raises what the API raises where the body was cut."""
        if self._is_at_end:
            return b""
        self._check_open()
        data = await self._source.read()
        if not data:
            self._settle(self._source.failure)
            self._is_at_end = True
        self._has_given = True
        return data

    def _check_open(self) -> None:
        """Raise what cut the body, or RuntimeError where it was left."""
        if self._error is not None:
            raise self._error
        if self._source.over:
            raise RuntimeError("this response was closed before its body was read")

    def _settle(self, failure: Failure | None) -> None:
        """Note how the body ended. Raises what the API raises for *failure*."""
        self._ended = time.perf_counter()
        opening = self._opening
        attempt = AttemptResult(failure, None, opening.status, opening.headers)
        result = self._transport.finish(self._call, attempt, self._ended - self._started)
        if attempt.failure is not None:
            self._error = self._transport.api.exception(self._call, attempt, result)
            self._check_open()

    async def _whole(self) -> bytes:
        if self._content is None:
            if self._error is None and self._has_given:
                raise RuntimeError("the body of this response has been read already, piece by piece")
            pieces: list[bytes] = []
            left = self._call.options.limits.response_bytes
            try:
                while data := await self._next():
                    pieces.append(data)
                    left -= len(data)
                    if left < 0:
                        self._settle(TOO_LARGE)
            finally:
                self._source.close()
            self._content = b"".join(pieces)
        return self._content

    async def _parsed(self, to: Any) -> Any:
        call = self._call
        if call.is_stream and to is None:
            if self._stream is None:
                self._check_open()
                self._stream = await make_stream(self._transport, call, self._portal).take_over(self._source)
            return self._stream
        content = await self._whole()
        response = self.http_response
        if to is not None:
            return parse_value(call, content, response, to)
        value, failure = self._transport.api.read(call, response.status_code, response.headers, content)
        if failure is not None:
            raise self._exception(failure)
        return parse_value(call, value, response)

    def _exception(self, failure: Failure) -> Exception:
        self._opening.body = self._content
        self._opening.failure = failure
        return cast("Exception", self._transport.api.exception(self._call, self._opening, None))

    async def _leave(self) -> None:
        if self._stream is not None:
            await self._stream.leave()
        else:
            await self._source.leave()
            if self._call.observer is not None:
                self._call.observer.leave()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} [{self.status_code}]>"


class AsyncAPIResponse(OpenResponse[R]):
    """A response whose body is still to be read."""

    async def read(self) -> bytes:
        """Return the body."""
        return await self._whole()

    async def text(self) -> str:
        """Return the body as text."""
        return (await self._whole()).decode("utf-8", "replace")

    async def json(self) -> Any:
        """Return the body as a JSON value. Raises ValueError where it is none."""
        return json.loads(await self._whole())

    @overload
    async def parse(self) -> R: ...
    @overload
    async def parse(self, *, to: type[T]) -> T: ...
    async def parse(self, *, to: Any = None) -> Any:
        """Return the object or the stream that the method returns without ``with_streaming_response``."""
        value = await self._parsed(to)
        return value if to is not None else taken(self._call, value, self.http_response)

    async def iter_bytes(self, chunk_size: int | None = None) -> AsyncGenerator[bytes]:
        """Yield the body as it arrives, or in pieces of *chunk_size*."""
        pieces = _Pieces(chunk_size)
        while data := self._content or await self._next():
            for piece in pieces.feed(data):
                yield piece
            if self._content is not None:
                break
        if pieces.rest:
            yield pieces.rest

    async def iter_text(self, chunk_size: int | None = None) -> AsyncGenerator[str]:
        """Yield the text as it arrives, or in pieces of *chunk_size* bytes."""
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        async for data in self.iter_bytes(chunk_size):
            text = decoder.decode(data)
            if text:
                yield text
        text = decoder.decode(b"", final=True)
        if text:
            yield text

    async def iter_lines(self) -> AsyncGenerator[str]:
        """Yield the lines of the text as they arrive, without their ends."""
        lines = _Lines()
        async for text in self.iter_text():
            for line in lines.feed(text):
                yield line
        for line in lines.close():
            yield line

    async def stream_to_file(self, file: str | PathLike[str], *, chunk_size: int | None = None) -> None:
        """Write the body to *file* as it arrives, off the event loop."""
        opened = await asyncio.to_thread(Path(file).open, "wb")
        try:
            async for data in self.iter_bytes(chunk_size):
                await asyncio.to_thread(opened.write, data)
        finally:
            await asyncio.to_thread(opened.close)

    write_to_file = stream_to_file

    async def close(self) -> None:
        """Close the response. Its connection is used again only where the body was read."""
        await self._leave()


class APIResponse(OpenResponse[R]):
    """A response whose body is still to be read: the blocking twin of `AsyncAPIResponse`."""

    def _wait(self, work: Callable[[], Any]) -> Any:
        assert self._portal is not None  # noqa: S101 (a blocking client has one)
        return self._portal.call(work)

    def read(self) -> bytes:
        """Return the body."""
        return cast("bytes", self._wait(self._whole))

    def text(self) -> str:
        """Return the body as text."""
        return self.read().decode("utf-8", "replace")

    def json(self) -> Any:
        """Return the body as a JSON value. Raises ValueError where it is none."""
        return json.loads(self.read())

    @overload
    def parse(self) -> R: ...
    @overload
    def parse(self, *, to: type[T]) -> T: ...
    def parse(self, *, to: Any = None) -> Any:
        """Return the object or the stream that the method returns without ``with_streaming_response``."""
        value = self._wait(partial(self._parsed, to))
        return value if to is not None else taken(self._call, value, self.http_response)

    def iter_bytes(self, chunk_size: int | None = None) -> Generator[bytes]:
        """Yield the body as it arrives, or in pieces of *chunk_size*."""
        pieces = _Pieces(chunk_size)
        while data := self._content or self._wait(self._next):
            yield from pieces.feed(data)
            if self._content is not None:
                break
        if pieces.rest:
            yield pieces.rest

    def iter_text(self, chunk_size: int | None = None) -> Generator[str]:
        """Yield the text as it arrives, or in pieces of *chunk_size* bytes."""
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        for data in self.iter_bytes(chunk_size):
            text = decoder.decode(data)
            if text:
                yield text
        text = decoder.decode(b"", final=True)
        if text:
            yield text

    def iter_lines(self) -> Generator[str]:
        """Yield the lines of the text as they arrive, without their ends."""
        lines = _Lines()
        for text in self.iter_text():
            yield from lines.feed(text)
        yield from lines.close()

    def stream_to_file(self, file: str | PathLike[str], *, chunk_size: int | None = None) -> None:
        """Write the body to *file* as it arrives."""
        with Path(file).open("wb") as opened:
            opened.writelines(self.iter_bytes(chunk_size))

    write_to_file = stream_to_file

    def close(self) -> None:
        """Close the response. Its connection is used again only where the body was read."""
        self._wait(self._leave)


class _Pieces:
    """Cuts bytes into pieces of *size*, however they arrive; None leaves them as they are. `rest` is what is left."""

    def __init__(self, size: int | None) -> None:
        self._size = size
        self.rest = b""

    def feed(self, data: bytes) -> Iterator[bytes]:
        size = self._size
        if size is None:
            yield data
            return
        data = self.rest + data
        end = len(data) - len(data) % size
        self.rest = data[end:]
        for start in range(0, end, size):
            yield data[start : start + size]


class _Lines:
    """Splits text into lines, however it arrives."""

    def __init__(self) -> None:
        self._rest = ""

    def feed(self, text: str) -> Iterator[str]:
        text = self._rest + text
        if text.endswith("\r"):  # perhaps half of a line's end
            text, self._rest = text[:-1], "\r"
        else:
            self._rest = ""
        *lines, last = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._rest = last + self._rest
        yield from lines

    def close(self) -> Iterator[str]:
        if self._rest:
            yield self._rest.removesuffix("\r")


class AsyncResponseContextManager(Generic[ResponseT]):
    """Opens a response when it is entered, and closes it when it is left."""

    def __init__(self, opening: Awaitable[ResponseT]) -> None:
        self._opening = opening
        self._response: ResponseT | None = None

    async def __aenter__(self) -> ResponseT:
        self._response = await self._opening
        return self._response

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        if self._response is not None:
            await cast("AsyncAPIResponse[Any]", self._response).close()


class ResponseContextManager(Generic[ResponseT]):
    """Opens a response when it is entered, and closes it when it is left."""

    def __init__(self, opening: Callable[[], ResponseT]) -> None:
        self._opening = opening
        self._response: ResponseT | None = None

    def __enter__(self) -> ResponseT:
        self._response = self._opening()
        return self._response

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> None:
        if self._response is not None:
            cast("APIResponse[Any]", self._response).close()


async def open_response(
    transport: Transport, call: OpenAICall, portal: BlockingPortal | None
) -> AsyncAPIResponse[Any] | APIResponse[Any]:
    """Return the open response of *call*. Raises what the call raises."""
    started = time.perf_counter()
    try:
        opening = await transport.open(call, partial(ByteSource, call))
    finally:
        if call.multipart is not None:
            await call.multipart.close()
    if opening.failure is not None:
        result = transport.finish(call, opening, time.perf_counter() - started)
        exception = transport.api.exception(call, opening, result)
        if exception is not None:
            raise exception
    kind: type[AsyncAPIResponse[Any] | APIResponse[Any]] = AsyncAPIResponse if portal is None else APIResponse
    return kind(transport, call, opening, portal, started)
