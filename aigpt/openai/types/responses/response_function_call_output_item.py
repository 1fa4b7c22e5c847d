# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_input_file_content import ResponseInputFileContent
    from aigpt.openai.types.responses.response_input_image_content import ResponseInputImageContent
    from aigpt.openai.types.responses.response_input_text_content import ResponseInputTextContent

__all__ = ["ResponseFunctionCallOutputItem"]

ResponseFunctionCallOutputItem: TypeAlias = """
Annotated[Union[ResponseInputTextContent, ResponseInputImageContent, ResponseInputFileContent],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "ResponseInputFileContent": "responses.response_input_file_content",
        "ResponseInputImageContent": "responses.response_input_image_content",
        "ResponseInputTextContent": "responses.response_input_text_content",
    },
    aliases={
        "ResponseFunctionCallOutputItem": {
            "input_text": "ResponseInputTextContent",
            "input_image": "ResponseInputImageContent",
            "input_file": "ResponseInputFileContent",
        }
    },
)
