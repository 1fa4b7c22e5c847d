"""`fan_out` with the methods of the OpenAI clients: what fills what, what an outcome holds, what is retried."""

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest
from openai_twins import KEY, Kind, Twin, assert_nothing_left, twin

from aigpt import ConfigurationError, Failed, Outcome, Success, fan_out
from aigpt import openai as module
from aigpt.openai import APIConnectionError, AsyncOpenAI, AuthenticationError, BadRequestError, RateLimitError
from aigpt.openai._module_client import CLIENTS
from aigpt.openai.types import CreateEmbeddingResponse
from aigpt.openai.types.chat import ChatCompletion
from aigpt.openai.types.responses import Response
from aigpt.testing import Call, ScriptedServer

_BUSY = {"error": {"message": "Slow down.", "type": "requests", "code": "rate_limit_exceeded", "param": None}}


def chat(call: Call) -> dict[str, Any]:
    message = {"role": "assistant", "content": call.json["messages"][-1]["content"].upper()}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": call.json["model"],
        "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
        "usage": {"prompt_tokens": 5, "completion_tokens": 2, "total_tokens": 7},
    }


def response(call: Call) -> dict[str, Any]:
    text = {"type": "output_text", "text": call.json["input"].upper(), "annotations": []}
    return {
        "id": "resp_1",
        "object": "response",
        "model": call.json["model"],
        "output": [{"type": "message", "id": "m", "role": "assistant", "status": "completed", "content": [text]}],
        "usage": {"input_tokens": 4, "output_tokens": 3, "total_tokens": 7},
    }


def embeddings(call: Call) -> dict[str, Any]:
    return {
        "object": "list",
        "model": call.json["model"],
        "data": [{"object": "embedding", "index": 0, "embedding": [1.0, len(call.json["input"])]}],
        "usage": {"prompt_tokens": 6, "total_tokens": 6},
    }


async def drain(one: Twin, items: Any, method: Any, **options: Any) -> tuple[list[Outcome[Any, Any]], Any]:
    """Return the outcomes in the order of their items, and the summary."""
    outcomes = fan_out(method, items, **options)
    async with one.within(outcomes) as entered:
        found = await one.take(entered)
    return sorted(found, key=lambda outcome: outcome.index), outcomes.summary


async def test_a_string_is_a_message_of_the_user(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("chat/completions", json=chat, headers={"x-request-id": "req_1"})
    async with twin(kind, plain_server) as one:
        method = one.client.chat.completions.create
        found, summary = await drain(one, ["one", "two"], method, common={"model": "m", "temperature": 0})
        replies = [outcome.reply for outcome in found]
        assert all(isinstance(outcome, Success) for outcome in found)
        assert all(isinstance(reply, ChatCompletion) for reply in replies)
        assert [reply.choices[0].message.content for reply in replies] == ["ONE", "TWO"]
        assert replies[0]._request_id == "req_1"
        assert dict(summary.tokens) == {"input_tokens": 10, "output_tokens": 4, "total_tokens": 14}
        sent = sorted((call.json for call in plain_server.calls), key=str)
        assert sent[0] == {"model": "m", "temperature": 0, "messages": [{"role": "user", "content": "one"}]}
        await assert_nothing_left(plain_server, one)


async def test_a_dict_is_keywords(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("chat/completions", json=chat)
    async with twin(kind, plain_server) as one:
        item = {"messages": [{"role": "user", "content": "hi"}], "model": "other", "extra_headers": {"x-a": "b"}}
        found, _ = await drain(one, [item], one.client.chat.completions.create, common={"model": "m"})
        assert found[0].reply.model == "other"
        assert plain_server.calls[0].headers["x-a"] == "b"
        assert plain_server.calls[0].headers["authorization"] == f"Bearer {KEY}"


async def test_responses_and_embeddings_take_a_string_as_their_input(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("responses", json=response)
    plain_server.reply("embeddings", json=embeddings)
    async with twin(kind, plain_server) as one:
        found, summary = await drain(one, ["one"], one.client.responses.create, common={"model": "m"})
        assert isinstance(found[0].reply, Response)
        assert found[0].reply.output_text == "ONE"
        assert dict(summary.tokens) == {"input_tokens": 4, "output_tokens": 3, "total_tokens": 7}
        found, summary = await drain(one, ["four"], one.client.embeddings.create, common={"model": "m"})
        assert isinstance(found[0].reply, CreateEmbeddingResponse)
        assert found[0].reply.data[0].embedding == [1.0, 4.0]
        assert dict(summary.tokens) == {"input_tokens": 6, "total_tokens": 6}
        assert plain_server.calls[-1].json["encoding_format"] == "base64"


async def test_other_methods_of_one_request_are_sent_too(
    kind: Kind, plain_server: ScriptedServer, tmp_path: Path
) -> None:
    """Paths, lists, raw responses, and files, which are closed in the end."""
    plain_server.reply("models/a", json={"id": "a", "object": "model"})
    plain_server.reply("fine_tuning/jobs", json={"object": "list", "data": [{"id": "j"}], "has_more": False})
    plain_server.reply("chat/completions", json=chat)
    plain_server.reply("files", status=503, headers={"retry-after-ms": "1"}, times=1)
    plain_server.reply("files", json={"id": "file-1", "object": "file"})
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"{}\n")
    async with twin(kind, plain_server) as one:
        found, _ = await drain(one, ["a"], one.client.models.retrieve)
        assert found[0].reply.id == "a"
        found, _ = await drain(one, [{"limit": 1}], one.client.fine_tuning.jobs.list)
        assert [job.id for job in found[0].reply.data] == ["j"]
        raw = one.client.chat.completions.with_raw_response.create
        found, summary = await drain(one, ["hi"], raw, common={"model": "m"})
        assert found[0].reply.status_code == 200
        assert found[0].reply.parse().choices[0].message.content == "HI"
        assert summary.tokens["total_tokens"] == 7
        found, _ = await drain(one, [{"file": path, "purpose": "batch"}], one.client.files.create)
        assert (found[0].reply.id, found[0].retries) == ("file-1", 1)
        assert b"{}\n" in plain_server.calls[-1].body
        await assert_nothing_left(plain_server, one)


async def test_a_failed_call_is_an_outcome_with_its_exception(kind: Kind, plain_server: ScriptedServer) -> None:
    wrong = {"error": {"message": "No such model.", "type": "invalid_request_error", "code": "model_not_found"}}
    plain_server.reply("chat/completions", json=wrong, status=400, times=1)
    plain_server.reply("chat/completions", json={"error": "no"}, status=400)
    async with twin(kind, plain_server) as one:
        options = {"common": {"model": "m"}, "concurrency": 1}
        found, summary = await drain(one, ["one", "two"], one.client.chat.completions.create, **options)
    assert all(isinstance(outcome, Failed) and outcome.reply is None for outcome in found)
    assert [outcome.error for outcome in found] == ["model_not_found", "BadRequestError"]
    assert isinstance(found[0].exception, BadRequestError)
    assert found[0].exception.body == wrong["error"]
    assert summary.failed == 2


async def test_retries_are_those_of_the_client_and_hold_no_slot(kind: Kind, plain_server: ScriptedServer) -> None:
    """While the first waits a second for its retry, the others have the only slot."""
    busy = {"x-should-retry": "true", "x-ratelimit-limit-requests": "9"}
    plain_server.reply("chat/completions", status=409, json=_BUSY, headers=busy, times=1)
    plain_server.reply("chat/completions", json=chat)
    async with twin(kind, plain_server, max_retries=1) as one:
        outcomes = fan_out(one.client.chat.completions.create, ["a", "b", "c"], common={"model": "m"}, concurrency=1)
        async with one.within(outcomes) as entered:
            found = await one.take(entered)
        assert [outcome.index for outcome in found] == [1, 2, 0]
        assert found[-1].retries == outcomes.summary.retries == 1
        first, last = plain_server.calls[0], plain_server.calls[-1]
        assert (first.headers["x-stainless-retry-count"], last.headers["x-stainless-retry-count"]) == ("0", "1")
        assert first.headers["idempotency-key"] == last.headers["idempotency-key"]


async def test_retries_end_with_the_last_exception(plain_server: ScriptedServer) -> None:
    plain_server.reply("chat/completions", status=429, json=_BUSY, headers={"retry-after-ms": "1"})
    async with twin("async", plain_server, max_retries=2) as one:
        found, _ = await drain(one, ["?"], one.client.chat.completions.create, common={"model": "m"})
    assert isinstance(found[0].exception, RateLimitError)
    assert (found[0].error, found[0].retries, len(plain_server.calls)) == ("rate_limit_exceeded", 2, 3)


async def test_a_refused_key_ends_the_run(kind: Kind, plain_server: ScriptedServer) -> None:
    refused = {"error": {"message": "Wrong key.", "code": "invalid_api_key"}}
    plain_server.reply("chat/completions", status=401, json=refused)
    async with twin(kind, plain_server) as one:
        options = {"common": {"model": "m"}, "concurrency": 1}
        found, summary = await drain(one, map(str, range(50)), one.client.chat.completions.create, **options)
    assert summary.stopped == "auth"
    assert len(plain_server.calls) < 5
    assert isinstance(found[0].exception, AuthenticationError)
    assert KEY not in repr(found)


async def test_used_up_credit_ends_the_run(plain_server: ScriptedServer) -> None:
    error = {"error": {"message": "Out of credit.", "code": "insufficient_quota"}}
    plain_server.reply("chat/completions", status=429, json=error, headers={"x-should-retry": "false"})
    async with twin("async", plain_server) as one:
        options = {"common": {"model": "m"}, "concurrency": 1}
        _, summary = await drain(one, map(str, range(50)), one.client.chat.completions.create, **options)
    assert summary.stopped == "insufficient_quota"


async def test_a_lost_connection_is_an_outcome_too() -> None:
    client = AsyncOpenAI(api_key="k", base_url="http://127.0.0.1:9/v1", max_retries=0)
    async with client, fan_out(client.chat.completions.create, ["?"], common={"model": "m"}) as outcomes:
        (outcome,) = [outcome async for outcome in outcomes]
    assert isinstance(outcome.exception, APIConnectionError)


@pytest.mark.parametrize("blocking", [False, True])
async def test_an_abort_ends_a_call_that_waits(plain_server: ScriptedServer, *, blocking: bool) -> None:
    plain_server.reply("chat/completions", status=429, json=_BUSY, headers={"retry-after": "60"})
    abort: Any = threading.Event() if blocking else asyncio.Event()
    async with twin("blocking" if blocking else "async", plain_server) as one:
        item = {"messages": [], "model": "m", "abort": abort}
        running = asyncio.ensure_future(drain(one, [item], one.client.chat.completions.create))
        assert await plain_server.called()
        abort.set()
        found, _ = await running
    assert found[0].error == "RequestAbortedError"


async def test_what_cannot_be_sent_is_an_outcome_or_said_at_once(plain_server: ScriptedServer) -> None:
    async with twin("async", plain_server) as one:
        create = one.client.chat.completions.create
        found, _ = await drain(one, [{"messages": object()}, {"massages": []}], create, common={"model": "m"})
        assert [outcome.error for outcome in found] == ["TypeError", "TypeError"]
        with pytest.raises(ConfigurationError, match=r"'modle', which AsyncCompletions\.create does not take"):
            fan_out(create, [], common={"modle": "m"})
        found, _ = await drain(one, [{"messages": [], "model": "m", "stream": True}], create)
        assert "leave stream out" in str(found[0].exception)
        assert not plain_server.calls


async def test_the_module_is_a_blocking_client(plain_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    plain_server.reply("chat/completions", json=chat)
    monkeypatch.setattr(module, "api_key", "k")
    monkeypatch.setattr(module, "base_url", plain_server.url)

    def work() -> list[Any]:
        with fan_out(module.chat.completions.create, ["a"], common={"model": "m"}) as outcomes:
            return [outcome.reply for outcome in outcomes]

    (reply,) = await asyncio.to_thread(work)
    assert reply.choices[0].message.content == "A"
    CLIENTS.reset()


async def test_a_method_of_ones_own_is_called_as_it_is(plain_server: ScriptedServer) -> None:
    """Its string fills its first parameter; what it raises is the outcome."""
    plain_server.reply("chat/completions", json=chat, times=1)
    plain_server.reply("chat/completions", json=_BUSY, status=400)

    async with twin("async", plain_server) as one:

        async def ask(question: str) -> str | None:
            messages: Any = [{"role": "user", "content": question}]
            made = await one.client.chat.completions.create(model="m", messages=messages)
            return str(made.choices[0].message.content)

        found, _ = await drain(one, ["a", "b"], ask, concurrency=1)
    assert found[0].reply == "A"
    assert found[1].error == "rate_limit_exceeded"
