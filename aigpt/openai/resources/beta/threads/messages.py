# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.
# pyright: reportPrivateUsage=false, reportDeprecated=false

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt.openai._compat import deprecated
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
    from typing import Final, Iterable, Literal, Optional, Union

    from aigpt.openai._types import Abort, Body, Headers, NotGiven, Omit, Query, TimeoutTypes
    from aigpt.openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
    from aigpt.openai.types.beta.threads import message_create_params
    from aigpt.openai.types.beta.threads.message import Message
    from aigpt.openai.types.beta.threads.message_content_part_param import MessageContentPartParam
    from aigpt.openai.types.beta.threads.message_deleted import MessageDeleted
    from aigpt.openai.types.shared_params.metadata import Metadata

__all__ = ["Messages", "AsyncMessages"]

_CREATE = Endpoint(
    "POST",
    "/threads/{thread_id}/messages",
    result="beta.threads.message:Message",
    headers={"OpenAI-Beta": "assistants=v2"},
)
_RETRIEVE = Endpoint(
    "GET",
    "/threads/{thread_id}/messages/{message_id}",
    result="beta.threads.message:Message",
    headers={"OpenAI-Beta": "assistants=v2"},
)
_UPDATE = Endpoint(
    "POST",
    "/threads/{thread_id}/messages/{message_id}",
    result="beta.threads.message:Message",
    headers={"OpenAI-Beta": "assistants=v2"},
)
_LIST = Endpoint(
    "GET",
    "/threads/{thread_id}/messages",
    result="beta.threads.message:Message",
    page="CursorPage",
    headers={"OpenAI-Beta": "assistants=v2"},
)
_DELETE = Endpoint(
    "DELETE",
    "/threads/{thread_id}/messages/{message_id}",
    result="beta.threads.message_deleted:MessageDeleted",
    headers={"OpenAI-Beta": "assistants=v2"},
)


class Messages(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> MessagesWithRawResponse:
        return MessagesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> MessagesWithStreamingResponse:
        return MessagesWithStreamingResponse(self)

    @deprecated("POST /threads/{thread_id}/messages: the API drops assistants; use responses and conversations")
    def create(
        self,
        thread_id: str,
        *,
        content: Union[str, Iterable[MessageContentPartParam]],
        role: Literal["user", "assistant"],
        attachments: Optional[Iterable[message_create_params.Attachment]] | Omit = omit,
        metadata: Optional[Metadata] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Message:
        """POST /threads/{thread_id}/messages"""
        return self._sender.send(
            _CREATE,
            {"content": content, "role": role, "attachments": attachments, "metadata": metadata},
            None,
            (thread_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated(
        "GET /threads/{thread_id}/messages/{message_id}: the API drops assistants; use responses and conversations"
    )
    def retrieve(
        self,
        message_id: str,
        *,
        thread_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Message:
        """GET /threads/{thread_id}/messages/{message_id}"""
        return self._sender.send(
            _RETRIEVE,
            None,
            None,
            (thread_id, message_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated(
        "POST /threads/{thread_id}/messages/{message_id}: the API drops assistants; use responses and conversations"
    )
    def update(
        self,
        message_id: str,
        *,
        thread_id: str,
        metadata: Optional[Metadata] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Message:
        """POST /threads/{thread_id}/messages/{message_id}"""
        return self._sender.send(
            _UPDATE,
            {"metadata": metadata},
            None,
            (thread_id, message_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated("GET /threads/{thread_id}/messages: the API drops assistants; use responses and conversations")
    def list(
        self,
        thread_id: str,
        *,
        after: str | Omit = omit,
        before: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        run_id: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SyncCursorPage[Message]:
        """GET /threads/{thread_id}/messages"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "before": before, "limit": limit, "order": order, "run_id": run_id},
            (thread_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated(
        "DELETE /threads/{thread_id}/messages/{message_id}: the API drops assistants; use responses and conversations"
    )
    def delete(
        self,
        message_id: str,
        *,
        thread_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> MessageDeleted:
        """DELETE /threads/{thread_id}/messages/{message_id}"""
        return self._sender.send(
            _DELETE,
            None,
            None,
            (thread_id, message_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class AsyncMessages(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncMessagesWithRawResponse:
        return AsyncMessagesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncMessagesWithStreamingResponse:
        return AsyncMessagesWithStreamingResponse(self)

    @deprecated("POST /threads/{thread_id}/messages: the API drops assistants; use responses and conversations")
    async def create(
        self,
        thread_id: str,
        *,
        content: Union[str, Iterable[MessageContentPartParam]],
        role: Literal["user", "assistant"],
        attachments: Optional[Iterable[message_create_params.Attachment]] | Omit = omit,
        metadata: Optional[Metadata] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Message:
        """POST /threads/{thread_id}/messages"""
        return await self._sender.send(
            _CREATE,
            {"content": content, "role": role, "attachments": attachments, "metadata": metadata},
            None,
            (thread_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated(
        "GET /threads/{thread_id}/messages/{message_id}: the API drops assistants; use responses and conversations"
    )
    async def retrieve(
        self,
        message_id: str,
        *,
        thread_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Message:
        """GET /threads/{thread_id}/messages/{message_id}"""
        return await self._sender.send(
            _RETRIEVE,
            None,
            None,
            (thread_id, message_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated(
        "POST /threads/{thread_id}/messages/{message_id}: the API drops assistants; use responses and conversations"
    )
    async def update(
        self,
        message_id: str,
        *,
        thread_id: str,
        metadata: Optional[Metadata] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> Message:
        """POST /threads/{thread_id}/messages/{message_id}"""
        return await self._sender.send(
            _UPDATE,
            {"metadata": metadata},
            None,
            (thread_id, message_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated("GET /threads/{thread_id}/messages: the API drops assistants; use responses and conversations")
    def list(
        self,
        thread_id: str,
        *,
        after: str | Omit = omit,
        before: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        run_id: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> AsyncPaginator[Message, AsyncCursorPage[Message]]:
        """GET /threads/{thread_id}/messages"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "before": before, "limit": limit, "order": order, "run_id": run_id},
            (thread_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated(
        "DELETE /threads/{thread_id}/messages/{message_id}: the API drops assistants; use responses and conversations"
    )
    async def delete(
        self,
        message_id: str,
        *,
        thread_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> MessageDeleted:
        """DELETE /threads/{thread_id}/messages/{message_id}"""
        return await self._sender.send(
            _DELETE,
            None,
            None,
            (thread_id, message_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class MessagesWithRawResponse:
    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        raw = messages._raw()
        self.create: Final = to_raw_response(raw.create)
        self.retrieve: Final = to_raw_response(raw.retrieve)
        self.update: Final = to_raw_response(raw.update)
        self.list: Final = to_raw_response(raw.list)
        self.delete: Final = to_raw_response(raw.delete)


class AsyncMessagesWithRawResponse:
    def __init__(self, messages: AsyncMessages) -> None:
        self._messages = messages
        raw = messages._raw()
        self.create: Final = async_to_raw_response(raw.create)
        self.retrieve: Final = async_to_raw_response(raw.retrieve)
        self.update: Final = async_to_raw_response(raw.update)
        self.list: Final = async_to_raw_response(raw.list)
        self.delete: Final = async_to_raw_response(raw.delete)


class MessagesWithStreamingResponse:
    def __init__(self, messages: Messages) -> None:
        self._messages = messages
        streamed = messages._streamed()
        self.create: Final = to_streamed_response(streamed.create)
        self.retrieve: Final = to_streamed_response(streamed.retrieve)
        self.update: Final = to_streamed_response(streamed.update)
        self.list: Final = to_streamed_response(streamed.list)
        self.delete: Final = to_streamed_response(streamed.delete)


class AsyncMessagesWithStreamingResponse:
    def __init__(self, messages: AsyncMessages) -> None:
        self._messages = messages
        streamed = messages._streamed()
        self.create: Final = async_to_streamed_response(streamed.create)
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
        self.update: Final = async_to_streamed_response(streamed.update)
        self.list: Final = async_to_streamed_response(streamed.list)
        self.delete: Final = async_to_streamed_response(streamed.delete)
