# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.containers import file_create_params as file_create_params
    from aigpt.openai.types.containers import file_create_response as file_create_response
    from aigpt.openai.types.containers import file_list_params as file_list_params
    from aigpt.openai.types.containers import file_list_response as file_list_response
    from aigpt.openai.types.containers import file_retrieve_response as file_retrieve_response
    from aigpt.openai.types.containers import files as files
    from aigpt.openai.types.containers.file_create_params import FileCreateParams
    from aigpt.openai.types.containers.file_create_response import FileCreateResponse
    from aigpt.openai.types.containers.file_list_params import FileListParams
    from aigpt.openai.types.containers.file_list_response import FileListResponse
    from aigpt.openai.types.containers.file_retrieve_response import FileRetrieveResponse

__all__ = ["FileCreateParams", "FileCreateResponse", "FileListParams", "FileListResponse", "FileRetrieveResponse"]

_HOMES = {
    "FileCreateParams": "aigpt.openai.types.containers.file_create_params",
    "FileCreateResponse": "aigpt.openai.types.containers.file_create_response",
    "FileListParams": "aigpt.openai.types.containers.file_list_params",
    "FileListResponse": "aigpt.openai.types.containers.file_list_response",
    "FileRetrieveResponse": "aigpt.openai.types.containers.file_retrieve_response",
}
_SUBMODULES: tuple[str, ...] = (
    "file_create_params",
    "file_create_response",
    "file_list_params",
    "file_list_response",
    "file_retrieve_response",
    "files",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
