# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.beta.threads.image_file_delta_block import ImageFileDeltaBlock
    from aigpt.openai.types.beta.threads.image_url_delta_block import ImageURLDeltaBlock
    from aigpt.openai.types.beta.threads.refusal_delta_block import RefusalDeltaBlock
    from aigpt.openai.types.beta.threads.text_delta_block import TextDeltaBlock

__all__ = ["MessageContentDelta"]

MessageContentDelta: TypeAlias = """
Annotated[Union[ImageFileDeltaBlock, TextDeltaBlock, RefusalDeltaBlock, ImageURLDeltaBlock],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "ImageFileDeltaBlock": "beta.threads.image_file_delta_block",
        "ImageURLDeltaBlock": "beta.threads.image_url_delta_block",
        "RefusalDeltaBlock": "beta.threads.refusal_delta_block",
        "TextDeltaBlock": "beta.threads.text_delta_block",
    },
    aliases={
        "MessageContentDelta": {
            "image_file": "ImageFileDeltaBlock",
            "text": "TextDeltaBlock",
            "refusal": "RefusalDeltaBlock",
            "image_url": "ImageURLDeltaBlock",
        }
    },
)
