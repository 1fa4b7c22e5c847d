# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.decision_input_part_union_param import DecisionInputPartUnionParam
    from aigpt.openai.types.decision_input_text_param import DecisionInputTextParam

__all__ = [
    "DecisionInputMessageParam",
    "DecisionInputMessageUnionParam",
    "DecisionInputUserMessage",
    "DecisionInputDeveloperMessage",
    "DecisionInputSystemMessage",
    "DecisionInputAssistantMessage",
    "DecisionInputAssistantMessageContentParts",
    "DecisionInputAssistantMessageContentPartsDecisionInputOutputText",
    "DecisionInputAssistantMessageContentPartsDecisionInputRefusal",
]


class DecisionInputUserMessage(TypedDict, total=False):
    content: Required[Union[str, Iterable[DecisionInputPartUnionParam]]]
    role: Required[Literal["user"]]
    type: Literal["message"]


class DecisionInputMessageParam(DecisionInputUserMessage, total=False):
    pass


class DecisionInputDeveloperMessage(TypedDict, total=False):
    content: Required[Union[str, Iterable[DecisionInputTextParam]]]
    role: Required[Literal["developer"]]
    type: Literal["message"]


class DecisionInputSystemMessage(TypedDict, total=False):
    content: Required[Union[str, Iterable[DecisionInputTextParam]]]
    role: Required[Literal["system"]]
    type: Literal["message"]


class DecisionInputAssistantMessageContentPartsDecisionInputOutputText(TypedDict, total=False):
    text: Required[str]
    type: Required[Literal["output_text"]]


class DecisionInputAssistantMessageContentPartsDecisionInputRefusal(TypedDict, total=False):
    refusal: Required[str]
    type: Required[Literal["refusal"]]


DecisionInputAssistantMessageContentParts: TypeAlias = """
Union[DecisionInputAssistantMessageContentPartsDecisionInputOutputText,
DecisionInputAssistantMessageContentPartsDecisionInputRefusal]
"""


class DecisionInputAssistantMessage(TypedDict, total=False):
    content: Required[Union[str, Iterable[DecisionInputAssistantMessageContentParts]]]
    role: Required[Literal["assistant"]]
    phase: Optional[Literal["commentary", "final_answer"]]
    type: Literal["message"]


DecisionInputMessageUnionParam: TypeAlias = """
Union[DecisionInputUserMessage, DecisionInputDeveloperMessage, DecisionInputSystemMessage,
DecisionInputAssistantMessage]
"""
postpone(
    __name__,
    homes={
        "DecisionInputPartUnionParam": "decision_input_part_union_param",
        "DecisionInputTextParam": "decision_input_text_param",
    },
    aliases={"DecisionInputAssistantMessageContentParts": {}, "DecisionInputMessageUnionParam": {}},
)
