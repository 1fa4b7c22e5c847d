"""Methods that do more than send one request: their parameters are the source's and ours, what they do is a mixin's.

The method written for `poll` hands what it is given to `_poll` of the mixin of its class (decisions.MIXINS).
"""

from __future__ import annotations

from textwrap import fill
from typing import NamedTuple

_WIDTH = 108
_UPLOADED = "aigpt.openai.types.file_object:FileObject"
_FILE = "aigpt.openai.types.vector_stores.vector_store_file:VectorStoreFile"
_BATCH = "aigpt.openai.types.vector_stores.vector_store_file_batch:VectorStoreFileBatch"
_RUN = "aigpt.openai.types.beta.threads.run:Run"
_VIDEO = "aigpt.openai.types.video:Video"

_WAITING = """\
The waits between the requests are as long as the server asks for (`openai-poll-after-ms`), else 1 s, or
*poll_interval_ms*. *on_progress* is called with {progress}.
*deadline*: seconds for all of it, waits included. Raises what requests raise; APITimeoutError after the deadline."""
_EACH = "each answer, the last one too"
_ENTERED = """\
The request is sent when what this returns is entered (``{}with … as stream``), which gives *event_handler*, by default
an {}. Deadline, abort and errors are those of a call with ``stream=True``."""


class MixinWork(NamedTuple):
    """What is written of a method but the source's parameters."""

    doc: str
    progress: tuple[str, ...] | None = None
    """The types of what *on_progress* is called with: one of several, where that is one argument. None: it has none."""
    arguments: int = 1
    """With how many arguments *on_progress* is called; all of the same type."""
    streams: bool = False


def _polls(does: str, *types: str, progress: str = _EACH) -> MixinWork:
    return MixinWork(f"{does}\n\n{_WAITING.format(progress=progress)}", types)


def _streams(does: str) -> MixinWork:
    return MixinWork(f"{does}\n\n{_ENTERED}", streams=True)


_FINAL_RUN = "it is completed, failed, cancelled, expired or incomplete, or requires action"
_MAX_WAIT = """\
No request of the polling begins after *max_wait_seconds*: then an APITimeoutError is raised that is a TimeoutError,
too. A file that could not be processed is returned: see its `status` and `last_error`."""

MIXIN_METHODS: dict[str, dict[str, MixinWork]] = {
    "resources.beta.threads.runs.runs": {
        "create_and_poll": _polls(f"Create a run, and return it when {_FINAL_RUN}.", _RUN),
        "create_and_stream": _streams("Create a run, whose events go to an event handler, as `stream` does."),
        "poll": _polls(f"Return the run when {_FINAL_RUN}.", _RUN),
        "stream": _streams("Create a run, whose events go to an event handler."),
        "submit_tool_outputs_and_poll": _polls(f"Submit what tools gave, and return the run when {_FINAL_RUN}.", _RUN),
        "submit_tool_outputs_stream": _streams("Submit what tools gave; the events of the run go to an event handler."),
    },
    "resources.beta.threads.threads": {
        "create_and_run_poll": _polls(f"Create a thread and a run of it, and return that when {_FINAL_RUN}.", _RUN),
        "create_and_run_stream": _streams("Create a thread and a run of it, whose events go to an event handler."),
    },
    "resources.files": {
        "wait_for_processing": MixinWork(
            "Return the file when it is processed, or has failed to be: see its `status`.\n\n"
            "It is asked for every *poll_interval* seconds. No request begins after *max_wait_seconds*: then an"
            " APITimeoutError is raised that is a RuntimeError and a TimeoutError, too."
            " *on_progress* is called with each answer. *deadline*: seconds for all of it, requests included.",
            (_UPLOADED,),
        ),
    },
    "resources.uploads.uploads": {
        "upload_file_chunked": MixinWork(
            "Upload a file of any size in parts of *part_size* bytes, by default 64 MiB, four at once.\n\n"
            "*file*: a path, or the content with its *filename* and its length as *bytes*. Parts are read while they"
            " are sent, off the event loop, 256 KiB at a time. *on_progress* is called with the bytes that arrived so"
            " far, and with the length of the file, after each part. *md5*: the file's, checked by the server."
            " *deadline*: seconds for all of it.\n\nWhere a part fails, the others are cancelled, and its error is"
            " raised. Raises OSError for a file that cannot be read, TypeError or ValueError for wrong parameters.",
            ("builtins:int",),
            arguments=2,
        ),
    },
    "resources.vector_stores.file_batches": {
        "create_and_poll": _polls(
            "Put files into a vector store, and return the batch when none of them is in progress.", _BATCH
        ),
        "poll": _polls(
            "Return the batch when none of its files is in progress; some may have failed: see its `file_counts`.",
            _BATCH,
        ),
        "upload_and_poll": _polls(
            "Upload *files*, *max_concurrency* at once, put them into a vector store, and return the batch when none of"
            " them is in progress.\n\nWhere an upload fails, the others are cancelled, and its error is raised; what"
            " was uploaded before stays on the server. *file_ids*: files uploaded before. The order is"
            " kept.",
            _UPLOADED,
            _BATCH,
            progress="each uploaded file, then with each state of the batch",
        ),
    },
    "resources.vector_stores.files": {
        "create_and_poll": _polls(
            f"Put a file into a vector store, and return it when it is processed.\n\n{_MAX_WAIT}", _FILE
        ),
        "poll": _polls(f"Return the file of a vector store when it is processed.\n\n{_MAX_WAIT}", _FILE),
        "upload": MixinWork(
            "Upload a file, and put it into a vector store, where it is processed afterwards.\n\n"
            "*deadline*: seconds for both requests together."
        ),
        "upload_and_poll": _polls(
            f"Upload a file, put it into a vector store, and return it there when it is processed.\n\n{_MAX_WAIT}",
            _UPLOADED,
            _FILE,
            progress="the uploaded file, then with each of its states in the vector store",
        ),
    },
    "resources.videos": {
        "create_and_poll": _polls("Create a video, and return it when it is completed or has failed.", _VIDEO),
        "poll": _polls("Return the video when it is completed or has failed.", _VIDEO),
    },
}


def doc_of(work: MixinWork, *, is_async: bool) -> str:
    """Return the docstring of a method."""
    doc = work.doc
    if work.streams:
        doc = doc.format(*(("async ", "AsyncAssistantEventHandler") if is_async else ("", "AssistantEventHandler")))
    paragraphs = (fill(" ".join(paragraph.split()), _WIDTH) for paragraph in doc.split("\n\n"))
    return "\n\n".join(paragraphs)
