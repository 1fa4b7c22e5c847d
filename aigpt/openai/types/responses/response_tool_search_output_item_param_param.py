# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Dict, Iterable, List, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone
from aigpt.openai._types import SequenceNotStr

if TYPE_CHECKING:
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
    from aigpt.openai.types.responses.tool_search_output_namespace_tool_param import ToolSearchOutputNamespaceToolParam
    from aigpt.openai.types.responses.tool_search_tool_param import ToolSearchToolParam
    from aigpt.openai.types.responses.web_search_preview_tool_param import WebSearchPreviewToolParam
    from aigpt.openai.types.responses.web_search_tool_param import WebSearchToolParam

__all__ = [
    "ResponseToolSearchOutputItemParamParam",
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


class ToolMcpAllowedToolsMcpToolFilter(TypedDict, total=False):
    read_only: bool
    tool_names: SequenceNotStr[str]


ToolMcpAllowedTools: TypeAlias = "Union[SequenceNotStr[str], ToolMcpAllowedToolsMcpToolFilter]"


class ToolMcpRequireApprovalMcpToolApprovalFilterAlways(TypedDict, total=False):
    read_only: bool
    tool_names: SequenceNotStr[str]


class ToolMcpRequireApprovalMcpToolApprovalFilterNever(TypedDict, total=False):
    read_only: bool
    tool_names: SequenceNotStr[str]


class ToolMcpRequireApprovalMcpToolApprovalFilter(TypedDict, total=False):
    always: ToolMcpRequireApprovalMcpToolApprovalFilterAlways
    never: ToolMcpRequireApprovalMcpToolApprovalFilterNever


ToolMcpRequireApproval: TypeAlias = "Union[ToolMcpRequireApprovalMcpToolApprovalFilter, Literal['always', 'never']]"


class ToolMcp(TypedDict, total=False):
    server_label: Required[str]
    type: Required[Literal["mcp"]]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]]
    allowed_tools: Optional[ToolMcpAllowedTools]
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
    require_approval: Optional[ToolMcpRequireApproval]
    server_description: str
    server_url: str
    tunnel_id: str


ToolCodeInterpreterContainerCodeInterpreterToolAutoNetworkPolicy: TypeAlias = (
    "Union[ContainerNetworkPolicyDisabledParam, ContainerNetworkPolicyAllowlistParam]"
)


class ToolCodeInterpreterContainerCodeInterpreterToolAuto(TypedDict, total=False):
    type: Required[Literal["auto"]]
    file_ids: SequenceNotStr[str]
    memory_limit: Optional[Literal["1g", "4g", "16g", "64g"]]
    network_policy: ToolCodeInterpreterContainerCodeInterpreterToolAutoNetworkPolicy


ToolCodeInterpreterContainer: TypeAlias = "Union[str, ToolCodeInterpreterContainerCodeInterpreterToolAuto]"


class ToolCodeInterpreter(TypedDict, total=False):
    container: Required[ToolCodeInterpreterContainer]
    type: Required[Literal["code_interpreter"]]
    allowed_callers: Optional[List[Literal["direct", "programmatic"]]]


class ToolProgrammaticToolCalling(TypedDict, total=False):
    type: Required[Literal["programmatic_tool_calling"]]


class ToolImageGenerationInputImageMask(TypedDict, total=False):
    file_id: str
    image_url: str


class ToolImageGenerationSvgReasoning(TypedDict, total=False):
    effort: Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]


class ToolImageGenerationSvg(TypedDict, total=False):
    model: str
    reasoning: Optional[ToolImageGenerationSvgReasoning]


class ToolImageGeneration(TypedDict, total=False):
    type: Required[Literal["image_generation"]]
    action: Literal["generate", "edit", "auto"]
    background: Literal["transparent", "opaque", "auto"]
    complexity: Literal["low", "medium", "high"]
    frame_count: int
    frame_duration_ms: int
    input_fidelity: Optional[Literal["high", "low"]]
    input_image_mask: ToolImageGenerationInputImageMask
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
    svg: ToolImageGenerationSvg


class ToolLocalShell(TypedDict, total=False):
    type: Required[Literal["local_shell"]]


Tool: TypeAlias = """
Union[FunctionToolParam, FileSearchToolParam, ComputerToolParam, ComputerUsePreviewToolParam,
WebSearchToolParam, ToolMcp, ToolCodeInterpreter, ToolProgrammaticToolCalling, ToolImageGeneration,
ToolLocalShell, FunctionShellToolParam, CustomToolParam, ToolSearchOutputNamespaceToolParam,
ToolSearchToolParam, WebSearchPreviewToolParam, ApplyPatchToolParam]
"""


class ResponseToolSearchOutputItemParamParam(TypedDict, total=False):
    tools: Required[Iterable[Tool]]
    type: Required[Literal["tool_search_output"]]
    id: Optional[str]
    call_id: Optional[str]
    execution: Literal["server", "client"]
    status: Optional[Literal["in_progress", "completed", "incomplete"]]


postpone(
    __name__,
    homes={
        "ApplyPatchToolParam": "responses.apply_patch_tool_param",
        "ComputerToolParam": "responses.computer_tool_param",
        "ComputerUsePreviewToolParam": "responses.computer_use_preview_tool_param",
        "ContainerNetworkPolicyAllowlistParam": "responses.container_network_policy_allowlist_param",
        "ContainerNetworkPolicyDisabledParam": "responses.container_network_policy_disabled_param",
        "CustomToolParam": "responses.custom_tool_param",
        "FileSearchToolParam": "responses.file_search_tool_param",
        "FunctionShellToolParam": "responses.function_shell_tool_param",
        "FunctionToolParam": "responses.function_tool_param",
        "ToolSearchOutputNamespaceToolParam": "responses.tool_search_output_namespace_tool_param",
        "ToolSearchToolParam": "responses.tool_search_tool_param",
        "WebSearchPreviewToolParam": "responses.web_search_preview_tool_param",
        "WebSearchToolParam": "responses.web_search_tool_param",
    },
    aliases={
        "ToolMcpAllowedTools": {},
        "ToolMcpRequireApproval": {},
        "ToolCodeInterpreterContainerCodeInterpreterToolAutoNetworkPolicy": {},
        "ToolCodeInterpreterContainer": {},
        "Tool": {},
    },
)
