# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Literal, TypeAlias, Union

from aigpt.openai._type_modules import postpone

__all__ = ["BetaResponseSteerPendingReason"]

BetaResponseSteerPendingReason: TypeAlias = "Union[Literal['waiting_for_required_input'], str]"
postpone(__name__, aliases={"BetaResponseSteerPendingReason": {}})
