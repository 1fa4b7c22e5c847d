"""iGPT's stream: an answer as it is written, and afterwards as a whole."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, Any, overload

from aigpt._http.failure import LEFT, Failure
from aigpt._igpt.prepare import ReplyCall
from aigpt._igpt.replies import AskReply, Reply, ReplyT, RunReply, failed_reply
from aigpt._igpt.stream_protocols import AnswerProtocol
from aigpt._streaming.stream import AsyncStream, BaseStream

if TYPE_CHECKING:
    from aigpt._igpt.event_types import AskChunk, RunEvent
    from aigpt._igpt.partial_output import PartialOutput


class ReplyStream(BaseStream[ReplyT, AnswerProtocol]):
    """What iGPT's async and blocking streams share."""

    _call: ReplyCall[ReplyT]

    @property
    def reply(self) -> ReplyT:
        """The answer as a whole, with status, headers and usage.

        ``request_aborted`` where the stream was left before its end.
        """
        if self._result is None:
            return failed_reply(LEFT, self._call.reply_type)
        return self._result

    def _error_chunk(self, failure: Failure, value: object) -> dict[str, Any]:
        return dict(failed_reply(failure, Reply, value))

    def _partial_output(self) -> PartialOutput:
        from aigpt._igpt.partial_output import PartialOutput  # noqa: PLC0415 (few need it; importing stays quick)

        return PartialOutput()

    def _output(self) -> Any:
        """Return the output of a stream that ended well, else None."""
        return self._protocol.result().get("output") if self._over and self._failure is None else None


class Stream(ReplyStream[ReplyT], AsyncStream[ReplyT, AnswerProtocol]):
    """The values of a streamed answer, each as it comes: ``async for chunk in stream``.

    The request is sent when the stream is first awaited, entered (``async with``) or iterated. A failure is one last
    chunk ``{"error": code}``; with `raise_errors`, an exception in its place. Everything that arrived before is given
    first, nothing twice. Leaving ``async with``, `aclose` and dropping the stream end it at once. It is single-use:
    what was taken is not given again.

    Afterwards `error`, `complete`, `gaps` and `reply` say how it ended.
    """

    async def text(self) -> AsyncGenerator[str]:
        """Yield the answer's text alone, piece by piece as it arrives. Check `error` afterwards."""
        while await self._ready():
            pick = self._protocol.text
            for chunk in self._batch:
                text = pick(chunk)
                if text:
                    yield text

    async def partial(self) -> AsyncGenerator[Any]:
        """Yield the JSON of a structured answer as far as it has arrived, each time a little more; the last is whole.

        Lists and dicts, also where `output_format` is a type: `final` and `reply` have the instance. A value never
        shrinks: strings may get longer, a number appears when it is complete, a key when its value begins. Each is a
        copy except for finished parts, so change nothing in it. Beyond 16 KiB one is given whenever the answer has
        grown by a 64th. A run that writes a second message begins anew with it. Where the answer is not JSON, nothing
        is given. Check `error` afterwards.
        """
        partial = self._partial_output()
        while await self._ready():
            for chunk in self._batch:
                if partial.take(self._protocol, chunk):
                    yield partial.value()
        for value in partial.rest(self._output()):
            yield value

    @overload
    def events(self: Stream[RunReply[Any]]) -> AsyncGenerator[RunEvent]: ...
    @overload
    def events(self: Stream[AskReply[Any]]) -> AsyncGenerator[AskChunk]: ...
    async def events(self) -> AsyncGenerator[Any]:
        """Yield the objects of the stream as they arrive, typed: those of a run by their `type`.

        After ``if event["type"] == "run.output_text.delta"`` a type checker knows `event["delta"]`. Unknown types,
        which a server may send, are given like all others. A failure ends it: check `error` afterwards.
        """
        while await self._ready():
            for chunk in self._batch:
                if type(chunk) is dict:
                    yield chunk

    async def final(self) -> ReplyT:
        """Read the rest and return the answer as a whole.

        For a run this is what its ``run.done`` says, else all chunks folded into one object.
        """
        async for _ in self:
            pass
        return self.reply
