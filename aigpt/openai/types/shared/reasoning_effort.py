# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Literal, Optional, TypeAlias

from aigpt.openai._type_modules import postpone

__all__ = ["ReasoningEffort"]

ReasoningEffort: TypeAlias = "Optional[Literal['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max']]"
postpone(__name__, aliases={"ReasoningEffort": {}})
