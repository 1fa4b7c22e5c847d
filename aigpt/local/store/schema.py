"""The tables of the database."""

from __future__ import annotations

__all__ = ["APPLICATION_ID", "READ_FROM_FILES", "SCHEMA", "VERSION", "passage_ids"]

APPLICATION_ID = 0x61494750
"""Marks an SQLite file as one of this server's."""
VERSION = 5
"""To be raised with every change of `SCHEMA`, or of what is read of a file: a file of an older version is rebuilt."""
READ_FROM_FILES = ("vectors", "embedding_model", "words", "vocabulary", "passages", "failures", "items", "files")
"""The tables whose content can be made again from the users' files; those that others belong to come after them."""

_USER_BITS = 40


def passage_ids(user: int) -> tuple[int, int]:
    """Return the range of ids (first, one past the last) of a user's passages, so that a search reads only these."""
    return user << _USER_BITS, (user + 1) << _USER_BITS


SCHEMA = """
CREATE TABLE IF NOT EXISTS users (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
CREATE TABLE IF NOT EXISTS datasources (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user INTEGER NOT NULL REFERENCES users,
    name TEXT NOT NULL,                 -- what the API calls its id
    service TEXT NOT NULL,
    path TEXT NOT NULL,
    title TEXT NOT NULL,
    done INTEGER NOT NULL DEFAULT 0,    -- bytes read
    total INTEGER NOT NULL DEFAULT 0,
    complete INTEGER NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT '',     -- why it could not be read the last time
    reader INTEGER NOT NULL DEFAULT 0,  -- the reader that began last: no other one may add to it
    messages INTEGER NOT NULL DEFAULT 0,
    notes INTEGER NOT NULL DEFAULT 0,
    passages INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0, -- attachments whose text was not read
    oldest INTEGER,
    newest INTEGER,
    UNIQUE (user, name)
);
CREATE TABLE IF NOT EXISTS files (
    id INTEGER PRIMARY KEY,
    datasource INTEGER NOT NULL REFERENCES datasources,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    head BLOB NOT NULL,                 -- digests of the beginning of an mbox and of the end of what was read of it:
    tail BLOB NOT NULL DEFAULT x'',     -- whether it is still the same file, grown
    done INTEGER NOT NULL DEFAULT 0,    -- bytes read
    last INTEGER NOT NULL DEFAULT 0,    -- where the last step began
    UNIQUE (datasource, name)
);
CREATE TABLE IF NOT EXISTS items (
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL REFERENCES files,
    position INTEGER NOT NULL,
    user INTEGER NOT NULL,
    datasource INTEGER NOT NULL,
    kind TEXT NOT NULL,
    timestamp INTEGER,
    sender TEXT NOT NULL,
    subject TEXT NOT NULL,
    message_id TEXT NOT NULL,
    thread TEXT NOT NULL,
    attachments TEXT NOT NULL,          -- JSON lists
    defects TEXT NOT NULL,
    UNIQUE (file, position)
);
CREATE INDEX IF NOT EXISTS items_by_time ON items (user, timestamp);
CREATE INDEX IF NOT EXISTS items_by_message_id ON items (user, message_id);
CREATE INDEX IF NOT EXISTS items_by_datasource ON items (datasource);
CREATE TABLE IF NOT EXISTS failures (
    id INTEGER PRIMARY KEY,
    datasource INTEGER NOT NULL REFERENCES datasources,
    file INTEGER REFERENCES files,      -- NULL: the file itself could not be opened or listed
    position INTEGER NOT NULL,
    attachment INTEGER NOT NULL,        -- 0: the message or file; else the number of an attachment that was skipped
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    UNIQUE (datasource, name, attachment)
);
CREATE TABLE IF NOT EXISTS removals (
    datasource INTEGER PRIMARY KEY      -- disconnected, but not yet deleted from all files
);
CREATE TABLE IF NOT EXISTS passages (
    id INTEGER PRIMARY KEY,
    item INTEGER NOT NULL REFERENCES items,
    first INTEGER,
    last INTEGER,
    subject TEXT NOT NULL,
    people TEXT NOT NULL,
    own TEXT NOT NULL,
    quoted TEXT NOT NULL,
    extra TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS passages_by_item ON passages (item);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    subject, people, own, quoted, extra,
    content = 'passages', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab (words, 'row');
"""
