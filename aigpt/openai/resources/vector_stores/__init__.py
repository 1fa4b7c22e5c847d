# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.vector_stores import file_batches as file_batches
    from aigpt.openai.resources.vector_stores import files as files
    from aigpt.openai.resources.vector_stores import vector_stores as vector_stores
    from aigpt.openai.resources.vector_stores.file_batches import (
        AsyncFileBatches,
        AsyncFileBatchesWithRawResponse,
        AsyncFileBatchesWithStreamingResponse,
        FileBatches,
        FileBatchesWithRawResponse,
        FileBatchesWithStreamingResponse,
    )
    from aigpt.openai.resources.vector_stores.files import (
        AsyncFiles,
        AsyncFilesWithRawResponse,
        AsyncFilesWithStreamingResponse,
        Files,
        FilesWithRawResponse,
        FilesWithStreamingResponse,
    )
    from aigpt.openai.resources.vector_stores.vector_stores import (
        AsyncVectorStores,
        AsyncVectorStoresWithRawResponse,
        AsyncVectorStoresWithStreamingResponse,
        VectorStores,
        VectorStoresWithRawResponse,
        VectorStoresWithStreamingResponse,
    )

__all__ = [
    "AsyncFileBatches",
    "AsyncFileBatchesWithRawResponse",
    "AsyncFileBatchesWithStreamingResponse",
    "AsyncFiles",
    "AsyncFilesWithRawResponse",
    "AsyncFilesWithStreamingResponse",
    "AsyncVectorStores",
    "AsyncVectorStoresWithRawResponse",
    "AsyncVectorStoresWithStreamingResponse",
    "FileBatches",
    "FileBatchesWithRawResponse",
    "FileBatchesWithStreamingResponse",
    "Files",
    "FilesWithRawResponse",
    "FilesWithStreamingResponse",
    "VectorStores",
    "VectorStoresWithRawResponse",
    "VectorStoresWithStreamingResponse",
]

_HOMES = {
    "AsyncFileBatches": "aigpt.openai.resources.vector_stores.file_batches",
    "AsyncFileBatchesWithRawResponse": "aigpt.openai.resources.vector_stores.file_batches",
    "AsyncFileBatchesWithStreamingResponse": "aigpt.openai.resources.vector_stores.file_batches",
    "AsyncFiles": "aigpt.openai.resources.vector_stores.files",
    "AsyncFilesWithRawResponse": "aigpt.openai.resources.vector_stores.files",
    "AsyncFilesWithStreamingResponse": "aigpt.openai.resources.vector_stores.files",
    "AsyncVectorStores": "aigpt.openai.resources.vector_stores.vector_stores",
    "AsyncVectorStoresWithRawResponse": "aigpt.openai.resources.vector_stores.vector_stores",
    "AsyncVectorStoresWithStreamingResponse": "aigpt.openai.resources.vector_stores.vector_stores",
    "FileBatches": "aigpt.openai.resources.vector_stores.file_batches",
    "FileBatchesWithRawResponse": "aigpt.openai.resources.vector_stores.file_batches",
    "FileBatchesWithStreamingResponse": "aigpt.openai.resources.vector_stores.file_batches",
    "Files": "aigpt.openai.resources.vector_stores.files",
    "FilesWithRawResponse": "aigpt.openai.resources.vector_stores.files",
    "FilesWithStreamingResponse": "aigpt.openai.resources.vector_stores.files",
    "VectorStores": "aigpt.openai.resources.vector_stores.vector_stores",
    "VectorStoresWithRawResponse": "aigpt.openai.resources.vector_stores.vector_stores",
    "VectorStoresWithStreamingResponse": "aigpt.openai.resources.vector_stores.vector_stores",
}
_SUBMODULES: tuple[str, ...] = ("file_batches", "files", "vector_stores")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
