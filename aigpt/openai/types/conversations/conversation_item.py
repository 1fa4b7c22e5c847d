# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Dict, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.conversations.message import Message
    from aigpt.openai.types.responses.mcp_tool_call_error import McpToolCallError
    from aigpt.openai.types.responses.response_apply_patch_tool_call import ResponseApplyPatchToolCall
    from aigpt.openai.types.responses.response_apply_patch_tool_call_output import ResponseApplyPatchToolCallOutput
    from aigpt.openai.types.responses.response_code_interpreter_tool_call import ResponseCodeInterpreterToolCall
    from aigpt.openai.types.responses.response_compaction_item import ResponseCompactionItem
    from aigpt.openai.types.responses.response_computer_tool_call import ResponseComputerToolCall
    from aigpt.openai.types.responses.response_computer_tool_call_output_item import ResponseComputerToolCallOutputItem
    from aigpt.openai.types.responses.response_configuration_update_item import ResponseConfigurationUpdateItem
    from aigpt.openai.types.responses.response_custom_tool_call import ResponseCustomToolCall
    from aigpt.openai.types.responses.response_custom_tool_call_output import ResponseCustomToolCallOutput
    from aigpt.openai.types.responses.response_file_search_tool_call import ResponseFileSearchToolCall
    from aigpt.openai.types.responses.response_function_shell_tool_call import ResponseFunctionShellToolCall
    from aigpt.openai.types.responses.response_function_shell_tool_call_output import (
        ResponseFunctionShellToolCallOutput,
    )
    from aigpt.openai.types.responses.response_function_tool_call_item import ResponseFunctionToolCallItem
    from aigpt.openai.types.responses.response_function_tool_call_output_item import ResponseFunctionToolCallOutputItem
    from aigpt.openai.types.responses.response_function_web_search import ResponseFunctionWebSearch
    from aigpt.openai.types.responses.response_reasoning_item import ResponseReasoningItem
    from aigpt.openai.types.responses.response_tool_search_call import ResponseToolSearchCall
    from aigpt.openai.types.responses.response_tool_search_output_item import ResponseToolSearchOutputItem
    from aigpt.openai.types.responses.tool import Tool

__all__ = [
    "ConversationItem",
    "ImageGenerationCall",
    "ImageGenerationCallError",
    "ImageGenerationCallErrorModerationDetails",
    "ImageGenerationCallSvgUsage",
    "AdditionalTools",
    "Program",
    "ProgramOutput",
    "LocalShellCall",
    "LocalShellCallAction",
    "LocalShellCallOutput",
    "McpListTools",
    "McpListToolsTool",
    "McpApprovalRequest",
    "McpApprovalResponse",
    "McpCall",
]


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


ConversationItem: TypeAlias = """
Annotated[Union[Message, ResponseFunctionToolCallItem, ResponseFunctionToolCallOutputItem,
ResponseFileSearchToolCall, ResponseFunctionWebSearch, ImageGenerationCall,
ResponseComputerToolCall, ResponseComputerToolCallOutputItem, ResponseToolSearchCall,
ResponseToolSearchOutputItem, AdditionalTools, ResponseConfigurationUpdateItem,
ResponseReasoningItem, Program, ProgramOutput, ResponseCompactionItem,
ResponseCodeInterpreterToolCall, LocalShellCall, LocalShellCallOutput,
ResponseFunctionShellToolCall, ResponseFunctionShellToolCallOutput, ResponseApplyPatchToolCall,
ResponseApplyPatchToolCallOutput, McpListTools, McpApprovalRequest, McpApprovalResponse, McpCall,
ResponseCustomToolCall, ResponseCustomToolCallOutput], PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "McpToolCallError": "responses.mcp_tool_call_error",
        "Message": "conversations.message",
        "ResponseApplyPatchToolCall": "responses.response_apply_patch_tool_call",
        "ResponseApplyPatchToolCallOutput": "responses.response_apply_patch_tool_call_output",
        "ResponseCodeInterpreterToolCall": "responses.response_code_interpreter_tool_call",
        "ResponseCompactionItem": "responses.response_compaction_item",
        "ResponseComputerToolCall": "responses.response_computer_tool_call",
        "ResponseComputerToolCallOutputItem": "responses.response_computer_tool_call_output_item",
        "ResponseConfigurationUpdateItem": "responses.response_configuration_update_item",
        "ResponseCustomToolCall": "responses.response_custom_tool_call",
        "ResponseCustomToolCallOutput": "responses.response_custom_tool_call_output",
        "ResponseFileSearchToolCall": "responses.response_file_search_tool_call",
        "ResponseFunctionShellToolCall": "responses.response_function_shell_tool_call",
        "ResponseFunctionShellToolCallOutput": "responses.response_function_shell_tool_call_output",
        "ResponseFunctionToolCallItem": "responses.response_function_tool_call_item",
        "ResponseFunctionToolCallOutputItem": "responses.response_function_tool_call_output_item",
        "ResponseFunctionWebSearch": "responses.response_function_web_search",
        "ResponseReasoningItem": "responses.response_reasoning_item",
        "ResponseToolSearchCall": "responses.response_tool_search_call",
        "ResponseToolSearchOutputItem": "responses.response_tool_search_output_item",
        "Tool": "responses.tool",
    },
    aliases={
        "ConversationItem": {
            "message": "Message",
            "function_call": "ResponseFunctionToolCallItem",
            "function_call_output": "ResponseFunctionToolCallOutputItem",
            "file_search_call": "ResponseFileSearchToolCall",
            "web_search_call": "ResponseFunctionWebSearch",
            "image_generation_call": "ImageGenerationCall",
            "computer_call": "ResponseComputerToolCall",
            "computer_call_output": "ResponseComputerToolCallOutputItem",
            "tool_search_call": "ResponseToolSearchCall",
            "tool_search_output": "ResponseToolSearchOutputItem",
            "additional_tools": "AdditionalTools",
            "configuration_update": "ResponseConfigurationUpdateItem",
            "reasoning": "ResponseReasoningItem",
            "program": "Program",
            "program_output": "ProgramOutput",
            "compaction": "ResponseCompactionItem",
            "code_interpreter_call": "ResponseCodeInterpreterToolCall",
            "local_shell_call": "LocalShellCall",
            "local_shell_call_output": "LocalShellCallOutput",
            "shell_call": "ResponseFunctionShellToolCall",
            "shell_call_output": "ResponseFunctionShellToolCallOutput",
            "apply_patch_call": "ResponseApplyPatchToolCall",
            "apply_patch_call_output": "ResponseApplyPatchToolCallOutput",
            "mcp_list_tools": "McpListTools",
            "mcp_approval_request": "McpApprovalRequest",
            "mcp_approval_response": "McpApprovalResponse",
            "mcp_call": "McpCall",
            "custom_tool_call": "ResponseCustomToolCall",
            "custom_tool_call_output": "ResponseCustomToolCallOutput",
        }
    },
)
