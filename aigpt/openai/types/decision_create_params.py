# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.decision_input_image_param import DecisionInputImageParam
    from aigpt.openai.types.decision_input_part_union_param import DecisionInputPartUnionParam
    from aigpt.openai.types.decision_input_text_param import DecisionInputTextParam
    from aigpt.openai.types.shared_params.decision_question_input_part import DecisionQuestionInputPart

__all__ = [
    "DecisionCreateParams",
    "InputUnionMember1",
    "InputUnionMember1DecisionInputUserMessage",
    "InputUnionMember1DecisionInputDeveloperMessage",
    "InputUnionMember1DecisionInputSystemMessage",
    "InputUnionMember1DecisionInputAssistantMessage",
    "InputDecisionInputAssistantMessageContentDecisionInputAssistantContentParts",
    "InputDecisionInputAssistantMessageContentDecisionInputAssistantContentPartDecisionInputOutputText",
    "InputDecisionInputAssistantMessageContentDecisionInputAssistantContentPartDecisionInputRefusal",
    "InputUnionMember1DecisionInputFunctionCall",
    "InputUnionMember1DecisionInputFunctionCallOutput",
    "InputUnionMember1FunctionCallOutputOutputParts",
    "InputUnionMember1DecisionInputCustomToolCall",
    "InputUnionMember1DecisionInputCustomToolCallOutput",
    "InputUnionMember1CustomToolCallOutputOutputParts",
    "Question",
    "QuestionQuestionParamPredicate",
    "QuestionQuestionParamChoice",
    "QuestionQuestionParamChoiceChoice",
    "QuestionQuestionParamScore",
    "QuestionQuestionParamScoreLevel",
    "PromptCacheOptions",
]


class DecisionCreateParams(TypedDict, total=False):
    input: Required[Union[str, Iterable[InputUnionMember1]]]
    model: Required[str]
    questions: Required[Iterable[Question]]
    prompt_cache_key: Optional[str]
    prompt_cache_options: Optional[PromptCacheOptions]
    safety_identifier: Optional[str]


class InputUnionMember1DecisionInputUserMessage(TypedDict, total=False):
    content: Required[Union[str, Iterable[DecisionInputPartUnionParam]]]
    role: Required[Literal["user"]]
    type: Literal["message"]


class InputUnionMember1DecisionInputDeveloperMessage(TypedDict, total=False):
    content: Required[Union[str, Iterable[DecisionInputTextParam]]]
    role: Required[Literal["developer"]]
    type: Literal["message"]


class InputUnionMember1DecisionInputSystemMessage(TypedDict, total=False):
    content: Required[Union[str, Iterable[DecisionInputTextParam]]]
    role: Required[Literal["system"]]
    type: Literal["message"]


class InputDecisionInputAssistantMessageContentDecisionInputAssistantContentPartDecisionInputOutputText(
    TypedDict, total=False
):
    text: Required[str]
    type: Required[Literal["output_text"]]


class InputDecisionInputAssistantMessageContentDecisionInputAssistantContentPartDecisionInputRefusal(
    TypedDict, total=False
):
    refusal: Required[str]
    type: Required[Literal["refusal"]]


InputDecisionInputAssistantMessageContentDecisionInputAssistantContentParts: TypeAlias = """
Union[InputDecisionInputAssistantMessageContentDecisionInputAssistantContentPartDecisionInputOutputText,
InputDecisionInputAssistantMessageContentDecisionInputAssistantContentPartDecisionInputRefusal]
"""


class InputUnionMember1DecisionInputAssistantMessage(TypedDict, total=False):
    content: Required[Union[str, Iterable[InputDecisionInputAssistantMessageContentDecisionInputAssistantContentParts]]]
    role: Required[Literal["assistant"]]
    phase: Optional[Literal["commentary", "final_answer"]]
    type: Literal["message"]


class InputUnionMember1DecisionInputFunctionCall(TypedDict, total=False):
    arguments: Required[str]
    call_id: Required[str]
    name: Required[str]
    type: Required[Literal["function_call"]]
    id: Optional[str]
    namespace: Optional[str]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]


InputUnionMember1FunctionCallOutputOutputParts: TypeAlias = "Union[DecisionInputTextParam, DecisionInputImageParam]"


class InputUnionMember1DecisionInputFunctionCallOutput(TypedDict, total=False):
    call_id: Required[str]
    output: Required[Union[str, Iterable[InputUnionMember1FunctionCallOutputOutputParts]]]
    type: Required[Literal["function_call_output"]]
    id: Optional[str]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]


class InputUnionMember1DecisionInputCustomToolCall(TypedDict, total=False):
    call_id: Required[str]
    input: Required[str]
    name: Required[str]
    type: Required[Literal["custom_tool_call"]]
    id: Optional[str]
    namespace: Optional[str]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]


InputUnionMember1CustomToolCallOutputOutputParts: TypeAlias = "Union[DecisionInputTextParam, DecisionInputImageParam]"


class InputUnionMember1DecisionInputCustomToolCallOutput(TypedDict, total=False):
    call_id: Required[str]
    output: Required[Union[str, Iterable[InputUnionMember1CustomToolCallOutputOutputParts]]]
    type: Required[Literal["custom_tool_call_output"]]
    id: Optional[str]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]


InputUnionMember1: TypeAlias = """
Union[InputUnionMember1DecisionInputUserMessage, InputUnionMember1DecisionInputDeveloperMessage,
InputUnionMember1DecisionInputSystemMessage, InputUnionMember1DecisionInputAssistantMessage,
InputUnionMember1DecisionInputFunctionCall, InputUnionMember1DecisionInputFunctionCallOutput,
InputUnionMember1DecisionInputCustomToolCall, InputUnionMember1DecisionInputCustomToolCallOutput]
"""


class QuestionQuestionParamPredicate(TypedDict, total=False):
    instructions: Required[Union[str, Iterable[DecisionQuestionInputPart]]]
    type: Required[Literal["predicate"]]
    name: str


class QuestionQuestionParamChoiceChoice(TypedDict, total=False):
    value: Required[Union[str, bool]]
    description: str


class QuestionQuestionParamChoice(TypedDict, total=False):
    choices: Required[Iterable[QuestionQuestionParamChoiceChoice]]
    instructions: Required[Union[str, Iterable[DecisionQuestionInputPart]]]
    type: Required[Literal["choice"]]
    name: str


class QuestionQuestionParamScoreLevel(TypedDict, total=False):
    label: Required[str]
    description: str


class QuestionQuestionParamScore(TypedDict, total=False):
    instructions: Required[Union[str, Iterable[DecisionQuestionInputPart]]]
    levels: Required[Iterable[QuestionQuestionParamScoreLevel]]
    type: Required[Literal["score"]]
    name: str


Question: TypeAlias = "Union[QuestionQuestionParamPredicate, QuestionQuestionParamChoice, QuestionQuestionParamScore]"


class PromptCacheOptions(TypedDict, total=False):
    mode: Optional[Literal["implicit", "explicit"]]
    ttl: Literal["30m"]


postpone(
    __name__,
    homes={
        "DecisionInputImageParam": "decision_input_image_param",
        "DecisionInputPartUnionParam": "decision_input_part_union_param",
        "DecisionInputTextParam": "decision_input_text_param",
        "DecisionQuestionInputPart": "shared_params.decision_question_input_part",
    },
    aliases={
        "InputDecisionInputAssistantMessageContentDecisionInputAssistantContentParts": {},
        "InputUnionMember1FunctionCallOutputOutputParts": {},
        "InputUnionMember1CustomToolCallOutputOutputParts": {},
        "InputUnionMember1": {},
        "Question": {},
    },
)
