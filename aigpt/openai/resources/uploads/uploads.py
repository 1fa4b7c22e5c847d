# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.
# pyright: reportPrivateUsage=false, reportDeprecated=false

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from aigpt.openai._chunked_upload import UploadHelpers
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
    import os
    from collections.abc import Callable
    from typing import Final

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


class Uploads(UploadHelpers, SyncAPIResource):
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

    @overload
    def upload_file_chunked(
        self,
        *,
        file: os.PathLike[str],
        mime_type: str,
        purpose: FilePurpose,
        bytes: int | None = None,
        part_size: int | None = None,
        md5: str | Omit = omit,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[int, int], object] | None = None,
    ) -> Upload: ...
    @overload
    def upload_file_chunked(
        self,
        *,
        file: bytes,
        filename: str,
        bytes: int,
        mime_type: str,
        purpose: FilePurpose,
        part_size: int | None = None,
        md5: str | Omit = omit,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[int, int], object] | None = None,
    ) -> Upload: ...
    def upload_file_chunked(
        self,
        *,
        file: os.PathLike[str] | bytes,
        mime_type: str,
        purpose: FilePurpose,
        filename: str | None = None,
        bytes: int | None = None,
        part_size: int | None = None,
        md5: str | Omit = omit,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[int, int], object] | None = None,
    ) -> Upload:
        """Upload a file of any size in parts of *part_size* bytes, by default 64 MiB, four at once.

        *file*: a path, or the content with its *filename* and its length as *bytes*. Parts are read while they are
        sent, off the event loop, 256 KiB at a time. *on_progress* is called with the bytes that arrived so far, and
        with the length of the file, after each part. *md5*: the file's, checked by the server. *deadline*: seconds
        for all of it.

        Where a part fails, the others are cancelled, and its error is raised. Raises OSError for a file that cannot
        be read, TypeError or ValueError for wrong parameters.
        """
        return self._upload_file_chunked(
            {
                "file": file,
                "mime_type": mime_type,
                "purpose": purpose,
                "filename": filename,
                "bytes": bytes,
                "part_size": part_size,
                "md5": md5,
            },
            deadline,
            abort,
            on_progress,
        )


class AsyncUploads(UploadHelpers, AsyncAPIResource):
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

    @overload
    async def upload_file_chunked(
        self,
        *,
        file: os.PathLike[str],
        mime_type: str,
        purpose: FilePurpose,
        bytes: int | None = None,
        part_size: int | None = None,
        md5: str | Omit = omit,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[int, int], object] | None = None,
    ) -> Upload: ...
    @overload
    async def upload_file_chunked(
        self,
        *,
        file: bytes,
        filename: str,
        bytes: int,
        mime_type: str,
        purpose: FilePurpose,
        part_size: int | None = None,
        md5: str | Omit = omit,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[int, int], object] | None = None,
    ) -> Upload: ...
    async def upload_file_chunked(
        self,
        *,
        file: os.PathLike[str] | bytes,
        mime_type: str,
        purpose: FilePurpose,
        filename: str | None = None,
        bytes: int | None = None,
        part_size: int | None = None,
        md5: str | Omit = omit,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[int, int], object] | None = None,
    ) -> Upload:
        """Upload a file of any size in parts of *part_size* bytes, by default 64 MiB, four at once.

        *file*: a path, or the content with its *filename* and its length as *bytes*. Parts are read while they are
        sent, off the event loop, 256 KiB at a time. *on_progress* is called with the bytes that arrived so far, and
        with the length of the file, after each part. *md5*: the file's, checked by the server. *deadline*: seconds
        for all of it.

        Where a part fails, the others are cancelled, and its error is raised. Raises OSError for a file that cannot
        be read, TypeError or ValueError for wrong parameters.
        """
        return await self._upload_file_chunked(
            {
                "file": file,
                "mime_type": mime_type,
                "purpose": purpose,
                "filename": filename,
                "bytes": bytes,
                "part_size": part_size,
                "md5": md5,
            },
            deadline,
            abort,
            on_progress,
        )


class UploadsWithRawResponse:
    def __init__(self, uploads: Uploads) -> None:
        self._uploads = uploads
        raw = uploads._raw()
        self.create: Final = to_raw_response(raw.create)
        self.cancel: Final = to_raw_response(raw.cancel)
        self.complete: Final = to_raw_response(raw.complete)

    @cached_property
    def parts(self) -> PartsWithRawResponse:
        from aigpt.openai.resources.uploads.parts import PartsWithRawResponse

        return PartsWithRawResponse(self._uploads.parts)


class AsyncUploadsWithRawResponse:
    def __init__(self, uploads: AsyncUploads) -> None:
        self._uploads = uploads
        raw = uploads._raw()
        self.create: Final = async_to_raw_response(raw.create)
        self.cancel: Final = async_to_raw_response(raw.cancel)
        self.complete: Final = async_to_raw_response(raw.complete)

    @cached_property
    def parts(self) -> AsyncPartsWithRawResponse:
        from aigpt.openai.resources.uploads.parts import AsyncPartsWithRawResponse

        return AsyncPartsWithRawResponse(self._uploads.parts)


class UploadsWithStreamingResponse:
    def __init__(self, uploads: Uploads) -> None:
        self._uploads = uploads
        streamed = uploads._streamed()
        self.create: Final = to_streamed_response(streamed.create)
        self.cancel: Final = to_streamed_response(streamed.cancel)
        self.complete: Final = to_streamed_response(streamed.complete)

    @cached_property
    def parts(self) -> PartsWithStreamingResponse:
        from aigpt.openai.resources.uploads.parts import PartsWithStreamingResponse

        return PartsWithStreamingResponse(self._uploads.parts)


class AsyncUploadsWithStreamingResponse:
    def __init__(self, uploads: AsyncUploads) -> None:
        self._uploads = uploads
        streamed = uploads._streamed()
        self.create: Final = async_to_streamed_response(streamed.create)
        self.cancel: Final = async_to_streamed_response(streamed.cancel)
        self.complete: Final = async_to_streamed_response(streamed.complete)

    @cached_property
    def parts(self) -> AsyncPartsWithStreamingResponse:
        from aigpt.openai.resources.uploads.parts import AsyncPartsWithStreamingResponse

        return AsyncPartsWithStreamingResponse(self._uploads.parts)
