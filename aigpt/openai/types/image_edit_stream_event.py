# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias, Union

from aigpt.openai._models import PropertyInfo
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.image_edit_completed_event import ImageEditCompletedEvent
    from aigpt.openai.types.image_edit_partial_image_event import ImageEditPartialImageEvent

__all__ = ["ImageEditStreamEvent"]

ImageEditStreamEvent: TypeAlias = """
Annotated[Union[ImageEditPartialImageEvent, ImageEditCompletedEvent],
PropertyInfo(discriminator='type')]
"""
postpone(
    __name__,
    homes={
        "ImageEditCompletedEvent": "image_edit_completed_event",
        "ImageEditPartialImageEvent": "image_edit_partial_image_event",
    },
    aliases={
        "ImageEditStreamEvent": {
            "image_edit.partial_image": "ImageEditPartialImageEvent",
            "image_edit.completed": "ImageEditCompletedEvent",
        }
    },
)
