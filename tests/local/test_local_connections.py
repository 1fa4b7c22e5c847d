"""What the server does with connections: broken requests, slow ones, and too many."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from yarl import URL

from aigpt.local import LocalServer
from aigpt.local.web import connection

SECRET = b"sk-private-7f3"
BROKEN = {
    "control character": b"Authorization: Bearer %s\x01\r\nContent-Length: 0\r\n\r\n",
    "bare line feed": b"Authorization: Bearer\n%s\r\nContent-Length: 0\r\n\r\n",
    "no name": b"bad header %s\r\nContent-Length: 0\r\n\r\n",
    "long": b"Authorization: Bearer %s" + b"x" * 20_000 + b"\r\nContent-Length: 0\r\n\r\n",
    "no chunk": b'Authorization: Bearer x\r\nTransfer-Encoding: chunked\r\n\r\n{"user":"me","query":"%s"}\r\n',
    "long chunk": b"Authorization: Bearer x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde%s\r\n0\r\n\r\n",
    "text after the body": b'Authorization: Bearer x\r\nContent-Length: 3\r\n\r\n{"user":"me","query":"%s"}',
    "zstd": b"Authorization: Bearer %s\r\nContent-Encoding: zstd\r\nContent-Length: 3\r\n\r\nabc",
    "deflate": b"Authorization: Bearer %s\r\nContent-Encoding: deflate\r\nContent-Length: 3\r\n\r\nabc",
}
TARGETS = [b"http://[::1/v1/models", b"http://evil.test:99999/", b"//[/v1/models", b"http://evil.test/v1/models"]


def port_of(server: LocalServer) -> int:
    port = URL(server.url).port
    assert port
    return port


async def talk(server: LocalServer, sent: bytes) -> bytes:
    """Send bytes; return what comes until the server closes or has nothing more to say."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
    try:
        writer.write(sent)
        answer = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 30)
        length = next(line for line in answer.splitlines() if line.lower().startswith(b"content-length:"))
        answer += await asyncio.wait_for(reader.readexactly(int(length.split(b":")[1])), 30)
        writer.write_eof()
        return answer + await asyncio.wait_for(reader.read(), 30)
    except ConnectionError:
        return b""
    finally:
        writer.close()


@pytest.fixture(autouse=True)
async def _errors() -> AsyncIterator[None]:
    """See that nothing gets to the event loop's handler, which prints it."""
    told: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context))
    yield
    assert told == []


@pytest.mark.parametrize("kind", BROKEN)
async def test_a_broken_request_is_told_to_nobody(
    server: LocalServer, kind: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    head = b"POST /v1/recall/search HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n" % port_of(server)
    answer = await talk(server, head + BROKEN[kind] % SECRET)
    assert b" 400 " in answer or kind == "text after the body", answer
    assert json.loads(answer.partition(b"\r\n\r\n")[2].split(b"HTTP/1.1")[0])["error"]
    shown = "".join(capfd.readouterr()) + caplog.text + answer.decode()
    assert SECRET.decode() not in shown
    assert "Traceback" not in shown
    assert all(record.levelno <= logging.DEBUG for record in caplog.records if record.name.startswith("a"))


@pytest.mark.parametrize("target", TARGETS)
async def test_a_target_that_is_no_url_is_refused_in_one_line(
    server: LocalServer, target: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    head = b"GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\n\r\n"
    answer = await talk(server, head % (target, port_of(server), SECRET))
    assert answer.split()[1] in (b"400", b"404", b"200"), answer
    assert not caplog.records


async def test_one_that_sends_nothing_more_is_dropped(server: LocalServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_HEAD_SECONDS", 0.0)
    monkeypatch.setattr(connection, "_BODY_SECONDS", 0.0)
    host = b"Host: 127.0.0.1:%d\r\nAuthorization: Bearer x\r\n" % port_of(server)
    stalled = b"POST /v1/recall/search HTTP/1.1\r\n" + host + b"Content-Length: 100\r\n\r\n{"
    for sent in (b"", b"POST /v1/reca", stalled):
        reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
        writer.write(sent)
        assert await asyncio.wait_for(reader.read(), 30) == b""
        writer.close()


async def test_one_that_waits_for_its_next_request_is_kept(
    server: LocalServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_HEAD_SECONDS", 0.0)
    monkeypatch.setattr(connection, "_CHECK_SECONDS", 0.01)
    reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
    for _ in range(2):
        writer.write(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b" 200 " in await asyncio.wait_for(reader.readuntil(b'"ok"}'), 30)
        await asyncio.sleep(1.2)  # longer than from one check to the next, which was planned before
    writer.close()


async def test_one_too_many_is_told_so(data: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_descriptors", lambda: 30)
    async with LocalServer(data, port=0) as server:
        first = [await asyncio.open_connection("127.0.0.1", port_of(server)) for _ in range(20)]
        request = b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        assert b"as many connections as it can have" in await talk(server, request)
        for _, writer in first:
            writer.close()
        for _ in range(200):
            if b" 200 " in await talk(server, request):
                break
            await asyncio.sleep(0.05)
        else:
            pytest.fail("those that were closed still count")
