# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.code_interpreter_tool import CodeInterpreterTool
    from aigpt.openai.types.beta.file_search_tool import FileSearchTool
    from aigpt.openai.types.beta.function_tool import FunctionTool

__all__ = ["AssistantTool"]

AssistantTool: TypeAlias = """
Annotated[Union[CodeInterpreterTool, FileSearchTool, FunctionTool],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "CodeInterpreterTool": "beta.code_interpreter_tool",
        "FileSearchTool": "beta.file_search_tool",
        "FunctionTool": "beta.function_tool",
    },
    aliases={
        "AssistantTool": {
            "code_interpreter": "CodeInterpreterTool",
            "file_search": "FileSearchTool",
            "function": "FunctionTool",
        }
    },
)
