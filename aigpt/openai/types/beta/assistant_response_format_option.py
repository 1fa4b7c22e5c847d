# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.shared.response_format_json_object import ResponseFormatJSONObject
    from aigpt.openai.types.shared.response_format_json_schema import ResponseFormatJSONSchema
    from aigpt.openai.types.shared.response_format_text import ResponseFormatText

__all__ = ["AssistantResponseFormatOption"]

AssistantResponseFormatOption: TypeAlias = (
    "Union[Literal['auto'], ResponseFormatText, ResponseFormatJSONObject, ResponseFormatJSONSchema]"
)
postpone(
    __name__,
    homes={
        "ResponseFormatJSONObject": "shared.response_format_json_object",
        "ResponseFormatJSONSchema": "shared.response_format_json_schema",
        "ResponseFormatText": "shared.response_format_text",
    },
    aliases={"AssistantResponseFormatOption": {}},
)
