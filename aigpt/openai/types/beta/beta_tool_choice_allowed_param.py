# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Dict, Iterable, Literal, Required

from aigpt.openai._compat import TypedDict

__all__ = ["BetaToolChoiceAllowedParam"]


class BetaToolChoiceAllowedParam(TypedDict, total=False):
    mode: Required[Literal["auto", "required"]]
    tools: Required[Iterable[Dict[str, object]]]
    type: Required[Literal["allowed_tools"]]
