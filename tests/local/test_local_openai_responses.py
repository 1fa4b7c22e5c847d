"""``/v1/responses`` of the embedded server, through our client and openai's own."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from local_making import Post
from local_model import FakeModel, answer_chunks, streams
from local_openai import ANSWER, QUESTION, strict_client

from aigpt.local import ChatModel, LocalServer
from aigpt.local.openai_api.response_store import ResponseStore, StoredResponse
from aigpt.openai import BadRequestError, NotFoundError

RUN = {"model": "igpt-run", "input": QUESTION}
SEARCHED = [
    "response.created",
    "response.in_progress",
    "response.output_item.added",
    "response.reasoning_summary_part.added",
    "response.reasoning_summary_text.delta",
    "response.reasoning_summary_text.done",
    "response.reasoning_summary_part.done",
    "response.output_item.done",
    "response.output_item.added",
    "response.file_search_call.in_progress",
    "response.file_search_call.searching",
    "response.file_search_call.completed",
    "response.output_item.done",
]
BEGUN = ["response.output_item.added", "response.content_part.added"]
ENDED = [
    "response.output_text.done",
    "response.content_part.done",
    "response.output_item.done",
    "response.completed",
]


async def test_a_question_is_answered_with_what_was_searched_and_its_sources(openai_client: Any) -> None:
    response = await openai_client.responses.create(
        **RUN, instructions="Be brief.", metadata={"a": "b"}, temperature=0.1, include=["file_search_call.results"]
    )
    assert (response.status, response.model, response.error) == ("completed", "igpt-run", None)
    assert (response.instructions, response.metadata, response.temperature) == ("Be brief.", {"a": "b"}, 0.1)
    thought, search, message = response.output
    assert [one.type for one in response.output] == ["reasoning", "file_search_call", "message"]
    assert "approve" in thought.summary[0].text
    assert search.queries == [QUESTION]
    assert ANSWER in response.output_text
    usage = response.usage
    assert usage.input_tokens > 0 < usage.output_tokens
    assert usage.total_tokens == usage.input_tokens + usage.output_tokens
    cited = message.content[0].annotations[0]
    assert (cited.type, cited.filename) == ("file_citation", "Heron budget")
    assert 0 < cited.index <= len(response.output_text)
    (result,) = [one for one in search.results if one.file_id == cited.file_id]
    assert ANSWER in result.text
    assert (result.filename, 0 < result.score < 1) == ("Heron budget", True)
    assert [one.score for one in search.results] == sorted((one.score for one in search.results), reverse=True)
    assert ANSWER in (await openai_client.files.content(cited.file_id)).text


@pytest.mark.parametrize("model", ["igpt-run", "igpt-ask"])
async def test_the_events_come_in_order_and_add_up_to_the_response(openai_client: Any, model: str) -> None:
    stream = await openai_client.responses.create(**RUN | {"model": model}, stream=True)
    events = [event async for event in stream]
    assert [event.sequence_number for event in events] == list(range(len(events)))
    kinds = [event.type for event in events]
    deltas = [event.delta for event in events if event.type == "response.output_text.delta"]
    annotations = [event.annotation for event in events if event.type == "response.output_text.annotation.added"]
    before = SEARCHED if model == "igpt-run" else SEARCHED[:2]
    assert kinds == [
        *before,
        *BEGUN,
        *["response.output_text.delta"] * len(deltas),
        *["response.output_text.annotation.added"] * len(annotations),
        *ENDED,
    ]
    last = events[-1].response
    assert "".join(deltas) == last.output_text == events[-4].text == events[-3].part.text
    assert len(deltas) > 2
    assert list(map(dict, annotations)) == list(map(dict, last.output[-1].content[0].annotations))
    assert len(annotations) > 0 < last.usage.total_tokens
    done = [event.item for event in events if event.type == "response.output_item.done"]
    assert done == last.output
    added = [event.item.id for event in events if event.type == "response.output_item.added"]
    assert added == [item.id for item in last.output]
    placed = {event.item_id: event.output_index for event in events if hasattr(event, "item_id")}
    assert [last.output[place].id for place in placed.values()] == list(placed)
    assert (events[0].response.status, events[0].response.id) == ("in_progress", last.id)


async def test_the_stream_helper_fits(openai_client: Any) -> None:
    async with openai_client.responses.stream(**RUN) as stream:
        kinds = Counter([event.type async for event in stream])
        final = await stream.get_final_response()
    assert kinds["response.completed"] == 1
    assert ANSWER in final.output_text


async def test_a_schema_is_filled(openai_client: Any) -> None:
    schema = {"type": "object", "properties": {"amount": {"type": "integer"}}, "required": ["amount"]}
    response = await openai_client.responses.create(
        model="igpt-ask",
        input=[{"role": "user", "content": [{"type": "input_text", "text": "How many euros did the board approve?"}]}],
        text={"format": {"type": "json_schema", "name": "budget", "schema": schema}},
    )
    assert response.output_text == '{"amount": 40000}'
    assert response.text.format.name == "budget"


async def test_a_response_is_continued_by_its_id_and_by_its_items(openai_client: Any) -> None:
    first = await openai_client.responses.create(**RUN)
    by_id = await openai_client.responses.create(
        model="igpt-run", input="And who objected to it?", previous_response_id=first.id
    )
    items = [{"role": "user", "content": QUESTION}, *(item.to_dict() for item in first.output)]
    by_items = await openai_client.responses.create(
        model="igpt-run", input=[*items, {"role": "user", "content": "And who objected to it?"}], store=False
    )
    assert by_id.output_text == by_items.output_text
    assert "Nobody objected to the plan." in by_id.output_text
    assert ANSWER not in by_id.output_text  # it was said before
    third = await openai_client.responses.create(
        model="igpt-run", input="And when is that?", previous_response_id=by_id.id
    )
    assert ANSWER in third.output_text
    with pytest.raises(Exception, match="no stored response") as caught:
        await openai_client.responses.create(model="igpt-run", input="And?", previous_response_id=by_items.id)
    assert (caught.value.status_code, caught.value.code) == (400, "previous_response_not_found")  # type: ignore[attr-defined]


async def test_a_stored_response_is_read_and_deleted(openai_client: Any) -> None:
    response = await openai_client.responses.create(**RUN)
    assert (await openai_client.responses.retrieve(response.id)).output_text == response.output_text
    items = [item async for item in openai_client.responses.input_items.list(response.id)]
    assert [(item.role, item.content[0].text) for item in items] == [("user", QUESTION)]
    with pytest.raises(Exception, match="has ended"):
        await openai_client.responses.cancel(response.id)
    await openai_client.responses.delete(response.id)
    with pytest.raises(Exception, match="no stored response") as caught:
        await openai_client.responses.retrieve(response.id)
    assert caught.value.status_code == 404  # type: ignore[attr-defined]


async def test_stored_responses_are_of_their_user_and_go_with_what_they_quote(our_client: Any, post: Post) -> None:
    response = await our_client.responses.create(**RUN)
    with pytest.raises(NotFoundError):
        await our_client.responses.retrieve(response.id, extra_query={"user": "somebody"})
    source = (await post("datasources/list"))["datasources"][0]["id"]
    await post("datasources/disconnect", id=source)
    with pytest.raises(NotFoundError):
        await our_client.responses.retrieve(response.id)


@pytest.mark.parametrize("what", ["mail", "file"])
async def test_an_answer_in_progress_is_not_kept_once_what_it_quotes_is_gone(data: list[Path], what: str) -> None:
    go, chunks = asyncio.Event(), answer_chunks(f"The board approved {ANSWER} [1].")
    async with (
        FakeModel(streams(*chunks), streams(*chunks[:2], go, *chunks[2:])) as fake,
        LocalServer(data, port=0, readers=0, model=ChatModel(fake.url, "m")) as server,
        strict_client("aigpt", server.url) as client,
    ):
        await server.indexed()
        first = await client.responses.create(model="igpt-ask", input=QUESTION)
        file = await client.files.create(file=("a.txt", b"a"), purpose="user_data")
        fake.arrived.clear()
        again = {"model": "igpt-ask", "input": "Who said so?", "previous_response_id": first.id}
        asked = asyncio.create_task(client.responses.create(**again))
        await fake.arrived.wait()
        if what == "file":
            await client.files.delete(file.id)
        else:
            source = await client.post("datasources/list", body={"user": "me"}, cast_to=dict)
            body = {"user": "me", "id": source["datasources"][0]["id"]}
            assert (await client.post("datasources/disconnect", body=body, cast_to=dict))["status"] == "disconnected"
        go.set()
        second = await asked
        assert ANSWER in second.output_text
        for gone in (first, second):
            with pytest.raises(NotFoundError):
                await client.responses.retrieve(gone.id)
        third = await client.responses.create(model="igpt-ask", input=QUESTION)
        assert await client.responses.retrieve(third.id)


def test_no_more_responses_are_kept_than_there_is_room_for() -> None:
    kept = ResponseStore()
    for number in range(1_010):
        kept.add("me", StoredResponse({"id": f"resp_{number}"}, [], ()), 0)
    assert kept.get("me", "resp_9") is None
    assert kept.get("me", "resp_10") is not None
    for number in range(7):
        kept.add("me", StoredResponse({"id": f"large_{number}", "output": "x" * (10 << 20)}, [], ()), 0)
    assert kept.get("me", "large_0") is None
    assert kept.get("me", "large_6") is not None
    kept.forget("me")
    assert kept._size == 0


async def test_a_text_that_is_too_long_is_cut_and_the_response_incomplete(openai_client: Any) -> None:
    full = (await openai_client.responses.create(**RUN)).output_text
    response = await openai_client.responses.create(**RUN, max_output_tokens=4)
    assert (response.status, response.incomplete_details.reason) == ("incomplete", "max_output_tokens")
    assert (response.output[-1].status, response.max_output_tokens, response.usage.output_tokens) == (
        "incomplete",
        4,
        4,
    )
    assert full.startswith(response.output_text)
    assert 0 < len(response.output_text) < len(full)
    events = [event async for event in await openai_client.responses.create(**RUN, max_output_tokens=4, stream=True)]
    assert events[-1].type == "response.incomplete"
    assert "".join(event.delta for event in events if event.type == "response.output_text.delta") == (
        response.output_text
    )
    more = await openai_client.responses.create(**RUN, previous_response_id=response.id)
    assert more.status == "completed"


TOOL = {"type": "function", "name": "f", "parameters": {}}
REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"input": []}, "input"),
    ({"input": None}, "input"),
    ({"input": [{"type": "function_call_output", "call_id": "x", "output": "y"}]}, "input[0]"),
    ({"input": [{"type": "item_reference", "id": "x"}]}, "input[0]"),
    ({"input": [{"role": "user", "content": [{"type": "input_image", "image_url": "x"}]}]}, "input[0].content[0]"),
    ({"input": [{"role": "user", "content": [{"type": "input_file", "file_data": "x"}]}]}, "input[0].content[0]"),
    ({"tools": [TOOL]}, "tools"),
    ({"tools": [{"type": "web_search"}]}, "tools"),
    ({"tools": [{"type": "file_search", "vector_store_ids": []}]}, "tools"),
    ({"tool_choice": {"type": "function", "name": "f"}}, "tool_choice"),
    ({"background": True}, "background"),
    ({"conversation": "conv_1"}, "conversation"),
    ({"prompt": {"id": "x"}}, "prompt"),
    ({"top_logprobs": 3}, "top_logprobs"),
    ({"logit_bias": {"50256": -100}}, "logit_bias"),
    ({"max_output_tokens": -1}, "max_output_tokens"),
    ({"include": ["message.output_text.logprobs"]}, "include"),
    ({"previous_response_id": "resp_x"}, "previous_response_id"),
    ({"text": {"format": {"type": "json_schema", "schema": {"type": "nonsense"}}}}, "text.format"),
]


@pytest.mark.parametrize(("wrong", "param"), REFUSED, ids=lambda value: str(value)[:40])
async def test_what_cannot_be_honoured_is_a_400_that_names_it(
    our_client: Any, wrong: dict[str, Any], param: str
) -> None:
    with pytest.raises(BadRequestError) as caught:
        await our_client.post("/responses", body=RUN | wrong, cast_to=dict)
    assert (caught.value.param, caught.value.type) == (param, "invalid_request_error")
    assert param.partition("[")[0] in caught.value.message


async def test_nothing_found_is_an_answer_without_sources(server: LocalServer, our_client: Any) -> None:
    response = await our_client.responses.create(**RUN, user="somebody")
    assert response.output[-1].content[0].annotations == []
    assert response.output_text
