# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone
from aigpt.openai._types import FileTypes

if TYPE_CHECKING:
    from aigpt.openai.types.image_input_reference_param import ImageInputReferenceParam
    from aigpt.openai.types.video_model_param import VideoModelParam
    from aigpt.openai.types.video_seconds import VideoSeconds
    from aigpt.openai.types.video_size import VideoSize

__all__ = ["VideoCreateParams", "InputReference"]


class VideoCreateParams(TypedDict, total=False):
    prompt: Required[str]
    input_reference: InputReference
    model: VideoModelParam
    seconds: VideoSeconds
    size: VideoSize


InputReference: TypeAlias = "Union[FileTypes, ImageInputReferenceParam]"
postpone(
    __name__,
    homes={
        "ImageInputReferenceParam": "image_input_reference_param",
        "VideoModelParam": "video_model_param",
        "VideoSeconds": "video_seconds",
        "VideoSize": "video_size",
    },
    aliases={"InputReference": {}},
)
