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
from aigpt.openai._vector_store_helpers import FileBatchHelpers

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Dict, Final, Iterable, Literal, Optional, Union

    from aigpt.openai._types import Abort, Body, FileTypes, Headers, NotGiven, Omit, Query, SequenceNotStr, TimeoutTypes
    from aigpt.openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
    from aigpt.openai.types.file_chunking_strategy_param import FileChunkingStrategyParam
    from aigpt.openai.types.file_object import FileObject
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


class FileBatches(FileBatchHelpers, SyncAPIResource):
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

    def create_and_poll(
        self,
        vector_store_id: str,
        *,
        attributes: Optional[Dict[str, Union[str, float, bool]]] | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        file_ids: SequenceNotStr[str] | Omit = omit,
        files: Iterable[file_batch_create_params.File] | Omit = omit,
        poll_interval_ms: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[VectorStoreFileBatch], object] | None = None,
    ) -> VectorStoreFileBatch:
        """Put files into a vector store, and return the batch when none of them is in progress.

        The waits between the requests are as long as the server asks for (`openai-poll-after-ms`), else 1 s, or
        *poll_interval_ms*. *on_progress* is called with each answer, the last one too. *deadline*: seconds for all
        of it, waits included. Raises what requests raise; APITimeoutError after the deadline.
        """
        return self._create_and_poll(
            {
                "vector_store_id": vector_store_id,
                "attributes": attributes,
                "chunking_strategy": chunking_strategy,
                "file_ids": file_ids,
                "files": files,
                "poll_interval_ms": poll_interval_ms,
                "extra_headers": extra_headers,
                "extra_query": extra_query,
                "extra_body": extra_body,
                "timeout": timeout,
            },
            deadline,
            abort,
            on_progress,
        )

    def upload_and_poll(
        self,
        vector_store_id: str,
        *,
        files: Iterable[FileTypes],
        max_concurrency: int = 5,
        file_ids: SequenceNotStr[str] = (),
        poll_interval_ms: int | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[FileObject | VectorStoreFileBatch], object] | None = None,
    ) -> VectorStoreFileBatch:
        """Upload *files*, *max_concurrency* at once, put them into a vector store, and return the batch when none of
        them is in progress.

        Where an upload fails, the others are cancelled, and its error is raised; what was uploaded before stays on
        the server. *file_ids*: files uploaded before. The order is kept.

        The waits between the requests are as long as the server asks for (`openai-poll-after-ms`), else 1 s, or
        *poll_interval_ms*. *on_progress* is called with each uploaded file, then with each state of the batch.
        *deadline*: seconds for all of it, waits included. Raises what requests raise; APITimeoutError after the
        deadline.
        """
        return self._upload_and_poll(
            {
                "vector_store_id": vector_store_id,
                "files": files,
                "max_concurrency": max_concurrency,
                "file_ids": file_ids,
                "poll_interval_ms": poll_interval_ms,
                "chunking_strategy": chunking_strategy,
            },
            deadline,
            abort,
            on_progress,
        )

    def poll(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
        poll_interval_ms: int | Omit = omit,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[VectorStoreFileBatch], object] | None = None,
    ) -> VectorStoreFileBatch:
        """Return the batch when none of its files is in progress; some may have failed: see its `file_counts`.

        The waits between the requests are as long as the server asks for (`openai-poll-after-ms`), else 1 s, or
        *poll_interval_ms*. *on_progress* is called with each answer, the last one too. *deadline*: seconds for all
        of it, waits included. Raises what requests raise; APITimeoutError after the deadline.
        """
        return self._poll(
            {"batch_id": batch_id, "vector_store_id": vector_store_id, "poll_interval_ms": poll_interval_ms},
            deadline,
            abort,
            on_progress,
        )


class AsyncFileBatches(FileBatchHelpers, AsyncAPIResource):
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

    async def create_and_poll(
        self,
        vector_store_id: str,
        *,
        attributes: Optional[Dict[str, Union[str, float, bool]]] | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        file_ids: SequenceNotStr[str] | Omit = omit,
        files: Iterable[file_batch_create_params.File] | Omit = omit,
        poll_interval_ms: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[VectorStoreFileBatch], object] | None = None,
    ) -> VectorStoreFileBatch:
        """Put files into a vector store, and return the batch when none of them is in progress.

        The waits between the requests are as long as the server asks for (`openai-poll-after-ms`), else 1 s, or
        *poll_interval_ms*. *on_progress* is called with each answer, the last one too. *deadline*: seconds for all
        of it, waits included. Raises what requests raise; APITimeoutError after the deadline.
        """
        return await self._create_and_poll(
            {
                "vector_store_id": vector_store_id,
                "attributes": attributes,
                "chunking_strategy": chunking_strategy,
                "file_ids": file_ids,
                "files": files,
                "poll_interval_ms": poll_interval_ms,
                "extra_headers": extra_headers,
                "extra_query": extra_query,
                "extra_body": extra_body,
                "timeout": timeout,
            },
            deadline,
            abort,
            on_progress,
        )

    async def upload_and_poll(
        self,
        vector_store_id: str,
        *,
        files: Iterable[FileTypes],
        max_concurrency: int = 5,
        file_ids: SequenceNotStr[str] = (),
        poll_interval_ms: int | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[FileObject | VectorStoreFileBatch], object] | None = None,
    ) -> VectorStoreFileBatch:
        """Upload *files*, *max_concurrency* at once, put them into a vector store, and return the batch when none of
        them is in progress.

        Where an upload fails, the others are cancelled, and its error is raised; what was uploaded before stays on
        the server. *file_ids*: files uploaded before. The order is kept.

        The waits between the requests are as long as the server asks for (`openai-poll-after-ms`), else 1 s, or
        *poll_interval_ms*. *on_progress* is called with each uploaded file, then with each state of the batch.
        *deadline*: seconds for all of it, waits included. Raises what requests raise; APITimeoutError after the
        deadline.
        """
        return await self._upload_and_poll(
            {
                "vector_store_id": vector_store_id,
                "files": files,
                "max_concurrency": max_concurrency,
                "file_ids": file_ids,
                "poll_interval_ms": poll_interval_ms,
                "chunking_strategy": chunking_strategy,
            },
            deadline,
            abort,
            on_progress,
        )

    async def poll(
        self,
        batch_id: str,
        *,
        vector_store_id: str,
        poll_interval_ms: int | Omit = omit,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[VectorStoreFileBatch], object] | None = None,
    ) -> VectorStoreFileBatch:
        """Return the batch when none of its files is in progress; some may have failed: see its `file_counts`.

        The waits between the requests are as long as the server asks for (`openai-poll-after-ms`), else 1 s, or
        *poll_interval_ms*. *on_progress* is called with each answer, the last one too. *deadline*: seconds for all
        of it, waits included. Raises what requests raise; APITimeoutError after the deadline.
        """
        return await self._poll(
            {"batch_id": batch_id, "vector_store_id": vector_store_id, "poll_interval_ms": poll_interval_ms},
            deadline,
            abort,
            on_progress,
        )


class FileBatchesWithRawResponse:
    def __init__(self, file_batches: FileBatches) -> None:
        self._file_batches = file_batches
        raw = file_batches._raw()
        self.create: Final = to_raw_response(raw.create)
        self.retrieve: Final = to_raw_response(raw.retrieve)
        self.cancel: Final = to_raw_response(raw.cancel)
        self.list_files: Final = to_raw_response(raw.list_files)


class AsyncFileBatchesWithRawResponse:
    def __init__(self, file_batches: AsyncFileBatches) -> None:
        self._file_batches = file_batches
        raw = file_batches._raw()
        self.create: Final = async_to_raw_response(raw.create)
        self.retrieve: Final = async_to_raw_response(raw.retrieve)
        self.cancel: Final = async_to_raw_response(raw.cancel)
        self.list_files: Final = async_to_raw_response(raw.list_files)


class FileBatchesWithStreamingResponse:
    def __init__(self, file_batches: FileBatches) -> None:
        self._file_batches = file_batches
        streamed = file_batches._streamed()
        self.create: Final = to_streamed_response(streamed.create)
        self.retrieve: Final = to_streamed_response(streamed.retrieve)
        self.cancel: Final = to_streamed_response(streamed.cancel)
        self.list_files: Final = to_streamed_response(streamed.list_files)


class AsyncFileBatchesWithStreamingResponse:
    def __init__(self, file_batches: AsyncFileBatches) -> None:
        self._file_batches = file_batches
        streamed = file_batches._streamed()
        self.create: Final = async_to_streamed_response(streamed.create)
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
        self.cancel: Final = async_to_streamed_response(streamed.cancel)
        self.list_files: Final = async_to_streamed_response(streamed.list_files)
