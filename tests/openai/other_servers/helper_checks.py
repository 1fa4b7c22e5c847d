"""What each helper of the contract does against a server that others wrote, by the helper's name.

A check takes one of both clients, and a folder of its own. The servers know these models: `gpt-4o` answers with
`ANSWER`, `gpt-4o-object` with `ANIMAL`, `gpt-4o-tools` calls a tool.
"""

from __future__ import annotations

import asyncio
import csv
import json
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from openai_twins import Kind, Twin
from pydantic import BaseModel
from running_programs import KEY
from scripted_openai import ANIMAL, ANSWER

from aigpt import fan_out, run_file
from aigpt.openai import (
    AssistantEventHandler,
    AsyncAssistantEventHandler,
    AsyncOpenAI,
    OpenAI,
    pydantic_function_tool,
)
from aigpt.testing import record, replay

Check = Callable[[Twin, Path], Awaitable[None]]
QUESTION = "How do otters sleep?"
MESSAGES = [{"role": "user", "content": QUESTION}]
AUDIO = bytes(range(256)) * 20
_PROMPT_POLLS = {"poll_interval_ms": 1}
_STORED = {"vector_store_id": "vs_1", **_PROMPT_POLLS}
_THREAD = {"thread_id": "thread_1"}
_OUTPUTS = {"run_id": "run_1", **_THREAD, "tool_outputs": [{"tool_call_id": "call_1", "output": "12 degrees"}]}
_QUESTIONS = [QUESTION, "What do otters eat?", "Where do otters live?"]


class Animal(BaseModel):
    name: str
    habits: list[str]


class GetWeather(BaseModel):
    place: str


OTTER = Animal.model_validate_json(ANIMAL)
BERGEN = GetWeather(place="Bergen")
_TOOL = pydantic_function_tool(GetWeather, name="get_weather")
_RESPONSE_TOOL: dict[str, Any] = {
    "type": "function",
    "name": "get_weather",
    "strict": True,
    "parameters": {**GetWeather.model_json_schema(), "additionalProperties": False},
}


@asynccontextmanager
async def twin_at(kind: Kind, base_url: str, **options: Any) -> AsyncIterator[Twin]:
    """Have a client of the server at *base_url*, closed in the end."""
    given = {"api_key": KEY, "base_url": base_url, "max_retries": 0, **options}
    one = Twin(kind, OpenAI(**given) if kind == "blocking" else AsyncOpenAI(**given))
    try:
        yield one
    finally:
        await one.close()


# ── structured answers and events ───────────────────────────────────────────────────────────────────────────────────


async def _chat_parse(one: Twin, _: Path) -> None:
    answer = await one.run(
        lambda client: client.chat.completions.parse(model="gpt-4o-object", messages=MESSAGES, response_format=Animal)
    )
    assert answer.choices[0].message.parsed == OTTER


async def _chat_parse_tools(one: Twin, _: Path) -> None:
    answer = await one.run(
        lambda client: client.chat.completions.parse(model="gpt-4o-tools", messages=MESSAGES, tools=[_TOOL])
    )
    (call,) = answer.choices[0].message.tool_calls
    assert (call.function.name, call.function.parsed_arguments) == ("get_weather", BERGEN)


async def _chat_stream(one: Twin, _: Path) -> None:
    manager = one.client.chat.completions.stream(model="gpt-4o-object", messages=MESSAGES, response_format=Animal)
    async with one.within(manager) as stream:
        events = await one.take(stream)
        final = await one.do(stream.get_final_completion)
    assert "".join(event.delta for event in events if event.type == "content.delta") == ANIMAL
    assert [event.parsed for event in events if event.type == "content.done"] == [OTTER]
    assert (final.choices[0].message.parsed, final.choices[0].finish_reason, stream.complete) == (OTTER, "stop", True)


async def _chat_stream_tools(one: Twin, _: Path) -> None:
    manager = one.client.chat.completions.stream(model="gpt-4o-tools", messages=MESSAGES, tools=[_TOOL])
    async with one.within(manager) as stream:
        events = await one.take(stream)
        final = await one.do(stream.get_final_completion)
    (done,) = (event for event in events if event.type == "tool_calls.function.arguments.done")
    assert (done.name, done.parsed_arguments) == ("get_weather", BERGEN)
    assert final.choices[0].message.tool_calls[0].function.parsed_arguments == BERGEN


async def _responses_parse(one: Twin, _: Path) -> None:
    answer = await one.run(
        lambda client: client.responses.parse(model="gpt-4o-object", input=QUESTION, text_format=Animal)
    )
    assert answer.output_parsed == OTTER


async def _responses_parse_tools(one: Twin, _: Path) -> None:
    answer = await one.run(
        lambda client: client.responses.parse(model="gpt-4o-tools", input=QUESTION, tools=[_RESPONSE_TOOL])
    )
    (call,) = (item for item in answer.output if item.type == "function_call")
    assert (call.name, call.parsed_arguments) == ("get_weather", {"place": "Bergen"})


async def _responses_stream(one: Twin, _: Path) -> None:
    manager = one.client.responses.stream(model="gpt-4o-object", input=QUESTION, text_format=Animal)
    async with one.within(manager) as stream:
        events = await one.take(stream)
        final = await one.do(stream.get_final_response)
    deltas = [event for event in events if event.type == "response.output_text.delta"]
    assert "".join(event.delta for event in deltas) == deltas[-1].snapshot == ANIMAL
    assert [event.parsed for event in events if event.type == "response.output_text.done"] == [OTTER]
    assert (final.output_parsed, stream.complete) == (OTTER, True)


async def _responses_stream_tools(one: Twin, _: Path) -> None:
    manager = one.client.responses.stream(model="gpt-4o-tools", input=QUESTION, tools=[_RESPONSE_TOOL])
    async with one.within(manager) as stream:
        events = await one.take(stream)
        final = await one.do(stream.get_final_response)
    deltas = [event for event in events if event.type == "response.function_call_arguments.delta"]
    assert json.loads(deltas[-1].snapshot) == {"place": "Bergen"}
    (call,) = (item for item in final.output if item.type == "function_call")
    assert call.parsed_arguments == {"place": "Bergen"}


# ── what is polled, and uploads ─────────────────────────────────────────────────────────────────────────────────────


async def _wait_for_processing(one: Twin, _: Path) -> None:
    content = b'{"prompt": "otter?", "completion": "river!"}\n'
    file = await one.run(lambda client: client.files.create(file=("otters.jsonl", content), purpose="fine-tune"))
    seen: list[Any] = []
    done = await one.run(
        lambda client: client.files.wait_for_processing(file.id, poll_interval=0.001, on_progress=seen.append)
    )
    assert (done.id, done.status, done.bytes) == (file.id, "processed", len(content))
    assert seen[-1].id == file.id


async def _batches(one: Twin, folder: Path) -> None:
    path = folder / "requests.jsonl"
    requests = [
        {
            "custom_id": str(number),
            "method": "POST",
            "url": "/v1/chat/completions",
            "body": {"model": "gpt-4o", "messages": [{"role": "user", "content": question}]},
        }
        for number, question in enumerate(_QUESTIONS)
    ]
    path.write_text("".join(f"{json.dumps(request)}\n" for request in requests), encoding="utf-8")
    file = await one.run(lambda client: client.files.create(file=path, purpose="batch"))
    where = {"endpoint": "/v1/chat/completions", "completion_window": "24h"}
    batches = one.client.batches
    batch = await one.do(lambda: batches.create(input_file_id=file.id, **where))
    for _ in range(1000):
        if batch.status not in {"validating", "in_progress", "finalizing"}:
            break
        await asyncio.sleep(0.01)
        batch = await one.do(batches.retrieve, batch.id)
    assert batch.status == "completed"
    output = await one.run(lambda client: client.files.content(batch.output_file_id))
    assert len(output.text.splitlines()) == len(_QUESTIONS)


async def _stored_create_and_poll(one: Twin, _: Path) -> None:
    done = await one.run(
        lambda client: client.vector_stores.files.create_and_poll("file-1", attributes={"of": "otters"}, **_STORED)
    )
    assert (done.id, done.status, done.vector_store_id) == ("file-1", "completed", "vs_1")


async def _stored_poll(one: Twin, _: Path) -> None:
    await one.run(lambda client: client.vector_stores.files.create(file_id="file-1", vector_store_id="vs_1"))
    done = await one.run(lambda client: client.vector_stores.files.poll("file-1", **_STORED))
    assert (done.id, done.status) == ("file-1", "completed")


async def _stored_upload(one: Twin, _: Path) -> None:
    file = ("otters.txt", b"They raft.")
    added = await one.run(lambda client: client.vector_stores.files.upload(file=file, vector_store_id="vs_1"))
    assert (added.status, added.vector_store_id) == ("in_progress", "vs_1")


async def _stored_upload_and_poll(one: Twin, _: Path) -> None:
    file = ("otters.txt", b"They raft.")
    done = await one.run(lambda client: client.vector_stores.files.upload_and_poll(file=file, **_STORED))
    assert (done.status, done.vector_store_id) == ("completed", "vs_1")


async def _batch_create_and_poll(one: Twin, _: Path) -> None:
    ids = ["file-1", "file-2"]
    done = await one.run(lambda client: client.vector_stores.file_batches.create_and_poll(file_ids=ids, **_STORED))
    assert (done.status, done.file_counts.completed) == ("completed", 2)


async def _batch_poll(one: Twin, _: Path) -> None:
    batches = one.client.vector_stores.file_batches
    begun = await one.do(lambda: batches.create("vs_1", file_ids=["file-1"]))
    done = await one.do(lambda: batches.poll(begun.id, **_STORED))
    assert (done.id, done.status) == (begun.id, "completed")


async def _batch_upload_and_poll(one: Twin, folder: Path) -> None:
    files = [folder / f"otters-{number}.txt" for number in range(8)]
    for file in files:
        file.write_text(f"{file.name}: they raft.", encoding="utf-8")
    batches = one.client.vector_stores.file_batches
    done = await one.do(lambda: batches.upload_and_poll(files=files, max_concurrency=4, **_STORED))
    assert (done.status, done.file_counts.completed) == ("completed", len(files))


async def _upload_file_chunked(one: Twin, folder: Path) -> None:
    path = folder / "otters.jsonl"
    path.write_bytes(b'{"otters": "raft"}\n' * 20_000)
    size = path.stat().st_size
    told: list[tuple[int, int]] = []
    given = {"mime_type": "text/jsonl", "purpose": "batch", "part_size": 64 << 10}

    def note(sent: int, total: int) -> None:
        told.append((sent, total))

    done = await one.run(lambda client: client.uploads.upload_file_chunked(file=path, on_progress=note, **given))
    assert (done.status, done.bytes, done.filename) == ("completed", size, "otters.jsonl")
    assert (len(told), told[-1]) == (-(-size // (64 << 10)), (size, size))
    content = await one.run(lambda client: client.files.content(done.file.id))
    assert content.read() == path.read_bytes()


async def _video_create_and_poll(one: Twin, _: Path) -> None:
    done = await one.run(lambda client: client.videos.create_and_poll(prompt="Otters, rafting", **_PROMPT_POLLS))
    assert done.status == "completed"


async def _video_poll(one: Twin, _: Path) -> None:
    video = await one.run(lambda client: client.videos.create(prompt="Otters, rafting"))
    done = await one.run(lambda client: client.videos.poll(video.id, **_PROMPT_POLLS))
    assert (done.id, done.status) == (video.id, "completed")


# ── assistants ──────────────────────────────────────────────────────────────────────────────────────────────────────


async def _runs_create_and_poll(one: Twin, _: Path) -> None:
    given = {**_THREAD, "assistant_id": "asst_1", **_PROMPT_POLLS}
    done = await one.run(lambda client: client.beta.threads.runs.create_and_poll(**given))
    assert (done.id, done.status) == ("run_1", "completed")


async def _runs_poll(one: Twin, _: Path) -> None:
    run = await one.run(lambda client: client.beta.threads.runs.create(**_THREAD, assistant_id="asst_1"))
    done = await one.run(lambda client: client.beta.threads.runs.poll(run.id, **_THREAD, **_PROMPT_POLLS))
    assert (done.id, done.status) == (run.id, "completed")


async def _runs_submit_and_poll(one: Twin, _: Path) -> None:
    given = {**_OUTPUTS, **_PROMPT_POLLS}
    done = await one.run(lambda client: client.beta.threads.runs.submit_tool_outputs_and_poll(**given))
    assert (done.id, done.status) == ("run_1", "completed")


async def _create_and_run_poll(one: Twin, _: Path) -> None:
    given = {"assistant_id": "asst_1", "thread": {"messages": MESSAGES}, **_PROMPT_POLLS}
    done = await one.run(lambda client: client.beta.threads.create_and_run_poll(**given))
    assert (done.thread_id, done.status) == ("thread_1", "completed")


async def _runs_stream(one: Twin, _: Path) -> None:
    await _is_told(one, one.client.beta.threads.runs.stream, **_THREAD, assistant_id="asst_1")


async def _runs_create_and_stream(one: Twin, _: Path) -> None:
    await _is_told(one, one.client.beta.threads.runs.create_and_stream, **_THREAD, assistant_id="asst_1")


async def _runs_submit_stream(one: Twin, _: Path) -> None:
    await _is_told(one, one.client.beta.threads.runs.submit_tool_outputs_stream, **_OUTPUTS)


async def _create_and_run_stream(one: Twin, _: Path) -> None:
    await _is_told(one, one.client.beta.threads.create_and_run_stream, assistant_id="asst_1")


async def _is_told(one: Twin, stream: Callable[..., Any], **given: Any) -> None:
    """Check that the handler of a run is told of its text, and knows how it ended."""
    told: list[tuple[str, str]] = []

    class Handler(AssistantEventHandler):
        def on_text_delta(self, delta: Any, snapshot: Any) -> None:
            told.append((delta.value, snapshot.value))

    class AsyncHandler(AsyncAssistantEventHandler):
        async def on_text_delta(self, delta: Any, snapshot: Any) -> None:
            told.append((delta.value, snapshot.value))

    async with one.within(stream(**given, event_handler=(Handler if one.is_blocking else AsyncHandler)())) as handler:
        await one.do(handler.until_done)
        run = await one.do(handler.get_final_run)
        messages = await one.do(handler.get_final_messages)
    assert "".join(delta for delta, _ in told) == told[-1][1] == ANSWER
    assert (run.status, messages[0].content[0].text.value) == ("completed", ANSWER)


# ── WebSockets ──────────────────────────────────────────────────────────────────────────────────────────────────────


async def _realtime(one: Twin, _: Path) -> None:
    async with one.within(one.client.realtime.connect(model="gpt-realtime")) as connection:
        assert (await one.do(connection.recv)).type == "session.created"
        await one.do(lambda: connection.session.update(session={"type": "realtime", "instructions": "Be brief."}))
        assert (await _until(one, connection, "session.updated")).session.instructions == "Be brief."
        await one.do(lambda: connection.input_audio_buffer.append(audio=AUDIO))
        await one.do(connection.input_audio_buffer.commit)
        await _until(one, connection, "input_audio_buffer.committed")
        item = {"type": "message", "role": "user", "content": [{"type": "input_text", "text": ANSWER}]}
        await one.do(lambda: connection.conversation.item.create(item=item))
        await one.do(connection.response.create)
        deltas: list[str] = []
        done = await _until(one, connection, "response.done", deltas)
    assert ANSWER in "".join(deltas)
    assert done.response.status == "completed"


async def _translations(one: Twin, _: Path) -> None:
    async with one.within(one.client.realtime.translations.connect("gpt-realtime-translate")) as connection:
        assert (await one.do(connection.recv)).type == "session.created"


async def _responses_connect(one: Twin, _: Path) -> None:
    async with one.within(one.client.responses.connect()) as connection:
        await one.do(lambda: connection.response.create(model="gpt-4o", input=QUESTION))
        deltas: list[str] = []
        done = await _until(one, connection, "response.completed", deltas)
    assert "".join(deltas) == done.response.output_text == ANSWER


async def _until(one: Twin, connection: Any, kind: str, deltas: list[str] | None = None) -> Any:
    """Return the next event of the type *kind*; text that comes before it is added to *deltas*."""
    while True:
        event = await one.do(connection.recv)
        if event.type == kind:
            return event
        assert event.type != "error", event
        if deltas is not None and event.type == "response.output_text.delta":
            deltas.append(event.delta)


# ── many at once ────────────────────────────────────────────────────────────────────────────────────────────────────


async def _fan_out_chat(one: Twin, _: Path) -> None:
    replies = await _fanned_out(one, one.client.chat.completions.create)
    assert [reply.choices[0].message.content for reply in replies] == [ANSWER] * len(_QUESTIONS)


async def _fan_out_responses(one: Twin, _: Path) -> None:
    replies = await _fanned_out(one, one.client.responses.create)
    assert [reply.output_text for reply in replies] == [ANSWER] * len(_QUESTIONS)


async def _fan_out_embeddings(one: Twin, _: Path) -> None:
    replies = await _fanned_out(one, one.client.embeddings.create, model="text-embedding-3-small")
    assert all(len(reply.data) == 1 and len(reply.data[0].embedding) > 0 for reply in replies)


async def _fanned_out(one: Twin, method: Any, model: str = "gpt-4o") -> list[Any]:
    outcomes = fan_out(method, _QUESTIONS, common={"model": model}, ordered=True)
    async with one.within(outcomes) as entered:
        found = await one.take(entered)
    assert [(outcome.request, outcome.error) for outcome in found] == [(question, None) for question in _QUESTIONS]
    return [outcome.reply for outcome in found]


async def _bulk_chat(one: Twin, folder: Path) -> None:
    rows = await _bulk(one, folder, "chat", "gpt-4o")
    assert [row["reply"]["choices"][0]["message"]["content"] for row in rows] == [ANSWER] * len(_QUESTIONS)


async def _bulk_responses(one: Twin, folder: Path) -> None:
    rows = await _bulk(one, folder, "responses", "gpt-4o")
    assert [row["reply"]["object"] for row in rows] == ["response"] * len(_QUESTIONS)


async def _bulk_embeddings(one: Twin, folder: Path) -> None:
    rows = await _bulk(one, folder, "embeddings", "text-embedding-3-small")
    assert all(len(row["reply"]["data"][0]["embedding"]) > 0 for row in rows)


async def _bulk(one: Twin, folder: Path, method: Any, model: str) -> list[dict[str, Any]]:
    """Return the rows of a run: of the function for the async client, of the command for the blocking one."""
    source, target = folder / "in.csv", folder / "out.jsonl"
    parameter = "messages" if method == "chat" else "input"
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["question"], *([question] for question in _QUESTIONS)])
    if one.is_blocking:
        command = ["bulk", method, str(source), "-o", str(target), "--model", model, "--map", f"{parameter}=question"]
        await _aigpt(one, folder, *command)
    else:
        mapping = {parameter: "question"}
        result = await run_file(one.client, method, source, target, common={"model": model}, mapping=mapping)
        assert (result.total, result.answered, result.failed) == (len(_QUESTIONS), len(_QUESTIONS), 0)
    rows = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [row["error"] for row in rows] == [None] * len(_QUESTIONS)
    return rows


async def _chat_command(one: Twin, folder: Path) -> None:
    assert (await _aigpt(one, folder, "chat", QUESTION, "--model", "gpt-4o")).strip() == ANSWER


async def _aigpt(one: Twin, folder: Path, *arguments: str) -> str:
    """Return what the command prints in a terminal's place."""
    environment = {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": str(one.client.base_url), "PYTHONUTF8": "1"}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "aigpt.cli", *arguments),
        cwd=folder,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    output, errors = await process.communicate()
    assert process.returncode == 0, errors.decode()
    return output.decode()


# ── recorded ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def _record_and_replay(one: Twin, folder: Path) -> None:
    path = folder / "answers.jsonl"
    with record(path, str(one.client.base_url)) as recorder:
        recorded = await _asked(one.kind, recorder.url)
    with replay(path) as player:
        assert await _asked(one.kind, player.url) == recorded == (ANSWER, OTTER)
    assert KEY not in path.read_text(encoding="utf-8")


async def _asked(kind: Kind, url: str) -> tuple[str, Animal]:
    async with twin_at(kind, url) as one:
        whole = await one.run(lambda client: client.chat.completions.create(model="gpt-4o", messages=MESSAGES))
        create = one.client.chat.completions.stream
        async with one.within(create(model="gpt-4o-object", messages=MESSAGES, response_format=Animal)) as stream:
            final = await one.do(stream.get_final_completion)
    return whole.choices[0].message.content, final.choices[0].message.parsed


def each_helper(cannot: dict[str, str], *, without: frozenset[str] = frozenset()) -> pytest.MarkDecorator:
    """Run a test of `name` for each check; it has to fail for what a server cannot do, which says why."""
    names = [
        pytest.param(name, marks=[pytest.mark.xfail(reason=cannot[name], strict=True)] if name in cannot else [])
        for name in CHECKS
        if name not in without
    ]
    return pytest.mark.parametrize("name", names)


CHECKS: dict[str, Check] = {
    "aigpt bulk chat": _bulk_chat,
    "aigpt bulk embeddings": _bulk_embeddings,
    "aigpt bulk responses": _bulk_responses,
    "aigpt chat": _chat_command,
    "batches": _batches,
    "beta.threads.create_and_run_poll": _create_and_run_poll,
    "beta.threads.create_and_run_stream": _create_and_run_stream,
    "beta.threads.runs.create_and_poll": _runs_create_and_poll,
    "beta.threads.runs.create_and_stream": _runs_create_and_stream,
    "beta.threads.runs.poll": _runs_poll,
    "beta.threads.runs.stream": _runs_stream,
    "beta.threads.runs.submit_tool_outputs_and_poll": _runs_submit_and_poll,
    "beta.threads.runs.submit_tool_outputs_stream": _runs_submit_stream,
    "chat.completions.parse": _chat_parse,
    "chat.completions.parse, tools": _chat_parse_tools,
    "chat.completions.stream": _chat_stream,
    "chat.completions.stream, tools": _chat_stream_tools,
    "fan_out chat": _fan_out_chat,
    "fan_out embeddings": _fan_out_embeddings,
    "fan_out responses": _fan_out_responses,
    "files.wait_for_processing": _wait_for_processing,
    "realtime.connect": _realtime,
    "realtime.translations.connect": _translations,
    "record and replay": _record_and_replay,
    "responses.connect": _responses_connect,
    "responses.parse": _responses_parse,
    "responses.parse, tools": _responses_parse_tools,
    "responses.stream": _responses_stream,
    "responses.stream, tools": _responses_stream_tools,
    "uploads.upload_file_chunked": _upload_file_chunked,
    "vector_stores.file_batches.create_and_poll": _batch_create_and_poll,
    "vector_stores.file_batches.poll": _batch_poll,
    "vector_stores.file_batches.upload_and_poll": _batch_upload_and_poll,
    "vector_stores.files.create_and_poll": _stored_create_and_poll,
    "vector_stores.files.poll": _stored_poll,
    "vector_stores.files.upload": _stored_upload,
    "vector_stores.files.upload_and_poll": _stored_upload_and_poll,
    "videos.create_and_poll": _video_create_and_poll,
    "videos.poll": _video_poll,
}
