"""What chat bots need, whatever the platform: long answers, growing messages, redelivered events, hostile text."""

from __future__ import annotations

from aigpt._bots.defang import defang
from aigpt._bots.live import LiveMessage, MessageGone
from aigpt._bots.seen import SeenEvents
from aigpt._bots.split import split_message

__all__ = ["LiveMessage", "MessageGone", "SeenEvents", "defang", "split_message"]
