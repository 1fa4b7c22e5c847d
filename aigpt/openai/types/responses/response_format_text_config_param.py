# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_format_text_json_schema_config_param import (
        ResponseFormatTextJSONSchemaConfigParam,
    )
    from aigpt.openai.types.shared_params.response_format_json_object import ResponseFormatJSONObject
    from aigpt.openai.types.shared_params.response_format_text import ResponseFormatText

__all__ = ["ResponseFormatTextConfigParam"]

ResponseFormatTextConfigParam: TypeAlias = (
    "Union[ResponseFormatText, ResponseFormatTextJSONSchemaConfigParam, ResponseFormatJSONObject]"
)
postpone(
    __name__,
    homes={
        "ResponseFormatJSONObject": "shared_params.response_format_json_object",
        "ResponseFormatText": "shared_params.response_format_text",
        "ResponseFormatTextJSONSchemaConfigParam": "responses.response_format_text_json_schema_config_param",
    },
    aliases={"ResponseFormatTextConfigParam": {}},
)
