"""A streamed answer as a chat message that grows."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any, Generic, TypeVar

from aigpt._stream import Stream
from aigpt.bots.split import LEAST_LIMIT, split_message
from aigpt.errors import APIError
from aigpt.types import Reply

HandleT = TypeVar("HandleT")
ReplyT = TypeVar("ReplyT", bound=Reply)

_log = logging.getLogger("aigpt.bots")
_LAST_TRIES = 3
_NOTHING_MORE = "⋯"


class MessageGone(Exception):  # noqa: N818 (it is what happened, not an error)
    """Raised by your `send` or `edit` when the message, or the place for it, is no longer there."""


class LiveMessage(Generic[HandleT]):
    """Shows a stream as a message that is edited as it grows, and as further messages beyond the limit.

    ``await send(text)`` posts a message and returns what names it; ``await edit(handle, text)`` changes it. Both raise
    `MessageGone` where somebody has deleted it. For one answer each.

    - *limit*: characters a message may have.
    - *interval*: seconds between two updates; in between the newest text wins.
    - *clean*: makes of the text what is shown, such as ``lambda text: defang(text, "slack")``.
    - *broken*: what is said where the answer breaks off; ``{error}`` is the code.
    - *empty*: what is said for an answer without text.

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
    ) -> None:
        if limit < LEAST_LIMIT:
            raise ValueError(f"limit is {limit}: messages need room for at least {LEAST_LIMIT} characters")
        if interval < 0:
            raise ValueError("interval must be a number of seconds, 0 or more")
        self._send = send
        self._edit = edit
        self._limit = limit
        self._interval = interval
        self._clean = clean
        self._broken = broken
        self._empty = empty
        self._used = False
        self._text: list[str] = []
        self._ending = ""
        self._over = False
        self._gone = False
        self._news = asyncio.Event()
        self._shown: list[tuple[HandleT, str]] = []
        self._next_update = 0.0

    @property
    def handles(self) -> list[HandleT]:
        """What `send` returned for each message so far."""
        return [handle for handle, _ in self._shown]

    async def follow(self, stream: Stream[ReplyT]) -> ReplyT:
        """Show *stream* until its end, and return its reply.

        A stream that breaks is said to in the message, and its reply says why. Reading never waits for the platform.
        An update that fails is made good by the next; if the last one fails three times, its exception is raised.
        Where the message is gone the stream is left, and the reply is a ``request_aborted``. Cancelled, it leaves the
        stream and what is shown as they are.
        """
        if self._used:
            raise RuntimeError("a LiveMessage shows one stream; make another")
        self._used = True
        async with stream:
            reading = asyncio.create_task(self._read(stream))
            writing = asyncio.create_task(self._write())
            try:
                await asyncio.wait({reading, writing}, return_when=asyncio.FIRST_COMPLETED)
                if reading.done() or not self._gone:
                    await writing
                    await reading
            finally:
                await _end(reading, writing)
        return stream.reply

    async def _read(self, stream: Stream[Any]) -> None:
        try:
            async for text in stream.text():
                self._text.append(text)
                self._news.set()
            self._ending = self._last_words(stream.error, stream.reply)
        except APIError as exc:  # raise_errors
            self._ending = self._last_words(exc.code, None)
            raise
        finally:
            self._over = True
            self._news.set()

    def _last_words(self, error: str | None, reply: Reply | None) -> str:
        said = bool("".join(self._text).strip())
        if error is not None:
            return ("\n\n" if said else "") + self._broken.format(error=error)
        if said:
            return ""
        output = None if reply is None else reply.get("output")
        if output is None or output == "":
            return self._empty
        if isinstance(output, str):
            return output
        return f"```json\n{json.dumps(output, ensure_ascii=False, indent=1)}\n```"

    async def _write(self) -> None:
        failed = 0
        while True:
            await self._news.wait()
            await asyncio.sleep(self._next_update - asyncio.get_running_loop().time())
            self._news.clear()
            is_last = self._over
            try:
                await self._update("".join([*self._text, self._ending]))
            except MessageGone:
                self._gone = True
                return
            except Exception as exc:
                failed = failed + 1 if is_last else 0
                if failed == _LAST_TRIES:
                    raise
                _log.info("an update of a message failed: %s", type(exc).__name__)
                self._news.set()
            else:
                if is_last:
                    return
            finally:
                self._next_update = asyncio.get_running_loop().time() + self._interval

    async def _update(self, text: str) -> None:
        """Have *text* shown."""
        pieces = split_message(text if self._clean is None else self._clean(text), self._limit)
        if self._over and not pieces:
            pieces = [self._empty]
        # Where there are fewer than before, what was beyond is taken back.
        pieces += [_NOTHING_MORE] * (len(self._shown) - len(pieces))
        for number, piece in enumerate(pieces):
            if number == len(self._shown):
                self._shown.append((await self._send(piece), piece))
            elif self._shown[number][1] != piece:
                handle = self._shown[number][0]
                await self._edit(handle, piece)
                self._shown[number] = handle, piece


async def _end(*tasks: asyncio.Task[None]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
