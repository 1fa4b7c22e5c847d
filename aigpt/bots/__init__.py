"""Helpers for chat bots on any platform: from a question to its answer, and all that goes between.

Behind it: `assistant` (what is done with a question), `connections` (who has connected their mail, and the link to do
so), `ask_limits` (how much people may ask), `conversations` (what was asked before), `budgets` (how often a platform
may be called), `live_message` (a stream as a message that is edited as it comes), `sources` (those of an answer),
`split` (long texts as several messages), `seen_events` (events delivered twice), `sanitize` (mentions and disguised
links made harmless) and `one_line` (failures of the network without a traceback).
"""

from typing import TYPE_CHECKING

from aigpt._lazy import lazy_names

if TYPE_CHECKING:
    from aigpt.bots.ask_limits import AskLimits, TooManyQuestions
    from aigpt.bots.assistant import Assistant, Chat, Wording
    from aigpt.bots.budgets import Budgets
    from aigpt.bots.connections import Connections
    from aigpt.bots.conversations import Conversations
    from aigpt.bots.live_message import LiveMessage, MessageGone
    from aigpt.bots.one_line import UNREACHABLE, in_one_line, log_in_one_line
    from aigpt.bots.sanitize import defang
    from aigpt.bots.seen_events import SeenEvents
    from aigpt.bots.sources import name_sources
    from aigpt.bots.split import split_message

__all__ = [
    "UNREACHABLE",
    "AskLimits",
    "Assistant",
    "Budgets",
    "Chat",
    "Connections",
    "Conversations",
    "LiveMessage",
    "MessageGone",
    "SeenEvents",
    "TooManyQuestions",
    "Wording",
    "defang",
    "in_one_line",
    "log_in_one_line",
    "name_sources",
    "split_message",
]

if not TYPE_CHECKING:  # type checkers know the names above, and no others
    __getattr__, __dir__ = lazy_names(
        __name__,
        {
            **dict.fromkeys(("AskLimits", "TooManyQuestions"), "aigpt.bots.ask_limits"),
            **dict.fromkeys(("Assistant", "Chat", "Wording"), "aigpt.bots.assistant"),
            "Budgets": "aigpt.bots.budgets",
            "Connections": "aigpt.bots.connections",
            "Conversations": "aigpt.bots.conversations",
            **dict.fromkeys(("LiveMessage", "MessageGone"), "aigpt.bots.live_message"),
            **dict.fromkeys(("UNREACHABLE", "in_one_line", "log_in_one_line"), "aigpt.bots.one_line"),
            "SeenEvents": "aigpt.bots.seen_events",
            "defang": "aigpt.bots.sanitize",
            "name_sources": "aigpt.bots.sources",
            "split_message": "aigpt.bots.split",
        },
    )
