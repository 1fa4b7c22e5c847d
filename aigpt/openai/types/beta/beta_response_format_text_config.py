# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_format_text_json_schema_config import (
        BetaResponseFormatTextJSONSchemaConfig,
    )

__all__ = ["BetaResponseFormatTextConfig", "Text", "JSONObject"]


class Text(BaseModel):
    type: Literal["text"]


class JSONObject(BaseModel):
    type: Literal["json_object"]


BetaResponseFormatTextConfig: TypeAlias = """
Annotated[Union[Text, BetaResponseFormatTextJSONSchemaConfig, JSONObject],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={"BetaResponseFormatTextJSONSchemaConfig": "beta.beta_response_format_text_json_schema_config"},
    aliases={
        "BetaResponseFormatTextConfig": {
            "text": "Text",
            "json_schema": "BetaResponseFormatTextJSONSchemaConfig",
            "json_object": "JSONObject",
        }
    },
)
