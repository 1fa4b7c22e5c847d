# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Dict, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone
from aigpt.openai.types.responses.response_audio_delta_event import ResponseAudioDeltaEvent
from aigpt.openai.types.responses.response_audio_done_event import ResponseAudioDoneEvent
from aigpt.openai.types.responses.response_audio_transcript_delta_event import ResponseAudioTranscriptDeltaEvent
from aigpt.openai.types.responses.response_audio_transcript_done_event import ResponseAudioTranscriptDoneEvent
from aigpt.openai.types.responses.response_code_interpreter_call_code_delta_event import (
    ResponseCodeInterpreterCallCodeDeltaEvent,
)
from aigpt.openai.types.responses.response_code_interpreter_call_code_done_event import (
    ResponseCodeInterpreterCallCodeDoneEvent,
)
from aigpt.openai.types.responses.response_code_interpreter_call_completed_event import (
    ResponseCodeInterpreterCallCompletedEvent,
)
from aigpt.openai.types.responses.response_code_interpreter_call_in_progress_event import (
    ResponseCodeInterpreterCallInProgressEvent,
)
from aigpt.openai.types.responses.response_code_interpreter_call_interpreting_event import (
    ResponseCodeInterpreterCallInterpretingEvent,
)
from aigpt.openai.types.responses.response_compaction_compacting_event import ResponseCompactionCompactingEvent
from aigpt.openai.types.responses.response_completed_event import ResponseCompletedEvent
from aigpt.openai.types.responses.response_content_part_added_event import ResponseContentPartAddedEvent
from aigpt.openai.types.responses.response_content_part_done_event import ResponseContentPartDoneEvent
from aigpt.openai.types.responses.response_created_event import ResponseCreatedEvent
from aigpt.openai.types.responses.response_custom_tool_call_input_delta_event import (
    ResponseCustomToolCallInputDeltaEvent,
)
from aigpt.openai.types.responses.response_custom_tool_call_input_done_event import ResponseCustomToolCallInputDoneEvent
from aigpt.openai.types.responses.response_failed_event import ResponseFailedEvent
from aigpt.openai.types.responses.response_file_search_call_completed_event import ResponseFileSearchCallCompletedEvent
from aigpt.openai.types.responses.response_file_search_call_in_progress_event import (
    ResponseFileSearchCallInProgressEvent,
)
from aigpt.openai.types.responses.response_file_search_call_searching_event import ResponseFileSearchCallSearchingEvent
from aigpt.openai.types.responses.response_function_call_arguments_delta_event import (
    ResponseFunctionCallArgumentsDeltaEvent,
)
from aigpt.openai.types.responses.response_function_call_arguments_done_event import (
    ResponseFunctionCallArgumentsDoneEvent,
)
from aigpt.openai.types.responses.response_image_gen_call_completed_event import ResponseImageGenCallCompletedEvent
from aigpt.openai.types.responses.response_image_gen_call_generating_event import ResponseImageGenCallGeneratingEvent
from aigpt.openai.types.responses.response_image_gen_call_in_progress_event import ResponseImageGenCallInProgressEvent
from aigpt.openai.types.responses.response_image_gen_call_partial_image_event import (
    ResponseImageGenCallPartialImageEvent,
)
from aigpt.openai.types.responses.response_in_progress_event import ResponseInProgressEvent
from aigpt.openai.types.responses.response_incomplete_event import ResponseIncompleteEvent
from aigpt.openai.types.responses.response_mcp_call_arguments_delta_event import ResponseMcpCallArgumentsDeltaEvent
from aigpt.openai.types.responses.response_mcp_call_arguments_done_event import ResponseMcpCallArgumentsDoneEvent
from aigpt.openai.types.responses.response_mcp_call_completed_event import ResponseMcpCallCompletedEvent
from aigpt.openai.types.responses.response_mcp_call_failed_event import ResponseMcpCallFailedEvent
from aigpt.openai.types.responses.response_mcp_call_in_progress_event import ResponseMcpCallInProgressEvent
from aigpt.openai.types.responses.response_mcp_list_tools_completed_event import ResponseMcpListToolsCompletedEvent
from aigpt.openai.types.responses.response_mcp_list_tools_failed_event import ResponseMcpListToolsFailedEvent
from aigpt.openai.types.responses.response_mcp_list_tools_in_progress_event import ResponseMcpListToolsInProgressEvent
from aigpt.openai.types.responses.response_output_item_added_event import ResponseOutputItemAddedEvent
from aigpt.openai.types.responses.response_output_item_done_event import ResponseOutputItemDoneEvent
from aigpt.openai.types.responses.response_output_text_annotation_added_event import (
    ResponseOutputTextAnnotationAddedEvent,
)
from aigpt.openai.types.responses.response_queued_event import ResponseQueuedEvent
from aigpt.openai.types.responses.response_reasoning_summary_part_added_event import (
    ResponseReasoningSummaryPartAddedEvent,
)
from aigpt.openai.types.responses.response_reasoning_summary_part_done_event import (
    ResponseReasoningSummaryPartDoneEvent,
)
from aigpt.openai.types.responses.response_reasoning_summary_text_delta_event import (
    ResponseReasoningSummaryTextDeltaEvent,
)
from aigpt.openai.types.responses.response_reasoning_summary_text_done_event import (
    ResponseReasoningSummaryTextDoneEvent,
)
from aigpt.openai.types.responses.response_reasoning_text_delta_event import ResponseReasoningTextDeltaEvent
from aigpt.openai.types.responses.response_reasoning_text_done_event import ResponseReasoningTextDoneEvent
from aigpt.openai.types.responses.response_refusal_delta_event import ResponseRefusalDeltaEvent
from aigpt.openai.types.responses.response_refusal_done_event import ResponseRefusalDoneEvent
from aigpt.openai.types.responses.response_shell_call_command_added_event import ResponseShellCallCommandAddedEvent
from aigpt.openai.types.responses.response_shell_call_command_delta_event import ResponseShellCallCommandDeltaEvent
from aigpt.openai.types.responses.response_shell_call_command_done_event import ResponseShellCallCommandDoneEvent
from aigpt.openai.types.responses.response_shell_call_output_content_delta_event import (
    ResponseShellCallOutputContentDeltaEvent,
)
from aigpt.openai.types.responses.response_shell_call_output_content_done_event import (
    ResponseShellCallOutputContentDoneEvent,
)
from aigpt.openai.types.responses.response_text_delta_event import ResponseTextDeltaEvent
from aigpt.openai.types.responses.response_text_done_event import ResponseTextDoneEvent
from aigpt.openai.types.responses.response_web_search_call_completed_event import ResponseWebSearchCallCompletedEvent
from aigpt.openai.types.responses.response_web_search_call_in_progress_event import ResponseWebSearchCallInProgressEvent
from aigpt.openai.types.responses.response_web_search_call_searching_event import ResponseWebSearchCallSearchingEvent

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_steer_accepted_event import ResponseSteerAcceptedEvent
    from aigpt.openai.types.responses.response_steer_failed_event import ResponseSteerFailedEvent
    from aigpt.openai.types.responses.response_steer_pending_event import ResponseSteerPendingEvent

__all__ = [
    "ResponsesServerEvent",
    "ResponseAudioWsDelta",
    "ResponseAudioWsDone",
    "ResponseAudioTranscriptWsDelta",
    "ResponseAudioTranscriptWsDone",
    "ResponseCodeInterpreterCallCodeWsDelta",
    "ResponseCodeInterpreterCallCodeWsDone",
    "ResponseCodeInterpreterCallWsCompleted",
    "ResponseCodeInterpreterCallInWsProgress",
    "ResponseCodeInterpreterCallWsInterpreting",
    "ResponseCompactionWsCompacting",
    "ResponseWsCompleted",
    "ResponseContentPartWsAdded",
    "ResponseContentPartWsDone",
    "ResponseWsCreated",
    "ResponseFileSearchCallWsCompleted",
    "ResponseFileSearchCallInWsProgress",
    "ResponseFileSearchCallWsSearching",
    "ResponseFunctionCallArgumentsWsDelta",
    "ResponseFunctionCallArgumentsWsDone",
    "ResponseShellCallCommandWsAdded",
    "ResponseShellCallCommandWsDelta",
    "ResponseShellCallCommandWsDone",
    "ResponseShellCallOutputContentWsDelta",
    "ResponseShellCallOutputContentWsDone",
    "ResponseInWsProgress",
    "ResponseWsFailed",
    "ResponseWsIncomplete",
    "ResponseOutputItemWsAdded",
    "ResponseOutputItemWsDone",
    "ResponseReasoningSummaryPartWsAdded",
    "ResponseReasoningSummaryPartWsDone",
    "ResponseReasoningSummaryTextWsDelta",
    "ResponseReasoningSummaryTextWsDone",
    "ResponseReasoningTextWsDelta",
    "ResponseReasoningTextWsDone",
    "ResponseRefusalWsDelta",
    "ResponseRefusalWsDone",
    "ResponseTextWsDelta",
    "ResponseTextWsDone",
    "ResponseWebSearchCallWsCompleted",
    "ResponseWebSearchCallInWsProgress",
    "ResponseWebSearchCallWsSearching",
    "ResponseImageGenCallWsCompleted",
    "ResponseImageGenCallWsGenerating",
    "ResponseImageGenCallInWsProgress",
    "ResponseImageGenCallPartialWsImage",
    "ResponseMcpCallArgumentsWsDelta",
    "ResponseMcpCallArgumentsWsDone",
    "ResponseMcpCallWsCompleted",
    "ResponseMcpCallWsFailed",
    "ResponseMcpCallInWsProgress",
    "ResponseMcpListToolsWsCompleted",
    "ResponseMcpListToolsWsFailed",
    "ResponseMcpListToolsInWsProgress",
    "ResponseOutputTextAnnotationWsAdded",
    "ResponseWsQueued",
    "ResponseCustomToolCallInputWsDelta",
    "ResponseCustomToolCallInputWsDone",
    "ResponseWsError",
    "ResponseWsErrorError",
    "ResponseWsErrorErrorMisalignment",
    "ResponseWsErrorErrorMisalignmentSteer",
]


class ResponseAudioWsDelta(ResponseAudioDeltaEvent):
    stream_id: Optional[str] = None


class ResponseAudioWsDone(ResponseAudioDoneEvent):
    stream_id: Optional[str] = None


class ResponseAudioTranscriptWsDelta(ResponseAudioTranscriptDeltaEvent):
    stream_id: Optional[str] = None


class ResponseAudioTranscriptWsDone(ResponseAudioTranscriptDoneEvent):
    stream_id: Optional[str] = None


class ResponseCodeInterpreterCallCodeWsDelta(ResponseCodeInterpreterCallCodeDeltaEvent):
    stream_id: Optional[str] = None


class ResponseCodeInterpreterCallCodeWsDone(ResponseCodeInterpreterCallCodeDoneEvent):
    stream_id: Optional[str] = None


class ResponseCodeInterpreterCallWsCompleted(ResponseCodeInterpreterCallCompletedEvent):
    stream_id: Optional[str] = None


class ResponseCodeInterpreterCallInWsProgress(ResponseCodeInterpreterCallInProgressEvent):
    stream_id: Optional[str] = None


class ResponseCodeInterpreterCallWsInterpreting(ResponseCodeInterpreterCallInterpretingEvent):
    stream_id: Optional[str] = None


class ResponseCompactionWsCompacting(ResponseCompactionCompactingEvent):
    stream_id: Optional[str] = None


class ResponseWsCompleted(ResponseCompletedEvent):
    stream_id: Optional[str] = None


class ResponseContentPartWsAdded(ResponseContentPartAddedEvent):
    stream_id: Optional[str] = None


class ResponseContentPartWsDone(ResponseContentPartDoneEvent):
    stream_id: Optional[str] = None


class ResponseWsCreated(ResponseCreatedEvent):
    stream_id: Optional[str] = None


class ResponseFileSearchCallWsCompleted(ResponseFileSearchCallCompletedEvent):
    stream_id: Optional[str] = None


class ResponseFileSearchCallInWsProgress(ResponseFileSearchCallInProgressEvent):
    stream_id: Optional[str] = None


class ResponseFileSearchCallWsSearching(ResponseFileSearchCallSearchingEvent):
    stream_id: Optional[str] = None


class ResponseFunctionCallArgumentsWsDelta(ResponseFunctionCallArgumentsDeltaEvent):
    stream_id: Optional[str] = None


class ResponseFunctionCallArgumentsWsDone(ResponseFunctionCallArgumentsDoneEvent):
    stream_id: Optional[str] = None


class ResponseShellCallCommandWsAdded(ResponseShellCallCommandAddedEvent):
    stream_id: Optional[str] = None


class ResponseShellCallCommandWsDelta(ResponseShellCallCommandDeltaEvent):
    stream_id: Optional[str] = None


class ResponseShellCallCommandWsDone(ResponseShellCallCommandDoneEvent):
    stream_id: Optional[str] = None


class ResponseShellCallOutputContentWsDelta(ResponseShellCallOutputContentDeltaEvent):
    stream_id: Optional[str] = None


class ResponseShellCallOutputContentWsDone(ResponseShellCallOutputContentDoneEvent):
    stream_id: Optional[str] = None


class ResponseInWsProgress(ResponseInProgressEvent):
    stream_id: Optional[str] = None


class ResponseWsFailed(ResponseFailedEvent):
    stream_id: Optional[str] = None


class ResponseWsIncomplete(ResponseIncompleteEvent):
    stream_id: Optional[str] = None


class ResponseOutputItemWsAdded(ResponseOutputItemAddedEvent):
    stream_id: Optional[str] = None


class ResponseOutputItemWsDone(ResponseOutputItemDoneEvent):
    stream_id: Optional[str] = None


class ResponseReasoningSummaryPartWsAdded(ResponseReasoningSummaryPartAddedEvent):
    stream_id: Optional[str] = None


class ResponseReasoningSummaryPartWsDone(ResponseReasoningSummaryPartDoneEvent):
    stream_id: Optional[str] = None


class ResponseReasoningSummaryTextWsDelta(ResponseReasoningSummaryTextDeltaEvent):
    stream_id: Optional[str] = None


class ResponseReasoningSummaryTextWsDone(ResponseReasoningSummaryTextDoneEvent):
    stream_id: Optional[str] = None


class ResponseReasoningTextWsDelta(ResponseReasoningTextDeltaEvent):
    stream_id: Optional[str] = None


class ResponseReasoningTextWsDone(ResponseReasoningTextDoneEvent):
    stream_id: Optional[str] = None


class ResponseRefusalWsDelta(ResponseRefusalDeltaEvent):
    stream_id: Optional[str] = None


class ResponseRefusalWsDone(ResponseRefusalDoneEvent):
    stream_id: Optional[str] = None


class ResponseTextWsDelta(ResponseTextDeltaEvent):
    stream_id: Optional[str] = None


class ResponseTextWsDone(ResponseTextDoneEvent):
    stream_id: Optional[str] = None


class ResponseWebSearchCallWsCompleted(ResponseWebSearchCallCompletedEvent):
    stream_id: Optional[str] = None


class ResponseWebSearchCallInWsProgress(ResponseWebSearchCallInProgressEvent):
    stream_id: Optional[str] = None


class ResponseWebSearchCallWsSearching(ResponseWebSearchCallSearchingEvent):
    stream_id: Optional[str] = None


class ResponseImageGenCallWsCompleted(ResponseImageGenCallCompletedEvent):
    stream_id: Optional[str] = None


class ResponseImageGenCallWsGenerating(ResponseImageGenCallGeneratingEvent):
    stream_id: Optional[str] = None


class ResponseImageGenCallInWsProgress(ResponseImageGenCallInProgressEvent):
    stream_id: Optional[str] = None


class ResponseImageGenCallPartialWsImage(ResponseImageGenCallPartialImageEvent):
    stream_id: Optional[str] = None


class ResponseMcpCallArgumentsWsDelta(ResponseMcpCallArgumentsDeltaEvent):
    stream_id: Optional[str] = None


class ResponseMcpCallArgumentsWsDone(ResponseMcpCallArgumentsDoneEvent):
    stream_id: Optional[str] = None


class ResponseMcpCallWsCompleted(ResponseMcpCallCompletedEvent):
    stream_id: Optional[str] = None


class ResponseMcpCallWsFailed(ResponseMcpCallFailedEvent):
    stream_id: Optional[str] = None


class ResponseMcpCallInWsProgress(ResponseMcpCallInProgressEvent):
    stream_id: Optional[str] = None


class ResponseMcpListToolsWsCompleted(ResponseMcpListToolsCompletedEvent):
    stream_id: Optional[str] = None


class ResponseMcpListToolsWsFailed(ResponseMcpListToolsFailedEvent):
    stream_id: Optional[str] = None


class ResponseMcpListToolsInWsProgress(ResponseMcpListToolsInProgressEvent):
    stream_id: Optional[str] = None


class ResponseOutputTextAnnotationWsAdded(ResponseOutputTextAnnotationAddedEvent):
    stream_id: Optional[str] = None


class ResponseWsQueued(ResponseQueuedEvent):
    stream_id: Optional[str] = None


class ResponseCustomToolCallInputWsDelta(ResponseCustomToolCallInputDeltaEvent):
    stream_id: Optional[str] = None


class ResponseCustomToolCallInputWsDone(ResponseCustomToolCallInputDoneEvent):
    stream_id: Optional[str] = None


class ResponseWsErrorErrorMisalignmentSteer(BaseModel):
    message: str


class ResponseWsErrorErrorMisalignment(BaseModel):
    detailed_explanation: Optional[str] = None
    error_type: Union[
        str,
        Literal[
            "potentially_unintended_data_transfer",
            "potentially_unintended_data_access",
            "potentially_unintended_destructive_activity",
            "other",
        ],
        None,
    ] = None
    review_target: Optional[str] = None
    steer: Optional[ResponseWsErrorErrorMisalignmentSteer] = None


class ResponseWsErrorError(BaseModel):
    code: Optional[str] = None
    message: str
    param: Optional[str] = None
    type: str
    headers: Optional[Dict[str, str]] = None
    misalignment: Optional[ResponseWsErrorErrorMisalignment] = None


class ResponseWsError(BaseModel):
    error: ResponseWsErrorError
    type: Literal["error"]
    sequence_number: Optional[int] = None
    status: Optional[int] = None
    stream_id: Optional[str] = None


ResponsesServerEvent: TypeAlias = """
Annotated[Union[ResponseAudioWsDelta, ResponseAudioWsDone, ResponseAudioTranscriptWsDelta,
ResponseAudioTranscriptWsDone, ResponseCodeInterpreterCallCodeWsDelta,
ResponseCodeInterpreterCallCodeWsDone, ResponseCodeInterpreterCallWsCompleted,
ResponseCodeInterpreterCallInWsProgress, ResponseCodeInterpreterCallWsInterpreting,
ResponseCompactionWsCompacting, ResponseWsCompleted, ResponseContentPartWsAdded,
ResponseContentPartWsDone, ResponseWsCreated, ResponseFileSearchCallWsCompleted,
ResponseFileSearchCallInWsProgress, ResponseFileSearchCallWsSearching,
ResponseFunctionCallArgumentsWsDelta, ResponseFunctionCallArgumentsWsDone,
ResponseShellCallCommandWsAdded, ResponseShellCallCommandWsDelta, ResponseShellCallCommandWsDone,
ResponseShellCallOutputContentWsDelta, ResponseShellCallOutputContentWsDone, ResponseInWsProgress,
ResponseWsFailed, ResponseWsIncomplete, ResponseOutputItemWsAdded, ResponseOutputItemWsDone,
ResponseReasoningSummaryPartWsAdded, ResponseReasoningSummaryPartWsDone,
ResponseReasoningSummaryTextWsDelta, ResponseReasoningSummaryTextWsDone,
ResponseReasoningTextWsDelta, ResponseReasoningTextWsDone, ResponseRefusalWsDelta,
ResponseRefusalWsDone, ResponseTextWsDelta, ResponseTextWsDone, ResponseWebSearchCallWsCompleted,
ResponseWebSearchCallInWsProgress, ResponseWebSearchCallWsSearching,
ResponseImageGenCallWsCompleted, ResponseImageGenCallWsGenerating, ResponseImageGenCallInWsProgress,
ResponseImageGenCallPartialWsImage, ResponseMcpCallArgumentsWsDelta, ResponseMcpCallArgumentsWsDone,
ResponseMcpCallWsCompleted, ResponseMcpCallWsFailed, ResponseMcpCallInWsProgress,
ResponseMcpListToolsWsCompleted, ResponseMcpListToolsWsFailed, ResponseMcpListToolsInWsProgress,
ResponseOutputTextAnnotationWsAdded, ResponseWsQueued, ResponseCustomToolCallInputWsDelta,
ResponseCustomToolCallInputWsDone, ResponseWsError, ResponseSteerAcceptedEvent,
ResponseSteerPendingEvent, ResponseSteerFailedEvent], PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "ResponseSteerAcceptedEvent": "responses.response_steer_accepted_event",
        "ResponseSteerFailedEvent": "responses.response_steer_failed_event",
        "ResponseSteerPendingEvent": "responses.response_steer_pending_event",
    },
    aliases={
        "ResponsesServerEvent": {
            "response.audio.delta": "ResponseAudioWsDelta",
            "response.audio.done": "ResponseAudioWsDone",
            "response.audio.transcript.delta": "ResponseAudioTranscriptWsDelta",
            "response.audio.transcript.done": "ResponseAudioTranscriptWsDone",
            "response.code_interpreter_call_code.delta": "ResponseCodeInterpreterCallCodeWsDelta",
            "response.code_interpreter_call_code.done": "ResponseCodeInterpreterCallCodeWsDone",
            "response.code_interpreter_call.completed": "ResponseCodeInterpreterCallWsCompleted",
            "response.code_interpreter_call.in_progress": "ResponseCodeInterpreterCallInWsProgress",
            "response.code_interpreter_call.interpreting": "ResponseCodeInterpreterCallWsInterpreting",
            "response.compaction.compacting": "ResponseCompactionWsCompacting",
            "response.completed": "ResponseWsCompleted",
            "response.content_part.added": "ResponseContentPartWsAdded",
            "response.content_part.done": "ResponseContentPartWsDone",
            "response.created": "ResponseWsCreated",
            "response.file_search_call.completed": "ResponseFileSearchCallWsCompleted",
            "response.file_search_call.in_progress": "ResponseFileSearchCallInWsProgress",
            "response.file_search_call.searching": "ResponseFileSearchCallWsSearching",
            "response.function_call_arguments.delta": "ResponseFunctionCallArgumentsWsDelta",
            "response.function_call_arguments.done": "ResponseFunctionCallArgumentsWsDone",
            "response.shell_call_command.added": "ResponseShellCallCommandWsAdded",
            "response.shell_call_command.delta": "ResponseShellCallCommandWsDelta",
            "response.shell_call_command.done": "ResponseShellCallCommandWsDone",
            "response.shell_call_output_content.delta": "ResponseShellCallOutputContentWsDelta",
            "response.shell_call_output_content.done": "ResponseShellCallOutputContentWsDone",
            "response.in_progress": "ResponseInWsProgress",
            "response.failed": "ResponseWsFailed",
            "response.incomplete": "ResponseWsIncomplete",
            "response.output_item.added": "ResponseOutputItemWsAdded",
            "response.output_item.done": "ResponseOutputItemWsDone",
            "response.reasoning_summary_part.added": "ResponseReasoningSummaryPartWsAdded",
            "response.reasoning_summary_part.done": "ResponseReasoningSummaryPartWsDone",
            "response.reasoning_summary_text.delta": "ResponseReasoningSummaryTextWsDelta",
            "response.reasoning_summary_text.done": "ResponseReasoningSummaryTextWsDone",
            "response.reasoning_text.delta": "ResponseReasoningTextWsDelta",
            "response.reasoning_text.done": "ResponseReasoningTextWsDone",
            "response.refusal.delta": "ResponseRefusalWsDelta",
            "response.refusal.done": "ResponseRefusalWsDone",
            "response.output_text.delta": "ResponseTextWsDelta",
            "response.output_text.done": "ResponseTextWsDone",
            "response.web_search_call.completed": "ResponseWebSearchCallWsCompleted",
            "response.web_search_call.in_progress": "ResponseWebSearchCallInWsProgress",
            "response.web_search_call.searching": "ResponseWebSearchCallWsSearching",
            "response.image_generation_call.completed": "ResponseImageGenCallWsCompleted",
            "response.image_generation_call.generating": "ResponseImageGenCallWsGenerating",
            "response.image_generation_call.in_progress": "ResponseImageGenCallInWsProgress",
            "response.image_generation_call.partial_image": "ResponseImageGenCallPartialWsImage",
            "response.mcp_call_arguments.delta": "ResponseMcpCallArgumentsWsDelta",
            "response.mcp_call_arguments.done": "ResponseMcpCallArgumentsWsDone",
            "response.mcp_call.completed": "ResponseMcpCallWsCompleted",
            "response.mcp_call.failed": "ResponseMcpCallWsFailed",
            "response.mcp_call.in_progress": "ResponseMcpCallInWsProgress",
            "response.mcp_list_tools.completed": "ResponseMcpListToolsWsCompleted",
            "response.mcp_list_tools.failed": "ResponseMcpListToolsWsFailed",
            "response.mcp_list_tools.in_progress": "ResponseMcpListToolsInWsProgress",
            "response.output_text.annotation.added": "ResponseOutputTextAnnotationWsAdded",
            "response.queued": "ResponseWsQueued",
            "response.custom_tool_call_input.delta": "ResponseCustomToolCallInputWsDelta",
            "response.custom_tool_call_input.done": "ResponseCustomToolCallInputWsDone",
            "error": "ResponseWsError",
            "response.steer.accepted": "ResponseSteerAcceptedEvent",
            "response.steer.pending": "ResponseSteerPendingEvent",
            "response.steer.failed": "ResponseSteerFailedEvent",
        }
    },
)
