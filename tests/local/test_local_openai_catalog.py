"""The catalog of uploads: nothing of what was deleted stays in its file, and damage to it is told."""

from __future__ import annotations

import asyncio
import logging
import math
import random
import re
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest
from local_openai import strict_client

from aigpt.local import LocalServer, LocalServerError
from aigpt.local.openai_api import upload_parts, uploads
from aigpt.local.openai_api.catalog import Catalog, Entry
from aigpt.local.openai_api.disk import knowing_damage
from aigpt.local.openai_api.library import Library
from aigpt.local.readers.errors import ReaderError
from aigpt.openai import APIStatusError, NotFoundError

BEGUN = 1_763_836_000
TEXT = b"The zebra Quagmire lives in Nairobi.\n"


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    made = Catalog(tmp_path / "catalog.db")
    made._db.execute("PRAGMA synchronous = OFF")
    yield made
    made.close()


class Using:
    """Uses a catalog at random, as several clients would, each name with a word that is found again."""

    def __init__(self, catalog: Catalog, seed: int) -> None:
        self._catalog = catalog
        self._random = random.Random(seed)  # noqa: S311 (the same each time)
        self._number = 0
        self.names: dict[str, Entry] = {}

    def step(self) -> None:
        self._number += 1
        chance = self._random.random()
        if self.names and chance < 0.25:
            self._delete()
        elif self.names and chance < 0.4:
            self._attach()
        elif chance < 0.6:
            self._begin_upload()
        elif self.names and chance < 0.75:
            self._rename()
        else:
            self._add_file()

    def _id(self, kind: str) -> str:
        return f"{kind}-{self._random.getrandbits(128):032x}"

    def _entry(self, kind: Any, name: str = "", parent: str = "") -> Entry:
        user = self._random.choice(["anna", "ben"])
        data = {"filename": name, "purpose": "user_data", "size": 100} if name else {}
        return Entry(
            kind, self._id(kind), user, BEGUN + self._number, data, parent, self._random.choice([0, 54, 200_000])
        )

    def _name(self) -> str:
        return f"TOK{self._random.getrandbits(72):018x}.txt"

    def _add_file(self) -> None:
        name = self._name()
        leftover = self._entry("leftover")
        self._catalog.put(leftover)
        with self._catalog.together():
            self._catalog.put(self.names.setdefault(name, self._entry("file", name)))
            self._catalog.delete(leftover)

    def _begin_upload(self) -> None:
        name = self._name()
        upload = self.names.setdefault(name, self._entry("upload", name))
        self._catalog.put(upload)
        for _ in range(self._random.randint(1, 4)):
            self._catalog.put(replace(self._entry("part", parent=upload.id), user=upload.user))

    def _attach(self) -> None:
        entry = self.names[self._random.choice(list(self.names))]
        self._catalog.put(
            replace(self._entry("vector_store.file", parent=self._id("vs")), id=entry.id, user=entry.user)
        )

    def _rename(self) -> None:
        name = self._random.choice(list(self.names))
        changed = replace(self.names.pop(name), data={"filename": ""})
        self._catalog.put(changed)

    def _delete(self) -> None:
        entry = self.names.pop(self._random.choice(list(self.names)))
        self._catalog.delete(entry, *self._catalog.holding(entry.user, "vector_store.file", entry.id))


@pytest.mark.parametrize("seed", range(8))
def test_nothing_of_deleted_names_stays(catalog: Catalog, tmp_path: Path, seed: int) -> None:
    using = Using(catalog, seed)
    for _ in range(250):
        using.step()
    catalog.clean()
    found = re.findall(rb"TOK[0-9a-f]{18}\.txt", (tmp_path / "catalog.db").read_bytes())
    assert {name.decode() for name in found} == set(using.names)


def test_the_reserve_is_given_back_while_something_is_deleted(catalog: Catalog, tmp_path: Path) -> None:
    assert (tmp_path / "reserve").stat().st_size > 100_000
    with catalog.freeing():
        assert not (tmp_path / "reserve").exists()
        catalog.put(Entry("file", "file-1", "me", BEGUN, {}))
    assert (tmp_path / "reserve").stat().st_size > 100_000
    assert len(catalog.all("me", "file")) == 1


def server(data: list[Path], tmp_path: Path) -> LocalServer:
    return LocalServer(data, db=tmp_path / "index.db", port=0, readers=0)


async def test_a_deletion_that_was_broken_off_is_finished_at_the_next_start(
    data: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with server(data, tmp_path) as running, strict_client("aigpt", running.url) as client:
        file = await client.files.create(file=("zoo.txt", TEXT), purpose="user_data")
        store = await client.vector_stores.create(file_ids=[file.id])
        assert (await client.vector_stores.search(store.id, query="Quagmire")).data
        with monkeypatch.context() as patched:
            patched.setattr(Library, "_finish_deletion", _refuse)
            with pytest.raises(APIStatusError):
                await client.files.delete(file.id)
        assert [one.id async for one in client.files.list()] == []
        assert (await client.vector_stores.search(store.id, query="Quagmire")).data == []
        with pytest.raises(NotFoundError):
            await client.files.content(file.id)
    assert len(list((tmp_path / "index.db-uploads" / "files").iterdir())) == 1
    async with server(data, tmp_path) as running:
        await running.indexed()
    assert files_with(tmp_path, b"Quagmire") == files_with(tmp_path, b"zoo.txt") == []


def files_with(folder: Path, word: bytes) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and word in path.read_bytes()]


async def test_what_hinders_one_deletion_hinders_no_other(
    data: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Nor the expiry of uploads; and it is tried again."""
    monkeypatch.setattr(uploads, "_EXPIRY_INTERVAL", 0.02)
    finish, hindered, fails = Library._finish_deletion, set[str](), True

    async def finishing(library: Library, deleted: Entry) -> None:
        if fails and hindered <= {deleted.id}:
            hindered.add(deleted.id)
            raise ReaderError("server_error", "a reader died", 500)
        await finish(library, deleted)

    async with server(data, tmp_path) as running, strict_client("aigpt", running.url) as client:
        files = [await client.files.create(file=("zoo.txt", TEXT), purpose="user_data") for _ in range(2)]
        upload = await client.uploads.create(filename="a", bytes=4, mime_type="text/plain", purpose="assistants")
        await client.uploads.parts.create(upload.id, data=b"ab")
        monkeypatch.setattr(Library, "_finish_deletion", finishing)
        with pytest.raises(APIStatusError):
            await client.files.delete(files[0].id)
        await client.files.delete(files[1].id)
        with monkeypatch.context() as patched:
            patched.setattr(upload_parts, "LIFETIME", -10)
            await until(lambda: len(uploaded(tmp_path)) == 1)
        await until(lambda: "what was deleted cannot be removed: ReaderError" in caplog.text)
        assert uploaded(tmp_path)[0].parent.name == files[0].id
        fails = False
        await until(lambda: not uploaded(tmp_path))


def uploaded(folder: Path) -> list[Path]:
    return [path for kind in ("files/*", "parts") for path in folder.glob(f"index.db-uploads/{kind}/*")]


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not condition():  # noqa: ASYNC110 (threads do it)
            await asyncio.sleep(0.01)


async def test_a_change_does_not_bring_back_what_was_deleted_meanwhile(
    data: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_entry = Library.replace

    async def deleting(library: Library, entry: Entry, param: str) -> None:
        await library.delete(entry)
        await replace_entry(library, entry, param)

    async with server(data, tmp_path) as running, strict_client("aigpt", running.url) as client:
        file = await client.files.create(file=("zoo.txt", TEXT), purpose="user_data")
        store = await client.vector_stores.create(file_ids=[file.id])
        monkeypatch.setattr(Library, "replace", deleting)
        with pytest.raises(NotFoundError):
            await client.vector_stores.files.update(file.id, vector_store_id=store.id, attributes={"a": "b"})
        assert [one.id async for one in client.vector_stores.files.list(store.id)] == []
        with pytest.raises(NotFoundError):
            await client.vector_stores.update(store.id, name="secret")
        with pytest.raises(NotFoundError):
            await client.vector_stores.retrieve(store.id)


def test_a_closed_catalog_is_not_taken_for_a_damaged_one(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(sqlite3.ProgrammingError), knowing_damage():
        raise sqlite3.ProgrammingError("Cannot operate on a closed database.")
    assert not caplog.records


def test_what_is_only_added_to_an_entry_needs_no_rewriting(catalog: Catalog) -> None:
    entry = Entry("file", "file-1", "me", BEGUN, {"filename": "a.txt"})
    catalog.put(entry)
    catalog.clean()
    catalog.put(replace(entry, data={**entry.data, "datasource": "upload/1"}))
    assert not catalog._is_stale
    catalog._next_clean = math.inf
    catalog.put(replace(entry, data={"filename": ""}))
    assert catalog._is_stale


async def _refuse(*_: object) -> None:
    raise sqlite3.OperationalError("database or disk is full")


async def test_a_file_that_was_deleted_meanwhile_is_not_attached(
    data: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach = Library.attach

    async def deleting(library: Library, file: Entry) -> Entry:
        attached = await attach(library, file)
        await library.delete_file(file)
        return attached

    async with server(data, tmp_path) as running, strict_client("aigpt", running.url) as client:
        file = await client.files.create(file=("zoo.txt", TEXT), purpose="user_data")
        store = await client.vector_stores.create()
        monkeypatch.setattr(Library, "attach", deleting)
        with pytest.raises(NotFoundError, match="file"):
            await client.vector_stores.files.create(file_id=file.id, vector_store_id=store.id)
        assert [one.id async for one in client.vector_stores.files.list(store.id)] == []


async def upload_to(data: list[Path], tmp_path: Path) -> Path:
    async with server(data, tmp_path) as running, strict_client("aigpt", running.url) as client:
        await client.files.create(file=("zoo.txt", TEXT), purpose="user_data")
    return tmp_path / "index.db-uploads" / "catalog.db"


@pytest.mark.parametrize("table", ["entries", ""])
async def test_a_damaged_catalog_is_named_at_the_start(data: list[Path], tmp_path: Path, table: str) -> None:
    path = await upload_to(data, tmp_path)
    if table:
        path.write_bytes(path.read_bytes()[:4096] + b"\xff" * (path.stat().st_size - 4096))
    else:
        db = sqlite3.connect(path, isolation_level=None)
        db.execute("DROP TABLE entries")
        db.close()
    with pytest.raises(LocalServerError, match=r"catalog\.db.*move the folder away"):
        await server(data, tmp_path).start()


async def test_damage_to_the_catalog_while_it_serves_is_told(
    data: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def damaged(*_: object) -> NoReturn:
        error = sqlite3.DatabaseError("database disk image is malformed")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error

    async with server(data, tmp_path) as running, strict_client("aigpt", running.url) as client:
        await client.files.create(file=("zoo.txt", TEXT), purpose="user_data")
        monkeypatch.setattr(Catalog, "all", damaged)
        with caplog.at_level(logging.WARNING), pytest.raises(APIStatusError, match="catalog of uploads is damaged"):
            await client.files.list()
    assert "bring back a copy of catalog.db" in caplog.text
    assert "Traceback" not in caplog.text


async def test_files_without_their_catalog_are_told(
    data: list[Path], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = await upload_to(data, tmp_path)
    path.unlink()
    async with server(data, tmp_path):
        pass
    assert "has files of users, but no catalog.db" in caplog.text
    assert len(list((path.parent / "files").iterdir())) == 1


async def test_an_upload_larger_than_the_users_room_is_refused_as_it_arrives(data: list[Path], tmp_path: Path) -> None:
    limited = LocalServer(data, db=tmp_path / "index.db", port=0, readers=0, upload_limit=1_000)
    async with limited as running, strict_client("aigpt", running.url) as client:
        with pytest.raises(APIStatusError, match="larger than 1000 bytes") as caught:
            await client.files.create(file=("zoo.txt", b"x" * 2_000_000), purpose="user_data")
        assert caught.value.status_code == 413
