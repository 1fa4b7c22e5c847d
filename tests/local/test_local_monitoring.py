"""/healthz and /metrics: for those who run the server, and without a word of those who use it."""

from __future__ import annotations

import asyncio
import re
import sqlite3
import threading
from pathlib import Path

import aiohttp
import pytest
from local_making import Post

from aigpt.local import LocalServer
from aigpt.local.readers import child
from aigpt.local.store.database import READERS
from aigpt.local.web import monitoring, service

SAMPLE = re.compile(r'(?P<name>aigpt_\w+)(?P<labels>\{\w+="[^"\\\n]*"(?:,\w+="[^"\\\n]*")*\})? (?P<value>[0-9.e+-]+)')


def figures(page: str) -> dict[str, float]:
    """Parse the text format, and see that each name has its type first."""
    known: set[str] = set()
    found: dict[str, float] = {}
    for line in page.splitlines():
        if line.startswith("#"):
            known.add(line.split()[2])
            continue
        match = SAMPLE.fullmatch(line)
        assert match is not None, line
        assert re.sub("_(bucket|sum|count)$", "", match["name"]) in known or match["name"] in known
        found[match["name"] + (match["labels"] or "")] = float(match["value"])
    return found


async def read(session: aiohttp.ClientSession, server: LocalServer, path: str, **headers: str) -> tuple[int, str]:
    async with session.get(f"{server.url.removesuffix('/v1')}{path}", headers=headers) as response:
        return response.status, await response.text()


async def test_healthz_says_ok_to_everybody(server: LocalServer, session: aiohttp.ClientSession) -> None:
    assert await read(session, server, "/healthz", Host="pod.example") == (200, '{"status": "ok"}')


@pytest.mark.processes
async def test_healthz_is_503_where_nothing_can_be_read(
    data: list[Path], session: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "child_command", lambda *_: ["/no/such/python"])
    async with LocalServer(data, port=0) as server:
        status, body = await read(session, server, "/healthz")
    assert status == 503
    assert '"error": "unavailable"' in body
    assert "cannot be started" in body


async def test_healthz_does_not_wait_for_ever(
    server: LocalServer, session: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(monitoring, "_MOST_SECONDS", 0.0)
    status, body = await read(session, server, "/healthz")
    assert status == 503
    assert "did not answer in time" in body


async def test_healthz_is_ok_while_all_readers_are_busy(
    server: LocalServer, session: aiohttp.ClientSession, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, begun = threading.Event(), threading.Semaphore(0)

    def busy(db: sqlite3.Connection, wanted: object, today: object) -> bytes:
        begun.release()
        go_on.wait(60)
        return b"{}"

    monkeypatch.setattr(service, "search", busy)
    monkeypatch.setattr("pickle.dumps", lambda value, *_: value)
    monkeypatch.setattr("pickle.loads", lambda value: value)
    searches = [asyncio.ensure_future(post("recall/search", query="harbour")) for _ in range(READERS + 2)]
    try:
        for _ in range(READERS):
            await asyncio.to_thread(begun.acquire, timeout=30)
        assert await read(session, server, "/healthz") == (200, '{"status": "ok"}')
    finally:
        go_on.set()
        await asyncio.gather(*searches)


@pytest.mark.processes
async def test_a_database_that_was_removed_is_not_made_again(
    data: list[Path], session: aiohttp.ClientSession, tmp_path: Path
) -> None:
    db = tmp_path / "index.db"
    async with LocalServer(data, port=0, db=db, readers=1, watch=False) as server:
        await server.indexed()
        db.unlink()  # before the reader has opened it
        status, body = await read(session, server, "/healthz")
        body_json = {"user": "me", "query": "harbour"}
        headers = {"Authorization": "Bearer x"}
        async with session.post(f"{server.url}/recall/search", json=body_json, headers=headers) as response:
            refused = await response.text()
        assert not db.exists()
    assert status == 503
    for text in (body, refused):
        assert "the database was removed or replaced; restart the server" in text


async def test_metrics_count_requests_and_what_is_indexed(
    server: LocalServer, session: aiohttp.ClientSession, post: Post
) -> None:
    await asyncio.gather(*(post("recall/search", query="harbour") for _ in range(3)))
    await read(session, server, "/no/such/page")
    status, page = await read(session, server, "/metrics")
    found = figures(page)
    assert status == 200
    assert found['aigpt_requests_total{route="/v1/recall/search",status="200"}'] == 3
    assert found['aigpt_requests_total{route="a request",status="404"}'] == 1
    assert found['aigpt_request_seconds_bucket{route="/v1/recall/search",le="+Inf"}'] == 3
    assert found['aigpt_request_seconds_count{route="/v1/recall/search"}'] == 3
    assert found['aigpt_datasources{status="enabled"}'] == 2
    assert (found["aigpt_messages"], found["aigpt_notes"], found["aigpt_failed"]) == (3, 1, 0)
    assert found["aigpt_readers"] >= 1
    assert found["aigpt_requests_running"] == 1
    assert not re.search(r"harbour|mail\.mbox|notes/|\bme\b", page)


async def test_metrics_take_a_key_where_the_server_does(data: list[Path], session: aiohttp.ClientSession) -> None:
    async with LocalServer(data, port=0, api_keys=["right"]) as server:
        for headers in ({}, {"Authorization": "Bearer wrong"}):
            status, body = await read(session, server, "/metrics", **headers)
            assert status == 401
            assert "aigpt_" not in body
        status, page = await read(session, server, "/metrics", Authorization="Bearer right", Host="prometheus.example")
        assert status == 200
        assert figures(page)['aigpt_requests_total{route="/metrics",status="401"}'] == 2


async def test_metrics_without_keys_are_for_this_machine(server: LocalServer, session: aiohttp.ClientSession) -> None:
    assert (await read(session, server, "/metrics", Host="evil.example"))[0] == 421
