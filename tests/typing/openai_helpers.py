"""What type checkers are promised of `parse` and `stream` of `aigpt.openai`. Never run: mypy and pyright read it."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from dataclasses import dataclass
from typing import Any, TypedDict, assert_type

import msgspec
import pydantic

from aigpt.openai import AsyncOpenAI, OpenAI, RawResponse, pydantic_function_tool
from aigpt.openai.lib.streaming.chat import (
    AsyncChatCompletionStream,
    AsyncChatCompletionStreamManager,
    ChatCompletionStream,
    ChatCompletionStreamManager,
    ChatCompletionStreamState,
    ContentDoneEvent,
)
from aigpt.openai.lib.streaming.responses import AsyncResponseStream, ResponseStream, ResponseTextDoneEvent
from aigpt.openai.types.chat import ChatCompletionMessageParam, ParsedChatCompletion
from aigpt.openai.types.responses import ParsedResponse

MESSAGES: list[ChatCompletionMessageParam] = [{"role": "user", "content": "?"}]


class Event(pydantic.BaseModel):
    name: str


@dataclass
class EventData:
    name: str


class EventDict(TypedDict):
    name: str


class EventStruct(msgspec.Struct):
    name: str


async def parsed(client: AsyncOpenAI) -> None:
    parse = client.chat.completions.parse
    answer = await parse(model="m", messages=MESSAGES, response_format=Event)
    assert_type(answer, ParsedChatCompletion[Event])
    assert_type(answer.choices[0].message.parsed, Event | None)
    assert_type(answer.choices[0].message.content, str | None)
    data = await parse(model="m", messages=MESSAGES, response_format=EventData, deadline=60, timeout=5)
    assert_type(data.choices[0].message.parsed, EventData | None)
    struct = await parse(model="m", messages=MESSAGES, response_format=EventStruct)
    assert_type(struct.choices[0].message.parsed, EventStruct | None)
    typed_dict = await parse(model="m", messages=MESSAGES, response_format=EventDict)
    assert_type(typed_dict.choices[0].message.parsed, EventDict | None)
    tools = [pydantic_function_tool(Event)]
    called = await parse(model="m", messages=MESSAGES, tools=tools)
    assert_type(called, ParsedChatCompletion[None])
    for call in called.choices[0].message.tool_calls or ():
        assert_type(call.function.parsed_arguments, object | None)
    raw = await client.chat.completions.with_raw_response.parse(model="m", messages=MESSAGES, response_format=Event)
    assert isinstance(raw, RawResponse)
    await parse(model="m", messages=MESSAGES, response_format=Event(name="x"))  # type: ignore[arg-type]


def parsed_blocking(client: OpenAI) -> None:
    answer = client.chat.completions.parse(model="m", messages=MESSAGES, response_format=Event)
    assert_type(answer, ParsedChatCompletion[Event])
    assert_type(client.responses.parse(model="m", input="?", text_format=Event), ParsedResponse[Event])
    assert_type(client.responses.parse(model="m", input="?", text_format=Event).output_parsed, Event | None)


async def responses(client: AsyncOpenAI) -> None:
    answer = await client.responses.parse(model="m", input="?", text_format=EventStruct)
    assert_type(answer, ParsedResponse[EventStruct])
    assert_type(answer.output_parsed, EventStruct | None)
    other = await client.responses.parse(model="m", input="?", text_format=Event, parse_as=EventData)
    assert_type(other.output_parsed, EventData | None)
    async with client.responses.stream(model="m", input="?", text_format=Event) as stream:
        assert_type(stream, AsyncResponseStream[Event])
        async for event in stream:
            if event.type == "response.output_text.delta":
                assert_type(event.delta, str)
                assert_type(event.snapshot, str)
            elif event.type == "response.output_text.done":
                assert_type(event, ResponseTextDoneEvent[Event])
                assert_type(event.parsed, Event | None)
            elif event.type == "response.function_call_arguments.delta":
                assert_type(event.snapshot, str)
            elif event.type == "response.completed":
                assert_type(event.response, ParsedResponse[Event])
            elif event.type == "response.failed":
                assert_type(event.sequence_number, int)
        assert_type(await stream.get_final_response(), ParsedResponse[Event])
        assert_type(await stream.until_done(), AsyncResponseStream[Event])
        assert_type(stream.current_response_snapshot.output_text, str)
        assert_type(stream.complete, bool | None)
    async with client.responses.stream(response_id="resp_1", starting_after=3, abort=None) as resumed:
        assert_type(await resumed.get_final_response(), ParsedResponse[None])


def responses_blocking(client: OpenAI) -> None:
    with client.responses.stream(model="m", input="?", text_format=EventData, allow_incomplete=True) as stream:
        assert_type(stream, ResponseStream[EventData])
        assert_type(stream.get_final_response().output_parsed, EventData | None)


async def streamed(client: AsyncOpenAI) -> None:
    manager = client.chat.completions.stream(model="m", messages=MESSAGES, response_format=Event)
    assert_type(manager, AsyncChatCompletionStreamManager[Event])
    async with manager as stream:
        assert_type(stream, AsyncChatCompletionStream[Event])
        async for event in stream:
            if event.type == "content.delta":
                assert_type((event.delta, event.snapshot, event.parsed), tuple[str, str, object | None])
            elif event.type == "content.done":
                assert_type(event, ContentDoneEvent[Event])
                assert_type(event.parsed, Event | None)
            elif event.type == "tool_calls.function.arguments.done":
                assert_type((event.name, event.index, event.arguments), tuple[str, int, str])
            elif event.type == "chunk":
                assert_type(event.snapshot, ParsedChatCompletion[object])
        assert_type(await stream.get_final_completion(), ParsedChatCompletion[Event])
        assert_type(stream.current_completion_snapshot, ParsedChatCompletion[object])


def streamed_blocking(client: OpenAI) -> None:
    manager = client.chat.completions.stream(model="m", messages=MESSAGES, response_format={"type": "json_object"})
    assert_type(manager, ChatCompletionStreamManager[None])
    with manager as stream:
        assert_type(stream, ChatCompletionStream[None])
        for event in stream:
            if event.type == "refusal.done":
                assert_type(event.refusal, str)
        assert_type(stream.until_done(), ChatCompletionStream[None])


def state_of_ones_own(client: OpenAI) -> None:
    state = ChatCompletionStreamState(response_format=Event)
    for chunk in client.chat.completions.create(model="m", messages=MESSAGES, stream=True):
        for event in state.handle_chunk(chunk):
            assert_type(event.type == "chunk", bool)
    assert_type(state.get_final_completion(), ParsedChatCompletion[Event])
    plain: ChatCompletionStreamState[Any] = ChatCompletionStreamState()
    assert_type(plain.get_final_completion(), ParsedChatCompletion[Any])
