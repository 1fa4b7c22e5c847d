# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.beta.threads import messages as messages
    from aigpt.openai.resources.beta.threads import runs as runs
    from aigpt.openai.resources.beta.threads import threads as threads
    from aigpt.openai.resources.beta.threads.messages import (
        AsyncMessages,
        AsyncMessagesWithRawResponse,
        AsyncMessagesWithStreamingResponse,
        Messages,
        MessagesWithRawResponse,
        MessagesWithStreamingResponse,
    )
    from aigpt.openai.resources.beta.threads.runs.runs import (
        AsyncRuns,
        AsyncRunsWithRawResponse,
        AsyncRunsWithStreamingResponse,
        Runs,
        RunsWithRawResponse,
        RunsWithStreamingResponse,
    )
    from aigpt.openai.resources.beta.threads.threads import (
        AsyncThreads,
        AsyncThreadsWithRawResponse,
        AsyncThreadsWithStreamingResponse,
        Threads,
        ThreadsWithRawResponse,
        ThreadsWithStreamingResponse,
    )

__all__ = [
    "AsyncMessages",
    "AsyncMessagesWithRawResponse",
    "AsyncMessagesWithStreamingResponse",
    "AsyncRuns",
    "AsyncRunsWithRawResponse",
    "AsyncRunsWithStreamingResponse",
    "AsyncThreads",
    "AsyncThreadsWithRawResponse",
    "AsyncThreadsWithStreamingResponse",
    "Messages",
    "MessagesWithRawResponse",
    "MessagesWithStreamingResponse",
    "Runs",
    "RunsWithRawResponse",
    "RunsWithStreamingResponse",
    "Threads",
    "ThreadsWithRawResponse",
    "ThreadsWithStreamingResponse",
]

_HOMES = {
    "AsyncMessages": "aigpt.openai.resources.beta.threads.messages",
    "AsyncMessagesWithRawResponse": "aigpt.openai.resources.beta.threads.messages",
    "AsyncMessagesWithStreamingResponse": "aigpt.openai.resources.beta.threads.messages",
    "AsyncRuns": "aigpt.openai.resources.beta.threads.runs.runs",
    "AsyncRunsWithRawResponse": "aigpt.openai.resources.beta.threads.runs.runs",
    "AsyncRunsWithStreamingResponse": "aigpt.openai.resources.beta.threads.runs.runs",
    "AsyncThreads": "aigpt.openai.resources.beta.threads.threads",
    "AsyncThreadsWithRawResponse": "aigpt.openai.resources.beta.threads.threads",
    "AsyncThreadsWithStreamingResponse": "aigpt.openai.resources.beta.threads.threads",
    "Messages": "aigpt.openai.resources.beta.threads.messages",
    "MessagesWithRawResponse": "aigpt.openai.resources.beta.threads.messages",
    "MessagesWithStreamingResponse": "aigpt.openai.resources.beta.threads.messages",
    "Runs": "aigpt.openai.resources.beta.threads.runs.runs",
    "RunsWithRawResponse": "aigpt.openai.resources.beta.threads.runs.runs",
    "RunsWithStreamingResponse": "aigpt.openai.resources.beta.threads.runs.runs",
    "Threads": "aigpt.openai.resources.beta.threads.threads",
    "ThreadsWithRawResponse": "aigpt.openai.resources.beta.threads.threads",
    "ThreadsWithStreamingResponse": "aigpt.openai.resources.beta.threads.threads",
}
_SUBMODULES: tuple[str, ...] = ("messages", "runs", "threads")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
