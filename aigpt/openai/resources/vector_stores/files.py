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
from aigpt.openai._vector_store_helpers import VectorStoreFileHelpers

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Dict, Final, Literal, Optional, Union

    from aigpt.openai._types import Abort, Body, FileTypes, Headers, NotGiven, Omit, Query, TimeoutTypes
    from aigpt.openai.pagination import AsyncCursorPage, AsyncPage, AsyncPaginator, SyncCursorPage, SyncPage
    from aigpt.openai.types.file_chunking_strategy_param import FileChunkingStrategyParam
    from aigpt.openai.types.file_object import FileObject
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


class Files(VectorStoreFileHelpers, SyncAPIResource):
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

    def create_and_poll(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        attributes: Optional[Dict[str, Union[str, float, bool]]] | Omit = omit,
        poll_interval_ms: int | Omit = omit,
        max_wait_seconds: float | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[VectorStoreFile], object] | None = None,
    ) -> VectorStoreFile:
        """Put a file into a vector store, and return it when it is processed.

        No request of the polling begins after *max_wait_seconds*: then an APITimeoutError is raised that is a
        TimeoutError, too. A file that could not be processed is returned: see its `status` and `last_error`.

        The waits between the requests are as long as the server asks for (`openai-poll-after-ms`), else 1 s, or
        *poll_interval_ms*. *on_progress* is called with each answer, the last one too. *deadline*: seconds for all
        of it, waits included. Raises what requests raise; APITimeoutError after the deadline.
        """
        return self._create_and_poll(
            {
                "file_id": file_id,
                "vector_store_id": vector_store_id,
                "attributes": attributes,
                "poll_interval_ms": poll_interval_ms,
                "max_wait_seconds": max_wait_seconds,
                "chunking_strategy": chunking_strategy,
                "extra_headers": extra_headers,
                "extra_query": extra_query,
                "extra_body": extra_body,
                "timeout": timeout,
            },
            deadline,
            abort,
            on_progress,
        )

    def upload(
        self,
        *,
        vector_store_id: str,
        file: FileTypes,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VectorStoreFile:
        """Upload a file, and put it into a vector store, where it is processed afterwards.

        *deadline*: seconds for both requests together.
        """
        return self._upload(
            {"vector_store_id": vector_store_id, "file": file, "chunking_strategy": chunking_strategy}, deadline, abort
        )

    def upload_and_poll(
        self,
        *,
        vector_store_id: str,
        file: FileTypes,
        attributes: Optional[Dict[str, Union[str, float, bool]]] | Omit = omit,
        poll_interval_ms: int | Omit = omit,
        max_wait_seconds: float | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[FileObject | VectorStoreFile], object] | None = None,
    ) -> VectorStoreFile:
        """Upload a file, put it into a vector store, and return it there when it is processed.

        No request of the polling begins after *max_wait_seconds*: then an APITimeoutError is raised that is a
        TimeoutError, too. A file that could not be processed is returned: see its `status` and `last_error`.

        The waits between the requests are as long as the server asks for (`openai-poll-after-ms`), else 1 s, or
        *poll_interval_ms*. *on_progress* is called with the uploaded file, then with each of its states in the
        vector store. *deadline*: seconds for all of it, waits included. Raises what requests raise; APITimeoutError
        after the deadline.
        """
        return self._upload_and_poll(
            {
                "vector_store_id": vector_store_id,
                "file": file,
                "attributes": attributes,
                "poll_interval_ms": poll_interval_ms,
                "max_wait_seconds": max_wait_seconds,
                "chunking_strategy": chunking_strategy,
            },
            deadline,
            abort,
            on_progress,
        )

    def poll(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        poll_interval_ms: int | Omit = omit,
        max_wait_seconds: float | Omit = omit,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[VectorStoreFile], object] | None = None,
    ) -> VectorStoreFile:
        """Return the file of a vector store when it is processed.

        No request of the polling begins after *max_wait_seconds*: then an APITimeoutError is raised that is a
        TimeoutError, too. A file that could not be processed is returned: see its `status` and `last_error`.

        The waits between the requests are as long as the server asks for (`openai-poll-after-ms`), else 1 s, or
        *poll_interval_ms*. *on_progress* is called with each answer, the last one too. *deadline*: seconds for all
        of it, waits included. Raises what requests raise; APITimeoutError after the deadline.
        """
        return self._poll(
            {
                "file_id": file_id,
                "vector_store_id": vector_store_id,
                "poll_interval_ms": poll_interval_ms,
                "max_wait_seconds": max_wait_seconds,
            },
            deadline,
            abort,
            on_progress,
        )


class AsyncFiles(VectorStoreFileHelpers, AsyncAPIResource):
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

    async def create_and_poll(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        attributes: Optional[Dict[str, Union[str, float, bool]]] | Omit = omit,
        poll_interval_ms: int | Omit = omit,
        max_wait_seconds: float | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[VectorStoreFile], object] | None = None,
    ) -> VectorStoreFile:
        """Put a file into a vector store, and return it when it is processed.

        No request of the polling begins after *max_wait_seconds*: then an APITimeoutError is raised that is a
        TimeoutError, too. A file that could not be processed is returned: see its `status` and `last_error`.

        The waits between the requests are as long as the server asks for (`openai-poll-after-ms`), else 1 s, or
        *poll_interval_ms*. *on_progress* is called with each answer, the last one too. *deadline*: seconds for all
        of it, waits included. Raises what requests raise; APITimeoutError after the deadline.
        """
        return await self._create_and_poll(
            {
                "file_id": file_id,
                "vector_store_id": vector_store_id,
                "attributes": attributes,
                "poll_interval_ms": poll_interval_ms,
                "max_wait_seconds": max_wait_seconds,
                "chunking_strategy": chunking_strategy,
                "extra_headers": extra_headers,
                "extra_query": extra_query,
                "extra_body": extra_body,
                "timeout": timeout,
            },
            deadline,
            abort,
            on_progress,
        )

    async def upload(
        self,
        *,
        vector_store_id: str,
        file: FileTypes,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> VectorStoreFile:
        """Upload a file, and put it into a vector store, where it is processed afterwards.

        *deadline*: seconds for both requests together.
        """
        return await self._upload(
            {"vector_store_id": vector_store_id, "file": file, "chunking_strategy": chunking_strategy}, deadline, abort
        )

    async def upload_and_poll(
        self,
        *,
        vector_store_id: str,
        file: FileTypes,
        attributes: Optional[Dict[str, Union[str, float, bool]]] | Omit = omit,
        poll_interval_ms: int | Omit = omit,
        max_wait_seconds: float | Omit = omit,
        chunking_strategy: FileChunkingStrategyParam | Omit = omit,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[FileObject | VectorStoreFile], object] | None = None,
    ) -> VectorStoreFile:
        """Upload a file, put it into a vector store, and return it there when it is processed.

        No request of the polling begins after *max_wait_seconds*: then an APITimeoutError is raised that is a
        TimeoutError, too. A file that could not be processed is returned: see its `status` and `last_error`.

        The waits between the requests are as long as the server asks for (`openai-poll-after-ms`), else 1 s, or
        *poll_interval_ms*. *on_progress* is called with the uploaded file, then with each of its states in the
        vector store. *deadline*: seconds for all of it, waits included. Raises what requests raise; APITimeoutError
        after the deadline.
        """
        return await self._upload_and_poll(
            {
                "vector_store_id": vector_store_id,
                "file": file,
                "attributes": attributes,
                "poll_interval_ms": poll_interval_ms,
                "max_wait_seconds": max_wait_seconds,
                "chunking_strategy": chunking_strategy,
            },
            deadline,
            abort,
            on_progress,
        )

    async def poll(
        self,
        file_id: str,
        *,
        vector_store_id: str,
        poll_interval_ms: int | Omit = omit,
        max_wait_seconds: float | Omit = omit,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
        on_progress: Callable[[VectorStoreFile], object] | None = None,
    ) -> VectorStoreFile:
        """Return the file of a vector store when it is processed.

        No request of the polling begins after *max_wait_seconds*: then an APITimeoutError is raised that is a
        TimeoutError, too. A file that could not be processed is returned: see its `status` and `last_error`.

        The waits between the requests are as long as the server asks for (`openai-poll-after-ms`), else 1 s, or
        *poll_interval_ms*. *on_progress* is called with each answer, the last one too. *deadline*: seconds for all
        of it, waits included. Raises what requests raise; APITimeoutError after the deadline.
        """
        return await self._poll(
            {
                "file_id": file_id,
                "vector_store_id": vector_store_id,
                "poll_interval_ms": poll_interval_ms,
                "max_wait_seconds": max_wait_seconds,
            },
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
        self.update: Final = to_raw_response(raw.update)
        self.list: Final = to_raw_response(raw.list)
        self.delete: Final = to_raw_response(raw.delete)
        self.content: Final = to_raw_response(raw.content)


class AsyncFilesWithRawResponse:
    def __init__(self, files: AsyncFiles) -> None:
        self._files = files
        raw = files._raw()
        self.create: Final = async_to_raw_response(raw.create)
        self.retrieve: Final = async_to_raw_response(raw.retrieve)
        self.update: Final = async_to_raw_response(raw.update)
        self.list: Final = async_to_raw_response(raw.list)
        self.delete: Final = async_to_raw_response(raw.delete)
        self.content: Final = async_to_raw_response(raw.content)


class FilesWithStreamingResponse:
    def __init__(self, files: Files) -> None:
        self._files = files
        streamed = files._streamed()
        self.create: Final = to_streamed_response(streamed.create)
        self.retrieve: Final = to_streamed_response(streamed.retrieve)
        self.update: Final = to_streamed_response(streamed.update)
        self.list: Final = to_streamed_response(streamed.list)
        self.delete: Final = to_streamed_response(streamed.delete)
        self.content: Final = to_streamed_response(streamed.content)


class AsyncFilesWithStreamingResponse:
    def __init__(self, files: AsyncFiles) -> None:
        self._files = files
        streamed = files._streamed()
        self.create: Final = async_to_streamed_response(streamed.create)
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
        self.update: Final = async_to_streamed_response(streamed.update)
        self.list: Final = async_to_streamed_response(streamed.list)
        self.delete: Final = async_to_streamed_response(streamed.delete)
        self.content: Final = async_to_streamed_response(streamed.content)
