"""Videos: created, and waited for."""

from __future__ import annotations

from typing import Any

from aigpt.openai._polling import Polling

_UNDER_WAY = frozenset({"queued", "in_progress"})


class VideoHelpers:
    """What the methods of `client.videos` do that send several requests."""

    def _create_and_poll(self, given: dict[str, Any], deadline: Any, abort: Any, on_progress: Any) -> Any:
        polling = Polling(self, "videos.create_and_poll", given, deadline, abort, on_progress)

        async def steps() -> Any:
            video = await polling.created(self, "create", **given)
            return await _poll(self, polling, video.id)

        return polling.run(steps)

    def _poll(self, given: dict[str, Any], deadline: Any, abort: Any, on_progress: Any) -> Any:
        polling = Polling(self, "videos.poll", given, deadline, abort, on_progress)
        return polling.run(lambda: _poll(self, polling, **given))


async def _poll(videos: Any, polling: Polling, video_id: str) -> Any:
    return await polling.poll(
        lambda: polling.request(videos, "retrieve", video_id=video_id, extra_headers=polling.headers),
        lambda video: video.status not in _UNDER_WAY,
    )
