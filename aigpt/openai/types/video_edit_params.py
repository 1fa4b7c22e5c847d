# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import Required, TypeAlias, Union

from aigpt.openai._compat import TypedDict
from aigpt.openai._type_modules import postpone
from aigpt.openai._types import FileTypes

__all__ = ["VideoEditParams", "Video", "VideoVideoReferenceInputParam"]


class VideoEditParams(TypedDict, total=False):
    prompt: Required[str]
    video: Required[Video]


class VideoVideoReferenceInputParam(TypedDict, total=False):
    id: Required[str]


Video: TypeAlias = "Union[FileTypes, VideoVideoReferenceInputParam]"
postpone(__name__, aliases={"Video": {}})
