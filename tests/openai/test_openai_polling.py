"""What is polled: openai's requests and results, at the server's pace, within one deadline, ended at once."""

from __future__ import annotations

import asyncio
import itertools
import json
import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import openai as theirs
import pytest
from openai_twins import KEY, Kind, assert_nothing_left, twin

from aigpt.openai import _errors as errors
from aigpt.openai import _polling
from aigpt.openai._blocking_client import OpenAI
from aigpt.openai._polling import hinted_seconds
from aigpt.testing import Call, ScriptedServer

pytestmark = [
    pytest.mark.filterwarnings("ignore:.*the API drops:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:The (Assistants|Sora) API is:DeprecationWarning"),
    pytest.mark.way("short"),
]
LONG = 60_000
"""So long that a test that waited for it would be stopped."""

STORED = {"vector_store_id": "vs_1", "poll_interval_ms": 1}
THREAD = {"thread_id": "thread_1", "poll_interval_ms": 1}
OUTPUTS = [{"tool_call_id": "call_1", "output": "12"}]


def _batch(state: str) -> dict[str, Any]:
    counts = {"in_progress": int(state == "in_progress"), "completed": 1, "failed": 0, "cancelled": 0, "total": 2}
    return {"id": "vsfb_1", "object": "vector_store.file_batch", "status": state, "file_counts": counts}


def _file(state: str) -> dict[str, Any]:
    return {"id": "file-1", "object": "file", "status": state, "bytes": 3, "filename": "a.txt", "purpose": "assistants"}


def _stored(state: str) -> dict[str, Any]:
    return {"id": "file-1", "object": "vector_store.file", "status": state, "vector_store_id": "vs_1"}


def _run(state: str) -> dict[str, Any]:
    return {"id": "run_1", "object": "thread.run", "thread_id": "thread_1", "status": state, "assistant_id": "asst_1"}


def _video(state: str) -> dict[str, Any]:
    return {"id": "video_1", "object": "video", "status": state, "model": "sora-2"}


Work = Callable[..., Any]
HELPERS: dict[str, tuple[Work, Callable[[str], dict[str, Any]], list[str]]] = {
    "videos.create_and_poll": (
        lambda client, **more: client.videos.create_and_poll(prompt="otters", seconds="4", poll_interval_ms=1, **more),
        _video,
        ["queued", "queued", "in_progress", "completed"],
    ),
    "videos.poll": (
        lambda client, **more: client.videos.poll("video_1", poll_interval_ms=1, **more),
        _video,
        ["in_progress", "failed"],
    ),
    "files.wait_for_processing": (
        lambda client, **more: client.files.wait_for_processing("file-1", poll_interval=0.001, **more),
        _file,
        ["uploaded", "uploaded", "processed"],
    ),
    "vector_stores.files.create_and_poll": (
        lambda client, **more: client.vector_stores.files.create_and_poll(
            "file-1", attributes={"of": "otters"}, **{**STORED, **more}
        ),
        _stored,
        ["in_progress", "in_progress", "completed"],
    ),
    "vector_stores.files.poll": (
        lambda client, **more: client.vector_stores.files.poll("file-1", **{**STORED, **more}),
        _stored,
        ["in_progress", "cancelled"],
    ),
    "vector_stores.files.upload_and_poll": (
        lambda client, **more: client.vector_stores.files.upload_and_poll(file=("a.txt", b"abc"), **{**STORED, **more}),
        _stored,
        ["processed", "in_progress", "in_progress", "failed"],
    ),
    "vector_stores.file_batches.create_and_poll": (
        lambda client, **more: client.vector_stores.file_batches.create_and_poll(
            file_ids=["file-1", "file-2"], chunking_strategy={"type": "auto"}, **{**STORED, **more}
        ),
        _batch,
        ["in_progress", "in_progress", "completed"],
    ),
    "vector_stores.file_batches.poll": (
        lambda client, **more: client.vector_stores.file_batches.poll("vsfb_1", **{**STORED, **more}),
        _batch,
        ["in_progress", "completed"],
    ),
    "beta.threads.create_and_run_poll": (
        lambda client, **more: client.beta.threads.create_and_run_poll(
            assistant_id="asst_1", thread={"messages": [{"role": "user", "content": "?"}]}, poll_interval_ms=1, **more
        ),
        _run,
        ["queued", "queued", "in_progress", "completed"],
    ),
    "beta.threads.runs.create_and_poll": (
        lambda client, **more: client.beta.threads.runs.create_and_poll(
            assistant_id="asst_1",
            include=["step_details.tool_calls[*].file_search.results[*].content"],
            extra_headers={"X-Otter": "1"},
            extra_query={"q": "1"},
            **{**THREAD, **more},
        ),
        _run,
        ["queued", "cancelling", "cancelled"],
    ),
    "beta.threads.runs.poll": (
        lambda client, **more: client.beta.threads.runs.poll("run_1", **{**THREAD, **more}),
        _run,
        ["in_progress", "requires_action"],
    ),
    "beta.threads.runs.submit_tool_outputs_and_poll": (
        lambda client, **more: client.beta.threads.runs.submit_tool_outputs_and_poll(
            run_id="run_1", tool_outputs=OUTPUTS, **{**THREAD, **more}
        ),
        _run,
        ["queued", "expired"],
    ),
}
EACH = pytest.mark.parametrize("name", HELPERS)
POLLS = [name for name in HELPERS if name.rpartition(".")[2] in {"poll", "wait_for_processing"}]


def answer(server: ScriptedServer, name: str, states: list[str], **headers: str) -> None:
    """Answer with objects in those *states*, one after the other; the last one again and again."""
    make = HELPERS[name][1]
    left = list(states)
    server.choose("*", lambda _: "object")
    server.choose("files", lambda _: "object")
    said = {"Content-Type": "application/json", **headers}
    server.reply("object", json=lambda _: make(left.pop(0) if len(left) > 1 else left[0]), headers=said)


def sent(call: Call) -> tuple[Any, ...]:
    """Return what a server sees of a call but for the names of its client."""
    kind = call.headers.get("content-type", "")
    body: Any = b"abc" in call.body and b"assistants" in call.body if "multipart" in kind else call.json
    names = ("openai-beta", "x-stainless-poll-helper", "x-stainless-custom-poll-interval", "x-otter")
    return call.method, call.path, body, {name: call.headers.get(name) for name in names}


@EACH
async def test_requests_and_results_are_openais(kind: Kind, name: str, plain_server: ScriptedServer) -> None:
    work, make, states = HELPERS[name]
    answer(plain_server, name, states)
    async with twin(kind, plain_server) as one:
        mine = await one.run(work)
    assert mine.to_dict() == make(states[-1])
    assert type(mine).__module__.startswith("aigpt.openai.types")
    calls = [sent(call) for call in plain_server.calls]
    assert len(calls) == len(states)

    answer(plain_server, name, states)
    async with theirs.AsyncOpenAI(api_key=KEY, base_url=plain_server.url) as client:
        other = await work(client)
    assert other.to_dict() == mine.to_dict()
    expected = [sent(call) for call in plain_server.calls[len(calls) :]]
    assert calls == expected


@EACH
async def test_progress_is_each_answer_in_the_thread_of_the_caller(
    kind: Kind, name: str, plain_server: ScriptedServer
) -> None:
    work, _, states = HELPERS[name]
    answer(plain_server, name, states)
    told: list[str] = []
    threads: list[threading.Thread] = []

    def call(client: Any) -> Any:
        threads.append(threading.current_thread())
        return work(client, on_progress=note)

    def note(state: Any) -> None:
        told.append(state.status)
        threads.append(threading.current_thread())

    async with twin(kind, plain_server) as one:
        await one.run(call)
    begins = 0 if name in {*POLLS, "vector_stores.files.upload_and_poll"} else 1
    expected = states[begins:]
    if name == "vector_stores.files.upload_and_poll":
        del expected[1]  # what the file became part of the store as
    assert told == expected
    assert len(set(threads)) == 1


async def test_async_progress_is_awaited(plain_server: ScriptedServer) -> None:
    work, _, states = HELPERS["videos.poll"]
    answer(plain_server, "videos.poll", states)
    told: list[str] = []

    async def note(video: Any) -> None:
        await asyncio.sleep(0)
        told.append(video.status)

    async with twin("async", plain_server) as one:
        await work(one.client, on_progress=note)
    assert told == states


async def test_a_progress_that_raises_ends_the_polling(kind: Kind, plain_server: ScriptedServer) -> None:
    answer(plain_server, "videos.poll", ["in_progress"])

    def note(_: Any) -> None:
        raise ZeroDivisionError

    async with twin(kind, plain_server) as one:
        with pytest.raises(ZeroDivisionError):
            await one.run(lambda client: client.videos.poll("video_1", poll_interval_ms=LONG, on_progress=note))
        await assert_nothing_left(plain_server, one)
    assert len(plain_server.calls) == 1


# ── the pace ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Have polls without pauses, which are noted."""
    noted: list[float] = []

    async def note(seconds: float) -> None:
        noted.append(seconds)

    clock = SimpleNamespace(sleep=note, get_running_loop=asyncio.get_running_loop)
    monkeypatch.setattr(_polling, "asyncio", clock)
    return noted


@pytest.mark.parametrize(("hint", "seconds"), [("250", 0.25), ("0", 0.05), ("1500.5", 1.5005), (None, 1.0)])
async def test_the_server_sets_the_pace(
    kind: Kind, hint: str | None, seconds: float, plain_server: ScriptedServer, pauses: list[float]
) -> None:
    headers = {} if hint is None else {"openai-poll-after-ms": hint}
    answer(plain_server, "videos.poll", ["queued", "in_progress", "completed"], **headers)
    async with twin(kind, plain_server) as one:
        await one.run(lambda client: client.videos.poll("video_1"))
        assert pauses == [seconds, seconds]
        assert "x-stainless-custom-poll-interval" not in plain_server.calls[0].headers
        del pauses[:]
        answer(plain_server, "videos.poll", ["queued", "in_progress", "completed"], **headers)
        await one.run(lambda client: client.videos.poll("video_1", poll_interval_ms=70))
    assert pauses == [0.07, 0.07]


@pytest.mark.parametrize("hint", ["", "soon", "-5", "nan", "inf", "1e400"])
def test_a_pace_that_makes_no_sense_is_none(hint: str) -> None:
    assert hinted_seconds({"openai-poll-after-ms": hint}) == 1.0


async def test_a_wait_holds_no_connection(kind: Kind, plain_server: ScriptedServer) -> None:
    answer(plain_server, "videos.poll", ["in_progress", "in_progress", "completed"])
    plain_server.reply("models", json={"object": "list", "data": []})
    async with twin(kind, plain_server, max_connections=1) as one:

        def note(_: Any) -> Any:  # which is awaited, or is the list itself
            return one.client.models.list()

        polled = await one.run(lambda client: client.videos.poll("video_1", poll_interval_ms=1, on_progress=note))
    assert polled.status == "completed"
    assert [call.path for call in plain_server.calls] == ["/v1/videos/video_1", "/v1/models"] * 3
    assert {call.connection for call in plain_server.calls} == {1}


# ── its ends ────────────────────────────────────────────────────────────────────────────────────────────────────────


def slow(name: str, **more: Any) -> Work:
    """Return the call of a helper with a pause that no test can wait for."""
    pace = {"poll_interval": LONG} if name == "files.wait_for_processing" else {"poll_interval_ms": LONG}
    place = {"vector_store_id": "vs_1"} if "vector" in name else {"thread_id": "thread_1"} if "beta" in name else {}
    given = {**pace, **place, **more}

    def call(client: Any) -> Any:
        method = client
        for part in name.split("."):
            method = getattr(method, part)
        return method("x_1", **given)

    return call


@pytest.mark.parametrize("name", POLLS)
async def test_one_deadline_is_for_all_of_it(kind: Kind, name: str, plain_server: ScriptedServer) -> None:
    answer(plain_server, name, HELPERS[name][2][:1])
    async with twin(kind, plain_server, deadline=50) as one:
        with pytest.raises(errors.APITimeoutError, match=r"took longer than its deadline of 1 s") as info:
            await one.run(slow(name, deadline=1.0))
        assert info.value.request.url.host == "127.0.0.1"
        await assert_nothing_left(plain_server, one)
    assert len(plain_server.calls) <= 1  # none where a busy machine needs all of that for it


async def test_the_deadline_ends_a_request_too(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.raw("videos/x_1", "hang")
    async with twin(kind, plain_server) as one:
        with pytest.raises(errors.APITimeoutError, match="deadline"):
            await one.run(slow("videos.poll", deadline=0.3))
        await assert_nothing_left(plain_server, one)


async def test_the_clients_deadline_is_each_requests(kind: Kind, plain_server: ScriptedServer) -> None:
    answer(plain_server, "videos.poll", ["queued"] * 8 + ["completed"])
    async with twin(kind, plain_server, deadline=2.0) as one:
        work = HELPERS["videos.poll"][0]
        assert (await one.run(lambda client: client.videos.poll("video_1", poll_interval_ms=100))).status == "completed"
        plain_server.raw("videos/video_1", "hang")
        with pytest.raises(errors.APITimeoutError, match=r"deadline of 2 s"):
            await one.run(work)


async def test_an_abort_ends_a_wait_at_once(kind: Kind, plain_server: ScriptedServer) -> None:
    answer(plain_server, "videos.poll", ["queued"])
    async with twin(kind, plain_server) as one:
        abort = one.event()
        with pytest.raises(errors.RequestAbortedError, match="abort event"):
            await one.run(slow("videos.poll", abort=abort, on_progress=lambda _: abort.set()))
        assert len(plain_server.calls) == 1
        with pytest.raises(errors.RequestAbortedError, match="abort event"):  # and a set one, before anything
            await one.run(slow("videos.poll", abort=abort))
        await assert_nothing_left(plain_server, one)
    assert len(plain_server.calls) == 1


async def test_closing_the_client_ends_a_wait(kind: Kind, plain_server: ScriptedServer) -> None:
    answer(plain_server, "videos.poll", ["queued"])
    async with twin(kind, plain_server) as one:
        polling = asyncio.ensure_future(one.run(slow("videos.poll")))
        assert await plain_server.called()
        await asyncio.sleep(0.1)
        await one.close()
        with pytest.raises(errors.RequestAbortedError, match="the client was closed"):
            await polling


async def test_a_cancelled_wait_is_over(plain_server: ScriptedServer) -> None:
    answer(plain_server, "videos.poll", ["queued"])
    async with twin("async", plain_server) as one:
        polling = asyncio.ensure_future(one.run(slow("videos.poll", deadline=50, abort=asyncio.Event())))
        assert await plain_server.called()
        await asyncio.sleep(0.05)
        polling.cancel()
        with pytest.raises(asyncio.CancelledError):
            await polling
        await assert_nothing_left(plain_server, one)


async def test_errors_of_requests_are_raised(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("videos/video_1", json={"error": {"message": "no such video"}}, status=404)
    async with twin(kind, plain_server) as one:
        with pytest.raises(errors.NotFoundError, match="no such video"):
            await one.run(HELPERS["videos.poll"][0])


async def test_max_wait_seconds(kind: Kind, plain_server: ScriptedServer) -> None:
    answer(plain_server, "vector_stores.files.poll", ["in_progress"])
    async with twin(kind, plain_server) as one:
        for name, before in (("vector_stores.files.poll", TimeoutError), ("files.wait_for_processing", RuntimeError)):
            calls = len(plain_server.calls)
            with pytest.raises(before, match=r"max_wait_seconds \(0\.2 s\)") as info:
                await one.run(slow(name, max_wait_seconds=0.2))
            assert isinstance(info.value, errors.APITimeoutError)
            assert len(plain_server.calls) == calls + 1
        calls = len(plain_server.calls)
        with pytest.raises(TimeoutError):
            await one.run(slow("vector_stores.files.poll", max_wait_seconds=0))
        assert len(plain_server.calls) == calls
        plain_server.reply("files/x_1", json=_file("processed"))
        assert (await one.run(slow("files.wait_for_processing", max_wait_seconds=0))).status == "processed"


@pytest.mark.parametrize(
    ("name", "given", "problem"),
    [
        ("videos.poll", {"poll_interval_ms": -1}, "poll_interval_ms must be a finite number that is not negative"),
        ("videos.poll", {"poll_interval_ms": "5"}, "poll_interval_ms must be a number, not str"),
        ("videos.poll", {"deadline": -1}, "deadline"),
        ("videos.poll", {"abort": "now"}, "abort must be an asyncio.Event"),
        ("videos.poll", {"on_progress": 5}, "on_progress must be a function, not int"),
        ("vector_stores.files.poll", {"max_wait_seconds": float("nan")}, "max_wait_seconds must be a finite number"),
        ("files.wait_for_processing", {"poll_interval": True}, "poll_interval must be a number, not bool"),
    ],
)
async def test_wrong_parameters_are_refused(
    kind: Kind, name: str, given: dict[str, Any], problem: str, plain_server: ScriptedServer
) -> None:
    async with twin(kind, plain_server) as one:
        with pytest.raises((TypeError, ValueError), match=problem):
            await one.run(slow(name, **given))
    assert not plain_server.calls


def test_a_blocking_client_refuses_an_async_progress(plain_server: ScriptedServer) -> None:
    async def note(_: Any) -> None: ...

    with OpenAI(api_key=KEY, base_url=plain_server.url) as client, pytest.raises(TypeError, match="plain function"):
        client.videos.poll("video_1", on_progress=note)
    assert not plain_server.calls


def test_a_helper_says_once_that_it_is_deprecated(plain_server: ScriptedServer) -> None:
    answer(plain_server, "videos.create_and_poll", ["queued", "completed"])
    with (
        OpenAI(api_key=KEY, base_url=plain_server.url) as client,
        pytest.warns(DeprecationWarning, match="videos") as found,
    ):
        client.videos.create_and_poll(prompt="otters", poll_interval_ms=1)
    assert [str(one.message) for one in found] == ["create_and_poll(): the API drops videos on 2026-09-24"]


@pytest.mark.parametrize("body", [b"[]", b"null", b"5", b'{"id": "video_1", "status": []}'])
async def test_an_answer_without_a_state_is_an_error_of_the_response(
    kind: Kind, body: bytes, plain_server: ScriptedServer
) -> None:
    plain_server.reply("*", json=json.loads(body))
    async with twin(kind, plain_server) as one:
        with pytest.raises(errors.APIResponseValidationError):
            await one.run(lambda client: client.videos.poll("video_1"))
    assert len(plain_server.calls) == 1


# ── files side by side ──────────────────────────────────────────────────────────────────────────────────────────────


def uploads(server: ScriptedServer, answer_to: Callable[[int], str]) -> None:
    """Answer uploads by their numbers, which are their contents, and all else with a batch that is done."""

    def number(call: Call) -> int:
        return int(call.body.split(b"\r\n\r\n")[-1].partition(b"\r\n")[0])

    server.choose("files", lambda call: answer_to(number(call)))
    server.reply("good", json=lambda call: {**_file("processed"), "id": f"file-{number(call)}"})
    server.choose("*", lambda _: "batch")
    server.reply("batch", json=_batch("completed"))


def upload(count: int, **more: Any) -> Work:
    files = [("a.txt", f"{number}".encode()) for number in range(count)]
    return lambda client: client.vector_stores.file_batches.upload_and_poll("vs_1", files=iter(files), **more)


async def test_files_are_uploaded_side_by_side_in_order(kind: Kind, plain_server: ScriptedServer) -> None:
    gate = plain_server.gate()
    uploads(plain_server, lambda number: "good" if number > 3 else "late")
    plain_server.reply("late", json={**_file("processed"), "id": "file-late"}, after=gate)
    told: list[Any] = []
    async with twin(kind, plain_server) as one:
        work = asyncio.ensure_future(
            one.run(upload(7, max_concurrency=5, file_ids=["file-x"], on_progress=told.append))
        )
        assert await plain_server.called(7)  # 4 wait, and the other 3 go through the place that is left
        gate.open()
        batch = await work
    assert batch.status == "completed"
    asked = next(call for call in plain_server.calls if call.path.endswith("/file_batches"))
    assert asked.json["file_ids"] == ["file-x", *["file-late"] * 4, "file-4", "file-5", "file-6"]
    assert [one.object for one in told] == ["file"] * 7 + ["vector_store.file_batch"]


async def test_no_more_than_so_many_at_once(kind: Kind, plain_server: ScriptedServer) -> None:
    gate = plain_server.gate()
    uploads(plain_server, lambda _: "held")
    plain_server.reply("held", json=_file("processed"), after=gate)
    async with twin(kind, plain_server) as one:
        work = asyncio.ensure_future(one.run(upload(4, max_concurrency=2)))
        assert await plain_server.called(2)
        assert not await plain_server.called(3, timeout=0.3)
        gate.open()
        await work


async def test_a_failed_upload_ends_the_others(kind: Kind, plain_server: ScriptedServer) -> None:
    uploads(plain_server, lambda number: "bad" if number == 2 else "hang")
    gate = plain_server.gate()
    plain_server.reply("bad", json={"error": {"message": "too large"}}, status=413, after=gate)
    plain_server.raw("hang", "hang")
    async with twin(kind, plain_server) as one:
        work = asyncio.ensure_future(one.run(upload(5)))
        assert await plain_server.called(5)
        gate.open()
        with pytest.raises(errors.APIStatusError, match="too large"):
            await work
        await assert_nothing_left(plain_server, one)
    assert len(plain_server.calls) == 5


async def test_a_file_without_an_id_is_in_no_batch(kind: Kind, plain_server: ScriptedServer) -> None:
    uploads(plain_server, lambda _: "nameless")
    plain_server.reply("nameless", json={"object": "file"})
    async with twin(kind, plain_server) as one:
        with pytest.raises(errors.APIResponseValidationError, match="has no id"):
            await one.run(upload(1))
    assert len(plain_server.calls) == 1


@pytest.mark.parametrize(
    ("kind", "end"), [*itertools.product(("async", "blocking"), ("deadline", "abort")), ("async", "cancel")]
)
async def test_what_ends_the_uploads_leaves_nothing(kind: Kind, end: str, plain_server: ScriptedServer) -> None:
    uploads(plain_server, lambda _: "hang")
    plain_server.raw("hang", "hang")
    async with twin(kind, plain_server) as one:
        abort = one.event()
        given: dict[str, Any] = {"deadline": 3} if end == "deadline" else {"abort": abort}
        work = asyncio.ensure_future(one.run(upload(3, **given)))
        assert await plain_server.called(3)
        if end == "abort":
            abort.set()
        elif end == "cancel":
            work.cancel()
        ends = {
            "deadline": errors.APITimeoutError,
            "abort": errors.RequestAbortedError,
            "cancel": asyncio.CancelledError,
        }
        with pytest.raises(ends[end]):
            await work
        await assert_nothing_left(plain_server, one)


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"files": b"abc"}, "files takes several files"),
        ({"files": 5}, "files takes several files"),
        ({"files": [], "max_concurrency": 0}, "max_concurrency must be a whole number from 1"),
    ],
)
async def test_wrong_uploads_are_refused(
    kind: Kind, given: dict[str, Any], problem: str, plain_server: ScriptedServer
) -> None:
    async with twin(kind, plain_server) as one:
        with pytest.raises((TypeError, ValueError), match=problem):
            await one.run(lambda client: client.vector_stores.file_batches.upload_and_poll("vs_1", **given))
    assert not plain_server.calls


async def test_upload_alone_waits_for_nothing(kind: Kind, plain_server: ScriptedServer) -> None:
    answer(plain_server, "vector_stores.files.poll", ["processed", "in_progress"])

    def work(client: Any) -> Any:
        return client.vector_stores.files.upload(vector_store_id="vs_1", file=("a.txt", b"abc"))

    async with twin(kind, plain_server) as one:
        assert (await one.run(work)).status == "in_progress"
    calls = [sent(call) for call in plain_server.calls]
    answer(plain_server, "vector_stores.files.poll", ["processed", "in_progress"])
    async with theirs.AsyncOpenAI(api_key=KEY, base_url=plain_server.url) as client:
        await work(client)
    assert calls == [sent(call) for call in plain_server.calls[2:]]


def test_the_module_as_a_client_has_helpers_too(plain_server: ScriptedServer) -> None:
    from aigpt import openai  # noqa: PLC0415 (a client of its own)

    answer(plain_server, "videos.poll", ["queued", "completed"])
    openai.api_key, openai.base_url = KEY, plain_server.url
    try:
        assert openai.videos.poll("video_1", poll_interval_ms=1).status == "completed"
    finally:
        openai.api_key = openai.base_url = None
