"""The programs against aimock (npm's @copilotkit/aimock), a server of the protocol that others wrote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helper_checks import CHECKS, each_helper, twin_at
from openai_twins import Kind
from running_programs import KEY, PRINTS, check_program, run_program
from scripted_openai import ANIMAL, ANSWER
from servers import free_port, program, running

from aigpt.openai import AsyncOpenAI, IncompleteStreamError, OpenAI, RateLimitError

CANNOT = {
    "openai_any_route": "it has no route of its own to ask for",
    "openai_errors": "it fine-tunes with files that nobody sent",
    "openai_request_id": "it fine-tunes with files that nobody sent",
    "seekgpt_any_route": "it has no route of its own to ask for",
    "seekgpt_errors": "it fine-tunes with files that nobody sent",
}
"""What aimock cannot do, by the program that needs it."""

_ASSISTANTS = "it has no assistants: their routes are not found"
_STORES = "it has no vector stores of the protocol: their routes are not found"
HELPERS_CANNOT = {
    "beta.threads.create_and_run_poll": _ASSISTANTS,
    "beta.threads.create_and_run_stream": _ASSISTANTS,
    "beta.threads.runs.create_and_poll": _ASSISTANTS,
    "beta.threads.runs.create_and_stream": _ASSISTANTS,
    "beta.threads.runs.poll": _ASSISTANTS,
    "beta.threads.runs.stream": _ASSISTANTS,
    "beta.threads.runs.submit_tool_outputs_and_poll": _ASSISTANTS,
    "beta.threads.runs.submit_tool_outputs_stream": _ASSISTANTS,
    "realtime.translations.connect": "it has no translations: their WebSocket is refused",
    "uploads.upload_file_chunked": "it takes no uploads in parts: their routes are not found",
    "vector_stores.file_batches.create_and_poll": _STORES,
    "vector_stores.file_batches.poll": _STORES,
    "vector_stores.file_batches.upload_and_poll": _STORES,
    "vector_stores.files.create_and_poll": _STORES,
    "vector_stores.files.poll": _STORES,
    "vector_stores.files.upload": _STORES,
    "vector_stores.files.upload_and_poll": _STORES,
}
"""What aimock cannot do, by the helper that needs it."""

_LONG = {"content": f"{ANSWER} They eat urchins all day long."}
_FIXTURES: list[dict[str, Any]] = [
    {"match": {"model": "gpt-4o-object"}, "response": {"content": ANIMAL}},
    {
        "match": {"model": "gpt-4o-busy"},
        "response": {"error": {"message": "Slow down, please.", "type": "rate_limit_error"}, "status": 429},
    },
    {
        "match": {"model": "gpt-4o-tools"},
        "response": {"toolCalls": [{"name": "get_weather", "arguments": {"place": "Bergen"}}]},
    },
    {"match": {"userMessage": "stop early"}, "response": _LONG, "latency": 20, "truncateAfterChunks": 3},
    {"match": {"userMessage": "hang up"}, "response": _LONG, "latency": 20, "disconnectAfterMs": 70},
    {"match": {"endpoint": "image"}, "response": {"image": {"url": "https://images.example.com/otter.png"}}},
    {"match": {"endpoint": "speech"}, "response": {"audio": "b3R0ZXI="}},
    {"match": {"endpoint": "transcription"}, "response": {"transcription": {"text": "Otters sing."}}},
    {"match": {"endpoint": "video"}, "response": {"video": {"id": "video_1", "status": "completed", "url": "/1"}}},
    {"match": {"endpoint": "realtime"}, "response": {"content": ANSWER}},
    {"match": {"endpoint": "chat"}, "response": {"content": ANSWER, "reasoning": "Rafts…"}},
]
_JOBS = 3

pytestmark = [
    pytest.mark.filterwarnings("ignore:.*the API drops:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:The (Assistants|Sora) API is:DeprecationWarning"),
]


@pytest.fixture(name="origin")
def _origin(tmp_path: Path) -> Iterator[str]:
    """Run a fresh server, since it keeps what it is sent."""
    fixtures = tmp_path / "fixtures.json"
    fixtures.write_text(json.dumps({"fixtures": _FIXTURES}), encoding="utf-8")
    port = free_port()
    command = [program("node_modules/.bin/llmock"), "-p", str(port), "-f", str(fixtures)]
    with running(command, port, "/health", tmp_path / "log") as origin:
        yield origin


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.xfail(reason=CANNOT[name], strict=True)] if name in CANNOT else [])
        for name in sorted(PRINTS)
    ],
)
def test_every_program_runs(name: str, origin: str, tmp_path: Path) -> None:
    if "page" in name:
        with OpenAI(api_key=KEY, base_url=f"{origin}/v1") as client:
            for _ in range(_JOBS):
                client.fine_tuning.jobs.create(model="gpt-4o", training_file="file-1")
    check_program(name, run_program(name, origin, tmp_path))


@each_helper(HELPERS_CANNOT)
async def test_every_helper_works(name: str, kind: Kind, origin: str, tmp_path: Path) -> None:
    async with twin_at(kind, f"{origin}/v1") as one:
        await CHECKS[name](one, tmp_path)


@pytest.mark.parametrize("question", ["stop early", "hang up"])
@pytest.mark.parametrize("route", ["chat", "responses"])
async def test_a_stream_that_it_cuts_is_incomplete(route: str, question: str, origin: str) -> None:
    events: list[object] = []
    async with AsyncOpenAI(api_key=KEY, base_url=f"{origin}/v1") as client:
        stream: Any
        if route == "chat":
            stream = await client.chat.completions.create(
                model="gpt-4o", messages=[{"role": "user", "content": question}], stream=True
            )
        else:
            stream = await client.responses.create(model="gpt-4o", input=question, stream=True)
        with pytest.raises(IncompleteStreamError) as caught:  # noqa: PT012 (what came before it is kept)
            async for event in stream:
                events.append(event)  # noqa: PERF401 (likewise)
    assert caught.value.received == len(events) > 0
    assert not stream.complete


async def test_it_limits_rates_as_often_as_it_is_asked(origin: str) -> None:
    async with AsyncOpenAI(api_key=KEY, base_url=f"{origin}/v1", max_retries=1) as client:
        with pytest.raises(RateLimitError, match="Slow down, please") as caught:
            await client.chat.completions.create(model="gpt-4o-busy", messages=[{"role": "user", "content": "?"}])
        journal = await client.get(f"{origin}/__aimock/journal", cast_to=object)
    assert caught.value.type == "rate_limit_error"
    assert len(journal) == 2


async def test_images_speech_transcriptions_and_moderations_are_read(origin: str) -> None:
    async with AsyncOpenAI(api_key=KEY, base_url=f"{origin}/v1") as client:
        images = await client.images.generate(model="gpt-image-1", prompt="An otter")
        assert images.data is not None
        assert images.data[0].url == "https://images.example.com/otter.png"
        speech = await client.audio.speech.create(model="tts-1", voice="alloy", input="otter")
        assert speech.read() == b"otter"
        text = await client.audio.transcriptions.create(model="whisper-1", file=("otter.wav", b"RIFF"))
        assert text.text == "Otters sing."
        moderation = await client.moderations.create(input="otter")
        assert not moderation.results[0].flagged
