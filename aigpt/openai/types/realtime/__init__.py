# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.realtime import audio_transcription as audio_transcription
    from aigpt.openai.types.realtime import audio_transcription_param as audio_transcription_param
    from aigpt.openai.types.realtime import call_accept_params as call_accept_params
    from aigpt.openai.types.realtime import call_create_params as call_create_params
    from aigpt.openai.types.realtime import call_refer_params as call_refer_params
    from aigpt.openai.types.realtime import call_reject_params as call_reject_params
    from aigpt.openai.types.realtime import client_secret_create_params as client_secret_create_params
    from aigpt.openai.types.realtime import client_secret_create_response as client_secret_create_response
    from aigpt.openai.types.realtime import connect_client_event_param as connect_client_event_param
    from aigpt.openai.types.realtime import conversation_created_event as conversation_created_event
    from aigpt.openai.types.realtime import conversation_item as conversation_item
    from aigpt.openai.types.realtime import conversation_item_added as conversation_item_added
    from aigpt.openai.types.realtime import conversation_item_create_event as conversation_item_create_event
    from aigpt.openai.types.realtime import conversation_item_create_event_param as conversation_item_create_event_param
    from aigpt.openai.types.realtime import conversation_item_created_event as conversation_item_created_event
    from aigpt.openai.types.realtime import conversation_item_delete_event as conversation_item_delete_event
    from aigpt.openai.types.realtime import conversation_item_delete_event_param as conversation_item_delete_event_param
    from aigpt.openai.types.realtime import conversation_item_deleted_event as conversation_item_deleted_event
    from aigpt.openai.types.realtime import conversation_item_done as conversation_item_done
    from aigpt.openai.types.realtime import (
        conversation_item_input_audio_transcription_completed_event as conversation_item_input_audio_transcription_completed_event,
    )
    from aigpt.openai.types.realtime import (
        conversation_item_input_audio_transcription_delta_event as conversation_item_input_audio_transcription_delta_event,
    )
    from aigpt.openai.types.realtime import (
        conversation_item_input_audio_transcription_failed_event as conversation_item_input_audio_transcription_failed_event,
    )
    from aigpt.openai.types.realtime import (
        conversation_item_input_audio_transcription_segment as conversation_item_input_audio_transcription_segment,
    )
    from aigpt.openai.types.realtime import conversation_item_param as conversation_item_param
    from aigpt.openai.types.realtime import conversation_item_retrieve_event as conversation_item_retrieve_event
    from aigpt.openai.types.realtime import (
        conversation_item_retrieve_event_param as conversation_item_retrieve_event_param,
    )
    from aigpt.openai.types.realtime import conversation_item_truncate_event as conversation_item_truncate_event
    from aigpt.openai.types.realtime import (
        conversation_item_truncate_event_param as conversation_item_truncate_event_param,
    )
    from aigpt.openai.types.realtime import conversation_item_truncated_event as conversation_item_truncated_event
    from aigpt.openai.types.realtime import input_audio_buffer_append_event as input_audio_buffer_append_event
    from aigpt.openai.types.realtime import (
        input_audio_buffer_append_event_param as input_audio_buffer_append_event_param,
    )
    from aigpt.openai.types.realtime import input_audio_buffer_clear_event as input_audio_buffer_clear_event
    from aigpt.openai.types.realtime import input_audio_buffer_clear_event_param as input_audio_buffer_clear_event_param
    from aigpt.openai.types.realtime import input_audio_buffer_cleared_event as input_audio_buffer_cleared_event
    from aigpt.openai.types.realtime import input_audio_buffer_commit_event as input_audio_buffer_commit_event
    from aigpt.openai.types.realtime import (
        input_audio_buffer_commit_event_param as input_audio_buffer_commit_event_param,
    )
    from aigpt.openai.types.realtime import input_audio_buffer_committed_event as input_audio_buffer_committed_event
    from aigpt.openai.types.realtime import (
        input_audio_buffer_dtmf_event_received_event as input_audio_buffer_dtmf_event_received_event,
    )
    from aigpt.openai.types.realtime import (
        input_audio_buffer_speech_started_event as input_audio_buffer_speech_started_event,
    )
    from aigpt.openai.types.realtime import (
        input_audio_buffer_speech_stopped_event as input_audio_buffer_speech_stopped_event,
    )
    from aigpt.openai.types.realtime import input_audio_buffer_timeout_triggered as input_audio_buffer_timeout_triggered
    from aigpt.openai.types.realtime import log_prob_properties as log_prob_properties
    from aigpt.openai.types.realtime import mcp_list_tools_completed as mcp_list_tools_completed
    from aigpt.openai.types.realtime import mcp_list_tools_failed as mcp_list_tools_failed
    from aigpt.openai.types.realtime import mcp_list_tools_in_progress as mcp_list_tools_in_progress
    from aigpt.openai.types.realtime import noise_reduction_type as noise_reduction_type
    from aigpt.openai.types.realtime import output_audio_buffer_clear_event as output_audio_buffer_clear_event
    from aigpt.openai.types.realtime import (
        output_audio_buffer_clear_event_param as output_audio_buffer_clear_event_param,
    )
    from aigpt.openai.types.realtime import rate_limits_updated_event as rate_limits_updated_event
    from aigpt.openai.types.realtime import realtime_audio_config as realtime_audio_config
    from aigpt.openai.types.realtime import realtime_audio_config_input as realtime_audio_config_input
    from aigpt.openai.types.realtime import realtime_audio_config_input_param as realtime_audio_config_input_param
    from aigpt.openai.types.realtime import realtime_audio_config_output as realtime_audio_config_output
    from aigpt.openai.types.realtime import realtime_audio_config_output_param as realtime_audio_config_output_param
    from aigpt.openai.types.realtime import realtime_audio_config_param as realtime_audio_config_param
    from aigpt.openai.types.realtime import realtime_audio_formats as realtime_audio_formats
    from aigpt.openai.types.realtime import realtime_audio_formats_param as realtime_audio_formats_param
    from aigpt.openai.types.realtime import realtime_audio_input_turn_detection as realtime_audio_input_turn_detection
    from aigpt.openai.types.realtime import (
        realtime_audio_input_turn_detection_param as realtime_audio_input_turn_detection_param,
    )
    from aigpt.openai.types.realtime import realtime_client_event as realtime_client_event
    from aigpt.openai.types.realtime import realtime_client_event_param as realtime_client_event_param
    from aigpt.openai.types.realtime import realtime_connect_params as realtime_connect_params
    from aigpt.openai.types.realtime import (
        realtime_conversation_item_assistant_message as realtime_conversation_item_assistant_message,
    )
    from aigpt.openai.types.realtime import (
        realtime_conversation_item_assistant_message_param as realtime_conversation_item_assistant_message_param,
    )
    from aigpt.openai.types.realtime import (
        realtime_conversation_item_function_call as realtime_conversation_item_function_call,
    )
    from aigpt.openai.types.realtime import (
        realtime_conversation_item_function_call_output as realtime_conversation_item_function_call_output,
    )
    from aigpt.openai.types.realtime import (
        realtime_conversation_item_function_call_output_param as realtime_conversation_item_function_call_output_param,
    )
    from aigpt.openai.types.realtime import (
        realtime_conversation_item_function_call_param as realtime_conversation_item_function_call_param,
    )
    from aigpt.openai.types.realtime import (
        realtime_conversation_item_system_message as realtime_conversation_item_system_message,
    )
    from aigpt.openai.types.realtime import (
        realtime_conversation_item_system_message_param as realtime_conversation_item_system_message_param,
    )
    from aigpt.openai.types.realtime import (
        realtime_conversation_item_user_message as realtime_conversation_item_user_message,
    )
    from aigpt.openai.types.realtime import (
        realtime_conversation_item_user_message_param as realtime_conversation_item_user_message_param,
    )
    from aigpt.openai.types.realtime import realtime_error as realtime_error
    from aigpt.openai.types.realtime import realtime_error_event as realtime_error_event
    from aigpt.openai.types.realtime import realtime_function_tool as realtime_function_tool
    from aigpt.openai.types.realtime import realtime_function_tool_param as realtime_function_tool_param
    from aigpt.openai.types.realtime import realtime_mcp_approval_request as realtime_mcp_approval_request
    from aigpt.openai.types.realtime import realtime_mcp_approval_request_param as realtime_mcp_approval_request_param
    from aigpt.openai.types.realtime import realtime_mcp_approval_response as realtime_mcp_approval_response
    from aigpt.openai.types.realtime import realtime_mcp_approval_response_param as realtime_mcp_approval_response_param
    from aigpt.openai.types.realtime import realtime_mcp_list_tools as realtime_mcp_list_tools
    from aigpt.openai.types.realtime import realtime_mcp_list_tools_param as realtime_mcp_list_tools_param
    from aigpt.openai.types.realtime import realtime_mcp_protocol_error as realtime_mcp_protocol_error
    from aigpt.openai.types.realtime import realtime_mcp_protocol_error_param as realtime_mcp_protocol_error_param
    from aigpt.openai.types.realtime import realtime_mcp_tool_call as realtime_mcp_tool_call
    from aigpt.openai.types.realtime import realtime_mcp_tool_call_param as realtime_mcp_tool_call_param
    from aigpt.openai.types.realtime import realtime_mcp_tool_execution_error as realtime_mcp_tool_execution_error
    from aigpt.openai.types.realtime import (
        realtime_mcp_tool_execution_error_param as realtime_mcp_tool_execution_error_param,
    )
    from aigpt.openai.types.realtime import realtime_mcphttp_error as realtime_mcphttp_error
    from aigpt.openai.types.realtime import realtime_mcphttp_error_param as realtime_mcphttp_error_param
    from aigpt.openai.types.realtime import realtime_reasoning as realtime_reasoning
    from aigpt.openai.types.realtime import realtime_reasoning_effort as realtime_reasoning_effort
    from aigpt.openai.types.realtime import realtime_reasoning_param as realtime_reasoning_param
    from aigpt.openai.types.realtime import realtime_response as realtime_response
    from aigpt.openai.types.realtime import (
        realtime_response_create_audio_output as realtime_response_create_audio_output,
    )
    from aigpt.openai.types.realtime import (
        realtime_response_create_audio_output_param as realtime_response_create_audio_output_param,
    )
    from aigpt.openai.types.realtime import realtime_response_create_mcp_tool as realtime_response_create_mcp_tool
    from aigpt.openai.types.realtime import (
        realtime_response_create_mcp_tool_param as realtime_response_create_mcp_tool_param,
    )
    from aigpt.openai.types.realtime import realtime_response_create_params as realtime_response_create_params
    from aigpt.openai.types.realtime import (
        realtime_response_create_params_param as realtime_response_create_params_param,
    )
    from aigpt.openai.types.realtime import (
        realtime_response_create_params_with_references_param as realtime_response_create_params_with_references_param,
    )
    from aigpt.openai.types.realtime import realtime_response_status as realtime_response_status
    from aigpt.openai.types.realtime import realtime_response_usage as realtime_response_usage
    from aigpt.openai.types.realtime import (
        realtime_response_usage_input_token_details as realtime_response_usage_input_token_details,
    )
    from aigpt.openai.types.realtime import (
        realtime_response_usage_output_token_details as realtime_response_usage_output_token_details,
    )
    from aigpt.openai.types.realtime import realtime_server_event as realtime_server_event
    from aigpt.openai.types.realtime import realtime_session_create_request as realtime_session_create_request
    from aigpt.openai.types.realtime import (
        realtime_session_create_request_param as realtime_session_create_request_param,
    )
    from aigpt.openai.types.realtime import realtime_session_create_response as realtime_session_create_response
    from aigpt.openai.types.realtime import realtime_tool_choice_config as realtime_tool_choice_config
    from aigpt.openai.types.realtime import realtime_tool_choice_config_param as realtime_tool_choice_config_param
    from aigpt.openai.types.realtime import realtime_tools_config as realtime_tools_config
    from aigpt.openai.types.realtime import realtime_tools_config_param as realtime_tools_config_param
    from aigpt.openai.types.realtime import realtime_tools_config_union as realtime_tools_config_union
    from aigpt.openai.types.realtime import realtime_tools_config_union_param as realtime_tools_config_union_param
    from aigpt.openai.types.realtime import realtime_tracing_config as realtime_tracing_config
    from aigpt.openai.types.realtime import realtime_tracing_config_param as realtime_tracing_config_param
    from aigpt.openai.types.realtime import realtime_transcription_session_audio as realtime_transcription_session_audio
    from aigpt.openai.types.realtime import (
        realtime_transcription_session_audio_input as realtime_transcription_session_audio_input,
    )
    from aigpt.openai.types.realtime import (
        realtime_transcription_session_audio_input_param as realtime_transcription_session_audio_input_param,
    )
    from aigpt.openai.types.realtime import (
        realtime_transcription_session_audio_input_turn_detection as realtime_transcription_session_audio_input_turn_detection,
    )
    from aigpt.openai.types.realtime import (
        realtime_transcription_session_audio_input_turn_detection_param as realtime_transcription_session_audio_input_turn_detection_param,
    )
    from aigpt.openai.types.realtime import (
        realtime_transcription_session_audio_param as realtime_transcription_session_audio_param,
    )
    from aigpt.openai.types.realtime import (
        realtime_transcription_session_create_request as realtime_transcription_session_create_request,
    )
    from aigpt.openai.types.realtime import (
        realtime_transcription_session_create_request_param as realtime_transcription_session_create_request_param,
    )
    from aigpt.openai.types.realtime import (
        realtime_transcription_session_create_response as realtime_transcription_session_create_response,
    )
    from aigpt.openai.types.realtime import (
        realtime_transcription_session_turn_detection as realtime_transcription_session_turn_detection,
    )
    from aigpt.openai.types.realtime import realtime_translation_client_event as realtime_translation_client_event
    from aigpt.openai.types.realtime import (
        realtime_translation_client_event_param as realtime_translation_client_event_param,
    )
    from aigpt.openai.types.realtime import (
        realtime_translation_client_secret_create_response as realtime_translation_client_secret_create_response,
    )
    from aigpt.openai.types.realtime import (
        realtime_translation_input_audio_buffer_append_event as realtime_translation_input_audio_buffer_append_event,
    )
    from aigpt.openai.types.realtime import (
        realtime_translation_input_audio_buffer_append_event_param as realtime_translation_input_audio_buffer_append_event_param,
    )
    from aigpt.openai.types.realtime import (
        realtime_translation_input_transcript_delta_event as realtime_translation_input_transcript_delta_event,
    )
    from aigpt.openai.types.realtime import (
        realtime_translation_output_audio_delta_event as realtime_translation_output_audio_delta_event,
    )
    from aigpt.openai.types.realtime import (
        realtime_translation_output_transcript_delta_event as realtime_translation_output_transcript_delta_event,
    )
    from aigpt.openai.types.realtime import realtime_translation_server_event as realtime_translation_server_event
    from aigpt.openai.types.realtime import realtime_translation_session as realtime_translation_session
    from aigpt.openai.types.realtime import (
        realtime_translation_session_close_event as realtime_translation_session_close_event,
    )
    from aigpt.openai.types.realtime import (
        realtime_translation_session_close_event_param as realtime_translation_session_close_event_param,
    )
    from aigpt.openai.types.realtime import (
        realtime_translation_session_closed_event as realtime_translation_session_closed_event,
    )
    from aigpt.openai.types.realtime import (
        realtime_translation_session_create_request_param as realtime_translation_session_create_request_param,
    )
    from aigpt.openai.types.realtime import (
        realtime_translation_session_created_event as realtime_translation_session_created_event,
    )
    from aigpt.openai.types.realtime import (
        realtime_translation_session_update_event as realtime_translation_session_update_event,
    )
    from aigpt.openai.types.realtime import (
        realtime_translation_session_update_event_param as realtime_translation_session_update_event_param,
    )
    from aigpt.openai.types.realtime import (
        realtime_translation_session_update_request as realtime_translation_session_update_request,
    )
    from aigpt.openai.types.realtime import (
        realtime_translation_session_update_request_param as realtime_translation_session_update_request_param,
    )
    from aigpt.openai.types.realtime import (
        realtime_translation_session_updated_event as realtime_translation_session_updated_event,
    )
    from aigpt.openai.types.realtime import realtime_truncation as realtime_truncation
    from aigpt.openai.types.realtime import realtime_truncation_param as realtime_truncation_param
    from aigpt.openai.types.realtime import realtime_truncation_retention_ratio as realtime_truncation_retention_ratio
    from aigpt.openai.types.realtime import (
        realtime_truncation_retention_ratio_param as realtime_truncation_retention_ratio_param,
    )
    from aigpt.openai.types.realtime import response_audio_delta_event as response_audio_delta_event
    from aigpt.openai.types.realtime import response_audio_done_event as response_audio_done_event
    from aigpt.openai.types.realtime import (
        response_audio_transcript_delta_event as response_audio_transcript_delta_event,
    )
    from aigpt.openai.types.realtime import response_audio_transcript_done_event as response_audio_transcript_done_event
    from aigpt.openai.types.realtime import response_cancel_event as response_cancel_event
    from aigpt.openai.types.realtime import response_cancel_event_param as response_cancel_event_param
    from aigpt.openai.types.realtime import response_content_part_added_event as response_content_part_added_event
    from aigpt.openai.types.realtime import response_content_part_done_event as response_content_part_done_event
    from aigpt.openai.types.realtime import response_create_event as response_create_event
    from aigpt.openai.types.realtime import response_create_event_param as response_create_event_param
    from aigpt.openai.types.realtime import (
        response_create_event_with_references_param as response_create_event_with_references_param,
    )
    from aigpt.openai.types.realtime import response_created_event as response_created_event
    from aigpt.openai.types.realtime import response_done_event as response_done_event
    from aigpt.openai.types.realtime import (
        response_function_call_arguments_delta_event as response_function_call_arguments_delta_event,
    )
    from aigpt.openai.types.realtime import (
        response_function_call_arguments_done_event as response_function_call_arguments_done_event,
    )
    from aigpt.openai.types.realtime import response_item_reference as response_item_reference
    from aigpt.openai.types.realtime import response_item_reference_param as response_item_reference_param
    from aigpt.openai.types.realtime import response_mcp_call_arguments_delta as response_mcp_call_arguments_delta
    from aigpt.openai.types.realtime import response_mcp_call_arguments_done as response_mcp_call_arguments_done
    from aigpt.openai.types.realtime import response_mcp_call_completed as response_mcp_call_completed
    from aigpt.openai.types.realtime import response_mcp_call_failed as response_mcp_call_failed
    from aigpt.openai.types.realtime import response_mcp_call_in_progress as response_mcp_call_in_progress
    from aigpt.openai.types.realtime import response_output_item_added_event as response_output_item_added_event
    from aigpt.openai.types.realtime import response_output_item_done_event as response_output_item_done_event
    from aigpt.openai.types.realtime import response_text_delta_event as response_text_delta_event
    from aigpt.openai.types.realtime import response_text_done_event as response_text_done_event
    from aigpt.openai.types.realtime import session_created_event as session_created_event
    from aigpt.openai.types.realtime import session_update_event as session_update_event
    from aigpt.openai.types.realtime import session_update_event_param as session_update_event_param
    from aigpt.openai.types.realtime import session_updated_event as session_updated_event
    from aigpt.openai.types.realtime import translations as translations
    from aigpt.openai.types.realtime.audio_transcription import AudioTranscription
    from aigpt.openai.types.realtime.audio_transcription_param import AudioTranscriptionParam
    from aigpt.openai.types.realtime.call_accept_params import CallAcceptParams
    from aigpt.openai.types.realtime.call_create_params import CallCreateParams
    from aigpt.openai.types.realtime.call_refer_params import CallReferParams
    from aigpt.openai.types.realtime.call_reject_params import CallRejectParams
    from aigpt.openai.types.realtime.client_secret_create_params import ClientSecretCreateParams
    from aigpt.openai.types.realtime.client_secret_create_response import ClientSecretCreateResponse
    from aigpt.openai.types.realtime.connect_client_event_param import ConnectClientEventParam
    from aigpt.openai.types.realtime.conversation_created_event import ConversationCreatedEvent
    from aigpt.openai.types.realtime.conversation_item import ConversationItem
    from aigpt.openai.types.realtime.conversation_item_added import ConversationItemAdded
    from aigpt.openai.types.realtime.conversation_item_create_event import ConversationItemCreateEvent
    from aigpt.openai.types.realtime.conversation_item_create_event_param import ConversationItemCreateEventParam
    from aigpt.openai.types.realtime.conversation_item_created_event import ConversationItemCreatedEvent
    from aigpt.openai.types.realtime.conversation_item_delete_event import ConversationItemDeleteEvent
    from aigpt.openai.types.realtime.conversation_item_delete_event_param import ConversationItemDeleteEventParam
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
    from aigpt.openai.types.realtime.conversation_item_param import ConversationItemParam
    from aigpt.openai.types.realtime.conversation_item_retrieve_event import ConversationItemRetrieveEvent
    from aigpt.openai.types.realtime.conversation_item_retrieve_event_param import ConversationItemRetrieveEventParam
    from aigpt.openai.types.realtime.conversation_item_truncate_event import ConversationItemTruncateEvent
    from aigpt.openai.types.realtime.conversation_item_truncate_event_param import ConversationItemTruncateEventParam
    from aigpt.openai.types.realtime.conversation_item_truncated_event import ConversationItemTruncatedEvent
    from aigpt.openai.types.realtime.input_audio_buffer_append_event import InputAudioBufferAppendEvent
    from aigpt.openai.types.realtime.input_audio_buffer_append_event_param import InputAudioBufferAppendEventParam
    from aigpt.openai.types.realtime.input_audio_buffer_clear_event import InputAudioBufferClearEvent
    from aigpt.openai.types.realtime.input_audio_buffer_clear_event_param import InputAudioBufferClearEventParam
    from aigpt.openai.types.realtime.input_audio_buffer_cleared_event import InputAudioBufferClearedEvent
    from aigpt.openai.types.realtime.input_audio_buffer_commit_event import InputAudioBufferCommitEvent
    from aigpt.openai.types.realtime.input_audio_buffer_commit_event_param import InputAudioBufferCommitEventParam
    from aigpt.openai.types.realtime.input_audio_buffer_committed_event import InputAudioBufferCommittedEvent
    from aigpt.openai.types.realtime.input_audio_buffer_dtmf_event_received_event import (
        InputAudioBufferDtmfEventReceivedEvent,
    )
    from aigpt.openai.types.realtime.input_audio_buffer_speech_started_event import InputAudioBufferSpeechStartedEvent
    from aigpt.openai.types.realtime.input_audio_buffer_speech_stopped_event import InputAudioBufferSpeechStoppedEvent
    from aigpt.openai.types.realtime.input_audio_buffer_timeout_triggered import InputAudioBufferTimeoutTriggered
    from aigpt.openai.types.realtime.log_prob_properties import LogProbProperties
    from aigpt.openai.types.realtime.mcp_list_tools_completed import McpListToolsCompleted
    from aigpt.openai.types.realtime.mcp_list_tools_failed import McpListToolsFailed
    from aigpt.openai.types.realtime.mcp_list_tools_in_progress import McpListToolsInProgress
    from aigpt.openai.types.realtime.noise_reduction_type import NoiseReductionType
    from aigpt.openai.types.realtime.output_audio_buffer_clear_event import OutputAudioBufferClearEvent
    from aigpt.openai.types.realtime.output_audio_buffer_clear_event_param import OutputAudioBufferClearEventParam
    from aigpt.openai.types.realtime.rate_limits_updated_event import RateLimitsUpdatedEvent
    from aigpt.openai.types.realtime.realtime_audio_config import RealtimeAudioConfig
    from aigpt.openai.types.realtime.realtime_audio_config_input import RealtimeAudioConfigInput
    from aigpt.openai.types.realtime.realtime_audio_config_input_param import RealtimeAudioConfigInputParam
    from aigpt.openai.types.realtime.realtime_audio_config_output import RealtimeAudioConfigOutput
    from aigpt.openai.types.realtime.realtime_audio_config_output_param import RealtimeAudioConfigOutputParam
    from aigpt.openai.types.realtime.realtime_audio_config_param import RealtimeAudioConfigParam
    from aigpt.openai.types.realtime.realtime_audio_formats import RealtimeAudioFormats
    from aigpt.openai.types.realtime.realtime_audio_formats_param import RealtimeAudioFormatsParam
    from aigpt.openai.types.realtime.realtime_audio_input_turn_detection import RealtimeAudioInputTurnDetection
    from aigpt.openai.types.realtime.realtime_audio_input_turn_detection_param import (
        RealtimeAudioInputTurnDetectionParam,
    )
    from aigpt.openai.types.realtime.realtime_client_event import RealtimeClientEvent
    from aigpt.openai.types.realtime.realtime_client_event_param import RealtimeClientEventParam
    from aigpt.openai.types.realtime.realtime_connect_params import RealtimeConnectParams
    from aigpt.openai.types.realtime.realtime_conversation_item_assistant_message import (
        RealtimeConversationItemAssistantMessage,
    )
    from aigpt.openai.types.realtime.realtime_conversation_item_assistant_message_param import (
        RealtimeConversationItemAssistantMessageParam,
    )
    from aigpt.openai.types.realtime.realtime_conversation_item_function_call import (
        RealtimeConversationItemFunctionCall,
    )
    from aigpt.openai.types.realtime.realtime_conversation_item_function_call_output import (
        RealtimeConversationItemFunctionCallOutput,
    )
    from aigpt.openai.types.realtime.realtime_conversation_item_function_call_output_param import (
        RealtimeConversationItemFunctionCallOutputParam,
    )
    from aigpt.openai.types.realtime.realtime_conversation_item_function_call_param import (
        RealtimeConversationItemFunctionCallParam,
    )
    from aigpt.openai.types.realtime.realtime_conversation_item_system_message import (
        RealtimeConversationItemSystemMessage,
    )
    from aigpt.openai.types.realtime.realtime_conversation_item_system_message_param import (
        RealtimeConversationItemSystemMessageParam,
    )
    from aigpt.openai.types.realtime.realtime_conversation_item_user_message import RealtimeConversationItemUserMessage
    from aigpt.openai.types.realtime.realtime_conversation_item_user_message_param import (
        RealtimeConversationItemUserMessageParam,
    )
    from aigpt.openai.types.realtime.realtime_error import RealtimeError
    from aigpt.openai.types.realtime.realtime_error_event import RealtimeErrorEvent
    from aigpt.openai.types.realtime.realtime_function_tool import RealtimeFunctionTool
    from aigpt.openai.types.realtime.realtime_function_tool_param import RealtimeFunctionToolParam
    from aigpt.openai.types.realtime.realtime_mcp_approval_request import RealtimeMcpApprovalRequest
    from aigpt.openai.types.realtime.realtime_mcp_approval_request_param import RealtimeMcpApprovalRequestParam
    from aigpt.openai.types.realtime.realtime_mcp_approval_response import RealtimeMcpApprovalResponse
    from aigpt.openai.types.realtime.realtime_mcp_approval_response_param import RealtimeMcpApprovalResponseParam
    from aigpt.openai.types.realtime.realtime_mcp_list_tools import RealtimeMcpListTools
    from aigpt.openai.types.realtime.realtime_mcp_list_tools_param import RealtimeMcpListToolsParam
    from aigpt.openai.types.realtime.realtime_mcp_protocol_error import RealtimeMcpProtocolError
    from aigpt.openai.types.realtime.realtime_mcp_protocol_error_param import RealtimeMcpProtocolErrorParam
    from aigpt.openai.types.realtime.realtime_mcp_tool_call import RealtimeMcpToolCall
    from aigpt.openai.types.realtime.realtime_mcp_tool_call_param import RealtimeMcpToolCallParam
    from aigpt.openai.types.realtime.realtime_mcp_tool_execution_error import RealtimeMcpToolExecutionError
    from aigpt.openai.types.realtime.realtime_mcp_tool_execution_error_param import RealtimeMcpToolExecutionErrorParam
    from aigpt.openai.types.realtime.realtime_mcphttp_error import RealtimeMcphttpError
    from aigpt.openai.types.realtime.realtime_mcphttp_error_param import RealtimeMcphttpErrorParam
    from aigpt.openai.types.realtime.realtime_reasoning import RealtimeReasoning
    from aigpt.openai.types.realtime.realtime_reasoning_effort import RealtimeReasoningEffort
    from aigpt.openai.types.realtime.realtime_reasoning_param import RealtimeReasoningParam
    from aigpt.openai.types.realtime.realtime_response import RealtimeResponse
    from aigpt.openai.types.realtime.realtime_response_create_audio_output import RealtimeResponseCreateAudioOutput
    from aigpt.openai.types.realtime.realtime_response_create_audio_output_param import (
        RealtimeResponseCreateAudioOutputParam,
    )
    from aigpt.openai.types.realtime.realtime_response_create_mcp_tool import RealtimeResponseCreateMcpTool
    from aigpt.openai.types.realtime.realtime_response_create_mcp_tool_param import RealtimeResponseCreateMcpToolParam
    from aigpt.openai.types.realtime.realtime_response_create_params import RealtimeResponseCreateParams
    from aigpt.openai.types.realtime.realtime_response_create_params_param import RealtimeResponseCreateParamsParam
    from aigpt.openai.types.realtime.realtime_response_create_params_with_references_param import (
        RealtimeResponseCreateParamsWithReferencesParam,
    )
    from aigpt.openai.types.realtime.realtime_response_status import RealtimeResponseStatus
    from aigpt.openai.types.realtime.realtime_response_usage import RealtimeResponseUsage
    from aigpt.openai.types.realtime.realtime_response_usage_input_token_details import (
        RealtimeResponseUsageInputTokenDetails,
    )
    from aigpt.openai.types.realtime.realtime_response_usage_output_token_details import (
        RealtimeResponseUsageOutputTokenDetails,
    )
    from aigpt.openai.types.realtime.realtime_server_event import RealtimeServerEvent
    from aigpt.openai.types.realtime.realtime_session_create_request import RealtimeSessionCreateRequest
    from aigpt.openai.types.realtime.realtime_session_create_request_param import RealtimeSessionCreateRequestParam
    from aigpt.openai.types.realtime.realtime_session_create_response import RealtimeSessionCreateResponse
    from aigpt.openai.types.realtime.realtime_tool_choice_config import RealtimeToolChoiceConfig
    from aigpt.openai.types.realtime.realtime_tool_choice_config_param import RealtimeToolChoiceConfigParam
    from aigpt.openai.types.realtime.realtime_tools_config import RealtimeToolsConfig
    from aigpt.openai.types.realtime.realtime_tools_config_param import RealtimeToolsConfigParam
    from aigpt.openai.types.realtime.realtime_tools_config_union import RealtimeToolsConfigUnion
    from aigpt.openai.types.realtime.realtime_tools_config_union_param import RealtimeToolsConfigUnionParam
    from aigpt.openai.types.realtime.realtime_tracing_config import RealtimeTracingConfig
    from aigpt.openai.types.realtime.realtime_tracing_config_param import RealtimeTracingConfigParam
    from aigpt.openai.types.realtime.realtime_transcription_session_audio import RealtimeTranscriptionSessionAudio
    from aigpt.openai.types.realtime.realtime_transcription_session_audio_input import (
        RealtimeTranscriptionSessionAudioInput,
    )
    from aigpt.openai.types.realtime.realtime_transcription_session_audio_input_param import (
        RealtimeTranscriptionSessionAudioInputParam,
    )
    from aigpt.openai.types.realtime.realtime_transcription_session_audio_input_turn_detection import (
        RealtimeTranscriptionSessionAudioInputTurnDetection,
    )
    from aigpt.openai.types.realtime.realtime_transcription_session_audio_input_turn_detection_param import (
        RealtimeTranscriptionSessionAudioInputTurnDetectionParam,
    )
    from aigpt.openai.types.realtime.realtime_transcription_session_audio_param import (
        RealtimeTranscriptionSessionAudioParam,
    )
    from aigpt.openai.types.realtime.realtime_transcription_session_create_request import (
        RealtimeTranscriptionSessionCreateRequest,
    )
    from aigpt.openai.types.realtime.realtime_transcription_session_create_request_param import (
        RealtimeTranscriptionSessionCreateRequestParam,
    )
    from aigpt.openai.types.realtime.realtime_transcription_session_create_response import (
        RealtimeTranscriptionSessionCreateResponse,
    )
    from aigpt.openai.types.realtime.realtime_transcription_session_turn_detection import (
        RealtimeTranscriptionSessionTurnDetection,
    )
    from aigpt.openai.types.realtime.realtime_translation_client_event import RealtimeTranslationClientEvent
    from aigpt.openai.types.realtime.realtime_translation_client_event_param import RealtimeTranslationClientEventParam
    from aigpt.openai.types.realtime.realtime_translation_client_secret_create_response import (
        RealtimeTranslationClientSecretCreateResponse,
    )
    from aigpt.openai.types.realtime.realtime_translation_input_audio_buffer_append_event import (
        RealtimeTranslationInputAudioBufferAppendEvent,
    )
    from aigpt.openai.types.realtime.realtime_translation_input_audio_buffer_append_event_param import (
        RealtimeTranslationInputAudioBufferAppendEventParam,
    )
    from aigpt.openai.types.realtime.realtime_translation_input_transcript_delta_event import (
        RealtimeTranslationInputTranscriptDeltaEvent,
    )
    from aigpt.openai.types.realtime.realtime_translation_output_audio_delta_event import (
        RealtimeTranslationOutputAudioDeltaEvent,
    )
    from aigpt.openai.types.realtime.realtime_translation_output_transcript_delta_event import (
        RealtimeTranslationOutputTranscriptDeltaEvent,
    )
    from aigpt.openai.types.realtime.realtime_translation_server_event import RealtimeTranslationServerEvent
    from aigpt.openai.types.realtime.realtime_translation_session import RealtimeTranslationSession
    from aigpt.openai.types.realtime.realtime_translation_session_close_event import (
        RealtimeTranslationSessionCloseEvent,
    )
    from aigpt.openai.types.realtime.realtime_translation_session_close_event_param import (
        RealtimeTranslationSessionCloseEventParam,
    )
    from aigpt.openai.types.realtime.realtime_translation_session_closed_event import (
        RealtimeTranslationSessionClosedEvent,
    )
    from aigpt.openai.types.realtime.realtime_translation_session_create_request_param import (
        RealtimeTranslationSessionCreateRequestParam,
    )
    from aigpt.openai.types.realtime.realtime_translation_session_created_event import (
        RealtimeTranslationSessionCreatedEvent,
    )
    from aigpt.openai.types.realtime.realtime_translation_session_update_event import (
        RealtimeTranslationSessionUpdateEvent,
    )
    from aigpt.openai.types.realtime.realtime_translation_session_update_event_param import (
        RealtimeTranslationSessionUpdateEventParam,
    )
    from aigpt.openai.types.realtime.realtime_translation_session_update_request import (
        RealtimeTranslationSessionUpdateRequest,
    )
    from aigpt.openai.types.realtime.realtime_translation_session_update_request_param import (
        RealtimeTranslationSessionUpdateRequestParam,
    )
    from aigpt.openai.types.realtime.realtime_translation_session_updated_event import (
        RealtimeTranslationSessionUpdatedEvent,
    )
    from aigpt.openai.types.realtime.realtime_truncation import RealtimeTruncation
    from aigpt.openai.types.realtime.realtime_truncation_param import RealtimeTruncationParam
    from aigpt.openai.types.realtime.realtime_truncation_retention_ratio import RealtimeTruncationRetentionRatio
    from aigpt.openai.types.realtime.realtime_truncation_retention_ratio_param import (
        RealtimeTruncationRetentionRatioParam,
    )
    from aigpt.openai.types.realtime.response_audio_delta_event import ResponseAudioDeltaEvent
    from aigpt.openai.types.realtime.response_audio_done_event import ResponseAudioDoneEvent
    from aigpt.openai.types.realtime.response_audio_transcript_delta_event import ResponseAudioTranscriptDeltaEvent
    from aigpt.openai.types.realtime.response_audio_transcript_done_event import ResponseAudioTranscriptDoneEvent
    from aigpt.openai.types.realtime.response_cancel_event import ResponseCancelEvent
    from aigpt.openai.types.realtime.response_cancel_event_param import ResponseCancelEventParam
    from aigpt.openai.types.realtime.response_content_part_added_event import ResponseContentPartAddedEvent
    from aigpt.openai.types.realtime.response_content_part_done_event import ResponseContentPartDoneEvent
    from aigpt.openai.types.realtime.response_create_event import ResponseCreateEvent
    from aigpt.openai.types.realtime.response_create_event_param import ResponseCreateEventParam
    from aigpt.openai.types.realtime.response_create_event_with_references_param import (
        ResponseCreateEventWithReferencesParam,
    )
    from aigpt.openai.types.realtime.response_created_event import ResponseCreatedEvent
    from aigpt.openai.types.realtime.response_done_event import ResponseDoneEvent
    from aigpt.openai.types.realtime.response_function_call_arguments_delta_event import (
        ResponseFunctionCallArgumentsDeltaEvent,
    )
    from aigpt.openai.types.realtime.response_function_call_arguments_done_event import (
        ResponseFunctionCallArgumentsDoneEvent,
    )
    from aigpt.openai.types.realtime.response_item_reference import ResponseItemReference
    from aigpt.openai.types.realtime.response_item_reference_param import ResponseItemReferenceParam
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
    from aigpt.openai.types.realtime.session_update_event import SessionUpdateEvent
    from aigpt.openai.types.realtime.session_update_event_param import SessionUpdateEventParam
    from aigpt.openai.types.realtime.session_updated_event import SessionUpdatedEvent

__all__ = [
    "AudioTranscription",
    "AudioTranscriptionParam",
    "CallAcceptParams",
    "CallCreateParams",
    "CallReferParams",
    "CallRejectParams",
    "ClientSecretCreateParams",
    "ClientSecretCreateResponse",
    "ConnectClientEventParam",
    "ConversationCreatedEvent",
    "ConversationItem",
    "ConversationItemAdded",
    "ConversationItemCreateEvent",
    "ConversationItemCreateEventParam",
    "ConversationItemCreatedEvent",
    "ConversationItemDeleteEvent",
    "ConversationItemDeleteEventParam",
    "ConversationItemDeletedEvent",
    "ConversationItemDone",
    "ConversationItemInputAudioTranscriptionCompletedEvent",
    "ConversationItemInputAudioTranscriptionDeltaEvent",
    "ConversationItemInputAudioTranscriptionFailedEvent",
    "ConversationItemInputAudioTranscriptionSegment",
    "ConversationItemParam",
    "ConversationItemRetrieveEvent",
    "ConversationItemRetrieveEventParam",
    "ConversationItemTruncateEvent",
    "ConversationItemTruncateEventParam",
    "ConversationItemTruncatedEvent",
    "InputAudioBufferAppendEvent",
    "InputAudioBufferAppendEventParam",
    "InputAudioBufferClearEvent",
    "InputAudioBufferClearEventParam",
    "InputAudioBufferClearedEvent",
    "InputAudioBufferCommitEvent",
    "InputAudioBufferCommitEventParam",
    "InputAudioBufferCommittedEvent",
    "InputAudioBufferDtmfEventReceivedEvent",
    "InputAudioBufferSpeechStartedEvent",
    "InputAudioBufferSpeechStoppedEvent",
    "InputAudioBufferTimeoutTriggered",
    "LogProbProperties",
    "McpListToolsCompleted",
    "McpListToolsFailed",
    "McpListToolsInProgress",
    "NoiseReductionType",
    "OutputAudioBufferClearEvent",
    "OutputAudioBufferClearEventParam",
    "RateLimitsUpdatedEvent",
    "RealtimeAudioConfig",
    "RealtimeAudioConfigInput",
    "RealtimeAudioConfigInputParam",
    "RealtimeAudioConfigOutput",
    "RealtimeAudioConfigOutputParam",
    "RealtimeAudioConfigParam",
    "RealtimeAudioFormats",
    "RealtimeAudioFormatsParam",
    "RealtimeAudioInputTurnDetection",
    "RealtimeAudioInputTurnDetectionParam",
    "RealtimeClientEvent",
    "RealtimeClientEventParam",
    "RealtimeConnectParams",
    "RealtimeConversationItemAssistantMessage",
    "RealtimeConversationItemAssistantMessageParam",
    "RealtimeConversationItemFunctionCall",
    "RealtimeConversationItemFunctionCallOutput",
    "RealtimeConversationItemFunctionCallOutputParam",
    "RealtimeConversationItemFunctionCallParam",
    "RealtimeConversationItemSystemMessage",
    "RealtimeConversationItemSystemMessageParam",
    "RealtimeConversationItemUserMessage",
    "RealtimeConversationItemUserMessageParam",
    "RealtimeError",
    "RealtimeErrorEvent",
    "RealtimeFunctionTool",
    "RealtimeFunctionToolParam",
    "RealtimeMcpApprovalRequest",
    "RealtimeMcpApprovalRequestParam",
    "RealtimeMcpApprovalResponse",
    "RealtimeMcpApprovalResponseParam",
    "RealtimeMcpListTools",
    "RealtimeMcpListToolsParam",
    "RealtimeMcpProtocolError",
    "RealtimeMcpProtocolErrorParam",
    "RealtimeMcpToolCall",
    "RealtimeMcpToolCallParam",
    "RealtimeMcpToolExecutionError",
    "RealtimeMcpToolExecutionErrorParam",
    "RealtimeMcphttpError",
    "RealtimeMcphttpErrorParam",
    "RealtimeReasoning",
    "RealtimeReasoningEffort",
    "RealtimeReasoningParam",
    "RealtimeResponse",
    "RealtimeResponseCreateAudioOutput",
    "RealtimeResponseCreateAudioOutputParam",
    "RealtimeResponseCreateMcpTool",
    "RealtimeResponseCreateMcpToolParam",
    "RealtimeResponseCreateParams",
    "RealtimeResponseCreateParamsParam",
    "RealtimeResponseCreateParamsWithReferencesParam",
    "RealtimeResponseStatus",
    "RealtimeResponseUsage",
    "RealtimeResponseUsageInputTokenDetails",
    "RealtimeResponseUsageOutputTokenDetails",
    "RealtimeServerEvent",
    "RealtimeSessionCreateRequest",
    "RealtimeSessionCreateRequestParam",
    "RealtimeSessionCreateResponse",
    "RealtimeToolChoiceConfig",
    "RealtimeToolChoiceConfigParam",
    "RealtimeToolsConfig",
    "RealtimeToolsConfigParam",
    "RealtimeToolsConfigUnion",
    "RealtimeToolsConfigUnionParam",
    "RealtimeTracingConfig",
    "RealtimeTracingConfigParam",
    "RealtimeTranscriptionSessionAudio",
    "RealtimeTranscriptionSessionAudioInput",
    "RealtimeTranscriptionSessionAudioInputParam",
    "RealtimeTranscriptionSessionAudioInputTurnDetection",
    "RealtimeTranscriptionSessionAudioInputTurnDetectionParam",
    "RealtimeTranscriptionSessionAudioParam",
    "RealtimeTranscriptionSessionCreateRequest",
    "RealtimeTranscriptionSessionCreateRequestParam",
    "RealtimeTranscriptionSessionCreateResponse",
    "RealtimeTranscriptionSessionTurnDetection",
    "RealtimeTranslationClientEvent",
    "RealtimeTranslationClientEventParam",
    "RealtimeTranslationClientSecretCreateResponse",
    "RealtimeTranslationInputAudioBufferAppendEvent",
    "RealtimeTranslationInputAudioBufferAppendEventParam",
    "RealtimeTranslationInputTranscriptDeltaEvent",
    "RealtimeTranslationOutputAudioDeltaEvent",
    "RealtimeTranslationOutputTranscriptDeltaEvent",
    "RealtimeTranslationServerEvent",
    "RealtimeTranslationSession",
    "RealtimeTranslationSessionCloseEvent",
    "RealtimeTranslationSessionCloseEventParam",
    "RealtimeTranslationSessionClosedEvent",
    "RealtimeTranslationSessionCreateRequestParam",
    "RealtimeTranslationSessionCreatedEvent",
    "RealtimeTranslationSessionUpdateEvent",
    "RealtimeTranslationSessionUpdateEventParam",
    "RealtimeTranslationSessionUpdateRequest",
    "RealtimeTranslationSessionUpdateRequestParam",
    "RealtimeTranslationSessionUpdatedEvent",
    "RealtimeTruncation",
    "RealtimeTruncationParam",
    "RealtimeTruncationRetentionRatio",
    "RealtimeTruncationRetentionRatioParam",
    "ResponseAudioDeltaEvent",
    "ResponseAudioDoneEvent",
    "ResponseAudioTranscriptDeltaEvent",
    "ResponseAudioTranscriptDoneEvent",
    "ResponseCancelEvent",
    "ResponseCancelEventParam",
    "ResponseContentPartAddedEvent",
    "ResponseContentPartDoneEvent",
    "ResponseCreateEvent",
    "ResponseCreateEventParam",
    "ResponseCreateEventWithReferencesParam",
    "ResponseCreatedEvent",
    "ResponseDoneEvent",
    "ResponseFunctionCallArgumentsDeltaEvent",
    "ResponseFunctionCallArgumentsDoneEvent",
    "ResponseItemReference",
    "ResponseItemReferenceParam",
    "ResponseMcpCallArgumentsDelta",
    "ResponseMcpCallArgumentsDone",
    "ResponseMcpCallCompleted",
    "ResponseMcpCallFailed",
    "ResponseMcpCallInProgress",
    "ResponseOutputItemAddedEvent",
    "ResponseOutputItemDoneEvent",
    "ResponseTextDeltaEvent",
    "ResponseTextDoneEvent",
    "SessionCreatedEvent",
    "SessionUpdateEvent",
    "SessionUpdateEventParam",
    "SessionUpdatedEvent",
]

_HOMES = {
    "AudioTranscription": "aigpt.openai.types.realtime.audio_transcription",
    "AudioTranscriptionParam": "aigpt.openai.types.realtime.audio_transcription_param",
    "CallAcceptParams": "aigpt.openai.types.realtime.call_accept_params",
    "CallCreateParams": "aigpt.openai.types.realtime.call_create_params",
    "CallReferParams": "aigpt.openai.types.realtime.call_refer_params",
    "CallRejectParams": "aigpt.openai.types.realtime.call_reject_params",
    "ClientSecretCreateParams": "aigpt.openai.types.realtime.client_secret_create_params",
    "ClientSecretCreateResponse": "aigpt.openai.types.realtime.client_secret_create_response",
    "ConnectClientEventParam": "aigpt.openai.types.realtime.connect_client_event_param",
    "ConversationCreatedEvent": "aigpt.openai.types.realtime.conversation_created_event",
    "ConversationItem": "aigpt.openai.types.realtime.conversation_item",
    "ConversationItemAdded": "aigpt.openai.types.realtime.conversation_item_added",
    "ConversationItemCreateEvent": "aigpt.openai.types.realtime.conversation_item_create_event",
    "ConversationItemCreateEventParam": "aigpt.openai.types.realtime.conversation_item_create_event_param",
    "ConversationItemCreatedEvent": "aigpt.openai.types.realtime.conversation_item_created_event",
    "ConversationItemDeleteEvent": "aigpt.openai.types.realtime.conversation_item_delete_event",
    "ConversationItemDeleteEventParam": "aigpt.openai.types.realtime.conversation_item_delete_event_param",
    "ConversationItemDeletedEvent": "aigpt.openai.types.realtime.conversation_item_deleted_event",
    "ConversationItemDone": "aigpt.openai.types.realtime.conversation_item_done",
    "ConversationItemInputAudioTranscriptionCompletedEvent": "aigpt.openai.types.realtime.conversation_item_input_audio_transcription_completed_event",
    "ConversationItemInputAudioTranscriptionDeltaEvent": "aigpt.openai.types.realtime.conversation_item_input_audio_transcription_delta_event",
    "ConversationItemInputAudioTranscriptionFailedEvent": "aigpt.openai.types.realtime.conversation_item_input_audio_transcription_failed_event",
    "ConversationItemInputAudioTranscriptionSegment": "aigpt.openai.types.realtime.conversation_item_input_audio_transcription_segment",
    "ConversationItemParam": "aigpt.openai.types.realtime.conversation_item_param",
    "ConversationItemRetrieveEvent": "aigpt.openai.types.realtime.conversation_item_retrieve_event",
    "ConversationItemRetrieveEventParam": "aigpt.openai.types.realtime.conversation_item_retrieve_event_param",
    "ConversationItemTruncateEvent": "aigpt.openai.types.realtime.conversation_item_truncate_event",
    "ConversationItemTruncateEventParam": "aigpt.openai.types.realtime.conversation_item_truncate_event_param",
    "ConversationItemTruncatedEvent": "aigpt.openai.types.realtime.conversation_item_truncated_event",
    "InputAudioBufferAppendEvent": "aigpt.openai.types.realtime.input_audio_buffer_append_event",
    "InputAudioBufferAppendEventParam": "aigpt.openai.types.realtime.input_audio_buffer_append_event_param",
    "InputAudioBufferClearEvent": "aigpt.openai.types.realtime.input_audio_buffer_clear_event",
    "InputAudioBufferClearEventParam": "aigpt.openai.types.realtime.input_audio_buffer_clear_event_param",
    "InputAudioBufferClearedEvent": "aigpt.openai.types.realtime.input_audio_buffer_cleared_event",
    "InputAudioBufferCommitEvent": "aigpt.openai.types.realtime.input_audio_buffer_commit_event",
    "InputAudioBufferCommitEventParam": "aigpt.openai.types.realtime.input_audio_buffer_commit_event_param",
    "InputAudioBufferCommittedEvent": "aigpt.openai.types.realtime.input_audio_buffer_committed_event",
    "InputAudioBufferDtmfEventReceivedEvent": "aigpt.openai.types.realtime.input_audio_buffer_dtmf_event_received_event",
    "InputAudioBufferSpeechStartedEvent": "aigpt.openai.types.realtime.input_audio_buffer_speech_started_event",
    "InputAudioBufferSpeechStoppedEvent": "aigpt.openai.types.realtime.input_audio_buffer_speech_stopped_event",
    "InputAudioBufferTimeoutTriggered": "aigpt.openai.types.realtime.input_audio_buffer_timeout_triggered",
    "LogProbProperties": "aigpt.openai.types.realtime.log_prob_properties",
    "McpListToolsCompleted": "aigpt.openai.types.realtime.mcp_list_tools_completed",
    "McpListToolsFailed": "aigpt.openai.types.realtime.mcp_list_tools_failed",
    "McpListToolsInProgress": "aigpt.openai.types.realtime.mcp_list_tools_in_progress",
    "NoiseReductionType": "aigpt.openai.types.realtime.noise_reduction_type",
    "OutputAudioBufferClearEvent": "aigpt.openai.types.realtime.output_audio_buffer_clear_event",
    "OutputAudioBufferClearEventParam": "aigpt.openai.types.realtime.output_audio_buffer_clear_event_param",
    "RateLimitsUpdatedEvent": "aigpt.openai.types.realtime.rate_limits_updated_event",
    "RealtimeAudioConfig": "aigpt.openai.types.realtime.realtime_audio_config",
    "RealtimeAudioConfigInput": "aigpt.openai.types.realtime.realtime_audio_config_input",
    "RealtimeAudioConfigInputParam": "aigpt.openai.types.realtime.realtime_audio_config_input_param",
    "RealtimeAudioConfigOutput": "aigpt.openai.types.realtime.realtime_audio_config_output",
    "RealtimeAudioConfigOutputParam": "aigpt.openai.types.realtime.realtime_audio_config_output_param",
    "RealtimeAudioConfigParam": "aigpt.openai.types.realtime.realtime_audio_config_param",
    "RealtimeAudioFormats": "aigpt.openai.types.realtime.realtime_audio_formats",
    "RealtimeAudioFormatsParam": "aigpt.openai.types.realtime.realtime_audio_formats_param",
    "RealtimeAudioInputTurnDetection": "aigpt.openai.types.realtime.realtime_audio_input_turn_detection",
    "RealtimeAudioInputTurnDetectionParam": "aigpt.openai.types.realtime.realtime_audio_input_turn_detection_param",
    "RealtimeClientEvent": "aigpt.openai.types.realtime.realtime_client_event",
    "RealtimeClientEventParam": "aigpt.openai.types.realtime.realtime_client_event_param",
    "RealtimeConnectParams": "aigpt.openai.types.realtime.realtime_connect_params",
    "RealtimeConversationItemAssistantMessage": "aigpt.openai.types.realtime.realtime_conversation_item_assistant_message",
    "RealtimeConversationItemAssistantMessageParam": "aigpt.openai.types.realtime.realtime_conversation_item_assistant_message_param",
    "RealtimeConversationItemFunctionCall": "aigpt.openai.types.realtime.realtime_conversation_item_function_call",
    "RealtimeConversationItemFunctionCallOutput": "aigpt.openai.types.realtime.realtime_conversation_item_function_call_output",
    "RealtimeConversationItemFunctionCallOutputParam": "aigpt.openai.types.realtime.realtime_conversation_item_function_call_output_param",
    "RealtimeConversationItemFunctionCallParam": "aigpt.openai.types.realtime.realtime_conversation_item_function_call_param",
    "RealtimeConversationItemSystemMessage": "aigpt.openai.types.realtime.realtime_conversation_item_system_message",
    "RealtimeConversationItemSystemMessageParam": "aigpt.openai.types.realtime.realtime_conversation_item_system_message_param",
    "RealtimeConversationItemUserMessage": "aigpt.openai.types.realtime.realtime_conversation_item_user_message",
    "RealtimeConversationItemUserMessageParam": "aigpt.openai.types.realtime.realtime_conversation_item_user_message_param",
    "RealtimeError": "aigpt.openai.types.realtime.realtime_error",
    "RealtimeErrorEvent": "aigpt.openai.types.realtime.realtime_error_event",
    "RealtimeFunctionTool": "aigpt.openai.types.realtime.realtime_function_tool",
    "RealtimeFunctionToolParam": "aigpt.openai.types.realtime.realtime_function_tool_param",
    "RealtimeMcpApprovalRequest": "aigpt.openai.types.realtime.realtime_mcp_approval_request",
    "RealtimeMcpApprovalRequestParam": "aigpt.openai.types.realtime.realtime_mcp_approval_request_param",
    "RealtimeMcpApprovalResponse": "aigpt.openai.types.realtime.realtime_mcp_approval_response",
    "RealtimeMcpApprovalResponseParam": "aigpt.openai.types.realtime.realtime_mcp_approval_response_param",
    "RealtimeMcpListTools": "aigpt.openai.types.realtime.realtime_mcp_list_tools",
    "RealtimeMcpListToolsParam": "aigpt.openai.types.realtime.realtime_mcp_list_tools_param",
    "RealtimeMcpProtocolError": "aigpt.openai.types.realtime.realtime_mcp_protocol_error",
    "RealtimeMcpProtocolErrorParam": "aigpt.openai.types.realtime.realtime_mcp_protocol_error_param",
    "RealtimeMcpToolCall": "aigpt.openai.types.realtime.realtime_mcp_tool_call",
    "RealtimeMcpToolCallParam": "aigpt.openai.types.realtime.realtime_mcp_tool_call_param",
    "RealtimeMcpToolExecutionError": "aigpt.openai.types.realtime.realtime_mcp_tool_execution_error",
    "RealtimeMcpToolExecutionErrorParam": "aigpt.openai.types.realtime.realtime_mcp_tool_execution_error_param",
    "RealtimeMcphttpError": "aigpt.openai.types.realtime.realtime_mcphttp_error",
    "RealtimeMcphttpErrorParam": "aigpt.openai.types.realtime.realtime_mcphttp_error_param",
    "RealtimeReasoning": "aigpt.openai.types.realtime.realtime_reasoning",
    "RealtimeReasoningEffort": "aigpt.openai.types.realtime.realtime_reasoning_effort",
    "RealtimeReasoningParam": "aigpt.openai.types.realtime.realtime_reasoning_param",
    "RealtimeResponse": "aigpt.openai.types.realtime.realtime_response",
    "RealtimeResponseCreateAudioOutput": "aigpt.openai.types.realtime.realtime_response_create_audio_output",
    "RealtimeResponseCreateAudioOutputParam": "aigpt.openai.types.realtime.realtime_response_create_audio_output_param",
    "RealtimeResponseCreateMcpTool": "aigpt.openai.types.realtime.realtime_response_create_mcp_tool",
    "RealtimeResponseCreateMcpToolParam": "aigpt.openai.types.realtime.realtime_response_create_mcp_tool_param",
    "RealtimeResponseCreateParams": "aigpt.openai.types.realtime.realtime_response_create_params",
    "RealtimeResponseCreateParamsParam": "aigpt.openai.types.realtime.realtime_response_create_params_param",
    "RealtimeResponseCreateParamsWithReferencesParam": "aigpt.openai.types.realtime.realtime_response_create_params_with_references_param",
    "RealtimeResponseStatus": "aigpt.openai.types.realtime.realtime_response_status",
    "RealtimeResponseUsage": "aigpt.openai.types.realtime.realtime_response_usage",
    "RealtimeResponseUsageInputTokenDetails": "aigpt.openai.types.realtime.realtime_response_usage_input_token_details",
    "RealtimeResponseUsageOutputTokenDetails": "aigpt.openai.types.realtime.realtime_response_usage_output_token_details",
    "RealtimeServerEvent": "aigpt.openai.types.realtime.realtime_server_event",
    "RealtimeSessionCreateRequest": "aigpt.openai.types.realtime.realtime_session_create_request",
    "RealtimeSessionCreateRequestParam": "aigpt.openai.types.realtime.realtime_session_create_request_param",
    "RealtimeSessionCreateResponse": "aigpt.openai.types.realtime.realtime_session_create_response",
    "RealtimeToolChoiceConfig": "aigpt.openai.types.realtime.realtime_tool_choice_config",
    "RealtimeToolChoiceConfigParam": "aigpt.openai.types.realtime.realtime_tool_choice_config_param",
    "RealtimeToolsConfig": "aigpt.openai.types.realtime.realtime_tools_config",
    "RealtimeToolsConfigParam": "aigpt.openai.types.realtime.realtime_tools_config_param",
    "RealtimeToolsConfigUnion": "aigpt.openai.types.realtime.realtime_tools_config_union",
    "RealtimeToolsConfigUnionParam": "aigpt.openai.types.realtime.realtime_tools_config_union_param",
    "RealtimeTracingConfig": "aigpt.openai.types.realtime.realtime_tracing_config",
    "RealtimeTracingConfigParam": "aigpt.openai.types.realtime.realtime_tracing_config_param",
    "RealtimeTranscriptionSessionAudio": "aigpt.openai.types.realtime.realtime_transcription_session_audio",
    "RealtimeTranscriptionSessionAudioInput": "aigpt.openai.types.realtime.realtime_transcription_session_audio_input",
    "RealtimeTranscriptionSessionAudioInputParam": "aigpt.openai.types.realtime.realtime_transcription_session_audio_input_param",
    "RealtimeTranscriptionSessionAudioInputTurnDetection": "aigpt.openai.types.realtime.realtime_transcription_session_audio_input_turn_detection",
    "RealtimeTranscriptionSessionAudioInputTurnDetectionParam": "aigpt.openai.types.realtime.realtime_transcription_session_audio_input_turn_detection_param",
    "RealtimeTranscriptionSessionAudioParam": "aigpt.openai.types.realtime.realtime_transcription_session_audio_param",
    "RealtimeTranscriptionSessionCreateRequest": "aigpt.openai.types.realtime.realtime_transcription_session_create_request",
    "RealtimeTranscriptionSessionCreateRequestParam": "aigpt.openai.types.realtime.realtime_transcription_session_create_request_param",
    "RealtimeTranscriptionSessionCreateResponse": "aigpt.openai.types.realtime.realtime_transcription_session_create_response",
    "RealtimeTranscriptionSessionTurnDetection": "aigpt.openai.types.realtime.realtime_transcription_session_turn_detection",
    "RealtimeTranslationClientEvent": "aigpt.openai.types.realtime.realtime_translation_client_event",
    "RealtimeTranslationClientEventParam": "aigpt.openai.types.realtime.realtime_translation_client_event_param",
    "RealtimeTranslationClientSecretCreateResponse": "aigpt.openai.types.realtime.realtime_translation_client_secret_create_response",
    "RealtimeTranslationInputAudioBufferAppendEvent": "aigpt.openai.types.realtime.realtime_translation_input_audio_buffer_append_event",
    "RealtimeTranslationInputAudioBufferAppendEventParam": "aigpt.openai.types.realtime.realtime_translation_input_audio_buffer_append_event_param",
    "RealtimeTranslationInputTranscriptDeltaEvent": "aigpt.openai.types.realtime.realtime_translation_input_transcript_delta_event",
    "RealtimeTranslationOutputAudioDeltaEvent": "aigpt.openai.types.realtime.realtime_translation_output_audio_delta_event",
    "RealtimeTranslationOutputTranscriptDeltaEvent": "aigpt.openai.types.realtime.realtime_translation_output_transcript_delta_event",
    "RealtimeTranslationServerEvent": "aigpt.openai.types.realtime.realtime_translation_server_event",
    "RealtimeTranslationSession": "aigpt.openai.types.realtime.realtime_translation_session",
    "RealtimeTranslationSessionCloseEvent": "aigpt.openai.types.realtime.realtime_translation_session_close_event",
    "RealtimeTranslationSessionCloseEventParam": "aigpt.openai.types.realtime.realtime_translation_session_close_event_param",
    "RealtimeTranslationSessionClosedEvent": "aigpt.openai.types.realtime.realtime_translation_session_closed_event",
    "RealtimeTranslationSessionCreateRequestParam": "aigpt.openai.types.realtime.realtime_translation_session_create_request_param",
    "RealtimeTranslationSessionCreatedEvent": "aigpt.openai.types.realtime.realtime_translation_session_created_event",
    "RealtimeTranslationSessionUpdateEvent": "aigpt.openai.types.realtime.realtime_translation_session_update_event",
    "RealtimeTranslationSessionUpdateEventParam": "aigpt.openai.types.realtime.realtime_translation_session_update_event_param",
    "RealtimeTranslationSessionUpdateRequest": "aigpt.openai.types.realtime.realtime_translation_session_update_request",
    "RealtimeTranslationSessionUpdateRequestParam": "aigpt.openai.types.realtime.realtime_translation_session_update_request_param",
    "RealtimeTranslationSessionUpdatedEvent": "aigpt.openai.types.realtime.realtime_translation_session_updated_event",
    "RealtimeTruncation": "aigpt.openai.types.realtime.realtime_truncation",
    "RealtimeTruncationParam": "aigpt.openai.types.realtime.realtime_truncation_param",
    "RealtimeTruncationRetentionRatio": "aigpt.openai.types.realtime.realtime_truncation_retention_ratio",
    "RealtimeTruncationRetentionRatioParam": "aigpt.openai.types.realtime.realtime_truncation_retention_ratio_param",
    "ResponseAudioDeltaEvent": "aigpt.openai.types.realtime.response_audio_delta_event",
    "ResponseAudioDoneEvent": "aigpt.openai.types.realtime.response_audio_done_event",
    "ResponseAudioTranscriptDeltaEvent": "aigpt.openai.types.realtime.response_audio_transcript_delta_event",
    "ResponseAudioTranscriptDoneEvent": "aigpt.openai.types.realtime.response_audio_transcript_done_event",
    "ResponseCancelEvent": "aigpt.openai.types.realtime.response_cancel_event",
    "ResponseCancelEventParam": "aigpt.openai.types.realtime.response_cancel_event_param",
    "ResponseContentPartAddedEvent": "aigpt.openai.types.realtime.response_content_part_added_event",
    "ResponseContentPartDoneEvent": "aigpt.openai.types.realtime.response_content_part_done_event",
    "ResponseCreateEvent": "aigpt.openai.types.realtime.response_create_event",
    "ResponseCreateEventParam": "aigpt.openai.types.realtime.response_create_event_param",
    "ResponseCreateEventWithReferencesParam": "aigpt.openai.types.realtime.response_create_event_with_references_param",
    "ResponseCreatedEvent": "aigpt.openai.types.realtime.response_created_event",
    "ResponseDoneEvent": "aigpt.openai.types.realtime.response_done_event",
    "ResponseFunctionCallArgumentsDeltaEvent": "aigpt.openai.types.realtime.response_function_call_arguments_delta_event",
    "ResponseFunctionCallArgumentsDoneEvent": "aigpt.openai.types.realtime.response_function_call_arguments_done_event",
    "ResponseItemReference": "aigpt.openai.types.realtime.response_item_reference",
    "ResponseItemReferenceParam": "aigpt.openai.types.realtime.response_item_reference_param",
    "ResponseMcpCallArgumentsDelta": "aigpt.openai.types.realtime.response_mcp_call_arguments_delta",
    "ResponseMcpCallArgumentsDone": "aigpt.openai.types.realtime.response_mcp_call_arguments_done",
    "ResponseMcpCallCompleted": "aigpt.openai.types.realtime.response_mcp_call_completed",
    "ResponseMcpCallFailed": "aigpt.openai.types.realtime.response_mcp_call_failed",
    "ResponseMcpCallInProgress": "aigpt.openai.types.realtime.response_mcp_call_in_progress",
    "ResponseOutputItemAddedEvent": "aigpt.openai.types.realtime.response_output_item_added_event",
    "ResponseOutputItemDoneEvent": "aigpt.openai.types.realtime.response_output_item_done_event",
    "ResponseTextDeltaEvent": "aigpt.openai.types.realtime.response_text_delta_event",
    "ResponseTextDoneEvent": "aigpt.openai.types.realtime.response_text_done_event",
    "SessionCreatedEvent": "aigpt.openai.types.realtime.session_created_event",
    "SessionUpdateEvent": "aigpt.openai.types.realtime.session_update_event",
    "SessionUpdateEventParam": "aigpt.openai.types.realtime.session_update_event_param",
    "SessionUpdatedEvent": "aigpt.openai.types.realtime.session_updated_event",
}
_SUBMODULES: tuple[str, ...] = (
    "audio_transcription",
    "audio_transcription_param",
    "call_accept_params",
    "call_create_params",
    "call_refer_params",
    "call_reject_params",
    "client_secret_create_params",
    "client_secret_create_response",
    "connect_client_event_param",
    "conversation_created_event",
    "conversation_item",
    "conversation_item_added",
    "conversation_item_create_event",
    "conversation_item_create_event_param",
    "conversation_item_created_event",
    "conversation_item_delete_event",
    "conversation_item_delete_event_param",
    "conversation_item_deleted_event",
    "conversation_item_done",
    "conversation_item_input_audio_transcription_completed_event",
    "conversation_item_input_audio_transcription_delta_event",
    "conversation_item_input_audio_transcription_failed_event",
    "conversation_item_input_audio_transcription_segment",
    "conversation_item_param",
    "conversation_item_retrieve_event",
    "conversation_item_retrieve_event_param",
    "conversation_item_truncate_event",
    "conversation_item_truncate_event_param",
    "conversation_item_truncated_event",
    "input_audio_buffer_append_event",
    "input_audio_buffer_append_event_param",
    "input_audio_buffer_clear_event",
    "input_audio_buffer_clear_event_param",
    "input_audio_buffer_cleared_event",
    "input_audio_buffer_commit_event",
    "input_audio_buffer_commit_event_param",
    "input_audio_buffer_committed_event",
    "input_audio_buffer_dtmf_event_received_event",
    "input_audio_buffer_speech_started_event",
    "input_audio_buffer_speech_stopped_event",
    "input_audio_buffer_timeout_triggered",
    "log_prob_properties",
    "mcp_list_tools_completed",
    "mcp_list_tools_failed",
    "mcp_list_tools_in_progress",
    "noise_reduction_type",
    "output_audio_buffer_clear_event",
    "output_audio_buffer_clear_event_param",
    "rate_limits_updated_event",
    "realtime_audio_config",
    "realtime_audio_config_input",
    "realtime_audio_config_input_param",
    "realtime_audio_config_output",
    "realtime_audio_config_output_param",
    "realtime_audio_config_param",
    "realtime_audio_formats",
    "realtime_audio_formats_param",
    "realtime_audio_input_turn_detection",
    "realtime_audio_input_turn_detection_param",
    "realtime_client_event",
    "realtime_client_event_param",
    "realtime_connect_params",
    "realtime_conversation_item_assistant_message",
    "realtime_conversation_item_assistant_message_param",
    "realtime_conversation_item_function_call",
    "realtime_conversation_item_function_call_output",
    "realtime_conversation_item_function_call_output_param",
    "realtime_conversation_item_function_call_param",
    "realtime_conversation_item_system_message",
    "realtime_conversation_item_system_message_param",
    "realtime_conversation_item_user_message",
    "realtime_conversation_item_user_message_param",
    "realtime_error",
    "realtime_error_event",
    "realtime_function_tool",
    "realtime_function_tool_param",
    "realtime_mcp_approval_request",
    "realtime_mcp_approval_request_param",
    "realtime_mcp_approval_response",
    "realtime_mcp_approval_response_param",
    "realtime_mcp_list_tools",
    "realtime_mcp_list_tools_param",
    "realtime_mcp_protocol_error",
    "realtime_mcp_protocol_error_param",
    "realtime_mcp_tool_call",
    "realtime_mcp_tool_call_param",
    "realtime_mcp_tool_execution_error",
    "realtime_mcp_tool_execution_error_param",
    "realtime_mcphttp_error",
    "realtime_mcphttp_error_param",
    "realtime_reasoning",
    "realtime_reasoning_effort",
    "realtime_reasoning_param",
    "realtime_response",
    "realtime_response_create_audio_output",
    "realtime_response_create_audio_output_param",
    "realtime_response_create_mcp_tool",
    "realtime_response_create_mcp_tool_param",
    "realtime_response_create_params",
    "realtime_response_create_params_param",
    "realtime_response_create_params_with_references_param",
    "realtime_response_status",
    "realtime_response_usage",
    "realtime_response_usage_input_token_details",
    "realtime_response_usage_output_token_details",
    "realtime_server_event",
    "realtime_session_create_request",
    "realtime_session_create_request_param",
    "realtime_session_create_response",
    "realtime_tool_choice_config",
    "realtime_tool_choice_config_param",
    "realtime_tools_config",
    "realtime_tools_config_param",
    "realtime_tools_config_union",
    "realtime_tools_config_union_param",
    "realtime_tracing_config",
    "realtime_tracing_config_param",
    "realtime_transcription_session_audio",
    "realtime_transcription_session_audio_input",
    "realtime_transcription_session_audio_input_param",
    "realtime_transcription_session_audio_input_turn_detection",
    "realtime_transcription_session_audio_input_turn_detection_param",
    "realtime_transcription_session_audio_param",
    "realtime_transcription_session_create_request",
    "realtime_transcription_session_create_request_param",
    "realtime_transcription_session_create_response",
    "realtime_transcription_session_turn_detection",
    "realtime_translation_client_event",
    "realtime_translation_client_event_param",
    "realtime_translation_client_secret_create_response",
    "realtime_translation_input_audio_buffer_append_event",
    "realtime_translation_input_audio_buffer_append_event_param",
    "realtime_translation_input_transcript_delta_event",
    "realtime_translation_output_audio_delta_event",
    "realtime_translation_output_transcript_delta_event",
    "realtime_translation_server_event",
    "realtime_translation_session",
    "realtime_translation_session_close_event",
    "realtime_translation_session_close_event_param",
    "realtime_translation_session_closed_event",
    "realtime_translation_session_create_request_param",
    "realtime_translation_session_created_event",
    "realtime_translation_session_update_event",
    "realtime_translation_session_update_event_param",
    "realtime_translation_session_update_request",
    "realtime_translation_session_update_request_param",
    "realtime_translation_session_updated_event",
    "realtime_truncation",
    "realtime_truncation_param",
    "realtime_truncation_retention_ratio",
    "realtime_truncation_retention_ratio_param",
    "response_audio_delta_event",
    "response_audio_done_event",
    "response_audio_transcript_delta_event",
    "response_audio_transcript_done_event",
    "response_cancel_event",
    "response_cancel_event_param",
    "response_content_part_added_event",
    "response_content_part_done_event",
    "response_create_event",
    "response_create_event_param",
    "response_create_event_with_references_param",
    "response_created_event",
    "response_done_event",
    "response_function_call_arguments_delta_event",
    "response_function_call_arguments_done_event",
    "response_item_reference",
    "response_item_reference_param",
    "response_mcp_call_arguments_delta",
    "response_mcp_call_arguments_done",
    "response_mcp_call_completed",
    "response_mcp_call_failed",
    "response_mcp_call_in_progress",
    "response_output_item_added_event",
    "response_output_item_done_event",
    "response_text_delta_event",
    "response_text_done_event",
    "session_created_event",
    "session_update_event",
    "session_update_event_param",
    "session_updated_event",
    "translations",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
