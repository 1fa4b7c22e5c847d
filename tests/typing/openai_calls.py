"""What type checkers are promised of the calls of `aigpt.openai`. Never run: mypy and pyright read it."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

import asyncio
import threading
from typing import Any, assert_type

import numpy as np
from numpy.typing import NDArray

from aigpt import openai
from aigpt.openai import (
    APIResponse,
    AsyncAPIResponse,
    AsyncAzureOpenAI,
    AsyncOpenAI,
    AsyncSeekGPT,
    AsyncStream,
    AzureOpenAI,
    HttpxBinaryResponseContent,
    OpenAI,
    SeekGPT,
    Stream,
    Timeout,
    omit,
)
from aigpt.openai.pagination import AsyncCursorPage, SyncCursorPage
from aigpt.openai.types import Batch, Completion, CreateEmbeddingResponse, Embedding, FileObject, ImagesResponse, Model
from aigpt.openai.types.batch import Errors
from aigpt.openai.types.chat import ChatCompletion, ChatCompletionChunk, ChatCompletionMessageParam
from aigpt.openai.types.responses import Response, ResponseInputParam, ResponseStreamEvent

MESSAGES: list[ChatCompletionMessageParam] = [
    {"role": "system", "content": "Be brief."},
    {"role": "user", "content": "?"},
]


async def chat(client: AsyncOpenAI, stream: bool) -> None:  # noqa: FBT001 (that it may be a variable is the point)
    create = client.chat.completions.create
    assert_type(await create(messages=MESSAGES, model="m"), ChatCompletion)
    assert_type(await create(messages=MESSAGES, model="m", stream=False, temperature=0.1), ChatCompletion)
    assert_type(await create(messages=MESSAGES, model="m", stream=True), AsyncStream[ChatCompletionChunk])
    either = await create(messages=MESSAGES, model="m", stream=stream)
    assert_type(either, ChatCompletion | AsyncStream[ChatCompletionChunk])
    if isinstance(either, AsyncStream):
        async for chunk in either:
            assert_type(chunk, ChatCompletionChunk)
            assert_type(chunk.choices[0].delta.content, str | None)
        assert_type(either.complete, bool | None)
        assert_type(either.error, str | None)
    else:
        assert_type(either.choices[0].message.content, str | None)
    async with await create(messages=MESSAGES, model="m", stream=True, allow_incomplete=True) as entered:
        assert_type(entered, AsyncStream[ChatCompletionChunk])
    assert_type(
        await create(
            messages=[{"role": "user", "content": [{"type": "text", "text": "?"}]}],
            model="gpt-4o",
            tools=[{"type": "function", "function": {"name": "weather", "parameters": {"type": "object"}}}],
            tool_choice={"type": "function", "function": {"name": "weather"}},
            top_p=omit,
            extra_headers={"a": "b", "c": omit},
            extra_query={"d": [1]},
            extra_body={"e": object()},
            timeout=Timeout(5, connect=1),
            deadline=60,
            abort=asyncio.Event(),
        ),
        ChatCompletion,
    )


def blocking_chat(client: OpenAI, stream: bool) -> None:  # noqa: FBT001 (likewise)
    create = client.chat.completions.create
    assert_type(create(messages=MESSAGES, model="m"), ChatCompletion)
    assert_type(create(messages=MESSAGES, model="m", stream=True), Stream[ChatCompletionChunk])
    assert_type(create(messages=MESSAGES, model="m", stream=stream), ChatCompletion | Stream[ChatCompletionChunk])
    assert_type(create(messages=MESSAGES, model="m", abort=threading.Event(), timeout=None), ChatCompletion)
    with create(messages=MESSAGES, model="m", stream=True) as chunks:
        for chunk in chunks:
            assert_type(chunk, ChatCompletionChunk)


def wrong_parameters(client: OpenAI) -> None:
    """Each is refused: a comment that nothing needs is an error."""
    create = client.chat.completions.create
    create(messages=[{"role": "user", "contents": "?"}], model="m")  # type: ignore[list-item]
    create(messages=[{"role": "nobody", "content": "?"}], model="m")  # type: ignore[misc,list-item]
    create(messages=MESSAGES)  # type: ignore[call-overload]
    create(messages=MESSAGES, model="m", temprature=1)  # type: ignore[call-overload]
    create(messages=MESSAGES, model="m", reasoning_effort="huge")  # type: ignore[call-overload]
    client.files.delete(5)  # type: ignore[arg-type]
    client.chat.complete()  # type: ignore[attr-defined]


async def responses(client: AsyncOpenAI, stream: bool) -> None:  # noqa: FBT001 (likewise)
    given: ResponseInputParam = [{"role": "user", "content": "?"}]
    assert_type(await client.responses.create(input="?", model="m"), Response)
    assert_type(await client.responses.create(input=given, model="m", stream=True), AsyncStream[ResponseStreamEvent])
    either = await client.responses.create(input="?", model="m", stream=stream)
    assert_type(either, Response | AsyncStream[ResponseStreamEvent])
    assert_type(await client.responses.retrieve("r"), Response)
    assert_type(await client.responses.retrieve("r", stream=True), AsyncStream[ResponseStreamEvent])
    async for event in await client.responses.create(input="?", model="m", stream=True):
        if event.type == "response.output_text.delta":
            assert_type(event.delta, str)
        if event.type == "response.completed":
            assert_type(event.response, Response)


async def embeddings(client: AsyncOpenAI, blocking: OpenAI) -> None:
    lists = await client.embeddings.create(input="?", model="m")
    assert_type(lists, CreateEmbeddingResponse)
    assert_type(lists.data[0], Embedding)
    assert_type(lists.data[0].embedding, list[float])
    arrays = await client.embeddings.create(input=["?"], model="m", encoding_format="numpy")
    assert_type(arrays.data[0].embedding, NDArray[np.float32])
    assert_type(blocking.embeddings.create(input="?", model="m", dimensions=3), CreateEmbeddingResponse)
    rows = blocking.embeddings.create(input="?", model="m", encoding_format="numpy")
    assert_type(rows.data[0].embedding, NDArray[np.float32])


async def others(client: AsyncOpenAI, blocking: OpenAI) -> None:
    assert_type(await client.completions.create(prompt="?", model="m"), Completion)
    assert_type(await client.models.retrieve("m"), Model)
    assert_type(await client.files.create(file=("a.jsonl", b"{}"), purpose="batch"), FileObject)
    assert_type(blocking.files.content("f"), HttpxBinaryResponseContent)
    assert_type(blocking.files.content("f").read(), bytes)
    assert_type(await client.images.generate(prompt="?"), ImagesResponse)
    assert_type(await client.get("x", cast_to=dict), Any)
    assert_type(client.with_options(timeout=5, max_retries=0), AsyncOpenAI)
    assert_type(blocking.copy(api_key=lambda: "key"), OpenAI)
    async with client as entered:
        assert_type(entered, AsyncOpenAI)
    with blocking as same:
        assert_type(same, OpenAI)


async def pages(client: AsyncOpenAI, blocking: OpenAI) -> None:
    async for batch in client.batches.list(limit=5):
        assert_type(batch, Batch)
    page = await client.batches.list()
    assert_type(page, AsyncCursorPage[Batch])
    assert_type(page.data[0].id, str)
    assert_type(page.has_next_page(), bool)
    assert_type(await page.get_next_page(), AsyncCursorPage[Batch])
    async for batch in page:
        assert_type(batch, Batch)
    async for following in page.iter_pages():
        assert_type(following, AsyncCursorPage[Batch])
    first = blocking.batches.list()
    assert_type(first, SyncCursorPage[Batch])
    assert_type([batch.id for batch in first], list[str])
    assert_type(first.get_next_page().data[0].errors, Errors | None)


async def raw_responses(client: AsyncOpenAI, blocking: OpenAI) -> None:
    answer = await client.chat.completions.with_raw_response.create(messages=MESSAGES, model="m")
    assert_type(answer.parse(), ChatCompletion)
    assert_type(answer.parse(to=str), str)
    chunks = await client.chat.completions.with_raw_response.create(messages=MESSAGES, model="m", stream=True)
    assert_type(chunks.parse(), AsyncStream[ChatCompletionChunk])
    rows = blocking.embeddings.with_raw_response.create(input="?", model="m", encoding_format="numpy").parse()
    assert_type(rows.data[0].embedding, NDArray[np.float32])
    assert_type(answer.status_code, int)
    assert_type(answer.headers["x-request-id"], str)
    assert_type(answer.request_id, str | None)
    assert_type(answer.retries_taken, int)
    assert_type(blocking.with_raw_response.files.retrieve("f").parse(), FileObject)
    assert_type((await client.models.with_raw_response.retrieve("m")).parse(), Model)
    listed = await client.batches.with_raw_response.list()
    assert_type(listed.parse(), AsyncCursorPage[Batch])
    assert_type(blocking.batches.with_raw_response.list().parse(), SyncCursorPage[Batch])


async def streaming_responses(client: AsyncOpenAI, blocking: OpenAI) -> None:
    async with client.chat.completions.with_streaming_response.create(messages=MESSAGES, model="m") as answer:
        assert_type(answer, AsyncAPIResponse[ChatCompletion])
        assert_type(await answer.parse(), ChatCompletion)
        assert_type(await answer.parse(to=bytes), bytes)
        async for line in answer.iter_lines():
            assert_type(line, str)
        async for data in answer.iter_bytes(1024):
            assert_type(data, bytes)
    with blocking.files.with_streaming_response.content("f") as content:
        content.stream_to_file("f")
    with blocking.models.with_streaming_response.retrieve("m") as model:
        assert_type(model, APIResponse[Model])
        assert_type(model.parse(), Model)
        assert_type(model.read(), bytes)


def azure() -> None:
    client = AsyncAzureOpenAI(azure_endpoint="https://a.example", api_version="v", azure_deployment="d", api_key="k")
    assert_type(client.with_options(timeout=1), AsyncAzureOpenAI)
    blocking = AzureOpenAI(azure_endpoint="https://a.example", api_version="v", azure_ad_token_provider=lambda: "t")
    assert_type(blocking.chat.completions.create(messages=MESSAGES, model="m"), ChatCompletion)


async def seekgpt(client: AsyncSeekGPT, blocking: SeekGPT) -> None:
    assert_type(await client.chat.completions.create(messages=MESSAGES, model="m"), ChatCompletion)
    assert_type(await client.chat.responses.create(input="?", model="m", response_format={"type": "text"}), Response)
    assert_type(blocking.chat.responses.create(input="?", model="m", stream=True), Stream[ResponseStreamEvent])


def module_client() -> None:
    openai.api_key = "key"
    openai.max_retries = 3
    assert_type(openai.chat.completions.create(messages=MESSAGES, model="m"), ChatCompletion)
    assert_type(openai.models.retrieve("m"), Model)
    assert_type(openai.__version__, str)
