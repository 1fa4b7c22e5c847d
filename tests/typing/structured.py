"""What type checkers are promised of types as `output_format`, and of a stream's events. Never run."""

from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any, TypedDict, assert_type

import msgspec
from pydantic import BaseModel

from aigpt import IGPT, AskReply, AsyncIGPT, BlockingStream, FanOut, RunReply, Stream, fan_out
from aigpt.types import AskChunk, OutputItem, RunEvent, Source, ToolCall, Usage


@dataclass
class ActionItems:
    items: list[str]


class Verdict(TypedDict):
    yes: bool


class Sum(msgspec.Struct):
    amount: float


class Person(BaseModel):
    name: str


async def replies(igpt: AsyncIGPT) -> None:
    run = await igpt.recall.run(input="?", output_format=ActionItems, reasoning_effort="low", timeout=5)
    assert_type(run, RunReply[ActionItems])
    assert_type(run.parsed, ActionItems | None)
    assert_type(run.output, ActionItems)
    assert_type(run["output"], Any)
    assert_type((await igpt.recall.run(input="?", output_format=Verdict)).parsed, Verdict | None)
    assert_type((await igpt.recall.ask(input="?", output_format=Sum)).parsed, Sum | None)
    assert_type((await igpt.recall.ask(input="?", output_format=Person, quality="cef-1-high")).parsed, Person | None)
    assert_type((await igpt.recall.run(input="?", output_format=list[Person])).parsed, list[Person] | None)
    view = igpt.with_options(max_retries=0)
    assert_type(await view.recall.ask(input="?", output_format=Person), AskReply[Person])


async def plain_formats(igpt: AsyncIGPT) -> None:
    assert_type(await igpt.recall.run(input="?", output_format="json"), RunReply[Any])
    assert_type(await igpt.recall.run(input="?", output_format={"strict": True, "schema": {}}), RunReply[Any])
    assert_type(await igpt.recall.run(input="?", output_format=None), RunReply[Any])
    await igpt.recall.run(input="?", output_format=5)  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]  (no format)


async def streams(igpt: AsyncIGPT, stream: bool) -> None:  # noqa: FBT001 (that it may be a variable is the point)
    run = igpt.recall.run(input="?", output_format=ActionItems, stream=True)
    assert_type(run, Stream[RunReply[ActionItems]])
    async for partial in run.partial():
        assert_type(partial, Any)
    assert_type((await run.final()).parsed, ActionItems | None)
    assert_type(run.reply.parsed, ActionItems | None)
    assert_type(igpt.recall.ask(input="?", output_format=Verdict, stream=True), Stream[AskReply[Verdict]])
    either = igpt.recall.run(input="?", output_format=Sum, stream=stream)
    assert_type(either, Coroutine[Any, Any, RunReply[Sum]] | Stream[RunReply[Sum]])


async def many(igpt: AsyncIGPT) -> None:
    async with fan_out(igpt.recall.run, ["?"], common={"output_format": ActionItems, "quality": "x"}) as outcomes:
        assert_type(outcomes, FanOut[str, RunReply[ActionItems]])
        async for outcome in outcomes:
            if outcome.error is None:
                assert_type(outcome.reply.parsed, ActionItems | None)
    async with fan_out(igpt.recall.ask, ["?"], common={"output_format": list[Person]}, concurrency=8) as asked:
        assert_type(asked, FanOut[str, AskReply[list[Person]]])


async def many_without_a_type(igpt: AsyncIGPT) -> None:
    """Get replies of `Any` where the format is no type, or where a type checker cannot see it."""
    assert_type(fan_out(igpt.recall.run, ["?"], common={"output_format": "json"}), FanOut[str, RunReply[Any]])
    assert_type(fan_out(igpt.recall.run, ["?"], common={"output_format": {"schema": {}}}), FanOut[str, RunReply[Any]])
    assert_type(fan_out(igpt.recall.ask, ["?"], common={"new": 1, "output_format": Sum}), FanOut[str, AskReply[Any]])
    common: dict[str, Any] = {"output_format": Sum}
    assert_type(fan_out(igpt.recall.run, ["?"], common=common), FanOut[str, RunReply[Any]])


def blocking(igpt: IGPT, stream: bool) -> None:  # noqa: FBT001 (as above)
    assert_type(igpt.recall.run(input="?", output_format=Person), RunReply[Person])
    assert_type(igpt.recall.ask(input="?", output_format=Sum, stream=True), BlockingStream[AskReply[Sum]])
    either = igpt.recall.ask(input="?", output_format=Sum, stream=stream)
    assert_type(either, AskReply[Sum] | BlockingStream[AskReply[Sum]])
    with igpt.recall.run(input="?", output_format=Verdict, stream=True) as run:
        for partial in run.partial():
            assert_type(partial, Any)
        assert_type(run.final().parsed, Verdict | None)


# ── events ──────────────────────────────────────────────────────────────────────────────────────────────────────


def narrowed(event: RunEvent) -> None:
    if event["type"] == "run.output_text.delta":
        assert_type(event["delta"], str)
    elif event["type"] == "run.tool_call_item":
        assert_type(event["item"], ToolCall)
        assert_type(event["item"]["arguments"], str)
    elif event["type"] == "run.tool_call_output_item":
        assert_type(event["item"].get("metadata", {}).get("sources", []), list[Source])
    elif event["type"] == "run.output_item.done":
        assert_type(event["item"], OutputItem)
    elif event["type"] == "run.turn.start":
        assert_type(event["turn"], int)
    elif event["type"] == "run.done":
        assert_type(event.get("usage", {}), Usage)
        assert_type(event["output"], Any)
    assert_type(event["seq"], int)


def unknown_to_others(event: RunEvent) -> None:
    if event["type"] == "run.turn.start":
        event["delta"]  # type: ignore[typeddict-item]  # pyright: ignore[reportGeneralTypeIssues, reportUnusedExpression]  (it has none)


async def events(igpt: AsyncIGPT, blocking_client: IGPT) -> None:
    async with igpt.recall.run(input="?", stream=True) as run:
        async for event in run.events():
            assert_type(event, RunEvent)
            narrowed(event)
    async with igpt.recall.run(input="?", output_format=Sum, stream=True) as structured:
        async for event in structured.events():
            assert_type(event, RunEvent)
    async with igpt.recall.ask(input="?", stream=True) as ask:
        async for chunk in ask.events():
            assert_type(chunk, AskChunk)
            assert_type(chunk.get("delta"), str | None)
    with blocking_client.recall.run(input="?", stream=True) as blocked:
        for event in blocked.events():
            assert_type(event, RunEvent)
    with blocking_client.recall.ask(input="?", output_format=Sum, stream=True) as answered:
        for chunk in answered.events():
            assert_type(chunk, AskChunk)
