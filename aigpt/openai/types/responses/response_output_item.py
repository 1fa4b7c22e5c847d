# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, Dict, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai.types.responses.mcp_tool_call_error import McpToolCallError
from aigpt.openai.types.responses.response_apply_patch_tool_call import ResponseApplyPatchToolCall
from aigpt.openai.types.responses.response_apply_patch_tool_call_output import ResponseApplyPatchToolCallOutput
from aigpt.openai.types.responses.response_code_interpreter_tool_call import ResponseCodeInterpreterToolCall
from aigpt.openai.types.responses.response_compaction_item import ResponseCompactionItem
from aigpt.openai.types.responses.response_computer_tool_call import ResponseComputerToolCall
from aigpt.openai.types.responses.response_computer_tool_call_output_item import ResponseComputerToolCallOutputItem
from aigpt.openai.types.responses.response_custom_tool_call import ResponseCustomToolCall
from aigpt.openai.types.responses.response_custom_tool_call_output_item import ResponseCustomToolCallOutputItem
from aigpt.openai.types.responses.response_file_search_tool_call import ResponseFileSearchToolCall
from aigpt.openai.types.responses.response_function_shell_tool_call import ResponseFunctionShellToolCall
from aigpt.openai.types.responses.response_function_shell_tool_call_output import ResponseFunctionShellToolCallOutput
from aigpt.openai.types.responses.response_function_tool_call import ResponseFunctionToolCall
from aigpt.openai.types.responses.response_function_tool_call_output_item import ResponseFunctionToolCallOutputItem
from aigpt.openai.types.responses.response_function_web_search import ResponseFunctionWebSearch
from aigpt.openai.types.responses.response_output_message import ResponseOutputMessage
from aigpt.openai.types.responses.response_reasoning_item import ResponseReasoningItem
from aigpt.openai.types.responses.response_tool_search_call import ResponseToolSearchCall
from aigpt.openai.types.responses.response_tool_search_output_item import ResponseToolSearchOutputItem
from aigpt.openai.types.responses.tool import Tool

__all__ = [
    "ResponseOutputItem",
    "Program",
    "ProgramOutput",
    "AdditionalTools",
    "ImageGenerationCall",
    "ImageGenerationCallError",
    "ImageGenerationCallErrorModerationDetails",
    "ImageGenerationCallSvgUsage",
    "LocalShellCall",
    "LocalShellCallAction",
    "LocalShellCallOutput",
    "McpCall",
    "McpListTools",
    "McpListToolsTool",
    "McpApprovalRequest",
    "McpApprovalResponse",
]


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


class AdditionalTools(BaseModel):
    id: str
    role: Literal["unknown", "user", "assistant", "system", "critic", "discriminator", "developer", "tool"]
    tools: List[Tool]
    type: Literal["additional_tools"]


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


ResponseOutputItem: TypeAlias = Annotated[
    Union[
        ResponseOutputMessage,
        ResponseFileSearchToolCall,
        ResponseFunctionToolCall,
        ResponseFunctionToolCallOutputItem,
        ResponseFunctionWebSearch,
        ResponseComputerToolCall,
        ResponseComputerToolCallOutputItem,
        ResponseReasoningItem,
        Program,
        ProgramOutput,
        ResponseToolSearchCall,
        ResponseToolSearchOutputItem,
        AdditionalTools,
        ResponseCompactionItem,
        ImageGenerationCall,
        ResponseCodeInterpreterToolCall,
        LocalShellCall,
        LocalShellCallOutput,
        ResponseFunctionShellToolCall,
        ResponseFunctionShellToolCallOutput,
        ResponseApplyPatchToolCall,
        ResponseApplyPatchToolCallOutput,
        McpCall,
        McpListTools,
        McpApprovalRequest,
        McpApprovalResponse,
        ResponseCustomToolCall,
        ResponseCustomToolCallOutputItem,
    ],
    PropertyInfo(discriminator="type"),
]
