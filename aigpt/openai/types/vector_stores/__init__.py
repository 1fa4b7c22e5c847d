# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.vector_stores import file_batch_create_params as file_batch_create_params
    from aigpt.openai.types.vector_stores import file_batch_list_files_params as file_batch_list_files_params
    from aigpt.openai.types.vector_stores import file_content_response as file_content_response
    from aigpt.openai.types.vector_stores import file_create_params as file_create_params
    from aigpt.openai.types.vector_stores import file_list_params as file_list_params
    from aigpt.openai.types.vector_stores import file_update_params as file_update_params
    from aigpt.openai.types.vector_stores import vector_store_file as vector_store_file
    from aigpt.openai.types.vector_stores import vector_store_file_batch as vector_store_file_batch
    from aigpt.openai.types.vector_stores import vector_store_file_deleted as vector_store_file_deleted
    from aigpt.openai.types.vector_stores.file_batch_create_params import FileBatchCreateParams
    from aigpt.openai.types.vector_stores.file_batch_list_files_params import FileBatchListFilesParams
    from aigpt.openai.types.vector_stores.file_content_response import FileContentResponse
    from aigpt.openai.types.vector_stores.file_create_params import FileCreateParams
    from aigpt.openai.types.vector_stores.file_list_params import FileListParams
    from aigpt.openai.types.vector_stores.file_update_params import FileUpdateParams
    from aigpt.openai.types.vector_stores.vector_store_file import VectorStoreFile
    from aigpt.openai.types.vector_stores.vector_store_file_batch import VectorStoreFileBatch
    from aigpt.openai.types.vector_stores.vector_store_file_deleted import VectorStoreFileDeleted

__all__ = [
    "FileBatchCreateParams",
    "FileBatchListFilesParams",
    "FileContentResponse",
    "FileCreateParams",
    "FileListParams",
    "FileUpdateParams",
    "VectorStoreFile",
    "VectorStoreFileBatch",
    "VectorStoreFileDeleted",
]

_HOMES = {
    "FileBatchCreateParams": "aigpt.openai.types.vector_stores.file_batch_create_params",
    "FileBatchListFilesParams": "aigpt.openai.types.vector_stores.file_batch_list_files_params",
    "FileContentResponse": "aigpt.openai.types.vector_stores.file_content_response",
    "FileCreateParams": "aigpt.openai.types.vector_stores.file_create_params",
    "FileListParams": "aigpt.openai.types.vector_stores.file_list_params",
    "FileUpdateParams": "aigpt.openai.types.vector_stores.file_update_params",
    "VectorStoreFile": "aigpt.openai.types.vector_stores.vector_store_file",
    "VectorStoreFileBatch": "aigpt.openai.types.vector_stores.vector_store_file_batch",
    "VectorStoreFileDeleted": "aigpt.openai.types.vector_stores.vector_store_file_deleted",
}
_SUBMODULES: tuple[str, ...] = (
    "file_batch_create_params",
    "file_batch_list_files_params",
    "file_content_response",
    "file_create_params",
    "file_list_params",
    "file_update_params",
    "vector_store_file",
    "vector_store_file_batch",
    "vector_store_file_deleted",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
