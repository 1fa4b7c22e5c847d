"""What type checkers are promised of the helpers of `aigpt.openai`. Never run: mypy and pyright read it."""

# pyright: reportUnnecessaryTypeIgnoreComment=true, reportDeprecated=false

import asyncio
import threading
from collections.abc import AsyncIterable, Iterable
from pathlib import Path
from typing import assert_type

from aigpt.openai import AssistantEventHandler, AsyncAssistantEventHandler, AsyncOpenAI, OpenAI
from aigpt.openai.lib.streaming import AssistantStreamManager, AsyncAssistantStreamManager
from aigpt.openai.types import FileObject, Upload, Video
from aigpt.openai.types.beta import AssistantStreamEvent
from aigpt.openai.types.beta.threads import Message, Run, Text, TextDelta
from aigpt.openai.types.beta.threads.runs import RunStep
from aigpt.openai.types.vector_stores import VectorStoreFile, VectorStoreFileBatch


class Printer(AssistantEventHandler):
    def on_text_delta(self, delta: TextDelta, snapshot: Text) -> None:
        assert_type((delta.value, snapshot.value), tuple[str | None, str])
        assert_type(self.current_run, Run | None)


class AsyncPrinter(AsyncAssistantEventHandler):
    async def on_text_delta(self, delta: TextDelta, snapshot: Text) -> None:
        assert_type((delta.value, snapshot.value), tuple[str | None, str])


def note_video(video: Video) -> None:
    assert_type(video.progress, int)


async def note_file(file: FileObject | VectorStoreFile) -> None:
    assert_type(file.id, str)


async def polling(client: AsyncOpenAI) -> None:
    files, batches = client.vector_stores.files, client.vector_stores.file_batches
    stop = asyncio.Event()
    assert_type(await client.videos.create_and_poll(prompt="?", on_progress=note_video, deadline=60, abort=stop), Video)
    assert_type(await client.videos.poll("v", poll_interval_ms=500, deadline=None), Video)
    assert_type(await client.files.wait_for_processing("f", poll_interval=1, max_wait_seconds=60), FileObject)
    assert_type(await files.create_and_poll("f", vector_store_id="v", attributes={"a": 1}), VectorStoreFile)
    assert_type(await files.upload(file=Path("a"), vector_store_id="v", deadline=5), VectorStoreFile)
    assert_type(await files.upload_and_poll(file=b"", vector_store_id="v", on_progress=note_file), VectorStoreFile)
    assert_type(
        await batches.upload_and_poll("v", files=[Path("a"), ("b", b"")], max_concurrency=9), VectorStoreFileBatch
    )
    assert_type(await batches.poll("b", vector_store_id="v", on_progress=print), VectorStoreFileBatch)
    assert_type(await client.beta.threads.create_and_run_poll(assistant_id="a"), Run)
    assert_type(await client.beta.threads.runs.create_and_poll(thread_id="t", assistant_id="a"), Run)
    assert_type(await client.beta.threads.runs.poll("r", "t"), Run)
    await client.videos.poll("v", on_progress=note_file)  # type: ignore[arg-type]


async def uploads(client: AsyncOpenAI) -> None:
    upload = client.uploads.upload_file_chunked

    def note(sent: int, total: int) -> None:
        assert_type(sent / total, float)

    assert_type(await upload(file=Path("a"), mime_type="m", purpose="batch", on_progress=note), Upload)
    assert_type(
        await upload(file=b"a", filename="a", bytes=1, mime_type="m", purpose="batch", part_size=1 << 20), Upload
    )
    await upload(file=b"a", mime_type="m", purpose="batch")  # type: ignore[call-overload]


def blocking(client: OpenAI) -> None:
    files = client.vector_stores.files
    assert_type(client.videos.poll("v", on_progress=note_video, abort=threading.Event()), Video)
    assert_type(files.poll("f", vector_store_id="v", max_wait_seconds=5), VectorStoreFile)
    assert_type(client.vector_stores.file_batches.upload_and_poll("v", files=[b""]), VectorStoreFileBatch)
    assert_type(client.uploads.upload_file_chunked(file=Path("a"), mime_type="m", purpose="batch"), Upload)


def events(client: OpenAI) -> None:
    stream = client.beta.threads.runs.stream
    assert_type(stream(thread_id="t", assistant_id="a"), AssistantStreamManager[AssistantEventHandler])
    with stream(thread_id="t", assistant_id="a", event_handler=Printer(), deadline=5, allow_incomplete=True) as handler:
        assert_type(handler, Printer)
        assert_type(handler.text_deltas, Iterable[str])
        for event in handler:
            assert_type(event, AssistantStreamEvent)
        handler.until_done()
        assert_type(handler.get_final_run(), Run)
        assert_type(handler.get_final_run_steps(), list[RunStep])
        assert_type(handler.get_final_messages(), list[Message])


async def async_events(client: AsyncOpenAI) -> None:
    threads = client.beta.threads
    manager = threads.create_and_run_stream(assistant_id="a")
    assert_type(manager, AsyncAssistantStreamManager[AsyncAssistantEventHandler])
    async with threads.runs.submit_tool_outputs_stream(
        run_id="r", thread_id="t", tool_outputs=[{"tool_call_id": "c", "output": "1"}], event_handler=AsyncPrinter()
    ) as handler:
        assert_type(handler, AsyncPrinter)
        assert_type(handler.text_deltas, AsyncIterable[str])
        async for event in handler:
            assert_type(event, AssistantStreamEvent)
        assert_type(await handler.get_final_messages(), list[Message])
