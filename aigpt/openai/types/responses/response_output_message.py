# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_output_refusal import ResponseOutputRefusal
    from aigpt.openai.types.responses.response_output_text import ResponseOutputText

__all__ = ["ResponseOutputMessage", "Content"]

Content: TypeAlias = "Annotated[Union[ResponseOutputText, ResponseOutputRefusal], PropertyInfo(discriminator='type')]"


class ResponseOutputMessage(BaseModel):
    id: str
    content: List[Content]
    role: Literal["assistant"]
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["message"]
    phase: Optional[Literal["commentary", "final_answer"]] = None


postpone(
    __name__,
    homes={
        "ResponseOutputRefusal": "responses.response_output_refusal",
        "ResponseOutputText": "responses.response_output_text",
    },
    aliases={"Content": {"output_text": "ResponseOutputText", "refusal": "ResponseOutputRefusal"}},
)
