# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Iterable, List, Literal, Optional, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_conversation_param_param import BetaResponseConversationParamParam
    from aigpt.openai.types.beta.beta_response_format_text_config_param import BetaResponseFormatTextConfigParam
    from aigpt.openai.types.beta.beta_response_input_item_param import BetaResponseInputItemParam
    from aigpt.openai.types.beta.beta_tool_choice_allowed_param import BetaToolChoiceAllowedParam
    from aigpt.openai.types.beta.beta_tool_choice_apply_patch_param import BetaToolChoiceApplyPatchParam
    from aigpt.openai.types.beta.beta_tool_choice_custom_param import BetaToolChoiceCustomParam
    from aigpt.openai.types.beta.beta_tool_choice_function_param import BetaToolChoiceFunctionParam
    from aigpt.openai.types.beta.beta_tool_choice_mcp_param import BetaToolChoiceMcpParam
    from aigpt.openai.types.beta.beta_tool_choice_options import BetaToolChoiceOptions
    from aigpt.openai.types.beta.beta_tool_choice_shell_param import BetaToolChoiceShellParam
    from aigpt.openai.types.beta.beta_tool_choice_types_param import BetaToolChoiceTypesParam
    from aigpt.openai.types.beta.beta_tool_param import BetaToolParam

__all__ = [
    "InputTokenCountParams",
    "Conversation",
    "Reasoning",
    "Text",
    "ToolChoice",
    "ToolChoiceBetaSpecificProgrammaticToolCallingParam",
]


class InputTokenCountParams(TypedDict, total=False):
    conversation: Optional[Conversation]
    input: Union[str, Iterable[BetaResponseInputItemParam], None]
    instructions: Optional[str]
    model: Optional[str]
    parallel_tool_calls: Optional[bool]
    personality: Union[str, Literal["friendly", "pragmatic"]]
    previous_response_id: Optional[str]
    reasoning: Optional[Reasoning]
    text: Optional[Text]
    tool_choice: Optional[ToolChoice]
    tools: Optional[Iterable[BetaToolParam]]
    truncation: Literal["auto", "disabled"]
    betas: Annotated[List[Literal["responses_multi_agent=v1"]], PropertyInfo(alias="openai-beta")]


Conversation: TypeAlias = "Union[str, BetaResponseConversationParamParam]"


class Reasoning(TypedDict, total=False):
    context: Optional[Literal["auto", "current_turn", "all_turns"]]
    effort: Optional[Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]]
    generate_summary: Optional[Literal["auto", "concise", "detailed"]]
    mode: Union[str, Literal["standard", "pro"]]
    summary: Optional[Literal["auto", "concise", "detailed"]]


class Text(TypedDict, total=False):
    format: BetaResponseFormatTextConfigParam
    verbosity: Optional[Literal["low", "medium", "high"]]


class ToolChoiceBetaSpecificProgrammaticToolCallingParam(TypedDict, total=False):
    type: Required[Literal["programmatic_tool_calling"]]


ToolChoice: TypeAlias = """
Union[BetaToolChoiceOptions, BetaToolChoiceAllowedParam, BetaToolChoiceTypesParam,
BetaToolChoiceFunctionParam, BetaToolChoiceMcpParam, BetaToolChoiceCustomParam,
ToolChoiceBetaSpecificProgrammaticToolCallingParam, BetaToolChoiceApplyPatchParam,
BetaToolChoiceShellParam]
"""
postpone(
    __name__,
    homes={
        "BetaResponseConversationParamParam": "beta.beta_response_conversation_param_param",
        "BetaResponseFormatTextConfigParam": "beta.beta_response_format_text_config_param",
        "BetaResponseInputItemParam": "beta.beta_response_input_item_param",
        "BetaToolChoiceAllowedParam": "beta.beta_tool_choice_allowed_param",
        "BetaToolChoiceApplyPatchParam": "beta.beta_tool_choice_apply_patch_param",
        "BetaToolChoiceCustomParam": "beta.beta_tool_choice_custom_param",
        "BetaToolChoiceFunctionParam": "beta.beta_tool_choice_function_param",
        "BetaToolChoiceMcpParam": "beta.beta_tool_choice_mcp_param",
        "BetaToolChoiceOptions": "beta.beta_tool_choice_options",
        "BetaToolChoiceShellParam": "beta.beta_tool_choice_shell_param",
        "BetaToolChoiceTypesParam": "beta.beta_tool_choice_types_param",
        "BetaToolParam": "beta.beta_tool_param",
    },
    aliases={"Conversation": {}, "ToolChoice": {}},
)
