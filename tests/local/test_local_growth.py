"""What changes on disk changes in the index, once: grown, rewritten, renamed, deleted, gone away, and killed at it."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from local_making import mail, numbered
from real_data import DATA

from aigpt.local import LocalServer, Progress
from aigpt.local.ingest import datasource_reader, file_listing, file_reading, indexer, reader_process
from aigpt.local.ingest.datasource_reader import Reader
from aigpt.local.ingest.indexer import Indexer
from aigpt.local.ingest.path_check import check_path
from aigpt.local.ingest.progress import Indexed
from aigpt.local.items import Failure
from aigpt.local.search.ranking import search
from aigpt.local.search.search_params import SearchParams
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import Datasource, add_datasource, datasources_of


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "index.db")
    yield opened
    opened.close()


def index(store: Store, path: Path) -> Indexed:
    """Read *path*, connected the first time, as it is now."""
    with store.writing() as db:
        if not datasources_of(db, "me"):
            add_datasource(db, "me", path, check_path(path))
    (result,) = Indexer(store, lambda _: None).run()
    with store.writing() as db:
        db.execute("INSERT INTO words (words) VALUES ('integrity-check')")  # raises where index and rows differ
    return result


def subjects(store: Store) -> list[str]:
    with store.reading() as db:
        return sorted(row[0] for row in db.execute("SELECT subject FROM items"))


def found(store: Store, query: str) -> list[str]:
    with store.reading() as db:
        return [hit.subject for hit in search(db, SearchParams("me", query))]


def source_of(store: Store) -> Datasource:
    with store.reading() as db:
        (source,) = datasources_of(db, "me")
    return source


def names(*numbers: int) -> list[str]:
    return sorted(f"Number {n}" for n in numbers)


# ── mbox ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _without(numbers: range, taken: int) -> bytes:
    return b"".join(numbered(1, n) for n in numbers if n != taken)


@pytest.mark.parametrize("more", [0, 1, 2, 30], ids="{} appended".format)
@pytest.mark.parametrize("taken", [0, 1, 17, 39])
def test_a_message_taken_out_of_an_mbox_goes_whatever_was_appended(
    store: Store, tmp_path: Path, taken: int, more: int
) -> None:
    """The messages are longer than the digested beginning: what stands there may be the same."""
    box = tmp_path / "a.mbox"
    box.write_bytes(numbered(40))
    index(store, box)
    box.write_bytes(_without(range(40 + more), taken))
    result = index(store, box)
    left = [n for n in range(40 + more) if n != taken]
    assert subjects(store) == names(*left)
    assert result.messages == len(left)
    assert f"Number {taken}" not in found(store, f"word{taken}")


@pytest.mark.parametrize("name", ["a.mbox", "inbox"])
def test_an_emptied_mbox_holds_nothing(store: Store, tmp_path: Path, name: str) -> None:
    box = tmp_path / name
    box.write_bytes(numbered(3))
    index(store, box)
    box.write_bytes(b"")
    assert index(store, box).messages == 0
    assert (subjects(store), found(store, "word1")) == ([], [])
    box.write_bytes(numbered(2))
    index(store, box)
    assert subjects(store) == names(0, 1)


def test_appending_reads_only_what_is_new(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    box = tmp_path / "a.mbox"
    box.write_bytes(numbered(30))
    index(store, box)
    read: list[int] = []
    parse = file_reading.read_message
    monkeypatch.setattr(
        file_reading, "read_message", lambda data, start=0, *rest: read.append(start) or parse(data, start, *rest)
    )
    with box.open("ab") as file:
        file.write(numbered(2, 30))
    index(store, box)
    assert read == [len(numbered(30)), len(numbered(31))]
    index(store, box)
    assert len(read) == 2
    assert subjects(store) == names(*range(32))


# ── folders and Maildirs ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def maildir(tmp_path: Path) -> Path:
    root = tmp_path / "Maildir"
    for folder in ("cur", "new", "tmp"):
        (root / folder).mkdir(parents=True)
    for n in range(3):
        (root / "new" / f"{n}.host").write_bytes(mail(f"word{n}", Subject=f"Number {n}"))
    return root


def test_a_maildir_message_that_is_read_flagged_and_deleted(store: Store, maildir: Path) -> None:
    index(store, maildir)
    for old, new in (("new/1.host", "cur/1.host:2,"), ("cur/1.host:2,", "cur/1.host:2,FS")):
        (maildir / old).rename(maildir / new)
        assert index(store, maildir).messages == 3
        assert subjects(store) == names(0, 1, 2)
    (maildir / "cur" / "1.host:2,FS").unlink()
    assert index(store, maildir).messages == 2
    assert (subjects(store), found(store, "word1")) == (names(0, 2), [])


@pytest.mark.parametrize("when", ["listed", "looked at"])
def test_a_message_that_goes_to_cur_while_it_is_read_is_read_once(
    store: Store, maildir: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    def moved_first(work: Callable[..., object]) -> Callable[..., object]:
        def replaced(*args: object) -> object:
            for path in (maildir / "new").glob("1.host"):
                path.rename(maildir / "cur" / "1.host:2,S")
            return work(*args)

        return replaced

    if when == "listed":
        monkeypatch.setattr(file_listing, "_source_file", moved_first(file_listing._source_file))
    else:
        monkeypatch.setattr(datasource_reader, "plan_reading", moved_first(datasource_reader.plan_reading))
    assert index(store, maildir).messages == 3
    assert subjects(store) == names(0, 1, 2)


def test_files_of_a_folder_come_change_and_go(store: Store, tmp_path: Path) -> None:
    root = tmp_path / "folder"
    (root / "sub").mkdir(parents=True)
    (root / "a.eml").write_bytes(mail("word1", Subject="Number 1"))
    (root / "sub" / "b.txt").write_text("about osprey")
    (root / "c.md").write_text("about heron")
    (root / "d.mbox").write_bytes(numbered(2, 5))
    index(store, root)
    assert subjects(store) == ["Number 1", "Number 5", "Number 6", "b", "c"]
    (root / "c.md").write_text("about kestrel")
    (root / "e.txt").write_text("about wren")
    for name in ("a.eml", "sub/b.txt", "d.mbox"):
        (root / name).unlink()
    result = index(store, root)
    assert (result.messages, result.notes, result.finished) == (0, 2, True)
    assert subjects(store) == ["c", "e"]
    assert [found(store, word) for word in ("word1", "osprey", "heron", "kestrel")] == [[], [], [], ["c"]]


def test_two_files_whose_names_are_no_text_are_two(store: Store, tmp_path: Path) -> None:
    root = tmp_path / "folder"
    root.mkdir()
    for byte in (b"\xff", b"\xfe"):
        (root / os.fsdecode(byte + b".txt")).write_text(f"osprey{byte.hex()}")
    assert index(store, root).notes == 2


@pytest.mark.parametrize("how", ["gone", "empty", "shut"])
def test_a_path_that_is_not_there_now_keeps_what_was_read_and_says_so(store: Store, maildir: Path, how: str) -> None:
    """An unmounted disk leaves an empty folder, or none."""
    index(store, maildir)
    away = maildir.with_name("away")
    maildir.rename(away)
    if how == "empty":
        maildir.mkdir()
    elif how == "shut":
        maildir.write_bytes(b"")
        maildir.unlink()
        maildir.symlink_to(maildir.with_name("nowhere"))
    result = index(store, maildir)
    assert [failure.name for failure in result.failures] == ["Maildir"]
    assert subjects(store) == names(0, 1, 2)
    shown = source_of(store).to_json()
    assert (shown["status"], shown["progress"], shown["subtitle"]) == ("error", 100, "3 messages, not up to date")
    if how == "empty":
        maildir.rmdir()
    elif how == "shut":
        maildir.unlink()
    away.rename(maildir)
    assert index(store, maildir).failures == ()
    assert source_of(store).to_json()["status"] == "enabled"
    assert subjects(store) == names(0, 1, 2)


def test_a_folder_that_cannot_be_listed_keeps_what_was_read_of_it(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "folder"
    (root / "sub").mkdir(parents=True)
    (root / "a.txt").write_text("about osprey")
    (root / "sub" / "b.txt").write_text("about heron")
    index(store, root)
    listed = file_listing.list_folder

    def shut(folder: Path) -> list[os.DirEntry[str]]:
        if folder.name == "sub":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(file_listing, "list_folder", shut)
    result = index(store, root)
    assert [failure.reason for failure in result.failures] == ["cannot be listed (Permission denied)"]
    assert subjects(store) == ["a", "b"]
    assert source_of(store).to_json()["status"] == "enabled"


# ── the process that reads what is large ────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have everything read in a process of its own."""
    monkeypatch.setattr(indexer, "_SMALL_BYTES", -1)


def children() -> set[int]:
    listed = Path("/proc/self/task").glob("*/children")
    return {int(pid) for path in listed for pid in path.read_text().split()}


async def test_a_process_of_its_own_reads_the_same(tmp_path: Path, apart: None) -> None:
    box, note = tmp_path / "a.mbox", tmp_path / "n.txt"
    box.write_bytes(numbered(500) + b"From x@x.example Mon Mar  4 10:00:00 2024\n\n\n")
    note.write_text("about osprey")
    told: list[Progress] = []
    before = children()
    async with LocalServer(
        [box, note], db=tmp_path / "index.db", port=0, on_progress=told.append, watch=False
    ) as server:
        mailbox, notes = await server.indexed()
    assert (mailbox.messages, mailbox.finished, mailbox.path) == (500, True, str(box))
    assert [failure.reason for failure in mailbox.failures] == ["empty"]
    assert (notes.notes, notes.title) == (1, "n.txt")
    assert [progress.messages for progress in told if progress.title == "a.mbox"][:2] == [0, 200]
    assert told[-1].finished
    assert children() == before


async def test_a_process_that_is_killed_is_started_again(tmp_path: Path) -> None:
    box = tmp_path / "a.mbox"
    box.write_bytes(numbered(6_000))
    killed: set[int] = set()
    before = children()

    def kill(progress: Progress) -> None:
        for pid in children() - before - killed if progress.messages > 2_000 * len(killed) else ():
            os.kill(pid, signal.SIGKILL)
            killed.add(pid)

    async with LocalServer([box], db=tmp_path / "index.db", port=0, on_progress=kill, readers=0) as server:
        (result,) = await server.indexed()
    assert len(killed) >= 2
    assert (result.messages, result.finished) == (6_000, True)
    with sqlite3.connect(tmp_path / "index.db") as db:
        counted = Counter(row[0] for row in db.execute("SELECT message_id FROM items"))
    db.close()
    assert counted == Counter(f"{n}@x.example" for n in range(6_000))


async def test_one_that_always_breaks_off_is_an_error_with_a_remedy(
    tmp_path: Path, apart: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = tmp_path / "a.mbox"
    box.write_bytes(numbered(3))
    monkeypatch.setattr(reader_process, "child_command", lambda *_: [sys.executable, "-c", "raise SystemExit(3)"])
    async with LocalServer([box], port=0) as server:
        (result,) = await server.indexed()
    assert "a.mbox: the process that reads it died 3 times" in result.error


async def test_what_the_database_refuses_it_is_said_by_name(
    tmp_path: Path, apart: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = tmp_path / "a.mbox"
    box.write_bytes(numbered(3))
    full = 'print(\'{"database_error": "database or disk is full"}\')'
    monkeypatch.setattr(reader_process, "child_command", lambda *_: [sys.executable, "-c", full])
    async with LocalServer([box], db=tmp_path / "index.db", port=0) as server:
        (result,) = await server.indexed()
    assert "cannot be written (database or disk is full)" in result.error


@pytest.mark.processes
async def test_closing_stops_it_soon(tmp_path: Path) -> None:
    box = tmp_path / "a.mbox"
    box.write_bytes(numbered(20_000))
    begun = asyncio.Event()
    before = children()
    async with LocalServer(
        [box], db=tmp_path / "index.db", port=0, on_progress=lambda p: begun.set() if p.messages else None
    ) as server:
        await begun.wait()
        started = time.monotonic()
        await server.close()
        (result,) = await server.indexed()
    assert time.monotonic() - started < 30
    assert not result.finished
    assert children() == before


def test_whoever_begins_to_read_ends_whoever_did_before(store: Store, tmp_path: Path) -> None:
    box = tmp_path / "a.mbox"
    box.write_bytes(numbered(1_000))
    with store.writing() as db:
        add_datasource(db, "me", box, "mbox")
    source, results = source_of(store), list[Indexed]()

    def overtake(progress: Progress) -> None:
        if progress.messages == 400 and not results:
            results.append(Reader(store, source, lambda _: None, lambda: False).read())

    overtaken = Reader(store, source, overtake, lambda: False).read()
    assert (overtaken.finished, results[0].finished) == (False, True)
    assert subjects(store) == names(*range(1_000))


# ── kill -9 ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_SERVED = """
    import asyncio, sys
    from aigpt.local import LocalServer

    async def main():
        async with LocalServer(sys.argv[2:], db=sys.argv[1], port=0) as server:
            print("started", flush=True)
            await server.indexed()
            print("indexed", flush=True)

    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        print("interrupted", flush=True)
"""  # without "if __name__": it is to work from any script


def _counted(database: Path) -> Counter[tuple[str, str]]:
    with sqlite3.connect(database) as db:
        rows = db.execute("SELECT i.message_id, f.name FROM items i JOIN files f ON f.id = i.file").fetchall()
    db.close()
    return Counter(rows)


def _made(folder: Path) -> Path:
    path = folder / "made.mbox"
    path.write_bytes(numbered(6_000))
    return path


def _real(folder: Path) -> Path:
    return DATA / "mailbox.mbox"


@pytest.mark.forked
@pytest.mark.parametrize("make", [_made, _real])
def test_killed_at_any_moment_no_message_is_there_twice_and_none_is_missing(
    tmp_path: Path, make: Callable[[Path], Path], request: pytest.FixtureRequest
) -> None:
    if make is _real:
        request.getfixturevalue("real_data")
    box, script, database = make(tmp_path), tmp_path / "serve.py", tmp_path / "index.db"
    script.write_text(textwrap.dedent(_SERVED))
    command = [sys.executable, script, database, box]
    moments = random.Random(7)  # noqa: S311 (not a secret)
    for _ in range(3):
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
            assert program.stdout is not None
            assert program.stdout.readline() == b"started\n"
            time.sleep(moments.uniform(0.3, 2.0))  # a moment of its work; which one is the test's business
            program.kill()
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"started\nindexed\n", b"")
    expected = Counter(
        (step.result.message_id, box.name)
        for entry in file_listing.list_files(box)
        if isinstance(entry, file_listing.SourceFile)
        for step in file_reading.read_file(entry)
        if not isinstance(step.result, Failure)
    )
    assert _counted(database) == expected
    assert [path.name for path in tmp_path.glob("index.db*")] == ["index.db"]


def test_ctrl_c_ends_it_without_a_word_from_the_other_process(tmp_path: Path) -> None:
    box, script = tmp_path / "a.mbox", tmp_path / "serve.py"
    box.write_bytes(numbered(20_000))
    script.write_text(textwrap.dedent(_SERVED))
    with subprocess.Popen(
        [sys.executable, script, tmp_path / "index.db", box],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"started\n"
        time.sleep(1)
        os.killpg(program.pid, signal.SIGINT)  # what a terminal does
        assert program.communicate(timeout=280) == (b"interrupted\n", b"")
