"""Embedding vectors of passages, one row for each passage. Each function works in the caller's transaction.

The tables are made when an embedding model is first used. A trigger deletes a passage's vectors with it, so that
whatever deletes passages need not know of them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

__all__ = [
    "MAX_OVERLAPPED",
    "PassageTexts",
    "count_passages",
    "count_vectors",
    "next_without_vectors",
    "prepare_vectors",
    "store_vectors",
    "vector_dimensions",
]

MAX_OVERLAPPED = 4
"""Of so many passages before one it is looked at whether they share lines with it: a file may have any number."""

_TABLES = (
    "CREATE TABLE IF NOT EXISTS embedding_model (name TEXT NOT NULL, dimensions INTEGER NOT NULL DEFAULT 0)",
    # float16 numbers of the passage's parts, one after the other; none if it has no text. Lines that passages share
    # are in the vectors of the first of them alone; `overlapped` tells how many passages before may have some.
    """
    CREATE TABLE IF NOT EXISTS vectors (
        passage INTEGER PRIMARY KEY, overlapped INTEGER NOT NULL, vectors BLOB NOT NULL
    )
    """,
    """
    CREATE TRIGGER IF NOT EXISTS vectors_go_with_passages AFTER DELETE ON passages
    BEGIN DELETE FROM vectors WHERE passage = old.id; END
    """,
)


class PassageTexts(NamedTuple):
    """A passage as it is given to the embedding model."""

    passage: int
    first: int | None
    """First line in the file, from 1; None for a message."""
    last: int | None
    shared: int
    """How many of its first lines the passage before has, too."""
    overlapped: int
    """How many of the passages directly before have lines of it; `MAX_OVERLAPPED` at most."""
    subject: str
    own: str
    quoted: str
    extra: str


def prepare_vectors(db: sqlite3.Connection, model: str) -> None:
    """Create the tables if they are missing, and delete the vectors that another *model* made."""
    for statement in _TABLES:
        db.execute(statement)
    row = db.execute("SELECT name FROM embedding_model").fetchone()
    if row is None or row["name"] != model:
        db.execute("DELETE FROM vectors")
        db.execute("DELETE FROM embedding_model")
        db.execute("INSERT INTO embedding_model (name) VALUES (?)", (model,))


def vector_dimensions(db: sqlite3.Connection) -> int:
    """Return of how many numbers a vector has; 0 if there are none."""
    try:
        row = db.execute("SELECT dimensions FROM embedding_model").fetchone()
    except sqlite3.OperationalError:  # no model was ever used with this file
        return 0
    return 0 if row is None else int(row[0])


def count_vectors(db: sqlite3.Connection) -> int:
    """Return how many passages have vectors."""
    return int(db.execute("SELECT count(*) FROM vectors").fetchone()[0])


def count_passages(db: sqlite3.Connection) -> int:
    """Return how many passages there are."""
    return int(db.execute("SELECT coalesce(sum(passages), 0) FROM datasources").fetchone()[0])


def next_without_vectors(db: sqlite3.Connection, after: int, count: int) -> list[PassageTexts]:
    """Return up to *count* passages without vectors, in the order of their ids, which are above *after*."""
    rows = db.execute(
        """
        SELECT p.id, p.first, p.last,
            coalesce(max(0, (SELECT max(last) FROM passages q
                WHERE id BETWEEN p.id - :back AND p.id - 1 AND item = p.item) - p.first + 1), 0),
            (SELECT count(*) FROM passages q
                WHERE id BETWEEN p.id - :back AND p.id - 1 AND item = p.item AND last >= p.first),
            p.subject, p.own, p.quoted, p.extra
        FROM passages p
        WHERE p.id > :after AND NOT EXISTS (SELECT 1 FROM vectors WHERE passage = p.id) ORDER BY p.id LIMIT :count
        """,
        {"after": after, "count": count, "back": MAX_OVERLAPPED},
    )
    return [PassageTexts(*row) for row in rows]


def store_vectors(
    db: sqlite3.Connection, model: str, dimensions: int, made: Sequence[tuple[PassageTexts, bytes]]
) -> int:
    """Store what *model* made of some passages; return of how many.

    Left out are passages that were deleted or replaced by others meanwhile. If vectors have another number of
    *dimensions* than those before, the model was replaced by another one of the same name: those before are deleted.
    """
    if dimensions:
        db.execute("DELETE FROM vectors WHERE ? NOT IN (SELECT dimensions FROM embedding_model)", (dimensions,))
        db.execute("UPDATE embedding_model SET dimensions = ? WHERE name = ?", (dimensions, model))
    stored = 0
    for texts, vectors in made:
        stored += db.execute(
            """
            INSERT OR REPLACE INTO vectors (passage, overlapped, vectors)
            SELECT id, :overlapped, :vectors FROM passages WHERE (id, first, last, subject, own, quoted, extra)
                IS (:passage, :first, :last, :subject, :own, :quoted, :extra)
            """,
            texts._asdict() | {"vectors": vectors},
        ).rowcount
    return stored
