# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, List, Literal, Optional, TypeAlias, Union

from aigpt.openai._models import BaseModel, PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.conversations.computer_screenshot_content import ComputerScreenshotContent
    from aigpt.openai.types.conversations.summary_text_content import SummaryTextContent
    from aigpt.openai.types.conversations.text_content import TextContent
    from aigpt.openai.types.responses.response_input_file import ResponseInputFile
    from aigpt.openai.types.responses.response_input_image import ResponseInputImage
    from aigpt.openai.types.responses.response_input_text import ResponseInputText
    from aigpt.openai.types.responses.response_output_refusal import ResponseOutputRefusal
    from aigpt.openai.types.responses.response_output_text import ResponseOutputText

__all__ = ["Message", "Content", "ContentReasoningText"]


class ContentReasoningText(BaseModel):
    text: str
    type: Literal["reasoning_text"]


Content: TypeAlias = """
Annotated[Union[ResponseInputText, ResponseOutputText, TextContent, SummaryTextContent,
ContentReasoningText, ResponseOutputRefusal, ResponseInputImage, ComputerScreenshotContent,
ResponseInputFile], PropertyInfo(discriminator='type')]
"""


class Message(BaseModel):
    id: str
    content: List[Content]
    role: Literal["unknown", "user", "assistant", "system", "critic", "discriminator", "developer", "tool"]
    status: Literal["in_progress", "completed", "incomplete"]
    type: Literal["message"]
    phase: Optional[Literal["commentary", "final_answer"]] = None


postpone(
    __name__,
    homes={
        "ComputerScreenshotContent": "conversations.computer_screenshot_content",
        "ResponseInputFile": "responses.response_input_file",
        "ResponseInputImage": "responses.response_input_image",
        "ResponseInputText": "responses.response_input_text",
        "ResponseOutputRefusal": "responses.response_output_refusal",
        "ResponseOutputText": "responses.response_output_text",
        "SummaryTextContent": "conversations.summary_text_content",
        "TextContent": "conversations.text_content",
    },
    aliases={
        "Content": {
            "input_text": "ResponseInputText",
            "output_text": "ResponseOutputText",
            "text": "TextContent",
            "summary_text": "SummaryTextContent",
            "reasoning_text": "ContentReasoningText",
            "refusal": "ResponseOutputRefusal",
            "input_image": "ResponseInputImage",
            "computer_screenshot": "ComputerScreenshotContent",
            "input_file": "ResponseInputFile",
        }
    },
)
