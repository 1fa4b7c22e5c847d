"""`aigpt mcp`: the official client over stdio, nothing but the protocol on stdout, and how it ends."""

from __future__ import annotations

import asyncio
import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import pytest
from aiohttp import web

from aigpt.testing import SampleServer, ScriptedServer

pytestmark = pytest.mark.forked("mcp", "mcp.server.lowlevel", "mcp.server.stdio", "rich")

COMMAND = [sys.executable, "-m", "aigpt.cli", "mcp"]
QUESTION = "Who approved the marketing budget?"
HELLO = {
    "protocolVersion": "2025-11-25",
    "capabilities": {},
    "clientInfo": {"name": "test", "version": "1"},
}


def settings(url: str, user: str = "mara", key: str = "k-secret", **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("IGPT_", "AIGPT_"))}
    return {**kept, "PYTHONUTF8": "1", "IGPT_BASE_URL": url, "IGPT_API_USER": user, "IGPT_API_KEY": key, **more}


@asynccontextmanager
async def official(env: dict[str, str], era: str) -> AsyncIterator[Any]:
    """Give the official client of `aigpt mcp`, in an era of the protocol."""
    from mcp import Client, StdioServerParameters, stdio_client  # noqa: PLC0415 (a second to import)

    program = stdio_client(StdioServerParameters(command=COMMAND[0], args=COMMAND[1:], env=env))
    async with Client(program, mode="legacy" if era == "legacy" else "auto") as client:
        assert era in {client.session.protocol_version, "legacy"}
        yield client


@contextmanager
def started(env: dict[str, str], *options: str) -> Iterator[subprocess.Popen[str]]:
    """Start the command with pipes; it is killed if it still runs at the end."""
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    process = subprocess.Popen([*COMMAND, *options], env=env, encoding="utf-8", **pipes)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def tell(process: subprocess.Popen[str], method: str, number: int | None = None, **params: Any) -> None:
    assert process.stdin is not None
    message = {"jsonrpc": "2.0", "method": method, "params": params} | ({} if number is None else {"id": number})
    process.stdin.write(json.dumps(message) + "\n")
    process.stdin.flush()


def heard(process: subprocess.Popen[str]) -> Any:
    assert process.stdout is not None
    return json.loads(process.stdout.readline())


def greeted(process: subprocess.Popen[str]) -> None:
    tell(process, "initialize", 0, **HELLO)
    assert heard(process)["result"]["serverInfo"]["name"] == "aigpt"
    tell(process, "notifications/initialized")


@pytest.mark.parametrize("era", ["legacy", "2026-07-28"])
async def test_the_official_client_lists_and_calls_every_tool(igpt_local: SampleServer, era: str) -> None:
    """And reads what they name."""
    calls = {
        "search": {"query": "marketing budget", "max_results": 2},
        "ask": {"input": QUESTION},
        "run": {"input": QUESTION},
        "list_datasources": {},
        "connect": {"service": "gmail", "scope": "mail.read"},
    }
    async with official(settings(igpt_local.url, igpt_local.user), era) as client:
        assert [tool.name for tool in (await client.list_tools()).tools] == list(calls)
        done = {name: await client.call_tool(name, arguments) for name, arguments in calls.items()}
        assert not any(result.is_error for result in done.values()), done
        got = {name: result.structured_content for name, result in done.items()}
        assert "48,500" in got["search"]["results"][0]["content"]
        assert "48,500" in got["ask"]["answer"]
        assert "48,500" in got["run"]["answer"]
        assert got["connect"]["url"].startswith("http://127.0.0.1:")
        resources = (await client.list_resources()).resources
        assert [one.uri for one in resources] == [one["uri"] for one in got["list_datasources"]["datasources"]]
        for uri in (resources[0].uri, got["search"]["results"][1]["uri"], got["run"]["sources"][0]["uri"]):
            (contents,) = (await client.read_resource(uri)).contents
            assert len(contents.text) > 100


def test_nothing_but_the_protocol_goes_to_stdout(igpt_server: ScriptedServer) -> None:
    """Whatever is sent, logged, or goes wrong. The key goes nowhere at all."""
    igpt_server.reply("datasources/list", json={"datasources": []})
    igpt_server.reply("recall/ask", status=500, times=None)
    with started(settings(igpt_server.url, AIGPT_LOG="debug")) as process:
        greeted(process)
        assert process.stdin is not None
        process.stdin.write('no JSON\n{"jsonrpc": "2.0"}\n[]\n\n\x00\n')
        tell(process, "tools/call", 1, name="list_datasources", arguments={})
        tell(process, "tools/call", 2, name="ask", arguments={"input": "x"})
        tell(process, "tools/call", 3, name="nothing")
        tell(process, "no/such/method", 4)
        answers = [heard(process) for _ in range(4)]
        out, err = process.communicate(timeout=280)
    assert out == ""
    assert process.returncode == 0
    assert {answer["id"]: "result" in answer for answer in answers} == {1: True, 2: True, 3: False, 4: False}
    (failed,) = [answer["result"] for answer in answers if answer["id"] == 2]
    assert failed["isError"]
    assert "status 500; try again later" in failed["content"][0]["text"]
    assert "datasources/list: ok" in err
    assert "k-secret" not in err


def test_on_a_terminal_it_says_what_it_waits_for(igpt_server: ScriptedServer) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        COMMAND,
        env=settings(igpt_server.url),
        encoding="utf-8",
        stdin=theirs,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    os.close(theirs)
    assert process.stderr is not None
    try:
        assert process.stderr.readline().startswith("aigpt mcp waits for a program that speaks the Model Context")
    finally:
        process.kill()
        out, _ = process.communicate()
        os.close(ours)
    assert out == ""


async def test_a_cancelled_call_ends_its_request() -> None:
    arrived, left = asyncio.Event(), asyncio.Event()

    async def never(_: web.Request) -> web.StreamResponse:
        arrived.set()
        try:
            await asyncio.Event().wait()
        finally:
            left.set()
        raise AssertionError

    app = web.Application()
    app.router.add_post("/v1/recall/run", never)
    runner = web.AppRunner(app, handler_cancellation=True)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        with started(settings(f"http://127.0.0.1:{runner.addresses[0][1]}/v1")) as process:
            await asyncio.to_thread(greeted, process)
            tell(process, "tools/call", 7, name="run", arguments={"input": "x"})
            await arrived.wait()
            tell(process, "notifications/cancelled", requestId=7)
            await left.wait()
            tell(process, "ping", 8)
            assert (await asyncio.to_thread(heard, process))["id"] == 8
    finally:
        await runner.cleanup()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_at_once(igpt_server: ScriptedServer, number: signal.Signals) -> None:
    with started(settings(igpt_server.url)) as process:
        greeted(process)
        process.send_signal(number)
        out, err = process.communicate(timeout=280)
    assert (process.returncode, out, err) == (-number, "", "")


def test_a_closed_stdout_ends_it_without_a_word(igpt_server: ScriptedServer) -> None:
    with started(settings(igpt_server.url)) as process:
        greeted(process)
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        tell(process, "tools/list", 1)
        assert process.stdin is not None
        process.stdin.close()
        assert (process.wait(60), process.stderr.read()) == (141, "")
        process.stdin = process.stdout = None  # both are closed


@pytest.mark.alone
def test_without_the_extra_it_is_named(igpt_server: ScriptedServer) -> None:
    code = "import sys; sys.modules['mcp'] = None; sys.argv = ['aigpt', 'mcp']; from aigpt.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code], env=settings(igpt_server.url), capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("aigpt: aigpt mcp needs mcp: pip install ")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"IGPT_API_KEY": ""}, "no API key"),
        ({"IGPT_API_USER": " "}, "no user"),
        ({"IGPT_BASE_URL": "http://api.example"}, "https"),
    ],
)
def test_a_wrong_setting_is_one_line_on_stderr(igpt_server: ScriptedServer, changed: dict[str, str], said: str) -> None:
    with started(settings(igpt_server.url) | changed) as process:
        out, err = process.communicate("", timeout=280)
    assert (process.returncode, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
