"""Starts the spans of calls and of work of several calls. Costs nearly nothing unless the program uses OpenTelemetry.

A program that has set a provider has imported OpenTelemetry; until then a call costs two look-ups more.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aigpt._telemetry.observer import CallObserver
    from aigpt._telemetry.spans import FanOutSpan, SpanAttributes, WorkSpan


def may_be_in_use() -> bool:
    """Return whether the program has imported OpenTelemetry."""
    return "opentelemetry.trace" in sys.modules or "opentelemetry.metrics" in sys.modules


def start_call_span(call: object, describe: SpanAttributes) -> CallObserver | None:
    """Return what records *call*, which begins now; None where the program has set no OpenTelemetry provider.

    Only for a program that has imported OpenTelemetry.
    """
    from aigpt._telemetry import opentelemetry  # noqa: PLC0415 (only where the program has OpenTelemetry)

    return opentelemetry.start_call_span(call, describe)


def start_fan_out_span() -> FanOutSpan | None:
    """Return what records a fan-out, which begins now; None where the program has set no OpenTelemetry provider."""
    if not may_be_in_use():
        return None
    from aigpt._telemetry import opentelemetry  # noqa: PLC0415 (as above)

    return opentelemetry.start_fan_out_span()


def start_work_span(name: str) -> WorkSpan | None:
    """Return what records work of several calls, which begins now; None where the program has set no provider."""
    if not may_be_in_use():
        return None
    from aigpt._telemetry import opentelemetry  # noqa: PLC0415 (as above)

    return opentelemetry.start_work_span(name)


@contextmanager
def work_span(name: str) -> Generator[WorkSpan | None]:
    """Record work of several calls while this is entered: they are its children. An exception is its error."""
    span = start_work_span(name)
    if span is None:
        yield None
        return
    try:
        with span.entered():
            yield span
    except BaseException as exc:
        span.end(type(exc).__name__)
        raise
    finally:
        span.end()
