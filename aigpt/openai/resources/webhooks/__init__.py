# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.webhooks import event_types as event_types
    from aigpt.openai.resources.webhooks import webhooks as webhooks
    from aigpt.openai.resources.webhooks.event_types import (
        AsyncEventTypes,
        AsyncEventTypesWithRawResponse,
        AsyncEventTypesWithStreamingResponse,
        EventTypes,
        EventTypesWithRawResponse,
        EventTypesWithStreamingResponse,
    )
    from aigpt.openai.resources.webhooks.webhooks import AsyncWebhooks as _AsyncWebhooks
    from aigpt.openai.resources.webhooks.webhooks import (
        AsyncWebhooksWithRawResponse,
        AsyncWebhooksWithStreamingResponse,
        WebhooksWithRawResponse,
        WebhooksWithStreamingResponse,
    )
    from aigpt.openai.resources.webhooks.webhooks import Webhooks as _Webhooks

__all__ = [
    "AsyncEventTypes",
    "AsyncEventTypesWithRawResponse",
    "AsyncEventTypesWithStreamingResponse",
    "AsyncWebhooksWithRawResponse",
    "AsyncWebhooksWithStreamingResponse",
    "EventTypes",
    "EventTypesWithRawResponse",
    "EventTypesWithStreamingResponse",
    "WebhooksWithRawResponse",
    "WebhooksWithStreamingResponse",
    "_AsyncWebhooks",
    "_Webhooks",
]

_HOMES = {
    "AsyncEventTypes": "aigpt.openai.resources.webhooks.event_types",
    "AsyncEventTypesWithRawResponse": "aigpt.openai.resources.webhooks.event_types",
    "AsyncEventTypesWithStreamingResponse": "aigpt.openai.resources.webhooks.event_types",
    "AsyncWebhooksWithRawResponse": "aigpt.openai.resources.webhooks.webhooks",
    "AsyncWebhooksWithStreamingResponse": "aigpt.openai.resources.webhooks.webhooks",
    "EventTypes": "aigpt.openai.resources.webhooks.event_types",
    "EventTypesWithRawResponse": "aigpt.openai.resources.webhooks.event_types",
    "EventTypesWithStreamingResponse": "aigpt.openai.resources.webhooks.event_types",
    "WebhooksWithRawResponse": "aigpt.openai.resources.webhooks.webhooks",
    "WebhooksWithStreamingResponse": "aigpt.openai.resources.webhooks.webhooks",
    "_AsyncWebhooks": "aigpt.openai.resources.webhooks.webhooks:AsyncWebhooks",
    "_Webhooks": "aigpt.openai.resources.webhooks.webhooks:Webhooks",
}
_SUBMODULES: tuple[str, ...] = ("event_types", "webhooks")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
