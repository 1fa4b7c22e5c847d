# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.threads.image_file_content_block_param import ImageFileContentBlockParam
    from aigpt.openai.types.beta.threads.image_url_content_block_param import ImageURLContentBlockParam
    from aigpt.openai.types.beta.threads.text_content_block_param import TextContentBlockParam

__all__ = ["MessageContentPartParam"]

MessageContentPartParam: TypeAlias = (
    "Union[ImageFileContentBlockParam, ImageURLContentBlockParam, TextContentBlockParam]"
)
postpone(
    __name__,
    homes={
        "ImageFileContentBlockParam": "beta.threads.image_file_content_block_param",
        "ImageURLContentBlockParam": "beta.threads.image_url_content_block_param",
        "TextContentBlockParam": "beta.threads.text_content_block_param",
    },
    aliases={"MessageContentPartParam": {}},
)
