# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.threads.runs.message_creation_step_details import MessageCreationStepDetails
    from aigpt.openai.types.beta.threads.runs.tool_calls_step_details import ToolCallsStepDetails
    from aigpt.openai.types.shared.metadata import Metadata

__all__ = ["RunStep", "LastError", "StepDetails", "Usage"]


class LastError(BaseModel):
    code: Literal["server_error", "rate_limit_exceeded"]
    message: str


StepDetails: TypeAlias = """
Annotated[Union[MessageCreationStepDetails, ToolCallsStepDetails],
PropertyInfo(discriminator='type')]
"""


class Usage(BaseModel):
    completion_tokens: int
    prompt_tokens: int
    total_tokens: int


class RunStep(BaseModel):
    id: str
    assistant_id: str
    cancelled_at: Optional[int] = None
    completed_at: Optional[int] = None
    created_at: int
    expired_at: Optional[int] = None
    failed_at: Optional[int] = None
    last_error: Optional[LastError] = None
    metadata: Optional[Metadata] = None
    object: Literal["thread.run.step"]
    run_id: str
    status: Literal["in_progress", "cancelled", "failed", "completed", "expired"]
    step_details: StepDetails
    thread_id: str
    type: Literal["message_creation", "tool_calls"]
    usage: Optional[Usage] = None


postpone(
    __name__,
    homes={
        "MessageCreationStepDetails": "beta.threads.runs.message_creation_step_details",
        "Metadata": "shared.metadata",
        "ToolCallsStepDetails": "beta.threads.runs.tool_calls_step_details",
    },
    aliases={"StepDetails": {"message_creation": "MessageCreationStepDetails", "tool_calls": "ToolCallsStepDetails"}},
)
