# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types import audio as audio
    from aigpt.openai.types import audio_model as audio_model
    from aigpt.openai.types import audio_response_format as audio_response_format
    from aigpt.openai.types import auto_file_chunking_strategy_param as auto_file_chunking_strategy_param
    from aigpt.openai.types import batch as batch
    from aigpt.openai.types import batch_create_params as batch_create_params
    from aigpt.openai.types import batch_error as batch_error
    from aigpt.openai.types import batch_list_params as batch_list_params
    from aigpt.openai.types import batch_request_counts as batch_request_counts
    from aigpt.openai.types import batch_usage as batch_usage
    from aigpt.openai.types import beta as beta
    from aigpt.openai.types import chat as chat
    from aigpt.openai.types import chat_model as chat_model
    from aigpt.openai.types import completion as completion
    from aigpt.openai.types import completion_choice as completion_choice
    from aigpt.openai.types import completion_create_params as completion_create_params
    from aigpt.openai.types import completion_usage as completion_usage
    from aigpt.openai.types import container_create_params as container_create_params
    from aigpt.openai.types import container_create_response as container_create_response
    from aigpt.openai.types import container_list_params as container_list_params
    from aigpt.openai.types import container_list_response as container_list_response
    from aigpt.openai.types import container_retrieve_response as container_retrieve_response
    from aigpt.openai.types import containers as containers
    from aigpt.openai.types import content_provenance_check as content_provenance_check
    from aigpt.openai.types import content_provenance_check_create_params as content_provenance_check_create_params
    from aigpt.openai.types import conversations as conversations
    from aigpt.openai.types import create_embedding_response as create_embedding_response
    from aigpt.openai.types import decision as decision
    from aigpt.openai.types import decision_create_params as decision_create_params
    from aigpt.openai.types import decision_input_image_param as decision_input_image_param
    from aigpt.openai.types import decision_input_message_param as decision_input_message_param
    from aigpt.openai.types import decision_input_part_union_param as decision_input_part_union_param
    from aigpt.openai.types import decision_input_text_param as decision_input_text_param
    from aigpt.openai.types import decision_prompt_cache_breakpoint_param as decision_prompt_cache_breakpoint_param
    from aigpt.openai.types import deleted_skill as deleted_skill
    from aigpt.openai.types import embedding as embedding
    from aigpt.openai.types import embedding_create_params as embedding_create_params
    from aigpt.openai.types import embedding_model as embedding_model
    from aigpt.openai.types import eval_create_params as eval_create_params
    from aigpt.openai.types import eval_create_response as eval_create_response
    from aigpt.openai.types import eval_custom_data_source_config as eval_custom_data_source_config
    from aigpt.openai.types import eval_delete_response as eval_delete_response
    from aigpt.openai.types import eval_list_params as eval_list_params
    from aigpt.openai.types import eval_list_response as eval_list_response
    from aigpt.openai.types import eval_retrieve_response as eval_retrieve_response
    from aigpt.openai.types import (
        eval_stored_completions_data_source_config as eval_stored_completions_data_source_config,
    )
    from aigpt.openai.types import eval_update_params as eval_update_params
    from aigpt.openai.types import eval_update_response as eval_update_response
    from aigpt.openai.types import evals as evals
    from aigpt.openai.types import file_chunking_strategy as file_chunking_strategy
    from aigpt.openai.types import file_chunking_strategy_param as file_chunking_strategy_param
    from aigpt.openai.types import file_content as file_content
    from aigpt.openai.types import file_create_params as file_create_params
    from aigpt.openai.types import file_deleted as file_deleted
    from aigpt.openai.types import file_list_params as file_list_params
    from aigpt.openai.types import file_object as file_object
    from aigpt.openai.types import file_purpose as file_purpose
    from aigpt.openai.types import fine_tuning as fine_tuning
    from aigpt.openai.types import graders as graders
    from aigpt.openai.types import image as image
    from aigpt.openai.types import image_create_variation_params as image_create_variation_params
    from aigpt.openai.types import image_edit_completed_event as image_edit_completed_event
    from aigpt.openai.types import image_edit_params as image_edit_params
    from aigpt.openai.types import image_edit_partial_image_event as image_edit_partial_image_event
    from aigpt.openai.types import image_edit_stream_event as image_edit_stream_event
    from aigpt.openai.types import image_gen_completed_event as image_gen_completed_event
    from aigpt.openai.types import image_gen_partial_image_event as image_gen_partial_image_event
    from aigpt.openai.types import image_gen_stream_event as image_gen_stream_event
    from aigpt.openai.types import image_generate_params as image_generate_params
    from aigpt.openai.types import image_input_reference_param as image_input_reference_param
    from aigpt.openai.types import image_model as image_model
    from aigpt.openai.types import images_response as images_response
    from aigpt.openai.types import model as model
    from aigpt.openai.types import model_deleted as model_deleted
    from aigpt.openai.types import moderation as moderation
    from aigpt.openai.types import moderation_create_params as moderation_create_params
    from aigpt.openai.types import moderation_create_response as moderation_create_response
    from aigpt.openai.types import moderation_image_url_input_param as moderation_image_url_input_param
    from aigpt.openai.types import moderation_model as moderation_model
    from aigpt.openai.types import moderation_multi_modal_input_param as moderation_multi_modal_input_param
    from aigpt.openai.types import moderation_text_input_param as moderation_text_input_param
    from aigpt.openai.types import other_file_chunking_strategy_object as other_file_chunking_strategy_object
    from aigpt.openai.types import realtime as realtime
    from aigpt.openai.types import responses as responses
    from aigpt.openai.types import safety as safety
    from aigpt.openai.types import shared as shared
    from aigpt.openai.types import shared_params as shared_params
    from aigpt.openai.types import skill as skill
    from aigpt.openai.types import skill_create_params as skill_create_params
    from aigpt.openai.types import skill_list as skill_list
    from aigpt.openai.types import skill_list_params as skill_list_params
    from aigpt.openai.types import skill_update_params as skill_update_params
    from aigpt.openai.types import skills as skills
    from aigpt.openai.types import static_file_chunking_strategy as static_file_chunking_strategy
    from aigpt.openai.types import static_file_chunking_strategy_object as static_file_chunking_strategy_object
    from aigpt.openai.types import (
        static_file_chunking_strategy_object_param as static_file_chunking_strategy_object_param,
    )
    from aigpt.openai.types import static_file_chunking_strategy_param as static_file_chunking_strategy_param
    from aigpt.openai.types import upload as upload
    from aigpt.openai.types import upload_complete_params as upload_complete_params
    from aigpt.openai.types import upload_create_params as upload_create_params
    from aigpt.openai.types import uploads as uploads
    from aigpt.openai.types import vector_store as vector_store
    from aigpt.openai.types import vector_store_create_params as vector_store_create_params
    from aigpt.openai.types import vector_store_deleted as vector_store_deleted
    from aigpt.openai.types import vector_store_list_params as vector_store_list_params
    from aigpt.openai.types import vector_store_search_params as vector_store_search_params
    from aigpt.openai.types import vector_store_search_response as vector_store_search_response
    from aigpt.openai.types import vector_store_update_params as vector_store_update_params
    from aigpt.openai.types import vector_stores as vector_stores
    from aigpt.openai.types import video as video
    from aigpt.openai.types import video_create_character_params as video_create_character_params
    from aigpt.openai.types import video_create_character_response as video_create_character_response
    from aigpt.openai.types import video_create_error as video_create_error
    from aigpt.openai.types import video_create_params as video_create_params
    from aigpt.openai.types import video_delete_response as video_delete_response
    from aigpt.openai.types import video_download_content_params as video_download_content_params
    from aigpt.openai.types import video_edit_params as video_edit_params
    from aigpt.openai.types import video_extend_params as video_extend_params
    from aigpt.openai.types import video_get_character_response as video_get_character_response
    from aigpt.openai.types import video_list_params as video_list_params
    from aigpt.openai.types import video_model as video_model
    from aigpt.openai.types import video_model_param as video_model_param
    from aigpt.openai.types import video_remix_params as video_remix_params
    from aigpt.openai.types import video_seconds as video_seconds
    from aigpt.openai.types import video_size as video_size
    from aigpt.openai.types import webhooks as webhooks
    from aigpt.openai.types import websocket_connection_options as websocket_connection_options
    from aigpt.openai.types import websocket_reconnection as websocket_reconnection
    from aigpt.openai.types.audio_model import AudioModel
    from aigpt.openai.types.audio_response_format import AudioResponseFormat
    from aigpt.openai.types.auto_file_chunking_strategy_param import AutoFileChunkingStrategyParam
    from aigpt.openai.types.batch import Batch
    from aigpt.openai.types.batch_create_params import BatchCreateParams
    from aigpt.openai.types.batch_error import BatchError
    from aigpt.openai.types.batch_list_params import BatchListParams
    from aigpt.openai.types.batch_request_counts import BatchRequestCounts
    from aigpt.openai.types.batch_usage import BatchUsage
    from aigpt.openai.types.chat_model import ChatModel
    from aigpt.openai.types.completion import Completion
    from aigpt.openai.types.completion_choice import CompletionChoice
    from aigpt.openai.types.completion_create_params import CompletionCreateParams
    from aigpt.openai.types.completion_usage import CompletionUsage
    from aigpt.openai.types.container_create_params import ContainerCreateParams
    from aigpt.openai.types.container_create_response import ContainerCreateResponse
    from aigpt.openai.types.container_list_params import ContainerListParams
    from aigpt.openai.types.container_list_response import ContainerListResponse
    from aigpt.openai.types.container_retrieve_response import ContainerRetrieveResponse
    from aigpt.openai.types.content_provenance_check import ContentProvenanceCheck
    from aigpt.openai.types.content_provenance_check_create_params import ContentProvenanceCheckCreateParams
    from aigpt.openai.types.create_embedding_response import CreateEmbeddingResponse
    from aigpt.openai.types.decision import Decision
    from aigpt.openai.types.decision_create_params import DecisionCreateParams
    from aigpt.openai.types.decision_input_image_param import DecisionInputImageParam
    from aigpt.openai.types.decision_input_message_param import (
        DecisionInputMessageParam,
        DecisionInputMessageUnionParam,
    )
    from aigpt.openai.types.decision_input_part_union_param import DecisionInputPartUnionParam
    from aigpt.openai.types.decision_input_text_param import DecisionInputTextParam
    from aigpt.openai.types.decision_prompt_cache_breakpoint_param import DecisionPromptCacheBreakpointParam
    from aigpt.openai.types.deleted_skill import DeletedSkill
    from aigpt.openai.types.embedding import Embedding
    from aigpt.openai.types.embedding_create_params import EmbeddingCreateParams
    from aigpt.openai.types.embedding_model import EmbeddingModel
    from aigpt.openai.types.eval_create_params import EvalCreateParams
    from aigpt.openai.types.eval_create_response import EvalCreateResponse
    from aigpt.openai.types.eval_custom_data_source_config import EvalCustomDataSourceConfig
    from aigpt.openai.types.eval_delete_response import EvalDeleteResponse
    from aigpt.openai.types.eval_list_params import EvalListParams
    from aigpt.openai.types.eval_list_response import EvalListResponse
    from aigpt.openai.types.eval_retrieve_response import EvalRetrieveResponse
    from aigpt.openai.types.eval_stored_completions_data_source_config import EvalStoredCompletionsDataSourceConfig
    from aigpt.openai.types.eval_update_params import EvalUpdateParams
    from aigpt.openai.types.eval_update_response import EvalUpdateResponse
    from aigpt.openai.types.file_chunking_strategy import FileChunkingStrategy
    from aigpt.openai.types.file_chunking_strategy_param import FileChunkingStrategyParam
    from aigpt.openai.types.file_content import FileContent
    from aigpt.openai.types.file_create_params import FileCreateParams
    from aigpt.openai.types.file_deleted import FileDeleted
    from aigpt.openai.types.file_list_params import FileListParams
    from aigpt.openai.types.file_object import FileObject
    from aigpt.openai.types.file_purpose import FilePurpose
    from aigpt.openai.types.image import Image
    from aigpt.openai.types.image_create_variation_params import ImageCreateVariationParams
    from aigpt.openai.types.image_edit_completed_event import ImageEditCompletedEvent
    from aigpt.openai.types.image_edit_params import ImageEditParams
    from aigpt.openai.types.image_edit_partial_image_event import ImageEditPartialImageEvent
    from aigpt.openai.types.image_edit_stream_event import ImageEditStreamEvent
    from aigpt.openai.types.image_gen_completed_event import ImageGenCompletedEvent
    from aigpt.openai.types.image_gen_partial_image_event import ImageGenPartialImageEvent
    from aigpt.openai.types.image_gen_stream_event import ImageGenStreamEvent
    from aigpt.openai.types.image_generate_params import ImageGenerateParams
    from aigpt.openai.types.image_input_reference_param import ImageInputReferenceParam
    from aigpt.openai.types.image_model import ImageModel
    from aigpt.openai.types.images_response import ImagesResponse
    from aigpt.openai.types.model import Model
    from aigpt.openai.types.model_deleted import ModelDeleted
    from aigpt.openai.types.moderation import Moderation
    from aigpt.openai.types.moderation_create_params import ModerationCreateParams
    from aigpt.openai.types.moderation_create_response import ModerationCreateResponse
    from aigpt.openai.types.moderation_image_url_input_param import ModerationImageURLInputParam
    from aigpt.openai.types.moderation_model import ModerationModel
    from aigpt.openai.types.moderation_multi_modal_input_param import ModerationMultiModalInputParam
    from aigpt.openai.types.moderation_text_input_param import ModerationTextInputParam
    from aigpt.openai.types.other_file_chunking_strategy_object import OtherFileChunkingStrategyObject
    from aigpt.openai.types.shared.all_models import AllModels
    from aigpt.openai.types.shared.comparison_filter import ComparisonFilter
    from aigpt.openai.types.shared.compound_filter import CompoundFilter
    from aigpt.openai.types.shared.custom_tool_input_format import CustomToolInputFormat
    from aigpt.openai.types.shared.decision_input_json import DecisionInputJSON
    from aigpt.openai.types.shared.decision_question_input_image import DecisionQuestionInputImage
    from aigpt.openai.types.shared.decision_question_input_part import DecisionQuestionInputPart
    from aigpt.openai.types.shared.decision_question_input_text import DecisionQuestionInputText
    from aigpt.openai.types.shared.error_object import ErrorObject
    from aigpt.openai.types.shared.function_definition import FunctionDefinition
    from aigpt.openai.types.shared.function_parameters import FunctionParameters
    from aigpt.openai.types.shared.metadata import Metadata
    from aigpt.openai.types.shared.oauth_error_code import OAuthErrorCode
    from aigpt.openai.types.shared.reasoning import Reasoning
    from aigpt.openai.types.shared.reasoning_effort import ReasoningEffort
    from aigpt.openai.types.shared.response_format_json_object import ResponseFormatJSONObject
    from aigpt.openai.types.shared.response_format_json_schema import ResponseFormatJSONSchema
    from aigpt.openai.types.shared.response_format_text import ResponseFormatText
    from aigpt.openai.types.shared.response_format_text_grammar import ResponseFormatTextGrammar
    from aigpt.openai.types.shared.response_format_text_python import ResponseFormatTextPython
    from aigpt.openai.types.shared.responses_model import ResponsesModel
    from aigpt.openai.types.skill import Skill
    from aigpt.openai.types.skill_create_params import SkillCreateParams
    from aigpt.openai.types.skill_list import SkillList
    from aigpt.openai.types.skill_list_params import SkillListParams
    from aigpt.openai.types.skill_update_params import SkillUpdateParams
    from aigpt.openai.types.static_file_chunking_strategy import StaticFileChunkingStrategy
    from aigpt.openai.types.static_file_chunking_strategy_object import StaticFileChunkingStrategyObject
    from aigpt.openai.types.static_file_chunking_strategy_object_param import StaticFileChunkingStrategyObjectParam
    from aigpt.openai.types.static_file_chunking_strategy_param import StaticFileChunkingStrategyParam
    from aigpt.openai.types.upload import Upload
    from aigpt.openai.types.upload_complete_params import UploadCompleteParams
    from aigpt.openai.types.upload_create_params import UploadCreateParams
    from aigpt.openai.types.vector_store import VectorStore
    from aigpt.openai.types.vector_store_create_params import VectorStoreCreateParams
    from aigpt.openai.types.vector_store_deleted import VectorStoreDeleted
    from aigpt.openai.types.vector_store_list_params import VectorStoreListParams
    from aigpt.openai.types.vector_store_search_params import VectorStoreSearchParams
    from aigpt.openai.types.vector_store_search_response import VectorStoreSearchResponse
    from aigpt.openai.types.vector_store_update_params import VectorStoreUpdateParams
    from aigpt.openai.types.video import Video
    from aigpt.openai.types.video_create_character_params import VideoCreateCharacterParams
    from aigpt.openai.types.video_create_character_response import VideoCreateCharacterResponse
    from aigpt.openai.types.video_create_error import VideoCreateError
    from aigpt.openai.types.video_create_params import VideoCreateParams
    from aigpt.openai.types.video_delete_response import VideoDeleteResponse
    from aigpt.openai.types.video_download_content_params import VideoDownloadContentParams
    from aigpt.openai.types.video_edit_params import VideoEditParams
    from aigpt.openai.types.video_extend_params import VideoExtendParams
    from aigpt.openai.types.video_get_character_response import VideoGetCharacterResponse
    from aigpt.openai.types.video_list_params import VideoListParams
    from aigpt.openai.types.video_model import VideoModel
    from aigpt.openai.types.video_model_param import VideoModelParam
    from aigpt.openai.types.video_remix_params import VideoRemixParams
    from aigpt.openai.types.video_seconds import VideoSeconds
    from aigpt.openai.types.video_size import VideoSize
    from aigpt.openai.types.websocket_connection_options import (
        SyncWebSocketConnectionOptions,
        WebSocketConnectionOptions,
        WebsocketConnectionOptions,
    )
    from aigpt.openai.types.websocket_reconnection import ReconnectingEvent, ReconnectingOverrides

__all__ = [
    "AllModels",
    "AudioModel",
    "AudioResponseFormat",
    "AutoFileChunkingStrategyParam",
    "Batch",
    "BatchCreateParams",
    "BatchError",
    "BatchListParams",
    "BatchRequestCounts",
    "BatchUsage",
    "ChatModel",
    "ComparisonFilter",
    "Completion",
    "CompletionChoice",
    "CompletionCreateParams",
    "CompletionUsage",
    "CompoundFilter",
    "ContainerCreateParams",
    "ContainerCreateResponse",
    "ContainerListParams",
    "ContainerListResponse",
    "ContainerRetrieveResponse",
    "ContentProvenanceCheck",
    "ContentProvenanceCheckCreateParams",
    "CreateEmbeddingResponse",
    "CustomToolInputFormat",
    "Decision",
    "DecisionCreateParams",
    "DecisionInputImageParam",
    "DecisionInputJSON",
    "DecisionInputMessageParam",
    "DecisionInputMessageUnionParam",
    "DecisionInputPartUnionParam",
    "DecisionInputTextParam",
    "DecisionPromptCacheBreakpointParam",
    "DecisionQuestionInputImage",
    "DecisionQuestionInputPart",
    "DecisionQuestionInputText",
    "DeletedSkill",
    "Embedding",
    "EmbeddingCreateParams",
    "EmbeddingModel",
    "ErrorObject",
    "EvalCreateParams",
    "EvalCreateResponse",
    "EvalCustomDataSourceConfig",
    "EvalDeleteResponse",
    "EvalListParams",
    "EvalListResponse",
    "EvalRetrieveResponse",
    "EvalStoredCompletionsDataSourceConfig",
    "EvalUpdateParams",
    "EvalUpdateResponse",
    "FileChunkingStrategy",
    "FileChunkingStrategyParam",
    "FileContent",
    "FileCreateParams",
    "FileDeleted",
    "FileListParams",
    "FileObject",
    "FilePurpose",
    "FunctionDefinition",
    "FunctionParameters",
    "Image",
    "ImageCreateVariationParams",
    "ImageEditCompletedEvent",
    "ImageEditParams",
    "ImageEditPartialImageEvent",
    "ImageEditStreamEvent",
    "ImageGenCompletedEvent",
    "ImageGenPartialImageEvent",
    "ImageGenStreamEvent",
    "ImageGenerateParams",
    "ImageInputReferenceParam",
    "ImageModel",
    "ImagesResponse",
    "Metadata",
    "Model",
    "ModelDeleted",
    "Moderation",
    "ModerationCreateParams",
    "ModerationCreateResponse",
    "ModerationImageURLInputParam",
    "ModerationModel",
    "ModerationMultiModalInputParam",
    "ModerationTextInputParam",
    "OAuthErrorCode",
    "OtherFileChunkingStrategyObject",
    "Reasoning",
    "ReasoningEffort",
    "ReconnectingEvent",
    "ReconnectingOverrides",
    "ResponseFormatJSONObject",
    "ResponseFormatJSONSchema",
    "ResponseFormatText",
    "ResponseFormatTextGrammar",
    "ResponseFormatTextPython",
    "ResponsesModel",
    "Skill",
    "SkillCreateParams",
    "SkillList",
    "SkillListParams",
    "SkillUpdateParams",
    "StaticFileChunkingStrategy",
    "StaticFileChunkingStrategyObject",
    "StaticFileChunkingStrategyObjectParam",
    "StaticFileChunkingStrategyParam",
    "SyncWebSocketConnectionOptions",
    "Upload",
    "UploadCompleteParams",
    "UploadCreateParams",
    "VectorStore",
    "VectorStoreCreateParams",
    "VectorStoreDeleted",
    "VectorStoreListParams",
    "VectorStoreSearchParams",
    "VectorStoreSearchResponse",
    "VectorStoreUpdateParams",
    "Video",
    "VideoCreateCharacterParams",
    "VideoCreateCharacterResponse",
    "VideoCreateError",
    "VideoCreateParams",
    "VideoDeleteResponse",
    "VideoDownloadContentParams",
    "VideoEditParams",
    "VideoExtendParams",
    "VideoGetCharacterResponse",
    "VideoListParams",
    "VideoModel",
    "VideoModelParam",
    "VideoRemixParams",
    "VideoSeconds",
    "VideoSize",
    "WebSocketConnectionOptions",
    "WebsocketConnectionOptions",
]

_HOMES = {
    "AllModels": "aigpt.openai.types.shared.all_models",
    "AudioModel": "aigpt.openai.types.audio_model",
    "AudioResponseFormat": "aigpt.openai.types.audio_response_format",
    "AutoFileChunkingStrategyParam": "aigpt.openai.types.auto_file_chunking_strategy_param",
    "Batch": "aigpt.openai.types.batch",
    "BatchCreateParams": "aigpt.openai.types.batch_create_params",
    "BatchError": "aigpt.openai.types.batch_error",
    "BatchListParams": "aigpt.openai.types.batch_list_params",
    "BatchRequestCounts": "aigpt.openai.types.batch_request_counts",
    "BatchUsage": "aigpt.openai.types.batch_usage",
    "ChatModel": "aigpt.openai.types.chat_model",
    "ComparisonFilter": "aigpt.openai.types.shared.comparison_filter",
    "Completion": "aigpt.openai.types.completion",
    "CompletionChoice": "aigpt.openai.types.completion_choice",
    "CompletionCreateParams": "aigpt.openai.types.completion_create_params",
    "CompletionUsage": "aigpt.openai.types.completion_usage",
    "CompoundFilter": "aigpt.openai.types.shared.compound_filter",
    "ContainerCreateParams": "aigpt.openai.types.container_create_params",
    "ContainerCreateResponse": "aigpt.openai.types.container_create_response",
    "ContainerListParams": "aigpt.openai.types.container_list_params",
    "ContainerListResponse": "aigpt.openai.types.container_list_response",
    "ContainerRetrieveResponse": "aigpt.openai.types.container_retrieve_response",
    "ContentProvenanceCheck": "aigpt.openai.types.content_provenance_check",
    "ContentProvenanceCheckCreateParams": "aigpt.openai.types.content_provenance_check_create_params",
    "CreateEmbeddingResponse": "aigpt.openai.types.create_embedding_response",
    "CustomToolInputFormat": "aigpt.openai.types.shared.custom_tool_input_format",
    "Decision": "aigpt.openai.types.decision",
    "DecisionCreateParams": "aigpt.openai.types.decision_create_params",
    "DecisionInputImageParam": "aigpt.openai.types.decision_input_image_param",
    "DecisionInputJSON": "aigpt.openai.types.shared.decision_input_json",
    "DecisionInputMessageParam": "aigpt.openai.types.decision_input_message_param",
    "DecisionInputMessageUnionParam": "aigpt.openai.types.decision_input_message_param",
    "DecisionInputPartUnionParam": "aigpt.openai.types.decision_input_part_union_param",
    "DecisionInputTextParam": "aigpt.openai.types.decision_input_text_param",
    "DecisionPromptCacheBreakpointParam": "aigpt.openai.types.decision_prompt_cache_breakpoint_param",
    "DecisionQuestionInputImage": "aigpt.openai.types.shared.decision_question_input_image",
    "DecisionQuestionInputPart": "aigpt.openai.types.shared.decision_question_input_part",
    "DecisionQuestionInputText": "aigpt.openai.types.shared.decision_question_input_text",
    "DeletedSkill": "aigpt.openai.types.deleted_skill",
    "Embedding": "aigpt.openai.types.embedding",
    "EmbeddingCreateParams": "aigpt.openai.types.embedding_create_params",
    "EmbeddingModel": "aigpt.openai.types.embedding_model",
    "ErrorObject": "aigpt.openai.types.shared.error_object",
    "EvalCreateParams": "aigpt.openai.types.eval_create_params",
    "EvalCreateResponse": "aigpt.openai.types.eval_create_response",
    "EvalCustomDataSourceConfig": "aigpt.openai.types.eval_custom_data_source_config",
    "EvalDeleteResponse": "aigpt.openai.types.eval_delete_response",
    "EvalListParams": "aigpt.openai.types.eval_list_params",
    "EvalListResponse": "aigpt.openai.types.eval_list_response",
    "EvalRetrieveResponse": "aigpt.openai.types.eval_retrieve_response",
    "EvalStoredCompletionsDataSourceConfig": "aigpt.openai.types.eval_stored_completions_data_source_config",
    "EvalUpdateParams": "aigpt.openai.types.eval_update_params",
    "EvalUpdateResponse": "aigpt.openai.types.eval_update_response",
    "FileChunkingStrategy": "aigpt.openai.types.file_chunking_strategy",
    "FileChunkingStrategyParam": "aigpt.openai.types.file_chunking_strategy_param",
    "FileContent": "aigpt.openai.types.file_content",
    "FileCreateParams": "aigpt.openai.types.file_create_params",
    "FileDeleted": "aigpt.openai.types.file_deleted",
    "FileListParams": "aigpt.openai.types.file_list_params",
    "FileObject": "aigpt.openai.types.file_object",
    "FilePurpose": "aigpt.openai.types.file_purpose",
    "FunctionDefinition": "aigpt.openai.types.shared.function_definition",
    "FunctionParameters": "aigpt.openai.types.shared.function_parameters",
    "Image": "aigpt.openai.types.image",
    "ImageCreateVariationParams": "aigpt.openai.types.image_create_variation_params",
    "ImageEditCompletedEvent": "aigpt.openai.types.image_edit_completed_event",
    "ImageEditParams": "aigpt.openai.types.image_edit_params",
    "ImageEditPartialImageEvent": "aigpt.openai.types.image_edit_partial_image_event",
    "ImageEditStreamEvent": "aigpt.openai.types.image_edit_stream_event",
    "ImageGenCompletedEvent": "aigpt.openai.types.image_gen_completed_event",
    "ImageGenPartialImageEvent": "aigpt.openai.types.image_gen_partial_image_event",
    "ImageGenStreamEvent": "aigpt.openai.types.image_gen_stream_event",
    "ImageGenerateParams": "aigpt.openai.types.image_generate_params",
    "ImageInputReferenceParam": "aigpt.openai.types.image_input_reference_param",
    "ImageModel": "aigpt.openai.types.image_model",
    "ImagesResponse": "aigpt.openai.types.images_response",
    "Metadata": "aigpt.openai.types.shared.metadata",
    "Model": "aigpt.openai.types.model",
    "ModelDeleted": "aigpt.openai.types.model_deleted",
    "Moderation": "aigpt.openai.types.moderation",
    "ModerationCreateParams": "aigpt.openai.types.moderation_create_params",
    "ModerationCreateResponse": "aigpt.openai.types.moderation_create_response",
    "ModerationImageURLInputParam": "aigpt.openai.types.moderation_image_url_input_param",
    "ModerationModel": "aigpt.openai.types.moderation_model",
    "ModerationMultiModalInputParam": "aigpt.openai.types.moderation_multi_modal_input_param",
    "ModerationTextInputParam": "aigpt.openai.types.moderation_text_input_param",
    "OAuthErrorCode": "aigpt.openai.types.shared.oauth_error_code",
    "OtherFileChunkingStrategyObject": "aigpt.openai.types.other_file_chunking_strategy_object",
    "Reasoning": "aigpt.openai.types.shared.reasoning",
    "ReasoningEffort": "aigpt.openai.types.shared.reasoning_effort",
    "ReconnectingEvent": "aigpt.openai.types.websocket_reconnection",
    "ReconnectingOverrides": "aigpt.openai.types.websocket_reconnection",
    "ResponseFormatJSONObject": "aigpt.openai.types.shared.response_format_json_object",
    "ResponseFormatJSONSchema": "aigpt.openai.types.shared.response_format_json_schema",
    "ResponseFormatText": "aigpt.openai.types.shared.response_format_text",
    "ResponseFormatTextGrammar": "aigpt.openai.types.shared.response_format_text_grammar",
    "ResponseFormatTextPython": "aigpt.openai.types.shared.response_format_text_python",
    "ResponsesModel": "aigpt.openai.types.shared.responses_model",
    "Skill": "aigpt.openai.types.skill",
    "SkillCreateParams": "aigpt.openai.types.skill_create_params",
    "SkillList": "aigpt.openai.types.skill_list",
    "SkillListParams": "aigpt.openai.types.skill_list_params",
    "SkillUpdateParams": "aigpt.openai.types.skill_update_params",
    "StaticFileChunkingStrategy": "aigpt.openai.types.static_file_chunking_strategy",
    "StaticFileChunkingStrategyObject": "aigpt.openai.types.static_file_chunking_strategy_object",
    "StaticFileChunkingStrategyObjectParam": "aigpt.openai.types.static_file_chunking_strategy_object_param",
    "StaticFileChunkingStrategyParam": "aigpt.openai.types.static_file_chunking_strategy_param",
    "SyncWebSocketConnectionOptions": "aigpt.openai.types.websocket_connection_options",
    "Upload": "aigpt.openai.types.upload",
    "UploadCompleteParams": "aigpt.openai.types.upload_complete_params",
    "UploadCreateParams": "aigpt.openai.types.upload_create_params",
    "VectorStore": "aigpt.openai.types.vector_store",
    "VectorStoreCreateParams": "aigpt.openai.types.vector_store_create_params",
    "VectorStoreDeleted": "aigpt.openai.types.vector_store_deleted",
    "VectorStoreListParams": "aigpt.openai.types.vector_store_list_params",
    "VectorStoreSearchParams": "aigpt.openai.types.vector_store_search_params",
    "VectorStoreSearchResponse": "aigpt.openai.types.vector_store_search_response",
    "VectorStoreUpdateParams": "aigpt.openai.types.vector_store_update_params",
    "Video": "aigpt.openai.types.video",
    "VideoCreateCharacterParams": "aigpt.openai.types.video_create_character_params",
    "VideoCreateCharacterResponse": "aigpt.openai.types.video_create_character_response",
    "VideoCreateError": "aigpt.openai.types.video_create_error",
    "VideoCreateParams": "aigpt.openai.types.video_create_params",
    "VideoDeleteResponse": "aigpt.openai.types.video_delete_response",
    "VideoDownloadContentParams": "aigpt.openai.types.video_download_content_params",
    "VideoEditParams": "aigpt.openai.types.video_edit_params",
    "VideoExtendParams": "aigpt.openai.types.video_extend_params",
    "VideoGetCharacterResponse": "aigpt.openai.types.video_get_character_response",
    "VideoListParams": "aigpt.openai.types.video_list_params",
    "VideoModel": "aigpt.openai.types.video_model",
    "VideoModelParam": "aigpt.openai.types.video_model_param",
    "VideoRemixParams": "aigpt.openai.types.video_remix_params",
    "VideoSeconds": "aigpt.openai.types.video_seconds",
    "VideoSize": "aigpt.openai.types.video_size",
    "WebSocketConnectionOptions": "aigpt.openai.types.websocket_connection_options",
    "WebsocketConnectionOptions": "aigpt.openai.types.websocket_connection_options",
}
_SUBMODULES: tuple[str, ...] = (
    "audio",
    "audio_model",
    "audio_response_format",
    "auto_file_chunking_strategy_param",
    "batch",
    "batch_create_params",
    "batch_error",
    "batch_list_params",
    "batch_request_counts",
    "batch_usage",
    "beta",
    "chat",
    "chat_model",
    "completion",
    "completion_choice",
    "completion_create_params",
    "completion_usage",
    "container_create_params",
    "container_create_response",
    "container_list_params",
    "container_list_response",
    "container_retrieve_response",
    "containers",
    "content_provenance_check",
    "content_provenance_check_create_params",
    "conversations",
    "create_embedding_response",
    "decision",
    "decision_create_params",
    "decision_input_image_param",
    "decision_input_message_param",
    "decision_input_part_union_param",
    "decision_input_text_param",
    "decision_prompt_cache_breakpoint_param",
    "deleted_skill",
    "embedding",
    "embedding_create_params",
    "embedding_model",
    "eval_create_params",
    "eval_create_response",
    "eval_custom_data_source_config",
    "eval_delete_response",
    "eval_list_params",
    "eval_list_response",
    "eval_retrieve_response",
    "eval_stored_completions_data_source_config",
    "eval_update_params",
    "eval_update_response",
    "evals",
    "file_chunking_strategy",
    "file_chunking_strategy_param",
    "file_content",
    "file_create_params",
    "file_deleted",
    "file_list_params",
    "file_object",
    "file_purpose",
    "fine_tuning",
    "graders",
    "image",
    "image_create_variation_params",
    "image_edit_completed_event",
    "image_edit_params",
    "image_edit_partial_image_event",
    "image_edit_stream_event",
    "image_gen_completed_event",
    "image_gen_partial_image_event",
    "image_gen_stream_event",
    "image_generate_params",
    "image_input_reference_param",
    "image_model",
    "images_response",
    "model",
    "model_deleted",
    "moderation",
    "moderation_create_params",
    "moderation_create_response",
    "moderation_image_url_input_param",
    "moderation_model",
    "moderation_multi_modal_input_param",
    "moderation_text_input_param",
    "other_file_chunking_strategy_object",
    "realtime",
    "responses",
    "safety",
    "shared",
    "shared_params",
    "skill",
    "skill_create_params",
    "skill_list",
    "skill_list_params",
    "skill_update_params",
    "skills",
    "static_file_chunking_strategy",
    "static_file_chunking_strategy_object",
    "static_file_chunking_strategy_object_param",
    "static_file_chunking_strategy_param",
    "upload",
    "upload_complete_params",
    "upload_create_params",
    "uploads",
    "vector_store",
    "vector_store_create_params",
    "vector_store_deleted",
    "vector_store_list_params",
    "vector_store_search_params",
    "vector_store_search_response",
    "vector_store_update_params",
    "vector_stores",
    "video",
    "video_create_character_params",
    "video_create_character_response",
    "video_create_error",
    "video_create_params",
    "video_delete_response",
    "video_download_content_params",
    "video_edit_params",
    "video_extend_params",
    "video_get_character_response",
    "video_list_params",
    "video_model",
    "video_model_param",
    "video_remix_params",
    "video_seconds",
    "video_size",
    "webhooks",
    "websocket_connection_options",
    "websocket_reconnection",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
