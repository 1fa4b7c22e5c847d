# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai.types.realtime.conversation_created_event import ConversationCreatedEvent
from aigpt.openai.types.realtime.conversation_item import ConversationItem
from aigpt.openai.types.realtime.conversation_item_added import ConversationItemAdded
from aigpt.openai.types.realtime.conversation_item_created_event import ConversationItemCreatedEvent
from aigpt.openai.types.realtime.conversation_item_deleted_event import ConversationItemDeletedEvent
from aigpt.openai.types.realtime.conversation_item_done import ConversationItemDone
from aigpt.openai.types.realtime.conversation_item_input_audio_transcription_completed_event import (
    ConversationItemInputAudioTranscriptionCompletedEvent,
)
from aigpt.openai.types.realtime.conversation_item_input_audio_transcription_delta_event import (
    ConversationItemInputAudioTranscriptionDeltaEvent,
)
from aigpt.openai.types.realtime.conversation_item_input_audio_transcription_failed_event import (
    ConversationItemInputAudioTranscriptionFailedEvent,
)
from aigpt.openai.types.realtime.conversation_item_input_audio_transcription_segment import (
    ConversationItemInputAudioTranscriptionSegment,
)
from aigpt.openai.types.realtime.conversation_item_truncated_event import ConversationItemTruncatedEvent
from aigpt.openai.types.realtime.input_audio_buffer_cleared_event import InputAudioBufferClearedEvent
from aigpt.openai.types.realtime.input_audio_buffer_committed_event import InputAudioBufferCommittedEvent
from aigpt.openai.types.realtime.input_audio_buffer_dtmf_event_received_event import (
    InputAudioBufferDtmfEventReceivedEvent,
)
from aigpt.openai.types.realtime.input_audio_buffer_speech_started_event import InputAudioBufferSpeechStartedEvent
from aigpt.openai.types.realtime.input_audio_buffer_speech_stopped_event import InputAudioBufferSpeechStoppedEvent
from aigpt.openai.types.realtime.input_audio_buffer_timeout_triggered import InputAudioBufferTimeoutTriggered
from aigpt.openai.types.realtime.mcp_list_tools_completed import McpListToolsCompleted
from aigpt.openai.types.realtime.mcp_list_tools_failed import McpListToolsFailed
from aigpt.openai.types.realtime.mcp_list_tools_in_progress import McpListToolsInProgress
from aigpt.openai.types.realtime.rate_limits_updated_event import RateLimitsUpdatedEvent
from aigpt.openai.types.realtime.realtime_error_event import RealtimeErrorEvent
from aigpt.openai.types.realtime.response_audio_delta_event import ResponseAudioDeltaEvent
from aigpt.openai.types.realtime.response_audio_done_event import ResponseAudioDoneEvent
from aigpt.openai.types.realtime.response_audio_transcript_delta_event import ResponseAudioTranscriptDeltaEvent
from aigpt.openai.types.realtime.response_audio_transcript_done_event import ResponseAudioTranscriptDoneEvent
from aigpt.openai.types.realtime.response_content_part_added_event import ResponseContentPartAddedEvent
from aigpt.openai.types.realtime.response_content_part_done_event import ResponseContentPartDoneEvent
from aigpt.openai.types.realtime.response_created_event import ResponseCreatedEvent
from aigpt.openai.types.realtime.response_done_event import ResponseDoneEvent
from aigpt.openai.types.realtime.response_function_call_arguments_delta_event import (
    ResponseFunctionCallArgumentsDeltaEvent,
)
from aigpt.openai.types.realtime.response_function_call_arguments_done_event import (
    ResponseFunctionCallArgumentsDoneEvent,
)
from aigpt.openai.types.realtime.response_mcp_call_arguments_delta import ResponseMcpCallArgumentsDelta
from aigpt.openai.types.realtime.response_mcp_call_arguments_done import ResponseMcpCallArgumentsDone
from aigpt.openai.types.realtime.response_mcp_call_completed import ResponseMcpCallCompleted
from aigpt.openai.types.realtime.response_mcp_call_failed import ResponseMcpCallFailed
from aigpt.openai.types.realtime.response_mcp_call_in_progress import ResponseMcpCallInProgress
from aigpt.openai.types.realtime.response_output_item_added_event import ResponseOutputItemAddedEvent
from aigpt.openai.types.realtime.response_output_item_done_event import ResponseOutputItemDoneEvent
from aigpt.openai.types.realtime.response_text_delta_event import ResponseTextDeltaEvent
from aigpt.openai.types.realtime.response_text_done_event import ResponseTextDoneEvent
from aigpt.openai.types.realtime.session_created_event import SessionCreatedEvent
from aigpt.openai.types.realtime.session_updated_event import SessionUpdatedEvent

__all__ = [
    "RealtimeServerEvent",
    "ConversationItemRetrieved",
    "OutputAudioBufferStarted",
    "OutputAudioBufferStopped",
    "OutputAudioBufferCleared",
]


class ConversationItemRetrieved(BaseModel):
    event_id: str
    item: ConversationItem
    type: Literal["conversation.item.retrieved"]


class OutputAudioBufferStarted(BaseModel):
    event_id: str
    response_id: str
    type: Literal["output_audio_buffer.started"]


class OutputAudioBufferStopped(BaseModel):
    event_id: str
    response_id: str
    type: Literal["output_audio_buffer.stopped"]


class OutputAudioBufferCleared(BaseModel):
    event_id: str
    response_id: str
    type: Literal["output_audio_buffer.cleared"]


RealtimeServerEvent: TypeAlias = Annotated[
    Union[
        ConversationCreatedEvent,
        ConversationItemCreatedEvent,
        ConversationItemDeletedEvent,
        ConversationItemInputAudioTranscriptionCompletedEvent,
        ConversationItemInputAudioTranscriptionDeltaEvent,
        ConversationItemInputAudioTranscriptionFailedEvent,
        ConversationItemRetrieved,
        ConversationItemTruncatedEvent,
        RealtimeErrorEvent,
        InputAudioBufferClearedEvent,
        InputAudioBufferCommittedEvent,
        InputAudioBufferDtmfEventReceivedEvent,
        InputAudioBufferSpeechStartedEvent,
        InputAudioBufferSpeechStoppedEvent,
        RateLimitsUpdatedEvent,
        ResponseAudioDeltaEvent,
        ResponseAudioDoneEvent,
        ResponseAudioTranscriptDeltaEvent,
        ResponseAudioTranscriptDoneEvent,
        ResponseContentPartAddedEvent,
        ResponseContentPartDoneEvent,
        ResponseCreatedEvent,
        ResponseDoneEvent,
        ResponseFunctionCallArgumentsDeltaEvent,
        ResponseFunctionCallArgumentsDoneEvent,
        ResponseOutputItemAddedEvent,
        ResponseOutputItemDoneEvent,
        ResponseTextDeltaEvent,
        ResponseTextDoneEvent,
        SessionCreatedEvent,
        SessionUpdatedEvent,
        OutputAudioBufferStarted,
        OutputAudioBufferStopped,
        OutputAudioBufferCleared,
        ConversationItemAdded,
        ConversationItemDone,
        InputAudioBufferTimeoutTriggered,
        ConversationItemInputAudioTranscriptionSegment,
        McpListToolsInProgress,
        McpListToolsCompleted,
        McpListToolsFailed,
        ResponseMcpCallArgumentsDelta,
        ResponseMcpCallArgumentsDone,
        ResponseMcpCallInProgress,
        ResponseMcpCallCompleted,
        ResponseMcpCallFailed,
    ],
    PropertyInfo(discriminator="type"),
]
