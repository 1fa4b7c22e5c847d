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

    from aigpt.openai._types import Abort, Body, FileTypes, Headers, NotGiven, Query, TimeoutTypes
    from aigpt.openai.types.content_provenance_check import ContentProvenanceCheck

__all__ = ["ContentProvenanceChecks", "AsyncContentProvenanceChecks"]

_CREATE = Endpoint(
    "POST",
    "/content_provenance_checks",
    result="content_provenance_check:ContentProvenanceCheck",
    files=(("file",),),
    multipart="always",
)


class ContentProvenanceChecks(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> ContentProvenanceChecksWithRawResponse:
        return ContentProvenanceChecksWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> ContentProvenanceChecksWithStreamingResponse:
        return ContentProvenanceChecksWithStreamingResponse(self)

    def create(
        self,
        *,
        file: FileTypes,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> ContentProvenanceCheck:
        """POST /content_provenance_checks"""
        return self._sender.send(
            _CREATE, {"file": file}, None, (), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class AsyncContentProvenanceChecks(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncContentProvenanceChecksWithRawResponse:
        return AsyncContentProvenanceChecksWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncContentProvenanceChecksWithStreamingResponse:
        return AsyncContentProvenanceChecksWithStreamingResponse(self)

    async def create(
        self,
        *,
        file: FileTypes,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> ContentProvenanceCheck:
        """POST /content_provenance_checks"""
        return await self._sender.send(
            _CREATE, {"file": file}, None, (), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class ContentProvenanceChecksWithRawResponse:
    def __init__(self, content_provenance_checks: ContentProvenanceChecks) -> None:
        self._content_provenance_checks = content_provenance_checks
        raw = content_provenance_checks._raw()
        self.create: Final = to_raw_response(raw.create)


class AsyncContentProvenanceChecksWithRawResponse:
    def __init__(self, content_provenance_checks: AsyncContentProvenanceChecks) -> None:
        self._content_provenance_checks = content_provenance_checks
        raw = content_provenance_checks._raw()
        self.create: Final = async_to_raw_response(raw.create)


class ContentProvenanceChecksWithStreamingResponse:
    def __init__(self, content_provenance_checks: ContentProvenanceChecks) -> None:
        self._content_provenance_checks = content_provenance_checks
        streamed = content_provenance_checks._streamed()
        self.create: Final = to_streamed_response(streamed.create)


class AsyncContentProvenanceChecksWithStreamingResponse:
    def __init__(self, content_provenance_checks: AsyncContentProvenanceChecks) -> None:
        self._content_provenance_checks = content_provenance_checks
        streamed = content_provenance_checks._streamed()
        self.create: Final = async_to_streamed_response(streamed.create)
