"""What type checkers are promised. Never run: mypy and pyright read it."""

import asyncio
import threading
from collections.abc import Coroutine
from typing import Any, assert_type

from aigpt import (
    IGPT,
    APIError,
    AskReply,
    AsyncIGPT,
    AttemptStarted,
    AuthorizeReply,
    BlockingStream,
    CallEnded,
    DatasourcesReply,
    Hooks,
    Reply,
    RetryScheduled,
    RunReply,
    SearchReply,
    Stream,
)
from aigpt.types import ClientOptions, Datasource, SearchResult, Source, Usage


async def calls(igpt: AsyncIGPT, stream: bool) -> None:  # noqa: FBT001 (that it may be a variable is the point)
    run = igpt.recall.run(input="?", quality="cef-1-high", reasoning_effort="low", instructions="Be brief.")
    assert_type(await run, RunReply[Any])
    assert_type(igpt.recall.run(input="?", stream=True), Stream[RunReply[Any]])
    either = igpt.recall.run(input="?", stream=stream)
    assert_type(either, Coroutine[Any, Any, RunReply[Any]] | Stream[RunReply[Any]])
    if isinstance(either, Stream):
        assert_type(either, Stream[RunReply[Any]])
    else:
        assert_type(await either, RunReply[Any])
    assert_type(await igpt.recall.ask(input="?", output_format="json", timeout=5), AskReply[Any])
    assert_type(igpt.recall.ask(input="?", stream=True, abort=asyncio.Event()), Stream[AskReply[Any]])
    assert_type(await igpt.recall.search(query="?", max_results=5, filter_people=["a"]), SearchReply)
    assert_type(await igpt.recall.search(extra_body={"quality": "cef-1-high"}), SearchReply)
    assert_type(await igpt.datasources.list(user="other"), DatasourcesReply)
    assert_type(await igpt.datasources.disconnect(id="a/b/c"), Reply)
    assert_type(await igpt.connectors.authorize(service="spike", scope="messages", state="s"), AuthorizeReply)
    assert_type(await igpt.post("recall/new", {"input": "?"}, max_retries=0), Reply)
    assert_type(igpt.with_options(timeout=5), AsyncIGPT)


async def streams(igpt: AsyncIGPT) -> None:
    async with igpt.recall.run(input="?", stream=True) as stream:
        assert_type(stream, Stream[RunReply[Any]])
        async for chunk in stream:
            assert_type(chunk, Any)
        async for text in stream.text():
            assert_type(text, str)
    assert_type(await stream, Stream[RunReply[Any]])
    assert_type(await stream.final(), RunReply[Any])
    assert_type(stream.reply, RunReply[Any])
    assert_type(stream.error, str | None)
    assert_type(stream.complete, bool | None)
    assert_type(stream.gaps, int)


def blocking(igpt: IGPT, stream: bool) -> None:  # noqa: FBT001 (that it may be a variable is the point)
    assert_type(igpt.recall.run(input="?"), RunReply[Any])
    assert_type(igpt.recall.run(input="?", stream=True, abort=threading.Event()), BlockingStream[RunReply[Any]])
    assert_type(igpt.recall.ask(input="?", stream=stream), AskReply[Any] | BlockingStream[AskReply[Any]])
    assert_type(igpt.recall.search(query="?"), SearchReply)
    assert_type(igpt.datasources.list(), DatasourcesReply)
    assert_type(igpt.datasources.disconnect(id="a/b/c"), Reply)
    assert_type(igpt.connectors.authorize(service="spike", scope="messages"), AuthorizeReply)
    with igpt.recall.ask(input="?", stream=True) as answer:
        for text in answer.text():
            assert_type(text, str)
    assert_type(answer.final(), AskReply[Any])
    assert_type(igpt.with_options(user="other"), IGPT)


def replies(run: RunReply[str], search: SearchReply, datasources: DatasourcesReply, authorize: AuthorizeReply) -> None:
    assert_type(run.output, str)
    assert_type(run.usage, Usage)
    assert_type(run.sources, list[Source])
    assert_type(run.sources[0]["title"], str)
    assert_type(run.sources[0].get("picture"), str | None)
    assert_type(run.error, str | None)
    assert_type(run.exception, APIError | None)
    assert_type(run.raise_for_error(), RunReply[str])
    assert_type(run["output"], Any)
    assert_type(search.results, list[SearchResult])
    assert_type(search.results[0]["content"], str)
    assert_type(datasources.datasources, list[Datasource])
    assert_type(datasources.datasources[0]["progress"], float)
    assert_type(authorize.url, str | None)


def hooks() -> None:
    async def note(event: RetryScheduled) -> int:
        assert_type(event.status, int | None)
        assert_type(event.wait, float)
        return 1

    def begin(event: AttemptStarted) -> None:
        assert_type(event.attempt, int)

    def end(event: CallEnded) -> None:
        assert_type(event.error, str | None)
        assert_type(event.ok, bool)

    both = Hooks(on_attempt=begin, on_retry=note, on_end=end)
    assert_type(AsyncIGPT(hooks=both), AsyncIGPT)
    assert_type(IGPT(hooks=[both, Hooks(on_end=lambda event: event.elapsed)]).with_options(hooks=None), IGPT)


def passing_options_on(options: ClientOptions) -> None:
    assert_type(AsyncIGPT("key", **options), AsyncIGPT)
    assert_type(IGPT("key", **options), IGPT)
