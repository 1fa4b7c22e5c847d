# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Literal, Optional

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

__all__ = ["FunctionToolCallDelta", "Function"]


class Function(BaseModel):
    arguments: Optional[str] = None
    name: Optional[str] = None
    output: Optional[str] = None


class FunctionToolCallDelta(BaseModel):
    index: int
    type: Literal["function"]
    id: Optional[str] = None
    function: Optional[Function] = None


postpone(__name__)
