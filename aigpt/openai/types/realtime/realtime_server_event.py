# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
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


RealtimeServerEvent: TypeAlias = """
Annotated[Union[ConversationCreatedEvent, ConversationItemCreatedEvent,
ConversationItemDeletedEvent, ConversationItemInputAudioTranscriptionCompletedEvent,
ConversationItemInputAudioTranscriptionDeltaEvent,
ConversationItemInputAudioTranscriptionFailedEvent, ConversationItemRetrieved,
ConversationItemTruncatedEvent, RealtimeErrorEvent, InputAudioBufferClearedEvent,
InputAudioBufferCommittedEvent, InputAudioBufferDtmfEventReceivedEvent,
InputAudioBufferSpeechStartedEvent, InputAudioBufferSpeechStoppedEvent, RateLimitsUpdatedEvent,
ResponseAudioDeltaEvent, ResponseAudioDoneEvent, ResponseAudioTranscriptDeltaEvent,
ResponseAudioTranscriptDoneEvent, ResponseContentPartAddedEvent, ResponseContentPartDoneEvent,
ResponseCreatedEvent, ResponseDoneEvent, ResponseFunctionCallArgumentsDeltaEvent,
ResponseFunctionCallArgumentsDoneEvent, ResponseOutputItemAddedEvent, ResponseOutputItemDoneEvent,
ResponseTextDeltaEvent, ResponseTextDoneEvent, SessionCreatedEvent, SessionUpdatedEvent,
OutputAudioBufferStarted, OutputAudioBufferStopped, OutputAudioBufferCleared, ConversationItemAdded,
ConversationItemDone, InputAudioBufferTimeoutTriggered,
ConversationItemInputAudioTranscriptionSegment, McpListToolsInProgress, McpListToolsCompleted,
McpListToolsFailed, ResponseMcpCallArgumentsDelta, ResponseMcpCallArgumentsDone,
ResponseMcpCallInProgress, ResponseMcpCallCompleted, ResponseMcpCallFailed],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "ConversationCreatedEvent": "realtime.conversation_created_event",
        "ConversationItem": "realtime.conversation_item",
        "ConversationItemAdded": "realtime.conversation_item_added",
        "ConversationItemCreatedEvent": "realtime.conversation_item_created_event",
        "ConversationItemDeletedEvent": "realtime.conversation_item_deleted_event",
        "ConversationItemDone": "realtime.conversation_item_done",
        "ConversationItemInputAudioTranscriptionCompletedEvent": "realtime.conversation_item_input_audio_transcription_completed_event",
        "ConversationItemInputAudioTranscriptionDeltaEvent": "realtime.conversation_item_input_audio_transcription_delta_event",
        "ConversationItemInputAudioTranscriptionFailedEvent": "realtime.conversation_item_input_audio_transcription_failed_event",
        "ConversationItemInputAudioTranscriptionSegment": "realtime.conversation_item_input_audio_transcription_segment",
        "ConversationItemTruncatedEvent": "realtime.conversation_item_truncated_event",
        "InputAudioBufferClearedEvent": "realtime.input_audio_buffer_cleared_event",
        "InputAudioBufferCommittedEvent": "realtime.input_audio_buffer_committed_event",
        "InputAudioBufferDtmfEventReceivedEvent": "realtime.input_audio_buffer_dtmf_event_received_event",
        "InputAudioBufferSpeechStartedEvent": "realtime.input_audio_buffer_speech_started_event",
        "InputAudioBufferSpeechStoppedEvent": "realtime.input_audio_buffer_speech_stopped_event",
        "InputAudioBufferTimeoutTriggered": "realtime.input_audio_buffer_timeout_triggered",
        "McpListToolsCompleted": "realtime.mcp_list_tools_completed",
        "McpListToolsFailed": "realtime.mcp_list_tools_failed",
        "McpListToolsInProgress": "realtime.mcp_list_tools_in_progress",
        "RateLimitsUpdatedEvent": "realtime.rate_limits_updated_event",
        "RealtimeErrorEvent": "realtime.realtime_error_event",
        "ResponseAudioDeltaEvent": "realtime.response_audio_delta_event",
        "ResponseAudioDoneEvent": "realtime.response_audio_done_event",
        "ResponseAudioTranscriptDeltaEvent": "realtime.response_audio_transcript_delta_event",
        "ResponseAudioTranscriptDoneEvent": "realtime.response_audio_transcript_done_event",
        "ResponseContentPartAddedEvent": "realtime.response_content_part_added_event",
        "ResponseContentPartDoneEvent": "realtime.response_content_part_done_event",
        "ResponseCreatedEvent": "realtime.response_created_event",
        "ResponseDoneEvent": "realtime.response_done_event",
        "ResponseFunctionCallArgumentsDeltaEvent": "realtime.response_function_call_arguments_delta_event",
        "ResponseFunctionCallArgumentsDoneEvent": "realtime.response_function_call_arguments_done_event",
        "ResponseMcpCallArgumentsDelta": "realtime.response_mcp_call_arguments_delta",
        "ResponseMcpCallArgumentsDone": "realtime.response_mcp_call_arguments_done",
        "ResponseMcpCallCompleted": "realtime.response_mcp_call_completed",
        "ResponseMcpCallFailed": "realtime.response_mcp_call_failed",
        "ResponseMcpCallInProgress": "realtime.response_mcp_call_in_progress",
        "ResponseOutputItemAddedEvent": "realtime.response_output_item_added_event",
        "ResponseOutputItemDoneEvent": "realtime.response_output_item_done_event",
        "ResponseTextDeltaEvent": "realtime.response_text_delta_event",
        "ResponseTextDoneEvent": "realtime.response_text_done_event",
        "SessionCreatedEvent": "realtime.session_created_event",
        "SessionUpdatedEvent": "realtime.session_updated_event",
    },
    aliases={
        "RealtimeServerEvent": {
            "conversation.created": "ConversationCreatedEvent",
            "conversation.item.created": "ConversationItemCreatedEvent",
            "conversation.item.deleted": "ConversationItemDeletedEvent",
            "conversation.item.input_audio_transcription.completed": "ConversationItemInputAudioTranscriptionCompletedEvent",
            "conversation.item.input_audio_transcription.delta": "ConversationItemInputAudioTranscriptionDeltaEvent",
            "conversation.item.input_audio_transcription.failed": "ConversationItemInputAudioTranscriptionFailedEvent",
            "conversation.item.retrieved": "ConversationItemRetrieved",
            "conversation.item.truncated": "ConversationItemTruncatedEvent",
            "error": "RealtimeErrorEvent",
            "input_audio_buffer.cleared": "InputAudioBufferClearedEvent",
            "input_audio_buffer.committed": "InputAudioBufferCommittedEvent",
            "input_audio_buffer.dtmf_event_received": "InputAudioBufferDtmfEventReceivedEvent",
            "input_audio_buffer.speech_started": "InputAudioBufferSpeechStartedEvent",
            "input_audio_buffer.speech_stopped": "InputAudioBufferSpeechStoppedEvent",
            "rate_limits.updated": "RateLimitsUpdatedEvent",
            "response.output_audio.delta": "ResponseAudioDeltaEvent",
            "response.output_audio.done": "ResponseAudioDoneEvent",
            "response.output_audio_transcript.delta": "ResponseAudioTranscriptDeltaEvent",
            "response.output_audio_transcript.done": "ResponseAudioTranscriptDoneEvent",
            "response.content_part.added": "ResponseContentPartAddedEvent",
            "response.content_part.done": "ResponseContentPartDoneEvent",
            "response.created": "ResponseCreatedEvent",
            "response.done": "ResponseDoneEvent",
            "response.function_call_arguments.delta": "ResponseFunctionCallArgumentsDeltaEvent",
            "response.function_call_arguments.done": "ResponseFunctionCallArgumentsDoneEvent",
            "response.output_item.added": "ResponseOutputItemAddedEvent",
            "response.output_item.done": "ResponseOutputItemDoneEvent",
            "response.output_text.delta": "ResponseTextDeltaEvent",
            "response.output_text.done": "ResponseTextDoneEvent",
            "session.created": "SessionCreatedEvent",
            "session.updated": "SessionUpdatedEvent",
            "output_audio_buffer.started": "OutputAudioBufferStarted",
            "output_audio_buffer.stopped": "OutputAudioBufferStopped",
            "output_audio_buffer.cleared": "OutputAudioBufferCleared",
            "conversation.item.added": "ConversationItemAdded",
            "conversation.item.done": "ConversationItemDone",
            "input_audio_buffer.timeout_triggered": "InputAudioBufferTimeoutTriggered",
            "conversation.item.input_audio_transcription.segment": "ConversationItemInputAudioTranscriptionSegment",
            "mcp_list_tools.in_progress": "McpListToolsInProgress",
            "mcp_list_tools.completed": "McpListToolsCompleted",
            "mcp_list_tools.failed": "McpListToolsFailed",
            "response.mcp_call_arguments.delta": "ResponseMcpCallArgumentsDelta",
            "response.mcp_call_arguments.done": "ResponseMcpCallArgumentsDone",
            "response.mcp_call.in_progress": "ResponseMcpCallInProgress",
            "response.mcp_call.completed": "ResponseMcpCallCompleted",
            "response.mcp_call.failed": "ResponseMcpCallFailed",
        }
    },
)
