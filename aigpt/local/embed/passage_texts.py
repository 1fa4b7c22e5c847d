"""Passages as an embedding model gets them: short texts, each with what tells what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from aigpt.local.store.vectors import PassageTexts

__all__ = ["passage_parts"]

_PART = 1_000
"""Characters of a part: small models read no more than 256 tokens."""
_MAX_PARTS = 8
_MAX_MESSAGE_PARTS = 4
_TITLE = 200  # characters


def passage_parts(passage: PassageTexts) -> list[str]:
    """Return the texts whose vectors stand for *passage*; none if it has no words.

    Of notes these are the lines that the passage before does not have, so that each line is embedded once.
    """
    body = next((text for text in (passage.own, passage.quoted, passage.extra) if text.strip()), "")
    lines = body.split("\n")
    if passage.first is not None and passage.last is not None:
        whole = len(lines) == passage.last - passage.first + 1  # otherwise lines were split, and cannot be counted
        return list(islice(_split(lines[passage.shared :] if whole else lines), _MAX_PARTS))
    title = " ".join(passage.subject.split())[:_TITLE]
    parts = list(islice(_split(lines), _MAX_MESSAGE_PARTS)) or [""]
    return [text for part in parts if (text := f"{title}\n{part}".strip())]


def _split(lines: Sequence[str]) -> Iterator[str]:
    """Yield *lines* in parts of up to `_PART` characters; a longer line is split."""
    size, part = 0, list[str]()
    for line in lines:
        for start in range(0, max(1, len(line)), _PART):
            piece = line[start : start + _PART]
            if part and size + len(piece) > _PART:
                if text := "\n".join(part).strip():
                    yield text
                size, part = 0, []
            part.append(piece)
            size += len(piece) + 1
    if text := "\n".join(part).strip():
        yield text
