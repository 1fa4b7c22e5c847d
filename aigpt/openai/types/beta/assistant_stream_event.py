# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.thread import Thread
    from aigpt.openai.types.beta.threads.message import Message
    from aigpt.openai.types.beta.threads.message_delta_event import MessageDeltaEvent
    from aigpt.openai.types.beta.threads.run import Run
    from aigpt.openai.types.beta.threads.runs.run_step import RunStep
    from aigpt.openai.types.beta.threads.runs.run_step_delta_event import RunStepDeltaEvent
    from aigpt.openai.types.shared.error_object import ErrorObject

__all__ = [
    "AssistantStreamEvent",
    "ThreadCreated",
    "ThreadRunCreated",
    "ThreadRunQueued",
    "ThreadRunInProgress",
    "ThreadRunRequiresAction",
    "ThreadRunCompleted",
    "ThreadRunIncomplete",
    "ThreadRunFailed",
    "ThreadRunCancelling",
    "ThreadRunCancelled",
    "ThreadRunExpired",
    "ThreadRunStepCreated",
    "ThreadRunStepInProgress",
    "ThreadRunStepDelta",
    "ThreadRunStepCompleted",
    "ThreadRunStepFailed",
    "ThreadRunStepCancelled",
    "ThreadRunStepExpired",
    "ThreadMessageCreated",
    "ThreadMessageInProgress",
    "ThreadMessageDelta",
    "ThreadMessageCompleted",
    "ThreadMessageIncomplete",
    "ErrorEvent",
]


class ThreadCreated(BaseModel):
    data: Thread
    event: Literal["thread.created"]
    enabled: Optional[bool] = None


class ThreadRunCreated(BaseModel):
    data: Run
    event: Literal["thread.run.created"]


class ThreadRunQueued(BaseModel):
    data: Run
    event: Literal["thread.run.queued"]


class ThreadRunInProgress(BaseModel):
    data: Run
    event: Literal["thread.run.in_progress"]


class ThreadRunRequiresAction(BaseModel):
    data: Run
    event: Literal["thread.run.requires_action"]


class ThreadRunCompleted(BaseModel):
    data: Run
    event: Literal["thread.run.completed"]


class ThreadRunIncomplete(BaseModel):
    data: Run
    event: Literal["thread.run.incomplete"]


class ThreadRunFailed(BaseModel):
    data: Run
    event: Literal["thread.run.failed"]


class ThreadRunCancelling(BaseModel):
    data: Run
    event: Literal["thread.run.cancelling"]


class ThreadRunCancelled(BaseModel):
    data: Run
    event: Literal["thread.run.cancelled"]


class ThreadRunExpired(BaseModel):
    data: Run
    event: Literal["thread.run.expired"]


class ThreadRunStepCreated(BaseModel):
    data: RunStep
    event: Literal["thread.run.step.created"]


class ThreadRunStepInProgress(BaseModel):
    data: RunStep
    event: Literal["thread.run.step.in_progress"]


class ThreadRunStepDelta(BaseModel):
    data: RunStepDeltaEvent
    event: Literal["thread.run.step.delta"]


class ThreadRunStepCompleted(BaseModel):
    data: RunStep
    event: Literal["thread.run.step.completed"]


class ThreadRunStepFailed(BaseModel):
    data: RunStep
    event: Literal["thread.run.step.failed"]


class ThreadRunStepCancelled(BaseModel):
    data: RunStep
    event: Literal["thread.run.step.cancelled"]


class ThreadRunStepExpired(BaseModel):
    data: RunStep
    event: Literal["thread.run.step.expired"]


class ThreadMessageCreated(BaseModel):
    data: Message
    event: Literal["thread.message.created"]


class ThreadMessageInProgress(BaseModel):
    data: Message
    event: Literal["thread.message.in_progress"]


class ThreadMessageDelta(BaseModel):
    data: MessageDeltaEvent
    event: Literal["thread.message.delta"]


class ThreadMessageCompleted(BaseModel):
    data: Message
    event: Literal["thread.message.completed"]


class ThreadMessageIncomplete(BaseModel):
    data: Message
    event: Literal["thread.message.incomplete"]


class ErrorEvent(BaseModel):
    data: ErrorObject
    event: Literal["error"]


AssistantStreamEvent: TypeAlias = """
Annotated[Union[ThreadCreated, ThreadRunCreated, ThreadRunQueued, ThreadRunInProgress,
ThreadRunRequiresAction, ThreadRunCompleted, ThreadRunIncomplete, ThreadRunFailed,
ThreadRunCancelling, ThreadRunCancelled, ThreadRunExpired, ThreadRunStepCreated,
ThreadRunStepInProgress, ThreadRunStepDelta, ThreadRunStepCompleted, ThreadRunStepFailed,
ThreadRunStepCancelled, ThreadRunStepExpired, ThreadMessageCreated, ThreadMessageInProgress,
ThreadMessageDelta, ThreadMessageCompleted, ThreadMessageIncomplete, ErrorEvent],
PropertyInfo(discriminator='event')]
"""
postpone(
    __name__,
    homes={
        "ErrorObject": "shared.error_object",
        "Message": "beta.threads.message",
        "MessageDeltaEvent": "beta.threads.message_delta_event",
        "Run": "beta.threads.run",
        "RunStep": "beta.threads.runs.run_step",
        "RunStepDeltaEvent": "beta.threads.runs.run_step_delta_event",
        "Thread": "beta.thread",
    },
    aliases={"AssistantStreamEvent": {}},
)
