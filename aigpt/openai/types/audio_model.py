# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Literal, TypeAlias

from aigpt.openai._type_modules import postpone

__all__ = ["AudioModel"]

AudioModel: TypeAlias = """
Literal['whisper-1', 'gpt-transcribe', 'gpt-4o-transcribe', 'gpt-4o-mini-transcribe',
'gpt-4o-mini-transcribe-2025-12-15', 'gpt-4o-transcribe-diarize']
"""
postpone(__name__, aliases={"AudioModel": {}})
