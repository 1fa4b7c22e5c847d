# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.safety import alerts as alerts
    from aigpt.openai.resources.safety import cases as cases
    from aigpt.openai.resources.safety import safety as safety
    from aigpt.openai.resources.safety.alerts import (
        Alerts,
        AlertsWithRawResponse,
        AlertsWithStreamingResponse,
        AsyncAlerts,
        AsyncAlertsWithRawResponse,
        AsyncAlertsWithStreamingResponse,
    )
    from aigpt.openai.resources.safety.cases import (
        AsyncCases,
        AsyncCasesWithRawResponse,
        AsyncCasesWithStreamingResponse,
        Cases,
        CasesWithRawResponse,
        CasesWithStreamingResponse,
    )
    from aigpt.openai.resources.safety.safety import (
        AsyncSafety,
        AsyncSafetyWithRawResponse,
        AsyncSafetyWithStreamingResponse,
        Safety,
        SafetyWithRawResponse,
        SafetyWithStreamingResponse,
    )

__all__ = [
    "Alerts",
    "AlertsWithRawResponse",
    "AlertsWithStreamingResponse",
    "AsyncAlerts",
    "AsyncAlertsWithRawResponse",
    "AsyncAlertsWithStreamingResponse",
    "AsyncCases",
    "AsyncCasesWithRawResponse",
    "AsyncCasesWithStreamingResponse",
    "AsyncSafety",
    "AsyncSafetyWithRawResponse",
    "AsyncSafetyWithStreamingResponse",
    "Cases",
    "CasesWithRawResponse",
    "CasesWithStreamingResponse",
    "Safety",
    "SafetyWithRawResponse",
    "SafetyWithStreamingResponse",
]

_HOMES = {
    "Alerts": "aigpt.openai.resources.safety.alerts",
    "AlertsWithRawResponse": "aigpt.openai.resources.safety.alerts",
    "AlertsWithStreamingResponse": "aigpt.openai.resources.safety.alerts",
    "AsyncAlerts": "aigpt.openai.resources.safety.alerts",
    "AsyncAlertsWithRawResponse": "aigpt.openai.resources.safety.alerts",
    "AsyncAlertsWithStreamingResponse": "aigpt.openai.resources.safety.alerts",
    "AsyncCases": "aigpt.openai.resources.safety.cases",
    "AsyncCasesWithRawResponse": "aigpt.openai.resources.safety.cases",
    "AsyncCasesWithStreamingResponse": "aigpt.openai.resources.safety.cases",
    "AsyncSafety": "aigpt.openai.resources.safety.safety",
    "AsyncSafetyWithRawResponse": "aigpt.openai.resources.safety.safety",
    "AsyncSafetyWithStreamingResponse": "aigpt.openai.resources.safety.safety",
    "Cases": "aigpt.openai.resources.safety.cases",
    "CasesWithRawResponse": "aigpt.openai.resources.safety.cases",
    "CasesWithStreamingResponse": "aigpt.openai.resources.safety.cases",
    "Safety": "aigpt.openai.resources.safety.safety",
    "SafetyWithRawResponse": "aigpt.openai.resources.safety.safety",
    "SafetyWithStreamingResponse": "aigpt.openai.resources.safety.safety",
}
_SUBMODULES: tuple[str, ...] = ("alerts", "cases", "safety")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
