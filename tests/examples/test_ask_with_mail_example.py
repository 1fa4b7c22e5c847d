"""examples/ask_with_mail.py, started as its first lines say, over the sample mailbox and a scripted model."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aigpt.testing import OpenAIServer, SampleServer

pytestmark = pytest.mark.forked("pydantic")

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "ask_with_mail.py"
QUESTION = "When is the launch?"
NOWHERE = "http://127.0.0.1:9/v1"


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SampleServer]:
    with SampleServer(tmp_path_factory.mktemp("mailbox") / "igpt.sqlite") as server:
        yield server


def environment(igpt: str, user: str = "me") -> dict[str, str]:
    return {**os.environ, "IGPT_BASE_URL": igpt, "IGPT_API_KEY": "local", "IGPT_API_USER": user}


async def ask(variables: dict[str, str], *arguments: str) -> tuple[int | None, str, str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-W", "error", EXAMPLE, *arguments, env=variables,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        output, errors = await asyncio.wait_for(process.communicate(), 60)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return process.returncode, output.decode(), errors.decode()


def told(server: OpenAIServer, call: int) -> list[dict[str, Any]]:
    """Return what the model was given to its calls of tools in that call."""
    return [message for message in server.calls[call].json["messages"] if message["role"] == "tool"]


async def test_the_model_searches_and_answers(mailbox: SampleServer, openai_server: OpenAIServer) -> None:
    days = {"date_from": "2026-03-01", "date_to": "2026-03-31"}
    openai_server.chat("Let me look.", tool_calls=[("search_mail", {"query": "launch date", **days})])
    openai_server.chat("It is on Tuesday.")
    done = await ask(environment(mailbox.url, mailbox.user), QUESTION)
    assert done == (0, "Let me look.\nIt is on Tuesday.\n", "[searching for 'launch date']\n")
    first, second = (call.json for call in openai_server.calls)
    assert first["messages"][-1] == {"role": "user", "content": QUESTION}
    assert [tool["function"]["name"] for tool in first["tools"]] == ["search_mail"]
    said = second["messages"][2]
    assert said.keys() == {"role", "content", "tool_calls"}
    (result,) = told(openai_server, 1)
    assert result["tool_call_id"] == said["tool_calls"][0]["id"]
    hits = json.loads(result["content"])
    assert 1 <= len(hits) <= 5
    assert all("2026-03-01" <= hit["timestamp"][:10] <= "2026-03-31" for hit in hits)
    assert any("launch" in hit["subject"] for hit in hits)


async def test_what_goes_wrong_with_a_tool_is_told_to_the_model(
    mailbox: SampleServer, openai_server: OpenAIServer
) -> None:
    searches = '{"query": 1', {"query": "salary", "user": "anna"}, {"query": "x", "date_from": "2026-99-99"}
    calls = [("search_mail", search) for search in searches]
    openai_server.chat(tool_calls=[*calls, ("delete_mail", {})])
    openai_server.chat("I could not look.")
    code, output, errors = await ask(environment(mailbox.url, mailbox.user), QUESTION)
    assert (code, output) == (0, "I could not look.\n")
    assert errors.startswith("[searching for 'x']\n[the search failed: ")
    broken, stranger, day, unknown = (message["content"] for message in told(openai_server, 1))
    assert broken.startswith("these arguments are wrong, try again: ")
    assert "user" in stranger
    assert stranger.startswith("these arguments are wrong, try again: ")
    assert unknown == "there is no tool 'delete_mail'; search_mail is the only one"
    assert day.startswith("the search failed: ")


async def test_without_a_mailbox_the_model_hears_of_it(openai_server: OpenAIServer) -> None:
    openai_server.chat(tool_calls=[("search_mail", {"query": "launch"})])
    openai_server.chat("I cannot search.")
    code, output, errors = await ask(environment(NOWHERE), QUESTION)
    assert (code, output) == (0, "I cannot search.\n")
    assert "[the search failed: the connection failed" in errors
    assert told(openai_server, 1)[0]["content"].startswith("the search failed: the connection failed")


async def test_the_rounds_have_an_end(mailbox: SampleServer, openai_server: OpenAIServer) -> None:
    openai_server.chat(tool_calls=[("search_mail", {"query": "launch"})], times=None)
    code, output, errors = await ask(environment(mailbox.url, mailbox.user), QUESTION, "--rounds", "2")
    assert (code, output) == (1, "")
    assert errors == "[searching for 'launch']\n" * 2 + (
        "There is no answer: the model went on searching after 2 rounds.\n"
    )
    assert [call.json["tool_choice"] for call in openai_server.calls] == ["auto", "auto", "none"]


async def test_an_answer_that_is_not_whole_is_told(openai_server: OpenAIServer) -> None:
    openai_server.chat(["It is on ", "Tue"], then="reset")
    openai_server.chat(["It is on ", "Tue"], finish_reason="length")
    openai_server.chat("")
    openai_server.stream("chat/completions", ["[DONE]"])
    openai_server.error(401, "the key is wrong")
    cut, long, nothing, empty, refused = [await ask(environment(NOWHERE), QUESTION) for _ in range(5)]
    assert cut[:2] == (1, "It is on Tue")
    assert cut[2].startswith("\nThere is no whole answer: ")
    assert long[:2] == (1, "It is on Tue")
    assert long[2].endswith("it was cut off at the limit of tokens\n")
    assert nothing == (1, "", "The model said nothing.\n")
    assert empty[:2] == (1, "")
    assert "it ended before the first chunk of its answer" in empty[2]
    assert refused[:2] == (1, "")
    assert "the key is wrong" in refused[2]
    assert "Traceback" not in cut[2] + long[2] + refused[2]


@pytest.mark.parametrize(
    ("missing", "says"),
    [
        ("IGPT_API_KEY", "no API key: set the environment variable IGPT_API_KEY, or pass api_key=\n"),
        ("OPENAI_API_KEY", "OPENAI_API_KEY"),
    ],
)
async def test_a_missing_key_is_named_in_one_line(missing: str, says: str) -> None:
    variables = {**environment(NOWHERE), "OPENAI_API_KEY": "k"}
    for name in (missing, "OPENAI_BASE_URL"):
        variables.pop(name, None)
    code, output, errors = await ask(variables, QUESTION)
    assert (code, output) == (1, "")
    assert says in errors
    assert errors.count("\n") == 1


@pytest.mark.parametrize("arguments", [[" "], [QUESTION, "--rounds", "0"]])
async def test_what_cannot_be_asked_is_refused(arguments: list[str]) -> None:
    code, _, errors = await ask(environment(NOWHERE), *arguments)
    assert code == 2
    assert errors.endswith("error: give a question, and one round at least\n")


async def test_ctrl_c_ends_it(openai_server: OpenAIServer) -> None:
    openai_server.chat(["It is "], then="hang")
    process = await asyncio.create_subprocess_exec(
        sys.executable, EXAMPLE, QUESTION, env=environment(NOWHERE), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        assert process.stdout is not None
        assert await asyncio.wait_for(process.stdout.readexactly(6), 60) == b"It is "
        process.send_signal(signal.SIGINT)
        _, errors = await asyncio.wait_for(process.communicate(), 60)
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    assert (process.returncode, errors) == (130, b"")
