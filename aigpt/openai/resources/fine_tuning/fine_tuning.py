# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.
# pyright: reportPrivateUsage=false, reportDeprecated=false

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt.openai._resource import AsyncAPIResource, SyncAPIResource, cached_property

if TYPE_CHECKING:
    from aigpt.openai.resources.fine_tuning.alpha.alpha import (
        Alpha,
        AlphaWithRawResponse,
        AlphaWithStreamingResponse,
        AsyncAlpha,
        AsyncAlphaWithRawResponse,
        AsyncAlphaWithStreamingResponse,
    )
    from aigpt.openai.resources.fine_tuning.checkpoints.checkpoints import (
        AsyncCheckpoints,
        AsyncCheckpointsWithRawResponse,
        AsyncCheckpointsWithStreamingResponse,
        Checkpoints,
        CheckpointsWithRawResponse,
        CheckpointsWithStreamingResponse,
    )
    from aigpt.openai.resources.fine_tuning.jobs.jobs import (
        AsyncJobs,
        AsyncJobsWithRawResponse,
        AsyncJobsWithStreamingResponse,
        Jobs,
        JobsWithRawResponse,
        JobsWithStreamingResponse,
    )

__all__ = ["FineTuning", "AsyncFineTuning"]


class FineTuning(SyncAPIResource):
    @cached_property
    def jobs(self) -> Jobs:
        from aigpt.openai.resources.fine_tuning.jobs.jobs import Jobs

        return Jobs(self._client)

    @cached_property
    def checkpoints(self) -> Checkpoints:
        from aigpt.openai.resources.fine_tuning.checkpoints.checkpoints import Checkpoints

        return Checkpoints(self._client)

    @cached_property
    def alpha(self) -> Alpha:
        from aigpt.openai.resources.fine_tuning.alpha.alpha import Alpha

        return Alpha(self._client)

    @cached_property
    def with_raw_response(self) -> FineTuningWithRawResponse:
        return FineTuningWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> FineTuningWithStreamingResponse:
        return FineTuningWithStreamingResponse(self)


class AsyncFineTuning(AsyncAPIResource):
    @cached_property
    def jobs(self) -> AsyncJobs:
        from aigpt.openai.resources.fine_tuning.jobs.jobs import AsyncJobs

        return AsyncJobs(self._client)

    @cached_property
    def checkpoints(self) -> AsyncCheckpoints:
        from aigpt.openai.resources.fine_tuning.checkpoints.checkpoints import AsyncCheckpoints

        return AsyncCheckpoints(self._client)

    @cached_property
    def alpha(self) -> AsyncAlpha:
        from aigpt.openai.resources.fine_tuning.alpha.alpha import AsyncAlpha

        return AsyncAlpha(self._client)

    @cached_property
    def with_raw_response(self) -> AsyncFineTuningWithRawResponse:
        return AsyncFineTuningWithRawResponse(self)

    @cached_property
    def with_streaming_response(self) -> AsyncFineTuningWithStreamingResponse:
        return AsyncFineTuningWithStreamingResponse(self)


class FineTuningWithRawResponse:
    def __init__(self, fine_tuning: FineTuning) -> None:
        self._fine_tuning = fine_tuning

    @cached_property
    def jobs(self) -> JobsWithRawResponse:
        from aigpt.openai.resources.fine_tuning.jobs.jobs import JobsWithRawResponse

        return JobsWithRawResponse(self._fine_tuning.jobs)

    @cached_property
    def checkpoints(self) -> CheckpointsWithRawResponse:
        from aigpt.openai.resources.fine_tuning.checkpoints.checkpoints import CheckpointsWithRawResponse

        return CheckpointsWithRawResponse(self._fine_tuning.checkpoints)

    @cached_property
    def alpha(self) -> AlphaWithRawResponse:
        from aigpt.openai.resources.fine_tuning.alpha.alpha import AlphaWithRawResponse

        return AlphaWithRawResponse(self._fine_tuning.alpha)


class AsyncFineTuningWithRawResponse:
    def __init__(self, fine_tuning: AsyncFineTuning) -> None:
        self._fine_tuning = fine_tuning

    @cached_property
    def jobs(self) -> AsyncJobsWithRawResponse:
        from aigpt.openai.resources.fine_tuning.jobs.jobs import AsyncJobsWithRawResponse

        return AsyncJobsWithRawResponse(self._fine_tuning.jobs)

    @cached_property
    def checkpoints(self) -> AsyncCheckpointsWithRawResponse:
        from aigpt.openai.resources.fine_tuning.checkpoints.checkpoints import AsyncCheckpointsWithRawResponse

        return AsyncCheckpointsWithRawResponse(self._fine_tuning.checkpoints)

    @cached_property
    def alpha(self) -> AsyncAlphaWithRawResponse:
        from aigpt.openai.resources.fine_tuning.alpha.alpha import AsyncAlphaWithRawResponse

        return AsyncAlphaWithRawResponse(self._fine_tuning.alpha)


class FineTuningWithStreamingResponse:
    def __init__(self, fine_tuning: FineTuning) -> None:
        self._fine_tuning = fine_tuning

    @cached_property
    def jobs(self) -> JobsWithStreamingResponse:
        from aigpt.openai.resources.fine_tuning.jobs.jobs import JobsWithStreamingResponse

        return JobsWithStreamingResponse(self._fine_tuning.jobs)

    @cached_property
    def checkpoints(self) -> CheckpointsWithStreamingResponse:
        from aigpt.openai.resources.fine_tuning.checkpoints.checkpoints import CheckpointsWithStreamingResponse

        return CheckpointsWithStreamingResponse(self._fine_tuning.checkpoints)

    @cached_property
    def alpha(self) -> AlphaWithStreamingResponse:
        from aigpt.openai.resources.fine_tuning.alpha.alpha import AlphaWithStreamingResponse

        return AlphaWithStreamingResponse(self._fine_tuning.alpha)


class AsyncFineTuningWithStreamingResponse:
    def __init__(self, fine_tuning: AsyncFineTuning) -> None:
        self._fine_tuning = fine_tuning

    @cached_property
    def jobs(self) -> AsyncJobsWithStreamingResponse:
        from aigpt.openai.resources.fine_tuning.jobs.jobs import AsyncJobsWithStreamingResponse

        return AsyncJobsWithStreamingResponse(self._fine_tuning.jobs)

    @cached_property
    def checkpoints(self) -> AsyncCheckpointsWithStreamingResponse:
        from aigpt.openai.resources.fine_tuning.checkpoints.checkpoints import AsyncCheckpointsWithStreamingResponse

        return AsyncCheckpointsWithStreamingResponse(self._fine_tuning.checkpoints)

    @cached_property
    def alpha(self) -> AsyncAlphaWithStreamingResponse:
        from aigpt.openai.resources.fine_tuning.alpha.alpha import AsyncAlphaWithStreamingResponse

        return AsyncAlphaWithStreamingResponse(self._fine_tuning.alpha)
