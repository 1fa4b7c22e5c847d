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

    from aigpt.openai._types import Abort, Body, Headers, NotGiven, Query, TimeoutTypes
    from aigpt.openai.types.safety.safety_case import SafetyCase

__all__ = ["Cases", "AsyncCases"]

_RETRIEVE = Endpoint("GET", "/safety/cases/{id}", result="safety.safety_case:SafetyCase")


class Cases(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> CasesWithRawResponse:
        return CasesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> CasesWithStreamingResponse:
        return CasesWithStreamingResponse(self)

    def retrieve(
        self,
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SafetyCase:
        """GET /safety/cases/{id}"""
        return self._sender.send(
            _RETRIEVE, None, None, (id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class AsyncCases(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncCasesWithRawResponse:
        return AsyncCasesWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncCasesWithStreamingResponse:
        return AsyncCasesWithStreamingResponse(self)

    async def retrieve(
        self,
        id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SafetyCase:
        """GET /safety/cases/{id}"""
        return await self._sender.send(
            _RETRIEVE, None, None, (id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class CasesWithRawResponse:
    def __init__(self, cases: Cases) -> None:
        self._cases = cases
        raw = cases._raw()
        self.retrieve: Final = to_raw_response(raw.retrieve)


class AsyncCasesWithRawResponse:
    def __init__(self, cases: AsyncCases) -> None:
        self._cases = cases
        raw = cases._raw()
        self.retrieve: Final = async_to_raw_response(raw.retrieve)


class CasesWithStreamingResponse:
    def __init__(self, cases: Cases) -> None:
        self._cases = cases
        streamed = cases._streamed()
        self.retrieve: Final = to_streamed_response(streamed.retrieve)


class AsyncCasesWithStreamingResponse:
    def __init__(self, cases: AsyncCases) -> None:
        self._cases = cases
        streamed = cases._streamed()
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
