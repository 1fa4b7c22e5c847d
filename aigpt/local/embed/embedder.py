"""Makes the vectors of all passages in the background, and those of questions."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from aigpt.local.embed.embedding_client import EmbeddingClient, EmbeddingError
from aigpt.local.embed.passage_texts import passage_parts
from aigpt.local.store.database import Store
from aigpt.local.store.vectors import (
    PassageTexts,
    count_passages,
    count_vectors,
    next_without_vectors,
    prepare_vectors,
    store_vectors,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Embedder", "EmbeddingProgress"]

T = TypeVar("T")

_log = logging.getLogger("aigpt.local.model")

_AT_A_TIME = 16  # passages in a request
_AT_ONCE = 2  # requests
_TEXTS_AT_A_TIME = 64  # texts in a request: a passage has up to eight
_PAUSES = (1.0, 5.0, 20.0, 60.0)  # seconds after each failure in a row
_MAX_QUESTION = 2_000  # characters
_BEGINNING = 200  # characters of a text that is too long for the model


@dataclass(frozen=True, slots=True)
class EmbeddingProgress:
    """How many passages have vectors."""

    done: int
    total: int
    finished: bool = False
    """Whether all passages that are indexed have vectors."""


class Embedder:
    """Keeps the passages of *store* embedded by the model of *client*. Its methods are for the event loop.

    Failures of the model are logged, to ``aigpt.local.model``, and tried again after a pause; searches go on by words.
    *report* is called with the progress, after each request.
    """

    def __init__(
        self, store: Store, client: EmbeddingClient, report: Callable[[EmbeddingProgress], None] = lambda _: None
    ) -> None:
        self._store = store
        self.client = client
        """What asks the model."""
        self._report = report
        self._wake = asyncio.Event()
        self._idle = asyncio.Event()
        self._failures = 0
        self._why = ""  # of the last warning
        self._question_failed = False
        self._done = self._total = self._dimensions = 0
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Prepare the database, and begin. Vectors of another model are deleted."""
        await asyncio.to_thread(self._write, partial(prepare_vectors, model=self.client.model.name))
        self._task = asyncio.create_task(self._run())
        self.wake()

    async def close(self) -> None:
        """Stop; what was made stays in the database."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        await self.client.close()

    def wake(self) -> None:
        """Look for passages without vectors, because something was indexed."""
        self._idle.clear()
        self._wake.set()

    async def embedded(self) -> None:
        """Wait until all passages that are indexed have vectors."""
        await self._idle.wait()

    async def question(self, text: str) -> bytes | None:
        """Return the vector of a question, as float32 numbers; None if it has no words, or the model fails."""
        asked = text.strip()[:_MAX_QUESTION]
        if not asked:
            return None
        try:
            rows = await self.client.embed([asked], self.client.model.question_timeout)
        except EmbeddingError as error:
            if not self._question_failed:
                self._warn(str(error), "searching by words alone", told=self._failures > 0)
            self._question_failed = True
            return None
        self._question_failed = False
        vector: bytes = rows[0].astype("<f4").tobytes()
        return vector

    async def _run(self) -> None:
        while True:
            await self._wake.wait()
            self._wake.clear()
            try:
                await self._embed_all()
            except EmbeddingError as error:
                await self._pause(str(error))
            except Exception as error:  # noqa: BLE001 (the disk is full, say: searches by words must go on)
                await self._pause(f"its vectors could not be stored ({type(error).__name__})")
            else:
                self._failures = 0
                if not self._wake.is_set():
                    self._idle.set()

    async def _pause(self, why: str) -> None:
        if not self._failures:
            self._warn(why, "searching by words until it works", told=self._question_failed)
        pause = _PAUSES[min(self._failures, len(_PAUSES) - 1)]
        self._failures += 1
        await asyncio.sleep(pause)
        self._wake.set()

    def _warn(self, why: str, consequence: str, *, told: bool) -> None:
        """Warn, unless passages and questions fail alike: then one of them has *told* it already."""
        if told and why == self._why:
            return
        self._why = why
        model = self.client.model
        _log.warning("the embedding model %r at %s failed: %s; %s", model.name, model.url, why, consequence)

    async def _embed_all(self) -> None:
        """Embed all passages without vectors. Raises `EmbeddingError`."""
        self._done = await asyncio.to_thread(self._read, count_vectors)
        self._dimensions = 0
        after, found = -1, False
        while some := await self._missing(after):
            after, found = some[-1].passage, True
            groups = [some[start : start + _AT_A_TIME] for start in range(0, len(some), _AT_A_TIME)]
            made = await asyncio.gather(*map(self._embed, groups), return_exceptions=True)
            for failure in made:
                if isinstance(failure, BaseException):
                    raise failure
            self._failures = 0
        if found:  # what was replaced meanwhile has a number that was passed by
            self._wake.set()
        else:
            self._report(EmbeddingProgress(self._done, self._done, finished=True))

    async def _missing(self, after: int) -> list[PassageTexts]:
        def find(db: sqlite3.Connection) -> tuple[int, list[PassageTexts]]:
            return count_passages(db), next_without_vectors(db, after, _AT_ONCE * _AT_A_TIME)

        self._total, some = await asyncio.to_thread(self._read, find)
        return some

    async def _embed(self, passages: Sequence[PassageTexts]) -> None:
        parts = [passage_parts(passage) for passage in passages]
        rows = await self._vectors([text for some in parts for text in some])
        taken = iter(rows)
        made = [(passage, b"".join(next(taken) for _ in some)) for passage, some in zip(passages, parts, strict=True)]
        store = partial(store_vectors, model=self.client.model.name, dimensions=self._dimensions, made=made)
        await asyncio.to_thread(self._write, store)
        self._done += len(passages)
        self._report(EmbeddingProgress(self._done, max(self._done, self._total)))

    async def _vectors(self, texts: Sequence[str]) -> list[bytes]:
        """Return the vectors of *texts* as float16 numbers."""
        vectors: list[bytes] = []
        for start in range(0, len(texts), _TEXTS_AT_A_TIME):
            for row in await self._rows(texts[start : start + _TEXTS_AT_A_TIME]):
                if self._dimensions not in {0, len(row)}:
                    raise EmbeddingError("its vectors are not all of one length")
                self._dimensions = len(row)
                vectors.append(row.astype("<f2").tobytes())
        return vectors

    async def _rows(self, texts: Sequence[str]) -> list[NDArray[np.float32]]:
        """Embed *texts*. If they are refused, each is tried alone, the last time without all but its beginning."""
        try:
            return [*await self.client.embed(texts, self.client.model.timeout)]
        except EmbeddingError as error:
            if not error.refused or (len(texts) == 1 and len(texts[0]) <= _BEGINNING):
                raise
        alone = [texts[0][:_BEGINNING]] if len(texts) == 1 else texts
        return [row for text in alone for row in await self._rows([text])]

    def _read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with self._store.reading() as db:
            return work(db)

    def _write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with self._store.writing() as db:
            return work(db)
