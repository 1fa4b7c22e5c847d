"""A stream as its caller sees it: the values as they arrive, and afterwards how it ended. Knows no API."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Generator, Iterator
from operator import length_hint
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from aigpt._http.attempt import AttemptResult
from aigpt._http.failure import Failure
from aigpt._http.request import Call, ResultT
from aigpt._http.transport import Transport
from aigpt._streaming.event_source import EventSource
from aigpt._streaming.protocol import StreamProtocol

ProtocolT = TypeVar("ProtocolT", bound=StreamProtocol)


class BaseStream(Generic[ResultT, ProtocolT]):
    """What async and blocking streams share: the values at hand, how more are fetched, and how the stream ended."""

    def __init__(self, transport: Transport, call: Call[ResultT], make_protocol: Callable[[], ProtocolT]) -> None:
        self._transport = transport
        self._call = call
        self._make_protocol = make_protocol
        self._protocol = make_protocol()
        self._batch: Iterator[Any] = iter(())
        self._source: EventSource | None = None
        self._opening: AttemptResult | None = None
        self._failure: Failure | None = None
        self._result: ResultT | None = None
        self._started = 0.0
        self._over = False
        self._loop: asyncio.AbstractEventLoop | None = None

    # ── how it ended ────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def error(self) -> str | None:
        """The code of what ended the stream; None while it goes on, and where it ended well or was left."""
        return None if self._failure is None else self._transport.api.error_code(self._failure)

    @property
    def complete(self) -> bool | None:
        """Whether the whole answer arrived and was taken.

        None where the protocol has no end marker (iGPT's `recall.ask`) and nothing went wrong.
        """
        if self._failure is not None:
            return False
        if self._over and self._result is None:
            return False
        if self._over or self._protocol.complete is None:
            return self._protocol.complete
        return self._protocol.ended and not length_hint(self._batch)

    @property
    def gaps(self) -> int:
        """How many events are missing, by the stream's own numbering."""
        return self._protocol.gaps

    # ── inside ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _error_chunk(self, failure: Failure, value: object) -> Any:
        """Return the last chunk of a failed stream whose API raises nothing for it."""
        raise NotImplementedError

    def _make_source(self) -> EventSource:
        protocol = self._protocol = self._make_protocol()
        return EventSource(protocol, self._call)

    async def _opened(self) -> Self:
        if self._opening is not None or self._over:
            return self
        if self._loop is not None:
            raise RuntimeError("this stream is being opened by another task; a stream belongs to one")
        self._loop = asyncio.get_running_loop()
        self._started = time.perf_counter()
        try:
            opening = self._opening = await self._transport.open(self._call, self._make_source)
        except BaseException:
            self._over = True
            raise
        if isinstance(opening.reader, EventSource):
            self._source = opening.reader
            self._batch = iter(opening.value)
        return self

    async def _ready(self) -> bool:
        """Have the next values of the answer in the batch; return False at the end, whether good or failed."""
        return bool(length_hint(self._batch)) or (await self._refill() and self._failure is None)

    async def _refill(self) -> bool:
        """Have something in the batch again; return False at the end."""
        if self._over:
            return False
        if self._opening is None:
            await self._opened()
            return True
        source = self._source
        if source is None:
            return self._finish(self._opening.failure, self._opening.value)
        batch = await source.batch()
        if batch:
            self._batch = iter(batch)
            return True
        return self._finish(source.failure, source.error_value)

    def _finish(self, failure: Failure | None, value: object) -> bool:
        """Note how it ended; return whether there is an error chunk to give. Raises what the API raises."""
        attempt = self._settle(failure, value)
        if attempt.failure is None:
            return False
        exception = self._transport.api.exception(self._call, attempt, self._result)
        if exception is not None:
            raise exception
        self._batch = iter((self._error_chunk(attempt.failure, value),))
        return True

    def _settle(self, failure: Failure | None, value: object) -> AttemptResult:
        """Note how it ended; where the answer is not what was asked for, that is a failure too."""
        self._over = True
        opening = self._opening or AttemptResult()
        if failure is None:
            value = self._protocol.result()
        attempt = AttemptResult(failure, value, opening.status, opening.headers)
        attempt.body, attempt.retry_after = opening.body, opening.retry_after
        elapsed = time.perf_counter() - self._started if self._started else 0.0
        self._result = self._transport.finish(self._call, attempt, elapsed)
        self._failure = attempt.failure
        return attempt

    async def _leave(self) -> None:
        """End the stream, wherever it is; its connection is closed unless it was read to the end."""
        source = self._source
        if source is not None and not self._over:
            taken = not length_hint(self._batch)
            try:
                await source.leave()
            finally:
                if taken and self._protocol.ended:
                    self._settle(None, None)
        self._over = True
        self._batch = iter(())
        if self._call.observer is not None:
            self._call.observer.leave()

    def __del__(self) -> None:
        call, loop = self.__dict__.get("_call"), self.__dict__.get("_loop")
        observer = None if call is None else call.observer
        if loop is None or loop.is_closed():
            if observer is not None:
                observer.leave()
            return
        if observer is not None:
            # Not here: whoever dropped it, at whatever line, may hold a lock that the observer wants.
            loop.call_soon_threadsafe(observer.leave)
        source = self.__dict__.get("_source")
        if source is None or source.over:
            return
        if _running_loop() is loop:
            source.close()
        else:  # dropped by another thread
            loop.call_soon_threadsafe(source.close)


class AsyncStream(BaseStream[ResultT, ProtocolT]):
    """A stream that is awaited, entered (``async with``) or iterated (``async for``)."""

    def __await__(self) -> Generator[Any, None, Self]:
        return self._opened().__await__()

    async def __aenter__(self) -> Self:
        return await self._opened()

    async def __aexit__(
        self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None
    ) -> None:
        await self.aclose()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Any:
        while True:
            for chunk in self._batch:
                return chunk
            if not await self._refill():
                raise StopAsyncIteration

    async def aclose(self) -> None:
        """End the stream, wherever it is; its connection is closed unless it was read to the end. Twice is safe."""
        await self._leave()

    close = aclose


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
