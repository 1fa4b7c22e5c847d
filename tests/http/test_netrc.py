"""With `trust_env`, a ``.netrc`` entry neither replaces the key nor forbids it, and the environment's proxy is used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientHandlerType, ClientRequest, ClientResponse, ClientSession

from aigpt import AsyncIGPT
from aigpt.testing import ScriptedServer, run_events

GOOD = {"output": "Yes."}
EVENTS = run_events("Yes", ".")
ENTRIES = {
    "the host": "machine 127.0.0.1 login mallory password hunter2\n",
    "default": "default login mallory password hunter2\n",
}


@pytest.fixture(params=[*ENTRIES, "no entry"])
def netrc(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Write a ``.netrc`` and have the environment name it."""
    path = tmp_path / "netrc"
    path.write_text(ENTRIES.get(request.param, "machine elsewhere.example login a password b\n"))
    path.chmod(0o600)
    monkeypatch.setenv("NETRC", str(path))
    for name in ("http_proxy", "https_proxy", "no_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    return str(request.param)


def authorizations(server: ScriptedServer) -> list[str | None]:
    return [call.headers.get("Authorization") for call in server.calls]


@pytest.mark.usefixtures("netrc")
async def test_the_key_is_sent_whatever_netrc_says(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=503, json={}, times=1)
    igpt_server.reply("recall/ask", json=GOOD)
    igpt_server.stream("recall/run", EVENTS)
    igpt_server.reply("moved", status=307, headers={"Location": "/v1/recall/ask"})
    async with igpt_server.client("mine", trust_env=True, backoff_base=1) as igpt:
        assert await igpt.recall.ask(input="?") == GOOD
        assert [chunk async for chunk in igpt.recall.run(input="?", stream=True)] == EVENTS
        assert await igpt.post("moved", {}) == GOOD
    assert authorizations(igpt_server) == ["Bearer mine"] * 5


@pytest.mark.usefixtures("netrc")
async def test_a_key_that_is_asked_for_is_sent_too(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=GOOD)
    keys = iter(["one", "two"])
    async with igpt_server.client(lambda: next(keys), trust_env=True) as igpt:
        assert [await igpt.recall.ask(input="?") for _ in range(2)] == [GOOD] * 2
    assert authorizations(igpt_server) == ["Bearer one", "Bearer two"]


@pytest.mark.usefixtures("netrc")
async def test_the_callers_own_header_goes_first(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=GOOD)
    async with igpt_server.client(trust_env=True, default_headers={"Authorization": "Basic mine"}) as igpt:
        assert await igpt.recall.ask(input="?") == GOOD
    assert authorizations(igpt_server) == ["Basic mine"]


@pytest.mark.usefixtures("netrc")
async def test_the_key_is_sent_over_a_session_of_the_callers_with_its_middlewares(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=GOOD)
    seen: list[str | None] = []

    async def middleware(request: ClientRequest, handler: ClientHandlerType) -> ClientResponse:
        seen.append(request.headers.get("Authorization"))
        request.headers["X-Mine"] = "1"
        return await handler(request)

    async with (
        ClientSession(trust_env=True, middlewares=(middleware,)) as session,
        igpt_server.client("mine", session=session) as igpt,
    ):
        assert await igpt.recall.ask(input="?") == GOOD
    assert authorizations(igpt_server) == ["Bearer mine"]
    assert igpt_server.calls[0].headers["X-Mine"] == "1"
    assert seen == ["Bearer mine"]


@pytest.mark.usefixtures("netrc")
async def test_the_proxy_of_the_environment_is_used(
    igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server stands in for the proxy, which is asked for the whole URL."""
    igpt_server.reply("*", json=GOOD)
    monkeypatch.setenv("http_proxy", igpt_server.url.removesuffix("/v1"))
    async with AsyncIGPT(
        "mine", user="u", base_url="http://igpt.example/v1", allow_http=True, trust_env=True, max_retries=0
    ) as igpt:
        assert await igpt.recall.ask(input="?") == GOOD
    (call,) = igpt_server.calls
    assert call.headers["Host"] == "igpt.example"
    assert call.headers["Authorization"] == "Bearer mine"


async def test_without_trust_env_netrc_is_not_read(igpt_server: ScriptedServer, netrc: str, monkeypatch: Any) -> None:
    assert netrc
    igpt_server.reply("recall/ask", json=GOOD)
    monkeypatch.setattr("netrc.netrc", None)
    async with igpt_server.client("mine") as igpt:
        assert await igpt.recall.ask(input="?") == GOOD
    assert authorizations(igpt_server) == ["Bearer mine"]
