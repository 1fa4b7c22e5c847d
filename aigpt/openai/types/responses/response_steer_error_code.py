# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Literal, TypeAlias, Union

from aigpt.openai._type_modules import postpone

__all__ = ["ResponseSteerErrorCode"]

ResponseSteerErrorCode: TypeAlias = """
Union[Literal['response_not_found', 'invalid_input', 'steering_not_supported',
'too_many_pending_steers', 'response_already_completed', 'response_not_active',
'successor_creation_failed'], str]
"""
postpone(__name__, aliases={"ResponseSteerErrorCode": {}})
