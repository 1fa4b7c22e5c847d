# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_format_text_json_schema_config import (
        BetaResponseFormatTextJSONSchemaConfig,
    )

__all__ = ["BetaResponseConfigurationUpdateItem", "Agent", "Reasoning", "Text", "TextFormat", "TextFormatText"]


class Agent(BaseModel):
    agent_name: str


class Reasoning(BaseModel):
    effort: Optional[Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]] = None


class TextFormatText(BaseModel):
    type: Literal["text"]


TextFormat: TypeAlias = """
Annotated[Union[TextFormatText, BetaResponseFormatTextJSONSchemaConfig],
PropertyInfo(discriminator='type')]
"""


class Text(BaseModel):
    format: TextFormat


class BetaResponseConfigurationUpdateItem(BaseModel):
    id: str
    type: Literal["configuration_update"]
    agent: Optional[Agent] = None
    reasoning: Optional[Reasoning] = None
    text: Optional[Text] = None


postpone(
    __name__,
    homes={"BetaResponseFormatTextJSONSchemaConfig": "beta.beta_response_format_text_json_schema_config"},
    aliases={"TextFormat": {"text": "TextFormatText", "json_schema": "BetaResponseFormatTextJSONSchemaConfig"}},
)
