"""What OpenTelemetry is told: spans and metrics by the conventions, and nothing anybody wrote unless switched on."""

from __future__ import annotations

import asyncio
import gc
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from typing import Any

import pytest
from opentelemetry import metrics, trace
from opentelemetry.metrics import _internal as meters
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import HistogramDataPoint, InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from aigpt import AuthenticationError, fan_out
from aigpt.testing import Gate, ScriptedServer

ANSWER = {"id": "r1", "output": "Friday.", "usage": {"input_tokens": 7, "output_tokens": 2, "total_tokens": 9}}
EVENTS = [
    {"type": "run.start", "seq": 0, "id": "r1"},
    {"type": "run.output_text.delta", "seq": 1, "delta": "Fri"},
    {"type": "run.output_text.delta", "seq": 2, "delta": "day."},
    {"type": "run.done", "seq": 3, **ANSWER},
]


class Seen:
    """What came out at the other end."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._spans = InMemorySpanExporter()
        self._metrics = InMemoryMetricReader()
        tracers = TracerProvider(shutdown_on_exit=False)
        tracers.add_span_processor(SimpleSpanProcessor(self._spans))
        self.tracers = tracers
        self.meters = MeterProvider([self._metrics], shutdown_on_exit=False)
        # A process can set them once; tests have one each.
        monkeypatch.setattr(trace, "_TRACER_PROVIDER", tracers)
        monkeypatch.setattr(meters, "_METER_PROVIDER", self.meters)

    def spans(self) -> list[ReadableSpan]:
        return list(self._spans.get_finished_spans())

    def calls(self) -> list[ReadableSpan]:
        return [span for span in self.spans() if span.name != "POST"]

    def attempts(self) -> list[ReadableSpan]:
        return [span for span in self.spans() if span.name == "POST"]

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


async def test_a_call_is_a_span_with_one_for_each_attempt(igpt_server: ScriptedServer, seen: Seen) -> None:
    igpt_server.reply("recall/run", status=503, json={}, times=1)
    igpt_server.reply("recall/run", json=ANSWER)
    async with igpt_server.client(backoff_base=1) as igpt:
        await igpt.recall.run(input="When?", quality="cef-1-high", output_format="json")
    (call,), (first, second) = seen.calls(), seen.attempts()
    assert (call.name, call.kind) == ("invoke_agent igpt", SpanKind.CLIENT)
    port = int(igpt_server.url.split(":")[2].split("/")[0])
    assert dict(call.attributes or {}) == {
        "server.address": "127.0.0.1",
        "server.port": port,
        "gen_ai.operation.name": "invoke_agent",
        "gen_ai.provider.name": "igpt",
        "gen_ai.agent.name": "igpt",
        "gen_ai.request.model": "cef-1-high",
        "gen_ai.output.type": "json",
        "gen_ai.response.id": "r1",
        "gen_ai.usage.input_tokens": 7,
        "gen_ai.usage.output_tokens": 2,
    }
    address = {"server.address": "127.0.0.1", "server.port": port, "http.request.method": "POST"}
    url = {"url.full": f"{igpt_server.url}/recall/run"}
    assert first.attributes == {**address, **url, "http.response.status_code": 503, "error.type": "503"}
    assert second.attributes == {**address, **url, "http.response.status_code": 200, "http.request.resend_count": 1}
    assert [span.status.status_code for span in (call, first, second)] == [
        StatusCode.UNSET,
        StatusCode.ERROR,
        StatusCode.UNSET,
    ]
    assert first.parent == second.parent == call.context


async def test_the_request_carries_the_attempt_as_its_parent(igpt_server: ScriptedServer, seen: Seen) -> None:
    igpt_server.reply("recall/search", json={"results": []})
    async with igpt_server.client() as igpt:
        with seen.tracers.get_tracer("program").start_as_current_span("program") as program:
            await igpt.recall.search(query="budget")
    (attempt,) = seen.attempts()
    assert attempt.context is not None
    assert igpt_server.calls[0].headers["traceparent"] == (
        f"00-{attempt.context.trace_id:032x}-{attempt.context.span_id:016x}-{attempt.context.trace_flags:02x}"
    )
    call = next(span for span in seen.calls() if span.name == "retrieval")
    assert call.parent == program.get_span_context()


async def test_a_failed_call_names_its_exception(igpt_server: ScriptedServer, seen: Seen) -> None:
    igpt_server.reply("recall/ask", status=401, json={})
    async with igpt_server.client() as igpt:
        await igpt.recall.ask(input="When?")
    (call,) = seen.calls()
    assert (call.name, call.status.status_code) == ("chat", StatusCode.ERROR)
    assert (call.attributes or {})["error.type"] == "AuthenticationError"


async def test_a_stream_lasts_until_its_end(igpt_server: ScriptedServer, seen: Seen) -> None:
    igpt_server.stream("recall/run", EVENTS)
    async with igpt_server.client() as igpt, igpt.recall.run(input="When?", stream=True) as stream:
        await anext(stream)
        assert len(seen.attempts()) == 1
        assert seen.calls() == []
        await stream.final()
    (call,) = seen.calls()
    facts = call.attributes or {}
    assert (facts["gen_ai.request.stream"], facts["gen_ai.usage.output_tokens"]) == (True, 2)
    assert 0 < float(str(facts["gen_ai.response.time_to_first_chunk"])) < 10
    assert len(seen.points("gen_ai.client.operation.time_to_first_chunk")) == 1


@pytest.mark.parametrize("how", ["leaves", "drops"])
async def test_a_stream_that_is_left_has_ended_without_an_error(
    igpt_server: ScriptedServer, seen: Seen, how: str
) -> None:
    igpt_server.stream("recall/run", EVENTS[:2], then="hang")
    async with igpt_server.client() as igpt:
        stream = await igpt.recall.run(input="When?", stream=True)
        await anext(stream)
        if how == "leaves":
            await stream.aclose()
        del stream
        gc.collect()
        await asyncio.sleep(0)  # a dropped one ends in the event loop, not from within the garbage collection
        (call,) = seen.calls()
    assert call.status.status_code is StatusCode.UNSET


async def test_a_broken_stream_is_an_error(igpt_server: ScriptedServer, seen: Seen) -> None:
    igpt_server.stream("recall/run", EVENTS[:2], then="reset")
    async with igpt_server.client() as igpt:
        await igpt.recall.run(input="When?", stream=True).final()
    (call,) = seen.calls()
    assert (call.attributes or {})["error.type"] == "APIConnectionError"


async def test_a_cancelled_call_is_noted(igpt_server: ScriptedServer, seen: Seen) -> None:
    igpt_server.stream("recall/run", [], then="hang")
    async with igpt_server.client() as igpt:
        call = asyncio.ensure_future(igpt.recall.run(input="When?"))
        assert await igpt_server.called()
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
    assert [(span.attributes or {})["error.type"] for span in seen.spans()] == ["CancelledError", "CancelledError"]


async def test_metrics_say_how_long_and_how_many(igpt_server: ScriptedServer, seen: Seen) -> None:
    igpt_server.reply("recall/run", json=ANSWER)
    igpt_server.reply("datasources/list", json={"datasources": []})
    async with igpt_server.client() as igpt:
        for _ in range(3):
            await igpt.recall.run(input="When?")
        await igpt.datasources.list()
    (duration,) = seen.points("gen_ai.client.operation.duration")
    assert (duration.count, (duration.attributes or {})["gen_ai.operation.name"]) == (3, "invoke_agent")
    tokens = {
        (point.attributes or {})["gen_ai.token.type"]: point.sum for point in seen.points("gen_ai.client.token.usage")
    }
    assert tokens == {"input": 21, "output": 6}
    (requests,) = seen.points("http.client.request.duration")
    assert (requests.count, (requests.attributes or {})["http.response.status_code"]) == (4, 200)


@dataclass
class Votes:
    count: int


async def test_an_answer_that_does_not_fit_has_cost_its_tokens(igpt_server: ScriptedServer, seen: Seen) -> None:
    igpt_server.reply("recall/run", json=ANSWER)
    async with igpt_server.client() as igpt:  # noqa: SIM117 (they end one after the other)
        async with fan_out(igpt.recall.run, ["When?"], common={"output_format": Votes}) as outcomes:
            assert [outcome.error async for outcome in outcomes] == ["invalid_output"]
    assert outcomes.summary.tokens == {"input_tokens": 7, "output_tokens": 2, "total_tokens": 9}
    assert outcomes.summary.usage_unknown == 0
    (call,) = [span for span in seen.calls() if span.name != "fan_out"]
    facts = call.attributes or {}
    assert (facts["gen_ai.response.id"], facts["gen_ai.usage.input_tokens"]) == ("r1", 7)
    (item,) = seen.points("aigpt.fan_out.item.duration")
    assert item.attributes == {"error.type": "APIResponseValidationError"}


async def test_a_fan_out_is_the_parent_of_its_calls(igpt_server: ScriptedServer, seen: Seen) -> None:
    igpt_server.reply("recall/ask", status=500, json={}, times=2)
    igpt_server.reply("recall/ask", json=ANSWER)
    async with igpt_server.client(backoff_base=1) as igpt:  # noqa: SIM117 (they end one after the other)
        async with fan_out(igpt.recall.ask, [f"{n}?" for n in range(20)], concurrency=4) as outcomes:
            assert [outcome.ok async for outcome in outcomes] == [True] * 20
    (whole,) = [span for span in seen.spans() if span.name == "fan_out"]
    assert (whole.attributes or {})["aigpt.fan_out.ok"] == 20
    assert (whole.attributes or {})["aigpt.fan_out.retries"] == 2
    calls = [span for span in seen.calls() if span is not whole]
    assert len(calls) == 20  # one for each item, however many attempts it takes
    assert all(call.parent == whole.context for call in calls)
    assert len(seen.attempts()) == 22
    (items,) = seen.points("aigpt.fan_out.item.duration")
    assert items.count == 20
    (durations,) = seen.points("gen_ai.client.operation.duration")
    assert durations.count == 20
    assert sorted(point.count for point in seen.points("gen_ai.client.token.usage")) == [20, 20]
    assert trace.get_current_span() is trace.INVALID_SPAN


# ── work of several calls ───────────────────────────────────────────────────────────────────────────────────────

FULL = {"results": [{"id": f"m{n}", "timestamp": f"2026-03-{n + 1:02}T00:00:00Z", "content": "x"} for n in range(12)]}
NEW = {"id": "spike/1/messages", "service": "spike", "progress": 100}


def family(seen: Seen, name: str) -> tuple[ReadableSpan, list[str]]:
    """Return the span of that name, ended and alone of its name, and the names of its children."""
    (parent,) = [span for span in seen.spans() if span.name == name]
    calls = [span for span in seen.calls() if span is not parent]
    assert all(span.parent == parent.context for span in calls)
    return parent, [span.name for span in calls]


def error_of(span: ReadableSpan) -> object:
    return (span.attributes or {}).get("error.type")


def mailbox(server: ScriptedServer) -> None:
    server.reply("recall/search", json=FULL, times=1)
    server.reply("recall/search", json={"results": FULL["results"][:3]})
    server.reply("datasources/list", json={"datasources": [{"id": "a", "oldest": 1772323200, "newest": 1774915200}]})


async def test_a_search_for_all_is_the_parent_of_its_calls(igpt_server: ScriptedServer, seen: Seen) -> None:
    mailbox(igpt_server)
    async with igpt_server.client() as igpt:
        with seen.tracers.get_tracer("program").start_as_current_span("program") as program:
            found = [hit async for hit in igpt.recall.iter_search(query="x", max_results=12)]
            assert trace.get_current_span() is program
    assert found
    (parent,) = [span for span in seen.spans() if span.name == "recall.iter_search"]
    assert (parent.parent, error_of(parent), parent.kind) == (program.get_span_context(), None, SpanKind.INTERNAL)
    calls = [span for span in seen.calls() if span.name in {"retrieval", "datasources/list"}]
    assert len(calls) == len(igpt_server.calls) == 4
    assert all(span.parent == parent.context for span in calls)


async def test_a_search_that_is_cancelled_has_ended(igpt_server: ScriptedServer, seen: Seen) -> None:
    gate = Gate()
    igpt_server.reply("recall/search", json=FULL, times=1)
    igpt_server.reply("recall/search", json=FULL, times=1)
    igpt_server.stream("recall/search", [gate])
    async with igpt_server.client() as igpt:
        days = {"date_from": "2026-03-01", "date_to": "2026-03-12"}
        hits = igpt.recall.iter_search(query="x", max_results=12, concurrency=1, **days)
        taking = asyncio.ensure_future(_take_all(hits))
        assert await igpt_server.called(3)
        taking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await taking
        parent, children = family(seen, "recall.iter_search")
        assert error_of(parent) == "CancelledError"
        assert set(children) == {"retrieval"}
    gate.open()


async def _take_all(hits: Any) -> None:
    async for _ in hits:
        pass


@pytest.mark.parametrize("how", ["leaves", "drops"])
async def test_a_search_left_after_its_first_result_is_no_error(
    igpt_server: ScriptedServer, seen: Seen, how: str
) -> None:
    igpt_server.reply("recall/search", json={"results": FULL["results"][:3]})
    async with igpt_server.client() as igpt:
        hits = igpt.recall.iter_search(query="x")
        await anext(hits)
        if how == "leaves":
            await hits.aclose()
        del hits
        gc.collect()
        for _ in range(3):
            await asyncio.sleep(0)  # what is dropped is closed by the loop
        parent, _ = family(seen, "recall.iter_search")
    assert error_of(parent) is None


@pytest.mark.parametrize("raising", [True, False])
async def test_a_search_that_fails_names_its_exception(
    igpt_server: ScriptedServer, seen: Seen, *, raising: bool
) -> None:
    igpt_server.reply("recall/search", status=401, json={})
    async with igpt_server.client(raise_errors=raising) as igpt:
        with pytest.raises(AuthenticationError) if raising else nullcontext():
            await _take_all(igpt.recall.iter_search(query="x"))
    parent, children = family(seen, "recall.iter_search")
    assert (error_of(parent), children) == ("AuthenticationError", ["retrieval"])


async def test_a_wait_is_the_parent_of_its_calls(igpt_server: ScriptedServer, seen: Seen) -> None:
    igpt_server.reply("datasources/list", json={"datasources": [{"id": "a", "progress": 50}]}, times=1)
    igpt_server.reply("datasources/list", json={"datasources": [{"id": "a", "progress": 100}]})
    async with igpt_server.client() as igpt:
        assert (await igpt.datasources.wait()).ok
    parent, children = family(seen, "datasources.wait")
    assert (error_of(parent), children) == (None, ["datasources/list"] * 2)


async def test_a_connection_is_the_parent_of_its_calls(igpt_server: ScriptedServer, seen: Seen) -> None:
    igpt_server.reply("datasources/list", json={"datasources": []}, times=1)
    igpt_server.reply("datasources/list", json={"datasources": [NEW]})
    igpt_server.reply("connectors/authorize", json={"url": "https://example.com/"})
    async with igpt_server.client() as igpt:
        connected = await igpt.connectors.authorize_and_wait(service="spike", scope="messages", open_url=len)
        assert connected.ok
    parent, children = family(seen, "connectors.authorize_and_wait")
    assert (error_of(parent), children) == (None, ["datasources/list", "connectors/authorize", "datasources/list"])


@pytest.mark.parametrize("how", ["cancelled", "times out", "fails", "raises"])
async def test_a_wait_that_is_ended_has_ended_with_its_error(igpt_server: ScriptedServer, seen: Seen, how: str) -> None:
    status = 401 if how in {"fails", "raises"} else 200
    igpt_server.reply("datasources/list", status=status, json={"datasources": [{"id": "a", "progress": 50}]})
    async with igpt_server.client(raise_errors=how == "raises") as igpt:
        waiting = asyncio.ensure_future(igpt.datasources.wait(timeout=0.2 if how == "times out" else 600))
        assert await igpt_server.called()
        if how == "cancelled":
            waiting.cancel()
        with suppress(asyncio.CancelledError, AuthenticationError):
            await waiting
    parent, children = family(seen, "datasources.wait")
    expected = {"cancelled": "CancelledError", "times out": "APITimeoutError"}.get(how, "AuthenticationError")
    assert (error_of(parent), set(children)) == (expected, {"datasources/list"})
    assert trace.get_current_span() is trace.INVALID_SPAN


def test_in_the_blocking_client_too(igpt_server: ScriptedServer, seen: Seen) -> None:
    igpt_server.reply("recall/search", json={"results": FULL["results"][:3]})
    igpt_server.reply("datasources/list", json={"datasources": []})
    with (
        igpt_server.blocking_client() as igpt,
        seen.tracers.get_tracer("program").start_as_current_span("program") as program,
    ):
        igpt.datasources.wait()
        for _ in igpt.recall.iter_search(query="x"):
            break
    by_name = {span.name: span for span in seen.spans()}
    for name, child in (("datasources.wait", "datasources/list"), ("recall.iter_search", "retrieval")):
        assert by_name[name].parent == program.get_span_context()
        assert by_name[child].parent == by_name[name].context


def test_the_blocking_client_keeps_the_callers_span(igpt_server: ScriptedServer, seen: Seen) -> None:
    igpt_server.reply("recall/ask", json=ANSWER)
    with (
        igpt_server.blocking_client() as igpt,
        seen.tracers.get_tracer("program").start_as_current_span("program") as program,
    ):
        igpt.recall.ask(input="When?")
    call = next(span for span in seen.calls() if span.name == "chat")
    assert call.parent == program.get_span_context()


async def _ask_all(server: ScriptedServer) -> None:
    server.reply("recall/run", json={**ANSWER, "output": "SECRET-ANSWER"})
    server.reply("recall/search", json={"results": [{"id": "1", "content": "SECRET-MAIL"}]})
    async with server.client(user="SECRET-USER", api_key="SECRET-KEY") as igpt:
        await igpt.recall.run(input="SECRET-QUESTION", instructions="SECRET-ORDER")
        await igpt.recall.search(query="SECRET-QUERY")


async def test_nothing_that_was_written_is_noted(igpt_server: ScriptedServer, seen: Seen) -> None:
    await _ask_all(igpt_server)
    assert len(seen.spans()) == 4
    assert "SECRET" not in "".join(span.to_json() for span in seen.spans())


async def test_what_was_written_is_noted_where_switched_on(
    igpt_server: ScriptedServer, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "true")
    await _ask_all(igpt_server)
    run, search = seen.calls()
    facts = run.attributes or {}
    assert json.loads(str(facts["gen_ai.input.messages"])) == [
        {"role": "user", "parts": [{"type": "text", "content": "SECRET-QUESTION"}]}
    ]
    assert json.loads(str(facts["gen_ai.output.messages"])) == [
        {"role": "assistant", "parts": [{"type": "text", "content": "SECRET-ANSWER"}], "finish_reason": "stop"}
    ]
    assert json.loads(str(facts["gen_ai.system_instructions"]))[0]["content"] == "SECRET-ORDER"
    assert (search.attributes or {})["gen_ai.retrieval.query.text"] == "SECRET-QUERY"
    assert "SECRET-MAIL" in str((search.attributes or {})["gen_ai.retrieval.documents"])
    everything = "".join(span.to_json() for span in seen.spans())
    assert "SECRET-USER" not in everything
    assert "SECRET-KEY" not in everything


async def test_without_a_provider_nothing_is_made(igpt_server: ScriptedServer) -> None:
    assert isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider)
    assert type(metrics.get_meter_provider()).__name__ == "_ProxyMeterProvider"
    igpt_server.reply("recall/run", json=ANSWER)
    async with igpt_server.client() as igpt:
        await igpt.recall.run(input="When?")
    assert "traceparent" not in igpt_server.calls[0].headers


@pytest.mark.way("short")  # whatever the way is in this process
def test_it_is_not_imported_unless_the_program_does() -> None:
    code = """
import asyncio, sys
from aigpt import AsyncIGPT
async def main():
    async with AsyncIGPT("k", user="u", base_url="http://127.0.0.1:9", max_retries=0) as igpt:
        await igpt.recall.ask(input="?")
asyncio.run(main())
print([name for name in sys.modules if name.startswith("opentelemetry")])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
