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
    from typing import Final, List, Literal

    from aigpt.openai._types import Abort, Body, Headers, NotGiven, Omit, Query, TimeoutTypes
    from aigpt.openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
    from aigpt.openai.types.beta.threads.runs.run_step import RunStep
    from aigpt.openai.types.beta.threads.runs.run_step_include import RunStepInclude

__all__ = ["Steps", "AsyncSteps"]

_RETRIEVE = Endpoint(
    "GET",
    "/threads/{thread_id}/runs/{run_id}/steps/{step_id}",
    result="beta.threads.runs.run_step:RunStep",
    headers={"OpenAI-Beta": "assistants=v2"},
)
_LIST = Endpoint(
    "GET",
    "/threads/{thread_id}/runs/{run_id}/steps",
    result="beta.threads.runs.run_step:RunStep",
    page="CursorPage",
    headers={"OpenAI-Beta": "assistants=v2"},
)


class Steps(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> StepsWithRawResponse:
        return StepsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> StepsWithStreamingResponse:
        return StepsWithStreamingResponse(self)

    @deprecated(
        "GET /threads/{thread_id}/runs/{run_id}/steps/{step_id}: the API drops assistants; use responses and conversations"
    )
    def retrieve(
        self,
        step_id: str,
        *,
        thread_id: str,
        run_id: str,
        include: List[RunStepInclude] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> RunStep:
        """GET /threads/{thread_id}/runs/{run_id}/steps/{step_id}"""
        return self._sender.send(
            _RETRIEVE,
            None,
            {"include": include},
            (thread_id, run_id, step_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated(
        "GET /threads/{thread_id}/runs/{run_id}/steps: the API drops assistants; use responses and conversations"
    )
    def list(
        self,
        run_id: str,
        *,
        thread_id: str,
        after: str | Omit = omit,
        before: str | Omit = omit,
        include: List[RunStepInclude] | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SyncCursorPage[RunStep]:
        """GET /threads/{thread_id}/runs/{run_id}/steps"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "before": before, "include": include, "limit": limit, "order": order},
            (thread_id, run_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class AsyncSteps(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncStepsWithRawResponse:
        return AsyncStepsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncStepsWithStreamingResponse:
        return AsyncStepsWithStreamingResponse(self)

    @deprecated(
        "GET /threads/{thread_id}/runs/{run_id}/steps/{step_id}: the API drops assistants; use responses and conversations"
    )
    async def retrieve(
        self,
        step_id: str,
        *,
        thread_id: str,
        run_id: str,
        include: List[RunStepInclude] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> RunStep:
        """GET /threads/{thread_id}/runs/{run_id}/steps/{step_id}"""
        return await self._sender.send(
            _RETRIEVE,
            None,
            {"include": include},
            (thread_id, run_id, step_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    @deprecated(
        "GET /threads/{thread_id}/runs/{run_id}/steps: the API drops assistants; use responses and conversations"
    )
    def list(
        self,
        run_id: str,
        *,
        thread_id: str,
        after: str | Omit = omit,
        before: str | Omit = omit,
        include: List[RunStepInclude] | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> AsyncPaginator[RunStep, AsyncCursorPage[RunStep]]:
        """GET /threads/{thread_id}/runs/{run_id}/steps"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "before": before, "include": include, "limit": limit, "order": order},
            (thread_id, run_id),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class StepsWithRawResponse:
    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        raw = steps._raw()
        self.retrieve: Final = to_raw_response(raw.retrieve)
        self.list: Final = to_raw_response(raw.list)


class AsyncStepsWithRawResponse:
    def __init__(self, steps: AsyncSteps) -> None:
        self._steps = steps
        raw = steps._raw()
        self.retrieve: Final = async_to_raw_response(raw.retrieve)
        self.list: Final = async_to_raw_response(raw.list)


class StepsWithStreamingResponse:
    def __init__(self, steps: Steps) -> None:
        self._steps = steps
        streamed = steps._streamed()
        self.retrieve: Final = to_streamed_response(streamed.retrieve)
        self.list: Final = to_streamed_response(streamed.list)


class AsyncStepsWithStreamingResponse:
    def __init__(self, steps: AsyncSteps) -> None:
        self._steps = steps
        streamed = steps._streamed()
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
        self.list: Final = async_to_streamed_response(streamed.list)
