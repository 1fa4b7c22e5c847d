"""A passage by the id that it has as a source of an answer."""

from __future__ import annotations

import re
import sqlite3

from aigpt.local.search.hits import Hit, fetch_hits
from aigpt.local.search.window_merging import Candidate, Span
from aigpt.local.store.datasources import uploads_of, user_number

__all__ = ["find_source"]

_ID = re.compile(
    r"(?P<source>[^/]+/[^/]+/[^/]+)/(?P<file>.+)(?:@(?P<position>\d{1,18})|#L(?P<first>\d{1,9})-L(?P<last>\d{1,9}))",
    re.DOTALL,
)
_MAX_PARTS = 20  # passages that one result was merged from


def find_source(db: sqlite3.Connection, user: str, name: str) -> Hit | None:
    """Return the passage of *user*, uploads included, whose id is *name* (see `Hit.id`); None if it is no longer there.

    Lines may be those of several passages, as merged for a result.
    """
    match = _ID.fullmatch(name)
    if match is None:
        return None
    numbers = [number for owner in (user, uploads_of(user)) if (number := user_number(db, owner)) is not None]
    found = [span for number in numbers if (span := _span(db, number, match)) is not None]
    return next(iter(fetch_hits(db, found[:1])), None)


def _span(db: sqlite3.Connection, user: int, match: re.Match[str]) -> Span | None:
    lines = match["position"] is None
    rows = db.execute(
        f"""
        SELECT p.id, p.item, p.first, p.last, 0.0 FROM datasources d JOIN files f ON f.datasource = d.id
            JOIN items i ON i.file = f.id JOIN passages p ON p.item = i.id
        WHERE d.user = :user AND d.name = :source AND f.name = :file
            AND {"p.first >= :first AND p.last <= :last" if lines else "i.position = :position AND p.first IS NULL"}
        ORDER BY p.first, p.id LIMIT :limit
        """,  # noqa: S608 (one of two constants)
        {
            "user": user,
            "source": match["source"],
            "file": match["file"],
            "limit": _MAX_PARTS,
            **{name: int(match[name] or 0) for name in ("position", "first", "last")},
        },
    ).fetchall()
    parts = [Candidate(*row) for row in rows]
    if not parts:
        return None
    if not lines or len(parts) == 1:
        return Span(parts[0])
    first, last = int(match["first"]), int(match["last"])
    covers = parts[0].first == first and max(part.last or 0 for part in parts) == last
    return Span(parts[0], tuple(parts[1:]), first, last) if covers else None
