"""Citations: which part of an answer's text rests on which source, and the ids by which `files` gives the sources."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aigpt.local.openai_api.asking import Quote, Source
from aigpt.local.openai_api.catalog import Entry
from aigpt.local.openai_api.fields import Json
from aigpt.local.openai_api.ids import decode_id, encode_id

__all__ = ["Citation", "SourceFiles", "chat_annotations", "cite", "response_annotations", "source_file_id", "source_id"]

_PREFIX = "file-src-"
_MARK = re.compile(r"\[(\d{1,3})\]")


class SourceFiles:
    """Sources as files: an *uploaded* one, given by its datasource, is itself; any other has an id that tells where.

    *attributes*: those that uploaded files have in the vector stores that are searched, by the files' ids.
    """

    def __init__(self, uploaded: Mapping[str, Entry], attributes: Mapping[str, Json] | None = None) -> None:
        self._uploaded = uploaded
        self._attributes = attributes or {}

    def id(self, source: Source) -> str:
        """Return the id by which `files` gives a source."""
        file = self._file(source)
        return source_file_id(str(source["id"])) if file is None else file.id

    def name(self, source: Source) -> str:
        """Return the name of a source as a file."""
        file = self._file(source)
        name = str(source.get("title") or "message") if file is None else str(file.data["filename"])
        return " ".join(name.split())[:200] or "message"

    def attributes(self, source: Source) -> Json:
        """Return the attributes that its uploader has given a source."""
        file = self._file(source)
        return {} if file is None else dict(self._attributes.get(file.id, {}))

    def _file(self, source: Source) -> Entry | None:
        return self._uploaded.get("/".join(str(source["id"]).split("/", 3)[:3]))


@dataclass(frozen=True, slots=True)
class Citation:
    """The characters from *start* to *end* of the text rest on *source*."""

    start: int
    end: int
    source: Source


def cite(text: str, sources: Sequence[Source], quotes: Sequence[Quote] = ()) -> list[Citation]:
    """Say what of *text* rests on which of *sources*, in the order of the text.

    A language model cites by numbers, [1] for the first source; of quotations, *quotes* tells where each was taken
    from. A source of which there is neither is cited by the whole text, if the text names no number at all. What is
    beyond the end of *text*, which may have been cut, is not cited.
    """
    if quotes:
        known = {quote["source"] for quote in quotes}
        found = [_cited(text, quote, sources) for quote in quotes if quote["start"] < len(text)]
        found += [Citation(0, len(text), source) for place, source in enumerate(sources) if place not in known]
        return sorted(found, key=lambda citation: (citation.end, citation.start))
    marks = [
        Citation(match.start(), match.end(), sources[int(match[1]) - 1])
        for match in _MARK.finditer(text)
        if 1 <= int(match[1]) <= len(sources)
    ]
    return marks or [Citation(0, len(text), source) for source in sources]


def _cited(text: str, quote: Quote, sources: Sequence[Source]) -> Citation:
    return Citation(quote["start"], min(quote["end"], len(text)), sources[quote["source"]])


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
