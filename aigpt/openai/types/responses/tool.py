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
    from aigpt.openai.types.responses.namespace_tool import NamespaceTool
    from aigpt.openai.types.responses.tool_search_tool import ToolSearchTool
    from aigpt.openai.types.responses.web_search_preview_tool import WebSearchPreviewTool
    from aigpt.openai.types.responses.web_search_tool import Filters, UserLocation
    from aigpt.openai.types.responses.web_search_tool import WebSearchTool as WebSearchTool

__all__ = [
    "Tool",
    "WebSearchTool",
    "Mcp",
    "McpAllowedTools",
    "McpAllowedToolsMcpToolFilter",
    "McpRequireApproval",
    "McpRequireApprovalMcpToolApprovalFilter",
    "McpRequireApprovalMcpToolApprovalFilterAlways",
    "McpRequireApprovalMcpToolApprovalFilterNever",
    "CodeInterpreter",
    "CodeInterpreterContainer",
    "CodeInterpreterContainerCodeInterpreterToolAuto",
    "CodeInterpreterContainerCodeInterpreterToolAutoNetworkPolicy",
    "ProgrammaticToolCalling",
    "ImageGeneration",
    "ImageGenerationInputImageMask",
    "ImageGenerationSvg",
    "ImageGenerationSvgReasoning",
    "LocalShell",
]


class McpAllowedToolsMcpToolFilter(BaseModel):
    read_only: Optional[bool] = None
    tool_names: Optional[List[str]] = None


McpAllowedTools: TypeAlias = "Union[List[str], McpAllowedToolsMcpToolFilter, None]"


class McpRequireApprovalMcpToolApprovalFilterAlways(BaseModel):
    read_only: Optional[bool] = None
    tool_names: Optional[List[str]] = None


class McpRequireApprovalMcpToolApprovalFilterNever(BaseModel):
    read_only: Optional[bool] = None
    tool_names: Optional[List[str]] = None


class McpRequireApprovalMcpToolApprovalFilter(BaseModel):
    always: Optional[McpRequireApprovalMcpToolApprovalFilterAlways] = None
    never: Optional[McpRequireApprovalMcpToolApprovalFilterNever] = None


McpRequireApproval: TypeAlias = "Union[McpRequireApprovalMcpToolApprovalFilter, Literal['always', 'never'], None]"


class Mcp(BaseModel):
    server_label: str
    type: Literal["mcp"]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]] = None
    allowed_tools: Optional[McpAllowedTools] = None
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
    require_approval: Optional[McpRequireApproval] = None
    server_description: Optional[str] = None
    server_url: Optional[str] = None
    tunnel_id: Optional[str] = None


CodeInterpreterContainerCodeInterpreterToolAutoNetworkPolicy: TypeAlias = """
Annotated[Union[ContainerNetworkPolicyDisabled, ContainerNetworkPolicyAllowlist],
PropertyInfo(discriminator='type')]
"""


class CodeInterpreterContainerCodeInterpreterToolAuto(BaseModel):
    type: Literal["auto"]
    file_ids: Optional[List[str]] = None
    memory_limit: Optional[Literal["1g", "4g", "16g", "64g"]] = None
    network_policy: Optional[CodeInterpreterContainerCodeInterpreterToolAutoNetworkPolicy] = None


CodeInterpreterContainer: TypeAlias = "Union[str, CodeInterpreterContainerCodeInterpreterToolAuto]"


class CodeInterpreter(BaseModel):
    container: CodeInterpreterContainer
    type: Literal["code_interpreter"]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]] = None


class ProgrammaticToolCalling(BaseModel):
    type: Literal["programmatic_tool_calling"]


class ImageGenerationInputImageMask(BaseModel):
    file_id: Optional[str] = None
    image_url: Optional[str] = None


class ImageGenerationSvgReasoning(BaseModel):
    effort: Optional[Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]] = None


class ImageGenerationSvg(BaseModel):
    model: Optional[str] = None
    reasoning: Optional[ImageGenerationSvgReasoning] = None


class ImageGeneration(BaseModel):
    type: Literal["image_generation"]
    action: Optional[Literal["generate", "edit", "auto"]] = None
    background: Optional[Literal["transparent", "opaque", "auto"]] = None
    complexity: Optional[Literal["low", "medium", "high"]] = None
    frame_count: Optional[int] = None
    frame_duration_ms: Optional[int] = None
    input_fidelity: Optional[Literal["high", "low"]] = None
    input_image_mask: Optional[ImageGenerationInputImageMask] = None
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
    svg: Optional[ImageGenerationSvg] = None


class LocalShell(BaseModel):
    type: Literal["local_shell"]


Tool: TypeAlias = """
Annotated[Union[FunctionTool, FileSearchTool, ComputerTool, ComputerUsePreviewTool, WebSearchTool,
Mcp, CodeInterpreter, ProgrammaticToolCalling, ImageGeneration, LocalShell, FunctionShellTool,
CustomTool, NamespaceTool, ToolSearchTool, WebSearchPreviewTool, ApplyPatchTool],
PropertyInfo(discriminator='type')]
"""
WebSearchToolFilters: TypeAlias = "Filters"
WebSearchToolUserLocation: TypeAlias = "UserLocation"
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
        "Filters": "responses.web_search_tool",
        "FunctionShellTool": "responses.function_shell_tool",
        "FunctionTool": "responses.function_tool",
        "NamespaceTool": "responses.namespace_tool",
        "ToolSearchTool": "responses.tool_search_tool",
        "UserLocation": "responses.web_search_tool",
        "WebSearchPreviewTool": "responses.web_search_preview_tool",
        "WebSearchTool": "responses.web_search_tool",
    },
    aliases={
        "McpAllowedTools": {},
        "McpRequireApproval": {},
        "CodeInterpreterContainerCodeInterpreterToolAutoNetworkPolicy": {
            "disabled": "ContainerNetworkPolicyDisabled",
            "allowlist": "ContainerNetworkPolicyAllowlist",
        },
        "CodeInterpreterContainer": {},
        "Tool": {
            "function": "FunctionTool",
            "file_search": "FileSearchTool",
            "computer": "ComputerTool",
            "computer_use_preview": "ComputerUsePreviewTool",
            "web_search": "WebSearchTool",
            "web_search_2025_08_26": "WebSearchTool",
            "mcp": "Mcp",
            "code_interpreter": "CodeInterpreter",
            "programmatic_tool_calling": "ProgrammaticToolCalling",
            "image_generation": "ImageGeneration",
            "local_shell": "LocalShell",
            "shell": "FunctionShellTool",
            "custom": "CustomTool",
            "namespace": "NamespaceTool",
            "tool_search": "ToolSearchTool",
            "web_search_preview": "WebSearchPreviewTool",
            "web_search_preview_2025_03_11": "WebSearchPreviewTool",
            "apply_patch": "ApplyPatchTool",
        },
        "WebSearchToolFilters": {},
        "WebSearchToolUserLocation": {},
    },
)
