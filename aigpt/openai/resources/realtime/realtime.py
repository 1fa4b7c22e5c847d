# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.
# pyright: reportPrivateUsage=false, reportDeprecated=false

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt.openai._blocking_websocket import ConnectionManager, EventConnection, Events
from aigpt.openai._resource import AsyncAPIResource, SyncAPIResource, cached_property
from aigpt.openai._types import omit
from aigpt.openai._websocket import AsyncConnectionManager, AsyncEventConnection, AsyncEvents

if TYPE_CHECKING:
    from typing import Any, Callable, ClassVar, Union

    from aigpt.openai._types import Headers, Omit, Query
    from aigpt.openai._websocket_options import ConnectionOptions, SyncConnectionOptions
    from aigpt.openai.resources.realtime.calls import (
        AsyncCalls,
        AsyncCallsWithRawResponse,
        AsyncCallsWithStreamingResponse,
        Calls,
        CallsWithRawResponse,
        CallsWithStreamingResponse,
    )
    from aigpt.openai.resources.realtime.client_secrets import (
        AsyncClientSecrets,
        AsyncClientSecretsWithRawResponse,
        AsyncClientSecretsWithStreamingResponse,
        ClientSecrets,
        ClientSecretsWithRawResponse,
        ClientSecretsWithStreamingResponse,
    )
    from aigpt.openai.resources.realtime.translations.translations import (
        AsyncTranslations,
        AsyncTranslationsWithRawResponse,
        AsyncTranslationsWithStreamingResponse,
        Translations,
        TranslationsWithRawResponse,
        TranslationsWithStreamingResponse,
    )
    from aigpt.openai.types.realtime import session_update_event_param
    from aigpt.openai.types.realtime.conversation_item_param import ConversationItemParam
    from aigpt.openai.types.realtime.realtime_client_event import RealtimeClientEvent
    from aigpt.openai.types.realtime.realtime_client_event_param import RealtimeClientEventParam
    from aigpt.openai.types.realtime.realtime_response_create_params_param import RealtimeResponseCreateParamsParam
    from aigpt.openai.types.realtime.realtime_response_create_params_with_references_param import (
        RealtimeResponseCreateParamsWithReferencesParam,
    )
    from aigpt.openai.types.realtime.realtime_server_event import RealtimeServerEvent
    from aigpt.openai.types.realtime.response_create_event_with_references_param import (
        ResponseCreateEventWithReferencesParam,
    )
    from aigpt.openai.types.websocket_reconnection import ReconnectingEvent, ReconnectingOverrides

__all__ = ["Realtime", "AsyncRealtime"]


class Realtime(SyncAPIResource):
    @cached_property
    def client_secrets(self) -> ClientSecrets:
        from aigpt.openai.resources.realtime.client_secrets import ClientSecrets

        return ClientSecrets(self._client)

    @cached_property
    def calls(self) -> Calls:
        from aigpt.openai.resources.realtime.calls import Calls

        return Calls(self._client)

    @cached_property
    def translations(self) -> Translations:
        from aigpt.openai.resources.realtime.translations.translations import Translations

        return Translations(self._client)

    @cached_property
    def with_raw_response(self) -> RealtimeWithRawResponse:
        return RealtimeWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> RealtimeWithStreamingResponse:
        return RealtimeWithStreamingResponse(self)

    def connect(
        self,
        *,
        call_id: str | Omit = omit,
        model: str | Omit = omit,
        extra_query: Query | None = None,
        extra_headers: Headers | None = None,
        websocket_connection_options: SyncConnectionOptions | None = None,
        on_reconnecting: Callable[[ReconnectingEvent], ReconnectingOverrides | None] | None = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = 1048576,
    ) -> RealtimeConnectionManager:
        """GET /realtime"""
        return RealtimeConnectionManager(
            self._sender,
            {"call_id": call_id, "model": model},
            extra_query=extra_query,
            extra_headers=extra_headers,
            websocket_connection_options=websocket_connection_options,
            on_reconnecting=on_reconnecting,
            max_retries=max_retries,
            initial_delay=initial_delay,
            max_delay=max_delay,
            max_queue_size=max_queue_size,
        )


class AsyncRealtime(AsyncAPIResource):
    @cached_property
    def client_secrets(self) -> AsyncClientSecrets:
        from aigpt.openai.resources.realtime.client_secrets import AsyncClientSecrets

        return AsyncClientSecrets(self._client)

    @cached_property
    def calls(self) -> AsyncCalls:
        from aigpt.openai.resources.realtime.calls import AsyncCalls

        return AsyncCalls(self._client)

    @cached_property
    def translations(self) -> AsyncTranslations:
        from aigpt.openai.resources.realtime.translations.translations import AsyncTranslations

        return AsyncTranslations(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncRealtimeWithRawResponse:
        return AsyncRealtimeWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncRealtimeWithStreamingResponse:
        return AsyncRealtimeWithStreamingResponse(self)

    def connect(
        self,
        *,
        call_id: str | Omit = omit,
        model: str | Omit = omit,
        extra_query: Query | None = None,
        extra_headers: Headers | None = None,
        websocket_connection_options: ConnectionOptions | None = None,
        on_reconnecting: Callable[[ReconnectingEvent], ReconnectingOverrides | None] | None = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = 1048576,
    ) -> AsyncRealtimeConnectionManager:
        """GET /realtime"""
        return AsyncRealtimeConnectionManager(
            self._sender,
            {"call_id": call_id, "model": model},
            extra_query=extra_query,
            extra_headers=extra_headers,
            websocket_connection_options=websocket_connection_options,
            on_reconnecting=on_reconnecting,
            max_retries=max_retries,
            initial_delay=initial_delay,
            max_delay=max_delay,
            max_queue_size=max_queue_size,
        )


class RealtimeWithRawResponse:
    def __init__(self, realtime: Realtime) -> None:
        self._realtime = realtime

    @cached_property
    def client_secrets(self) -> ClientSecretsWithRawResponse:
        from aigpt.openai.resources.realtime.client_secrets import ClientSecretsWithRawResponse

        return ClientSecretsWithRawResponse(self._realtime.client_secrets)

    @cached_property
    def calls(self) -> CallsWithRawResponse:
        from aigpt.openai.resources.realtime.calls import CallsWithRawResponse

        return CallsWithRawResponse(self._realtime.calls)

    @cached_property
    def translations(self) -> TranslationsWithRawResponse:
        from aigpt.openai.resources.realtime.translations.translations import TranslationsWithRawResponse

        return TranslationsWithRawResponse(self._realtime.translations)


class AsyncRealtimeWithRawResponse:
    def __init__(self, realtime: AsyncRealtime) -> None:
        self._realtime = realtime

    @cached_property
    def client_secrets(self) -> AsyncClientSecretsWithRawResponse:
        from aigpt.openai.resources.realtime.client_secrets import AsyncClientSecretsWithRawResponse

        return AsyncClientSecretsWithRawResponse(self._realtime.client_secrets)

    @cached_property
    def calls(self) -> AsyncCallsWithRawResponse:
        from aigpt.openai.resources.realtime.calls import AsyncCallsWithRawResponse

        return AsyncCallsWithRawResponse(self._realtime.calls)

    @cached_property
    def translations(self) -> AsyncTranslationsWithRawResponse:
        from aigpt.openai.resources.realtime.translations.translations import AsyncTranslationsWithRawResponse

        return AsyncTranslationsWithRawResponse(self._realtime.translations)


class RealtimeWithStreamingResponse:
    def __init__(self, realtime: Realtime) -> None:
        self._realtime = realtime

    @cached_property
    def client_secrets(self) -> ClientSecretsWithStreamingResponse:
        from aigpt.openai.resources.realtime.client_secrets import ClientSecretsWithStreamingResponse

        return ClientSecretsWithStreamingResponse(self._realtime.client_secrets)

    @cached_property
    def calls(self) -> CallsWithStreamingResponse:
        from aigpt.openai.resources.realtime.calls import CallsWithStreamingResponse

        return CallsWithStreamingResponse(self._realtime.calls)

    @cached_property
    def translations(self) -> TranslationsWithStreamingResponse:
        from aigpt.openai.resources.realtime.translations.translations import TranslationsWithStreamingResponse

        return TranslationsWithStreamingResponse(self._realtime.translations)


class AsyncRealtimeWithStreamingResponse:
    def __init__(self, realtime: AsyncRealtime) -> None:
        self._realtime = realtime

    @cached_property
    def client_secrets(self) -> AsyncClientSecretsWithStreamingResponse:
        from aigpt.openai.resources.realtime.client_secrets import AsyncClientSecretsWithStreamingResponse

        return AsyncClientSecretsWithStreamingResponse(self._realtime.client_secrets)

    @cached_property
    def calls(self) -> AsyncCallsWithStreamingResponse:
        from aigpt.openai.resources.realtime.calls import AsyncCallsWithStreamingResponse

        return AsyncCallsWithStreamingResponse(self._realtime.calls)

    @cached_property
    def translations(self) -> AsyncTranslationsWithStreamingResponse:
        from aigpt.openai.resources.realtime.translations.translations import AsyncTranslationsWithStreamingResponse

        return AsyncTranslationsWithStreamingResponse(self._realtime.translations)


class AsyncRealtimeConnection(
    AsyncEventConnection[
        "RealtimeServerEvent",
        "RealtimeClientEvent | Union[RealtimeClientEventParam, ResponseCreateEventWithReferencesParam]",
    ]
):
    _events = "realtime.realtime_server_event:RealtimeServerEvent"

    @cached_property
    def session(self) -> AsyncRealtimeSessionResource:
        return AsyncRealtimeSessionResource(self)

    @cached_property
    def response(self) -> AsyncRealtimeResponseResource:
        return AsyncRealtimeResponseResource(self)

    @cached_property
    def input_audio_buffer(self) -> AsyncRealtimeInputAudioBufferResource:
        return AsyncRealtimeInputAudioBufferResource(self)

    @cached_property
    def conversation(self) -> AsyncRealtimeConversationResource:
        return AsyncRealtimeConversationResource(self)

    @cached_property
    def output_audio_buffer(self) -> AsyncRealtimeOutputAudioBufferResource:
        return AsyncRealtimeOutputAudioBufferResource(self)


class RealtimeConnection(
    EventConnection[
        "RealtimeServerEvent",
        "RealtimeClientEvent | Union[RealtimeClientEventParam, ResponseCreateEventWithReferencesParam]",
    ]
):
    twin: ClassVar[type[AsyncEventConnection[Any, Any]]] = AsyncRealtimeConnection

    @cached_property
    def session(self) -> RealtimeSessionResource:
        return RealtimeSessionResource(self)

    @cached_property
    def response(self) -> RealtimeResponseResource:
        return RealtimeResponseResource(self)

    @cached_property
    def input_audio_buffer(self) -> RealtimeInputAudioBufferResource:
        return RealtimeInputAudioBufferResource(self)

    @cached_property
    def conversation(self) -> RealtimeConversationResource:
        return RealtimeConversationResource(self)

    @cached_property
    def output_audio_buffer(self) -> RealtimeOutputAudioBufferResource:
        return RealtimeOutputAudioBufferResource(self)


class AsyncRealtimeConnectionManager(
    AsyncConnectionManager[
        AsyncRealtimeConnection,
        "RealtimeClientEvent | Union[RealtimeClientEventParam, ResponseCreateEventWithReferencesParam]",
    ]
):
    _path = "/realtime"
    _connection_class = AsyncRealtimeConnection


class RealtimeConnectionManager(
    ConnectionManager[
        RealtimeConnection,
        "RealtimeClientEvent | Union[RealtimeClientEventParam, ResponseCreateEventWithReferencesParam]",
    ]
):
    _path = "/realtime"
    _connection_class = RealtimeConnection


class RealtimeSessionResource(Events):
    def update(self, *, session: session_update_event_param.Session, event_id: str | Omit = omit) -> None:
        """session.update"""
        self._send({"type": "session.update", "session": session, "event_id": event_id})


class RealtimeResponseResource(Events):
    def create(
        self,
        *,
        event_id: str | Omit = omit,
        response: Union[RealtimeResponseCreateParamsParam, RealtimeResponseCreateParamsWithReferencesParam]
        | Omit = omit,
    ) -> None:
        """response.create"""
        self._send({"type": "response.create", "event_id": event_id, "response": response})

    def cancel(self, *, event_id: str | Omit = omit, response_id: str | Omit = omit) -> None:
        """response.cancel"""
        self._send({"type": "response.cancel", "event_id": event_id, "response_id": response_id})


class RealtimeInputAudioBufferResource(Events):
    def clear(self, *, event_id: str | Omit = omit) -> None:
        """input_audio_buffer.clear"""
        self._send({"type": "input_audio_buffer.clear", "event_id": event_id})

    def commit(self, *, event_id: str | Omit = omit) -> None:
        """input_audio_buffer.commit"""
        self._send({"type": "input_audio_buffer.commit", "event_id": event_id})

    def append(self, *, audio: str | bytes, event_id: str | Omit = omit) -> None:
        """input_audio_buffer.append"""
        self._send({"type": "input_audio_buffer.append", "audio": audio, "event_id": event_id})


class RealtimeConversationResource(Events):
    @cached_property
    def item(self) -> RealtimeConversationItemResource:
        return RealtimeConversationItemResource(self._connection)


class RealtimeConversationItemResource(Events):
    def delete(self, *, item_id: str, event_id: str | Omit = omit) -> None:
        """conversation.item.delete"""
        self._send({"type": "conversation.item.delete", "item_id": item_id, "event_id": event_id})

    def create(
        self, *, item: ConversationItemParam, event_id: str | Omit = omit, previous_item_id: str | Omit = omit
    ) -> None:
        """conversation.item.create"""
        self._send(
            {
                "type": "conversation.item.create",
                "item": item,
                "event_id": event_id,
                "previous_item_id": previous_item_id,
            }
        )

    def truncate(self, *, audio_end_ms: int, content_index: int, item_id: str, event_id: str | Omit = omit) -> None:
        """conversation.item.truncate"""
        self._send(
            {
                "type": "conversation.item.truncate",
                "audio_end_ms": audio_end_ms,
                "content_index": content_index,
                "item_id": item_id,
                "event_id": event_id,
            }
        )

    def retrieve(self, *, item_id: str, event_id: str | Omit = omit) -> None:
        """conversation.item.retrieve"""
        self._send({"type": "conversation.item.retrieve", "item_id": item_id, "event_id": event_id})


class RealtimeOutputAudioBufferResource(Events):
    def clear(self, *, event_id: str | Omit = omit) -> None:
        """output_audio_buffer.clear"""
        self._send({"type": "output_audio_buffer.clear", "event_id": event_id})


class AsyncRealtimeSessionResource(AsyncEvents):
    async def update(self, *, session: session_update_event_param.Session, event_id: str | Omit = omit) -> None:
        """session.update"""
        await self._send({"type": "session.update", "session": session, "event_id": event_id})


class AsyncRealtimeResponseResource(AsyncEvents):
    async def create(
        self,
        *,
        event_id: str | Omit = omit,
        response: Union[RealtimeResponseCreateParamsParam, RealtimeResponseCreateParamsWithReferencesParam]
        | Omit = omit,
    ) -> None:
        """response.create"""
        await self._send({"type": "response.create", "event_id": event_id, "response": response})

    async def cancel(self, *, event_id: str | Omit = omit, response_id: str | Omit = omit) -> None:
        """response.cancel"""
        await self._send({"type": "response.cancel", "event_id": event_id, "response_id": response_id})


class AsyncRealtimeInputAudioBufferResource(AsyncEvents):
    async def clear(self, *, event_id: str | Omit = omit) -> None:
        """input_audio_buffer.clear"""
        await self._send({"type": "input_audio_buffer.clear", "event_id": event_id})

    async def commit(self, *, event_id: str | Omit = omit) -> None:
        """input_audio_buffer.commit"""
        await self._send({"type": "input_audio_buffer.commit", "event_id": event_id})

    async def append(self, *, audio: str | bytes, event_id: str | Omit = omit) -> None:
        """input_audio_buffer.append"""
        await self._send({"type": "input_audio_buffer.append", "audio": audio, "event_id": event_id})


class AsyncRealtimeConversationResource(AsyncEvents):
    @cached_property
    def item(self) -> AsyncRealtimeConversationItemResource:
        return AsyncRealtimeConversationItemResource(self._connection)


class AsyncRealtimeConversationItemResource(AsyncEvents):
    async def delete(self, *, item_id: str, event_id: str | Omit = omit) -> None:
        """conversation.item.delete"""
        await self._send({"type": "conversation.item.delete", "item_id": item_id, "event_id": event_id})

    async def create(
        self, *, item: ConversationItemParam, event_id: str | Omit = omit, previous_item_id: str | Omit = omit
    ) -> None:
        """conversation.item.create"""
        await self._send(
            {
                "type": "conversation.item.create",
                "item": item,
                "event_id": event_id,
                "previous_item_id": previous_item_id,
            }
        )

    async def truncate(
        self, *, audio_end_ms: int, content_index: int, item_id: str, event_id: str | Omit = omit
    ) -> None:
        """conversation.item.truncate"""
        await self._send(
            {
                "type": "conversation.item.truncate",
                "audio_end_ms": audio_end_ms,
                "content_index": content_index,
                "item_id": item_id,
                "event_id": event_id,
            }
        )

    async def retrieve(self, *, item_id: str, event_id: str | Omit = omit) -> None:
        """conversation.item.retrieve"""
        await self._send({"type": "conversation.item.retrieve", "item_id": item_id, "event_id": event_id})


class AsyncRealtimeOutputAudioBufferResource(AsyncEvents):
    async def clear(self, *, event_id: str | Omit = omit) -> None:
        """output_audio_buffer.clear"""
        await self._send({"type": "output_audio_buffer.clear", "event_id": event_id})
