"""The text behind a source, found by the id that results and answers name."""

from __future__ import annotations

import re
import sqlite3
from datetime import UTC, datetime
from typing import Any

from aigpt.local.search.hits import merge_lines

__all__ = ["read_source"]

_FILE = r"(?P<datasource>[^/]*/[0-9a-f]{12}/messages)/(?P<file>.+)"
_LINES = "#L(?P<first>[0-9]{1,9})-L(?P<last>[0-9]{1,9})"
# A file may be called like the end of an id: then the second or third one finds it.
_IDS = [
    re.compile(_FILE + end, re.DOTALL | re.ASCII)
    for end in (rf"@(?P<position>[0-9]{{1,18}}){_LINES}", rf"(?P<position>){_LINES}",
                "@(?P<position>[0-9]{1,18})(?P<first>)(?P<last>)")
]  # fmt: skip
_MAX_TEXT = 200_000  # characters
_FIND = """
    SELECT i.id, i.kind, i.timestamp, i.sender, i.subject
    FROM users u JOIN datasources d ON d.user = u.id JOIN files f ON f.datasource = d.id JOIN items i ON i.file = f.id
    WHERE u.name = ? AND d.name = ? AND f.name = ? AND i.position = ?
"""


def read_source(db: sqlite3.Connection, user: str, name: str) -> dict[str, Any] | None:
    """Return the source of *user* whose id is *name*, as a search result has it; None if there is none.

    Of notes and of a message's attachments, it has the lines that the id names; of a message, all of its own text up
    to 200,000 characters.
    """
    found = (_read(db, user, name, parts) for pattern in _IDS if (parts := pattern.fullmatch(name)) is not None)
    return next((source for source in found if source is not None), None)


def _read(db: sqlite3.Connection, user: str, name: str, parts: re.Match[str]) -> dict[str, Any] | None:
    row = db.execute(_FIND, (user, parts["datasource"], parts["file"], int(parts["position"] or 0))).fetchone()
    if row is None or (row["kind"] == "message") != (parts["position"] != ""):
        return None
    if not parts["first"]:
        who, text = row["sender"], _message(db, row["id"])
    else:
        who, text = _lines(db, row["id"], int(parts["first"]), int(parts["last"]))
        who = row["sender"] if row["kind"] == "message" else who
    timestamp = row["timestamp"]
    return {
        "id": name,
        "timestamp": None
        if timestamp is None
        else datetime.fromtimestamp(timestamp, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "from": who,
        "subject": row["subject"],
        "content": text if len(text) <= _MAX_TEXT else text[:_MAX_TEXT] + "…",
    }


def _message(db: sqlite3.Connection, item: int) -> str:
    rows = db.execute("SELECT own, quoted, extra FROM passages WHERE item = ? AND first IS NULL ORDER BY id", (item,))
    return "\n\n".join(part for row in rows for part in row if part)


def _lines(db: sqlite3.Connection, item: int, first: int, last: int) -> tuple[str, str]:
    """Return who speaks in these lines of notes, and the lines. The passages they are in overlap."""
    rows = db.execute(
        "SELECT first, last, people, own FROM passages WHERE item = ? AND first <= ? AND last >= ? ORDER BY id",
        (item, last, first),
    ).fetchall()
    lines, people = merge_lines(rows)
    shown = [text for number, text in sorted(lines.items()) if first <= number <= last]
    return ", ".join(people), "\n".join(shown if lines else [row["own"] for row in rows])
