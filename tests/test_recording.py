"""Answers of a server are recorded to a file, without keys, and replayed from it as they came."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import openai
import pytest

from aigpt import IGPT, AsyncIGPT
from aigpt.openai import (
    APIConnectionError,
    AsyncAzureOpenAI,
    AsyncOpenAI,
    AuthenticationError,
    IncompleteStreamError,
    InternalServerError,
    OpenAI,
)
from aigpt.testing import OpenAIServer, RecordingError, ScriptedServer, record, replay, run_events
from aigpt.testing.recording_file import Answer, Exchange, Recording, write_recording
from aigpt.testing.replayer import differences

KEY = "sk-a-key-nobody-may-see"
QUESTION = "Zażółć gęślą jaźń? 🦦"


@pytest.fixture
def real() -> Iterator[OpenAIServer]:
    """Return what stands for the real service."""
    with OpenAIServer() as server:
        yield server


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "recorded" / "answers.jsonl"


def ask(client: Any, question: str = QUESTION, **more: Any) -> Any:
    return client.chat.completions.create(model="m", messages=[{"role": "user", "content": question}], **more)


def ask_once(url: str, question: str = QUESTION, key: str = KEY) -> str:
    with OpenAI(base_url=url, api_key=key, max_retries=0) as client:
        text: str = ask(client, question).choices[0].message.content
        return text


async def read_raw(url: str, **options: Any) -> tuple[int, dict[str, str], list[bytes]]:
    """Return status, headers, and the HTTP chunks of an answer."""
    async with aiohttp.ClientSession() as session, session.post(f"{url}/chat/completions", **options) as response:
        chunks = [chunk async for chunk, _ in response.content.iter_chunks() if chunk]
        return response.status, {name.lower(): value for name, value in response.headers.items()}, chunks


def text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def lines_of(file: Path) -> list[Any]:
    return [json.loads(line) for line in text_of(file).splitlines()]


# ── what is recorded is replayed ────────────────────────────────────────────────────────────────────────────────


def use_everything(url: str, key: str) -> list[Any]:
    """Return what a program sees of all kinds of answers."""
    with OpenAI(base_url=url, api_key=key, max_retries=1) as client, openai.OpenAI(base_url=url, api_key=key) as theirs:
        speech = client.audio.speech.create(model="m", voice="alloy", input="?")
        return [
            ask(client).to_dict(),
            ask(client)._request_id,
            [chunk.to_dict() for chunk in ask(client, stream=True, stream_options={"include_usage": True})],
            [event.to_dict() for event in client.responses.create(model="m", input="?", stream=True)],
            client.embeddings.create(model="m", input=["a", "b"]).to_dict(),
            [model.id for model in client.models.list()],
            client.files.create(file=("a.txt", b"text \xff"), purpose="batch").id,
            speech.read(),
            [chunk.to_dict() for chunk in ask(theirs, stream=True)],
        ]


def test_a_program_sees_the_same_in_the_replay(real: OpenAIServer, file: Path) -> None:
    real.chat("Tak.")
    real.chat("Nie.")
    real.error(429, retry_after=0)
    real.chat("Może: 🦦.", chunk_size=3)
    real.response("Hm.", tool_calls=[("f", {"a": 1})])
    real.embeddings([0.1, 0.2])
    real.models("m")
    real.reply("files", json={"id": "file-1", "object": "file"})
    real.stream("audio/speech", [b"\xff\xfb", b"\x00" * 9], headers={"Content-Type": "audio/mpeg"})
    with record(file, real.url) as server:
        seen = use_everything(server.url, KEY)
        asked = len(server.calls)
    assert asked == 10  # the 429 included
    with replay(file) as server:
        assert use_everything(server.url, "another-key-altogether") == seen
        assert len(server.calls) == asked


async def test_streams_have_their_chunks_and_headers_again(real: OpenAIServer, file: Path) -> None:
    real.chat("Może: 🦦.", chunk_size=11, headers={"x-ratelimit-remaining-tokens": "7", "X-Request-Id": "req_mine"})
    body = {"model": "m", "stream": True, "messages": []}
    direct = await read_raw(real.url, json=body)
    with record(file, real.url) as server:
        through = await read_raw(server.url, json=body)
    with replay(file) as server:
        replayed = await read_raw(server.url, json=body)
    for status, headers, chunks in (through, replayed):
        assert status == 200
        assert chunks == through[2]
        assert [*map(len, chunks)] == [*map(len, direct[2])]  # their ids differ
        assert headers["x-ratelimit-remaining-tokens"] == "7"
        assert headers["x-request-id"] == "req_mine"
        assert headers["content-type"] == direct[1]["content-type"]
    assert len(direct[2]) > 20


@pytest.mark.parametrize(("kind", "has_chunks"), [("application/x-ndjson", True), ("application/problem+json", False)])
async def test_json_is_recorded_whole_and_lines_of_it_as_they_come(
    real: OpenAIServer, file: Path, kind: str, *, has_chunks: bool
) -> None:
    real.stream("chat/completions", ["{}\n", "[]\n"], headers={"Content-Type": kind})
    with record(file, real.url) as server:
        assert b"".join((await read_raw(server.url))[2]) == b"{}\n[]\n"
    (answer,) = (line["answer"] for line in lines_of(file)[1:])
    assert (answer.get("chunks"), answer.get("text")) == (
        (["{}\n", "[]\n"], None) if has_chunks else (None, "{}\n[]\n")
    )


async def test_a_stream_comes_while_it_is_recorded(real: OpenAIServer, file: Path) -> None:
    gate = real.gate()
    real.chat(["Hold", gate, "ing"])
    with record(file, real.url) as server:
        async with AsyncOpenAI(base_url=server.url, api_key=KEY) as client:
            stream = await ask(client, stream=True)
            assert [(await anext(stream)).choices[0].delta.content for _ in range(2)] == ["", "Hold"]
            assert await gate.reached()
            gate.open()
            assert [chunk.choices[0].delta.content async for chunk in stream] == ["ing", None]


@pytest.mark.parametrize("then", ["close", "reset"])
def test_a_cut_is_recorded_too(real: OpenAIServer, file: Path, then: Any) -> None:
    real.chat("Holding hands.", then=then)

    def use(url: str) -> list[str]:
        with OpenAI(base_url=url, api_key=KEY, max_retries=0) as client:
            texts: list[str] = []
            with pytest.raises(IncompleteStreamError):
                texts += (chunk.choices[0].delta.content for chunk in ask(client, stream=True))
            with pytest.raises(APIConnectionError):
                ask(client)
        return texts

    with record(file, real.url) as server:
        assert use(server.url) == ["", "Holding ", "hands."]
    with replay(file) as server:
        assert use(server.url) == ["", "Holding ", "hands."]


async def test_what_came_before_the_client_left_is_recorded(real: OpenAIServer, file: Path) -> None:
    gate = real.gate()
    real.chat(["Hold", gate, "ing"])
    with record(file, real.url) as server:
        async with AsyncOpenAI(base_url=server.url, api_key=KEY) as client, await ask(client, stream=True) as stream:
            assert [(await anext(stream)).choices[0].delta.content for _ in range(2)] == ["", "Hold"]
        assert await server.closed(timeout=10)
    gate.open()
    with replay(file) as server:
        async with AsyncOpenAI(base_url=server.url, api_key=KEY) as client, await ask(client, stream=True) as stream:
            assert [(await anext(stream)).choices[0].delta.content for _ in range(2)] == ["", "Hold"]


async def test_igpts_api_is_recorded_likewise(igpt_server: ScriptedServer, file: Path) -> None:
    igpt_server.reply("recall/ask", json={"output": "Tak."}, encoding="gzip")
    igpt_server.stream("recall/run", run_events("All ", "is well."))
    seen = []
    with record(file, igpt_server.url) as server:
        async with AsyncIGPT(KEY, user="ada", base_url=server.url) as igpt:
            seen.append(dict(await igpt.recall.ask(input=QUESTION)))
            seen.append([dict(event) async for event in igpt.recall.run(input=QUESTION, stream=True)])
    with replay(file) as server, IGPT("none", user="ada", base_url=server.url) as igpt:
        assert await asyncio.to_thread(lambda: dict(igpt.recall.ask(input=QUESTION))) == seen[0]
        stream: Any = igpt.recall.run(input=QUESTION, stream=True)
        assert await asyncio.to_thread(lambda: [dict(event) for event in stream]) == seen[1]
    assert KEY not in text_of(file)


async def test_azure_has_its_own_paths(real: OpenAIServer, file: Path) -> None:
    real.chat("Tak.")

    async def use(endpoint: str, key: str) -> str | None:
        options: Any = {"azure_endpoint": endpoint, "api_key": key, "api_version": "2026-01-01"}
        async with AsyncAzureOpenAI(**options) as client:
            text: str | None = (await ask(client)).choices[0].message.content
            return text

    with record(file, real.url.removesuffix("/v1")) as server:
        assert await use(server.url, KEY) == "Tak."
    assert KEY not in text_of(file)
    with replay(file) as server:
        assert await use(server.url, "none") == "Tak."


# ── what the file holds ─────────────────────────────────────────────────────────────────────────────────────────


async def test_no_key_is_in_the_file_and_all_text_is(real: OpenAIServer, file: Path) -> None:
    told = f"Incorrect API key provided: {KEY}."
    mine = {"Set-Cookie": "session=hush-1", "openai-organization": "org-hush-2", "CF-Ray": "hush-3"}
    real.error(401, told, headers=mine, route="chat/completions")
    real.chat(f"data {KEY}", chunk_size=5)
    real.models("m")
    headers = {
        "Authorization": f"Bearer {KEY}",
        "Cookie": "a=hush-4-and-more",
        "api-key": "hush-5-and-more",
        "OpenAI-Organization": "org-hush-6",
        "X-Custom": "hush-7",
    }
    with record(file, real.url) as server:
        status, seen, _ = await read_raw(server.url, json={"messages": [QUESTION]}, headers=headers)
        assert (status, seen["set-cookie"]) == (401, mine["Set-Cookie"])  # the client gets everything
        _, _, chunks = await read_raw(server.url, json={"stream": True, "user": KEY}, headers=headers)
        assert KEY.encode() in b"".join(chunks)
        async with aiohttp.ClientSession() as session:
            url = f"{server.url}/models?api_key=hush-8&access_token=hush-9&sig=hush-10&limit=5"
            async with session.get(url, headers=headers) as response:
                assert response.status == 200
    assert real.calls[0].headers["authorization"] == f"Bearer {KEY}"
    assert real.calls[2].path.endswith("limit=5")
    assert "hush-8" in real.calls[2].path
    text = text_of(file)
    assert KEY not in text
    assert "hush" not in text
    assert QUESTION in text
    assert "Incorrect API key provided: [left-out]." in text
    assert "limit=5" in text


def test_the_file_is_readable_json_lines(real: OpenAIServer, file: Path) -> None:
    real.chat("Tak.")
    with record(str(file), real.url) as server:
        ask_once(server.url)
    head, line = lines_of(file)
    assert head == {"aigpt_recording": 1, "upstream": real.url}
    asked = {"model": "m", "messages": [{"role": "user", "content": QUESTION}]}
    assert line["request"] == {"method": "POST", "path": "/v1/chat/completions", "json": asked}
    assert line["answer"]["status"] == 200
    assert line["answer"]["headers"] == {"content-type": "application/json", "x-request-id": "req_1"}
    assert line["answer"]["json"]["choices"][0]["message"]["content"] == "Tak."


def test_a_file_can_be_changed_by_hand(real: OpenAIServer, file: Path) -> None:
    real.chat("Tak.")
    with record(file, real.url) as server:
        ask_once(server.url)
    file.write_text(text_of(file).replace("Tak.", "Nie.") + "\n", encoding="utf-8")
    with replay(file) as server:
        assert ask_once(server.url) == "Nie."


@pytest.mark.parametrize(
    "body",
    [b"", b"plain", b"\xff\x00", b'{"a": 1e999}', b'{"a": "\xf0\x9f\xa6\xa6"}', b"[1, 2.5, null]", b'"text"', b"NaN"],
)
def test_a_body_of_any_kind_survives(file: Path, body: bytes) -> None:
    def response(chunks: tuple[bytes, ...] | None) -> Exchange:
        request = {"method": "GET", "path": "/v1/x"}
        return Exchange(request, Answer(200, {"content-type": "text/plain"}, chunks, b"" if chunks else body))

    write_recording(file, Recording("http://127.0.0.1/v1", (response(None), response((body, body)))))

    async def get(url: str) -> list[bytes]:
        async with aiohttp.ClientSession() as session:
            return [await (await session.get(f"{url}/x")).read() for _ in range(2)]

    with replay(file) as server:
        whole, chunked = asyncio.run(get(server.url))
    assert chunked == body * 2
    assert whole == body or json.loads(whole) == json.loads(body)


def test_the_file_is_replaced_whole_or_not_at_all(real: OpenAIServer, file: Path) -> None:
    real.chat("Tak.")
    with record(file, real.url) as server:
        ask_once(server.url)
    before = file.read_bytes()
    with pytest.raises(LookupError), record(file, real.url) as server:  # noqa: PT012 both are one act
        ask_once(server.url)
        assert file.read_bytes() == before
        raise LookupError
    assert file.read_bytes() == before
    with record(file, real.url) as server:
        ask_once(server.url, "Another?")
    assert [line["request"]["json"]["messages"][0]["content"] for line in lines_of(file)[1:]] == ["Another?"]
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_answers_are_in_the_order_of_their_requests(real: OpenAIServer, file: Path) -> None:
    gate = real.gate()
    real.chat("First.", after=gate)
    real.chat("Second.")

    async def main(url: str) -> list[str]:
        async with AsyncOpenAI(base_url=url, api_key=KEY) as client:
            first = asyncio.ensure_future(ask(client))
            await gate.reached()
            second = await ask(client)
            gate.open()
            return [completion.choices[0].message.content for completion in (await first, second)]

    with record(file, real.url) as server:
        assert asyncio.run(main(server.url)) == ["First.", "Second."]
    answers = [line["answer"]["json"]["choices"][0]["message"]["content"] for line in lines_of(file)[1:]]
    assert answers == ["First.", "Second."]


# ── what goes wrong ─────────────────────────────────────────────────────────────────────────────────────────────


def test_what_was_not_recorded_fails_with_the_remedy(real: OpenAIServer, file: Path) -> None:
    real.chat("Tak.")
    with record(file, real.url) as server:
        ask_once(server.url)
    again = f"record({str(file)!r}, {real.url!r})"
    with pytest.raises(AssertionError) as raised, replay(file) as server:  # noqa: PT012 both are one act
        with pytest.raises(InternalServerError, match=r"differs in json\.messages\[0\]\.content"):
            ask_once(server.url, "private words")
        with pytest.raises(InternalServerError, match="is not there"), OpenAI(base_url=server.url, api_key="k") as one:
            one.models.list()
        assert ask_once(server.url) == "Tak."
        with pytest.raises(InternalServerError, match="is there 1 time, and was asked for once more"):
            ask_once(server.url)
        assert len(server.calls) == 4  # none is asked again
    told = str(raised.value)
    assert told.count("\n") == 2
    assert told.count(str(file)) == 6
    assert told.count(f"record again with {again}") == 3
    assert "private" not in told
    assert "GET /v1/models is not there" in told


def test_where_two_requests_differ_is_named() -> None:
    assert differences({"a": [1, {"b": 2}], "c": 1}, {"a": [1, {"b": 3}]}) == ["a[1].b", "c"]
    assert differences({"a": [1]}, {"a": [1, 2]}) == ["the length of a"]
    assert differences({"a": 1, "b": 2}, {"b": 2, "a": 1}) == []
    assert differences(1, "1", "x") == ["x"]


def test_the_order_of_keys_does_not_matter(real: OpenAIServer, file: Path) -> None:
    real.chat("Tak.")
    with record(file, real.url) as server:
        asyncio.run(read_raw(server.url, data=b'{"model": "m", "messages": []}'))
    with replay(file) as server:
        status, _, _ = asyncio.run(read_raw(server.url, data=b'{"messages":[],"model":"m"}'))
    assert status == 200


def test_a_missing_file_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(RecordingError, match=r"there is no .*missing\.jsonl: make it with record"):
        replay(tmp_path / "missing.jsonl").__enter__()


HEAD = '{"aigpt_recording": 1, "upstream": "http://127.0.0.1/v1"}\n'
REQUEST = '"request": {"method": "GET", "path": "/v1/x"}'


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", 1, "it is empty"),
        ("{", 1, "it is not JSON"),
        ("[]", 1, "it is no JSON object"),
        ('{"aigpt_recording": 2, "upstream": "http://x"}', 1, "it does not say"),
        ('{"aigpt_recording": 1}', 1, "it does not say"),
        (HEAD + "{}", 2, "it is no request with its answer"),
        (HEAD + '{"request": {"method": "GE', 2, "it is not JSON"),
        (HEAD + f'{{{REQUEST}, "answer": {{"status": 200, "text": 5}}}}', 2, "it is no request with its answer"),
        (HEAD + f'\n{{{REQUEST}, "answer": {{"status": 200, "base64": "?"}}}}', 3, "it is no request with its answer"),
        (HEAD + f'{{{REQUEST}, "answer": {{"status": "200"}}}}', 2, "it is no request with its answer"),
        (HEAD + f'{{{REQUEST}, "answer": {{"status": 200, "headers": []}}}}', 2, "it is no request with its answer"),
        (HEAD + f'{{{REQUEST}, "answer": {{"status": 200, "chunks": [1]}}}}', 2, "it is no request with its answer"),
        (HEAD + '{"request": {"method": 1, "path": ""}, "answer": {}}', 2, "it is no request with its answer"),
        (HEAD + "[" * 100_000, 2, "it is not JSON"),
    ],
)
def test_a_damaged_file_names_the_line(tmp_path: Path, text: str, line: int, problem: str) -> None:
    file = tmp_path / "answers.jsonl"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(RecordingError, match=rf"answers\.jsonl is damaged in line {line}: {problem}.*; restore it"):
        replay(file).__enter__()


def test_a_folder_is_no_file(tmp_path: Path, real: OpenAIServer) -> None:
    with pytest.raises(RecordingError, match="cannot read"):
        replay(tmp_path).__enter__()
    with pytest.raises(RecordingError, match="cannot write"), record(tmp_path, real.url):
        pass
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "url", ["nonsense", "ftp://x/v1", "https://", "https://key@host/v1", "https://host/v1?key=1", "https://host/#a"]
)
def test_what_is_no_base_url_is_refused(file: Path, url: str) -> None:
    with pytest.raises(ValueError, match="upstream must be the base URL"):
        record(file, url).__enter__()


def test_a_server_that_is_not_there_is_told_and_not_recorded(file: Path) -> None:
    with OpenAIServer() as gone:
        url = gone.url
    with record(file, url) as server, OpenAI(base_url=server.url, api_key=KEY, max_retries=2) as client:
        with pytest.raises(InternalServerError, match=r"127\.0\.0\.1 cannot be reached \(ClientConnector\w*Error\)"):
            ask(client)
        assert len(server.calls) == 1  # it is not asked again
    assert len(lines_of(file)) == 1


def test_a_websocket_is_refused(real: OpenAIServer, file: Path) -> None:
    async def connect(url: str) -> int:
        async with aiohttp.ClientSession() as session:
            with pytest.raises(aiohttp.WSServerHandshakeError) as raised:
                await session.ws_connect(f"{url}/realtime")
            return raised.value.status

    with record(file, real.url) as server:
        assert asyncio.run(connect(server.url)) == 501


def test_a_refused_key_is_an_answer_like_any_other(real: OpenAIServer, file: Path) -> None:
    real.error(401)
    with record(file, real.url) as server, pytest.raises(AuthenticationError):
        ask_once(server.url)
    with replay(file) as server, pytest.raises(AuthenticationError):
        ask_once(server.url)
