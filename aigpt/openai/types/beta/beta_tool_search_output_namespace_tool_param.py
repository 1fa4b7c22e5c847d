# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Iterable, List, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_custom_tool_param import BetaCustomToolParam

__all__ = ["BetaToolSearchOutputNamespaceToolParam", "Tool", "ToolFunction"]

_ToolFunctionReservedKeywords = TypedDict("_ToolFunctionReservedKeywords", {"async": bool}, total=False)


class ToolFunction(_ToolFunctionReservedKeywords, total=False):
    name: Required[str]
    type: Required[Literal["function"]]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]]
    defer_loading: bool
    description: Optional[str]
    output_schema: Optional[Dict[str, object]]
    parameters: Optional[object]
    strict: Optional[bool]


Tool: TypeAlias = "Union[ToolFunction, BetaCustomToolParam]"


class BetaToolSearchOutputNamespaceToolParam(TypedDict, total=False):
    description: Required[str]
    name: Required[str]
    tools: Required[Iterable[Tool]]
    type: Required[Literal["namespace"]]


postpone(__name__, homes={"BetaCustomToolParam": "beta.beta_custom_tool_param"}, aliases={"Tool": {}})
