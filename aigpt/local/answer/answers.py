"""Who answers: the passages themselves, by their sentences, or a language model that has read them."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from typing import Protocol, TypeAlias

from aigpt.local.answer.extractive import Answered, answer, pieces
from aigpt.local.params import Answer
from aigpt.local.search.ranking import Hit

__all__ = ["Answerer", "Extractive", "Pieces"]

Pieces: TypeAlias = AsyncGenerator[str | Answered]
"""The text of an answer, piece by piece as it is made (an output that is no text as JSON), and at last all of it."""


class Answerer(Protocol):
    """Answers a question from what was found."""

    def answer(self, asked: Answer, hits: Sequence[Hit]) -> Pieces:
        """Answer *asked* from *hits*. The generator may raise `ModelError`, after pieces too."""
        ...


class Extractive:
    """Quotes the sentences that answer best. *reading* runs work on the database, off the event loop."""

    def __init__(self, reading: Callable[[Callable[[sqlite3.Connection], Answered]], Awaitable[Answered]]) -> None:
        self._reading = reading

    async def answer(self, asked: Answer, hits: Sequence[Hit]) -> Pieces:
        """Answer *asked* from *hits*."""
        answered = await self._reading(lambda db: answer(db, asked, hits))
        for piece in pieces(answered.text):
            yield piece
        yield answered
