"""Spans and metrics of calls, attempts, streams and fan-outs, for programs that have set an OpenTelemetry provider.

A call is a span by the GenAI conventions, with a span by the HTTP conventions for each of its attempts, whose
``traceparent`` goes out with the request; a stream's call lasts until the stream ends. A fan-out, and a method of the
client that makes several calls, is a span too, their parent. What was asked and answered is
recorded only where ``OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT`` switches it on; the key never.

Source of the names: OpenTelemetry semantic conventions, HTTP (stable) and GenAI (in development, as of 2026).
"""

from __future__ import annotations

import os
import time
from collections.abc import Generator, MutableMapping
from contextlib import AbstractContextManager, contextmanager
from contextvars import Context, copy_context
from functools import lru_cache

from opentelemetry import context, metrics, propagate, trace
from opentelemetry.trace import Span, SpanKind, StatusCode
from yarl import URL

from aigpt._telemetry.observer import AttemptFacts, AttemptObserver, CallObserver
from aigpt._telemetry.spans import Attributes, FanOutSpan, SpanAttributes, WorkSpan
from aigpt._version import __version__

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
    """Return the tracer and instruments of the program's providers; None where it has set none."""
    tracers, meters = trace.get_tracer_provider(), metrics.get_meter_provider()
    # Where no provider is set, OpenTelemetry gives a proxy; the class of that of meters is private.
    if isinstance(tracers, trace.ProxyTracerProvider) and type(meters).__name__ == "_ProxyMeterProvider":
        return None
    return _scope(tracers, meters)


def _captures() -> bool:
    return os.environ.get("OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT", "").strip().lower() in _CAPTURING


class _AttemptSpan:
    """One request of a call."""

    def __init__(self) -> None:
        self.result: Attributes = {}

    def end(self, facts: AttemptFacts) -> None:
        """Note how the attempt went."""
        self.result = {"http.response.status_code": facts.status} if facts.status else {}
        if facts.status >= _FIRST_ERROR:
            self.result["error.type"] = str(facts.status)
        elif facts.error_type is not None:
            self.result["error.type"] = facts.error_type


class _CallSpan:
    """One call, until its result is there or its stream has ended."""

    def __init__(self, scope: Scope, call: object, describe: SpanAttributes) -> None:
        self._scope = scope
        self._describe = describe
        self._described = described = describe.describe_call(call)
        self._facts: Attributes = {**_address(described.url), **described.facts}
        self._closed = False
        self._began = time.perf_counter()
        self._span = scope.tracer.start_span(
            described.name, kind=SpanKind.CLIENT, attributes={**self._facts, **described.attributes}
        )
        self._captures = described.is_genai and _captures() and self._span.is_recording()
        if self._captures:
            self._span.set_attributes(described.content())

    @contextmanager
    def attempt(self, headers: MutableMapping[str, str], retries: int) -> Generator[AttemptObserver]:
        """Record an attempt while it is entered; its ``traceparent`` is added to *headers*."""
        method, url = self._described.method, self._described.url
        facts: Attributes = {"http.request.method": method, **_address(url)}
        resends: Attributes = {"http.request.resend_count": retries} if retries else {}
        span = self._scope.tracer.start_span(
            method,
            context=trace.set_span_in_context(self._span),
            kind=SpanKind.CLIENT,
            attributes={**facts, **resends, "url.full": str(url)},
        )
        began = time.perf_counter()
        attempt = _AttemptSpan()
        try:
            with trace.use_span(span, record_exception=False, set_status_on_exception=False):
                propagate.inject(headers)
                yield attempt
        except BaseException as exc:
            attempt.result = {"error.type": type(exc).__name__}
            raise
        finally:
            _end(span, attempt.result)
            self._scope.request.record(time.perf_counter() - began, {**facts, **attempt.result})

    def retry(self, facts: AttemptFacts, wait: float) -> None:
        """Do nothing: the attempt has a span of its own, and the wait is what lies between two of them."""

    def first_chunk(self) -> None:
        """Note that the first values of the stream have arrived."""
        seconds = time.perf_counter() - self._began
        self._span.set_attribute("gen_ai.response.time_to_first_chunk", seconds)
        if self._described.is_genai:
            self._scope.first_chunk.record(seconds, self._facts)

    def end(self, result: object, facts: AttemptFacts) -> None:
        """Note that the call ended with *result*."""
        if self._closed:
            return
        described = self._describe.describe_result(result)
        error_type = described.error_type or facts.error_type
        ended: Attributes = {} if error_type is None else {"error.type": error_type}
        self._span.set_attributes(described.attributes)
        if self._captures:
            self._span.set_attributes(described.content())
        if self._described.is_genai:
            for kind, count in described.tokens.items():
                self._scope.tokens.record(count, {**self._facts, "gen_ai.token.type": kind})
        self._close(ended)

    def leave(self, error_type: str | None = None) -> None:
        """Note that the call was left before its end, by an exception or since no more was wanted."""
        self._close({} if error_type is None else {"error.type": error_type})

    def _close(self, result: Attributes) -> None:
        if self._closed:
            return
        self._closed = True
        _end(self._span, result)
        if self._described.is_genai:
            self._scope.operation.record(time.perf_counter() - self._began, {**self._facts, **result})


class _WorkSpan:
    """A method that makes several calls, their parent."""

    def __init__(self, scope: Scope, name: str) -> None:
        self._span = scope.tracer.start_span(name, kind=SpanKind.INTERNAL)
        self._ended = False

    def entered(self) -> AbstractContextManager[None]:
        """Return what makes it the parent of what this task begins while it is entered."""
        return _entered(self._span)

    def end(self, error_type: str | None = None) -> None:
        """Note that the work ended, well or with an exception of that class. The first end stands."""
        if not self._ended:
            self._ended = True
            _end(self._span, {} if error_type is None else {"error.type": error_type})


@contextmanager
def _entered(span: Span) -> Generator[None]:
    with trace.use_span(span, record_exception=False, set_status_on_exception=False):
        yield


class _FanOutSpan:
    """A fan-out, parent of its calls."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._span = scope.tracer.start_span("fan_out", kind=SpanKind.INTERNAL)
        self.context: Context = copy_context()
        self.context.run(context.attach, trace.set_span_in_context(self._span))

    def item(self, error_type: str | None, seconds: float) -> None:
        """Note that an item ended, well or with an exception of that class."""
        # Not the error's code: a server may make up any number of them.
        self._scope.item.record(seconds, {} if error_type is None else {"error.type": error_type})

    def end(self, summary: object) -> None:
        """Note that the fan-out ended; *summary* has `ok`, `failed`, `retries` and `abandoned`."""
        names = ("ok", "failed", "retries", "abandoned")
        self._span.set_attributes({f"aigpt.fan_out.{name}": getattr(summary, name) for name in names})
        self._span.end()


def start_call_span(call: object, describe: SpanAttributes) -> CallObserver | None:
    """Return what records *call*, which begins now; None where the program has set no provider."""
    scope = current_scope()
    return None if scope is None else _CallSpan(scope, call, describe)


def start_fan_out_span() -> FanOutSpan | None:
    """Return what records a fan-out, which begins now; None where the program has set no provider."""
    scope = current_scope()
    return None if scope is None else _FanOutSpan(scope)


def start_work_span(name: str) -> WorkSpan | None:
    """Return what records work of several calls, which begins now; None where the program has set no provider."""
    scope = current_scope()
    return None if scope is None else _WorkSpan(scope, name)


def _address(url: URL) -> Attributes:
    return {"server.address": url.host or "", "server.port": url.port or 0}


def _end(span: Span, result: Attributes) -> None:
    span.set_attributes(result)
    if "error.type" in result:
        span.set_status(StatusCode.ERROR)
    span.end()
