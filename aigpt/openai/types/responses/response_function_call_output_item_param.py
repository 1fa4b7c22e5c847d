# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_input_file_content_param import ResponseInputFileContentParam
    from aigpt.openai.types.responses.response_input_image_content_param import ResponseInputImageContentParam
    from aigpt.openai.types.responses.response_input_text_content_param import ResponseInputTextContentParam

__all__ = ["ResponseFunctionCallOutputItemParam"]

ResponseFunctionCallOutputItemParam: TypeAlias = (
    "Union[ResponseInputTextContentParam, ResponseInputImageContentParam, ResponseInputFileContentParam]"
)
postpone(
    __name__,
    homes={
        "ResponseInputFileContentParam": "responses.response_input_file_content_param",
        "ResponseInputImageContentParam": "responses.response_input_image_content_param",
        "ResponseInputTextContentParam": "responses.response_input_text_content_param",
    },
    aliases={"ResponseFunctionCallOutputItemParam": {}},
)
