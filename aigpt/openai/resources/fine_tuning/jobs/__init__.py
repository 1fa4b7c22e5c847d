# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.fine_tuning.jobs import checkpoints as checkpoints
    from aigpt.openai.resources.fine_tuning.jobs import jobs as jobs
    from aigpt.openai.resources.fine_tuning.jobs.checkpoints import (
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

__all__ = [
    "AsyncCheckpoints",
    "AsyncCheckpointsWithRawResponse",
    "AsyncCheckpointsWithStreamingResponse",
    "AsyncJobs",
    "AsyncJobsWithRawResponse",
    "AsyncJobsWithStreamingResponse",
    "Checkpoints",
    "CheckpointsWithRawResponse",
    "CheckpointsWithStreamingResponse",
    "Jobs",
    "JobsWithRawResponse",
    "JobsWithStreamingResponse",
]

_HOMES = {
    "AsyncCheckpoints": "aigpt.openai.resources.fine_tuning.jobs.checkpoints",
    "AsyncCheckpointsWithRawResponse": "aigpt.openai.resources.fine_tuning.jobs.checkpoints",
    "AsyncCheckpointsWithStreamingResponse": "aigpt.openai.resources.fine_tuning.jobs.checkpoints",
    "AsyncJobs": "aigpt.openai.resources.fine_tuning.jobs.jobs",
    "AsyncJobsWithRawResponse": "aigpt.openai.resources.fine_tuning.jobs.jobs",
    "AsyncJobsWithStreamingResponse": "aigpt.openai.resources.fine_tuning.jobs.jobs",
    "Checkpoints": "aigpt.openai.resources.fine_tuning.jobs.checkpoints",
    "CheckpointsWithRawResponse": "aigpt.openai.resources.fine_tuning.jobs.checkpoints",
    "CheckpointsWithStreamingResponse": "aigpt.openai.resources.fine_tuning.jobs.checkpoints",
    "Jobs": "aigpt.openai.resources.fine_tuning.jobs.jobs",
    "JobsWithRawResponse": "aigpt.openai.resources.fine_tuning.jobs.jobs",
    "JobsWithStreamingResponse": "aigpt.openai.resources.fine_tuning.jobs.jobs",
}
_SUBMODULES: tuple[str, ...] = ("checkpoints", "jobs")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
