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
    from typing import Dict, Final, Iterable, Literal, Optional, Union

    from aigpt.openai._types import Abort, Body, Headers, NotGiven, Omit, Query, TimeoutTypes
    from aigpt.openai.pagination import AsyncCursorPage, AsyncPaginator, SyncCursorPage
    from aigpt.openai.resources.fine_tuning.jobs.checkpoints import (
        AsyncCheckpoints,
        AsyncCheckpointsWithRawResponse,
        AsyncCheckpointsWithStreamingResponse,
        Checkpoints,
        CheckpointsWithRawResponse,
        CheckpointsWithStreamingResponse,
    )
    from aigpt.openai.types.fine_tuning import job_create_params
    from aigpt.openai.types.fine_tuning.fine_tuning_job import FineTuningJob
    from aigpt.openai.types.fine_tuning.fine_tuning_job_event import FineTuningJobEvent
    from aigpt.openai.types.shared_params.metadata import Metadata

__all__ = ["Jobs", "AsyncJobs"]

_CREATE = Endpoint("POST", "/fine_tuning/jobs", result="fine_tuning.fine_tuning_job:FineTuningJob")
_RETRIEVE = Endpoint(
    "GET", "/fine_tuning/jobs/{fine_tuning_job_id}", result="fine_tuning.fine_tuning_job:FineTuningJob"
)
_LIST = Endpoint("GET", "/fine_tuning/jobs", result="fine_tuning.fine_tuning_job:FineTuningJob", page="CursorPage")
_CANCEL = Endpoint(
    "POST", "/fine_tuning/jobs/{fine_tuning_job_id}/cancel", result="fine_tuning.fine_tuning_job:FineTuningJob"
)
_LIST_EVENTS = Endpoint(
    "GET",
    "/fine_tuning/jobs/{fine_tuning_job_id}/events",
    result="fine_tuning.fine_tuning_job_event:FineTuningJobEvent",
    page="CursorPage",
)
_PAUSE = Endpoint(
    "POST", "/fine_tuning/jobs/{fine_tuning_job_id}/pause", result="fine_tuning.fine_tuning_job:FineTuningJob"
)
_RESUME = Endpoint(
    "POST", "/fine_tuning/jobs/{fine_tuning_job_id}/resume", result="fine_tuning.fine_tuning_job:FineTuningJob"
)


class Jobs(SyncAPIResource):
    @cached_property
    def checkpoints(self) -> Checkpoints:
        from aigpt.openai.resources.fine_tuning.jobs.checkpoints import Checkpoints

        return Checkpoints(self._client)

    @cached_property
    def with_raw_response(self) -> JobsWithRawResponse:
        return JobsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> JobsWithStreamingResponse:
        return JobsWithStreamingResponse(self)

    def create(
        self,
        *,
        model: Union[str, Literal["babbage-002", "davinci-002", "gpt-3.5-turbo", "gpt-4o-mini"]],
        training_file: str,
        hyperparameters: job_create_params.Hyperparameters | Omit = omit,
        integrations: Optional[Iterable[job_create_params.Integration]] | Omit = omit,
        metadata: Optional[Metadata] | Omit = omit,
        method: job_create_params.Method | Omit = omit,
        seed: Optional[int] | Omit = omit,
        suffix: Optional[str] | Omit = omit,
        validation_file: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> FineTuningJob:
        """POST /fine_tuning/jobs"""
        return self._sender.send(
            _CREATE,
            {
                "model": model,
                "training_file": training_file,
                "hyperparameters": hyperparameters,
                "integrations": integrations,
                "metadata": metadata,
                "method": method,
                "seed": seed,
                "suffix": suffix,
                "validation_file": validation_file,
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
        fine_tuning_job_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> FineTuningJob:
        """GET /fine_tuning/jobs/{fine_tuning_job_id}"""
        return self._sender.send(
            _RETRIEVE,
            None,
            None,
            (fine_tuning_job_id,),
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
        metadata: Optional[Dict[str, str]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> SyncCursorPage[FineTuningJob]:
        """GET /fine_tuning/jobs"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "limit": limit, "metadata": metadata},
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    def cancel(
        self,
        fine_tuning_job_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> FineTuningJob:
        """POST /fine_tuning/jobs/{fine_tuning_job_id}/cancel"""
        return self._sender.send(
            _CANCEL, None, None, (fine_tuning_job_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def list_events(
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
    ) -> SyncCursorPage[FineTuningJobEvent]:
        """GET /fine_tuning/jobs/{fine_tuning_job_id}/events"""
        return self._sender.page(
            _LIST_EVENTS,
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

    def pause(
        self,
        fine_tuning_job_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> FineTuningJob:
        """POST /fine_tuning/jobs/{fine_tuning_job_id}/pause"""
        return self._sender.send(
            _PAUSE, None, None, (fine_tuning_job_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def resume(
        self,
        fine_tuning_job_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> FineTuningJob:
        """POST /fine_tuning/jobs/{fine_tuning_job_id}/resume"""
        return self._sender.send(
            _RESUME, None, None, (fine_tuning_job_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class AsyncJobs(AsyncAPIResource):
    @cached_property
    def checkpoints(self) -> AsyncCheckpoints:
        from aigpt.openai.resources.fine_tuning.jobs.checkpoints import AsyncCheckpoints

        return AsyncCheckpoints(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncJobsWithRawResponse:
        return AsyncJobsWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncJobsWithStreamingResponse:
        return AsyncJobsWithStreamingResponse(self)

    async def create(
        self,
        *,
        model: Union[str, Literal["babbage-002", "davinci-002", "gpt-3.5-turbo", "gpt-4o-mini"]],
        training_file: str,
        hyperparameters: job_create_params.Hyperparameters | Omit = omit,
        integrations: Optional[Iterable[job_create_params.Integration]] | Omit = omit,
        metadata: Optional[Metadata] | Omit = omit,
        method: job_create_params.Method | Omit = omit,
        seed: Optional[int] | Omit = omit,
        suffix: Optional[str] | Omit = omit,
        validation_file: Optional[str] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> FineTuningJob:
        """POST /fine_tuning/jobs"""
        return await self._sender.send(
            _CREATE,
            {
                "model": model,
                "training_file": training_file,
                "hyperparameters": hyperparameters,
                "integrations": integrations,
                "metadata": metadata,
                "method": method,
                "seed": seed,
                "suffix": suffix,
                "validation_file": validation_file,
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
        fine_tuning_job_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> FineTuningJob:
        """GET /fine_tuning/jobs/{fine_tuning_job_id}"""
        return await self._sender.send(
            _RETRIEVE,
            None,
            None,
            (fine_tuning_job_id,),
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
        metadata: Optional[Dict[str, str]] | Omit = omit,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> AsyncPaginator[FineTuningJob, AsyncCursorPage[FineTuningJob]]:
        """GET /fine_tuning/jobs"""
        return self._sender.page(
            _LIST,
            None,
            {"after": after, "limit": limit, "metadata": metadata},
            (),
            extra_headers,
            extra_query,
            extra_body,
            timeout,
            deadline,
            abort,
        )

    async def cancel(
        self,
        fine_tuning_job_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> FineTuningJob:
        """POST /fine_tuning/jobs/{fine_tuning_job_id}/cancel"""
        return await self._sender.send(
            _CANCEL, None, None, (fine_tuning_job_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    def list_events(
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
    ) -> AsyncPaginator[FineTuningJobEvent, AsyncCursorPage[FineTuningJobEvent]]:
        """GET /fine_tuning/jobs/{fine_tuning_job_id}/events"""
        return self._sender.page(
            _LIST_EVENTS,
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

    async def pause(
        self,
        fine_tuning_job_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> FineTuningJob:
        """POST /fine_tuning/jobs/{fine_tuning_job_id}/pause"""
        return await self._sender.send(
            _PAUSE, None, None, (fine_tuning_job_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )

    async def resume(
        self,
        fine_tuning_job_id: str,
        *,
        extra_headers: Headers | None = None,
        extra_query: Query | None = None,
        extra_body: Body | None = None,
        timeout: TimeoutTypes | NotGiven = not_given,
        deadline: float | None | NotGiven = not_given,
        abort: Abort | None = None,
    ) -> FineTuningJob:
        """POST /fine_tuning/jobs/{fine_tuning_job_id}/resume"""
        return await self._sender.send(
            _RESUME, None, None, (fine_tuning_job_id,), extra_headers, extra_query, extra_body, timeout, deadline, abort
        )


class JobsWithRawResponse:
    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        raw = jobs._raw()
        self.create: Final = to_raw_response(raw.create)
        self.retrieve: Final = to_raw_response(raw.retrieve)
        self.list: Final = to_raw_response(raw.list)
        self.cancel: Final = to_raw_response(raw.cancel)
        self.list_events: Final = to_raw_response(raw.list_events)
        self.pause: Final = to_raw_response(raw.pause)
        self.resume: Final = to_raw_response(raw.resume)

    @cached_property
    def checkpoints(self) -> CheckpointsWithRawResponse:
        from aigpt.openai.resources.fine_tuning.jobs.checkpoints import CheckpointsWithRawResponse

        return CheckpointsWithRawResponse(self._jobs.checkpoints)


class AsyncJobsWithRawResponse:
    def __init__(self, jobs: AsyncJobs) -> None:
        self._jobs = jobs
        raw = jobs._raw()
        self.create: Final = async_to_raw_response(raw.create)
        self.retrieve: Final = async_to_raw_response(raw.retrieve)
        self.list: Final = async_to_raw_response(raw.list)
        self.cancel: Final = async_to_raw_response(raw.cancel)
        self.list_events: Final = async_to_raw_response(raw.list_events)
        self.pause: Final = async_to_raw_response(raw.pause)
        self.resume: Final = async_to_raw_response(raw.resume)

    @cached_property
    def checkpoints(self) -> AsyncCheckpointsWithRawResponse:
        from aigpt.openai.resources.fine_tuning.jobs.checkpoints import AsyncCheckpointsWithRawResponse

        return AsyncCheckpointsWithRawResponse(self._jobs.checkpoints)


class JobsWithStreamingResponse:
    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        streamed = jobs._streamed()
        self.create: Final = to_streamed_response(streamed.create)
        self.retrieve: Final = to_streamed_response(streamed.retrieve)
        self.list: Final = to_streamed_response(streamed.list)
        self.cancel: Final = to_streamed_response(streamed.cancel)
        self.list_events: Final = to_streamed_response(streamed.list_events)
        self.pause: Final = to_streamed_response(streamed.pause)
        self.resume: Final = to_streamed_response(streamed.resume)

    @cached_property
    def checkpoints(self) -> CheckpointsWithStreamingResponse:
        from aigpt.openai.resources.fine_tuning.jobs.checkpoints import CheckpointsWithStreamingResponse

        return CheckpointsWithStreamingResponse(self._jobs.checkpoints)


class AsyncJobsWithStreamingResponse:
    def __init__(self, jobs: AsyncJobs) -> None:
        self._jobs = jobs
        streamed = jobs._streamed()
        self.create: Final = async_to_streamed_response(streamed.create)
        self.retrieve: Final = async_to_streamed_response(streamed.retrieve)
        self.list: Final = async_to_streamed_response(streamed.list)
        self.cancel: Final = async_to_streamed_response(streamed.cancel)
        self.list_events: Final = async_to_streamed_response(streamed.list_events)
        self.pause: Final = async_to_streamed_response(streamed.pause)
        self.resume: Final = async_to_streamed_response(streamed.resume)

    @cached_property
    def checkpoints(self) -> AsyncCheckpointsWithStreamingResponse:
        from aigpt.openai.resources.fine_tuning.jobs.checkpoints import AsyncCheckpointsWithStreamingResponse

        return AsyncCheckpointsWithStreamingResponse(self._jobs.checkpoints)
