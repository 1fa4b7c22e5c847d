# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Literal, TypeAlias, Union

from aigpt.openai.types.shared_params.response_format_json_object import ResponseFormatJSONObject
from aigpt.openai.types.shared_params.response_format_json_schema import ResponseFormatJSONSchema
from aigpt.openai.types.shared_params.response_format_text import ResponseFormatText

__all__ = ["AssistantResponseFormatOptionParam"]

AssistantResponseFormatOptionParam: TypeAlias = Union[
    Literal["auto"], ResponseFormatText, ResponseFormatJSONObject, ResponseFormatJSONSchema
]
