"""examples/service.py, started as its first lines say, and asked as browsers do."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from aigpt.testing import SampleServer, ScriptedServer, run_events

pytestmark = pytest.mark.forked("fastapi.sse", "uvicorn")

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "service.py"
QUESTION = {"question": "When is the launch?"}
EVENTS = run_events("On ", "Friday.")
BEGUN = EVENTS[: 1 + [event.get("delta") for event in EVENTS].index("On ")]
Events = list[tuple[str, Any]]


class Service:
    """The example as a process."""

    def __init__(self, process: asyncio.subprocess.Process, url: str, session: aiohttp.ClientSession) -> None:
        self.process = process
        self.url = url
        self.session = session

    async def ask(self) -> tuple[int, Events]:
        async with self.session.post(f"{self.url}/ask", json=QUESTION) as response:
            return response.status, _events(await response.text())

    async def streams(self) -> int:
        async with self.session.get(f"{self.url}/health") as response:
            return int((await response.json())["streams"])

    async def have_streams(self, count: int) -> bool:
        for _ in range(1500):
            if await self.streams() == count:
                return True
            await asyncio.sleep(0.02)
        return False

    async def refuses(self) -> bool:
        """Whether new requests are refused, within half a minute."""
        for _ in range(1500):
            try:
                await self.streams()
            except aiohttp.ClientConnectionError:
                return True
            await asyncio.sleep(0.02)
        return False


def _events(body: str) -> Events:
    blocks = [re.findall(r"^(event|data): ?(.*)$", block, re.MULTILINE) for block in body.split("\n\n")]
    return [(dict(block)["event"], json.loads(dict(block)["data"])) for block in blocks if block]


@asynccontextmanager
async def service(upstream: str, user: str, **settings: str) -> AsyncIterator[Service]:
    point = {"IGPT_BASE_URL": upstream, "IGPT_API_KEY": "local", "IGPT_API_USER": user, "PORT": "0", **settings}
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(EXAMPLE), env={**os.environ, **point}, stderr=asyncio.subprocess.PIPE
    )
    assert process.stderr is not None
    try:
        said = ""
        async with asyncio.timeout(60):
            while (found := re.search(r"running on (http://[\d.:]+)", said)) is None:
                line = await process.stderr.readline()
                assert line, f"the service ended: {said}"
                said += line.decode()
        async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:
            yield Service(process, found[1], session)
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def test_it_streams_an_answer_with_its_sources(igpt_local: SampleServer) -> None:
    async with service(igpt_local.url, igpt_local.user) as it:
        status, events = await it.ask()
    assert status == 200
    assert "".join(data for name, data in events if name == "text").strip()
    assert [name for name, _ in events].count("done") == 1
    assert events[-1][1]["sources"]


async def test_it_says_when_the_line_behind_it_broke(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", BEGUN, then="reset")
    async with service(igpt_server.url, "u") as it:
        _, events = await it.ask()
    assert events[-1] == ("error", {"error": "network_error"})


def test_without_a_key_it_says_so_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IGPT_API_KEY", raising=False)
    monkeypatch.setenv("PORT", "0")
    done = subprocess.run([sys.executable, EXAMPLE], capture_output=True, text=True, check=False, timeout=280)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "no API key: set the environment variable IGPT_API_KEY, or pass api_key=\n"


async def test_a_question_that_is_none_is_refused(igpt_server: ScriptedServer) -> None:
    async with service(igpt_server.url, "u") as it, it.session.post(f"{it.url}/ask", json={"question": ""}) as response:
        assert response.status == 422
    assert igpt_server.calls == []


async def test_when_the_browser_leaves_the_request_behind_it_ends(igpt_server: ScriptedServer) -> None:
    igpt_server.stream("recall/run", BEGUN, then="hang")
    async with service(igpt_server.url, "u") as it:
        response = await it.session.post(f"{it.url}/ask", json=QUESTION)
        await response.content.readany()
        assert igpt_server.connections.open == 1
        response.close()
        assert await igpt_server.closed(timeout=30)
        assert await it.have_streams(0)


async def test_whoever_is_too_many_is_told_so_at_once(igpt_server: ScriptedServer) -> None:
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", [gate, *run_events("Friday.")])
    async with service(igpt_server.url, "u", MOST_AT_ONCE="2", AT_ONCE_PER_PERSON="9") as it:
        asked = [asyncio.create_task(it.ask()) for _ in range(2)]
        assert await gate.reached(2)
        async with it.session.post(f"{it.url}/ask", json=QUESTION) as response:
            assert (response.status, response.headers["Retry-After"]) == (503, "5")
        gate.open()
        assert [status for status, _ in await asyncio.gather(*asked)] == [200, 200]
        assert await it.have_streams(0)
        assert (await it.ask())[0] == 200


@pytest.mark.parametrize(
    ("upstream", "status"),
    [
        ({"status": 401, "json": {"error": "auth"}}, 502),
        ({"status": 200, "json": {"error": "params"}}, 400),
        ({"status": 429, "json": {"error": "rate_limit"}, "headers": {"Retry-After": "0"}}, 503),
    ],
)
async def test_what_fails_before_the_first_event_has_a_status(
    igpt_server: ScriptedServer, upstream: dict[str, Any], status: int
) -> None:
    igpt_server.reply("recall/run", **upstream)
    async with service(igpt_server.url, "u") as it, it.session.post(f"{it.url}/ask", json=QUESTION) as response:
        assert response.status == status
        assert (await response.json())["detail"] in {"auth", "params", "rate_limit"}
        assert ("Retry-After" in response.headers) is (status == 503)


async def test_the_first_event_is_waited_for_and_then_the_answer_streams(igpt_server: ScriptedServer) -> None:
    before, after = igpt_server.gate(), igpt_server.gate()
    igpt_server.stream("recall/run", [*BEGUN, after, *EVENTS[len(BEGUN) :]], after=before)
    async with service(igpt_server.url, "u") as it:
        asked = asyncio.create_task(it.session.post(f"{it.url}/ask", json=QUESTION))
        assert await before.reached()
        assert await it.streams() == 1  # it counts, though it has no status yet
        before.open()
        response = await asked
        assert response.status == 200
        assert b"On" in await response.content.readuntil(b"\n\n")
        after.open()
        assert _events(await response.text())[-1][0] == "done"


async def test_when_the_browser_leaves_before_the_first_event_the_request_behind_ends(
    igpt_server: ScriptedServer,
) -> None:
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", EVENTS, after=gate)
    async with service(igpt_server.url, "u") as it:
        asked = asyncio.create_task(it.ask())
        assert await gate.reached()
        asked.cancel()
        await asyncio.wait({asked})
        assert await igpt_server.closed(timeout=30)
        assert await it.have_streams(0)


async def test_one_person_has_so_many_streams_at_once(igpt_server: ScriptedServer) -> None:
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", [gate, *run_events("Friday.")])
    async with service(igpt_server.url, "u", AT_ONCE_PER_PERSON="1", PER_MINUTE="2") as it:
        asked = asyncio.create_task(it.ask())
        assert await gate.reached()
        async with it.session.post(f"{it.url}/ask", json=QUESTION) as response:
            assert (response.status, response.headers["Retry-After"]) == (429, "5")
        gate.open()
        assert (await asked)[0] == 200
        assert await it.have_streams(0)
        assert (await it.ask())[0] == 200
        assert await it.have_streams(0)
        async with it.session.post(f"{it.url}/ask", json=QUESTION) as response:  # the third in this minute
            assert response.status == 429
            assert 5 < int(response.headers["Retry-After"]) <= 60


async def test_it_says_whether_it_is_ready(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("datasources/list", json={"datasources": []})
    async with service(igpt_server.url, "u") as it:
        for _ in range(3):
            async with it.session.get(f"{it.url}/ready") as response:
                assert (response.status, await response.json()) == (200, {"status": "ready"})
    assert len(igpt_server.calls) == 1  # whoever asks often does not ask the API as often
    igpt_server.reply("datasources/list", json={"error": "auth"})
    async with service(igpt_server.url, "u") as it:
        async with it.session.get(f"{it.url}/ready") as response:
            assert (response.status, await response.json()) == (503, {"detail": "auth"})
        assert await it.streams() == 0  # it lives all the same


async def test_it_listens_where_host_says(igpt_server: ScriptedServer) -> None:
    async with service(igpt_server.url, "u", HOST="127.0.0.2") as it:
        assert it.url.startswith("http://127.0.0.2:")
        assert await it.streams() == 0


async def test_three_hundred_at_once_are_all_answered(igpt_server: ScriptedServer) -> None:
    gate = igpt_server.gate()
    pieces = [f"{n} " for n in range(20)]
    igpt_server.stream("recall/run", [*run_events(*pieces)[:5], gate, *run_events(*pieces)[5:]])
    async with service(igpt_server.url, "u", AT_ONCE_PER_PERSON="500", PER_MINUTE="500") as it:
        asked = [asyncio.create_task(it.ask()) for _ in range(300)]
        assert await gate.reached(300, timeout=30)  # all are under way side by side
        assert await it.streams() == 300
        gate.open()
        answers = await asyncio.gather(*asked)
    for status, events in answers:
        assert status == 200
        assert "".join(data for name, data in events if name == "text") == "".join(pieces)
        assert events[-1][0] == "done"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_finishes_what_is_under_way_before_it_ends(
    igpt_server: ScriptedServer, number: signal.Signals
) -> None:
    gate = igpt_server.gate()
    igpt_server.stream("recall/run", [*BEGUN, gate, *EVENTS[len(BEGUN) :]])
    async with service(igpt_server.url, "u") as it:
        asked = asyncio.create_task(it.ask())
        assert await gate.reached()
        it.process.send_signal(number)
        assert await it.refuses()
        gate.open()
        _, events = await asked
        assert events[-1][0] == "done"
        async with asyncio.timeout(60):
            assert await it.process.wait() in {0, -number}
