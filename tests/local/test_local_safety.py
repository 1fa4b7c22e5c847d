"""What the server does with those who should not be there, and with what makes no sense."""

from __future__ import annotations

import asyncio
import gzip
import itertools
from typing import Any

import aiohttp
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from yarl import URL

from aigpt.local import LocalServer

MANY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=80)
POSTED = [
    *("recall/run", "recall/ask", "recall/search"),
    *("datasources/list", "datasources/disconnect", "connectors/authorize"),
]
ROUTES = ["/", "/connect/x", "/favicon.ico", *(f"/v1/{route}{slash}" for route in POSTED for slash in ("", "/"))]
BODY = {"user": "me", "input": "budget", "query": "budget", "id": "x", "service": "s", "scope": "s"}


def port_of(server: LocalServer) -> int:
    port = URL(server.url).port
    assert port
    return port


async def ask(
    server: LocalServer, session: aiohttp.ClientSession, method: str, path: str, **headers: str
) -> tuple[int, Any]:
    url = URL(server.url).origin().join(URL(path, encoded=True))
    headers = {"Authorization": "Bearer any", **headers}
    async with session.request(method, url, json=BODY, headers=headers) as response:
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        return response.status, await response.text()


# ── Host: DNS rebinding ─────────────────────────────────────────────────────────────────────────────────────────────


async def test_no_route_answers_to_another_name(server: LocalServer, session: aiohttp.ClientSession) -> None:
    for method, path in itertools.product(("GET", "POST"), ROUTES):
        answer = await ask(server, session, method, path, Host=f"rebound.example:{port_of(server)}")
        assert answer == (421, '{"error":"misdirected_request"}')


async def test_the_names_of_this_machine(server: LocalServer, session: aiohttp.ClientSession) -> None:
    port = port_of(server)
    for host in ("127.0.0.1", "localhost", "LOCALHOST", "127.0.0.2", "[::1]"):
        assert (await ask(server, session, "POST", "/v1/datasources/list", Host=f"{host}:{port}"))[0] == 200
    wrong = [
        *("127.0.0.1", f"127.0.0.1:{port + 1}", f"192.0.2.1:{port}", f"localhost.example:{port}", f"0.0.0.0:{port}"),
        *(f"x@localhost:{port}", f"localhost:{port}:{port}", f"[::1:{port}", f":{port}", "localhost:x", "[]", "\xe9"),
    ]
    for host in wrong:
        assert (await ask(server, session, "POST", "/v1/datasources/list", Host=host))[0] == 421, host


async def test_without_a_host_or_with_two(server: LocalServer) -> None:
    here = b"Host: 127.0.0.1:%d\r\n" % port_of(server)
    for hosts, version in ((b"", b"1.0"), (b"", b"1.1"), (here * 2, b"1.1")):
        answer = await raw(server, b"GET /connect/x HTTP/%s\r\nConnection: close\r\n%s\r\n" % (version, hosts))
        assert answer.split()[1] in (b"400", b"421")


# ── pages of other sites ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "strange"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "null"},
    ],
)
async def test_what_another_sites_page_sends_is_refused(
    server: LocalServer, session: aiohttp.ClientSession, headers: dict[str, str]
) -> None:
    for path in ROUTES:
        assert await ask(server, session, "POST", path, **headers) == (403, '{"error":"forbidden"}')


async def test_own_pages_and_programs_are_let_in(server: LocalServer, session: aiohttp.ClientSession) -> None:
    own = str(URL(server.url).origin())
    for headers in (
        {},
        {"Origin": own},
        {"Origin": own, "Sec-Fetch-Site": "same-origin"},
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
    ):
        assert (await ask(server, session, "POST", "/v1/datasources/list", **headers))[0] == 200


async def test_a_link_may_be_followed_from_anywhere(server: LocalServer, session: aiohttp.ClientSession) -> None:
    status, _ = await ask(server, session, "GET", "/connect/x", **{"Sec-Fetch-Site": "cross-site"})
    assert status == 410


# ── nonsense ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def raw(server: LocalServer, sent: bytes) -> bytes:
    """Send bytes and return all that comes back; where the server goes on waiting for more, none does."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port_of(server))
    try:
        writer.write(sent)
        answer = asyncio.ensure_future(reader.read())
        if not (await asyncio.wait([answer], timeout=2))[0]:
            writer.write_eof()
        return await asyncio.wait_for(answer, 10)
    except ConnectionError:
        return b""  # refused without a word
    finally:
        writer.close()


def check(answer: bytes) -> None:
    assert b"Traceback" not in answer
    assert b'File "' not in answer
    assert not answer.startswith((b"HTTP/1.1 5", b"HTTP/1.0 5"))


def request(server: LocalServer, method: str, path: bytes, body: bytes, *headers: bytes) -> bytes:
    lines = [b"Host: 127.0.0.1:%d" % port_of(server), b"Authorization: Bearer x", b"Connection: close", *headers]
    lines.append(b"Content-Length: %d" % len(body))
    return method.encode() + b" " + path + b" HTTP/1.1\r\n" + b"\r\n".join(lines) + b"\r\n\r\n" + body


METHODS = st.sampled_from(["GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "ODD"])
PATHS = st.sampled_from(ROUTES).map(str.encode) | st.binary(max_size=40).map(lambda path: b"/" + path)
TYPES = st.sampled_from(
    [
        *(b"application/json", b"application/x-www-form-urlencoded", b"multipart/form-data; boundary=x", b"a/b; c"),
        *(b"text/plain; charset=nonsense", b"\xff"),
    ]
)
CODINGS = st.sampled_from([b"Content-Encoding: " + coding for coding in (b"identity", b"gzip", b"deflate", b"odd")])


@given(method=METHODS, path=PATHS, body=st.binary(max_size=200), kind=TYPES, coding=CODINGS)
@MANY
async def test_no_request_is_answered_by_a_traceback(
    server: LocalServer, method: str, path: bytes, body: bytes, kind: bytes, coding: bytes
) -> None:
    check(await raw(server, request(server, method, path, body, b"Content-Type: " + kind, coding)))


@given(sent=st.binary(max_size=300))
@example(sent=b"POST /v1/recall/ask HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
@MANY
async def test_no_bytes_are_answered_by_a_traceback(server: LocalServer, sent: bytes) -> None:
    check(await raw(server, sent + b"\r\nConnection: close\r\n\r\n"))


async def test_a_body_that_is_not_packed_as_its_headers_say(server: LocalServer) -> None:
    answer = await raw(server, request(server, "POST", b"/v1/recall/ask", b"no gzip", b"Content-Encoding: gzip"))
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert answer.endswith(b'{"error":"params"}')


async def test_a_body_is_bounded_after_it_is_unpacked(server: LocalServer) -> None:
    body = gzip.compress(b" " * 50_000_000)
    answer = await raw(server, request(server, "POST", b"/v1/recall/ask", body, b"Content-Encoding: gzip"))
    assert answer.endswith(b'{"error":"params"}')


@pytest.mark.parametrize("path", ["/", "/../etc/passwd", "/v1/../../x", "/%2e%2e/x", "/%00", "//x", "/connect/a/b"])
async def test_unknown_paths(server: LocalServer, path: str) -> None:
    answer = await raw(server, request(server, "GET", path.encode(), b""))
    assert answer.startswith(b"HTTP/1.1 404 ")
    assert answer.endswith(b'{"error":"not_found"}')
