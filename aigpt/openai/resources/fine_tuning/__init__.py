# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.fine_tuning import alpha as alpha
    from aigpt.openai.resources.fine_tuning import checkpoints as checkpoints
    from aigpt.openai.resources.fine_tuning import fine_tuning as fine_tuning
    from aigpt.openai.resources.fine_tuning import jobs as jobs
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
    from aigpt.openai.resources.fine_tuning.fine_tuning import (
        AsyncFineTuning,
        AsyncFineTuningWithRawResponse,
        AsyncFineTuningWithStreamingResponse,
        FineTuning,
        FineTuningWithRawResponse,
        FineTuningWithStreamingResponse,
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
    "Alpha",
    "AlphaWithRawResponse",
    "AlphaWithStreamingResponse",
    "AsyncAlpha",
    "AsyncAlphaWithRawResponse",
    "AsyncAlphaWithStreamingResponse",
    "AsyncCheckpoints",
    "AsyncCheckpointsWithRawResponse",
    "AsyncCheckpointsWithStreamingResponse",
    "AsyncFineTuning",
    "AsyncFineTuningWithRawResponse",
    "AsyncFineTuningWithStreamingResponse",
    "AsyncJobs",
    "AsyncJobsWithRawResponse",
    "AsyncJobsWithStreamingResponse",
    "Checkpoints",
    "CheckpointsWithRawResponse",
    "CheckpointsWithStreamingResponse",
    "FineTuning",
    "FineTuningWithRawResponse",
    "FineTuningWithStreamingResponse",
    "Jobs",
    "JobsWithRawResponse",
    "JobsWithStreamingResponse",
]

_HOMES = {
    "Alpha": "aigpt.openai.resources.fine_tuning.alpha.alpha",
    "AlphaWithRawResponse": "aigpt.openai.resources.fine_tuning.alpha.alpha",
    "AlphaWithStreamingResponse": "aigpt.openai.resources.fine_tuning.alpha.alpha",
    "AsyncAlpha": "aigpt.openai.resources.fine_tuning.alpha.alpha",
    "AsyncAlphaWithRawResponse": "aigpt.openai.resources.fine_tuning.alpha.alpha",
    "AsyncAlphaWithStreamingResponse": "aigpt.openai.resources.fine_tuning.alpha.alpha",
    "AsyncCheckpoints": "aigpt.openai.resources.fine_tuning.checkpoints.checkpoints",
    "AsyncCheckpointsWithRawResponse": "aigpt.openai.resources.fine_tuning.checkpoints.checkpoints",
    "AsyncCheckpointsWithStreamingResponse": "aigpt.openai.resources.fine_tuning.checkpoints.checkpoints",
    "AsyncFineTuning": "aigpt.openai.resources.fine_tuning.fine_tuning",
    "AsyncFineTuningWithRawResponse": "aigpt.openai.resources.fine_tuning.fine_tuning",
    "AsyncFineTuningWithStreamingResponse": "aigpt.openai.resources.fine_tuning.fine_tuning",
    "AsyncJobs": "aigpt.openai.resources.fine_tuning.jobs.jobs",
    "AsyncJobsWithRawResponse": "aigpt.openai.resources.fine_tuning.jobs.jobs",
    "AsyncJobsWithStreamingResponse": "aigpt.openai.resources.fine_tuning.jobs.jobs",
    "Checkpoints": "aigpt.openai.resources.fine_tuning.checkpoints.checkpoints",
    "CheckpointsWithRawResponse": "aigpt.openai.resources.fine_tuning.checkpoints.checkpoints",
    "CheckpointsWithStreamingResponse": "aigpt.openai.resources.fine_tuning.checkpoints.checkpoints",
    "FineTuning": "aigpt.openai.resources.fine_tuning.fine_tuning",
    "FineTuningWithRawResponse": "aigpt.openai.resources.fine_tuning.fine_tuning",
    "FineTuningWithStreamingResponse": "aigpt.openai.resources.fine_tuning.fine_tuning",
    "Jobs": "aigpt.openai.resources.fine_tuning.jobs.jobs",
    "JobsWithRawResponse": "aigpt.openai.resources.fine_tuning.jobs.jobs",
    "JobsWithStreamingResponse": "aigpt.openai.resources.fine_tuning.jobs.jobs",
}
_SUBMODULES: tuple[str, ...] = ("alpha", "checkpoints", "fine_tuning", "jobs")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
