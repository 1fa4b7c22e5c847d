# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.evals import evals as evals
    from aigpt.openai.resources.evals import runs as runs
    from aigpt.openai.resources.evals.evals import (
        AsyncEvals,
        AsyncEvalsWithRawResponse,
        AsyncEvalsWithStreamingResponse,
        Evals,
        EvalsWithRawResponse,
        EvalsWithStreamingResponse,
    )
    from aigpt.openai.resources.evals.runs.runs import (
        AsyncRuns,
        AsyncRunsWithRawResponse,
        AsyncRunsWithStreamingResponse,
        Runs,
        RunsWithRawResponse,
        RunsWithStreamingResponse,
    )

__all__ = [
    "AsyncEvals",
    "AsyncEvalsWithRawResponse",
    "AsyncEvalsWithStreamingResponse",
    "AsyncRuns",
    "AsyncRunsWithRawResponse",
    "AsyncRunsWithStreamingResponse",
    "Evals",
    "EvalsWithRawResponse",
    "EvalsWithStreamingResponse",
    "Runs",
    "RunsWithRawResponse",
    "RunsWithStreamingResponse",
]

_HOMES = {
    "AsyncEvals": "aigpt.openai.resources.evals.evals",
    "AsyncEvalsWithRawResponse": "aigpt.openai.resources.evals.evals",
    "AsyncEvalsWithStreamingResponse": "aigpt.openai.resources.evals.evals",
    "AsyncRuns": "aigpt.openai.resources.evals.runs.runs",
    "AsyncRunsWithRawResponse": "aigpt.openai.resources.evals.runs.runs",
    "AsyncRunsWithStreamingResponse": "aigpt.openai.resources.evals.runs.runs",
    "Evals": "aigpt.openai.resources.evals.evals",
    "EvalsWithRawResponse": "aigpt.openai.resources.evals.evals",
    "EvalsWithStreamingResponse": "aigpt.openai.resources.evals.evals",
    "Runs": "aigpt.openai.resources.evals.runs.runs",
    "RunsWithRawResponse": "aigpt.openai.resources.evals.runs.runs",
    "RunsWithStreamingResponse": "aigpt.openai.resources.evals.runs.runs",
}
_SUBMODULES: tuple[str, ...] = ("evals", "runs")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
