# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, List, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone
from aigpt.openai._types import SequenceNotStr

if TYPE_CHECKING:
    from aigpt.openai.types.chat.chat_completion_function_tool_param import ChatCompletionFunctionToolParam
    from aigpt.openai.types.responses.apply_patch_tool_param import ApplyPatchToolParam
    from aigpt.openai.types.responses.computer_tool_param import ComputerToolParam
    from aigpt.openai.types.responses.computer_use_preview_tool_param import ComputerUsePreviewToolParam
    from aigpt.openai.types.responses.container_network_policy_allowlist_param import (
        ContainerNetworkPolicyAllowlistParam,
    )
    from aigpt.openai.types.responses.container_network_policy_disabled_param import ContainerNetworkPolicyDisabledParam
    from aigpt.openai.types.responses.custom_tool_param import CustomToolParam
    from aigpt.openai.types.responses.file_search_tool_param import FileSearchToolParam
    from aigpt.openai.types.responses.function_shell_tool_param import FunctionShellToolParam
    from aigpt.openai.types.responses.function_tool_param import FunctionToolParam
    from aigpt.openai.types.responses.namespace_tool_param import NamespaceToolParam
    from aigpt.openai.types.responses.tool_search_tool_param import ToolSearchToolParam
    from aigpt.openai.types.responses.web_search_preview_tool_param import WebSearchPreviewToolParam
    from aigpt.openai.types.responses.web_search_tool_param import Filters, UserLocation, WebSearchToolParam

__all__ = [
    "ToolParam",
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


class McpAllowedToolsMcpToolFilter(TypedDict, total=False):
    read_only: bool
    tool_names: SequenceNotStr[str]


McpAllowedTools: TypeAlias = "Union[SequenceNotStr[str], McpAllowedToolsMcpToolFilter]"


class McpRequireApprovalMcpToolApprovalFilterAlways(TypedDict, total=False):
    read_only: bool
    tool_names: SequenceNotStr[str]


class McpRequireApprovalMcpToolApprovalFilterNever(TypedDict, total=False):
    read_only: bool
    tool_names: SequenceNotStr[str]


class McpRequireApprovalMcpToolApprovalFilter(TypedDict, total=False):
    always: McpRequireApprovalMcpToolApprovalFilterAlways
    never: McpRequireApprovalMcpToolApprovalFilterNever


McpRequireApproval: TypeAlias = "Union[McpRequireApprovalMcpToolApprovalFilter, Literal['always', 'never']]"


class Mcp(TypedDict, total=False):
    server_label: Required[str]
    type: Required[Literal["mcp"]]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]]
    allowed_tools: Optional[McpAllowedTools]
    authorization: str
    connector_id: Literal[
        "connector_dropbox",
        "connector_gmail",
        "connector_googlecalendar",
        "connector_googledrive",
        "connector_microsoftteams",
        "connector_outlookcalendar",
        "connector_outlookemail",
        "connector_sharepoint",
    ]
    defer_loading: bool
    headers: Optional[Dict[str, str]]
    require_approval: Optional[McpRequireApproval]
    server_description: str
    server_url: str
    tunnel_id: str


CodeInterpreterContainerCodeInterpreterToolAutoNetworkPolicy: TypeAlias = (
    "Union[ContainerNetworkPolicyDisabledParam, ContainerNetworkPolicyAllowlistParam]"
)


class CodeInterpreterContainerCodeInterpreterToolAuto(TypedDict, total=False):
    type: Required[Literal["auto"]]
    file_ids: SequenceNotStr[str]
    memory_limit: Optional[Literal["1g", "4g", "16g", "64g"]]
    network_policy: CodeInterpreterContainerCodeInterpreterToolAutoNetworkPolicy


CodeInterpreterContainer: TypeAlias = "Union[str, CodeInterpreterContainerCodeInterpreterToolAuto]"


class CodeInterpreter(TypedDict, total=False):
    container: Required[CodeInterpreterContainer]
    type: Required[Literal["code_interpreter"]]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]]


class ProgrammaticToolCalling(TypedDict, total=False):
    type: Required[Literal["programmatic_tool_calling"]]


class ImageGenerationInputImageMask(TypedDict, total=False):
    file_id: str
    image_url: str


class ImageGenerationSvgReasoning(TypedDict, total=False):
    effort: Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]


class ImageGenerationSvg(TypedDict, total=False):
    model: str
    reasoning: Optional[ImageGenerationSvgReasoning]


class ImageGeneration(TypedDict, total=False):
    type: Required[Literal["image_generation"]]
    action: Literal["generate", "edit", "auto"]
    background: Literal["transparent", "opaque", "auto"]
    complexity: Literal["low", "medium", "high"]
    frame_count: int
    frame_duration_ms: int
    input_fidelity: Optional[Literal["high", "low"]]
    input_image_mask: ImageGenerationInputImageMask
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
    ]
    moderation: Literal["auto", "low"]
    output_compression: int
    output_format: Literal["png", "webp", "jpeg", "gif", "svg"]
    partial_images: int
    quality: Literal["low", "medium", "high", "xhigh", "max", "auto"]
    size: Union[str, Literal["1024x1024", "1024x1536", "1536x1024", "auto"]]
    svg: ImageGenerationSvg


class LocalShell(TypedDict, total=False):
    type: Required[Literal["local_shell"]]


ToolParam: TypeAlias = """
Union[FunctionToolParam, FileSearchToolParam, ComputerToolParam, ComputerUsePreviewToolParam,
WebSearchToolParam, Mcp, CodeInterpreter, ProgrammaticToolCalling, ImageGeneration, LocalShell,
FunctionShellToolParam, CustomToolParam, NamespaceToolParam, ToolSearchToolParam,
WebSearchPreviewToolParam, ApplyPatchToolParam]
"""
ParseableToolParam: TypeAlias = "Union[ToolParam, ChatCompletionFunctionToolParam]"
WebSearchTool: TypeAlias = "WebSearchToolParam"
WebSearchToolFilters: TypeAlias = "Filters"
WebSearchToolUserLocation: TypeAlias = "UserLocation"
postpone(
    __name__,
    homes={
        "ApplyPatchToolParam": "responses.apply_patch_tool_param",
        "ChatCompletionFunctionToolParam": "chat.chat_completion_function_tool_param",
        "ComputerToolParam": "responses.computer_tool_param",
        "ComputerUsePreviewToolParam": "responses.computer_use_preview_tool_param",
        "ContainerNetworkPolicyAllowlistParam": "responses.container_network_policy_allowlist_param",
        "ContainerNetworkPolicyDisabledParam": "responses.container_network_policy_disabled_param",
        "CustomToolParam": "responses.custom_tool_param",
        "FileSearchToolParam": "responses.file_search_tool_param",
        "Filters": "responses.web_search_tool_param",
        "FunctionShellToolParam": "responses.function_shell_tool_param",
        "FunctionToolParam": "responses.function_tool_param",
        "NamespaceToolParam": "responses.namespace_tool_param",
        "ToolSearchToolParam": "responses.tool_search_tool_param",
        "UserLocation": "responses.web_search_tool_param",
        "WebSearchPreviewToolParam": "responses.web_search_preview_tool_param",
        "WebSearchToolParam": "responses.web_search_tool_param",
    },
    aliases={
        "McpAllowedTools": {},
        "McpRequireApproval": {},
        "CodeInterpreterContainerCodeInterpreterToolAutoNetworkPolicy": {},
        "CodeInterpreterContainer": {},
        "ToolParam": {},
        "ParseableToolParam": {},
        "WebSearchTool": {},
        "WebSearchToolFilters": {},
        "WebSearchToolUserLocation": {},
    },
)
