# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Iterable, List, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone
from aigpt.openai._types import SequenceNotStr

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_container_reference_param import BetaContainerReferenceParam
    from aigpt.openai.types.beta.beta_easy_input_message_param import BetaEasyInputMessageParam
    from aigpt.openai.types.beta.beta_local_environment_param import BetaLocalEnvironmentParam
    from aigpt.openai.types.beta.beta_mcp_tool_call_error_param import BetaMcpToolCallErrorParam
    from aigpt.openai.types.beta.beta_response_code_interpreter_tool_call_param import (
        BetaResponseCodeInterpreterToolCallParam,
    )
    from aigpt.openai.types.beta.beta_response_compaction_item_param_param import BetaResponseCompactionItemParamParam
    from aigpt.openai.types.beta.beta_response_computer_tool_call_output_screenshot_param import (
        BetaResponseComputerToolCallOutputScreenshotParam,
    )
    from aigpt.openai.types.beta.beta_response_computer_tool_call_param import BetaResponseComputerToolCallParam
    from aigpt.openai.types.beta.beta_response_configuration_update_item_param_param import (
        BetaResponseConfigurationUpdateItemParamParam,
    )
    from aigpt.openai.types.beta.beta_response_custom_tool_call_output_param import (
        BetaResponseCustomToolCallOutputParam,
    )
    from aigpt.openai.types.beta.beta_response_custom_tool_call_param import BetaResponseCustomToolCallParam
    from aigpt.openai.types.beta.beta_response_file_search_tool_call_param import BetaResponseFileSearchToolCallParam
    from aigpt.openai.types.beta.beta_response_function_call_output_item_list_param import (
        BetaResponseFunctionCallOutputItemListParam,
    )
    from aigpt.openai.types.beta.beta_response_function_shell_call_output_content_param import (
        BetaResponseFunctionShellCallOutputContentParam,
    )
    from aigpt.openai.types.beta.beta_response_function_tool_call_param import BetaResponseFunctionToolCallParam
    from aigpt.openai.types.beta.beta_response_function_web_search_param import BetaResponseFunctionWebSearchParam
    from aigpt.openai.types.beta.beta_response_input_image_content_param import BetaResponseInputImageContentParam
    from aigpt.openai.types.beta.beta_response_input_message_content_list_param import (
        BetaResponseInputMessageContentListParam,
    )
    from aigpt.openai.types.beta.beta_response_input_text_content_param import BetaResponseInputTextContentParam
    from aigpt.openai.types.beta.beta_response_output_message_param import BetaResponseOutputMessageParam
    from aigpt.openai.types.beta.beta_response_reasoning_item_param import BetaResponseReasoningItemParam
    from aigpt.openai.types.beta.beta_response_tool_search_output_item_param_param import (
        BetaResponseToolSearchOutputItemParamParam,
    )
    from aigpt.openai.types.beta.beta_tool_param import BetaToolParam

__all__ = [
    "BetaResponseInputParam",
    "BetaResponseInputItemParam",
    "Message",
    "MessageAgent",
    "ComputerCallOutput",
    "ComputerCallOutputAcknowledgedSafetyCheck",
    "ComputerCallOutputAgent",
    "FunctionCallOutput",
    "FunctionCallOutputAgent",
    "FunctionCallOutputCaller",
    "FunctionCallOutputCallerDirect",
    "FunctionCallOutputCallerProgram",
    "AgentMessage",
    "AgentMessageContent",
    "AgentMessageContentEncryptedContent",
    "AgentMessageAgent",
    "MultiAgentCall",
    "MultiAgentCallAgent",
    "MultiAgentCallOutput",
    "MultiAgentCallOutputOutput",
    "MultiAgentCallOutputOutputAnnotation",
    "MultiAgentCallOutputOutputAnnotationFileCitation",
    "MultiAgentCallOutputOutputAnnotationURLCitation",
    "MultiAgentCallOutputOutputAnnotationContainerFileCitation",
    "MultiAgentCallOutputAgent",
    "ToolSearchCall",
    "ToolSearchCallAgent",
    "AdditionalTools",
    "AdditionalToolsAgent",
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
    "ShellCall",
    "ShellCallAction",
    "ShellCallAgent",
    "ShellCallCaller",
    "ShellCallCallerDirect",
    "ShellCallCallerProgram",
    "ShellCallEnvironment",
    "ShellCallOutput",
    "ShellCallOutputAgent",
    "ShellCallOutputCaller",
    "ShellCallOutputCallerDirect",
    "ShellCallOutputCallerProgram",
    "ApplyPatchCall",
    "ApplyPatchCallOperation",
    "ApplyPatchCallOperationCreateFile",
    "ApplyPatchCallOperationDeleteFile",
    "ApplyPatchCallOperationUpdateFile",
    "ApplyPatchCallAgent",
    "ApplyPatchCallCaller",
    "ApplyPatchCallCallerDirect",
    "ApplyPatchCallCallerProgram",
    "ApplyPatchCallOutput",
    "ApplyPatchCallOutputAgent",
    "ApplyPatchCallOutputCaller",
    "ApplyPatchCallOutputCallerDirect",
    "ApplyPatchCallOutputCallerProgram",
    "McpListTools",
    "McpListToolsTool",
    "McpListToolsAgent",
    "McpApprovalRequest",
    "McpApprovalRequestAgent",
    "McpApprovalResponse",
    "McpApprovalResponseAgent",
    "McpCall",
    "McpCallAgent",
    "CompactionTrigger",
    "CompactionTriggerAgent",
    "ItemReference",
    "ItemReferenceAgent",
    "Program",
    "ProgramAgent",
    "ProgramOutput",
    "ProgramOutputAgent",
]


class MessageAgent(TypedDict, total=False):
    agent_name: Required[str]


class Message(TypedDict, total=False):
    content: Required[BetaResponseInputMessageContentListParam]
    role: Required[Literal["user", "system", "developer"]]
    agent: Optional[MessageAgent]
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["message"]


class ComputerCallOutputAcknowledgedSafetyCheck(TypedDict, total=False):
    id: Required[str]
    code: Optional[str]
    message: Optional[str]


class ComputerCallOutputAgent(TypedDict, total=False):
    agent_name: Required[str]


class ComputerCallOutput(TypedDict, total=False):
    call_id: Required[str]
    output: Required[BetaResponseComputerToolCallOutputScreenshotParam]
    type: Required[Literal["computer_call_output"]]
    id: Optional[str]
    acknowledged_safety_checks: Optional[Iterable[ComputerCallOutputAcknowledgedSafetyCheck]]
    agent: Optional[ComputerCallOutputAgent]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]


class FunctionCallOutputAgent(TypedDict, total=False):
    agent_name: Required[str]


class FunctionCallOutputCallerDirect(TypedDict, total=False):
    type: Required[Literal["direct"]]


class FunctionCallOutputCallerProgram(TypedDict, total=False):
    caller_id: Required[str]
    type: Required[Literal["program"]]


FunctionCallOutputCaller: TypeAlias = "Union[FunctionCallOutputCallerDirect, FunctionCallOutputCallerProgram]"


class FunctionCallOutput(TypedDict, total=False):
    output: Required[Union[str, BetaResponseFunctionCallOutputItemListParam]]
    type: Required[Literal["function_call_output"]]
    id: Optional[str]
    agent: Optional[FunctionCallOutputAgent]
    call_id: Optional[str]
    caller: Optional[FunctionCallOutputCaller]
    name: Optional[str]
    namespace: Optional[str]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]


class AgentMessageContentEncryptedContent(TypedDict, total=False):
    encrypted_content: Required[str]
    type: Required[Literal["encrypted_content"]]


AgentMessageContent: TypeAlias = """
Union[BetaResponseInputTextContentParam, BetaResponseInputImageContentParam,
AgentMessageContentEncryptedContent]
"""


class AgentMessageAgent(TypedDict, total=False):
    agent_name: Required[str]


class AgentMessage(TypedDict, total=False):
    author: Required[str]
    content: Required[Iterable[AgentMessageContent]]
    recipient: Required[str]
    type: Required[Literal["agent_message"]]
    id: Optional[str]
    agent: Optional[AgentMessageAgent]


class MultiAgentCallAgent(TypedDict, total=False):
    agent_name: Required[str]


class MultiAgentCall(TypedDict, total=False):
    action: Required[
        Literal["spawn_agent", "interrupt_agent", "list_agents", "send_message", "followup_task", "wait_agent"]
    ]
    arguments: Required[str]
    call_id: Required[str]
    type: Required[Literal["multi_agent_call"]]
    id: Optional[str]
    agent: Optional[MultiAgentCallAgent]


class MultiAgentCallOutputOutputAnnotationFileCitation(TypedDict, total=False):
    file_id: Required[str]
    filename: Required[str]
    index: Required[int]
    type: Required[Literal["file_citation"]]


class MultiAgentCallOutputOutputAnnotationURLCitation(TypedDict, total=False):
    end_index: Required[int]
    start_index: Required[int]
    title: Required[str]
    type: Required[Literal["url_citation"]]
    url: Required[str]


class MultiAgentCallOutputOutputAnnotationContainerFileCitation(TypedDict, total=False):
    container_id: Required[str]
    end_index: Required[int]
    file_id: Required[str]
    filename: Required[str]
    start_index: Required[int]
    type: Required[Literal["container_file_citation"]]


MultiAgentCallOutputOutputAnnotation: TypeAlias = """
Union[MultiAgentCallOutputOutputAnnotationFileCitation,
MultiAgentCallOutputOutputAnnotationURLCitation,
MultiAgentCallOutputOutputAnnotationContainerFileCitation]
"""


class MultiAgentCallOutputOutput(TypedDict, total=False):
    text: Required[str]
    type: Required[Literal["output_text"]]
    annotations: Iterable[MultiAgentCallOutputOutputAnnotation]


class MultiAgentCallOutputAgent(TypedDict, total=False):
    agent_name: Required[str]


class MultiAgentCallOutput(TypedDict, total=False):
    action: Required[
        Literal["spawn_agent", "interrupt_agent", "list_agents", "send_message", "followup_task", "wait_agent"]
    ]
    call_id: Required[str]
    output: Required[Iterable[MultiAgentCallOutputOutput]]
    type: Required[Literal["multi_agent_call_output"]]
    id: Optional[str]
    agent: Optional[MultiAgentCallOutputAgent]


class ToolSearchCallAgent(TypedDict, total=False):
    agent_name: Required[str]


class ToolSearchCall(TypedDict, total=False):
    arguments: Required[object]
    type: Required[Literal["tool_search_call"]]
    id: Optional[str]
    agent: Optional[ToolSearchCallAgent]
    call_id: Optional[str]
    execution: Literal["server", "client"]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]


class AdditionalToolsAgent(TypedDict, total=False):
    agent_name: Required[str]


class AdditionalTools(TypedDict, total=False):
    role: Required[Literal["developer"]]
    tools: Required[Iterable[BetaToolParam]]
    type: Required[Literal["additional_tools"]]
    id: Optional[str]
    agent: Optional[AdditionalToolsAgent]


class ImageGenerationCallAgent(TypedDict, total=False):
    agent_name: Required[str]


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
    agent: Optional[ImageGenerationCallAgent]
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


class LocalShellCallAgent(TypedDict, total=False):
    agent_name: Required[str]


class LocalShellCall(TypedDict, total=False):
    id: Required[str]
    action: Required[LocalShellCallAction]
    call_id: Required[str]
    status: Required[Literal["in_progress", "completed", "incomplete"]]
    type: Required[Literal["local_shell_call"]]
    agent: Optional[LocalShellCallAgent]


class LocalShellCallOutputAgent(TypedDict, total=False):
    agent_name: Required[str]


class LocalShellCallOutput(TypedDict, total=False):
    id: Required[str]
    output: Required[str]
    type: Required[Literal["local_shell_call_output"]]
    agent: Optional[LocalShellCallOutputAgent]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]


class ShellCallAction(TypedDict, total=False):
    commands: Required[SequenceNotStr[str]]
    max_output_length: Optional[int]
    timeout_ms: Optional[int]


class ShellCallAgent(TypedDict, total=False):
    agent_name: Required[str]


class ShellCallCallerDirect(TypedDict, total=False):
    type: Required[Literal["direct"]]


class ShellCallCallerProgram(TypedDict, total=False):
    caller_id: Required[str]
    type: Required[Literal["program"]]


ShellCallCaller: TypeAlias = "Union[ShellCallCallerDirect, ShellCallCallerProgram]"
ShellCallEnvironment: TypeAlias = "Union[BetaLocalEnvironmentParam, BetaContainerReferenceParam]"


class ShellCall(TypedDict, total=False):
    action: Required[ShellCallAction]
    call_id: Required[str]
    type: Required[Literal["shell_call"]]
    id: Optional[str]
    agent: Optional[ShellCallAgent]
    caller: Optional[ShellCallCaller]
    environment: Optional[ShellCallEnvironment]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]


class ShellCallOutputAgent(TypedDict, total=False):
    agent_name: Required[str]


class ShellCallOutputCallerDirect(TypedDict, total=False):
    type: Required[Literal["direct"]]


class ShellCallOutputCallerProgram(TypedDict, total=False):
    caller_id: Required[str]
    type: Required[Literal["program"]]


ShellCallOutputCaller: TypeAlias = "Union[ShellCallOutputCallerDirect, ShellCallOutputCallerProgram]"


class ShellCallOutput(TypedDict, total=False):
    call_id: Required[str]
    output: Required[Iterable[BetaResponseFunctionShellCallOutputContentParam]]
    type: Required[Literal["shell_call_output"]]
    id: Optional[str]
    agent: Optional[ShellCallOutputAgent]
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


class ApplyPatchCallAgent(TypedDict, total=False):
    agent_name: Required[str]


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
    agent: Optional[ApplyPatchCallAgent]
    caller: Optional[ApplyPatchCallCaller]


class ApplyPatchCallOutputAgent(TypedDict, total=False):
    agent_name: Required[str]


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
    agent: Optional[ApplyPatchCallOutputAgent]
    caller: Optional[ApplyPatchCallOutputCaller]
    output: Optional[str]


class McpListToolsTool(TypedDict, total=False):
    input_schema: Required[object]
    name: Required[str]
    annotations: Optional[object]
    description: Optional[str]


class McpListToolsAgent(TypedDict, total=False):
    agent_name: Required[str]


class McpListTools(TypedDict, total=False):
    id: Required[str]
    server_label: Required[str]
    tools: Required[Iterable[McpListToolsTool]]
    type: Required[Literal["mcp_list_tools"]]
    agent: Optional[McpListToolsAgent]
    error: Optional[str]


class McpApprovalRequestAgent(TypedDict, total=False):
    agent_name: Required[str]


class McpApprovalRequest(TypedDict, total=False):
    id: Required[str]
    arguments: Required[str]
    name: Required[str]
    server_label: Required[str]
    type: Required[Literal["mcp_approval_request"]]
    agent: Optional[McpApprovalRequestAgent]


class McpApprovalResponseAgent(TypedDict, total=False):
    agent_name: Required[str]


class McpApprovalResponse(TypedDict, total=False):
    approval_request_id: Required[str]
    approve: Required[bool]
    type: Required[Literal["mcp_approval_response"]]
    id: Optional[str]
    agent: Optional[McpApprovalResponseAgent]
    reason: Optional[str]


class McpCallAgent(TypedDict, total=False):
    agent_name: Required[str]


class McpCall(TypedDict, total=False):
    id: Required[str]
    arguments: Required[str]
    name: Required[str]
    server_label: Required[str]
    type: Required[Literal["mcp_call"]]
    agent: Optional[McpCallAgent]
    approval_request_id: Optional[str]
    error: Optional[BetaMcpToolCallErrorParam]
    output: Optional[str]
    status: Literal["in_progress", "completed", "incomplete", "calling", "failed"]


class CompactionTriggerAgent(TypedDict, total=False):
    agent_name: Required[str]


class CompactionTrigger(TypedDict, total=False):
    type: Required[Literal["compaction_trigger"]]
    id: Optional[str]
    agent: Optional[CompactionTriggerAgent]


class ItemReferenceAgent(TypedDict, total=False):
    agent_name: Required[str]


class ItemReference(TypedDict, total=False):
    id: Required[str]
    agent: Optional[ItemReferenceAgent]
    type: Optional[Literal["item_reference"]]


class ProgramAgent(TypedDict, total=False):
    agent_name: Required[str]


class Program(TypedDict, total=False):
    id: Required[str]
    call_id: Required[str]
    code: Required[str]
    fingerprint: Required[str]
    type: Required[Literal["program"]]
    agent: Optional[ProgramAgent]


class ProgramOutputAgent(TypedDict, total=False):
    agent_name: Required[str]


class ProgramOutput(TypedDict, total=False):
    id: Required[str]
    call_id: Required[str]
    result: Required[str]
    status: Required[Literal["completed", "incomplete"]]
    type: Required[Literal["program_output"]]
    agent: Optional[ProgramOutputAgent]


BetaResponseInputItemParam: TypeAlias = """
Union[BetaEasyInputMessageParam, Message, BetaResponseOutputMessageParam,
BetaResponseFileSearchToolCallParam, BetaResponseComputerToolCallParam, ComputerCallOutput,
BetaResponseFunctionWebSearchParam, BetaResponseFunctionToolCallParam, FunctionCallOutput,
AgentMessage, MultiAgentCall, MultiAgentCallOutput, ToolSearchCall,
BetaResponseToolSearchOutputItemParamParam, AdditionalTools,
BetaResponseConfigurationUpdateItemParamParam, BetaResponseReasoningItemParam,
BetaResponseCompactionItemParamParam, ImageGenerationCall, BetaResponseCodeInterpreterToolCallParam,
LocalShellCall, LocalShellCallOutput, ShellCall, ShellCallOutput, ApplyPatchCall,
ApplyPatchCallOutput, McpListTools, McpApprovalRequest, McpApprovalResponse, McpCall,
BetaResponseCustomToolCallOutputParam, BetaResponseCustomToolCallParam, CompactionTrigger,
ItemReference, Program, ProgramOutput]
"""
BetaResponseInputParam: TypeAlias = "List[BetaResponseInputItemParam]"
postpone(
    __name__,
    homes={
        "BetaContainerReferenceParam": "beta.beta_container_reference_param",
        "BetaEasyInputMessageParam": "beta.beta_easy_input_message_param",
        "BetaLocalEnvironmentParam": "beta.beta_local_environment_param",
        "BetaMcpToolCallErrorParam": "beta.beta_mcp_tool_call_error_param",
        "BetaResponseCodeInterpreterToolCallParam": "beta.beta_response_code_interpreter_tool_call_param",
        "BetaResponseCompactionItemParamParam": "beta.beta_response_compaction_item_param_param",
        "BetaResponseComputerToolCallOutputScreenshotParam": "beta.beta_response_computer_tool_call_output_screenshot_param",
        "BetaResponseComputerToolCallParam": "beta.beta_response_computer_tool_call_param",
        "BetaResponseConfigurationUpdateItemParamParam": "beta.beta_response_configuration_update_item_param_param",
        "BetaResponseCustomToolCallOutputParam": "beta.beta_response_custom_tool_call_output_param",
        "BetaResponseCustomToolCallParam": "beta.beta_response_custom_tool_call_param",
        "BetaResponseFileSearchToolCallParam": "beta.beta_response_file_search_tool_call_param",
        "BetaResponseFunctionCallOutputItemListParam": "beta.beta_response_function_call_output_item_list_param",
        "BetaResponseFunctionShellCallOutputContentParam": "beta.beta_response_function_shell_call_output_content_param",
        "BetaResponseFunctionToolCallParam": "beta.beta_response_function_tool_call_param",
        "BetaResponseFunctionWebSearchParam": "beta.beta_response_function_web_search_param",
        "BetaResponseInputImageContentParam": "beta.beta_response_input_image_content_param",
        "BetaResponseInputMessageContentListParam": "beta.beta_response_input_message_content_list_param",
        "BetaResponseInputTextContentParam": "beta.beta_response_input_text_content_param",
        "BetaResponseOutputMessageParam": "beta.beta_response_output_message_param",
        "BetaResponseReasoningItemParam": "beta.beta_response_reasoning_item_param",
        "BetaResponseToolSearchOutputItemParamParam": "beta.beta_response_tool_search_output_item_param_param",
        "BetaToolParam": "beta.beta_tool_param",
    },
    aliases={
        "FunctionCallOutputCaller": {},
        "AgentMessageContent": {},
        "MultiAgentCallOutputOutputAnnotation": {},
        "ShellCallCaller": {},
        "ShellCallEnvironment": {},
        "ShellCallOutputCaller": {},
        "ApplyPatchCallOperation": {},
        "ApplyPatchCallCaller": {},
        "ApplyPatchCallOutputCaller": {},
        "BetaResponseInputItemParam": {},
        "BetaResponseInputParam": {},
    },
)
