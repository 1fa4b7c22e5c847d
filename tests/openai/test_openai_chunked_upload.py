"""Chunked uploads: openai's requests, several parts at once in order, flat memory, and nothing left under way."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import socket
import threading
import tracemalloc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from email.message import Message
from email.parser import BytesParser
from pathlib import Path
from typing import Any

import openai as theirs
import pytest
from openai_twins import KEY, Kind, assert_nothing_left, twin

from aigpt.openai import _chunked_upload
from aigpt.openai import _errors as errors
from aigpt.openai._side_by_side import side_by_side
from aigpt.testing import Call, ScriptedServer

pytestmark = pytest.mark.way("short")

CONTENT = b"".join(b"%07d\n" % number for number in range(100))  # 800 bytes
GIVEN: dict[str, Any] = {"mime_type": "text/plain", "purpose": "assistants"}
UPLOAD = {"id": "upload_1", "object": "upload", "bytes": 800, "filename": "o.txt", "purpose": "assistants"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "otters.txt"
    path.write_bytes(CONTENT)
    return path


def form(call: Call) -> dict[str, tuple[str | None, bytes]]:
    """Return the fields of a form by their names, each with its file name."""
    head = f"Content-Type: {call.headers['content-type']}\r\n\r\n".encode()
    parts: list[Message] = BytesParser().parsebytes(head + call.body).get_payload()  # type: ignore[assignment]
    return {
        str(part.get_param("name", header="content-disposition")): (
            part.get_filename(),
            part.get_payload(decode=True),  # type: ignore[dict-item]
        )
        for part in parts
    }


def data_of(call: Call) -> bytes:
    return form(call)["data"][1]


def part_answer(call: Call) -> object:
    return {"id": f"part_{data_of(call)[:7].decode()}", "object": "upload.part", "upload_id": "upload_1"}


def answer(server: ScriptedServer, begin: Any = None, *, has_parts: bool = True) -> None:
    """Answer all requests of an upload; those for parts, unless the test does."""
    server.reply("uploads", json=begin or {**UPLOAD, "status": "pending"})
    if has_parts:
        server.reply("uploads/upload_1/parts", json=part_answer)
    server.reply("uploads/upload_1/complete", json={**UPLOAD, "status": "completed"})


@pytest.mark.parametrize("of", ["path", "str", "bytes"])
@pytest.mark.parametrize("part_size", [None, 200, 333, 800, 801])
async def test_requests_and_results_are_openais(
    kind: Kind, of: str, part_size: int | None, path: Path, plain_server: ScriptedServer
) -> None:
    answer(plain_server)
    given: dict[str, Any] = {**GIVEN, "part_size": part_size, "file": path, "md5": "0f"}
    if of == "str":
        given["file"] = str(path)
    elif of == "bytes":
        given |= {"file": CONTENT, "filename": "o.txt", "bytes": len(CONTENT)}
    async with twin(kind, plain_server) as one:
        mine = await one.run(lambda client: client.uploads.upload_file_chunked(**given))
    assert mine.status == "completed"
    calls = list(plain_server.calls)
    async with theirs.AsyncOpenAI(api_key=KEY, base_url=plain_server.url) as client:
        other = await client.uploads.upload_file_chunked(**given)
    assert other.to_dict() == mine.to_dict()
    expected = plain_server.calls[len(calls) :]
    assert [call.path for call in calls] == [call.path for call in expected]
    assert [call.json for call in (calls[0], calls[-1])] == [call.json for call in (expected[0], expected[-1])]
    assert calls[-1].json["part_ids"] == [f"part_{start // 8:07d}" for start in range(0, 800, part_size or 800)] or (
        part_size == 333
    )
    parts = sorted((form(call) for call in calls[1:-1]), key=str)
    assert parts == sorted((form(call) for call in expected[1:-1]), key=str)
    assert b"".join(sorted(part["data"][1] for part in parts)) == CONTENT or part_size == 333


async def test_parts_go_side_by_side_and_stay_in_order(kind: Kind, path: Path, plain_server: ScriptedServer) -> None:
    answer(plain_server, has_parts=False)
    gates = {number: plain_server.gate() for number in range(4)}
    plain_server.choose("uploads/upload_1/parts", lambda call: f"part {int(data_of(call)[:7]) // 10}")
    for number in range(10):
        plain_server.reply(f"part {number}", json=part_answer, after=gates.get(number))
    told: list[tuple[int, int]] = []
    threads: set[threading.Thread] = set()

    def note(sent: int, total: int) -> None:
        told.append((sent, total))
        threads.add(threading.current_thread())

    async with twin(kind, plain_server) as one:
        work = asyncio.ensure_future(
            one.run(
                lambda client: client.uploads.upload_file_chunked(file=path, part_size=80, on_progress=note, **GIVEN)
            )
        )
        assert await plain_server.called(5)
        assert not await plain_server.called(6, timeout=0.2)
        for number in (3, 2, 1, 0):  # the last part of the four arrives first
            gates[number].open()
        await work
    assert plain_server.calls[-1].json["part_ids"] == [f"part_{number:07d}" for number in range(0, 100, 10)]
    assert told == [(sent, 800) for sent in range(80, 801, 80)]
    assert len(threads) == 1


async def test_parts_are_sent_again_like_any_request(kind: Kind, path: Path, plain_server: ScriptedServer) -> None:
    plain_server.reply(
        "uploads/upload_1/parts", status=503, json={"error": {}}, headers={"retry-after-ms": "1"}, times=2
    )
    answer(plain_server)
    async with twin(kind, plain_server) as one:
        await one.run(lambda client: client.uploads.upload_file_chunked(file=path, part_size=300, **GIVEN))
    parts = [data_of(call) for call in plain_server.calls if call.path.endswith("parts")]
    assert set(parts) == {CONTENT[:300], CONTENT[300:600], CONTENT[600:]}
    assert len(parts) == 5


async def test_an_empty_file_has_no_parts(kind: Kind, tmp_path: Path, plain_server: ScriptedServer) -> None:
    answer(plain_server)
    (tmp_path / "empty").touch()
    async with twin(kind, plain_server) as one:
        await one.run(lambda client: client.uploads.upload_file_chunked(file=tmp_path / "empty", **GIVEN))
    assert [call.json.get("part_ids", call.json.get("bytes")) for call in plain_server.calls] == [0, []]


# ── what goes wrong ─────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_failed_part_ends_the_others(kind: Kind, path: Path, plain_server: ScriptedServer) -> None:
    answer(plain_server, has_parts=False)
    gate = plain_server.gate()
    plain_server.choose(
        "uploads/upload_1/parts", lambda call: "bad" if data_of(call).startswith(b"0000025") else "hang"
    )
    plain_server.reply("bad", json={"error": {"message": "no such upload"}}, status=400, after=gate)
    plain_server.raw("hang", "hang")
    async with twin(kind, plain_server) as one:
        work = asyncio.ensure_future(
            one.run(lambda client: client.uploads.upload_file_chunked(file=path, part_size=100, **GIVEN))
        )
        assert await plain_server.called(5)
        gate.open()
        with pytest.raises(errors.BadRequestError, match="no such upload"):
            await work
        await assert_nothing_left(plain_server, one)
    assert len(plain_server.calls) == 5


@pytest.mark.parametrize(
    ("kind", "end"),
    [*itertools.product(("async", "blocking"), ("deadline", "abort", "close")), ("async", "cancel")],
)
async def test_what_ends_it_leaves_nothing(kind: Kind, end: str, path: Path, plain_server: ScriptedServer) -> None:
    answer(plain_server, has_parts=False)
    plain_server.raw("uploads/upload_1/parts", "hang")
    async with twin(kind, plain_server) as one:
        abort = one.event()
        ours: dict[str, Any] = {"deadline": 4 if end == "deadline" else 100, "abort": abort}
        work = asyncio.ensure_future(
            one.run(lambda client: client.uploads.upload_file_chunked(file=path, part_size=100, **GIVEN, **ours))
        )
        assert await plain_server.called(5)
        if end == "abort":
            abort.set()
        elif end == "close":
            await one.close()
        elif end == "cancel":
            work.cancel()
        ends = {"deadline": errors.APITimeoutError, "cancel": asyncio.CancelledError}
        with pytest.raises(ends.get(end, errors.RequestAbortedError)):
            await work
        await assert_nothing_left(plain_server, one)
    assert len(plain_server.calls) == 5


@pytest.mark.parametrize(
    ("given", "error", "problem"),
    [
        ({"file": CONTENT, "bytes": 800}, TypeError, "needs filename="),
        ({"file": CONTENT, "filename": "a"}, TypeError, "needs bytes="),
        ({"file": CONTENT, "filename": "a", "bytes": 8}, ValueError, "bytes is 8, but the file has 800"),
        ({"bytes": 8}, ValueError, "bytes is 8, but the file has 800"),
        ({"part_size": 0}, ValueError, "part_size must be at least 1, not 0"),
        ({"part_size": 2.5}, TypeError, "part_size must be a whole number of bytes, not float"),
        ({"file": 5}, TypeError, "file must be a path, or the content as bytes, not int"),
        ({"file": Path("/no/such/file")}, FileNotFoundError, "/no/such/file"),
        ({"file": Path("/")}, IsADirectoryError, "directory"),
        ({"on_progress": 1}, TypeError, "on_progress must be a function"),
    ],
)
async def test_wrong_parameters_send_nothing(
    kind: Kind, given: dict[str, Any], error: type[Exception], problem: str, path: Path, plain_server: ScriptedServer
) -> None:
    async with twin(kind, plain_server) as one:
        with pytest.raises(error, match=problem):
            await one.run(lambda client: client.uploads.upload_file_chunked(**{"file": path, **GIVEN, **given}))
    assert not plain_server.calls


async def test_a_file_that_shrinks_is_no_upload(kind: Kind, path: Path, plain_server: ScriptedServer) -> None:
    def shrink(_: Call) -> object:
        os.truncate(path, 100)
        return {**UPLOAD, "status": "pending"}

    answer(plain_server, shrink)
    async with twin(kind, plain_server) as one:  # which retries, but not this
        with pytest.raises(errors.APIConnectionError, match="a file became shorter while it was sent"):
            await one.run(lambda client: client.uploads.upload_file_chunked(file=path, part_size=800, **GIVEN))
    assert not [call for call in plain_server.calls if call.path.endswith("complete")]


@pytest.mark.parametrize("made", [{"object": "x"}, {"id": None}, {"id": ""}, {"id": 5}, [7]])
@pytest.mark.parametrize("missing", ["upload", "part"])
async def test_what_has_no_id_is_not_gone_on_with(
    kind: Kind, made: Any, missing: str, path: Path, plain_server: ScriptedServer
) -> None:
    answer(plain_server, made if missing == "upload" else None, has_parts=False)
    plain_server.reply("uploads/upload_1/parts", json=made)
    async with twin(kind, plain_server) as one:
        with pytest.raises(errors.APIResponseValidationError, match="has no id"):
            await one.run(lambda client: client.uploads.upload_file_chunked(file=path, **GIVEN))
    assert len(plain_server.calls) == (1 if missing == "upload" else 2)


async def test_files_without_a_size_are_refused_by_name(
    kind: Kind, tmp_path: Path, plain_server: ScriptedServer
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    async with twin(kind, plain_server) as one:
        for file in (pipe, "/dev/null", "/proc/self/status"):
            problem = f"file is '{file}', (a pipe or a device|which does not tell its size): .*as bytes"
            with pytest.raises(ValueError, match=problem):
                await one.run(lambda client, file=file: client.uploads.upload_file_chunked(file=file, **GIVEN))
    assert not plain_server.calls


# ── memory ──────────────────────────────────────────────────────────────────────────────────────────────────────────

SPARSE = 300 << 20


@asynccontextmanager
async def counting_server() -> AsyncIterator[Any]:
    """Have a server that reads bodies without keeping them, and counts their bytes."""
    counted = {"bytes": 0, "parts": 0}

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := (await reader.readuntil(b"\r\n\r\n")).lower():
                left = int(head.partition(b"content-length:")[2].partition(b"\r\n")[0])
                is_part = b"/parts " in head
                counted["bytes"] += left if is_part else 0
                counted["parts"] += is_part
                while left:
                    left -= len(await reader.read(min(left, 1 << 16)))
                body = json.dumps({**UPLOAD, "id": f"part_{counted['parts']}" if is_part else "upload_1"}).encode()
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")
                writer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        except (OSError, asyncio.IncompleteReadError):
            pass  # the client has gone
        finally:
            writer.close()

    listener = socket.create_server(("127.0.0.1", 0))
    server = await asyncio.start_server(serve, sock=listener)
    server.counted = counted  # type: ignore[attr-defined]
    server.url = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"  # type: ignore[attr-defined]
    async with server:
        yield server


async def test_memory_stays_flat(kind: Kind, tmp_path: Path) -> None:
    """The parts at once are 128 MiB, the file is 300: a sixteenth of the former is far more than what is held."""
    path = tmp_path / "sparse"
    with path.open("wb") as file:
        file.truncate(SPARSE)
    async with counting_server() as server, twin(kind, server) as one:
        tracemalloc.start()
        try:
            done = await one.run(
                lambda client: client.uploads.upload_file_chunked(file=path, part_size=32 << 20, **GIVEN)
            )
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert done.id == "upload_1"
    assert server.counted["parts"] == 10
    assert SPARSE < server.counted["bytes"] < SPARSE + 10_000
    assert peak < _chunked_upload.PARTS_AT_ONCE * (2 << 20)


# ── side by side ────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_jobs_are_taken_as_there_is_room_for_them() -> None:
    taken: list[int] = []

    def jobs() -> Any:
        for number in range(5):
            taken.append(number)
            yield lambda number=number: asyncio.sleep(0, number)

    gate = asyncio.Event()

    async def held() -> int:
        await gate.wait()
        return -1

    def all_jobs() -> Any:
        yield held
        yield held
        yield from jobs()

    work = asyncio.ensure_future(side_by_side(all_jobs(), 2))
    await asyncio.sleep(0.01)
    assert taken == []
    gate.set()
    assert await work == [-1, -1, 0, 1, 2, 3, 4]


async def test_the_first_failure_is_raised_when_all_have_ended() -> None:
    ended: list[str] = []

    async def slow() -> None:
        try:
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0.01)
            ended.append("slow")

    async def bad() -> None:
        await asyncio.sleep(0)
        raise KeyError("first")

    async def worse() -> None:
        await asyncio.sleep(0)
        raise KeyError("second")

    with pytest.raises(KeyError, match=r"first|second"):
        await side_by_side([slow, bad, worse, slow], 4)
    assert ended == ["slow", "slow"]
