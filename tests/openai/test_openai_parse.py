"""`chat.completions.parse` and `responses.parse`: the objects of the pinned openai itself, and other types."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import openai
import pydantic
import pytest
from openai_twins import Kind, Twin, twin
from scripted_helpers import (
    OTTERS,
    Event,
    EventData,
    EventDict,
    EventPydanticData,
    EventStruct,
    Weather,
    function_call,
    message,
    openais,
    plain,
    response,
    text_part,
)

from aigpt.openai import (
    APIResponseValidationError,
    AsyncOpenAI,
    AsyncSeekGPT,
    ContentFilterFinishReasonError,
    LengthFinishReasonError,
    OpenAI,
    OutputMismatchError,
    omit,
    pydantic_function_tool,
)
from aigpt.openai.types.chat import ParsedChatCompletion, ParsedFunctionToolCall
from aigpt.openai.types.responses import ParsedResponse
from aigpt.testing import ScriptedServer

T = TypeVar("T")
ASKED = {"role": "user", "content": "?"}
HEADERS = {"Content-Type": "application/json", "x-request-id": "req_1"}
ARGUMENTS = '{"place": "Bergen", "unit": "F"}'
STRICT = {"type": "function", "function": {"name": "Weather", "strict": True, "parameters": {"type": "object"}}}
MODEL_TOOL = openai.pydantic_function_tool(Weather)


def tool_call(arguments: str = ARGUMENTS, kind: str = "function") -> dict[str, Any]:
    if kind == "custom":
        return {"id": "call_2", "type": "custom", "custom": {"name": "sh", "input": "ls"}}
    return {"id": "call_1", "type": "function", "function": {"name": "Weather", "arguments": arguments}}


def choice(content: str | None, finish: str = "stop", index: int = 0, **rest: Any) -> dict[str, Any]:
    said = {"role": "assistant", "content": content, "refusal": None, **rest}
    return {"index": index, "message": said, "logprobs": None, "finish_reason": finish}


def completion(*choices: dict[str, Any]) -> dict[str, Any]:
    body = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "gpt-4o", "choices": list(choices)}
    return {**body, "usage": {"prompt_tokens": 9, "completion_tokens": 7, "total_tokens": 16}}


CHATS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "type": (completion(choice(OTTERS)), {"response_format": Event}),
    "dataclass of pydantic": (completion(choice(OTTERS)), {"response_format": EventPydanticData}),
    "two choices": (completion(choice(OTTERS), choice(OTTERS, index=1)), {"response_format": Event, "n": 2}),
    "no type": (completion(choice("Otters hold hands")), {}),
    "schema": (completion(choice(OTTERS)), {"response_format": {"type": "json_object"}}),
    "refusal": (completion(choice(None, refusal="I cannot.")), {"response_format": Event}),
    "call of a model": (completion(choice(None, "tool_calls", tool_calls=[tool_call()])), {"tools": [MODEL_TOOL]}),
    "strict call": (completion(choice(None, "tool_calls", tool_calls=[tool_call()])), {"tools": [STRICT]}),
    "call of an unknown function": (completion(choice(None, "tool_calls", tool_calls=[tool_call()])), {}),
    "custom call": (completion(choice(None, "tool_calls", tool_calls=[tool_call(kind="custom")])), {}),
    "length": (completion(choice(OTTERS[:9], "length")), {"response_format": Event}),
    "content filter": (completion(choice(OTTERS[:9], "content_filter")), {"response_format": Event}),
    "another type": (completion(choice('{"name": "x"}')), {"response_format": Event}),
    "arguments cut": (completion(choice(None, tool_calls=[tool_call("{")])), {"tools": [STRICT]}),
    "arguments of another type": (completion(choice(None, tool_calls=[tool_call("{}")])), {"tools": [MODEL_TOOL]}),
    "tools that are not strict": (completion(), {"tools": [{"type": "function", "function": {"name": "f"}}]}),
    "tools that are no functions": (completion(), {"tools": [{"type": "custom", "custom": {"name": "f"}}]}),
    "a generator of tools": (completion(choice(None, tool_calls=[tool_call()])), {"tools": "generator"}),
}
UPDATE = {"type": "configuration_update", "text": {"format": {"type": "json_schema", "name": "x", "schema": {}}}}
PLAIN_UPDATE = {"type": "configuration_update", "text": {"format": {"type": "text"}}}
RESPONSES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "type": (response("completed", [message(text_part(OTTERS))]), {"text_format": Event}),
    "with text": (
        response("completed", [message(text_part(OTTERS))]),
        {"text_format": Event, "text": {"verbosity": "low"}, "verbosity": "high"},
    ),
    "no type": (response("completed", [message(text_part("Otters"))]), {}),
    "refusal": (response("completed", [message({"type": "refusal", "refusal": "No."})]), {"text_format": Event}),
    "call of a model": (response("completed", [function_call(ARGUMENTS)]), {"tools": [MODEL_TOOL]}),
    "not to be parsed": (response("completed", [message(text_part("Ot"))]), {"text_format": Event, "parse_as": None}),
    "parsed as": (response("completed", [message(text_part(OTTERS))]), {"parse_as": Event}),
    "another type": (response("completed", [message(text_part("{}"))]), {"text_format": Event}),
    "format changed": (response("completed"), {"text_format": Event, "input": [UPDATE]}),
    "format changed, parsed as": (
        response("completed", [message(text_part(OTTERS))]),
        {"text_format": Weather, "parse_as": Event, "input": [UPDATE]},
    ),
    "format changed to text": (
        response("completed", [message(text_part("Otters"))]),
        {"text_format": Event, "input": [UPDATE, PLAIN_UPDATE]},
    ),
    "format changed to text, parsed as": (response("completed"), {"parse_as": Event, "input": [PLAIN_UPDATE]}),
    "format in extra_body": (
        response("completed", [message(text_part("Otters"))]),
        {"text_format": Event, "extra_body": {"input": [PLAIN_UPDATE]}},
    ),
    "two formats": (response("completed"), {"text_format": Event, "text": {"format": {"type": "text"}}}),
    "no output": (response("incomplete"), {"text_format": Event}),
}
SAME_ERRORS: dict[type[Exception], type[Exception]] = {
    openai.LengthFinishReasonError: LengthFinishReasonError,
    openai.ContentFilterFinishReasonError: ContentFilterFinishReasonError,
    json.JSONDecodeError: OutputMismatchError,
}


def made(given: dict[str, Any]) -> dict[str, Any]:
    """Return *given* with what can be used once."""
    return {**given, "tools": iter([STRICT])} if given.get("tools") == "generator" else given


def chat(given: dict[str, Any]) -> Callable[[Any], Any]:
    return lambda client: client.chat.completions.parse(
        model="m", messages=[{"role": "user", "content": "?"}], **made(given)
    )


def respond(given: dict[str, Any]) -> Callable[[Any], Any]:
    return lambda client: client.responses.parse(**{"model": "m", "input": "?", **given})


def of_openai(server: ScriptedServer, call: Callable[[Any], Any]) -> Any:
    try:
        with openais(server) as client:
            return call(client)
    except Exception as exc:  # noqa: BLE001 (the test looks at it)
        return exc


async def compared(call: Callable[[Any], Any], body: Any, kind: Kind, server: ScriptedServer) -> tuple[Any, Any]:
    """Return what openai makes of *body*, and what ours makes, which send the same."""
    server.reply("*", json=body, headers=HEADERS)
    expected = await asyncio.to_thread(of_openai, server, call)
    async with twin(kind, server) as one:
        try:
            found = await one.run(call)
        except Exception as exc:  # noqa: BLE001 (the test looks at it)
            found = exc
    theirs, ours = server.calls[: len(server.calls) // 2], server.calls[len(server.calls) // 2 :]
    assert [(one.path, one.json) for one in ours] == [(one.path, one.json) for one in theirs]
    if isinstance(expected, Exception):
        assert type(found) is SAME_ERRORS.get(type(expected), type(expected)), found
    else:
        assert plain(found) == plain(expected)
        assert found.to_dict() == expected.to_dict(warnings=False)
    return expected, found


@pytest.mark.parametrize("name", CHATS)
async def test_completions_are_openais(name: str, kind: Kind, plain_server: ScriptedServer) -> None:
    body, given = CHATS[name]
    expected, found = await compared(chat(given), body, kind, plain_server)
    if isinstance(found, LengthFinishReasonError | ContentFilterFinishReasonError):
        assert found.completion is not None
        assert found.completion.to_dict() == expected.completion.to_dict()
    elif not isinstance(found, Exception):
        assert found._request_id == "req_1"


@pytest.mark.parametrize("name", RESPONSES)
async def test_responses_are_openais(name: str, kind: Kind, plain_server: ScriptedServer) -> None:
    body, given = RESPONSES[name]
    expected, found = await compared(respond(given), body, kind, plain_server)
    if not isinstance(found, Exception):
        assert (found.output_text, plain(found.output_parsed)) == (expected.output_text, plain(expected.output_parsed))
        assert found._request_id == "req_1"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (EventData, EventData("Otter day", ["river", "sea shore"])),
        (EventStruct, EventStruct("Otter day", ["river", "sea shore"])),
        (EventDict, {"name": "Otter day", "places": ["river", "sea shore"]}),
    ],
)
async def test_other_types_than_pydantics_are_decoded(
    form: Any, expected: Any, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply("chat/completions", json=completion(choice(OTTERS)))
    plain_server.reply("responses", json=response("completed", [message(text_part(OTTERS))]))
    async with twin(kind, plain_server) as one:
        answer = await one.run(chat({"response_format": form}))
        assert isinstance(answer, ParsedChatCompletion)
        assert answer.choices[0].message.parsed == expected
        said = await one.run(respond({"text_format": form}))
        assert isinstance(said, ParsedResponse)
        assert said.output_parsed == expected
    first, second = (call.json for call in plain_server.calls)
    schema = first["response_format"]["json_schema"]
    assert second["text"]["format"] == {"type": "json_schema", **schema}
    assert schema["name"] == form.__name__
    assert schema["schema"]["properties"].keys() == {"name", "places"}
    assert (schema["schema"]["required"], schema["schema"]["additionalProperties"]) == (["name", "places"], False)


@pytest.mark.parametrize("text", ['{"name": "secret"}', "secret", '{"name": "x", "places": [7]}'])
@pytest.mark.parametrize("form", [EventData, EventStruct, EventDict])
async def test_what_does_not_fit_another_type_is_said_without_its_text(
    form: Any, text: str, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply("*", json=completion(choice(text)))
    async with twin(kind, plain_server) as one:
        with pytest.raises(OutputMismatchError, match=form.__name__) as info:
            await one.run(chat({"response_format": form}))
    assert "secret" not in str(info.value)


async def raw_of(one: Twin, method: str, given: dict[str, Any]) -> Any:
    if method == "chat":
        return await one.do(chat(given), _As(one.client.chat.completions.with_raw_response))
    return await one.do(respond(given), _As(one.client.responses.with_raw_response))


@pytest.mark.parametrize(
    ("method", "body", "given"),
    [
        ("chat", completion(choice(OTTERS)), {"response_format": Event}),
        ("responses", response("completed", [message(text_part(OTTERS))]), {"text_format": Event}),
    ],
)
async def test_raw_and_open_responses_are_parsed_when_they_are_asked(
    method: str, body: Any, given: dict[str, Any], kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply("*", json=body, headers=HEADERS)
    async with twin(kind, plain_server) as one:
        raw = await raw_of(one, method, given)
        assert (raw.headers["x-request-id"], raw.json()) == ("req_1", body)
        assert parsed_in(raw.parse()) == Event(name="Otter day", places=["river", "sea shore"])
        assert raw.parse() is raw.parse()
        assert raw.parse(to=dict) == body
        if method == "chat":  # openai has none of the other
            manager = chat(given)(_As(one.client.chat.completions.with_streaming_response))
            async with one.within(manager) as opened:
                assert parsed_in(await one.do(opened.parse)) == Event(name="Otter day", places=["river", "sea shore"])


class _As:
    """A client of which both resources are one."""

    def __init__(self, resource: Any) -> None:
        self.responses = resource
        self.chat = self
        self.completions = resource


def parsed_in(answer: Any) -> Any:
    return answer.output_parsed if isinstance(answer, ParsedResponse) else answer.choices[0].message.parsed


async def test_a_raw_response_that_does_not_fit_can_still_be_read(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("*", json=completion(choice("{}")), headers=HEADERS)
    async with twin(kind, plain_server) as one:
        raw = await raw_of(one, "chat", {"response_format": Event})
        with pytest.raises(pydantic.ValidationError):
            raw.parse()
        assert raw.json()["choices"][0]["message"]["content"] == "{}"


def test_validators_run_on_the_thread_of_the_caller(plain_server: ScriptedServer) -> None:
    """They may use the blocking client."""
    plain_server.reply("chat/completions", json=completion(choice(OTTERS)))
    plain_server.reply("models", json={"object": "list", "data": [{"id": "m", "object": "model"}]})
    with OpenAI(api_key="k", base_url=plain_server.url) as client:

        class Checked(Event):
            @pydantic.model_validator(mode="after")
            def check(self) -> Checked:
                assert client.models.list().data[0].id == "m"
                return self

        answer = client.chat.completions.parse(model="m", messages=[], response_format=Checked)
    assert type(answer.choices[0].message.parsed) is Checked


async def test_what_cannot_be_parsed_is_refused_before_anything_is_sent(plain_server: ScriptedServer) -> None:
    async with AsyncOpenAI(api_key="k", base_url=plain_server.url) as client:
        with pytest.raises(TypeError, match=r"stream\(\) gives its events"):
            await client.responses.parse(model="m", input="?", stream=True)
        with pytest.raises(ValueError, match="takes strict functions: give 'f' strict=True"):
            await client.chat.completions.parse(
                model="m", messages=[], tools=[{"type": "function", "function": {"name": "f"}}]
            )
    assert plain_server.calls == []


async def test_the_name_of_a_schema_is_one_that_servers_take(plain_server: ScriptedServer) -> None:
    """The API refuses brackets, which openai sends."""

    class Box(pydantic.BaseModel, Generic[T]):
        inside: T

    plain_server.reply("*", json=completion(choice('{"inside": {"place": "sea"}}')))
    async with AsyncOpenAI(api_key="k", base_url=plain_server.url) as client:
        answer = await client.chat.completions.parse(model="m", messages=[], response_format=Box[Weather])
    assert answer.choices[0].message.parsed == Box[Weather](inside=Weather(place="sea"))
    assert plain_server.calls[0].json["response_format"]["json_schema"]["name"] == "Box_Weather"


async def test_a_parsed_message_is_sent_back_as_the_api_takes_it(plain_server: ScriptedServer) -> None:
    calls = [tool_call()]
    plain_server.reply("*", json=completion(choice(None, "tool_calls", tool_calls=calls)))
    async with AsyncOpenAI(api_key="k", base_url=plain_server.url) as client:
        tools = [pydantic_function_tool(Weather)]
        answer = await client.chat.completions.parse(model="m", messages=[], tools=tools)
        said = answer.choices[0].message
        assert said.tool_calls is not None
        (call,) = said.tool_calls
        assert isinstance(call, ParsedFunctionToolCall)
        assert call.function.parsed_arguments == Weather(place="Bergen", unit="F")
        await client.chat.completions.create(model="m", messages=[said])  # type: ignore[list-item]
    sent = plain_server.calls[-1].json["messages"][0]
    assert sent["tool_calls"][0]["function"]["arguments"] == ARGUMENTS
    json.dumps(sent)


async def test_the_strict_client_validates_before_it_parses(plain_server: ScriptedServer) -> None:
    plain_server.reply("*", json={**completion(choice(OTTERS)), "created": "yesterday"})
    async with AsyncOpenAI(api_key="k", base_url=plain_server.url, _strict_response_validation=True) as client:
        with pytest.raises(APIResponseValidationError):
            await client.chat.completions.parse(model="m", messages=[], response_format=Event)


async def test_seekgpts_namespace_has_the_helpers_too(plain_server: ScriptedServer) -> None:
    plain_server.reply("*", json=response("completed", [message(text_part(OTTERS))]))
    async with AsyncSeekGPT(api_key="k", base_url=plain_server.url) as client:
        answer = await client.chat.responses.parse(model="m", input="?", text_format=Event, tools=omit)
    assert answer.output_parsed == Event(name="Otter day", places=["river", "sea shore"])


# ── sent back ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", [Event, EventData, EventDict, EventStruct, EventPydanticData])
async def test_a_parsed_message_is_sent_back_as_it_came(form: Any, kind: Kind, plain_server: ScriptedServer) -> None:
    """Servers refuse fields that they do not know, and not all that is parsed is JSON."""
    plain_server.reply("chat/completions", json=completion(choice(OTTERS)))
    async with twin(kind, plain_server) as one:
        first = await one.run(
            lambda client: client.chat.completions.parse(model="m", messages=[ASKED], response_format=form)
        )
        said = first.choices[0].message
        assert said.parsed is not None
        await one.run(lambda client: client.chat.completions.create(model="m", messages=[ASKED, said, ASKED]))
    assert plain_server.calls[-1].json["messages"] == [ASKED, choice(OTTERS)["message"], ASKED]
    assert said.model_dump(exclude_unset=True)["parsed"] is not None


async def test_parsed_tool_calls_are_sent_back_as_they_came(kind: Kind, plain_server: ScriptedServer) -> None:
    came = choice(None, "tool_calls", tool_calls=[tool_call(), tool_call("{}") | {"id": "call_2"}])
    plain_server.reply("chat/completions", json=completion(came))
    async with twin(kind, plain_server) as one:
        first = await one.run(lambda client: client.chat.completions.parse(model="m", messages=[ASKED], tools=[STRICT]))
        said = first.choices[0].message
        assert said.tool_calls[0].function.parsed_arguments == json.loads(ARGUMENTS)
        again = {"role": "assistant", "tool_calls": said.tool_calls}
        await one.run(lambda client: client.chat.completions.parse(model="m", messages=[said, again], tools=[STRICT]))
    sent = plain_server.calls[-1].json["messages"]
    assert sent == [came["message"], {"role": "assistant", "tool_calls": came["message"]["tool_calls"]}]
