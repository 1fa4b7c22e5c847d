# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import List, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

__all__ = ["BetaCustomToolParam", "Format", "FormatText", "FormatGrammar"]


class FormatText(TypedDict, total=False):
    type: Required[Literal["text"]]


class FormatGrammar(TypedDict, total=False):
    definition: Required[str]
    syntax: Required[Literal["lark", "regex"]]
    type: Required[Literal["grammar"]]


Format: TypeAlias = "Union[FormatText, FormatGrammar]"
_BetaCustomToolParamReservedKeywords = TypedDict("_BetaCustomToolParamReservedKeywords", {"async": bool}, total=False)


class BetaCustomToolParam(_BetaCustomToolParamReservedKeywords, total=False):
    name: Required[str]
    type: Required[Literal["custom"]]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]]
    defer_loading: bool
    description: str
    format: Format


postpone(__name__, aliases={"Format": {}})
