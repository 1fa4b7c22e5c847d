# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.tool_choice_function_param import ToolChoiceFunctionParam
    from aigpt.openai.types.responses.tool_choice_mcp_param import ToolChoiceMcpParam
    from aigpt.openai.types.responses.tool_choice_options import ToolChoiceOptions

__all__ = ["RealtimeToolChoiceConfigParam"]

RealtimeToolChoiceConfigParam: TypeAlias = "Union[ToolChoiceOptions, ToolChoiceFunctionParam, ToolChoiceMcpParam]"
postpone(
    __name__,
    homes={
        "ToolChoiceFunctionParam": "responses.tool_choice_function_param",
        "ToolChoiceMcpParam": "responses.tool_choice_mcp_param",
        "ToolChoiceOptions": "responses.tool_choice_options",
    },
    aliases={"RealtimeToolChoiceConfigParam": {}},
)
