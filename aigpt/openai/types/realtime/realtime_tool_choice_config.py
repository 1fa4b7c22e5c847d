# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.tool_choice_function import ToolChoiceFunction
    from aigpt.openai.types.responses.tool_choice_mcp import ToolChoiceMcp
    from aigpt.openai.types.responses.tool_choice_options import ToolChoiceOptions

__all__ = ["RealtimeToolChoiceConfig"]

RealtimeToolChoiceConfig: TypeAlias = "Union[ToolChoiceOptions, ToolChoiceFunction, ToolChoiceMcp]"
postpone(
    __name__,
    homes={
        "ToolChoiceFunction": "responses.tool_choice_function",
        "ToolChoiceMcp": "responses.tool_choice_mcp",
        "ToolChoiceOptions": "responses.tool_choice_options",
    },
    aliases={"RealtimeToolChoiceConfig": {}},
)
