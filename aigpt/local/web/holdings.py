"""What is in the database, for those who run the server."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass

from aigpt.local.store.datasources import all_datasources

__all__ = ["Holdings", "count_holdings", "is_readable"]


@dataclass(frozen=True, slots=True)
class Holdings:
    """What is in the database."""

    statuses: dict[str, int]
    """How many datasources have each status."""
    messages: int
    notes: int
    failed: int


def count_holdings(db: sqlite3.Connection) -> Holdings:
    """Count what all users have."""
    sources = all_datasources(db)
    return Holdings(
        dict(Counter(str(source.to_json()["status"]) for source in sources)),
        *(sum(source.messages for source in sources), sum(source.notes for source in sources)),
        failed=sum(source.failed for source in sources),
    )


def is_readable(db: sqlite3.Connection) -> bool:
    """Whether the database can be read; raises `sqlite3.Error` if not."""
    return db.execute("SELECT count(*) FROM users").fetchone() is not None
