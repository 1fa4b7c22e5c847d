# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.containers import containers as containers
    from aigpt.openai.resources.containers import files as files
    from aigpt.openai.resources.containers.containers import (
        AsyncContainers,
        AsyncContainersWithRawResponse,
        AsyncContainersWithStreamingResponse,
        Containers,
        ContainersWithRawResponse,
        ContainersWithStreamingResponse,
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
    "AsyncContainers",
    "AsyncContainersWithRawResponse",
    "AsyncContainersWithStreamingResponse",
    "AsyncFiles",
    "AsyncFilesWithRawResponse",
    "AsyncFilesWithStreamingResponse",
    "Containers",
    "ContainersWithRawResponse",
    "ContainersWithStreamingResponse",
    "Files",
    "FilesWithRawResponse",
    "FilesWithStreamingResponse",
]

_HOMES = {
    "AsyncContainers": "aigpt.openai.resources.containers.containers",
    "AsyncContainersWithRawResponse": "aigpt.openai.resources.containers.containers",
    "AsyncContainersWithStreamingResponse": "aigpt.openai.resources.containers.containers",
    "AsyncFiles": "aigpt.openai.resources.containers.files.files",
    "AsyncFilesWithRawResponse": "aigpt.openai.resources.containers.files.files",
    "AsyncFilesWithStreamingResponse": "aigpt.openai.resources.containers.files.files",
    "Containers": "aigpt.openai.resources.containers.containers",
    "ContainersWithRawResponse": "aigpt.openai.resources.containers.containers",
    "ContainersWithStreamingResponse": "aigpt.openai.resources.containers.containers",
    "Files": "aigpt.openai.resources.containers.files.files",
    "FilesWithRawResponse": "aigpt.openai.resources.containers.files.files",
    "FilesWithStreamingResponse": "aigpt.openai.resources.containers.files.files",
}
_SUBMODULES: tuple[str, ...] = ("containers", "files")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
