"""The partial values of a structured answer, while its stream arrives."""

from __future__ import annotations

from typing import Any

from aigpt._igpt.stream_protocols import AnswerProtocol
from aigpt._structured.partial_json import NOTHING, PartialJSON, parse_whole


class PartialOutput:
    """The partial values of a structured answer, from the chunks of its stream; and the whole at its end."""

    def __init__(self) -> None:
        self._json = PartialJSON()
        self._given: Any = NOTHING

    def take(self, protocol: AnswerProtocol, chunk: Any) -> bool:
        """Take the next *chunk*; return whether there is a `value` to give."""
        text = protocol.text(chunk)
        if text:
            return self._json.feed(text)
        if protocol.begins_message(chunk):
            self._json = PartialJSON()
        return False

    def value(self) -> Any:
        """Return the value so far."""
        self._given = self._json.value()
        return self._given

    def rest(self, output: Any) -> list[Any]:
        """Return what is still to be given, where *output* is the answer as a whole; None where the stream failed."""
        left = [self.value()] if self._json.unseen else []
        whole = parse_whole(output) if isinstance(output, str) else output
        if whole is not None and whole is not NOTHING and whole != self._given:
            left.append(whole)
        return left
