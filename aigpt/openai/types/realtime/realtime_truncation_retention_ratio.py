# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Literal, Optional

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

__all__ = ["RealtimeTruncationRetentionRatio", "TokenLimits"]


class TokenLimits(BaseModel):
    post_instructions: Optional[int] = None


class RealtimeTruncationRetentionRatio(BaseModel):
    retention_ratio: float
    type: Literal["retention_ratio"]
    token_limits: Optional[TokenLimits] = None


postpone(__name__)
