# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, Field, PropertyInfo
from aigpt.openai._type_modules import postpone

__all__ = ["BetaCustomTool", "Format", "FormatText", "FormatGrammar"]


class FormatText(BaseModel):
    type: Literal["text"]


class FormatGrammar(BaseModel):
    definition: str
    syntax: Literal["lark", "regex"]
    type: Literal["grammar"]


Format: TypeAlias = "Annotated[Union[FormatText, FormatGrammar], PropertyInfo(discriminator='type')]"


class BetaCustomTool(BaseModel):
    name: str
    type: Literal["custom"]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]] = None
    async_: Optional[bool] = Field(alias="async", default=None)
    defer_loading: Optional[bool] = None
    description: Optional[str] = None
    format: Optional[Format] = None


postpone(__name__, aliases={"Format": {"text": "FormatText", "grammar": "FormatGrammar"}})
