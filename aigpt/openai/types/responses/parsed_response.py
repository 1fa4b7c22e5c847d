# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Generic, List, Optional, TypeAlias, TypeVar, Union

from aigpt.openai import _computed
from aigpt.openai._models import PropertyInfo
from aigpt.openai.types.responses.response import Response
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
from aigpt.openai.types.responses.response_output_item import (
    AdditionalTools,
    ImageGenerationCall,
    LocalShellCall,
    LocalShellCallAction,
    LocalShellCallOutput,
    McpApprovalRequest,
    McpApprovalResponse,
    McpCall,
    McpListTools,
    Program,
    ProgramOutput,
)
from aigpt.openai.types.responses.response_output_message import ResponseOutputMessage
from aigpt.openai.types.responses.response_output_refusal import ResponseOutputRefusal
from aigpt.openai.types.responses.response_output_text import ResponseOutputText
from aigpt.openai.types.responses.response_reasoning_item import ResponseReasoningItem
from aigpt.openai.types.responses.response_tool_search_call import ResponseToolSearchCall
from aigpt.openai.types.responses.response_tool_search_output_item import ResponseToolSearchOutputItem

__all__ = ["ParsedResponse", "ParsedResponseOutputMessage", "ParsedResponseOutputText"]

ContentType = TypeVar("ContentType")


class ParsedResponseOutputText(ResponseOutputText, Generic[ContentType]):
    parsed: Optional[ContentType] = None
    __api_exclude__: ClassVar[set[str]] = {"parsed"}


ParsedContent: TypeAlias = Annotated[
    Union[ParsedResponseOutputText[ContentType], ResponseOutputRefusal], PropertyInfo(discriminator="type")
]


class ParsedResponseOutputMessage(ResponseOutputMessage, Generic[ContentType]):
    if TYPE_CHECKING:
        content: List[ParsedContent[ContentType]]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleVariableOverride]
    else:
        content: List[ParsedContent]

    @property
    def __api_exclude__(self) -> dict[str, object]:
        return _computed.parsed_response_output_message_api_exclude(self)


class ParsedResponseFunctionToolCall(ResponseFunctionToolCall):
    parsed_arguments: object = None
    __api_exclude__: ClassVar[set[str]] = {"parsed_arguments"}


ParsedResponseOutputItem: TypeAlias = Annotated[
    Union[
        ParsedResponseOutputMessage[ContentType],
        ParsedResponseFunctionToolCall,
        ResponseFileSearchToolCall,
        ResponseFunctionWebSearch,
        ResponseComputerToolCall,
        ResponseComputerToolCallOutputItem,
        ResponseToolSearchCall,
        ResponseToolSearchOutputItem,
        AdditionalTools,
        ResponseReasoningItem,
        Program,
        ProgramOutput,
        McpCall,
        McpApprovalRequest,
        McpApprovalResponse,
        ImageGenerationCall,
        LocalShellCall,
        LocalShellCallOutput,
        LocalShellCallAction,
        McpListTools,
        ResponseCodeInterpreterToolCall,
        ResponseCompactionItem,
        ResponseFunctionShellToolCall,
        ResponseFunctionShellToolCallOutput,
        ResponseApplyPatchToolCall,
        ResponseApplyPatchToolCallOutput,
        ResponseFunctionToolCallOutputItem,
        ResponseCustomToolCall,
        ResponseCustomToolCallOutputItem,
    ],
    PropertyInfo(discriminator="type"),
]


class ParsedResponse(Response, Generic[ContentType]):
    if TYPE_CHECKING:
        output: List[ParsedResponseOutputItem[ContentType]]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleVariableOverride]
    else:
        output: List[ParsedResponseOutputItem]

    @property
    def output_parsed(self) -> Optional[ContentType]:
        return _computed.parsed_response_output_parsed(self)
