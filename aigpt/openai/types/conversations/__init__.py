# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.openai.types.conversations import computer_screenshot_content as computer_screenshot_content
    from aigpt.openai.types.conversations import conversation as conversation
    from aigpt.openai.types.conversations import conversation_create_params as conversation_create_params
    from aigpt.openai.types.conversations import conversation_deleted_resource as conversation_deleted_resource
    from aigpt.openai.types.conversations import conversation_item as conversation_item
    from aigpt.openai.types.conversations import conversation_item_list as conversation_item_list
    from aigpt.openai.types.conversations import conversation_update_params as conversation_update_params
    from aigpt.openai.types.conversations import input_file_content as input_file_content
    from aigpt.openai.types.conversations import input_file_content_param as input_file_content_param
    from aigpt.openai.types.conversations import input_image_content as input_image_content
    from aigpt.openai.types.conversations import input_image_content_param as input_image_content_param
    from aigpt.openai.types.conversations import input_text_content as input_text_content
    from aigpt.openai.types.conversations import input_text_content_param as input_text_content_param
    from aigpt.openai.types.conversations import item_create_params as item_create_params
    from aigpt.openai.types.conversations import item_list_params as item_list_params
    from aigpt.openai.types.conversations import item_retrieve_params as item_retrieve_params
    from aigpt.openai.types.conversations import message as message
    from aigpt.openai.types.conversations import output_text_content as output_text_content
    from aigpt.openai.types.conversations import output_text_content_param as output_text_content_param
    from aigpt.openai.types.conversations import refusal_content as refusal_content
    from aigpt.openai.types.conversations import refusal_content_param as refusal_content_param
    from aigpt.openai.types.conversations import summary_text_content as summary_text_content
    from aigpt.openai.types.conversations import text_content as text_content
    from aigpt.openai.types.conversations.computer_screenshot_content import ComputerScreenshotContent
    from aigpt.openai.types.conversations.conversation import Conversation
    from aigpt.openai.types.conversations.conversation_create_params import ConversationCreateParams
    from aigpt.openai.types.conversations.conversation_deleted_resource import ConversationDeletedResource
    from aigpt.openai.types.conversations.conversation_item import ConversationItem
    from aigpt.openai.types.conversations.conversation_item_list import ConversationItemList
    from aigpt.openai.types.conversations.conversation_update_params import ConversationUpdateParams
    from aigpt.openai.types.conversations.input_file_content import InputFileContent
    from aigpt.openai.types.conversations.input_file_content_param import InputFileContentParam
    from aigpt.openai.types.conversations.input_image_content import InputImageContent
    from aigpt.openai.types.conversations.input_image_content_param import InputImageContentParam
    from aigpt.openai.types.conversations.input_text_content import InputTextContent
    from aigpt.openai.types.conversations.input_text_content_param import InputTextContentParam
    from aigpt.openai.types.conversations.item_create_params import ItemCreateParams
    from aigpt.openai.types.conversations.item_list_params import ItemListParams
    from aigpt.openai.types.conversations.item_retrieve_params import ItemRetrieveParams
    from aigpt.openai.types.conversations.message import Message
    from aigpt.openai.types.conversations.output_text_content import OutputTextContent
    from aigpt.openai.types.conversations.output_text_content_param import OutputTextContentParam
    from aigpt.openai.types.conversations.refusal_content import RefusalContent
    from aigpt.openai.types.conversations.refusal_content_param import RefusalContentParam
    from aigpt.openai.types.conversations.summary_text_content import SummaryTextContent
    from aigpt.openai.types.conversations.text_content import TextContent

__all__ = [
    "ComputerScreenshotContent",
    "Conversation",
    "ConversationCreateParams",
    "ConversationDeletedResource",
    "ConversationItem",
    "ConversationItemList",
    "ConversationUpdateParams",
    "InputFileContent",
    "InputFileContentParam",
    "InputImageContent",
    "InputImageContentParam",
    "InputTextContent",
    "InputTextContentParam",
    "ItemCreateParams",
    "ItemListParams",
    "ItemRetrieveParams",
    "Message",
    "OutputTextContent",
    "OutputTextContentParam",
    "RefusalContent",
    "RefusalContentParam",
    "SummaryTextContent",
    "TextContent",
]

_HOMES = {
    "ComputerScreenshotContent": "aigpt.openai.types.conversations.computer_screenshot_content",
    "Conversation": "aigpt.openai.types.conversations.conversation",
    "ConversationCreateParams": "aigpt.openai.types.conversations.conversation_create_params",
    "ConversationDeletedResource": "aigpt.openai.types.conversations.conversation_deleted_resource",
    "ConversationItem": "aigpt.openai.types.conversations.conversation_item",
    "ConversationItemList": "aigpt.openai.types.conversations.conversation_item_list",
    "ConversationUpdateParams": "aigpt.openai.types.conversations.conversation_update_params",
    "InputFileContent": "aigpt.openai.types.conversations.input_file_content",
    "InputFileContentParam": "aigpt.openai.types.conversations.input_file_content_param",
    "InputImageContent": "aigpt.openai.types.conversations.input_image_content",
    "InputImageContentParam": "aigpt.openai.types.conversations.input_image_content_param",
    "InputTextContent": "aigpt.openai.types.conversations.input_text_content",
    "InputTextContentParam": "aigpt.openai.types.conversations.input_text_content_param",
    "ItemCreateParams": "aigpt.openai.types.conversations.item_create_params",
    "ItemListParams": "aigpt.openai.types.conversations.item_list_params",
    "ItemRetrieveParams": "aigpt.openai.types.conversations.item_retrieve_params",
    "Message": "aigpt.openai.types.conversations.message",
    "OutputTextContent": "aigpt.openai.types.conversations.output_text_content",
    "OutputTextContentParam": "aigpt.openai.types.conversations.output_text_content_param",
    "RefusalContent": "aigpt.openai.types.conversations.refusal_content",
    "RefusalContentParam": "aigpt.openai.types.conversations.refusal_content_param",
    "SummaryTextContent": "aigpt.openai.types.conversations.summary_text_content",
    "TextContent": "aigpt.openai.types.conversations.text_content",
}
_SUBMODULES: tuple[str, ...] = (
    "computer_screenshot_content",
    "conversation",
    "conversation_create_params",
    "conversation_deleted_resource",
    "conversation_item",
    "conversation_item_list",
    "conversation_update_params",
    "input_file_content",
    "input_file_content_param",
    "input_image_content",
    "input_image_content_param",
    "input_text_content",
    "input_text_content_param",
    "item_create_params",
    "item_list_params",
    "item_retrieve_params",
    "message",
    "output_text_content",
    "output_text_content_param",
    "refusal_content",
    "refusal_content_param",
    "summary_text_content",
    "text_content",
)

if not TYPE_CHECKING:  # for type checkers there are only the names above
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)
