# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.beta.threads.runs import runs as runs
    from aigpt.openai.resources.beta.threads.runs import steps as steps
    from aigpt.openai.resources.beta.threads.runs.runs import (
        AsyncRuns,
        AsyncRunsWithRawResponse,
        AsyncRunsWithStreamingResponse,
        Runs,
        RunsWithRawResponse,
        RunsWithStreamingResponse,
    )
    from aigpt.openai.resources.beta.threads.runs.steps import (
        AsyncSteps,
        AsyncStepsWithRawResponse,
        AsyncStepsWithStreamingResponse,
        Steps,
        StepsWithRawResponse,
        StepsWithStreamingResponse,
    )

__all__ = [
    "AsyncRuns",
    "AsyncRunsWithRawResponse",
    "AsyncRunsWithStreamingResponse",
    "AsyncSteps",
    "AsyncStepsWithRawResponse",
    "AsyncStepsWithStreamingResponse",
    "Runs",
    "RunsWithRawResponse",
    "RunsWithStreamingResponse",
    "Steps",
    "StepsWithRawResponse",
    "StepsWithStreamingResponse",
]

_HOMES = {
    "AsyncRuns": "aigpt.openai.resources.beta.threads.runs.runs",
    "AsyncRunsWithRawResponse": "aigpt.openai.resources.beta.threads.runs.runs",
    "AsyncRunsWithStreamingResponse": "aigpt.openai.resources.beta.threads.runs.runs",
    "AsyncSteps": "aigpt.openai.resources.beta.threads.runs.steps",
    "AsyncStepsWithRawResponse": "aigpt.openai.resources.beta.threads.runs.steps",
    "AsyncStepsWithStreamingResponse": "aigpt.openai.resources.beta.threads.runs.steps",
    "Runs": "aigpt.openai.resources.beta.threads.runs.runs",
    "RunsWithRawResponse": "aigpt.openai.resources.beta.threads.runs.runs",
    "RunsWithStreamingResponse": "aigpt.openai.resources.beta.threads.runs.runs",
    "Steps": "aigpt.openai.resources.beta.threads.runs.steps",
    "StepsWithRawResponse": "aigpt.openai.resources.beta.threads.runs.steps",
    "StepsWithStreamingResponse": "aigpt.openai.resources.beta.threads.runs.steps",
}
_SUBMODULES: tuple[str, ...] = ("runs", "steps")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
