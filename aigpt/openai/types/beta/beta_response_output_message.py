# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_output_refusal import BetaResponseOutputRefusal
    from aigpt.openai.types.beta.beta_response_output_text import BetaResponseOutputText

__all__ = ["BetaResponseOutputMessage", "Content", "Agent"]

Content: TypeAlias = """
Annotated[Union[BetaResponseOutputText, BetaResponseOutputRefusal],
PropertyInfo(discriminator='type')]
"""


class Agent(BaseModel):
    agent_name: str


class BetaResponseOutputMessage(BaseModel):
    id: str
    content: List[Content]
    role: Literal["assistant"]
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["message"]
    agent: Optional[Agent] = None
    phase: Optional[Literal["commentary", "final_answer"]] = None


postpone(
    __name__,
    homes={
        "BetaResponseOutputRefusal": "beta.beta_response_output_refusal",
        "BetaResponseOutputText": "beta.beta_response_output_text",
    },
    aliases={"Content": {"output_text": "BetaResponseOutputText", "refusal": "BetaResponseOutputRefusal"}},
)
