# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, List, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.responses.response_input_file_param import ResponseInputFileParam
    from aigpt.openai.types.responses.response_input_image_param import ResponseInputImageParam
    from aigpt.openai.types.responses.response_input_text_param import ResponseInputTextParam

__all__ = ["ResponseInputMessageContentListParam", "ResponseInputContentParam"]

ResponseInputContentParam: TypeAlias = "Union[ResponseInputTextParam, ResponseInputImageParam, ResponseInputFileParam]"
ResponseInputMessageContentListParam: TypeAlias = "List[ResponseInputContentParam]"
postpone(
    __name__,
    homes={
        "ResponseInputFileParam": "responses.response_input_file_param",
        "ResponseInputImageParam": "responses.response_input_image_param",
        "ResponseInputTextParam": "responses.response_input_text_param",
    },
    aliases={"ResponseInputContentParam": {}, "ResponseInputMessageContentListParam": {}},
)
