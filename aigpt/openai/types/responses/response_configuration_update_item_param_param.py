# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_format_text_json_schema_config_param import (
        ResponseFormatTextJSONSchemaConfigParam,
    )
    from aigpt.openai.types.shared.reasoning_effort import ReasoningEffort
    from aigpt.openai.types.shared_params.response_format_text import ResponseFormatText

__all__ = ["ResponseConfigurationUpdateItemParamParam", "Reasoning", "Text", "TextFormat"]


class Reasoning(TypedDict, total=False):
    effort: Optional[ReasoningEffort]


TextFormat: TypeAlias = "Union[ResponseFormatText, ResponseFormatTextJSONSchemaConfigParam]"


class Text(TypedDict, total=False):
    format: Required[TextFormat]


class ResponseConfigurationUpdateItemParamParam(TypedDict, total=False):
    type: Required[Literal["configuration_update"]]
    id: Optional[str]
    reasoning: Reasoning
    text: Text


postpone(
    __name__,
    homes={
        "ReasoningEffort": "shared.reasoning_effort",
        "ResponseFormatText": "shared_params.response_format_text",
        "ResponseFormatTextJSONSchemaConfigParam": "responses.response_format_text_json_schema_config_param",
    },
    aliases={"TextFormat": {}},
)
