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
from aigpt.openai._types import not_given, omit
from aigpt.openai._webhooks import WebhookVerification

if TYPE_CHECKING:
    from typing import Final, List, Literal, Optional

    from aigpt.openai._types import Abort, Body, Headers, NotGiven, Omit, Query, TimeoutTypes
    from aigpt.openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
    from aigpt.openai.resources.webhooks.event_types import (
        AsyncEventTypes,
        AsyncEventTypesWithRawResponse,
        AsyncEventTypesWithStreamingResponse,
        EventTypes,
        EventTypesWithRawResponse,
        EventTypesWithStreamingResponse,
    )
    from aigpt.openai.types.webhooks.deleted_webhook_endpoint import DeletedWebhookEndpoint
    from aigpt.openai.types.webhooks.webhook_endpoint import WebhookEndpoint
    from aigpt.openai.types.webhooks.webhook_endpoint_test_result import WebhookEndpointTestResult
    from aigpt.openai.types.webhooks.webhook_endpoint_with_secret import WebhookEndpointWithSecret

__all__ = ["Webhooks", "AsyncWebhooks"]

_CREATE = Endpoint(
    "POST", "/webhook_endpoints", result="webhooks.webhook_endpoint_with_secret:WebhookEndpointWithSecret"
)
_RETRIEVE = Endpoint(
    "GET", "/webhook_endpoints/{webhook_endpoint_id}", result="webhooks.webhook_endpoint:WebhookEndpoint"
)
_UPDATE = Endpoint(
    "POST", "/webhook_endpoints/{webhook_endpoint_id}", result="webhooks.webhook_endpoint:WebhookEndpoint"
)
_LIST = Endpoint("GET", "/webhook_endpoints", result="webhooks.webhook_endpoint:WebhookEndpoint", page="CursorPage")
_DELETE = Endpoint(
    "DELETE",
    "/webhook_endpoints/{webhook_endpoint_id}",
    result="webhooks.deleted_webhook_endpoint:DeletedWebhookEndpoint",
)
_ROTATE_SECRET = Endpoint(
    "POST",
    "/webhook_endpoints/{webhook_endpoint_id}/rotate_secret",
    result="webhooks.webhook_endpoint_with_secret:WebhookEndpointWithSecret",
)
_TEST = Endpoint(
    "POST",
    "/webhook_endpoints/{webhook_endpoint_id}/test",
    result="webhooks.webhook_endpoint_test_result:WebhookEndpointTestResult",
)


class Webhooks(WebhookVerification, SyncAPIResource):
    @cached_property
    def event_types(self) -> EventTypes:
        from aigpt.openai.resources.webhooks.event_types import EventTypes

        return EventTypes(self._client)

    @cached_property
    def with_raw_response(self) -> WebhooksWithRawResponse:
        return WebhooksWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> WebhooksWithStreamingResponse:
        return WebhooksWithStreamingResponse(self)

    def create(
        self,
        *,
        event_types: List[
            Literal[
                "batch.completed",
                "batch.failed",
                "batch.expired",
                "batch.cancelled",
                "response.completed",
                "response.failed",
                "response.cancelled",
                "response.incomplete",
                "eval.run.succeeded",
                "eval.run.failed",
                "eval.run.canceled",
                "fine_tuning.job.succeeded",
                "fine_tuning.job.failed",
                "fine_tuning.job.cancelled",
                "realtime.call.incoming",
                "video.completed",
                "video.failed",
                "agent.environment.ready",
                "agent.environment.failed",
                "agent.environment.suspended",
                "agent.environment.expired",
                "agent.session.created",
                "agent.session.action_required",
                "agent.session.in_progress",
                "agent.session.idle",
                "agent.session.failed",
                "safety.alert.created",
            ]
        ],
        name: str,
        url: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> WebhookEndpointWithSecret:
        """POST /webhook_endpoints"""
        return self._sender.send(
            _CREATE,
            {"event_types": event_types, "name": name, "url": url},
            None,
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def retrieve(
        self,
        webhook_endpoint_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> WebhookEndpoint:
        """GET /webhook_endpoints/{webhook_endpoint_id}"""
        return self._sender.send(
            _RETRIEVE,
            None,
            None,
            (webhook_endpoint_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def update(
        self,
        webhook_endpoint_id: str,
        *,
        event_types: List[
            Literal[
                "batch.completed",
                "batch.failed",
                "batch.expired",
                "batch.cancelled",
                "response.completed",
                "response.failed",
                "response.cancelled",
                "response.incomplete",
                "eval.run.succeeded",
                "eval.run.failed",
                "eval.run.canceled",
                "fine_tuning.job.succeeded",
                "fine_tuning.job.failed",
                "fine_tuning.job.cancelled",
                "realtime.call.incoming",
                "video.completed",
                "video.failed",
                "agent.environment.ready",
                "agent.environment.failed",
                "agent.environment.suspended",
                "agent.environment.expired",
                "agent.session.created",
                "agent.session.action_required",
                "agent.session.in_progress",
                "agent.session.idle",
                "agent.session.failed",
                "safety.alert.created",
            ]
        ]
        | Omit = omit,
        name: str | Omit = omit,
        url: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> WebhookEndpoint:
        """POST /webhook_endpoints/{webhook_endpoint_id}"""
        return self._sender.send(
            _UPDATE,
            {"event_types": event_types, "name": name, "url": url},
            None,
            (webhook_endpoint_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def list(
        self,
        *,
        after: Optional[str] | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SyncCursorPage[WebhookEndpoint]:
        """GET /webhook_endpoints"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "limit": limit},
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def delete(
        self,
        webhook_endpoint_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> DeletedWebhookEndpoint:
        """DELETE /webhook_endpoints/{webhook_endpoint_id}"""
        return self._sender.send(
            _DELETE,
            None,
            None,
            (webhook_endpoint_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def rotate_secret(
        self,
        webhook_endpoint_id: str,
        *,
        keep_old_secret_active_for_24_hours: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> WebhookEndpointWithSecret:
        """POST /webhook_endpoints/{webhook_endpoint_id}/rotate_secret"""
        return self._sender.send(
            _ROTATE_SECRET,
            {"keep_old_secret_active_for_24_hours": keep_old_secret_active_for_24_hours},
            None,
            (webhook_endpoint_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def test(
        self,
        webhook_endpoint_id: str,
        *,
        event_type: Literal[
            "batch.completed",
            "batch.failed",
            "batch.expired",
            "batch.cancelled",
            "response.completed",
            "response.failed",
            "response.cancelled",
            "response.incomplete",
            "eval.run.succeeded",
            "eval.run.failed",
            "eval.run.canceled",
            "fine_tuning.job.succeeded",
            "fine_tuning.job.failed",
            "fine_tuning.job.cancelled",
            "realtime.call.incoming",
            "video.completed",
            "video.failed",
            "agent.environment.ready",
            "agent.environment.failed",
            "agent.environment.suspended",
            "agent.environment.expired",
            "agent.session.created",
            "agent.session.action_required",
            "agent.session.in_progress",
            "agent.session.idle",
            "agent.session.failed",
            "safety.alert.created",
        ],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> WebhookEndpointTestResult:
        """POST /webhook_endpoints/{webhook_endpoint_id}/test"""
        return self._sender.send(
            _TEST,
            {"event_type": event_type},
            None,
            (webhook_endpoint_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class AsyncWebhooks(WebhookVerification, AsyncAPIResource):
    @cached_property
    def event_types(self) -> AsyncEventTypes:
        from aigpt.openai.resources.webhooks.event_types import AsyncEventTypes

        return AsyncEventTypes(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncWebhooksWithRawResponse:
        return AsyncWebhooksWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncWebhooksWithStreamingResponse:
        return AsyncWebhooksWithStreamingResponse(self)

    async def create(
        self,
        *,
        event_types: List[
            Literal[
                "batch.completed",
                "batch.failed",
                "batch.expired",
                "batch.cancelled",
                "response.completed",
                "response.failed",
                "response.cancelled",
                "response.incomplete",
                "eval.run.succeeded",
                "eval.run.failed",
                "eval.run.canceled",
                "fine_tuning.job.succeeded",
                "fine_tuning.job.failed",
                "fine_tuning.job.cancelled",
                "realtime.call.incoming",
                "video.completed",
                "video.failed",
                "agent.environment.ready",
                "agent.environment.failed",
                "agent.environment.suspended",
                "agent.environment.expired",
                "agent.session.created",
                "agent.session.action_required",
                "agent.session.in_progress",
                "agent.session.idle",
                "agent.session.failed",
                "safety.alert.created",
            ]
        ],
        name: str,
        url: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> WebhookEndpointWithSecret:
        """POST /webhook_endpoints"""
        return await self._sender.send(
            _CREATE,
            {"event_types": event_types, "name": name, "url": url},
            None,
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def retrieve(
        self,
        webhook_endpoint_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> WebhookEndpoint:
        """GET /webhook_endpoints/{webhook_endpoint_id}"""
        return await self._sender.send(
            _RETRIEVE,
            None,
            None,
            (webhook_endpoint_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def update(
        self,
        webhook_endpoint_id: str,
        *,
        event_types: List[
            Literal[
                "batch.completed",
                "batch.failed",
                "batch.expired",
                "batch.cancelled",
                "response.completed",
                "response.failed",
                "response.cancelled",
                "response.incomplete",
                "eval.run.succeeded",
                "eval.run.failed",
                "eval.run.canceled",
                "fine_tuning.job.succeeded",
                "fine_tuning.job.failed",
                "fine_tuning.job.cancelled",
                "realtime.call.incoming",
                "video.completed",
                "video.failed",
                "agent.environment.ready",
                "agent.environment.failed",
                "agent.environment.suspended",
                "agent.environment.expired",
                "agent.session.created",
                "agent.session.action_required",
                "agent.session.in_progress",
                "agent.session.idle",
                "agent.session.failed",
                "safety.alert.created",
            ]
        ]
        | Omit = omit,
        name: str | Omit = omit,
        url: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> WebhookEndpoint:
        """POST /webhook_endpoints/{webhook_endpoint_id}"""
        return await self._sender.send(
            _UPDATE,
            {"event_types": event_types, "name": name, "url": url},
            None,
            (webhook_endpoint_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def list(
        self,
        *,
        after: Optional[str] | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> AsyncPaginator[WebhookEndpoint, AsyncCursorPage[WebhookEndpoint]]:
        """GET /webhook_endpoints"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "limit": limit},
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def delete(
        self,
        webhook_endpoint_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> DeletedWebhookEndpoint:
        """DELETE /webhook_endpoints/{webhook_endpoint_id}"""
        return await self._sender.send(
            _DELETE,
            None,
            None,
            (webhook_endpoint_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def rotate_secret(
        self,
        webhook_endpoint_id: str,
        *,
        keep_old_secret_active_for_24_hours: bool | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> WebhookEndpointWithSecret:
        """POST /webhook_endpoints/{webhook_endpoint_id}/rotate_secret"""
        return await self._sender.send(
            _ROTATE_SECRET,
            {"keep_old_secret_active_for_24_hours": keep_old_secret_active_for_24_hours},
            None,
            (webhook_endpoint_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def test(
        self,
        webhook_endpoint_id: str,
        *,
        event_type: Literal[
            "batch.completed",
            "batch.failed",
            "batch.expired",
            "batch.cancelled",
            "response.completed",
            "response.failed",
            "response.cancelled",
            "response.incomplete",
            "eval.run.succeeded",
            "eval.run.failed",
            "eval.run.canceled",
            "fine_tuning.job.succeeded",
            "fine_tuning.job.failed",
            "fine_tuning.job.cancelled",
            "realtime.call.incoming",
            "video.completed",
            "video.failed",
            "agent.environment.ready",
            "agent.environment.failed",
            "agent.environment.suspended",
            "agent.environment.expired",
            "agent.session.created",
            "agent.session.action_required",
            "agent.session.in_progress",
            "agent.session.idle",
            "agent.session.failed",
            "safety.alert.created",
        ],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> WebhookEndpointTestResult:
        """POST /webhook_endpoints/{webhook_endpoint_id}/test"""
        return await self._sender.send(
            _TEST,
            {"event_type": event_type},
            None,
            (webhook_endpoint_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class WebhooksWithRawResponse:
    def __init__(self, webhooks: Webhooks) -> None:
        self._webhooks = webhooks
        raw = webhooks._raw()
        self.create: Final = to_raw_response(raw.create)
        self.retrieve: Final = to_raw_response(raw.retrieve)
        self.update: Final = to_raw_response(raw.update)
        self.list: Final = to_raw_response(raw.list)
        self.delete: Final = to_raw_response(raw.delete)
        self.rotate_secret: Final = to_raw_response(raw.rotate_secret)
        self.test: Final = to_raw_response(raw.test)

    @cached_property
    def event_types(self) -> EventTypesWithRawResponse:
        from aigpt.openai.resources.webhooks.event_types import EventTypesWithRawResponse

        return EventTypesWithRawResponse(self._webhooks.event_types)


class AsyncWebhooksWithRawResponse:
    def __init__(self, webhooks: AsyncWebhooks) -> None:
        self._webhooks = webhooks
        raw = webhooks._raw()
        self.create: Final = async_to_raw_response(raw.create)
        self.retrieve: Final = async_to_raw_response(raw.retrieve)
        self.update: Final = async_to_raw_response(raw.update)
        self.list: Final = async_to_raw_response(raw.list)
        self.delete: Final = async_to_raw_response(raw.delete)
        self.rotate_secret: Final = async_to_raw_response(raw.rotate_secret)
        self.test: Final = async_to_raw_response(raw.test)

    @cached_property
    def event_types(self) -> AsyncEventTypesWithRawResponse:
        from aigpt.openai.resources.webhooks.event_types import AsyncEventTypesWithRawResponse

        return AsyncEventTypesWithRawResponse(self._webhooks.event_types)


class WebhooksWithStreamingResponse:
    def __init__(self, webhooks: Webhooks) -> None:
        self._webhooks = webhooks
        streamed = webhooks._streamed()
        self.create: Final = to_streamed_response(streamed.create)
        self.retrieve: Final = to_streamed_response(streamed.retrieve)
        self.update: Final = to_streamed_response(streamed.update)
        self.list: Final = to_streamed_response(streamed.list)
        self.delete: Final = to_streamed_response(streamed.delete)
        self.rotate_secret: Final = to_streamed_response(streamed.rotate_secret)
        self.test: Final = to_streamed_response(streamed.test)

    @cached_property
    def event_types(self) -> EventTypesWithStreamingResponse:
        from aigpt.openai.resources.webhooks.event_types import EventTypesWithStreamingResponse

        return EventTypesWithStreamingResponse(self._webhooks.event_types)


class AsyncWebhooksWithStreamingResponse:
    def __init__(self, webhooks: AsyncWebhooks) -> None:
        self._webhooks = webhooks
        streamed = webhooks._streamed()
        self.create: Final = async_to_streamed_response(streamed.create)
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
        self.update: Final = async_to_streamed_response(streamed.update)
        self.list: Final = async_to_streamed_response(streamed.list)
        self.delete: Final = async_to_streamed_response(streamed.delete)
        self.rotate_secret: Final = async_to_streamed_response(streamed.rotate_secret)
        self.test: Final = async_to_streamed_response(streamed.test)

    @cached_property
    def event_types(self) -> AsyncEventTypesWithStreamingResponse:
        from aigpt.openai.resources.webhooks.event_types import AsyncEventTypesWithStreamingResponse

        return AsyncEventTypesWithStreamingResponse(self._webhooks.event_types)
