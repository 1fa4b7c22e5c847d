# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_output_item import ResponseOutputItem
    from aigpt.openai.types.responses.response_usage import ResponseUsage

__all__ = ["CompactedResponse", "Image"]


class Image(BaseModel):
    context_compression: Literal["enabled", "disabled"]


class CompactedResponse(BaseModel):
    id: str
    created_at: int
    object: Literal["response.compaction"]
    output: List[ResponseOutputItem]
    usage: ResponseUsage
    image: Optional[Image] = None


postpone(
    __name__,
    homes={"ResponseOutputItem": "responses.response_output_item", "ResponseUsage": "responses.response_usage"},
)
