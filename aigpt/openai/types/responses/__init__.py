# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.responses import apply_patch_tool as apply_patch_tool
    from aigpt.openai.types.responses import apply_patch_tool_param as apply_patch_tool_param
    from aigpt.openai.types.responses import compacted_response as compacted_response
    from aigpt.openai.types.responses import computer_action as computer_action
    from aigpt.openai.types.responses import computer_action_list as computer_action_list
    from aigpt.openai.types.responses import computer_action_list_param as computer_action_list_param
    from aigpt.openai.types.responses import computer_action_param as computer_action_param
    from aigpt.openai.types.responses import computer_tool as computer_tool
    from aigpt.openai.types.responses import computer_tool_param as computer_tool_param
    from aigpt.openai.types.responses import computer_use_preview_tool as computer_use_preview_tool
    from aigpt.openai.types.responses import computer_use_preview_tool_param as computer_use_preview_tool_param
    from aigpt.openai.types.responses import container_auto as container_auto
    from aigpt.openai.types.responses import container_auto_param as container_auto_param
    from aigpt.openai.types.responses import container_network_policy_allowlist as container_network_policy_allowlist
    from aigpt.openai.types.responses import (
        container_network_policy_allowlist_param as container_network_policy_allowlist_param,
    )
    from aigpt.openai.types.responses import container_network_policy_disabled as container_network_policy_disabled
    from aigpt.openai.types.responses import (
        container_network_policy_disabled_param as container_network_policy_disabled_param,
    )
    from aigpt.openai.types.responses import (
        container_network_policy_domain_secret as container_network_policy_domain_secret,
    )
    from aigpt.openai.types.responses import (
        container_network_policy_domain_secret_param as container_network_policy_domain_secret_param,
    )
    from aigpt.openai.types.responses import container_reference as container_reference
    from aigpt.openai.types.responses import container_reference_param as container_reference_param
    from aigpt.openai.types.responses import custom_tool as custom_tool
    from aigpt.openai.types.responses import custom_tool_param as custom_tool_param
    from aigpt.openai.types.responses import easy_input_message as easy_input_message
    from aigpt.openai.types.responses import easy_input_message_param as easy_input_message_param
    from aigpt.openai.types.responses import file_search_tool as file_search_tool
    from aigpt.openai.types.responses import file_search_tool_param as file_search_tool_param
    from aigpt.openai.types.responses import function_shell_tool as function_shell_tool
    from aigpt.openai.types.responses import function_shell_tool_param as function_shell_tool_param
    from aigpt.openai.types.responses import function_tool as function_tool
    from aigpt.openai.types.responses import function_tool_param as function_tool_param
    from aigpt.openai.types.responses import image_detail as image_detail
    from aigpt.openai.types.responses import inline_skill as inline_skill
    from aigpt.openai.types.responses import inline_skill_param as inline_skill_param
    from aigpt.openai.types.responses import inline_skill_source as inline_skill_source
    from aigpt.openai.types.responses import inline_skill_source_param as inline_skill_source_param
    from aigpt.openai.types.responses import input_item_list_params as input_item_list_params
    from aigpt.openai.types.responses import input_token_count_params as input_token_count_params
    from aigpt.openai.types.responses import input_token_count_response as input_token_count_response
    from aigpt.openai.types.responses import local_environment as local_environment
    from aigpt.openai.types.responses import local_environment_param as local_environment_param
    from aigpt.openai.types.responses import local_skill as local_skill
    from aigpt.openai.types.responses import local_skill_param as local_skill_param
    from aigpt.openai.types.responses import mcp_tool_call_error as mcp_tool_call_error
    from aigpt.openai.types.responses import mcp_tool_call_error_param as mcp_tool_call_error_param
    from aigpt.openai.types.responses import namespace_tool as namespace_tool
    from aigpt.openai.types.responses import namespace_tool_param as namespace_tool_param
    from aigpt.openai.types.responses import parsed_response as parsed_response
    from aigpt.openai.types.responses import response as response
    from aigpt.openai.types.responses import response_apply_patch_tool_call as response_apply_patch_tool_call
    from aigpt.openai.types.responses import (
        response_apply_patch_tool_call_output as response_apply_patch_tool_call_output,
    )
    from aigpt.openai.types.responses import response_audio_delta_event as response_audio_delta_event
    from aigpt.openai.types.responses import response_audio_done_event as response_audio_done_event
    from aigpt.openai.types.responses import (
        response_audio_transcript_delta_event as response_audio_transcript_delta_event,
    )
    from aigpt.openai.types.responses import (
        response_audio_transcript_done_event as response_audio_transcript_done_event,
    )
    from aigpt.openai.types.responses import (
        response_code_interpreter_call_code_delta_event as response_code_interpreter_call_code_delta_event,
    )
    from aigpt.openai.types.responses import (
        response_code_interpreter_call_code_done_event as response_code_interpreter_call_code_done_event,
    )
    from aigpt.openai.types.responses import (
        response_code_interpreter_call_completed_event as response_code_interpreter_call_completed_event,
    )
    from aigpt.openai.types.responses import (
        response_code_interpreter_call_in_progress_event as response_code_interpreter_call_in_progress_event,
    )
    from aigpt.openai.types.responses import (
        response_code_interpreter_call_interpreting_event as response_code_interpreter_call_interpreting_event,
    )
    from aigpt.openai.types.responses import response_code_interpreter_tool_call as response_code_interpreter_tool_call
    from aigpt.openai.types.responses import (
        response_code_interpreter_tool_call_param as response_code_interpreter_tool_call_param,
    )
    from aigpt.openai.types.responses import response_compact_params as response_compact_params
    from aigpt.openai.types.responses import (
        response_compaction_compacting_event as response_compaction_compacting_event,
    )
    from aigpt.openai.types.responses import response_compaction_item as response_compaction_item
    from aigpt.openai.types.responses import response_compaction_item_param as response_compaction_item_param
    from aigpt.openai.types.responses import (
        response_compaction_item_param_param as response_compaction_item_param_param,
    )
    from aigpt.openai.types.responses import response_completed_event as response_completed_event
    from aigpt.openai.types.responses import response_computer_tool_call as response_computer_tool_call
    from aigpt.openai.types.responses import (
        response_computer_tool_call_output_item as response_computer_tool_call_output_item,
    )
    from aigpt.openai.types.responses import (
        response_computer_tool_call_output_screenshot as response_computer_tool_call_output_screenshot,
    )
    from aigpt.openai.types.responses import (
        response_computer_tool_call_output_screenshot_param as response_computer_tool_call_output_screenshot_param,
    )
    from aigpt.openai.types.responses import response_computer_tool_call_param as response_computer_tool_call_param
    from aigpt.openai.types.responses import response_configuration_update_item as response_configuration_update_item
    from aigpt.openai.types.responses import (
        response_configuration_update_item_param as response_configuration_update_item_param,
    )
    from aigpt.openai.types.responses import (
        response_configuration_update_item_param_param as response_configuration_update_item_param_param,
    )
    from aigpt.openai.types.responses import response_container_reference as response_container_reference
    from aigpt.openai.types.responses import response_content_part_added_event as response_content_part_added_event
    from aigpt.openai.types.responses import response_content_part_done_event as response_content_part_done_event
    from aigpt.openai.types.responses import response_conversation_param as response_conversation_param
    from aigpt.openai.types.responses import response_conversation_param_param as response_conversation_param_param
    from aigpt.openai.types.responses import response_create_params as response_create_params
    from aigpt.openai.types.responses import response_created_event as response_created_event
    from aigpt.openai.types.responses import response_custom_tool_call as response_custom_tool_call
    from aigpt.openai.types.responses import (
        response_custom_tool_call_input_delta_event as response_custom_tool_call_input_delta_event,
    )
    from aigpt.openai.types.responses import (
        response_custom_tool_call_input_done_event as response_custom_tool_call_input_done_event,
    )
    from aigpt.openai.types.responses import response_custom_tool_call_item as response_custom_tool_call_item
    from aigpt.openai.types.responses import response_custom_tool_call_output as response_custom_tool_call_output
    from aigpt.openai.types.responses import (
        response_custom_tool_call_output_item as response_custom_tool_call_output_item,
    )
    from aigpt.openai.types.responses import (
        response_custom_tool_call_output_param as response_custom_tool_call_output_param,
    )
    from aigpt.openai.types.responses import response_custom_tool_call_param as response_custom_tool_call_param
    from aigpt.openai.types.responses import response_error as response_error
    from aigpt.openai.types.responses import response_error_event as response_error_event
    from aigpt.openai.types.responses import response_failed_event as response_failed_event
    from aigpt.openai.types.responses import (
        response_file_search_call_completed_event as response_file_search_call_completed_event,
    )
    from aigpt.openai.types.responses import (
        response_file_search_call_in_progress_event as response_file_search_call_in_progress_event,
    )
    from aigpt.openai.types.responses import (
        response_file_search_call_searching_event as response_file_search_call_searching_event,
    )
    from aigpt.openai.types.responses import response_file_search_tool_call as response_file_search_tool_call
    from aigpt.openai.types.responses import (
        response_file_search_tool_call_param as response_file_search_tool_call_param,
    )
    from aigpt.openai.types.responses import response_format_text_config as response_format_text_config
    from aigpt.openai.types.responses import response_format_text_config_param as response_format_text_config_param
    from aigpt.openai.types.responses import (
        response_format_text_json_schema_config as response_format_text_json_schema_config,
    )
    from aigpt.openai.types.responses import (
        response_format_text_json_schema_config_param as response_format_text_json_schema_config_param,
    )
    from aigpt.openai.types.responses import (
        response_function_call_arguments_delta_event as response_function_call_arguments_delta_event,
    )
    from aigpt.openai.types.responses import (
        response_function_call_arguments_done_event as response_function_call_arguments_done_event,
    )
    from aigpt.openai.types.responses import response_function_call_output_item as response_function_call_output_item
    from aigpt.openai.types.responses import (
        response_function_call_output_item_list as response_function_call_output_item_list,
    )
    from aigpt.openai.types.responses import (
        response_function_call_output_item_list_param as response_function_call_output_item_list_param,
    )
    from aigpt.openai.types.responses import (
        response_function_call_output_item_param as response_function_call_output_item_param,
    )
    from aigpt.openai.types.responses import (
        response_function_shell_call_output_content as response_function_shell_call_output_content,
    )
    from aigpt.openai.types.responses import (
        response_function_shell_call_output_content_param as response_function_shell_call_output_content_param,
    )
    from aigpt.openai.types.responses import response_function_shell_tool_call as response_function_shell_tool_call
    from aigpt.openai.types.responses import (
        response_function_shell_tool_call_output as response_function_shell_tool_call_output,
    )
    from aigpt.openai.types.responses import response_function_tool_call as response_function_tool_call
    from aigpt.openai.types.responses import response_function_tool_call_item as response_function_tool_call_item
    from aigpt.openai.types.responses import (
        response_function_tool_call_output_item as response_function_tool_call_output_item,
    )
    from aigpt.openai.types.responses import response_function_tool_call_param as response_function_tool_call_param
    from aigpt.openai.types.responses import response_function_web_search as response_function_web_search
    from aigpt.openai.types.responses import response_function_web_search_param as response_function_web_search_param
    from aigpt.openai.types.responses import (
        response_image_gen_call_completed_event as response_image_gen_call_completed_event,
    )
    from aigpt.openai.types.responses import (
        response_image_gen_call_generating_event as response_image_gen_call_generating_event,
    )
    from aigpt.openai.types.responses import (
        response_image_gen_call_in_progress_event as response_image_gen_call_in_progress_event,
    )
    from aigpt.openai.types.responses import (
        response_image_gen_call_partial_image_event as response_image_gen_call_partial_image_event,
    )
    from aigpt.openai.types.responses import response_in_progress_event as response_in_progress_event
    from aigpt.openai.types.responses import response_includable as response_includable
    from aigpt.openai.types.responses import response_incomplete_event as response_incomplete_event
    from aigpt.openai.types.responses import response_input as response_input
    from aigpt.openai.types.responses import response_input_audio as response_input_audio
    from aigpt.openai.types.responses import response_input_audio_param as response_input_audio_param
    from aigpt.openai.types.responses import response_input_content as response_input_content
    from aigpt.openai.types.responses import response_input_content_param as response_input_content_param
    from aigpt.openai.types.responses import response_input_file as response_input_file
    from aigpt.openai.types.responses import response_input_file_content as response_input_file_content
    from aigpt.openai.types.responses import response_input_file_content_param as response_input_file_content_param
    from aigpt.openai.types.responses import response_input_file_param as response_input_file_param
    from aigpt.openai.types.responses import response_input_image as response_input_image
    from aigpt.openai.types.responses import response_input_image_content as response_input_image_content
    from aigpt.openai.types.responses import response_input_image_content_param as response_input_image_content_param
    from aigpt.openai.types.responses import response_input_image_param as response_input_image_param
    from aigpt.openai.types.responses import response_input_item as response_input_item
    from aigpt.openai.types.responses import response_input_item_param as response_input_item_param
    from aigpt.openai.types.responses import response_input_message_content_list as response_input_message_content_list
    from aigpt.openai.types.responses import (
        response_input_message_content_list_param as response_input_message_content_list_param,
    )
    from aigpt.openai.types.responses import response_input_message_item as response_input_message_item
    from aigpt.openai.types.responses import response_input_param as response_input_param
    from aigpt.openai.types.responses import response_input_text as response_input_text
    from aigpt.openai.types.responses import response_input_text_content as response_input_text_content
    from aigpt.openai.types.responses import response_input_text_content_param as response_input_text_content_param
    from aigpt.openai.types.responses import response_input_text_param as response_input_text_param
    from aigpt.openai.types.responses import response_item as response_item
    from aigpt.openai.types.responses import response_item_list as response_item_list
    from aigpt.openai.types.responses import response_local_environment as response_local_environment
    from aigpt.openai.types.responses import (
        response_mcp_call_arguments_delta_event as response_mcp_call_arguments_delta_event,
    )
    from aigpt.openai.types.responses import (
        response_mcp_call_arguments_done_event as response_mcp_call_arguments_done_event,
    )
    from aigpt.openai.types.responses import response_mcp_call_completed_event as response_mcp_call_completed_event
    from aigpt.openai.types.responses import response_mcp_call_failed_event as response_mcp_call_failed_event
    from aigpt.openai.types.responses import response_mcp_call_in_progress_event as response_mcp_call_in_progress_event
    from aigpt.openai.types.responses import (
        response_mcp_list_tools_completed_event as response_mcp_list_tools_completed_event,
    )
    from aigpt.openai.types.responses import (
        response_mcp_list_tools_failed_event as response_mcp_list_tools_failed_event,
    )
    from aigpt.openai.types.responses import (
        response_mcp_list_tools_in_progress_event as response_mcp_list_tools_in_progress_event,
    )
    from aigpt.openai.types.responses import response_output_item as response_output_item
    from aigpt.openai.types.responses import response_output_item_added_event as response_output_item_added_event
    from aigpt.openai.types.responses import response_output_item_done_event as response_output_item_done_event
    from aigpt.openai.types.responses import response_output_message as response_output_message
    from aigpt.openai.types.responses import response_output_message_param as response_output_message_param
    from aigpt.openai.types.responses import response_output_refusal as response_output_refusal
    from aigpt.openai.types.responses import response_output_refusal_param as response_output_refusal_param
    from aigpt.openai.types.responses import response_output_text as response_output_text
    from aigpt.openai.types.responses import (
        response_output_text_annotation_added_event as response_output_text_annotation_added_event,
    )
    from aigpt.openai.types.responses import response_output_text_param as response_output_text_param
    from aigpt.openai.types.responses import response_prompt as response_prompt
    from aigpt.openai.types.responses import response_prompt_param as response_prompt_param
    from aigpt.openai.types.responses import response_queued_event as response_queued_event
    from aigpt.openai.types.responses import response_reasoning_item as response_reasoning_item
    from aigpt.openai.types.responses import response_reasoning_item_param as response_reasoning_item_param
    from aigpt.openai.types.responses import (
        response_reasoning_summary_part_added_event as response_reasoning_summary_part_added_event,
    )
    from aigpt.openai.types.responses import (
        response_reasoning_summary_part_done_event as response_reasoning_summary_part_done_event,
    )
    from aigpt.openai.types.responses import (
        response_reasoning_summary_text_delta_event as response_reasoning_summary_text_delta_event,
    )
    from aigpt.openai.types.responses import (
        response_reasoning_summary_text_done_event as response_reasoning_summary_text_done_event,
    )
    from aigpt.openai.types.responses import response_reasoning_text_delta_event as response_reasoning_text_delta_event
    from aigpt.openai.types.responses import response_reasoning_text_done_event as response_reasoning_text_done_event
    from aigpt.openai.types.responses import response_refusal_delta_event as response_refusal_delta_event
    from aigpt.openai.types.responses import response_refusal_done_event as response_refusal_done_event
    from aigpt.openai.types.responses import response_retrieve_params as response_retrieve_params
    from aigpt.openai.types.responses import (
        response_shell_call_command_added_event as response_shell_call_command_added_event,
    )
    from aigpt.openai.types.responses import (
        response_shell_call_command_delta_event as response_shell_call_command_delta_event,
    )
    from aigpt.openai.types.responses import (
        response_shell_call_command_done_event as response_shell_call_command_done_event,
    )
    from aigpt.openai.types.responses import (
        response_shell_call_output_content_delta_event as response_shell_call_output_content_delta_event,
    )
    from aigpt.openai.types.responses import (
        response_shell_call_output_content_done_event as response_shell_call_output_content_done_event,
    )
    from aigpt.openai.types.responses import response_status as response_status
    from aigpt.openai.types.responses import response_steer_accepted_event as response_steer_accepted_event
    from aigpt.openai.types.responses import response_steer_error_code as response_steer_error_code
    from aigpt.openai.types.responses import response_steer_event as response_steer_event
    from aigpt.openai.types.responses import response_steer_event_param as response_steer_event_param
    from aigpt.openai.types.responses import response_steer_failed_event as response_steer_failed_event
    from aigpt.openai.types.responses import response_steer_input as response_steer_input
    from aigpt.openai.types.responses import response_steer_input_content as response_steer_input_content
    from aigpt.openai.types.responses import response_steer_input_content_param as response_steer_input_content_param
    from aigpt.openai.types.responses import response_steer_input_param as response_steer_input_param
    from aigpt.openai.types.responses import response_steer_pending_event as response_steer_pending_event
    from aigpt.openai.types.responses import response_steer_pending_reason as response_steer_pending_reason
    from aigpt.openai.types.responses import response_steer_required_input as response_steer_required_input
    from aigpt.openai.types.responses import response_stream_event as response_stream_event
    from aigpt.openai.types.responses import response_text_config as response_text_config
    from aigpt.openai.types.responses import response_text_config_param as response_text_config_param
    from aigpt.openai.types.responses import response_text_delta_event as response_text_delta_event
    from aigpt.openai.types.responses import response_text_done_event as response_text_done_event
    from aigpt.openai.types.responses import response_tool_search_call as response_tool_search_call
    from aigpt.openai.types.responses import response_tool_search_output_item as response_tool_search_output_item
    from aigpt.openai.types.responses import (
        response_tool_search_output_item_param as response_tool_search_output_item_param,
    )
    from aigpt.openai.types.responses import (
        response_tool_search_output_item_param_param as response_tool_search_output_item_param_param,
    )
    from aigpt.openai.types.responses import response_usage as response_usage
    from aigpt.openai.types.responses import (
        response_web_search_call_completed_event as response_web_search_call_completed_event,
    )
    from aigpt.openai.types.responses import (
        response_web_search_call_in_progress_event as response_web_search_call_in_progress_event,
    )
    from aigpt.openai.types.responses import (
        response_web_search_call_searching_event as response_web_search_call_searching_event,
    )
    from aigpt.openai.types.responses import responses_client_event as responses_client_event
    from aigpt.openai.types.responses import responses_client_event_param as responses_client_event_param
    from aigpt.openai.types.responses import responses_server_event as responses_server_event
    from aigpt.openai.types.responses import service_tier as service_tier
    from aigpt.openai.types.responses import skill_reference as skill_reference
    from aigpt.openai.types.responses import skill_reference_param as skill_reference_param
    from aigpt.openai.types.responses import tool as tool
    from aigpt.openai.types.responses import tool_choice_allowed as tool_choice_allowed
    from aigpt.openai.types.responses import tool_choice_allowed_param as tool_choice_allowed_param
    from aigpt.openai.types.responses import tool_choice_apply_patch as tool_choice_apply_patch
    from aigpt.openai.types.responses import tool_choice_apply_patch_param as tool_choice_apply_patch_param
    from aigpt.openai.types.responses import tool_choice_custom as tool_choice_custom
    from aigpt.openai.types.responses import tool_choice_custom_param as tool_choice_custom_param
    from aigpt.openai.types.responses import tool_choice_function as tool_choice_function
    from aigpt.openai.types.responses import tool_choice_function_param as tool_choice_function_param
    from aigpt.openai.types.responses import tool_choice_mcp as tool_choice_mcp
    from aigpt.openai.types.responses import tool_choice_mcp_param as tool_choice_mcp_param
    from aigpt.openai.types.responses import tool_choice_options as tool_choice_options
    from aigpt.openai.types.responses import tool_choice_shell as tool_choice_shell
    from aigpt.openai.types.responses import tool_choice_shell_param as tool_choice_shell_param
    from aigpt.openai.types.responses import tool_choice_types as tool_choice_types
    from aigpt.openai.types.responses import tool_choice_types_param as tool_choice_types_param
    from aigpt.openai.types.responses import tool_param as tool_param
    from aigpt.openai.types.responses import tool_search_output_namespace_tool as tool_search_output_namespace_tool
    from aigpt.openai.types.responses import (
        tool_search_output_namespace_tool_param as tool_search_output_namespace_tool_param,
    )
    from aigpt.openai.types.responses import tool_search_tool as tool_search_tool
    from aigpt.openai.types.responses import tool_search_tool_param as tool_search_tool_param
    from aigpt.openai.types.responses import web_search_preview_tool as web_search_preview_tool
    from aigpt.openai.types.responses import web_search_preview_tool_param as web_search_preview_tool_param
    from aigpt.openai.types.responses import web_search_tool as web_search_tool
    from aigpt.openai.types.responses import web_search_tool_param as web_search_tool_param
    from aigpt.openai.types.responses.apply_patch_tool import ApplyPatchTool
    from aigpt.openai.types.responses.apply_patch_tool_param import ApplyPatchToolParam
    from aigpt.openai.types.responses.compacted_response import CompactedResponse
    from aigpt.openai.types.responses.computer_action import ComputerAction
    from aigpt.openai.types.responses.computer_action_list import ComputerActionList
    from aigpt.openai.types.responses.computer_action_list_param import ComputerActionListParam
    from aigpt.openai.types.responses.computer_action_param import ComputerActionParam
    from aigpt.openai.types.responses.computer_tool import ComputerTool
    from aigpt.openai.types.responses.computer_tool_param import ComputerToolParam
    from aigpt.openai.types.responses.computer_use_preview_tool import ComputerUsePreviewTool
    from aigpt.openai.types.responses.computer_use_preview_tool_param import ComputerUsePreviewToolParam
    from aigpt.openai.types.responses.container_auto import ContainerAuto
    from aigpt.openai.types.responses.container_auto_param import ContainerAutoParam
    from aigpt.openai.types.responses.container_network_policy_allowlist import ContainerNetworkPolicyAllowlist
    from aigpt.openai.types.responses.container_network_policy_allowlist_param import (
        ContainerNetworkPolicyAllowlistParam,
    )
    from aigpt.openai.types.responses.container_network_policy_disabled import ContainerNetworkPolicyDisabled
    from aigpt.openai.types.responses.container_network_policy_disabled_param import ContainerNetworkPolicyDisabledParam
    from aigpt.openai.types.responses.container_network_policy_domain_secret import ContainerNetworkPolicyDomainSecret
    from aigpt.openai.types.responses.container_network_policy_domain_secret_param import (
        ContainerNetworkPolicyDomainSecretParam,
    )
    from aigpt.openai.types.responses.container_reference import ContainerReference
    from aigpt.openai.types.responses.container_reference_param import ContainerReferenceParam
    from aigpt.openai.types.responses.custom_tool import CustomTool
    from aigpt.openai.types.responses.custom_tool_param import CustomToolParam
    from aigpt.openai.types.responses.easy_input_message import EasyInputMessage
    from aigpt.openai.types.responses.easy_input_message_param import EasyInputMessageParam
    from aigpt.openai.types.responses.file_search_tool import FileSearchTool
    from aigpt.openai.types.responses.file_search_tool_param import FileSearchToolParam
    from aigpt.openai.types.responses.function_shell_tool import FunctionShellTool
    from aigpt.openai.types.responses.function_shell_tool_param import FunctionShellToolParam
    from aigpt.openai.types.responses.function_tool import FunctionTool
    from aigpt.openai.types.responses.function_tool_param import FunctionToolParam
    from aigpt.openai.types.responses.image_detail import ImageDetail
    from aigpt.openai.types.responses.inline_skill import InlineSkill
    from aigpt.openai.types.responses.inline_skill_param import InlineSkillParam
    from aigpt.openai.types.responses.inline_skill_source import InlineSkillSource
    from aigpt.openai.types.responses.inline_skill_source_param import InlineSkillSourceParam
    from aigpt.openai.types.responses.input_item_list_params import InputItemListParams
    from aigpt.openai.types.responses.input_token_count_params import InputTokenCountParams
    from aigpt.openai.types.responses.input_token_count_response import InputTokenCountResponse
    from aigpt.openai.types.responses.local_environment import LocalEnvironment
    from aigpt.openai.types.responses.local_environment_param import LocalEnvironmentParam
    from aigpt.openai.types.responses.local_skill import LocalSkill
    from aigpt.openai.types.responses.local_skill_param import LocalSkillParam
    from aigpt.openai.types.responses.mcp_tool_call_error import McpToolCallError
    from aigpt.openai.types.responses.mcp_tool_call_error_param import McpToolCallErrorParam
    from aigpt.openai.types.responses.namespace_tool import NamespaceTool
    from aigpt.openai.types.responses.namespace_tool_param import NamespaceToolParam
    from aigpt.openai.types.responses.parsed_response import (
        ParsedContent,
        ParsedResponse,
        ParsedResponseFunctionToolCall,
        ParsedResponseOutputItem,
        ParsedResponseOutputMessage,
        ParsedResponseOutputText,
    )
    from aigpt.openai.types.responses.response import Response
    from aigpt.openai.types.responses.response_apply_patch_tool_call import ResponseApplyPatchToolCall
    from aigpt.openai.types.responses.response_apply_patch_tool_call_output import ResponseApplyPatchToolCallOutput
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
    from aigpt.openai.types.responses.response_code_interpreter_tool_call import ResponseCodeInterpreterToolCall
    from aigpt.openai.types.responses.response_code_interpreter_tool_call_param import (
        ResponseCodeInterpreterToolCallParam,
    )
    from aigpt.openai.types.responses.response_compact_params import ResponseCompactParams
    from aigpt.openai.types.responses.response_compaction_compacting_event import ResponseCompactionCompactingEvent
    from aigpt.openai.types.responses.response_compaction_item import ResponseCompactionItem
    from aigpt.openai.types.responses.response_compaction_item_param import ResponseCompactionItemParam
    from aigpt.openai.types.responses.response_compaction_item_param_param import ResponseCompactionItemParamParam
    from aigpt.openai.types.responses.response_completed_event import ResponseCompletedEvent
    from aigpt.openai.types.responses.response_computer_tool_call import ResponseComputerToolCall
    from aigpt.openai.types.responses.response_computer_tool_call_output_item import ResponseComputerToolCallOutputItem
    from aigpt.openai.types.responses.response_computer_tool_call_output_screenshot import (
        ResponseComputerToolCallOutputScreenshot,
    )
    from aigpt.openai.types.responses.response_computer_tool_call_output_screenshot_param import (
        ResponseComputerToolCallOutputScreenshotParam,
    )
    from aigpt.openai.types.responses.response_computer_tool_call_param import ResponseComputerToolCallParam
    from aigpt.openai.types.responses.response_configuration_update_item import ResponseConfigurationUpdateItem
    from aigpt.openai.types.responses.response_configuration_update_item_param import (
        ResponseConfigurationUpdateItemParam,
    )
    from aigpt.openai.types.responses.response_configuration_update_item_param_param import (
        ResponseConfigurationUpdateItemParamParam,
    )
    from aigpt.openai.types.responses.response_container_reference import ResponseContainerReference
    from aigpt.openai.types.responses.response_content_part_added_event import ResponseContentPartAddedEvent
    from aigpt.openai.types.responses.response_content_part_done_event import ResponseContentPartDoneEvent
    from aigpt.openai.types.responses.response_conversation_param import ResponseConversationParam
    from aigpt.openai.types.responses.response_conversation_param_param import ResponseConversationParamParam
    from aigpt.openai.types.responses.response_create_params import ResponseCreateParams
    from aigpt.openai.types.responses.response_created_event import ResponseCreatedEvent
    from aigpt.openai.types.responses.response_custom_tool_call import ResponseCustomToolCall
    from aigpt.openai.types.responses.response_custom_tool_call_input_delta_event import (
        ResponseCustomToolCallInputDeltaEvent,
    )
    from aigpt.openai.types.responses.response_custom_tool_call_input_done_event import (
        ResponseCustomToolCallInputDoneEvent,
    )
    from aigpt.openai.types.responses.response_custom_tool_call_item import ResponseCustomToolCallItem
    from aigpt.openai.types.responses.response_custom_tool_call_output import ResponseCustomToolCallOutput
    from aigpt.openai.types.responses.response_custom_tool_call_output_item import ResponseCustomToolCallOutputItem
    from aigpt.openai.types.responses.response_custom_tool_call_output_param import ResponseCustomToolCallOutputParam
    from aigpt.openai.types.responses.response_custom_tool_call_param import ResponseCustomToolCallParam
    from aigpt.openai.types.responses.response_error import ResponseError
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
    from aigpt.openai.types.responses.response_file_search_tool_call import ResponseFileSearchToolCall
    from aigpt.openai.types.responses.response_file_search_tool_call_param import ResponseFileSearchToolCallParam
    from aigpt.openai.types.responses.response_format_text_config import ResponseFormatTextConfig
    from aigpt.openai.types.responses.response_format_text_config_param import ResponseFormatTextConfigParam
    from aigpt.openai.types.responses.response_format_text_json_schema_config import ResponseFormatTextJSONSchemaConfig
    from aigpt.openai.types.responses.response_format_text_json_schema_config_param import (
        ResponseFormatTextJSONSchemaConfigParam,
    )
    from aigpt.openai.types.responses.response_function_call_arguments_delta_event import (
        ResponseFunctionCallArgumentsDeltaEvent,
    )
    from aigpt.openai.types.responses.response_function_call_arguments_done_event import (
        ResponseFunctionCallArgumentsDoneEvent,
    )
    from aigpt.openai.types.responses.response_function_call_output_item import ResponseFunctionCallOutputItem
    from aigpt.openai.types.responses.response_function_call_output_item_list import ResponseFunctionCallOutputItemList
    from aigpt.openai.types.responses.response_function_call_output_item_list_param import (
        ResponseFunctionCallOutputItemListParam,
    )
    from aigpt.openai.types.responses.response_function_call_output_item_param import (
        ResponseFunctionCallOutputItemParam,
    )
    from aigpt.openai.types.responses.response_function_shell_call_output_content import (
        ResponseFunctionShellCallOutputContent,
    )
    from aigpt.openai.types.responses.response_function_shell_call_output_content_param import (
        ResponseFunctionShellCallOutputContentParam,
    )
    from aigpt.openai.types.responses.response_function_shell_tool_call import ResponseFunctionShellToolCall
    from aigpt.openai.types.responses.response_function_shell_tool_call_output import (
        ResponseFunctionShellToolCallOutput,
    )
    from aigpt.openai.types.responses.response_function_tool_call import ResponseFunctionToolCall
    from aigpt.openai.types.responses.response_function_tool_call_item import ResponseFunctionToolCallItem
    from aigpt.openai.types.responses.response_function_tool_call_output_item import ResponseFunctionToolCallOutputItem
    from aigpt.openai.types.responses.response_function_tool_call_param import ResponseFunctionToolCallParam
    from aigpt.openai.types.responses.response_function_web_search import ResponseFunctionWebSearch
    from aigpt.openai.types.responses.response_function_web_search_param import ResponseFunctionWebSearchParam
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
    from aigpt.openai.types.responses.response_includable import ResponseIncludable
    from aigpt.openai.types.responses.response_incomplete_event import ResponseIncompleteEvent
    from aigpt.openai.types.responses.response_input import ResponseInput
    from aigpt.openai.types.responses.response_input_audio import ResponseInputAudio
    from aigpt.openai.types.responses.response_input_audio_param import ResponseInputAudioParam
    from aigpt.openai.types.responses.response_input_content import ResponseInputContent
    from aigpt.openai.types.responses.response_input_content_param import ResponseInputContentParam
    from aigpt.openai.types.responses.response_input_file import ResponseInputFile
    from aigpt.openai.types.responses.response_input_file_content import ResponseInputFileContent
    from aigpt.openai.types.responses.response_input_file_content_param import ResponseInputFileContentParam
    from aigpt.openai.types.responses.response_input_file_param import ResponseInputFileParam
    from aigpt.openai.types.responses.response_input_image import ResponseInputImage
    from aigpt.openai.types.responses.response_input_image_content import ResponseInputImageContent
    from aigpt.openai.types.responses.response_input_image_content_param import ResponseInputImageContentParam
    from aigpt.openai.types.responses.response_input_image_param import ResponseInputImageParam
    from aigpt.openai.types.responses.response_input_item import ResponseInputItem
    from aigpt.openai.types.responses.response_input_item_param import ResponseInputItemParam
    from aigpt.openai.types.responses.response_input_message_content_list import ResponseInputMessageContentList
    from aigpt.openai.types.responses.response_input_message_content_list_param import (
        ResponseInputMessageContentListParam,
    )
    from aigpt.openai.types.responses.response_input_message_item import ResponseInputMessageItem
    from aigpt.openai.types.responses.response_input_param import ResponseInputParam
    from aigpt.openai.types.responses.response_input_text import ResponseInputText
    from aigpt.openai.types.responses.response_input_text_content import ResponseInputTextContent
    from aigpt.openai.types.responses.response_input_text_content_param import ResponseInputTextContentParam
    from aigpt.openai.types.responses.response_input_text_param import ResponseInputTextParam
    from aigpt.openai.types.responses.response_item import ResponseItem
    from aigpt.openai.types.responses.response_item_list import ResponseItemList
    from aigpt.openai.types.responses.response_local_environment import ResponseLocalEnvironment
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
    from aigpt.openai.types.responses.response_output_item import ResponseOutputItem
    from aigpt.openai.types.responses.response_output_item_added_event import ResponseOutputItemAddedEvent
    from aigpt.openai.types.responses.response_output_item_done_event import ResponseOutputItemDoneEvent
    from aigpt.openai.types.responses.response_output_message import ResponseOutputMessage
    from aigpt.openai.types.responses.response_output_message_param import ResponseOutputMessageParam
    from aigpt.openai.types.responses.response_output_refusal import ResponseOutputRefusal
    from aigpt.openai.types.responses.response_output_refusal_param import ResponseOutputRefusalParam
    from aigpt.openai.types.responses.response_output_text import ResponseOutputText
    from aigpt.openai.types.responses.response_output_text_annotation_added_event import (
        ResponseOutputTextAnnotationAddedEvent,
    )
    from aigpt.openai.types.responses.response_output_text_param import ResponseOutputTextParam
    from aigpt.openai.types.responses.response_prompt import ResponsePrompt
    from aigpt.openai.types.responses.response_prompt_param import ResponsePromptParam
    from aigpt.openai.types.responses.response_queued_event import ResponseQueuedEvent
    from aigpt.openai.types.responses.response_reasoning_item import ResponseReasoningItem
    from aigpt.openai.types.responses.response_reasoning_item_param import ResponseReasoningItemParam
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
    from aigpt.openai.types.responses.response_retrieve_params import ResponseRetrieveParams
    from aigpt.openai.types.responses.response_shell_call_command_added_event import ResponseShellCallCommandAddedEvent
    from aigpt.openai.types.responses.response_shell_call_command_delta_event import ResponseShellCallCommandDeltaEvent
    from aigpt.openai.types.responses.response_shell_call_command_done_event import ResponseShellCallCommandDoneEvent
    from aigpt.openai.types.responses.response_shell_call_output_content_delta_event import (
        ResponseShellCallOutputContentDeltaEvent,
    )
    from aigpt.openai.types.responses.response_shell_call_output_content_done_event import (
        ResponseShellCallOutputContentDoneEvent,
    )
    from aigpt.openai.types.responses.response_status import ResponseStatus
    from aigpt.openai.types.responses.response_steer_accepted_event import ResponseSteerAcceptedEvent
    from aigpt.openai.types.responses.response_steer_error_code import ResponseSteerErrorCode
    from aigpt.openai.types.responses.response_steer_event import ResponseSteerEvent
    from aigpt.openai.types.responses.response_steer_event_param import ResponseSteerEventParam
    from aigpt.openai.types.responses.response_steer_failed_event import ResponseSteerFailedEvent
    from aigpt.openai.types.responses.response_steer_input import ResponseSteerInput
    from aigpt.openai.types.responses.response_steer_input_content import ResponseSteerInputContent
    from aigpt.openai.types.responses.response_steer_input_content_param import ResponseSteerInputContentParam
    from aigpt.openai.types.responses.response_steer_input_param import ResponseSteerInputParam
    from aigpt.openai.types.responses.response_steer_pending_event import ResponseSteerPendingEvent
    from aigpt.openai.types.responses.response_steer_pending_reason import ResponseSteerPendingReason
    from aigpt.openai.types.responses.response_steer_required_input import ResponseSteerRequiredInput
    from aigpt.openai.types.responses.response_stream_event import ResponseStreamEvent
    from aigpt.openai.types.responses.response_text_config import ResponseTextConfig
    from aigpt.openai.types.responses.response_text_config_param import ResponseTextConfigParam
    from aigpt.openai.types.responses.response_text_delta_event import ResponseTextDeltaEvent
    from aigpt.openai.types.responses.response_text_done_event import ResponseTextDoneEvent
    from aigpt.openai.types.responses.response_tool_search_call import ResponseToolSearchCall
    from aigpt.openai.types.responses.response_tool_search_output_item import ResponseToolSearchOutputItem
    from aigpt.openai.types.responses.response_tool_search_output_item_param import ResponseToolSearchOutputItemParam
    from aigpt.openai.types.responses.response_tool_search_output_item_param_param import (
        ResponseToolSearchOutputItemParamParam,
    )
    from aigpt.openai.types.responses.response_usage import ResponseUsage
    from aigpt.openai.types.responses.response_web_search_call_completed_event import (
        ResponseWebSearchCallCompletedEvent,
    )
    from aigpt.openai.types.responses.response_web_search_call_in_progress_event import (
        ResponseWebSearchCallInProgressEvent,
    )
    from aigpt.openai.types.responses.response_web_search_call_searching_event import (
        ResponseWebSearchCallSearchingEvent,
    )
    from aigpt.openai.types.responses.responses_client_event import ResponsesClientEvent
    from aigpt.openai.types.responses.responses_client_event_param import ResponsesClientEventParam
    from aigpt.openai.types.responses.responses_server_event import ResponsesServerEvent
    from aigpt.openai.types.responses.service_tier import ServiceTier
    from aigpt.openai.types.responses.skill_reference import SkillReference
    from aigpt.openai.types.responses.skill_reference_param import SkillReferenceParam
    from aigpt.openai.types.responses.tool import Tool
    from aigpt.openai.types.responses.tool_choice_allowed import ToolChoiceAllowed
    from aigpt.openai.types.responses.tool_choice_allowed_param import ToolChoiceAllowedParam
    from aigpt.openai.types.responses.tool_choice_apply_patch import ToolChoiceApplyPatch
    from aigpt.openai.types.responses.tool_choice_apply_patch_param import ToolChoiceApplyPatchParam
    from aigpt.openai.types.responses.tool_choice_custom import ToolChoiceCustom
    from aigpt.openai.types.responses.tool_choice_custom_param import ToolChoiceCustomParam
    from aigpt.openai.types.responses.tool_choice_function import ToolChoiceFunction
    from aigpt.openai.types.responses.tool_choice_function_param import ToolChoiceFunctionParam
    from aigpt.openai.types.responses.tool_choice_mcp import ToolChoiceMcp
    from aigpt.openai.types.responses.tool_choice_mcp_param import ToolChoiceMcpParam
    from aigpt.openai.types.responses.tool_choice_options import ToolChoiceOptions
    from aigpt.openai.types.responses.tool_choice_shell import ToolChoiceShell
    from aigpt.openai.types.responses.tool_choice_shell_param import ToolChoiceShellParam
    from aigpt.openai.types.responses.tool_choice_types import ToolChoiceTypes
    from aigpt.openai.types.responses.tool_choice_types_param import ToolChoiceTypesParam
    from aigpt.openai.types.responses.tool_param import ToolParam
    from aigpt.openai.types.responses.tool_search_output_namespace_tool import ToolSearchOutputNamespaceTool
    from aigpt.openai.types.responses.tool_search_output_namespace_tool_param import ToolSearchOutputNamespaceToolParam
    from aigpt.openai.types.responses.tool_search_tool import ToolSearchTool
    from aigpt.openai.types.responses.tool_search_tool_param import ToolSearchToolParam
    from aigpt.openai.types.responses.web_search_preview_tool import WebSearchPreviewTool
    from aigpt.openai.types.responses.web_search_preview_tool_param import WebSearchPreviewToolParam
    from aigpt.openai.types.responses.web_search_tool import WebSearchTool
    from aigpt.openai.types.responses.web_search_tool_param import WebSearchToolParam

__all__ = [
    "ApplyPatchTool",
    "ApplyPatchToolParam",
    "CompactedResponse",
    "ComputerAction",
    "ComputerActionList",
    "ComputerActionListParam",
    "ComputerActionParam",
    "ComputerTool",
    "ComputerToolParam",
    "ComputerUsePreviewTool",
    "ComputerUsePreviewToolParam",
    "ContainerAuto",
    "ContainerAutoParam",
    "ContainerNetworkPolicyAllowlist",
    "ContainerNetworkPolicyAllowlistParam",
    "ContainerNetworkPolicyDisabled",
    "ContainerNetworkPolicyDisabledParam",
    "ContainerNetworkPolicyDomainSecret",
    "ContainerNetworkPolicyDomainSecretParam",
    "ContainerReference",
    "ContainerReferenceParam",
    "CustomTool",
    "CustomToolParam",
    "EasyInputMessage",
    "EasyInputMessageParam",
    "FileSearchTool",
    "FileSearchToolParam",
    "FunctionShellTool",
    "FunctionShellToolParam",
    "FunctionTool",
    "FunctionToolParam",
    "ImageDetail",
    "InlineSkill",
    "InlineSkillParam",
    "InlineSkillSource",
    "InlineSkillSourceParam",
    "InputItemListParams",
    "InputTokenCountParams",
    "InputTokenCountResponse",
    "LocalEnvironment",
    "LocalEnvironmentParam",
    "LocalSkill",
    "LocalSkillParam",
    "McpToolCallError",
    "McpToolCallErrorParam",
    "NamespaceTool",
    "NamespaceToolParam",
    "ParsedContent",
    "ParsedResponse",
    "ParsedResponseFunctionToolCall",
    "ParsedResponseOutputItem",
    "ParsedResponseOutputMessage",
    "ParsedResponseOutputText",
    "Response",
    "ResponseApplyPatchToolCall",
    "ResponseApplyPatchToolCallOutput",
    "ResponseAudioDeltaEvent",
    "ResponseAudioDoneEvent",
    "ResponseAudioTranscriptDeltaEvent",
    "ResponseAudioTranscriptDoneEvent",
    "ResponseCodeInterpreterCallCodeDeltaEvent",
    "ResponseCodeInterpreterCallCodeDoneEvent",
    "ResponseCodeInterpreterCallCompletedEvent",
    "ResponseCodeInterpreterCallInProgressEvent",
    "ResponseCodeInterpreterCallInterpretingEvent",
    "ResponseCodeInterpreterToolCall",
    "ResponseCodeInterpreterToolCallParam",
    "ResponseCompactParams",
    "ResponseCompactionCompactingEvent",
    "ResponseCompactionItem",
    "ResponseCompactionItemParam",
    "ResponseCompactionItemParamParam",
    "ResponseCompletedEvent",
    "ResponseComputerToolCall",
    "ResponseComputerToolCallOutputItem",
    "ResponseComputerToolCallOutputScreenshot",
    "ResponseComputerToolCallOutputScreenshotParam",
    "ResponseComputerToolCallParam",
    "ResponseConfigurationUpdateItem",
    "ResponseConfigurationUpdateItemParam",
    "ResponseConfigurationUpdateItemParamParam",
    "ResponseContainerReference",
    "ResponseContentPartAddedEvent",
    "ResponseContentPartDoneEvent",
    "ResponseConversationParam",
    "ResponseConversationParamParam",
    "ResponseCreateParams",
    "ResponseCreatedEvent",
    "ResponseCustomToolCall",
    "ResponseCustomToolCallInputDeltaEvent",
    "ResponseCustomToolCallInputDoneEvent",
    "ResponseCustomToolCallItem",
    "ResponseCustomToolCallOutput",
    "ResponseCustomToolCallOutputItem",
    "ResponseCustomToolCallOutputParam",
    "ResponseCustomToolCallParam",
    "ResponseError",
    "ResponseErrorEvent",
    "ResponseFailedEvent",
    "ResponseFileSearchCallCompletedEvent",
    "ResponseFileSearchCallInProgressEvent",
    "ResponseFileSearchCallSearchingEvent",
    "ResponseFileSearchToolCall",
    "ResponseFileSearchToolCallParam",
    "ResponseFormatTextConfig",
    "ResponseFormatTextConfigParam",
    "ResponseFormatTextJSONSchemaConfig",
    "ResponseFormatTextJSONSchemaConfigParam",
    "ResponseFunctionCallArgumentsDeltaEvent",
    "ResponseFunctionCallArgumentsDoneEvent",
    "ResponseFunctionCallOutputItem",
    "ResponseFunctionCallOutputItemList",
    "ResponseFunctionCallOutputItemListParam",
    "ResponseFunctionCallOutputItemParam",
    "ResponseFunctionShellCallOutputContent",
    "ResponseFunctionShellCallOutputContentParam",
    "ResponseFunctionShellToolCall",
    "ResponseFunctionShellToolCallOutput",
    "ResponseFunctionToolCall",
    "ResponseFunctionToolCallItem",
    "ResponseFunctionToolCallOutputItem",
    "ResponseFunctionToolCallParam",
    "ResponseFunctionWebSearch",
    "ResponseFunctionWebSearchParam",
    "ResponseImageGenCallCompletedEvent",
    "ResponseImageGenCallGeneratingEvent",
    "ResponseImageGenCallInProgressEvent",
    "ResponseImageGenCallPartialImageEvent",
    "ResponseInProgressEvent",
    "ResponseIncludable",
    "ResponseIncompleteEvent",
    "ResponseInput",
    "ResponseInputAudio",
    "ResponseInputAudioParam",
    "ResponseInputContent",
    "ResponseInputContentParam",
    "ResponseInputFile",
    "ResponseInputFileContent",
    "ResponseInputFileContentParam",
    "ResponseInputFileParam",
    "ResponseInputImage",
    "ResponseInputImageContent",
    "ResponseInputImageContentParam",
    "ResponseInputImageParam",
    "ResponseInputItem",
    "ResponseInputItemParam",
    "ResponseInputMessageContentList",
    "ResponseInputMessageContentListParam",
    "ResponseInputMessageItem",
    "ResponseInputParam",
    "ResponseInputText",
    "ResponseInputTextContent",
    "ResponseInputTextContentParam",
    "ResponseInputTextParam",
    "ResponseItem",
    "ResponseItemList",
    "ResponseLocalEnvironment",
    "ResponseMcpCallArgumentsDeltaEvent",
    "ResponseMcpCallArgumentsDoneEvent",
    "ResponseMcpCallCompletedEvent",
    "ResponseMcpCallFailedEvent",
    "ResponseMcpCallInProgressEvent",
    "ResponseMcpListToolsCompletedEvent",
    "ResponseMcpListToolsFailedEvent",
    "ResponseMcpListToolsInProgressEvent",
    "ResponseOutputItem",
    "ResponseOutputItemAddedEvent",
    "ResponseOutputItemDoneEvent",
    "ResponseOutputMessage",
    "ResponseOutputMessageParam",
    "ResponseOutputRefusal",
    "ResponseOutputRefusalParam",
    "ResponseOutputText",
    "ResponseOutputTextAnnotationAddedEvent",
    "ResponseOutputTextParam",
    "ResponsePrompt",
    "ResponsePromptParam",
    "ResponseQueuedEvent",
    "ResponseReasoningItem",
    "ResponseReasoningItemParam",
    "ResponseReasoningSummaryPartAddedEvent",
    "ResponseReasoningSummaryPartDoneEvent",
    "ResponseReasoningSummaryTextDeltaEvent",
    "ResponseReasoningSummaryTextDoneEvent",
    "ResponseReasoningTextDeltaEvent",
    "ResponseReasoningTextDoneEvent",
    "ResponseRefusalDeltaEvent",
    "ResponseRefusalDoneEvent",
    "ResponseRetrieveParams",
    "ResponseShellCallCommandAddedEvent",
    "ResponseShellCallCommandDeltaEvent",
    "ResponseShellCallCommandDoneEvent",
    "ResponseShellCallOutputContentDeltaEvent",
    "ResponseShellCallOutputContentDoneEvent",
    "ResponseStatus",
    "ResponseSteerAcceptedEvent",
    "ResponseSteerErrorCode",
    "ResponseSteerEvent",
    "ResponseSteerEventParam",
    "ResponseSteerFailedEvent",
    "ResponseSteerInput",
    "ResponseSteerInputContent",
    "ResponseSteerInputContentParam",
    "ResponseSteerInputParam",
    "ResponseSteerPendingEvent",
    "ResponseSteerPendingReason",
    "ResponseSteerRequiredInput",
    "ResponseStreamEvent",
    "ResponseTextConfig",
    "ResponseTextConfigParam",
    "ResponseTextDeltaEvent",
    "ResponseTextDoneEvent",
    "ResponseToolSearchCall",
    "ResponseToolSearchOutputItem",
    "ResponseToolSearchOutputItemParam",
    "ResponseToolSearchOutputItemParamParam",
    "ResponseUsage",
    "ResponseWebSearchCallCompletedEvent",
    "ResponseWebSearchCallInProgressEvent",
    "ResponseWebSearchCallSearchingEvent",
    "ResponsesClientEvent",
    "ResponsesClientEventParam",
    "ResponsesServerEvent",
    "ServiceTier",
    "SkillReference",
    "SkillReferenceParam",
    "Tool",
    "ToolChoiceAllowed",
    "ToolChoiceAllowedParam",
    "ToolChoiceApplyPatch",
    "ToolChoiceApplyPatchParam",
    "ToolChoiceCustom",
    "ToolChoiceCustomParam",
    "ToolChoiceFunction",
    "ToolChoiceFunctionParam",
    "ToolChoiceMcp",
    "ToolChoiceMcpParam",
    "ToolChoiceOptions",
    "ToolChoiceShell",
    "ToolChoiceShellParam",
    "ToolChoiceTypes",
    "ToolChoiceTypesParam",
    "ToolParam",
    "ToolSearchOutputNamespaceTool",
    "ToolSearchOutputNamespaceToolParam",
    "ToolSearchTool",
    "ToolSearchToolParam",
    "WebSearchPreviewTool",
    "WebSearchPreviewToolParam",
    "WebSearchTool",
    "WebSearchToolParam",
]

_HOMES = {
    "ApplyPatchTool": "aigpt.openai.types.responses.apply_patch_tool",
    "ApplyPatchToolParam": "aigpt.openai.types.responses.apply_patch_tool_param",
    "CompactedResponse": "aigpt.openai.types.responses.compacted_response",
    "ComputerAction": "aigpt.openai.types.responses.computer_action",
    "ComputerActionList": "aigpt.openai.types.responses.computer_action_list",
    "ComputerActionListParam": "aigpt.openai.types.responses.computer_action_list_param",
    "ComputerActionParam": "aigpt.openai.types.responses.computer_action_param",
    "ComputerTool": "aigpt.openai.types.responses.computer_tool",
    "ComputerToolParam": "aigpt.openai.types.responses.computer_tool_param",
    "ComputerUsePreviewTool": "aigpt.openai.types.responses.computer_use_preview_tool",
    "ComputerUsePreviewToolParam": "aigpt.openai.types.responses.computer_use_preview_tool_param",
    "ContainerAuto": "aigpt.openai.types.responses.container_auto",
    "ContainerAutoParam": "aigpt.openai.types.responses.container_auto_param",
    "ContainerNetworkPolicyAllowlist": "aigpt.openai.types.responses.container_network_policy_allowlist",
    "ContainerNetworkPolicyAllowlistParam": "aigpt.openai.types.responses.container_network_policy_allowlist_param",
    "ContainerNetworkPolicyDisabled": "aigpt.openai.types.responses.container_network_policy_disabled",
    "ContainerNetworkPolicyDisabledParam": "aigpt.openai.types.responses.container_network_policy_disabled_param",
    "ContainerNetworkPolicyDomainSecret": "aigpt.openai.types.responses.container_network_policy_domain_secret",
    "ContainerNetworkPolicyDomainSecretParam": "aigpt.openai.types.responses.container_network_policy_domain_secret_param",
    "ContainerReference": "aigpt.openai.types.responses.container_reference",
    "ContainerReferenceParam": "aigpt.openai.types.responses.container_reference_param",
    "CustomTool": "aigpt.openai.types.responses.custom_tool",
    "CustomToolParam": "aigpt.openai.types.responses.custom_tool_param",
    "EasyInputMessage": "aigpt.openai.types.responses.easy_input_message",
    "EasyInputMessageParam": "aigpt.openai.types.responses.easy_input_message_param",
    "FileSearchTool": "aigpt.openai.types.responses.file_search_tool",
    "FileSearchToolParam": "aigpt.openai.types.responses.file_search_tool_param",
    "FunctionShellTool": "aigpt.openai.types.responses.function_shell_tool",
    "FunctionShellToolParam": "aigpt.openai.types.responses.function_shell_tool_param",
    "FunctionTool": "aigpt.openai.types.responses.function_tool",
    "FunctionToolParam": "aigpt.openai.types.responses.function_tool_param",
    "ImageDetail": "aigpt.openai.types.responses.image_detail",
    "InlineSkill": "aigpt.openai.types.responses.inline_skill",
    "InlineSkillParam": "aigpt.openai.types.responses.inline_skill_param",
    "InlineSkillSource": "aigpt.openai.types.responses.inline_skill_source",
    "InlineSkillSourceParam": "aigpt.openai.types.responses.inline_skill_source_param",
    "InputItemListParams": "aigpt.openai.types.responses.input_item_list_params",
    "InputTokenCountParams": "aigpt.openai.types.responses.input_token_count_params",
    "InputTokenCountResponse": "aigpt.openai.types.responses.input_token_count_response",
    "LocalEnvironment": "aigpt.openai.types.responses.local_environment",
    "LocalEnvironmentParam": "aigpt.openai.types.responses.local_environment_param",
    "LocalSkill": "aigpt.openai.types.responses.local_skill",
    "LocalSkillParam": "aigpt.openai.types.responses.local_skill_param",
    "McpToolCallError": "aigpt.openai.types.responses.mcp_tool_call_error",
    "McpToolCallErrorParam": "aigpt.openai.types.responses.mcp_tool_call_error_param",
    "NamespaceTool": "aigpt.openai.types.responses.namespace_tool",
    "NamespaceToolParam": "aigpt.openai.types.responses.namespace_tool_param",
    "ParsedContent": "aigpt.openai.types.responses.parsed_response",
    "ParsedResponse": "aigpt.openai.types.responses.parsed_response",
    "ParsedResponseFunctionToolCall": "aigpt.openai.types.responses.parsed_response",
    "ParsedResponseOutputItem": "aigpt.openai.types.responses.parsed_response",
    "ParsedResponseOutputMessage": "aigpt.openai.types.responses.parsed_response",
    "ParsedResponseOutputText": "aigpt.openai.types.responses.parsed_response",
    "Response": "aigpt.openai.types.responses.response",
    "ResponseApplyPatchToolCall": "aigpt.openai.types.responses.response_apply_patch_tool_call",
    "ResponseApplyPatchToolCallOutput": "aigpt.openai.types.responses.response_apply_patch_tool_call_output",
    "ResponseAudioDeltaEvent": "aigpt.openai.types.responses.response_audio_delta_event",
    "ResponseAudioDoneEvent": "aigpt.openai.types.responses.response_audio_done_event",
    "ResponseAudioTranscriptDeltaEvent": "aigpt.openai.types.responses.response_audio_transcript_delta_event",
    "ResponseAudioTranscriptDoneEvent": "aigpt.openai.types.responses.response_audio_transcript_done_event",
    "ResponseCodeInterpreterCallCodeDeltaEvent": "aigpt.openai.types.responses.response_code_interpreter_call_code_delta_event",
    "ResponseCodeInterpreterCallCodeDoneEvent": "aigpt.openai.types.responses.response_code_interpreter_call_code_done_event",
    "ResponseCodeInterpreterCallCompletedEvent": "aigpt.openai.types.responses.response_code_interpreter_call_completed_event",
    "ResponseCodeInterpreterCallInProgressEvent": "aigpt.openai.types.responses.response_code_interpreter_call_in_progress_event",
    "ResponseCodeInterpreterCallInterpretingEvent": "aigpt.openai.types.responses.response_code_interpreter_call_interpreting_event",
    "ResponseCodeInterpreterToolCall": "aigpt.openai.types.responses.response_code_interpreter_tool_call",
    "ResponseCodeInterpreterToolCallParam": "aigpt.openai.types.responses.response_code_interpreter_tool_call_param",
    "ResponseCompactParams": "aigpt.openai.types.responses.response_compact_params",
    "ResponseCompactionCompactingEvent": "aigpt.openai.types.responses.response_compaction_compacting_event",
    "ResponseCompactionItem": "aigpt.openai.types.responses.response_compaction_item",
    "ResponseCompactionItemParam": "aigpt.openai.types.responses.response_compaction_item_param",
    "ResponseCompactionItemParamParam": "aigpt.openai.types.responses.response_compaction_item_param_param",
    "ResponseCompletedEvent": "aigpt.openai.types.responses.response_completed_event",
    "ResponseComputerToolCall": "aigpt.openai.types.responses.response_computer_tool_call",
    "ResponseComputerToolCallOutputItem": "aigpt.openai.types.responses.response_computer_tool_call_output_item",
    "ResponseComputerToolCallOutputScreenshot": "aigpt.openai.types.responses.response_computer_tool_call_output_screenshot",
    "ResponseComputerToolCallOutputScreenshotParam": "aigpt.openai.types.responses.response_computer_tool_call_output_screenshot_param",
    "ResponseComputerToolCallParam": "aigpt.openai.types.responses.response_computer_tool_call_param",
    "ResponseConfigurationUpdateItem": "aigpt.openai.types.responses.response_configuration_update_item",
    "ResponseConfigurationUpdateItemParam": "aigpt.openai.types.responses.response_configuration_update_item_param",
    "ResponseConfigurationUpdateItemParamParam": "aigpt.openai.types.responses.response_configuration_update_item_param_param",
    "ResponseContainerReference": "aigpt.openai.types.responses.response_container_reference",
    "ResponseContentPartAddedEvent": "aigpt.openai.types.responses.response_content_part_added_event",
    "ResponseContentPartDoneEvent": "aigpt.openai.types.responses.response_content_part_done_event",
    "ResponseConversationParam": "aigpt.openai.types.responses.response_conversation_param",
    "ResponseConversationParamParam": "aigpt.openai.types.responses.response_conversation_param_param",
    "ResponseCreateParams": "aigpt.openai.types.responses.response_create_params",
    "ResponseCreatedEvent": "aigpt.openai.types.responses.response_created_event",
    "ResponseCustomToolCall": "aigpt.openai.types.responses.response_custom_tool_call",
    "ResponseCustomToolCallInputDeltaEvent": "aigpt.openai.types.responses.response_custom_tool_call_input_delta_event",
    "ResponseCustomToolCallInputDoneEvent": "aigpt.openai.types.responses.response_custom_tool_call_input_done_event",
    "ResponseCustomToolCallItem": "aigpt.openai.types.responses.response_custom_tool_call_item",
    "ResponseCustomToolCallOutput": "aigpt.openai.types.responses.response_custom_tool_call_output",
    "ResponseCustomToolCallOutputItem": "aigpt.openai.types.responses.response_custom_tool_call_output_item",
    "ResponseCustomToolCallOutputParam": "aigpt.openai.types.responses.response_custom_tool_call_output_param",
    "ResponseCustomToolCallParam": "aigpt.openai.types.responses.response_custom_tool_call_param",
    "ResponseError": "aigpt.openai.types.responses.response_error",
    "ResponseErrorEvent": "aigpt.openai.types.responses.response_error_event",
    "ResponseFailedEvent": "aigpt.openai.types.responses.response_failed_event",
    "ResponseFileSearchCallCompletedEvent": "aigpt.openai.types.responses.response_file_search_call_completed_event",
    "ResponseFileSearchCallInProgressEvent": "aigpt.openai.types.responses.response_file_search_call_in_progress_event",
    "ResponseFileSearchCallSearchingEvent": "aigpt.openai.types.responses.response_file_search_call_searching_event",
    "ResponseFileSearchToolCall": "aigpt.openai.types.responses.response_file_search_tool_call",
    "ResponseFileSearchToolCallParam": "aigpt.openai.types.responses.response_file_search_tool_call_param",
    "ResponseFormatTextConfig": "aigpt.openai.types.responses.response_format_text_config",
    "ResponseFormatTextConfigParam": "aigpt.openai.types.responses.response_format_text_config_param",
    "ResponseFormatTextJSONSchemaConfig": "aigpt.openai.types.responses.response_format_text_json_schema_config",
    "ResponseFormatTextJSONSchemaConfigParam": "aigpt.openai.types.responses.response_format_text_json_schema_config_param",
    "ResponseFunctionCallArgumentsDeltaEvent": "aigpt.openai.types.responses.response_function_call_arguments_delta_event",
    "ResponseFunctionCallArgumentsDoneEvent": "aigpt.openai.types.responses.response_function_call_arguments_done_event",
    "ResponseFunctionCallOutputItem": "aigpt.openai.types.responses.response_function_call_output_item",
    "ResponseFunctionCallOutputItemList": "aigpt.openai.types.responses.response_function_call_output_item_list",
    "ResponseFunctionCallOutputItemListParam": "aigpt.openai.types.responses.response_function_call_output_item_list_param",
    "ResponseFunctionCallOutputItemParam": "aigpt.openai.types.responses.response_function_call_output_item_param",
    "ResponseFunctionShellCallOutputContent": "aigpt.openai.types.responses.response_function_shell_call_output_content",
    "ResponseFunctionShellCallOutputContentParam": "aigpt.openai.types.responses.response_function_shell_call_output_content_param",
    "ResponseFunctionShellToolCall": "aigpt.openai.types.responses.response_function_shell_tool_call",
    "ResponseFunctionShellToolCallOutput": "aigpt.openai.types.responses.response_function_shell_tool_call_output",
    "ResponseFunctionToolCall": "aigpt.openai.types.responses.response_function_tool_call",
    "ResponseFunctionToolCallItem": "aigpt.openai.types.responses.response_function_tool_call_item",
    "ResponseFunctionToolCallOutputItem": "aigpt.openai.types.responses.response_function_tool_call_output_item",
    "ResponseFunctionToolCallParam": "aigpt.openai.types.responses.response_function_tool_call_param",
    "ResponseFunctionWebSearch": "aigpt.openai.types.responses.response_function_web_search",
    "ResponseFunctionWebSearchParam": "aigpt.openai.types.responses.response_function_web_search_param",
    "ResponseImageGenCallCompletedEvent": "aigpt.openai.types.responses.response_image_gen_call_completed_event",
    "ResponseImageGenCallGeneratingEvent": "aigpt.openai.types.responses.response_image_gen_call_generating_event",
    "ResponseImageGenCallInProgressEvent": "aigpt.openai.types.responses.response_image_gen_call_in_progress_event",
    "ResponseImageGenCallPartialImageEvent": "aigpt.openai.types.responses.response_image_gen_call_partial_image_event",
    "ResponseInProgressEvent": "aigpt.openai.types.responses.response_in_progress_event",
    "ResponseIncludable": "aigpt.openai.types.responses.response_includable",
    "ResponseIncompleteEvent": "aigpt.openai.types.responses.response_incomplete_event",
    "ResponseInput": "aigpt.openai.types.responses.response_input",
    "ResponseInputAudio": "aigpt.openai.types.responses.response_input_audio",
    "ResponseInputAudioParam": "aigpt.openai.types.responses.response_input_audio_param",
    "ResponseInputContent": "aigpt.openai.types.responses.response_input_content",
    "ResponseInputContentParam": "aigpt.openai.types.responses.response_input_content_param",
    "ResponseInputFile": "aigpt.openai.types.responses.response_input_file",
    "ResponseInputFileContent": "aigpt.openai.types.responses.response_input_file_content",
    "ResponseInputFileContentParam": "aigpt.openai.types.responses.response_input_file_content_param",
    "ResponseInputFileParam": "aigpt.openai.types.responses.response_input_file_param",
    "ResponseInputImage": "aigpt.openai.types.responses.response_input_image",
    "ResponseInputImageContent": "aigpt.openai.types.responses.response_input_image_content",
    "ResponseInputImageContentParam": "aigpt.openai.types.responses.response_input_image_content_param",
    "ResponseInputImageParam": "aigpt.openai.types.responses.response_input_image_param",
    "ResponseInputItem": "aigpt.openai.types.responses.response_input_item",
    "ResponseInputItemParam": "aigpt.openai.types.responses.response_input_item_param",
    "ResponseInputMessageContentList": "aigpt.openai.types.responses.response_input_message_content_list",
    "ResponseInputMessageContentListParam": "aigpt.openai.types.responses.response_input_message_content_list_param",
    "ResponseInputMessageItem": "aigpt.openai.types.responses.response_input_message_item",
    "ResponseInputParam": "aigpt.openai.types.responses.response_input_param",
    "ResponseInputText": "aigpt.openai.types.responses.response_input_text",
    "ResponseInputTextContent": "aigpt.openai.types.responses.response_input_text_content",
    "ResponseInputTextContentParam": "aigpt.openai.types.responses.response_input_text_content_param",
    "ResponseInputTextParam": "aigpt.openai.types.responses.response_input_text_param",
    "ResponseItem": "aigpt.openai.types.responses.response_item",
    "ResponseItemList": "aigpt.openai.types.responses.response_item_list",
    "ResponseLocalEnvironment": "aigpt.openai.types.responses.response_local_environment",
    "ResponseMcpCallArgumentsDeltaEvent": "aigpt.openai.types.responses.response_mcp_call_arguments_delta_event",
    "ResponseMcpCallArgumentsDoneEvent": "aigpt.openai.types.responses.response_mcp_call_arguments_done_event",
    "ResponseMcpCallCompletedEvent": "aigpt.openai.types.responses.response_mcp_call_completed_event",
    "ResponseMcpCallFailedEvent": "aigpt.openai.types.responses.response_mcp_call_failed_event",
    "ResponseMcpCallInProgressEvent": "aigpt.openai.types.responses.response_mcp_call_in_progress_event",
    "ResponseMcpListToolsCompletedEvent": "aigpt.openai.types.responses.response_mcp_list_tools_completed_event",
    "ResponseMcpListToolsFailedEvent": "aigpt.openai.types.responses.response_mcp_list_tools_failed_event",
    "ResponseMcpListToolsInProgressEvent": "aigpt.openai.types.responses.response_mcp_list_tools_in_progress_event",
    "ResponseOutputItem": "aigpt.openai.types.responses.response_output_item",
    "ResponseOutputItemAddedEvent": "aigpt.openai.types.responses.response_output_item_added_event",
    "ResponseOutputItemDoneEvent": "aigpt.openai.types.responses.response_output_item_done_event",
    "ResponseOutputMessage": "aigpt.openai.types.responses.response_output_message",
    "ResponseOutputMessageParam": "aigpt.openai.types.responses.response_output_message_param",
    "ResponseOutputRefusal": "aigpt.openai.types.responses.response_output_refusal",
    "ResponseOutputRefusalParam": "aigpt.openai.types.responses.response_output_refusal_param",
    "ResponseOutputText": "aigpt.openai.types.responses.response_output_text",
    "ResponseOutputTextAnnotationAddedEvent": "aigpt.openai.types.responses.response_output_text_annotation_added_event",
    "ResponseOutputTextParam": "aigpt.openai.types.responses.response_output_text_param",
    "ResponsePrompt": "aigpt.openai.types.responses.response_prompt",
    "ResponsePromptParam": "aigpt.openai.types.responses.response_prompt_param",
    "ResponseQueuedEvent": "aigpt.openai.types.responses.response_queued_event",
    "ResponseReasoningItem": "aigpt.openai.types.responses.response_reasoning_item",
    "ResponseReasoningItemParam": "aigpt.openai.types.responses.response_reasoning_item_param",
    "ResponseReasoningSummaryPartAddedEvent": "aigpt.openai.types.responses.response_reasoning_summary_part_added_event",
    "ResponseReasoningSummaryPartDoneEvent": "aigpt.openai.types.responses.response_reasoning_summary_part_done_event",
    "ResponseReasoningSummaryTextDeltaEvent": "aigpt.openai.types.responses.response_reasoning_summary_text_delta_event",
    "ResponseReasoningSummaryTextDoneEvent": "aigpt.openai.types.responses.response_reasoning_summary_text_done_event",
    "ResponseReasoningTextDeltaEvent": "aigpt.openai.types.responses.response_reasoning_text_delta_event",
    "ResponseReasoningTextDoneEvent": "aigpt.openai.types.responses.response_reasoning_text_done_event",
    "ResponseRefusalDeltaEvent": "aigpt.openai.types.responses.response_refusal_delta_event",
    "ResponseRefusalDoneEvent": "aigpt.openai.types.responses.response_refusal_done_event",
    "ResponseRetrieveParams": "aigpt.openai.types.responses.response_retrieve_params",
    "ResponseShellCallCommandAddedEvent": "aigpt.openai.types.responses.response_shell_call_command_added_event",
    "ResponseShellCallCommandDeltaEvent": "aigpt.openai.types.responses.response_shell_call_command_delta_event",
    "ResponseShellCallCommandDoneEvent": "aigpt.openai.types.responses.response_shell_call_command_done_event",
    "ResponseShellCallOutputContentDeltaEvent": "aigpt.openai.types.responses.response_shell_call_output_content_delta_event",
    "ResponseShellCallOutputContentDoneEvent": "aigpt.openai.types.responses.response_shell_call_output_content_done_event",
    "ResponseStatus": "aigpt.openai.types.responses.response_status",
    "ResponseSteerAcceptedEvent": "aigpt.openai.types.responses.response_steer_accepted_event",
    "ResponseSteerErrorCode": "aigpt.openai.types.responses.response_steer_error_code",
    "ResponseSteerEvent": "aigpt.openai.types.responses.response_steer_event",
    "ResponseSteerEventParam": "aigpt.openai.types.responses.response_steer_event_param",
    "ResponseSteerFailedEvent": "aigpt.openai.types.responses.response_steer_failed_event",
    "ResponseSteerInput": "aigpt.openai.types.responses.response_steer_input",
    "ResponseSteerInputContent": "aigpt.openai.types.responses.response_steer_input_content",
    "ResponseSteerInputContentParam": "aigpt.openai.types.responses.response_steer_input_content_param",
    "ResponseSteerInputParam": "aigpt.openai.types.responses.response_steer_input_param",
    "ResponseSteerPendingEvent": "aigpt.openai.types.responses.response_steer_pending_event",
    "ResponseSteerPendingReason": "aigpt.openai.types.responses.response_steer_pending_reason",
    "ResponseSteerRequiredInput": "aigpt.openai.types.responses.response_steer_required_input",
    "ResponseStreamEvent": "aigpt.openai.types.responses.response_stream_event",
    "ResponseTextConfig": "aigpt.openai.types.responses.response_text_config",
    "ResponseTextConfigParam": "aigpt.openai.types.responses.response_text_config_param",
    "ResponseTextDeltaEvent": "aigpt.openai.types.responses.response_text_delta_event",
    "ResponseTextDoneEvent": "aigpt.openai.types.responses.response_text_done_event",
    "ResponseToolSearchCall": "aigpt.openai.types.responses.response_tool_search_call",
    "ResponseToolSearchOutputItem": "aigpt.openai.types.responses.response_tool_search_output_item",
    "ResponseToolSearchOutputItemParam": "aigpt.openai.types.responses.response_tool_search_output_item_param",
    "ResponseToolSearchOutputItemParamParam": "aigpt.openai.types.responses.response_tool_search_output_item_param_param",
    "ResponseUsage": "aigpt.openai.types.responses.response_usage",
    "ResponseWebSearchCallCompletedEvent": "aigpt.openai.types.responses.response_web_search_call_completed_event",
    "ResponseWebSearchCallInProgressEvent": "aigpt.openai.types.responses.response_web_search_call_in_progress_event",
    "ResponseWebSearchCallSearchingEvent": "aigpt.openai.types.responses.response_web_search_call_searching_event",
    "ResponsesClientEvent": "aigpt.openai.types.responses.responses_client_event",
    "ResponsesClientEventParam": "aigpt.openai.types.responses.responses_client_event_param",
    "ResponsesServerEvent": "aigpt.openai.types.responses.responses_server_event",
    "ServiceTier": "aigpt.openai.types.responses.service_tier",
    "SkillReference": "aigpt.openai.types.responses.skill_reference",
    "SkillReferenceParam": "aigpt.openai.types.responses.skill_reference_param",
    "Tool": "aigpt.openai.types.responses.tool",
    "ToolChoiceAllowed": "aigpt.openai.types.responses.tool_choice_allowed",
    "ToolChoiceAllowedParam": "aigpt.openai.types.responses.tool_choice_allowed_param",
    "ToolChoiceApplyPatch": "aigpt.openai.types.responses.tool_choice_apply_patch",
    "ToolChoiceApplyPatchParam": "aigpt.openai.types.responses.tool_choice_apply_patch_param",
    "ToolChoiceCustom": "aigpt.openai.types.responses.tool_choice_custom",
    "ToolChoiceCustomParam": "aigpt.openai.types.responses.tool_choice_custom_param",
    "ToolChoiceFunction": "aigpt.openai.types.responses.tool_choice_function",
    "ToolChoiceFunctionParam": "aigpt.openai.types.responses.tool_choice_function_param",
    "ToolChoiceMcp": "aigpt.openai.types.responses.tool_choice_mcp",
    "ToolChoiceMcpParam": "aigpt.openai.types.responses.tool_choice_mcp_param",
    "ToolChoiceOptions": "aigpt.openai.types.responses.tool_choice_options",
    "ToolChoiceShell": "aigpt.openai.types.responses.tool_choice_shell",
    "ToolChoiceShellParam": "aigpt.openai.types.responses.tool_choice_shell_param",
    "ToolChoiceTypes": "aigpt.openai.types.responses.tool_choice_types",
    "ToolChoiceTypesParam": "aigpt.openai.types.responses.tool_choice_types_param",
    "ToolParam": "aigpt.openai.types.responses.tool_param",
    "ToolSearchOutputNamespaceTool": "aigpt.openai.types.responses.tool_search_output_namespace_tool",
    "ToolSearchOutputNamespaceToolParam": "aigpt.openai.types.responses.tool_search_output_namespace_tool_param",
    "ToolSearchTool": "aigpt.openai.types.responses.tool_search_tool",
    "ToolSearchToolParam": "aigpt.openai.types.responses.tool_search_tool_param",
    "WebSearchPreviewTool": "aigpt.openai.types.responses.web_search_preview_tool",
    "WebSearchPreviewToolParam": "aigpt.openai.types.responses.web_search_preview_tool_param",
    "WebSearchTool": "aigpt.openai.types.responses.web_search_tool",
    "WebSearchToolParam": "aigpt.openai.types.responses.web_search_tool_param",
}
_SUBMODULES: tuple[str, ...] = (
    "apply_patch_tool",
    "apply_patch_tool_param",
    "compacted_response",
    "computer_action",
    "computer_action_list",
    "computer_action_list_param",
    "computer_action_param",
    "computer_tool",
    "computer_tool_param",
    "computer_use_preview_tool",
    "computer_use_preview_tool_param",
    "container_auto",
    "container_auto_param",
    "container_network_policy_allowlist",
    "container_network_policy_allowlist_param",
    "container_network_policy_disabled",
    "container_network_policy_disabled_param",
    "container_network_policy_domain_secret",
    "container_network_policy_domain_secret_param",
    "container_reference",
    "container_reference_param",
    "custom_tool",
    "custom_tool_param",
    "easy_input_message",
    "easy_input_message_param",
    "file_search_tool",
    "file_search_tool_param",
    "function_shell_tool",
    "function_shell_tool_param",
    "function_tool",
    "function_tool_param",
    "image_detail",
    "inline_skill",
    "inline_skill_param",
    "inline_skill_source",
    "inline_skill_source_param",
    "input_item_list_params",
    "input_token_count_params",
    "input_token_count_response",
    "local_environment",
    "local_environment_param",
    "local_skill",
    "local_skill_param",
    "mcp_tool_call_error",
    "mcp_tool_call_error_param",
    "namespace_tool",
    "namespace_tool_param",
    "parsed_response",
    "response",
    "response_apply_patch_tool_call",
    "response_apply_patch_tool_call_output",
    "response_audio_delta_event",
    "response_audio_done_event",
    "response_audio_transcript_delta_event",
    "response_audio_transcript_done_event",
    "response_code_interpreter_call_code_delta_event",
    "response_code_interpreter_call_code_done_event",
    "response_code_interpreter_call_completed_event",
    "response_code_interpreter_call_in_progress_event",
    "response_code_interpreter_call_interpreting_event",
    "response_code_interpreter_tool_call",
    "response_code_interpreter_tool_call_param",
    "response_compact_params",
    "response_compaction_compacting_event",
    "response_compaction_item",
    "response_compaction_item_param",
    "response_compaction_item_param_param",
    "response_completed_event",
    "response_computer_tool_call",
    "response_computer_tool_call_output_item",
    "response_computer_tool_call_output_screenshot",
    "response_computer_tool_call_output_screenshot_param",
    "response_computer_tool_call_param",
    "response_configuration_update_item",
    "response_configuration_update_item_param",
    "response_configuration_update_item_param_param",
    "response_container_reference",
    "response_content_part_added_event",
    "response_content_part_done_event",
    "response_conversation_param",
    "response_conversation_param_param",
    "response_create_params",
    "response_created_event",
    "response_custom_tool_call",
    "response_custom_tool_call_input_delta_event",
    "response_custom_tool_call_input_done_event",
    "response_custom_tool_call_item",
    "response_custom_tool_call_output",
    "response_custom_tool_call_output_item",
    "response_custom_tool_call_output_param",
    "response_custom_tool_call_param",
    "response_error",
    "response_error_event",
    "response_failed_event",
    "response_file_search_call_completed_event",
    "response_file_search_call_in_progress_event",
    "response_file_search_call_searching_event",
    "response_file_search_tool_call",
    "response_file_search_tool_call_param",
    "response_format_text_config",
    "response_format_text_config_param",
    "response_format_text_json_schema_config",
    "response_format_text_json_schema_config_param",
    "response_function_call_arguments_delta_event",
    "response_function_call_arguments_done_event",
    "response_function_call_output_item",
    "response_function_call_output_item_list",
    "response_function_call_output_item_list_param",
    "response_function_call_output_item_param",
    "response_function_shell_call_output_content",
    "response_function_shell_call_output_content_param",
    "response_function_shell_tool_call",
    "response_function_shell_tool_call_output",
    "response_function_tool_call",
    "response_function_tool_call_item",
    "response_function_tool_call_output_item",
    "response_function_tool_call_param",
    "response_function_web_search",
    "response_function_web_search_param",
    "response_image_gen_call_completed_event",
    "response_image_gen_call_generating_event",
    "response_image_gen_call_in_progress_event",
    "response_image_gen_call_partial_image_event",
    "response_in_progress_event",
    "response_includable",
    "response_incomplete_event",
    "response_input",
    "response_input_audio",
    "response_input_audio_param",
    "response_input_content",
    "response_input_content_param",
    "response_input_file",
    "response_input_file_content",
    "response_input_file_content_param",
    "response_input_file_param",
    "response_input_image",
    "response_input_image_content",
    "response_input_image_content_param",
    "response_input_image_param",
    "response_input_item",
    "response_input_item_param",
    "response_input_message_content_list",
    "response_input_message_content_list_param",
    "response_input_message_item",
    "response_input_param",
    "response_input_text",
    "response_input_text_content",
    "response_input_text_content_param",
    "response_input_text_param",
    "response_item",
    "response_item_list",
    "response_local_environment",
    "response_mcp_call_arguments_delta_event",
    "response_mcp_call_arguments_done_event",
    "response_mcp_call_completed_event",
    "response_mcp_call_failed_event",
    "response_mcp_call_in_progress_event",
    "response_mcp_list_tools_completed_event",
    "response_mcp_list_tools_failed_event",
    "response_mcp_list_tools_in_progress_event",
    "response_output_item",
    "response_output_item_added_event",
    "response_output_item_done_event",
    "response_output_message",
    "response_output_message_param",
    "response_output_refusal",
    "response_output_refusal_param",
    "response_output_text",
    "response_output_text_annotation_added_event",
    "response_output_text_param",
    "response_prompt",
    "response_prompt_param",
    "response_queued_event",
    "response_reasoning_item",
    "response_reasoning_item_param",
    "response_reasoning_summary_part_added_event",
    "response_reasoning_summary_part_done_event",
    "response_reasoning_summary_text_delta_event",
    "response_reasoning_summary_text_done_event",
    "response_reasoning_text_delta_event",
    "response_reasoning_text_done_event",
    "response_refusal_delta_event",
    "response_refusal_done_event",
    "response_retrieve_params",
    "response_shell_call_command_added_event",
    "response_shell_call_command_delta_event",
    "response_shell_call_command_done_event",
    "response_shell_call_output_content_delta_event",
    "response_shell_call_output_content_done_event",
    "response_status",
    "response_steer_accepted_event",
    "response_steer_error_code",
    "response_steer_event",
    "response_steer_event_param",
    "response_steer_failed_event",
    "response_steer_input",
    "response_steer_input_content",
    "response_steer_input_content_param",
    "response_steer_input_param",
    "response_steer_pending_event",
    "response_steer_pending_reason",
    "response_steer_required_input",
    "response_stream_event",
    "response_text_config",
    "response_text_config_param",
    "response_text_delta_event",
    "response_text_done_event",
    "response_tool_search_call",
    "response_tool_search_output_item",
    "response_tool_search_output_item_param",
    "response_tool_search_output_item_param_param",
    "response_usage",
    "response_web_search_call_completed_event",
    "response_web_search_call_in_progress_event",
    "response_web_search_call_searching_event",
    "responses_client_event",
    "responses_client_event_param",
    "responses_server_event",
    "service_tier",
    "skill_reference",
    "skill_reference_param",
    "tool",
    "tool_choice_allowed",
    "tool_choice_allowed_param",
    "tool_choice_apply_patch",
    "tool_choice_apply_patch_param",
    "tool_choice_custom",
    "tool_choice_custom_param",
    "tool_choice_function",
    "tool_choice_function_param",
    "tool_choice_mcp",
    "tool_choice_mcp_param",
    "tool_choice_options",
    "tool_choice_shell",
    "tool_choice_shell_param",
    "tool_choice_types",
    "tool_choice_types_param",
    "tool_param",
    "tool_search_output_namespace_tool",
    "tool_search_output_namespace_tool_param",
    "tool_search_tool",
    "tool_search_tool_param",
    "web_search_preview_tool",
    "web_search_preview_tool_param",
    "web_search_tool",
    "web_search_tool_param",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
