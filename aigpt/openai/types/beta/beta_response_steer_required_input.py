# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

__all__ = [
    "BetaResponseSteerRequiredInput",
    "FunctionCallOutput",
    "CustomToolCallOutput",
    "ComputerCallOutput",
    "ShellCallOutput",
    "ApplyPatchCallOutput",
    "ToolSearchOutput",
    "McpApprovalResponse",
]


class FunctionCallOutput(BaseModel):
    call_id: str
    name: str
    type: Literal["function_call_output"]


class CustomToolCallOutput(BaseModel):
    call_id: str
    type: Literal["custom_tool_call_output"]


class ComputerCallOutput(BaseModel):
    call_id: str
    type: Literal["computer_call_output"]


class ShellCallOutput(BaseModel):
    call_id: str
    type: Literal["shell_call_output"]


class ApplyPatchCallOutput(BaseModel):
    call_id: str
    type: Literal["apply_patch_call_output"]


class ToolSearchOutput(BaseModel):
    call_id: str
    execution: Literal["client"]
    type: Literal["tool_search_output"]


class McpApprovalResponse(BaseModel):
    approval_request_id: str
    type: Literal["mcp_approval_response"]


BetaResponseSteerRequiredInput: TypeAlias = """
Annotated[Union[FunctionCallOutput, CustomToolCallOutput, ComputerCallOutput, ShellCallOutput,
ApplyPatchCallOutput, ToolSearchOutput, McpApprovalResponse], PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    aliases={
        "BetaResponseSteerRequiredInput": {
            "function_call_output": "FunctionCallOutput",
            "custom_tool_call_output": "CustomToolCallOutput",
            "computer_call_output": "ComputerCallOutput",
            "shell_call_output": "ShellCallOutput",
            "apply_patch_call_output": "ApplyPatchCallOutput",
            "tool_search_output": "ToolSearchOutput",
            "mcp_approval_response": "McpApprovalResponse",
        }
    },
)
