# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.beta import assistant as assistant
    from aigpt.openai.types.beta import assistant_create_params as assistant_create_params
    from aigpt.openai.types.beta import assistant_deleted as assistant_deleted
    from aigpt.openai.types.beta import assistant_list_params as assistant_list_params
    from aigpt.openai.types.beta import assistant_response_format_option as assistant_response_format_option
    from aigpt.openai.types.beta import assistant_response_format_option_param as assistant_response_format_option_param
    from aigpt.openai.types.beta import assistant_stream_event as assistant_stream_event
    from aigpt.openai.types.beta import assistant_tool as assistant_tool
    from aigpt.openai.types.beta import assistant_tool_choice as assistant_tool_choice
    from aigpt.openai.types.beta import assistant_tool_choice_function as assistant_tool_choice_function
    from aigpt.openai.types.beta import assistant_tool_choice_function_param as assistant_tool_choice_function_param
    from aigpt.openai.types.beta import assistant_tool_choice_option as assistant_tool_choice_option
    from aigpt.openai.types.beta import assistant_tool_choice_option_param as assistant_tool_choice_option_param
    from aigpt.openai.types.beta import assistant_tool_choice_param as assistant_tool_choice_param
    from aigpt.openai.types.beta import assistant_tool_param as assistant_tool_param
    from aigpt.openai.types.beta import assistant_update_params as assistant_update_params
    from aigpt.openai.types.beta import beta_apply_patch_tool as beta_apply_patch_tool
    from aigpt.openai.types.beta import beta_apply_patch_tool_param as beta_apply_patch_tool_param
    from aigpt.openai.types.beta import beta_compacted_response as beta_compacted_response
    from aigpt.openai.types.beta import beta_computer_action as beta_computer_action
    from aigpt.openai.types.beta import beta_computer_action_list as beta_computer_action_list
    from aigpt.openai.types.beta import beta_computer_action_list_param as beta_computer_action_list_param
    from aigpt.openai.types.beta import beta_computer_action_param as beta_computer_action_param
    from aigpt.openai.types.beta import beta_computer_tool as beta_computer_tool
    from aigpt.openai.types.beta import beta_computer_tool_param as beta_computer_tool_param
    from aigpt.openai.types.beta import beta_computer_use_preview_tool as beta_computer_use_preview_tool
    from aigpt.openai.types.beta import beta_computer_use_preview_tool_param as beta_computer_use_preview_tool_param
    from aigpt.openai.types.beta import beta_container_auto as beta_container_auto
    from aigpt.openai.types.beta import beta_container_auto_param as beta_container_auto_param
    from aigpt.openai.types.beta import (
        beta_container_network_policy_allowlist as beta_container_network_policy_allowlist,
    )
    from aigpt.openai.types.beta import (
        beta_container_network_policy_allowlist_param as beta_container_network_policy_allowlist_param,
    )
    from aigpt.openai.types.beta import beta_container_network_policy_disabled as beta_container_network_policy_disabled
    from aigpt.openai.types.beta import (
        beta_container_network_policy_disabled_param as beta_container_network_policy_disabled_param,
    )
    from aigpt.openai.types.beta import (
        beta_container_network_policy_domain_secret as beta_container_network_policy_domain_secret,
    )
    from aigpt.openai.types.beta import (
        beta_container_network_policy_domain_secret_param as beta_container_network_policy_domain_secret_param,
    )
    from aigpt.openai.types.beta import beta_container_reference as beta_container_reference
    from aigpt.openai.types.beta import beta_container_reference_param as beta_container_reference_param
    from aigpt.openai.types.beta import beta_custom_tool as beta_custom_tool
    from aigpt.openai.types.beta import beta_custom_tool_param as beta_custom_tool_param
    from aigpt.openai.types.beta import beta_easy_input_message as beta_easy_input_message
    from aigpt.openai.types.beta import beta_easy_input_message_param as beta_easy_input_message_param
    from aigpt.openai.types.beta import beta_file_search_tool as beta_file_search_tool
    from aigpt.openai.types.beta import beta_file_search_tool_param as beta_file_search_tool_param
    from aigpt.openai.types.beta import beta_function_shell_tool as beta_function_shell_tool
    from aigpt.openai.types.beta import beta_function_shell_tool_param as beta_function_shell_tool_param
    from aigpt.openai.types.beta import beta_function_tool as beta_function_tool
    from aigpt.openai.types.beta import beta_function_tool_param as beta_function_tool_param
    from aigpt.openai.types.beta import beta_image_detail as beta_image_detail
    from aigpt.openai.types.beta import beta_inline_skill as beta_inline_skill
    from aigpt.openai.types.beta import beta_inline_skill_param as beta_inline_skill_param
    from aigpt.openai.types.beta import beta_inline_skill_source as beta_inline_skill_source
    from aigpt.openai.types.beta import beta_inline_skill_source_param as beta_inline_skill_source_param
    from aigpt.openai.types.beta import beta_local_environment as beta_local_environment
    from aigpt.openai.types.beta import beta_local_environment_param as beta_local_environment_param
    from aigpt.openai.types.beta import beta_local_skill as beta_local_skill
    from aigpt.openai.types.beta import beta_local_skill_param as beta_local_skill_param
    from aigpt.openai.types.beta import beta_mcp_tool_call_error as beta_mcp_tool_call_error
    from aigpt.openai.types.beta import beta_mcp_tool_call_error_param as beta_mcp_tool_call_error_param
    from aigpt.openai.types.beta import beta_namespace_tool as beta_namespace_tool
    from aigpt.openai.types.beta import beta_namespace_tool_param as beta_namespace_tool_param
    from aigpt.openai.types.beta import beta_response as beta_response
    from aigpt.openai.types.beta import beta_response_apply_patch_tool_call as beta_response_apply_patch_tool_call
    from aigpt.openai.types.beta import (
        beta_response_apply_patch_tool_call_output as beta_response_apply_patch_tool_call_output,
    )
    from aigpt.openai.types.beta import beta_response_audio_delta_event as beta_response_audio_delta_event
    from aigpt.openai.types.beta import beta_response_audio_done_event as beta_response_audio_done_event
    from aigpt.openai.types.beta import (
        beta_response_audio_transcript_delta_event as beta_response_audio_transcript_delta_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_audio_transcript_done_event as beta_response_audio_transcript_done_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_code_interpreter_call_code_delta_event as beta_response_code_interpreter_call_code_delta_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_code_interpreter_call_code_done_event as beta_response_code_interpreter_call_code_done_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_code_interpreter_call_completed_event as beta_response_code_interpreter_call_completed_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_code_interpreter_call_in_progress_event as beta_response_code_interpreter_call_in_progress_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_code_interpreter_call_interpreting_event as beta_response_code_interpreter_call_interpreting_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_code_interpreter_tool_call as beta_response_code_interpreter_tool_call,
    )
    from aigpt.openai.types.beta import (
        beta_response_code_interpreter_tool_call_param as beta_response_code_interpreter_tool_call_param,
    )
    from aigpt.openai.types.beta import (
        beta_response_compaction_compacting_event as beta_response_compaction_compacting_event,
    )
    from aigpt.openai.types.beta import beta_response_compaction_item as beta_response_compaction_item
    from aigpt.openai.types.beta import beta_response_compaction_item_param as beta_response_compaction_item_param
    from aigpt.openai.types.beta import (
        beta_response_compaction_item_param_param as beta_response_compaction_item_param_param,
    )
    from aigpt.openai.types.beta import beta_response_completed_event as beta_response_completed_event
    from aigpt.openai.types.beta import beta_response_computer_tool_call as beta_response_computer_tool_call
    from aigpt.openai.types.beta import (
        beta_response_computer_tool_call_output_item as beta_response_computer_tool_call_output_item,
    )
    from aigpt.openai.types.beta import (
        beta_response_computer_tool_call_output_screenshot as beta_response_computer_tool_call_output_screenshot,
    )
    from aigpt.openai.types.beta import (
        beta_response_computer_tool_call_output_screenshot_param as beta_response_computer_tool_call_output_screenshot_param,
    )
    from aigpt.openai.types.beta import beta_response_computer_tool_call_param as beta_response_computer_tool_call_param
    from aigpt.openai.types.beta import (
        beta_response_configuration_update_item as beta_response_configuration_update_item,
    )
    from aigpt.openai.types.beta import (
        beta_response_configuration_update_item_param as beta_response_configuration_update_item_param,
    )
    from aigpt.openai.types.beta import (
        beta_response_configuration_update_item_param_param as beta_response_configuration_update_item_param_param,
    )
    from aigpt.openai.types.beta import beta_response_container_reference as beta_response_container_reference
    from aigpt.openai.types.beta import beta_response_content_part_added_event as beta_response_content_part_added_event
    from aigpt.openai.types.beta import beta_response_content_part_done_event as beta_response_content_part_done_event
    from aigpt.openai.types.beta import beta_response_conversation_param as beta_response_conversation_param
    from aigpt.openai.types.beta import beta_response_conversation_param_param as beta_response_conversation_param_param
    from aigpt.openai.types.beta import beta_response_created_event as beta_response_created_event
    from aigpt.openai.types.beta import beta_response_custom_tool_call as beta_response_custom_tool_call
    from aigpt.openai.types.beta import (
        beta_response_custom_tool_call_input_delta_event as beta_response_custom_tool_call_input_delta_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_custom_tool_call_input_done_event as beta_response_custom_tool_call_input_done_event,
    )
    from aigpt.openai.types.beta import beta_response_custom_tool_call_item as beta_response_custom_tool_call_item
    from aigpt.openai.types.beta import beta_response_custom_tool_call_output as beta_response_custom_tool_call_output
    from aigpt.openai.types.beta import (
        beta_response_custom_tool_call_output_item as beta_response_custom_tool_call_output_item,
    )
    from aigpt.openai.types.beta import (
        beta_response_custom_tool_call_output_param as beta_response_custom_tool_call_output_param,
    )
    from aigpt.openai.types.beta import beta_response_custom_tool_call_param as beta_response_custom_tool_call_param
    from aigpt.openai.types.beta import beta_response_error as beta_response_error
    from aigpt.openai.types.beta import beta_response_error_event as beta_response_error_event
    from aigpt.openai.types.beta import beta_response_failed_event as beta_response_failed_event
    from aigpt.openai.types.beta import (
        beta_response_file_search_call_completed_event as beta_response_file_search_call_completed_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_file_search_call_in_progress_event as beta_response_file_search_call_in_progress_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_file_search_call_searching_event as beta_response_file_search_call_searching_event,
    )
    from aigpt.openai.types.beta import beta_response_file_search_tool_call as beta_response_file_search_tool_call
    from aigpt.openai.types.beta import (
        beta_response_file_search_tool_call_param as beta_response_file_search_tool_call_param,
    )
    from aigpt.openai.types.beta import beta_response_format_text_config as beta_response_format_text_config
    from aigpt.openai.types.beta import beta_response_format_text_config_param as beta_response_format_text_config_param
    from aigpt.openai.types.beta import (
        beta_response_format_text_json_schema_config as beta_response_format_text_json_schema_config,
    )
    from aigpt.openai.types.beta import (
        beta_response_format_text_json_schema_config_param as beta_response_format_text_json_schema_config_param,
    )
    from aigpt.openai.types.beta import (
        beta_response_function_call_arguments_delta_event as beta_response_function_call_arguments_delta_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_function_call_arguments_done_event as beta_response_function_call_arguments_done_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_function_call_output_item as beta_response_function_call_output_item,
    )
    from aigpt.openai.types.beta import (
        beta_response_function_call_output_item_list as beta_response_function_call_output_item_list,
    )
    from aigpt.openai.types.beta import (
        beta_response_function_call_output_item_list_param as beta_response_function_call_output_item_list_param,
    )
    from aigpt.openai.types.beta import (
        beta_response_function_call_output_item_param as beta_response_function_call_output_item_param,
    )
    from aigpt.openai.types.beta import (
        beta_response_function_shell_call_output_content as beta_response_function_shell_call_output_content,
    )
    from aigpt.openai.types.beta import (
        beta_response_function_shell_call_output_content_param as beta_response_function_shell_call_output_content_param,
    )
    from aigpt.openai.types.beta import beta_response_function_shell_tool_call as beta_response_function_shell_tool_call
    from aigpt.openai.types.beta import (
        beta_response_function_shell_tool_call_output as beta_response_function_shell_tool_call_output,
    )
    from aigpt.openai.types.beta import beta_response_function_tool_call as beta_response_function_tool_call
    from aigpt.openai.types.beta import beta_response_function_tool_call_item as beta_response_function_tool_call_item
    from aigpt.openai.types.beta import (
        beta_response_function_tool_call_output_item as beta_response_function_tool_call_output_item,
    )
    from aigpt.openai.types.beta import beta_response_function_tool_call_param as beta_response_function_tool_call_param
    from aigpt.openai.types.beta import beta_response_function_web_search as beta_response_function_web_search
    from aigpt.openai.types.beta import (
        beta_response_function_web_search_param as beta_response_function_web_search_param,
    )
    from aigpt.openai.types.beta import (
        beta_response_image_gen_call_completed_event as beta_response_image_gen_call_completed_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_image_gen_call_generating_event as beta_response_image_gen_call_generating_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_image_gen_call_in_progress_event as beta_response_image_gen_call_in_progress_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_image_gen_call_partial_image_event as beta_response_image_gen_call_partial_image_event,
    )
    from aigpt.openai.types.beta import beta_response_in_progress_event as beta_response_in_progress_event
    from aigpt.openai.types.beta import beta_response_includable as beta_response_includable
    from aigpt.openai.types.beta import beta_response_incomplete_event as beta_response_incomplete_event
    from aigpt.openai.types.beta import beta_response_inject_created_event as beta_response_inject_created_event
    from aigpt.openai.types.beta import beta_response_inject_event as beta_response_inject_event
    from aigpt.openai.types.beta import beta_response_inject_event_param as beta_response_inject_event_param
    from aigpt.openai.types.beta import beta_response_inject_failed_event as beta_response_inject_failed_event
    from aigpt.openai.types.beta import beta_response_input as beta_response_input
    from aigpt.openai.types.beta import beta_response_input_content as beta_response_input_content
    from aigpt.openai.types.beta import beta_response_input_content_param as beta_response_input_content_param
    from aigpt.openai.types.beta import beta_response_input_file as beta_response_input_file
    from aigpt.openai.types.beta import beta_response_input_file_content as beta_response_input_file_content
    from aigpt.openai.types.beta import beta_response_input_file_content_param as beta_response_input_file_content_param
    from aigpt.openai.types.beta import beta_response_input_file_param as beta_response_input_file_param
    from aigpt.openai.types.beta import beta_response_input_image as beta_response_input_image
    from aigpt.openai.types.beta import beta_response_input_image_content as beta_response_input_image_content
    from aigpt.openai.types.beta import (
        beta_response_input_image_content_param as beta_response_input_image_content_param,
    )
    from aigpt.openai.types.beta import beta_response_input_image_param as beta_response_input_image_param
    from aigpt.openai.types.beta import beta_response_input_item as beta_response_input_item
    from aigpt.openai.types.beta import beta_response_input_item_param as beta_response_input_item_param
    from aigpt.openai.types.beta import (
        beta_response_input_message_content_list as beta_response_input_message_content_list,
    )
    from aigpt.openai.types.beta import (
        beta_response_input_message_content_list_param as beta_response_input_message_content_list_param,
    )
    from aigpt.openai.types.beta import beta_response_input_message_item as beta_response_input_message_item
    from aigpt.openai.types.beta import beta_response_input_param as beta_response_input_param
    from aigpt.openai.types.beta import beta_response_input_text as beta_response_input_text
    from aigpt.openai.types.beta import beta_response_input_text_content as beta_response_input_text_content
    from aigpt.openai.types.beta import beta_response_input_text_content_param as beta_response_input_text_content_param
    from aigpt.openai.types.beta import beta_response_input_text_param as beta_response_input_text_param
    from aigpt.openai.types.beta import beta_response_item as beta_response_item
    from aigpt.openai.types.beta import beta_response_local_environment as beta_response_local_environment
    from aigpt.openai.types.beta import (
        beta_response_mcp_call_arguments_delta_event as beta_response_mcp_call_arguments_delta_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_mcp_call_arguments_done_event as beta_response_mcp_call_arguments_done_event,
    )
    from aigpt.openai.types.beta import beta_response_mcp_call_completed_event as beta_response_mcp_call_completed_event
    from aigpt.openai.types.beta import beta_response_mcp_call_failed_event as beta_response_mcp_call_failed_event
    from aigpt.openai.types.beta import (
        beta_response_mcp_call_in_progress_event as beta_response_mcp_call_in_progress_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_mcp_list_tools_completed_event as beta_response_mcp_list_tools_completed_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_mcp_list_tools_failed_event as beta_response_mcp_list_tools_failed_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_mcp_list_tools_in_progress_event as beta_response_mcp_list_tools_in_progress_event,
    )
    from aigpt.openai.types.beta import beta_response_output_item as beta_response_output_item
    from aigpt.openai.types.beta import beta_response_output_item_added_event as beta_response_output_item_added_event
    from aigpt.openai.types.beta import beta_response_output_item_done_event as beta_response_output_item_done_event
    from aigpt.openai.types.beta import beta_response_output_message as beta_response_output_message
    from aigpt.openai.types.beta import beta_response_output_message_param as beta_response_output_message_param
    from aigpt.openai.types.beta import beta_response_output_refusal as beta_response_output_refusal
    from aigpt.openai.types.beta import beta_response_output_refusal_param as beta_response_output_refusal_param
    from aigpt.openai.types.beta import beta_response_output_text as beta_response_output_text
    from aigpt.openai.types.beta import (
        beta_response_output_text_annotation_added_event as beta_response_output_text_annotation_added_event,
    )
    from aigpt.openai.types.beta import beta_response_output_text_param as beta_response_output_text_param
    from aigpt.openai.types.beta import beta_response_prompt as beta_response_prompt
    from aigpt.openai.types.beta import beta_response_prompt_param as beta_response_prompt_param
    from aigpt.openai.types.beta import beta_response_queued_event as beta_response_queued_event
    from aigpt.openai.types.beta import beta_response_reasoning_item as beta_response_reasoning_item
    from aigpt.openai.types.beta import beta_response_reasoning_item_param as beta_response_reasoning_item_param
    from aigpt.openai.types.beta import (
        beta_response_reasoning_summary_part_added_event as beta_response_reasoning_summary_part_added_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_reasoning_summary_part_done_event as beta_response_reasoning_summary_part_done_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_reasoning_summary_text_delta_event as beta_response_reasoning_summary_text_delta_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_reasoning_summary_text_done_event as beta_response_reasoning_summary_text_done_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_reasoning_text_delta_event as beta_response_reasoning_text_delta_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_reasoning_text_done_event as beta_response_reasoning_text_done_event,
    )
    from aigpt.openai.types.beta import beta_response_refusal_delta_event as beta_response_refusal_delta_event
    from aigpt.openai.types.beta import beta_response_refusal_done_event as beta_response_refusal_done_event
    from aigpt.openai.types.beta import (
        beta_response_shell_call_command_added_event as beta_response_shell_call_command_added_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_shell_call_command_delta_event as beta_response_shell_call_command_delta_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_shell_call_command_done_event as beta_response_shell_call_command_done_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_shell_call_output_content_delta_event as beta_response_shell_call_output_content_delta_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_shell_call_output_content_done_event as beta_response_shell_call_output_content_done_event,
    )
    from aigpt.openai.types.beta import beta_response_status as beta_response_status
    from aigpt.openai.types.beta import beta_response_steer_accepted_event as beta_response_steer_accepted_event
    from aigpt.openai.types.beta import beta_response_steer_error_code as beta_response_steer_error_code
    from aigpt.openai.types.beta import beta_response_steer_event as beta_response_steer_event
    from aigpt.openai.types.beta import beta_response_steer_event_param as beta_response_steer_event_param
    from aigpt.openai.types.beta import beta_response_steer_failed_event as beta_response_steer_failed_event
    from aigpt.openai.types.beta import beta_response_steer_input as beta_response_steer_input
    from aigpt.openai.types.beta import beta_response_steer_input_content as beta_response_steer_input_content
    from aigpt.openai.types.beta import (
        beta_response_steer_input_content_param as beta_response_steer_input_content_param,
    )
    from aigpt.openai.types.beta import beta_response_steer_input_param as beta_response_steer_input_param
    from aigpt.openai.types.beta import beta_response_steer_pending_event as beta_response_steer_pending_event
    from aigpt.openai.types.beta import beta_response_steer_pending_reason as beta_response_steer_pending_reason
    from aigpt.openai.types.beta import beta_response_steer_required_input as beta_response_steer_required_input
    from aigpt.openai.types.beta import beta_response_stream_event as beta_response_stream_event
    from aigpt.openai.types.beta import beta_response_text_config as beta_response_text_config
    from aigpt.openai.types.beta import beta_response_text_config_param as beta_response_text_config_param
    from aigpt.openai.types.beta import beta_response_text_delta_event as beta_response_text_delta_event
    from aigpt.openai.types.beta import beta_response_text_done_event as beta_response_text_done_event
    from aigpt.openai.types.beta import beta_response_tool_search_call as beta_response_tool_search_call
    from aigpt.openai.types.beta import beta_response_tool_search_output_item as beta_response_tool_search_output_item
    from aigpt.openai.types.beta import (
        beta_response_tool_search_output_item_param as beta_response_tool_search_output_item_param,
    )
    from aigpt.openai.types.beta import (
        beta_response_tool_search_output_item_param_param as beta_response_tool_search_output_item_param_param,
    )
    from aigpt.openai.types.beta import beta_response_usage as beta_response_usage
    from aigpt.openai.types.beta import (
        beta_response_web_search_call_completed_event as beta_response_web_search_call_completed_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_web_search_call_in_progress_event as beta_response_web_search_call_in_progress_event,
    )
    from aigpt.openai.types.beta import (
        beta_response_web_search_call_searching_event as beta_response_web_search_call_searching_event,
    )
    from aigpt.openai.types.beta import beta_responses_client_event as beta_responses_client_event
    from aigpt.openai.types.beta import beta_responses_client_event_param as beta_responses_client_event_param
    from aigpt.openai.types.beta import beta_responses_server_event as beta_responses_server_event
    from aigpt.openai.types.beta import beta_service_tier as beta_service_tier
    from aigpt.openai.types.beta import beta_skill_reference as beta_skill_reference
    from aigpt.openai.types.beta import beta_skill_reference_param as beta_skill_reference_param
    from aigpt.openai.types.beta import beta_tool as beta_tool
    from aigpt.openai.types.beta import beta_tool_choice_allowed as beta_tool_choice_allowed
    from aigpt.openai.types.beta import beta_tool_choice_allowed_param as beta_tool_choice_allowed_param
    from aigpt.openai.types.beta import beta_tool_choice_apply_patch as beta_tool_choice_apply_patch
    from aigpt.openai.types.beta import beta_tool_choice_apply_patch_param as beta_tool_choice_apply_patch_param
    from aigpt.openai.types.beta import beta_tool_choice_custom as beta_tool_choice_custom
    from aigpt.openai.types.beta import beta_tool_choice_custom_param as beta_tool_choice_custom_param
    from aigpt.openai.types.beta import beta_tool_choice_function as beta_tool_choice_function
    from aigpt.openai.types.beta import beta_tool_choice_function_param as beta_tool_choice_function_param
    from aigpt.openai.types.beta import beta_tool_choice_mcp as beta_tool_choice_mcp
    from aigpt.openai.types.beta import beta_tool_choice_mcp_param as beta_tool_choice_mcp_param
    from aigpt.openai.types.beta import beta_tool_choice_options as beta_tool_choice_options
    from aigpt.openai.types.beta import beta_tool_choice_shell as beta_tool_choice_shell
    from aigpt.openai.types.beta import beta_tool_choice_shell_param as beta_tool_choice_shell_param
    from aigpt.openai.types.beta import beta_tool_choice_types as beta_tool_choice_types
    from aigpt.openai.types.beta import beta_tool_choice_types_param as beta_tool_choice_types_param
    from aigpt.openai.types.beta import beta_tool_param as beta_tool_param
    from aigpt.openai.types.beta import beta_tool_search_output_namespace_tool as beta_tool_search_output_namespace_tool
    from aigpt.openai.types.beta import (
        beta_tool_search_output_namespace_tool_param as beta_tool_search_output_namespace_tool_param,
    )
    from aigpt.openai.types.beta import beta_tool_search_tool as beta_tool_search_tool
    from aigpt.openai.types.beta import beta_tool_search_tool_param as beta_tool_search_tool_param
    from aigpt.openai.types.beta import beta_web_search_preview_tool as beta_web_search_preview_tool
    from aigpt.openai.types.beta import beta_web_search_preview_tool_param as beta_web_search_preview_tool_param
    from aigpt.openai.types.beta import beta_web_search_tool as beta_web_search_tool
    from aigpt.openai.types.beta import beta_web_search_tool_param as beta_web_search_tool_param
    from aigpt.openai.types.beta import chat as chat
    from aigpt.openai.types.beta import chatkit as chatkit
    from aigpt.openai.types.beta import chatkit_workflow as chatkit_workflow
    from aigpt.openai.types.beta import code_interpreter_tool as code_interpreter_tool
    from aigpt.openai.types.beta import code_interpreter_tool_param as code_interpreter_tool_param
    from aigpt.openai.types.beta import file_search_tool as file_search_tool
    from aigpt.openai.types.beta import file_search_tool_param as file_search_tool_param
    from aigpt.openai.types.beta import function_tool as function_tool
    from aigpt.openai.types.beta import function_tool_param as function_tool_param
    from aigpt.openai.types.beta import response_compact_params as response_compact_params
    from aigpt.openai.types.beta import response_create_params as response_create_params
    from aigpt.openai.types.beta import response_retrieve_params as response_retrieve_params
    from aigpt.openai.types.beta import responses as responses
    from aigpt.openai.types.beta import thread as thread
    from aigpt.openai.types.beta import thread_create_and_run_params as thread_create_and_run_params
    from aigpt.openai.types.beta import thread_create_params as thread_create_params
    from aigpt.openai.types.beta import thread_deleted as thread_deleted
    from aigpt.openai.types.beta import thread_update_params as thread_update_params
    from aigpt.openai.types.beta import threads as threads
    from aigpt.openai.types.beta.assistant import Assistant
    from aigpt.openai.types.beta.assistant_create_params import AssistantCreateParams
    from aigpt.openai.types.beta.assistant_deleted import AssistantDeleted
    from aigpt.openai.types.beta.assistant_list_params import AssistantListParams
    from aigpt.openai.types.beta.assistant_response_format_option import AssistantResponseFormatOption
    from aigpt.openai.types.beta.assistant_response_format_option_param import AssistantResponseFormatOptionParam
    from aigpt.openai.types.beta.assistant_stream_event import AssistantStreamEvent
    from aigpt.openai.types.beta.assistant_tool import AssistantTool
    from aigpt.openai.types.beta.assistant_tool_choice import AssistantToolChoice
    from aigpt.openai.types.beta.assistant_tool_choice_function import AssistantToolChoiceFunction
    from aigpt.openai.types.beta.assistant_tool_choice_function_param import AssistantToolChoiceFunctionParam
    from aigpt.openai.types.beta.assistant_tool_choice_option import AssistantToolChoiceOption
    from aigpt.openai.types.beta.assistant_tool_choice_option_param import AssistantToolChoiceOptionParam
    from aigpt.openai.types.beta.assistant_tool_choice_param import AssistantToolChoiceParam
    from aigpt.openai.types.beta.assistant_tool_param import AssistantToolParam
    from aigpt.openai.types.beta.assistant_update_params import AssistantUpdateParams
    from aigpt.openai.types.beta.beta_apply_patch_tool import BetaApplyPatchTool
    from aigpt.openai.types.beta.beta_apply_patch_tool_param import BetaApplyPatchToolParam
    from aigpt.openai.types.beta.beta_compacted_response import BetaCompactedResponse
    from aigpt.openai.types.beta.beta_computer_action import BetaComputerAction
    from aigpt.openai.types.beta.beta_computer_action_list import BetaComputerActionList
    from aigpt.openai.types.beta.beta_computer_action_list_param import BetaComputerActionListParam
    from aigpt.openai.types.beta.beta_computer_action_param import BetaComputerActionParam
    from aigpt.openai.types.beta.beta_computer_tool import BetaComputerTool
    from aigpt.openai.types.beta.beta_computer_tool_param import BetaComputerToolParam
    from aigpt.openai.types.beta.beta_computer_use_preview_tool import BetaComputerUsePreviewTool
    from aigpt.openai.types.beta.beta_computer_use_preview_tool_param import BetaComputerUsePreviewToolParam
    from aigpt.openai.types.beta.beta_container_auto import BetaContainerAuto
    from aigpt.openai.types.beta.beta_container_auto_param import BetaContainerAutoParam
    from aigpt.openai.types.beta.beta_container_network_policy_allowlist import BetaContainerNetworkPolicyAllowlist
    from aigpt.openai.types.beta.beta_container_network_policy_allowlist_param import (
        BetaContainerNetworkPolicyAllowlistParam,
    )
    from aigpt.openai.types.beta.beta_container_network_policy_disabled import BetaContainerNetworkPolicyDisabled
    from aigpt.openai.types.beta.beta_container_network_policy_disabled_param import (
        BetaContainerNetworkPolicyDisabledParam,
    )
    from aigpt.openai.types.beta.beta_container_network_policy_domain_secret import (
        BetaContainerNetworkPolicyDomainSecret,
    )
    from aigpt.openai.types.beta.beta_container_network_policy_domain_secret_param import (
        BetaContainerNetworkPolicyDomainSecretParam,
    )
    from aigpt.openai.types.beta.beta_container_reference import BetaContainerReference
    from aigpt.openai.types.beta.beta_container_reference_param import BetaContainerReferenceParam
    from aigpt.openai.types.beta.beta_custom_tool import BetaCustomTool
    from aigpt.openai.types.beta.beta_custom_tool_param import BetaCustomToolParam
    from aigpt.openai.types.beta.beta_easy_input_message import BetaEasyInputMessage
    from aigpt.openai.types.beta.beta_easy_input_message_param import BetaEasyInputMessageParam
    from aigpt.openai.types.beta.beta_file_search_tool import BetaFileSearchTool
    from aigpt.openai.types.beta.beta_file_search_tool_param import BetaFileSearchToolParam
    from aigpt.openai.types.beta.beta_function_shell_tool import BetaFunctionShellTool
    from aigpt.openai.types.beta.beta_function_shell_tool_param import BetaFunctionShellToolParam
    from aigpt.openai.types.beta.beta_function_tool import BetaFunctionTool
    from aigpt.openai.types.beta.beta_function_tool_param import BetaFunctionToolParam
    from aigpt.openai.types.beta.beta_image_detail import BetaImageDetail
    from aigpt.openai.types.beta.beta_inline_skill import BetaInlineSkill
    from aigpt.openai.types.beta.beta_inline_skill_param import BetaInlineSkillParam
    from aigpt.openai.types.beta.beta_inline_skill_source import BetaInlineSkillSource
    from aigpt.openai.types.beta.beta_inline_skill_source_param import BetaInlineSkillSourceParam
    from aigpt.openai.types.beta.beta_local_environment import BetaLocalEnvironment
    from aigpt.openai.types.beta.beta_local_environment_param import BetaLocalEnvironmentParam
    from aigpt.openai.types.beta.beta_local_skill import BetaLocalSkill
    from aigpt.openai.types.beta.beta_local_skill_param import BetaLocalSkillParam
    from aigpt.openai.types.beta.beta_mcp_tool_call_error import BetaMcpToolCallError
    from aigpt.openai.types.beta.beta_mcp_tool_call_error_param import BetaMcpToolCallErrorParam
    from aigpt.openai.types.beta.beta_namespace_tool import BetaNamespaceTool
    from aigpt.openai.types.beta.beta_namespace_tool_param import BetaNamespaceToolParam
    from aigpt.openai.types.beta.beta_response import BetaResponse
    from aigpt.openai.types.beta.beta_response_apply_patch_tool_call import BetaResponseApplyPatchToolCall
    from aigpt.openai.types.beta.beta_response_apply_patch_tool_call_output import BetaResponseApplyPatchToolCallOutput
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
    from aigpt.openai.types.beta.beta_response_code_interpreter_tool_call import BetaResponseCodeInterpreterToolCall
    from aigpt.openai.types.beta.beta_response_code_interpreter_tool_call_param import (
        BetaResponseCodeInterpreterToolCallParam,
    )
    from aigpt.openai.types.beta.beta_response_compaction_compacting_event import BetaResponseCompactionCompactingEvent
    from aigpt.openai.types.beta.beta_response_compaction_item import BetaResponseCompactionItem
    from aigpt.openai.types.beta.beta_response_compaction_item_param import BetaResponseCompactionItemParam
    from aigpt.openai.types.beta.beta_response_compaction_item_param_param import BetaResponseCompactionItemParamParam
    from aigpt.openai.types.beta.beta_response_completed_event import BetaResponseCompletedEvent
    from aigpt.openai.types.beta.beta_response_computer_tool_call import BetaResponseComputerToolCall
    from aigpt.openai.types.beta.beta_response_computer_tool_call_output_item import (
        BetaResponseComputerToolCallOutputItem,
    )
    from aigpt.openai.types.beta.beta_response_computer_tool_call_output_screenshot import (
        BetaResponseComputerToolCallOutputScreenshot,
    )
    from aigpt.openai.types.beta.beta_response_computer_tool_call_output_screenshot_param import (
        BetaResponseComputerToolCallOutputScreenshotParam,
    )
    from aigpt.openai.types.beta.beta_response_computer_tool_call_param import BetaResponseComputerToolCallParam
    from aigpt.openai.types.beta.beta_response_configuration_update_item import BetaResponseConfigurationUpdateItem
    from aigpt.openai.types.beta.beta_response_configuration_update_item_param import (
        BetaResponseConfigurationUpdateItemParam,
    )
    from aigpt.openai.types.beta.beta_response_configuration_update_item_param_param import (
        BetaResponseConfigurationUpdateItemParamParam,
    )
    from aigpt.openai.types.beta.beta_response_container_reference import BetaResponseContainerReference
    from aigpt.openai.types.beta.beta_response_content_part_added_event import BetaResponseContentPartAddedEvent
    from aigpt.openai.types.beta.beta_response_content_part_done_event import BetaResponseContentPartDoneEvent
    from aigpt.openai.types.beta.beta_response_conversation_param import BetaResponseConversationParam
    from aigpt.openai.types.beta.beta_response_conversation_param_param import BetaResponseConversationParamParam
    from aigpt.openai.types.beta.beta_response_created_event import BetaResponseCreatedEvent
    from aigpt.openai.types.beta.beta_response_custom_tool_call import BetaResponseCustomToolCall
    from aigpt.openai.types.beta.beta_response_custom_tool_call_input_delta_event import (
        BetaResponseCustomToolCallInputDeltaEvent,
    )
    from aigpt.openai.types.beta.beta_response_custom_tool_call_input_done_event import (
        BetaResponseCustomToolCallInputDoneEvent,
    )
    from aigpt.openai.types.beta.beta_response_custom_tool_call_item import BetaResponseCustomToolCallItem
    from aigpt.openai.types.beta.beta_response_custom_tool_call_output import BetaResponseCustomToolCallOutput
    from aigpt.openai.types.beta.beta_response_custom_tool_call_output_item import BetaResponseCustomToolCallOutputItem
    from aigpt.openai.types.beta.beta_response_custom_tool_call_output_param import (
        BetaResponseCustomToolCallOutputParam,
    )
    from aigpt.openai.types.beta.beta_response_custom_tool_call_param import BetaResponseCustomToolCallParam
    from aigpt.openai.types.beta.beta_response_error import BetaResponseError
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
    from aigpt.openai.types.beta.beta_response_file_search_tool_call import BetaResponseFileSearchToolCall
    from aigpt.openai.types.beta.beta_response_file_search_tool_call_param import BetaResponseFileSearchToolCallParam
    from aigpt.openai.types.beta.beta_response_format_text_config import BetaResponseFormatTextConfig
    from aigpt.openai.types.beta.beta_response_format_text_config_param import BetaResponseFormatTextConfigParam
    from aigpt.openai.types.beta.beta_response_format_text_json_schema_config import (
        BetaResponseFormatTextJSONSchemaConfig,
    )
    from aigpt.openai.types.beta.beta_response_format_text_json_schema_config_param import (
        BetaResponseFormatTextJSONSchemaConfigParam,
    )
    from aigpt.openai.types.beta.beta_response_function_call_arguments_delta_event import (
        BetaResponseFunctionCallArgumentsDeltaEvent,
    )
    from aigpt.openai.types.beta.beta_response_function_call_arguments_done_event import (
        BetaResponseFunctionCallArgumentsDoneEvent,
    )
    from aigpt.openai.types.beta.beta_response_function_call_output_item import BetaResponseFunctionCallOutputItem
    from aigpt.openai.types.beta.beta_response_function_call_output_item_list import (
        BetaResponseFunctionCallOutputItemList,
    )
    from aigpt.openai.types.beta.beta_response_function_call_output_item_list_param import (
        BetaResponseFunctionCallOutputItemListParam,
    )
    from aigpt.openai.types.beta.beta_response_function_call_output_item_param import (
        BetaResponseFunctionCallOutputItemParam,
    )
    from aigpt.openai.types.beta.beta_response_function_shell_call_output_content import (
        BetaResponseFunctionShellCallOutputContent,
    )
    from aigpt.openai.types.beta.beta_response_function_shell_call_output_content_param import (
        BetaResponseFunctionShellCallOutputContentParam,
    )
    from aigpt.openai.types.beta.beta_response_function_shell_tool_call import BetaResponseFunctionShellToolCall
    from aigpt.openai.types.beta.beta_response_function_shell_tool_call_output import (
        BetaResponseFunctionShellToolCallOutput,
    )
    from aigpt.openai.types.beta.beta_response_function_tool_call import BetaResponseFunctionToolCall
    from aigpt.openai.types.beta.beta_response_function_tool_call_item import BetaResponseFunctionToolCallItem
    from aigpt.openai.types.beta.beta_response_function_tool_call_output_item import (
        BetaResponseFunctionToolCallOutputItem,
    )
    from aigpt.openai.types.beta.beta_response_function_tool_call_param import BetaResponseFunctionToolCallParam
    from aigpt.openai.types.beta.beta_response_function_web_search import BetaResponseFunctionWebSearch
    from aigpt.openai.types.beta.beta_response_function_web_search_param import BetaResponseFunctionWebSearchParam
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
    from aigpt.openai.types.beta.beta_response_includable import BetaResponseIncludable
    from aigpt.openai.types.beta.beta_response_incomplete_event import BetaResponseIncompleteEvent
    from aigpt.openai.types.beta.beta_response_inject_created_event import BetaResponseInjectCreatedEvent
    from aigpt.openai.types.beta.beta_response_inject_event import BetaResponseInjectEvent
    from aigpt.openai.types.beta.beta_response_inject_event_param import BetaResponseInjectEventParam
    from aigpt.openai.types.beta.beta_response_inject_failed_event import BetaResponseInjectFailedEvent
    from aigpt.openai.types.beta.beta_response_input import BetaResponseInput
    from aigpt.openai.types.beta.beta_response_input_content import BetaResponseInputContent
    from aigpt.openai.types.beta.beta_response_input_content_param import BetaResponseInputContentParam
    from aigpt.openai.types.beta.beta_response_input_file import BetaResponseInputFile
    from aigpt.openai.types.beta.beta_response_input_file_content import BetaResponseInputFileContent
    from aigpt.openai.types.beta.beta_response_input_file_content_param import BetaResponseInputFileContentParam
    from aigpt.openai.types.beta.beta_response_input_file_param import BetaResponseInputFileParam
    from aigpt.openai.types.beta.beta_response_input_image import BetaResponseInputImage
    from aigpt.openai.types.beta.beta_response_input_image_content import BetaResponseInputImageContent
    from aigpt.openai.types.beta.beta_response_input_image_content_param import BetaResponseInputImageContentParam
    from aigpt.openai.types.beta.beta_response_input_image_param import BetaResponseInputImageParam
    from aigpt.openai.types.beta.beta_response_input_item import BetaResponseInputItem
    from aigpt.openai.types.beta.beta_response_input_item_param import BetaResponseInputItemParam
    from aigpt.openai.types.beta.beta_response_input_message_content_list import BetaResponseInputMessageContentList
    from aigpt.openai.types.beta.beta_response_input_message_content_list_param import (
        BetaResponseInputMessageContentListParam,
    )
    from aigpt.openai.types.beta.beta_response_input_message_item import BetaResponseInputMessageItem
    from aigpt.openai.types.beta.beta_response_input_param import BetaResponseInputParam
    from aigpt.openai.types.beta.beta_response_input_text import BetaResponseInputText
    from aigpt.openai.types.beta.beta_response_input_text_content import BetaResponseInputTextContent
    from aigpt.openai.types.beta.beta_response_input_text_content_param import BetaResponseInputTextContentParam
    from aigpt.openai.types.beta.beta_response_input_text_param import BetaResponseInputTextParam
    from aigpt.openai.types.beta.beta_response_item import BetaResponseItem
    from aigpt.openai.types.beta.beta_response_local_environment import BetaResponseLocalEnvironment
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
    from aigpt.openai.types.beta.beta_response_output_item import BetaResponseOutputItem
    from aigpt.openai.types.beta.beta_response_output_item_added_event import BetaResponseOutputItemAddedEvent
    from aigpt.openai.types.beta.beta_response_output_item_done_event import BetaResponseOutputItemDoneEvent
    from aigpt.openai.types.beta.beta_response_output_message import BetaResponseOutputMessage
    from aigpt.openai.types.beta.beta_response_output_message_param import BetaResponseOutputMessageParam
    from aigpt.openai.types.beta.beta_response_output_refusal import BetaResponseOutputRefusal
    from aigpt.openai.types.beta.beta_response_output_refusal_param import BetaResponseOutputRefusalParam
    from aigpt.openai.types.beta.beta_response_output_text import BetaResponseOutputText
    from aigpt.openai.types.beta.beta_response_output_text_annotation_added_event import (
        BetaResponseOutputTextAnnotationAddedEvent,
    )
    from aigpt.openai.types.beta.beta_response_output_text_param import BetaResponseOutputTextParam
    from aigpt.openai.types.beta.beta_response_prompt import BetaResponsePrompt
    from aigpt.openai.types.beta.beta_response_prompt_param import BetaResponsePromptParam
    from aigpt.openai.types.beta.beta_response_queued_event import BetaResponseQueuedEvent
    from aigpt.openai.types.beta.beta_response_reasoning_item import BetaResponseReasoningItem
    from aigpt.openai.types.beta.beta_response_reasoning_item_param import BetaResponseReasoningItemParam
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
    from aigpt.openai.types.beta.beta_response_status import BetaResponseStatus
    from aigpt.openai.types.beta.beta_response_steer_accepted_event import BetaResponseSteerAcceptedEvent
    from aigpt.openai.types.beta.beta_response_steer_error_code import BetaResponseSteerErrorCode
    from aigpt.openai.types.beta.beta_response_steer_event import BetaResponseSteerEvent
    from aigpt.openai.types.beta.beta_response_steer_event_param import BetaResponseSteerEventParam
    from aigpt.openai.types.beta.beta_response_steer_failed_event import BetaResponseSteerFailedEvent
    from aigpt.openai.types.beta.beta_response_steer_input import BetaResponseSteerInput
    from aigpt.openai.types.beta.beta_response_steer_input_content import BetaResponseSteerInputContent
    from aigpt.openai.types.beta.beta_response_steer_input_content_param import BetaResponseSteerInputContentParam
    from aigpt.openai.types.beta.beta_response_steer_input_param import BetaResponseSteerInputParam
    from aigpt.openai.types.beta.beta_response_steer_pending_event import BetaResponseSteerPendingEvent
    from aigpt.openai.types.beta.beta_response_steer_pending_reason import BetaResponseSteerPendingReason
    from aigpt.openai.types.beta.beta_response_steer_required_input import BetaResponseSteerRequiredInput
    from aigpt.openai.types.beta.beta_response_stream_event import BetaResponseStreamEvent
    from aigpt.openai.types.beta.beta_response_text_config import BetaResponseTextConfig
    from aigpt.openai.types.beta.beta_response_text_config_param import BetaResponseTextConfigParam
    from aigpt.openai.types.beta.beta_response_text_delta_event import BetaResponseTextDeltaEvent
    from aigpt.openai.types.beta.beta_response_text_done_event import BetaResponseTextDoneEvent
    from aigpt.openai.types.beta.beta_response_tool_search_call import BetaResponseToolSearchCall
    from aigpt.openai.types.beta.beta_response_tool_search_output_item import BetaResponseToolSearchOutputItem
    from aigpt.openai.types.beta.beta_response_tool_search_output_item_param import (
        BetaResponseToolSearchOutputItemParam,
    )
    from aigpt.openai.types.beta.beta_response_tool_search_output_item_param_param import (
        BetaResponseToolSearchOutputItemParamParam,
    )
    from aigpt.openai.types.beta.beta_response_usage import BetaResponseUsage
    from aigpt.openai.types.beta.beta_response_web_search_call_completed_event import (
        BetaResponseWebSearchCallCompletedEvent,
    )
    from aigpt.openai.types.beta.beta_response_web_search_call_in_progress_event import (
        BetaResponseWebSearchCallInProgressEvent,
    )
    from aigpt.openai.types.beta.beta_response_web_search_call_searching_event import (
        BetaResponseWebSearchCallSearchingEvent,
    )
    from aigpt.openai.types.beta.beta_responses_client_event import BetaResponsesClientEvent
    from aigpt.openai.types.beta.beta_responses_client_event_param import BetaResponsesClientEventParam
    from aigpt.openai.types.beta.beta_responses_server_event import BetaResponsesServerEvent
    from aigpt.openai.types.beta.beta_service_tier import BetaServiceTier
    from aigpt.openai.types.beta.beta_skill_reference import BetaSkillReference
    from aigpt.openai.types.beta.beta_skill_reference_param import BetaSkillReferenceParam
    from aigpt.openai.types.beta.beta_tool import BetaTool
    from aigpt.openai.types.beta.beta_tool_choice_allowed import BetaToolChoiceAllowed
    from aigpt.openai.types.beta.beta_tool_choice_allowed_param import BetaToolChoiceAllowedParam
    from aigpt.openai.types.beta.beta_tool_choice_apply_patch import BetaToolChoiceApplyPatch
    from aigpt.openai.types.beta.beta_tool_choice_apply_patch_param import BetaToolChoiceApplyPatchParam
    from aigpt.openai.types.beta.beta_tool_choice_custom import BetaToolChoiceCustom
    from aigpt.openai.types.beta.beta_tool_choice_custom_param import BetaToolChoiceCustomParam
    from aigpt.openai.types.beta.beta_tool_choice_function import BetaToolChoiceFunction
    from aigpt.openai.types.beta.beta_tool_choice_function_param import BetaToolChoiceFunctionParam
    from aigpt.openai.types.beta.beta_tool_choice_mcp import BetaToolChoiceMcp
    from aigpt.openai.types.beta.beta_tool_choice_mcp_param import BetaToolChoiceMcpParam
    from aigpt.openai.types.beta.beta_tool_choice_options import BetaToolChoiceOptions
    from aigpt.openai.types.beta.beta_tool_choice_shell import BetaToolChoiceShell
    from aigpt.openai.types.beta.beta_tool_choice_shell_param import BetaToolChoiceShellParam
    from aigpt.openai.types.beta.beta_tool_choice_types import BetaToolChoiceTypes
    from aigpt.openai.types.beta.beta_tool_choice_types_param import BetaToolChoiceTypesParam
    from aigpt.openai.types.beta.beta_tool_param import BetaToolParam
    from aigpt.openai.types.beta.beta_tool_search_output_namespace_tool import BetaToolSearchOutputNamespaceTool
    from aigpt.openai.types.beta.beta_tool_search_output_namespace_tool_param import (
        BetaToolSearchOutputNamespaceToolParam,
    )
    from aigpt.openai.types.beta.beta_tool_search_tool import BetaToolSearchTool
    from aigpt.openai.types.beta.beta_tool_search_tool_param import BetaToolSearchToolParam
    from aigpt.openai.types.beta.beta_web_search_preview_tool import BetaWebSearchPreviewTool
    from aigpt.openai.types.beta.beta_web_search_preview_tool_param import BetaWebSearchPreviewToolParam
    from aigpt.openai.types.beta.beta_web_search_tool import BetaWebSearchTool
    from aigpt.openai.types.beta.beta_web_search_tool_param import BetaWebSearchToolParam
    from aigpt.openai.types.beta.chatkit_workflow import ChatKitWorkflow
    from aigpt.openai.types.beta.code_interpreter_tool import CodeInterpreterTool
    from aigpt.openai.types.beta.code_interpreter_tool_param import CodeInterpreterToolParam
    from aigpt.openai.types.beta.file_search_tool import FileSearchTool
    from aigpt.openai.types.beta.file_search_tool_param import FileSearchToolParam
    from aigpt.openai.types.beta.function_tool import FunctionTool
    from aigpt.openai.types.beta.function_tool_param import FunctionToolParam
    from aigpt.openai.types.beta.response_compact_params import ResponseCompactParams
    from aigpt.openai.types.beta.response_create_params import ResponseCreateParams
    from aigpt.openai.types.beta.response_retrieve_params import ResponseRetrieveParams
    from aigpt.openai.types.beta.thread import Thread
    from aigpt.openai.types.beta.thread_create_and_run_params import ThreadCreateAndRunParams
    from aigpt.openai.types.beta.thread_create_params import ThreadCreateParams
    from aigpt.openai.types.beta.thread_deleted import ThreadDeleted
    from aigpt.openai.types.beta.thread_update_params import ThreadUpdateParams

__all__ = [
    "Assistant",
    "AssistantCreateParams",
    "AssistantDeleted",
    "AssistantListParams",
    "AssistantResponseFormatOption",
    "AssistantResponseFormatOptionParam",
    "AssistantStreamEvent",
    "AssistantTool",
    "AssistantToolChoice",
    "AssistantToolChoiceFunction",
    "AssistantToolChoiceFunctionParam",
    "AssistantToolChoiceOption",
    "AssistantToolChoiceOptionParam",
    "AssistantToolChoiceParam",
    "AssistantToolParam",
    "AssistantUpdateParams",
    "BetaApplyPatchTool",
    "BetaApplyPatchToolParam",
    "BetaCompactedResponse",
    "BetaComputerAction",
    "BetaComputerActionList",
    "BetaComputerActionListParam",
    "BetaComputerActionParam",
    "BetaComputerTool",
    "BetaComputerToolParam",
    "BetaComputerUsePreviewTool",
    "BetaComputerUsePreviewToolParam",
    "BetaContainerAuto",
    "BetaContainerAutoParam",
    "BetaContainerNetworkPolicyAllowlist",
    "BetaContainerNetworkPolicyAllowlistParam",
    "BetaContainerNetworkPolicyDisabled",
    "BetaContainerNetworkPolicyDisabledParam",
    "BetaContainerNetworkPolicyDomainSecret",
    "BetaContainerNetworkPolicyDomainSecretParam",
    "BetaContainerReference",
    "BetaContainerReferenceParam",
    "BetaCustomTool",
    "BetaCustomToolParam",
    "BetaEasyInputMessage",
    "BetaEasyInputMessageParam",
    "BetaFileSearchTool",
    "BetaFileSearchToolParam",
    "BetaFunctionShellTool",
    "BetaFunctionShellToolParam",
    "BetaFunctionTool",
    "BetaFunctionToolParam",
    "BetaImageDetail",
    "BetaInlineSkill",
    "BetaInlineSkillParam",
    "BetaInlineSkillSource",
    "BetaInlineSkillSourceParam",
    "BetaLocalEnvironment",
    "BetaLocalEnvironmentParam",
    "BetaLocalSkill",
    "BetaLocalSkillParam",
    "BetaMcpToolCallError",
    "BetaMcpToolCallErrorParam",
    "BetaNamespaceTool",
    "BetaNamespaceToolParam",
    "BetaResponse",
    "BetaResponseApplyPatchToolCall",
    "BetaResponseApplyPatchToolCallOutput",
    "BetaResponseAudioDeltaEvent",
    "BetaResponseAudioDoneEvent",
    "BetaResponseAudioTranscriptDeltaEvent",
    "BetaResponseAudioTranscriptDoneEvent",
    "BetaResponseCodeInterpreterCallCodeDeltaEvent",
    "BetaResponseCodeInterpreterCallCodeDoneEvent",
    "BetaResponseCodeInterpreterCallCompletedEvent",
    "BetaResponseCodeInterpreterCallInProgressEvent",
    "BetaResponseCodeInterpreterCallInterpretingEvent",
    "BetaResponseCodeInterpreterToolCall",
    "BetaResponseCodeInterpreterToolCallParam",
    "BetaResponseCompactionCompactingEvent",
    "BetaResponseCompactionItem",
    "BetaResponseCompactionItemParam",
    "BetaResponseCompactionItemParamParam",
    "BetaResponseCompletedEvent",
    "BetaResponseComputerToolCall",
    "BetaResponseComputerToolCallOutputItem",
    "BetaResponseComputerToolCallOutputScreenshot",
    "BetaResponseComputerToolCallOutputScreenshotParam",
    "BetaResponseComputerToolCallParam",
    "BetaResponseConfigurationUpdateItem",
    "BetaResponseConfigurationUpdateItemParam",
    "BetaResponseConfigurationUpdateItemParamParam",
    "BetaResponseContainerReference",
    "BetaResponseContentPartAddedEvent",
    "BetaResponseContentPartDoneEvent",
    "BetaResponseConversationParam",
    "BetaResponseConversationParamParam",
    "BetaResponseCreatedEvent",
    "BetaResponseCustomToolCall",
    "BetaResponseCustomToolCallInputDeltaEvent",
    "BetaResponseCustomToolCallInputDoneEvent",
    "BetaResponseCustomToolCallItem",
    "BetaResponseCustomToolCallOutput",
    "BetaResponseCustomToolCallOutputItem",
    "BetaResponseCustomToolCallOutputParam",
    "BetaResponseCustomToolCallParam",
    "BetaResponseError",
    "BetaResponseErrorEvent",
    "BetaResponseFailedEvent",
    "BetaResponseFileSearchCallCompletedEvent",
    "BetaResponseFileSearchCallInProgressEvent",
    "BetaResponseFileSearchCallSearchingEvent",
    "BetaResponseFileSearchToolCall",
    "BetaResponseFileSearchToolCallParam",
    "BetaResponseFormatTextConfig",
    "BetaResponseFormatTextConfigParam",
    "BetaResponseFormatTextJSONSchemaConfig",
    "BetaResponseFormatTextJSONSchemaConfigParam",
    "BetaResponseFunctionCallArgumentsDeltaEvent",
    "BetaResponseFunctionCallArgumentsDoneEvent",
    "BetaResponseFunctionCallOutputItem",
    "BetaResponseFunctionCallOutputItemList",
    "BetaResponseFunctionCallOutputItemListParam",
    "BetaResponseFunctionCallOutputItemParam",
    "BetaResponseFunctionShellCallOutputContent",
    "BetaResponseFunctionShellCallOutputContentParam",
    "BetaResponseFunctionShellToolCall",
    "BetaResponseFunctionShellToolCallOutput",
    "BetaResponseFunctionToolCall",
    "BetaResponseFunctionToolCallItem",
    "BetaResponseFunctionToolCallOutputItem",
    "BetaResponseFunctionToolCallParam",
    "BetaResponseFunctionWebSearch",
    "BetaResponseFunctionWebSearchParam",
    "BetaResponseImageGenCallCompletedEvent",
    "BetaResponseImageGenCallGeneratingEvent",
    "BetaResponseImageGenCallInProgressEvent",
    "BetaResponseImageGenCallPartialImageEvent",
    "BetaResponseInProgressEvent",
    "BetaResponseIncludable",
    "BetaResponseIncompleteEvent",
    "BetaResponseInjectCreatedEvent",
    "BetaResponseInjectEvent",
    "BetaResponseInjectEventParam",
    "BetaResponseInjectFailedEvent",
    "BetaResponseInput",
    "BetaResponseInputContent",
    "BetaResponseInputContentParam",
    "BetaResponseInputFile",
    "BetaResponseInputFileContent",
    "BetaResponseInputFileContentParam",
    "BetaResponseInputFileParam",
    "BetaResponseInputImage",
    "BetaResponseInputImageContent",
    "BetaResponseInputImageContentParam",
    "BetaResponseInputImageParam",
    "BetaResponseInputItem",
    "BetaResponseInputItemParam",
    "BetaResponseInputMessageContentList",
    "BetaResponseInputMessageContentListParam",
    "BetaResponseInputMessageItem",
    "BetaResponseInputParam",
    "BetaResponseInputText",
    "BetaResponseInputTextContent",
    "BetaResponseInputTextContentParam",
    "BetaResponseInputTextParam",
    "BetaResponseItem",
    "BetaResponseLocalEnvironment",
    "BetaResponseMcpCallArgumentsDeltaEvent",
    "BetaResponseMcpCallArgumentsDoneEvent",
    "BetaResponseMcpCallCompletedEvent",
    "BetaResponseMcpCallFailedEvent",
    "BetaResponseMcpCallInProgressEvent",
    "BetaResponseMcpListToolsCompletedEvent",
    "BetaResponseMcpListToolsFailedEvent",
    "BetaResponseMcpListToolsInProgressEvent",
    "BetaResponseOutputItem",
    "BetaResponseOutputItemAddedEvent",
    "BetaResponseOutputItemDoneEvent",
    "BetaResponseOutputMessage",
    "BetaResponseOutputMessageParam",
    "BetaResponseOutputRefusal",
    "BetaResponseOutputRefusalParam",
    "BetaResponseOutputText",
    "BetaResponseOutputTextAnnotationAddedEvent",
    "BetaResponseOutputTextParam",
    "BetaResponsePrompt",
    "BetaResponsePromptParam",
    "BetaResponseQueuedEvent",
    "BetaResponseReasoningItem",
    "BetaResponseReasoningItemParam",
    "BetaResponseReasoningSummaryPartAddedEvent",
    "BetaResponseReasoningSummaryPartDoneEvent",
    "BetaResponseReasoningSummaryTextDeltaEvent",
    "BetaResponseReasoningSummaryTextDoneEvent",
    "BetaResponseReasoningTextDeltaEvent",
    "BetaResponseReasoningTextDoneEvent",
    "BetaResponseRefusalDeltaEvent",
    "BetaResponseRefusalDoneEvent",
    "BetaResponseShellCallCommandAddedEvent",
    "BetaResponseShellCallCommandDeltaEvent",
    "BetaResponseShellCallCommandDoneEvent",
    "BetaResponseShellCallOutputContentDeltaEvent",
    "BetaResponseShellCallOutputContentDoneEvent",
    "BetaResponseStatus",
    "BetaResponseSteerAcceptedEvent",
    "BetaResponseSteerErrorCode",
    "BetaResponseSteerEvent",
    "BetaResponseSteerEventParam",
    "BetaResponseSteerFailedEvent",
    "BetaResponseSteerInput",
    "BetaResponseSteerInputContent",
    "BetaResponseSteerInputContentParam",
    "BetaResponseSteerInputParam",
    "BetaResponseSteerPendingEvent",
    "BetaResponseSteerPendingReason",
    "BetaResponseSteerRequiredInput",
    "BetaResponseStreamEvent",
    "BetaResponseTextConfig",
    "BetaResponseTextConfigParam",
    "BetaResponseTextDeltaEvent",
    "BetaResponseTextDoneEvent",
    "BetaResponseToolSearchCall",
    "BetaResponseToolSearchOutputItem",
    "BetaResponseToolSearchOutputItemParam",
    "BetaResponseToolSearchOutputItemParamParam",
    "BetaResponseUsage",
    "BetaResponseWebSearchCallCompletedEvent",
    "BetaResponseWebSearchCallInProgressEvent",
    "BetaResponseWebSearchCallSearchingEvent",
    "BetaResponsesClientEvent",
    "BetaResponsesClientEventParam",
    "BetaResponsesServerEvent",
    "BetaServiceTier",
    "BetaSkillReference",
    "BetaSkillReferenceParam",
    "BetaTool",
    "BetaToolChoiceAllowed",
    "BetaToolChoiceAllowedParam",
    "BetaToolChoiceApplyPatch",
    "BetaToolChoiceApplyPatchParam",
    "BetaToolChoiceCustom",
    "BetaToolChoiceCustomParam",
    "BetaToolChoiceFunction",
    "BetaToolChoiceFunctionParam",
    "BetaToolChoiceMcp",
    "BetaToolChoiceMcpParam",
    "BetaToolChoiceOptions",
    "BetaToolChoiceShell",
    "BetaToolChoiceShellParam",
    "BetaToolChoiceTypes",
    "BetaToolChoiceTypesParam",
    "BetaToolParam",
    "BetaToolSearchOutputNamespaceTool",
    "BetaToolSearchOutputNamespaceToolParam",
    "BetaToolSearchTool",
    "BetaToolSearchToolParam",
    "BetaWebSearchPreviewTool",
    "BetaWebSearchPreviewToolParam",
    "BetaWebSearchTool",
    "BetaWebSearchToolParam",
    "ChatKitWorkflow",
    "CodeInterpreterTool",
    "CodeInterpreterToolParam",
    "FileSearchTool",
    "FileSearchToolParam",
    "FunctionTool",
    "FunctionToolParam",
    "ResponseCompactParams",
    "ResponseCreateParams",
    "ResponseRetrieveParams",
    "Thread",
    "ThreadCreateAndRunParams",
    "ThreadCreateParams",
    "ThreadDeleted",
    "ThreadUpdateParams",
]

_HOMES = {
    "Assistant": "aigpt.openai.types.beta.assistant",
    "AssistantCreateParams": "aigpt.openai.types.beta.assistant_create_params",
    "AssistantDeleted": "aigpt.openai.types.beta.assistant_deleted",
    "AssistantListParams": "aigpt.openai.types.beta.assistant_list_params",
    "AssistantResponseFormatOption": "aigpt.openai.types.beta.assistant_response_format_option",
    "AssistantResponseFormatOptionParam": "aigpt.openai.types.beta.assistant_response_format_option_param",
    "AssistantStreamEvent": "aigpt.openai.types.beta.assistant_stream_event",
    "AssistantTool": "aigpt.openai.types.beta.assistant_tool",
    "AssistantToolChoice": "aigpt.openai.types.beta.assistant_tool_choice",
    "AssistantToolChoiceFunction": "aigpt.openai.types.beta.assistant_tool_choice_function",
    "AssistantToolChoiceFunctionParam": "aigpt.openai.types.beta.assistant_tool_choice_function_param",
    "AssistantToolChoiceOption": "aigpt.openai.types.beta.assistant_tool_choice_option",
    "AssistantToolChoiceOptionParam": "aigpt.openai.types.beta.assistant_tool_choice_option_param",
    "AssistantToolChoiceParam": "aigpt.openai.types.beta.assistant_tool_choice_param",
    "AssistantToolParam": "aigpt.openai.types.beta.assistant_tool_param",
    "AssistantUpdateParams": "aigpt.openai.types.beta.assistant_update_params",
    "BetaApplyPatchTool": "aigpt.openai.types.beta.beta_apply_patch_tool",
    "BetaApplyPatchToolParam": "aigpt.openai.types.beta.beta_apply_patch_tool_param",
    "BetaCompactedResponse": "aigpt.openai.types.beta.beta_compacted_response",
    "BetaComputerAction": "aigpt.openai.types.beta.beta_computer_action",
    "BetaComputerActionList": "aigpt.openai.types.beta.beta_computer_action_list",
    "BetaComputerActionListParam": "aigpt.openai.types.beta.beta_computer_action_list_param",
    "BetaComputerActionParam": "aigpt.openai.types.beta.beta_computer_action_param",
    "BetaComputerTool": "aigpt.openai.types.beta.beta_computer_tool",
    "BetaComputerToolParam": "aigpt.openai.types.beta.beta_computer_tool_param",
    "BetaComputerUsePreviewTool": "aigpt.openai.types.beta.beta_computer_use_preview_tool",
    "BetaComputerUsePreviewToolParam": "aigpt.openai.types.beta.beta_computer_use_preview_tool_param",
    "BetaContainerAuto": "aigpt.openai.types.beta.beta_container_auto",
    "BetaContainerAutoParam": "aigpt.openai.types.beta.beta_container_auto_param",
    "BetaContainerNetworkPolicyAllowlist": "aigpt.openai.types.beta.beta_container_network_policy_allowlist",
    "BetaContainerNetworkPolicyAllowlistParam": "aigpt.openai.types.beta.beta_container_network_policy_allowlist_param",
    "BetaContainerNetworkPolicyDisabled": "aigpt.openai.types.beta.beta_container_network_policy_disabled",
    "BetaContainerNetworkPolicyDisabledParam": "aigpt.openai.types.beta.beta_container_network_policy_disabled_param",
    "BetaContainerNetworkPolicyDomainSecret": "aigpt.openai.types.beta.beta_container_network_policy_domain_secret",
    "BetaContainerNetworkPolicyDomainSecretParam": "aigpt.openai.types.beta.beta_container_network_policy_domain_secret_param",
    "BetaContainerReference": "aigpt.openai.types.beta.beta_container_reference",
    "BetaContainerReferenceParam": "aigpt.openai.types.beta.beta_container_reference_param",
    "BetaCustomTool": "aigpt.openai.types.beta.beta_custom_tool",
    "BetaCustomToolParam": "aigpt.openai.types.beta.beta_custom_tool_param",
    "BetaEasyInputMessage": "aigpt.openai.types.beta.beta_easy_input_message",
    "BetaEasyInputMessageParam": "aigpt.openai.types.beta.beta_easy_input_message_param",
    "BetaFileSearchTool": "aigpt.openai.types.beta.beta_file_search_tool",
    "BetaFileSearchToolParam": "aigpt.openai.types.beta.beta_file_search_tool_param",
    "BetaFunctionShellTool": "aigpt.openai.types.beta.beta_function_shell_tool",
    "BetaFunctionShellToolParam": "aigpt.openai.types.beta.beta_function_shell_tool_param",
    "BetaFunctionTool": "aigpt.openai.types.beta.beta_function_tool",
    "BetaFunctionToolParam": "aigpt.openai.types.beta.beta_function_tool_param",
    "BetaImageDetail": "aigpt.openai.types.beta.beta_image_detail",
    "BetaInlineSkill": "aigpt.openai.types.beta.beta_inline_skill",
    "BetaInlineSkillParam": "aigpt.openai.types.beta.beta_inline_skill_param",
    "BetaInlineSkillSource": "aigpt.openai.types.beta.beta_inline_skill_source",
    "BetaInlineSkillSourceParam": "aigpt.openai.types.beta.beta_inline_skill_source_param",
    "BetaLocalEnvironment": "aigpt.openai.types.beta.beta_local_environment",
    "BetaLocalEnvironmentParam": "aigpt.openai.types.beta.beta_local_environment_param",
    "BetaLocalSkill": "aigpt.openai.types.beta.beta_local_skill",
    "BetaLocalSkillParam": "aigpt.openai.types.beta.beta_local_skill_param",
    "BetaMcpToolCallError": "aigpt.openai.types.beta.beta_mcp_tool_call_error",
    "BetaMcpToolCallErrorParam": "aigpt.openai.types.beta.beta_mcp_tool_call_error_param",
    "BetaNamespaceTool": "aigpt.openai.types.beta.beta_namespace_tool",
    "BetaNamespaceToolParam": "aigpt.openai.types.beta.beta_namespace_tool_param",
    "BetaResponse": "aigpt.openai.types.beta.beta_response",
    "BetaResponseApplyPatchToolCall": "aigpt.openai.types.beta.beta_response_apply_patch_tool_call",
    "BetaResponseApplyPatchToolCallOutput": "aigpt.openai.types.beta.beta_response_apply_patch_tool_call_output",
    "BetaResponseAudioDeltaEvent": "aigpt.openai.types.beta.beta_response_audio_delta_event",
    "BetaResponseAudioDoneEvent": "aigpt.openai.types.beta.beta_response_audio_done_event",
    "BetaResponseAudioTranscriptDeltaEvent": "aigpt.openai.types.beta.beta_response_audio_transcript_delta_event",
    "BetaResponseAudioTranscriptDoneEvent": "aigpt.openai.types.beta.beta_response_audio_transcript_done_event",
    "BetaResponseCodeInterpreterCallCodeDeltaEvent": "aigpt.openai.types.beta.beta_response_code_interpreter_call_code_delta_event",
    "BetaResponseCodeInterpreterCallCodeDoneEvent": "aigpt.openai.types.beta.beta_response_code_interpreter_call_code_done_event",
    "BetaResponseCodeInterpreterCallCompletedEvent": "aigpt.openai.types.beta.beta_response_code_interpreter_call_completed_event",
    "BetaResponseCodeInterpreterCallInProgressEvent": "aigpt.openai.types.beta.beta_response_code_interpreter_call_in_progress_event",
    "BetaResponseCodeInterpreterCallInterpretingEvent": "aigpt.openai.types.beta.beta_response_code_interpreter_call_interpreting_event",
    "BetaResponseCodeInterpreterToolCall": "aigpt.openai.types.beta.beta_response_code_interpreter_tool_call",
    "BetaResponseCodeInterpreterToolCallParam": "aigpt.openai.types.beta.beta_response_code_interpreter_tool_call_param",
    "BetaResponseCompactionCompactingEvent": "aigpt.openai.types.beta.beta_response_compaction_compacting_event",
    "BetaResponseCompactionItem": "aigpt.openai.types.beta.beta_response_compaction_item",
    "BetaResponseCompactionItemParam": "aigpt.openai.types.beta.beta_response_compaction_item_param",
    "BetaResponseCompactionItemParamParam": "aigpt.openai.types.beta.beta_response_compaction_item_param_param",
    "BetaResponseCompletedEvent": "aigpt.openai.types.beta.beta_response_completed_event",
    "BetaResponseComputerToolCall": "aigpt.openai.types.beta.beta_response_computer_tool_call",
    "BetaResponseComputerToolCallOutputItem": "aigpt.openai.types.beta.beta_response_computer_tool_call_output_item",
    "BetaResponseComputerToolCallOutputScreenshot": "aigpt.openai.types.beta.beta_response_computer_tool_call_output_screenshot",
    "BetaResponseComputerToolCallOutputScreenshotParam": "aigpt.openai.types.beta.beta_response_computer_tool_call_output_screenshot_param",
    "BetaResponseComputerToolCallParam": "aigpt.openai.types.beta.beta_response_computer_tool_call_param",
    "BetaResponseConfigurationUpdateItem": "aigpt.openai.types.beta.beta_response_configuration_update_item",
    "BetaResponseConfigurationUpdateItemParam": "aigpt.openai.types.beta.beta_response_configuration_update_item_param",
    "BetaResponseConfigurationUpdateItemParamParam": "aigpt.openai.types.beta.beta_response_configuration_update_item_param_param",
    "BetaResponseContainerReference": "aigpt.openai.types.beta.beta_response_container_reference",
    "BetaResponseContentPartAddedEvent": "aigpt.openai.types.beta.beta_response_content_part_added_event",
    "BetaResponseContentPartDoneEvent": "aigpt.openai.types.beta.beta_response_content_part_done_event",
    "BetaResponseConversationParam": "aigpt.openai.types.beta.beta_response_conversation_param",
    "BetaResponseConversationParamParam": "aigpt.openai.types.beta.beta_response_conversation_param_param",
    "BetaResponseCreatedEvent": "aigpt.openai.types.beta.beta_response_created_event",
    "BetaResponseCustomToolCall": "aigpt.openai.types.beta.beta_response_custom_tool_call",
    "BetaResponseCustomToolCallInputDeltaEvent": "aigpt.openai.types.beta.beta_response_custom_tool_call_input_delta_event",
    "BetaResponseCustomToolCallInputDoneEvent": "aigpt.openai.types.beta.beta_response_custom_tool_call_input_done_event",
    "BetaResponseCustomToolCallItem": "aigpt.openai.types.beta.beta_response_custom_tool_call_item",
    "BetaResponseCustomToolCallOutput": "aigpt.openai.types.beta.beta_response_custom_tool_call_output",
    "BetaResponseCustomToolCallOutputItem": "aigpt.openai.types.beta.beta_response_custom_tool_call_output_item",
    "BetaResponseCustomToolCallOutputParam": "aigpt.openai.types.beta.beta_response_custom_tool_call_output_param",
    "BetaResponseCustomToolCallParam": "aigpt.openai.types.beta.beta_response_custom_tool_call_param",
    "BetaResponseError": "aigpt.openai.types.beta.beta_response_error",
    "BetaResponseErrorEvent": "aigpt.openai.types.beta.beta_response_error_event",
    "BetaResponseFailedEvent": "aigpt.openai.types.beta.beta_response_failed_event",
    "BetaResponseFileSearchCallCompletedEvent": "aigpt.openai.types.beta.beta_response_file_search_call_completed_event",
    "BetaResponseFileSearchCallInProgressEvent": "aigpt.openai.types.beta.beta_response_file_search_call_in_progress_event",
    "BetaResponseFileSearchCallSearchingEvent": "aigpt.openai.types.beta.beta_response_file_search_call_searching_event",
    "BetaResponseFileSearchToolCall": "aigpt.openai.types.beta.beta_response_file_search_tool_call",
    "BetaResponseFileSearchToolCallParam": "aigpt.openai.types.beta.beta_response_file_search_tool_call_param",
    "BetaResponseFormatTextConfig": "aigpt.openai.types.beta.beta_response_format_text_config",
    "BetaResponseFormatTextConfigParam": "aigpt.openai.types.beta.beta_response_format_text_config_param",
    "BetaResponseFormatTextJSONSchemaConfig": "aigpt.openai.types.beta.beta_response_format_text_json_schema_config",
    "BetaResponseFormatTextJSONSchemaConfigParam": "aigpt.openai.types.beta.beta_response_format_text_json_schema_config_param",
    "BetaResponseFunctionCallArgumentsDeltaEvent": "aigpt.openai.types.beta.beta_response_function_call_arguments_delta_event",
    "BetaResponseFunctionCallArgumentsDoneEvent": "aigpt.openai.types.beta.beta_response_function_call_arguments_done_event",
    "BetaResponseFunctionCallOutputItem": "aigpt.openai.types.beta.beta_response_function_call_output_item",
    "BetaResponseFunctionCallOutputItemList": "aigpt.openai.types.beta.beta_response_function_call_output_item_list",
    "BetaResponseFunctionCallOutputItemListParam": "aigpt.openai.types.beta.beta_response_function_call_output_item_list_param",
    "BetaResponseFunctionCallOutputItemParam": "aigpt.openai.types.beta.beta_response_function_call_output_item_param",
    "BetaResponseFunctionShellCallOutputContent": "aigpt.openai.types.beta.beta_response_function_shell_call_output_content",
    "BetaResponseFunctionShellCallOutputContentParam": "aigpt.openai.types.beta.beta_response_function_shell_call_output_content_param",
    "BetaResponseFunctionShellToolCall": "aigpt.openai.types.beta.beta_response_function_shell_tool_call",
    "BetaResponseFunctionShellToolCallOutput": "aigpt.openai.types.beta.beta_response_function_shell_tool_call_output",
    "BetaResponseFunctionToolCall": "aigpt.openai.types.beta.beta_response_function_tool_call",
    "BetaResponseFunctionToolCallItem": "aigpt.openai.types.beta.beta_response_function_tool_call_item",
    "BetaResponseFunctionToolCallOutputItem": "aigpt.openai.types.beta.beta_response_function_tool_call_output_item",
    "BetaResponseFunctionToolCallParam": "aigpt.openai.types.beta.beta_response_function_tool_call_param",
    "BetaResponseFunctionWebSearch": "aigpt.openai.types.beta.beta_response_function_web_search",
    "BetaResponseFunctionWebSearchParam": "aigpt.openai.types.beta.beta_response_function_web_search_param",
    "BetaResponseImageGenCallCompletedEvent": "aigpt.openai.types.beta.beta_response_image_gen_call_completed_event",
    "BetaResponseImageGenCallGeneratingEvent": "aigpt.openai.types.beta.beta_response_image_gen_call_generating_event",
    "BetaResponseImageGenCallInProgressEvent": "aigpt.openai.types.beta.beta_response_image_gen_call_in_progress_event",
    "BetaResponseImageGenCallPartialImageEvent": "aigpt.openai.types.beta.beta_response_image_gen_call_partial_image_event",
    "BetaResponseInProgressEvent": "aigpt.openai.types.beta.beta_response_in_progress_event",
    "BetaResponseIncludable": "aigpt.openai.types.beta.beta_response_includable",
    "BetaResponseIncompleteEvent": "aigpt.openai.types.beta.beta_response_incomplete_event",
    "BetaResponseInjectCreatedEvent": "aigpt.openai.types.beta.beta_response_inject_created_event",
    "BetaResponseInjectEvent": "aigpt.openai.types.beta.beta_response_inject_event",
    "BetaResponseInjectEventParam": "aigpt.openai.types.beta.beta_response_inject_event_param",
    "BetaResponseInjectFailedEvent": "aigpt.openai.types.beta.beta_response_inject_failed_event",
    "BetaResponseInput": "aigpt.openai.types.beta.beta_response_input",
    "BetaResponseInputContent": "aigpt.openai.types.beta.beta_response_input_content",
    "BetaResponseInputContentParam": "aigpt.openai.types.beta.beta_response_input_content_param",
    "BetaResponseInputFile": "aigpt.openai.types.beta.beta_response_input_file",
    "BetaResponseInputFileContent": "aigpt.openai.types.beta.beta_response_input_file_content",
    "BetaResponseInputFileContentParam": "aigpt.openai.types.beta.beta_response_input_file_content_param",
    "BetaResponseInputFileParam": "aigpt.openai.types.beta.beta_response_input_file_param",
    "BetaResponseInputImage": "aigpt.openai.types.beta.beta_response_input_image",
    "BetaResponseInputImageContent": "aigpt.openai.types.beta.beta_response_input_image_content",
    "BetaResponseInputImageContentParam": "aigpt.openai.types.beta.beta_response_input_image_content_param",
    "BetaResponseInputImageParam": "aigpt.openai.types.beta.beta_response_input_image_param",
    "BetaResponseInputItem": "aigpt.openai.types.beta.beta_response_input_item",
    "BetaResponseInputItemParam": "aigpt.openai.types.beta.beta_response_input_item_param",
    "BetaResponseInputMessageContentList": "aigpt.openai.types.beta.beta_response_input_message_content_list",
    "BetaResponseInputMessageContentListParam": "aigpt.openai.types.beta.beta_response_input_message_content_list_param",
    "BetaResponseInputMessageItem": "aigpt.openai.types.beta.beta_response_input_message_item",
    "BetaResponseInputParam": "aigpt.openai.types.beta.beta_response_input_param",
    "BetaResponseInputText": "aigpt.openai.types.beta.beta_response_input_text",
    "BetaResponseInputTextContent": "aigpt.openai.types.beta.beta_response_input_text_content",
    "BetaResponseInputTextContentParam": "aigpt.openai.types.beta.beta_response_input_text_content_param",
    "BetaResponseInputTextParam": "aigpt.openai.types.beta.beta_response_input_text_param",
    "BetaResponseItem": "aigpt.openai.types.beta.beta_response_item",
    "BetaResponseLocalEnvironment": "aigpt.openai.types.beta.beta_response_local_environment",
    "BetaResponseMcpCallArgumentsDeltaEvent": "aigpt.openai.types.beta.beta_response_mcp_call_arguments_delta_event",
    "BetaResponseMcpCallArgumentsDoneEvent": "aigpt.openai.types.beta.beta_response_mcp_call_arguments_done_event",
    "BetaResponseMcpCallCompletedEvent": "aigpt.openai.types.beta.beta_response_mcp_call_completed_event",
    "BetaResponseMcpCallFailedEvent": "aigpt.openai.types.beta.beta_response_mcp_call_failed_event",
    "BetaResponseMcpCallInProgressEvent": "aigpt.openai.types.beta.beta_response_mcp_call_in_progress_event",
    "BetaResponseMcpListToolsCompletedEvent": "aigpt.openai.types.beta.beta_response_mcp_list_tools_completed_event",
    "BetaResponseMcpListToolsFailedEvent": "aigpt.openai.types.beta.beta_response_mcp_list_tools_failed_event",
    "BetaResponseMcpListToolsInProgressEvent": "aigpt.openai.types.beta.beta_response_mcp_list_tools_in_progress_event",
    "BetaResponseOutputItem": "aigpt.openai.types.beta.beta_response_output_item",
    "BetaResponseOutputItemAddedEvent": "aigpt.openai.types.beta.beta_response_output_item_added_event",
    "BetaResponseOutputItemDoneEvent": "aigpt.openai.types.beta.beta_response_output_item_done_event",
    "BetaResponseOutputMessage": "aigpt.openai.types.beta.beta_response_output_message",
    "BetaResponseOutputMessageParam": "aigpt.openai.types.beta.beta_response_output_message_param",
    "BetaResponseOutputRefusal": "aigpt.openai.types.beta.beta_response_output_refusal",
    "BetaResponseOutputRefusalParam": "aigpt.openai.types.beta.beta_response_output_refusal_param",
    "BetaResponseOutputText": "aigpt.openai.types.beta.beta_response_output_text",
    "BetaResponseOutputTextAnnotationAddedEvent": "aigpt.openai.types.beta.beta_response_output_text_annotation_added_event",
    "BetaResponseOutputTextParam": "aigpt.openai.types.beta.beta_response_output_text_param",
    "BetaResponsePrompt": "aigpt.openai.types.beta.beta_response_prompt",
    "BetaResponsePromptParam": "aigpt.openai.types.beta.beta_response_prompt_param",
    "BetaResponseQueuedEvent": "aigpt.openai.types.beta.beta_response_queued_event",
    "BetaResponseReasoningItem": "aigpt.openai.types.beta.beta_response_reasoning_item",
    "BetaResponseReasoningItemParam": "aigpt.openai.types.beta.beta_response_reasoning_item_param",
    "BetaResponseReasoningSummaryPartAddedEvent": "aigpt.openai.types.beta.beta_response_reasoning_summary_part_added_event",
    "BetaResponseReasoningSummaryPartDoneEvent": "aigpt.openai.types.beta.beta_response_reasoning_summary_part_done_event",
    "BetaResponseReasoningSummaryTextDeltaEvent": "aigpt.openai.types.beta.beta_response_reasoning_summary_text_delta_event",
    "BetaResponseReasoningSummaryTextDoneEvent": "aigpt.openai.types.beta.beta_response_reasoning_summary_text_done_event",
    "BetaResponseReasoningTextDeltaEvent": "aigpt.openai.types.beta.beta_response_reasoning_text_delta_event",
    "BetaResponseReasoningTextDoneEvent": "aigpt.openai.types.beta.beta_response_reasoning_text_done_event",
    "BetaResponseRefusalDeltaEvent": "aigpt.openai.types.beta.beta_response_refusal_delta_event",
    "BetaResponseRefusalDoneEvent": "aigpt.openai.types.beta.beta_response_refusal_done_event",
    "BetaResponseShellCallCommandAddedEvent": "aigpt.openai.types.beta.beta_response_shell_call_command_added_event",
    "BetaResponseShellCallCommandDeltaEvent": "aigpt.openai.types.beta.beta_response_shell_call_command_delta_event",
    "BetaResponseShellCallCommandDoneEvent": "aigpt.openai.types.beta.beta_response_shell_call_command_done_event",
    "BetaResponseShellCallOutputContentDeltaEvent": "aigpt.openai.types.beta.beta_response_shell_call_output_content_delta_event",
    "BetaResponseShellCallOutputContentDoneEvent": "aigpt.openai.types.beta.beta_response_shell_call_output_content_done_event",
    "BetaResponseStatus": "aigpt.openai.types.beta.beta_response_status",
    "BetaResponseSteerAcceptedEvent": "aigpt.openai.types.beta.beta_response_steer_accepted_event",
    "BetaResponseSteerErrorCode": "aigpt.openai.types.beta.beta_response_steer_error_code",
    "BetaResponseSteerEvent": "aigpt.openai.types.beta.beta_response_steer_event",
    "BetaResponseSteerEventParam": "aigpt.openai.types.beta.beta_response_steer_event_param",
    "BetaResponseSteerFailedEvent": "aigpt.openai.types.beta.beta_response_steer_failed_event",
    "BetaResponseSteerInput": "aigpt.openai.types.beta.beta_response_steer_input",
    "BetaResponseSteerInputContent": "aigpt.openai.types.beta.beta_response_steer_input_content",
    "BetaResponseSteerInputContentParam": "aigpt.openai.types.beta.beta_response_steer_input_content_param",
    "BetaResponseSteerInputParam": "aigpt.openai.types.beta.beta_response_steer_input_param",
    "BetaResponseSteerPendingEvent": "aigpt.openai.types.beta.beta_response_steer_pending_event",
    "BetaResponseSteerPendingReason": "aigpt.openai.types.beta.beta_response_steer_pending_reason",
    "BetaResponseSteerRequiredInput": "aigpt.openai.types.beta.beta_response_steer_required_input",
    "BetaResponseStreamEvent": "aigpt.openai.types.beta.beta_response_stream_event",
    "BetaResponseTextConfig": "aigpt.openai.types.beta.beta_response_text_config",
    "BetaResponseTextConfigParam": "aigpt.openai.types.beta.beta_response_text_config_param",
    "BetaResponseTextDeltaEvent": "aigpt.openai.types.beta.beta_response_text_delta_event",
    "BetaResponseTextDoneEvent": "aigpt.openai.types.beta.beta_response_text_done_event",
    "BetaResponseToolSearchCall": "aigpt.openai.types.beta.beta_response_tool_search_call",
    "BetaResponseToolSearchOutputItem": "aigpt.openai.types.beta.beta_response_tool_search_output_item",
    "BetaResponseToolSearchOutputItemParam": "aigpt.openai.types.beta.beta_response_tool_search_output_item_param",
    "BetaResponseToolSearchOutputItemParamParam": "aigpt.openai.types.beta.beta_response_tool_search_output_item_param_param",
    "BetaResponseUsage": "aigpt.openai.types.beta.beta_response_usage",
    "BetaResponseWebSearchCallCompletedEvent": "aigpt.openai.types.beta.beta_response_web_search_call_completed_event",
    "BetaResponseWebSearchCallInProgressEvent": "aigpt.openai.types.beta.beta_response_web_search_call_in_progress_event",
    "BetaResponseWebSearchCallSearchingEvent": "aigpt.openai.types.beta.beta_response_web_search_call_searching_event",
    "BetaResponsesClientEvent": "aigpt.openai.types.beta.beta_responses_client_event",
    "BetaResponsesClientEventParam": "aigpt.openai.types.beta.beta_responses_client_event_param",
    "BetaResponsesServerEvent": "aigpt.openai.types.beta.beta_responses_server_event",
    "BetaServiceTier": "aigpt.openai.types.beta.beta_service_tier",
    "BetaSkillReference": "aigpt.openai.types.beta.beta_skill_reference",
    "BetaSkillReferenceParam": "aigpt.openai.types.beta.beta_skill_reference_param",
    "BetaTool": "aigpt.openai.types.beta.beta_tool",
    "BetaToolChoiceAllowed": "aigpt.openai.types.beta.beta_tool_choice_allowed",
    "BetaToolChoiceAllowedParam": "aigpt.openai.types.beta.beta_tool_choice_allowed_param",
    "BetaToolChoiceApplyPatch": "aigpt.openai.types.beta.beta_tool_choice_apply_patch",
    "BetaToolChoiceApplyPatchParam": "aigpt.openai.types.beta.beta_tool_choice_apply_patch_param",
    "BetaToolChoiceCustom": "aigpt.openai.types.beta.beta_tool_choice_custom",
    "BetaToolChoiceCustomParam": "aigpt.openai.types.beta.beta_tool_choice_custom_param",
    "BetaToolChoiceFunction": "aigpt.openai.types.beta.beta_tool_choice_function",
    "BetaToolChoiceFunctionParam": "aigpt.openai.types.beta.beta_tool_choice_function_param",
    "BetaToolChoiceMcp": "aigpt.openai.types.beta.beta_tool_choice_mcp",
    "BetaToolChoiceMcpParam": "aigpt.openai.types.beta.beta_tool_choice_mcp_param",
    "BetaToolChoiceOptions": "aigpt.openai.types.beta.beta_tool_choice_options",
    "BetaToolChoiceShell": "aigpt.openai.types.beta.beta_tool_choice_shell",
    "BetaToolChoiceShellParam": "aigpt.openai.types.beta.beta_tool_choice_shell_param",
    "BetaToolChoiceTypes": "aigpt.openai.types.beta.beta_tool_choice_types",
    "BetaToolChoiceTypesParam": "aigpt.openai.types.beta.beta_tool_choice_types_param",
    "BetaToolParam": "aigpt.openai.types.beta.beta_tool_param",
    "BetaToolSearchOutputNamespaceTool": "aigpt.openai.types.beta.beta_tool_search_output_namespace_tool",
    "BetaToolSearchOutputNamespaceToolParam": "aigpt.openai.types.beta.beta_tool_search_output_namespace_tool_param",
    "BetaToolSearchTool": "aigpt.openai.types.beta.beta_tool_search_tool",
    "BetaToolSearchToolParam": "aigpt.openai.types.beta.beta_tool_search_tool_param",
    "BetaWebSearchPreviewTool": "aigpt.openai.types.beta.beta_web_search_preview_tool",
    "BetaWebSearchPreviewToolParam": "aigpt.openai.types.beta.beta_web_search_preview_tool_param",
    "BetaWebSearchTool": "aigpt.openai.types.beta.beta_web_search_tool",
    "BetaWebSearchToolParam": "aigpt.openai.types.beta.beta_web_search_tool_param",
    "ChatKitWorkflow": "aigpt.openai.types.beta.chatkit_workflow",
    "CodeInterpreterTool": "aigpt.openai.types.beta.code_interpreter_tool",
    "CodeInterpreterToolParam": "aigpt.openai.types.beta.code_interpreter_tool_param",
    "FileSearchTool": "aigpt.openai.types.beta.file_search_tool",
    "FileSearchToolParam": "aigpt.openai.types.beta.file_search_tool_param",
    "FunctionTool": "aigpt.openai.types.beta.function_tool",
    "FunctionToolParam": "aigpt.openai.types.beta.function_tool_param",
    "ResponseCompactParams": "aigpt.openai.types.beta.response_compact_params",
    "ResponseCreateParams": "aigpt.openai.types.beta.response_create_params",
    "ResponseRetrieveParams": "aigpt.openai.types.beta.response_retrieve_params",
    "Thread": "aigpt.openai.types.beta.thread",
    "ThreadCreateAndRunParams": "aigpt.openai.types.beta.thread_create_and_run_params",
    "ThreadCreateParams": "aigpt.openai.types.beta.thread_create_params",
    "ThreadDeleted": "aigpt.openai.types.beta.thread_deleted",
    "ThreadUpdateParams": "aigpt.openai.types.beta.thread_update_params",
}
_SUBMODULES: tuple[str, ...] = (
    "assistant",
    "assistant_create_params",
    "assistant_deleted",
    "assistant_list_params",
    "assistant_response_format_option",
    "assistant_response_format_option_param",
    "assistant_stream_event",
    "assistant_tool",
    "assistant_tool_choice",
    "assistant_tool_choice_function",
    "assistant_tool_choice_function_param",
    "assistant_tool_choice_option",
    "assistant_tool_choice_option_param",
    "assistant_tool_choice_param",
    "assistant_tool_param",
    "assistant_update_params",
    "beta_apply_patch_tool",
    "beta_apply_patch_tool_param",
    "beta_compacted_response",
    "beta_computer_action",
    "beta_computer_action_list",
    "beta_computer_action_list_param",
    "beta_computer_action_param",
    "beta_computer_tool",
    "beta_computer_tool_param",
    "beta_computer_use_preview_tool",
    "beta_computer_use_preview_tool_param",
    "beta_container_auto",
    "beta_container_auto_param",
    "beta_container_network_policy_allowlist",
    "beta_container_network_policy_allowlist_param",
    "beta_container_network_policy_disabled",
    "beta_container_network_policy_disabled_param",
    "beta_container_network_policy_domain_secret",
    "beta_container_network_policy_domain_secret_param",
    "beta_container_reference",
    "beta_container_reference_param",
    "beta_custom_tool",
    "beta_custom_tool_param",
    "beta_easy_input_message",
    "beta_easy_input_message_param",
    "beta_file_search_tool",
    "beta_file_search_tool_param",
    "beta_function_shell_tool",
    "beta_function_shell_tool_param",
    "beta_function_tool",
    "beta_function_tool_param",
    "beta_image_detail",
    "beta_inline_skill",
    "beta_inline_skill_param",
    "beta_inline_skill_source",
    "beta_inline_skill_source_param",
    "beta_local_environment",
    "beta_local_environment_param",
    "beta_local_skill",
    "beta_local_skill_param",
    "beta_mcp_tool_call_error",
    "beta_mcp_tool_call_error_param",
    "beta_namespace_tool",
    "beta_namespace_tool_param",
    "beta_response",
    "beta_response_apply_patch_tool_call",
    "beta_response_apply_patch_tool_call_output",
    "beta_response_audio_delta_event",
    "beta_response_audio_done_event",
    "beta_response_audio_transcript_delta_event",
    "beta_response_audio_transcript_done_event",
    "beta_response_code_interpreter_call_code_delta_event",
    "beta_response_code_interpreter_call_code_done_event",
    "beta_response_code_interpreter_call_completed_event",
    "beta_response_code_interpreter_call_in_progress_event",
    "beta_response_code_interpreter_call_interpreting_event",
    "beta_response_code_interpreter_tool_call",
    "beta_response_code_interpreter_tool_call_param",
    "beta_response_compaction_compacting_event",
    "beta_response_compaction_item",
    "beta_response_compaction_item_param",
    "beta_response_compaction_item_param_param",
    "beta_response_completed_event",
    "beta_response_computer_tool_call",
    "beta_response_computer_tool_call_output_item",
    "beta_response_computer_tool_call_output_screenshot",
    "beta_response_computer_tool_call_output_screenshot_param",
    "beta_response_computer_tool_call_param",
    "beta_response_configuration_update_item",
    "beta_response_configuration_update_item_param",
    "beta_response_configuration_update_item_param_param",
    "beta_response_container_reference",
    "beta_response_content_part_added_event",
    "beta_response_content_part_done_event",
    "beta_response_conversation_param",
    "beta_response_conversation_param_param",
    "beta_response_created_event",
    "beta_response_custom_tool_call",
    "beta_response_custom_tool_call_input_delta_event",
    "beta_response_custom_tool_call_input_done_event",
    "beta_response_custom_tool_call_item",
    "beta_response_custom_tool_call_output",
    "beta_response_custom_tool_call_output_item",
    "beta_response_custom_tool_call_output_param",
    "beta_response_custom_tool_call_param",
    "beta_response_error",
    "beta_response_error_event",
    "beta_response_failed_event",
    "beta_response_file_search_call_completed_event",
    "beta_response_file_search_call_in_progress_event",
    "beta_response_file_search_call_searching_event",
    "beta_response_file_search_tool_call",
    "beta_response_file_search_tool_call_param",
    "beta_response_format_text_config",
    "beta_response_format_text_config_param",
    "beta_response_format_text_json_schema_config",
    "beta_response_format_text_json_schema_config_param",
    "beta_response_function_call_arguments_delta_event",
    "beta_response_function_call_arguments_done_event",
    "beta_response_function_call_output_item",
    "beta_response_function_call_output_item_list",
    "beta_response_function_call_output_item_list_param",
    "beta_response_function_call_output_item_param",
    "beta_response_function_shell_call_output_content",
    "beta_response_function_shell_call_output_content_param",
    "beta_response_function_shell_tool_call",
    "beta_response_function_shell_tool_call_output",
    "beta_response_function_tool_call",
    "beta_response_function_tool_call_item",
    "beta_response_function_tool_call_output_item",
    "beta_response_function_tool_call_param",
    "beta_response_function_web_search",
    "beta_response_function_web_search_param",
    "beta_response_image_gen_call_completed_event",
    "beta_response_image_gen_call_generating_event",
    "beta_response_image_gen_call_in_progress_event",
    "beta_response_image_gen_call_partial_image_event",
    "beta_response_in_progress_event",
    "beta_response_includable",
    "beta_response_incomplete_event",
    "beta_response_inject_created_event",
    "beta_response_inject_event",
    "beta_response_inject_event_param",
    "beta_response_inject_failed_event",
    "beta_response_input",
    "beta_response_input_content",
    "beta_response_input_content_param",
    "beta_response_input_file",
    "beta_response_input_file_content",
    "beta_response_input_file_content_param",
    "beta_response_input_file_param",
    "beta_response_input_image",
    "beta_response_input_image_content",
    "beta_response_input_image_content_param",
    "beta_response_input_image_param",
    "beta_response_input_item",
    "beta_response_input_item_param",
    "beta_response_input_message_content_list",
    "beta_response_input_message_content_list_param",
    "beta_response_input_message_item",
    "beta_response_input_param",
    "beta_response_input_text",
    "beta_response_input_text_content",
    "beta_response_input_text_content_param",
    "beta_response_input_text_param",
    "beta_response_item",
    "beta_response_local_environment",
    "beta_response_mcp_call_arguments_delta_event",
    "beta_response_mcp_call_arguments_done_event",
    "beta_response_mcp_call_completed_event",
    "beta_response_mcp_call_failed_event",
    "beta_response_mcp_call_in_progress_event",
    "beta_response_mcp_list_tools_completed_event",
    "beta_response_mcp_list_tools_failed_event",
    "beta_response_mcp_list_tools_in_progress_event",
    "beta_response_output_item",
    "beta_response_output_item_added_event",
    "beta_response_output_item_done_event",
    "beta_response_output_message",
    "beta_response_output_message_param",
    "beta_response_output_refusal",
    "beta_response_output_refusal_param",
    "beta_response_output_text",
    "beta_response_output_text_annotation_added_event",
    "beta_response_output_text_param",
    "beta_response_prompt",
    "beta_response_prompt_param",
    "beta_response_queued_event",
    "beta_response_reasoning_item",
    "beta_response_reasoning_item_param",
    "beta_response_reasoning_summary_part_added_event",
    "beta_response_reasoning_summary_part_done_event",
    "beta_response_reasoning_summary_text_delta_event",
    "beta_response_reasoning_summary_text_done_event",
    "beta_response_reasoning_text_delta_event",
    "beta_response_reasoning_text_done_event",
    "beta_response_refusal_delta_event",
    "beta_response_refusal_done_event",
    "beta_response_shell_call_command_added_event",
    "beta_response_shell_call_command_delta_event",
    "beta_response_shell_call_command_done_event",
    "beta_response_shell_call_output_content_delta_event",
    "beta_response_shell_call_output_content_done_event",
    "beta_response_status",
    "beta_response_steer_accepted_event",
    "beta_response_steer_error_code",
    "beta_response_steer_event",
    "beta_response_steer_event_param",
    "beta_response_steer_failed_event",
    "beta_response_steer_input",
    "beta_response_steer_input_content",
    "beta_response_steer_input_content_param",
    "beta_response_steer_input_param",
    "beta_response_steer_pending_event",
    "beta_response_steer_pending_reason",
    "beta_response_steer_required_input",
    "beta_response_stream_event",
    "beta_response_text_config",
    "beta_response_text_config_param",
    "beta_response_text_delta_event",
    "beta_response_text_done_event",
    "beta_response_tool_search_call",
    "beta_response_tool_search_output_item",
    "beta_response_tool_search_output_item_param",
    "beta_response_tool_search_output_item_param_param",
    "beta_response_usage",
    "beta_response_web_search_call_completed_event",
    "beta_response_web_search_call_in_progress_event",
    "beta_response_web_search_call_searching_event",
    "beta_responses_client_event",
    "beta_responses_client_event_param",
    "beta_responses_server_event",
    "beta_service_tier",
    "beta_skill_reference",
    "beta_skill_reference_param",
    "beta_tool",
    "beta_tool_choice_allowed",
    "beta_tool_choice_allowed_param",
    "beta_tool_choice_apply_patch",
    "beta_tool_choice_apply_patch_param",
    "beta_tool_choice_custom",
    "beta_tool_choice_custom_param",
    "beta_tool_choice_function",
    "beta_tool_choice_function_param",
    "beta_tool_choice_mcp",
    "beta_tool_choice_mcp_param",
    "beta_tool_choice_options",
    "beta_tool_choice_shell",
    "beta_tool_choice_shell_param",
    "beta_tool_choice_types",
    "beta_tool_choice_types_param",
    "beta_tool_param",
    "beta_tool_search_output_namespace_tool",
    "beta_tool_search_output_namespace_tool_param",
    "beta_tool_search_tool",
    "beta_tool_search_tool_param",
    "beta_web_search_preview_tool",
    "beta_web_search_preview_tool_param",
    "beta_web_search_tool",
    "beta_web_search_tool_param",
    "chat",
    "chatkit",
    "chatkit_workflow",
    "code_interpreter_tool",
    "code_interpreter_tool_param",
    "file_search_tool",
    "file_search_tool_param",
    "function_tool",
    "function_tool_param",
    "response_compact_params",
    "response_create_params",
    "response_retrieve_params",
    "responses",
    "thread",
    "thread_create_and_run_params",
    "thread_create_params",
    "thread_deleted",
    "thread_update_params",
    "threads",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
