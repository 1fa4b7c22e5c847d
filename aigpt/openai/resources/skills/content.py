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
from aigpt.openai._types import not_given

if TYPE_CHECKING:
    from typing import Final

    from aigpt.openai._binary import BinaryContent
    from aigpt.openai._types import Abort, Body, Headers, NotGiven, Query, TimeoutTypes

__all__ = ["Content", "AsyncContent"]

_RETRIEVE = Endpoint("GET", "/skills/{skill_id}/content", binary=True, headers={"Accept": "application/binary"})


class Content(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> ContentWithRawResponse:
        return ContentWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ContentWithStreamingResponse:
        return ContentWithStreamingResponse(self)

    def retrieve(
        self,
        skill_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> BinaryContent:
        """GET /skills/{skill_id}/content"""
        return self._sender.send(
            _RETRIEVE, None, None, (skill_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class AsyncContent(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncContentWithRawResponse:
        return AsyncContentWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncContentWithStreamingResponse:
        return AsyncContentWithStreamingResponse(self)

    async def retrieve(
        self,
        skill_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> BinaryContent:
        """GET /skills/{skill_id}/content"""
        return await self._sender.send(
            _RETRIEVE, None, None, (skill_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class ContentWithRawResponse:
    def __init__(self, content: Content) -> None:
        self._content = content
        raw = content._raw()
        self.retrieve: Final = to_raw_response(raw.retrieve)


class AsyncContentWithRawResponse:
    def __init__(self, content: AsyncContent) -> None:
        self._content = content
        raw = content._raw()
        self.retrieve: Final = async_to_raw_response(raw.retrieve)


class ContentWithStreamingResponse:
    def __init__(self, content: Content) -> None:
        self._content = content
        streamed = content._streamed()
        self.retrieve: Final = to_streamed_response(streamed.retrieve)


class AsyncContentWithStreamingResponse:
    def __init__(self, content: AsyncContent) -> None:
        self._content = content
        streamed = content._streamed()
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
