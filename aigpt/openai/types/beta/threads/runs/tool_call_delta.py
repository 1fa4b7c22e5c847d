# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.threads.runs.code_interpreter_tool_call_delta import CodeInterpreterToolCallDelta
    from aigpt.openai.types.beta.threads.runs.file_search_tool_call_delta import FileSearchToolCallDelta
    from aigpt.openai.types.beta.threads.runs.function_tool_call_delta import FunctionToolCallDelta

__all__ = ["ToolCallDelta"]

ToolCallDelta: TypeAlias = """
Annotated[Union[CodeInterpreterToolCallDelta, FileSearchToolCallDelta, FunctionToolCallDelta],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "CodeInterpreterToolCallDelta": "beta.threads.runs.code_interpreter_tool_call_delta",
        "FileSearchToolCallDelta": "beta.threads.runs.file_search_tool_call_delta",
        "FunctionToolCallDelta": "beta.threads.runs.function_tool_call_delta",
    },
    aliases={
        "ToolCallDelta": {
            "code_interpreter": "CodeInterpreterToolCallDelta",
            "file_search": "FileSearchToolCallDelta",
            "function": "FunctionToolCallDelta",
        }
    },
)
