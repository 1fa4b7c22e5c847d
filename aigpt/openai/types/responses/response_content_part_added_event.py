# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_output_refusal import ResponseOutputRefusal
    from aigpt.openai.types.responses.response_output_text import ResponseOutputText

__all__ = ["ResponseContentPartAddedEvent", "Part", "PartReasoningText"]


class PartReasoningText(BaseModel):
    text: str
    type: Literal["reasoning_text"]


Part: TypeAlias = """
Annotated[Union[ResponseOutputText, ResponseOutputRefusal, PartReasoningText],
PropertyInfo(discriminator='type')]
"""


class ResponseContentPartAddedEvent(BaseModel):
    content_index: int
    item_id: str
    output_index: int
    part: Part
    sequence_number: int
    type: Literal["response.content_part.added"]


postpone(
    __name__,
    homes={
        "ResponseOutputRefusal": "responses.response_output_refusal",
        "ResponseOutputText": "responses.response_output_text",
    },
    aliases={
        "Part": {
            "output_text": "ResponseOutputText",
            "refusal": "ResponseOutputRefusal",
            "reasoning_text": "PartReasoningText",
        }
    },
)
