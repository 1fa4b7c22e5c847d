"""What each helper of `aigpt.openai` returns, by both clients. Never run: mypy and pyright read it."""

# pyright: reportDeprecated=false

from collections.abc import Iterable
from pathlib import Path
from typing import assert_type

import pydantic

from aigpt.openai import AssistantEventHandler, AsyncAssistantEventHandler, AsyncOpenAI, OpenAI
from aigpt.openai.lib.streaming import AssistantStreamManager, AsyncAssistantStreamManager
from aigpt.openai.lib.streaming.chat import (
    AsyncChatCompletionStream,
    AsyncChatCompletionStreamManager,
    ChatCompletionStream,
    ChatCompletionStreamEvent,
    ChatCompletionStreamManager,
)
from aigpt.openai.lib.streaming.responses import (
    AsyncResponseStream,
    AsyncResponseStreamManager,
    ResponseStream,
    ResponseStreamEvent,
    ResponseStreamManager,
)
from aigpt.openai.resources.realtime.realtime import AsyncRealtimeConnectionManager, RealtimeConnectionManager
from aigpt.openai.resources.realtime.translations.translations import (
    AsyncTranslationsConnectionManager,
    TranslationsConnectionManager,
)
from aigpt.openai.resources.responses.responses import AsyncResponsesConnectionManager, ResponsesConnectionManager
from aigpt.openai.types import FileObject, Upload, Video
from aigpt.openai.types.beta.assistant_stream_event import AssistantStreamEvent
from aigpt.openai.types.beta.threads import Run
from aigpt.openai.types.beta.threads.run_submit_tool_outputs_params import ToolOutput
from aigpt.openai.types.chat import ChatCompletionMessageParam, ParsedChatCompletion
from aigpt.openai.types.responses import ParsedResponse
from aigpt.openai.types.vector_stores import VectorStoreFile, VectorStoreFileBatch

MESSAGES: list[ChatCompletionMessageParam] = [{"role": "user", "content": "?"}]
OUTPUTS: Iterable[ToolOutput] = [{"tool_call_id": "c", "output": "1"}]


class Event(pydantic.BaseModel):
    name: str


async def asynchronous(client: AsyncOpenAI) -> None:
    parsed = await client.chat.completions.parse(model="m", messages=MESSAGES, response_format=Event)
    assert_type(parsed, ParsedChatCompletion[Event])
    chat = client.chat.completions.stream(model="m", messages=MESSAGES, response_format=Event)
    assert_type(chat, AsyncChatCompletionStreamManager[Event])
    async with chat as chat_stream:
        assert_type(chat_stream, AsyncChatCompletionStream[Event])
        async for chat_event in chat_stream:
            assert_type(chat_event, ChatCompletionStreamEvent[Event])
        assert_type(await chat_stream.until_done(), AsyncChatCompletionStream[Event])
        assert_type(await chat_stream.get_final_completion(), ParsedChatCompletion[Event])
    answer = await client.responses.parse(model="m", input="?", text_format=Event)
    assert_type(answer, ParsedResponse[Event])
    response = client.responses.stream(model="m", input="?", text_format=Event)
    assert_type(response, AsyncResponseStreamManager[Event])
    async with response as response_stream:
        assert_type(response_stream, AsyncResponseStream[Event])
        async for response_event in response_stream:
            assert_type(response_event, ResponseStreamEvent[Event])
        assert_type(await response_stream.until_done(), AsyncResponseStream[Event])
        assert_type(await response_stream.get_final_response(), ParsedResponse[Event])

    files, batches = client.vector_stores.files, client.vector_stores.file_batches
    assert_type(await client.files.wait_for_processing("f"), FileObject)
    assert_type(await files.create_and_poll("f", vector_store_id="v"), VectorStoreFile)
    assert_type(await files.poll("f", vector_store_id="v"), VectorStoreFile)
    assert_type(await files.upload(file=b"", vector_store_id="v"), VectorStoreFile)
    assert_type(await files.upload_and_poll(file=b"", vector_store_id="v"), VectorStoreFile)
    assert_type(await batches.create_and_poll("v", file_ids=["f"]), VectorStoreFileBatch)
    assert_type(await batches.poll("b", vector_store_id="v"), VectorStoreFileBatch)
    assert_type(await batches.upload_and_poll("v", files=[b""]), VectorStoreFileBatch)
    assert_type(await client.uploads.upload_file_chunked(file=Path("a"), mime_type="m", purpose="batch"), Upload)
    assert_type(await client.videos.create_and_poll(prompt="?"), Video)
    assert_type(await client.videos.poll("v"), Video)

    threads, runs = client.beta.threads, client.beta.threads.runs
    assert_type(await threads.create_and_run_poll(assistant_id="a"), Run)
    assert_type(await runs.create_and_poll(thread_id="t", assistant_id="a"), Run)
    assert_type(await runs.poll("r", "t"), Run)
    assert_type(await runs.submit_tool_outputs_and_poll(run_id="r", thread_id="t", tool_outputs=OUTPUTS), Run)
    managers = (
        threads.create_and_run_stream(assistant_id="a"),
        runs.create_and_stream(thread_id="t", assistant_id="a"),
        runs.stream(thread_id="t", assistant_id="a"),
        runs.submit_tool_outputs_stream(run_id="r", thread_id="t", tool_outputs=OUTPUTS),
    )
    for manager in managers:
        assert_type(manager, AsyncAssistantStreamManager[AsyncAssistantEventHandler])
        async with manager as handler:
            async for event in handler:
                assert_type(event, AssistantStreamEvent)
            assert_type(await handler.get_final_run(), Run)

    assert_type(client.realtime.connect(model="m"), AsyncRealtimeConnectionManager)
    assert_type(client.realtime.translations.connect("m"), AsyncTranslationsConnectionManager)
    assert_type(client.responses.connect(), AsyncResponsesConnectionManager)


def blocking(client: OpenAI) -> None:
    parsed = client.chat.completions.parse(model="m", messages=MESSAGES, response_format=Event)
    assert_type(parsed, ParsedChatCompletion[Event])
    chat = client.chat.completions.stream(model="m", messages=MESSAGES, response_format=Event)
    assert_type(chat, ChatCompletionStreamManager[Event])
    with chat as chat_stream:
        assert_type(chat_stream, ChatCompletionStream[Event])
        for chat_event in chat_stream:
            assert_type(chat_event, ChatCompletionStreamEvent[Event])
        assert_type(chat_stream.until_done(), ChatCompletionStream[Event])
        assert_type(chat_stream.get_final_completion(), ParsedChatCompletion[Event])
    answer = client.responses.parse(model="m", input="?", text_format=Event)
    assert_type(answer, ParsedResponse[Event])
    response = client.responses.stream(model="m", input="?", text_format=Event)
    assert_type(response, ResponseStreamManager[Event])
    with response as response_stream:
        assert_type(response_stream, ResponseStream[Event])
        for response_event in response_stream:
            assert_type(response_event, ResponseStreamEvent[Event])
        assert_type(response_stream.until_done(), ResponseStream[Event])
        assert_type(response_stream.get_final_response(), ParsedResponse[Event])

    files, batches = client.vector_stores.files, client.vector_stores.file_batches
    assert_type(client.files.wait_for_processing("f"), FileObject)
    assert_type(files.create_and_poll("f", vector_store_id="v"), VectorStoreFile)
    assert_type(files.poll("f", vector_store_id="v"), VectorStoreFile)
    assert_type(files.upload(file=b"", vector_store_id="v"), VectorStoreFile)
    assert_type(files.upload_and_poll(file=b"", vector_store_id="v"), VectorStoreFile)
    assert_type(batches.create_and_poll("v", file_ids=["f"]), VectorStoreFileBatch)
    assert_type(batches.poll("b", vector_store_id="v"), VectorStoreFileBatch)
    assert_type(batches.upload_and_poll("v", files=[b""]), VectorStoreFileBatch)
    assert_type(client.uploads.upload_file_chunked(file=Path("a"), mime_type="m", purpose="batch"), Upload)
    assert_type(client.videos.create_and_poll(prompt="?"), Video)
    assert_type(client.videos.poll("v"), Video)

    threads, runs = client.beta.threads, client.beta.threads.runs
    assert_type(threads.create_and_run_poll(assistant_id="a"), Run)
    assert_type(runs.create_and_poll(thread_id="t", assistant_id="a"), Run)
    assert_type(runs.poll("r", "t"), Run)
    assert_type(runs.submit_tool_outputs_and_poll(run_id="r", thread_id="t", tool_outputs=OUTPUTS), Run)
    managers = (
        threads.create_and_run_stream(assistant_id="a"),
        runs.create_and_stream(thread_id="t", assistant_id="a"),
        runs.stream(thread_id="t", assistant_id="a"),
        runs.submit_tool_outputs_stream(run_id="r", thread_id="t", tool_outputs=OUTPUTS),
    )
    for manager in managers:
        assert_type(manager, AssistantStreamManager[AssistantEventHandler])
        with manager as handler:
            for event in handler:
                assert_type(event, AssistantStreamEvent)
            assert_type(handler.get_final_run(), Run)

    assert_type(client.realtime.connect(model="m"), RealtimeConnectionManager)
    assert_type(client.realtime.translations.connect("m"), TranslationsConnectionManager)
    assert_type(client.responses.connect(), ResponsesConnectionManager)
