"""What cannot be indexed: it has an error with a reason, harms nothing else, and is tried again at the next start."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from local_making import numbered

from aigpt.local import LocalServer, LocalServerError
from aigpt.local.ingest import datasource_reader
from aigpt.local.ingest.indexer import Indexer
from aigpt.local.items import Item, Passage
from aigpt.local.store import database
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import Datasource, add_datasource, datasources_of
from aigpt.local.store.passages import add_items
from aigpt.local.store.schema import VERSION
from aigpt.local.store.vectors import next_without_vectors, prepare_vectors, store_vectors


async def post(server: LocalServer, route: str, **body: Any) -> Any:
    async with (
        aiohttp.ClientSession(headers={"Authorization": "Bearer any"}) as session,
        session.post(f"{server.url}/{route}", json={"user": server.user, **body}) as response,
    ):
        assert response.status == 200
        return await response.json()


async def shown(server: LocalServer) -> dict[str, tuple[str, str | None]]:
    """Return status and reason of each datasource, by its title."""
    found = (await post(server, "datasources/list"))["datasources"]
    return {source["title"]: (source["status"], source.get("reason")) for source in found}


async def subjects(server: LocalServer, query: str) -> list[str]:
    return [result["subject"] for result in (await post(server, "recall/search", query=query))["results"]]


@pytest.fixture
def boxes(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / "a.mbox", tmp_path / "b.mbox"]
    for first, path in zip((0, 10), paths, strict=True):
        write_settled(path, numbered(3, first))
    return paths


def write_settled(path: Path, content: bytes) -> None:
    """Write a file as of long ago: one that has changed just now is read twice."""
    path.write_bytes(content)
    os.utime(path, (1_000_000_000, 1_000_000_000))


def vanish(path: Path) -> None:
    path.unlink()


def turn_to_rubbish(path: Path) -> None:
    path.write_bytes(b"\x89PNG\0\0" * 100)


def link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


@pytest.mark.parametrize(
    ("breaks", "reason"),
    [
        (vanish, "is no longer there"),
        (turn_to_rubbish, "neither mail nor notes"),
        (link_to_itself, "cannot be read (Too many levels of symbolic links)"),
    ],
)
async def test_a_path_that_broke_prevents_neither_the_start_nor_the_others(
    boxes: list[Path], tmp_path: Path, breaks: Any, reason: str
) -> None:
    db = tmp_path / "index.db"
    async with LocalServer(boxes, port=0, db=db) as server:
        await server.indexed()
    data = boxes[0].read_bytes()
    breaks(boxes[0])
    with boxes[1].open("ab") as file:
        file.write(numbered(1, 20))
    async with LocalServer(boxes, port=0, db=db) as server:
        results = {result.title: result for result in await server.indexed()}
        assert await shown(server) == {"a.mbox": ("error", reason), "b.mbox": ("enabled", None)}
        assert await subjects(server, "word1") == ["Number 1"]  # what was read before is kept
        assert await subjects(server, "word20") == ["Number 20"]
    assert (results["a.mbox"].error, results["b.mbox"].error) == (reason, "")
    with pytest.raises(LocalServerError, match=r"a\.mbox: could not be indexed"):
        results["a.mbox"].raise_for_error()
    boxes[0].unlink(missing_ok=True)
    boxes[0].write_bytes(data)
    async with LocalServer(boxes, port=0, db=db) as server:
        await server.indexed()
        assert await shown(server) == {"a.mbox": ("enabled", None), "b.mbox": ("enabled", None)}


async def test_a_path_that_was_never_connected_is_refused_all_the_same(boxes: list[Path], tmp_path: Path) -> None:
    db = tmp_path / "index.db"
    async with LocalServer(boxes[:1], port=0, db=db):
        pass
    boxes[1].unlink()
    with pytest.raises(LocalServerError, match=r"b\.mbox: there is no such file"):
        await LocalServer(boxes, port=0, db=db).start()


async def test_a_fault_of_a_reader_ends_nothing_else(
    boxes: list[Path], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    plan = datasource_reader.plan_reading

    def fails(db: sqlite3.Connection, key: int, source: Any) -> Any:
        if source.name == "a.mbox":
            raise ZeroDivisionError(source.path.read_text())
        return plan(db, key, source)

    monkeypatch.setattr(datasource_reader, "plan_reading", fails)
    async with LocalServer(boxes, port=0) as server:
        await server.indexed()
        assert await shown(server) == {
            "a.mbox": ("error", "reading failed (ZeroDivisionError)"),
            "b.mbox": ("enabled", None),
        }
        assert await subjects(server, "word11") == ["Number 11"]
    assert "ZeroDivisionError" in caplog.text
    assert "word1 and nothing else" not in caplog.text  # an exception's message may hold text of a message


# ── a full disk ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.processes
async def test_with_a_full_disk_searches_go_on_and_the_next_start_continues(
    boxes: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As full as SQLite can be made to believe: its file may not grow."""
    db = tmp_path / "index.db"
    async with LocalServer(boxes[:1], port=0, db=db) as server:
        await server.indexed()
    connect = database._connect

    def full(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        return connection

    write_settled(boxes[1], numbered(900, 10))
    monkeypatch.setattr(database, "_connect", full)
    async with LocalServer(boxes, port=0, db=db) as server:
        await server.indexed()
        found = await shown(server)
        assert found["a.mbox"] == ("enabled", None)
        status, reason = found["b.mbox"]
        assert (status, "disk is full" in str(reason)) == ("error", True)
        assert await subjects(server, "word1") == ["Number 1"]
        assert (await post(server, "recall/ask", input="What about word2?"))["output"]
    monkeypatch.setattr(database, "_connect", connect)
    async with LocalServer(boxes, port=0, db=db) as server:
        await server.indexed()
        assert await shown(server) == {"a.mbox": ("enabled", None), "b.mbox": ("enabled", None)}
        assert await subjects(server, "word905") == ["Number 905"]


def test_a_transaction_that_cannot_be_committed_does_not_block_the_next(tmp_path: Path) -> None:
    store = Store(tmp_path / "index.db")
    with store.writing() as db:
        (pages,) = db.execute("PRAGMA page_count").fetchone()
        db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(sqlite3.OperationalError, match="full"), store.writing() as db:
        db.executemany("INSERT INTO users (name) VALUES (?)", ((f"{n:0100}",) for n in range(10_000)))
    with store.writing() as db:
        db.execute("PRAGMA max_page_count = 100000")
        db.execute("INSERT INTO users (name) VALUES ('x')")
    store.close()


def test_room_is_kept_on_the_disk_to_record_that_it_is_full(tmp_path: Path) -> None:
    store = Store(tmp_path / "index.db")
    reserve = tmp_path / "index.db-reserve"
    assert reserve.stat().st_blocks * 512 >= 256 << 10
    with store.writing_on_full_disk() as db:
        assert not reserve.exists()
        db.execute("INSERT INTO users (name) VALUES ('x')")
    assert reserve.exists()
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == ["index.db"]


# ── an index of an older version ────────────────────────────────────────────────────────────────────────────────────

_OLD = """
    PRAGMA application_id = 0x61494750;
    PRAGMA user_version = 3;
    CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE datasources (id INTEGER PRIMARY KEY AUTOINCREMENT, user INTEGER NOT NULL, name TEXT NOT NULL,
        service TEXT NOT NULL, path TEXT NOT NULL, title TEXT NOT NULL, missing INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE removals (datasource INTEGER PRIMARY KEY);
    CREATE TABLE items (id INTEGER PRIMARY KEY, old TEXT);
    CREATE TABLE passages (id INTEGER PRIMARY KEY, own TEXT);
    CREATE VIRTUAL TABLE words USING fts5 (own, content = 'passages', content_rowid = 'id');
    CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, 'row');
    CREATE TABLE of_another_kind (content TEXT);
    INSERT INTO of_another_kind VALUES ('kept');
    INSERT INTO users VALUES (7, 'me');
    INSERT INTO datasources (id, user, name, service, path, title)
        VALUES (3, 7, 'mbox/x/messages', 'mbox', '{path}', 'a');
    INSERT INTO datasources (id, user, name, service, path, title)
        VALUES (9, 7, 'gone', 'mbox', '/gone', 'gone');
    DELETE FROM datasources WHERE id = 9;
    INSERT INTO removals VALUES (9);
    INSERT INTO passages VALUES (1, 'ancientword');
    INSERT INTO words (rowid, own) VALUES (1, 'ancientword');
"""


@pytest.fixture
def old(boxes: list[Path], tmp_path: Path) -> Path:
    path = tmp_path / "old.db"
    with sqlite3.connect(path) as db:
        db.executescript(_OLD.format(path=boxes[0]))
    db.close()
    return path


@pytest.fixture
def upgraded(old: Path) -> Iterator[Store]:
    store = Store(old)
    yield store
    store.close()


def test_an_older_index_is_rebuilt(old: Path, upgraded: Store, caplog: pytest.LogCaptureFixture) -> None:
    with upgraded.reading() as db:
        (source,) = datasources_of(db, "me")
        assert db.execute("PRAGMA user_version").fetchone()[0] == VERSION
        assert db.execute("SELECT content FROM of_another_kind").fetchone()[0] == "kept"
    assert (source.key, source.name, source.complete, source.messages) == (3, "mbox/x/messages", False, 0)
    (result,) = Indexer(upgraded, lambda _: None).run()
    assert (result.messages, result.error) == (3, "")
    with upgraded.writing() as db:  # the number of what is still being removed is not used again
        add_datasource(db, "me", Path("/new.mbox"), "mbox")
        keys = [source.key for source in datasources_of(db, "me")]
    assert keys == [3, 10]
    assert b"ancientword" not in old.read_bytes()


def test_its_vectors_are_made_anew(tmp_path: Path) -> None:
    """Numbers of passages are used again: vectors of what was there before would be those of other texts."""
    note, path = tmp_path / "a.txt", tmp_path / "index.db"
    note.write_text("alpha")
    for text in ("alpha", "a wholly different text"):
        note.write_text(text)
        store = Store(path)
        with store.writing() as db:
            prepare_vectors(db, "m")
            if not datasources_of(db, "me"):
                add_datasource(db, "me", note, "notes")
        Indexer(store, lambda _: None).run()
        with store.writing() as db:
            missing = next_without_vectors(db, -1, 10)
            assert [texts.own for texts in missing] == [text]
            store_vectors(db, "m", 2, [(texts, b"AAAA") for texts in missing])
            db.execute(f"PRAGMA user_version = {VERSION - 1}")
        store.close()


def test_that_it_is_rebuilt_is_in_the_log(old: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "aigpt.local"):
        Store(old).close()
    assert "was made by an older version" in caplog.text


def test_what_cannot_be_rebuilt_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    with sqlite3.connect(path) as db:
        db.executescript("PRAGMA application_id = 0x61494750; PRAGMA user_version = 1; CREATE TABLE items (x);")
    db.close()
    for _ in range(2):
        with pytest.raises(LocalServerError, match=r"older version .* cannot be upgraded .*; choose another"):
            Store(path)
    with sqlite3.connect(path) as db:
        assert db.execute("SELECT name FROM sqlite_master").fetchall() == [("items",)]
    db.close()


def test_a_datasource_with_an_error_says_so() -> None:
    source = Datasource(
        *(1, "me", "x", "mbox", Path("/a"), "a", 5, 10), complete=False, error="why", messages=2, notes=0, failed=1,
        skipped=3, oldest=None, newest=None,
    )  # fmt: skip
    assert (source.subtitle, source.progress) == ("2 messages, not up to date", 50)
    assert source.to_json()["reason"] == "why"


@pytest.mark.parametrize("field", ["subject", "second passage"])
def test_what_cannot_be_stored_is_left_out_alone(tmp_path: Path, field: str) -> None:
    """Readers give no such item; if one did, it would take neither its batch nor the words of others with it."""
    good = Item("message", 0, "good", (Passage("goodword"),))
    bad = replace(good, position=1, subject="x", passages=(Passage("badword"), Passage("\ud800")))
    bad = replace(bad, subject="\ud800") if field == "subject" else bad
    store = Store(tmp_path / "index.db")
    with store.writing() as db:
        add_datasource(db, "me", Path("/a.mbox"), "mbox")
        (source,) = datasources_of(db, "me")
        db.execute("INSERT INTO files (id, datasource, name, size, modified, head) VALUES (1, 1, 'a', 1, 1, '')")
        assert add_items(db, source, 1, [bad, good]) == [bad]
    with store.writing() as db:
        terms = {row[0] for row in db.execute("SELECT term FROM vocabulary")}
        assert [row[0] for row in db.execute("SELECT subject FROM items")] == ["good"]
        db.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    store.close()
    assert terms == {"good", "goodword"}
