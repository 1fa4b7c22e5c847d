# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.shared_params import chat_model as chat_model
    from aigpt.openai.types.shared_params import comparison_filter as comparison_filter
    from aigpt.openai.types.shared_params import compound_filter as compound_filter
    from aigpt.openai.types.shared_params import custom_tool_input_format as custom_tool_input_format
    from aigpt.openai.types.shared_params import decision_input_json as decision_input_json
    from aigpt.openai.types.shared_params import decision_question_input_image as decision_question_input_image
    from aigpt.openai.types.shared_params import decision_question_input_part as decision_question_input_part
    from aigpt.openai.types.shared_params import decision_question_input_text as decision_question_input_text
    from aigpt.openai.types.shared_params import function_definition as function_definition
    from aigpt.openai.types.shared_params import function_parameters as function_parameters
    from aigpt.openai.types.shared_params import metadata as metadata
    from aigpt.openai.types.shared_params import oauth_error_code as oauth_error_code
    from aigpt.openai.types.shared_params import reasoning as reasoning
    from aigpt.openai.types.shared_params import reasoning_effort as reasoning_effort
    from aigpt.openai.types.shared_params import response_format_json_object as response_format_json_object
    from aigpt.openai.types.shared_params import response_format_json_schema as response_format_json_schema
    from aigpt.openai.types.shared_params import response_format_text as response_format_text
    from aigpt.openai.types.shared_params import responses_model as responses_model
    from aigpt.openai.types.shared_params.chat_model import ChatModel
    from aigpt.openai.types.shared_params.comparison_filter import ComparisonFilter
    from aigpt.openai.types.shared_params.compound_filter import CompoundFilter
    from aigpt.openai.types.shared_params.custom_tool_input_format import CustomToolInputFormat
    from aigpt.openai.types.shared_params.decision_input_json import DecisionInputJSON
    from aigpt.openai.types.shared_params.decision_question_input_image import DecisionQuestionInputImage
    from aigpt.openai.types.shared_params.decision_question_input_part import DecisionQuestionInputPart
    from aigpt.openai.types.shared_params.decision_question_input_text import DecisionQuestionInputText
    from aigpt.openai.types.shared_params.function_definition import FunctionDefinition
    from aigpt.openai.types.shared_params.function_parameters import FunctionParameters
    from aigpt.openai.types.shared_params.metadata import Metadata
    from aigpt.openai.types.shared_params.oauth_error_code import OAuthErrorCode
    from aigpt.openai.types.shared_params.reasoning import Reasoning
    from aigpt.openai.types.shared_params.reasoning_effort import ReasoningEffort
    from aigpt.openai.types.shared_params.response_format_json_object import ResponseFormatJSONObject
    from aigpt.openai.types.shared_params.response_format_json_schema import ResponseFormatJSONSchema
    from aigpt.openai.types.shared_params.response_format_text import ResponseFormatText
    from aigpt.openai.types.shared_params.responses_model import ResponsesModel

__all__ = [
    "ChatModel",
    "ComparisonFilter",
    "CompoundFilter",
    "CustomToolInputFormat",
    "DecisionInputJSON",
    "DecisionQuestionInputImage",
    "DecisionQuestionInputPart",
    "DecisionQuestionInputText",
    "FunctionDefinition",
    "FunctionParameters",
    "Metadata",
    "OAuthErrorCode",
    "Reasoning",
    "ReasoningEffort",
    "ResponseFormatJSONObject",
    "ResponseFormatJSONSchema",
    "ResponseFormatText",
    "ResponsesModel",
]

_HOMES = {
    "ChatModel": "aigpt.openai.types.shared_params.chat_model",
    "ComparisonFilter": "aigpt.openai.types.shared_params.comparison_filter",
    "CompoundFilter": "aigpt.openai.types.shared_params.compound_filter",
    "CustomToolInputFormat": "aigpt.openai.types.shared_params.custom_tool_input_format",
    "DecisionInputJSON": "aigpt.openai.types.shared_params.decision_input_json",
    "DecisionQuestionInputImage": "aigpt.openai.types.shared_params.decision_question_input_image",
    "DecisionQuestionInputPart": "aigpt.openai.types.shared_params.decision_question_input_part",
    "DecisionQuestionInputText": "aigpt.openai.types.shared_params.decision_question_input_text",
    "FunctionDefinition": "aigpt.openai.types.shared_params.function_definition",
    "FunctionParameters": "aigpt.openai.types.shared_params.function_parameters",
    "Metadata": "aigpt.openai.types.shared_params.metadata",
    "OAuthErrorCode": "aigpt.openai.types.shared_params.oauth_error_code",
    "Reasoning": "aigpt.openai.types.shared_params.reasoning",
    "ReasoningEffort": "aigpt.openai.types.shared_params.reasoning_effort",
    "ResponseFormatJSONObject": "aigpt.openai.types.shared_params.response_format_json_object",
    "ResponseFormatJSONSchema": "aigpt.openai.types.shared_params.response_format_json_schema",
    "ResponseFormatText": "aigpt.openai.types.shared_params.response_format_text",
    "ResponsesModel": "aigpt.openai.types.shared_params.responses_model",
}
_SUBMODULES: tuple[str, ...] = (
    "chat_model",
    "comparison_filter",
    "compound_filter",
    "custom_tool_input_format",
    "decision_input_json",
    "decision_question_input_image",
    "decision_question_input_part",
    "decision_question_input_text",
    "function_definition",
    "function_parameters",
    "metadata",
    "oauth_error_code",
    "reasoning",
    "reasoning_effort",
    "response_format_json_object",
    "response_format_json_schema",
    "response_format_text",
    "responses_model",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
