# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Dict, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_image_detail import BetaImageDetail
    from aigpt.openai.types.beta.beta_mcp_tool_call_error import BetaMcpToolCallError
    from aigpt.openai.types.beta.beta_response_apply_patch_tool_call import BetaResponseApplyPatchToolCall
    from aigpt.openai.types.beta.beta_response_apply_patch_tool_call_output import BetaResponseApplyPatchToolCallOutput
    from aigpt.openai.types.beta.beta_response_code_interpreter_tool_call import BetaResponseCodeInterpreterToolCall
    from aigpt.openai.types.beta.beta_response_compaction_item import BetaResponseCompactionItem
    from aigpt.openai.types.beta.beta_response_computer_tool_call import BetaResponseComputerToolCall
    from aigpt.openai.types.beta.beta_response_computer_tool_call_output_item import (
        BetaResponseComputerToolCallOutputItem,
    )
    from aigpt.openai.types.beta.beta_response_configuration_update_item import BetaResponseConfigurationUpdateItem
    from aigpt.openai.types.beta.beta_response_custom_tool_call_item import BetaResponseCustomToolCallItem
    from aigpt.openai.types.beta.beta_response_custom_tool_call_output_item import BetaResponseCustomToolCallOutputItem
    from aigpt.openai.types.beta.beta_response_file_search_tool_call import BetaResponseFileSearchToolCall
    from aigpt.openai.types.beta.beta_response_function_shell_tool_call import BetaResponseFunctionShellToolCall
    from aigpt.openai.types.beta.beta_response_function_shell_tool_call_output import (
        BetaResponseFunctionShellToolCallOutput,
    )
    from aigpt.openai.types.beta.beta_response_function_tool_call_item import BetaResponseFunctionToolCallItem
    from aigpt.openai.types.beta.beta_response_function_tool_call_output_item import (
        BetaResponseFunctionToolCallOutputItem,
    )
    from aigpt.openai.types.beta.beta_response_function_web_search import BetaResponseFunctionWebSearch
    from aigpt.openai.types.beta.beta_response_input_file import BetaResponseInputFile
    from aigpt.openai.types.beta.beta_response_input_image import BetaResponseInputImage
    from aigpt.openai.types.beta.beta_response_input_message_item import BetaResponseInputMessageItem
    from aigpt.openai.types.beta.beta_response_input_text import BetaResponseInputText
    from aigpt.openai.types.beta.beta_response_output_message import BetaResponseOutputMessage
    from aigpt.openai.types.beta.beta_response_output_refusal import BetaResponseOutputRefusal
    from aigpt.openai.types.beta.beta_response_output_text import BetaResponseOutputText
    from aigpt.openai.types.beta.beta_response_reasoning_item import BetaResponseReasoningItem
    from aigpt.openai.types.beta.beta_response_tool_search_call import BetaResponseToolSearchCall
    from aigpt.openai.types.beta.beta_response_tool_search_output_item import BetaResponseToolSearchOutputItem
    from aigpt.openai.types.beta.beta_tool import BetaTool

__all__ = [
    "BetaResponseItem",
    "AgentMessage",
    "AgentMessageContent",
    "AgentMessageContentText",
    "AgentMessageContentSummaryText",
    "AgentMessageContentReasoningText",
    "AgentMessageContentComputerScreenshot",
    "AgentMessageContentComputerScreenshotPromptCacheBreakpoint",
    "AgentMessageContentEncryptedContent",
    "AgentMessageAgent",
    "MultiAgentCall",
    "MultiAgentCallAgent",
    "MultiAgentCallOutput",
    "MultiAgentCallOutputAgent",
    "AdditionalTools",
    "AdditionalToolsAgent",
    "Program",
    "ProgramAgent",
    "ProgramOutput",
    "ProgramOutputAgent",
    "ImageGenerationCall",
    "ImageGenerationCallAgent",
    "ImageGenerationCallError",
    "ImageGenerationCallErrorModerationDetails",
    "ImageGenerationCallSvgUsage",
    "LocalShellCall",
    "LocalShellCallAction",
    "LocalShellCallAgent",
    "LocalShellCallOutput",
    "LocalShellCallOutputAgent",
    "McpListTools",
    "McpListToolsTool",
    "McpListToolsAgent",
    "McpApprovalRequest",
    "McpApprovalRequestAgent",
    "McpApprovalResponse",
    "McpApprovalResponseAgent",
    "McpCall",
    "McpCallAgent",
]


class AgentMessageContentText(BaseModel):
    text: str
    type: Literal["text"]


class AgentMessageContentSummaryText(BaseModel):
    text: str
    type: Literal["summary_text"]


class AgentMessageContentReasoningText(BaseModel):
    text: str
    type: Literal["reasoning_text"]


class AgentMessageContentComputerScreenshotPromptCacheBreakpoint(BaseModel):
    mode: Literal["explicit"]
    ttl: Optional[Literal["30m", "12h"]] = None


class AgentMessageContentComputerScreenshot(BaseModel):
    detail: BetaImageDetail
    file_id: Optional[str] = None
    image_url: Optional[str] = None
    type: Literal["computer_screenshot"]
    prompt_cache_breakpoint: Optional[AgentMessageContentComputerScreenshotPromptCacheBreakpoint] = None


class AgentMessageContentEncryptedContent(BaseModel):
    encrypted_content: str
    type: Literal["encrypted_content"]


AgentMessageContent: TypeAlias = """
Annotated[Union[BetaResponseInputText, BetaResponseOutputText, AgentMessageContentText,
AgentMessageContentSummaryText, AgentMessageContentReasoningText, BetaResponseOutputRefusal,
BetaResponseInputImage, AgentMessageContentComputerScreenshot, BetaResponseInputFile,
AgentMessageContentEncryptedContent], PropertyInfo(discriminator='type')]
"""


class AgentMessageAgent(BaseModel):
    agent_name: str


class AgentMessage(BaseModel):
    id: str
    author: str
    content: List[AgentMessageContent]
    recipient: str
    type: Literal["agent_message"]
    agent: Optional[AgentMessageAgent] = None


class MultiAgentCallAgent(BaseModel):
    agent_name: str


class MultiAgentCall(BaseModel):
    id: str
    action: Literal["spawn_agent", "interrupt_agent", "list_agents", "send_message", "followup_task", "wait_agent"]
    arguments: str
    call_id: str
    type: Literal["multi_agent_call"]
    agent: Optional[MultiAgentCallAgent] = None


class MultiAgentCallOutputAgent(BaseModel):
    agent_name: str


class MultiAgentCallOutput(BaseModel):
    id: str
    action: Literal["spawn_agent", "interrupt_agent", "list_agents", "send_message", "followup_task", "wait_agent"]
    call_id: str
    output: List[BetaResponseOutputText]
    type: Literal["multi_agent_call_output"]
    agent: Optional[MultiAgentCallOutputAgent] = None


class AdditionalToolsAgent(BaseModel):
    agent_name: str


class AdditionalTools(BaseModel):
    id: str
    role: Literal["unknown", "user", "assistant", "system", "critic", "discriminator", "developer", "tool"]
    tools: List[BetaTool]
    type: Literal["additional_tools"]
    agent: Optional[AdditionalToolsAgent] = None


class ProgramAgent(BaseModel):
    agent_name: str


class Program(BaseModel):
    id: str
    call_id: str
    code: str
    fingerprint: str
    type: Literal["program"]
    agent: Optional[ProgramAgent] = None


class ProgramOutputAgent(BaseModel):
    agent_name: str


class ProgramOutput(BaseModel):
    id: str
    call_id: str
    result: str
    status: Literal["completed", "incomplete"]
    type: Literal["program_output"]
    agent: Optional[ProgramOutputAgent] = None


class ImageGenerationCallAgent(BaseModel):
    agent_name: str


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
    agent: Optional[ImageGenerationCallAgent] = None
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


class LocalShellCallAgent(BaseModel):
    agent_name: str


class LocalShellCall(BaseModel):
    id: str
    action: LocalShellCallAction
    call_id: str
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["local_shell_call"]
    agent: Optional[LocalShellCallAgent] = None


class LocalShellCallOutputAgent(BaseModel):
    agent_name: str


class LocalShellCallOutput(BaseModel):
    id: str
    output: str
    type: Literal["local_shell_call_output"]
    agent: Optional[LocalShellCallOutputAgent] = None
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = None


class McpListToolsTool(BaseModel):
    input_schema: object
    name: str
    annotations: Optional[object] = None
    description: Optional[str] = None


class McpListToolsAgent(BaseModel):
    agent_name: str


class McpListTools(BaseModel):
    id: str
    server_label: str
    tools: List[McpListToolsTool]
    type: Literal["mcp_list_tools"]
    agent: Optional[McpListToolsAgent] = None
    error: Optional[str] = None


class McpApprovalRequestAgent(BaseModel):
    agent_name: str


class McpApprovalRequest(BaseModel):
    id: str
    arguments: str
    name: str
    server_label: str
    type: Literal["mcp_approval_request"]
    agent: Optional[McpApprovalRequestAgent] = None


class McpApprovalResponseAgent(BaseModel):
    agent_name: str


class McpApprovalResponse(BaseModel):
    id: str
    approval_request_id: str
    approve: bool
    type: Literal["mcp_approval_response"]
    agent: Optional[McpApprovalResponseAgent] = None
    reason: Optional[str] = None


class McpCallAgent(BaseModel):
    agent_name: str


class McpCall(BaseModel):
    id: str
    arguments: str
    name: str
    server_label: str
    type: Literal["mcp_call"]
    agent: Optional[McpCallAgent] = None
    approval_request_id: Optional[str] = None
    error: Optional[BetaMcpToolCallError] = None
    output: Optional[str] = None
    status: Optional[Literal["in_progress", "completed", "incomplete", "calling", "failed"]] = None


BetaResponseItem: TypeAlias = """
Annotated[Union[BetaResponseInputMessageItem, BetaResponseOutputMessage,
BetaResponseFileSearchToolCall, BetaResponseComputerToolCall,
BetaResponseComputerToolCallOutputItem, BetaResponseFunctionWebSearch,
BetaResponseFunctionToolCallItem, BetaResponseFunctionToolCallOutputItem, AgentMessage,
MultiAgentCall, MultiAgentCallOutput, BetaResponseToolSearchCall, BetaResponseToolSearchOutputItem,
AdditionalTools, BetaResponseConfigurationUpdateItem, BetaResponseReasoningItem, Program,
ProgramOutput, BetaResponseCompactionItem, ImageGenerationCall, BetaResponseCodeInterpreterToolCall,
LocalShellCall, LocalShellCallOutput, BetaResponseFunctionShellToolCall,
BetaResponseFunctionShellToolCallOutput, BetaResponseApplyPatchToolCall,
BetaResponseApplyPatchToolCallOutput, McpListTools, McpApprovalRequest, McpApprovalResponse,
McpCall, BetaResponseCustomToolCallItem, BetaResponseCustomToolCallOutputItem],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "BetaImageDetail": "beta.beta_image_detail",
        "BetaMcpToolCallError": "beta.beta_mcp_tool_call_error",
        "BetaResponseApplyPatchToolCall": "beta.beta_response_apply_patch_tool_call",
        "BetaResponseApplyPatchToolCallOutput": "beta.beta_response_apply_patch_tool_call_output",
        "BetaResponseCodeInterpreterToolCall": "beta.beta_response_code_interpreter_tool_call",
        "BetaResponseCompactionItem": "beta.beta_response_compaction_item",
        "BetaResponseComputerToolCall": "beta.beta_response_computer_tool_call",
        "BetaResponseComputerToolCallOutputItem": "beta.beta_response_computer_tool_call_output_item",
        "BetaResponseConfigurationUpdateItem": "beta.beta_response_configuration_update_item",
        "BetaResponseCustomToolCallItem": "beta.beta_response_custom_tool_call_item",
        "BetaResponseCustomToolCallOutputItem": "beta.beta_response_custom_tool_call_output_item",
        "BetaResponseFileSearchToolCall": "beta.beta_response_file_search_tool_call",
        "BetaResponseFunctionShellToolCall": "beta.beta_response_function_shell_tool_call",
        "BetaResponseFunctionShellToolCallOutput": "beta.beta_response_function_shell_tool_call_output",
        "BetaResponseFunctionToolCallItem": "beta.beta_response_function_tool_call_item",
        "BetaResponseFunctionToolCallOutputItem": "beta.beta_response_function_tool_call_output_item",
        "BetaResponseFunctionWebSearch": "beta.beta_response_function_web_search",
        "BetaResponseInputFile": "beta.beta_response_input_file",
        "BetaResponseInputImage": "beta.beta_response_input_image",
        "BetaResponseInputMessageItem": "beta.beta_response_input_message_item",
        "BetaResponseInputText": "beta.beta_response_input_text",
        "BetaResponseOutputMessage": "beta.beta_response_output_message",
        "BetaResponseOutputRefusal": "beta.beta_response_output_refusal",
        "BetaResponseOutputText": "beta.beta_response_output_text",
        "BetaResponseReasoningItem": "beta.beta_response_reasoning_item",
        "BetaResponseToolSearchCall": "beta.beta_response_tool_search_call",
        "BetaResponseToolSearchOutputItem": "beta.beta_response_tool_search_output_item",
        "BetaTool": "beta.beta_tool",
    },
    aliases={
        "AgentMessageContent": {
            "input_text": "BetaResponseInputText",
            "output_text": "BetaResponseOutputText",
            "text": "AgentMessageContentText",
            "summary_text": "AgentMessageContentSummaryText",
            "reasoning_text": "AgentMessageContentReasoningText",
            "refusal": "BetaResponseOutputRefusal",
            "input_image": "BetaResponseInputImage",
            "computer_screenshot": "AgentMessageContentComputerScreenshot",
            "input_file": "BetaResponseInputFile",
            "encrypted_content": "AgentMessageContentEncryptedContent",
        },
        "BetaResponseItem": {},
    },
)
