"""``/v1/models`` and ``/v1/chat/completions`` of the embedded server, through our client and openai's own."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from local_model import FakeModel, breaks, chunk, refuses, says, streams
from local_openai import ANSWER, QUESTION, chat, strict_client

from aigpt.local import ChatModel, LocalServer
from aigpt.local.answer.token_usage import count_tokens, make_usage
from aigpt.local.openai_api.asking import Done, Part, Text
from aigpt.local.openai_api.limits import Limiter, Limits
from aigpt.openai import APIStatusError, BadRequestError, InternalServerError, NotFoundError

SCHEMA = {
    "type": "object",
    "properties": {"amount": {"type": "integer"}},
    "required": ["amount"],
    "additionalProperties": False,
}


async def test_the_models_are_listed_and_read_one_by_one(openai_client: Any) -> None:
    names = [model.id async for model in openai_client.models.list()]
    assert names == ["igpt-run", "igpt-ask"]
    assert (await openai_client.models.retrieve("igpt-ask")).owned_by == "aigpt"


@pytest.mark.parametrize("model", ["igpt-run", "igpt-ask"])
async def test_a_question_is_answered_with_its_sources(openai_client: Any, model: str) -> None:
    completion = await openai_client.chat.completions.create(**chat(QUESTION) | {"model": model})
    message = completion.choices[0].message
    assert ANSWER in message.content
    assert (completion.model, completion.choices[0].finish_reason) == (model, "stop")
    usage = completion.usage
    assert usage.prompt_tokens > 0 < usage.completion_tokens
    assert usage.total_tokens == usage.prompt_tokens + usage.completion_tokens
    cited = message.annotations[0].url_citation
    assert cited.title == "Heron budget"
    assert ANSWER in message.content[cited.start_index : cited.end_index]
    file = await openai_client.files.retrieve(cited.url.removesuffix("/content").rpartition("/")[2])
    content = (await openai_client.files.content(file.id)).text
    assert "Subject: Heron budget" in content
    assert ANSWER in content
    assert file.bytes == len(content.encode())


@pytest.mark.parametrize("model", ["igpt-run", "igpt-ask"])
async def test_a_stream_has_the_same_text_sources_and_usage(openai_client: Any, model: str) -> None:
    asked = chat(QUESTION) | {"model": model}
    whole = await openai_client.chat.completions.create(**asked)
    stream = await openai_client.chat.completions.create(**asked, stream=True, stream_options={"include_usage": True})
    *chunks, last = [chunk async for chunk in stream]
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks) == whole.choices[0].message.content
    assert len(chunks) > 4
    assert [chunk.choices[0].delta.role for chunk in chunks if chunk.choices[0].delta.role] == ["assistant"]
    assert [chunk.choices[0].finish_reason for chunk in chunks] == [None] * (len(chunks) - 1) + ["stop"]
    assert len({chunk.id for chunk in [*chunks, last]}) == 1
    assert (last.choices, last.usage) == ([], whole.usage)
    annotations = chunks[-1].choices[0].delta.annotations
    assert [one["type"] for one in annotations] == ["url_citation"] * len(whole.choices[0].message.annotations)


async def test_usage_in_a_stream_comes_only_if_asked_for(our_client: Any) -> None:
    stream = await our_client.chat.completions.create(**chat(QUESTION), stream=True)
    assert [chunk.usage async for chunk in stream if chunk.usage] == []


async def test_the_stream_helpers_fit(openai_client: Any) -> None:
    async with openai_client.chat.completions.stream(**chat(QUESTION)) as stream:
        events = [event.type async for event in stream]
        final = await stream.get_final_completion()
    assert {"content.delta", "content.done"} <= set(events)
    assert ANSWER in final.choices[0].message.content


async def test_a_schema_is_filled_whole_and_in_a_stream(openai_client: Any) -> None:
    form = {"type": "json_schema", "json_schema": {"name": "budget", "strict": True, "schema": SCHEMA}}
    asked = chat("How many euros did the board approve?") | {"response_format": form}
    completion = await openai_client.chat.completions.create(**asked)
    assert completion.choices[0].message.content == '{"amount": 40000}'
    stream = await openai_client.chat.completions.create(**asked, stream=True)
    text = "".join([chunk.choices[0].delta.content or "" async for chunk in stream])
    assert text == completion.choices[0].message.content


async def test_json_without_a_schema_is_an_object(our_client: Any) -> None:
    completion = await our_client.chat.completions.create(**chat(QUESTION), response_format={"type": "json_object"})
    assert completion.choices[0].message.content.startswith('{"answer":')


async def test_a_question_that_refers_back_is_searched_for_with_the_one_before(our_client: Any) -> None:
    alone = await our_client.chat.completions.create(**chat("And who objected to it?"))
    told = await our_client.chat.completions.create(
        **chat("What did the board approve for Heron?", "A budget.", "And who objected to it?")
    )
    assert "Nobody objected to the plan." in told.choices[0].message.content
    assert ANSWER in told.choices[0].message.content
    assert ANSWER not in alone.choices[0].message.content


async def test_a_question_of_its_own_is_not_mixed_with_the_one_before(our_client: Any) -> None:
    told = await our_client.chat.completions.create(
        **chat("What did the board approve for Heron?", "A budget.", "Who mentioned lunch?")
    )
    assert [one.url_citation.title for one in told.choices[0].message.annotations] == ["Lunch"]
    assert ANSWER not in told.choices[0].message.content


async def test_user_names_whose_data_it_is(our_client: Any) -> None:
    completion = await our_client.chat.completions.create(**chat(QUESTION), user="somebody")
    assert ANSWER not in completion.choices[0].message.content
    assert completion.choices[0].message.annotations == []


async def test_content_may_come_in_parts_and_what_is_only_taste_is_taken(our_client: Any) -> None:
    parts = [{"type": "text", "text": "What did the board"}, {"type": "text", "text": "approve?"}]
    taste = {"temperature": 0.2, "top_p": 1, "max_tokens": 900, "stop": ["§§"], "seed": 1, "frequency_penalty": 0.1,
             "n": 1, "logprobs": False, "tools": [], "store": False, "presence_penalty": 0, "parallel_tool_calls": True,
             "metadata": {"a": "b"}, "service_tier": "auto"}  # fmt: skip
    messages = [{"role": "developer", "content": "Be brief."}, {"role": "user", "content": parts}]
    completion = await our_client.chat.completions.create(**chat() | {"messages": messages}, extra_body=taste)
    assert ANSWER in completion.choices[0].message.content


CUTS: list[tuple[dict[str, Any], str]] = [
    ({"max_tokens": 3}, "length"),
    ({"max_completion_tokens": 3, "max_tokens": 900}, "length"),
    ({"stop": "40,000 euros"}, "stop"),
    ({"stop": ["no such words", "40,000"], "max_tokens": 900}, "stop"),
]


@pytest.mark.parametrize("model", ["igpt-run", "igpt-ask"])
@pytest.mark.parametrize(("limit", "finish"), CUTS, ids=str)
async def test_the_text_ends_where_the_request_says(our_client: Any, model: str, limit: Any, finish: str) -> None:
    asked = chat(QUESTION) | {"model": model}
    full = (await our_client.chat.completions.create(**asked)).choices[0].message.content
    completion = await our_client.chat.completions.create(**asked, **limit)
    (choice,) = completion.choices
    text = choice.message.content
    assert choice.finish_reason == finish
    assert text
    assert full.startswith(text)
    if finish == "length":
        assert completion.usage.completion_tokens == count_tokens(text) == 3
    else:
        assert text == full[: full.index("40,000")]
    assert completion.usage.total_tokens == completion.usage.prompt_tokens + completion.usage.completion_tokens
    chunks = [chunk async for chunk in await our_client.chat.completions.create(**asked, **limit, stream=True)]
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks) == text
    assert chunks[-1].choices[0].finish_reason == finish


async def _pieces(*texts: str) -> AsyncGenerator[Part]:
    for text in texts:
        yield Text(text)
    yield Done([], make_usage(1, 100))


@pytest.mark.parametrize(
    ("limits", "pieces", "expected", "finish"),
    [
        (Limits(None, ("END",)), ["a E", "N", "D b", " END"], "a ", "stop"),
        (Limits(None, ("END",)), ["a E", "N", "Q b EN"], "a ENQ b EN", "stop"),  # begun, but never whole
        (Limits(None, ("b", "a b")), ["a", " b"], "", "stop"),
        (Limits(2), ["one tw", "o"], "one two", "stop"),  # one word in two pieces
        (Limits(2), ["one tw", "o thr", "ee"], "one two", "length"),
        (Limits(2), ["one", ", two"], "one,", "length"),
        (Limits(1, ("END",)), ["one tw", "o END"], "one", "length"),
        (Limits(5, ("END",)), ["one two END three four five"], "one two ", "stop"),
    ],
)
async def test_the_cut_does_not_depend_on_the_pieces(
    limits: Limits, pieces: list[str], expected: str, finish: str
) -> None:
    for given in (pieces, list("".join(pieces))):
        limiter = Limiter(limits)
        *texts, done = [part async for part in limiter.of(_pieces(*given))]
        assert "".join(part.text for part in texts if isinstance(part, Text)).rstrip() == expected.rstrip()
        assert limiter.finish == finish
        assert isinstance(done, Done)
        assert (done.usage["output_tokens"] == 100) == (expected == "".join(pieces))


TOOL = {"type": "function", "function": {"name": "f", "parameters": {}}}
REFUSED: list[tuple[dict[str, Any], str, str | None]] = [
    ({"messages": []}, "messages", None),
    ({"messages": "hello"}, "messages", None),
    ({"messages": [{"role": "system", "content": "Be kind."}]}, "messages", None),
    ({"messages": [{"role": "user", "content": " "}]}, "messages", None),
    ({"messages": [{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}]}, "messages", None),
    ({"messages": [{"role": "alien", "content": "a"}]}, "messages[0].role", None),
    ({"messages": [{"role": "tool", "content": "a", "tool_call_id": "x"}]}, "messages[0]", "unsupported_parameter"),
    ({"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "x"}}]}]},
     "messages[0].content[0]", "unsupported_parameter"),
    ({"messages": [{"role": "user", "content": 5}]}, "messages[0].content", None),
    ({"model": ""}, "model", None),
    ({"tools": [TOOL]}, "tools", "unsupported_parameter"),
    ({"functions": [TOOL["function"]]}, "functions", "unsupported_parameter"),
    ({"n": 2}, "n", "unsupported_parameter"),
    ({"logprobs": True}, "logprobs", "unsupported_parameter"),
    ({"top_logprobs": 2}, "top_logprobs", "unsupported_parameter"),
    ({"store": True}, "store", "unsupported_parameter"),
    ({"logit_bias": {"50256": -100}}, "logit_bias", "unsupported_parameter"),
    ({"max_tokens": 0}, "max_tokens", None),
    ({"max_completion_tokens": "5"}, "max_completion_tokens", None),
    ({"stop": ["a", "b", "c", "d", "e"]}, "stop", None),
    ({"stop": ""}, "stop", None),
    ({"modalities": ["text", "audio"]}, "modalities", "unsupported_parameter"),
    ({"stream": "yes"}, "stream", None),
    ({"user": " "}, "user", None),
    ({"response_format": {"type": "xml"}}, "response_format.type", None),
    ({"response_format": {"type": "json_schema", "json_schema": {}}}, "response_format.json_schema.schema", None),
    ({"response_format": {"type": "json_schema", "json_schema": {"schema": {"type": "nonsense"}}}},
     "response_format", None),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "param", "code"), REFUSED, ids=lambda value: str(value)[:40])
async def test_what_cannot_be_honoured_is_a_400_that_names_it(
    our_client: Any, wrong: dict[str, Any], param: str, code: str | None
) -> None:
    body = chat(QUESTION) | wrong
    with pytest.raises(BadRequestError) as caught:
        await our_client.post("/chat/completions", body=body, cast_to=dict)
    error = caught.value
    assert (error.param, error.code, error.type) == (param, code, "invalid_request_error")
    assert param.partition("[")[0].partition(".")[0] in error.message


async def test_an_unknown_model_is_a_404(openai_client: Any) -> None:
    for call in (
        openai_client.chat.completions.create(**chat(QUESTION) | {"model": "gpt-9"}),
        openai_client.responses.create(model="gpt-9", input=QUESTION),
        openai_client.embeddings.create(model="igpt-run", input=QUESTION),
        openai_client.models.retrieve("gpt-9"),
    ):
        with pytest.raises(Exception, match="no such model") as caught:
            await call
        assert (caught.value.status_code, caught.value.code, caught.value.param) == (404, "model_not_found", "model")  # type: ignore[attr-defined]


async def test_without_an_embedding_model_its_options_are_named(our_client: Any) -> None:
    with pytest.raises(APIStatusError, match="with --model-url and --embedding-model"):
        await our_client.embeddings.create(model="igpt-run", input=QUESTION)


async def test_a_body_that_is_no_json_object_is_a_400(server: LocalServer, session: aiohttp.ClientSession) -> None:
    for data in (b"", b"[]", b"{", b"\xff", b"[" * 100_000):
        headers = {"Authorization": "Bearer any"}
        async with session.post(f"{server.url}/chat/completions", data=data, headers=headers) as response:
            error = (await response.json())["error"]
            assert (response.status, error["type"]) == (400, "invalid_request_error")
            assert "JSON object" in error["message"]


async def test_a_body_that_is_too_large_is_a_413(our_client: Any) -> None:
    with pytest.raises(APIStatusError) as caught:
        await our_client.chat.completions.create(**chat("x" * (9 << 20)))
    assert (caught.value.status_code, caught.value.code) == (413, "request_too_large")


async def test_a_route_that_is_not_there_is_a_404(our_client: Any) -> None:
    with pytest.raises(NotFoundError, match="there is no such route"):
        await our_client.moderations.create(input="x")
    with pytest.raises(NotFoundError, match="there is no such route"):
        await our_client.delete("/chat/completions", cast_to=dict)


# ── with a language model ───────────────────────────────────────────────────────────────────────────────────────────


async def test_the_model_of_the_server_answers_from_the_mail_with_what_was_said(data: list[Path]) -> None:
    async with FakeModel(says("It is 40,000 ", "euros [1].")) as fake:
        model = ChatModel(fake.url, "small-model")
        async with LocalServer(data, model=model, port=0) as server, strict_client("aigpt", server.url) as client:
            await server.indexed()
            assert "small-model" in [one.id async for one in client.models.list()]
            messages = [
                {"role": "system", "content": "Answer like a pirate."},
                {"role": "user", "content": "What did the board approve?"},
                {"role": "assistant", "content": "A budget, matey."},
                {"role": "user", "content": "How large is it?"},
            ]
            completion = await client.chat.completions.create(model="small-model", messages=messages)
    message = completion.choices[0].message
    assert message.content == "It is 40,000 euros [1]."
    assert [one.url_citation.title for one in message.annotations] == ["Heron budget"]
    cited = message.annotations[0].url_citation
    assert message.content[cited.start_index : cited.end_index] == "[1]"
    assert completion.usage.total_tokens == 107
    sent = fake.asked[0]["messages"]
    assert [one["role"] for one in sent] == ["system", "user", "assistant", "user"]
    assert "Answer like a pirate." in sent[0]["content"]
    assert [one["content"] for one in sent[1:3]] == ["What did the board approve?", "A budget, matey."]
    assert ANSWER in sent[3]["content"]
    assert sent[3]["content"].endswith("Question: How large is it?")


async def test_a_model_that_fails_is_a_502_or_ends_the_stream_with_an_error(data: list[Path]) -> None:
    broken = streams(chunk("It is "), then=breaks)
    async with FakeModel(refuses(401), refuses(401), broken) as fake:
        model = ChatModel(fake.url, "small-model")
        async with LocalServer(data, model=model, port=0) as server, strict_client("aigpt", server.url) as client:
            await server.indexed()
            for stream in (False, True):
                with pytest.raises(InternalServerError) as caught:
                    await client.chat.completions.create(**chat(QUESTION), stream=stream)
                assert (caught.value.status_code, caught.value.code, caught.value.type) == (
                    502,
                    "model_error",
                    "server_error",
                )
            stream = await client.chat.completions.create(**chat(QUESTION), stream=True)
            assert [(await anext(stream)).choices[0].delta.content for _ in range(2)] == ["", "It is "]
            with pytest.raises(Exception, match="language model behind this server failed"):
                await anext(stream)
            with pytest.raises(Exception, match="language model behind this server failed"):
                await client.responses.create(model="igpt-run", input=QUESTION)
            events = [one async for one in await client.responses.create(model="igpt-run", input=QUESTION, stream=True)]
            assert events[-1].type == "response.failed"
            assert [one.sequence_number for one in events] == list(range(len(events)))
            assert events[-1].response.error.code == "server_error"


async def test_where_tools_are_ignored_questions_with_tools_are_answered(data: list[Path]) -> None:
    """As Open WebUI sends them. A call that is demanded is refused as ever, and file_search is honoured."""
    function = {"type": "function", "name": "f", "parameters": {}}
    question: dict[str, Any] = {"model": "igpt-run", "input": QUESTION}
    async with (
        LocalServer(data, port=0, ignore_tools=True) as server,
        strict_client("aigpt", server.url) as client,
    ):
        await server.indexed()
        plain = await client.chat.completions.create(**chat(QUESTION))
        for choice in ("auto", "none", None):
            offered: dict[str, Any] = {"tools": [TOOL]} | ({"tool_choice": choice} if choice else {})
            told = await client.chat.completions.create(**chat(QUESTION), **offered)
            assert told.choices[0].message.content == plain.choices[0].message.content
            assert told.choices[0].finish_reason == "stop"
        response = await client.responses.create(**question, tools=[function, {"type": "web_search"}])
        assert response.output_text == plain.choices[0].message.content
        assert response.tools == []
        for demanded in ("required", {"type": "function", "function": {"name": "f"}}):
            with pytest.raises(BadRequestError, match="tool_choice demands a call"):
                await client.chat.completions.create(**chat(QUESTION), tools=[TOOL], tool_choice=demanded)
        with pytest.raises(BadRequestError, match="tool_choice demands a call"):
            await client.responses.create(**question, tools=[function], tool_choice="required")
        search = {"type": "file_search", "vector_store_ids": []}
        with pytest.raises(BadRequestError, match="vector_store_ids of file_search is empty"):
            await client.responses.create(**question, tools=[search, function])
