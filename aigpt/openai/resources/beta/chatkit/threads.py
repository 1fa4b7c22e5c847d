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
    from typing import Final, Literal

    from aigpt.openai._types import Abort, Body, Headers, NotGiven, Omit, Query, TimeoutTypes
    from aigpt.openai.pagination import AsyncConversationCursorPage, AsyncPaginator, SyncConversationCursorPage
    from aigpt.openai.types.beta.chatkit.chatkit_thread import ChatKitThread
    from aigpt.openai.types.beta.chatkit.chatkit_thread_item_list import Data
    from aigpt.openai.types.beta.chatkit.thread_delete_response import ThreadDeleteResponse

__all__ = ["Threads", "AsyncThreads"]

_RETRIEVE = Endpoint(
    "GET",
    "/chatkit/threads/{thread_id}",
    result="beta.chatkit.chatkit_thread:ChatKitThread",
    headers={"OpenAI-Beta": "chatkit_beta=v1"},
)
_LIST = Endpoint(
    "GET",
    "/chatkit/threads",
    result="beta.chatkit.chatkit_thread:ChatKitThread",
    page="ConversationCursorPage",
    headers={"OpenAI-Beta": "chatkit_beta=v1"},
)
_DELETE = Endpoint(
    "DELETE",
    "/chatkit/threads/{thread_id}",
    result="beta.chatkit.thread_delete_response:ThreadDeleteResponse",
    headers={"OpenAI-Beta": "chatkit_beta=v1"},
)
_LIST_ITEMS = Endpoint(
    "GET",
    "/chatkit/threads/{thread_id}/items",
    result="beta.chatkit.chatkit_thread_item_list:Data",
    page="ConversationCursorPage",
    headers={"OpenAI-Beta": "chatkit_beta=v1"},
)


class Threads(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> ThreadsWithRawResponse:
        return ThreadsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ThreadsWithStreamingResponse:
        return ThreadsWithStreamingResponse(self)

    def retrieve(
        self,
        thread_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> ChatKitThread:
        """GET /chatkit/threads/{thread_id}"""
        return self._sender.send(
            _RETRIEVE, None, None, (thread_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def list(
        self,
        *,
        after: str | Omit = omit,
        before: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        user: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SyncConversationCursorPage[ChatKitThread]:
        """GET /chatkit/threads"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "before": before, "limit": limit, "order": order, "user": user},
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
        thread_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> ThreadDeleteResponse:
        """DELETE /chatkit/threads/{thread_id}"""
        return self._sender.send(
            _DELETE, None, None, (thread_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def list_items(
        self,
        thread_id: str,
        *,
        after: str | Omit = omit,
        before: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SyncConversationCursorPage[Data]:
        """GET /chatkit/threads/{thread_id}/items"""
        return self._sender.page(
            _LIST_ITEMS,
            None,
            {"after": after, "before": before, "limit": limit, "order": order},
            (thread_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class AsyncThreads(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncThreadsWithRawResponse:
        return AsyncThreadsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncThreadsWithStreamingResponse:
        return AsyncThreadsWithStreamingResponse(self)

    async def retrieve(
        self,
        thread_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> ChatKitThread:
        """GET /chatkit/threads/{thread_id}"""
        return await self._sender.send(
            _RETRIEVE, None, None, (thread_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def list(
        self,
        *,
        after: str | Omit = omit,
        before: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        user: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> AsyncPaginator[ChatKitThread, AsyncConversationCursorPage[ChatKitThread]]:
        """GET /chatkit/threads"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "before": before, "limit": limit, "order": order, "user": user},
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
        thread_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> ThreadDeleteResponse:
        """DELETE /chatkit/threads/{thread_id}"""
        return await self._sender.send(
            _DELETE, None, None, (thread_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def list_items(
        self,
        thread_id: str,
        *,
        after: str | Omit = omit,
        before: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> AsyncPaginator[Data, AsyncConversationCursorPage[Data]]:
        """GET /chatkit/threads/{thread_id}/items"""
        return self._sender.page(
            _LIST_ITEMS,
            None,
            {"after": after, "before": before, "limit": limit, "order": order},
            (thread_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class ThreadsWithRawResponse:
    def __init__(self, threads: Threads) -> None:
        self._threads = threads
        raw = threads._raw()
        self.retrieve: Final = to_raw_response(raw.retrieve)
        self.list: Final = to_raw_response(raw.list)
        self.delete: Final = to_raw_response(raw.delete)
        self.list_items: Final = to_raw_response(raw.list_items)


class AsyncThreadsWithRawResponse:
    def __init__(self, threads: AsyncThreads) -> None:
        self._threads = threads
        raw = threads._raw()
        self.retrieve: Final = async_to_raw_response(raw.retrieve)
        self.list: Final = async_to_raw_response(raw.list)
        self.delete: Final = async_to_raw_response(raw.delete)
        self.list_items: Final = async_to_raw_response(raw.list_items)


class ThreadsWithStreamingResponse:
    def __init__(self, threads: Threads) -> None:
        self._threads = threads
        streamed = threads._streamed()
        self.retrieve: Final = to_streamed_response(streamed.retrieve)
        self.list: Final = to_streamed_response(streamed.list)
        self.delete: Final = to_streamed_response(streamed.delete)
        self.list_items: Final = to_streamed_response(streamed.list_items)


class AsyncThreadsWithStreamingResponse:
    def __init__(self, threads: AsyncThreads) -> None:
        self._threads = threads
        streamed = threads._streamed()
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
        self.list: Final = async_to_streamed_response(streamed.list)
        self.delete: Final = async_to_streamed_response(streamed.delete)
        self.list_items: Final = async_to_streamed_response(streamed.list_items)
