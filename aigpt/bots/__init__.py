"""Helpers for chat bots on any platform: long answers, streamed answers, events delivered twice, hostile text.

Behind it: `split` (long texts as several messages), `live_message` (a stream as a message that is edited as it comes),
`seen_events` (events delivered twice) and `sanitize` (mentions and disguised links made harmless).
"""

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.bots.live_message import LiveMessage, MessageGone
    from aigpt.bots.sanitize import defang
    from aigpt.bots.seen_events import SeenEvents
    from aigpt.bots.split import split_message

__all__ = ["LiveMessage", "MessageGone", "SeenEvents", "defang", "split_message"]

if not TYPE_CHECKING:  # type checkers know the names above, and no others
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            "LiveMessage": "aigpt.bots.live_message",
            "MessageGone": "aigpt.bots.live_message",
            "SeenEvents": "aigpt.bots.seen_events",
            "defang": "aigpt.bots.sanitize",
            "split_message": "aigpt.bots.split",
        },
    )
