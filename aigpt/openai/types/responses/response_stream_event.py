# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
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
from aigpt.openai.types.responses.response_error_event import ResponseErrorEvent
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

__all__ = ["ResponseStreamEvent"]

ResponseStreamEvent: TypeAlias = Annotated[
    Union[
        ResponseAudioDeltaEvent,
        ResponseAudioDoneEvent,
        ResponseAudioTranscriptDeltaEvent,
        ResponseAudioTranscriptDoneEvent,
        ResponseCodeInterpreterCallCodeDeltaEvent,
        ResponseCodeInterpreterCallCodeDoneEvent,
        ResponseCodeInterpreterCallCompletedEvent,
        ResponseCodeInterpreterCallInProgressEvent,
        ResponseCodeInterpreterCallInterpretingEvent,
        ResponseCompactionCompactingEvent,
        ResponseCompletedEvent,
        ResponseContentPartAddedEvent,
        ResponseContentPartDoneEvent,
        ResponseCreatedEvent,
        ResponseErrorEvent,
        ResponseFileSearchCallCompletedEvent,
        ResponseFileSearchCallInProgressEvent,
        ResponseFileSearchCallSearchingEvent,
        ResponseFunctionCallArgumentsDeltaEvent,
        ResponseFunctionCallArgumentsDoneEvent,
        ResponseShellCallCommandAddedEvent,
        ResponseShellCallCommandDeltaEvent,
        ResponseShellCallCommandDoneEvent,
        ResponseShellCallOutputContentDeltaEvent,
        ResponseShellCallOutputContentDoneEvent,
        ResponseInProgressEvent,
        ResponseFailedEvent,
        ResponseIncompleteEvent,
        ResponseOutputItemAddedEvent,
        ResponseOutputItemDoneEvent,
        ResponseReasoningSummaryPartAddedEvent,
        ResponseReasoningSummaryPartDoneEvent,
        ResponseReasoningSummaryTextDeltaEvent,
        ResponseReasoningSummaryTextDoneEvent,
        ResponseReasoningTextDeltaEvent,
        ResponseReasoningTextDoneEvent,
        ResponseRefusalDeltaEvent,
        ResponseRefusalDoneEvent,
        ResponseTextDeltaEvent,
        ResponseTextDoneEvent,
        ResponseWebSearchCallCompletedEvent,
        ResponseWebSearchCallInProgressEvent,
        ResponseWebSearchCallSearchingEvent,
        ResponseImageGenCallCompletedEvent,
        ResponseImageGenCallGeneratingEvent,
        ResponseImageGenCallInProgressEvent,
        ResponseImageGenCallPartialImageEvent,
        ResponseMcpCallArgumentsDeltaEvent,
        ResponseMcpCallArgumentsDoneEvent,
        ResponseMcpCallCompletedEvent,
        ResponseMcpCallFailedEvent,
        ResponseMcpCallInProgressEvent,
        ResponseMcpListToolsCompletedEvent,
        ResponseMcpListToolsFailedEvent,
        ResponseMcpListToolsInProgressEvent,
        ResponseOutputTextAnnotationAddedEvent,
        ResponseQueuedEvent,
        ResponseCustomToolCallInputDeltaEvent,
        ResponseCustomToolCallInputDoneEvent,
    ],
    PropertyInfo(discriminator="type"),
]
