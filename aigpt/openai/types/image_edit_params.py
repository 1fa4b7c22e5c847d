# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Optional, Required, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone
from aigpt.openai._types import FileTypes, SequenceNotStr

if TYPE_CHECKING:
    from aigpt.openai.types.image_model import ImageModel

__all__ = ["ImageEditParamsBase", "Svg", "SvgReasoning", "ImageEditParamsNonStreaming", "ImageEditParamsStreaming"]


class ImageEditParamsBase(TypedDict, total=False):
    image: Required[Union[FileTypes, SequenceNotStr[FileTypes]]]
    prompt: Required[str]
    background: Optional[Literal["transparent", "opaque", "auto"]]
    complexity: Optional[Literal["low", "medium", "high"]]
    frame_count: Optional[int]
    frame_duration_ms: Optional[int]
    input_fidelity: Optional[Literal["high", "low"]]
    markup: FileTypes
    mask: FileTypes
    model: Union[str, ImageModel, None]
    n: Optional[int]
    output_compression: Optional[int]
    output_format: Optional[Literal["png", "webp", "jpeg", "gif", "svg"]]
    partial_images: Optional[int]
    quality: Optional[Literal["low", "medium", "high", "xhigh", "max", "auto", "standard"]]
    response_format: Optional[Literal["url", "b64_json"]]
    safety_identifier: Optional[str]
    size: Union[str, Literal["1024x1024", "1536x1024", "1024x1536", "auto", "256x256", "512x512"], None]
    svg: Optional[Svg]
    user: str


class SvgReasoning(TypedDict, total=False):
    effort: Literal["none", "minimal", "low", "medium", "high", "xhigh", "max"]


class Svg(TypedDict, total=False):
    model: str
    reasoning: Optional[SvgReasoning]


class ImageEditParamsNonStreaming(ImageEditParamsBase, total=False):
    stream: Optional[Literal[False]]


class ImageEditParamsStreaming(ImageEditParamsBase):
    stream: Required[Literal[True]]


ImageEditParams = Union[ImageEditParamsNonStreaming, ImageEditParamsStreaming]
postpone(__name__, homes={"ImageModel": "image_model"})
