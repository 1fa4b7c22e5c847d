"""The tools on a client: odd replies, failures in words, sources that are found again, text from outside."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aigpt import AsyncIGPT
from aigpt.mcp.outside import Fence
from aigpt.mcp.resources import datasource_uri, read_uri, source_uri
from aigpt.testing import SampleServer, ScriptedServer


@asynccontextmanager
async def official(url: str, user: str = "mara") -> AsyncIterator[Any]:
    """Give the official client of a server on a client of the API at *url*."""
    from mcp import Client  # noqa: PLC0415 (a second to import)

    from aigpt.mcp import make_server  # noqa: PLC0415 (likewise)

    async with (
        AsyncIGPT(api_key="k", user=user, base_url=url, max_retries=0) as igpt,
        Client(make_server(igpt)) as connected,
    ):
        yield connected


RESULT = {
    "id": "a/1",
    "timestamp": "2026-03-10T16:38:00Z",
    "type": "message",
    "from": "Ann",
    "subject": "S",
    "content": "C",
}


async def test_what_a_tool_is_given_is_sent(igpt_server: ScriptedServer) -> None:
    async with official(igpt_server.url) as client:
        igpt_server.reply("recall/search", json={"results": []})
        igpt_server.reply("connectors/authorize", json={"url": "https://x.example/"})
        given = {"query": "q", "date_from": "2026-01-01", "filter_people": ["Ann"], "max_results": 3}
        await client.call_tool("search", given)
        await client.call_tool("search", {})
        await client.call_tool("connect", {"service": "gmail", "scope": "a b"})
        assert [call.json for call in igpt_server.calls] == [
            {**given, "user": "mara"},
            {"max_results": 10, "user": "mara"},
            {"service": "gmail", "scope": "a b", "user": "mara"},
        ]


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ({"json": {"error": "auth"}}, "auth: the API key was refused"),
        ({"json": {"error": "params", "message": "query is too odd"}}, "params: query is too odd"),
        ({"json": {"error": "of another kind"}}, "(not a plain code): the API gave no reason"),
        ({"json": {"error": "model_error"}}, "model_error: the server's language model failed"),
        ({"status": 401}, "auth: the API key was refused"),
        ({"status": 503}, "network_error: the API answered with status 503; try again later"),
        ({"json": [1]}, "invalid_json_response: "),
    ],
)
async def test_a_failed_call_says_why(igpt_server: ScriptedServer, script: dict[str, Any], said: str) -> None:
    async with official(igpt_server.url) as client:
        from mcp import MCPError  # noqa: PLC0415 (a second to import)

        igpt_server.reply("*", **script, times=None)
        for tool, arguments in (("search", {}), ("list_datasources", {})):
            result = await client.call_tool(tool, arguments)
            assert result.is_error
            assert result.content[0].text.startswith(said)
        with pytest.raises(MCPError, match=said.replace("(", r"\(").replace(")", r"\)")):
            await client.list_resources()


async def test_a_server_that_is_not_there_is_named() -> None:
    with socket.socket() as bound:  # but not listening
        bound.bind(("127.0.0.1", 0))
        async with official(f"http://127.0.0.1:{bound.getsockname()[1]}/v1") as client:
            result = await client.call_tool("ask", {"input": "x"})
    assert result.is_error
    assert "network_error: the API cannot be reached" in result.content[0].text


ODD_REPLIES: list[tuple[str, str, dict[str, Any]]] = [
    ("search", "recall/search", {}),
    ("search", "recall/search", {"results": None, "context": []}),
    ("search", "recall/search", {"results": [None, 3, {}, {"id": 5}, {"id": "x", "content": 7, "timestamp": 3}]}),
    ("ask", "recall/ask", {}),
    ("ask", "recall/ask", {"output": {"a": [1]}, "metadata": {"sources": {}}}),
    ("ask", "recall/ask", {"output": 1, "metadata": {"sources": [{"id": "x", "timestamp": 1e300, "title": []}]}}),
    ("run", "recall/run", {"output": None, "metadata": "none", "context": {"indexed": False}}),
    ("list_datasources", "datasources/list", {}),
    ("list_datasources", "datasources/list", {"datasources": [{"id": "x", "progress": "all", "oldest": "old"}, 1]}),
]


async def test_odd_replies_fit_the_tools_schemas_too(igpt_server: ScriptedServer) -> None:
    """Which the official client checks."""
    async with official(igpt_server.url) as client:
        for tool, route, reply in ODD_REPLIES:
            igpt_server.reply(route, json=reply)
            result = await client.call_tool(tool, {"input": "x"} if tool in {"ask", "run"} else {})
            assert not result.is_error, (tool, reply)
            assert json.loads(result.content[0].text) == result.structured_content


async def test_a_link_that_is_none_is_an_error(igpt_server: ScriptedServer) -> None:
    async with official(igpt_server.url) as client:
        for url in (None, 3, "javascript:alert(1)", ""):
            igpt_server.reply("connectors/authorize", json={"url": url})
            result = await client.call_tool("connect", {"service": "x", "scope": "y"})
            assert result.is_error
            assert "gave no link" in result.content[0].text


async def test_what_a_search_found_can_be_read_without_another(igpt_server: ScriptedServer) -> None:
    async with official(igpt_server.url) as client:
        odd = {**RESULT, "id": "a b/ü?#%@\n“x”", "content": "C" * 5_000}
        igpt_server.reply("recall/search", json={"results": [odd]})
        (found,) = (await client.call_tool("search", {})).structured_content["results"]
        (contents,) = (await client.read_resource(found["uri"])).contents
        assert "C" * 5_000 in contents.text
        assert len(igpt_server.calls) == 1


async def test_a_source_of_an_answer_is_searched_for(igpt_server: ScriptedServer) -> None:
    """By the question, then by its title on its day, and known by its id."""
    async with official(igpt_server.url) as client:
        source = {"id": "a/1", "type": "message", "timestamp": 1773160680, "title": "S"}
        igpt_server.reply("recall/ask", json={"output": "A", "metadata": {"sources": [source, {"id": "a/2"}]}})
        igpt_server.reply("recall/search", json={"results": [{**RESULT, "id": "a/0"}]})
        igpt_server.reply("recall/search", json={"results": [RESULT]})
        igpt_server.reply("recall/search", json={"results": []})
        first, second = (await client.call_tool("ask", {"input": "x"})).structured_content["sources"]
        assert first["timestamp"] == "2026-03-10T16:38:00Z"
        (contents,) = (await client.read_resource(first["uri"])).contents
        assert "Subject: S" in contents.text
        assert [call.json for call in igpt_server.calls[1:]] == [
            {"query": "x", "user": "mara"},
            {"query": "S", "date_from": "2026-03-10", "date_to": "2026-03-10", "max_results": 100, "user": "mara"},
        ]
        with pytest.raises(Exception, match="Resource not found"):
            await client.read_resource(second["uri"])


async def test_sources_of_the_embedded_server_can_be_read(igpt_local: SampleServer) -> None:
    """Lines of notes, too, whose id depends on the search."""
    async with official(igpt_local.url, igpt_local.user) as client:
        asked = await client.call_tool("ask", {"input": "What was said in the meeting on launch readiness?"})
        uris = [source["uri"] for source in asked.structured_content["sources"]]
        texts = [(await client.read_resource(uri)).contents[0].text for uri in uris]
    assert any("readiness.txt%23L" in uri for uri in uris), uris
    assert all(len(text) > 400 for text in texts)


async def test_many_calls_at_once(igpt_server: ScriptedServer) -> None:
    async with official(igpt_server.url) as client:
        igpt_server.reply("recall/ask", json={"output": "A"}, times=None)
        done = await asyncio.gather(*(client.call_tool("ask", {"input": f"{number}"}) for number in range(200)))
        assert not any(result.is_error for result in done)
        assert len({call.json["input"] for call in igpt_server.calls}) == 200


@given(st.text(max_size=20))
@settings(max_examples=50)
def test_an_id_becomes_an_address_and_back(name: str) -> None:
    try:
        name.encode()
    except UnicodeEncodeError:
        return
    assert read_uri(source_uri(name)) == (("source", name) if name else None)
    assert read_uri(datasource_uri(name)) == (("datasource", name) if name else None)
    assert source_uri(name).isascii()


@given(st.lists(st.text(alphabet="ab0<> ", max_size=6), max_size=5))
@settings(max_examples=50)
def test_the_word_of_a_fence_is_in_none_of_the_texts(texts: list[str]) -> None:
    words = iter(["a", "b", "0", "ab", "b0", "unused"])
    fence = Fence(texts, lambda: next(words))
    word = fence("x").split()[0].removeprefix("<<")
    assert not any(word in text for text in texts)
    assert f"<<{word} and {word}>>" in fence.notice
