"""Whatever the embedded server refuses, it says which parameter or header is wrong, and what to do about it."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from local_making import Post, refusal_code

from aigpt import AsyncIGPT, AuthenticationError, BadRequestError, NotFoundError
from aigpt.local import LocalServer

SECRET = "quite-private-words"
LINK = {"service": "gmail", "scope": "mail"}
WRONG: list[tuple[str, dict[str, Any], list[str]]] = [
    ("recall/ask", {}, ["input", "not blank"]),
    ("recall/ask", {"input": " "}, ["input", "not blank"]),
    ("recall/run", {"input": "x", "user": 7}, ["user", "not blank"]),
    ("recall/run", {"input": "x", "user": f"{SECRET}\x1fuploads"}, ["user", "control characters"]),
    ("recall/ask", {"input": SECRET * 10_000}, ["input", "100,000 characters", "shorter"]),
    ("recall/search", {"query": SECRET * 10_000}, ["query", "100,000 characters", "shorter"]),
    ("recall/run", {"input": "x", "stream": SECRET}, ["stream", "true or false"]),
    ("recall/run", {"input": "x", "quality": 7}, ["quality", "string"]),
    ("recall/run", {"input": "x", "reasoning_effort": 7}, ["reasoning_effort", "string"]),
    ("recall/run", {"input": "x", "instructions": [SECRET]}, ["instructions", "string"]),
    ("recall/ask", {"input": "x", "output_format": SECRET}, ["output_format", '"json"']),
    ("recall/ask", {"input": "x", "output_format": {"type": SECRET}}, ["output_format", "json_schema", "schema"]),
    ("recall/ask", {"input": "x", "output_format": {"schema": {}, "name": 7}}, ["output_format.name", "string"]),
    ("recall/ask", {"input": "x", "output_format": {"schema": {}, "strict": 7}}, ["output_format.strict", "true"]),
    ("recall/ask", {"input": "x", "output_format": {"schema": 7}}, ["output_format.schema", "$"]),
    ("recall/search", {"query": 7}, ["query", "string"]),
    ("recall/search", {"date_from": SECRET}, ["date_from", "2002-08-22"]),
    ("recall/search", {"date_to": "2002-02-30"}, ["date_to", "2002-08-22"]),
    ("recall/search", {"date_from": "2024-03-02", "date_to": "2024-03-01"}, ["date_from", "date_to", "swap"]),
    ("recall/search", {"filter_people": 7}, ["filter_people", "list of strings"]),
    ("recall/search", {"filter_people": [SECRET] * 51}, ["filter_people", "50"]),
    ("recall/search", {"max_results": 0}, ["max_results", "from 1"]),
    ("datasources/disconnect", {}, ["id", "not blank"]),
    ("datasources/disconnect", {"id": SECRET}, ["id", "datasources/list"]),
    ("connectors/authorize", {"service": "gmail"}, ["scope", "not blank"]),
    ("connectors/authorize", {**LINK, "redirect_uri": f"x:{SECRET}"}, ["redirect_uri", "http or https"]),
    ("connectors/authorize", {**LINK, "state": SECRET * 900}, ["state", "8000", "shorten"]),
]


@pytest.mark.parametrize(("route", "body", "words"), WRONG, ids=lambda value: str(value)[:40])
async def test_a_wrong_parameter_is_named_with_the_remedy(
    post: Post, route: str, body: dict[str, Any], words: list[str]
) -> None:
    reply = await post(route, **body)
    assert refusal_code(reply) == "params"
    assert [word for word in words if word not in reply["message"]] == []
    assert SECRET not in reply["message"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", ["not JSON"]),
        (b"\xff", ["not JSON"]),
        (b"[]", ["JSON object"]),
        (b"{}", ["user"]),
        (b'{"user": "me", "x": "' + b"x" * 2_000_000 + b'"}', ["1 MiB"]),
    ],
    ids=["empty", "binary", "list", "no user", "too large"],
)
async def test_a_wrong_body_is_refused_with_the_reason(
    server: LocalServer, session: aiohttp.ClientSession, body: bytes, words: list[str]
) -> None:
    headers = {"Authorization": "Bearer any"}
    async with session.post(f"{server.url}/recall/search", data=io.BytesIO(body), headers=headers) as response:
        reply = await response.json()
    assert refusal_code(reply) == "params"
    assert [word for word in words if word not in reply["message"]] == []


STATUSES: list[tuple[str, str, dict[str, str], int, str, list[str]]] = [
    ("POST", "/v1/recall/nothing", {}, 404, "not_found", ["recall/run", "connectors/authorize"]),
    ("GET", "/v1/recall/ask", {}, 405, "method_not_allowed", ["POST"]),
    ("POST", "/v1/recall/ask", {"Origin": "https://evil.example"}, 403, "forbidden", ["Origin", "Sec-Fetch-Site"]),
    ("POST", "/v1/recall/ask", {"Host": "evil.example"}, 421, "misdirected_request", ["Host", "URL"]),
    ("POST", "/v1/recall/ask", {"Content-Encoding": "gzip"}, 400, "params", ["Content-Encoding"]),
]


@pytest.mark.parametrize(("method", "path", "headers", "status", "code", "words"), STATUSES, ids=lambda v: str(v)[:30])
async def test_an_error_status_has_its_reason(
    server: LocalServer,
    session: aiohttp.ClientSession,
    method: str,
    path: str,
    headers: dict[str, str],
    status: int,
    code: str,
    words: list[str],
) -> None:
    url = server.url.removesuffix("/v1") + path
    headers = {"Authorization": "Bearer any", **headers}
    async with session.request(method, url, data=b"not gzip", headers=headers) as response:
        reply = await response.json()
        assert (response.status, refusal_code(reply)) == (status, code)
    assert [word for word in words if word not in reply["message"]] == []


async def test_a_link_page_takes_only_so_much(server: LocalServer, session: aiohttp.ClientSession) -> None:
    url = server.url.removesuffix("/v1") + "/connect/x"
    async with session.post(url, data=io.BytesIO(b"x" * 2_000_000)) as response:
        reply = await response.json()
        assert (response.status, refusal_code(reply)) == (413, "request_entity_too_large")
    assert "1 MiB" in reply["message"]


async def test_a_missing_key_and_a_wrong_one_are_told_apart_by_what_the_server_takes(
    data: list[Path], server: LocalServer, session: aiohttp.ClientSession
) -> None:
    async with session.post(f"{server.url}/recall/ask", data=b"{}") as response:
        reply = await response.json()
    assert refusal_code(reply) == "auth"
    assert "any that is not blank" in reply["message"]
    async with LocalServer(data, api_keys=["first-key"], port=0) as closed:
        headers = {"Authorization": "Bearer wrong-key"}
        async with session.post(f"{closed.url}/recall/ask", data=b"{}", headers=headers) as response:
            reply = await response.json()
    assert refusal_code(reply) == "auth"
    assert "started with" in reply["message"]
    assert "-key" not in reply["message"]


async def test_the_reason_reaches_reply_and_exception(data: list[Path]) -> None:
    async with LocalServer(data, api_keys=["first-key"], port=0) as server:
        async with AsyncIGPT("other-key", user="me", base_url=server.url) as igpt:
            reply = await igpt.recall.ask(input="?")
            assert isinstance(reply.exception, AuthenticationError)
            assert str(reply.exception) == f"the API answered with the error 'auth': {reply['message']}"
        async with AsyncIGPT("first-key", user="me", base_url=server.url) as igpt:
            reply = await igpt.recall.search(query="?", max_results=0)  # type: ignore[assignment]
            assert isinstance(reply.exception, BadRequestError)
            assert "max_results must be" in str(reply.exception)
            stream = igpt.recall.run(input="?", output_format="xml", stream=True)
            assert refusal_code([chunk async for chunk in stream][-1]) == "params"
            assert "output_format must be" in str(stream.reply.exception)
            gone = await igpt.post("recall/nothing", {})
            assert isinstance(gone.exception, NotFoundError)
            assert "there is no such route" in str(gone.exception)


async def test_a_parameter_name_of_any_length_and_kind_fits_into_the_message(post: Post) -> None:
    name = "\x1b[31m" + "x" * 5_000
    for inner in ({"type": "string", "strange": 1}, {"type": "string", "minLength": "x"}, {"enum": ["purple", "pink"]}):
        schema = {"type": "object", "properties": {name: inner}, "required": [name]}
        reply = await post("recall/ask", input="budget", output_format={"schema": schema})
        assert refusal_code(reply) == "params"
        assert any(word in reply["message"] for word in ("strange", "(type)", "enum")), reply
