# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import List, Literal, Optional, Required

from aigpt.openai._compat import TypedDict

__all__ = ["BetaWebSearchPreviewToolParam", "UserLocation"]


class UserLocation(TypedDict, total=False):
    type: Required[Literal["approximate"]]
    city: Optional[str]
    country: Optional[str]
    region: Optional[str]
    timezone: Optional[str]


class BetaWebSearchPreviewToolParam(TypedDict, total=False):
    type: Required[Literal["web_search_preview", "web_search_preview_2025_03_11"]]
    search_content_types: List[Literal["text", "image"]]
    search_context_size: Literal["low", "medium", "high"]
    user_location: Optional[UserLocation]
