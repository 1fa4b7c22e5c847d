"""What a program sees of its calls: one line of the log, spans and metrics of OpenTelemetry, hooks."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from openai_twins import KEY, Kind, twin
from opentelemetry import trace
from opentelemetry.metrics import _internal as meters
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import HistogramDataPoint, InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from aigpt import AttemptStarted, CallEnded, Hooks, RetryScheduled
from aigpt.openai import _errors as errors
from aigpt.openai.types.chat import ChatCompletion
from aigpt.testing import ScriptedServer

QUESTION = "the private question"
ANSWER = "the private answer"
CHAT = "chat/completions"
COMPLETION = {
    "id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "m-1",
    "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": ANSWER}}],
    "usage": {"prompt_tokens": 7, "completion_tokens": 2, "total_tokens": 9},
}  # fmt: skip


def delta(text: str | None, finish: str | None = None, **more: Any) -> dict[str, Any]:
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
    return {"id": "chatcmpl-1", "object": "chat.completion.chunk", "model": "m-1", "choices": [choice], **more}


CHUNKS = [delta(ANSWER), delta(None, "stop"), {**delta(None), "choices": [], "usage": COMPLETION["usage"]}]
DONE = "data: [DONE]\n\n"


def ask(**more: Any) -> Callable[[Any], Any]:
    return lambda client: client.chat.completions.create(
        **{"model": "m", "messages": [{"role": "user", "content": QUESTION}], **more}
    )


stream = ask(stream=True, stream_options={"include_usage": True})


# ── the log ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Iterator[Callable[[], list[str]]]:
    """Return what gives the lines of the log so far, without the time each call took."""
    with caplog.at_level(logging.DEBUG):

        def so_far() -> list[str]:
            said = [record for record in caplog.records if record.name.startswith("aigpt")]
            assert all(record.levelno == logging.INFO for record in said)
            return [record.getMessage() for record in said]

        yield so_far
    for secret in (QUESTION, ANSWER, KEY, "private"):
        assert secret not in caplog.text


async def test_a_call_is_one_line(
    kind: Kind, plain_server: ScriptedServer, lines: Callable[[], list[str]], waits: list[float]
) -> None:
    plain_server.reply(CHAT, status=503, json={"error": {"message": ANSWER}}, times=1)
    plain_server.reply(CHAT, json=COMPLETION, headers={"X-Request-Id": "req_7"})
    async with twin(kind, plain_server) as one:
        await one.run(ask())
        (line,) = lines()
        assert line.startswith("chat/completions: ok in ")
        assert line.endswith(" ms, 2 attempts, status 200, request id req_7")


FAILURES: dict[str, tuple[Callable[[ScriptedServer], None], str]] = {
    "a status": (lambda s: s.reply(CHAT, status=400, json={"error": {"message": QUESTION, "code": ANSWER}}), "status"),
    "no JSON": (lambda s: s.reply(CHAT, body=ANSWER), "invalid_response"),
    "no connection": (lambda s: s.raw(CHAT, "close"), "connection_error"),
}


@pytest.mark.parametrize("name", FAILURES)
async def test_a_failed_call_is_one_line_with_its_kind(
    name: str, kind: Kind, plain_server: ScriptedServer, lines: Callable[[], list[str]]
) -> None:
    script, code = FAILURES[name]
    script(plain_server)
    async with twin(kind, plain_server, max_retries=0) as one:
        with pytest.raises(errors.APIError):
            await one.run(ask())
        (line,) = lines()
        assert line.startswith(f"chat/completions: '{code}' in ")


async def test_routes_are_named_without_their_arguments(
    kind: Kind, plain_server: ScriptedServer, lines: Callable[[], list[str]]
) -> None:
    plain_server.reply("*", json={"id": "x"})
    async with twin(kind, plain_server) as one:
        await one.run(lambda client: client.models.retrieve("a-private-model"))
        await one.run(lambda client: client.get("/my/route?q=private", cast_to=dict))
        assert [line.partition(":")[0] for line in lines()] == ["models/{model}", "my/route"]


@pytest.mark.parametrize(
    ("sent", "then", "code"),
    [([*CHUNKS, DONE], "end", "ok"), (CHUNKS[:1], "close", "'incomplete_stream'"),
     ([*CHUNKS[:1], {"error": {"message": ANSWER, "code": QUESTION}}], "end", "'api_error'")],
)  # fmt: skip
async def test_a_stream_is_one_line_at_its_end(
    sent: list[Any], then: Any, code: str, kind: Kind, plain_server: ScriptedServer, lines: Callable[[], list[str]]
) -> None:
    plain_server.stream(CHAT, sent, then=then, headers={"X-Request-Id": "req_7"})
    async with twin(kind, plain_server) as one:
        chunks = await one.run(stream)
        assert lines() == []
        await one.collect(chunks)
        (line,) = lines()
        assert line.startswith(f"chat/completions: {code} in ")
        assert line.endswith(" ms, 1 attempt, status 200, request id req_7")


async def test_raw_and_open_responses_are_one_line_each(
    kind: Kind, plain_server: ScriptedServer, lines: Callable[[], list[str]]
) -> None:
    plain_server.reply(CHAT, json=COMPLETION)
    async with twin(kind, plain_server) as one:
        await one.run(lambda client: ask()(client.with_raw_response))
        async with one.within(ask()(one.client.with_streaming_response)) as response:
            assert len(lines()) == 1
            await one.do(response.read)
        assert [line.partition(" in ")[0] for line in lines()] == ["chat/completions: ok"] * 2


async def test_each_page_is_a_line(kind: Kind, plain_server: ScriptedServer, lines: Callable[[], list[str]]) -> None:
    plain_server.reply("files", json={"data": [{"id": "a"}]})
    plain_server.reply("files", json={"data": []})
    async with twin(kind, plain_server) as one:
        page = await one.run(lambda client: client.files.list())
        await one.take(page)
        assert [line.partition(" in ")[0] for line in lines()] == ["files: ok"] * 2


# ── OpenTelemetry ───────────────────────────────────────────────────────────────────────────────────────────────


class Seen:
    """What came out at the other end."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._spans = InMemorySpanExporter()
        self._metrics = InMemoryMetricReader()
        self.tracers = TracerProvider(shutdown_on_exit=False)
        self.tracers.add_span_processor(SimpleSpanProcessor(self._spans))
        self.meters = MeterProvider([self._metrics], shutdown_on_exit=False)
        # A process can set them once; tests have one each.
        monkeypatch.setattr(trace, "_TRACER_PROVIDER", self.tracers)
        monkeypatch.setattr(meters, "_METER_PROVIDER", self.meters)

    def spans(self) -> list[ReadableSpan]:
        return list(self._spans.get_finished_spans())

    def calls(self) -> list[ReadableSpan]:
        return [span for span in self.spans() if span.name not in {"GET", "POST"}]

    def call(self) -> tuple[ReadableSpan, dict[str, Any]]:
        (call,) = self.calls()
        return call, dict(call.attributes or {})

    def attempts(self) -> list[ReadableSpan]:
        return [span for span in self.spans() if span.name in {"GET", "POST"}]

    def points(self, name: str) -> list[HistogramDataPoint]:
        data: Any = self._metrics.get_metrics_data()
        found = [m for r in data.resource_metrics for s in r.scope_metrics for m in s.metrics if m.name == name]
        return [point for metric in found for point in metric.data.data_points]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> Iterator[Seen]:
    seen = Seen(monkeypatch)
    yield seen
    seen.tracers.shutdown()
    seen.meters.shutdown()


async def test_a_chat_is_a_span_with_one_for_each_attempt(
    kind: Kind, plain_server: ScriptedServer, seen: Seen, waits: list[float]
) -> None:
    plain_server.reply(CHAT, status=503, json={}, times=1)
    plain_server.reply(CHAT, json=COMPLETION)
    async with twin(kind, plain_server) as one:
        await one.run(ask(temperature=0.5, max_completion_tokens=100, seed=3, n=1))
    (call, facts), (first, second) = seen.call(), seen.attempts()
    port = int(plain_server.url.split(":")[2].split("/")[0])
    assert (call.name, call.kind, call.status.status_code) == ("chat m", SpanKind.CLIENT, StatusCode.UNSET)
    assert facts == {
        "server.address": "127.0.0.1",
        "server.port": port,
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",
        "gen_ai.request.model": "m",
        "gen_ai.request.temperature": 0.5,
        "gen_ai.request.max_tokens": 100,
        "gen_ai.request.seed": 3,
        "gen_ai.request.choice.count": 1,
        "gen_ai.response.id": "chatcmpl-1",
        "gen_ai.response.model": "m-1",
        "gen_ai.usage.input_tokens": 7,
        "gen_ai.usage.output_tokens": 2,
    }
    assert [(span.attributes or {})["http.response.status_code"] for span in (first, second)] == [503, 200]
    assert first.parent == second.parent == call.context
    assert (second.attributes or {})["url.full"] == f"{plain_server.url}/{CHAT}"
    assert second.context is not None
    assert plain_server.calls[1].headers["traceparent"].split("-")[2] == f"{second.context.span_id:016x}"


@pytest.mark.parametrize("way_of_asking", ["raw", "open"])
async def test_raw_and_open_responses_have_a_span(
    way_of_asking: str, kind: Kind, plain_server: ScriptedServer, seen: Seen
) -> None:
    plain_server.reply(CHAT, json=COMPLETION)
    async with twin(kind, plain_server) as one:
        if way_of_asking == "raw":
            await one.run(lambda client: ask()(client.with_raw_response))
        else:
            async with one.within(ask()(one.client.with_streaming_response)) as response:
                assert seen.calls() == []
                await one.do(response.parse)
    call, facts = seen.call()
    assert (call.name, facts["gen_ai.request.model"]) == ("chat m", "m")
    if way_of_asking == "raw":
        assert (facts["gen_ai.usage.input_tokens"], facts["gen_ai.response.model"]) == (7, "m-1")


async def test_a_stream_lasts_until_its_end(kind: Kind, plain_server: ScriptedServer, seen: Seen) -> None:
    plain_server.stream(CHAT, [*CHUNKS, DONE])
    async with twin(kind, plain_server) as one:
        chunks = await one.run(stream)
        await one.take(chunks, 1)
        assert (len(seen.attempts()), seen.calls()) == (1, [])
        await one.take(chunks)
    call, facts = seen.call()
    assert call.status.status_code is StatusCode.UNSET
    assert facts["gen_ai.request.stream"] is True
    assert (facts["gen_ai.usage.input_tokens"], facts["gen_ai.usage.output_tokens"]) == (7, 2)
    assert (facts["gen_ai.response.id"], facts["gen_ai.response.model"]) == ("chatcmpl-1", "m-1")
    assert 0 < facts["gen_ai.response.time_to_first_chunk"] < 30
    assert len(seen.points("gen_ai.client.operation.time_to_first_chunk")) == 1


async def test_a_streamed_response_has_its_usage(kind: Kind, plain_server: ScriptedServer, seen: Seen) -> None:
    whole = {"id": "resp_1", "model": "m-1", "output": [], "usage": {"input_tokens": 7, "output_tokens": 2}}
    plain_server.stream("responses", [{"type": "response.completed", "sequence_number": 0, "response": whole}])
    async with twin(kind, plain_server) as one:
        await one.take(await one.run(lambda client: client.responses.create(model="m", input=QUESTION, stream=True)))
    _, facts = seen.call()
    assert (facts["gen_ai.response.id"], facts["gen_ai.usage.output_tokens"]) == ("resp_1", 2)


BROKEN: dict[str, tuple[Callable[[ScriptedServer], None], Callable[[Any], Any], str]] = {
    "a status": (lambda s: s.reply(CHAT, status=401, json={}), ask(), "AuthenticationError"),
    "no connection": (lambda s: s.raw(CHAT, "close"), ask(), "APIConnectionError"),
    "no JSON": (lambda s: s.reply(CHAT, body="<html>"), ask(), "APIResponseValidationError"),
    "a stream's status": (lambda s: s.reply(CHAT, status=429, json={}), stream, "RateLimitError"),
    "a stream cut": (lambda s: s.stream(CHAT, CHUNKS[:1], then="close"), stream, "IncompleteStreamError"),
    "a stream without an end mark": (lambda s: s.stream(CHAT, CHUNKS[:1]), stream, "MissingEndMarkError"),
    "an error in a stream": (
        lambda s: s.stream(CHAT, [*CHUNKS[:1], {"error": {"message": ANSWER}}]), stream, "APIError",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
async def test_what_fails_names_its_exception(name: str, kind: Kind, plain_server: ScriptedServer, seen: Seen) -> None:
    script, work, wanted = BROKEN[name]
    script(plain_server)
    async with twin(kind, plain_server, max_retries=0) as one:
        with pytest.raises(errors.APIError) as caught:
            await one.take(await one.run(work))
    call, facts = seen.call()
    assert (call.status.status_code, facts["error.type"]) == (StatusCode.ERROR, wanted)
    assert type(caught.value).__name__ == wanted
    (duration,) = seen.points("gen_ai.client.operation.duration")
    assert (duration.attributes or {})["error.type"] == wanted


@pytest.mark.parametrize("how", ["leaves", "drops"])
async def test_a_stream_that_is_left_has_ended_without_an_error(
    how: str, kind: Kind, plain_server: ScriptedServer, seen: Seen
) -> None:
    plain_server.stream(CHAT, CHUNKS[:1], then="hang")
    async with twin(kind, plain_server) as one:
        chunks = await one.run(stream)
        await one.take(chunks, 1)
        if how == "leaves":
            await one.do(chunks.close)
        del chunks
        gc.collect()
        for _ in range(200):
            if seen.calls():
                break
            await asyncio.sleep(0.01)  # a dropped one ends in the event loop, not from within the garbage collection
    call, facts = seen.call()
    assert (call.status.status_code, facts.get("error.type")) == (StatusCode.UNSET, None)


async def test_metrics_say_how_long_and_how_many(kind: Kind, plain_server: ScriptedServer, seen: Seen) -> None:
    plain_server.reply(CHAT, json=COMPLETION)
    plain_server.reply("models/m", json={"id": "m"})
    async with twin(kind, plain_server) as one:
        for _ in range(3):
            await one.run(ask())
        await one.run(lambda client: client.models.retrieve("m"))
    (duration,) = seen.points("gen_ai.client.operation.duration")
    assert (duration.count, (duration.attributes or {})["gen_ai.request.model"]) == (3, "m")
    tokens = {
        (point.attributes or {})["gen_ai.token.type"]: point.sum for point in seen.points("gen_ai.client.token.usage")
    }
    assert tokens == {"input": 21, "output": 6}
    requests = {(point.attributes or {})["http.request.method"]: point.count
                for point in seen.points("http.client.request.duration")}  # fmt: skip
    assert requests == {"POST": 3, "GET": 1}
    assert [span.name for span in seen.calls()][-1] == "GET models/{model}"


TOOL_CALL = {"id": "call_1", "type": "function", "function": {"name": "f", "arguments": '{"private": 1}'}}
TALK = [
    {"role": "system", "content": QUESTION},
    {"role": "user", "content": [{"type": "text", "text": QUESTION}, {"type": "image_url", "image_url": {"url": "u"}}]},
    {"role": "assistant", "content": None, "tool_calls": [TOOL_CALL]},
    {"role": "tool", "tool_call_id": "call_1", "content": ANSWER},
    ChatCompletion.model_validate(COMPLETION).choices[0].message,
]


async def everything_said(one: Any, server: ScriptedServer) -> None:
    server.reply(CHAT, json=COMPLETION)
    server.reply("responses", json={
        "id": "r",
        "output": [{"type": "message", "role": "assistant", "content": [{"type": "output_text", "text": ANSWER}]},
                   {"type": "function_call", "call_id": "call_1", "name": "f", "arguments": '{"private": 1}'}],
    })  # fmt: skip
    server.stream("responses", [{"type": "error", "message": ANSWER}])
    await one.run(ask(messages=TALK))
    await one.run(
        lambda client: client.responses.create(
            model="m",
            input=[{"type": "function_call_output", "call_id": "call_1", "output": ANSWER}],
            instructions=QUESTION,
        )
    )


async def test_nothing_that_was_written_is_noted(kind: Kind, plain_server: ScriptedServer, seen: Seen) -> None:
    async with twin(kind, plain_server) as one:
        await everything_said(one, plain_server)
    assert len(seen.spans()) == 4
    everything = "".join(span.to_json() for span in seen.spans())
    for secret in ("private", KEY):
        assert secret not in everything


async def test_what_was_written_is_noted_where_switched_on(
    kind: Kind, plain_server: ScriptedServer, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "true")
    async with twin(kind, plain_server) as one:
        await everything_said(one, plain_server)
    chat, response = ({name: str(value) for name, value in (span.attributes or {}).items()} for span in seen.calls())
    called = {"type": "tool_call", "id": "call_1", "name": "f", "arguments": '{"private": 1}'}
    answered = {"type": "tool_call_response", "id": "call_1", "response": ANSWER}
    said = {"type": "text", "content": ANSWER}
    assert json.loads(chat["gen_ai.input.messages"]) == [
        {"role": "system", "parts": [{"type": "text", "content": QUESTION}]},
        {"role": "user", "parts": [{"type": "text", "content": QUESTION},
                                   {"type": "image_url", "image_url": {"url": "u"}}]},
        {"role": "assistant", "parts": [called]},
        {"role": "tool", "parts": [answered]},
        {"role": "assistant", "parts": [said]},
    ]  # fmt: skip
    assert json.loads(chat["gen_ai.output.messages"]) == [
        {"role": "assistant", "parts": [said], "finish_reason": "stop"}
    ]
    assert json.loads(response["gen_ai.system_instructions"]) == [{"type": "text", "content": QUESTION}]
    assert json.loads(response["gen_ai.input.messages"]) == [{"role": "user", "parts": [answered]}]
    assert json.loads(response["gen_ai.output.messages"]) == [
        {"role": "assistant", "parts": [said]},
        {"role": "assistant", "parts": [called]},
    ]
    assert KEY not in "".join(span.to_json() for span in seen.spans())


@pytest.mark.parametrize("content", [None, 5, ["text", 5, None], [{"text": 5}], [[1, 2]], {}, object(), "\ud800"])
async def test_whatever_is_noted_no_call_fails_of_it(
    content: Any, kind: Kind, plain_server: ScriptedServer, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aigpt.openai._span_attributes import OpenAISpanAttributes  # noqa: PLC0415 (it is asked directly)

    monkeypatch.setenv("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "true")
    plain_server.reply(CHAT, json={"id": content if not isinstance(content, object) else 1, "choices": [None, {}, 5]})
    async with twin(kind, plain_server) as one:
        for given in ([{"role": "user", "content": content}], content, [content]):
            try:
                call = await one.run(ask(messages=given))
            except (TypeError, ValueError):
                continue  # it cannot be sent
            assert call is not None
    describe = OpenAISpanAttributes()
    for result in (content, {"choices": content}, {"choices": [content]}, {"output": [content], "usage": content}):
        describe.describe_result(result).content()


# ── hooks ───────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_hooks_are_told_of_attempts_of_a_retry_and_of_the_end(
    kind: Kind, plain_server: ScriptedServer, waits: list[float]
) -> None:
    plain_server.reply(CHAT, status=503, json={}, headers={"X-Request-Id": "q1"}, times=1)
    plain_server.reply(CHAT, json=COMPLETION, headers={"X-Request-Id": "q2"})
    told: list[Any] = []
    async with twin(
        kind, plain_server, hooks=Hooks(on_attempt=told.append, on_retry=told.append, on_end=told.append)
    ) as one:
        await one.run(ask())
    first, retry, second, end = told
    assert [type(event) for event in told] == [AttemptStarted, RetryScheduled, AttemptStarted, CallEnded]
    assert {event.route for event in told} == {CHAT}
    assert {event.call_id for event in told} == {call.headers["Idempotency-Key"] for call in plain_server.calls}
    assert (first.attempt, second.attempt) == (1, 2)
    assert (retry.error, retry.status, retry.request_id, retry.wait) == ("status", 503, "q1", waits[0])
    assert (end.attempts, end.error, end.status, end.request_id, end.ok) == (2, None, 200, "q2", True)


@pytest.mark.parametrize(
    ("script", "work", "error", "abandoned"),
    [
        (lambda s: s.reply(CHAT, status=401, json={}), ask(), "status", False),
        (lambda s: s.stream(CHAT, [*CHUNKS, DONE]), stream, None, False),
        (lambda s: s.stream(CHAT, CHUNKS[:1]), stream, "incomplete_stream", False),
        (lambda s: s.stream(CHAT, CHUNKS[:1], then="hang"), stream, None, True),
    ],
    ids=["status", "stream", "cut stream", "stream left"],
)
async def test_the_end_of_each_call_is_told_once(
    script: Callable[[ScriptedServer], None],
    work: Callable[[Any], Any],
    error: str | None,
    abandoned: bool,  # noqa: FBT001
    kind: Kind,
    plain_server: ScriptedServer,
) -> None:
    script(plain_server)
    ends: list[CallEnded] = []
    async with twin(kind, plain_server, hooks=Hooks(on_end=ends.append)) as one:
        try:
            chunks = await one.run(work)
            await one.take(chunks, 1 if abandoned else None)
            await one.do(chunks.close)
        except errors.APIError:
            pass
    (end,) = ends
    assert (end.error, end.abandoned) == (error, abandoned)
    assert (end.time_to_first_chunk is not None) is (work is stream)


async def test_hooks_of_an_open_response(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply(CHAT, json=COMPLETION)
    plain_server.stream(CHAT, ['{"id":'], then="hang")
    ends: list[CallEnded] = []
    async with twin(kind, plain_server, hooks=Hooks(on_end=ends.append)) as one:
        async with one.within(ask()(one.client.with_streaming_response)) as response:
            await one.do(response.parse)
        async with one.within(ask()(one.client.with_streaming_response)):
            pass
    assert [(end.ok, end.abandoned, end.status) for end in ends] == [(True, False, 200), (False, True, None)]


async def test_a_view_has_hooks_of_its_own(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply(CHAT, json=COMPLETION)
    ends: list[CallEnded] = []
    async with twin(kind, plain_server) as one:
        await one.run(lambda client: ask()(client.with_options(hooks=Hooks(on_end=ends.append))))
        await one.run(ask())
    assert len(ends) == 1
