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

if TYPE_CHECKING:
    from typing import Final

    from aigpt.openai._types import Abort, Body, FileTypes, Headers, NotGiven, Omit, Query, TimeoutTypes
    from aigpt.openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
    from aigpt.openai.types.audio.voice_consent import VoiceConsent
    from aigpt.openai.types.audio.voice_consent_deleted import VoiceConsentDeleted

__all__ = ["VoiceConsents", "AsyncVoiceConsents"]

_CREATE = Endpoint(
    "POST",
    "/audio/voice_consents",
    result="audio.voice_consent:VoiceConsent",
    files=(("recording",),),
    multipart="always",
)
_RETRIEVE = Endpoint("GET", "/audio/voice_consents/{consent_id}", result="audio.voice_consent:VoiceConsent")
_UPDATE = Endpoint("POST", "/audio/voice_consents/{consent_id}", result="audio.voice_consent:VoiceConsent")
_LIST = Endpoint("GET", "/audio/voice_consents", result="audio.voice_consent:VoiceConsent", page="CursorPage")
_DELETE = Endpoint(
    "DELETE", "/audio/voice_consents/{consent_id}", result="audio.voice_consent_deleted:VoiceConsentDeleted"
)


class VoiceConsents(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> VoiceConsentsWithRawResponse:
        return VoiceConsentsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> VoiceConsentsWithStreamingResponse:
        return VoiceConsentsWithStreamingResponse(self)

    def create(
        self,
        *,
        language: str,
        name: str,
        recording: FileTypes,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VoiceConsent:
        """POST /audio/voice_consents"""
        return self._sender.send(
            _CREATE,
            {"language": language, "name": name, "recording": recording},
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
        consent_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VoiceConsent:
        """GET /audio/voice_consents/{consent_id}"""
        return self._sender.send(
            _RETRIEVE, None, None, (consent_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def update(
        self,
        consent_id: str,
        *,
        name: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VoiceConsent:
        """POST /audio/voice_consents/{consent_id}"""
        return self._sender.send(
            _UPDATE,
            {"name": name},
            None,
            (consent_id,),
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
        after: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SyncCursorPage[VoiceConsent]:
        """GET /audio/voice_consents"""
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
        consent_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VoiceConsentDeleted:
        """DELETE /audio/voice_consents/{consent_id}"""
        return self._sender.send(
            _DELETE, None, None, (consent_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class AsyncVoiceConsents(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncVoiceConsentsWithRawResponse:
        return AsyncVoiceConsentsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncVoiceConsentsWithStreamingResponse:
        return AsyncVoiceConsentsWithStreamingResponse(self)

    async def create(
        self,
        *,
        language: str,
        name: str,
        recording: FileTypes,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VoiceConsent:
        """POST /audio/voice_consents"""
        return await self._sender.send(
            _CREATE,
            {"language": language, "name": name, "recording": recording},
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
        consent_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VoiceConsent:
        """GET /audio/voice_consents/{consent_id}"""
        return await self._sender.send(
            _RETRIEVE, None, None, (consent_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    async def update(
        self,
        consent_id: str,
        *,
        name: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VoiceConsent:
        """POST /audio/voice_consents/{consent_id}"""
        return await self._sender.send(
            _UPDATE,
            {"name": name},
            None,
            (consent_id,),
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
        after: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> AsyncPaginator[VoiceConsent, AsyncCursorPage[VoiceConsent]]:
        """GET /audio/voice_consents"""
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
        consent_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VoiceConsentDeleted:
        """DELETE /audio/voice_consents/{consent_id}"""
        return await self._sender.send(
            _DELETE, None, None, (consent_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class VoiceConsentsWithRawResponse:
    def __init__(self, voice_consents: VoiceConsents) -> None:
        self._voice_consents = voice_consents
        raw = voice_consents._raw()
        self.create: Final = to_raw_response(raw.create)
        self.retrieve: Final = to_raw_response(raw.retrieve)
        self.update: Final = to_raw_response(raw.update)
        self.list: Final = to_raw_response(raw.list)
        self.delete: Final = to_raw_response(raw.delete)


class AsyncVoiceConsentsWithRawResponse:
    def __init__(self, voice_consents: AsyncVoiceConsents) -> None:
        self._voice_consents = voice_consents
        raw = voice_consents._raw()
        self.create: Final = async_to_raw_response(raw.create)
        self.retrieve: Final = async_to_raw_response(raw.retrieve)
        self.update: Final = async_to_raw_response(raw.update)
        self.list: Final = async_to_raw_response(raw.list)
        self.delete: Final = async_to_raw_response(raw.delete)


class VoiceConsentsWithStreamingResponse:
    def __init__(self, voice_consents: VoiceConsents) -> None:
        self._voice_consents = voice_consents
        streamed = voice_consents._streamed()
        self.create: Final = to_streamed_response(streamed.create)
        self.retrieve: Final = to_streamed_response(streamed.retrieve)
        self.update: Final = to_streamed_response(streamed.update)
        self.list: Final = to_streamed_response(streamed.list)
        self.delete: Final = to_streamed_response(streamed.delete)


class AsyncVoiceConsentsWithStreamingResponse:
    def __init__(self, voice_consents: AsyncVoiceConsents) -> None:
        self._voice_consents = voice_consents
        streamed = voice_consents._streamed()
        self.create: Final = async_to_streamed_response(streamed.create)
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
        self.update: Final = async_to_streamed_response(streamed.update)
        self.list: Final = async_to_streamed_response(streamed.list)
        self.delete: Final = async_to_streamed_response(streamed.delete)
