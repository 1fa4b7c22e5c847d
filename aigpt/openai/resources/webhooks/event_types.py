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
    from aigpt.openai.types.webhooks.webhook_event_type_list import WebhookEventTypeList

__all__ = ["EventTypes", "AsyncEventTypes"]

_LIST = Endpoint("GET", "/webhook_event_types", result="webhooks.webhook_event_type_list:WebhookEventTypeList")


class EventTypes(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> EventTypesWithRawResponse:
        return EventTypesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> EventTypesWithStreamingResponse:
        return EventTypesWithStreamingResponse(self)

    def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> WebhookEventTypeList:
        """GET /webhook_event_types"""
        return self._sender.send(
            _LIST, None, None, (), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class AsyncEventTypes(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncEventTypesWithRawResponse:
        return AsyncEventTypesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncEventTypesWithStreamingResponse:
        return AsyncEventTypesWithStreamingResponse(self)

    async def list(
        self,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> WebhookEventTypeList:
        """GET /webhook_event_types"""
        return await self._sender.send(
            _LIST, None, None, (), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class EventTypesWithRawResponse:
    def __init__(self, event_types: EventTypes) -> None:
        self._event_types = event_types
        raw = event_types._raw()
        self.list: Final = to_raw_response(raw.list)


class AsyncEventTypesWithRawResponse:
    def __init__(self, event_types: AsyncEventTypes) -> None:
        self._event_types = event_types
        raw = event_types._raw()
        self.list: Final = async_to_raw_response(raw.list)


class EventTypesWithStreamingResponse:
    def __init__(self, event_types: EventTypes) -> None:
        self._event_types = event_types
        streamed = event_types._streamed()
        self.list: Final = to_streamed_response(streamed.list)


class AsyncEventTypesWithStreamingResponse:
    def __init__(self, event_types: AsyncEventTypes) -> None:
        self._event_types = event_types
        streamed = event_types._streamed()
        self.list: Final = async_to_streamed_response(streamed.list)
