"""Where OpenTelemetry looks in: nothing at all, unless the program itself uses it.

A program that has set a provider has imported OpenTelemetry; until then a call costs two look-ups more.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aigpt._call import Call
    from aigpt._otel import CallSpan, FanOutSpan


def _in_use() -> bool:
    return "opentelemetry.trace" in sys.modules or "opentelemetry.metrics" in sys.modules


def watch_call(call: Call[Any]) -> CallSpan | None:
    """Return what notes the fate of *call*, which begins now; None where nobody wants to know."""
    if not _in_use():
        return None
    from aigpt import _otel  # noqa: PLC0415 (only where the program has OpenTelemetry)

    scope = _otel.current_scope()
    return None if scope is None else _otel.CallSpan(scope, call)


def watch_fan_out() -> FanOutSpan | None:
    """Return what notes the fate of a fan-out, which begins now; None where nobody wants to know."""
    if not _in_use():
        return None
    from aigpt import _otel  # noqa: PLC0415 (as above)

    scope = _otel.current_scope()
    return None if scope is None else _otel.FanOutSpan(scope)
