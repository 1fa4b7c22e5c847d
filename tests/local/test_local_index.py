"""The database: what is read goes in once, survives a stop at any moment, and goes out without a trace."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from local_making import mail, numbered

from aigpt.local.errors import LocalServerError
from aigpt.local.ingest import datasource_reader
from aigpt.local.ingest.file_listing import SourceFile
from aigpt.local.ingest.index_queue import IndexQueue
from aigpt.local.ingest.indexer import Indexer
from aigpt.local.ingest.path_check import check_path
from aigpt.local.ingest.progress import Indexed, Progress
from aigpt.local.ingest.resume import ReadingPlan, plan_reading
from aigpt.local.search import idf
from aigpt.local.search.ranking import search
from aigpt.local.search.search_params import SearchParams
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import add_datasource, datasources_of, user_number
from aigpt.local.store.removal import remove_datasource
from aigpt.local.web.temporary_index import make_folder


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "index.db")
    yield opened
    opened.close()


def index(store: Store, *paths: Path, user: str = "me") -> list[Indexed]:
    with store.writing() as db:
        for path in paths:
            add_datasource(db, user, path, check_path(path))
    return Indexer(store, lambda _: None).run()


def subjects(store: Store) -> list[str]:
    with store.reading() as db:
        return [row[0] for row in db.execute("SELECT subject FROM items ORDER BY file, position")]


def found(store: Store, query: str, user: str = "me") -> list[str]:
    with store.reading() as db:
        return [hit.subject for hit in search(db, SearchParams(user, query))]


def names(first: int, last: int) -> list[str]:
    return [f"Number {n}" for n in range(first, last)]


def test_everything_goes_in_once_however_often_it_is_read(store: Store, tmp_path: Path) -> None:
    box = tmp_path / "a.mbox"
    box.write_bytes(numbered(5))
    for _ in range(2):
        (result,) = index(store, box)
        assert (result.messages, result.failures, result.finished) == (5, (), True)
        assert subjects(store) == names(0, 5)


def test_the_batch_size_makes_no_difference(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasource_reader, "_BATCH_STEPS", 2)
    box = tmp_path / "a.mbox"
    box.write_bytes(numbered(5))
    index(store, box)
    assert subjects(store) == names(0, 5)
    assert found(store, "word3") == ["Number 3"]


def test_a_grown_mailbox_is_read_from_where_it_was(store: Store, tmp_path: Path) -> None:
    box = tmp_path / "a.mbox"
    box.write_bytes(numbered(3))
    index(store, box)
    with box.open("ab") as file:
        file.write(numbered(2, 3))
    (result,) = index(store, box)
    assert result.messages == 5
    assert subjects(store) == names(0, 5)


@pytest.mark.parametrize("cut", [1, 30, 120, 200])
def test_a_mailbox_caught_while_it_was_written(store: Store, tmp_path: Path, cut: int) -> None:
    box = tmp_path / "a.mbox"
    data = numbered(4)
    box.write_bytes(data[: len(numbered(2)) + cut])
    index(store, box)
    box.write_bytes(data)
    index(store, box)
    assert subjects(store) == names(0, 4)
    assert found(store, "word2") == ["Number 2"]


def test_a_file_that_changed_is_read_anew(store: Store, tmp_path: Path) -> None:
    box, note = tmp_path / "a.mbox", tmp_path / "n.txt"
    box.write_bytes(numbered(3))
    note.write_text("the old wording")
    index(store, box, note)
    box.write_bytes(numbered(2, 7))
    note.write_text("the new wording, longer")
    results = index(store, box, note)
    assert [(result.messages, result.notes) for result in results] == [(2, 0), (0, 1)]
    assert subjects(store) == ["Number 7", "Number 8", "n"]
    assert found(store, "word1") == found(store, "old") == []
    assert found(store, "new wording") == ["n"]


def test_a_new_message_in_a_maildir_is_added(store: Store, tmp_path: Path) -> None:
    root = tmp_path / "Maildir"
    for folder in ("cur", "new", "tmp"):
        (root / folder).mkdir(parents=True)
    (root / "new" / "1.host").write_bytes(mail("first", Subject="A"))
    index(store, root)
    (root / "new" / "1.host").rename(root / "cur" / "1.host:2,S")
    (root / "new" / "2.host").write_bytes(mail("second", Subject="B"))
    (result,) = index(store, root)
    assert result.messages == 2
    assert subjects(store) == ["A", "B"]


def test_what_fails_is_counted_and_named_once(store: Store, tmp_path: Path) -> None:
    box = tmp_path / "a.mbox"
    box.write_bytes(numbered(2) + b"From x@x.example Mon Mar  4 10:00:00 2024\n\n\n")
    for _ in range(2):
        (result,) = index(store, box)
        assert [failure.name for failure in result.failures] == [f"a.mbox at byte {len(numbered(2))}"]
        with store.reading() as db:
            (source,) = datasources_of(db, "me")
        assert source.subtitle == "2 messages, 1 failed"
        assert source.progress == 100


def test_a_file_that_cannot_be_opened_is_logged_once(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken = {"a.txt": "no access"}

    def plan(db: sqlite3.Connection, key: int, file: SourceFile) -> ReadingPlan:
        if file.name in broken:
            raise PermissionError(1, broken[file.name])
        return plan_reading(db, key, file)

    monkeypatch.setattr(datasource_reader, "plan_reading", plan)
    for name in ("a.txt", "b.txt"):
        (tmp_path / "post").mkdir(exist_ok=True)
        (tmp_path / "post" / name).write_text("Ann: hello")

    def logged() -> list[str]:
        caplog.clear()
        (result,) = index(store, tmp_path / "post")
        assert [(one.name, one.reason) for one in result.failures] == [
            (name, f"cannot be read ({why})") for name, why in broken.items()
        ]
        return [record.getMessage().partition(": ")[2] for record in caplog.records]

    assert logged() == ["a.txt: cannot be read (no access)"]
    assert logged() == []
    broken["b.txt"] = "input/output error"
    assert logged() == ["b.txt: cannot be read (input/output error)"]
    broken["a.txt"] = "too many links"
    assert logged() == ["a.txt: cannot be read (too many links)"]
    broken.clear()
    assert logged() == []
    broken["a.txt"] = "too many links"
    assert logged() == ["a.txt: cannot be read (too many links)"]


def test_a_path_that_went_away_keeps_what_was_read_and_says_so(store: Store, tmp_path: Path) -> None:
    box = tmp_path / "a.mbox"
    box.write_bytes(numbered(2))
    index(store, box)
    box.unlink()
    (result,) = Indexer(store, lambda _: None).run()
    assert [failure.reason for failure in result.failures] == ["is no longer there"]
    assert found(store, "word1") == ["Number 1"]


def test_stopping_leaves_whole_batches_and_the_next_run_goes_on(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datasource_reader, "_BATCH_STEPS", 3)
    box = tmp_path / "a.mbox"
    box.write_bytes(numbered(20))
    with store.writing() as db:
        add_datasource(db, "me", box, "mbox")

    def stop(progress: Progress) -> None:
        if progress.messages >= 6:
            first.stop()

    first = Indexer(store, stop)
    (result,) = first.run()
    assert not result.finished
    assert subjects(store) == names(0, 6)
    with store.reading() as db:
        assert datasources_of(db, "me")[0].progress < 100
    reports: list[Progress] = []
    (result,) = Indexer(store, reports.append).run()
    assert result.finished
    assert subjects(store) == names(0, 20)
    assert [report.done for report in reports] == sorted(report.done for report in reports)
    assert reports[-1].percent == 100.0


@pytest.mark.parametrize(("added", "stays"), [(0, True), (1, False)])
def test_what_is_read_again_and_has_nothing_new_stays_complete(
    store: Store, tmp_path: Path, added: int, *, stays: bool
) -> None:
    """A file that has changed just now is looked at twice; nobody needs to wait for that."""
    box = tmp_path / "a.mbox"
    box.write_bytes(numbered(3))
    index(store, box)
    box.write_bytes(numbered(3 + added))
    seen: list[bool] = []
    reports: list[Progress] = []

    def note(progress: Progress) -> None:
        reports.append(progress)
        with store.reading() as db:
            seen.append(datasources_of(db, "me")[0].complete)

    Indexer(store, note).run()
    assert seen[0] is stays
    assert seen[-1] is True
    assert reports[-1].messages == 3 + added


@pytest.mark.parametrize(("text", "later", "stays"), [("one", 0, True), ("two", 1, False), ("one", 1, False)])
def test_a_note_that_is_to_be_read_again_is_not_complete_whatever_its_size(
    store: Store, tmp_path: Path, text: str, later: int, *, stays: bool
) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    for name in ("a.txt", "b.txt"):
        (notes / name).write_text("Ann: Sentence one.")
        os.utime(notes / name, (1_000_000_000, 1_000_000_000))
    index(store, notes)
    (notes / "b.txt").write_text(f"Ann: Sentence {text}.")
    os.utime(notes / "b.txt", (1_000_000_000 + later, 1_000_000_000 + later))
    seen: list[bool] = []

    def note(_: Progress) -> None:
        with store.reading() as db:
            seen.append(datasources_of(db, "me")[0].complete)

    Indexer(store, note).run()
    assert (seen[0], seen[-1]) == (stays, True)
    assert len(found(store, text)) == (2 if text == "one" else 1)


def test_a_file_in_the_place_of_another_one_is_not_read_yet(store: Store, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "a.txt").write_text("Ann: Sentence one.")
    index(store, notes)
    (notes / "a.txt").rename(notes / "b.txt")  # of the same size and time
    seen: list[bool] = []

    def note(_: Progress) -> None:
        with store.reading() as db:
            seen.append(datasources_of(db, "me")[0].complete)

    Indexer(store, note).run()
    assert (seen[0], seen[-1]) == (False, True)


_KILLED = """
    import os, signal, sys
    from pathlib import Path
    from aigpt.local.store.datasources import add_datasource
    from aigpt.local.ingest import indexer
    from aigpt.local.ingest import datasource_reader
    from aigpt.local.store.database import Store
    datasource_reader._BATCH_STEPS = 5
    store = Store(Path(sys.argv[1]))
    with store.writing() as db:
        add_datasource(db, "me", Path(sys.argv[2]), "mbox")
    def kill(progress):
        if progress.messages >= int(sys.argv[3]):
            os.kill(os.getpid(), signal.SIGKILL)
    indexer.Indexer(store, kill).run()
"""


@pytest.mark.forked
def test_killed_while_indexing_it_loses_and_repeats_nothing(tmp_path: Path) -> None:
    box, path = tmp_path / "a.mbox", tmp_path / "index.db"
    box.write_bytes(numbered(40))
    for after in (5, 15, 30):
        command = [sys.executable, "-c", textwrap.dedent(_KILLED), path, box, str(after)]
        assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    store = Store(path)
    index(store, box)
    assert subjects(store) == names(0, 40)
    assert found(store, "word17") == ["Number 17"]
    store.close()


def test_users_see_only_their_own(store: Store, tmp_path: Path) -> None:
    for user, first in (("ann", 0), ("bo", 10)):
        box = tmp_path / f"{user}.mbox"
        box.write_bytes(numbered(3, first))
        index(store, box, user=user)
    assert (found(store, "word1", "ann"), found(store, "word1", "bo")) == (["Number 1"], [])
    assert (found(store, "word11", "ann"), found(store, "word11", "bo")) == ([], ["Number 11"])
    assert set(found(store, "nothing else", "bo")) == set(names(10, 13))
    assert set(found(store, "", "ann")) == set(names(0, 3))
    assert found(store, "", "nobody") == found(store, "word1", "nobody") == []


def test_disconnecting_removes_rows_and_index_terms_of_that_datasource_only(store: Store, tmp_path: Path) -> None:
    for name, first in (("a", 0), ("b", 10)):
        (tmp_path / f"{name}.mbox").write_bytes(numbered(3, first))
    index(store, tmp_path / "a.mbox", tmp_path / "b.mbox")
    with store.reading() as db:
        gone, kept = datasources_of(db, "me")
    assert not remove_datasource(store, "somebody else", gone.name)
    assert remove_datasource(store, "me", gone.name)
    assert not remove_datasource(store, "me", gone.name)
    assert subjects(store) == names(10, 13)
    with store.reading() as db:
        terms = {row[0] for row in db.execute("SELECT term FROM vocabulary")}
        assert datasources_of(db, "me") == [kept]
        assert db.execute("SELECT count(*) FROM passages").fetchone()[0] == 3
    assert {term for term in terms if term.startswith("word")} == {"word10", "word11", "word12"}
    with store.writing() as db:
        db.execute("INSERT INTO words (words) VALUES ('integrity-check')")  # raises where index and rows differ


def test_a_datasource_can_be_removed_while_it_is_read(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datasource_reader, "_BATCH_STEPS", 2)
    box = tmp_path / "a.mbox"
    box.write_bytes(numbered(10))
    with store.writing() as db:
        add_datasource(db, "me", box, "mbox")
        (source,) = datasources_of(db, "me")

    def drop(progress: Progress) -> None:
        if progress.messages == 4:
            assert remove_datasource(store, "me", source.name)

    work = Indexer(store, drop)
    (result,) = work.run()
    assert not result.finished
    assert subjects(store) == []


# ── the database file ───────────────────────────────────────────────────────────────────────────────────────────────


def test_only_its_owner_may_read_the_file(store: Store, tmp_path: Path) -> None:
    index(store, *[])
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert set(modes.values()) == {0o600}
    assert "index.db-wal" in modes


def test_a_closed_database_leaves_one_file(tmp_path: Path) -> None:
    Store(tmp_path / "index.db").close()
    assert [path.name for path in tmp_path.iterdir()] == ["index.db"]


def test_two_servers_cannot_share_a_database(store: Store) -> None:
    with pytest.raises(LocalServerError, match="is in use by another server"):
        Store(store.path)


def test_a_database_can_be_opened_again_after_a_failed_try(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    path.write_text("this is no database, but long enough to be read as one" * 100)
    for _ in range(2):
        with pytest.raises(LocalServerError, match=r"index.db: is damaged or no database of this server; delete it"):
            Store(path)
    path.unlink()
    Store(path).close()


def test_databases_of_others_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(LocalServerError, match="database of another program"):
        Store(path)
    assert path.read_bytes() == before


def test_a_database_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "index.db"
    Store(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(LocalServerError, match="newer version"):
        Store(path)


@pytest.mark.parametrize("name", ["no/such/folder/index.db", "."])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(LocalServerError, match="cannot be opened for writing"):
        Store(tmp_path / name)


async def test_of_a_datasource_the_last_job_is_kept(store: Store, tmp_path: Path) -> None:
    box = tmp_path / "a.mbox"
    box.write_bytes(numbered(2))
    index(store, box)
    with store.reading() as db:
        (source,) = datasources_of(db, "me")
    queue = IndexQueue(Indexer(store, lambda _: None))
    queue.add_all()
    for _ in range(20):
        queue.add_one("me", source.name)
    assert [result.messages for result in await queue.done()] == [2, 2]
    assert len(queue._jobs) == 2
    await queue.close()


def test_a_transaction_that_raises_leaves_nothing(store: Store) -> None:
    def write() -> None:
        with store.writing() as db:
            db.execute("INSERT INTO users (name) VALUES ('x')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        write()
    with store.reading() as db:
        assert user_number(db, "x") is None


def test_readers_cannot_write(store: Store) -> None:
    with store.reading() as db, pytest.raises(sqlite3.OperationalError):
        db.execute("INSERT INTO users (name) VALUES ('x')")


# ── an index too large to score all that match ──────────────────────────────────────────────────────────────────────


@pytest.fixture
def large(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Have at most five passages scored of forty."""
    monkeypatch.setattr(idf, "_ALL_SCORED", 10)
    monkeypatch.setattr(idf, "_SCORED", 5)
    box = tmp_path / "a.mbox"
    box.write_bytes(numbered(40))
    index(store, box)
    return store


def test_in_a_large_index_the_rarest_words_decide(large: Store) -> None:
    assert found(large, "nothing about word7") == ["Number 7"]


def test_in_a_large_index_a_common_word_finds_what_came_last(large: Store) -> None:
    assert set(found(large, "nothing")) == set(names(34, 40))


def test_in_a_large_index_nothing_is_left_out_where_it_is_filtered(large: Store) -> None:
    with large.reading() as db:
        hits = search(db, SearchParams("me", "nothing", people=("ann@x.example",), limit=50))
    assert {hit.subject for hit in hits} == set(names(0, 40))


def test_what_is_remembered_of_the_index_ends_when_it_changes(large: Store, tmp_path: Path) -> None:
    assert found(large, "word50") == []
    (tmp_path / "b.mbox").write_bytes(numbered(12, 45))
    index(large, tmp_path / "b.mbox")
    with large.reading() as db:
        assert idf.rarest(db, ["nothing", "word50"], 5) == (["word50"], 1)
    assert found(large, "word50") == ["Number 50"]


def test_an_index_that_a_killed_server_has_left_is_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    left, used, foreign = (tmp_path / f"aigpt-{name}" for name in ("left", "used", "foreign"))
    for folder in (left, used, foreign):
        folder.mkdir(mode=0o700)
    (foreign / "notes.txt").write_text("kept")
    for name in ("index.db", "index.db-lock"):
        (left / name).touch()
    store = Store(used / "index.db")
    try:
        made = make_folder()
        assert set(tmp_path.iterdir()) == {made, used, foreign}
    finally:
        store.close()
    assert set(tmp_path.iterdir()) == {made, used, foreign}
    assert set(make_folder().parent.iterdir()) >= {foreign, made}
    assert not used.exists()
