"""The server from its start to its end."""

from __future__ import annotations

import asyncio
import gc
import itertools
import json
import logging
import socket
import sqlite3
import stat
import tempfile
import threading
from pathlib import Path
from typing import Any, NoReturn

import aiohttp
import pytest
from local_making import numbered, refusal_code

from aigpt.local import Failure, LocalServer, LocalServerError, Progress, Skipped
from aigpt.local.ingest import datasource_reader
from aigpt.local.ingest.index_queue import IndexQueue
from aigpt.local.search.search_params import SearchParams
from aigpt.local.store.database import Store
from aigpt.local.web import server as server_module
from aigpt.local.web.service import Service
from aigpt.local.web.slow_close import telling_if_slow

HEADERS = {"Authorization": "Bearer any"}


async def post(server: LocalServer, route: str, **body: Any) -> Any:
    async with (
        aiohttp.ClientSession(headers=HEADERS) as session,
        session.post(f"{server.url}/{route}", json={"user": server.user, **body}) as response,
    ):
        return await response.json()


def modes(folder: Path) -> set[int]:
    """Return the permissions of everything in *folder*."""
    return {stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")}


def threads() -> set[str]:
    return {thread.name for thread in threading.enumerate() if thread.name.startswith("aigpt-")}  # not those of clients


@pytest.fixture
def box(tmp_path: Path) -> Path:
    path = tmp_path / "a.mbox"
    path.write_bytes(numbered(20))
    return path


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give temporary files a folder of their own."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


async def test_it_says_where_it_is_and_what_it_read(data: list[Path], tmp_path: Path) -> None:
    data[0].write_bytes(data[0].read_bytes() + b"From x@x.example Mon Mar  4 10:00:00 2024\n\n\n")
    (data[1] / "picture.png").write_bytes(b"\x89PNG")
    async with LocalServer(data, port=0, user="ann") as server:
        assert server.url.startswith("http://127.0.0.1:")
        assert server.url.endswith("/v1")
        mailbox, notes = await server.indexed()
        assert (mailbox.title, mailbox.path, mailbox.messages, mailbox.notes) == ("mail.mbox", str(data[0]), 3, 0)
        assert [(type(f), f.reason) for f in mailbox.failures] == [(Failure, "empty")]
        assert (notes.notes, notes.skipped) == (1, (Skipped("picture.png", "neither mail nor notes"),))
        assert (await post(server, "recall/search", query="budget"))["results"]


async def test_progress_is_told_in_the_event_loop(box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasource_reader, "_BATCH_STEPS", 5)
    told: list[Progress] = []
    loop = threading.get_ident()

    def note(progress: Progress) -> None:
        assert threading.get_ident() == loop
        told.append(progress)

    async with LocalServer([box], port=0, on_progress=note) as server:
        await server.indexed()
        await asyncio.sleep(0)
    assert [progress.messages for progress in told] == [0, 5, 10, 15, 20, 20]
    assert [round(progress.percent / 5) for progress in told] == [0, 5, 10, 15, 20, 20]
    assert [progress.finished for progress in told] == [False] * 5 + [True]
    assert (told[-1].title, told[-1].failed, told[-1].total) == ("a.mbox", 0, len(numbered(20)))


@pytest.mark.processes
async def test_without_a_database_file_nothing_is_left(box: Path, temporary: Path) -> None:
    async with LocalServer([box], port=0) as server:
        assert modes(temporary) == {0o700, 0o600}
        await server.indexed()
        await post(server, "recall/search", query="word1")
    assert modes(temporary) == set()
    assert threads() == set()


async def test_a_start_that_is_cancelled_leaves_nothing(
    box: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening, go_on = threading.Event(), threading.Event()
    made = server_module.Store

    def slowly(path: Path) -> Store:
        opening.set()
        go_on.wait(60)
        return made(path)

    monkeypatch.setattr(server_module, "Store", slowly)
    starting = asyncio.create_task(LocalServer([box], port=0).start())
    await asyncio.to_thread(opening.wait, 60)
    starting.cancel()
    await asyncio.sleep(0.1)  # what went on without the thread would be at its end
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await starting
    assert modes(temporary) == set()


async def test_a_database_file_stays_and_is_not_filled_twice(box: Path, tmp_path: Path) -> None:
    for data in ([box], [box], []):
        async with LocalServer(data, port=0, db=tmp_path / "index.db") as server:
            (result,) = await server.indexed()
            assert result.messages == 20
            (source,) = (await post(server, "datasources/list"))["datasources"]
            assert source["subtitle"] == "20 messages"
            assert len((await post(server, "recall/search", query="word7"))["results"]) == 1


@pytest.mark.processes
async def test_closing_while_indexing_leaves_a_database_to_go_on_with(
    box: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(datasource_reader, "_BATCH_STEPS", 1)
    first_batch = asyncio.Event()

    def note(progress: Progress) -> None:
        if progress.messages:
            first_batch.set()

    async with LocalServer([box], port=0, db=tmp_path / "index.db", on_progress=note) as server:
        await first_batch.wait()
    async with LocalServer([box], port=0, db=tmp_path / "index.db") as server:
        (result,) = await server.indexed()
        assert (result.messages, result.finished) == (20, True)
    assert threads() == set()


@pytest.mark.processes
async def test_it_answers_while_it_indexes(box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasource_reader, "_BATCH_STEPS", 5)
    halfway, go_on = threading.Event(), threading.Event()
    write = datasource_reader.Reader._write

    def hold(self: Any, work: Any) -> None:
        write(self, work)
        if self._current().messages == 10:
            halfway.set()
            go_on.wait(30)

    monkeypatch.setattr(datasource_reader.Reader, "_write", hold)
    async with LocalServer([box], port=0) as server:
        await asyncio.to_thread(halfway.wait, 30)
        try:
            (source,) = (await post(server, "datasources/list"))["datasources"]
            assert (source["status"], source["progress"], source["subtitle"]) == ("indexing", 49, "10 messages")
            reply = await post(server, "recall/search", query="word7")
            assert not reply["context"]["indexed"]
            assert [result["subject"] for result in reply["results"]] == ["Number 7"]
        finally:
            go_on.set()
        await server.indexed()


# ── what goes wrong ─────────────────────────────────────────────────────────────────────────────────────────────────


async def refused(*data: Path, **options: Any) -> str:
    with pytest.raises(LocalServerError) as caught:
        await LocalServer(data, **({"port": 0} | options)).start()
    assert "\n" not in str(caught.value)
    return str(caught.value)


async def test_wrong_input_is_named_with_its_remedy(tmp_path: Path, box: Path, temporary: Path) -> None:
    (tmp_path / "x.bin").write_bytes(b"\0")
    (tmp_path / "no.db").write_text("not a database" * 500)
    missing = tmp_path / "missing"
    assert await refused(missing) == f"{missing}: there is no such file or folder; check the path"
    assert "neither mail nor notes; give an mbox file" in await refused(box, tmp_path / "x.bin")
    assert "is damaged or no database of this server; delete it" in await refused(box, db=tmp_path / "no.db")
    assert "cannot be opened for writing" in await refused(box, db=tmp_path / "no" / "index.db")
    assert "the user is blank; give a name" in await refused(box, user=" ")
    assert "port 70000 is not a port number" in await refused(box, port=70000)
    assert "use 127.0.0.1" in await refused(box, host="192.0.2.1")
    assert "use 127.0.0.1" in await refused(box, host="example.com")
    assert modes(temporary) == set()
    assert threads() == set()


async def test_a_port_in_use_is_named_and_no_database_is_made(box: Path, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        says = await refused(box, port=port, db=tmp_path / "index.db")
    assert says == f"port {port} is in use; stop what listens there or choose another port, 0 for any free one"
    assert not (tmp_path / "index.db").exists()


async def test_the_port_is_free_again_at_once(box: Path) -> None:
    async with LocalServer([box], port=0) as server:
        port = int(server.url.split(":")[2].split("/")[0])
        await post(server, "datasources/list")
    async with LocalServer([box], port=port) as server:
        await post(server, "datasources/list")


async def test_used_before_its_start_or_started_twice_it_says_so(box: Path) -> None:
    server = LocalServer([box], port=0)
    with pytest.raises(RuntimeError, match="not running"):
        _ = server.url
    with pytest.raises(RuntimeError, match="not been started"):
        await server.indexed()
    await server.start()
    with pytest.raises(RuntimeError, match="started already"):
        await server.start()
    await server.close()
    await server.close()
    with pytest.raises(RuntimeError, match="not running"):
        _ = server.url


@pytest.mark.parametrize("host", ["::1", "localhost"])
async def test_other_loopback_addresses(box: Path, host: str) -> None:
    async with LocalServer(str(box), host=host, port=0) as server:
        assert await post(server, "datasources/list")


async def test_a_full_disk_is_said_by_name(box: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(datasource_reader, "store_steps", full)
    async with LocalServer([box], port=0, db=tmp_path / "index.db") as server:
        (result,) = await server.indexed()
        (shown,) = (await post(server, "datasources/list"))["datasources"]
    assert "cannot be written (database or disk is full)" in result.error
    assert (shown["status"], shown["reason"]) == ("error", result.error)


# ── clients that leave ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("route", ["recall/run", "recall/ask"])
async def test_a_client_that_leaves_in_the_middle_leaves_nothing_behind(
    data: list[Path], route: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The answer would never end; that it ends shows that the server noticed."""
    monkeypatch.setattr("aigpt.local.answer.extractive.pieces", itertools.repeat)
    async with LocalServer(data, port=0, watch=False) as server:
        await server.indexed()
        before = asyncio.all_tasks()
        async with aiohttp.ClientSession(headers=HEADERS) as session:
            for _ in range(5):
                body = {"user": "me", "input": "harbour", "stream": True}
                async with session.post(f"{server.url}/{route}", json=body) as response:
                    await response.content.readexactly(10_000)
                    response.close()
        streaming = [task for task in asyncio.all_tasks() - before if "start" not in repr(task.get_coro())]
        assert (await post(server, "datasources/list"))["datasources"]
        await asyncio.wait(streaming, timeout=280) if streaming else None
        assert all(task.done() for task in streaming)
    gc.collect()
    assert not [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")]


async def test_an_unforeseen_fault_is_no_traceback_on_the_wire(
    data: list[Path], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async with LocalServer(data, port=0, readers=0) as server:
        monkeypatch.setattr("aigpt.local.search.question_search.search", None)
        assert refusal_code(await post(server, "recall/search", query="x")) == "server_error"
    assert [record.levelname for record in caplog.records] == ["ERROR"]


@pytest.mark.parametrize("stream", [False, True])
async def test_a_faults_own_words_are_not_logged(
    data: list[Path], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, *, stream: bool
) -> None:
    def fail(_: object, wanted: SearchParams) -> NoReturn:
        raise KeyError(wanted.query)

    async with LocalServer(data, port=0, readers=0) as server:
        monkeypatch.setattr("aigpt.local.search.question_search.search", fail)
        body = {"user": "me", "input": "SECRET-QUESTION", "stream": stream}
        async with aiohttp.ClientSession(headers=HEADERS) as session:
            reply = await session.post(f"{server.url}/recall/run", json=body)
            assert "server_error" in await reply.text()
    (record,) = caplog.records
    assert "/v1/recall/run failed: KeyError" in record.getMessage()
    assert "in fail" in record.getMessage()  # where it came from
    assert "SECRET" not in caplog.text


@pytest.mark.parametrize("route", ["recall/ask", "recall/run"])
async def test_a_fault_in_a_stream_is_its_last_object(
    data: list[Path], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, route: str
) -> None:
    async with LocalServer(data, port=0, readers=0) as server:
        monkeypatch.setattr("aigpt.local.search.question_search.search", None)
        body = {"user": "me", "input": "harbour", "stream": True}
        async with (
            aiohttp.ClientSession(headers=HEADERS) as session,
            session.post(f"{server.url}/{route}", json=body) as response,
        ):
            assert response.status == 200
            *_, last = (await response.text()).rstrip().split("\n\n")
    assert refusal_code(json.loads(last.removeprefix("data: "))) == "server_error"
    assert [record.levelname for record in caplog.records] == ["ERROR"]


@pytest.mark.processes
async def test_many_at_a_time(data: list[Path]) -> None:
    async with LocalServer(data, port=0) as server:
        await server.indexed()
        replies = await asyncio.gather(*(post(server, "recall/run", input="harbour") for _ in range(60)))
        assert len({reply["id"] for reply in replies}) == 60
        assert len({reply["output"] for reply in replies}) == 1


async def test_a_request_that_is_never_finished_makes_no_noise(
    data: list[Path], caplog: pytest.LogCaptureFixture
) -> None:
    async with LocalServer(data, port=0) as server:
        host, port = server.url.removeprefix("http://").removesuffix("/v1").split(":")
        for _ in range(3):
            _, writer = await asyncio.open_connection(host, int(port))
            head = f"POST /v1/recall/ask HTTP/1.1\r\nHost: {host}:{port}\r\nAuthorization: Bearer x\r\n"
            writer.write(head.encode() + b'Content-Length: 1000\r\n\r\n{"user": ')
            await writer.drain()
            await post(server, "datasources/list")  # by now the server is reading it
            writer.transport.abort()
        await post(server, "datasources/list")
    assert not [record for record in caplog.records if record.levelname in ("WARNING", "ERROR")]


async def test_no_request_finds_the_server_half_closed(box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    close, told, urls = IndexQueue.close, list[object](), list[str]()

    async def close_queue(queue: IndexQueue) -> None:
        async with aiohttp.ClientSession(headers=HEADERS) as session:
            try:
                async with session.post(f"{urls[0]}/datasources/list", json={"user": "me"}) as response:
                    told.append(response.status)
            except aiohttp.ClientConnectionError:
                told.append("nobody listens")
        await close(queue)

    monkeypatch.setattr(IndexQueue, "close", close_queue)
    async with LocalServer([box], port=0, readers=0) as running:
        urls.append(running.url)
        await running.indexed()
    assert told == ["nobody listens"]


async def test_a_request_during_the_close_is_answered(
    box: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    begun, go, search = asyncio.Event(), asyncio.Event(), Service.search_json

    async def slow(service: Service, wanted: SearchParams) -> bytes:
        begun.set()
        await go.wait()
        return await search(service, wanted)

    async with LocalServer([box], port=0, readers=0) as running:
        await running.indexed()
        monkeypatch.setattr(Service, "search_json", slow)
        asked = asyncio.create_task(post(running, "recall/search", query="word7"))
        await begun.wait()
        closing = asyncio.create_task(running.close())
        await asyncio.sleep(0)
        go.set()
        assert len((await asked)["results"]) == 1
        await closing
    assert not caplog.records


async def test_a_close_that_takes_long_says_where_it_stands(caplog: pytest.LogCaptureFixture) -> None:
    waits, told, go = threading.Event(), asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    class Told(logging.Handler):
        def emit(self, _: logging.LogRecord) -> None:
            loop.call_soon_threadsafe(told.set)

    def wait_for_ever() -> None:
        waits.set()
        go.wait()

    async def close() -> None:
        with telling_if_slow(0.01):
            await asyncio.to_thread(wait_for_ever)

    log, handler = logging.getLogger("aigpt.local"), Told()
    log.addHandler(handler)
    try:
        closing = asyncio.create_task(close())
        await asyncio.to_thread(waits.wait)
        await told.wait()
    finally:
        go.set()
        log.removeHandler(handler)
    await closing
    (record,) = caplog.records
    assert "wait_for_ever" in record.getMessage()
    assert " to_thread" in record.getMessage().rpartition("closing: ")[2]
