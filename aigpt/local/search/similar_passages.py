"""Passages that are alike in meaning: those whose embedding vectors are nearest to that of the question."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

from aigpt.local.search.candidates import conditions
from aigpt.local.search.search_params import SearchParams
from aigpt.local.search.window_merging import Candidate
from aigpt.local.store.schema import passage_ids
from aigpt.local.store.vectors import vector_dimensions

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["find_similar"]

_MAX_FOUND = 300
_BLOCK = 2_000  # passages whose vectors are in memory at a time
_FLOAT32, _FLOAT16 = 4, 2  # bytes


def find_similar(db: sqlite3.Connection, user: int, wanted: SearchParams) -> list[Candidate]:
    """Return the passages most alike to ``wanted.vector``, within the filters, best first; the score is the cosine.

    The list is empty without a vector, or if it is of another model than those in the database.
    """
    vector = wanted.vector
    if vector is None or len(vector) != _FLOAT32 * vector_dimensions(db):
        return []
    filters, values = conditions(wanted)
    low, high = passage_ids(user)
    # Only a search with filters needs the other tables.
    tables = "vectors v JOIN passages p ON p.id = v.passage JOIN items i ON i.id = p.item" if filters else "vectors v"
    rows = db.execute(
        f"SELECT v.passage, v.vectors FROM {tables} WHERE v.passage >= :low AND v.passage < :high {filters}",  # noqa: S608 (only constants of this package are put in)
        values | {"low": low, "high": high},
    )
    passages, scores = _nearest(rows, vector)
    return _candidates(db, passages, scores)


def _nearest(rows: sqlite3.Cursor, vector: bytes) -> tuple[list[int], list[float]]:
    """Return the passages of the highest scores, and these; a passage has the score of its best part."""
    import numpy as np  # noqa: PLC0415 (an extra, needed with an embedding model only)

    asked = np.frombuffer(vector, dtype="<f4")
    passages: NDArray[np.int64] = np.empty(0, dtype=np.int64)
    scores: NDArray[np.float32] = np.empty(0, dtype=np.float32)
    size = _FLOAT16 * len(asked)
    while block := rows.fetchmany(_BLOCK):
        some = [(passage, vectors, len(vectors) // size) for passage, vectors in block if vectors]
        if not some:
            continue
        parts = np.frombuffer(b"".join(vectors for _, vectors, _ in some), dtype="<f2").reshape(-1, len(asked))
        starts = np.cumsum([0, *(count for _, _, count in some[:-1])])
        best = np.maximum.reduceat(parts.astype(np.float32) @ asked, starts)
        scores = np.concatenate([scores, best])
        passages = np.concatenate([passages, np.array([passage for passage, _, _ in some], dtype=np.int64)])
        if len(scores) > _MAX_FOUND:
            kept = np.argpartition(-scores, _MAX_FOUND)[:_MAX_FOUND]
            passages, scores = passages[kept], scores[kept]
    order = np.argsort(-scores, kind="stable")
    return passages[order].tolist(), scores[order].tolist()


def _candidates(db: sqlite3.Connection, passages: list[int], scores: list[float]) -> list[Candidate]:
    rows = db.execute(
        """
        SELECT p.id, p.item, p.first, p.last, i.thread, i.timestamp
        FROM json_each(?) AS wanted JOIN passages p ON p.id = wanted.value JOIN items i ON i.id = p.item
        """,
        (json.dumps(passages),),
    )
    found = {row["id"]: row for row in rows}
    return [
        Candidate(passage, row["item"], row["first"], row["last"], score, row["thread"], row["timestamp"])
        for passage, score in zip(passages, scores, strict=True)
        if (row := found.get(passage)) is not None  # otherwise it was deleted meanwhile
    ]
