# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.beta.threads import annotation as annotation
    from aigpt.openai.types.beta.threads import annotation_delta as annotation_delta
    from aigpt.openai.types.beta.threads import file_citation_annotation as file_citation_annotation
    from aigpt.openai.types.beta.threads import file_citation_delta_annotation as file_citation_delta_annotation
    from aigpt.openai.types.beta.threads import file_path_annotation as file_path_annotation
    from aigpt.openai.types.beta.threads import file_path_delta_annotation as file_path_delta_annotation
    from aigpt.openai.types.beta.threads import image_file as image_file
    from aigpt.openai.types.beta.threads import image_file_content_block as image_file_content_block
    from aigpt.openai.types.beta.threads import image_file_content_block_param as image_file_content_block_param
    from aigpt.openai.types.beta.threads import image_file_delta as image_file_delta
    from aigpt.openai.types.beta.threads import image_file_delta_block as image_file_delta_block
    from aigpt.openai.types.beta.threads import image_file_param as image_file_param
    from aigpt.openai.types.beta.threads import image_url as image_url
    from aigpt.openai.types.beta.threads import image_url_content_block as image_url_content_block
    from aigpt.openai.types.beta.threads import image_url_content_block_param as image_url_content_block_param
    from aigpt.openai.types.beta.threads import image_url_delta as image_url_delta
    from aigpt.openai.types.beta.threads import image_url_delta_block as image_url_delta_block
    from aigpt.openai.types.beta.threads import image_url_param as image_url_param
    from aigpt.openai.types.beta.threads import message as message
    from aigpt.openai.types.beta.threads import message_content as message_content
    from aigpt.openai.types.beta.threads import message_content_delta as message_content_delta
    from aigpt.openai.types.beta.threads import message_content_part_param as message_content_part_param
    from aigpt.openai.types.beta.threads import message_create_params as message_create_params
    from aigpt.openai.types.beta.threads import message_deleted as message_deleted
    from aigpt.openai.types.beta.threads import message_delta as message_delta
    from aigpt.openai.types.beta.threads import message_delta_event as message_delta_event
    from aigpt.openai.types.beta.threads import message_list_params as message_list_params
    from aigpt.openai.types.beta.threads import message_update_params as message_update_params
    from aigpt.openai.types.beta.threads import refusal_content_block as refusal_content_block
    from aigpt.openai.types.beta.threads import refusal_delta_block as refusal_delta_block
    from aigpt.openai.types.beta.threads import required_action_function_tool_call as required_action_function_tool_call
    from aigpt.openai.types.beta.threads import run as run
    from aigpt.openai.types.beta.threads import run_create_params as run_create_params
    from aigpt.openai.types.beta.threads import run_list_params as run_list_params
    from aigpt.openai.types.beta.threads import run_status as run_status
    from aigpt.openai.types.beta.threads import run_submit_tool_outputs_params as run_submit_tool_outputs_params
    from aigpt.openai.types.beta.threads import run_update_params as run_update_params
    from aigpt.openai.types.beta.threads import runs as runs
    from aigpt.openai.types.beta.threads import text as text
    from aigpt.openai.types.beta.threads import text_content_block as text_content_block
    from aigpt.openai.types.beta.threads import text_content_block_param as text_content_block_param
    from aigpt.openai.types.beta.threads import text_delta as text_delta
    from aigpt.openai.types.beta.threads import text_delta_block as text_delta_block
    from aigpt.openai.types.beta.threads.annotation import Annotation
    from aigpt.openai.types.beta.threads.annotation_delta import AnnotationDelta
    from aigpt.openai.types.beta.threads.file_citation_annotation import FileCitationAnnotation
    from aigpt.openai.types.beta.threads.file_citation_delta_annotation import FileCitationDeltaAnnotation
    from aigpt.openai.types.beta.threads.file_path_annotation import FilePathAnnotation
    from aigpt.openai.types.beta.threads.file_path_delta_annotation import FilePathDeltaAnnotation
    from aigpt.openai.types.beta.threads.image_file import ImageFile
    from aigpt.openai.types.beta.threads.image_file_content_block import ImageFileContentBlock
    from aigpt.openai.types.beta.threads.image_file_content_block_param import ImageFileContentBlockParam
    from aigpt.openai.types.beta.threads.image_file_delta import ImageFileDelta
    from aigpt.openai.types.beta.threads.image_file_delta_block import ImageFileDeltaBlock
    from aigpt.openai.types.beta.threads.image_file_param import ImageFileParam
    from aigpt.openai.types.beta.threads.image_url import ImageURL
    from aigpt.openai.types.beta.threads.image_url_content_block import ImageURLContentBlock
    from aigpt.openai.types.beta.threads.image_url_content_block_param import ImageURLContentBlockParam
    from aigpt.openai.types.beta.threads.image_url_delta import ImageURLDelta
    from aigpt.openai.types.beta.threads.image_url_delta_block import ImageURLDeltaBlock
    from aigpt.openai.types.beta.threads.image_url_param import ImageURLParam
    from aigpt.openai.types.beta.threads.message import Message
    from aigpt.openai.types.beta.threads.message_content import MessageContent
    from aigpt.openai.types.beta.threads.message_content_delta import MessageContentDelta
    from aigpt.openai.types.beta.threads.message_content_part_param import MessageContentPartParam
    from aigpt.openai.types.beta.threads.message_create_params import MessageCreateParams
    from aigpt.openai.types.beta.threads.message_deleted import MessageDeleted
    from aigpt.openai.types.beta.threads.message_delta import MessageDelta
    from aigpt.openai.types.beta.threads.message_delta_event import MessageDeltaEvent
    from aigpt.openai.types.beta.threads.message_list_params import MessageListParams
    from aigpt.openai.types.beta.threads.message_update_params import MessageUpdateParams
    from aigpt.openai.types.beta.threads.refusal_content_block import RefusalContentBlock
    from aigpt.openai.types.beta.threads.refusal_delta_block import RefusalDeltaBlock
    from aigpt.openai.types.beta.threads.required_action_function_tool_call import RequiredActionFunctionToolCall
    from aigpt.openai.types.beta.threads.run import Run
    from aigpt.openai.types.beta.threads.run_create_params import RunCreateParams
    from aigpt.openai.types.beta.threads.run_list_params import RunListParams
    from aigpt.openai.types.beta.threads.run_status import RunStatus
    from aigpt.openai.types.beta.threads.run_submit_tool_outputs_params import RunSubmitToolOutputsParams
    from aigpt.openai.types.beta.threads.run_update_params import RunUpdateParams
    from aigpt.openai.types.beta.threads.text import Text
    from aigpt.openai.types.beta.threads.text_content_block import TextContentBlock
    from aigpt.openai.types.beta.threads.text_content_block_param import TextContentBlockParam
    from aigpt.openai.types.beta.threads.text_delta import TextDelta
    from aigpt.openai.types.beta.threads.text_delta_block import TextDeltaBlock

__all__ = [
    "Annotation",
    "AnnotationDelta",
    "FileCitationAnnotation",
    "FileCitationDeltaAnnotation",
    "FilePathAnnotation",
    "FilePathDeltaAnnotation",
    "ImageFile",
    "ImageFileContentBlock",
    "ImageFileContentBlockParam",
    "ImageFileDelta",
    "ImageFileDeltaBlock",
    "ImageFileParam",
    "ImageURL",
    "ImageURLContentBlock",
    "ImageURLContentBlockParam",
    "ImageURLDelta",
    "ImageURLDeltaBlock",
    "ImageURLParam",
    "Message",
    "MessageContent",
    "MessageContentDelta",
    "MessageContentPartParam",
    "MessageCreateParams",
    "MessageDeleted",
    "MessageDelta",
    "MessageDeltaEvent",
    "MessageListParams",
    "MessageUpdateParams",
    "RefusalContentBlock",
    "RefusalDeltaBlock",
    "RequiredActionFunctionToolCall",
    "Run",
    "RunCreateParams",
    "RunListParams",
    "RunStatus",
    "RunSubmitToolOutputsParams",
    "RunUpdateParams",
    "Text",
    "TextContentBlock",
    "TextContentBlockParam",
    "TextDelta",
    "TextDeltaBlock",
]

_HOMES = {
    "Annotation": "aigpt.openai.types.beta.threads.annotation",
    "AnnotationDelta": "aigpt.openai.types.beta.threads.annotation_delta",
    "FileCitationAnnotation": "aigpt.openai.types.beta.threads.file_citation_annotation",
    "FileCitationDeltaAnnotation": "aigpt.openai.types.beta.threads.file_citation_delta_annotation",
    "FilePathAnnotation": "aigpt.openai.types.beta.threads.file_path_annotation",
    "FilePathDeltaAnnotation": "aigpt.openai.types.beta.threads.file_path_delta_annotation",
    "ImageFile": "aigpt.openai.types.beta.threads.image_file",
    "ImageFileContentBlock": "aigpt.openai.types.beta.threads.image_file_content_block",
    "ImageFileContentBlockParam": "aigpt.openai.types.beta.threads.image_file_content_block_param",
    "ImageFileDelta": "aigpt.openai.types.beta.threads.image_file_delta",
    "ImageFileDeltaBlock": "aigpt.openai.types.beta.threads.image_file_delta_block",
    "ImageFileParam": "aigpt.openai.types.beta.threads.image_file_param",
    "ImageURL": "aigpt.openai.types.beta.threads.image_url",
    "ImageURLContentBlock": "aigpt.openai.types.beta.threads.image_url_content_block",
    "ImageURLContentBlockParam": "aigpt.openai.types.beta.threads.image_url_content_block_param",
    "ImageURLDelta": "aigpt.openai.types.beta.threads.image_url_delta",
    "ImageURLDeltaBlock": "aigpt.openai.types.beta.threads.image_url_delta_block",
    "ImageURLParam": "aigpt.openai.types.beta.threads.image_url_param",
    "Message": "aigpt.openai.types.beta.threads.message",
    "MessageContent": "aigpt.openai.types.beta.threads.message_content",
    "MessageContentDelta": "aigpt.openai.types.beta.threads.message_content_delta",
    "MessageContentPartParam": "aigpt.openai.types.beta.threads.message_content_part_param",
    "MessageCreateParams": "aigpt.openai.types.beta.threads.message_create_params",
    "MessageDeleted": "aigpt.openai.types.beta.threads.message_deleted",
    "MessageDelta": "aigpt.openai.types.beta.threads.message_delta",
    "MessageDeltaEvent": "aigpt.openai.types.beta.threads.message_delta_event",
    "MessageListParams": "aigpt.openai.types.beta.threads.message_list_params",
    "MessageUpdateParams": "aigpt.openai.types.beta.threads.message_update_params",
    "RefusalContentBlock": "aigpt.openai.types.beta.threads.refusal_content_block",
    "RefusalDeltaBlock": "aigpt.openai.types.beta.threads.refusal_delta_block",
    "RequiredActionFunctionToolCall": "aigpt.openai.types.beta.threads.required_action_function_tool_call",
    "Run": "aigpt.openai.types.beta.threads.run",
    "RunCreateParams": "aigpt.openai.types.beta.threads.run_create_params",
    "RunListParams": "aigpt.openai.types.beta.threads.run_list_params",
    "RunStatus": "aigpt.openai.types.beta.threads.run_status",
    "RunSubmitToolOutputsParams": "aigpt.openai.types.beta.threads.run_submit_tool_outputs_params",
    "RunUpdateParams": "aigpt.openai.types.beta.threads.run_update_params",
    "Text": "aigpt.openai.types.beta.threads.text",
    "TextContentBlock": "aigpt.openai.types.beta.threads.text_content_block",
    "TextContentBlockParam": "aigpt.openai.types.beta.threads.text_content_block_param",
    "TextDelta": "aigpt.openai.types.beta.threads.text_delta",
    "TextDeltaBlock": "aigpt.openai.types.beta.threads.text_delta_block",
}
_SUBMODULES: tuple[str, ...] = (
    "annotation",
    "annotation_delta",
    "file_citation_annotation",
    "file_citation_delta_annotation",
    "file_path_annotation",
    "file_path_delta_annotation",
    "image_file",
    "image_file_content_block",
    "image_file_content_block_param",
    "image_file_delta",
    "image_file_delta_block",
    "image_file_param",
    "image_url",
    "image_url_content_block",
    "image_url_content_block_param",
    "image_url_delta",
    "image_url_delta_block",
    "image_url_param",
    "message",
    "message_content",
    "message_content_delta",
    "message_content_part_param",
    "message_create_params",
    "message_deleted",
    "message_delta",
    "message_delta_event",
    "message_list_params",
    "message_update_params",
    "refusal_content_block",
    "refusal_delta_block",
    "required_action_function_tool_call",
    "run",
    "run_create_params",
    "run_list_params",
    "run_status",
    "run_submit_tool_outputs_params",
    "run_update_params",
    "runs",
    "text",
    "text_content_block",
    "text_content_block_param",
    "text_delta",
    "text_delta_block",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
