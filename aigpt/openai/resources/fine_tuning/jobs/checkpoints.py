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
    from typing import Final

    from aigpt.openai._types import Abort, Body, Headers, NotGiven, Omit, Query, TimeoutTypes
    from aigpt.openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
    from aigpt.openai.types.fine_tuning.jobs.fine_tuning_job_checkpoint import FineTuningJobCheckpoint

__all__ = ["Checkpoints", "AsyncCheckpoints"]

_LIST = Endpoint(
    "GET",
    "/fine_tuning/jobs/{fine_tuning_job_id}/checkpoints",
    result="fine_tuning.jobs.fine_tuning_job_checkpoint:FineTuningJobCheckpoint",
    page="CursorPage",
)


class Checkpoints(SyncAPIResource):
    @cached_property
    def with_raw_response(self) -> CheckpointsWithRawResponse:
        return CheckpointsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> CheckpointsWithStreamingResponse:
        return CheckpointsWithStreamingResponse(self)

    def list(
        self,
        fine_tuning_job_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SyncCursorPage[FineTuningJobCheckpoint]:
        """GET /fine_tuning/jobs/{fine_tuning_job_id}/checkpoints"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "limit": limit},
            (fine_tuning_job_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class AsyncCheckpoints(AsyncAPIResource):
    @cached_property
    def with_raw_response(self) -> AsyncCheckpointsWithRawResponse:
        return AsyncCheckpointsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncCheckpointsWithStreamingResponse:
        return AsyncCheckpointsWithStreamingResponse(self)

    def list(
        self,
        fine_tuning_job_id: str,
        *,
        after: str | Omit = omit,
        limit: int | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> AsyncPaginator[FineTuningJobCheckpoint, AsyncCursorPage[FineTuningJobCheckpoint]]:
        """GET /fine_tuning/jobs/{fine_tuning_job_id}/checkpoints"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "limit": limit},
            (fine_tuning_job_id,),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )


class CheckpointsWithRawResponse:
    def __init__(self, checkpoints: Checkpoints) -> None:
        self._checkpoints = checkpoints
        raw = checkpoints._raw()
        self.list: Final = to_raw_response(raw.list)


class AsyncCheckpointsWithRawResponse:
    def __init__(self, checkpoints: AsyncCheckpoints) -> None:
        self._checkpoints = checkpoints
        raw = checkpoints._raw()
        self.list: Final = async_to_raw_response(raw.list)


class CheckpointsWithStreamingResponse:
    def __init__(self, checkpoints: Checkpoints) -> None:
        self._checkpoints = checkpoints
        streamed = checkpoints._streamed()
        self.list: Final = to_streamed_response(streamed.list)


class AsyncCheckpointsWithStreamingResponse:
    def __init__(self, checkpoints: AsyncCheckpoints) -> None:
        self._checkpoints = checkpoints
        streamed = checkpoints._streamed()
        self.list: Final = async_to_streamed_response(streamed.list)
