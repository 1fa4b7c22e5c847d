# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.containers.files import content as content
    from aigpt.openai.resources.containers.files import files as files
    from aigpt.openai.resources.containers.files.content import (
        AsyncContent,
        AsyncContentWithRawResponse,
        AsyncContentWithStreamingResponse,
        Content,
        ContentWithRawResponse,
        ContentWithStreamingResponse,
    )
    from aigpt.openai.resources.containers.files.files import (
        AsyncFiles,
        AsyncFilesWithRawResponse,
        AsyncFilesWithStreamingResponse,
        Files,
        FilesWithRawResponse,
        FilesWithStreamingResponse,
    )

__all__ = [
    "AsyncContent",
    "AsyncContentWithRawResponse",
    "AsyncContentWithStreamingResponse",
    "AsyncFiles",
    "AsyncFilesWithRawResponse",
    "AsyncFilesWithStreamingResponse",
    "Content",
    "ContentWithRawResponse",
    "ContentWithStreamingResponse",
    "Files",
    "FilesWithRawResponse",
    "FilesWithStreamingResponse",
]

_HOMES = {
    "AsyncContent": "aigpt.openai.resources.containers.files.content",
    "AsyncContentWithRawResponse": "aigpt.openai.resources.containers.files.content",
    "AsyncContentWithStreamingResponse": "aigpt.openai.resources.containers.files.content",
    "AsyncFiles": "aigpt.openai.resources.containers.files.files",
    "AsyncFilesWithRawResponse": "aigpt.openai.resources.containers.files.files",
    "AsyncFilesWithStreamingResponse": "aigpt.openai.resources.containers.files.files",
    "Content": "aigpt.openai.resources.containers.files.content",
    "ContentWithRawResponse": "aigpt.openai.resources.containers.files.content",
    "ContentWithStreamingResponse": "aigpt.openai.resources.containers.files.content",
    "Files": "aigpt.openai.resources.containers.files.files",
    "FilesWithRawResponse": "aigpt.openai.resources.containers.files.files",
    "FilesWithStreamingResponse": "aigpt.openai.resources.containers.files.files",
}
_SUBMODULES: tuple[str, ...] = ("content", "files")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
