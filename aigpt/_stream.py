"""`Stream`: an answer as it is made, and afterwards as a whole."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from operator import length_hint
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, Self, overload

from aigpt._answer import Outcome, make_reply
from aigpt._call import Call
from aigpt._events import Dialect, EventSource
from aigpt._reply import LEFT, Failure, ReplyT
from aigpt._transport import Transport
from aigpt.types import AskChunk, AskReply, Reply, RunEvent, RunReply

if TYPE_CHECKING:
    from aigpt._partial import Growth


class BaseStream(Generic[ReplyT]):
    """What `Stream` and its blocking twin share: the values at hand, how more are had, and how it went."""

    def __init__(self, transport: Transport, call: Call[ReplyT], dialect: Callable[[], Dialect]) -> None:
        self._transport = transport
        self._call = call
        self._make_dialect = dialect
        self._dialect: Dialect = dialect()
        self._batch: Iterator[Any] = iter(())
        self._source: EventSource | None = None
        self._outcome: Outcome | None = None
        self._failure: Failure | None = None
        self._reply: ReplyT | None = None
        self._started = 0.0
        self._over = False
        self._loop: asyncio.AbstractEventLoop | None = None

    # ── how it went ─────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def error(self) -> str | None:
        """The code of what ended the stream; None while it goes on, and where it ended well or was left."""
        return None if self._failure is None else self._failure.code

    @property
    def complete(self) -> bool | None:
        """Whether the whole answer came and was taken.

        None where the protocol has no end marker (`recall.ask`) and nothing went wrong.
        """
        if self._failure is not None:
            return False
        if self._over and self._reply is None:
            return False
        if self._over or self._dialect.complete is None:
            return self._dialect.complete
        return self._dialect.ended and not length_hint(self._batch)

    @property
    def gaps(self) -> int:
        """How many events the stream's own numbering says are missing."""
        return self._dialect.gaps

    @property
    def reply(self) -> ReplyT:
        """The answer as a whole, with status, headers and usage.

        ``request_aborted`` where the stream was left before its end.
        """
        return LEFT.to_reply(self._call.reply_type) if self._reply is None else self._reply

    # ── inside ──────────────────────────────────────────────────────────────────────────────────────────────────

    async def _opened(self) -> Self:
        if self._outcome is not None or self._over:
            return self
        if self._loop is not None:
            raise RuntimeError("this stream is being opened by another task; a stream belongs to one")
        self._loop = asyncio.get_running_loop()
        self._started = time.perf_counter()
        try:
            outcome = self._outcome = await self._transport.open(self._call, self._make_dialect)
        except BaseException:
            self._over = True
            raise
        source = self._source = outcome.source
        if source is not None:
            self._dialect = source.dialect
            self._batch = iter(outcome.value)
        return self

    async def _ready(self) -> bool:
        """Have the next values of the answer in the batch; return False at the end, be it good or bad."""
        return bool(length_hint(self._batch)) or (await self._refill() and self._failure is None)

    async def _refill(self) -> bool:
        """Have something in the batch again; return False at the end."""
        if self._over:
            return False
        if self._outcome is None:
            await self._opened()
            return True
        source = self._source
        if source is None:
            return self._finish(self._outcome.failure, self._outcome.value)
        batch = await source.batch()
        if batch:
            self._batch = iter(batch)
            return True
        return self._finish(source.failure, source.error_value)

    def _finish(self, failure: Failure | None, value: object) -> bool:
        """Set down how it ended; return whether there is an error chunk to give."""
        failure = self._settle(failure, value)
        if failure is None:
            return False
        if self._call.options.raise_errors:
            raise failure.to_exception(self._reply)
        self._batch = iter((dict(failure.to_reply(Reply, value)),))
        return True

    def _settle(self, failure: Failure | None, value: object) -> Failure | None:
        """Set down how it ended; return why it failed, be it that what came is not what was asked for."""
        self._over = True
        self._reply = reply = self._make_reply(failure, value)
        self._failure = reply._failure  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (it was made here)
        return self._failure

    def _make_reply(self, failure: Failure | None, value: object = None) -> ReplyT:
        opened = self._outcome or Outcome()
        if failure is None:
            value = self._dialect.result()
        outcome = Outcome(failure, value, opened.status, opened.headers)
        outcome.body, outcome.retry_after = opened.body, opened.retry_after
        return make_reply(self._call, outcome, time.perf_counter() - self._started if self._started else 0.0)

    def _growth(self) -> Growth:
        from aigpt._partial import Growth  # noqa: PLC0415 (few need it; importing aigpt stays quick)

        return Growth()

    def _whole(self) -> Any:
        """Return the output of a stream that ended well."""
        return self._dialect.result().get("output") if self._over and self._failure is None else None

    async def _leave(self) -> None:
        """End the stream, wherever it is; its connection is closed unless it was read to the end."""
        source = self._source
        if source is not None and not self._over:
            taken = not length_hint(self._batch)
            try:
                await source.leave()
            finally:
                if taken and self._dialect.ended:
                    self._settle(None, None)
        self._over = True
        self._batch = iter(())
        if self._call.span is not None:
            self._call.span.leave()

    def __del__(self) -> None:
        call = self.__dict__.get("_call")
        if call is not None and call.span is not None:
            call.span.leave()
        source, loop = self.__dict__.get("_source"), self.__dict__.get("_loop")
        if source is None or source.over or loop is None or loop.is_closed():
            return
        if _running_loop() is loop:
            source.close()
        else:  # dropped by another thread
            loop.call_soon_threadsafe(source.close)


class Stream(BaseStream[ReplyT]):
    """The values of a streamed answer, each as it comes: ``async for chunk in stream``.

    The request is sent when the stream is first awaited, entered (``async with``) or iterated. Trouble is one last
    chunk ``{"error": code}``; with `raise_errors`, an exception in its place. What had arrived before is given first,
    nothing twice. Leaving ``async with``, `aclose` and dropping the stream end it at once. It can be iterated once.

    Afterwards `error`, `complete`, `gaps` and `reply` say how it went.
    """

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

    async def text(self) -> AsyncGenerator[str]:
        """Give the answer's text alone, piece by piece as it comes. Look at `error` afterwards."""
        while await self._ready():
            pick = self._dialect.text
            for chunk in self._batch:
                text = pick(chunk)
                if text:
                    yield text

    async def partial(self) -> AsyncGenerator[Any]:
        """Give the JSON of a structured answer as far as it has come, each time a little more; the last is the whole.

        Lists and dicts, also where `output_format` is a type: `final` and `reply` have the instance. What was given
        never shrinks: texts may get longer, a number comes when it is whole, a key when its value begins. Each is a
        copy but for the parts that are finished, so change nothing in it. Beyond 16 KiB one comes whenever the answer
        has grown by a 64th. A run that writes a second message begins anew with it. Where the answer is no JSON,
        nothing comes. Look at `error` afterwards.
        """
        growth = self._growth()
        while await self._ready():
            for chunk in self._batch:
                if growth.take(self._dialect, chunk):
                    yield growth.value()
        for value in growth.rest(self._whole()):
            yield value

    @overload
    def events(self: Stream[RunReply[Any]]) -> AsyncGenerator[RunEvent]: ...
    @overload
    def events(self: Stream[AskReply[Any]]) -> AsyncGenerator[AskChunk]: ...
    async def events(self) -> AsyncGenerator[Any]:
        """Give the objects of the stream as they come, typed: those of a run by their `type`.

        After ``if event["type"] == "run.output_text.delta"`` a type checker knows `event["delta"]`. Types it does not
        know, which a server may send, come like all others. Trouble ends it: look at `error` afterwards.
        """
        while await self._ready():
            for chunk in self._batch:
                if type(chunk) is dict:
                    yield chunk

    async def final(self) -> ReplyT:
        """Read what is left and return the answer as a whole.

        For a run what its ``run.done`` says, else all chunks put together.
        """
        async for _ in self:
            pass
        return self.reply

    async def aclose(self) -> None:
        """End the stream, wherever it is; its connection is closed unless it was read to the end. Twice is fine."""
        await self._leave()

    close = aclose


def _running_loop() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
