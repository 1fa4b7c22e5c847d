# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Literal, TypeAlias

from aigpt.openai._type_modules import postpone

__all__ = ["ImageModel"]

ImageModel: TypeAlias = """
Literal['gpt-image-1.5', 'gpt-image-2', 'gpt-image-2-2026-04-21', 'gpt-image-2.5-sunburst',
'gpt-image-2.5-sunburst-2026-09-08', 'gpt-image-2.5-flare', 'gpt-image-2.5-flare-2026-09-08',
'gpt-image-2.6-sunburst', 'gpt-image-2.6-flare', 'gpt-image-1', 'gpt-image-1-mini',
'chatgpt-image-latest', 'dall-e-2', 'dall-e-3']
"""
postpone(__name__, aliases={"ImageModel": {}})
