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
    from typing import Final, Iterable, Optional

    from aigpt.openai._types import Abort, Body, Headers, NotGiven, Omit, Query, TimeoutTypes
    from aigpt.openai.resources.conversations.items import (
        AsyncItems,
        AsyncItemsWithRawResponse,
        AsyncItemsWithStreamingResponse,
        Items,
        ItemsWithRawResponse,
        ItemsWithStreamingResponse,
    )
    from aigpt.openai.types.conversations.conversation import Conversation
    from aigpt.openai.types.conversations.conversation_deleted_resource import ConversationDeletedResource
    from aigpt.openai.types.responses.response_input_item_param import ResponseInputItemParam
    from aigpt.openai.types.shared_params.metadata import Metadata

__all__ = ["Conversations", "AsyncConversations"]

_CREATE = Endpoint("POST", "/conversations", result="conversations.conversation:Conversation")
_RETRIEVE = Endpoint("GET", "/conversations/{conversation_id}", result="conversations.conversation:Conversation")
_UPDATE = Endpoint("POST", "/conversations/{conversation_id}", result="conversations.conversation:Conversation")
_DELETE = Endpoint(
    "DELETE",
    "/conversations/{conversation_id}",
    result="conversations.conversation_deleted_resource:ConversationDeletedResource",
)


class Conversations(SyncAPIResource):
    @cached_property
    def items(self) -> Items:
        from aigpt.openai.resources.conversations.items import Items

        return Items(self._client)

    @cached_property
    def with_raw_response(self) -> ConversationsWithRawResponse:
        return ConversationsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ConversationsWithStreamingResponse:
        return ConversationsWithStreamingResponse(self)

    def create(
        self,
        *,
        items: Optional[Iterable[ResponseInputItemParam]] | Omit = omit,
        metadata: Optional[Metadata] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Conversation:
        """POST /conversations"""
        return self._sender.send(
            _CREATE,
            {"items": items, "metadata": metadata},
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
        conversation_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Conversation:
        """GET /conversations/{conversation_id}"""
        return self._sender.send(
            _RETRIEVE, None, None, (conversation_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def update(
        self,
        conversation_id: str,
        *,
        metadata: Optional[Metadata],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Conversation:
        """POST /conversations/{conversation_id}"""
        return self._sender.send(
            _UPDATE,
            {"metadata": metadata},
            None,
            (conversation_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def delete(
        self,
        conversation_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> ConversationDeletedResource:
        """DELETE /conversations/{conversation_id}"""
        return self._sender.send(
            _DELETE, None, None, (conversation_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class AsyncConversations(AsyncAPIResource):
    @cached_property
    def items(self) -> AsyncItems:
        from aigpt.openai.resources.conversations.items import AsyncItems

        return AsyncItems(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncConversationsWithRawResponse:
        return AsyncConversationsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncConversationsWithStreamingResponse:
        return AsyncConversationsWithStreamingResponse(self)

    async def create(
        self,
        *,
        items: Optional[Iterable[ResponseInputItemParam]] | Omit = omit,
        metadata: Optional[Metadata] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Conversation:
        """POST /conversations"""
        return await self._sender.send(
            _CREATE,
            {"items": items, "metadata": metadata},
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
        conversation_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Conversation:
        """GET /conversations/{conversation_id}"""
        return await self._sender.send(
            _RETRIEVE, None, None, (conversation_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    async def update(
        self,
        conversation_id: str,
        *,
        metadata: Optional[Metadata],
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Conversation:
        """POST /conversations/{conversation_id}"""
        return await self._sender.send(
            _UPDATE,
            {"metadata": metadata},
            None,
            (conversation_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def delete(
        self,
        conversation_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> ConversationDeletedResource:
        """DELETE /conversations/{conversation_id}"""
        return await self._sender.send(
            _DELETE, None, None, (conversation_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class ConversationsWithRawResponse:
    def __init__(self, conversations: Conversations) -> None:
        self._conversations = conversations
        raw = conversations._raw()
        self.create: Final = to_raw_response(raw.create)
        self.retrieve: Final = to_raw_response(raw.retrieve)
        self.update: Final = to_raw_response(raw.update)
        self.delete: Final = to_raw_response(raw.delete)

    @cached_property
    def items(self) -> ItemsWithRawResponse:
        from aigpt.openai.resources.conversations.items import ItemsWithRawResponse

        return ItemsWithRawResponse(self._conversations.items)


class AsyncConversationsWithRawResponse:
    def __init__(self, conversations: AsyncConversations) -> None:
        self._conversations = conversations
        raw = conversations._raw()
        self.create: Final = async_to_raw_response(raw.create)
        self.retrieve: Final = async_to_raw_response(raw.retrieve)
        self.update: Final = async_to_raw_response(raw.update)
        self.delete: Final = async_to_raw_response(raw.delete)

    @cached_property
    def items(self) -> AsyncItemsWithRawResponse:
        from aigpt.openai.resources.conversations.items import AsyncItemsWithRawResponse

        return AsyncItemsWithRawResponse(self._conversations.items)


class ConversationsWithStreamingResponse:
    def __init__(self, conversations: Conversations) -> None:
        self._conversations = conversations
        streamed = conversations._streamed()
        self.create: Final = to_streamed_response(streamed.create)
        self.retrieve: Final = to_streamed_response(streamed.retrieve)
        self.update: Final = to_streamed_response(streamed.update)
        self.delete: Final = to_streamed_response(streamed.delete)

    @cached_property
    def items(self) -> ItemsWithStreamingResponse:
        from aigpt.openai.resources.conversations.items import ItemsWithStreamingResponse

        return ItemsWithStreamingResponse(self._conversations.items)


class AsyncConversationsWithStreamingResponse:
    def __init__(self, conversations: AsyncConversations) -> None:
        self._conversations = conversations
        streamed = conversations._streamed()
        self.create: Final = async_to_streamed_response(streamed.create)
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
        self.update: Final = async_to_streamed_response(streamed.update)
        self.delete: Final = async_to_streamed_response(streamed.delete)

    @cached_property
    def items(self) -> AsyncItemsWithStreamingResponse:
        from aigpt.openai.resources.conversations.items import AsyncItemsWithStreamingResponse

        return AsyncItemsWithStreamingResponse(self._conversations.items)
