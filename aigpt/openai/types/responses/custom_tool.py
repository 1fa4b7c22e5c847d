# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional

from aigpt.openai._models import BaseModel, Field
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.shared.custom_tool_input_format import CustomToolInputFormat

__all__ = ["CustomTool"]


class CustomTool(BaseModel):
    name: str
    type: Literal["custom"]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]] = None
    async_: Optional[bool] = Field(alias="async", default=None)
    defer_loading: Optional[bool] = None
    description: Optional[str] = None
    format: Optional[CustomToolInputFormat] = None


postpone(__name__, homes={"CustomToolInputFormat": "shared.custom_tool_input_format"})
