"""What must hold for any message: it is read or refused, soon, and what is read of it can be stored and found."""

from __future__ import annotations

import io
import json
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from aigpt.local.answer.sentence_splitting import HEADER, split_text
from aigpt.local.ingest.mbox import read_whole, split_mbox
from aigpt.local.ingest.message import UnreadableMessageError, read_message
from aigpt.local.items import Item
from aigpt.local.store.datasources import add_datasource, datasources_of
from aigpt.local.store.passages import add_items, delete_items_from
from aigpt.local.store.schema import SCHEMA
from fuzzing.cases import Case

_MAX_SECONDS = 20.0  # of CPU time, for some kilobytes
_PASSAGES = 50
_FROM = b"From x@x.example Mon Mar  4 10:00:00 2024\n"


def check(case: Case) -> bool:
    """Read the message, alone and in an mbox; return whether it has text."""
    began = time.thread_time()
    item = _read(case.wire)
    _read(read_whole(io.BytesIO(case.wire)))
    for raw in split_mbox(io.BytesIO(_FROM + case.wire)):
        _read(raw.data)
    spent = time.thread_time() - began
    assert spent < _MAX_SECONDS, f"it took {spent:.0f} s"
    if item is None:
        return False
    _look(item)
    _ask(item)
    _store(item)
    return item.size > 0


def _read(data: bytes) -> Item | None:
    try:
        return read_message(data)
    except UnreadableMessageError:
        return None


def _ask(item: Item) -> None:
    """Take apart what an answer quotes of it."""
    began = time.thread_time()
    for passage in item.passages[:_PASSAGES]:
        for text in (passage.own, passage.quoted):
            HEADER.sub("", text)
            list(split_text(text))
    spent = time.thread_time() - began
    assert spent < _MAX_SECONDS, f"to split it took {spent:.0f} s"


def _look(item: Item) -> None:
    """See that each text is one that SQLite and JSON take, and that no part made a library fail."""
    texts = [item.subject, item.sender, item.message_id, item.thread, *item.attachments, *item.defects, *item.lost]
    texts += [text for one in item.passages for text in (one.own, one.people, one.quoted, one.extra)]
    texts += [text for unread in item.skipped for text in (unread.name, unread.reason)]
    for text in texts:
        text.encode()
        assert "\0" not in text, "NUL in a text"
    lines = [item.subject, item.sender, item.message_id, *item.attachments, *item.lost]
    assert not any("\n" in line for line in lines), "a line break in a line"
    failed = [reason for reason in item.lost if "could not be read" in reason]
    assert not failed, failed
    json.dumps([item.attachments, item.defects])


def _store(item: Item) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        db.row_factory = sqlite3.Row
        db.executescript(SCHEMA)
        add_datasource(db, "me", Path("/mail.mbox"), "mbox")
        (source,) = datasources_of(db, "me")
        assert add_items(db, source, 1, [item]) == [], "it cannot be stored"
        (count,) = db.execute("SELECT count(*) FROM passages").fetchone()
        assert count == len(item.passages)
        delete_items_from(db, 1, 0)
        db.execute("INSERT INTO words (words) VALUES ('integrity-check')")
