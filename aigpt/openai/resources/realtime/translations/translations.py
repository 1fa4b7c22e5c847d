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
    from typing import Any, Callable, ClassVar

    from aigpt.openai._types import Headers, Omit, Query
    from aigpt.openai._websocket_options import ConnectionOptions, SyncConnectionOptions
    from aigpt.openai.resources.realtime.translations.client_secrets import (
        AsyncClientSecrets,
        AsyncClientSecretsWithRawResponse,
        AsyncClientSecretsWithStreamingResponse,
        ClientSecrets,
        ClientSecretsWithRawResponse,
        ClientSecretsWithStreamingResponse,
    )
    from aigpt.openai.types.realtime.realtime_translation_client_event import RealtimeTranslationClientEvent
    from aigpt.openai.types.realtime.realtime_translation_client_event_param import RealtimeTranslationClientEventParam
    from aigpt.openai.types.realtime.realtime_translation_server_event import RealtimeTranslationServerEvent
    from aigpt.openai.types.realtime.realtime_translation_session_update_request_param import (
        RealtimeTranslationSessionUpdateRequestParam,
    )
    from aigpt.openai.types.websocket_reconnection import ReconnectingEvent, ReconnectingOverrides

__all__ = ["Translations", "AsyncTranslations"]


class Translations(SyncAPIResource):
    @cached_property
    def client_secrets(self) -> ClientSecrets:
        from aigpt.openai.resources.realtime.translations.client_secrets import ClientSecrets

        return ClientSecrets(self._client)

    @cached_property
    def with_raw_response(self) -> TranslationsWithRawResponse:
        return TranslationsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> TranslationsWithStreamingResponse:
        return TranslationsWithStreamingResponse(self)

    def connect(
        self,
        model: str,
        extra_query: Query | None = None,
        extra_headers: Headers | None = None,
        websocket_connection_options: SyncConnectionOptions | None = None,
        on_reconnecting: Callable[[ReconnectingEvent], ReconnectingOverrides | None] | None = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = 1048576,
    ) -> TranslationsConnectionManager:
        """GET /realtime/translations"""
        return TranslationsConnectionManager(
            self._sender,
            {"model": model},
            extra_query=extra_query,
            extra_headers=extra_headers,
            websocket_connection_options=websocket_connection_options,
            on_reconnecting=on_reconnecting,
            max_retries=max_retries,
            initial_delay=initial_delay,
            max_delay=max_delay,
            max_queue_size=max_queue_size,
        )


class AsyncTranslations(AsyncAPIResource):
    @cached_property
    def client_secrets(self) -> AsyncClientSecrets:
        from aigpt.openai.resources.realtime.translations.client_secrets import AsyncClientSecrets

        return AsyncClientSecrets(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncTranslationsWithRawResponse:
        return AsyncTranslationsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncTranslationsWithStreamingResponse:
        return AsyncTranslationsWithStreamingResponse(self)

    def connect(
        self,
        model: str,
        extra_query: Query | None = None,
        extra_headers: Headers | None = None,
        websocket_connection_options: ConnectionOptions | None = None,
        on_reconnecting: Callable[[ReconnectingEvent], ReconnectingOverrides | None] | None = None,
        max_retries: int = 5,
        initial_delay: float = 0.5,
        max_delay: float = 8.0,
        max_queue_size: int = 1048576,
    ) -> AsyncTranslationsConnectionManager:
        """GET /realtime/translations"""
        return AsyncTranslationsConnectionManager(
            self._sender,
            {"model": model},
            extra_query=extra_query,
            extra_headers=extra_headers,
            websocket_connection_options=websocket_connection_options,
            on_reconnecting=on_reconnecting,
            max_retries=max_retries,
            initial_delay=initial_delay,
            max_delay=max_delay,
            max_queue_size=max_queue_size,
        )


class TranslationsWithRawResponse:
    def __init__(self, translations: Translations) -> None:
        self._translations = translations

    @cached_property
    def client_secrets(self) -> ClientSecretsWithRawResponse:
        from aigpt.openai.resources.realtime.translations.client_secrets import ClientSecretsWithRawResponse

        return ClientSecretsWithRawResponse(self._translations.client_secrets)


class AsyncTranslationsWithRawResponse:
    def __init__(self, translations: AsyncTranslations) -> None:
        self._translations = translations

    @cached_property
    def client_secrets(self) -> AsyncClientSecretsWithRawResponse:
        from aigpt.openai.resources.realtime.translations.client_secrets import AsyncClientSecretsWithRawResponse

        return AsyncClientSecretsWithRawResponse(self._translations.client_secrets)


class TranslationsWithStreamingResponse:
    def __init__(self, translations: Translations) -> None:
        self._translations = translations

    @cached_property
    def client_secrets(self) -> ClientSecretsWithStreamingResponse:
        from aigpt.openai.resources.realtime.translations.client_secrets import ClientSecretsWithStreamingResponse

        return ClientSecretsWithStreamingResponse(self._translations.client_secrets)


class AsyncTranslationsWithStreamingResponse:
    def __init__(self, translations: AsyncTranslations) -> None:
        self._translations = translations

    @cached_property
    def client_secrets(self) -> AsyncClientSecretsWithStreamingResponse:
        from aigpt.openai.resources.realtime.translations.client_secrets import AsyncClientSecretsWithStreamingResponse

        return AsyncClientSecretsWithStreamingResponse(self._translations.client_secrets)


class AsyncTranslationsConnection(
    AsyncEventConnection[
        "RealtimeTranslationServerEvent", "RealtimeTranslationClientEvent | RealtimeTranslationClientEventParam"
    ]
):
    _events = "realtime.realtime_translation_server_event:RealtimeTranslationServerEvent"

    @cached_property
    def session(self) -> AsyncTranslationsSessionResource:
        return AsyncTranslationsSessionResource(self)


class TranslationsConnection(
    EventConnection[
        "RealtimeTranslationServerEvent", "RealtimeTranslationClientEvent | RealtimeTranslationClientEventParam"
    ]
):
    twin: ClassVar[type[AsyncEventConnection[Any, Any]]] = AsyncTranslationsConnection

    @cached_property
    def session(self) -> TranslationsSessionResource:
        return TranslationsSessionResource(self)


class AsyncTranslationsConnectionManager(
    AsyncConnectionManager[
        AsyncTranslationsConnection, "RealtimeTranslationClientEvent | RealtimeTranslationClientEventParam"
    ]
):
    _path = "/realtime/translations"
    _connection_class = AsyncTranslationsConnection


class TranslationsConnectionManager(
    ConnectionManager[TranslationsConnection, "RealtimeTranslationClientEvent | RealtimeTranslationClientEventParam"]
):
    _path = "/realtime/translations"
    _connection_class = TranslationsConnection


class TranslationsSessionResource(Events):
    @cached_property
    def input_audio_buffer(self) -> TranslationsSessionInputAudioBufferResource:
        return TranslationsSessionInputAudioBufferResource(self._connection)

    def close(self, *, event_id: str | Omit = omit) -> None:
        """session.close"""
        self._send({"type": "session.close", "event_id": event_id})

    def update(self, *, session: RealtimeTranslationSessionUpdateRequestParam, event_id: str | Omit = omit) -> None:
        """session.update"""
        self._send({"type": "session.update", "session": session, "event_id": event_id})


class TranslationsSessionInputAudioBufferResource(Events):
    def append(self, *, audio: str | bytes, event_id: str | Omit = omit) -> None:
        """session.input_audio_buffer.append"""
        self._send({"type": "session.input_audio_buffer.append", "audio": audio, "event_id": event_id})


class AsyncTranslationsSessionResource(AsyncEvents):
    @cached_property
    def input_audio_buffer(self) -> AsyncTranslationsSessionInputAudioBufferResource:
        return AsyncTranslationsSessionInputAudioBufferResource(self._connection)

    async def close(self, *, event_id: str | Omit = omit) -> None:
        """session.close"""
        await self._send({"type": "session.close", "event_id": event_id})

    async def update(
        self, *, session: RealtimeTranslationSessionUpdateRequestParam, event_id: str | Omit = omit
    ) -> None:
        """session.update"""
        await self._send({"type": "session.update", "session": session, "event_id": event_id})


class AsyncTranslationsSessionInputAudioBufferResource(AsyncEvents):
    async def append(self, *, audio: str | bytes, event_id: str | Omit = omit) -> None:
        """session.input_audio_buffer.append"""
        await self._send({"type": "session.input_audio_buffer.append", "audio": audio, "event_id": event_id})
