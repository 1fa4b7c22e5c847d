# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.threads.image_file_content_block import ImageFileContentBlock
    from aigpt.openai.types.beta.threads.image_url_content_block import ImageURLContentBlock
    from aigpt.openai.types.beta.threads.refusal_content_block import RefusalContentBlock
    from aigpt.openai.types.beta.threads.text_content_block import TextContentBlock

__all__ = ["MessageContent"]

MessageContent: TypeAlias = """
Annotated[Union[ImageFileContentBlock, ImageURLContentBlock, TextContentBlock, RefusalContentBlock],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "ImageFileContentBlock": "beta.threads.image_file_content_block",
        "ImageURLContentBlock": "beta.threads.image_url_content_block",
        "RefusalContentBlock": "beta.threads.refusal_content_block",
        "TextContentBlock": "beta.threads.text_content_block",
    },
    aliases={
        "MessageContent": {
            "image_file": "ImageFileContentBlock",
            "image_url": "ImageURLContentBlock",
            "text": "TextContentBlock",
            "refusal": "RefusalContentBlock",
        }
    },
)
