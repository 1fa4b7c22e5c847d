"""Show a streamed answer as a chat message that is edited while the text arrives."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any, Generic, TypeVar

from aigpt._igpt.replies import Reply
from aigpt._igpt.stream import Stream
from aigpt.bots.split import check_limit, closing_fence, split_message
from aigpt.errors import APIError

HandleT = TypeVar("HandleT")
ReplyT = TypeVar("ReplyT", bound=Reply)

_log = logging.getLogger("aigpt.bots")
_MAX_FAILURES_OF_LAST_UPDATE = 3
_EMPTIED = "⋯"  # for a message that has become superfluous


class MessageGone(Exception):  # noqa: N818 (a signal, not an error)
    """For your `send` or `edit` to raise when the message, or its channel, has been deleted."""


class LiveMessage(Generic[HandleT]):
    """Shows a stream as a message that is edited while text arrives, continued in further messages beyond the limit.

    ``await send(text)`` posts a message and returns its handle; ``await edit(handle, text)`` replaces its text. Both
    raise `MessageGone` where it has been deleted. Use a new one for each answer.

    - *limit*: maximum of characters per message.
    - *interval*: minimum of seconds between two updates; each shows all text that has arrived by then.
    - *clean*: converts the text before it is shown, such as ``lambda text: defang(text, "slack")``.
    - *broken*: appended to an answer that is incomplete; ``{error}`` is the error code.
    - *empty*: shown for an answer without text.
    - *ending*: gives what is appended to an answer that is whole, such as `name_sources`.
    - *pace*: awaited before each update but the last, to leave room for others': ``lambda: budgets.turn("edit")``. The
      text shown is that after it; once the answer is over, it is waited for no longer.

    Raises ValueError for options out of range.
    """

    def __init__(
        self,
        send: Callable[[str], Awaitable[HandleT]],
        edit: Callable[[HandleT, str], Awaitable[object]],
        *,
        limit: int = 2000,
        interval: float = 1.2,
        clean: Callable[[str], str] | None = None,
        broken: str = "⚠️ The answer broke off here ({error}).",
        empty: str = "(no answer)",
        ending: Callable[[Any], str] | None = None,
        pace: Callable[[], Awaitable[object]] | None = None,
    ) -> None:
        check_limit(limit)
        if interval < 0:
            raise ValueError(f"interval must be 0 seconds or more, not {interval}")
        self._send = send
        self._edit = edit
        self._limit = limit
        self._interval = interval
        self._clean = clean
        self._broken = broken
        self._empty = empty
        self._append = ending
        self._pace = pace
        self._started = False
        self._text: list[str] = []
        self._ending = ""
        self._finished = asyncio.Event()
        self._gone = False
        self._changed = asyncio.Event()
        self._shown: list[tuple[HandleT, str]] = []
        self._next_update = 0.0

    @property
    def handles(self) -> list[HandleT]:
        """What `send` has returned, for each message so far."""
        return [handle for handle, _ in self._shown]

    async def follow(self, stream: Stream[ReplyT]) -> ReplyT:
        """Show *stream* until its end, and return its reply.

        If the stream breaks, the message says so and the reply has the error. Reading never waits for the platform.
        A failed update is repaired by the next one; if the last one fails three times, its exception is raised. If the
        message is gone, the stream is closed and the reply is a ``request_aborted``. Cancellation closes the stream and
        leaves the messages as they are.
        """
        if self._started:
            raise RuntimeError("a LiveMessage shows one stream; make a new one for the next")
        self._started = True
        async with stream:
            reading = asyncio.create_task(self._read(stream))
            writing = asyncio.create_task(self._write())
            try:
                await asyncio.wait({reading, writing}, return_when=asyncio.FIRST_COMPLETED)
                if reading.done() or not self._gone:
                    await writing
                    await reading
            finally:
                await _cancel(reading, writing)
        return stream.reply

    async def _read(self, stream: Stream[Any]) -> None:
        try:
            async for text in stream.text():
                self._text.append(text)
                self._changed.set()
            self._ending = self._closing_text(stream.error, stream.reply)
        except APIError as exc:  # with raise_errors=True
            self._ending = self._closing_text(exc.code, None)
            raise
        finally:
            self._finished.set()
            self._changed.set()

    def _closing_text(self, error: str | None, reply: Reply | None) -> str:
        text = "".join(self._text)
        has_text = bool(text.strip())
        if error is not None:
            return (f"{closing_fence(text)}\n\n" if has_text else "") + self._broken.format(error=error)
        text = "" if has_text else self._whole_output(reply)
        ending = "" if self._append is None else self._append(reply)
        return text + (f"{closing_fence(''.join([*self._text, text]))}{ending}" if ending else "")

    def _whole_output(self, reply: Reply | None) -> str:
        output = None if reply is None else reply.get("output")
        if output is None or output == "":
            return self._empty
        if isinstance(output, str):
            return output
        return f"```json\n{json.dumps(output, ensure_ascii=False, indent=1)}\n```"

    async def _write(self) -> None:
        failed = 0
        while True:
            await self._changed.wait()
            await asyncio.sleep(self._next_update - asyncio.get_running_loop().time())
            await self._turn()
            self._changed.clear()
            is_last = self._finished.is_set()
            try:
                await self._update("".join([*self._text, self._ending]))
            except MessageGone:
                self._gone = True
                return
            except Exception as exc:
                failed = failed + 1 if is_last else 0
                if failed == _MAX_FAILURES_OF_LAST_UPDATE:
                    raise
                _log.info("an update of a message failed: %s", type(exc).__name__)
                self._changed.set()
            else:
                if is_last:
                    return
            finally:
                self._next_update = asyncio.get_running_loop().time() + self._interval

    async def _turn(self) -> None:
        """Wait until it is this message's turn to be updated, or its answer is over."""
        if self._pace is None or self._finished.is_set():
            return
        turn = asyncio.ensure_future(self._pace())
        over = asyncio.create_task(self._finished.wait())
        try:
            await asyncio.wait({turn, over}, return_when=asyncio.FIRST_COMPLETED)
            if turn.done():
                turn.result()
        finally:
            await _cancel(turn, over)

    async def _update(self, text: str) -> None:
        """Show *text*: edit the messages that differ, send those that are missing."""
        pieces = split_message(text if self._clean is None else self._clean(text), self._limit)
        if self._finished.is_set() and not pieces:
            pieces = [self._empty]
        # Messages cannot be deleted: those beyond the text are emptied.
        pieces += [_EMPTIED] * (len(self._shown) - len(pieces))
        for number, piece in enumerate(pieces):
            if number == len(self._shown):
                self._shown.append((await self._send(piece), piece))
            elif self._shown[number][1] != piece:
                handle = self._shown[number][0]
                await self._edit(handle, piece)
                self._shown[number] = handle, piece


async def _cancel(*tasks: asyncio.Future[Any]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
