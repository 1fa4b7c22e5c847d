"""Calls under faults: a whole answer, or an error that says so; no deadlock, no connection lost, no crossed replies."""

from __future__ import annotations

import asyncio
import gzip
import json
import socket
import ssl
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import aiohttp
import pytest
import trustme
from aiohttp import ClientTimeout

from aigpt import (
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APITimeoutError,
    AsyncIGPT,
    ConfigurationError,
    InternalServerError,
    RateLimitError,
)
from aigpt.testing import ScriptedServer

GOOD = {"id": "a", "output": "Yes."}
OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"


async def ask(client: AsyncIGPT, **options: Any) -> Any:
    return await asyncio.wait_for(client.recall.ask(input="?", **options), 30)


FAULTS: dict[str, tuple[Callable[[ScriptedServer], None], str, type[APIError], int]] = {
    "closed without a byte": (lambda s: s.raw("recall/ask", "close"), "network_error", APIConnectionError, 3),
    "reset": (lambda s: s.raw("recall/ask", "reset"), "network_error", APIConnectionError, 3),
    "cut in the headers": (
        lambda s: s.raw("recall/ask", b"HTTP/1.1 200 OK\r\nContent-", "close"),
        "network_error",
        APIConnectionError,
        3,
    ),
    "not HTTP": (
        lambda s: s.raw("recall/ask", b"SSH-2.0-OpenSSH\r\n", "close"),
        "network_error",
        APIConnectionError,
        3,
    ),
    "cut by length": (
        lambda s: s.raw("recall/ask", OK + b'Content-Length: 100\r\n\r\n{"output": "Ye', "close"),
        "network_error",
        APIConnectionError,
        3,
    ),
    "reset in the body": (
        lambda s: s.raw("recall/ask", OK + b'Content-Length: 100\r\n\r\n{"output": "Ye', 0.02, "reset"),
        "network_error",
        APIConnectionError,
        3,
    ),
    "cut between chunks": (
        lambda s: s.raw("recall/ask", OK + b'Transfer-Encoding: chunked\r\n\r\n5\r\n{"out\r\n', "close"),
        "network_error",
        APIConnectionError,
        3,
    ),
    "cut where only the connection ends it": (
        lambda s: s.raw("recall/ask", OK + b'Connection: close\r\n\r\n{"output": "Ye', "close"),
        "network_error",
        APIConnectionError,
        3,
    ),
    "malformed chunk header": (
        lambda s: s.raw(
            "recall/ask", OK + b'Transfer-Encoding: chunked\r\n\r\n5\r\n{"out\r\n', 0.02, b"ZZ\r\n", "hang"
        ),
        "network_error",
        APIConnectionError,
        3,
    ),
    "gzip cut short": (
        lambda s: s.raw(
            "recall/ask",
            OK + b"Content-Encoding: gzip\r\nConnection: close\r\n\r\n" + gzip.compress(json.dumps(GOOD).encode())[:-9],
            "close",
        ),
        "network_error",
        APIConnectionError,
        3,
    ),
    "HTML": (
        lambda s: s.reply("recall/ask", body="<html>"),
        "invalid_json_response",
        APIResponseValidationError,
        0,
    ),
    "nothing": (lambda s: s.reply("recall/ask", body=""), "invalid_json_response", APIResponseValidationError, 0),
    "204": (lambda s: s.reply("recall/ask", status=204), "invalid_json_response", APIResponseValidationError, 0),
    "nested too deep": (
        lambda s: s.reply("recall/ask", body="[" * 200_000),
        "invalid_json_response",
        APIResponseValidationError,
        0,
    ),
    "503 with 1 MB": (
        lambda s: s.reply("recall/ask", status=503, body="x" * 1_000_000),
        "network_error",
        InternalServerError,
        3,
    ),
    "429": (lambda s: s.reply("recall/ask", status=429), "network_error", RateLimitError, 3),
}


@pytest.mark.parametrize("name", FAULTS)
async def test_every_fault_is_an_error_of_its_kind_after_its_retries(name: str, igpt_server: ScriptedServer) -> None:
    script, code, kind, retries = FAULTS[name]
    script(igpt_server)
    async with igpt_server.client(backoff_base=0) as client:
        reply = await ask(client)
        assert reply == {"error": code}
        assert type(reply.exception) is kind
        assert reply.retries == retries
        assert len(igpt_server.calls) == retries + 1
        assert len({call.headers["Idempotency-Key"] for call in igpt_server.calls}) == 1
    assert await igpt_server.closed()


@pytest.mark.parametrize("name", [name for name, fault in FAULTS.items() if fault[3]])
async def test_what_another_attempt_mends_is_mended(name: str, igpt_server: ScriptedServer) -> None:
    FAULTS[name][0](igpt_server)
    igpt_server.reply("recall/ask", json=GOOD)
    async with igpt_server.client(backoff_base=0) as client:
        reply = await ask(client)
        assert reply == GOOD
        assert reply.retries == 1
        assert reply.ok


@pytest.mark.parametrize("max_retries", [0, 1, 3])
async def test_max_retries_counts_retries(max_retries: int, waits: list[float], igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=500)
    async with igpt_server.client(max_retries=max_retries, jitter=0) as client:
        reply = await ask(client)
    assert reply.retries == max_retries
    assert len(igpt_server.calls) == max_retries + 1
    assert waits == pytest.approx([0.1, 0.2, 0.4][:max_retries])


async def test_retry_after_goes_first_and_a_long_one_ends_the_retrying(
    waits: list[float], igpt_server: ScriptedServer
) -> None:
    igpt_server.reply("recall/ask", status=429, headers={"Retry-After": "7"})
    igpt_server.reply("recall/ask", status=429, headers={"retry-after-ms": "1500"})
    igpt_server.reply("recall/ask", status=503, headers={"Retry-After": "61"})
    async with igpt_server.client(jitter=0) as client:
        reply = await ask(client)
    assert waits == [7, 1.5]
    assert reply.retries == 2
    assert reply.retry_after == 61
    assert reply.exception is not None
    assert reply.exception.retry_after == 61


async def test_a_wait_beyond_the_deadline_ends_the_retrying_at_once(
    waits: list[float], igpt_server: ScriptedServer
) -> None:
    igpt_server.reply("recall/ask", status=503, headers={"Retry-After": "7"})
    async with igpt_server.client(timeout=5) as client:
        reply = await ask(client)
    assert waits == []
    assert reply.status == 503


async def test_the_deadline_holds_over_an_attempt_and_over_the_wait_for_a_place(igpt_server: ScriptedServer) -> None:
    igpt_server.raw("recall/ask", "hang")
    async with igpt_server.client(max_connections=1) as client:
        waiting = asyncio.create_task(ask(client, timeout=60))
        while not igpt_server.calls:  # noqa: ASYNC110 (the server has no event for it)
            await asyncio.sleep(0.01)
        queued = await ask(client, timeout=0.1)
        assert len(igpt_server.calls) == 1
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        sent = await ask(client, timeout=0.5)
    for reply in (queued, sent):
        assert reply == {"error": "network_error"}
        assert isinstance(reply.exception, APITimeoutError)


async def test_a_client_timeout_is_applied_to_each_attempt(igpt_server: ScriptedServer) -> None:
    igpt_server.raw("recall/ask", "hang")
    async with igpt_server.client(backoff_base=0, max_retries=2) as client:
        reply = await ask(client, timeout=ClientTimeout(total=0.5))
    assert isinstance(reply.exception, APITimeoutError)
    assert reply.retries == 2
    assert len(igpt_server.calls) == 3


async def test_abort_ends_a_call_and_a_wait_between_attempts(igpt_server: ScriptedServer) -> None:
    igpt_server.raw("recall/ask", "hang")
    igpt_server.reply("recall/search", status=500)
    async with igpt_server.client(backoff_base=60_000) as client:
        for call in (client.recall.ask, client.recall.search):
            abort = asyncio.Event()
            asyncio.get_running_loop().call_later(0.1, abort.set)
            reply = await asyncio.wait_for(call(input="?", abort=abort), 30)  # type: ignore[operator]
            assert reply == {"error": "request_aborted"}
        abort.set()
        calls = len(igpt_server.calls)
        assert await client.recall.ask(input="?", abort=abort) == {"error": "request_aborted"}
        assert len(igpt_server.calls) == calls


async def test_closing_the_client_ends_its_calls(igpt_server: ScriptedServer) -> None:
    igpt_server.raw("recall/ask", "hang")
    client = igpt_server.client()
    call = asyncio.create_task(ask(client))
    assert await igpt_server.called()
    await client.close()
    assert await call == {"error": "request_aborted"}
    assert await client.recall.ask(input="?") == {"error": "request_aborted"}
    assert await igpt_server.closed()


# ── the pool ────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_one_connection_serves_two_hundred_calls_of_which_many_fail(igpt_server: ScriptedServer) -> None:
    """The trap of holding a failed answer's connection while waiting for the next one."""
    igpt_server.choose("recall/ask", lambda call: "bad" if int(call.json["input"]) % 10 == 0 else "good")
    igpt_server.reply("bad", status=503, body="x" * 1_000_000)
    igpt_server.reply("good", json=GOOD)
    async with igpt_server.client(max_connections=1, backoff_base=1) as client:
        replies = await asyncio.wait_for(asyncio.gather(*(client.recall.ask(input=str(n)) for n in range(200))), 50)
        assert [reply.ok for reply in replies] == [n % 10 != 0 for n in range(200)]
        assert await ask(client, extra_body={"input": "1"}) == GOOD
    assert await igpt_server.closed()


async def test_calls_one_after_the_other_share_one_connection(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=GOOD)
    igpt_server.reply("datasources/list", status=400, json={"error": "params"})
    async with igpt_server.client() as client:
        for _ in range(10):
            await ask(client)
            await client.datasources.list()
    assert igpt_server.connections.accepted == 1


async def test_small_failed_answers_do_not_cost_a_connection(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=503, json={"error": "busy"})
    async with igpt_server.client(backoff_base=0) as client:
        assert (await ask(client)).retries == 3
    assert igpt_server.connections.accepted == 1


async def test_a_kept_connection_that_the_server_has_closed_is_no_error(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=GOOD)
    async with igpt_server.client() as client:
        await ask(client)
        igpt_server.disconnect()
        await asyncio.sleep(0.02)
        assert await ask(client) == GOOD


async def test_a_kept_connection_found_dead_is_tried_again_without_a_wait(
    waits: list[float], igpt_server: ScriptedServer
) -> None:
    igpt_server.reply("recall/ask", json=GOOD)
    igpt_server.raw("recall/ask", "close")
    igpt_server.reply("recall/ask", json=GOOD)
    async with igpt_server.client() as client:
        await ask(client)
        reply = await ask(client)
        assert reply == GOOD
        assert reply.retries == 1
    assert waits == [0]


async def test_a_new_connection_that_dies_is_waited_for(waits: list[float], igpt_server: ScriptedServer) -> None:
    igpt_server.raw("recall/ask", "close")
    igpt_server.reply("recall/ask", json=GOOD)
    async with igpt_server.client(jitter=0) as client:
        assert await ask(client) == GOOD
    assert waits == pytest.approx([0.1])


async def test_a_thousand_users_at_once_each_get_their_own(igpt_server: ScriptedServer) -> None:
    igpt_server.reply(
        "recall/ask",
        json=lambda call: {"user": call.json["user"], "echo": call.json["input"], "mark": call.headers["X-Mark"]},
    )
    async with igpt_server.client() as client:

        async def one(n: int) -> None:
            reply = await client.recall.ask(user=f"user_{n}", input=f"question {n}", extra_headers={"X-Mark": str(n)})
            assert reply == {"user": f"user_{n}", "echo": f"question {n}", "mark": str(n)}

        await asyncio.wait_for(asyncio.gather(*map(one, range(1000))), 30)


@pytest.mark.parametrize("steps", range(1, 40))
async def test_cancelling_at_any_step_leaves_the_pool_whole(steps: int, igpt_server: ScriptedServer) -> None:
    """Cancelled after the n-th turn of the loop, a call raises CancelledError and the next gets its own answer."""
    igpt_server.reply("recall/ask", json=lambda call: {"echo": call.json["input"]}, framing="chunked")
    async with igpt_server.client(max_connections=1) as client:
        await client.recall.ask(input="warm")
        task = asyncio.ensure_future(client.recall.ask(input="cancelled"))
        for _ in range(steps):
            await asyncio.sleep(0)
        done = task.done()
        task.cancel()
        if done:
            assert await task == {"echo": "cancelled"}
        else:
            with pytest.raises(asyncio.CancelledError):
                await task
        assert await asyncio.wait_for(client.recall.ask(input="next"), 30) == {"echo": "next"}
        session = client._sender.transport.owner.current()
        assert session is not None
        assert session.connector is not None
        assert not session.connector._acquired


# ── size ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_zip_bomb_is_an_error(igpt_server: ScriptedServer) -> None:
    igpt_server.raw(
        "recall/ask",
        lambda _: OK + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(bomb()) + bomb(),
    )
    async with igpt_server.client() as client:
        reply = await ask(client)
    assert reply == {"error": "invalid_json_response"}
    assert isinstance(reply.exception, APIResponseValidationError)
    assert len(igpt_server.calls) == 1


@cache
def bomb() -> bytes:
    """Return a few bytes that are 100 MiB."""
    return gzip.compress(b'"' + b"x" * (100 << 20) + b'"', 1)


@pytest.mark.parametrize(("size", "ok"), [(1000, True), (1001, False)])
@pytest.mark.parametrize("framing", ["length", "chunked"])
async def test_the_size_of_a_body_is_bounded(size: int, ok: bool, framing: Any, igpt_server: ScriptedServer) -> None:  # noqa: FBT001
    igpt_server.reply("recall/ask", body=json.dumps({"a": "x" * (size - 9)}), framing=framing)
    async with igpt_server.client(max_response_bytes=1000) as client:
        assert (await ask(client)).ok is ok


async def test_a_question_of_megabytes_is_sent_without_a_warning(igpt_server: ScriptedServer) -> None:
    """Aiohttp warns of bodies beyond a megabyte, and a warning may be an error."""
    igpt_server.reply("recall/ask", json=lambda call: {"length": len(call.json["input"])})
    async with igpt_server.client() as client:
        assert await client.recall.ask(input="x" * (3 << 20)) == {"length": 3 << 20}


# ── redirects and origins ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("status", [307, 308])
async def test_redirects_within_the_origin_are_followed(status: int, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=status, headers={"Location": "/v1/moved/here"})
    igpt_server.reply("moved/here", json=GOOD)
    async with igpt_server.client() as client:
        assert await ask(client) == GOOD
    first, second = igpt_server.calls
    assert first.json == second.json
    assert second.headers["Authorization"] == first.headers["Authorization"]


async def test_redirects_without_end_are_an_error(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=307, headers={"Location": "/v1/recall/ask"})
    async with igpt_server.client() as client:
        reply = await ask(client)
    assert reply == {"error": "client_error"}
    assert len(igpt_server.calls) == 4


@pytest.mark.parametrize(
    "location", ["http://127.0.0.2:{port}/v1/x", "https://127.0.0.1:{port}/v1/x", "//evil.example/"]
)
async def test_nothing_follows_a_redirect_to_another_origin(location: str, igpt_server: ScriptedServer) -> None:
    port = igpt_server.url.split(":")[2].split("/")[0]
    igpt_server.reply("recall/ask", status=307, headers={"Location": location.format(port=port)})
    async with igpt_server.client() as client:
        assert await ask(client) == {"error": "client_error"}
    assert len(igpt_server.calls) == 1


@pytest.mark.parametrize("status", [300, 301, 302, 303, 304])
async def test_other_redirects_are_an_error(status: int, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", status=status, headers={"Location": "/v1/moved"})
    async with igpt_server.client() as client:
        assert await ask(client) == {"error": "client_error"}
    assert len(igpt_server.calls) == 1


# ── TLS ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def tls_server(authority: trustme.CA) -> Iterator[ScriptedServer]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with ScriptedServer(ssl=context) as server:
        yield server


async def test_a_private_authority_is_trusted_by_a_context(authority: trustme.CA, tls_server: ScriptedServer) -> None:
    tls_server.reply("recall/ask", json=GOOD)
    context = ssl.create_default_context()
    authority.configure_trust(context)
    async with tls_server.client(ssl=context) as client:
        assert await ask(client) == GOOD
        assert await ask(client) == GOOD
    assert tls_server.connections.accepted == 1


async def test_an_unknown_certificate_is_refused(tls_server: ScriptedServer) -> None:
    async with tls_server.client(max_retries=0) as client:
        reply = await ask(client)
    assert reply == {"error": "network_error"}
    assert "certificate verify failed" in str(reply.exception)
    assert isinstance(reply.exception.__cause__, ssl.SSLError)
    assert not tls_server.calls


# ── the session ─────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_session_of_the_callers_is_used_and_left_open(igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=GOOD)
    async with aiohttp.ClientSession(headers={"X-Mine": "1"}, raise_for_status=True) as session:
        async with igpt_server.client(session=session) as client:
            assert await ask(client) == GOOD
        assert not session.closed
        igpt_server.reply("recall/search", status=404)
        async with igpt_server.client(session=session) as client:
            assert await client.recall.search(query="?") == {"error": "client_error"}
    assert igpt_server.calls[0].headers["X-Mine"] == "1"


async def test_a_closed_session_of_the_callers_is_named(igpt_server: ScriptedServer) -> None:
    session = aiohttp.ClientSession()
    await session.close()
    with pytest.raises(ConfigurationError, match="session"):
        await igpt_server.client(session=session).recall.ask(input="?")


async def test_no_answer_at_all(igpt_server: ScriptedServer) -> None:
    async with igpt_server.client(max_retries=0) as client:
        url = igpt_server.url
        igpt_server.stop()
        reply = await client.with_options(base_url=url).recall.ask(input="?")
    assert reply == {"error": "network_error"}
    assert reply.status is None
    assert isinstance(reply.exception.__cause__, ConnectionRefusedError)


async def test_a_host_that_does_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    async with AsyncIGPT("key", user="u", base_url="https://nowhere.invalid/v1", max_retries=0) as client:
        reply = await client.recall.ask(input="?")
    assert reply == {"error": "network_error"}
    assert isinstance(reply.exception, APIConnectionError)
