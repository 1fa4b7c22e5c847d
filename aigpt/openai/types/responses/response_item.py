# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Dict, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.mcp_tool_call_error import McpToolCallError
    from aigpt.openai.types.responses.response_apply_patch_tool_call import ResponseApplyPatchToolCall
    from aigpt.openai.types.responses.response_apply_patch_tool_call_output import ResponseApplyPatchToolCallOutput
    from aigpt.openai.types.responses.response_code_interpreter_tool_call import ResponseCodeInterpreterToolCall
    from aigpt.openai.types.responses.response_compaction_item import ResponseCompactionItem
    from aigpt.openai.types.responses.response_computer_tool_call import ResponseComputerToolCall
    from aigpt.openai.types.responses.response_computer_tool_call_output_item import ResponseComputerToolCallOutputItem
    from aigpt.openai.types.responses.response_configuration_update_item import ResponseConfigurationUpdateItem
    from aigpt.openai.types.responses.response_custom_tool_call_item import ResponseCustomToolCallItem
    from aigpt.openai.types.responses.response_custom_tool_call_output_item import ResponseCustomToolCallOutputItem
    from aigpt.openai.types.responses.response_file_search_tool_call import ResponseFileSearchToolCall
    from aigpt.openai.types.responses.response_function_shell_tool_call import ResponseFunctionShellToolCall
    from aigpt.openai.types.responses.response_function_shell_tool_call_output import (
        ResponseFunctionShellToolCallOutput,
    )
    from aigpt.openai.types.responses.response_function_tool_call_item import ResponseFunctionToolCallItem
    from aigpt.openai.types.responses.response_function_tool_call_output_item import ResponseFunctionToolCallOutputItem
    from aigpt.openai.types.responses.response_function_web_search import ResponseFunctionWebSearch
    from aigpt.openai.types.responses.response_input_message_item import ResponseInputMessageItem
    from aigpt.openai.types.responses.response_output_message import ResponseOutputMessage
    from aigpt.openai.types.responses.response_reasoning_item import ResponseReasoningItem
    from aigpt.openai.types.responses.response_tool_search_call import ResponseToolSearchCall
    from aigpt.openai.types.responses.response_tool_search_output_item import ResponseToolSearchOutputItem
    from aigpt.openai.types.responses.tool import Tool

__all__ = [
    "ResponseItem",
    "AdditionalTools",
    "Program",
    "ProgramOutput",
    "ImageGenerationCall",
    "ImageGenerationCallError",
    "ImageGenerationCallErrorModerationDetails",
    "ImageGenerationCallSvgUsage",
    "LocalShellCall",
    "LocalShellCallAction",
    "LocalShellCallOutput",
    "McpListTools",
    "McpListToolsTool",
    "McpApprovalRequest",
    "McpApprovalResponse",
    "McpCall",
]


class AdditionalTools(BaseModel):
    id: str
    role: Literal["unknown", "user", "assistant", "system", "critic", "discriminator", "developer", "tool"]
    tools: List[Tool]
    type: Literal["additional_tools"]


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
    id: str
    approval_request_id: str
    approve: bool
    type: Literal["mcp_approval_response"]
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


ResponseItem: TypeAlias = """
Annotated[Union[ResponseInputMessageItem, ResponseOutputMessage, ResponseFileSearchToolCall,
ResponseComputerToolCall, ResponseComputerToolCallOutputItem, ResponseFunctionWebSearch,
ResponseFunctionToolCallItem, ResponseFunctionToolCallOutputItem, ResponseToolSearchCall,
ResponseToolSearchOutputItem, AdditionalTools, ResponseConfigurationUpdateItem,
ResponseReasoningItem, Program, ProgramOutput, ResponseCompactionItem, ImageGenerationCall,
ResponseCodeInterpreterToolCall, LocalShellCall, LocalShellCallOutput,
ResponseFunctionShellToolCall, ResponseFunctionShellToolCallOutput, ResponseApplyPatchToolCall,
ResponseApplyPatchToolCallOutput, McpListTools, McpApprovalRequest, McpApprovalResponse, McpCall,
ResponseCustomToolCallItem, ResponseCustomToolCallOutputItem], PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "McpToolCallError": "responses.mcp_tool_call_error",
        "ResponseApplyPatchToolCall": "responses.response_apply_patch_tool_call",
        "ResponseApplyPatchToolCallOutput": "responses.response_apply_patch_tool_call_output",
        "ResponseCodeInterpreterToolCall": "responses.response_code_interpreter_tool_call",
        "ResponseCompactionItem": "responses.response_compaction_item",
        "ResponseComputerToolCall": "responses.response_computer_tool_call",
        "ResponseComputerToolCallOutputItem": "responses.response_computer_tool_call_output_item",
        "ResponseConfigurationUpdateItem": "responses.response_configuration_update_item",
        "ResponseCustomToolCallItem": "responses.response_custom_tool_call_item",
        "ResponseCustomToolCallOutputItem": "responses.response_custom_tool_call_output_item",
        "ResponseFileSearchToolCall": "responses.response_file_search_tool_call",
        "ResponseFunctionShellToolCall": "responses.response_function_shell_tool_call",
        "ResponseFunctionShellToolCallOutput": "responses.response_function_shell_tool_call_output",
        "ResponseFunctionToolCallItem": "responses.response_function_tool_call_item",
        "ResponseFunctionToolCallOutputItem": "responses.response_function_tool_call_output_item",
        "ResponseFunctionWebSearch": "responses.response_function_web_search",
        "ResponseInputMessageItem": "responses.response_input_message_item",
        "ResponseOutputMessage": "responses.response_output_message",
        "ResponseReasoningItem": "responses.response_reasoning_item",
        "ResponseToolSearchCall": "responses.response_tool_search_call",
        "ResponseToolSearchOutputItem": "responses.response_tool_search_output_item",
        "Tool": "responses.tool",
    },
    aliases={"ResponseItem": {}},
)
