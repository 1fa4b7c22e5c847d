# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_format_text_json_schema_config import ResponseFormatTextJSONSchemaConfig
    from aigpt.openai.types.shared.response_format_json_object import ResponseFormatJSONObject
    from aigpt.openai.types.shared.response_format_text import ResponseFormatText

__all__ = ["ResponseFormatTextConfig"]

ResponseFormatTextConfig: TypeAlias = """
Annotated[Union[ResponseFormatText, ResponseFormatTextJSONSchemaConfig, ResponseFormatJSONObject],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "ResponseFormatJSONObject": "shared.response_format_json_object",
        "ResponseFormatText": "shared.response_format_text",
        "ResponseFormatTextJSONSchemaConfig": "responses.response_format_text_json_schema_config",
    },
    aliases={
        "ResponseFormatTextConfig": {
            "text": "ResponseFormatText",
            "json_schema": "ResponseFormatTextJSONSchemaConfig",
            "json_object": "ResponseFormatJSONObject",
        }
    },
)
