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
    from typing import Final, Iterable, Literal, Optional

    from aigpt.openai._types import Abort, Body, Headers, NotGiven, Omit, Query, TimeoutTypes
    from aigpt.openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
    from aigpt.openai.resources.evals.runs.runs import (
        AsyncRuns,
        AsyncRunsWithRawResponse,
        AsyncRunsWithStreamingResponse,
        Runs,
        RunsWithRawResponse,
        RunsWithStreamingResponse,
    )
    from aigpt.openai.types import eval_create_params
    from aigpt.openai.types.eval_create_response import EvalCreateResponse
    from aigpt.openai.types.eval_delete_response import EvalDeleteResponse
    from aigpt.openai.types.eval_list_response import EvalListResponse
    from aigpt.openai.types.eval_retrieve_response import EvalRetrieveResponse
    from aigpt.openai.types.eval_update_response import EvalUpdateResponse
    from aigpt.openai.types.shared_params.metadata import Metadata

__all__ = ["Evals", "AsyncEvals"]

_CREATE = Endpoint("POST", "/evals", result="eval_create_response:EvalCreateResponse")
_RETRIEVE = Endpoint("GET", "/evals/{eval_id}", result="eval_retrieve_response:EvalRetrieveResponse")
_UPDATE = Endpoint("POST", "/evals/{eval_id}", result="eval_update_response:EvalUpdateResponse")
_LIST = Endpoint("GET", "/evals", result="eval_list_response:EvalListResponse", page="CursorPage")
_DELETE = Endpoint("DELETE", "/evals/{eval_id}", result="eval_delete_response:EvalDeleteResponse")


class Evals(SyncAPIResource):
    @cached_property
    def runs(self) -> Runs:
        from aigpt.openai.resources.evals.runs.runs import Runs

        return Runs(self._client)

    @cached_property
    def with_raw_response(self) -> EvalsWithRawResponse:
        return EvalsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> EvalsWithStreamingResponse:
        return EvalsWithStreamingResponse(self)

    def create(
        self,
        *,
        data_source_config: eval_create_params.DataSourceConfig,
        testing_criteria: Iterable[eval_create_params.TestingCriterion],
        metadata: Optional[Metadata] | Omit = omit,
        name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> EvalCreateResponse:
        """POST /evals"""
        return self._sender.send(
            _CREATE,
            {
                "data_source_config": data_source_config,
                "testing_criteria": testing_criteria,
                "metadata": metadata,
                "name": name,
            },
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
        eval_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> EvalRetrieveResponse:
        """GET /evals/{eval_id}"""
        return self._sender.send(
            _RETRIEVE, None, None, (eval_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def update(
        self,
        eval_id: str,
        *,
        metadata: Optional[Metadata] | Omit = omit,
        name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> EvalUpdateResponse:
        """POST /evals/{eval_id}"""
        return self._sender.send(
            _UPDATE,
            {"metadata": metadata, "name": name},
            None,
            (eval_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        order_by: Literal["created_at", "updated_at"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SyncCursorPage[EvalListResponse]:
        """GET /evals"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "limit": limit, "order": order, "order_by": order_by},
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
        eval_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> EvalDeleteResponse:
        """DELETE /evals/{eval_id}"""
        return self._sender.send(
            _DELETE, None, None, (eval_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class AsyncEvals(AsyncAPIResource):
    @cached_property
    def runs(self) -> AsyncRuns:
        from aigpt.openai.resources.evals.runs.runs import AsyncRuns

        return AsyncRuns(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncEvalsWithRawResponse:
        return AsyncEvalsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncEvalsWithStreamingResponse:
        return AsyncEvalsWithStreamingResponse(self)

    async def create(
        self,
        *,
        data_source_config: eval_create_params.DataSourceConfig,
        testing_criteria: Iterable[eval_create_params.TestingCriterion],
        metadata: Optional[Metadata] | Omit = omit,
        name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> EvalCreateResponse:
        """POST /evals"""
        return await self._sender.send(
            _CREATE,
            {
                "data_source_config": data_source_config,
                "testing_criteria": testing_criteria,
                "metadata": metadata,
                "name": name,
            },
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
        eval_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> EvalRetrieveResponse:
        """GET /evals/{eval_id}"""
        return await self._sender.send(
            _RETRIEVE, None, None, (eval_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    async def update(
        self,
        eval_id: str,
        *,
        metadata: Optional[Metadata] | Omit = omit,
        name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> EvalUpdateResponse:
        """POST /evals/{eval_id}"""
        return await self._sender.send(
            _UPDATE,
            {"metadata": metadata, "name": name},
            None,
            (eval_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def list(
        self,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        order_by: Literal["created_at", "updated_at"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> AsyncPaginator[EvalListResponse, AsyncCursorPage[EvalListResponse]]:
        """GET /evals"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "limit": limit, "order": order, "order_by": order_by},
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
        eval_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> EvalDeleteResponse:
        """DELETE /evals/{eval_id}"""
        return await self._sender.send(
            _DELETE, None, None, (eval_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class EvalsWithRawResponse:
    def __init__(self, evals: Evals) -> None:
        self._evals = evals
        raw = evals._raw()
        self.create: Final = to_raw_response(raw.create)
        self.retrieve: Final = to_raw_response(raw.retrieve)
        self.update: Final = to_raw_response(raw.update)
        self.list: Final = to_raw_response(raw.list)
        self.delete: Final = to_raw_response(raw.delete)

    @cached_property
    def runs(self) -> RunsWithRawResponse:
        from aigpt.openai.resources.evals.runs.runs import RunsWithRawResponse

        return RunsWithRawResponse(self._evals.runs)


class AsyncEvalsWithRawResponse:
    def __init__(self, evals: AsyncEvals) -> None:
        self._evals = evals
        raw = evals._raw()
        self.create: Final = async_to_raw_response(raw.create)
        self.retrieve: Final = async_to_raw_response(raw.retrieve)
        self.update: Final = async_to_raw_response(raw.update)
        self.list: Final = async_to_raw_response(raw.list)
        self.delete: Final = async_to_raw_response(raw.delete)

    @cached_property
    def runs(self) -> AsyncRunsWithRawResponse:
        from aigpt.openai.resources.evals.runs.runs import AsyncRunsWithRawResponse

        return AsyncRunsWithRawResponse(self._evals.runs)


class EvalsWithStreamingResponse:
    def __init__(self, evals: Evals) -> None:
        self._evals = evals
        streamed = evals._streamed()
        self.create: Final = to_streamed_response(streamed.create)
        self.retrieve: Final = to_streamed_response(streamed.retrieve)
        self.update: Final = to_streamed_response(streamed.update)
        self.list: Final = to_streamed_response(streamed.list)
        self.delete: Final = to_streamed_response(streamed.delete)

    @cached_property
    def runs(self) -> RunsWithStreamingResponse:
        from aigpt.openai.resources.evals.runs.runs import RunsWithStreamingResponse

        return RunsWithStreamingResponse(self._evals.runs)


class AsyncEvalsWithStreamingResponse:
    def __init__(self, evals: AsyncEvals) -> None:
        self._evals = evals
        streamed = evals._streamed()
        self.create: Final = async_to_streamed_response(streamed.create)
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
        self.update: Final = async_to_streamed_response(streamed.update)
        self.list: Final = async_to_streamed_response(streamed.list)
        self.delete: Final = async_to_streamed_response(streamed.delete)

    @cached_property
    def runs(self) -> AsyncRunsWithStreamingResponse:
        from aigpt.openai.resources.evals.runs.runs import AsyncRunsWithStreamingResponse

        return AsyncRunsWithStreamingResponse(self._evals.runs)
