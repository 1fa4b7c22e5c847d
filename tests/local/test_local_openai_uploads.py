"""Uploads when requests come at once, break off, or are not as they should be."""

from __future__ import annotations

import asyncio
import errno
import logging
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, NoReturn

import aiohttp
import pytest
from local_making import refusal_code
from local_openai import strict_client

from aigpt.local import LocalServer
from aigpt.local.ingest.datasource_reader import Reader
from aigpt.local.ingest.indexer import Indexer
from aigpt.local.ingest.progress import Progress
from aigpt.local.openai_api import library as library_module
from aigpt.local.openai_api import scopes, upload_parts, uploads
from aigpt.local.openai_api.catalog import Catalog
from aigpt.local.openai_api.library import Library
from aigpt.local.store.database import Store
from aigpt.local.store.datasources import Datasource, add_datasource, datasources_of, find_datasource, uploads_of
from aigpt.local.store.removal import remove_datasource
from aigpt.local.web.service import Service
from aigpt.openai import APIStatusError

ZOO = b"The zebra Quagmire lives in Nairobi.\n"
WORD = "Quagmire"
KEY = {"Authorization": "Bearer any"}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    found = tmp_path / "home"
    found.mkdir()
    return found


@pytest.fixture
def stores(monkeypatch: pytest.MonkeyPatch) -> list[Store]:
    """Collect the stores of the servers that are started."""
    found: list[Store] = []
    original = LocalServer._open_store

    def open_store(server: LocalServer) -> Store:
        found.append(original(server))
        return found[-1]

    monkeypatch.setattr(LocalServer, "_open_store", open_store)
    return found


@pytest.fixture
async def kept(data: list[Path], home: Path, stores: list[Store]) -> AsyncIterator[LocalServer]:
    """Run a server whose files are in `home`."""
    assert not stores
    async with LocalServer(data, db=home / "index.db", port=0, readers=0, upload_limit=1_000_000) as running:
        await running.indexed()
        yield running


def traces(folder: Path, word: str) -> list[str]:
    return [str(path) for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]


def attached(store: Store) -> list[Datasource]:
    with store.reading() as db:
        return datasources_of(db, uploads_of("me"))


def about(file: Any) -> dict[str, Any]:
    """Ask about an attached file."""
    part = {"type": "file", "file": {"file_id": file.id}}
    asked = {"role": "user", "content": [{"type": "text", "text": f"Where does {WORD} live?"}, part]}
    return {"model": "igpt-run", "messages": [asked]}


async def test_a_client_that_leaves_while_its_file_is_attached(
    kept: LocalServer, home: Path, stores: list[Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    waits, left, release = asyncio.Event(), asyncio.Event(), threading.Event()
    loop, attach, check_path = asyncio.get_running_loop(), Library.attach, library_module.check_path

    async def watched(library: Library, file: Any) -> Any:
        try:
            return await attach(library, file)
        except asyncio.CancelledError:
            left.set()
            raise

    def checked(path: Path) -> Any:
        loop.call_soon_threadsafe(waits.set)
        return check_path(path)

    monkeypatch.setattr(Library, "attach", watched)
    monkeypatch.setattr(library_module, "check_path", checked)
    holding = threading.Event()

    def hold() -> None:  # as the indexer does
        with stores[0].writing():
            holding.set()
            release.wait()

    async with strict_client("aigpt", kept.url) as client:
        file = await client.files.create(file=("Quagmire.txt", ZOO), purpose="user_data")
        holder = threading.Thread(target=hold)
        holder.start()
        try:
            await asyncio.to_thread(holding.wait)
            asked = asyncio.create_task(client.chat.completions.create(**about(file)))
            await waits.wait()
            asked.cancel()
            await asyncio.wait([asked])
            await left.wait()
        finally:
            release.set()
            holder.join()
        async with asyncio.timeout(60):
            while not [one for one in attached(stores[0]) if one.complete]:  # noqa: ASYNC110 (a thread indexes it)
                await asyncio.sleep(0.01)
        assert (await client.files.delete(file.id)).deleted
    assert attached(stores[0]) == []
    assert traces(home, WORD) == traces(home, "Nairobi") == []


async def test_a_file_is_deleted_from_the_index_whatever_its_entry_says(
    data: list[Path], home: Path, stores: list[Store]
) -> None:
    options: dict[str, Any] = {"db": home / "index.db", "port": 0, "readers": 0}
    async with LocalServer(data, **options) as server, strict_client("aigpt", server.url) as client:
        file = await client.files.create(file=("Quagmire.txt", ZOO), purpose="user_data")
        assert "Nairobi" in (await client.chat.completions.create(**about(file))).choices[0].message.content
    catalog = sqlite3.connect(home / "index.db-uploads" / "catalog.db")  # as a server that was killed may leave it
    with catalog:
        catalog.execute("UPDATE entries SET data = json_remove(data, '$.datasource')")
    catalog.close()
    async with LocalServer(data, **options) as server, strict_client("aigpt", server.url) as client:
        await server.indexed()
        assert traces(home, WORD)
        await client.files.delete(file.id)
        assert attached(stores[-1]) == []
        assert traces(home, WORD) == traces(home, "Nairobi") == []


@pytest.mark.parametrize("full", [False, True])
async def test_a_file_leaves_the_index_before_the_disk_which_may_be_full(
    kept: LocalServer, home: Path, monkeypatch: pytest.MonkeyPatch, *, full: bool
) -> None:
    original, there = Service.disconnect, list[bool]()

    async def disconnect(service: Service, user: str, name: str) -> dict[str, Any]:
        there.append(bool(traces(home / "index.db-uploads" / "files", WORD)))
        if full and there == [True]:
            raise OSError(errno.ENOSPC, "No space left on device")
        return await original(service, user, name)

    async with strict_client("aigpt", kept.url) as client:
        file = await client.files.create(file=("Quagmire.txt", ZOO), purpose="user_data")
        await client.chat.completions.create(**about(file))
        monkeypatch.setattr(Service, "disconnect", disconnect)
        assert (await client.files.delete(file.id)).deleted
    assert there == ([True, False] if full else [True])
    assert traces(home, WORD) == traces(home, "Nairobi") == []


def test_of_files_that_were_deleted_on_request_none_is_missed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    note = tmp_path / "a.txt"
    note.write_bytes(ZOO)
    store = Store(tmp_path / "index.db")
    with store.writing() as db:
        name = add_datasource(db, uploads_of("me"), note, "upload")
        source = find_datasource(db, uploads_of("me"), name)
    assert source is not None

    def delete(_: Progress) -> None:
        if note.exists():
            remove_datasource(store, source.user, source.name)
            note.unlink()

    Reader(store, source, delete, lambda: False).read()
    assert caplog.text == ""
    store.close()


async def test_uploads_at_once_stay_within_the_limit(kept: LocalServer, home: Path) -> None:
    async with strict_client("aigpt", kept.url) as client:

        async def send() -> str | None:
            try:
                await client.files.create(file=("a.txt", b"x" * 600_000), purpose="user_data")
            except APIStatusError as error:
                return error.code
            return "kept"

        told = await asyncio.gather(*[send() for _ in range(8)])
        assert sorted(str(one) for one in told) == ["kept", *["storage_limit_exceeded"] * 7]
        assert sum([one.bytes async for one in client.files.list()]) == 600_000
    on_disk = [path for path in (home / "index.db-uploads").rglob("*.txt") if path.is_file()]
    assert [path.stat().st_size for path in on_disk] == [600_000]


async def test_parts_at_once_stay_within_the_upload_which_ends_once(kept: LocalServer, home: Path) -> None:
    begun: dict[str, Any] = {"filename": "a.txt", "mime_type": "text/plain", "purpose": "assistants"}
    async with strict_client("aigpt", kept.url) as client:
        one = await client.uploads.create(**begun, bytes=1_000)

        async def add() -> str:
            try:
                return str((await client.uploads.parts.create(one.id, data=b"x" * 500)).id)
            except APIStatusError as error:
                return str(error.status_code)

        added = await asyncio.gather(*[add() for _ in range(8)])
        parts = [name for name in added if name.startswith("part")]
        assert len(parts) == 2
        assert sorted(added)[:6] == ["400"] * 6

        async def end() -> Any:
            try:
                return (await client.uploads.complete(one.id, part_ids=parts)).file.id
            except APIStatusError as error:
                return error.status_code

        ends = await asyncio.gather(*[end() for _ in range(4)])
        files = [one.id async for one in client.files.list()]
        assert len(files) == 1
        assert sorted(map(str, ends)) == ["400", "400", "400", *files]
        assert (await client.files.content(files[0])).content == b"x" * 1_000
    assert list((home / "index.db-uploads" / "parts").iterdir()) == []


async def test_an_upload_whose_end_fails_can_be_ended_again(
    kept: LocalServer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, fails = Catalog.put, True

    def failing(catalog: Catalog, *entries: Any) -> None:
        if fails and any(entry.kind == "file" for entry in entries):
            raise sqlite3.OperationalError("database or disk is full")
        put(catalog, *entries)

    monkeypatch.setattr(Catalog, "put", failing)
    async with strict_client("aigpt", kept.url) as client:
        begun = await client.uploads.create(filename="a.txt", bytes=2, mime_type="text/plain", purpose="assistants")
        part = await client.uploads.parts.create(begun.id, data=b"ab")
        with pytest.raises(APIStatusError) as caught:
            await client.uploads.complete(begun.id, part_ids=[part.id])
        assert (caught.value.status_code, caught.value.code) == (507, "storage_failed")
        assert list((home / "index.db-uploads" / "files").iterdir()) == []
        fails = False
        done = await client.uploads.complete(begun.id, part_ids=[part.id])
        assert (await client.files.content(done.file.id)).content == b"ab"


async def test_a_part_that_cannot_be_noted_leaves_no_bytes(
    kept: LocalServer, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = Catalog.put

    def failing(catalog: Catalog, *entries: Any) -> None:
        if any(entry.kind == "part" for entry in entries):
            raise sqlite3.OperationalError("database or disk is full")
        put(catalog, *entries)

    monkeypatch.setattr(Catalog, "put", failing)
    async with strict_client("aigpt", kept.url) as client:
        begun = await client.uploads.create(filename="a.txt", bytes=2, mime_type="text/plain", purpose="assistants")
        with pytest.raises(APIStatusError, match="disk is full"):
            await client.uploads.parts.create(begun.id, data=b"ab")
    assert list((home / "index.db-uploads" / "parts").iterdir()) == []


async def test_what_fails_at_reading_is_not_laid_to_the_disk(
    server: LocalServer, our_client: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def fail(*_: object) -> Any:
        raise sqlite3.OperationalError("no such column")

    store = (await our_client.vector_stores.list()).data[0].id
    monkeypatch.setattr(Service, "search", fail)
    with caplog.at_level(logging.ERROR, "aigpt.local"), pytest.raises(APIStatusError) as caught:
        await our_client.vector_stores.search(store, query="x")
    assert (caught.value.status_code, caught.value.code) == (500, "server_error")
    assert "OperationalError" in caplog.text


async def test_a_file_that_cannot_be_indexed_is_not_waited_for(
    server: LocalServer, our_client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> NoReturn:
        raise RuntimeError("SECRET-WORDS")

    monkeypatch.setattr(Indexer, "_read", fail)
    monkeypatch.setattr(scopes, "_WAIT_SECONDS", 100.0)
    file = await our_client.files.create(file=("zoo.txt", ZOO), purpose="user_data")
    async with asyncio.timeout(60):
        with pytest.raises(APIStatusError, match="could not be indexed") as caught:
            await our_client.chat.completions.create(**about(file))
    assert caught.value.status_code == 400
    store = await our_client.vector_stores.create(file_ids=[file.id])
    (shown,) = [one async for one in our_client.vector_stores.files.list(store.id)]
    assert (shown.status, shown.last_error.code) == ("failed", "server_error")


HEAD = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n'


@pytest.mark.parametrize(
    "sent",
    [
        b"--b\r\nno colon here\r\n\r\nx\r\n--b--\r\n",
        b"--b\r\n: x\r\n\r\nx\r\n--b--\r\n",
        HEAD + b"X: " + b"y" * 100_000 + b"\r\n\r\nx\r\n--b--\r\n",
        HEAD + b"Content-Length: x\r\n\r\nx\r\n--b--\r\n",
    ],
    ids=["no colon", "no name", "a long line", "a length that is none"],
)
async def test_a_form_with_a_broken_header_is_a_400(
    server: LocalServer, session: aiohttp.ClientSession, sent: bytes
) -> None:
    headers = {**KEY, "Content-Type": "multipart/form-data; boundary=b"}
    async with session.post(f"{server.url}/files", data=sent, headers=headers) as response:
        assert response.status == 400
        assert (await response.json())["error"]["type"] == "invalid_request_error"


@pytest.mark.parametrize("route", ["chat/completions", "responses", "embeddings", "recall/ask"])
async def test_json_that_is_not_utf8_is_the_clients_error(
    server: LocalServer,
    session: aiohttp.ClientSession,
    caplog: pytest.LogCaptureFixture,
    route: str,
) -> None:
    sent = b'{"model": "igpt-run", "user": "me", "input": "caf\xe9"}'
    async with session.post(f"{server.url}/{route}", data=sent, headers=KEY) as response:
        told = await response.json()
        if route.startswith("recall"):
            assert (response.status, refusal_code(told)) == (200, "params")
        else:
            assert (response.status, told["error"]["type"]) == (400, "invalid_request_error")
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_what_has_arrived_of_an_upload_goes_when_its_time_is_over(
    data: list[Path], home: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """By itself, at the server's start and later; a catalog that cannot be read is tried again."""
    monkeypatch.setattr(uploads, "_EXPIRY_INTERVAL", 0.02)
    begun: dict[str, Any] = {"filename": "a.txt", "bytes": 4, "mime_type": "text/plain", "purpose": "assistants"}
    async with (
        LocalServer(data, db=home / "index.db", port=0, readers=0) as server,
        strict_client("aigpt", server.url) as client,
    ):
        upload = await client.uploads.create(**begun)
        await client.uploads.parts.create(upload.id, data=b"ab")
        with monkeypatch.context() as patched:
            patched.setattr(Catalog, "begun_before", refuse)
            await until(lambda: "what was deleted cannot be removed: OperationalError" in caplog.text)
        assert len(parts_in(home)) == 1
        with monkeypatch.context() as patched:
            patched.setattr(upload_parts, "LIFETIME", -10)
            await until(lambda: not parts_in(home))
        upload = await client.uploads.create(**begun)
        await client.uploads.parts.create(upload.id, data=b"ab")
    monkeypatch.setattr(uploads, "_EXPIRY_INTERVAL", 600.0)
    monkeypatch.setattr(upload_parts, "LIFETIME", -10)
    assert len(parts_in(home)) == 1
    async with LocalServer(data, db=home / "index.db", port=0, readers=0):
        await until(lambda: not parts_in(home))


def parts_in(home: Path) -> list[Path]:
    return list(home.glob("*/parts/*"))


def refuse(*_: object) -> NoReturn:
    raise sqlite3.OperationalError("disk I/O error")


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not condition():  # noqa: ASYNC110 (a thread does it)
            await asyncio.sleep(0.01)


async def test_an_empty_file_is_uploaded_in_no_part_or_in_one(kept: LocalServer) -> None:
    begun: dict[str, Any] = {"filename": "a.txt", "bytes": 0, "mime_type": "text/plain", "purpose": "assistants"}
    async with strict_client("aigpt", kept.url) as client:
        for parts in range(2):
            upload = await client.uploads.create(**begun)
            ids = [(await client.uploads.parts.create(upload.id, data=b"")).id for _ in range(parts)]
            done = await client.uploads.complete(upload.id, part_ids=ids)
            assert (done.status, done.file.filename, done.file.bytes) == ("completed", "a.txt", 0)
            assert (await client.files.content(done.file.id)).content == b""


async def test_an_upload_has_so_many_parts_at_most(kept: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload_parts, "_MOST_PARTS", 2)
    begun: dict[str, Any] = {"filename": "a.txt", "bytes": 4, "mime_type": "text/plain", "purpose": "assistants"}
    async with strict_client("aigpt", kept.url) as client:
        upload = await client.uploads.create(**begun)
        for _ in range(2):
            await client.uploads.parts.create(upload.id, data=b"")
        with pytest.raises(APIStatusError, match="at most 2 parts; send larger ones"):
            await client.uploads.parts.create(upload.id, data=b"abcd")
