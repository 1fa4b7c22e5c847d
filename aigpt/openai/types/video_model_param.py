# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Literal, TypeAlias, Union

from aigpt.openai._type_modules import postpone

__all__ = ["VideoModelParam"]

VideoModelParam: TypeAlias = """
Union[str, Literal['sora-2', 'sora-2-pro', 'sora-2-2025-10-06', 'sora-2-pro-2025-10-06',
'sora-2-2025-12-08']]
"""
postpone(__name__, aliases={"VideoModelParam": {}})
