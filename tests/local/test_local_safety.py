"""What the server does with those who should not be there, and with what makes no sense."""

from __future__ import annotations

import asyncio
import gzip
import io
import itertools
import json
import os
import re
import stat
import zlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import aiohttp
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from local_making import Post, numbered, refusal_code
from yarl import URL

from aigpt.local import LocalServer, LocalServerError
from aigpt.local.web import api_keys
from aigpt.local.web.api_keys import Keys
from aigpt.local.web.request_guard import own_names

MANY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=80)
POSTED = [
    *("recall/run", "recall/ask", "recall/search"),
    *("datasources/list", "datasources/disconnect", "connectors/authorize"),
]
ROUTES = ["/", "/connect/x", "/favicon.ico", *(f"/v1/{route}{slash}" for route in POSTED for slash in ("", "/"))]
API = [path for path in ROUTES if path.startswith("/v1/")]
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
        assert (answer[0], refusal_code(json.loads(answer[1]))) == (421, "misdirected_request")


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


async def test_a_server_on_another_address_has_other_names(
    data: list[Path], session: aiohttp.ClientSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On all addresses: any address in figures, the machine's name, and no other name however it leads here."""
    monkeypatch.setattr("socket.gethostname", lambda: "Box-1")
    async with LocalServer(data, host="0.0.0.0", api_keys=["any"], port=0) as server:  # noqa: S104 (what is tested)
        port = port_of(server)
        for host in ("127.0.0.1", "192.0.2.7", "[2001:db8::1]", "box-1", "BOX-1", "localhost"):
            assert (await ask(server, session, "POST", "/v1/datasources/list", Host=f"{host}:{port}"))[0] == 200, host
        for host in ("rebound.example", "box-1.example", "xbox-1", "2130706433", "0x7f.1", ""):
            assert (await ask(server, session, "POST", "/v1/datasources/list", Host=f"{host}:{port}"))[0] == 421, host
        _, answer = await ask(server, session, "POST", "/v1/connectors/authorize", Host=f"box-1:{port}")
        assert json.loads(answer)["url"].startswith(f"http://box-1:{port}/connect/")
        status, _ = await ask(server, session, "POST", "/v1/datasources/list", Origin="https://evil.example")
        assert status == 403


def test_the_names_of_one_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.gethostname", lambda: "box")
    ours = own_names("192.0.2.7")
    assert [ours(name) for name in ("192.0.2.7", "box", "192.0.2.8", "127.0.0.1", "localhost", "evil")] == [
        *(True, True, False, False, False, False)
    ]
    assert own_names("mail.lan")("MAIL.lan")
    assert not own_names("mail.lan")("192.0.2.7")
    assert own_names("2001:db8::1")("2001:DB8:0::1")
    assert not own_names("127.0.0.1")("box")


# ── keys ────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_only_the_keys_given_are_good(data: list[Path], session: aiohttp.ClientSession) -> None:
    async with LocalServer(data, api_keys=["first-key", "second-key"], port=0) as server:
        for path in API:
            for key in (
                "any",
                "first-ke",
                "first-key2",
                "FIRST-KEY",
                "first-key second-key",
                "",
                "\xe9",
                "first-key,x",
            ):
                answer = await ask(server, session, "POST", path, Authorization=f"Bearer {key}")
                assert (answer[0], refusal_code(json.loads(answer[1]))) == (200, "auth"), key
                assert len(key) < 4 or key not in answer[1]
        for key in ("first-key", "second-key"):
            _, answer = await ask(server, session, "POST", "/v1/datasources/list", Authorization=f"Bearer {key}")
            assert json.loads(answer)["datasources"]
        _, answer = await ask(server, session, "POST", API[0], Authorization="Basic first-key")
        assert refusal_code(json.loads(answer)) == "auth"


def test_a_key_is_hashed_once_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = Keys({f"key-{number}": f"user-{number}" for number in range(100)})
    hashed, digest = list[str](), api_keys._digest

    def counted(key: str) -> bytes:
        hashed.append(key)
        return digest(key)

    monkeypatch.setattr(api_keys, "_digest", counted)
    assert keys.problem("Bearer key-7", "user-7") == ""
    assert hashed == ["key-7"]
    assert "another user" in keys.problem("Bearer key-7", "user-8")
    assert keys.user_of("Bearer key-99") == "user-99"
    assert keys.user_of("Bearer key-100") is None
    assert keys.problem("Bearer key-100")


@pytest.mark.parametrize("keys", [[], [""], ["k-secret "], ["k-secret\n"], ["k-s\xe9cret"], ""])
async def test_keys_that_will_not_do(data: list[Path], keys: list[str]) -> None:
    with pytest.raises(LocalServerError) as caught:
        await LocalServer(data, api_keys=keys, port=0).start()
    assert "k-s" not in str(caught.value)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.com"])  # noqa: S104 (what is tested)
async def test_without_keys_it_is_for_this_machine_alone(data: list[Path], host: str) -> None:
    with pytest.raises(LocalServerError, match=r"use 127\.0\.0\.1, or give the API keys"):
        await LocalServer(data, host=host, port=0).start()


def permissions(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.glob("index.db*")}


@pytest.mark.processes
async def test_the_database_is_its_owners_alone(data: list[Path], tmp_path: Path) -> None:
    """Its log and its shared memory too, whatever the process leaves to others."""
    before = os.umask(0)
    try:
        async with LocalServer(data, db=tmp_path / "index.db", port=0) as server:
            await server.indexed()
            modes = permissions(tmp_path)
    finally:
        os.umask(before)
    assert {"index.db", "index.db-wal", "index.db-shm"} <= modes.keys()
    assert set(modes.values()) == {0o600}


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
        status, answer = await ask(server, session, "POST", path, **headers)
        assert (status, refusal_code(json.loads(answer))) == (403, "forbidden")


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
        if not (await asyncio.wait([answer], timeout=10))[0]:
            writer.write_eof()
        return await asyncio.wait_for(answer, 60)
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
    assert refusal_code(json.loads(answer.partition(b"\r\n\r\n")[2])) == "params"


@pytest.mark.parametrize(("coding", "pack"), [(b"gzip", gzip.compress), (b"deflate", zlib.compress)])
async def test_a_body_is_bounded_after_it_is_unpacked(
    server: LocalServer, coding: bytes, pack: Callable[[bytes], bytes]
) -> None:
    body = pack(b" " * 50_000_000)
    for path in (b"/v1/recall/ask", b"/connect/x"):
        answer = await raw(server, request(server, "POST", path, body, b"Content-Encoding: " + coding))
        code = refusal_code(json.loads(answer.partition(b"\r\n\r\n")[2]))
        assert code in ("params", "request_entity_too_large")


@pytest.mark.parametrize("path", ["/v1/recall/ask", "/connect/x"])
async def test_a_body_is_bounded_however_it_is_sent(
    server: LocalServer, session: aiohttp.ClientSession, path: str
) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(64):
            yield b" " * 65_536

    url = URL(server.url).origin().join(URL(path))
    for body in (pieces(), io.BytesIO(b" " * (1 << 21))):
        try:
            async with session.post(url, data=body, headers={"Authorization": "Bearer x"}) as response:
                assert response.status in (200, 413)
                assert (await response.json())["error"] in ("params", "request_entity_too_large")
        except aiohttp.ClientConnectionError:  # refused before all of it was sent
            pass
    answer = await raw(server, request(server, "POST", b"/v1/datasources/list", b'{"user": "me"}'))
    assert b'"datasources"' in answer


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["me", "text", "x"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
NAMES = st.sampled_from(
    [
        *("user", "input", "query", "stream", "quality", "output_format", "instructions", "reasoning_effort", "id"),
        *("date_from", "date_to", "filter_people", "max_results", "service", "scope", "redirect_uri", "state", "other"),
    ]
)
BODIES = JSON | st.dictionaries(NAMES, JSON, max_size=6).map(lambda more: {**BODY, **more})


@given(path=st.sampled_from(API), body=BODIES)
@example(path="/v1/recall/run", body={**BODY, "input": "\0" * 1000})
@example(path="/v1/recall/search", body={**BODY, "max_results": 10**400})
@example(path="/v1/recall/ask", body={**BODY, "output_format": {"schema": {"$ref": "#"}}})
@example(
    path="/v1/connectors/authorize",
    body={**BODY, "state": "\0\r\n", "redirect_uri": "https://a.example/?" + "x" * 9000},
)
@MANY
async def test_json_of_any_shape_gets_an_answer(
    server: LocalServer, session: aiohttp.ClientSession, path: str, body: Any
) -> None:
    url, headers = URL(server.url).origin().join(URL(path)), {"Authorization": "Bearer x"}
    async with session.post(url, data=json.dumps(body).encode(), headers=headers) as response:
        assert response.status == 200
        if response.content_type == "application/json":
            assert isinstance(await response.json(), dict)
        else:
            assert b"Traceback" not in await response.read()
    async with session.post(url.with_path("/v1/datasources/list"), json={"user": "me"}, headers=headers) as response:
        assert len((await response.json())["datasources"]) == 2


@given(at=st.text(max_size=60) | st.text(alphabet="./\\0%2eEfF~\0", max_size=30), form=st.binary(max_size=100))
@MANY
async def test_nothing_sent_to_a_live_link_breaks_it_or_leads_out(
    rooted: LocalServer, session: aiohttp.ClientSession, at: str, form: bytes
) -> None:
    headers = {"Authorization": "Bearer x"}
    async with session.post(f"{rooted.url}/connectors/authorize", json=BODY, headers=headers) as response:
        link = URL((await response.json())["url"])
    async with session.get(link.with_query(at=at)) as response:
        assert response.status in (200, 404)
        page = await response.text()
        assert "secret" not in page
    key = re.search(r'name="key" value="([^"]+)"', page)
    assert key
    for fields in (form, urlencode({"key": key[1], "do": "connect", "place": at}).encode() + b"&" + form):
        async with session.post(link.with_query(at=at), data=fields) as response:
            assert response.status in (400, 403, 404, 410, 200)
            assert "Traceback" not in await response.text()
    async with session.post(f"{rooted.url}/datasources/list", json=BODY, headers=headers) as response:
        titles = {source["title"] for source in (await response.json())["datasources"]}
    assert titles <= {"root", "mail.mbox"}


@pytest.fixture
async def rooted(tmp_path: Path) -> AsyncIterator[LocalServer]:
    """Run a server with a root to choose from, and a mailbox beside the root."""
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "mail.mbox").write_bytes(numbered(1))
    (tmp_path / "secret.mbox").write_bytes(numbered(1))
    async with LocalServer(roots=[tmp_path / "root"], port=0) as running:
        yield running


@pytest.mark.parametrize(
    "path",
    [
        *("/../etc/passwd", "/v1/../../x", "/%2e%2e/x", "/%00", "//x", "/connect/a/b", "//etc/passwd", "/connect/"),
        *("/connect/..%2f..%2fetc/passwd", "/%2fetc%2fpasswd", "/..%5c..%5cx", "/v1/recall/ask/../../../etc/passwd"),
    ],
)
async def test_unknown_paths(server: LocalServer, path: str) -> None:
    answer = await raw(server, request(server, "GET", path.encode(), b""))
    assert answer.startswith((b"HTTP/1.1 404 ", b"HTTP/1.1 405 "))
    assert refusal_code(json.loads(answer.partition(b"\r\n\r\n")[2])) in ("not_found", "method_not_allowed")


@pytest.mark.parametrize("token", ["%2e%2e", "..%2f..%2fetc%2fpasswd", "%00", "%ff", "x" * 5000, "%3Cscript%3E"])
async def test_a_token_that_is_none(server: LocalServer, token: str) -> None:
    for method in ("GET", "POST"):
        answer = await raw(server, request(server, method, b"/connect/" + token.encode(), b""))
        assert answer.startswith((b"HTTP/1.1 410 ", b"HTTP/1.1 404 "))
        assert b"script" not in answer


# ── the query language of the index ─────────────────────────────────────────────────────────────────────────────────

SYNTAX = [
    *('"heron', 'heron"', '"heron" "', "heron*", "^heron", "heron AND", "AND heron", "NOT heron", "OR heron OR"),
    *("NEAR(heron", "NEAR(heron, 0)", "heron)", "((heron", "subject:heron", "{own quoted}: heron", "- subject : heron"),
    *("heron\0", "\0heron", "heron;--", "heron' OR 1=1 --", "heron + ", "words MATCH heron", "heron\\", "%heron_"),
]


@pytest.mark.parametrize("query", SYNTAX)
async def test_a_query_is_words_and_nothing_else(post: Post, query: str) -> None:
    plain = await post("recall/search", query="heron")
    assert plain["results"]
    found = await post("recall/search", query=query)
    assert {one["id"] for one in plain["results"]} <= {one["id"] for one in found["results"]}
    answer = await post("recall/ask", input=query)
    assert "error" not in answer
    if {word.lower() for word in re.findall(r"\w+", query)} <= {"heron", "and", "or", "not"}:
        assert answer["metadata"]["sources"]  # other words stand in no message, so that nothing answers with them


@pytest.mark.parametrize("person", [*(text.replace("heron", "bo") for text in SYNTAX), "*", '"', ":", "\0"])
async def test_a_person_is_words_and_nothing_else(post: Post, person: str) -> None:
    reply = await post("recall/search", query="fine", filter_people=[person])
    assert "error" not in reply


@given(query=st.text(max_size=60) | st.text(alphabet='"*()^:{}+-ANDORTE ab\0', max_size=40))
@MANY
async def test_any_query_is_answered(post: Post, query: str) -> None:
    reply = await post("recall/search", query=query, filter_people=[query])
    assert "error" not in reply
