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
    from typing import Final, Literal, Optional

    from aigpt.openai._types import Abort, Body, Headers, NotGiven, Omit, Query, TimeoutTypes
    from aigpt.openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
    from aigpt.openai.resources.evals.runs.output_items import (
        AsyncOutputItems,
        AsyncOutputItemsWithRawResponse,
        AsyncOutputItemsWithStreamingResponse,
        OutputItems,
        OutputItemsWithRawResponse,
        OutputItemsWithStreamingResponse,
    )
    from aigpt.openai.types.evals import run_create_params
    from aigpt.openai.types.evals.run_cancel_response import RunCancelResponse
    from aigpt.openai.types.evals.run_create_response import RunCreateResponse
    from aigpt.openai.types.evals.run_delete_response import RunDeleteResponse
    from aigpt.openai.types.evals.run_list_response import RunListResponse
    from aigpt.openai.types.evals.run_retrieve_response import RunRetrieveResponse
    from aigpt.openai.types.shared_params.metadata import Metadata

__all__ = ["Runs", "AsyncRuns"]

_CREATE = Endpoint("POST", "/evals/{eval_id}/runs", result="evals.run_create_response:RunCreateResponse")
_RETRIEVE = Endpoint("GET", "/evals/{eval_id}/runs/{run_id}", result="evals.run_retrieve_response:RunRetrieveResponse")
_LIST = Endpoint("GET", "/evals/{eval_id}/runs", result="evals.run_list_response:RunListResponse", page="CursorPage")
_DELETE = Endpoint("DELETE", "/evals/{eval_id}/runs/{run_id}", result="evals.run_delete_response:RunDeleteResponse")
_CANCEL = Endpoint(
    "POST", "/evals/{eval_id}/runs/{run_id}/cancel", result="evals.run_cancel_response:RunCancelResponse"
)


class Runs(SyncAPIResource):
    @cached_property
    def output_items(self) -> OutputItems:
        from aigpt.openai.resources.evals.runs.output_items import OutputItems

        return OutputItems(self._client)

    @cached_property
    def with_raw_response(self) -> RunsWithRawResponse:
        return RunsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> RunsWithStreamingResponse:
        return RunsWithStreamingResponse(self)

    def create(
        self,
        eval_id: str,
        *,
        data_source: run_create_params.DataSource,
        metadata: Optional[Metadata] | Omit = omit,
        name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> RunCreateResponse:
        """POST /evals/{eval_id}/runs"""
        return self._sender.send(
            _CREATE,
            {"data_source": data_source, "metadata": metadata, "name": name},
            None,
            (eval_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def retrieve(
        self,
        run_id: str,
        *,
        eval_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> RunRetrieveResponse:
        """GET /evals/{eval_id}/runs/{run_id}"""
        return self._sender.send(
            _RETRIEVE, None, None, (eval_id, run_id), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def list(
        self,
        eval_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        status: Literal["queued", "in_progress", "completed", "canceled", "failed"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SyncCursorPage[RunListResponse]:
        """GET /evals/{eval_id}/runs"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "limit": limit, "order": order, "status": status},
            (eval_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def delete(
        self,
        run_id: str,
        *,
        eval_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> RunDeleteResponse:
        """DELETE /evals/{eval_id}/runs/{run_id}"""
        return self._sender.send(
            _DELETE, None, None, (eval_id, run_id), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def cancel(
        self,
        run_id: str,
        *,
        eval_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> RunCancelResponse:
        """POST /evals/{eval_id}/runs/{run_id}/cancel"""
        return self._sender.send(
            _CANCEL, None, None, (eval_id, run_id), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class AsyncRuns(AsyncAPIResource):
    @cached_property
    def output_items(self) -> AsyncOutputItems:
        from aigpt.openai.resources.evals.runs.output_items import AsyncOutputItems

        return AsyncOutputItems(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncRunsWithRawResponse:
        return AsyncRunsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncRunsWithStreamingResponse:
        return AsyncRunsWithStreamingResponse(self)

    async def create(
        self,
        eval_id: str,
        *,
        data_source: run_create_params.DataSource,
        metadata: Optional[Metadata] | Omit = omit,
        name: str | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> RunCreateResponse:
        """POST /evals/{eval_id}/runs"""
        return await self._sender.send(
            _CREATE,
            {"data_source": data_source, "metadata": metadata, "name": name},
            None,
            (eval_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def retrieve(
        self,
        run_id: str,
        *,
        eval_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> RunRetrieveResponse:
        """GET /evals/{eval_id}/runs/{run_id}"""
        return await self._sender.send(
            _RETRIEVE, None, None, (eval_id, run_id), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def list(
        self,
        eval_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        order: Literal["asc", "desc"] | Omit = omit,
        status: Literal["queued", "in_progress", "completed", "canceled", "failed"] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> AsyncPaginator[RunListResponse, AsyncCursorPage[RunListResponse]]:
        """GET /evals/{eval_id}/runs"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "limit": limit, "order": order, "status": status},
            (eval_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def delete(
        self,
        run_id: str,
        *,
        eval_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> RunDeleteResponse:
        """DELETE /evals/{eval_id}/runs/{run_id}"""
        return await self._sender.send(
            _DELETE, None, None, (eval_id, run_id), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    async def cancel(
        self,
        run_id: str,
        *,
        eval_id: str,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> RunCancelResponse:
        """POST /evals/{eval_id}/runs/{run_id}/cancel"""
        return await self._sender.send(
            _CANCEL, None, None, (eval_id, run_id), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class RunsWithRawResponse:
    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        raw = runs._raw()
        self.create: Final = to_raw_response(raw.create)
        self.retrieve: Final = to_raw_response(raw.retrieve)
        self.list: Final = to_raw_response(raw.list)
        self.delete: Final = to_raw_response(raw.delete)
        self.cancel: Final = to_raw_response(raw.cancel)

    @cached_property
    def output_items(self) -> OutputItemsWithRawResponse:
        from aigpt.openai.resources.evals.runs.output_items import OutputItemsWithRawResponse

        return OutputItemsWithRawResponse(self._runs.output_items)


class AsyncRunsWithRawResponse:
    def __init__(self, runs: AsyncRuns) -> None:
        self._runs = runs
        raw = runs._raw()
        self.create: Final = async_to_raw_response(raw.create)
        self.retrieve: Final = async_to_raw_response(raw.retrieve)
        self.list: Final = async_to_raw_response(raw.list)
        self.delete: Final = async_to_raw_response(raw.delete)
        self.cancel: Final = async_to_raw_response(raw.cancel)

    @cached_property
    def output_items(self) -> AsyncOutputItemsWithRawResponse:
        from aigpt.openai.resources.evals.runs.output_items import AsyncOutputItemsWithRawResponse

        return AsyncOutputItemsWithRawResponse(self._runs.output_items)


class RunsWithStreamingResponse:
    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        streamed = runs._streamed()
        self.create: Final = to_streamed_response(streamed.create)
        self.retrieve: Final = to_streamed_response(streamed.retrieve)
        self.list: Final = to_streamed_response(streamed.list)
        self.delete: Final = to_streamed_response(streamed.delete)
        self.cancel: Final = to_streamed_response(streamed.cancel)

    @cached_property
    def output_items(self) -> OutputItemsWithStreamingResponse:
        from aigpt.openai.resources.evals.runs.output_items import OutputItemsWithStreamingResponse

        return OutputItemsWithStreamingResponse(self._runs.output_items)


class AsyncRunsWithStreamingResponse:
    def __init__(self, runs: AsyncRuns) -> None:
        self._runs = runs
        streamed = runs._streamed()
        self.create: Final = async_to_streamed_response(streamed.create)
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
        self.list: Final = async_to_streamed_response(streamed.list)
        self.delete: Final = async_to_streamed_response(streamed.delete)
        self.cancel: Final = async_to_streamed_response(streamed.cancel)

    @cached_property
    def output_items(self) -> AsyncOutputItemsWithStreamingResponse:
        from aigpt.openai.resources.evals.runs.output_items import AsyncOutputItemsWithStreamingResponse

        return AsyncOutputItemsWithStreamingResponse(self._runs.output_items)
