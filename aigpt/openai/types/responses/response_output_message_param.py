# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_output_refusal_param import ResponseOutputRefusalParam
    from aigpt.openai.types.responses.response_output_text_param import ResponseOutputTextParam

__all__ = ["ResponseOutputMessageParam", "Content"]

Content: TypeAlias = "Union[ResponseOutputTextParam, ResponseOutputRefusalParam]"


class ResponseOutputMessageParam(TypedDict, total=False):
    id: Required[str]
    content: Required[Iterable[Content]]
    role: Required[Literal["assistant"]]
    status: Required[Literal["in_progress", "completed", "incomplete"]]
    type: Required[Literal["message"]]
    phase: Optional[Literal["commentary", "final_answer"]]


postpone(
    __name__,
    homes={
        "ResponseOutputRefusalParam": "responses.response_output_refusal_param",
        "ResponseOutputTextParam": "responses.response_output_text_param",
    },
    aliases={"Content": {}},
)
