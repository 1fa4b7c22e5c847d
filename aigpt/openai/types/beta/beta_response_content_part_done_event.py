# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_output_refusal import BetaResponseOutputRefusal
    from aigpt.openai.types.beta.beta_response_output_text import BetaResponseOutputText

__all__ = ["BetaResponseContentPartDoneEvent", "Part", "PartReasoningText", "Agent"]


class PartReasoningText(BaseModel):
    text: str
    type: Literal["reasoning_text"]


Part: TypeAlias = """
Annotated[Union[BetaResponseOutputText, BetaResponseOutputRefusal, PartReasoningText],
PropertyInfo(discriminator='type')]
"""


class Agent(BaseModel):
    agent_name: str


class BetaResponseContentPartDoneEvent(BaseModel):
    content_index: int
    item_id: str
    output_index: int
    part: Part
    sequence_number: int
    type: Literal["response.content_part.done"]
    agent: Optional[Agent] = None


postpone(
    __name__,
    homes={
        "BetaResponseOutputRefusal": "beta.beta_response_output_refusal",
        "BetaResponseOutputText": "beta.beta_response_output_text",
    },
    aliases={
        "Part": {
            "output_text": "BetaResponseOutputText",
            "refusal": "BetaResponseOutputRefusal",
            "reasoning_text": "PartReasoningText",
        }
    },
)
