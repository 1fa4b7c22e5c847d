# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Dict, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, Field, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.custom_tool import CustomTool

__all__ = ["NamespaceTool", "Tool", "ToolFunction"]


class ToolFunction(BaseModel):
    name: str
    type: Literal["function"]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]] = None
    async_: Optional[bool] = Field(alias="async", default=None)
    defer_loading: Optional[bool] = None
    description: Optional[str] = None
    output_schema: Optional[Dict[str, object]] = None
    parameters: Optional[object] = None
    strict: Optional[bool] = None


Tool: TypeAlias = "Annotated[Union[ToolFunction, CustomTool], PropertyInfo(discriminator='type')]"


class NamespaceTool(BaseModel):
    description: str
    name: str
    tools: List[Tool]
    type: Literal["namespace"]


postpone(
    __name__,
    homes={"CustomTool": "responses.custom_tool"},
    aliases={"Tool": {"function": "ToolFunction", "custom": "CustomTool"}},
)
