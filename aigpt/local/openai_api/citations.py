"""Citations: which part of an answer's text rests on which source, and the ids by which `files` gives the sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from aigpt.local.openai_api.asking import Source
from aigpt.local.openai_api.catalog import Entry
from aigpt.local.openai_api.fields import Json
from aigpt.local.openai_api.ids import decode_id, encode_id
from aigpt.local.shown_text import inner_text

__all__ = ["Citation", "SourceFiles", "chat_annotations", "cite", "response_annotations", "source_file_id", "source_id"]

_PREFIX = "file-src-"
_MARK = re.compile(r"\[(\d{1,3})\]")
_BLOCK = re.compile(r"(?:[^\n]|\n(?!\n))+")


class SourceFiles:
    """Sources as files: an *uploaded* one, given by its datasource, is itself; any other has an id that tells where."""

    def __init__(self, uploaded: Mapping[str, Entry]) -> None:
        self._uploaded = uploaded

    def id(self, source: Source) -> str:
        """Return the id by which `files` gives a source."""
        file = self._file(source)
        return source_file_id(str(source["id"])) if file is None else file.id

    def name(self, source: Source) -> str:
        """Return the name of a source as a file."""
        file = self._file(source)
        name = str(source.get("title") or "message") if file is None else str(file.data["filename"])
        return " ".join(name.split())[:200] or "message"

    def _file(self, source: Source) -> Entry | None:
        return self._uploaded.get("/".join(str(source["id"]).split("/", 3)[:3]))


@dataclass(frozen=True, slots=True)
class Citation:
    """The characters from *start* to *end* of the text rest on *source*."""

    start: int
    end: int
    source: Source


def cite(text: str, sources: Sequence[Source]) -> list[Citation]:
    """Find what of *text* rests on which of *sources*, in the order of the text.

    A language model cites by numbers, [1] for the first source; quotations name the subject and the day of theirs. A
    source of which neither is found is cited by the whole text, if the text names no number at all.
    """
    marks = [
        Citation(match.start(), match.end(), sources[int(match[1]) - 1])
        for match in _MARK.finditer(text)
        if 1 <= int(match[1]) <= len(sources)
    ]
    if marks:
        return marks
    found: list[Citation] = []
    for source in sources:
        blocks = [match for match in _BLOCK.finditer(text) if _names(match[0].rsplit("\n", 1)[-1], source)]
        found += [Citation(match.start(), match.end(), source) for match in blocks]
        if not blocks:
            found.append(Citation(0, len(text), source))
    return sorted(found, key=lambda citation: (citation.end, citation.start))


def _names(line: str, source: Source) -> bool:
    title, day = str(source.get("title") or ""), _day(source)
    return bool(title) and f"“{inner_text(title)}”" in line and (day is None or line.endswith(day))


def _day(source: Source) -> str | None:
    timestamp = source.get("timestamp")
    return datetime.fromtimestamp(timestamp, UTC).date().isoformat() if isinstance(timestamp, int) else None


def source_file_id(name: str) -> str:
    """Return the file id of the source *name*."""
    return encode_id(_PREFIX, name)


def source_id(file: str) -> str | None:
    """Return the id of the source with that file id; None for an uploaded file."""
    return decode_id(_PREFIX, file)


def chat_annotations(citations: Sequence[Citation], files: SourceFiles, link: Callable[[str], str]) -> list[Json]:
    """Return the annotations of a chat's message: where each source can be read. *link* makes URLs of paths."""
    return [
        {
            "type": "url_citation",
            "url_citation": {
                "start_index": one.start,
                "end_index": one.end,
                "title": files.name(one.source),
                "url": link(f"files/{files.id(one.source)}/content"),
            },
        }
        for one in citations
    ]


def response_annotations(citations: Sequence[Citation], files: SourceFiles) -> list[dict[str, Any]]:
    """Return the annotations of a response's text."""
    return [
        {
            "type": "file_citation",
            "file_id": files.id(one.source),
            "filename": files.name(one.source),
            "index": one.end,
        }
        for one in citations
    ]
