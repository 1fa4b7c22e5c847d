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
    from typing import Dict, Iterable, Literal, Optional, Union

    from aigpt.openai._types import Abort, Body, Headers, NotGiven, Omit, Query, SequenceNotStr, TimeoutTypes
    from aigpt.openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
    from aigpt.openai.types.file_chunking_strategy_param import FileChunkingStrategyParam
    from aigpt.openai.types.vector_stores import file_batch_create_params
    from aigpt.openai.types.vector_stores.vector_store_file import VectorStoreFile
    from aigpt.openai.types.vector_stores.vector_store_file_batch import VectorStoreFileBatch

__all__ = ["FileBatches", "AsyncFileBatches"]

_CREATE = Endpoint(
    "POST",
    "/vector_stores/{vector_store_id}/file_batches",
    result="vector_stores.vector_store_file_batch:VectorStoreFileBatch",
    headers={"OpenAI-Beta": "assistants=v2"},
)
_RETRIEVE = Endpoint(
    "GET",
    "/vector_stores/{vector_store_id}/file_batches/{batch_id}",
    result="vector_stores.vector_store_file_batch:VectorStoreFileBatch",
    headers={"OpenAI-Beta": "assistants=v2"},
)
_CANCEL = Endpoint(
    "POST",
    "/vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel",
    result="vector_stores.vector_store_file_batch:VectorStoreFileBatch",
    headers={"OpenAI-Beta": "assistants=v2"},
)
_LIST_FILES = Endpoint(
    "GET",
    "/vector_stores/{vector_store_id}/file_batches/{batch_id}/files",
    result="vector_stores.vector_store_file:VectorStoreFile",
    page="CursorPage",
    headers={"OpenAI-Beta": "assistants=v2"},
)


class FileBatches(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> FileBatchesWithRawResponse:
        return FileBatchesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> FileBatchesWithStreamingResponse:
        return FileBatchesWithStreamingResponse(self)

    def create(
        self,
        vector_store_id: str,
        *,
        attributes: Optional[Dict[str, Union[str, float, bool]]] | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        file_ids: SequenceNotStr[str] | Omit = omit,
        files: Iterable[file_batch_create_params.File] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VectorStoreFileBatch:
        """POST /vector_stores/{vector_store_id}/file_batches"""
        return self._sender.send(
            _CREATE,
            {"attributes": attributes, "chunking_strategy": chunking_strategy, "file_ids": file_ids, "files": files},
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
        batch_id: str,
        *,
        vector_store_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VectorStoreFileBatch:
        """GET /vector_stores/{vector_store_id}/file_batches/{batch_id}"""
        return self._sender.send(
            _RETRIEVE,
            None,
            None,
            (vector_store_id, batch_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def cancel(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VectorStoreFileBatch:
        """POST /vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel"""
        return self._sender.send(
            _CANCEL,
            None,
            None,
            (vector_store_id, batch_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def list_files(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
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
        """GET /vector_stores/{vector_store_id}/file_batches/{batch_id}/files"""
        return self._sender.page(
            _LIST_FILES,
            None,
            {"after": after, "before": before, "filter": filter, "limit": limit, "order": order},
            (vector_store_id, batch_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class AsyncFileBatches(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncFileBatchesWithRawResponse:
        return AsyncFileBatchesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncFileBatchesWithStreamingResponse:
        return AsyncFileBatchesWithStreamingResponse(self)

    async def create(
        self,
        vector_store_id: str,
        *,
        attributes: Optional[Dict[str, Union[str, float, bool]]] | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        file_ids: SequenceNotStr[str] | Omit = omit,
        files: Iterable[file_batch_create_params.File] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VectorStoreFileBatch:
        """POST /vector_stores/{vector_store_id}/file_batches"""
        return await self._sender.send(
            _CREATE,
            {"attributes": attributes, "chunking_strategy": chunking_strategy, "file_ids": file_ids, "files": files},
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
        batch_id: str,
        *,
        vector_store_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VectorStoreFileBatch:
        """GET /vector_stores/{vector_store_id}/file_batches/{batch_id}"""
        return await self._sender.send(
            _RETRIEVE,
            None,
            None,
            (vector_store_id, batch_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def cancel(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VectorStoreFileBatch:
        """POST /vector_stores/{vector_store_id}/file_batches/{batch_id}/cancel"""
        return await self._sender.send(
            _CANCEL,
            None,
            None,
            (vector_store_id, batch_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def list_files(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
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
        """GET /vector_stores/{vector_store_id}/file_batches/{batch_id}/files"""
        return self._sender.page(
            _LIST_FILES,
            None,
            {"after": after, "before": before, "filter": filter, "limit": limit, "order": order},
            (vector_store_id, batch_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class FileBatchesWithRawResponse:
    def __init__(self, file_batches: FileBatches) -> None:
        self._file_batches = file_batches
        raw = file_batches._raw()
        self.create = to_raw_response(raw.create)
        self.retrieve = to_raw_response(raw.retrieve)
        self.cancel = to_raw_response(raw.cancel)
        self.list_files = to_raw_response(raw.list_files)


class AsyncFileBatchesWithRawResponse:
    def __init__(self, file_batches: AsyncFileBatches) -> None:
        self._file_batches = file_batches
        raw = file_batches._raw()
        self.create = async_to_raw_response(raw.create)
        self.retrieve = async_to_raw_response(raw.retrieve)
        self.cancel = async_to_raw_response(raw.cancel)
        self.list_files = async_to_raw_response(raw.list_files)


class FileBatchesWithStreamingResponse:
    def __init__(self, file_batches: FileBatches) -> None:
        self._file_batches = file_batches
        streamed = file_batches._streamed()
        self.create = to_streamed_response(streamed.create)
        self.retrieve = to_streamed_response(streamed.retrieve)
        self.cancel = to_streamed_response(streamed.cancel)
        self.list_files = to_streamed_response(streamed.list_files)


class AsyncFileBatchesWithStreamingResponse:
    def __init__(self, file_batches: AsyncFileBatches) -> None:
        self._file_batches = file_batches
        streamed = file_batches._streamed()
        self.create = async_to_streamed_response(streamed.create)
        self.retrieve = async_to_streamed_response(streamed.retrieve)
        self.cancel = async_to_streamed_response(streamed.cancel)
        self.list_files = async_to_streamed_response(streamed.list_files)
