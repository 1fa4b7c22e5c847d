# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.
# pyright: reportPrivateUsage=false, reportDeprecated=false

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt.openai._compat import deprecated
from aigpt.openai._file_helpers import FileHelpers
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
    from collections.abc import Callable
    from typing import Final, Literal

    from aigpt.openai._binary import BinaryContent
    from aigpt.openai._types import Abort, Body, FileTypes, Headers, NotGiven, Omit, Query, TimeoutTypes
    from aigpt.openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
    from aigpt.openai.types import file_create_params
    from aigpt.openai.types.file_deleted import FileDeleted
    from aigpt.openai.types.file_object import FileObject
    from aigpt.openai.types.file_purpose import FilePurpose

__all__ = ["Files", "AsyncFiles"]

_CREATE = Endpoint("POST", "/files", result="file_object:FileObject", files=(("file",),), multipart="always")
_RETRIEVE = Endpoint("GET", "/files/{file_id}", result="file_object:FileObject")
_LIST = Endpoint("GET", "/files", result="file_object:FileObject", page="CursorPage")
_DELETE = Endpoint("DELETE", "/files/{file_id}", result="file_deleted:FileDeleted")
_CONTENT = Endpoint("GET", "/files/{file_id}/content", binary=True, headers={"Accept": "application/binary"})
_RETRIEVE_CONTENT = Endpoint("GET", "/files/{file_id}/content", result="str")


class Files(FileHelpers, SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> FilesWithRawResponse:
        return FilesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> FilesWithStreamingResponse:
        return FilesWithStreamingResponse(self)

    def create(
        self,
        *,
        file: FileTypes,
        purpose: FilePurpose,
        expires_after: file_create_params.ExpiresAfter | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> FileObject:
        """POST /files"""
        return self._sender.send(
            _CREATE,
            {"file": file, "purpose": purpose, "expires_after": expires_after},
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
        file_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> FileObject:
        """GET /files/{file_id}"""
        return self._sender.send(
            _RETRIEVE, None, None, (file_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        purpose: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SyncCursorPage[FileObject]:
        """GET /files"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "limit": limit, "order": order, "purpose": purpose},
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
        file_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> FileDeleted:
        """DELETE /files/{file_id}"""
        return self._sender.send(
            _DELETE, None, None, (file_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def content(
        self,
        file_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> BinaryContent:
        """GET /files/{file_id}/content"""
        return self._sender.send(
            _CONTENT, None, None, (file_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    @deprecated("GET /files/{file_id}/content: use content(), which gives the bytes")
    def retrieve_content(
        self,
        file_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> str:
        """GET /files/{file_id}/content"""
        return self._sender.send(
            _RETRIEVE_CONTENT, None, None, (file_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def wait_for_processing(
        self,
        id: str,
        *,
        poll_interval: float = 5.0,
        max_wait_seconds: float = 30 * 60,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[FileObject], object] | None = None,
    ) -> FileObject:
        """Return the file when it is processed, or has failed to be: see its `status`.

        It is asked for every *poll_interval* seconds. No request begins after *max_wait_seconds*: then an
        APITimeoutError is raised that is a RuntimeError and a TimeoutError, too. *on_progress* is called with each
        answer. *deadline*: seconds for all of it, requests included.
        """
        return self._wait_for_processing(
            {"id": id, "poll_interval": poll_interval, "max_wait_seconds": max_wait_seconds},
            deadline,
            abort,
            on_progress,
        )


class AsyncFiles(FileHelpers, AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncFilesWithRawResponse:
        return AsyncFilesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncFilesWithStreamingResponse:
        return AsyncFilesWithStreamingResponse(self)

    async def create(
        self,
        *,
        file: FileTypes,
        purpose: FilePurpose,
        expires_after: file_create_params.ExpiresAfter | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> FileObject:
        """POST /files"""
        return await self._sender.send(
            _CREATE,
            {"file": file, "purpose": purpose, "expires_after": expires_after},
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
        file_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> FileObject:
        """GET /files/{file_id}"""
        return await self._sender.send(
            _RETRIEVE, None, None, (file_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        purpose: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> AsyncPaginator[FileObject, AsyncCursorPage[FileObject]]:
        """GET /files"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "limit": limit, "order": order, "purpose": purpose},
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
        file_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> FileDeleted:
        """DELETE /files/{file_id}"""
        return await self._sender.send(
            _DELETE, None, None, (file_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    async def content(
        self,
        file_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> BinaryContent:
        """GET /files/{file_id}/content"""
        return await self._sender.send(
            _CONTENT, None, None, (file_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    @deprecated("GET /files/{file_id}/content: use content(), which gives the bytes")
    async def retrieve_content(
        self,
        file_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> str:
        """GET /files/{file_id}/content"""
        return await self._sender.send(
            _RETRIEVE_CONTENT, None, None, (file_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    async def wait_for_processing(
        self,
        id: str,
        *,
        poll_interval: float = 5.0,
        max_wait_seconds: float = 30 * 60,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[FileObject], object] | None = None,
    ) -> FileObject:
        """Return the file when it is processed, or has failed to be: see its `status`.

        It is asked for every *poll_interval* seconds. No request begins after *max_wait_seconds*: then an
        APITimeoutError is raised that is a RuntimeError and a TimeoutError, too. *on_progress* is called with each
        answer. *deadline*: seconds for all of it, requests included.
        """
        return await self._wait_for_processing(
            {"id": id, "poll_interval": poll_interval, "max_wait_seconds": max_wait_seconds},
            deadline,
            abort,
            on_progress,
        )


class FilesWithRawResponse:
    def __init__(self, files: Files) -> None:
        self._files = files
        raw = files._raw()
        self.create: Final = to_raw_response(raw.create)
        self.retrieve: Final = to_raw_response(raw.retrieve)
        self.list: Final = to_raw_response(raw.list)
        self.delete: Final = to_raw_response(raw.delete)
        self.content: Final = to_raw_response(raw.content)
        self.retrieve_content: Final = to_raw_response(raw.retrieve_content)


class AsyncFilesWithRawResponse:
    def __init__(self, files: AsyncFiles) -> None:
        self._files = files
        raw = files._raw()
        self.create: Final = async_to_raw_response(raw.create)
        self.retrieve: Final = async_to_raw_response(raw.retrieve)
        self.list: Final = async_to_raw_response(raw.list)
        self.delete: Final = async_to_raw_response(raw.delete)
        self.content: Final = async_to_raw_response(raw.content)
        self.retrieve_content: Final = async_to_raw_response(raw.retrieve_content)


class FilesWithStreamingResponse:
    def __init__(self, files: Files) -> None:
        self._files = files
        streamed = files._streamed()
        self.create: Final = to_streamed_response(streamed.create)
        self.retrieve: Final = to_streamed_response(streamed.retrieve)
        self.list: Final = to_streamed_response(streamed.list)
        self.delete: Final = to_streamed_response(streamed.delete)
        self.content: Final = to_streamed_response(streamed.content)
        self.retrieve_content: Final = to_streamed_response(streamed.retrieve_content)


class AsyncFilesWithStreamingResponse:
    def __init__(self, files: AsyncFiles) -> None:
        self._files = files
        streamed = files._streamed()
        self.create: Final = async_to_streamed_response(streamed.create)
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
        self.list: Final = async_to_streamed_response(streamed.list)
        self.delete: Final = async_to_streamed_response(streamed.delete)
        self.content: Final = async_to_streamed_response(streamed.content)
        self.retrieve_content: Final = async_to_streamed_response(streamed.retrieve_content)
