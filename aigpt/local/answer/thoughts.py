"""What a model thinks before it answers: some servers send it as part of the answer, between ``<think>`` tags."""

from __future__ import annotations

import re

__all__ = ["ThoughtFilter", "without_thoughts"]

_TAG = re.compile(r"<(?P<closing>/?)think(?:ing)?>", re.IGNORECASE)
_TAGS = ("<think>", "<thinking>", "</think>", "</thinking>")
_JSON = re.compile(r"[\s`]*(?:json\s*)?[\[{\"\d-]", re.IGNORECASE)


class ThoughtFilter:
    """Takes an answer in text piece by piece, and gives what is no thought.

    A thought that is not closed goes on to the end of the answer. White space before the answer is left out.
    """

    def __init__(self) -> None:
        self._held = ""
        self._thinking = False
        self._trims = True

    def feed(self, piece: str) -> str:
        """Return what can be shown after *piece*: what may be the beginning of a tag is held back."""
        *parts, text = _split(self._held + piece)
        shown = "".join(self._show(before, thinks=thinks) for before, thinks in parts)
        whole = len(text[0]) - _begun_tag(text[0])
        self._held = text[0][whole:]
        return shown + self._show(text[0][:whole])

    def rest(self) -> str:
        """Return what was held back, at the end of the answer."""
        held, self._held = self._held, ""
        return self._show(held)

    def _show(self, text: str, *, thinks: bool | None = None) -> str:
        """Return *text*, unless it is a thought; *thinks* is what the tag behind it says of what follows."""
        shown = "" if self._thinking else text.lstrip() if self._trims else text
        self._trims = self._trims and not shown
        if thinks is not None:
            self._thinking = thinks
        return shown


def _split(text: str) -> list[tuple[str, bool | None]]:
    """Return the parts of *text* between tags, each with whether the tag behind it begins a thought; None for none."""
    parts: list[tuple[str, bool | None]] = []
    start = 0
    for match in _TAG.finditer(text):
        parts.append((text[start : match.start()], not match["closing"]))
        start = match.end()
    return [*parts, (text[start:], None)]


def _begun_tag(text: str) -> int:
    """Return how many characters at the end of *text* may be the beginning of a tag."""
    end = text[text.rfind("<") :].lower() if "<" in text else ""
    return len(end) if end and any(tag.startswith(end) for tag in _TAGS) else 0


def without_thoughts(text: str) -> str:
    """Return a whole answer in JSON without the thoughts before it; tags within the JSON are text of it."""
    start, thinking = 0, False
    for match in _TAG.finditer(text):
        if not thinking and _JSON.match(text[start : match.start()]):
            break
        start, thinking = match.end(), not match["closing"]
    return "" if thinking else text[start:]
