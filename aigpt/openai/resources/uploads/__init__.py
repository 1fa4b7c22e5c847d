# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.uploads import parts as parts
    from aigpt.openai.resources.uploads import uploads as uploads
    from aigpt.openai.resources.uploads.parts import (
        AsyncParts,
        AsyncPartsWithRawResponse,
        AsyncPartsWithStreamingResponse,
        Parts,
        PartsWithRawResponse,
        PartsWithStreamingResponse,
    )
    from aigpt.openai.resources.uploads.uploads import (
        AsyncUploads,
        AsyncUploadsWithRawResponse,
        AsyncUploadsWithStreamingResponse,
        Uploads,
        UploadsWithRawResponse,
        UploadsWithStreamingResponse,
    )

__all__ = [
    "AsyncParts",
    "AsyncPartsWithRawResponse",
    "AsyncPartsWithStreamingResponse",
    "AsyncUploads",
    "AsyncUploadsWithRawResponse",
    "AsyncUploadsWithStreamingResponse",
    "Parts",
    "PartsWithRawResponse",
    "PartsWithStreamingResponse",
    "Uploads",
    "UploadsWithRawResponse",
    "UploadsWithStreamingResponse",
]

_HOMES = {
    "AsyncParts": "aigpt.openai.resources.uploads.parts",
    "AsyncPartsWithRawResponse": "aigpt.openai.resources.uploads.parts",
    "AsyncPartsWithStreamingResponse": "aigpt.openai.resources.uploads.parts",
    "AsyncUploads": "aigpt.openai.resources.uploads.uploads",
    "AsyncUploadsWithRawResponse": "aigpt.openai.resources.uploads.uploads",
    "AsyncUploadsWithStreamingResponse": "aigpt.openai.resources.uploads.uploads",
    "Parts": "aigpt.openai.resources.uploads.parts",
    "PartsWithRawResponse": "aigpt.openai.resources.uploads.parts",
    "PartsWithStreamingResponse": "aigpt.openai.resources.uploads.parts",
    "Uploads": "aigpt.openai.resources.uploads.uploads",
    "UploadsWithRawResponse": "aigpt.openai.resources.uploads.uploads",
    "UploadsWithStreamingResponse": "aigpt.openai.resources.uploads.uploads",
}
_SUBMODULES: tuple[str, ...] = ("parts", "uploads")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
