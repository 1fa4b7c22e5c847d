"""Disconnecting leaves no word behind, whenever it is interrupted; what is not removed stays and is found."""

from __future__ import annotations

import asyncio
import logging
import signal
import sqlite3
import sys
import textwrap
import threading
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from local_making import mail, mbox, numbered, refusal_code

from aigpt.local import LocalServer, Progress
from aigpt.local.ingest.indexer import Indexer
from aigpt.local.ingest.path_check import check_path
from aigpt.local.search.ranking import search
from aigpt.local.search.search_params import SearchParams
from aigpt.local.store import database as database_module
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import add_datasource, datasources_of
from aigpt.local.store.removal import remove_datasource

REMOVED = ("Quixotarium", "zephyrdrum", "vulpinehall", "gnomonwick", "jackdawfen", "Oxbowham", "marrowkite")
KEPT = "heronsgate"


@pytest.fixture
def gone(tmp_path: Path) -> Path:
    """Make a mailbox whose every message has all the words of `REMOVED`, each in another place."""
    body = "About the zephyrdrum.\n\n> They said vulpinehall.\n\n-- \ngnomonwick\n"
    path = tmp_path / "marrowkite.mbox"
    path.write_bytes(
        mbox(
            mail(body, Subject="Quixotarium", From="Oxbowham <x@x.example>", Message_ID=f"<{n}@jackdawfen.example>")
            for n in range(40)
        )
    )
    return path


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "kept.mbox"
    path.write_bytes(mbox(mail(f"The {KEPT} is number {n}.", Subject=f"Kept {n}") for n in range(40)))
    return path


def fill(database: Path, **mailboxes: Path) -> str:
    """Index a mailbox for each user; return the id of the first one's."""
    opened = Store(database)
    with opened.writing() as db:
        for user, path in mailboxes.items():
            add_datasource(db, user, path, check_path(path))
    Indexer(opened, lambda _: None).run()
    with opened.reading() as db:
        (source,) = datasources_of(db, next(iter(mailboxes)))
    opened.close()
    return source.name


def traces(folder: Path) -> list[tuple[str, str]]:
    """Return which of the removed words stand in which file of the database. A word's beginning is not looked for.

    The index stores what a word has in common with the one before it only once.
    """
    files = {path.name: path.read_bytes().lower() for path in folder.glob("index.db*")}
    return [(name, word) for name, data in files.items() for word in REMOVED if word.lower()[4:].encode() in data]


def found(opened: Store, user: str, query: str) -> int:
    with opened.reading() as db:
        return len(search(db, SearchParams(user, query)))


def to_remove(database: Path) -> int:
    with sqlite3.connect(database) as db:
        (count,) = db.execute("SELECT count(*) FROM removals").fetchone()
    db.close()
    return int(count)


async def post(server: LocalServer, route: str, user: str, **body: Any) -> Any:
    async with (
        aiohttp.ClientSession(headers={"Authorization": "Bearer any"}) as session,
        session.post(f"{server.url}/{route}", json={"user": user, **body}) as response,
    ):
        return await response.json()


@pytest.mark.processes
async def test_after_disconnecting_no_word_is_in_any_file(
    gone: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("SQLITE_TMPDIR", str(temporary))
    database = tmp_path / "index.db"
    name = fill(database, ann=gone, bo=kept)
    async with LocalServer([], db=database, port=0) as server:
        await server.indexed()
        assert {word for _, word in traces(tmp_path)} == set(REMOVED)
        assert (await post(server, "recall/search", "ann", query="zephyrdrum"))["results"]
        assert refusal_code(await post(server, "datasources/disconnect", "bo", id=name)) == "params"
        reply = await post(server, "datasources/disconnect", "ann", id=name)
        assert reply == {"id": name, "status": "disconnected"}
        assert traces(tmp_path) == []
        assert (await post(server, "datasources/list", "ann"))["datasources"] == []
        assert (await post(server, "recall/search", "ann", query="zephyrdrum"))["results"] == []
        assert len((await post(server, "recall/search", "bo", query=KEPT))["results"]) == 10
        assert await asyncio.to_thread(lambda: list(temporary.iterdir())) == []
    assert traces(tmp_path) == []
    assert KEPT.encode() in database.read_bytes()


_KILLED = """
    import os, signal, sys
    from pathlib import Path
    from aigpt.local.store import removal
    from aigpt.local.store import database

    def kill(*_):
        os.kill(os.getpid(), signal.SIGKILL)

    def after(owner, name, calls=1):
        work, left = getattr(owner, name), [calls]
        def replaced(*args):
            result = work(*args)
            left[0] -= 1
            return result if left[0] else kill()
        setattr(owner, name, replaced)

    path, user, name, stage = sys.argv[1:]
    removal._AT_A_TIME = 10
    opened = database.Store(Path(path))
    if stage == "marked":
        removal.finish_removals = kill
    elif stage == "one part deleted":
        begin, parts = removal.delete_some, []
        def forget(*args):
            parts.append(args)
            return begin(*args) if len(parts) == 1 else kill()
        removal.delete_some = forget
    elif stage == "deleted":
        after(removal, "_delete_all")
    elif stage == "terms deleted":
        database.Store.shrink = kill
    elif stage == "written anew":
        database.Store._truncate_log = kill
    elif stage == "log cut off":
        after(database.Store, "_truncate_log")
    removal.remove_datasource(opened, user, name)
"""

_STAGES = ["marked", "one part deleted", "deleted", "terms deleted", "written anew", "log cut off"]


@pytest.mark.forked
@pytest.mark.parametrize("stage", _STAGES)
async def test_what_a_kill_interrupted_is_finished_at_the_next_start(
    gone: Path, kept: Path, tmp_path: Path, stage: str
) -> None:
    database = tmp_path / "index.db"
    name = fill(database, ann=gone, bo=kept)
    program = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", textwrap.dedent(_KILLED), database, "ann", name, stage)
    )
    assert await program.wait() == -signal.SIGKILL
    assert to_remove(database) == 1
    async with LocalServer([], db=database, port=0) as server:
        assert (await post(server, "recall/search", "ann", query="zephyrdrum"))["results"] == []
        await server.indexed()
        assert traces(tmp_path) == []
        assert len((await post(server, "recall/search", "bo", query=KEPT))["results"]) == 10
    assert to_remove(database) == 0


def test_another_programs_reading_puts_the_end_off_to_the_next_start(
    gone: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(database_module, "_TRUNCATE_SECONDS", 0.01)
    database = tmp_path / "index.db"
    name = fill(database, ann=gone, bo=kept)
    opened = Store(database)
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM items").fetchone()
    with caplog.at_level(logging.WARNING):
        assert remove_datasource(opened, "ann", name)
    (record,) = caplog.records
    assert "a removed datasource's words are still in the file (another program is using" in record.getMessage()
    assert not any(word in caplog.text for word in (*REMOVED, "ann"))
    assert found(opened, "ann", "zephyrdrum") == 0
    assert to_remove(database) == 1
    other.close()
    Indexer(opened, lambda _: None).run()
    assert (traces(tmp_path), to_remove(database)) == ([], 0)
    assert found(opened, "bo", KEPT) == 10
    opened.close()


@pytest.mark.parametrize("where", ["aigpt.local.store.removal._delete_all", "aigpt.local.store.database.Store.shrink"])
def test_a_full_disk_puts_the_end_off_likewise(
    gone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, where: str
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    database = tmp_path / "index.db"
    name = fill(database, ann=gone)
    opened = Store(database)
    with monkeypatch.context() as patched:
        patched.setattr(where, full)
        assert remove_datasource(opened, "ann", name)
    assert "still in the file (database or disk is full)" in caplog.text
    assert found(opened, "ann", "zephyrdrum") == 0
    Indexer(opened, lambda _: None).run()
    assert (traces(tmp_path), to_remove(database)) == ([], 0)
    opened.close()


@pytest.mark.processes
async def test_it_can_be_removed_while_another_process_reads_it(tmp_path: Path, kept: Path) -> None:
    box, database = tmp_path / "marrowkite.mbox", tmp_path / "index.db"
    box.write_bytes(mbox(mail("The zephyrdrum, again. " * 40, Subject=f"Quixotarium {n}") for n in range(4_000)))
    begun = asyncio.Event()

    def note(progress: Progress) -> None:
        if 0 < progress.messages < 4_000:
            begun.set()

    async with LocalServer([box, kept], db=database, port=0, on_progress=note) as server:
        await begun.wait()
        removed, *_ = (await post(server, "datasources/list", "me"))["datasources"]
        assert removed["status"] == "indexing"
        assert "error" not in await post(server, "datasources/disconnect", "me", id=removed["id"])
        first, second = await server.indexed()
        assert (first.finished, second.finished, second.messages) == (False, True, 40)
        assert [source["title"] for source in (await post(server, "datasources/list", "me"))["datasources"]] == [
            "kept.mbox"
        ]
        assert traces(tmp_path) == []


@pytest.mark.processes
async def test_searches_go_on_while_datasources_are_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many at a time as there are readers, and none of them can end before a search has been answered."""
    boxes = [tmp_path / f"{n}.mbox" for n in range(database_module.READERS + 2)]
    for n, box in enumerate(boxes):
        box.write_bytes(numbered(3, 10 * n))
    go_on, shrink = threading.Event(), Store.shrink

    def wait(self: Store) -> None:
        assert go_on.wait(30)
        shrink(self)

    monkeypatch.setattr(Store, "shrink", wait)
    async with LocalServer(boxes, port=0) as server:
        await server.indexed()
        *some, _ = (await post(server, "datasources/list", "me"))["datasources"]
        removing = [
            asyncio.create_task(post(server, "datasources/disconnect", "me", id=source["id"])) for source in some
        ]
        try:
            for _ in range(50):
                assert (await post(server, "recall/search", "me", query="nothing else"))["results"]
        finally:
            go_on.set()
        assert all("error" not in reply for reply in await asyncio.gather(*removing))
        (left,) = (await post(server, "datasources/list", "me"))["datasources"]
        assert left["title"] == boxes[-1].name
