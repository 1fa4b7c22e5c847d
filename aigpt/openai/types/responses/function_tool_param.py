# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Dict, List, Literal, Optional, Required

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

__all__ = ["FunctionToolParam"]

_FunctionToolParamReservedKeywords = TypedDict("_FunctionToolParamReservedKeywords", {"async": bool}, total=False)


class FunctionToolParam(_FunctionToolParamReservedKeywords, total=False):
    name: Required[str]
    parameters: Required[Optional[Dict[str, object]]]
    strict: Required[Optional[bool]]
    type: Required[Literal["function"]]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]]
    defer_loading: bool
    description: Optional[str]
    output_schema: Optional[Dict[str, object]]


postpone(__name__)
