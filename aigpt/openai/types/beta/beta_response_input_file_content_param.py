# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Literal, Optional, Required

from aigpt.openai._compat import TypedDict

__all__ = ["BetaResponseInputFileContentParam", "PromptCacheBreakpoint"]


class PromptCacheBreakpoint(TypedDict, total=False):
    mode: Required[Literal["explicit"]]
    ttl: Literal["30m", "12h"]


class BetaResponseInputFileContentParam(TypedDict, total=False):
    type: Required[Literal["input_file"]]
    detail: Literal["auto", "low", "high"]
    file_data: Optional[str]
    file_id: Optional[str]
    file_url: Optional[str]
    filename: Optional[str]
    prompt_cache_breakpoint: Optional[PromptCacheBreakpoint]
