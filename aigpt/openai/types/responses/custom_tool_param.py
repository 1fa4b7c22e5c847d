# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional, Required

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.shared_params.custom_tool_input_format import CustomToolInputFormat

__all__ = ["CustomToolParam"]

_CustomToolParamReservedKeywords = TypedDict("_CustomToolParamReservedKeywords", {"async": bool}, total=False)


class CustomToolParam(_CustomToolParamReservedKeywords, total=False):
    name: Required[str]
    type: Required[Literal["custom"]]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]]
    defer_loading: bool
    description: str
    format: CustomToolInputFormat


postpone(__name__, homes={"CustomToolInputFormat": "shared_params.custom_tool_input_format"})
