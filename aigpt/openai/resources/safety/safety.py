# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.
# pyright: reportPrivateUsage=false, reportDeprecated=false

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt.openai._resource import AsyncAPIResource, SyncAPIResource, cached_property

if TYPE_CHECKING:
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

__all__ = ["Safety", "AsyncSafety"]


class Safety(SyncAPIResource):
    @cached_property
    def cases(self) -> Cases:
        from aigpt.openai.resources.safety.cases import Cases

        return Cases(self._client)

    @cached_property
    def alerts(self) -> Alerts:
        from aigpt.openai.resources.safety.alerts import Alerts

        return Alerts(self._client)

    @cached_property
    def with_raw_response(self) -> SafetyWithRawResponse:
        return SafetyWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> SafetyWithStreamingResponse:
        return SafetyWithStreamingResponse(self)


class AsyncSafety(AsyncAPIResource):
    @cached_property
    def cases(self) -> AsyncCases:
        from aigpt.openai.resources.safety.cases import AsyncCases

        return AsyncCases(self._client)

    @cached_property
    def alerts(self) -> AsyncAlerts:
        from aigpt.openai.resources.safety.alerts import AsyncAlerts

        return AsyncAlerts(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncSafetyWithRawResponse:
        return AsyncSafetyWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncSafetyWithStreamingResponse:
        return AsyncSafetyWithStreamingResponse(self)


class SafetyWithRawResponse:
    def __init__(self, safety: Safety) -> None:
        self._safety = safety

    @cached_property
    def cases(self) -> CasesWithRawResponse:
        from aigpt.openai.resources.safety.cases import CasesWithRawResponse

        return CasesWithRawResponse(self._safety.cases)

    @cached_property
    def alerts(self) -> AlertsWithRawResponse:
        from aigpt.openai.resources.safety.alerts import AlertsWithRawResponse

        return AlertsWithRawResponse(self._safety.alerts)


class AsyncSafetyWithRawResponse:
    def __init__(self, safety: AsyncSafety) -> None:
        self._safety = safety

    @cached_property
    def cases(self) -> AsyncCasesWithRawResponse:
        from aigpt.openai.resources.safety.cases import AsyncCasesWithRawResponse

        return AsyncCasesWithRawResponse(self._safety.cases)

    @cached_property
    def alerts(self) -> AsyncAlertsWithRawResponse:
        from aigpt.openai.resources.safety.alerts import AsyncAlertsWithRawResponse

        return AsyncAlertsWithRawResponse(self._safety.alerts)


class SafetyWithStreamingResponse:
    def __init__(self, safety: Safety) -> None:
        self._safety = safety

    @cached_property
    def cases(self) -> CasesWithStreamingResponse:
        from aigpt.openai.resources.safety.cases import CasesWithStreamingResponse

        return CasesWithStreamingResponse(self._safety.cases)

    @cached_property
    def alerts(self) -> AlertsWithStreamingResponse:
        from aigpt.openai.resources.safety.alerts import AlertsWithStreamingResponse

        return AlertsWithStreamingResponse(self._safety.alerts)


class AsyncSafetyWithStreamingResponse:
    def __init__(self, safety: AsyncSafety) -> None:
        self._safety = safety

    @cached_property
    def cases(self) -> AsyncCasesWithStreamingResponse:
        from aigpt.openai.resources.safety.cases import AsyncCasesWithStreamingResponse

        return AsyncCasesWithStreamingResponse(self._safety.cases)

    @cached_property
    def alerts(self) -> AsyncAlertsWithStreamingResponse:
        from aigpt.openai.resources.safety.alerts import AsyncAlertsWithStreamingResponse

        return AsyncAlertsWithStreamingResponse(self._safety.alerts)
