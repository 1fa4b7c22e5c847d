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
    from typing import Dict, Literal, Optional, Union

    from aigpt.openai._types import Abort, Body, Headers, NotGiven, Omit, Query, TimeoutTypes
    from aigpt.openai.pagination import AsyncCursorPage, AsyncPage, AsyncPaginator, SyncCursorPage, SyncPage
    from aigpt.openai.types.file_chunking_strategy_param import FileChunkingStrategyParam
    from aigpt.openai.types.vector_stores.file_content_response import FileContentResponse
    from aigpt.openai.types.vector_stores.vector_store_file import VectorStoreFile
    from aigpt.openai.types.vector_stores.vector_store_file_deleted import VectorStoreFileDeleted

__all__ = ["Files", "AsyncFiles"]

_CREATE = Endpoint(
    "POST",
    "/vector_stores/{vector_store_id}/files",
    result="vector_stores.vector_store_file:VectorStoreFile",
    headers={"OpenAI-Beta": "assistants=v2"},
)
_RETRIEVE = Endpoint(
    "GET",
    "/vector_stores/{vector_store_id}/files/{file_id}",
    result="vector_stores.vector_store_file:VectorStoreFile",
    headers={"OpenAI-Beta": "assistants=v2"},
)
_UPDATE = Endpoint(
    "POST",
    "/vector_stores/{vector_store_id}/files/{file_id}",
    result="vector_stores.vector_store_file:VectorStoreFile",
    headers={"OpenAI-Beta": "assistants=v2"},
)
_LIST = Endpoint(
    "GET",
    "/vector_stores/{vector_store_id}/files",
    result="vector_stores.vector_store_file:VectorStoreFile",
    page="CursorPage",
    headers={"OpenAI-Beta": "assistants=v2"},
)
_DELETE = Endpoint(
    "DELETE",
    "/vector_stores/{vector_store_id}/files/{file_id}",
    result="vector_stores.vector_store_file_deleted:VectorStoreFileDeleted",
    headers={"OpenAI-Beta": "assistants=v2"},
)
_CONTENT = Endpoint(
    "GET",
    "/vector_stores/{vector_store_id}/files/{file_id}/content",
    result="vector_stores.file_content_response:FileContentResponse",
    page="Page",
    headers={"OpenAI-Beta": "assistants=v2"},
)


class Files(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> FilesWithRawResponse:
        return FilesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> FilesWithStreamingResponse:
        return FilesWithStreamingResponse(self)

    def create(
        self,
        vector_store_id: str,
        *,
        file_id: str,
        attributes: Optional[Dict[str, Union[str, float, bool]]] | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VectorStoreFile:
        """POST /vector_stores/{vector_store_id}/files"""
        return self._sender.send(
            _CREATE,
            {"file_id": file_id, "attributes": attributes, "chunking_strategy": chunking_strategy},
            None,
            (vector_store_id,),
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
        vector_store_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VectorStoreFile:
        """GET /vector_stores/{vector_store_id}/files/{file_id}"""
        return self._sender.send(
            _RETRIEVE,
            None,
            None,
            (vector_store_id, file_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def update(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        attributes: Optional[Dict[str, Union[str, float, bool]]],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VectorStoreFile:
        """POST /vector_stores/{vector_store_id}/files/{file_id}"""
        return self._sender.send(
            _UPDATE,
            {"attributes": attributes},
            None,
            (vector_store_id, file_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def list(
        self,
        vector_store_id: str,
        *,
        after: str | Omit = omit,
        before: str | Omit = omit,
        filter: Literal["in_progress", "completed", "failed", "cancelled"] | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SyncCursorPage[VectorStoreFile]:
        """GET /vector_stores/{vector_store_id}/files"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "before": before, "filter": filter, "limit": limit, "order": order},
            (vector_store_id,),
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
        vector_store_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VectorStoreFileDeleted:
        """DELETE /vector_stores/{vector_store_id}/files/{file_id}"""
        return self._sender.send(
            _DELETE,
            None,
            None,
            (vector_store_id, file_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def content(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SyncPage[FileContentResponse]:
        """GET /vector_stores/{vector_store_id}/files/{file_id}/content"""
        return self._sender.page(
            _CONTENT,
            None,
            None,
            (vector_store_id, file_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class AsyncFiles(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncFilesWithRawResponse:
        return AsyncFilesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncFilesWithStreamingResponse:
        return AsyncFilesWithStreamingResponse(self)

    async def create(
        self,
        vector_store_id: str,
        *,
        file_id: str,
        attributes: Optional[Dict[str, Union[str, float, bool]]] | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VectorStoreFile:
        """POST /vector_stores/{vector_store_id}/files"""
        return await self._sender.send(
            _CREATE,
            {"file_id": file_id, "attributes": attributes, "chunking_strategy": chunking_strategy},
            None,
            (vector_store_id,),
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
        vector_store_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VectorStoreFile:
        """GET /vector_stores/{vector_store_id}/files/{file_id}"""
        return await self._sender.send(
            _RETRIEVE,
            None,
            None,
            (vector_store_id, file_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def update(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        attributes: Optional[Dict[str, Union[str, float, bool]]],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VectorStoreFile:
        """POST /vector_stores/{vector_store_id}/files/{file_id}"""
        return await self._sender.send(
            _UPDATE,
            {"attributes": attributes},
            None,
            (vector_store_id, file_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def list(
        self,
        vector_store_id: str,
        *,
        after: str | Omit = omit,
        before: str | Omit = omit,
        filter: Literal["in_progress", "completed", "failed", "cancelled"] | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> AsyncPaginator[VectorStoreFile, AsyncCursorPage[VectorStoreFile]]:
        """GET /vector_stores/{vector_store_id}/files"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "before": before, "filter": filter, "limit": limit, "order": order},
            (vector_store_id,),
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
        vector_store_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VectorStoreFileDeleted:
        """DELETE /vector_stores/{vector_store_id}/files/{file_id}"""
        return await self._sender.send(
            _DELETE,
            None,
            None,
            (vector_store_id, file_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def content(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> AsyncPaginator[FileContentResponse, AsyncPage[FileContentResponse]]:
        """GET /vector_stores/{vector_store_id}/files/{file_id}/content"""
        return self._sender.page(
            _CONTENT,
            None,
            None,
            (vector_store_id, file_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class FilesWithRawResponse:
    def __init__(self, files: Files) -> None:
        self._files = files
        raw = files._raw()
        self.create = to_raw_response(raw.create)
        self.retrieve = to_raw_response(raw.retrieve)
        self.update = to_raw_response(raw.update)
        self.list = to_raw_response(raw.list)
        self.delete = to_raw_response(raw.delete)
        self.content = to_raw_response(raw.content)


class AsyncFilesWithRawResponse:
    def __init__(self, files: AsyncFiles) -> None:
        self._files = files
        raw = files._raw()
        self.create = async_to_raw_response(raw.create)
        self.retrieve = async_to_raw_response(raw.retrieve)
        self.update = async_to_raw_response(raw.update)
        self.list = async_to_raw_response(raw.list)
        self.delete = async_to_raw_response(raw.delete)
        self.content = async_to_raw_response(raw.content)


class FilesWithStreamingResponse:
    def __init__(self, files: Files) -> None:
        self._files = files
        streamed = files._streamed()
        self.create = to_streamed_response(streamed.create)
        self.retrieve = to_streamed_response(streamed.retrieve)
        self.update = to_streamed_response(streamed.update)
        self.list = to_streamed_response(streamed.list)
        self.delete = to_streamed_response(streamed.delete)
        self.content = to_streamed_response(streamed.content)


class AsyncFilesWithStreamingResponse:
    def __init__(self, files: AsyncFiles) -> None:
        self._files = files
        streamed = files._streamed()
        self.create = async_to_streamed_response(streamed.create)
        self.retrieve = async_to_streamed_response(streamed.retrieve)
        self.update = async_to_streamed_response(streamed.update)
        self.list = async_to_streamed_response(streamed.list)
        self.delete = async_to_streamed_response(streamed.delete)
        self.content = async_to_streamed_response(streamed.content)
