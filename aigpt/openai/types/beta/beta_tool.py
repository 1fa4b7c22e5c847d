# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Dict, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_apply_patch_tool import BetaApplyPatchTool
    from aigpt.openai.types.beta.beta_computer_tool import BetaComputerTool
    from aigpt.openai.types.beta.beta_computer_use_preview_tool import BetaComputerUsePreviewTool
    from aigpt.openai.types.beta.beta_container_network_policy_allowlist import BetaContainerNetworkPolicyAllowlist
    from aigpt.openai.types.beta.beta_container_network_policy_disabled import BetaContainerNetworkPolicyDisabled
    from aigpt.openai.types.beta.beta_custom_tool import BetaCustomTool
    from aigpt.openai.types.beta.beta_file_search_tool import BetaFileSearchTool
    from aigpt.openai.types.beta.beta_function_shell_tool import BetaFunctionShellTool
    from aigpt.openai.types.beta.beta_function_tool import BetaFunctionTool
    from aigpt.openai.types.beta.beta_namespace_tool import BetaNamespaceTool
    from aigpt.openai.types.beta.beta_tool_search_tool import BetaToolSearchTool
    from aigpt.openai.types.beta.beta_web_search_preview_tool import BetaWebSearchPreviewTool
    from aigpt.openai.types.beta.beta_web_search_tool import BetaWebSearchTool

__all__ = [
    "BetaTool",
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
Annotated[Union[BetaContainerNetworkPolicyDisabled, BetaContainerNetworkPolicyAllowlist],
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


BetaTool: TypeAlias = """
Annotated[Union[BetaFunctionTool, BetaFileSearchTool, BetaComputerTool, BetaComputerUsePreviewTool,
BetaWebSearchTool, Mcp, CodeInterpreter, ProgrammaticToolCalling, ImageGeneration, LocalShell,
BetaFunctionShellTool, BetaCustomTool, BetaNamespaceTool, BetaToolSearchTool,
BetaWebSearchPreviewTool, BetaApplyPatchTool], PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "BetaApplyPatchTool": "beta.beta_apply_patch_tool",
        "BetaComputerTool": "beta.beta_computer_tool",
        "BetaComputerUsePreviewTool": "beta.beta_computer_use_preview_tool",
        "BetaContainerNetworkPolicyAllowlist": "beta.beta_container_network_policy_allowlist",
        "BetaContainerNetworkPolicyDisabled": "beta.beta_container_network_policy_disabled",
        "BetaCustomTool": "beta.beta_custom_tool",
        "BetaFileSearchTool": "beta.beta_file_search_tool",
        "BetaFunctionShellTool": "beta.beta_function_shell_tool",
        "BetaFunctionTool": "beta.beta_function_tool",
        "BetaNamespaceTool": "beta.beta_namespace_tool",
        "BetaToolSearchTool": "beta.beta_tool_search_tool",
        "BetaWebSearchPreviewTool": "beta.beta_web_search_preview_tool",
        "BetaWebSearchTool": "beta.beta_web_search_tool",
    },
    aliases={
        "McpAllowedTools": {},
        "McpRequireApproval": {},
        "CodeInterpreterContainerCodeInterpreterToolAutoNetworkPolicy": {
            "disabled": "BetaContainerNetworkPolicyDisabled",
            "allowlist": "BetaContainerNetworkPolicyAllowlist",
        },
        "CodeInterpreterContainer": {},
        "BetaTool": {
            "function": "BetaFunctionTool",
            "file_search": "BetaFileSearchTool",
            "computer": "BetaComputerTool",
            "computer_use_preview": "BetaComputerUsePreviewTool",
            "web_search": "BetaWebSearchTool",
            "web_search_2025_08_26": "BetaWebSearchTool",
            "mcp": "Mcp",
            "code_interpreter": "CodeInterpreter",
            "programmatic_tool_calling": "ProgrammaticToolCalling",
            "image_generation": "ImageGeneration",
            "local_shell": "LocalShell",
            "shell": "BetaFunctionShellTool",
            "custom": "BetaCustomTool",
            "namespace": "BetaNamespaceTool",
            "tool_search": "BetaToolSearchTool",
            "web_search_preview": "BetaWebSearchPreviewTool",
            "web_search_preview_2025_03_11": "BetaWebSearchPreviewTool",
            "apply_patch": "BetaApplyPatchTool",
        },
    },
)
