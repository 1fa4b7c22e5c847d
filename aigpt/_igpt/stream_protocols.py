"""What the streams of the iGPT API mean. No I/O.

Source: the API's documentation of its run events, and what its official clients read.
"""

from __future__ import annotations

from typing import Any, Protocol, cast

from aigpt._http.failure import Failure, FailureKind
from aigpt._igpt.protocol import body_failure
from aigpt._streaming.protocol import StreamProtocol

_EARLY = Failure(FailureKind.CONNECTION, "the stream ended before run.done", retry=True)
_EMPTY = Failure(FailureKind.CONNECTION, "the stream ended before its first event", retry=True)
_DISORDER = Failure(FailureKind.CONNECTION, "the stream sent an event number (seq) again, or a lower one")


class AnswerProtocol(StreamProtocol, Protocol):
    """The protocol of a stream whose values are parts of an answer."""

    def text(self, chunk: Any) -> str:
        """Return the text that *chunk* adds to the answer; "" where it adds none."""
        ...

    def begins_message(self, chunk: Any) -> bool:
        """Return whether the answer's text begins anew after *chunk*."""
        ...

    def result(self) -> dict[str, Any]:
        """Return the answer that all chunks add up to."""
        ...


def names_error(value: object) -> bool:
    """Return whether *value* is an object with an error in it."""
    return isinstance(value, dict) and bool(cast("dict[str, object]", value).get("error"))


def until_error(chunks: list[Any]) -> tuple[list[Any], Failure | None, Any]:
    """Return the *chunks* before the first that is an error, that error, and the object that reports it."""
    for index, chunk in enumerate(chunks):
        if type(chunk) is dict and "error" in chunk:
            value = cast("dict[str, Any]", chunk)
            failure = body_failure(value)
            if failure is not None:
                return chunks[:index], failure, value
    return chunks, None, None


class RunProtocol:
    """The events of ``recall/run``: numbered by `seq`, from ``run.start`` to ``run.done``."""

    ends_at_done = False
    names_events = False
    may_be_cut = False

    def __init__(self) -> None:
        self.ended = False
        self.gaps = 0
        self._seq: int | None = None
        self._done: dict[str, Any] = {}

    def names_error(self, value: object) -> bool:
        """Return whether *value* is an object with an error in it."""
        return names_error(value)

    def take(self, chunks: list[Any]) -> tuple[list[Any], Failure | None, Any]:
        """Return the *chunks* that are in order, up to ``run.done`` or an error."""
        events: list[dict[str, Any]] = chunks  # nearly always; each event would pay for a cast, which is a call
        last = self._seq
        for index, event in enumerate(events):
            if type(event) is not dict:
                continue
            if "error" in event:
                failure = body_failure(event)
                if failure is not None:
                    self._seq = last
                    return chunks[:index], failure, event
            seq = event.get("seq")
            if type(seq) is int:
                if last is not None and seq != last + 1:
                    if seq <= last:
                        return chunks[:index], _DISORDER, None
                    self.gaps += seq - last - 1
                last = seq
            if event.get("type") == "run.done":
                self._done = event
                self.ended = True
                return chunks[: index + 1], None, None
        self._seq = last
        return chunks, None, None

    def at_eof(self, *, is_framed: bool = True) -> Failure | None:  # noqa: ARG002 (its end marker tells all)
        """Return why a run may not end here: it ends with ``run.done`` alone."""
        return None if self.ended else _EARLY

    @property
    def complete(self) -> bool | None:
        """Whether ``run.done`` came."""
        return self.ended

    def text(self, chunk: Any) -> str:
        """Return the delta of an ``run.output_text.delta`` event."""
        event: dict[str, Any] = chunk  # not a cast, for the same reason
        if type(event) is dict:
            delta = event.get("delta")
            if type(delta) is str and event.get("type") == "run.output_text.delta":
                return delta
        return ""

    def begins_message(self, chunk: Any) -> bool:
        """Return whether *chunk* begins another message of the run."""
        return type(chunk) is dict and cast("dict[str, Any]", chunk).get("type") == "run.output_item.start"

    def result(self) -> dict[str, Any]:
        """Return what ``run.done`` says, less its `type` and `seq`."""
        return {name: value for name, value in self._done.items() if name not in {"type", "seq"}}


class AskProtocol:
    """The chunks of ``recall/ask``: objects without numbers, and without an end marker."""

    ended = False
    gaps = 0
    ends_at_done = False
    names_events = False
    may_be_cut = False
    complete: bool | None = None

    def __init__(self) -> None:
        self._text: list[str] = []
        self._rest: dict[str, Any] = {}
        self._begun = False

    def names_error(self, value: object) -> bool:
        """Return whether *value* is an object with an error in it."""
        return names_error(value)

    def take(self, chunks: list[Any]) -> tuple[list[Any], Failure | None, Any]:
        """Return the *chunks* up to an error, and remember what they add up to."""
        chunks, failure, value = until_error(chunks)
        self._begun = self._begun or bool(chunks)
        for chunk in chunks:
            if type(chunk) is dict:
                text = self.text(chunk)
                if text:
                    self._text.append(text)
                self._rest.update(cast("dict[str, Any]", chunk))
        return chunks, failure, value

    def at_eof(self, *, is_framed: bool = True) -> Failure | None:  # noqa: ARG002 (nothing tells)
        """Return why an ask stream may not end here: only before its first chunk, since it has no end marker."""
        return None if self._begun else _EMPTY

    def text(self, chunk: Any) -> str:
        """Return the `delta` or the `output` of a chunk, where that is text."""
        found: dict[str, Any] = chunk
        if type(found) is not dict:
            return ""
        for name in ("delta", "output"):
            text = found.get(name)
            if type(text) is str and text:
                return text
        return ""

    def begins_message(self, chunk: Any) -> bool:  # noqa: ARG002
        """Return whether the answer's text begins anew: never, it is one message."""
        return False

    def result(self) -> dict[str, Any]:
        """Return the chunks folded into one object: their text joined as `output`, of other keys the last value."""
        result = dict(self._rest)
        if self._text:
            result.pop("delta", None)
            result["output"] = "".join(self._text)
        return result
