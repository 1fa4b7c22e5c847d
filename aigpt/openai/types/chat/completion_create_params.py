# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Iterable, List, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone
from aigpt.openai._types import SequenceNotStr

if TYPE_CHECKING:
    from aigpt.openai.types.chat.chat_completion_audio_param import ChatCompletionAudioParam
    from aigpt.openai.types.chat.chat_completion_function_call_option_param import ChatCompletionFunctionCallOptionParam
    from aigpt.openai.types.chat.chat_completion_message_param import ChatCompletionMessageParam
    from aigpt.openai.types.chat.chat_completion_prediction_content_param import ChatCompletionPredictionContentParam
    from aigpt.openai.types.chat.chat_completion_stream_options_param import ChatCompletionStreamOptionsParam
    from aigpt.openai.types.chat.chat_completion_tool_choice_option_param import ChatCompletionToolChoiceOptionParam
    from aigpt.openai.types.chat.chat_completion_tool_union_param import ChatCompletionToolUnionParam
    from aigpt.openai.types.shared.chat_model import ChatModel
    from aigpt.openai.types.shared.reasoning_effort import ReasoningEffort
    from aigpt.openai.types.shared_params.function_parameters import FunctionParameters
    from aigpt.openai.types.shared_params.metadata import Metadata
    from aigpt.openai.types.shared_params.response_format_json_object import ResponseFormatJSONObject
    from aigpt.openai.types.shared_params.response_format_json_schema import ResponseFormatJSONSchema
    from aigpt.openai.types.shared_params.response_format_text import ResponseFormatText

__all__ = [
    "CompletionCreateParamsBase",
    "FunctionCall",
    "Function",
    "Moderation",
    "ModerationPolicy",
    "ModerationPolicyInput",
    "ModerationPolicyOutput",
    "PromptCacheOptions",
    "ResponseFormat",
    "WebSearchOptions",
    "WebSearchOptionsUserLocation",
    "WebSearchOptionsUserLocationApproximate",
    "CompletionCreateParamsNonStreaming",
    "CompletionCreateParamsStreaming",
]


class CompletionCreateParamsBase(TypedDict, total=False):
    messages: Required[Iterable[ChatCompletionMessageParam]]
    model: Required[Union[str, ChatModel]]
    audio: Optional[ChatCompletionAudioParam]
    frequency_penalty: Optional[float]
    function_call: FunctionCall
    functions: Iterable[Function]
    logit_bias: Optional[Dict[str, int]]
    logprobs: Optional[bool]
    max_completion_tokens: Optional[int]
    max_tokens: Optional[int]
    metadata: Optional[Metadata]
    modalities: Optional[List[Literal["text", "audio"]]]
    moderation: Optional[Moderation]
    n: Optional[int]
    parallel_tool_calls: bool
    prediction: Optional[ChatCompletionPredictionContentParam]
    presence_penalty: Optional[float]
    prompt_cache_key: Optional[str]
    prompt_cache_options: PromptCacheOptions
    prompt_cache_retention: Optional[Literal["in_memory", "24h"]]
    reasoning_effort: Optional[ReasoningEffort]
    response_format: ResponseFormat
    safety_identifier: Optional[str]
    seed: Optional[int]
    service_tier: Optional[Literal["auto", "default", "flex", "scale", "priority", "fast"]]
    stop: Union[str, SequenceNotStr[str], None]
    store: Optional[bool]
    stream_options: Optional[ChatCompletionStreamOptionsParam]
    temperature: Optional[float]
    tool_choice: ChatCompletionToolChoiceOptionParam
    tools: Iterable[ChatCompletionToolUnionParam]
    top_logprobs: Optional[int]
    top_p: Optional[float]
    user: str
    verbosity: Optional[Literal["low", "medium", "high"]]
    web_search_options: WebSearchOptions


FunctionCall: TypeAlias = "Union[Literal['none', 'auto'], ChatCompletionFunctionCallOptionParam]"


class Function(TypedDict, total=False):
    name: Required[str]
    description: str
    parameters: FunctionParameters


class ModerationPolicyInput(TypedDict, total=False):
    mode: Required[Literal["score", "block"]]


class ModerationPolicyOutput(TypedDict, total=False):
    mode: Required[Literal["score", "block"]]


class ModerationPolicy(TypedDict, total=False):
    input: Optional[ModerationPolicyInput]
    output: Optional[ModerationPolicyOutput]


class Moderation(TypedDict, total=False):
    model: Required[str]
    policy: Optional[ModerationPolicy]


class PromptCacheOptions(TypedDict, total=False):
    mode: Literal["implicit", "explicit"]
    ttl: Literal["30m"]


ResponseFormat: TypeAlias = "Union[ResponseFormatText, ResponseFormatJSONSchema, ResponseFormatJSONObject]"


class WebSearchOptionsUserLocationApproximate(TypedDict, total=False):
    city: str
    country: str
    region: str
    timezone: str


class WebSearchOptionsUserLocation(TypedDict, total=False):
    approximate: Required[WebSearchOptionsUserLocationApproximate]
    type: Required[Literal["approximate"]]


class WebSearchOptions(TypedDict, total=False):
    search_context_size: Literal["low", "medium", "high"]
    user_location: Optional[WebSearchOptionsUserLocation]


class CompletionCreateParamsNonStreaming(CompletionCreateParamsBase, total=False):
    stream: Optional[Literal[False]]


class CompletionCreateParamsStreaming(CompletionCreateParamsBase):
    stream: Required[Literal[True]]


CompletionCreateParams = Union[CompletionCreateParamsNonStreaming, CompletionCreateParamsStreaming]
postpone(
    __name__,
    homes={
        "ChatCompletionAudioParam": "chat.chat_completion_audio_param",
        "ChatCompletionFunctionCallOptionParam": "chat.chat_completion_function_call_option_param",
        "ChatCompletionMessageParam": "chat.chat_completion_message_param",
        "ChatCompletionPredictionContentParam": "chat.chat_completion_prediction_content_param",
        "ChatCompletionStreamOptionsParam": "chat.chat_completion_stream_options_param",
        "ChatCompletionToolChoiceOptionParam": "chat.chat_completion_tool_choice_option_param",
        "ChatCompletionToolUnionParam": "chat.chat_completion_tool_union_param",
        "ChatModel": "shared.chat_model",
        "FunctionParameters": "shared_params.function_parameters",
        "Metadata": "shared_params.metadata",
        "ReasoningEffort": "shared.reasoning_effort",
        "ResponseFormatJSONObject": "shared_params.response_format_json_object",
        "ResponseFormatJSONSchema": "shared_params.response_format_json_schema",
        "ResponseFormatText": "shared_params.response_format_text",
    },
    aliases={"FunctionCall": {}, "ResponseFormat": {}},
)
