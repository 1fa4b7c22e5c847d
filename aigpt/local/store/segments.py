"""Merges the segments of the full-text index.

Each batch of new passages makes a segment, and SQLite merges a few of about the same size now and then. A search looks
for each of its words in each segment: with 100,000 messages, read at once, in ten, which takes a fifth of its time.
"""

from __future__ import annotations

import logging
import sqlite3
import threading

from aigpt.local.store.database import Store

__all__ = ["merge_segments"]

_log = logging.getLogger("aigpt.local")

_WHOLE = 0.9  # of the index in one segment: the rest is not worth rewriting it all
_PAGES = 1_000  # written in one transaction: about 0.1 s
_PAUSE = 0.12  # seconds between two of them: another process that waits to write looks ten times a second
_MERGED = 2  # SQLite counts fewer changes than these where there was nothing to merge


def merge_segments(store: Store, stopping: threading.Event, *, least: int = 0) -> None:
    """Merge the segments into one, unless almost all is in one already. Blocks: 4 s with 100,000 messages.

    *least*: pages that an index has at least for which it is done. Searches and other writers go on meanwhile. If it is
    stopped, or the database refuses (the disk is full, say), nothing is lost: the next call goes on.
    """
    try:
        _merge(store, stopping, least)
    except sqlite3.Error as error:
        _log.warning("%s: its full-text index could not be merged (%s); searches take longer", store.path, error)


def _merge(store: Store, stopping: threading.Event, least: int) -> None:
    with store.reading() as db:
        sizes = [size for (size,) in db.execute("SELECT count(*) FROM words_idx GROUP BY segid")]
    if not sizes or sum(sizes) < least or max(sizes) >= _WHOLE * sum(sizes):
        return
    pages = -_PAGES  # below zero: all segments, whatever their sizes
    while not stopping.wait(_PAUSE):
        with store.writing() as db:
            before = db.total_changes
            db.execute("INSERT INTO words (words, rank) VALUES ('merge', ?)", (pages,))
            if db.total_changes - before < _MERGED:
                return
        pages = _PAGES
