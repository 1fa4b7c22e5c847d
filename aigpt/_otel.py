"""Spans and metrics of calls, attempts, streams and fan-outs, for programs that have set an OpenTelemetry provider.

A call is a span by the GenAI conventions, with a span by the HTTP conventions for each of its attempts, whose
``traceparent`` goes out with the request; a stream's call lasts until the stream ends. What was asked and answered is
noted only where ``OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT`` says so; the user's name and the key never.

Source of the names: OpenTelemetry semantic conventions, HTTP (stable) and GenAI (in development, as of 2026).
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Awaitable, Callable, Mapping
from contextvars import copy_context
from functools import lru_cache
from typing import Any, TypeAlias, cast

from opentelemetry import context, metrics, propagate, trace
from opentelemetry.trace import Span, SpanKind, StatusCode
from yarl import URL

from aigpt._answer import Outcome
from aigpt._call import Call
from aigpt._reply import whole_answer
from aigpt._summary import Summary
from aigpt._version import __version__
from aigpt.types import Reply

Attributes: TypeAlias = dict[str, str | int | float | bool]
Attempt: TypeAlias = Callable[[Call[Any]], Awaitable[Outcome]]

_OPERATIONS = {"recall/run": "invoke_agent", "recall/ask": "chat", "recall/search": "retrieval"}
_PROVIDER = "igpt"
_CAPTURING = frozenset({"true", "span_only", "span_and_event"})
_FIRST_ERROR = 400

# The bounds that the conventions advise.
_HTTP_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10)
_GENAI_SECONDS = tuple(0.01 * 2**n for n in range(14))
_TOKENS = tuple(4**n for n in range(14))


class Scope:
    """The tracer and the instruments of one pair of providers."""

    def __init__(self, tracers: trace.TracerProvider, meters: metrics.MeterProvider) -> None:
        self.tracer = tracers.get_tracer("aigpt", __version__)
        meter = meters.get_meter("aigpt", __version__)

        def histogram(name: str, unit: str, what: str, bounds: tuple[float, ...]) -> metrics.Histogram:
            return meter.create_histogram(name, unit, what, explicit_bucket_boundaries_advisory=bounds)

        self.operation = histogram("gen_ai.client.operation.duration", "s", "Duration of calls.", _GENAI_SECONDS)
        self.first_chunk = histogram(
            "gen_ai.client.operation.time_to_first_chunk", "s", "Time to a stream's first chunk.", _GENAI_SECONDS
        )
        self.tokens = histogram("gen_ai.client.token.usage", "{token}", "Tokens that calls cost.", _TOKENS)
        self.request = histogram("http.client.request.duration", "s", "Duration of attempts.", _HTTP_SECONDS)
        self.item = histogram("aigpt.fan_out.item.duration", "s", "Duration of items, waits included.", _GENAI_SECONDS)


_scope = lru_cache(maxsize=1)(Scope)


def current_scope() -> Scope | None:
    """Return what to note things with; None where the program has set no provider."""
    tracers, meters = trace.get_tracer_provider(), metrics.get_meter_provider()
    # The API stands in for a provider that is not set, by a class that it keeps to itself where it is the meters'.
    if isinstance(tracers, trace.ProxyTracerProvider) and type(meters).__name__ == "_ProxyMeterProvider":
        return None
    return _scope(tracers, meters)


def _captures() -> bool:
    return os.environ.get("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "").strip().lower() in _CAPTURING


class CallSpan:
    """One call, until its reply is there or its stream has ended."""

    def __init__(self, scope: Scope, call: Call[Any]) -> None:
        self._scope = scope
        self._call = call
        self._url = call.options.url(call.route)
        self._facts: Attributes = _address(self._url)
        operation = _OPERATIONS.get(call.route)
        body = _parameters(call) if operation else {}
        if operation:
            self._facts |= {"gen_ai.operation.name": operation, "gen_ai.provider.name": _PROVIDER}
        if isinstance(body.get("quality"), str):
            self._facts["gen_ai.request.model"] = body["quality"]
        self._is_genai = bool(operation)
        self._closed = False
        self._began = time.perf_counter()
        self._span = scope.tracer.start_span(
            " ".join([operation or call.route, *([body["quality"]] if "gen_ai.request.model" in self._facts else [])]),
            kind=SpanKind.CLIENT,
            attributes={**self._facts, **_asked(body)},
        )
        self._captures = bool(operation) and _captures() and self._span.is_recording()
        if self._captures:
            self._span.set_attributes(_question(body))

    async def until_outcome(
        self, make: Callable[[Call[Any], Attempt], Awaitable[Outcome]], attempt: Attempt
    ) -> Outcome:
        """Return what the call comes to, made of attempts that are noted too."""
        try:
            return await make(self._call, self._attempts(attempt))
        except BaseException as exc:
            self.leave(type(exc).__name__)
            raise

    def _attempts(self, attempt: Attempt) -> Attempt:
        """Return *attempt* with a span around each."""

        async def watched(call: Call[Any]) -> Outcome:
            facts: Attributes = {"http.request.method": "POST", **_address(self._url)}
            resends: Attributes = {"http.request.resend_count": call.retries} if call.retries else {}
            span = self._scope.tracer.start_span(
                "POST",
                context=trace.set_span_in_context(self._span),
                kind=SpanKind.CLIENT,
                attributes={**facts, **resends, "url.full": str(self._url)},
            )
            began = time.perf_counter()
            result: Attributes = {}
            try:
                with trace.use_span(span, record_exception=False, set_status_on_exception=False):
                    propagate.inject(call.headers)
                    outcome = await attempt(call)
                result = _result(outcome)
            except BaseException as exc:
                result = {"error.type": type(exc).__name__}
                raise
            finally:
                _end(span, result)
                self._scope.request.record(time.perf_counter() - began, {**facts, **result})
            return outcome

        return watched

    def first_chunk(self) -> None:
        """Note that the first values of the stream are there."""
        seconds = time.perf_counter() - self._began
        self._span.set_attribute("gen_ai.response.time_to_first_chunk", seconds)
        if self._is_genai:
            self._scope.first_chunk.record(seconds, self._facts)

    def end(self, reply: object) -> None:
        """Note that the call ended with *reply*."""
        result: Attributes = {}
        if isinstance(reply, Reply):
            if reply.exception is not None:
                result["error.type"] = type(reply.exception).__name__
            self._span.set_attributes(_answered(reply))
            if self._captures:
                self._span.set_attributes(_answer(reply))
            self._count_tokens(reply)
        self._close(result)

    def leave(self, error: str | None = None) -> None:
        """Note that the call was left before its end, by *error* or since no more was wanted; nothing if it ended."""
        self._close({} if error is None else {"error.type": error})

    def _close(self, result: Attributes) -> None:
        if self._closed:
            return
        self._closed = True
        _end(self._span, result)
        if self._is_genai:
            self._scope.operation.record(time.perf_counter() - self._began, {**self._facts, **result})

    def _count_tokens(self, reply: Reply) -> None:
        if not self._is_genai or self._closed:
            return
        for kind, count in _usage(reply).items():
            self._scope.tokens.record(count, {**self._facts, "gen_ai.token.type": kind})


class FanOutSpan:
    """A fan-out, parent of its calls: `context` is what these are to run in, each in a copy of its own."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._span = scope.tracer.start_span("fan_out", kind=SpanKind.INTERNAL)
        self.context = copy_context()
        self.context.run(context.attach, trace.set_span_in_context(self._span))

    def item(self, exception: BaseException | None, seconds: float) -> None:
        """Note that an item ended, with *exception* or well, after *seconds*."""
        # By its class: a code may be of the server's own making, and there is no end to those.
        self._scope.item.record(seconds, {} if exception is None else {"error.type": type(exception).__name__})

    def end(self, summary: Summary) -> None:
        """Note that the fan-out ended."""
        names = ("ok", "failed", "retries", "abandoned")
        self._span.set_attributes({f"aigpt.fan_out.{name}": getattr(summary, name) for name in names})
        self._span.end()


# ── what is noted ───────────────────────────────────────────────────────────────────────────────────────────────


def _address(url: URL) -> Attributes:
    return {"server.address": url.host or "", "server.port": url.port or 0}


def _parameters(call: Call[Any]) -> dict[str, Any]:
    try:
        body: object = json.loads(call.body.decode() or "{}")
    except ValueError:
        return {}
    return cast("dict[str, Any]", body) if isinstance(body, dict) else {}


def _asked(body: Mapping[str, Any]) -> Attributes:
    wanted: Attributes = {"gen_ai.request.stream": True} if body.get("stream") is True else {}
    form = body.get("output_format")
    if form is not None:
        wanted["gen_ai.output.type"] = "text" if form == "text" else "json"
    return wanted


def _answered(reply: Reply) -> Attributes:
    noted: Attributes = {f"gen_ai.usage.{kind}_tokens": count for kind, count in _usage(reply).items()}
    name = whole_answer(reply).get("id")
    if isinstance(name, str):
        noted["gen_ai.response.id"] = name
    return noted


def _usage(reply: Reply) -> dict[str, int]:
    usage = whole_answer(reply).get("usage")
    if not isinstance(usage, Mapping):
        return {}
    counts = cast("Mapping[str, object]", usage)
    found = {kind: counts.get(f"{kind}_tokens") for kind in ("input", "output")}
    return {kind: count for kind, count in found.items() if isinstance(count, int) and not isinstance(count, bool)}


def _question(body: Mapping[str, Any]) -> Attributes:
    noted: Attributes = {}
    if isinstance(body.get("input"), str):
        noted["gen_ai.input.messages"] = _json([{"role": "user", "parts": [_text(body["input"])]}])
    if isinstance(body.get("instructions"), str):
        noted["gen_ai.system_instructions"] = _json([_text(body["instructions"])])
    if isinstance(body.get("query"), str):
        noted["gen_ai.retrieval.query.text"] = body["query"]
    return noted


def _answer(reply: Reply) -> Attributes:
    noted: Attributes = {}
    output = whole_answer(reply).get("output")
    if output is not None:
        text = output if isinstance(output, str) else _json(output)
        message = {"role": "assistant", "parts": [_text(text)], "finish_reason": "stop" if reply.ok else "error"}
        noted["gen_ai.output.messages"] = _json([message])
    if "results" in reply:
        noted["gen_ai.retrieval.documents"] = _json(reply["results"])
    return noted


def _text(content: str) -> dict[str, str]:
    return {"type": "text", "content": content}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _result(outcome: Outcome) -> Attributes:
    result: Attributes = {"http.response.status_code": outcome.status} if outcome.status else {}
    if outcome.status >= _FIRST_ERROR:
        result["error.type"] = str(outcome.status)
    elif outcome.failure is not None:
        result["error.type"] = outcome.failure.kind.__name__
    return result


def _end(span: Span, result: Attributes) -> None:
    span.set_attributes(result)
    if "error.type" in result:
        span.set_status(StatusCode.ERROR)
    span.end()
