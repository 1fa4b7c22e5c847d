# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.
# pyright: reportPrivateUsage=false, reportDeprecated=false

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt.openai._resource import (
    AsyncAPIResource,
    Endpoint,
    SyncAPIResource,
    async_to_raw_response,
    async_to_streamed_response,
    cached_property,
    to_raw_response,
    to_streamed_response,
)
from aigpt.openai._types import not_given

if TYPE_CHECKING:
    from typing import Final

    from aigpt.openai._types import Abort, Body, Headers, NotGiven, Query, TimeoutTypes
    from aigpt.openai.types.safety.safety_alert import SafetyAlert

__all__ = ["Alerts", "AsyncAlerts"]

_RETRIEVE = Endpoint("GET", "/safety/alerts/{id}", result="safety.safety_alert:SafetyAlert")


class Alerts(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AlertsWithRawResponse:
        return AlertsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AlertsWithStreamingResponse:
        return AlertsWithStreamingResponse(self)

    def retrieve(
        self,
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SafetyAlert:
        """GET /safety/alerts/{id}"""
        return self._sender.send(
            _RETRIEVE, None, None, (id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class AsyncAlerts(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncAlertsWithRawResponse:
        return AsyncAlertsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncAlertsWithStreamingResponse:
        return AsyncAlertsWithStreamingResponse(self)

    async def retrieve(
        self,
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SafetyAlert:
        """GET /safety/alerts/{id}"""
        return await self._sender.send(
            _RETRIEVE, None, None, (id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class AlertsWithRawResponse:
    def __init__(self, alerts: Alerts) -> None:
        self._alerts = alerts
        raw = alerts._raw()
        self.retrieve: Final = to_raw_response(raw.retrieve)


class AsyncAlertsWithRawResponse:
    def __init__(self, alerts: AsyncAlerts) -> None:
        self._alerts = alerts
        raw = alerts._raw()
        self.retrieve: Final = async_to_raw_response(raw.retrieve)


class AlertsWithStreamingResponse:
    def __init__(self, alerts: Alerts) -> None:
        self._alerts = alerts
        streamed = alerts._streamed()
        self.retrieve: Final = to_streamed_response(streamed.retrieve)


class AsyncAlertsWithStreamingResponse:
    def __init__(self, alerts: AsyncAlerts) -> None:
        self._alerts = alerts
        streamed = alerts._streamed()
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
