# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.resources.fine_tuning.alpha import alpha as alpha
    from aigpt.openai.resources.fine_tuning.alpha import graders as graders
    from aigpt.openai.resources.fine_tuning.alpha.alpha import (
        Alpha,
        AlphaWithRawResponse,
        AlphaWithStreamingResponse,
        AsyncAlpha,
        AsyncAlphaWithRawResponse,
        AsyncAlphaWithStreamingResponse,
    )
    from aigpt.openai.resources.fine_tuning.alpha.graders import (
        AsyncGraders,
        AsyncGradersWithRawResponse,
        AsyncGradersWithStreamingResponse,
        Graders,
        GradersWithRawResponse,
        GradersWithStreamingResponse,
    )

__all__ = [
    "Alpha",
    "AlphaWithRawResponse",
    "AlphaWithStreamingResponse",
    "AsyncAlpha",
    "AsyncAlphaWithRawResponse",
    "AsyncAlphaWithStreamingResponse",
    "AsyncGraders",
    "AsyncGradersWithRawResponse",
    "AsyncGradersWithStreamingResponse",
    "Graders",
    "GradersWithRawResponse",
    "GradersWithStreamingResponse",
]

_HOMES = {
    "Alpha": "aigpt.openai.resources.fine_tuning.alpha.alpha",
    "AlphaWithRawResponse": "aigpt.openai.resources.fine_tuning.alpha.alpha",
    "AlphaWithStreamingResponse": "aigpt.openai.resources.fine_tuning.alpha.alpha",
    "AsyncAlpha": "aigpt.openai.resources.fine_tuning.alpha.alpha",
    "AsyncAlphaWithRawResponse": "aigpt.openai.resources.fine_tuning.alpha.alpha",
    "AsyncAlphaWithStreamingResponse": "aigpt.openai.resources.fine_tuning.alpha.alpha",
    "AsyncGraders": "aigpt.openai.resources.fine_tuning.alpha.graders",
    "AsyncGradersWithRawResponse": "aigpt.openai.resources.fine_tuning.alpha.graders",
    "AsyncGradersWithStreamingResponse": "aigpt.openai.resources.fine_tuning.alpha.graders",
    "Graders": "aigpt.openai.resources.fine_tuning.alpha.graders",
    "GradersWithRawResponse": "aigpt.openai.resources.fine_tuning.alpha.graders",
    "GradersWithStreamingResponse": "aigpt.openai.resources.fine_tuning.alpha.graders",
}
_SUBMODULES: tuple[str, ...] = ("alpha", "graders")

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
