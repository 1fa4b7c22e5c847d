"""Merges the segments of the full-text index.

Each batch of new passages makes a segment, and SQLite merges a few of about the same size now and then. A search looks
for each of its words in each segment: with 100,000 messages, read at once, in ten, which takes a fifth of its time.
"""

from __future__ import annotations

from collections.abc import Callable

from aigpt.local.store.database import Store

__all__ = ["merge_segments"]

_WHOLE = 0.9  # of the index in one segment: the rest is not worth rewriting it all
_PAGES = 500  # written in one transaction: bounds how long other writers wait, about 50 ms
_MERGED = 2  # SQLite counts fewer changes than these where there was nothing to merge


def merge_segments(store: Store, is_stopped: Callable[[], bool]) -> None:
    """Merge the segments into one, unless almost all is in one already. Blocks: 2 s with 100,000 messages.

    Searches and other writers go on meanwhile. If it is stopped, or raises `sqlite3.OperationalError` since the disk is
    full, nothing is lost: the next call goes on.
    """
    with store.reading() as db:
        sizes = [size for (size,) in db.execute("SELECT count(*) FROM words_idx GROUP BY segid")]
    if not sizes or max(sizes) >= _WHOLE * sum(sizes):
        return
    pages = -_PAGES  # below zero: all segments, whatever their sizes
    while not is_stopped():
        with store.writing() as db:
            before = db.total_changes
            db.execute("INSERT INTO words (words, rank) VALUES ('merge', ?)", (pages,))
            if db.total_changes - before < _MERGED:
                return
        pages = _PAGES
