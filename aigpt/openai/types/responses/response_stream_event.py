# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
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
    from aigpt.openai.types.responses.response_custom_tool_call_input_done_event import (
        ResponseCustomToolCallInputDoneEvent,
    )
    from aigpt.openai.types.responses.response_error_event import ResponseErrorEvent
    from aigpt.openai.types.responses.response_failed_event import ResponseFailedEvent
    from aigpt.openai.types.responses.response_file_search_call_completed_event import (
        ResponseFileSearchCallCompletedEvent,
    )
    from aigpt.openai.types.responses.response_file_search_call_in_progress_event import (
        ResponseFileSearchCallInProgressEvent,
    )
    from aigpt.openai.types.responses.response_file_search_call_searching_event import (
        ResponseFileSearchCallSearchingEvent,
    )
    from aigpt.openai.types.responses.response_function_call_arguments_delta_event import (
        ResponseFunctionCallArgumentsDeltaEvent,
    )
    from aigpt.openai.types.responses.response_function_call_arguments_done_event import (
        ResponseFunctionCallArgumentsDoneEvent,
    )
    from aigpt.openai.types.responses.response_image_gen_call_completed_event import ResponseImageGenCallCompletedEvent
    from aigpt.openai.types.responses.response_image_gen_call_generating_event import (
        ResponseImageGenCallGeneratingEvent,
    )
    from aigpt.openai.types.responses.response_image_gen_call_in_progress_event import (
        ResponseImageGenCallInProgressEvent,
    )
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
    from aigpt.openai.types.responses.response_mcp_list_tools_in_progress_event import (
        ResponseMcpListToolsInProgressEvent,
    )
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
    from aigpt.openai.types.responses.response_web_search_call_completed_event import (
        ResponseWebSearchCallCompletedEvent,
    )
    from aigpt.openai.types.responses.response_web_search_call_in_progress_event import (
        ResponseWebSearchCallInProgressEvent,
    )
    from aigpt.openai.types.responses.response_web_search_call_searching_event import (
        ResponseWebSearchCallSearchingEvent,
    )

__all__ = ["ResponseStreamEvent"]

ResponseStreamEvent: TypeAlias = """
Annotated[Union[ResponseAudioDeltaEvent, ResponseAudioDoneEvent, ResponseAudioTranscriptDeltaEvent,
ResponseAudioTranscriptDoneEvent, ResponseCodeInterpreterCallCodeDeltaEvent,
ResponseCodeInterpreterCallCodeDoneEvent, ResponseCodeInterpreterCallCompletedEvent,
ResponseCodeInterpreterCallInProgressEvent, ResponseCodeInterpreterCallInterpretingEvent,
ResponseCompactionCompactingEvent, ResponseCompletedEvent, ResponseContentPartAddedEvent,
ResponseContentPartDoneEvent, ResponseCreatedEvent, ResponseErrorEvent,
ResponseFileSearchCallCompletedEvent, ResponseFileSearchCallInProgressEvent,
ResponseFileSearchCallSearchingEvent, ResponseFunctionCallArgumentsDeltaEvent,
ResponseFunctionCallArgumentsDoneEvent, ResponseShellCallCommandAddedEvent,
ResponseShellCallCommandDeltaEvent, ResponseShellCallCommandDoneEvent,
ResponseShellCallOutputContentDeltaEvent, ResponseShellCallOutputContentDoneEvent,
ResponseInProgressEvent, ResponseFailedEvent, ResponseIncompleteEvent, ResponseOutputItemAddedEvent,
ResponseOutputItemDoneEvent, ResponseReasoningSummaryPartAddedEvent,
ResponseReasoningSummaryPartDoneEvent, ResponseReasoningSummaryTextDeltaEvent,
ResponseReasoningSummaryTextDoneEvent, ResponseReasoningTextDeltaEvent,
ResponseReasoningTextDoneEvent, ResponseRefusalDeltaEvent, ResponseRefusalDoneEvent,
ResponseTextDeltaEvent, ResponseTextDoneEvent, ResponseWebSearchCallCompletedEvent,
ResponseWebSearchCallInProgressEvent, ResponseWebSearchCallSearchingEvent,
ResponseImageGenCallCompletedEvent, ResponseImageGenCallGeneratingEvent,
ResponseImageGenCallInProgressEvent, ResponseImageGenCallPartialImageEvent,
ResponseMcpCallArgumentsDeltaEvent, ResponseMcpCallArgumentsDoneEvent,
ResponseMcpCallCompletedEvent, ResponseMcpCallFailedEvent, ResponseMcpCallInProgressEvent,
ResponseMcpListToolsCompletedEvent, ResponseMcpListToolsFailedEvent,
ResponseMcpListToolsInProgressEvent, ResponseOutputTextAnnotationAddedEvent, ResponseQueuedEvent,
ResponseCustomToolCallInputDeltaEvent, ResponseCustomToolCallInputDoneEvent],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "ResponseAudioDeltaEvent": "responses.response_audio_delta_event",
        "ResponseAudioDoneEvent": "responses.response_audio_done_event",
        "ResponseAudioTranscriptDeltaEvent": "responses.response_audio_transcript_delta_event",
        "ResponseAudioTranscriptDoneEvent": "responses.response_audio_transcript_done_event",
        "ResponseCodeInterpreterCallCodeDeltaEvent": "responses.response_code_interpreter_call_code_delta_event",
        "ResponseCodeInterpreterCallCodeDoneEvent": "responses.response_code_interpreter_call_code_done_event",
        "ResponseCodeInterpreterCallCompletedEvent": "responses.response_code_interpreter_call_completed_event",
        "ResponseCodeInterpreterCallInProgressEvent": "responses.response_code_interpreter_call_in_progress_event",
        "ResponseCodeInterpreterCallInterpretingEvent": "responses.response_code_interpreter_call_interpreting_event",
        "ResponseCompactionCompactingEvent": "responses.response_compaction_compacting_event",
        "ResponseCompletedEvent": "responses.response_completed_event",
        "ResponseContentPartAddedEvent": "responses.response_content_part_added_event",
        "ResponseContentPartDoneEvent": "responses.response_content_part_done_event",
        "ResponseCreatedEvent": "responses.response_created_event",
        "ResponseCustomToolCallInputDeltaEvent": "responses.response_custom_tool_call_input_delta_event",
        "ResponseCustomToolCallInputDoneEvent": "responses.response_custom_tool_call_input_done_event",
        "ResponseErrorEvent": "responses.response_error_event",
        "ResponseFailedEvent": "responses.response_failed_event",
        "ResponseFileSearchCallCompletedEvent": "responses.response_file_search_call_completed_event",
        "ResponseFileSearchCallInProgressEvent": "responses.response_file_search_call_in_progress_event",
        "ResponseFileSearchCallSearchingEvent": "responses.response_file_search_call_searching_event",
        "ResponseFunctionCallArgumentsDeltaEvent": "responses.response_function_call_arguments_delta_event",
        "ResponseFunctionCallArgumentsDoneEvent": "responses.response_function_call_arguments_done_event",
        "ResponseImageGenCallCompletedEvent": "responses.response_image_gen_call_completed_event",
        "ResponseImageGenCallGeneratingEvent": "responses.response_image_gen_call_generating_event",
        "ResponseImageGenCallInProgressEvent": "responses.response_image_gen_call_in_progress_event",
        "ResponseImageGenCallPartialImageEvent": "responses.response_image_gen_call_partial_image_event",
        "ResponseInProgressEvent": "responses.response_in_progress_event",
        "ResponseIncompleteEvent": "responses.response_incomplete_event",
        "ResponseMcpCallArgumentsDeltaEvent": "responses.response_mcp_call_arguments_delta_event",
        "ResponseMcpCallArgumentsDoneEvent": "responses.response_mcp_call_arguments_done_event",
        "ResponseMcpCallCompletedEvent": "responses.response_mcp_call_completed_event",
        "ResponseMcpCallFailedEvent": "responses.response_mcp_call_failed_event",
        "ResponseMcpCallInProgressEvent": "responses.response_mcp_call_in_progress_event",
        "ResponseMcpListToolsCompletedEvent": "responses.response_mcp_list_tools_completed_event",
        "ResponseMcpListToolsFailedEvent": "responses.response_mcp_list_tools_failed_event",
        "ResponseMcpListToolsInProgressEvent": "responses.response_mcp_list_tools_in_progress_event",
        "ResponseOutputItemAddedEvent": "responses.response_output_item_added_event",
        "ResponseOutputItemDoneEvent": "responses.response_output_item_done_event",
        "ResponseOutputTextAnnotationAddedEvent": "responses.response_output_text_annotation_added_event",
        "ResponseQueuedEvent": "responses.response_queued_event",
        "ResponseReasoningSummaryPartAddedEvent": "responses.response_reasoning_summary_part_added_event",
        "ResponseReasoningSummaryPartDoneEvent": "responses.response_reasoning_summary_part_done_event",
        "ResponseReasoningSummaryTextDeltaEvent": "responses.response_reasoning_summary_text_delta_event",
        "ResponseReasoningSummaryTextDoneEvent": "responses.response_reasoning_summary_text_done_event",
        "ResponseReasoningTextDeltaEvent": "responses.response_reasoning_text_delta_event",
        "ResponseReasoningTextDoneEvent": "responses.response_reasoning_text_done_event",
        "ResponseRefusalDeltaEvent": "responses.response_refusal_delta_event",
        "ResponseRefusalDoneEvent": "responses.response_refusal_done_event",
        "ResponseShellCallCommandAddedEvent": "responses.response_shell_call_command_added_event",
        "ResponseShellCallCommandDeltaEvent": "responses.response_shell_call_command_delta_event",
        "ResponseShellCallCommandDoneEvent": "responses.response_shell_call_command_done_event",
        "ResponseShellCallOutputContentDeltaEvent": "responses.response_shell_call_output_content_delta_event",
        "ResponseShellCallOutputContentDoneEvent": "responses.response_shell_call_output_content_done_event",
        "ResponseTextDeltaEvent": "responses.response_text_delta_event",
        "ResponseTextDoneEvent": "responses.response_text_done_event",
        "ResponseWebSearchCallCompletedEvent": "responses.response_web_search_call_completed_event",
        "ResponseWebSearchCallInProgressEvent": "responses.response_web_search_call_in_progress_event",
        "ResponseWebSearchCallSearchingEvent": "responses.response_web_search_call_searching_event",
    },
    aliases={
        "ResponseStreamEvent": {
            "response.audio.delta": "ResponseAudioDeltaEvent",
            "response.audio.done": "ResponseAudioDoneEvent",
            "response.audio.transcript.delta": "ResponseAudioTranscriptDeltaEvent",
            "response.audio.transcript.done": "ResponseAudioTranscriptDoneEvent",
            "response.code_interpreter_call_code.delta": "ResponseCodeInterpreterCallCodeDeltaEvent",
            "response.code_interpreter_call_code.done": "ResponseCodeInterpreterCallCodeDoneEvent",
            "response.code_interpreter_call.completed": "ResponseCodeInterpreterCallCompletedEvent",
            "response.code_interpreter_call.in_progress": "ResponseCodeInterpreterCallInProgressEvent",
            "response.code_interpreter_call.interpreting": "ResponseCodeInterpreterCallInterpretingEvent",
            "response.compaction.compacting": "ResponseCompactionCompactingEvent",
            "response.completed": "ResponseCompletedEvent",
            "response.content_part.added": "ResponseContentPartAddedEvent",
            "response.content_part.done": "ResponseContentPartDoneEvent",
            "response.created": "ResponseCreatedEvent",
            "error": "ResponseErrorEvent",
            "response.file_search_call.completed": "ResponseFileSearchCallCompletedEvent",
            "response.file_search_call.in_progress": "ResponseFileSearchCallInProgressEvent",
            "response.file_search_call.searching": "ResponseFileSearchCallSearchingEvent",
            "response.function_call_arguments.delta": "ResponseFunctionCallArgumentsDeltaEvent",
            "response.function_call_arguments.done": "ResponseFunctionCallArgumentsDoneEvent",
            "response.shell_call_command.added": "ResponseShellCallCommandAddedEvent",
            "response.shell_call_command.delta": "ResponseShellCallCommandDeltaEvent",
            "response.shell_call_command.done": "ResponseShellCallCommandDoneEvent",
            "response.shell_call_output_content.delta": "ResponseShellCallOutputContentDeltaEvent",
            "response.shell_call_output_content.done": "ResponseShellCallOutputContentDoneEvent",
            "response.in_progress": "ResponseInProgressEvent",
            "response.failed": "ResponseFailedEvent",
            "response.incomplete": "ResponseIncompleteEvent",
            "response.output_item.added": "ResponseOutputItemAddedEvent",
            "response.output_item.done": "ResponseOutputItemDoneEvent",
            "response.reasoning_summary_part.added": "ResponseReasoningSummaryPartAddedEvent",
            "response.reasoning_summary_part.done": "ResponseReasoningSummaryPartDoneEvent",
            "response.reasoning_summary_text.delta": "ResponseReasoningSummaryTextDeltaEvent",
            "response.reasoning_summary_text.done": "ResponseReasoningSummaryTextDoneEvent",
            "response.reasoning_text.delta": "ResponseReasoningTextDeltaEvent",
            "response.reasoning_text.done": "ResponseReasoningTextDoneEvent",
            "response.refusal.delta": "ResponseRefusalDeltaEvent",
            "response.refusal.done": "ResponseRefusalDoneEvent",
            "response.output_text.delta": "ResponseTextDeltaEvent",
            "response.output_text.done": "ResponseTextDoneEvent",
            "response.web_search_call.completed": "ResponseWebSearchCallCompletedEvent",
            "response.web_search_call.in_progress": "ResponseWebSearchCallInProgressEvent",
            "response.web_search_call.searching": "ResponseWebSearchCallSearchingEvent",
            "response.image_generation_call.completed": "ResponseImageGenCallCompletedEvent",
            "response.image_generation_call.generating": "ResponseImageGenCallGeneratingEvent",
            "response.image_generation_call.in_progress": "ResponseImageGenCallInProgressEvent",
            "response.image_generation_call.partial_image": "ResponseImageGenCallPartialImageEvent",
            "response.mcp_call_arguments.delta": "ResponseMcpCallArgumentsDeltaEvent",
            "response.mcp_call_arguments.done": "ResponseMcpCallArgumentsDoneEvent",
            "response.mcp_call.completed": "ResponseMcpCallCompletedEvent",
            "response.mcp_call.failed": "ResponseMcpCallFailedEvent",
            "response.mcp_call.in_progress": "ResponseMcpCallInProgressEvent",
            "response.mcp_list_tools.completed": "ResponseMcpListToolsCompletedEvent",
            "response.mcp_list_tools.failed": "ResponseMcpListToolsFailedEvent",
            "response.mcp_list_tools.in_progress": "ResponseMcpListToolsInProgressEvent",
            "response.output_text.annotation.added": "ResponseOutputTextAnnotationAddedEvent",
            "response.queued": "ResponseQueuedEvent",
            "response.custom_tool_call_input.delta": "ResponseCustomToolCallInputDeltaEvent",
            "response.custom_tool_call_input.done": "ResponseCustomToolCallInputDoneEvent",
        }
    },
)
