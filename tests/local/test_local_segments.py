"""The full-text index is merged after much was read, without anybody having to wait for it."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from local_making import numbered

from aigpt.local import LocalServer
from aigpt.local.ingest import indexer
from aigpt.local.ingest.indexer import Indexer
from aigpt.local.ingest.path_check import check_path
from aigpt.local.search.ranking import search
from aigpt.local.search.search_params import SearchParams
from aigpt.local.store import segments
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import add_datasource, mark_removed
from aigpt.local.store.removal import finish_removals
from aigpt.local.store.segments import merge_segments


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Have an index of six segments, which takes several steps to merge."""
    monkeypatch.setattr(segments, "_PAGES", 2)
    opened = Store(tmp_path / "index.db")
    for n in range(6):
        box = tmp_path / f"{n}.mbox"
        box.write_bytes(numbered(60, 60 * n))
        with opened.writing() as db:
            add_datasource(db, "me", box, check_path(box))
        with opened.writing() as db:
            db.execute("INSERT INTO words (words, rank) VALUES ('automerge', 0)")
    Indexer(opened, lambda _: None).run()
    assert segment_count(opened) == 6
    yield opened
    opened.close()


class Steps(threading.Event):
    """Ends what it stops after so many steps."""

    def __init__(self, most: int = 1_000_000) -> None:
        super().__init__()
        self._most = most
        self.taken = 0

    def wait(self, timeout: float | None = None) -> bool:
        self.taken += 1
        return self.taken > self._most or super().wait(timeout)


def segment_count(store: Store) -> int:
    with store.reading() as db:
        return len(db.execute("SELECT DISTINCT segid FROM words_idx").fetchall())


def found(store: Store, query: str) -> list[tuple[str, float]]:
    with store.reading() as db:
        return [(hit.subject, hit.score) for hit in search(db, SearchParams("me", query))]


def test_all_segments_become_one_and_what_is_found_stays(store: Store) -> None:
    before = [found(store, f"nothing about word{n}") for n in (0, 77, 359)]
    merge_segments(store, Steps())
    assert segment_count(store) == 1
    assert [found(store, f"nothing about word{n}") for n in (0, 77, 359)] == before
    with store.writing() as db:  # raises if words and passages differ
        db.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")


def test_a_little_beside_the_rest_is_left_as_it_is(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    merge_segments(store, Steps())
    monkeypatch.setattr(segments, "_WHOLE", 0.5)  # it is a page of a few
    box = tmp_path / "new.mbox"
    box.write_bytes(numbered(30, 1_000))
    with store.writing() as db:
        add_datasource(db, "me", box, check_path(box))
    Indexer(store, lambda _: None).run()
    before = segment_count(store)
    merge_segments(store, Steps())
    assert segment_count(store) == before == 2


def test_one_that_is_stopped_is_gone_on_with(store: Store) -> None:
    merge_segments(store, Steps(2))
    assert 1 < segment_count(store) <= 7
    assert [subject for subject, _ in found(store, "word77")] == ["Number 77"]
    merge_segments(store, Steps())
    assert segment_count(store) == 1


def test_others_write_between_its_steps(store: Store) -> None:
    other = Store(store.path, shared=True)
    waited: list[float] = []
    steps = Steps()
    merging = threading.Thread(target=merge_segments, args=(store, steps))
    merging.start()
    while merging.is_alive():
        with other.writing() as db:
            db.execute("INSERT INTO users (name) VALUES (?)", (f"user{len(waited)}",))
        waited.append(time.monotonic())
        time.sleep(0.01)
    merging.join()
    other.close()
    assert steps.taken > 3
    assert len(waited) >= 3  # it got in between two of them
    assert segment_count(store) == 1


def test_what_is_removed_after_half_a_merge_leaves_no_word(store: Store, tmp_path: Path) -> None:
    merge_segments(store, Steps(2))
    with store.writing() as db:
        for (key,) in db.execute("SELECT id FROM datasources ORDER BY id").fetchall()[1:]:
            mark_removed(db, key)
    finish_removals(store)
    assert [subject for subject, _ in found(store, "word7")] == ["Number 7"]
    assert found(store, "word77") == []
    assert not [path for path in tmp_path.glob("index.db*") if b"ord77" in path.read_bytes()]


@pytest.mark.parametrize("kind", [sqlite3.OperationalError, sqlite3.DatabaseError])
def test_a_full_disk_is_logged_and_what_was_read_stays(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, kind: type[sqlite3.Error]
) -> None:
    @contextmanager
    def full() -> Iterator[sqlite3.Connection]:
        raise kind("database or disk is full")
        yield

    with monkeypatch.context() as patched:
        patched.setattr(store, "writing", full)
        merge_segments(store, threading.Event())
    assert "could not be merged (database or disk is full); searches take longer" in caplog.text
    assert [subject for subject, _ in found(store, "word77")] == ["Number 77"]


def test_one_that_was_interrupted_is_gone_on_with_at_the_next_start(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    Indexer(store, lambda _: None).run()
    assert segment_count(store) == 6  # of a small index it is not worth the wait
    monkeypatch.setattr(indexer, "_LARGE_INDEX", 1)
    stopped = Indexer(store, lambda _: None)
    stopped.stop()
    stopped.run()
    assert segment_count(store) == 6
    Indexer(store, lambda _: None).run()
    assert segment_count(store) == 1


@pytest.mark.processes
async def test_it_is_done_where_much_was_read(tmp_path: Path) -> None:
    box, database = tmp_path / "a.mbox", tmp_path / "index.db"
    box.write_bytes(numbered(9_000))
    async with LocalServer([box], db=database, port=0) as server:
        (result,) = await server.indexed()
    assert (result.messages, result.finished) == (9_000, True)
    db = sqlite3.connect(database)
    assert len(db.execute("SELECT DISTINCT segid FROM words_idx").fetchall()) == 1
    db.close()
