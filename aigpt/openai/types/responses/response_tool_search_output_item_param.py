# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Dict, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.apply_patch_tool import ApplyPatchTool
    from aigpt.openai.types.responses.computer_tool import ComputerTool
    from aigpt.openai.types.responses.computer_use_preview_tool import ComputerUsePreviewTool
    from aigpt.openai.types.responses.container_network_policy_allowlist import ContainerNetworkPolicyAllowlist
    from aigpt.openai.types.responses.container_network_policy_disabled import ContainerNetworkPolicyDisabled
    from aigpt.openai.types.responses.custom_tool import CustomTool
    from aigpt.openai.types.responses.file_search_tool import FileSearchTool
    from aigpt.openai.types.responses.function_shell_tool import FunctionShellTool
    from aigpt.openai.types.responses.function_tool import FunctionTool
    from aigpt.openai.types.responses.tool_search_output_namespace_tool import ToolSearchOutputNamespaceTool
    from aigpt.openai.types.responses.tool_search_tool import ToolSearchTool
    from aigpt.openai.types.responses.web_search_preview_tool import WebSearchPreviewTool
    from aigpt.openai.types.responses.web_search_tool import WebSearchTool

__all__ = [
    "ResponseToolSearchOutputItemParam",
    "Tool",
    "ToolMcp",
    "ToolMcpAllowedTools",
    "ToolMcpAllowedToolsMcpToolFilter",
    "ToolMcpRequireApproval",
    "ToolMcpRequireApprovalMcpToolApprovalFilter",
    "ToolMcpRequireApprovalMcpToolApprovalFilterAlways",
    "ToolMcpRequireApprovalMcpToolApprovalFilterNever",
    "ToolCodeInterpreter",
    "ToolCodeInterpreterContainer",
    "ToolCodeInterpreterContainerCodeInterpreterToolAuto",
    "ToolCodeInterpreterContainerCodeInterpreterToolAutoNetworkPolicy",
    "ToolProgrammaticToolCalling",
    "ToolImageGeneration",
    "ToolImageGenerationInputImageMask",
    "ToolImageGenerationSvg",
    "ToolImageGenerationSvgReasoning",
    "ToolLocalShell",
]


class ToolMcpAllowedToolsMcpToolFilter(BaseModel):
    read_only: Optional[bool] = None
    tool_names: Optional[List[str]] = None


ToolMcpAllowedTools: TypeAlias = "Union[List[str], ToolMcpAllowedToolsMcpToolFilter, None]"


class ToolMcpRequireApprovalMcpToolApprovalFilterAlways(BaseModel):
    read_only: Optional[bool] = None
    tool_names: Optional[List[str]] = None


class ToolMcpRequireApprovalMcpToolApprovalFilterNever(BaseModel):
    read_only: Optional[bool] = None
    tool_names: Optional[List[str]] = None


class ToolMcpRequireApprovalMcpToolApprovalFilter(BaseModel):
    always: Optional[ToolMcpRequireApprovalMcpToolApprovalFilterAlways] = None
    never: Optional[ToolMcpRequireApprovalMcpToolApprovalFilterNever] = None


ToolMcpRequireApproval: TypeAlias = (
    "Union[ToolMcpRequireApprovalMcpToolApprovalFilter, Literal['always', 'never'], None]"
)


class ToolMcp(BaseModel):
    server_label: str
    type: Literal["mcp"]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]] = None
    allowed_tools: Optional[ToolMcpAllowedTools] = None
    authorization: Optional[str] = None
    connector_id: Optional[
        Literal[
            "connector_dropbox",
            "connector_gmail",
            "connector_googlecalendar",
            "connector_googledrive",
            "connector_microsoftteams",
            "connector_outlookcalendar",
            "connector_outlookemail",
            "connector_sharepoint",
        ]
    ] = None
    defer_loading: Optional[bool] = None
    headers: Optional[Dict[str, str]] = None
    require_approval: Optional[ToolMcpRequireApproval] = None
    server_description: Optional[str] = None
    server_url: Optional[str] = None
    tunnel_id: Optional[str] = None


ToolCodeInterpreterContainerCodeInterpreterToolAutoNetworkPolicy: TypeAlias = """
Annotated[Union[ContainerNetworkPolicyDisabled, ContainerNetworkPolicyAllowlist],
PropertyInfo(discriminator='type')]
"""


class ToolCodeInterpreterContainerCodeInterpreterToolAuto(BaseModel):
    type: Literal["auto"]
    file_ids: Optional[List[str]] = None
    memory_limit: Optional[Literal["1g", "4g", "16g", "64g"]] = None
    network_policy: Optional[ToolCodeInterpreterContainerCodeInterpreterToolAutoNetworkPolicy] = None


ToolCodeInterpreterContainer: TypeAlias = "Union[str, ToolCodeInterpreterContainerCodeInterpreterToolAuto]"


class ToolCodeInterpreter(BaseModel):
    container: ToolCodeInterpreterContainer
    type: Literal["code_interpreter"]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]] = None


class ToolProgrammaticToolCalling(BaseModel):
    type: Literal["programmatic_tool_calling"]


class ToolImageGenerationInputImageMask(BaseModel):
    file_id: Optional[str] = None
    image_url: Optional[str] = None


class ToolImageGenerationSvgReasoning(BaseModel):
    effort: Optional[Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]] = None


class ToolImageGenerationSvg(BaseModel):
    model: Optional[str] = None
    reasoning: Optional[ToolImageGenerationSvgReasoning] = None


class ToolImageGeneration(BaseModel):
    type: Literal["image_generation"]
    action: Optional[Literal["generate", "edit", "auto"]] = None
    background: Optional[Literal["transparent", "opaque", "auto"]] = None
    complexity: Optional[Literal["low", "medium", "high"]] = None
    frame_count: Optional[int] = None
    frame_duration_ms: Optional[int] = None
    input_fidelity: Optional[Literal["high", "low"]] = None
    input_image_mask: Optional[ToolImageGenerationInputImageMask] = None
    model: Union[
        str,
        Literal[
            "gpt-image-1",
            "gpt-image-1-mini",
            "gpt-image-2",
            "gpt-image-2-2026-04-21",
            "gpt-image-2.5-sunburst",
            "gpt-image-2.5-sunburst-2026-09-08",
            "gpt-image-2.5-flare",
            "gpt-image-2.5-flare-2026-09-08",
            "gpt-image-2.6-sunburst",
            "gpt-image-2.6-flare",
            "gpt-image-1.5",
            "chatgpt-image-latest",
        ],
        None,
    ] = None
    moderation: Optional[Literal["auto", "low"]] = None
    output_compression: Optional[int] = None
    output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]] = None
    partial_images: Optional[int] = None
    quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto"]] = None
    size: Union[str, Literal["1024x1024", "1024x1536", "1536x1024", "auto"], None] = None
    svg: Optional[ToolImageGenerationSvg] = None


class ToolLocalShell(BaseModel):
    type: Literal["local_shell"]


Tool: TypeAlias = """
Annotated[Union[FunctionTool, FileSearchTool, ComputerTool, ComputerUsePreviewTool, WebSearchTool,
ToolMcp, ToolCodeInterpreter, ToolProgrammaticToolCalling, ToolImageGeneration, ToolLocalShell,
FunctionShellTool, CustomTool, ToolSearchOutputNamespaceTool, ToolSearchTool, WebSearchPreviewTool,
ApplyPatchTool], PropertyInfo(discriminator='type')]
"""


class ResponseToolSearchOutputItemParam(BaseModel):
    tools: List[Tool]
    type: Literal["tool_search_output"]
    id: Optional[str] = None
    call_id: Optional[str] = None
    execution: Optional[Literal["server", "client"]] = None
    status: Optional[Literal["in_progress", "completed", "incomplete"]] = None


postpone(
    __name__,
    homes={
        "ApplyPatchTool": "responses.apply_patch_tool",
        "ComputerTool": "responses.computer_tool",
        "ComputerUsePreviewTool": "responses.computer_use_preview_tool",
        "ContainerNetworkPolicyAllowlist": "responses.container_network_policy_allowlist",
        "ContainerNetworkPolicyDisabled": "responses.container_network_policy_disabled",
        "CustomTool": "responses.custom_tool",
        "FileSearchTool": "responses.file_search_tool",
        "FunctionShellTool": "responses.function_shell_tool",
        "FunctionTool": "responses.function_tool",
        "ToolSearchOutputNamespaceTool": "responses.tool_search_output_namespace_tool",
        "ToolSearchTool": "responses.tool_search_tool",
        "WebSearchPreviewTool": "responses.web_search_preview_tool",
        "WebSearchTool": "responses.web_search_tool",
    },
    aliases={
        "ToolMcpAllowedTools": {},
        "ToolMcpRequireApproval": {},
        "ToolCodeInterpreterContainerCodeInterpreterToolAutoNetworkPolicy": {
            "disabled": "ContainerNetworkPolicyDisabled",
            "allowlist": "ContainerNetworkPolicyAllowlist",
        },
        "ToolCodeInterpreterContainer": {},
        "Tool": {
            "function": "FunctionTool",
            "file_search": "FileSearchTool",
            "computer": "ComputerTool",
            "computer_use_preview": "ComputerUsePreviewTool",
            "web_search": "WebSearchTool",
            "web_search_2025_08_26": "WebSearchTool",
            "mcp": "ToolMcp",
            "code_interpreter": "ToolCodeInterpreter",
            "programmatic_tool_calling": "ToolProgrammaticToolCalling",
            "image_generation": "ToolImageGeneration",
            "local_shell": "ToolLocalShell",
            "shell": "FunctionShellTool",
            "custom": "CustomTool",
            "namespace": "ToolSearchOutputNamespaceTool",
            "tool_search": "ToolSearchTool",
            "web_search_preview": "WebSearchPreviewTool",
            "web_search_preview_2025_03_11": "WebSearchPreviewTool",
            "apply_patch": "ApplyPatchTool",
        },
    },
)
