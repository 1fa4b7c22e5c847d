# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Literal, TypeAlias

from aigpt.openai._type_modules import postpone

__all__ = ["NoiseReductionType"]

NoiseReductionType: TypeAlias = "Literal['near_field', 'far_field']"
postpone(__name__, aliases={"NoiseReductionType": {}})
