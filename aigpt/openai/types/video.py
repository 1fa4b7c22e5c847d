# Written by tools/generate_openai (make generate): changes made here are lost.
# Derived from the interface of openai-python 3.54.0, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified.

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Optional, Union

from aigpt.openai._models import BaseModel
from aigpt.openai._type_modules import postpone

if TYPE_CHECKING:
    from aigpt.openai.types.video_create_error import VideoCreateError
    from aigpt.openai.types.video_model import VideoModel
    from aigpt.openai.types.video_seconds import VideoSeconds
    from aigpt.openai.types.video_size import VideoSize

__all__ = ["Video"]


class Video(BaseModel):
    id: str
    completed_at: Optional[int] = None
    created_at: int
    error: Optional[VideoCreateError] = None
    expires_at: Optional[int] = None
    model: VideoModel
    object: Literal["video"]
    progress: int
    prompt: Optional[str] = None
    remixed_from_video_id: Optional[str] = None
    seconds: Union[str, VideoSeconds]
    size: VideoSize
    status: Literal["queued", "in_progress", "completed", "failed"]


postpone(
    __name__,
    homes={
        "VideoCreateError": "video_create_error",
        "VideoModel": "video_model",
        "VideoSeconds": "video_seconds",
        "VideoSize": "video_size",
    },
)
