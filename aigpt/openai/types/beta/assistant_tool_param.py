# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.code_interpreter_tool_param import CodeInterpreterToolParam
    from aigpt.openai.types.beta.file_search_tool_param import FileSearchToolParam
    from aigpt.openai.types.beta.function_tool_param import FunctionToolParam

__all__ = ["AssistantToolParam"]

AssistantToolParam: TypeAlias = "Union[CodeInterpreterToolParam, FileSearchToolParam, FunctionToolParam]"
postpone(
    __name__,
    homes={
        "CodeInterpreterToolParam": "beta.code_interpreter_tool_param",
        "FileSearchToolParam": "beta.file_search_tool_param",
        "FunctionToolParam": "beta.function_tool_param",
    },
    aliases={"AssistantToolParam": {}},
)
