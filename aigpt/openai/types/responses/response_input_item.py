# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Dict, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.container_reference import ContainerReference
    from aigpt.openai.types.responses.easy_input_message import EasyInputMessage
    from aigpt.openai.types.responses.local_environment import LocalEnvironment
    from aigpt.openai.types.responses.mcp_tool_call_error import McpToolCallError
    from aigpt.openai.types.responses.response_code_interpreter_tool_call import ResponseCodeInterpreterToolCall
    from aigpt.openai.types.responses.response_compaction_item_param import ResponseCompactionItemParam
    from aigpt.openai.types.responses.response_computer_tool_call import ResponseComputerToolCall
    from aigpt.openai.types.responses.response_computer_tool_call_output_screenshot import (
        ResponseComputerToolCallOutputScreenshot,
    )
    from aigpt.openai.types.responses.response_configuration_update_item_param import (
        ResponseConfigurationUpdateItemParam,
    )
    from aigpt.openai.types.responses.response_custom_tool_call import ResponseCustomToolCall
    from aigpt.openai.types.responses.response_custom_tool_call_output import ResponseCustomToolCallOutput
    from aigpt.openai.types.responses.response_file_search_tool_call import ResponseFileSearchToolCall
    from aigpt.openai.types.responses.response_function_call_output_item_list import ResponseFunctionCallOutputItemList
    from aigpt.openai.types.responses.response_function_shell_call_output_content import (
        ResponseFunctionShellCallOutputContent,
    )
    from aigpt.openai.types.responses.response_function_tool_call import ResponseFunctionToolCall
    from aigpt.openai.types.responses.response_function_web_search import ResponseFunctionWebSearch
    from aigpt.openai.types.responses.response_input_message_content_list import ResponseInputMessageContentList
    from aigpt.openai.types.responses.response_output_message import ResponseOutputMessage
    from aigpt.openai.types.responses.response_reasoning_item import ResponseReasoningItem
    from aigpt.openai.types.responses.response_tool_search_output_item_param import ResponseToolSearchOutputItemParam
    from aigpt.openai.types.responses.tool import Tool

__all__ = [
    "ResponseInputItem",
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


class Message(BaseModel):
    content: ResponseInputMessageContentList
    role: Literal["user", "system", "developer"]
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = None
    type: Optional[Literal["message"]] = None


class ComputerCallOutputAcknowledgedSafetyCheck(BaseModel):
    id: str
    code: Optional[str] = None
    message: Optional[str] = None


class ComputerCallOutput(BaseModel):
    call_id: str
    output: ResponseComputerToolCallOutputScreenshot
    type: Literal["computer_call_output"]
    id: Optional[str] = None
    acknowledged_safety_checks: Optional[List[ComputerCallOutputAcknowledgedSafetyCheck]] = None
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = None


class FunctionCallOutputCallerDirect(BaseModel):
    type: Literal["direct"]


class FunctionCallOutputCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


FunctionCallOutputCaller: TypeAlias = """
Annotated[Union[FunctionCallOutputCallerDirect, FunctionCallOutputCallerProgram, None],
PropertyInfo(discriminator='type')]
"""


class FunctionCallOutput(BaseModel):
    output: Union[str, ResponseFunctionCallOutputItemList]
    type: Literal["function_call_output"]
    id: Optional[str] = None
    call_id: Optional[str] = None
    caller: Optional[FunctionCallOutputCaller] = None
    name: Optional[str] = None
    namespace: Optional[str] = None
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = None


class ToolSearchCall(BaseModel):
    arguments: object
    type: Literal["tool_search_call"]
    id: Optional[str] = None
    call_id: Optional[str] = None
    execution: Optional[Literal["server", "client"]] = None
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = None


class AdditionalTools(BaseModel):
    role: Literal["developer"]
    tools: List[Tool]
    type: Literal["additional_tools"]
    id: Optional[str] = None


class ImageGenerationCallErrorModerationDetails(BaseModel):
    categories: List[str]
    moderation_stage: Literal["input", "output", "unknown"]


class ImageGenerationCallError(BaseModel):
    code: Optional[str] = None
    message: str
    param: Optional[str] = None
    type: str
    moderation_details: Optional[ImageGenerationCallErrorModerationDetails] = None


class ImageGenerationCallSvgUsage(BaseModel):
    input_tokens: int
    model: str
    output_tokens: int
    reasoning_tokens: int
    total_tokens: int


class ImageGenerationCall(BaseModel):
    id: str
    result: Optional[str] = None
    status: Literal["in_progress", "completed", "generating", "failed"]
    type: Literal["image_generation_call"]
    action: Optional[Literal["generate", "edit", "auto"]] = None
    background: Optional[Literal["transparent", "opaque", "auto"]] = None
    error: Optional[ImageGenerationCallError] = None
    output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]] = None
    quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto"]] = None
    revised_prompt: Optional[str] = None
    size: Union[str, Literal["1024x1024", "1024x1536", "1536x1024"], None] = None
    svg_usage: Optional[ImageGenerationCallSvgUsage] = None


class LocalShellCallAction(BaseModel):
    command: List[str]
    env: Dict[str, str]
    type: Literal["exec"]
    timeout_ms: Optional[int] = None
    user: Optional[str] = None
    working_directory: Optional[str] = None


class LocalShellCall(BaseModel):
    id: str
    action: LocalShellCallAction
    call_id: str
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["local_shell_call"]


class LocalShellCallOutput(BaseModel):
    id: str
    output: str
    type: Literal["local_shell_call_output"]
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = None


class ShellCallAction(BaseModel):
    commands: List[str]
    max_output_length: Optional[int] = None
    timeout_ms: Optional[int] = None


class ShellCallCallerDirect(BaseModel):
    type: Literal["direct"]


class ShellCallCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


ShellCallCaller: TypeAlias = """
Annotated[Union[ShellCallCallerDirect, ShellCallCallerProgram, None],
PropertyInfo(discriminator='type')]
"""
ShellCallEnvironment: TypeAlias = (
    "Annotated[Union[LocalEnvironment, ContainerReference, None], PropertyInfo(discriminator='type')]"
)


class ShellCall(BaseModel):
    action: ShellCallAction
    call_id: str
    type: Literal["shell_call"]
    id: Optional[str] = None
    caller: Optional[ShellCallCaller] = None
    environment: Optional[ShellCallEnvironment] = None
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = None


class ShellCallOutputCallerDirect(BaseModel):
    type: Literal["direct"]


class ShellCallOutputCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


ShellCallOutputCaller: TypeAlias = """
Annotated[Union[ShellCallOutputCallerDirect, ShellCallOutputCallerProgram, None],
PropertyInfo(discriminator='type')]
"""


class ShellCallOutput(BaseModel):
    call_id: str
    output: List[ResponseFunctionShellCallOutputContent]
    type: Literal["shell_call_output"]
    id: Optional[str] = None
    caller: Optional[ShellCallOutputCaller] = None
    max_output_length: Optional[int] = None
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = None


class ApplyPatchCallOperationCreateFile(BaseModel):
    diff: str
    path: str
    type: Literal["create_file"]


class ApplyPatchCallOperationDeleteFile(BaseModel):
    path: str
    type: Literal["delete_file"]


class ApplyPatchCallOperationUpdateFile(BaseModel):
    diff: str
    path: str
    type: Literal["update_file"]


ApplyPatchCallOperation: TypeAlias = """
Annotated[Union[ApplyPatchCallOperationCreateFile, ApplyPatchCallOperationDeleteFile,
ApplyPatchCallOperationUpdateFile], PropertyInfo(discriminator='type')]
"""


class ApplyPatchCallCallerDirect(BaseModel):
    type: Literal["direct"]


class ApplyPatchCallCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


ApplyPatchCallCaller: TypeAlias = """
Annotated[Union[ApplyPatchCallCallerDirect, ApplyPatchCallCallerProgram, None],
PropertyInfo(discriminator='type')]
"""


class ApplyPatchCall(BaseModel):
    call_id: str
    operation: ApplyPatchCallOperation
    status: Literal["in_progress", "completed"]
    type: Literal["apply_patch_call"]
    id: Optional[str] = None
    caller: Optional[ApplyPatchCallCaller] = None


class ApplyPatchCallOutputCallerDirect(BaseModel):
    type: Literal["direct"]


class ApplyPatchCallOutputCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


ApplyPatchCallOutputCaller: TypeAlias = """
Annotated[Union[ApplyPatchCallOutputCallerDirect, ApplyPatchCallOutputCallerProgram, None],
PropertyInfo(discriminator='type')]
"""


class ApplyPatchCallOutput(BaseModel):
    call_id: str
    status: Literal["completed", "failed"]
    type: Literal["apply_patch_call_output"]
    id: Optional[str] = None
    caller: Optional[ApplyPatchCallOutputCaller] = None
    output: Optional[str] = None


class McpListToolsTool(BaseModel):
    input_schema: object
    name: str
    annotations: Optional[object] = None
    description: Optional[str] = None


class McpListTools(BaseModel):
    id: str
    server_label: str
    tools: List[McpListToolsTool]
    type: Literal["mcp_list_tools"]
    error: Optional[str] = None


class McpApprovalRequest(BaseModel):
    id: str
    arguments: str
    name: str
    server_label: str
    type: Literal["mcp_approval_request"]


class McpApprovalResponse(BaseModel):
    approval_request_id: str
    approve: bool
    type: Literal["mcp_approval_response"]
    id: Optional[str] = None
    reason: Optional[str] = None


class McpCall(BaseModel):
    id: str
    arguments: str
    name: str
    server_label: str
    type: Literal["mcp_call"]
    approval_request_id: Optional[str] = None
    error: Optional[McpToolCallError] = None
    output: Optional[str] = None
    status: Optional[Literal["in_progress", "completed", "incomplete", "calling", "failed"]] = None


class CompactionTrigger(BaseModel):
    type: Literal["compaction_trigger"]
    id: Optional[str] = None


class ItemReference(BaseModel):
    id: str
    type: Optional[Literal["item_reference"]] = None


class Program(BaseModel):
    id: str
    call_id: str
    code: str
    fingerprint: str
    type: Literal["program"]


class ProgramOutput(BaseModel):
    id: str
    call_id: str
    result: str
    status: Literal["completed", "incomplete"]
    type: Literal["program_output"]


ResponseInputItem: TypeAlias = """
Annotated[Union[EasyInputMessage, Message, ResponseOutputMessage, ResponseFileSearchToolCall,
ResponseComputerToolCall, ComputerCallOutput, ResponseFunctionWebSearch, ResponseFunctionToolCall,
FunctionCallOutput, ToolSearchCall, ResponseToolSearchOutputItemParam, AdditionalTools,
ResponseConfigurationUpdateItemParam, ResponseReasoningItem, ResponseCompactionItemParam,
ImageGenerationCall, ResponseCodeInterpreterToolCall, LocalShellCall, LocalShellCallOutput,
ShellCall, ShellCallOutput, ApplyPatchCall, ApplyPatchCallOutput, McpListTools, McpApprovalRequest,
McpApprovalResponse, McpCall, ResponseCustomToolCallOutput, ResponseCustomToolCall,
CompactionTrigger, ItemReference, Program, ProgramOutput], PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "ContainerReference": "responses.container_reference",
        "EasyInputMessage": "responses.easy_input_message",
        "LocalEnvironment": "responses.local_environment",
        "McpToolCallError": "responses.mcp_tool_call_error",
        "ResponseCodeInterpreterToolCall": "responses.response_code_interpreter_tool_call",
        "ResponseCompactionItemParam": "responses.response_compaction_item_param",
        "ResponseComputerToolCall": "responses.response_computer_tool_call",
        "ResponseComputerToolCallOutputScreenshot": "responses.response_computer_tool_call_output_screenshot",
        "ResponseConfigurationUpdateItemParam": "responses.response_configuration_update_item_param",
        "ResponseCustomToolCall": "responses.response_custom_tool_call",
        "ResponseCustomToolCallOutput": "responses.response_custom_tool_call_output",
        "ResponseFileSearchToolCall": "responses.response_file_search_tool_call",
        "ResponseFunctionCallOutputItemList": "responses.response_function_call_output_item_list",
        "ResponseFunctionShellCallOutputContent": "responses.response_function_shell_call_output_content",
        "ResponseFunctionToolCall": "responses.response_function_tool_call",
        "ResponseFunctionWebSearch": "responses.response_function_web_search",
        "ResponseInputMessageContentList": "responses.response_input_message_content_list",
        "ResponseOutputMessage": "responses.response_output_message",
        "ResponseReasoningItem": "responses.response_reasoning_item",
        "ResponseToolSearchOutputItemParam": "responses.response_tool_search_output_item_param",
        "Tool": "responses.tool",
    },
    aliases={
        "FunctionCallOutputCaller": {},
        "ShellCallCaller": {},
        "ShellCallEnvironment": {},
        "ShellCallOutputCaller": {},
        "ApplyPatchCallOperation": {
            "create_file": "ApplyPatchCallOperationCreateFile",
            "delete_file": "ApplyPatchCallOperationDeleteFile",
            "update_file": "ApplyPatchCallOperationUpdateFile",
        },
        "ApplyPatchCallCaller": {},
        "ApplyPatchCallOutputCaller": {},
        "ResponseInputItem": {},
    },
)
