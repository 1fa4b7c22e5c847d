# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Dict, Literal, Optional

from aigpt.openai._models import BaseModel, Field
from aigpt.openai._type_modules import postpone

__all__ = ["ResponseFormatTextJSONSchemaConfig"]


class ResponseFormatTextJSONSchemaConfig(BaseModel):
    name: str
    schema_: Dict[str, object] = Field(alias="schema")
    type: Literal["json_schema"]
    description: Optional[str] = None
    strict: Optional[bool] = None


postpone(__name__)
