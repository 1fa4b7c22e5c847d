# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_format_text_json_schema_config_param import (
        BetaResponseFormatTextJSONSchemaConfigParam,
    )

__all__ = [
    "BetaResponseConfigurationUpdateItemParamParam",
    "Agent",
    "Reasoning",
    "Text",
    "TextFormat",
    "TextFormatText",
]


class Agent(TypedDict, total=False):
    agent_name: Required[str]


class Reasoning(TypedDict, total=False):
    effort: Optional[Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]]


class TextFormatText(TypedDict, total=False):
    type: Required[Literal["text"]]


TextFormat: TypeAlias = "Union[TextFormatText, BetaResponseFormatTextJSONSchemaConfigParam]"


class Text(TypedDict, total=False):
    format: Required[TextFormat]


class BetaResponseConfigurationUpdateItemParamParam(TypedDict, total=False):
    type: Required[Literal["configuration_update"]]
    id: Optional[str]
    agent: Optional[Agent]
    reasoning: Reasoning
    text: Text


postpone(
    __name__,
    homes={"BetaResponseFormatTextJSONSchemaConfigParam": "beta.beta_response_format_text_json_schema_config_param"},
    aliases={"TextFormat": {}},
)
