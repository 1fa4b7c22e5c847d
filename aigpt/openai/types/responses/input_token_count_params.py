# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Iterable, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_conversation_param_param import ResponseConversationParamParam
    from aigpt.openai.types.responses.response_format_text_config_param import ResponseFormatTextConfigParam
    from aigpt.openai.types.responses.response_input_item_param import ResponseInputItemParam
    from aigpt.openai.types.responses.tool_choice_allowed_param import ToolChoiceAllowedParam
    from aigpt.openai.types.responses.tool_choice_apply_patch_param import ToolChoiceApplyPatchParam
    from aigpt.openai.types.responses.tool_choice_custom_param import ToolChoiceCustomParam
    from aigpt.openai.types.responses.tool_choice_function_param import ToolChoiceFunctionParam
    from aigpt.openai.types.responses.tool_choice_mcp_param import ToolChoiceMcpParam
    from aigpt.openai.types.responses.tool_choice_options import ToolChoiceOptions
    from aigpt.openai.types.responses.tool_choice_shell_param import ToolChoiceShellParam
    from aigpt.openai.types.responses.tool_choice_types_param import ToolChoiceTypesParam
    from aigpt.openai.types.responses.tool_param import ToolParam
    from aigpt.openai.types.shared_params.reasoning import Reasoning

__all__ = [
    "InputTokenCountParams",
    "Conversation",
    "Text",
    "ToolChoice",
    "ToolChoiceSpecificProgrammaticToolCallingParam",
]


class InputTokenCountParams(TypedDict, total=False):
    conversation: Optional[Conversation]
    input: Union[str, Iterable[ResponseInputItemParam], None]
    instructions: Optional[str]
    model: Optional[str]
    parallel_tool_calls: Optional[bool]
    personality: Union[str, Literal["friendly", "pragmatic"]]
    previous_response_id: Optional[str]
    reasoning: Optional[Reasoning]
    text: Optional[Text]
    tool_choice: Optional[ToolChoice]
    tools: Optional[Iterable[ToolParam]]
    truncation: Literal["auto", "disabled"]


Conversation: TypeAlias = "Union[str, ResponseConversationParamParam]"


class Text(TypedDict, total=False):
    format: ResponseFormatTextConfigParam
    verbosity: Optional[Literal["low", "medium", "high"]]


class ToolChoiceSpecificProgrammaticToolCallingParam(TypedDict, total=False):
    type: Required[Literal["programmatic_tool_calling"]]


ToolChoice: TypeAlias = """
Union[ToolChoiceOptions, ToolChoiceAllowedParam, ToolChoiceTypesParam, ToolChoiceFunctionParam,
ToolChoiceMcpParam, ToolChoiceCustomParam, ToolChoiceSpecificProgrammaticToolCallingParam,
ToolChoiceApplyPatchParam, ToolChoiceShellParam]
"""
postpone(
    __name__,
    homes={
        "Reasoning": "shared_params.reasoning",
        "ResponseConversationParamParam": "responses.response_conversation_param_param",
        "ResponseFormatTextConfigParam": "responses.response_format_text_config_param",
        "ResponseInputItemParam": "responses.response_input_item_param",
        "ToolChoiceAllowedParam": "responses.tool_choice_allowed_param",
        "ToolChoiceApplyPatchParam": "responses.tool_choice_apply_patch_param",
        "ToolChoiceCustomParam": "responses.tool_choice_custom_param",
        "ToolChoiceFunctionParam": "responses.tool_choice_function_param",
        "ToolChoiceMcpParam": "responses.tool_choice_mcp_param",
        "ToolChoiceOptions": "responses.tool_choice_options",
        "ToolChoiceShellParam": "responses.tool_choice_shell_param",
        "ToolChoiceTypesParam": "responses.tool_choice_types_param",
        "ToolParam": "responses.tool_param",
    },
    aliases={"Conversation": {}, "ToolChoice": {}},
)
