# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Dict, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_container_reference import BetaContainerReference
    from aigpt.openai.types.beta.beta_easy_input_message import BetaEasyInputMessage
    from aigpt.openai.types.beta.beta_local_environment import BetaLocalEnvironment
    from aigpt.openai.types.beta.beta_mcp_tool_call_error import BetaMcpToolCallError
    from aigpt.openai.types.beta.beta_response_code_interpreter_tool_call import BetaResponseCodeInterpreterToolCall
    from aigpt.openai.types.beta.beta_response_compaction_item_param import BetaResponseCompactionItemParam
    from aigpt.openai.types.beta.beta_response_computer_tool_call import BetaResponseComputerToolCall
    from aigpt.openai.types.beta.beta_response_computer_tool_call_output_screenshot import (
        BetaResponseComputerToolCallOutputScreenshot,
    )
    from aigpt.openai.types.beta.beta_response_configuration_update_item_param import (
        BetaResponseConfigurationUpdateItemParam,
    )
    from aigpt.openai.types.beta.beta_response_custom_tool_call import BetaResponseCustomToolCall
    from aigpt.openai.types.beta.beta_response_custom_tool_call_output import BetaResponseCustomToolCallOutput
    from aigpt.openai.types.beta.beta_response_file_search_tool_call import BetaResponseFileSearchToolCall
    from aigpt.openai.types.beta.beta_response_function_call_output_item_list import (
        BetaResponseFunctionCallOutputItemList,
    )
    from aigpt.openai.types.beta.beta_response_function_shell_call_output_content import (
        BetaResponseFunctionShellCallOutputContent,
    )
    from aigpt.openai.types.beta.beta_response_function_tool_call import BetaResponseFunctionToolCall
    from aigpt.openai.types.beta.beta_response_function_web_search import BetaResponseFunctionWebSearch
    from aigpt.openai.types.beta.beta_response_input_image_content import BetaResponseInputImageContent
    from aigpt.openai.types.beta.beta_response_input_message_content_list import BetaResponseInputMessageContentList
    from aigpt.openai.types.beta.beta_response_input_text_content import BetaResponseInputTextContent
    from aigpt.openai.types.beta.beta_response_output_message import BetaResponseOutputMessage
    from aigpt.openai.types.beta.beta_response_reasoning_item import BetaResponseReasoningItem
    from aigpt.openai.types.beta.beta_response_tool_search_output_item_param import (
        BetaResponseToolSearchOutputItemParam,
    )
    from aigpt.openai.types.beta.beta_tool import BetaTool

__all__ = [
    "BetaResponseInputItem",
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


class MessageAgent(BaseModel):
    agent_name: str


class Message(BaseModel):
    content: BetaResponseInputMessageContentList
    role: Literal["user", "system", "developer"]
    agent: Optional[MessageAgent] = None
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = None
    type: Optional[Literal["message"]] = None


class ComputerCallOutputAcknowledgedSafetyCheck(BaseModel):
    id: str
    code: Optional[str] = None
    message: Optional[str] = None


class ComputerCallOutputAgent(BaseModel):
    agent_name: str


class ComputerCallOutput(BaseModel):
    call_id: str
    output: BetaResponseComputerToolCallOutputScreenshot
    type: Literal["computer_call_output"]
    id: Optional[str] = None
    acknowledged_safety_checks: Optional[List[ComputerCallOutputAcknowledgedSafetyCheck]] = None
    agent: Optional[ComputerCallOutputAgent] = None
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = None


class FunctionCallOutputAgent(BaseModel):
    agent_name: str


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
    output: Union[str, BetaResponseFunctionCallOutputItemList]
    type: Literal["function_call_output"]
    id: Optional[str] = None
    agent: Optional[FunctionCallOutputAgent] = None
    call_id: Optional[str] = None
    caller: Optional[FunctionCallOutputCaller] = None
    name: Optional[str] = None
    namespace: Optional[str] = None
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = None


class AgentMessageContentEncryptedContent(BaseModel):
    encrypted_content: str
    type: Literal["encrypted_content"]


AgentMessageContent: TypeAlias = """
Annotated[Union[BetaResponseInputTextContent, BetaResponseInputImageContent,
AgentMessageContentEncryptedContent], PropertyInfo(discriminator='type')]
"""


class AgentMessageAgent(BaseModel):
    agent_name: str


class AgentMessage(BaseModel):
    author: str
    content: List[AgentMessageContent]
    recipient: str
    type: Literal["agent_message"]
    id: Optional[str] = None
    agent: Optional[AgentMessageAgent] = None


class MultiAgentCallAgent(BaseModel):
    agent_name: str


class MultiAgentCall(BaseModel):
    action: Literal["spawn_agent", "interrupt_agent", "list_agents", "send_message", "followup_task", "wait_agent"]
    arguments: str
    call_id: str
    type: Literal["multi_agent_call"]
    id: Optional[str] = None
    agent: Optional[MultiAgentCallAgent] = None


class MultiAgentCallOutputOutputAnnotationFileCitation(BaseModel):
    file_id: str
    filename: str
    index: int
    type: Literal["file_citation"]


class MultiAgentCallOutputOutputAnnotationURLCitation(BaseModel):
    end_index: int
    start_index: int
    title: str
    type: Literal["url_citation"]
    url: str


class MultiAgentCallOutputOutputAnnotationContainerFileCitation(BaseModel):
    container_id: str
    end_index: int
    file_id: str
    filename: str
    start_index: int
    type: Literal["container_file_citation"]


MultiAgentCallOutputOutputAnnotation: TypeAlias = """
Annotated[Union[MultiAgentCallOutputOutputAnnotationFileCitation,
MultiAgentCallOutputOutputAnnotationURLCitation,
MultiAgentCallOutputOutputAnnotationContainerFileCitation], PropertyInfo(discriminator='type')]
"""


class MultiAgentCallOutputOutput(BaseModel):
    text: str
    type: Literal["output_text"]
    annotations: Optional[List[MultiAgentCallOutputOutputAnnotation]] = None


class MultiAgentCallOutputAgent(BaseModel):
    agent_name: str


class MultiAgentCallOutput(BaseModel):
    action: Literal["spawn_agent", "interrupt_agent", "list_agents", "send_message", "followup_task", "wait_agent"]
    call_id: str
    output: List[MultiAgentCallOutputOutput]
    type: Literal["multi_agent_call_output"]
    id: Optional[str] = None
    agent: Optional[MultiAgentCallOutputAgent] = None


class ToolSearchCallAgent(BaseModel):
    agent_name: str


class ToolSearchCall(BaseModel):
    arguments: object
    type: Literal["tool_search_call"]
    id: Optional[str] = None
    agent: Optional[ToolSearchCallAgent] = None
    call_id: Optional[str] = None
    execution: Optional[Literal["server", "client"]] = None
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = None


class AdditionalToolsAgent(BaseModel):
    agent_name: str


class AdditionalTools(BaseModel):
    role: Literal["developer"]
    tools: List[BetaTool]
    type: Literal["additional_tools"]
    id: Optional[str] = None
    agent: Optional[AdditionalToolsAgent] = None


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


class ShellCallAction(BaseModel):
    commands: List[str]
    max_output_length: Optional[int] = None
    timeout_ms: Optional[int] = None


class ShellCallAgent(BaseModel):
    agent_name: str


class ShellCallCallerDirect(BaseModel):
    type: Literal["direct"]


class ShellCallCallerProgram(BaseModel):
    caller_id: str
    type: Literal["program"]


ShellCallCaller: TypeAlias = """
Annotated[Union[ShellCallCallerDirect, ShellCallCallerProgram, None],
PropertyInfo(discriminator='type')]
"""
ShellCallEnvironment: TypeAlias = """
Annotated[Union[BetaLocalEnvironment, BetaContainerReference, None],
PropertyInfo(discriminator='type')]
"""


class ShellCall(BaseModel):
    action: ShellCallAction
    call_id: str
    type: Literal["shell_call"]
    id: Optional[str] = None
    agent: Optional[ShellCallAgent] = None
    caller: Optional[ShellCallCaller] = None
    environment: Optional[ShellCallEnvironment] = None
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = None


class ShellCallOutputAgent(BaseModel):
    agent_name: str


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
    output: List[BetaResponseFunctionShellCallOutputContent]
    type: Literal["shell_call_output"]
    id: Optional[str] = None
    agent: Optional[ShellCallOutputAgent] = None
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


class ApplyPatchCallAgent(BaseModel):
    agent_name: str


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
    agent: Optional[ApplyPatchCallAgent] = None
    caller: Optional[ApplyPatchCallCaller] = None


class ApplyPatchCallOutputAgent(BaseModel):
    agent_name: str


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
    agent: Optional[ApplyPatchCallOutputAgent] = None
    caller: Optional[ApplyPatchCallOutputCaller] = None
    output: Optional[str] = None


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
    approval_request_id: str
    approve: bool
    type: Literal["mcp_approval_response"]
    id: Optional[str] = None
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


class CompactionTriggerAgent(BaseModel):
    agent_name: str


class CompactionTrigger(BaseModel):
    type: Literal["compaction_trigger"]
    id: Optional[str] = None
    agent: Optional[CompactionTriggerAgent] = None


class ItemReferenceAgent(BaseModel):
    agent_name: str


class ItemReference(BaseModel):
    id: str
    agent: Optional[ItemReferenceAgent] = None
    type: Optional[Literal["item_reference"]] = None


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


BetaResponseInputItem: TypeAlias = """
Annotated[Union[BetaEasyInputMessage, Message, BetaResponseOutputMessage,
BetaResponseFileSearchToolCall, BetaResponseComputerToolCall, ComputerCallOutput,
BetaResponseFunctionWebSearch, BetaResponseFunctionToolCall, FunctionCallOutput, AgentMessage,
MultiAgentCall, MultiAgentCallOutput, ToolSearchCall, BetaResponseToolSearchOutputItemParam,
AdditionalTools, BetaResponseConfigurationUpdateItemParam, BetaResponseReasoningItem,
BetaResponseCompactionItemParam, ImageGenerationCall, BetaResponseCodeInterpreterToolCall,
LocalShellCall, LocalShellCallOutput, ShellCall, ShellCallOutput, ApplyPatchCall,
ApplyPatchCallOutput, McpListTools, McpApprovalRequest, McpApprovalResponse, McpCall,
BetaResponseCustomToolCallOutput, BetaResponseCustomToolCall, CompactionTrigger, ItemReference,
Program, ProgramOutput], PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "BetaContainerReference": "beta.beta_container_reference",
        "BetaEasyInputMessage": "beta.beta_easy_input_message",
        "BetaLocalEnvironment": "beta.beta_local_environment",
        "BetaMcpToolCallError": "beta.beta_mcp_tool_call_error",
        "BetaResponseCodeInterpreterToolCall": "beta.beta_response_code_interpreter_tool_call",
        "BetaResponseCompactionItemParam": "beta.beta_response_compaction_item_param",
        "BetaResponseComputerToolCall": "beta.beta_response_computer_tool_call",
        "BetaResponseComputerToolCallOutputScreenshot": "beta.beta_response_computer_tool_call_output_screenshot",
        "BetaResponseConfigurationUpdateItemParam": "beta.beta_response_configuration_update_item_param",
        "BetaResponseCustomToolCall": "beta.beta_response_custom_tool_call",
        "BetaResponseCustomToolCallOutput": "beta.beta_response_custom_tool_call_output",
        "BetaResponseFileSearchToolCall": "beta.beta_response_file_search_tool_call",
        "BetaResponseFunctionCallOutputItemList": "beta.beta_response_function_call_output_item_list",
        "BetaResponseFunctionShellCallOutputContent": "beta.beta_response_function_shell_call_output_content",
        "BetaResponseFunctionToolCall": "beta.beta_response_function_tool_call",
        "BetaResponseFunctionWebSearch": "beta.beta_response_function_web_search",
        "BetaResponseInputImageContent": "beta.beta_response_input_image_content",
        "BetaResponseInputMessageContentList": "beta.beta_response_input_message_content_list",
        "BetaResponseInputTextContent": "beta.beta_response_input_text_content",
        "BetaResponseOutputMessage": "beta.beta_response_output_message",
        "BetaResponseReasoningItem": "beta.beta_response_reasoning_item",
        "BetaResponseToolSearchOutputItemParam": "beta.beta_response_tool_search_output_item_param",
        "BetaTool": "beta.beta_tool",
    },
    aliases={
        "FunctionCallOutputCaller": {},
        "AgentMessageContent": {
            "input_text": "BetaResponseInputTextContent",
            "input_image": "BetaResponseInputImageContent",
            "encrypted_content": "AgentMessageContentEncryptedContent",
        },
        "MultiAgentCallOutputOutputAnnotation": {
            "file_citation": "MultiAgentCallOutputOutputAnnotationFileCitation",
            "url_citation": "MultiAgentCallOutputOutputAnnotationURLCitation",
            "container_file_citation": "MultiAgentCallOutputOutputAnnotationContainerFileCitation",
        },
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
        "BetaResponseInputItem": {},
    },
)
