"""Long texts as several messages, cut where a reader would, with code blocks whole in each."""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile
from typing import NamedTuple

LEAST_LIMIT = 40

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_MARKS = re.compile(r"[ \t]*(?:`{3}|~{3})")
_ENDS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"[.!?…][\"”’)\]]?\s|[。！？]"), re.compile(r"\s"))  # noqa: RUF001 (full stops of Chinese and Japanese)
_LEAST_FULL = (0.5, 0.3, 0.5, 0.1)
"""How full a message is to be for a cut at the end of a paragraph, a line, a sentence, a word."""
_JOINER = "\u200d"
_MODIFIERS = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)
_LONGEST_CLUSTER = 32


class _Fence(NamedTuple):
    """A code block that is open: the marks it began with, and the word after them."""

    marks: str
    info: str

    @property
    def opening(self) -> str:
        return f"{self.marks}{self.info}\n"


def split_message(text: str, limit: int = 2000) -> list[str]:
    """Return *text* as messages of at most *limit* characters (code points), none of them blank.

    Cuts are made at the end of a paragraph if that leaves a message half full, else of a line, a sentence, a word; in
    a code block at the end of a line. A code block (``` or ~~~) that is cut is closed in the one message and opened
    again in the next. Nothing is lost but the white space at a cut outside code, and the line's end at a cut in it.
    Raises ValueError for a *limit* below 40.
    """
    if limit < LEAST_LIMIT:
        raise ValueError(f"limit is {limit}: messages need room for at least {LEAST_LIMIT} characters")
    messages: list[str] = []
    fence: _Fence | None = None
    rest = text.strip("\n").rstrip()
    while rest.strip():
        message, rest, fence = _cut(rest, fence, limit)
        if message.strip():
            messages.append(message)
    return messages


def _cut(text: str, fence: _Fence | None, limit: int) -> tuple[str, str, _Fence | None]:
    """Return the first message of *text*, before which *fence* is open; what is left; the fence open before that."""
    opening = "" if fence is None else fence.opening
    room = limit - len(opening)
    if len(text) <= room and _after(text, fence) is None:
        return opening + text, "", None
    room = min(room, len(text))
    while True:
        end = room if room == len(text) else _end(text, room, fence)
        chunk = text[:end]
        after = _after(chunk, fence)
        if after is not None and end < len(text) and (begin := _bare_opening(chunk, after)):
            chunk, after = chunk[:begin], _after(chunk[:begin], fence)
        closing = "" if after is None else f"{'' if chunk.endswith(chr(10)) else chr(10)}{after.marks}"
        if len(opening) + len(chunk) + len(closing) <= limit:
            break
        room = min(room - 1, limit - len(opening) - len(closing))
    left = text[len(chunk) :]
    if after is None:
        at_line_end = chunk.endswith("\n") or left.startswith("\n")
        return opening + chunk.rstrip(), left.lstrip("\n") if at_line_end else left.lstrip(), None
    if not chunk.endswith("\n"):
        left = left.removeprefix("\n")
    line, _, beyond = left.partition("\n")
    if left and _after(line, after) is None:  # the block would end at once
        return opening + chunk + closing, beyond, None
    return opening + chunk + closing, left, after


def _end(text: str, room: int, fence: _Fence | None) -> int:
    """Return where to cut *text*, which is longer, within *room* characters."""
    if _after(text[:room], fence) is not None:
        line_end = text.rfind("\n", 1, room + 1)
        return line_end if line_end > 0 else _between_clusters(text, room)
    window = text[: room + 1]
    for pattern, least in zip(_ENDS, _LEAST_FULL, strict=True):
        ends = [match.end() if match.end() <= room else match.start() for match in pattern.finditer(window)]
        fitting = [end for end in ends if room * least <= end <= room and end > 0 and not _makes_fence(text, end)]
        if fitting:
            return fitting[-1]
    return _between_clusters(text, room)


def _between_clusters(text: str, end: int) -> int:
    """Return the last place up to *end* where no character is cut from what is drawn as one with it."""
    for place in range(end, max(end - _LONGEST_CLUSTER, 0), -1):
        if not _is_inside(text, place):
            return place
    return end


def _is_inside(text: str, place: int) -> bool:
    if place >= len(text):
        return False
    if _makes_fence(text, place):
        return True
    before, after = text[place - 1], text[place]
    if _JOINER in {before, after} or ord(after) in _MODIFIERS or before + after == "\r\n":
        return True
    if ord(before) in _FLAGS and ord(after) in _FLAGS:
        flags = takewhile(lambda char: ord(char) in _FLAGS, reversed(text[:place]))
        return len(list(flags)) % 2 == 1  # two letters make a flag
    return unicodedata.category(after) in {"Mn", "Me", "Mc"}


# ── code blocks ─────────────────────────────────────────────────────────────────────────────────────────────────


def _after(text: str, fence: _Fence | None) -> _Fence | None:
    """Return the code block that is open after *text*, before which *fence* is."""
    for line in text.split("\n"):
        match = _FENCE.fullmatch(line)
        if match is None:
            continue
        marks, info = match[1], match[2].strip()
        if fence is not None:
            if marks.startswith(fence.marks) and not info:
                fence = None
        elif len(marks) <= LEAST_LIMIT // 8 and not (marks[0] == "`" and "`" in info):
            word = info.split()[0] if info else ""
            fence = _Fence(marks, word if len(word) <= LEAST_LIMIT // 4 else "")
    return fence


def _makes_fence(text: str, place: int) -> bool:
    """Whether a cut at *place* would have marks begin a line that do not."""
    return text[place - 1] != "\n" and _MARKS.match(text, place) is not None


def _bare_opening(chunk: str, fence: _Fence) -> int:
    """Return where the last line of *chunk* begins, if all it does is to open *fence*; 0 if it does more."""
    begin = chunk.rstrip("\n").rfind("\n") + 1
    match = _FENCE.fullmatch(chunk[begin:].rstrip("\n"))
    return begin if match is not None and match[1] == fence.marks and chunk[:begin].strip() else 0
