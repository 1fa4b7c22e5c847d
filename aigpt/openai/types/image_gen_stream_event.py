# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.image_gen_completed_event import ImageGenCompletedEvent
    from aigpt.openai.types.image_gen_partial_image_event import ImageGenPartialImageEvent

__all__ = ["ImageGenStreamEvent"]

ImageGenStreamEvent: TypeAlias = """
Annotated[Union[ImageGenPartialImageEvent, ImageGenCompletedEvent],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "ImageGenCompletedEvent": "image_gen_completed_event",
        "ImageGenPartialImageEvent": "image_gen_partial_image_event",
    },
    aliases={
        "ImageGenStreamEvent": {
            "image_generation.partial_image": "ImageGenPartialImageEvent",
            "image_generation.completed": "ImageGenCompletedEvent",
        }
    },
)
