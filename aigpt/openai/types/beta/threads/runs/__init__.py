# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.beta.threads.runs import code_interpreter_logs as code_interpreter_logs
    from aigpt.openai.types.beta.threads.runs import code_interpreter_output_image as code_interpreter_output_image
    from aigpt.openai.types.beta.threads.runs import code_interpreter_tool_call as code_interpreter_tool_call
    from aigpt.openai.types.beta.threads.runs import (
        code_interpreter_tool_call_delta as code_interpreter_tool_call_delta,
    )
    from aigpt.openai.types.beta.threads.runs import file_search_tool_call as file_search_tool_call
    from aigpt.openai.types.beta.threads.runs import file_search_tool_call_delta as file_search_tool_call_delta
    from aigpt.openai.types.beta.threads.runs import function_tool_call as function_tool_call
    from aigpt.openai.types.beta.threads.runs import function_tool_call_delta as function_tool_call_delta
    from aigpt.openai.types.beta.threads.runs import message_creation_step_details as message_creation_step_details
    from aigpt.openai.types.beta.threads.runs import run_step as run_step
    from aigpt.openai.types.beta.threads.runs import run_step_delta as run_step_delta
    from aigpt.openai.types.beta.threads.runs import run_step_delta_event as run_step_delta_event
    from aigpt.openai.types.beta.threads.runs import run_step_delta_message_delta as run_step_delta_message_delta
    from aigpt.openai.types.beta.threads.runs import run_step_include as run_step_include
    from aigpt.openai.types.beta.threads.runs import step_list_params as step_list_params
    from aigpt.openai.types.beta.threads.runs import step_retrieve_params as step_retrieve_params
    from aigpt.openai.types.beta.threads.runs import tool_call as tool_call
    from aigpt.openai.types.beta.threads.runs import tool_call_delta as tool_call_delta
    from aigpt.openai.types.beta.threads.runs import tool_call_delta_object as tool_call_delta_object
    from aigpt.openai.types.beta.threads.runs import tool_calls_step_details as tool_calls_step_details
    from aigpt.openai.types.beta.threads.runs.code_interpreter_logs import CodeInterpreterLogs
    from aigpt.openai.types.beta.threads.runs.code_interpreter_output_image import CodeInterpreterOutputImage
    from aigpt.openai.types.beta.threads.runs.code_interpreter_tool_call import CodeInterpreterToolCall
    from aigpt.openai.types.beta.threads.runs.code_interpreter_tool_call_delta import CodeInterpreterToolCallDelta
    from aigpt.openai.types.beta.threads.runs.file_search_tool_call import FileSearchToolCall
    from aigpt.openai.types.beta.threads.runs.file_search_tool_call_delta import FileSearchToolCallDelta
    from aigpt.openai.types.beta.threads.runs.function_tool_call import FunctionToolCall
    from aigpt.openai.types.beta.threads.runs.function_tool_call_delta import FunctionToolCallDelta
    from aigpt.openai.types.beta.threads.runs.message_creation_step_details import MessageCreationStepDetails
    from aigpt.openai.types.beta.threads.runs.run_step import RunStep
    from aigpt.openai.types.beta.threads.runs.run_step_delta import RunStepDelta
    from aigpt.openai.types.beta.threads.runs.run_step_delta_event import RunStepDeltaEvent
    from aigpt.openai.types.beta.threads.runs.run_step_delta_message_delta import RunStepDeltaMessageDelta
    from aigpt.openai.types.beta.threads.runs.run_step_include import RunStepInclude
    from aigpt.openai.types.beta.threads.runs.step_list_params import StepListParams
    from aigpt.openai.types.beta.threads.runs.step_retrieve_params import StepRetrieveParams
    from aigpt.openai.types.beta.threads.runs.tool_call import ToolCall
    from aigpt.openai.types.beta.threads.runs.tool_call_delta import ToolCallDelta
    from aigpt.openai.types.beta.threads.runs.tool_call_delta_object import ToolCallDeltaObject
    from aigpt.openai.types.beta.threads.runs.tool_calls_step_details import ToolCallsStepDetails

__all__ = [
    "CodeInterpreterLogs",
    "CodeInterpreterOutputImage",
    "CodeInterpreterToolCall",
    "CodeInterpreterToolCallDelta",
    "FileSearchToolCall",
    "FileSearchToolCallDelta",
    "FunctionToolCall",
    "FunctionToolCallDelta",
    "MessageCreationStepDetails",
    "RunStep",
    "RunStepDelta",
    "RunStepDeltaEvent",
    "RunStepDeltaMessageDelta",
    "RunStepInclude",
    "StepListParams",
    "StepRetrieveParams",
    "ToolCall",
    "ToolCallDelta",
    "ToolCallDeltaObject",
    "ToolCallsStepDetails",
]

_HOMES = {
    "CodeInterpreterLogs": "aigpt.openai.types.beta.threads.runs.code_interpreter_logs",
    "CodeInterpreterOutputImage": "aigpt.openai.types.beta.threads.runs.code_interpreter_output_image",
    "CodeInterpreterToolCall": "aigpt.openai.types.beta.threads.runs.code_interpreter_tool_call",
    "CodeInterpreterToolCallDelta": "aigpt.openai.types.beta.threads.runs.code_interpreter_tool_call_delta",
    "FileSearchToolCall": "aigpt.openai.types.beta.threads.runs.file_search_tool_call",
    "FileSearchToolCallDelta": "aigpt.openai.types.beta.threads.runs.file_search_tool_call_delta",
    "FunctionToolCall": "aigpt.openai.types.beta.threads.runs.function_tool_call",
    "FunctionToolCallDelta": "aigpt.openai.types.beta.threads.runs.function_tool_call_delta",
    "MessageCreationStepDetails": "aigpt.openai.types.beta.threads.runs.message_creation_step_details",
    "RunStep": "aigpt.openai.types.beta.threads.runs.run_step",
    "RunStepDelta": "aigpt.openai.types.beta.threads.runs.run_step_delta",
    "RunStepDeltaEvent": "aigpt.openai.types.beta.threads.runs.run_step_delta_event",
    "RunStepDeltaMessageDelta": "aigpt.openai.types.beta.threads.runs.run_step_delta_message_delta",
    "RunStepInclude": "aigpt.openai.types.beta.threads.runs.run_step_include",
    "StepListParams": "aigpt.openai.types.beta.threads.runs.step_list_params",
    "StepRetrieveParams": "aigpt.openai.types.beta.threads.runs.step_retrieve_params",
    "ToolCall": "aigpt.openai.types.beta.threads.runs.tool_call",
    "ToolCallDelta": "aigpt.openai.types.beta.threads.runs.tool_call_delta",
    "ToolCallDeltaObject": "aigpt.openai.types.beta.threads.runs.tool_call_delta_object",
    "ToolCallsStepDetails": "aigpt.openai.types.beta.threads.runs.tool_calls_step_details",
}
_SUBMODULES: tuple[str, ...] = (
    "code_interpreter_logs",
    "code_interpreter_output_image",
    "code_interpreter_tool_call",
    "code_interpreter_tool_call_delta",
    "file_search_tool_call",
    "file_search_tool_call_delta",
    "function_tool_call",
    "function_tool_call_delta",
    "message_creation_step_details",
    "run_step",
    "run_step_delta",
    "run_step_delta_event",
    "run_step_delta_message_delta",
    "run_step_include",
    "step_list_params",
    "step_retrieve_params",
    "tool_call",
    "tool_call_delta",
    "tool_call_delta_object",
    "tool_calls_step_details",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
