# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_format_text_json_schema_config_param import (
        BetaResponseFormatTextJSONSchemaConfigParam,
    )

__all__ = ["BetaResponseFormatTextConfigParam", "Text", "JSONObject"]


class Text(TypedDict, total=False):
    type: Required[Literal["text"]]


class JSONObject(TypedDict, total=False):
    type: Required[Literal["json_object"]]


BetaResponseFormatTextConfigParam: TypeAlias = "Union[Text, BetaResponseFormatTextJSONSchemaConfigParam, JSONObject]"
postpone(
    __name__,
    homes={"BetaResponseFormatTextJSONSchemaConfigParam": "beta.beta_response_format_text_json_schema_config_param"},
    aliases={"BetaResponseFormatTextConfigParam": {}},
)
