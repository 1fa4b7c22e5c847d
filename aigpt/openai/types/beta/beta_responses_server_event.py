# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Dict, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone
from aigpt.openai.types.beta.beta_response_audio_delta_event import BetaResponseAudioDeltaEvent
from aigpt.openai.types.beta.beta_response_audio_done_event import BetaResponseAudioDoneEvent
from aigpt.openai.types.beta.beta_response_audio_transcript_delta_event import BetaResponseAudioTranscriptDeltaEvent
from aigpt.openai.types.beta.beta_response_audio_transcript_done_event import BetaResponseAudioTranscriptDoneEvent
from aigpt.openai.types.beta.beta_response_code_interpreter_call_code_delta_event import (
    BetaResponseCodeInterpreterCallCodeDeltaEvent,
)
from aigpt.openai.types.beta.beta_response_code_interpreter_call_code_done_event import (
    BetaResponseCodeInterpreterCallCodeDoneEvent,
)
from aigpt.openai.types.beta.beta_response_code_interpreter_call_completed_event import (
    BetaResponseCodeInterpreterCallCompletedEvent,
)
from aigpt.openai.types.beta.beta_response_code_interpreter_call_in_progress_event import (
    BetaResponseCodeInterpreterCallInProgressEvent,
)
from aigpt.openai.types.beta.beta_response_code_interpreter_call_interpreting_event import (
    BetaResponseCodeInterpreterCallInterpretingEvent,
)
from aigpt.openai.types.beta.beta_response_compaction_compacting_event import BetaResponseCompactionCompactingEvent
from aigpt.openai.types.beta.beta_response_completed_event import BetaResponseCompletedEvent
from aigpt.openai.types.beta.beta_response_content_part_added_event import BetaResponseContentPartAddedEvent
from aigpt.openai.types.beta.beta_response_content_part_done_event import BetaResponseContentPartDoneEvent
from aigpt.openai.types.beta.beta_response_created_event import BetaResponseCreatedEvent
from aigpt.openai.types.beta.beta_response_custom_tool_call_input_delta_event import (
    BetaResponseCustomToolCallInputDeltaEvent,
)
from aigpt.openai.types.beta.beta_response_custom_tool_call_input_done_event import (
    BetaResponseCustomToolCallInputDoneEvent,
)
from aigpt.openai.types.beta.beta_response_failed_event import BetaResponseFailedEvent
from aigpt.openai.types.beta.beta_response_file_search_call_completed_event import (
    BetaResponseFileSearchCallCompletedEvent,
)
from aigpt.openai.types.beta.beta_response_file_search_call_in_progress_event import (
    BetaResponseFileSearchCallInProgressEvent,
)
from aigpt.openai.types.beta.beta_response_file_search_call_searching_event import (
    BetaResponseFileSearchCallSearchingEvent,
)
from aigpt.openai.types.beta.beta_response_function_call_arguments_delta_event import (
    BetaResponseFunctionCallArgumentsDeltaEvent,
)
from aigpt.openai.types.beta.beta_response_function_call_arguments_done_event import (
    BetaResponseFunctionCallArgumentsDoneEvent,
)
from aigpt.openai.types.beta.beta_response_image_gen_call_completed_event import BetaResponseImageGenCallCompletedEvent
from aigpt.openai.types.beta.beta_response_image_gen_call_generating_event import (
    BetaResponseImageGenCallGeneratingEvent,
)
from aigpt.openai.types.beta.beta_response_image_gen_call_in_progress_event import (
    BetaResponseImageGenCallInProgressEvent,
)
from aigpt.openai.types.beta.beta_response_image_gen_call_partial_image_event import (
    BetaResponseImageGenCallPartialImageEvent,
)
from aigpt.openai.types.beta.beta_response_in_progress_event import BetaResponseInProgressEvent
from aigpt.openai.types.beta.beta_response_incomplete_event import BetaResponseIncompleteEvent
from aigpt.openai.types.beta.beta_response_mcp_call_arguments_delta_event import BetaResponseMcpCallArgumentsDeltaEvent
from aigpt.openai.types.beta.beta_response_mcp_call_arguments_done_event import BetaResponseMcpCallArgumentsDoneEvent
from aigpt.openai.types.beta.beta_response_mcp_call_completed_event import BetaResponseMcpCallCompletedEvent
from aigpt.openai.types.beta.beta_response_mcp_call_failed_event import BetaResponseMcpCallFailedEvent
from aigpt.openai.types.beta.beta_response_mcp_call_in_progress_event import BetaResponseMcpCallInProgressEvent
from aigpt.openai.types.beta.beta_response_mcp_list_tools_completed_event import BetaResponseMcpListToolsCompletedEvent
from aigpt.openai.types.beta.beta_response_mcp_list_tools_failed_event import BetaResponseMcpListToolsFailedEvent
from aigpt.openai.types.beta.beta_response_mcp_list_tools_in_progress_event import (
    BetaResponseMcpListToolsInProgressEvent,
)
from aigpt.openai.types.beta.beta_response_output_item_added_event import BetaResponseOutputItemAddedEvent
from aigpt.openai.types.beta.beta_response_output_item_done_event import BetaResponseOutputItemDoneEvent
from aigpt.openai.types.beta.beta_response_output_text_annotation_added_event import (
    BetaResponseOutputTextAnnotationAddedEvent,
)
from aigpt.openai.types.beta.beta_response_queued_event import BetaResponseQueuedEvent
from aigpt.openai.types.beta.beta_response_reasoning_summary_part_added_event import (
    BetaResponseReasoningSummaryPartAddedEvent,
)
from aigpt.openai.types.beta.beta_response_reasoning_summary_part_done_event import (
    BetaResponseReasoningSummaryPartDoneEvent,
)
from aigpt.openai.types.beta.beta_response_reasoning_summary_text_delta_event import (
    BetaResponseReasoningSummaryTextDeltaEvent,
)
from aigpt.openai.types.beta.beta_response_reasoning_summary_text_done_event import (
    BetaResponseReasoningSummaryTextDoneEvent,
)
from aigpt.openai.types.beta.beta_response_reasoning_text_delta_event import BetaResponseReasoningTextDeltaEvent
from aigpt.openai.types.beta.beta_response_reasoning_text_done_event import BetaResponseReasoningTextDoneEvent
from aigpt.openai.types.beta.beta_response_refusal_delta_event import BetaResponseRefusalDeltaEvent
from aigpt.openai.types.beta.beta_response_refusal_done_event import BetaResponseRefusalDoneEvent
from aigpt.openai.types.beta.beta_response_shell_call_command_added_event import BetaResponseShellCallCommandAddedEvent
from aigpt.openai.types.beta.beta_response_shell_call_command_delta_event import BetaResponseShellCallCommandDeltaEvent
from aigpt.openai.types.beta.beta_response_shell_call_command_done_event import BetaResponseShellCallCommandDoneEvent
from aigpt.openai.types.beta.beta_response_shell_call_output_content_delta_event import (
    BetaResponseShellCallOutputContentDeltaEvent,
)
from aigpt.openai.types.beta.beta_response_shell_call_output_content_done_event import (
    BetaResponseShellCallOutputContentDoneEvent,
)
from aigpt.openai.types.beta.beta_response_text_delta_event import BetaResponseTextDeltaEvent
from aigpt.openai.types.beta.beta_response_text_done_event import BetaResponseTextDoneEvent
from aigpt.openai.types.beta.beta_response_web_search_call_completed_event import (
    BetaResponseWebSearchCallCompletedEvent,
)
from aigpt.openai.types.beta.beta_response_web_search_call_in_progress_event import (
    BetaResponseWebSearchCallInProgressEvent,
)
from aigpt.openai.types.beta.beta_response_web_search_call_searching_event import (
    BetaResponseWebSearchCallSearchingEvent,
)

if TYPE_CHECKING:
    from aigpt.openai.types.beta.beta_response_inject_created_event import BetaResponseInjectCreatedEvent
    from aigpt.openai.types.beta.beta_response_inject_failed_event import BetaResponseInjectFailedEvent
    from aigpt.openai.types.beta.beta_response_steer_accepted_event import BetaResponseSteerAcceptedEvent
    from aigpt.openai.types.beta.beta_response_steer_failed_event import BetaResponseSteerFailedEvent
    from aigpt.openai.types.beta.beta_response_steer_pending_event import BetaResponseSteerPendingEvent

__all__ = [
    "BetaResponsesServerEvent",
    "BetaResponseAudioWsDelta",
    "BetaResponseAudioWsDone",
    "BetaResponseAudioTranscriptWsDelta",
    "BetaResponseAudioTranscriptWsDone",
    "BetaResponseCodeInterpreterCallCodeWsDelta",
    "BetaResponseCodeInterpreterCallCodeWsDone",
    "BetaResponseCodeInterpreterCallWsCompleted",
    "BetaResponseCodeInterpreterCallInWsProgress",
    "BetaResponseCodeInterpreterCallWsInterpreting",
    "BetaResponseCompactionWsCompacting",
    "BetaResponseWsCompleted",
    "BetaResponseContentPartWsAdded",
    "BetaResponseContentPartWsDone",
    "BetaResponseWsCreated",
    "BetaResponseFileSearchCallWsCompleted",
    "BetaResponseFileSearchCallInWsProgress",
    "BetaResponseFileSearchCallWsSearching",
    "BetaResponseFunctionCallArgumentsWsDelta",
    "BetaResponseFunctionCallArgumentsWsDone",
    "BetaResponseShellCallCommandWsAdded",
    "BetaResponseShellCallCommandWsDelta",
    "BetaResponseShellCallCommandWsDone",
    "BetaResponseShellCallOutputContentWsDelta",
    "BetaResponseShellCallOutputContentWsDone",
    "BetaResponseInWsProgress",
    "BetaResponseWsFailed",
    "BetaResponseWsIncomplete",
    "BetaResponseOutputItemWsAdded",
    "BetaResponseOutputItemWsDone",
    "BetaResponseReasoningSummaryPartWsAdded",
    "BetaResponseReasoningSummaryPartWsDone",
    "BetaResponseReasoningSummaryTextWsDelta",
    "BetaResponseReasoningSummaryTextWsDone",
    "BetaResponseReasoningTextWsDelta",
    "BetaResponseReasoningTextWsDone",
    "BetaResponseRefusalWsDelta",
    "BetaResponseRefusalWsDone",
    "BetaResponseTextWsDelta",
    "BetaResponseTextWsDone",
    "BetaResponseWebSearchCallWsCompleted",
    "BetaResponseWebSearchCallInWsProgress",
    "BetaResponseWebSearchCallWsSearching",
    "BetaResponseImageGenCallWsCompleted",
    "BetaResponseImageGenCallWsGenerating",
    "BetaResponseImageGenCallInWsProgress",
    "BetaResponseImageGenCallPartialWsImage",
    "BetaResponseMcpCallArgumentsWsDelta",
    "BetaResponseMcpCallArgumentsWsDone",
    "BetaResponseMcpCallWsCompleted",
    "BetaResponseMcpCallWsFailed",
    "BetaResponseMcpCallInWsProgress",
    "BetaResponseMcpListToolsWsCompleted",
    "BetaResponseMcpListToolsWsFailed",
    "BetaResponseMcpListToolsInWsProgress",
    "BetaResponseOutputTextAnnotationWsAdded",
    "BetaResponseWsQueued",
    "BetaResponseCustomToolCallInputWsDelta",
    "BetaResponseCustomToolCallInputWsDone",
    "BetaResponseWsError",
    "BetaResponseWsErrorError",
    "BetaResponseWsErrorErrorMisalignment",
    "BetaResponseWsErrorErrorMisalignmentSteer",
    "BetaResponseWsErrorAgent",
]


class BetaResponseAudioWsDelta(BetaResponseAudioDeltaEvent):
    stream_id: Optional[str] = None


class BetaResponseAudioWsDone(BetaResponseAudioDoneEvent):
    stream_id: Optional[str] = None


class BetaResponseAudioTranscriptWsDelta(BetaResponseAudioTranscriptDeltaEvent):
    stream_id: Optional[str] = None


class BetaResponseAudioTranscriptWsDone(BetaResponseAudioTranscriptDoneEvent):
    stream_id: Optional[str] = None


class BetaResponseCodeInterpreterCallCodeWsDelta(BetaResponseCodeInterpreterCallCodeDeltaEvent):
    stream_id: Optional[str] = None


class BetaResponseCodeInterpreterCallCodeWsDone(BetaResponseCodeInterpreterCallCodeDoneEvent):
    stream_id: Optional[str] = None


class BetaResponseCodeInterpreterCallWsCompleted(BetaResponseCodeInterpreterCallCompletedEvent):
    stream_id: Optional[str] = None


class BetaResponseCodeInterpreterCallInWsProgress(BetaResponseCodeInterpreterCallInProgressEvent):
    stream_id: Optional[str] = None


class BetaResponseCodeInterpreterCallWsInterpreting(BetaResponseCodeInterpreterCallInterpretingEvent):
    stream_id: Optional[str] = None


class BetaResponseCompactionWsCompacting(BetaResponseCompactionCompactingEvent):
    stream_id: Optional[str] = None


class BetaResponseWsCompleted(BetaResponseCompletedEvent):
    stream_id: Optional[str] = None


class BetaResponseContentPartWsAdded(BetaResponseContentPartAddedEvent):
    stream_id: Optional[str] = None


class BetaResponseContentPartWsDone(BetaResponseContentPartDoneEvent):
    stream_id: Optional[str] = None


class BetaResponseWsCreated(BetaResponseCreatedEvent):
    stream_id: Optional[str] = None


class BetaResponseFileSearchCallWsCompleted(BetaResponseFileSearchCallCompletedEvent):
    stream_id: Optional[str] = None


class BetaResponseFileSearchCallInWsProgress(BetaResponseFileSearchCallInProgressEvent):
    stream_id: Optional[str] = None


class BetaResponseFileSearchCallWsSearching(BetaResponseFileSearchCallSearchingEvent):
    stream_id: Optional[str] = None


class BetaResponseFunctionCallArgumentsWsDelta(BetaResponseFunctionCallArgumentsDeltaEvent):
    stream_id: Optional[str] = None


class BetaResponseFunctionCallArgumentsWsDone(BetaResponseFunctionCallArgumentsDoneEvent):
    stream_id: Optional[str] = None


class BetaResponseShellCallCommandWsAdded(BetaResponseShellCallCommandAddedEvent):
    stream_id: Optional[str] = None


class BetaResponseShellCallCommandWsDelta(BetaResponseShellCallCommandDeltaEvent):
    stream_id: Optional[str] = None


class BetaResponseShellCallCommandWsDone(BetaResponseShellCallCommandDoneEvent):
    stream_id: Optional[str] = None


class BetaResponseShellCallOutputContentWsDelta(BetaResponseShellCallOutputContentDeltaEvent):
    stream_id: Optional[str] = None


class BetaResponseShellCallOutputContentWsDone(BetaResponseShellCallOutputContentDoneEvent):
    stream_id: Optional[str] = None


class BetaResponseInWsProgress(BetaResponseInProgressEvent):
    stream_id: Optional[str] = None


class BetaResponseWsFailed(BetaResponseFailedEvent):
    stream_id: Optional[str] = None


class BetaResponseWsIncomplete(BetaResponseIncompleteEvent):
    stream_id: Optional[str] = None


class BetaResponseOutputItemWsAdded(BetaResponseOutputItemAddedEvent):
    stream_id: Optional[str] = None


class BetaResponseOutputItemWsDone(BetaResponseOutputItemDoneEvent):
    stream_id: Optional[str] = None


class BetaResponseReasoningSummaryPartWsAdded(BetaResponseReasoningSummaryPartAddedEvent):
    stream_id: Optional[str] = None


class BetaResponseReasoningSummaryPartWsDone(BetaResponseReasoningSummaryPartDoneEvent):
    stream_id: Optional[str] = None


class BetaResponseReasoningSummaryTextWsDelta(BetaResponseReasoningSummaryTextDeltaEvent):
    stream_id: Optional[str] = None


class BetaResponseReasoningSummaryTextWsDone(BetaResponseReasoningSummaryTextDoneEvent):
    stream_id: Optional[str] = None


class BetaResponseReasoningTextWsDelta(BetaResponseReasoningTextDeltaEvent):
    stream_id: Optional[str] = None


class BetaResponseReasoningTextWsDone(BetaResponseReasoningTextDoneEvent):
    stream_id: Optional[str] = None


class BetaResponseRefusalWsDelta(BetaResponseRefusalDeltaEvent):
    stream_id: Optional[str] = None


class BetaResponseRefusalWsDone(BetaResponseRefusalDoneEvent):
    stream_id: Optional[str] = None


class BetaResponseTextWsDelta(BetaResponseTextDeltaEvent):
    stream_id: Optional[str] = None


class BetaResponseTextWsDone(BetaResponseTextDoneEvent):
    stream_id: Optional[str] = None


class BetaResponseWebSearchCallWsCompleted(BetaResponseWebSearchCallCompletedEvent):
    stream_id: Optional[str] = None


class BetaResponseWebSearchCallInWsProgress(BetaResponseWebSearchCallInProgressEvent):
    stream_id: Optional[str] = None


class BetaResponseWebSearchCallWsSearching(BetaResponseWebSearchCallSearchingEvent):
    stream_id: Optional[str] = None


class BetaResponseImageGenCallWsCompleted(BetaResponseImageGenCallCompletedEvent):
    stream_id: Optional[str] = None


class BetaResponseImageGenCallWsGenerating(BetaResponseImageGenCallGeneratingEvent):
    stream_id: Optional[str] = None


class BetaResponseImageGenCallInWsProgress(BetaResponseImageGenCallInProgressEvent):
    stream_id: Optional[str] = None


class BetaResponseImageGenCallPartialWsImage(BetaResponseImageGenCallPartialImageEvent):
    stream_id: Optional[str] = None


class BetaResponseMcpCallArgumentsWsDelta(BetaResponseMcpCallArgumentsDeltaEvent):
    stream_id: Optional[str] = None


class BetaResponseMcpCallArgumentsWsDone(BetaResponseMcpCallArgumentsDoneEvent):
    stream_id: Optional[str] = None


class BetaResponseMcpCallWsCompleted(BetaResponseMcpCallCompletedEvent):
    stream_id: Optional[str] = None


class BetaResponseMcpCallWsFailed(BetaResponseMcpCallFailedEvent):
    stream_id: Optional[str] = None


class BetaResponseMcpCallInWsProgress(BetaResponseMcpCallInProgressEvent):
    stream_id: Optional[str] = None


class BetaResponseMcpListToolsWsCompleted(BetaResponseMcpListToolsCompletedEvent):
    stream_id: Optional[str] = None


class BetaResponseMcpListToolsWsFailed(BetaResponseMcpListToolsFailedEvent):
    stream_id: Optional[str] = None


class BetaResponseMcpListToolsInWsProgress(BetaResponseMcpListToolsInProgressEvent):
    stream_id: Optional[str] = None


class BetaResponseOutputTextAnnotationWsAdded(BetaResponseOutputTextAnnotationAddedEvent):
    stream_id: Optional[str] = None


class BetaResponseWsQueued(BetaResponseQueuedEvent):
    stream_id: Optional[str] = None


class BetaResponseCustomToolCallInputWsDelta(BetaResponseCustomToolCallInputDeltaEvent):
    stream_id: Optional[str] = None


class BetaResponseCustomToolCallInputWsDone(BetaResponseCustomToolCallInputDoneEvent):
    stream_id: Optional[str] = None


class BetaResponseWsErrorErrorMisalignmentSteer(BaseModel):
    message: str


class BetaResponseWsErrorErrorMisalignment(BaseModel):
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
    steer: Optional[BetaResponseWsErrorErrorMisalignmentSteer] = None


class BetaResponseWsErrorError(BaseModel):
    code: Optional[str] = None
    message: str
    param: Optional[str] = None
    type: str
    headers: Optional[Dict[str, str]] = None
    misalignment: Optional[BetaResponseWsErrorErrorMisalignment] = None


class BetaResponseWsErrorAgent(BaseModel):
    agent_name: str


class BetaResponseWsError(BaseModel):
    error: BetaResponseWsErrorError
    type: Literal["error"]
    agent: Optional[BetaResponseWsErrorAgent] = None
    sequence_number: Optional[int] = None
    status: Optional[int] = None
    stream_id: Optional[str] = None


BetaResponsesServerEvent: TypeAlias = """
Annotated[Union[BetaResponseAudioWsDelta, BetaResponseAudioWsDone,
BetaResponseAudioTranscriptWsDelta, BetaResponseAudioTranscriptWsDone,
BetaResponseCodeInterpreterCallCodeWsDelta, BetaResponseCodeInterpreterCallCodeWsDone,
BetaResponseCodeInterpreterCallWsCompleted, BetaResponseCodeInterpreterCallInWsProgress,
BetaResponseCodeInterpreterCallWsInterpreting, BetaResponseCompactionWsCompacting,
BetaResponseWsCompleted, BetaResponseContentPartWsAdded, BetaResponseContentPartWsDone,
BetaResponseWsCreated, BetaResponseFileSearchCallWsCompleted,
BetaResponseFileSearchCallInWsProgress, BetaResponseFileSearchCallWsSearching,
BetaResponseFunctionCallArgumentsWsDelta, BetaResponseFunctionCallArgumentsWsDone,
BetaResponseShellCallCommandWsAdded, BetaResponseShellCallCommandWsDelta,
BetaResponseShellCallCommandWsDone, BetaResponseShellCallOutputContentWsDelta,
BetaResponseShellCallOutputContentWsDone, BetaResponseInWsProgress, BetaResponseWsFailed,
BetaResponseWsIncomplete, BetaResponseOutputItemWsAdded, BetaResponseOutputItemWsDone,
BetaResponseReasoningSummaryPartWsAdded, BetaResponseReasoningSummaryPartWsDone,
BetaResponseReasoningSummaryTextWsDelta, BetaResponseReasoningSummaryTextWsDone,
BetaResponseReasoningTextWsDelta, BetaResponseReasoningTextWsDone, BetaResponseRefusalWsDelta,
BetaResponseRefusalWsDone, BetaResponseTextWsDelta, BetaResponseTextWsDone,
BetaResponseWebSearchCallWsCompleted, BetaResponseWebSearchCallInWsProgress,
BetaResponseWebSearchCallWsSearching, BetaResponseImageGenCallWsCompleted,
BetaResponseImageGenCallWsGenerating, BetaResponseImageGenCallInWsProgress,
BetaResponseImageGenCallPartialWsImage, BetaResponseMcpCallArgumentsWsDelta,
BetaResponseMcpCallArgumentsWsDone, BetaResponseMcpCallWsCompleted, BetaResponseMcpCallWsFailed,
BetaResponseMcpCallInWsProgress, BetaResponseMcpListToolsWsCompleted,
BetaResponseMcpListToolsWsFailed, BetaResponseMcpListToolsInWsProgress,
BetaResponseOutputTextAnnotationWsAdded, BetaResponseWsQueued,
BetaResponseCustomToolCallInputWsDelta, BetaResponseCustomToolCallInputWsDone, BetaResponseWsError,
BetaResponseSteerAcceptedEvent, BetaResponseSteerPendingEvent, BetaResponseSteerFailedEvent,
BetaResponseInjectCreatedEvent, BetaResponseInjectFailedEvent], PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "BetaResponseInjectCreatedEvent": "beta.beta_response_inject_created_event",
        "BetaResponseInjectFailedEvent": "beta.beta_response_inject_failed_event",
        "BetaResponseSteerAcceptedEvent": "beta.beta_response_steer_accepted_event",
        "BetaResponseSteerFailedEvent": "beta.beta_response_steer_failed_event",
        "BetaResponseSteerPendingEvent": "beta.beta_response_steer_pending_event",
    },
    aliases={
        "BetaResponsesServerEvent": {
            "response.audio.delta": "BetaResponseAudioWsDelta",
            "response.audio.done": "BetaResponseAudioWsDone",
            "response.audio.transcript.delta": "BetaResponseAudioTranscriptWsDelta",
            "response.audio.transcript.done": "BetaResponseAudioTranscriptWsDone",
            "response.code_interpreter_call_code.delta": "BetaResponseCodeInterpreterCallCodeWsDelta",
            "response.code_interpreter_call_code.done": "BetaResponseCodeInterpreterCallCodeWsDone",
            "response.code_interpreter_call.completed": "BetaResponseCodeInterpreterCallWsCompleted",
            "response.code_interpreter_call.in_progress": "BetaResponseCodeInterpreterCallInWsProgress",
            "response.code_interpreter_call.interpreting": "BetaResponseCodeInterpreterCallWsInterpreting",
            "response.compaction.compacting": "BetaResponseCompactionWsCompacting",
            "response.completed": "BetaResponseWsCompleted",
            "response.content_part.added": "BetaResponseContentPartWsAdded",
            "response.content_part.done": "BetaResponseContentPartWsDone",
            "response.created": "BetaResponseWsCreated",
            "response.file_search_call.completed": "BetaResponseFileSearchCallWsCompleted",
            "response.file_search_call.in_progress": "BetaResponseFileSearchCallInWsProgress",
            "response.file_search_call.searching": "BetaResponseFileSearchCallWsSearching",
            "response.function_call_arguments.delta": "BetaResponseFunctionCallArgumentsWsDelta",
            "response.function_call_arguments.done": "BetaResponseFunctionCallArgumentsWsDone",
            "response.shell_call_command.added": "BetaResponseShellCallCommandWsAdded",
            "response.shell_call_command.delta": "BetaResponseShellCallCommandWsDelta",
            "response.shell_call_command.done": "BetaResponseShellCallCommandWsDone",
            "response.shell_call_output_content.delta": "BetaResponseShellCallOutputContentWsDelta",
            "response.shell_call_output_content.done": "BetaResponseShellCallOutputContentWsDone",
            "response.in_progress": "BetaResponseInWsProgress",
            "response.failed": "BetaResponseWsFailed",
            "response.incomplete": "BetaResponseWsIncomplete",
            "response.output_item.added": "BetaResponseOutputItemWsAdded",
            "response.output_item.done": "BetaResponseOutputItemWsDone",
            "response.reasoning_summary_part.added": "BetaResponseReasoningSummaryPartWsAdded",
            "response.reasoning_summary_part.done": "BetaResponseReasoningSummaryPartWsDone",
            "response.reasoning_summary_text.delta": "BetaResponseReasoningSummaryTextWsDelta",
            "response.reasoning_summary_text.done": "BetaResponseReasoningSummaryTextWsDone",
            "response.reasoning_text.delta": "BetaResponseReasoningTextWsDelta",
            "response.reasoning_text.done": "BetaResponseReasoningTextWsDone",
            "response.refusal.delta": "BetaResponseRefusalWsDelta",
            "response.refusal.done": "BetaResponseRefusalWsDone",
            "response.output_text.delta": "BetaResponseTextWsDelta",
            "response.output_text.done": "BetaResponseTextWsDone",
            "response.web_search_call.completed": "BetaResponseWebSearchCallWsCompleted",
            "response.web_search_call.in_progress": "BetaResponseWebSearchCallInWsProgress",
            "response.web_search_call.searching": "BetaResponseWebSearchCallWsSearching",
            "response.image_generation_call.completed": "BetaResponseImageGenCallWsCompleted",
            "response.image_generation_call.generating": "BetaResponseImageGenCallWsGenerating",
            "response.image_generation_call.in_progress": "BetaResponseImageGenCallInWsProgress",
            "response.image_generation_call.partial_image": "BetaResponseImageGenCallPartialWsImage",
            "response.mcp_call_arguments.delta": "BetaResponseMcpCallArgumentsWsDelta",
            "response.mcp_call_arguments.done": "BetaResponseMcpCallArgumentsWsDone",
            "response.mcp_call.completed": "BetaResponseMcpCallWsCompleted",
            "response.mcp_call.failed": "BetaResponseMcpCallWsFailed",
            "response.mcp_call.in_progress": "BetaResponseMcpCallInWsProgress",
            "response.mcp_list_tools.completed": "BetaResponseMcpListToolsWsCompleted",
            "response.mcp_list_tools.failed": "BetaResponseMcpListToolsWsFailed",
            "response.mcp_list_tools.in_progress": "BetaResponseMcpListToolsInWsProgress",
            "response.output_text.annotation.added": "BetaResponseOutputTextAnnotationWsAdded",
            "response.queued": "BetaResponseWsQueued",
            "response.custom_tool_call_input.delta": "BetaResponseCustomToolCallInputWsDelta",
            "response.custom_tool_call_input.done": "BetaResponseCustomToolCallInputWsDone",
            "error": "BetaResponseWsError",
            "response.steer.accepted": "BetaResponseSteerAcceptedEvent",
            "response.steer.pending": "BetaResponseSteerPendingEvent",
            "response.steer.failed": "BetaResponseSteerFailedEvent",
            "response.inject.created": "BetaResponseInjectCreatedEvent",
            "response.inject.failed": "BetaResponseInjectFailedEvent",
        }
    },
)
