"""Answers with their HTTP response, answers that their caller reads, binary answers, pages, and any other route."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Dict, List  # noqa: UP035 (as programs written for openai have them)

import pytest
from openai_twins import KEY, Kind, Twin, assert_nothing_left, twin

from aigpt.openai import _errors as errors
from aigpt.openai._binary import BinaryContent
from aigpt.openai._http_response import Response
from aigpt.openai._models import BaseModel
from aigpt.openai._raw_response import RawResponse
from aigpt.openai._types import NoneType
from aigpt.openai.pagination import AsyncCursorPage, PageInfo, SyncCursorPage
from aigpt.openai.types import FileObject, Model
from aigpt.testing import Pause, ScriptedServer

MODEL = {"id": "m", "object": "model", "created": 1, "owned_by": "me"}
BODY = json.dumps(MODEL).encode()
TEXT = "Zwölf\nBoxkämpfer\r\njagen\rViktor\n\nquer über den großen Sylter Deich"
LINES = ["Zwölf", "Boxkämpfer", "jagen", "Viktor", "", "quer über den großen Sylter Deich"]


def get_model(client: Any, **more: Any) -> Any:
    return client.models.retrieve("m", **more)


# ── with_raw_response ───────────────────────────────────────────────────────────────────────────────────────────


async def test_a_raw_response_has_all_of_the_http_response(
    kind: Kind, server: ScriptedServer, trust: ssl.SSLContext, waits: list[float]
) -> None:
    server.reply("models/m", status=503, times=1)
    server.reply("models/m", body=BODY, headers={"X-Request-Id": "req_7", "X-Ratelimit-Remaining": "9"})
    async with twin(kind, server, trust) as one:
        raw = await one.run(lambda client: get_model(client.with_raw_response, extra_query={"a": [1, 2]}))
        assert isinstance(raw, RawResponse)
        assert (raw.headers["x-request-id"], raw.headers["X-RateLimit-Remaining"]) == ("req_7", "9")
        assert (raw.status_code, raw.request_id, raw.retries_taken) == (200, "req_7", 1)
        assert (raw.content, raw.text, raw.json(), raw.read()) == (BODY, BODY.decode(), MODEL, BODY)
        assert (raw.method, str(raw.url)) == ("GET", f"{server.url}/models/m?a%5B%5D=1&a%5B%5D=2")
        assert raw.http_request.method == "GET"
        assert raw.http_request.url == raw.url
        assert raw.http_request.headers["X-Stainless-Lang"] == "python"
        assert KEY not in str(dict(raw.http_request.headers))
        assert raw.http_response.status_code == 200
        assert raw.http_response.headers is raw.headers
        assert dt.timedelta(0) < raw.elapsed < dt.timedelta(seconds=60)
        assert raw.is_closed is True
        assert raw.http_version == "HTTP/1.1"
        model = raw.parse()
        assert type(model) is Model
        assert (model.to_dict(), model._request_id) == (MODEL, "req_7")
        assert raw.parse() is model


class Mine(BaseModel):
    id: str
    owned_by: str


@pytest.mark.parametrize(
    ("to", "wanted"),
    [
        (str, BODY.decode()),
        (bytes, BODY),
        (dict, MODEL),
        (Dict[str, Any], MODEL),  # noqa: UP006 (as programs written for openai have it)
        (object, MODEL),
        (NoneType, None),
    ],
)
async def test_a_raw_response_is_parsed_as_another_type(
    to: Any, wanted: object, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply("models/m", body=BODY)
    async with twin(kind, plain_server) as one:
        raw = await one.run(lambda client: get_model(client.with_raw_response))
        assert raw.parse(to=to) == wanted


async def test_a_raw_response_is_parsed_as_a_model_of_ones_own(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("models/m", body=BODY, headers={"X-Request-Id": "req_7"})
    async with twin(kind, plain_server) as one:
        raw = await one.run(lambda client: get_model(client.with_raw_response))
        mine = raw.parse(to=Mine)
        assert type(mine) is Mine
        assert (mine.owned_by, mine._request_id) == ("me", "req_7")
        assert raw.parse(to=type("Response", (), {})) is raw.http_response
        assert type(raw.parse()) is Model


async def test_a_raw_response_that_cannot_be_parsed_so_says_so(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("audio/transcriptions", body="no JSON")
    async with twin(kind, plain_server) as one:
        raw = await one.run(
            lambda client: client.audio.transcriptions.with_raw_response.create(
                model="m", file=("a.wav", b"RIFF"), response_format="text"
            )
        )
        assert raw.parse() == "no JSON"
        with pytest.raises(errors.APIResponseValidationError) as caught:
            raw.parse(to=dict)
        assert caught.value.response.content == b"no JSON"


async def test_raw_responses_of_what_fails_are_raised(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("models/m", status=404, json={"error": {"message": "No."}})
    async with twin(kind, plain_server) as one:
        with pytest.raises(errors.NotFoundError):
            await one.run(lambda client: get_model(client.with_raw_response))


async def test_raw_responses_of_one_resource(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("models/m", body=BODY)
    async with twin(kind, plain_server) as one:
        raw = await one.run(lambda client: client.models.with_raw_response.retrieve("m"))
        assert raw.parse().id == "m"
        assert (await one.run(get_model)).id == "m"


async def test_an_answer_without_content(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("models/m", status=204)
    async with twin(kind, plain_server) as one:
        assert await one.run(get_model) is None
        assert (await one.run(lambda client: get_model(client.with_raw_response))).parse() is None


# ── with_streaming_response ─────────────────────────────────────────────────────────────────────────────────────


@asynccontextmanager
async def opened(one: Twin, work: Callable[[Any], Any] = get_model) -> AsyncIterator[Any]:
    async with one.within(work(one.client.with_streaming_response)) as response:
        yield response


async def test_an_open_response_has_all_of_the_http_response_before_its_body(
    kind: Kind, server: ScriptedServer, trust: ssl.SSLContext
) -> None:
    gate = server.gate()
    head = b"HTTP/1.1 200 OK\r\nX-Request-Id: req_7\r\nContent-Length: %d\r\n\r\n" % len(BODY)
    server.raw("models/m", head, gate, BODY)
    async with twin(kind, server, trust) as one:
        async with opened(one) as response:
            assert (response.headers["x-request-id"], response.request_id) == ("req_7", "req_7")
            assert (response.status_code, response.method, response.retries_taken) == (200, "GET", 0)
            assert str(response.url) == f"{server.url}/models/m"
            assert response.http_request.method == "GET"
            assert KEY not in str(dict(response.http_request.headers))
            assert response.http_response.status_code == 200
            assert not response.is_closed
            gate.open()
            assert await one.do(response.read) == BODY
            assert response.is_closed
            assert response.http_response.content == BODY
        await assert_nothing_left(server, one)


@pytest.mark.parametrize("framing", ["length", "chunked", "close"])
@pytest.mark.parametrize("encoding", [None, "gzip"])
async def test_an_open_response_is_read_in_many_ways(
    framing: Any, encoding: Any, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply("models/m", body=BODY, framing=framing, encoding=encoding)
    async with twin(kind, plain_server) as one:
        for read, wanted in (("read", BODY), ("text", BODY.decode()), ("json", MODEL)):
            async with opened(one) as response:
                assert await one.do(getattr(response, read)) == wanted
                assert await one.do(getattr(response, read)) == wanted
        async with opened(one) as response:
            model = await one.do(response.parse)
            assert (type(model), model.to_dict()) == (Model, MODEL)
        async with opened(one) as response:
            assert b"".join(await one.take(response.iter_bytes())) == BODY
        await assert_nothing_left(plain_server, one)


@pytest.mark.parametrize("size", [1, 2, 3, 1000])
async def test_pieces_characters_and_lines_are_whole_however_they_arrive(
    size: int, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.stream("files/f/content", [TEXT], chunk_size=size)

    def content(client: Any) -> Any:
        return client.files.content("f")

    async with twin(kind, plain_server) as one:
        async with opened(one, content) as response:
            pieces = await one.take(response.iter_bytes(5))
        assert b"".join(pieces) == TEXT.encode()
        assert {len(piece) for piece in pieces[:-1]} == {5}
        async with opened(one, content) as response:
            assert "".join(await one.take(response.iter_text())) == TEXT
        async with opened(one, content) as response:
            assert "".join(await one.take(response.iter_text(3))) == TEXT
        async with opened(one, content) as response:
            assert await one.take(response.iter_lines()) == LINES


async def test_each_piece_is_given_as_it_arrives(kind: Kind, plain_server: ScriptedServer) -> None:
    gate = plain_server.gate()
    plain_server.stream("files/f/content", ["first\n", gate, "second"])
    async with twin(kind, plain_server) as one, opened(one, lambda client: client.files.content("f")) as response:
        lines = response.iter_lines()
        assert await asyncio.wait_for(one.take(lines, 1), 30) == ["first"]
        gate.open()
        assert await one.take(lines) == ["second"]


@pytest.mark.parametrize("chunk_size", [None, 7])
async def test_an_open_response_is_written_to_a_file(
    chunk_size: int | None, kind: Kind, plain_server: ScriptedServer, tmp_path: Path
) -> None:
    data = bytes(range(256)) * 1000
    plain_server.reply("files/f/content", body=data)
    async with twin(kind, plain_server) as one:
        async with opened(one, lambda client: client.files.content("f")) as response:
            await one.do(lambda: response.stream_to_file(tmp_path / "a.bin", chunk_size=chunk_size))
        assert (tmp_path / "a.bin").read_bytes() == data


async def test_the_connection_of_an_open_response_is_used_again_where_it_was_read(
    kind: Kind, server: ScriptedServer, trust: ssl.SSLContext
) -> None:
    server.reply("models/m", body=BODY)
    async with twin(kind, server, trust, max_connections=1) as one:
        for read in ("read", "close", "parse"):
            async with opened(one) as response:
                await one.do(getattr(response, read))
        assert (await one.run(get_model)).id == "m"
        assert server.connections.accepted == 1


async def test_leaving_an_open_response_closes_its_connection(
    kind: Kind, server: ScriptedServer, trust: ssl.SSLContext
) -> None:
    server.stream("files/f/content", ["first"], then="hang")
    async with twin(kind, server, trust, max_connections=1) as one:
        for _ in range(2):
            async with opened(one, lambda client: client.files.content("f")) as response:
                await one.take(response.iter_bytes(), 1)
            assert await server.closed(timeout=10)
            assert response.is_closed
        await assert_nothing_left(server, one)


@pytest.mark.parametrize("read", ["read", "text", "json", "parse"])
async def test_what_is_read_after_leaving_is_not_taken_for_the_body(
    read: str, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.stream("models/m", ['{"id": '], then="hang")
    async with twin(kind, plain_server) as one:
        async with opened(one) as response:
            pass
        with pytest.raises(RuntimeError, match="closed"):
            await one.do(getattr(response, read))
        with pytest.raises(RuntimeError, match="closed"):
            await one.take(response.iter_bytes())


async def test_what_was_read_in_part_is_not_taken_for_the_body(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.stream("models/m", [BODY[:10], Pause(0.05), BODY[10:]])
    async with twin(kind, plain_server) as one, opened(one) as response:
        await one.take(response.iter_bytes(), 1)
        with pytest.raises(RuntimeError, match="read"):
            await one.do(response.read)


CUTS: dict[str, Callable[[ScriptedServer], None]] = {
    "chunked": lambda s: s.stream("models/m", [BODY[:10]], then="close"),
    "by length": lambda s: s.stream("models/m", [BODY[:10]], then="close", framing="length"),
    "reset": lambda s: s.stream("models/m", [BODY[:10]], then="reset"),
    "gzip": lambda s: s.stream("models/m", [BODY], then="cut", encoding="gzip"),
    "reset, without a length": lambda s: s.stream("models/m", [BODY[:10]], then="reset", framing="close"),
}


@pytest.mark.parametrize("name", CUTS)
async def test_a_body_that_is_cut_raises_after_what_arrived_and_again(
    name: str, kind: Kind, server: ScriptedServer, trust: ssl.SSLContext
) -> None:
    CUTS[name](server)
    async with twin(kind, server, trust) as one:
        async with opened(one) as response:
            pieces, error = await one.collect(response.iter_bytes())
            assert BODY.startswith(b"".join(pieces))
            assert type(error) is errors.APIConnectionError
        async with opened(one) as response:
            for read in ("read", "text", "json", "parse"):
                with pytest.raises(errors.APIConnectionError):
                    await one.do(getattr(response, read))
        assert len(server.calls) == 2
        await assert_nothing_left(server, one)


async def test_a_binary_body_that_is_cut_raises(kind: Kind, plain_server: ScriptedServer, tmp_path: Path) -> None:
    plain_server.stream("files/f/content", ["abc"], then="close")
    async with twin(kind, plain_server) as one:
        async with opened(one, lambda client: client.files.content("f")) as response:
            with pytest.raises(errors.APIConnectionError):
                await one.do(lambda: response.stream_to_file(tmp_path / "a"))
        assert (tmp_path / "a").read_bytes() == b"abc"


@pytest.mark.parametrize("body", [b"<html>", b'{"id": "m",}', b""])
async def test_an_open_response_that_is_no_json_is_an_error_of_its_kind(
    body: bytes, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply("models/m", body=body)
    async with twin(kind, plain_server) as one, opened(one) as response:
        with pytest.raises(errors.APIResponseValidationError) as caught:
            await one.do(response.parse)
        assert caught.value.response.content == body
        assert await one.do(response.read) == body


async def test_an_open_response_without_content(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("models/m", status=204)
    async with twin(kind, plain_server) as one, opened(one) as response:
        assert await one.do(response.parse) is None


async def test_the_size_of_a_json_answer_is_bounded_where_it_is_read_whole(
    kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply("models/m", body=BODY)
    async with twin(kind, plain_server, max_response_bytes=10) as one:
        async with opened(one) as response:
            with pytest.raises(errors.APIResponseValidationError, match="max_response_bytes"):
                await one.do(response.parse)
        async with opened(one) as response:
            assert b"".join(await one.take(response.iter_bytes())) == BODY
        await assert_nothing_left(plain_server, one)


async def test_an_error_status_is_raised_on_entering(
    kind: Kind, plain_server: ScriptedServer, waits: list[float]
) -> None:
    plain_server.reply("models/m", status=500, json={"error": {"message": "No.", "code": "c"}})
    async with twin(kind, plain_server) as one:
        with pytest.raises(errors.InternalServerError) as caught:
            async with opened(one):
                pass
        assert (caught.value.code, len(plain_server.calls)) == ("c", 3)
        await assert_nothing_left(plain_server, one)


# ── binary answers ──────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_binary_answer(kind: Kind, server: ScriptedServer, trust: ssl.SSLContext, tmp_path: Path) -> None:
    server.reply("audio/speech", body=TEXT.encode(), headers={"Content-Type": "audio/mpeg", "X-Request-Id": "req_7"})
    async with twin(kind, server, trust) as one:
        found = await one.run(lambda client: client.audio.speech.create(model="m", voice="alloy", input="?"))
        assert (found.content, found.text, found.read()) == (TEXT.encode(), TEXT, TEXT.encode())
        assert await found.aread() == TEXT.encode()
        assert (found.status_code, found.headers["content-type"]) == (200, "audio/mpeg")
        assert found.response.headers["x-request-id"] == "req_7"
        assert b"".join(found.iter_bytes(7)) == TEXT.encode()
        assert [len(piece) for piece in found.iter_bytes(7)][:-1] == [7] * (len(TEXT.encode()) // 7)
        assert "".join(found.iter_text(7)) == TEXT
        assert [*found.iter_lines()] == LINES
        assert [piece async for piece in found.aiter_bytes()] == [TEXT.encode()]
        for write in (found.write_to_file, found.stream_to_file):
            write(tmp_path / "a.mp3")
            assert (tmp_path / "a.mp3").read_bytes() == TEXT.encode()
        await found.astream_to_file(tmp_path / "b.mp3")
        assert (tmp_path / "b.mp3").read_bytes() == TEXT.encode()
        raw = await one.run(
            lambda client: client.audio.speech.with_raw_response.create(model="m", voice="alloy", input="?")
        )
        assert isinstance(raw.parse(), BinaryContent)
        assert raw.parse().content == raw.content == TEXT.encode()


@pytest.mark.parametrize(("then", "framing"), [("close", "chunked"), ("close", "length"), ("reset", "close")])
async def test_a_binary_answer_that_is_cut_is_asked_for_again(
    then: Any, framing: Any, kind: Kind, plain_server: ScriptedServer, waits: list[float]
) -> None:
    plain_server.stream("files/f/content", ["ab"], then=then, framing=framing, times=1)
    plain_server.reply("files/f/content", body=b"abc")
    async with twin(kind, plain_server) as one:
        assert (await one.run(lambda client: client.files.content("f"))).content == b"abc"
        assert len(waits) == 1


# ── pages ───────────────────────────────────────────────────────────────────────────────────────────────────────


def items(*ids: str, **more: Any) -> dict[str, Any]:
    return {"object": "list", "data": [{"id": one, "object": "file"} for one in ids], **more}


async def names(one: Twin, pages: Any) -> list[str]:
    """Return the ids of all items of a page, or of what gives one: of ``client.files.list()`` itself."""
    return [item.id for item in await one.take(pages)]


async def listed(one: Twin, work: Callable[[Any], Any]) -> Any:
    """Return what is gone through: the page of a blocking client, and what an async one has not awaited yet."""
    return await one.run(work) if one.is_blocking else work(one.client)


LISTS: dict[str, tuple[str, Callable[[Any], Any], list[dict[str, Any]], list[str], str]] = {
    "after the last id": (
        "files",
        lambda c: c.files.list(limit=2, order="asc"),
        [items("a", "b", has_more=True), items("c", has_more=True), items(has_more=False)],
        ["limit=2&order=asc", "after=b&limit=2&order=asc", "after=c&limit=2&order=asc"],
        "CursorPage",
    ),
    "after last_id": (
        "conversations/conv_1/items",
        lambda c: c.conversations.items.list("conv_1", limit=2),
        [items("a", "b", has_more=True, last_id="x"), items("c", has_more=False, last_id="y")],
        ["limit=2", "after=x&limit=2"],
        "ConversationCursorPage",
    ),
    "all at once": (
        "models",
        lambda c: c.models.list(),
        [items("a", "b", "c")],
        [""],
        "Page",
    ),
}


@pytest.mark.parametrize("name", LISTS)
async def test_a_list_is_gone_through_page_by_page(
    name: str, kind: Kind, server: ScriptedServer, trust: ssl.SSLContext
) -> None:
    route, ask, sent, queries, page_name = LISTS[name]
    for page in sent:
        server.reply(route, json=page)
    async with twin(kind, server, trust) as one:
        assert await names(one, await listed(one, ask)) == ["a", "b", "c"]
        assert [call.path.partition("?")[2] for call in server.calls] == queries
        assert server.connections.accepted == 1
        assert page_name in type(await one.run(ask)).__name__


async def page_of(one: Twin, sent: dict[str, Any], page: Any, **more: Any) -> Any:
    """Return the page that *sent* makes."""
    return await one.run(lambda c: c.get_api_list("/my/list", model=FileObject, page=page, **more))


async def test_the_five_cursors(kind: Kind, plain_server: ScriptedServer) -> None:
    import aigpt.openai.pagination as pages  # noqa: PLC0415 (the classes are found by name)

    prefix = "Sync" if kind == "blocking" else "Async"
    cursors: list[tuple[str, dict[str, Any], dict[str, Any] | None]] = [
        ("Page", items("a", "b"), None),
        ("CursorPage", items("a", "b"), {"after": "b"}),
        ("ConversationCursorPage", items("a", "b", last_id="x"), {"after": "x"}),
        ("NextCursorPage", items("a", "b", next="n"), {"after": "n"}),
        ("TokenPage", items("a", "b", next="n"), {"page": "n"}),
    ]
    for name, sent, params in cursors:
        plain_server.reply(f"my/{name}", json=sent)
        plain_server.reply(f"my/{name}", json=items())
        async with twin(kind, plain_server) as one:
            cls = getattr(pages, prefix + name)
            page = await one.run(
                lambda c, cls=cls, name=name: c.get_api_list(
                    f"/my/{name}", model=FileObject, page=cls, options={"params": {"limit": 2}}
                )
            )
            assert type(page) is cls
            assert [type(item) for item in page.data] == [FileObject, FileObject]
            info = page.next_page_info()
            assert page.has_next_page() is (params is not None)
            if params is None:
                assert info is None
                with pytest.raises(RuntimeError):
                    await one.do(page.get_next_page)
                continue
            assert info == PageInfo(params=params)
            last = await one.do(page.get_next_page)
            assert (type(last), last.data, last.has_next_page()) == (cls, [], False)
            ((name_of_cursor, value),) = params.items()
            assert plain_server.calls[-1].path.endswith(f"?limit=2&{name_of_cursor}={value}")


@pytest.mark.parametrize(
    ("sent", "more"),
    [
        (items("a"), True),
        (items("a", has_more=True), True),
        (items("a", has_more=None), True),
        (items("a", has_more=False), False),
        (items(has_more=True), False),
        (items(), False),
        ({"object": "list", "data": None}, False),
        ({"object": "list"}, False),
        ({"data": [{"object": "no id"}]}, False),
        ({"data": ["text"]}, False),
    ],
)
async def test_whether_there_is_a_next_page(
    sent: dict[str, Any],
    more: bool,  # noqa: FBT001
    kind: Kind,
    plain_server: ScriptedServer,
) -> None:
    plain_server.reply("files", json=sent)
    async with twin(kind, plain_server) as one:
        page = await one.run(lambda c: c.files.list())
        assert page.has_next_page() is more


async def test_pages_one_by_one(kind: Kind, plain_server: ScriptedServer) -> None:
    for page in (items("a", "b"), items("c"), items()):
        plain_server.reply("files", json=page)
    async with twin(kind, plain_server) as one:
        first = await one.run(lambda c: c.files.list())
        found = await one.take(first.iter_pages())
        assert found[0] is first
        assert [[item.id for item in page.data] for page in found] == [["a", "b"], ["c"], []]


async def test_an_error_in_the_middle_comes_after_what_came_before(
    kind: Kind, plain_server: ScriptedServer, waits: list[float]
) -> None:
    plain_server.reply("files", json=items("a", "b"))
    plain_server.reply("files", status=500, json={"error": {"message": "No."}})
    async with twin(kind, plain_server) as one:
        found, error = await one.collect(await listed(one, lambda c: c.files.list()))
        assert [item.id for item in found] == ["a", "b"]
        assert type(error) is errors.InternalServerError
        assert len(plain_server.calls) == 4


async def test_what_a_list_is_asked_with_holds_for_all_its_pages(
    kind: Kind, plain_server: ScriptedServer, waits: list[float]
) -> None:
    plain_server.reply("files", json=items("a"))
    plain_server.reply("files", status=500)
    plain_server.reply("files", json=items())
    async with twin(kind, plain_server, default_query={"d": "1"}) as one:
        asked = await listed(
            one,
            lambda c: c.files.list(
                purpose="batch", extra_headers={"X-Mine": "1"}, extra_query={"q": "2", "after": "z"}, timeout=30
            ),
        )
        assert await names(one, asked) == ["a"]
    assert {call.headers["X-Mine"] for call in plain_server.calls} == {"1"}
    assert [call.path.partition("?")[2] for call in plain_server.calls] == [
        "d=1&purpose=batch&q=2&after=z",
        *["d=1&after=a&purpose=batch&q=2"] * 2,
    ]
    assert plain_server.calls[0].headers["X-Stainless-Retry-Count"] == "0"


async def test_a_list_that_is_bare_is_a_page(kind: Kind, plain_server: ScriptedServer) -> None:
    """Some servers (Together) send their models so."""
    plain_server.reply("models", json=[MODEL, {**MODEL, "id": "n"}])
    async with twin(kind, plain_server) as one:
        page = await one.run(lambda c: c.models.list())
        assert [model.id for model in page.data] == ["m", "n"]
        assert await names(one, await listed(one, lambda c: c.models.list())) == ["m", "n"]


@pytest.mark.parametrize("sent", [None, 5, "text", {"data": 5}, {"data": "text"}, {"data": {"id": "a"}}])
async def test_what_is_no_list_is_an_error_of_its_kind(sent: object, kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("files", json=sent)
    async with twin(kind, plain_server) as one:
        with pytest.raises(errors.APIResponseValidationError, match="no list"):
            await one.run(lambda c: c.files.list())
        raw = await one.run(lambda c: c.files.with_raw_response.list())
        with pytest.raises(errors.APIResponseValidationError, match="no list"):
            raw.parse()
        await assert_nothing_left(plain_server, one)


@pytest.mark.parametrize("sent", [None, {}, {"data": 5}, {"data": [{"embedding": "no base64!"}]}])
async def test_what_holds_no_embeddings_is_an_error_of_its_kind(
    sent: object, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply("embeddings", json=sent)
    ask = {"model": "m", "input": "?"}
    async with twin(kind, plain_server) as one:
        with pytest.raises(errors.APIResponseValidationError, match="embedding"):
            await one.run(lambda c: c.embeddings.create(**ask))
        raw = await one.run(lambda c: c.embeddings.with_raw_response.create(**ask))
        with pytest.raises(errors.APIResponseValidationError, match="embedding"):
            raw.parse()


async def test_raw_and_open_responses_give_pages_that_go_on(kind: Kind, plain_server: ScriptedServer) -> None:
    async with twin(kind, plain_server) as one:
        for route in ("raw", "open"):
            for page in (items("a"), items("b"), items()):
                plain_server.reply("files", json=page, times=1)
            if route == "raw":
                raw = await one.run(lambda c: c.files.with_raw_response.list())
                assert raw.json() == items("a")
                page = raw.parse()
            else:
                async with one.within(one.client.files.with_streaming_response.list()) as response:
                    page = await one.do(response.parse)
            assert type(page) is (SyncCursorPage if one.is_blocking else AsyncCursorPage)
            assert await names(one, page) == ["a", "b"]


async def test_a_page_has_the_id_of_its_request(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("files", json=items("a"), headers={"X-Request-Id": "req_7"})
    async with twin(kind, plain_server) as one:
        page = await one.run(lambda c: c.files.list())
        assert page._request_id == "req_7"
        assert page.to_dict() == items("a")


# ── any other route ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("method", ["get", "post", "put", "patch", "delete"])
@pytest.mark.parametrize(
    ("cast_to", "wanted"),
    [
        (dict, MODEL),
        (Dict[str, object], MODEL),  # noqa: UP006 (as programs written for openai have it)
        (object, MODEL),
        (str, BODY.decode()),
        (bytes, BODY),
        (NoneType, None),
    ],
)
async def test_each_verb_gives_what_is_asked_for(
    method: str, cast_to: Any, wanted: object, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply("my/route", body=BODY)
    async with twin(kind, plain_server) as one:
        found = await one.run(lambda client: getattr(client, method)("/my/route", cast_to=cast_to))
        assert found == wanted
    assert plain_server.calls[0].method == method.upper()
    assert plain_server.calls[0].headers["Authorization"] == f"Bearer {KEY}"


async def test_models_responses_and_lists_are_made_of_any_route(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("my/route", body=BODY, headers={"X-Request-Id": "req_7"})
    plain_server.reply("my/list", json=[MODEL])
    httpx = SimpleNamespace(Response=type("Response", (), {}))
    async with twin(kind, plain_server) as one:
        mine = await one.run(lambda client: client.get("/my/route", cast_to=Mine))
        assert (type(mine), mine.owned_by, mine._request_id) == (Mine, "me", "req_7")
        for cast_to in (httpx.Response, RawResponse, Response):
            response = await one.run(lambda client, to=cast_to: client.get("/my/route", cast_to=to))
            assert (response.status_code, response.json(), response.headers["x-request-id"]) == (200, MODEL, "req_7")
        found = await one.run(lambda client: client.get("/my/list", cast_to=List[Model]))  # noqa: UP006 (as above)
        assert [type(model) for model in found] == [Model]


async def test_bodies_of_any_route(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("my/route", json={})
    async with twin(kind, plain_server) as one:

        async def post(**more: Any) -> Any:
            await one.run(lambda client: client.post("/my/route", cast_to=object, **more))
            return plain_server.calls[-1]

        assert (await post(body={"a": [1]})).json == {"a": [1]}
        assert (await post(body=[1, 2])).json == [1, 2]
        sent = await post(content=b"\x00\x01", options={"headers": {"Content-Type": "application/x-mine"}})
        assert (sent.body, sent.headers["content-type"]) == (b"\x00\x01", "application/x-mine")
        sent = await post(files={"file": ("a.txt", b"abc")}, body={"purpose": "x"})
        assert sent.headers["content-type"].startswith("multipart/form-data; boundary=")
        assert b'name="purpose"\r\n\r\nx' in sent.body
        assert b'filename="a.txt"' in sent.body
        assert (await post()).body == b""
        with pytest.raises(TypeError):
            await post(body={}, content=b"")


async def test_options_of_any_route(kind: Kind, plain_server: ScriptedServer, waits: list[float]) -> None:
    plain_server.reply("my/route", status=500, json={})
    async with twin(kind, plain_server, default_query={"d": "1"}) as one:

        async def post(**options: Any) -> None:
            with pytest.raises(errors.OpenAIError):
                await one.run(lambda client: client.post("/my/route?x=1", cast_to=object, body={}, options=options))

        await post(headers={"X-Mine": "1"}, params={"q": {"a": "b"}}, max_retries=1, idempotency_key="k")
        assert len(plain_server.calls) == 2
        for call in plain_server.calls:
            assert call.path == "/v1/my/route?x=1&d=1&q%5Ba%5D=b"
            assert (call.headers["X-Mine"], call.headers["Idempotency-Key"]) == ("1", "k")
        await post(extra_json={"a": 1}, max_retries=0)
        assert plain_server.calls[-1].json == {"a": 1}
        abort = one.event()
        abort.set()
        calls = len(plain_server.calls)
        await post(abort=abort)
        assert len(plain_server.calls) == calls
        with pytest.raises(TypeError, match="retries"):
            await one.run(lambda client: client.post("/my/route", cast_to=object, options={"retries": 1}))


async def test_options_limit_any_route(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.raw("my/route", "hang")
    async with twin(kind, plain_server) as one:
        for options in ({"timeout": 0.5, "max_retries": 0}, {"deadline": 0.5}):
            with pytest.raises(errors.APITimeoutError):
                await asyncio.wait_for(
                    one.run(lambda client, o=options: client.get("/my/route", cast_to=object, options=o)), 30
                )


@pytest.mark.parametrize("body", [b"<html>", b'{"id": "m",}', b"[" * 200_000])
@pytest.mark.parametrize("cast_to", [dict, Mine, object, List[Model]])  # noqa: UP006 (as above)
async def test_what_is_no_json_is_an_error_of_its_kind_on_any_route(
    body: bytes, cast_to: Any, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply("my/route", body=body)
    async with twin(kind, plain_server) as one:
        with pytest.raises(errors.APIResponseValidationError) as caught:
            await one.run(lambda client: client.get("/my/route", cast_to=cast_to))
        assert caught.value.response.content == body
        await assert_nothing_left(plain_server, one)


@pytest.mark.parametrize("status", [200, 204])
async def test_an_empty_answer_of_any_route_is_none(status: int, kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("my/route", status=status)
    async with twin(kind, plain_server) as one:
        for cast_to in (dict, Mine, object):
            assert await one.run(lambda client, to=cast_to: client.delete("/my/route", cast_to=to)) is None


async def test_a_cut_answer_of_any_route_is_asked_for_again(
    kind: Kind, plain_server: ScriptedServer, waits: list[float]
) -> None:
    plain_server.stream("my/route", ['{"id": "m", '], framing="close", times=1)
    plain_server.reply("my/route", body=BODY)
    async with twin(kind, plain_server) as one:
        assert await one.run(lambda client: client.get("/my/route", cast_to=dict)) == MODEL
        assert len(waits) == 1


async def test_a_strict_client_checks_any_route(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("my/route", json={"id": 5})
    async with twin(kind, plain_server, _strict_response_validation=True) as one:
        with pytest.raises(errors.APIResponseValidationError):
            await one.run(lambda client: client.get("/my/route", cast_to=Mine))
        assert await one.run(lambda client: client.get("/my/route", cast_to=dict)) == {"id": 5}
        lenient = one.client.with_options(_extra_kwargs={"_strict_response_validation": False})
        assert (await one.do(lambda: lenient.get("/my/route", cast_to=Mine))).id == 5


# ── what is not ours to know ────────────────────────────────────────────────────────────────────────────────────


async def test_extra_headers_query_and_body(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("chat/completions", json={"id": "c", "choices": []})
    async with twin(kind, plain_server, default_headers={"X-A": "a", "X-B": "b"}, default_query={"v": 1}) as one:
        await one.run(
            lambda client: client.chat.completions.create(
                model="m",
                messages=[],
                extra_headers={"x-a": "A", "X-C": "c"},
                extra_query={"flag": True, "v": 2, "many": ["x", "y"]},
                extra_body={"top_k": 5, "model": "n"},
            )
        )
    (call,) = plain_server.calls
    assert [call.headers[f"x-{name}"] for name in "abc"] == ["A", "b", "c"]
    assert call.headers.getall("x-a") == ["A"]
    assert call.path.partition("?")[2] == "v=2&flag=true&many%5B%5D=x&many%5B%5D=y"
    assert call.json == {"model": "n", "messages": [], "top_k": 5}


@pytest.mark.parametrize("extra", [{"extra_headers": {"X-A": "a\nb"}}, {"extra_headers": {"X A": "b"}}])
async def test_headers_that_cannot_be_sent_are_refused(
    extra: dict[str, Any], kind: Kind, plain_server: ScriptedServer
) -> None:
    async with twin(kind, plain_server) as one:
        with pytest.raises(errors.ConfigurationError) as caught:
            await one.run(lambda client: client.models.retrieve("m", **extra))
        assert "a\nb" not in str(caught.value)
    assert not plain_server.calls
