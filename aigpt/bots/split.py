"""Split long texts into messages at the end of a paragraph, line, sentence or word, with code blocks kept intact."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain, islice, takewhile
from typing import NamedTuple

_MIN_LIMIT = 40

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_MARKS = re.compile(r"[ \t]*(?:`{3}|~{3})")
_BLANK_LINES = re.compile(r"\A(?:[^\S\n]*\n)+")
_ENDS = (re.compile(r"\n\s*\n"), re.compile(r"\n"), re.compile(r"[.!?…][\"”’)\]]?\s|[。！？]"), re.compile(r"\s"))  # noqa: RUF001 (full stops of Chinese and Japanese)
_MIN_FILL = (0.5, 0.3, 0.5, 0.1)
"""How full a message must be to be cut at the end of a paragraph, a line, a sentence, a word."""
_JOINER = "\u200d"
_MODIFIERS = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)
_LONGEST_CLUSTER = 32
_LONGEST_LINE = 4000  # characters of a line that decide whether it is a fence
_INDENT = "    "  # makes a line of code that looks like a fence none


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


def closing_fence(text: str) -> str:
    """Return the end of the code block that *text* leaves open; "" where there is none."""
    fence = _fence_after(text, None)
    return "" if fence is None else f"{'' if text.endswith(chr(10)) else chr(10)}{fence.marks}"


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
        open_fence = _fence_at(text, end, fence)
        if open_fence is not None and end < len(text) and (begin := _bare_opening(chunk, open_fence)):
            chunk, open_fence = chunk[:begin], _fence_after(chunk[:begin], fence)
        closing = "" if open_fence is None else f"{'' if chunk.endswith(chr(10)) else chr(10)}{open_fence.marks}"
        if len(opening) + len(chunk) + len(closing) <= limit:
            break
        room = min(room - 1, limit - len(opening) - len(closing))
    left = text[len(chunk) :]
    if open_fence is None:
        return opening + chunk.rstrip(), _without_space(left, in_line=not chunk.endswith("\n")), None
    is_in_line = not chunk.endswith("\n") and not left.startswith("\n")
    if not chunk.endswith("\n"):
        left = left.removeprefix("\n")
    line, _, beyond = left.partition("\n")
    if _fence_after_line(line, open_fence) is None:
        if not is_in_line:  # the block would be closed at once
            return opening + chunk + closing, beyond, None
        left = _INDENT + left
    return opening + chunk + closing, left, open_fence


def _find_cut(text: str, room: int, fence: _Fence | None) -> int:
    """Return where to cut *text*, which is longer than *room* characters, within these."""
    start = text.rfind("\n", 0, room) + 1
    if start > 1 and _is_fence(text, start, room, fence):
        room = start - 1  # a line that opens or closes a block stays whole
    if _fence_at(text, room, fence) is not None:
        line_end = text.rfind("\n", 1, room + 1)
        return line_end if line_end > 0 else _between_clusters(text, room, fence)
    window = text[: room + 1]
    for pattern, least in zip(_ENDS, _MIN_FILL, strict=True):
        ends = [match.end() if match.end() <= room else match.start() for match in pattern.finditer(window)]
        fitting = (end for end in reversed(ends) if room * least <= end <= room and end > 0)
        if end := next((end for end in fitting if not _changes_line(text, end, fence)), 0):
            return end
    return _between_clusters(text, room, fence)


def _between_clusters(text: str, end: int, fence: _Fence | None) -> int:
    """Return the last position up to *end* that is neither inside a grapheme cluster nor one that makes a fence."""
    places = (place for place in range(end, 0, -1) if not _changes_line(text, place, fence))
    last = next(places, end)
    nearby = (place for place in islice(chain([last], places), _LONGEST_CLUSTER) if not _is_inside(text, place))
    return next(nearby, last)


def _is_inside(text: str, place: int) -> bool:
    if place >= len(text):
        return False
    before, after = text[place - 1], text[place]
    if _JOINER in {before, after} or ord(after) in _MODIFIERS or before + after == "\r\n":
        return True
    if ord(before) in _FLAGS and ord(after) in _FLAGS:
        flags = takewhile(lambda char: ord(char) in _FLAGS, reversed(text[:place]))
        return len(list(flags)) % 2 == 1  # a flag is two letters
    return unicodedata.category(after) in {"Mn", "Me", "Mc"}


# ── code blocks ─────────────────────────────────────────────────────────────────────────────────────────────────


def _fence_after(text: str, fence: _Fence | None) -> _Fence | None:
    """Return the code block that is open after *text*, whole lines, if *fence* is open before it."""
    for line in text.split("\n"):
        fence = _fence_after_line(line, fence)
    return fence


def _fence_after_line(line: str, fence: _Fence | None) -> _Fence | None:
    match = _FENCE.fullmatch(line)
    if match is None:
        return fence
    marks, info = match[1], match[2].strip()
    if fence is not None:
        return None if marks.startswith(fence.marks) and not info else fence
    if len(marks) > _MIN_LIMIT // 8 or (marks[0] == "`" and "`" in info):
        return None
    word = info.split()[0] if info else ""
    return _Fence(marks, "" if len(word) > _MIN_LIMIT // 4 or word.startswith("~") else word)


def _fence_at(text: str, place: int, fence: _Fence | None) -> _Fence | None:
    """Return the code block that is open at *place*; a line that is cut there is read as it is in *text*."""
    start = text.rfind("\n", 0, place) + 1
    before = _fence_after(text[:start], fence)
    if place == start or _MARKS.match(text, start) is None:
        return before
    after = _fence_after_line(_line(text, start), before)
    is_whole = text[place : place + 1] in {"", "\n"}
    return after if is_whole or before is None else before


def _is_fence(text: str, start: int, place: int, fence: _Fence | None) -> bool:
    """Whether *place* is inside a line, from *start*, that opens or closes a block."""
    if text[place] == "\n" or _MARKS.match(text, start) is None:
        return False
    before = _fence_after(text[:start], fence)
    return _fence_after_line(_line(text, start), before) != before


def _changes_line(text: str, place: int, fence: _Fence | None) -> bool:
    """Whether a cut at *place* is inside a line, and that or a part of it opens or closes a block."""
    start = text.rfind("\n", 0, place) + 1
    if place == start or text[place : place + 1] in {"", "\n"}:
        return False
    if _MARKS.match(text, start) is None and _MARKS.match(text, place) is None:
        return False
    before = _fence_after(text[:start], fence)
    line = _line(text, start)
    parts = (line, line[: place - start], line[place - start :].lstrip())
    return any(_fence_after_line(part, before) != before for part in parts)


def _line(text: str, start: int) -> str:
    end = text.find("\n", start, start + _LONGEST_LINE)
    return text[start : start + _LONGEST_LINE] if end < 0 else text[start:end]


def _without_space(text: str, *, in_line: bool) -> str:
    """Return the rest of a text without blank lines at its start; *in_line*: nor the space between two words."""
    shortened = _BLANK_LINES.sub("", text, count=1)
    return text.lstrip() if in_line and len(shortened) == len(text) else shortened


def _bare_opening(chunk: str, fence: _Fence) -> int:
    """Return where the last line of *chunk* begins if it does nothing but open *fence*; else 0."""
    begin = chunk.rstrip("\n").rfind("\n") + 1
    match = _FENCE.fullmatch(chunk[begin:].rstrip("\n"))
    return begin if match is not None and match[1] == fence.marks and chunk[:begin].strip() else 0
