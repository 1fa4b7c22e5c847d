# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_format_text_json_schema_config import ResponseFormatTextJSONSchemaConfig
    from aigpt.openai.types.shared.reasoning_effort import ReasoningEffort
    from aigpt.openai.types.shared.response_format_text import ResponseFormatText

__all__ = ["ResponseConfigurationUpdateItem", "Reasoning", "Text", "TextFormat"]


class Reasoning(BaseModel):
    effort: Optional[ReasoningEffort] = None


TextFormat: TypeAlias = """
Annotated[Union[ResponseFormatText, ResponseFormatTextJSONSchemaConfig],
PropertyInfo(discriminator='type')]
"""


class Text(BaseModel):
    format: TextFormat


class ResponseConfigurationUpdateItem(BaseModel):
    id: str
    type: Literal["configuration_update"]
    reasoning: Optional[Reasoning] = None
    text: Optional[Text] = None


postpone(
    __name__,
    homes={
        "ReasoningEffort": "shared.reasoning_effort",
        "ResponseFormatText": "shared.response_format_text",
        "ResponseFormatTextJSONSchemaConfig": "responses.response_format_text_json_schema_config",
    },
    aliases={"TextFormat": {"text": "ResponseFormatText", "json_schema": "ResponseFormatTextJSONSchemaConfig"}},
)
