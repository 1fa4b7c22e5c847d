"""Passages that are alike in meaning: those whose embedding vectors are nearest to that of the question."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from aigpt.local.search.candidates import conditions
from aigpt.local.search.search_params import SearchParams
from aigpt.local.search.window_merging import Candidate
from aigpt.local.store.schema import passage_ids
from aigpt.local.store.vectors import MAX_OVERLAPPED, vector_dimensions

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
        f"""
        SELECT v.passage, v.overlapped, v.vectors FROM {tables}
        WHERE v.passage >= :low AND v.passage < :high {filters} ORDER BY v.passage
        """,  # noqa: S608 (only constants of this package are put in)
        values | {"low": low, "high": high},
    )
    return _candidates(db, *_nearest(rows, vector))


def _nearest(rows: sqlite3.Cursor, vector: bytes) -> tuple[list[int], list[float]]:
    """Return the passages of the highest scores, and these; a passage has the score of the best part of its lines."""
    import numpy as np  # noqa: PLC0415 (an extra, needed with an embedding model only)

    asked = np.frombuffer(vector, dtype="<f4")
    numbers: list[NDArray[np.int64]] = []
    own: list[NDArray[np.float32]] = []
    while block := rows.fetchmany(_BLOCK):
        numbers.append(np.array([(passage, overlapped) for passage, overlapped, _ in block], dtype=np.int64))
        own.append(_scores([vectors for _, _, vectors in block], asked))
    if not own:
        return [], []
    passages, overlapped = np.concatenate(numbers).T
    alone = np.concatenate(own)
    scores = alone.copy()
    for back in range(1, min(int(overlapped.max()), MAX_OVERLAPPED, len(scores) - 1) + 1):
        shares = (overlapped[back:] >= back) & (passages[back:] == passages[:-back] + back)
        scores[back:] = np.where(shares, np.maximum(scores[back:], alone[:-back]), scores[back:])
    order = np.argsort(-scores, kind="stable")[:_MAX_FOUND]
    order = order[np.isfinite(scores[order])]
    return passages[order].tolist(), scores[order].tolist()


def _scores(vectors: Sequence[bytes], asked: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the cosine of the best part of each passage; minus infinity for those without parts."""
    import numpy as np  # noqa: PLC0415 (an extra)

    counts = np.array([len(parts) for parts in vectors]) // (_FLOAT16 * len(asked))
    scores = np.full(len(vectors), -np.inf, dtype=np.float32)
    filled = np.flatnonzero(counts)
    if len(filled):
        parts = np.frombuffer(b"".join(vectors), dtype="<f2").reshape(-1, len(asked)).astype(np.float32)
        starts = np.cumsum(counts[filled]) - counts[filled]
        scores[filled] = np.maximum.reduceat(parts @ asked, starts)
    return scores


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
