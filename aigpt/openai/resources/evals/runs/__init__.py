# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.evals.runs import output_items as output_items
    from aigpt.openai.resources.evals.runs import runs as runs
    from aigpt.openai.resources.evals.runs.output_items import (
        AsyncOutputItems,
        AsyncOutputItemsWithRawResponse,
        AsyncOutputItemsWithStreamingResponse,
        OutputItems,
        OutputItemsWithRawResponse,
        OutputItemsWithStreamingResponse,
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
    "AsyncOutputItems",
    "AsyncOutputItemsWithRawResponse",
    "AsyncOutputItemsWithStreamingResponse",
    "AsyncRuns",
    "AsyncRunsWithRawResponse",
    "AsyncRunsWithStreamingResponse",
    "OutputItems",
    "OutputItemsWithRawResponse",
    "OutputItemsWithStreamingResponse",
    "Runs",
    "RunsWithRawResponse",
    "RunsWithStreamingResponse",
]

_HOMES = {
    "AsyncOutputItems": "aigpt.openai.resources.evals.runs.output_items",
    "AsyncOutputItemsWithRawResponse": "aigpt.openai.resources.evals.runs.output_items",
    "AsyncOutputItemsWithStreamingResponse": "aigpt.openai.resources.evals.runs.output_items",
    "AsyncRuns": "aigpt.openai.resources.evals.runs.runs",
    "AsyncRunsWithRawResponse": "aigpt.openai.resources.evals.runs.runs",
    "AsyncRunsWithStreamingResponse": "aigpt.openai.resources.evals.runs.runs",
    "OutputItems": "aigpt.openai.resources.evals.runs.output_items",
    "OutputItemsWithRawResponse": "aigpt.openai.resources.evals.runs.output_items",
    "OutputItemsWithStreamingResponse": "aigpt.openai.resources.evals.runs.output_items",
    "Runs": "aigpt.openai.resources.evals.runs.runs",
    "RunsWithRawResponse": "aigpt.openai.resources.evals.runs.runs",
    "RunsWithStreamingResponse": "aigpt.openai.resources.evals.runs.runs",
}
_SUBMODULES: tuple[str, ...] = ("output_items", "runs")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
