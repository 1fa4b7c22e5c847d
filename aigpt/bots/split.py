"""Split long texts into messages at the end of a paragraph, line, sentence or word, with code blocks kept intact."""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile
from typing import NamedTuple

_MIN_LIMIT = 40

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_MARKS = re.compile(r"[ \t]*(?:`{3}|~{3})")
_ENDS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"[.!?…][\"”’)\]]?\s|[。！？]"), re.compile(r"\s"))  # noqa: RUF001 (full stops of Chinese and Japanese)
_MIN_FILL = (0.5, 0.3, 0.5, 0.1)
"""How full a message must be to be cut at the end of a paragraph, a line, a sentence, a word."""
_JOINER = "\u200d"
_MODIFIERS = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)
_LONGEST_CLUSTER = 32


class _Fence(NamedTuple):
    """An open code block: the marks that opened it, and the word after them."""

    marks: str
    info: str

    @property
    def opening(self) -> str:
        return f"{self.marks}{self.info}\n"


def check_limit(limit: int) -> None:
    """Raise ValueError if messages of *limit* characters are too short to be split into."""
    if limit < _MIN_LIMIT:
        raise ValueError(f"limit must be at least {_MIN_LIMIT} characters, not {limit}")


def split_message(text: str, limit: int = 2000) -> list[str]:
    """Return *text* as messages of at most *limit* characters (code points), none of them blank.

    A message ends with a paragraph if that fills at least half of it, else with a line, a sentence or a word; in a
    code block, with a line. A code block that is cut is closed in one message and opened again in the
    next. Only white space is lost: that at a cut outside code, and the line feed at a cut inside it.
    Raises ValueError for a *limit* below 40.
    """
    check_limit(limit)
    messages: list[str] = []
    fence: _Fence | None = None
    rest = text.strip("\n").rstrip()
    while rest.strip():
        message, rest, fence = _cut(rest, fence, limit)
        if message.strip():
            messages.append(message)
    return messages


def _cut(text: str, fence: _Fence | None, limit: int) -> tuple[str, str, _Fence | None]:
    """Return the first message of *text*, the rest, and the fence open before it. *fence* is open before *text*."""
    opening = "" if fence is None else fence.opening
    room = limit - len(opening)
    if len(text) <= room and _fence_after(text, fence) is None:
        return opening + text, "", None
    room = min(room, len(text))
    while True:
        end = room if room == len(text) else _find_cut(text, room, fence)
        chunk = text[:end]
        open_fence = _fence_after(chunk, fence)
        if open_fence is not None and end < len(text) and (begin := _bare_opening(chunk, open_fence)):
            chunk, open_fence = chunk[:begin], _fence_after(chunk[:begin], fence)
        closing = "" if open_fence is None else f"{'' if chunk.endswith(chr(10)) else chr(10)}{open_fence.marks}"
        if len(opening) + len(chunk) + len(closing) <= limit:
            break
        room = min(room - 1, limit - len(opening) - len(closing))
    left = text[len(chunk) :]
    if open_fence is None:
        at_line_end = chunk.endswith("\n") or left.startswith("\n")
        return opening + chunk.rstrip(), left.lstrip("\n") if at_line_end else left.lstrip(), None
    if not chunk.endswith("\n"):
        left = left.removeprefix("\n")
    line, _, beyond = left.partition("\n")
    if left and _fence_after(line, open_fence) is None:  # the block would be closed at once
        return opening + chunk + closing, beyond, None
    return opening + chunk + closing, left, open_fence


def _find_cut(text: str, room: int, fence: _Fence | None) -> int:
    """Return where to cut *text*, which is longer than *room* characters, within these."""
    if _fence_after(text[:room], fence) is not None:
        line_end = text.rfind("\n", 1, room + 1)
        return line_end if line_end > 0 else _between_clusters(text, room)
    window = text[: room + 1]
    for pattern, least in zip(_ENDS, _MIN_FILL, strict=True):
        ends = [match.end() if match.end() <= room else match.start() for match in pattern.finditer(window)]
        fitting = [end for end in ends if room * least <= end <= room and end > 0 and not _makes_fence(text, end)]
        if fitting:
            return fitting[-1]
    return _between_clusters(text, room)


def _between_clusters(text: str, end: int) -> int:
    """Return the last position up to *end* that is not inside a grapheme cluster."""
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
        return len(list(flags)) % 2 == 1  # a flag is two letters
    return unicodedata.category(after) in {"Mn", "Me", "Mc"}


# ── code blocks ─────────────────────────────────────────────────────────────────────────────────────────────────


def _fence_after(text: str, fence: _Fence | None) -> _Fence | None:
    """Return the code block that is open after *text*, if *fence* is open before it."""
    for line in text.split("\n"):
        match = _FENCE.fullmatch(line)
        if match is None:
            continue
        marks, info = match[1], match[2].strip()
        if fence is not None:
            if marks.startswith(fence.marks) and not info:
                fence = None
        elif len(marks) <= _MIN_LIMIT // 8 and not (marks[0] == "`" and "`" in info):
            word = info.split()[0] if info else ""
            fence = _Fence(marks, word if len(word) <= _MIN_LIMIT // 4 else "")
    return fence


def _makes_fence(text: str, place: int) -> bool:
    """Whether a cut at *place* would move marks to the start of a line, where they would be a fence."""
    return text[place - 1] != "\n" and _MARKS.match(text, place) is not None


def _bare_opening(chunk: str, fence: _Fence) -> int:
    """Return where the last line of *chunk* begins if it does nothing but open *fence*; else 0."""
    begin = chunk.rstrip("\n").rfind("\n") + 1
    match = _FENCE.fullmatch(chunk[begin:].rstrip("\n"))
    return begin if match is not None and match[1] == fence.marks and chunk[:begin].strip() else 0
