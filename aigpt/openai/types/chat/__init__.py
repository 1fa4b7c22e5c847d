# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.chat import chat_completion as chat_completion
    from aigpt.openai.types.chat import (
        chat_completion_allowed_tool_choice_param as chat_completion_allowed_tool_choice_param,
    )
    from aigpt.openai.types.chat import chat_completion_allowed_tools_param as chat_completion_allowed_tools_param
    from aigpt.openai.types.chat import (
        chat_completion_assistant_message_param as chat_completion_assistant_message_param,
    )
    from aigpt.openai.types.chat import chat_completion_audio as chat_completion_audio
    from aigpt.openai.types.chat import chat_completion_audio_param as chat_completion_audio_param
    from aigpt.openai.types.chat import chat_completion_chunk as chat_completion_chunk
    from aigpt.openai.types.chat import chat_completion_content_part_image as chat_completion_content_part_image
    from aigpt.openai.types.chat import (
        chat_completion_content_part_image_param as chat_completion_content_part_image_param,
    )
    from aigpt.openai.types.chat import (
        chat_completion_content_part_input_audio_param as chat_completion_content_part_input_audio_param,
    )
    from aigpt.openai.types.chat import chat_completion_content_part_param as chat_completion_content_part_param
    from aigpt.openai.types.chat import (
        chat_completion_content_part_refusal_param as chat_completion_content_part_refusal_param,
    )
    from aigpt.openai.types.chat import chat_completion_content_part_text as chat_completion_content_part_text
    from aigpt.openai.types.chat import (
        chat_completion_content_part_text_param as chat_completion_content_part_text_param,
    )
    from aigpt.openai.types.chat import chat_completion_custom_tool_param as chat_completion_custom_tool_param
    from aigpt.openai.types.chat import chat_completion_deleted as chat_completion_deleted
    from aigpt.openai.types.chat import (
        chat_completion_developer_message_param as chat_completion_developer_message_param,
    )
    from aigpt.openai.types.chat import (
        chat_completion_function_call_option_param as chat_completion_function_call_option_param,
    )
    from aigpt.openai.types.chat import chat_completion_function_message_param as chat_completion_function_message_param
    from aigpt.openai.types.chat import chat_completion_function_tool as chat_completion_function_tool
    from aigpt.openai.types.chat import chat_completion_function_tool_param as chat_completion_function_tool_param
    from aigpt.openai.types.chat import chat_completion_message as chat_completion_message
    from aigpt.openai.types.chat import (
        chat_completion_message_custom_tool_call as chat_completion_message_custom_tool_call,
    )
    from aigpt.openai.types.chat import (
        chat_completion_message_custom_tool_call_param as chat_completion_message_custom_tool_call_param,
    )
    from aigpt.openai.types.chat import (
        chat_completion_message_function_tool_call as chat_completion_message_function_tool_call,
    )
    from aigpt.openai.types.chat import (
        chat_completion_message_function_tool_call_param as chat_completion_message_function_tool_call_param,
    )
    from aigpt.openai.types.chat import chat_completion_message_param as chat_completion_message_param
    from aigpt.openai.types.chat import chat_completion_message_tool_call as chat_completion_message_tool_call
    from aigpt.openai.types.chat import (
        chat_completion_message_tool_call_param as chat_completion_message_tool_call_param,
    )
    from aigpt.openai.types.chat import (
        chat_completion_message_tool_call_union_param as chat_completion_message_tool_call_union_param,
    )
    from aigpt.openai.types.chat import chat_completion_modality as chat_completion_modality
    from aigpt.openai.types.chat import (
        chat_completion_named_tool_choice_custom_param as chat_completion_named_tool_choice_custom_param,
    )
    from aigpt.openai.types.chat import (
        chat_completion_named_tool_choice_param as chat_completion_named_tool_choice_param,
    )
    from aigpt.openai.types.chat import (
        chat_completion_prediction_content_param as chat_completion_prediction_content_param,
    )
    from aigpt.openai.types.chat import chat_completion_reasoning_effort as chat_completion_reasoning_effort
    from aigpt.openai.types.chat import chat_completion_role as chat_completion_role
    from aigpt.openai.types.chat import chat_completion_store_message as chat_completion_store_message
    from aigpt.openai.types.chat import chat_completion_stream_options_param as chat_completion_stream_options_param
    from aigpt.openai.types.chat import chat_completion_system_message_param as chat_completion_system_message_param
    from aigpt.openai.types.chat import chat_completion_token_logprob as chat_completion_token_logprob
    from aigpt.openai.types.chat import (
        chat_completion_tool_choice_option_param as chat_completion_tool_choice_option_param,
    )
    from aigpt.openai.types.chat import chat_completion_tool_message_param as chat_completion_tool_message_param
    from aigpt.openai.types.chat import chat_completion_tool_param as chat_completion_tool_param
    from aigpt.openai.types.chat import chat_completion_tool_union_param as chat_completion_tool_union_param
    from aigpt.openai.types.chat import chat_completion_user_message_param as chat_completion_user_message_param
    from aigpt.openai.types.chat import completion_create_params as completion_create_params
    from aigpt.openai.types.chat import completion_list_params as completion_list_params
    from aigpt.openai.types.chat import completion_update_params as completion_update_params
    from aigpt.openai.types.chat import completions as completions
    from aigpt.openai.types.chat import (
        create_chat_completion_request_message_param as create_chat_completion_request_message_param,
    )
    from aigpt.openai.types.chat import parsed_chat_completion as parsed_chat_completion
    from aigpt.openai.types.chat import parsed_function_tool_call as parsed_function_tool_call
    from aigpt.openai.types.chat.chat_completion import ChatCompletion
    from aigpt.openai.types.chat.chat_completion_allowed_tool_choice_param import ChatCompletionAllowedToolChoiceParam
    from aigpt.openai.types.chat.chat_completion_allowed_tools_param import ChatCompletionAllowedToolsParam
    from aigpt.openai.types.chat.chat_completion_assistant_message_param import ChatCompletionAssistantMessageParam
    from aigpt.openai.types.chat.chat_completion_audio import ChatCompletionAudio
    from aigpt.openai.types.chat.chat_completion_audio_param import ChatCompletionAudioParam
    from aigpt.openai.types.chat.chat_completion_chunk import ChatCompletionChunk
    from aigpt.openai.types.chat.chat_completion_content_part_image import ChatCompletionContentPartImage
    from aigpt.openai.types.chat.chat_completion_content_part_image_param import ChatCompletionContentPartImageParam
    from aigpt.openai.types.chat.chat_completion_content_part_input_audio_param import (
        ChatCompletionContentPartInputAudioParam,
    )
    from aigpt.openai.types.chat.chat_completion_content_part_param import ChatCompletionContentPartParam
    from aigpt.openai.types.chat.chat_completion_content_part_refusal_param import ChatCompletionContentPartRefusalParam
    from aigpt.openai.types.chat.chat_completion_content_part_text import ChatCompletionContentPartText
    from aigpt.openai.types.chat.chat_completion_content_part_text_param import ChatCompletionContentPartTextParam
    from aigpt.openai.types.chat.chat_completion_custom_tool_param import ChatCompletionCustomToolParam
    from aigpt.openai.types.chat.chat_completion_deleted import ChatCompletionDeleted
    from aigpt.openai.types.chat.chat_completion_developer_message_param import ChatCompletionDeveloperMessageParam
    from aigpt.openai.types.chat.chat_completion_function_call_option_param import ChatCompletionFunctionCallOptionParam
    from aigpt.openai.types.chat.chat_completion_function_message_param import ChatCompletionFunctionMessageParam
    from aigpt.openai.types.chat.chat_completion_function_tool import ChatCompletionFunctionTool
    from aigpt.openai.types.chat.chat_completion_function_tool_param import ChatCompletionFunctionToolParam
    from aigpt.openai.types.chat.chat_completion_message import ChatCompletionMessage
    from aigpt.openai.types.chat.chat_completion_message_custom_tool_call import ChatCompletionMessageCustomToolCall
    from aigpt.openai.types.chat.chat_completion_message_custom_tool_call_param import (
        ChatCompletionMessageCustomToolCallParam,
    )
    from aigpt.openai.types.chat.chat_completion_message_function_tool_call import ChatCompletionMessageFunctionToolCall
    from aigpt.openai.types.chat.chat_completion_message_function_tool_call_param import (
        ChatCompletionMessageFunctionToolCallParam,
    )
    from aigpt.openai.types.chat.chat_completion_message_param import ChatCompletionMessageParam
    from aigpt.openai.types.chat.chat_completion_message_tool_call import (
        ChatCompletionMessageToolCall,
        ChatCompletionMessageToolCallUnion,
    )
    from aigpt.openai.types.chat.chat_completion_message_tool_call_param import ChatCompletionMessageToolCallParam
    from aigpt.openai.types.chat.chat_completion_message_tool_call_union_param import (
        ChatCompletionMessageToolCallUnionParam,
    )
    from aigpt.openai.types.chat.chat_completion_modality import ChatCompletionModality
    from aigpt.openai.types.chat.chat_completion_named_tool_choice_custom_param import (
        ChatCompletionNamedToolChoiceCustomParam,
    )
    from aigpt.openai.types.chat.chat_completion_named_tool_choice_param import ChatCompletionNamedToolChoiceParam
    from aigpt.openai.types.chat.chat_completion_prediction_content_param import ChatCompletionPredictionContentParam
    from aigpt.openai.types.chat.chat_completion_reasoning_effort import ChatCompletionReasoningEffort
    from aigpt.openai.types.chat.chat_completion_role import ChatCompletionRole
    from aigpt.openai.types.chat.chat_completion_store_message import ChatCompletionStoreMessage
    from aigpt.openai.types.chat.chat_completion_stream_options_param import ChatCompletionStreamOptionsParam
    from aigpt.openai.types.chat.chat_completion_system_message_param import ChatCompletionSystemMessageParam
    from aigpt.openai.types.chat.chat_completion_token_logprob import ChatCompletionTokenLogprob
    from aigpt.openai.types.chat.chat_completion_tool_choice_option_param import ChatCompletionToolChoiceOptionParam
    from aigpt.openai.types.chat.chat_completion_tool_message_param import ChatCompletionToolMessageParam
    from aigpt.openai.types.chat.chat_completion_tool_param import ChatCompletionToolParam
    from aigpt.openai.types.chat.chat_completion_tool_union_param import ChatCompletionToolUnionParam
    from aigpt.openai.types.chat.chat_completion_user_message_param import ChatCompletionUserMessageParam
    from aigpt.openai.types.chat.completion_create_params import CompletionCreateParams
    from aigpt.openai.types.chat.completion_list_params import CompletionListParams
    from aigpt.openai.types.chat.completion_update_params import CompletionUpdateParams
    from aigpt.openai.types.chat.create_chat_completion_request_message_param import (
        CreateChatCompletionRequestMessageParam,
    )
    from aigpt.openai.types.chat.parsed_chat_completion import (
        ParsedChatCompletion,
        ParsedChatCompletionMessage,
        ParsedChoice,
    )
    from aigpt.openai.types.chat.parsed_function_tool_call import ParsedFunction, ParsedFunctionToolCall

__all__ = [
    "ChatCompletion",
    "ChatCompletionAllowedToolChoiceParam",
    "ChatCompletionAllowedToolsParam",
    "ChatCompletionAssistantMessageParam",
    "ChatCompletionAudio",
    "ChatCompletionAudioParam",
    "ChatCompletionChunk",
    "ChatCompletionContentPartImage",
    "ChatCompletionContentPartImageParam",
    "ChatCompletionContentPartInputAudioParam",
    "ChatCompletionContentPartParam",
    "ChatCompletionContentPartRefusalParam",
    "ChatCompletionContentPartText",
    "ChatCompletionContentPartTextParam",
    "ChatCompletionCustomToolParam",
    "ChatCompletionDeleted",
    "ChatCompletionDeveloperMessageParam",
    "ChatCompletionFunctionCallOptionParam",
    "ChatCompletionFunctionMessageParam",
    "ChatCompletionFunctionTool",
    "ChatCompletionFunctionToolParam",
    "ChatCompletionMessage",
    "ChatCompletionMessageCustomToolCall",
    "ChatCompletionMessageCustomToolCallParam",
    "ChatCompletionMessageFunctionToolCall",
    "ChatCompletionMessageFunctionToolCallParam",
    "ChatCompletionMessageParam",
    "ChatCompletionMessageToolCall",
    "ChatCompletionMessageToolCallParam",
    "ChatCompletionMessageToolCallUnion",
    "ChatCompletionMessageToolCallUnionParam",
    "ChatCompletionModality",
    "ChatCompletionNamedToolChoiceCustomParam",
    "ChatCompletionNamedToolChoiceParam",
    "ChatCompletionPredictionContentParam",
    "ChatCompletionReasoningEffort",
    "ChatCompletionRole",
    "ChatCompletionStoreMessage",
    "ChatCompletionStreamOptionsParam",
    "ChatCompletionSystemMessageParam",
    "ChatCompletionTokenLogprob",
    "ChatCompletionToolChoiceOptionParam",
    "ChatCompletionToolMessageParam",
    "ChatCompletionToolParam",
    "ChatCompletionToolUnionParam",
    "ChatCompletionUserMessageParam",
    "CompletionCreateParams",
    "CompletionListParams",
    "CompletionUpdateParams",
    "CreateChatCompletionRequestMessageParam",
    "ParsedChatCompletion",
    "ParsedChatCompletionMessage",
    "ParsedChoice",
    "ParsedFunction",
    "ParsedFunctionToolCall",
]

_HOMES = {
    "ChatCompletion": "aigpt.openai.types.chat.chat_completion",
    "ChatCompletionAllowedToolChoiceParam": "aigpt.openai.types.chat.chat_completion_allowed_tool_choice_param",
    "ChatCompletionAllowedToolsParam": "aigpt.openai.types.chat.chat_completion_allowed_tools_param",
    "ChatCompletionAssistantMessageParam": "aigpt.openai.types.chat.chat_completion_assistant_message_param",
    "ChatCompletionAudio": "aigpt.openai.types.chat.chat_completion_audio",
    "ChatCompletionAudioParam": "aigpt.openai.types.chat.chat_completion_audio_param",
    "ChatCompletionChunk": "aigpt.openai.types.chat.chat_completion_chunk",
    "ChatCompletionContentPartImage": "aigpt.openai.types.chat.chat_completion_content_part_image",
    "ChatCompletionContentPartImageParam": "aigpt.openai.types.chat.chat_completion_content_part_image_param",
    "ChatCompletionContentPartInputAudioParam": "aigpt.openai.types.chat.chat_completion_content_part_input_audio_param",
    "ChatCompletionContentPartParam": "aigpt.openai.types.chat.chat_completion_content_part_param",
    "ChatCompletionContentPartRefusalParam": "aigpt.openai.types.chat.chat_completion_content_part_refusal_param",
    "ChatCompletionContentPartText": "aigpt.openai.types.chat.chat_completion_content_part_text",
    "ChatCompletionContentPartTextParam": "aigpt.openai.types.chat.chat_completion_content_part_text_param",
    "ChatCompletionCustomToolParam": "aigpt.openai.types.chat.chat_completion_custom_tool_param",
    "ChatCompletionDeleted": "aigpt.openai.types.chat.chat_completion_deleted",
    "ChatCompletionDeveloperMessageParam": "aigpt.openai.types.chat.chat_completion_developer_message_param",
    "ChatCompletionFunctionCallOptionParam": "aigpt.openai.types.chat.chat_completion_function_call_option_param",
    "ChatCompletionFunctionMessageParam": "aigpt.openai.types.chat.chat_completion_function_message_param",
    "ChatCompletionFunctionTool": "aigpt.openai.types.chat.chat_completion_function_tool",
    "ChatCompletionFunctionToolParam": "aigpt.openai.types.chat.chat_completion_function_tool_param",
    "ChatCompletionMessage": "aigpt.openai.types.chat.chat_completion_message",
    "ChatCompletionMessageCustomToolCall": "aigpt.openai.types.chat.chat_completion_message_custom_tool_call",
    "ChatCompletionMessageCustomToolCallParam": "aigpt.openai.types.chat.chat_completion_message_custom_tool_call_param",
    "ChatCompletionMessageFunctionToolCall": "aigpt.openai.types.chat.chat_completion_message_function_tool_call",
    "ChatCompletionMessageFunctionToolCallParam": "aigpt.openai.types.chat.chat_completion_message_function_tool_call_param",
    "ChatCompletionMessageParam": "aigpt.openai.types.chat.chat_completion_message_param",
    "ChatCompletionMessageToolCall": "aigpt.openai.types.chat.chat_completion_message_tool_call",
    "ChatCompletionMessageToolCallParam": "aigpt.openai.types.chat.chat_completion_message_tool_call_param",
    "ChatCompletionMessageToolCallUnion": "aigpt.openai.types.chat.chat_completion_message_tool_call",
    "ChatCompletionMessageToolCallUnionParam": "aigpt.openai.types.chat.chat_completion_message_tool_call_union_param",
    "ChatCompletionModality": "aigpt.openai.types.chat.chat_completion_modality",
    "ChatCompletionNamedToolChoiceCustomParam": "aigpt.openai.types.chat.chat_completion_named_tool_choice_custom_param",
    "ChatCompletionNamedToolChoiceParam": "aigpt.openai.types.chat.chat_completion_named_tool_choice_param",
    "ChatCompletionPredictionContentParam": "aigpt.openai.types.chat.chat_completion_prediction_content_param",
    "ChatCompletionReasoningEffort": "aigpt.openai.types.chat.chat_completion_reasoning_effort",
    "ChatCompletionRole": "aigpt.openai.types.chat.chat_completion_role",
    "ChatCompletionStoreMessage": "aigpt.openai.types.chat.chat_completion_store_message",
    "ChatCompletionStreamOptionsParam": "aigpt.openai.types.chat.chat_completion_stream_options_param",
    "ChatCompletionSystemMessageParam": "aigpt.openai.types.chat.chat_completion_system_message_param",
    "ChatCompletionTokenLogprob": "aigpt.openai.types.chat.chat_completion_token_logprob",
    "ChatCompletionToolChoiceOptionParam": "aigpt.openai.types.chat.chat_completion_tool_choice_option_param",
    "ChatCompletionToolMessageParam": "aigpt.openai.types.chat.chat_completion_tool_message_param",
    "ChatCompletionToolParam": "aigpt.openai.types.chat.chat_completion_tool_param",
    "ChatCompletionToolUnionParam": "aigpt.openai.types.chat.chat_completion_tool_union_param",
    "ChatCompletionUserMessageParam": "aigpt.openai.types.chat.chat_completion_user_message_param",
    "CompletionCreateParams": "aigpt.openai.types.chat.completion_create_params",
    "CompletionListParams": "aigpt.openai.types.chat.completion_list_params",
    "CompletionUpdateParams": "aigpt.openai.types.chat.completion_update_params",
    "CreateChatCompletionRequestMessageParam": "aigpt.openai.types.chat.create_chat_completion_request_message_param",
    "ParsedChatCompletion": "aigpt.openai.types.chat.parsed_chat_completion",
    "ParsedChatCompletionMessage": "aigpt.openai.types.chat.parsed_chat_completion",
    "ParsedChoice": "aigpt.openai.types.chat.parsed_chat_completion",
    "ParsedFunction": "aigpt.openai.types.chat.parsed_function_tool_call",
    "ParsedFunctionToolCall": "aigpt.openai.types.chat.parsed_function_tool_call",
}
_SUBMODULES: tuple[str, ...] = (
    "chat_completion",
    "chat_completion_allowed_tool_choice_param",
    "chat_completion_allowed_tools_param",
    "chat_completion_assistant_message_param",
    "chat_completion_audio",
    "chat_completion_audio_param",
    "chat_completion_chunk",
    "chat_completion_content_part_image",
    "chat_completion_content_part_image_param",
    "chat_completion_content_part_input_audio_param",
    "chat_completion_content_part_param",
    "chat_completion_content_part_refusal_param",
    "chat_completion_content_part_text",
    "chat_completion_content_part_text_param",
    "chat_completion_custom_tool_param",
    "chat_completion_deleted",
    "chat_completion_developer_message_param",
    "chat_completion_function_call_option_param",
    "chat_completion_function_message_param",
    "chat_completion_function_tool",
    "chat_completion_function_tool_param",
    "chat_completion_message",
    "chat_completion_message_custom_tool_call",
    "chat_completion_message_custom_tool_call_param",
    "chat_completion_message_function_tool_call",
    "chat_completion_message_function_tool_call_param",
    "chat_completion_message_param",
    "chat_completion_message_tool_call",
    "chat_completion_message_tool_call_param",
    "chat_completion_message_tool_call_union_param",
    "chat_completion_modality",
    "chat_completion_named_tool_choice_custom_param",
    "chat_completion_named_tool_choice_param",
    "chat_completion_prediction_content_param",
    "chat_completion_reasoning_effort",
    "chat_completion_role",
    "chat_completion_store_message",
    "chat_completion_stream_options_param",
    "chat_completion_system_message_param",
    "chat_completion_token_logprob",
    "chat_completion_tool_choice_option_param",
    "chat_completion_tool_message_param",
    "chat_completion_tool_param",
    "chat_completion_tool_union_param",
    "chat_completion_user_message_param",
    "completion_create_params",
    "completion_list_params",
    "completion_update_params",
    "completions",
    "create_chat_completion_request_message_param",
    "parsed_chat_completion",
    "parsed_function_tool_call",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
