# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.beta.assistant import Assistant
    from aigpt.openai.types.beta.assistant_create_params import AssistantCreateParams
    from aigpt.openai.types.beta.assistant_deleted import AssistantDeleted
    from aigpt.openai.types.beta.assistant_list_params import AssistantListParams
    from aigpt.openai.types.beta.assistant_response_format_option import AssistantResponseFormatOption
    from aigpt.openai.types.beta.assistant_response_format_option_param import AssistantResponseFormatOptionParam
    from aigpt.openai.types.beta.assistant_stream_event import AssistantStreamEvent
    from aigpt.openai.types.beta.assistant_tool import AssistantTool
    from aigpt.openai.types.beta.assistant_tool_choice import AssistantToolChoice
    from aigpt.openai.types.beta.assistant_tool_choice_function import AssistantToolChoiceFunction
    from aigpt.openai.types.beta.assistant_tool_choice_function_param import AssistantToolChoiceFunctionParam
    from aigpt.openai.types.beta.assistant_tool_choice_option import AssistantToolChoiceOption
    from aigpt.openai.types.beta.assistant_tool_choice_option_param import AssistantToolChoiceOptionParam
    from aigpt.openai.types.beta.assistant_tool_choice_param import AssistantToolChoiceParam
    from aigpt.openai.types.beta.assistant_tool_param import AssistantToolParam
    from aigpt.openai.types.beta.assistant_update_params import AssistantUpdateParams
    from aigpt.openai.types.beta.chatkit_workflow import ChatKitWorkflow
    from aigpt.openai.types.beta.code_interpreter_tool import CodeInterpreterTool
    from aigpt.openai.types.beta.code_interpreter_tool_param import CodeInterpreterToolParam
    from aigpt.openai.types.beta.file_search_tool import FileSearchTool
    from aigpt.openai.types.beta.file_search_tool_param import FileSearchToolParam
    from aigpt.openai.types.beta.function_tool import FunctionTool
    from aigpt.openai.types.beta.function_tool_param import FunctionToolParam
    from aigpt.openai.types.beta.thread import Thread
    from aigpt.openai.types.beta.thread_create_and_run_params import ThreadCreateAndRunParams
    from aigpt.openai.types.beta.thread_create_params import ThreadCreateParams
    from aigpt.openai.types.beta.thread_deleted import ThreadDeleted
    from aigpt.openai.types.beta.thread_update_params import ThreadUpdateParams

__all__ = [
    "Assistant",
    "AssistantCreateParams",
    "AssistantDeleted",
    "AssistantListParams",
    "AssistantResponseFormatOption",
    "AssistantResponseFormatOptionParam",
    "AssistantStreamEvent",
    "AssistantTool",
    "AssistantToolChoice",
    "AssistantToolChoiceFunction",
    "AssistantToolChoiceFunctionParam",
    "AssistantToolChoiceOption",
    "AssistantToolChoiceOptionParam",
    "AssistantToolChoiceParam",
    "AssistantToolParam",
    "AssistantUpdateParams",
    "ChatKitWorkflow",
    "CodeInterpreterTool",
    "CodeInterpreterToolParam",
    "FileSearchTool",
    "FileSearchToolParam",
    "FunctionTool",
    "FunctionToolParam",
    "Thread",
    "ThreadCreateAndRunParams",
    "ThreadCreateParams",
    "ThreadDeleted",
    "ThreadUpdateParams",
]

_HOMES = {
    "Assistant": "aigpt.openai.types.beta.assistant",
    "AssistantCreateParams": "aigpt.openai.types.beta.assistant_create_params",
    "AssistantDeleted": "aigpt.openai.types.beta.assistant_deleted",
    "AssistantListParams": "aigpt.openai.types.beta.assistant_list_params",
    "AssistantResponseFormatOption": "aigpt.openai.types.beta.assistant_response_format_option",
    "AssistantResponseFormatOptionParam": "aigpt.openai.types.beta.assistant_response_format_option_param",
    "AssistantStreamEvent": "aigpt.openai.types.beta.assistant_stream_event",
    "AssistantTool": "aigpt.openai.types.beta.assistant_tool",
    "AssistantToolChoice": "aigpt.openai.types.beta.assistant_tool_choice",
    "AssistantToolChoiceFunction": "aigpt.openai.types.beta.assistant_tool_choice_function",
    "AssistantToolChoiceFunctionParam": "aigpt.openai.types.beta.assistant_tool_choice_function_param",
    "AssistantToolChoiceOption": "aigpt.openai.types.beta.assistant_tool_choice_option",
    "AssistantToolChoiceOptionParam": "aigpt.openai.types.beta.assistant_tool_choice_option_param",
    "AssistantToolChoiceParam": "aigpt.openai.types.beta.assistant_tool_choice_param",
    "AssistantToolParam": "aigpt.openai.types.beta.assistant_tool_param",
    "AssistantUpdateParams": "aigpt.openai.types.beta.assistant_update_params",
    "ChatKitWorkflow": "aigpt.openai.types.beta.chatkit_workflow",
    "CodeInterpreterTool": "aigpt.openai.types.beta.code_interpreter_tool",
    "CodeInterpreterToolParam": "aigpt.openai.types.beta.code_interpreter_tool_param",
    "FileSearchTool": "aigpt.openai.types.beta.file_search_tool",
    "FileSearchToolParam": "aigpt.openai.types.beta.file_search_tool_param",
    "FunctionTool": "aigpt.openai.types.beta.function_tool",
    "FunctionToolParam": "aigpt.openai.types.beta.function_tool_param",
    "Thread": "aigpt.openai.types.beta.thread",
    "ThreadCreateAndRunParams": "aigpt.openai.types.beta.thread_create_and_run_params",
    "ThreadCreateParams": "aigpt.openai.types.beta.thread_create_params",
    "ThreadDeleted": "aigpt.openai.types.beta.thread_deleted",
    "ThreadUpdateParams": "aigpt.openai.types.beta.thread_update_params",
}
_SUBMODULES = (
    "assistant",
    "assistant_create_params",
    "assistant_deleted",
    "assistant_list_params",
    "assistant_response_format_option",
    "assistant_response_format_option_param",
    "assistant_stream_event",
    "assistant_tool",
    "assistant_tool_choice",
    "assistant_tool_choice_function",
    "assistant_tool_choice_function_param",
    "assistant_tool_choice_option",
    "assistant_tool_choice_option_param",
    "assistant_tool_choice_param",
    "assistant_tool_param",
    "assistant_update_params",
    "chat",
    "chatkit",
    "chatkit_workflow",
    "code_interpreter_tool",
    "code_interpreter_tool_param",
    "file_search_tool",
    "file_search_tool_param",
    "function_tool",
    "function_tool_param",
    "thread",
    "thread_create_and_run_params",
    "thread_create_params",
    "thread_deleted",
    "thread_update_params",
    "threads",
)

__getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
