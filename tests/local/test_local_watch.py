"""What changes in the files of a datasource while the server runs is found without a restart."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from local_making import mail, mbox, numbered

from aigpt.local import LocalServer
from aigpt.local.ingest import file_watch, indexer, watcher
from aigpt.local.ingest.file_watch import look
from aigpt.local.ingest.indexer import Indexer
from aigpt.local.web import server as server_module

Search = Callable[[str], Awaitable[list[str]]]
PART = "zephyr"  # of a word that is still written; it is found by its subject


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watcher, "_SECONDS", 0.05)
    monkeypatch.setattr(watcher, "_SHARE", 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    (made / "notes").mkdir(parents=True)
    (made / "mail.mbox").write_bytes(numbered(3))
    (made / "one.eml").write_bytes(mail("About heronsgate.", Subject="One"))
    (made / "notes" / "first.txt").write_text("Ann: The marrowkite is blue.")
    for name in ("cur", "new", "tmp"):
        (made / "box" / name).mkdir(parents=True)
    (made / "box" / "cur" / "1.a:2,S").write_bytes(mail("About jackdawfen.", Subject="Maildir"))
    return made


@pytest.fixture
async def search(folder: Path) -> AsyncIterator[Search]:
    """Search at a server over `folder`; give the subjects, or for notes the files, that have the word itself."""
    async with (
        LocalServer([folder], port=0) as server,
        aiohttp.ClientSession(headers={"Authorization": "Bearer any"}) as session,
    ):
        await server.indexed()

        async def find(word: str) -> list[str]:
            body = {"user": "me", "query": "slow" if word == PART else word, "max_results": 50}
            async with session.post(f"{server.url}/recall/search", json=body) as response:
                results: list[dict[str, Any]] = (await response.json())["results"]
            names = [result["file"] if "lines" in result else result["subject"] for result in results]
            return sorted(name for name, result in zip(names, results, strict=True) if word in result["content"])

        yield find


async def until(find: Search, word: str, subjects: list[str]) -> None:
    async with asyncio.timeout(60):
        while await find(word) != subjects:  # noqa: ASYNC110 (a search says how far it is)
            await asyncio.sleep(0.02)


@pytest.mark.processes
async def test_mail_appended_to_an_mbox_is_found(folder: Path, search: Search) -> None:
    with (folder / "mail.mbox").open("ab") as file:
        file.write(mbox([mail("About quixotarium.", Subject="New")]))
    await until(search, "quixotarium", ["New"])
    assert await search("word1") == ["Number 1"]


async def test_mail_delivered_to_a_maildir_is_found(folder: Path, search: Search) -> None:
    (folder / "box" / "tmp" / "2.a").write_bytes(mail("About vulpinehall.", Subject="Delivered"))
    (folder / "box" / "tmp" / "2.a").rename(folder / "box" / "new" / "2.a")
    await until(search, "vulpinehall", ["Delivered"])
    (folder / "box" / "new" / "2.a").rename(folder / "box" / "cur" / "2.a:2,S")
    (folder / "box" / "cur" / "1.a:2,S").unlink()
    await until(search, "jackdawfen", [])
    assert await search("vulpinehall") == ["Delivered"]


async def test_new_changed_and_deleted_files_of_a_folder_are_followed(folder: Path, search: Search) -> None:
    (folder / "notes" / "deeper").mkdir()
    (folder / "notes" / "deeper" / "second.md").write_text("Bo: The gnomonwick is red.")
    (folder / "notes" / "first.txt").write_text("Ann: The oxbowham is green.")
    (folder / "one.eml").unlink()
    await until(search, "gnomonwick", ["notes/deeper/second.md"])
    await until(search, "oxbowham", ["notes/first.txt"])
    await until(search, "marrowkite", [])
    await until(search, "heronsgate", [])


async def test_a_file_that_is_still_written_is_whole_in_the_end(folder: Path, search: Search) -> None:
    first, second = mail("About zephyrdrum.", Subject="Slow"), mail("About tidewell.", Subject="Later")
    whole = mbox([first, second])
    middle = whole.index(b"tidewell")
    with (folder / "mail.mbox").open("ab") as box, (folder / "slow.eml").open("wb") as message:
        box.write(whole[:middle])
        message.write(first[:-5])
        box.flush()
        message.flush()
        await until(search, PART, ["Slow", "Slow"])
        box.write(whole[middle:])
        message.write(first[-5:] + b"\nAnd the marlinspike.")
    await until(search, "tidewell", ["Later"])
    await until(search, "marlinspike", ["Slow"])
    assert await search("zephyrdrum") == ["Slow", "Slow"]


async def test_much_that_is_new_is_read_by_a_process(
    folder: Path, search: Search, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexer, "_SMALL_BYTES", 100)
    (folder / "many.mbox").write_bytes(numbered(30, 100))
    await until(search, "word129", ["Number 129"])


async def test_watching_survives_a_look_that_fails(
    folder: Path, search: Search, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    failures = [sqlite3.OperationalError("disk I/O error")]
    changed = Indexer.changed

    def fail_once(self: Indexer) -> Any:
        if failures:
            raise failures.pop()
        return changed(self)

    monkeypatch.setattr(Indexer, "changed", fail_once)
    async with asyncio.timeout(60):
        while failures:  # noqa: ASYNC110 (it happens in a thread)
            await asyncio.sleep(0.02)
    (folder / "notes" / "new.txt").write_text("Bo: The gnomonwick is red.")
    await until(search, "gnomonwick", ["notes/new.txt"])
    assert "the files could not be looked at: disk I/O error" in caplog.text


_STUCK = """
    import asyncio, logging, sys, threading
    from pathlib import Path
    from aigpt.local import LocalServer
    from aigpt.local.ingest import watcher
    from aigpt.local.ingest.indexer import Indexer

    watcher._SECONDS, watcher._END_SECONDS = 0.05, 0.2
    begun, never = threading.Event(), threading.Event()

    def changed(self):
        begun.set()
        never.wait()

    async def main(folder):
        async with LocalServer([folder], port=0, readers=0) as server:
            await server.indexed()
            await asyncio.to_thread(begun.wait)

    logging.basicConfig()
    Indexer.changed = changed
    asyncio.run(main(Path(sys.argv[1])))
"""


@pytest.mark.forked
def test_a_disk_that_does_not_answer_does_not_keep_the_server_from_ending(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(_STUCK), folder], timeout=60, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert "a look at the files does not end: a disk does not answer" in done.stderr
    assert "Traceback" not in done.stderr


_STUCK_READING = """
    import asyncio, logging, sys, threading
    from pathlib import Path
    from aigpt.local import LocalServer
    from aigpt.local.ingest import {module}, index_queue
    from aigpt.local.store import database

    index_queue._END_SECONDS = database._CLOSE_SECONDS = 0.2
    begun, never = threading.Event(), threading.Event()

    def stuck(*_):
        begun.set()
        never.wait()

    async def main(folder):
        async with LocalServer([folder], port=0, readers=0) as server:
            indexed = asyncio.create_task(server.indexed())
            await asyncio.to_thread(begun.wait)
        print(await indexed, flush=True)

    logging.basicConfig()
    {module}.{name} = stuck
    asyncio.run(main(Path(sys.argv[1])))
"""


@pytest.mark.forked
@pytest.mark.parametrize(
    ("module", "name"),
    [("datasource_reader", "read_file"), ("datasource_reader", "plan_reading"), ("indexer", "look")],
)
def test_a_disk_that_is_silent_while_it_is_indexed_does_not_keep_the_server_from_ending(
    folder: Path, module: str, name: str
) -> None:
    code = textwrap.dedent(_STUCK_READING).format(module=module, name=name)
    done = subprocess.run([sys.executable, "-c", code, folder], timeout=60, check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "[]\n"), done.stderr
    assert "the indexing does not end: a disk does not answer" in done.stderr
    assert "Traceback" not in done.stderr


async def test_nothing_is_watched_where_that_is_off(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_module, "Watcher", None)  # would raise
    async with LocalServer([folder], port=0, watch=False) as server:
        await server.indexed()


def test_a_look_differs_when_anything_that_is_read_changes(folder: Path) -> None:
    def settle() -> bytes:
        for path in [folder, *folder.rglob("*")]:
            os.utime(path, (1_000_000_000, 1_000_000_000))
        assert look(folder) == look(folder)
        return look(folder)

    mailbox, before = folder / "mail.mbox", settle()
    mailbox.write_bytes(mailbox.read_bytes() + b"x")
    assert look(folder) != before
    before = settle()
    (folder / "box" / "new" / "3.a").touch()
    assert look(folder) != before
    before = settle()
    (folder / "notes" / "first.txt").unlink()
    assert look(folder) != before
    before = settle()
    (folder / "box" / "tmp" / "4.a").touch()
    (folder / "notes" / ".hidden").touch()
    os.utime(folder / "notes", (1_000_000_000, 1_000_000_000))
    assert look(folder) == before


def test_a_folder_that_cannot_be_read_hides_no_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = os.scandir

    def shut(path: Path) -> Any:
        if path.name == "box":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", shut)
    monkeypatch.setattr(file_watch, "is_maildir", lambda _: False)
    for path in [folder, *folder.rglob("*")]:
        os.utime(path, (1_000_000_000, 1_000_000_000))
    before = look(folder)
    assert look(folder) == before
    (folder / "notes" / "first.txt").write_text("Ann: The marrowkite is red.")
    assert look(folder) != before


def test_a_look_at_what_changed_just_now_is_not_trusted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_watch, "_FRESH_NS", 10**18)
    assert look(folder) != look(folder)
    assert look(folder / "no such file") == look(folder / "no such file")
