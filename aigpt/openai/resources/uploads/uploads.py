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
    from aigpt.openai._types import Abort, Body, Headers, NotGiven, Omit, Query, SequenceNotStr, TimeoutTypes
    from aigpt.openai.resources.uploads.parts import (
        AsyncParts,
        AsyncPartsWithRawResponse,
        AsyncPartsWithStreamingResponse,
        Parts,
        PartsWithRawResponse,
        PartsWithStreamingResponse,
    )
    from aigpt.openai.types import upload_create_params
    from aigpt.openai.types.file_purpose import FilePurpose
    from aigpt.openai.types.upload import Upload

__all__ = ["Uploads", "AsyncUploads"]

_CREATE = Endpoint("POST", "/uploads", result="upload:Upload")
_CANCEL = Endpoint("POST", "/uploads/{upload_id}/cancel", result="upload:Upload")
_COMPLETE = Endpoint("POST", "/uploads/{upload_id}/complete", result="upload:Upload")


class Uploads(SyncAPIResource):
    @cached_property
    def parts(self) -> Parts:
        from aigpt.openai.resources.uploads.parts import Parts

        return Parts(self._client)

    @cached_property
    def with_raw_response(self) -> UploadsWithRawResponse:
        return UploadsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> UploadsWithStreamingResponse:
        return UploadsWithStreamingResponse(self)

    def create(
        self,
        *,
        bytes: int,
        filename: str,
        mime_type: str,
        purpose: FilePurpose,
        expires_after: upload_create_params.ExpiresAfter | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Upload:
        """POST /uploads"""
        return self._sender.send(
            _CREATE,
            {
                "bytes": bytes,
                "filename": filename,
                "mime_type": mime_type,
                "purpose": purpose,
                "expires_after": expires_after,
            },
            None,
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def cancel(
        self,
        upload_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Upload:
        """POST /uploads/{upload_id}/cancel"""
        return self._sender.send(
            _CANCEL, None, None, (upload_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def complete(
        self,
        upload_id: str,
        *,
        part_ids: SequenceNotStr[str],
        md5: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Upload:
        """POST /uploads/{upload_id}/complete"""
        return self._sender.send(
            _COMPLETE,
            {"part_ids": part_ids, "md5": md5},
            None,
            (upload_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class AsyncUploads(AsyncAPIResource):
    @cached_property
    def parts(self) -> AsyncParts:
        from aigpt.openai.resources.uploads.parts import AsyncParts

        return AsyncParts(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncUploadsWithRawResponse:
        return AsyncUploadsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncUploadsWithStreamingResponse:
        return AsyncUploadsWithStreamingResponse(self)

    async def create(
        self,
        *,
        bytes: int,
        filename: str,
        mime_type: str,
        purpose: FilePurpose,
        expires_after: upload_create_params.ExpiresAfter | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Upload:
        """POST /uploads"""
        return await self._sender.send(
            _CREATE,
            {
                "bytes": bytes,
                "filename": filename,
                "mime_type": mime_type,
                "purpose": purpose,
                "expires_after": expires_after,
            },
            None,
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def cancel(
        self,
        upload_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Upload:
        """POST /uploads/{upload_id}/cancel"""
        return await self._sender.send(
            _CANCEL, None, None, (upload_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    async def complete(
        self,
        upload_id: str,
        *,
        part_ids: SequenceNotStr[str],
        md5: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Upload:
        """POST /uploads/{upload_id}/complete"""
        return await self._sender.send(
            _COMPLETE,
            {"part_ids": part_ids, "md5": md5},
            None,
            (upload_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class UploadsWithRawResponse:
    def __init__(self, uploads: Uploads) -> None:
        self._uploads = uploads
        raw = uploads._raw()
        self.create = to_raw_response(raw.create)
        self.cancel = to_raw_response(raw.cancel)
        self.complete = to_raw_response(raw.complete)

    @cached_property
    def parts(self) -> PartsWithRawResponse:
        from aigpt.openai.resources.uploads.parts import PartsWithRawResponse

        return PartsWithRawResponse(self._uploads.parts)


class AsyncUploadsWithRawResponse:
    def __init__(self, uploads: AsyncUploads) -> None:
        self._uploads = uploads
        raw = uploads._raw()
        self.create = async_to_raw_response(raw.create)
        self.cancel = async_to_raw_response(raw.cancel)
        self.complete = async_to_raw_response(raw.complete)

    @cached_property
    def parts(self) -> AsyncPartsWithRawResponse:
        from aigpt.openai.resources.uploads.parts import AsyncPartsWithRawResponse

        return AsyncPartsWithRawResponse(self._uploads.parts)


class UploadsWithStreamingResponse:
    def __init__(self, uploads: Uploads) -> None:
        self._uploads = uploads
        streamed = uploads._streamed()
        self.create = to_streamed_response(streamed.create)
        self.cancel = to_streamed_response(streamed.cancel)
        self.complete = to_streamed_response(streamed.complete)

    @cached_property
    def parts(self) -> PartsWithStreamingResponse:
        from aigpt.openai.resources.uploads.parts import PartsWithStreamingResponse

        return PartsWithStreamingResponse(self._uploads.parts)


class AsyncUploadsWithStreamingResponse:
    def __init__(self, uploads: AsyncUploads) -> None:
        self._uploads = uploads
        streamed = uploads._streamed()
        self.create = async_to_streamed_response(streamed.create)
        self.cancel = async_to_streamed_response(streamed.cancel)
        self.complete = async_to_streamed_response(streamed.complete)

    @cached_property
    def parts(self) -> AsyncPartsWithStreamingResponse:
        from aigpt.openai.resources.uploads.parts import AsyncPartsWithStreamingResponse

        return AsyncPartsWithStreamingResponse(self._uploads.parts)
