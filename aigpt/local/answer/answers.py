"""What an answer is, and what makes one."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from aigpt.local.answer.answer_params import AnswerParams
from aigpt.local.answer.token_usage import Usage
from aigpt.local.search.hits import Hit

__all__ = ["Answer", "Answerer", "Pieces", "Quote", "as_text"]


@dataclass(frozen=True, slots=True)
class Quote:
    """The characters from *start* to *end* of an answer's text were taken from one source."""

    start: int
    end: int
    source: int
    """Its place among the sources, from 0."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A complete answer."""

    output: Any
    """Text, or the value that the output format asked for."""
    sources: list[dict[str, Any]]
    """What it quotes, in the order of the quotes."""
    usage: Usage
    quotes: tuple[Quote, ...] = ()
    """Of a text: which part of it is from which source, in the order of the text."""

    @property
    def metadata(self) -> dict[str, Any]:
        """The sources, as replies of the API have them.

        Beyond what the API documents: ``quotes``, if there are any, is a list of ``{"start", "end", "source"}``: the
        characters (code points) of the output from `start` to `end`, a quotation with the line that names its author,
        were taken from the source with that place in ``sources``, from 0.
        """
        quotes = [{"start": one.start, "end": one.end, "source": one.source} for one in self.quotes]
        return {"sources": self.sources, **({"quotes": quotes} if quotes else {})}

    @property
    def text(self) -> str:
        """The output as text: itself, or as JSON."""
        return as_text(self.output)


Pieces: TypeAlias = AsyncGenerator[str | Answer]
"""The text of an answer in pieces (other output as JSON), and at last the complete answer."""


class Answerer(Protocol):
    """Answers a question from what was found."""

    def answer(self, asked: AnswerParams, hits: Sequence[Hit]) -> Pieces:
        """Answer *asked* from *hits*. The generator may raise `ModelError`, also after some pieces."""
        ...


def as_text(output: Any) -> str:
    """Return an output as text: itself, or as JSON."""
    return output if isinstance(output, str) else json.dumps(output, ensure_ascii=False)
