"""What the streams of the iGPT API mean. No I/O.

Source: the API's documentation of its run events, and what its official clients read.
"""

from __future__ import annotations

from typing import Any, cast

from aigpt._reply import Failure
from aigpt.errors import APIConnectionError

_EARLY = Failure("network_error", APIConnectionError, "the stream ended before run.done", retry=True)
_EMPTY = Failure("network_error", APIConnectionError, "the stream ended before it began", retry=True)
_DISORDER = Failure("network_error", APIConnectionError, "the stream sent an event number (seq) again, or a lower one")


class RunDialect:
    """The events of ``recall/run``: numbered by `seq`, from ``run.start`` to ``run.done``."""

    ends_at_done = False

    def __init__(self) -> None:
        self.ended = False
        self.gaps = 0
        self._seq: int | None = None
        self._done: dict[str, Any] = {}

    def take(self, chunks: list[Any]) -> tuple[list[Any], Failure | None]:
        """Return the *chunks* that are in order, up to ``run.done``."""
        last = self._seq
        for index, chunk in enumerate(chunks):
            if type(chunk) is not dict:
                continue
            event = cast("dict[str, Any]", chunk)
            seq = event.get("seq")
            if type(seq) is int:
                if last is not None and seq != last + 1:
                    if seq <= last:
                        return chunks[:index], _DISORDER
                    self.gaps += seq - last - 1
                last = seq
            if event.get("type") == "run.done":
                self._done = event
                self.ended = True
                return chunks[: index + 1], None
        self._seq = last
        return chunks, None

    def at_eof(self) -> Failure | None:
        """Return why a run may not end here: it ends with ``run.done`` alone."""
        return None if self.ended else _EARLY

    @property
    def complete(self) -> bool | None:
        """Whether ``run.done`` came."""
        return self.ended

    def text(self, chunk: Any) -> str:
        """Return the delta of an ``run.output_text.delta`` event."""
        if type(chunk) is dict:
            event = cast("dict[str, Any]", chunk)
            delta = event.get("delta")
            if type(delta) is str and event.get("type") == "run.output_text.delta":
                return delta
        return ""

    def is_new_text(self, chunk: Any) -> bool:
        """Return whether *chunk* begins another message."""
        return type(chunk) is dict and cast("dict[str, Any]", chunk).get("type") == "run.output_item.start"

    def result(self) -> dict[str, Any]:
        """Return what ``run.done`` says, less its `type` and `seq`."""
        return {name: value for name, value in self._done.items() if name not in {"type", "seq"}}


class AskDialect:
    """The chunks of ``recall/ask``: objects without numbers, of which nothing says which is the last."""

    ended = False
    gaps = 0
    ends_at_done = False
    complete: bool | None = None

    def __init__(self) -> None:
        self._text: list[str] = []
        self._rest: dict[str, Any] = {}
        self._begun = False

    def take(self, chunks: list[Any]) -> tuple[list[Any], Failure | None]:
        """Return all *chunks*, and remember what they add up to."""
        self._begun = self._begun or bool(chunks)
        for chunk in chunks:
            if type(chunk) is dict:
                text = self.text(chunk)
                if text:
                    self._text.append(text)
                self._rest.update(cast("dict[str, Any]", chunk))
        return chunks, None

    def at_eof(self) -> Failure | None:
        """Return why an ask stream may not end here: only before it began, since nothing says where it should."""
        return None if self._begun else _EMPTY

    def text(self, chunk: Any) -> str:
        """Return the `delta` or the `output` of a chunk, where that is text."""
        if type(chunk) is not dict:
            return ""
        found = cast("dict[str, Any]", chunk)
        for name in ("delta", "output"):
            text = found.get(name)
            if type(text) is str and text:
                return text
        return ""

    def result(self) -> dict[str, Any]:
        """Return the chunks put together: their text joined as `output`, of every other key the last."""
        result = dict(self._rest)
        if self._text:
            result.pop("delta", None)
            result["output"] = "".join(self._text)
        return result
