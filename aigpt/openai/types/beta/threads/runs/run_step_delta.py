# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.threads.runs.run_step_delta_message_delta import RunStepDeltaMessageDelta
    from aigpt.openai.types.beta.threads.runs.tool_call_delta_object import ToolCallDeltaObject

__all__ = ["RunStepDelta", "StepDetails"]

StepDetails: TypeAlias = (
    "Annotated[Union[RunStepDeltaMessageDelta, ToolCallDeltaObject], PropertyInfo(discriminator='type')]"
)


class RunStepDelta(BaseModel):
    step_details: Optional[StepDetails] = None


postpone(
    __name__,
    homes={
        "RunStepDeltaMessageDelta": "beta.threads.runs.run_step_delta_message_delta",
        "ToolCallDeltaObject": "beta.threads.runs.tool_call_delta_object",
    },
    aliases={"StepDetails": {"message_creation": "RunStepDeltaMessageDelta", "tool_calls": "ToolCallDeltaObject"}},
)
