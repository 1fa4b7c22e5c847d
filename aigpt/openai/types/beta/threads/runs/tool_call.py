# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.threads.runs.code_interpreter_tool_call import CodeInterpreterToolCall
    from aigpt.openai.types.beta.threads.runs.file_search_tool_call import FileSearchToolCall
    from aigpt.openai.types.beta.threads.runs.function_tool_call import FunctionToolCall

__all__ = ["ToolCall"]

ToolCall: TypeAlias = """
Annotated[Union[CodeInterpreterToolCall, FileSearchToolCall, FunctionToolCall],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "CodeInterpreterToolCall": "beta.threads.runs.code_interpreter_tool_call",
        "FileSearchToolCall": "beta.threads.runs.file_search_tool_call",
        "FunctionToolCall": "beta.threads.runs.function_tool_call",
    },
    aliases={
        "ToolCall": {
            "code_interpreter": "CodeInterpreterToolCall",
            "file_search": "FileSearchToolCall",
            "function": "FunctionToolCall",
        }
    },
)
