# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, Literal, Optional

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_output_item import BetaResponseOutputItem
    from aigpt.openai.types.beta.beta_response_usage import BetaResponseUsage

__all__ = ["BetaCompactedResponse", "Image"]


class Image(BaseModel):
    context_compression: Literal["enabled", "disabled"]


class BetaCompactedResponse(BaseModel):
    id: str
    created_at: int
    object: Literal["response.compaction"]
    output: List[BetaResponseOutputItem]
    usage: BetaResponseUsage
    image: Optional[Image] = None


postpone(
    __name__,
    homes={"BetaResponseOutputItem": "beta.beta_response_output_item", "BetaResponseUsage": "beta.beta_response_usage"},
)
