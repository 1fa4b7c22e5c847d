"""What type checkers are promised of `fan_out`. Never run: mypy and pyright read it."""

from collections.abc import AsyncIterator, Mapping
from typing import Any, Literal, assert_type

from aigpt import (
    Adaptive,
    AsyncIGPT,
    Failed,
    FanOut,
    Outcome,
    Reply,
    RunReply,
    SearchReply,
    Success,
    Summary,
    fan_out,
    run_file,
)
from aigpt.bulk import BulkResult


class _Spaced:
    async def acquire(self) -> None: ...

    def pushed_back(self, retry_after: float | None) -> None: ...


async def methods(igpt: AsyncIGPT, later: AsyncIterator[str]) -> None:
    async with fan_out(igpt.recall.run, ["?"], concurrency=Adaptive(1, 64), common={"quality": "x"}) as outcomes:
        assert_type(outcomes, FanOut[str, RunReply[Any]])
        async for outcome in outcomes:
            assert_type(outcome, Success[str, RunReply[Any]] | Failed[str, RunReply[Any]])
            assert_type(outcome.request, str)
            assert_type(outcome.reply, RunReply[Any] | None)
            assert_type(outcome.exception, BaseException | None)
            assert_type(outcome.error, str | None)
            assert_type(outcome.ok, bool)
            narrowed(outcome)
    assert_type(outcomes.summary, Summary)
    async with fan_out(igpt.recall.search, later, ordered=True, rate=5, stop_on=["auth"]) as found:
        assert_type(found, FanOut[str, SearchReply])
    async with fan_out(igpt.recall.ask, ["?"], rate="auto"), fan_out(igpt.recall.ask, ["?"], rate=_Spaced()):
        pass
    async with fan_out(igpt.datasources.disconnect, [{"id": "a"}], buffer=0) as left:
        assert_type(left, FanOut[dict[str, str], Reply])


def narrowed(outcome: Outcome[str, RunReply[str]]) -> None:
    """Each of these tells both type checkers which of the two it is."""
    if outcome.error is None:
        assert_type(outcome, Success[str, RunReply[str]])
        assert_type(outcome.ok, Literal[True])
        assert_type(outcome.reply, RunReply[str])
    else:
        assert_type(outcome, Failed[str, RunReply[str]])
        assert_type(outcome.ok, Literal[False])
        assert_type(outcome.error, str)
        assert_type(outcome.exception, BaseException)
        assert_type(outcome.reply, RunReply[str] | None)
    if outcome.ok is True:
        assert_type(outcome, Success[str, RunReply[str]])
    if isinstance(outcome, Failed):
        assert_type(outcome, Failed[str, RunReply[str]])
    match outcome:
        case Success(reply=reply):
            assert_type(reply, RunReply[str])
        case Failed(error=error):
            assert_type(error, str)


async def _length(*, input: str) -> int:
    return len(input)


async def callables(items: list[Mapping[str, Any]]) -> None:
    async with fan_out(_length, items) as outcomes:
        async for outcome in outcomes:
            assert_type(outcome.reply, int | None)
            assert_type(outcome.request, Mapping[str, Any])


async def files(igpt: AsyncIGPT) -> None:
    result = await run_file(igpt, "ask", "in.jsonl", "out.jsonl", mapping={"input": "query"}, concurrency=8)
    assert_type(result, BulkResult)
    assert_type(result.left, int)
    assert_type(result.summary, Summary)
