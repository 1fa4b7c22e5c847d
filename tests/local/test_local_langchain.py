"""langchain-igpt, unchanged, against the embedded server: its two tools and its retriever."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from importlib import import_module
from typing import Any

import pytest

from aigpt.local import LocalServer


def langchain_igpt() -> Any:
    """Return the module, which takes seconds to import: processes that run other tests do without."""
    return import_module("langchain_igpt")


QUESTION = "What did the board approve?"


def at(server: LocalServer) -> dict[str, Any]:
    return {"user": "me", "api_key": "local", "base_url": server.url}


async def test_the_ask_tool_answers(server: LocalServer) -> None:
    tool = langchain_igpt().IgptAsk(**at(server), quality="cef-1-normal")
    blocking = await asyncio.to_thread(tool.invoke, {"input": QUESTION, "output_format": "text"})
    awaited = await tool.ainvoke({"input": QUESTION})
    assert "40,000 euros" in blocking["output"]
    assert awaited["output"] == blocking["output"]
    assert blocking["context"]["quality"] == "cef-1-normal"
    assert blocking["metadata"]["sources"][0]["title"] == "Heron budget"
    assert blocking["usage"]["total_tokens"] > 0


async def test_the_ask_tool_streams(server: LocalServer) -> None:
    tool = langchain_igpt().IgptAsk(**at(server))
    asked = {"input": QUESTION, "stream": True}
    chunks = await asyncio.to_thread(lambda: list(tool.invoke(asked)))
    awaited = [chunk async for chunk in await tool.ainvoke(asked)]
    for got in (chunks, awaited):
        assert "40,000 euros" in "".join(chunk.get("output", "") for chunk in got)
        assert [chunk["context"]["datasources"] != [] for chunk in got if "context" in chunk] == [True]
        assert not any("error" in chunk for chunk in got)


async def test_the_search_tool_finds(server: LocalServer) -> None:
    tool = langchain_igpt().IgptSearch(**at(server), max_results=1)
    blocking = await asyncio.to_thread(tool.invoke, {"query": "board budget"})
    awaited = await tool.ainvoke({"query": "budget", "date_from": "2024-03-01", "date_to": "2024-03-31"})
    assert [hit["subject"] for hit in blocking["results"]] == ["Heron budget"]
    assert len(awaited["results"]) == 1
    assert set(blocking["results"][0]) >= {"id", "timestamp", "type", "from", "subject", "content"}
    assert set(blocking["durations"]) == {"retrieve", "resolve"}


async def test_the_retriever_gives_documents(server: LocalServer) -> None:
    retriever = langchain_igpt().IgptSearchRetriever(**at(server), max_results=2)
    blocking = await asyncio.to_thread(retriever.invoke, "board budget")
    awaited = await retriever.ainvoke("board budget")
    assert [document.metadata["subject"] for document in blocking] == ["Heron budget", "Re: Heron budget"]
    assert "40,000 euros" in blocking[0].page_content
    assert awaited == blocking
    assert blocking[0].metadata["source"]


async def test_it_warns_where_nothing_is_connected(server: LocalServer) -> None:
    tool = langchain_igpt().IgptSearch(user="nobody", api_key="local", base_url=server.url)
    with pytest.warns(UserWarning, match="No datasources found"):
        assert (await tool.ainvoke({"query": "budget"}))["results"] == []


async def test_what_is_wrong_comes_back_as_from_the_service(server: LocalServer) -> None:
    tool = langchain_igpt().IgptSearch(**at(server))
    assert (await tool.ainvoke({"query": "budget", "date_from": "someday"}))["error"] == "params"


async def test_the_environment_is_enough(server: LocalServer) -> None:
    point = {"IGPT_API_KEY": "local", "IGPT_API_USER": "me"}
    code = "import sys; from langchain_igpt import IgptAsk; t = IgptAsk(); t.api_wrapper.base_url = sys.argv[1]; "
    code += f"print(t.invoke({{'input': {QUESTION!r}}})['output'])"
    done = await asyncio.to_thread(
        lambda: subprocess.run(
            [sys.executable, "-c", code, server.url],
            env={**os.environ, **point},
            capture_output=True,
            text=True,
            check=True,
        )
    )
    assert "40,000 euros" in done.stdout
