# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.uploads import part_create_params as part_create_params
    from aigpt.openai.types.uploads import upload_part as upload_part
    from aigpt.openai.types.uploads.part_create_params import PartCreateParams
    from aigpt.openai.types.uploads.upload_part import UploadPart

__all__ = ["PartCreateParams", "UploadPart"]

_HOMES = {
    "PartCreateParams": "aigpt.openai.types.uploads.part_create_params",
    "UploadPart": "aigpt.openai.types.uploads.upload_part",
}
_SUBMODULES: tuple[str, ...] = ("part_create_params", "upload_part")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
