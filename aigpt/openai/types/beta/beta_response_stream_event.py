# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
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

__all__ = ["BetaResponseStreamEvent"]

BetaResponseStreamEvent: TypeAlias = Annotated[
    Union[
        BetaResponseAudioDeltaEvent,
        BetaResponseAudioDoneEvent,
        BetaResponseAudioTranscriptDeltaEvent,
        BetaResponseAudioTranscriptDoneEvent,
        BetaResponseCodeInterpreterCallCodeDeltaEvent,
        BetaResponseCodeInterpreterCallCodeDoneEvent,
        BetaResponseCodeInterpreterCallCompletedEvent,
        BetaResponseCodeInterpreterCallInProgressEvent,
        BetaResponseCodeInterpreterCallInterpretingEvent,
        BetaResponseCompactionCompactingEvent,
        BetaResponseCompletedEvent,
        BetaResponseContentPartAddedEvent,
        BetaResponseContentPartDoneEvent,
        BetaResponseCreatedEvent,
        BetaResponseErrorEvent,
        BetaResponseFileSearchCallCompletedEvent,
        BetaResponseFileSearchCallInProgressEvent,
        BetaResponseFileSearchCallSearchingEvent,
        BetaResponseFunctionCallArgumentsDeltaEvent,
        BetaResponseFunctionCallArgumentsDoneEvent,
        BetaResponseShellCallCommandAddedEvent,
        BetaResponseShellCallCommandDeltaEvent,
        BetaResponseShellCallCommandDoneEvent,
        BetaResponseShellCallOutputContentDeltaEvent,
        BetaResponseShellCallOutputContentDoneEvent,
        BetaResponseInProgressEvent,
        BetaResponseFailedEvent,
        BetaResponseIncompleteEvent,
        BetaResponseOutputItemAddedEvent,
        BetaResponseOutputItemDoneEvent,
        BetaResponseReasoningSummaryPartAddedEvent,
        BetaResponseReasoningSummaryPartDoneEvent,
        BetaResponseReasoningSummaryTextDeltaEvent,
        BetaResponseReasoningSummaryTextDoneEvent,
        BetaResponseReasoningTextDeltaEvent,
        BetaResponseReasoningTextDoneEvent,
        BetaResponseRefusalDeltaEvent,
        BetaResponseRefusalDoneEvent,
        BetaResponseTextDeltaEvent,
        BetaResponseTextDoneEvent,
        BetaResponseWebSearchCallCompletedEvent,
        BetaResponseWebSearchCallInProgressEvent,
        BetaResponseWebSearchCallSearchingEvent,
        BetaResponseImageGenCallCompletedEvent,
        BetaResponseImageGenCallGeneratingEvent,
        BetaResponseImageGenCallInProgressEvent,
        BetaResponseImageGenCallPartialImageEvent,
        BetaResponseMcpCallArgumentsDeltaEvent,
        BetaResponseMcpCallArgumentsDoneEvent,
        BetaResponseMcpCallCompletedEvent,
        BetaResponseMcpCallFailedEvent,
        BetaResponseMcpCallInProgressEvent,
        BetaResponseMcpListToolsCompletedEvent,
        BetaResponseMcpListToolsFailedEvent,
        BetaResponseMcpListToolsInProgressEvent,
        BetaResponseOutputTextAnnotationAddedEvent,
        BetaResponseQueuedEvent,
        BetaResponseCustomToolCallInputDeltaEvent,
        BetaResponseCustomToolCallInputDoneEvent,
    ],
    PropertyInfo(discriminator="type"),
]
