"""Splits notes and transcripts into overlapping passages with line numbers and speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from aigpt.local.ingest.note_dates import day_in_name, day_in_text
from aigpt.local.ingest.text_decoding import clean
from aigpt.local.items import Item, Passage

__all__ = ["OVERLAP", "WINDOW", "decode", "read_notes", "split_lines", "split_turn"]

WINDOW = 30
"""Lines in a passage."""
OVERLAP = 20
"""Lines it shares with the next one, so that text across a border is whole in one of the two."""

_MAX_CHARS = 6_000  # a passage of long paragraphs has fewer lines
_MAX_LINE = 2_000  # a longer line is split into pieces with the same line number
_SAMPLE = 200  # lines by which a transcript is recognised
_TURN = re.compile(r"^\s*(?:\[?\d{1,2}:\d\d(?::\d\d)?\]?\s+)?\**(?P<speaker>[^\W\d_][^:*]{0,119}?)\**:\**(?:\s+|$)")
_MAX_NAME_WORDS = 16
_HEADING = re.compile(r"^#\s+(?P<title>\S.*)$")


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    speaker: str


def decode(data: bytes) -> str:
    """Decode a text file: UTF-8, UTF-16 by its mark, else Windows-1252. Raises `ValueError` if it is not text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        raise ValueError("it is not text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def read_notes(name: str, text: str) -> Item:
    """Split *text* into passages.

    The date is the day that the file's *name* or the beginning of its text says (`note_dates`), else there is none.
    Lines of the form ``Speaker: words`` have a speaker if most lines have that form.
    """
    text = clean(text)
    lines = text.splitlines()
    heading = next((match["title"] for line in lines[:_SAMPLE] if (match := _HEADING.match(line))), None)
    passages = tuple(_passages(list(_lines(lines, transcript=_is_transcript(lines)))))
    speakers = dict.fromkeys(person for passage in passages for person in passage.people.splitlines())
    return Item(
        kind="note",
        position=0,
        subject=(heading or PurePath(name).stem).strip(),
        passages=passages,
        sender=", ".join(speakers),
        timestamp=day_in_name(PurePath(name).name) or day_in_text(lines),
    )


def _lines(lines: Sequence[str], first: int = 1, *, transcript: bool = False) -> Iterator[_Line]:
    speaker = ""
    for number, line in enumerate(lines, start=first):
        turn = split_turn(line) if transcript else None
        speaker = turn[0] if turn else speaker
        for start in range(0, max(1, len(line)), _MAX_LINE):
            yield _Line(number, line[start : start + _MAX_LINE].rstrip(), speaker)


def split_turn(line: str) -> tuple[str, str] | None:
    """Return speaker and words of a line like ``Speaker: words``; None for another line."""
    match = _TURN.match(line)
    if match is None or len(match["speaker"].split()) > _MAX_NAME_WORDS:
        return None
    return " ".join(match["speaker"].split()), line[match.end() :]


def _is_transcript(lines: Sequence[str]) -> bool:
    sample = [line for line in lines if line.strip()][:_SAMPLE]
    return 2 * sum(split_turn(line) is not None for line in sample) > len(sample)


def split_lines(text: str, first: int) -> Iterator[Passage]:
    """Split *text* that has no speakers, such as that of an attachment, whose first line has the number *first*."""
    yield from _passages(list(_lines(text.splitlines(), first)))


def _passages(lines: Sequence[_Line]) -> Iterator[Passage]:
    start = 0
    while start < len(lines):
        stop = _window_end(lines, start)
        window = lines[start:stop]
        text = "\n".join(line.text for line in window)
        if text.strip():
            people = "\n".join(dict.fromkeys(line.speaker for line in window if line.speaker))
            yield Passage(text, people, first=window[0].number, last=window[-1].number)
        if stop >= len(lines):
            return
        start = max(start + 1, stop - OVERLAP * (stop - start) // WINDOW)


def _window_end(lines: Sequence[_Line], start: int) -> int:
    size = 0
    for number in range(start, min(start + WINDOW, len(lines))):
        size += len(lines[number].text)
        if size > _MAX_CHARS and number > start:
            return number
    return min(start + WINDOW, len(lines))
