# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Literal, Optional, Required

from aigpt.openai._compat import TypedDict
from aigpt.openai._types import SequenceNotStr

__all__ = ["BetaWebSearchToolParam", "Filters", "UserLocation"]


class Filters(TypedDict, total=False):
    allowed_domains: Optional[SequenceNotStr[str]]


class UserLocation(TypedDict, total=False):
    city: Optional[str]
    country: Optional[str]
    region: Optional[str]
    timezone: Optional[str]
    type: Literal["approximate"]


class BetaWebSearchToolParam(TypedDict, total=False):
    type: Required[Literal["web_search", "web_search_2025_08_26"]]
    external_web_access: bool
    filters: Optional[Filters]
    search_context_size: Literal["low", "medium", "high"]
    user_location: Optional[UserLocation]
