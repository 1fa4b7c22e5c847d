# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Iterable, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone
from aigpt.openai._types import SequenceNotStr

if TYPE_CHECKING:
    from aigpt.openai.types.responses.container_reference_param import ContainerReferenceParam
    from aigpt.openai.types.responses.easy_input_message_param import EasyInputMessageParam
    from aigpt.openai.types.responses.local_environment_param import LocalEnvironmentParam
    from aigpt.openai.types.responses.mcp_tool_call_error_param import McpToolCallErrorParam
    from aigpt.openai.types.responses.response_code_interpreter_tool_call_param import (
        ResponseCodeInterpreterToolCallParam,
    )
    from aigpt.openai.types.responses.response_compaction_item_param_param import ResponseCompactionItemParamParam
    from aigpt.openai.types.responses.response_computer_tool_call_output_screenshot_param import (
        ResponseComputerToolCallOutputScreenshotParam,
    )
    from aigpt.openai.types.responses.response_computer_tool_call_param import ResponseComputerToolCallParam
    from aigpt.openai.types.responses.response_configuration_update_item_param_param import (
        ResponseConfigurationUpdateItemParamParam,
    )
    from aigpt.openai.types.responses.response_custom_tool_call_output_param import ResponseCustomToolCallOutputParam
    from aigpt.openai.types.responses.response_custom_tool_call_param import ResponseCustomToolCallParam
    from aigpt.openai.types.responses.response_file_search_tool_call_param import ResponseFileSearchToolCallParam
    from aigpt.openai.types.responses.response_function_call_output_item_list_param import (
        ResponseFunctionCallOutputItemListParam,
    )
    from aigpt.openai.types.responses.response_function_shell_call_output_content_param import (
        ResponseFunctionShellCallOutputContentParam,
    )
    from aigpt.openai.types.responses.response_function_tool_call_param import ResponseFunctionToolCallParam
    from aigpt.openai.types.responses.response_function_web_search_param import ResponseFunctionWebSearchParam
    from aigpt.openai.types.responses.response_input_message_content_list_param import (
        ResponseInputMessageContentListParam,
    )
    from aigpt.openai.types.responses.response_output_message_param import ResponseOutputMessageParam
    from aigpt.openai.types.responses.response_reasoning_item_param import ResponseReasoningItemParam
    from aigpt.openai.types.responses.response_tool_search_output_item_param_param import (
        ResponseToolSearchOutputItemParamParam,
    )
    from aigpt.openai.types.responses.tool_param import ToolParam

__all__ = [
    "ResponseInputItemParam",
    "Message",
    "ComputerCallOutput",
    "ComputerCallOutputAcknowledgedSafetyCheck",
    "FunctionCallOutput",
    "FunctionCallOutputCaller",
    "FunctionCallOutputCallerDirect",
    "FunctionCallOutputCallerProgram",
    "ToolSearchCall",
    "AdditionalTools",
    "ImageGenerationCall",
    "ImageGenerationCallError",
    "ImageGenerationCallErrorModerationDetails",
    "ImageGenerationCallSvgUsage",
    "LocalShellCall",
    "LocalShellCallAction",
    "LocalShellCallOutput",
    "ShellCall",
    "ShellCallAction",
    "ShellCallCaller",
    "ShellCallCallerDirect",
    "ShellCallCallerProgram",
    "ShellCallEnvironment",
    "ShellCallOutput",
    "ShellCallOutputCaller",
    "ShellCallOutputCallerDirect",
    "ShellCallOutputCallerProgram",
    "ApplyPatchCall",
    "ApplyPatchCallOperation",
    "ApplyPatchCallOperationCreateFile",
    "ApplyPatchCallOperationDeleteFile",
    "ApplyPatchCallOperationUpdateFile",
    "ApplyPatchCallCaller",
    "ApplyPatchCallCallerDirect",
    "ApplyPatchCallCallerProgram",
    "ApplyPatchCallOutput",
    "ApplyPatchCallOutputCaller",
    "ApplyPatchCallOutputCallerDirect",
    "ApplyPatchCallOutputCallerProgram",
    "McpListTools",
    "McpListToolsTool",
    "McpApprovalRequest",
    "McpApprovalResponse",
    "McpCall",
    "CompactionTrigger",
    "ItemReference",
    "Program",
    "ProgramOutput",
]


class Message(TypedDict, total=False):
    content: Required[ResponseInputMessageContentListParam]
    role: Required[Literal["user", "system", "developer"]]
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["message"]


class ComputerCallOutputAcknowledgedSafetyCheck(TypedDict, total=False):
    id: Required[str]
    code: Optional[str]
    message: Optional[str]


class ComputerCallOutput(TypedDict, total=False):
    call_id: Required[str]
    output: Required[ResponseComputerToolCallOutputScreenshotParam]
    type: Required[Literal["computer_call_output"]]
    id: Optional[str]
    acknowledged_safety_checks: Optional[Iterable[ComputerCallOutputAcknowledgedSafetyCheck]]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]


class FunctionCallOutputCallerDirect(TypedDict, total=False):
    type: Required[Literal["direct"]]


class FunctionCallOutputCallerProgram(TypedDict, total=False):
    caller_id: Required[str]
    type: Required[Literal["program"]]


FunctionCallOutputCaller: TypeAlias = "Union[FunctionCallOutputCallerDirect, FunctionCallOutputCallerProgram]"


class FunctionCallOutput(TypedDict, total=False):
    output: Required[Union[str, ResponseFunctionCallOutputItemListParam]]
    type: Required[Literal["function_call_output"]]
    id: Optional[str]
    call_id: Optional[str]
    caller: Optional[FunctionCallOutputCaller]
    name: Optional[str]
    namespace: Optional[str]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]


class ToolSearchCall(TypedDict, total=False):
    arguments: Required[object]
    type: Required[Literal["tool_search_call"]]
    id: Optional[str]
    call_id: Optional[str]
    execution: Literal["server", "client"]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]


class AdditionalTools(TypedDict, total=False):
    role: Required[Literal["developer"]]
    tools: Required[Iterable[ToolParam]]
    type: Required[Literal["additional_tools"]]
    id: Optional[str]


class ImageGenerationCallErrorModerationDetails(TypedDict, total=False):
    categories: Required[SequenceNotStr[str]]
    moderation_stage: Required[Literal["input", "output", "unknown"]]


class ImageGenerationCallError(TypedDict, total=False):
    code: Required[Optional[str]]
    message: Required[str]
    param: Required[Optional[str]]
    type: Required[str]
    moderation_details: ImageGenerationCallErrorModerationDetails


class ImageGenerationCallSvgUsage(TypedDict, total=False):
    input_tokens: Required[int]
    model: Required[str]
    output_tokens: Required[int]
    reasoning_tokens: Required[int]
    total_tokens: Required[int]


class ImageGenerationCall(TypedDict, total=False):
    id: Required[str]
    result: Required[Optional[str]]
    status: Required[Literal["in_progress", "completed", "generating", "failed"]]
    type: Required[Literal["image_generation_call"]]
    action: Optional[Literal["generate", "edit", "auto"]]
    background: Optional[Literal["transparent", "opaque", "auto"]]
    error: ImageGenerationCallError
    output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]]
    quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto"]]
    revised_prompt: Optional[str]
    size: Union[str, Literal["1024x1024", "1024x1536", "1536x1024"], None]
    svg_usage: ImageGenerationCallSvgUsage


class LocalShellCallAction(TypedDict, total=False):
    command: Required[SequenceNotStr[str]]
    env: Required[Dict[str, str]]
    type: Required[Literal["exec"]]
    timeout_ms: Optional[int]
    user: Optional[str]
    working_directory: Optional[str]


class LocalShellCall(TypedDict, total=False):
    id: Required[str]
    action: Required[LocalShellCallAction]
    call_id: Required[str]
    status: Required[Literal["in_progress", "completed", "incomplete"]]
    type: Required[Literal["local_shell_call"]]


class LocalShellCallOutput(TypedDict, total=False):
    id: Required[str]
    output: Required[str]
    type: Required[Literal["local_shell_call_output"]]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]


class ShellCallAction(TypedDict, total=False):
    commands: Required[SequenceNotStr[str]]
    max_output_length: Optional[int]
    timeout_ms: Optional[int]


class ShellCallCallerDirect(TypedDict, total=False):
    type: Required[Literal["direct"]]


class ShellCallCallerProgram(TypedDict, total=False):
    caller_id: Required[str]
    type: Required[Literal["program"]]


ShellCallCaller: TypeAlias = "Union[ShellCallCallerDirect, ShellCallCallerProgram]"
ShellCallEnvironment: TypeAlias = "Union[LocalEnvironmentParam, ContainerReferenceParam]"


class ShellCall(TypedDict, total=False):
    action: Required[ShellCallAction]
    call_id: Required[str]
    type: Required[Literal["shell_call"]]
    id: Optional[str]
    caller: Optional[ShellCallCaller]
    environment: Optional[ShellCallEnvironment]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]


class ShellCallOutputCallerDirect(TypedDict, total=False):
    type: Required[Literal["direct"]]


class ShellCallOutputCallerProgram(TypedDict, total=False):
    caller_id: Required[str]
    type: Required[Literal["program"]]


ShellCallOutputCaller: TypeAlias = "Union[ShellCallOutputCallerDirect, ShellCallOutputCallerProgram]"


class ShellCallOutput(TypedDict, total=False):
    call_id: Required[str]
    output: Required[Iterable[ResponseFunctionShellCallOutputContentParam]]
    type: Required[Literal["shell_call_output"]]
    id: Optional[str]
    caller: Optional[ShellCallOutputCaller]
    max_output_length: Optional[int]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]


class ApplyPatchCallOperationCreateFile(TypedDict, total=False):
    diff: Required[str]
    path: Required[str]
    type: Required[Literal["create_file"]]


class ApplyPatchCallOperationDeleteFile(TypedDict, total=False):
    path: Required[str]
    type: Required[Literal["delete_file"]]


class ApplyPatchCallOperationUpdateFile(TypedDict, total=False):
    diff: Required[str]
    path: Required[str]
    type: Required[Literal["update_file"]]


ApplyPatchCallOperation: TypeAlias = """
Union[ApplyPatchCallOperationCreateFile, ApplyPatchCallOperationDeleteFile,
ApplyPatchCallOperationUpdateFile]
"""


class ApplyPatchCallCallerDirect(TypedDict, total=False):
    type: Required[Literal["direct"]]


class ApplyPatchCallCallerProgram(TypedDict, total=False):
    caller_id: Required[str]
    type: Required[Literal["program"]]


ApplyPatchCallCaller: TypeAlias = "Union[ApplyPatchCallCallerDirect, ApplyPatchCallCallerProgram]"


class ApplyPatchCall(TypedDict, total=False):
    call_id: Required[str]
    operation: Required[ApplyPatchCallOperation]
    status: Required[Literal["in_progress", "completed"]]
    type: Required[Literal["apply_patch_call"]]
    id: Optional[str]
    caller: Optional[ApplyPatchCallCaller]


class ApplyPatchCallOutputCallerDirect(TypedDict, total=False):
    type: Required[Literal["direct"]]


class ApplyPatchCallOutputCallerProgram(TypedDict, total=False):
    caller_id: Required[str]
    type: Required[Literal["program"]]


ApplyPatchCallOutputCaller: TypeAlias = "Union[ApplyPatchCallOutputCallerDirect, ApplyPatchCallOutputCallerProgram]"


class ApplyPatchCallOutput(TypedDict, total=False):
    call_id: Required[str]
    status: Required[Literal["completed", "failed"]]
    type: Required[Literal["apply_patch_call_output"]]
    id: Optional[str]
    caller: Optional[ApplyPatchCallOutputCaller]
    output: Optional[str]


class McpListToolsTool(TypedDict, total=False):
    input_schema: Required[object]
    name: Required[str]
    annotations: Optional[object]
    description: Optional[str]


class McpListTools(TypedDict, total=False):
    id: Required[str]
    server_label: Required[str]
    tools: Required[Iterable[McpListToolsTool]]
    type: Required[Literal["mcp_list_tools"]]
    error: Optional[str]


class McpApprovalRequest(TypedDict, total=False):
    id: Required[str]
    arguments: Required[str]
    name: Required[str]
    server_label: Required[str]
    type: Required[Literal["mcp_approval_request"]]


class McpApprovalResponse(TypedDict, total=False):
    approval_request_id: Required[str]
    approve: Required[bool]
    type: Required[Literal["mcp_approval_response"]]
    id: Optional[str]
    reason: Optional[str]


class McpCall(TypedDict, total=False):
    id: Required[str]
    arguments: Required[str]
    name: Required[str]
    server_label: Required[str]
    type: Required[Literal["mcp_call"]]
    approval_request_id: Optional[str]
    error: Optional[McpToolCallErrorParam]
    output: Optional[str]
    status: Literal["in_progress", "completed", "incomplete", "calling", "failed"]


class CompactionTrigger(TypedDict, total=False):
    type: Required[Literal["compaction_trigger"]]
    id: Optional[str]


class ItemReference(TypedDict, total=False):
    id: Required[str]
    type: Optional[Literal["item_reference"]]


class Program(TypedDict, total=False):
    id: Required[str]
    call_id: Required[str]
    code: Required[str]
    fingerprint: Required[str]
    type: Required[Literal["program"]]


class ProgramOutput(TypedDict, total=False):
    id: Required[str]
    call_id: Required[str]
    result: Required[str]
    status: Required[Literal["completed", "incomplete"]]
    type: Required[Literal["program_output"]]


ResponseInputItemParam: TypeAlias = """
Union[EasyInputMessageParam, Message, ResponseOutputMessageParam, ResponseFileSearchToolCallParam,
ResponseComputerToolCallParam, ComputerCallOutput, ResponseFunctionWebSearchParam,
ResponseFunctionToolCallParam, FunctionCallOutput, ToolSearchCall,
ResponseToolSearchOutputItemParamParam, AdditionalTools, ResponseConfigurationUpdateItemParamParam,
ResponseReasoningItemParam, ResponseCompactionItemParamParam, ImageGenerationCall,
ResponseCodeInterpreterToolCallParam, LocalShellCall, LocalShellCallOutput, ShellCall,
ShellCallOutput, ApplyPatchCall, ApplyPatchCallOutput, McpListTools, McpApprovalRequest,
McpApprovalResponse, McpCall, ResponseCustomToolCallOutputParam, ResponseCustomToolCallParam,
CompactionTrigger, ItemReference, Program, ProgramOutput]
"""
postpone(
    __name__,
    homes={
        "ContainerReferenceParam": "responses.container_reference_param",
        "EasyInputMessageParam": "responses.easy_input_message_param",
        "LocalEnvironmentParam": "responses.local_environment_param",
        "McpToolCallErrorParam": "responses.mcp_tool_call_error_param",
        "ResponseCodeInterpreterToolCallParam": "responses.response_code_interpreter_tool_call_param",
        "ResponseCompactionItemParamParam": "responses.response_compaction_item_param_param",
        "ResponseComputerToolCallOutputScreenshotParam": "responses.response_computer_tool_call_output_screenshot_param",
        "ResponseComputerToolCallParam": "responses.response_computer_tool_call_param",
        "ResponseConfigurationUpdateItemParamParam": "responses.response_configuration_update_item_param_param",
        "ResponseCustomToolCallOutputParam": "responses.response_custom_tool_call_output_param",
        "ResponseCustomToolCallParam": "responses.response_custom_tool_call_param",
        "ResponseFileSearchToolCallParam": "responses.response_file_search_tool_call_param",
        "ResponseFunctionCallOutputItemListParam": "responses.response_function_call_output_item_list_param",
        "ResponseFunctionShellCallOutputContentParam": "responses.response_function_shell_call_output_content_param",
        "ResponseFunctionToolCallParam": "responses.response_function_tool_call_param",
        "ResponseFunctionWebSearchParam": "responses.response_function_web_search_param",
        "ResponseInputMessageContentListParam": "responses.response_input_message_content_list_param",
        "ResponseOutputMessageParam": "responses.response_output_message_param",
        "ResponseReasoningItemParam": "responses.response_reasoning_item_param",
        "ResponseToolSearchOutputItemParamParam": "responses.response_tool_search_output_item_param_param",
        "ToolParam": "responses.tool_param",
    },
    aliases={
        "FunctionCallOutputCaller": {},
        "ShellCallCaller": {},
        "ShellCallEnvironment": {},
        "ShellCallOutputCaller": {},
        "ApplyPatchCallOperation": {},
        "ApplyPatchCallCaller": {},
        "ApplyPatchCallOutputCaller": {},
        "ResponseInputItemParam": {},
    },
)
