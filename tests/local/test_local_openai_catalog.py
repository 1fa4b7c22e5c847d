"""The catalog of uploads: nothing of what was deleted stays in its file, and damage to it is told."""

from __future__ import annotations

import logging
import random
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest
from local_openai import strict_client

from aigpt.local import LocalServer, LocalServerError
from aigpt.local.openai_api.catalog import Catalog, Entry
from aigpt.local.openai_api.library import Library
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
    found = re.findall(rb"TOK[0-9a-f]{18}\.txt", (tmp_path / "catalog.db").read_bytes())
    assert {name.decode() for name in found} == set(using.names)


def test_what_is_deleted_has_room_on_a_full_disk(catalog: Catalog, tmp_path: Path) -> None:
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
        raise sqlite3.DatabaseError("database disk image is malformed")

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
