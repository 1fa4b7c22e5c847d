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

    from aigpt.openai._types import Abort, Body, FileTypes, Headers, NotGiven, Query, TimeoutTypes
    from aigpt.openai.types.uploads.upload_part import UploadPart

__all__ = ["Parts", "AsyncParts"]

_CREATE = Endpoint(
    "POST",
    "/uploads/{upload_id}/parts",
    result="uploads.upload_part:UploadPart",
    files=(("data",),),
    multipart="always",
)


class Parts(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> PartsWithRawResponse:
        return PartsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> PartsWithStreamingResponse:
        return PartsWithStreamingResponse(self)

    def create(
        self,
        upload_id: str,
        *,
        data: FileTypes,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> UploadPart:
        """POST /uploads/{upload_id}/parts"""
        return self._sender.send(
            _CREATE,
            {"data": data},
            None,
            (upload_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class AsyncParts(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncPartsWithRawResponse:
        return AsyncPartsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncPartsWithStreamingResponse:
        return AsyncPartsWithStreamingResponse(self)

    async def create(
        self,
        upload_id: str,
        *,
        data: FileTypes,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> UploadPart:
        """POST /uploads/{upload_id}/parts"""
        return await self._sender.send(
            _CREATE,
            {"data": data},
            None,
            (upload_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class PartsWithRawResponse:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        raw = parts._raw()
        self.create: Final = to_raw_response(raw.create)


class AsyncPartsWithRawResponse:
    def __init__(self, parts: AsyncParts) -> None:
        self._parts = parts
        raw = parts._raw()
        self.create: Final = async_to_raw_response(raw.create)


class PartsWithStreamingResponse:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        streamed = parts._streamed()
        self.create: Final = to_streamed_response(streamed.create)


class AsyncPartsWithStreamingResponse:
    def __init__(self, parts: AsyncParts) -> None:
        self._parts = parts
        streamed = parts._streamed()
        self.create: Final = async_to_streamed_response(streamed.create)
