# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
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
    from aigpt.openai.types.beta.beta_response_error_event import BetaResponseErrorEvent
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
    from aigpt.openai.types.beta.beta_response_image_gen_call_completed_event import (
        BetaResponseImageGenCallCompletedEvent,
    )
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
    from aigpt.openai.types.beta.beta_response_mcp_call_arguments_delta_event import (
        BetaResponseMcpCallArgumentsDeltaEvent,
    )
    from aigpt.openai.types.beta.beta_response_mcp_call_arguments_done_event import (
        BetaResponseMcpCallArgumentsDoneEvent,
    )
    from aigpt.openai.types.beta.beta_response_mcp_call_completed_event import BetaResponseMcpCallCompletedEvent
    from aigpt.openai.types.beta.beta_response_mcp_call_failed_event import BetaResponseMcpCallFailedEvent
    from aigpt.openai.types.beta.beta_response_mcp_call_in_progress_event import BetaResponseMcpCallInProgressEvent
    from aigpt.openai.types.beta.beta_response_mcp_list_tools_completed_event import (
        BetaResponseMcpListToolsCompletedEvent,
    )
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
    from aigpt.openai.types.beta.beta_response_shell_call_command_added_event import (
        BetaResponseShellCallCommandAddedEvent,
    )
    from aigpt.openai.types.beta.beta_response_shell_call_command_delta_event import (
        BetaResponseShellCallCommandDeltaEvent,
    )
    from aigpt.openai.types.beta.beta_response_shell_call_command_done_event import (
        BetaResponseShellCallCommandDoneEvent,
    )
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

__all__ = ["BetaResponseStreamEvent"]

BetaResponseStreamEvent: TypeAlias = """
Annotated[Union[BetaResponseAudioDeltaEvent, BetaResponseAudioDoneEvent,
BetaResponseAudioTranscriptDeltaEvent, BetaResponseAudioTranscriptDoneEvent,
BetaResponseCodeInterpreterCallCodeDeltaEvent, BetaResponseCodeInterpreterCallCodeDoneEvent,
BetaResponseCodeInterpreterCallCompletedEvent, BetaResponseCodeInterpreterCallInProgressEvent,
BetaResponseCodeInterpreterCallInterpretingEvent, BetaResponseCompactionCompactingEvent,
BetaResponseCompletedEvent, BetaResponseContentPartAddedEvent, BetaResponseContentPartDoneEvent,
BetaResponseCreatedEvent, BetaResponseErrorEvent, BetaResponseFileSearchCallCompletedEvent,
BetaResponseFileSearchCallInProgressEvent, BetaResponseFileSearchCallSearchingEvent,
BetaResponseFunctionCallArgumentsDeltaEvent, BetaResponseFunctionCallArgumentsDoneEvent,
BetaResponseShellCallCommandAddedEvent, BetaResponseShellCallCommandDeltaEvent,
BetaResponseShellCallCommandDoneEvent, BetaResponseShellCallOutputContentDeltaEvent,
BetaResponseShellCallOutputContentDoneEvent, BetaResponseInProgressEvent, BetaResponseFailedEvent,
BetaResponseIncompleteEvent, BetaResponseOutputItemAddedEvent, BetaResponseOutputItemDoneEvent,
BetaResponseReasoningSummaryPartAddedEvent, BetaResponseReasoningSummaryPartDoneEvent,
BetaResponseReasoningSummaryTextDeltaEvent, BetaResponseReasoningSummaryTextDoneEvent,
BetaResponseReasoningTextDeltaEvent, BetaResponseReasoningTextDoneEvent,
BetaResponseRefusalDeltaEvent, BetaResponseRefusalDoneEvent, BetaResponseTextDeltaEvent,
BetaResponseTextDoneEvent, BetaResponseWebSearchCallCompletedEvent,
BetaResponseWebSearchCallInProgressEvent, BetaResponseWebSearchCallSearchingEvent,
BetaResponseImageGenCallCompletedEvent, BetaResponseImageGenCallGeneratingEvent,
BetaResponseImageGenCallInProgressEvent, BetaResponseImageGenCallPartialImageEvent,
BetaResponseMcpCallArgumentsDeltaEvent, BetaResponseMcpCallArgumentsDoneEvent,
BetaResponseMcpCallCompletedEvent, BetaResponseMcpCallFailedEvent,
BetaResponseMcpCallInProgressEvent, BetaResponseMcpListToolsCompletedEvent,
BetaResponseMcpListToolsFailedEvent, BetaResponseMcpListToolsInProgressEvent,
BetaResponseOutputTextAnnotationAddedEvent, BetaResponseQueuedEvent,
BetaResponseCustomToolCallInputDeltaEvent, BetaResponseCustomToolCallInputDoneEvent],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "BetaResponseAudioDeltaEvent": "beta.beta_response_audio_delta_event",
        "BetaResponseAudioDoneEvent": "beta.beta_response_audio_done_event",
        "BetaResponseAudioTranscriptDeltaEvent": "beta.beta_response_audio_transcript_delta_event",
        "BetaResponseAudioTranscriptDoneEvent": "beta.beta_response_audio_transcript_done_event",
        "BetaResponseCodeInterpreterCallCodeDeltaEvent": "beta.beta_response_code_interpreter_call_code_delta_event",
        "BetaResponseCodeInterpreterCallCodeDoneEvent": "beta.beta_response_code_interpreter_call_code_done_event",
        "BetaResponseCodeInterpreterCallCompletedEvent": "beta.beta_response_code_interpreter_call_completed_event",
        "BetaResponseCodeInterpreterCallInProgressEvent": "beta.beta_response_code_interpreter_call_in_progress_event",
        "BetaResponseCodeInterpreterCallInterpretingEvent": "beta.beta_response_code_interpreter_call_interpreting_event",
        "BetaResponseCompactionCompactingEvent": "beta.beta_response_compaction_compacting_event",
        "BetaResponseCompletedEvent": "beta.beta_response_completed_event",
        "BetaResponseContentPartAddedEvent": "beta.beta_response_content_part_added_event",
        "BetaResponseContentPartDoneEvent": "beta.beta_response_content_part_done_event",
        "BetaResponseCreatedEvent": "beta.beta_response_created_event",
        "BetaResponseCustomToolCallInputDeltaEvent": "beta.beta_response_custom_tool_call_input_delta_event",
        "BetaResponseCustomToolCallInputDoneEvent": "beta.beta_response_custom_tool_call_input_done_event",
        "BetaResponseErrorEvent": "beta.beta_response_error_event",
        "BetaResponseFailedEvent": "beta.beta_response_failed_event",
        "BetaResponseFileSearchCallCompletedEvent": "beta.beta_response_file_search_call_completed_event",
        "BetaResponseFileSearchCallInProgressEvent": "beta.beta_response_file_search_call_in_progress_event",
        "BetaResponseFileSearchCallSearchingEvent": "beta.beta_response_file_search_call_searching_event",
        "BetaResponseFunctionCallArgumentsDeltaEvent": "beta.beta_response_function_call_arguments_delta_event",
        "BetaResponseFunctionCallArgumentsDoneEvent": "beta.beta_response_function_call_arguments_done_event",
        "BetaResponseImageGenCallCompletedEvent": "beta.beta_response_image_gen_call_completed_event",
        "BetaResponseImageGenCallGeneratingEvent": "beta.beta_response_image_gen_call_generating_event",
        "BetaResponseImageGenCallInProgressEvent": "beta.beta_response_image_gen_call_in_progress_event",
        "BetaResponseImageGenCallPartialImageEvent": "beta.beta_response_image_gen_call_partial_image_event",
        "BetaResponseInProgressEvent": "beta.beta_response_in_progress_event",
        "BetaResponseIncompleteEvent": "beta.beta_response_incomplete_event",
        "BetaResponseMcpCallArgumentsDeltaEvent": "beta.beta_response_mcp_call_arguments_delta_event",
        "BetaResponseMcpCallArgumentsDoneEvent": "beta.beta_response_mcp_call_arguments_done_event",
        "BetaResponseMcpCallCompletedEvent": "beta.beta_response_mcp_call_completed_event",
        "BetaResponseMcpCallFailedEvent": "beta.beta_response_mcp_call_failed_event",
        "BetaResponseMcpCallInProgressEvent": "beta.beta_response_mcp_call_in_progress_event",
        "BetaResponseMcpListToolsCompletedEvent": "beta.beta_response_mcp_list_tools_completed_event",
        "BetaResponseMcpListToolsFailedEvent": "beta.beta_response_mcp_list_tools_failed_event",
        "BetaResponseMcpListToolsInProgressEvent": "beta.beta_response_mcp_list_tools_in_progress_event",
        "BetaResponseOutputItemAddedEvent": "beta.beta_response_output_item_added_event",
        "BetaResponseOutputItemDoneEvent": "beta.beta_response_output_item_done_event",
        "BetaResponseOutputTextAnnotationAddedEvent": "beta.beta_response_output_text_annotation_added_event",
        "BetaResponseQueuedEvent": "beta.beta_response_queued_event",
        "BetaResponseReasoningSummaryPartAddedEvent": "beta.beta_response_reasoning_summary_part_added_event",
        "BetaResponseReasoningSummaryPartDoneEvent": "beta.beta_response_reasoning_summary_part_done_event",
        "BetaResponseReasoningSummaryTextDeltaEvent": "beta.beta_response_reasoning_summary_text_delta_event",
        "BetaResponseReasoningSummaryTextDoneEvent": "beta.beta_response_reasoning_summary_text_done_event",
        "BetaResponseReasoningTextDeltaEvent": "beta.beta_response_reasoning_text_delta_event",
        "BetaResponseReasoningTextDoneEvent": "beta.beta_response_reasoning_text_done_event",
        "BetaResponseRefusalDeltaEvent": "beta.beta_response_refusal_delta_event",
        "BetaResponseRefusalDoneEvent": "beta.beta_response_refusal_done_event",
        "BetaResponseShellCallCommandAddedEvent": "beta.beta_response_shell_call_command_added_event",
        "BetaResponseShellCallCommandDeltaEvent": "beta.beta_response_shell_call_command_delta_event",
        "BetaResponseShellCallCommandDoneEvent": "beta.beta_response_shell_call_command_done_event",
        "BetaResponseShellCallOutputContentDeltaEvent": "beta.beta_response_shell_call_output_content_delta_event",
        "BetaResponseShellCallOutputContentDoneEvent": "beta.beta_response_shell_call_output_content_done_event",
        "BetaResponseTextDeltaEvent": "beta.beta_response_text_delta_event",
        "BetaResponseTextDoneEvent": "beta.beta_response_text_done_event",
        "BetaResponseWebSearchCallCompletedEvent": "beta.beta_response_web_search_call_completed_event",
        "BetaResponseWebSearchCallInProgressEvent": "beta.beta_response_web_search_call_in_progress_event",
        "BetaResponseWebSearchCallSearchingEvent": "beta.beta_response_web_search_call_searching_event",
    },
    aliases={
        "BetaResponseStreamEvent": {
            "response.audio.delta": "BetaResponseAudioDeltaEvent",
            "response.audio.done": "BetaResponseAudioDoneEvent",
            "response.audio.transcript.delta": "BetaResponseAudioTranscriptDeltaEvent",
            "response.audio.transcript.done": "BetaResponseAudioTranscriptDoneEvent",
            "response.code_interpreter_call_code.delta": "BetaResponseCodeInterpreterCallCodeDeltaEvent",
            "response.code_interpreter_call_code.done": "BetaResponseCodeInterpreterCallCodeDoneEvent",
            "response.code_interpreter_call.completed": "BetaResponseCodeInterpreterCallCompletedEvent",
            "response.code_interpreter_call.in_progress": "BetaResponseCodeInterpreterCallInProgressEvent",
            "response.code_interpreter_call.interpreting": "BetaResponseCodeInterpreterCallInterpretingEvent",
            "response.compaction.compacting": "BetaResponseCompactionCompactingEvent",
            "response.completed": "BetaResponseCompletedEvent",
            "response.content_part.added": "BetaResponseContentPartAddedEvent",
            "response.content_part.done": "BetaResponseContentPartDoneEvent",
            "response.created": "BetaResponseCreatedEvent",
            "error": "BetaResponseErrorEvent",
            "response.file_search_call.completed": "BetaResponseFileSearchCallCompletedEvent",
            "response.file_search_call.in_progress": "BetaResponseFileSearchCallInProgressEvent",
            "response.file_search_call.searching": "BetaResponseFileSearchCallSearchingEvent",
            "response.function_call_arguments.delta": "BetaResponseFunctionCallArgumentsDeltaEvent",
            "response.function_call_arguments.done": "BetaResponseFunctionCallArgumentsDoneEvent",
            "response.shell_call_command.added": "BetaResponseShellCallCommandAddedEvent",
            "response.shell_call_command.delta": "BetaResponseShellCallCommandDeltaEvent",
            "response.shell_call_command.done": "BetaResponseShellCallCommandDoneEvent",
            "response.shell_call_output_content.delta": "BetaResponseShellCallOutputContentDeltaEvent",
            "response.shell_call_output_content.done": "BetaResponseShellCallOutputContentDoneEvent",
            "response.in_progress": "BetaResponseInProgressEvent",
            "response.failed": "BetaResponseFailedEvent",
            "response.incomplete": "BetaResponseIncompleteEvent",
            "response.output_item.added": "BetaResponseOutputItemAddedEvent",
            "response.output_item.done": "BetaResponseOutputItemDoneEvent",
            "response.reasoning_summary_part.added": "BetaResponseReasoningSummaryPartAddedEvent",
            "response.reasoning_summary_part.done": "BetaResponseReasoningSummaryPartDoneEvent",
            "response.reasoning_summary_text.delta": "BetaResponseReasoningSummaryTextDeltaEvent",
            "response.reasoning_summary_text.done": "BetaResponseReasoningSummaryTextDoneEvent",
            "response.reasoning_text.delta": "BetaResponseReasoningTextDeltaEvent",
            "response.reasoning_text.done": "BetaResponseReasoningTextDoneEvent",
            "response.refusal.delta": "BetaResponseRefusalDeltaEvent",
            "response.refusal.done": "BetaResponseRefusalDoneEvent",
            "response.output_text.delta": "BetaResponseTextDeltaEvent",
            "response.output_text.done": "BetaResponseTextDoneEvent",
            "response.web_search_call.completed": "BetaResponseWebSearchCallCompletedEvent",
            "response.web_search_call.in_progress": "BetaResponseWebSearchCallInProgressEvent",
            "response.web_search_call.searching": "BetaResponseWebSearchCallSearchingEvent",
            "response.image_generation_call.completed": "BetaResponseImageGenCallCompletedEvent",
            "response.image_generation_call.generating": "BetaResponseImageGenCallGeneratingEvent",
            "response.image_generation_call.in_progress": "BetaResponseImageGenCallInProgressEvent",
            "response.image_generation_call.partial_image": "BetaResponseImageGenCallPartialImageEvent",
            "response.mcp_call_arguments.delta": "BetaResponseMcpCallArgumentsDeltaEvent",
            "response.mcp_call_arguments.done": "BetaResponseMcpCallArgumentsDoneEvent",
            "response.mcp_call.completed": "BetaResponseMcpCallCompletedEvent",
            "response.mcp_call.failed": "BetaResponseMcpCallFailedEvent",
            "response.mcp_call.in_progress": "BetaResponseMcpCallInProgressEvent",
            "response.mcp_list_tools.completed": "BetaResponseMcpListToolsCompletedEvent",
            "response.mcp_list_tools.failed": "BetaResponseMcpListToolsFailedEvent",
            "response.mcp_list_tools.in_progress": "BetaResponseMcpListToolsInProgressEvent",
            "response.output_text.annotation.added": "BetaResponseOutputTextAnnotationAddedEvent",
            "response.queued": "BetaResponseQueuedEvent",
            "response.custom_tool_call_input.delta": "BetaResponseCustomToolCallInputDeltaEvent",
            "response.custom_tool_call_input.done": "BetaResponseCustomToolCallInputDoneEvent",
        }
    },
)
