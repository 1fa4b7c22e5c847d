"""Making what a model wrote harmless before a platform reads it as markup.

A zero-width space goes where a mention or a disguised link would begin, so that both are read as the text they are.
Source: Slack, "Formatting text for app surfaces"; Discord, "Message Formatting" (both as of 2026).
"""

from __future__ import annotations

import re
from typing import Literal

Platform = Literal["slack", "discord"]

_BREAK = "\u200b"
# Nothing to see, but text runs the other way, or is there for machines alone. The joiners that Persian and emoji need,
# U+200C and U+200D, stay.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff"
    "\U000e0000-\U000e007f]"
)
_SCHEME = (
    r"(?:<|&lt;)?\s*(?:[a-z][a-z0-9+.-]*://|(?:data|discord|file|javascript|mailto|slack|sms|tel|vbscript):|//|www\.)"
)
_DISGUISED = re.compile(rf"\](?=\(\s*{_SCHEME})", re.IGNORECASE)
_DEFINITION = re.compile(rf"^(\s*(?:(?:>|&gt;)\s*)*\[[^\]\n]+\])(?=:\s*{_SCHEME})", re.IGNORECASE | re.MULTILINE)
_EVERYBODY = re.compile(r"@(?=everyone|here|channel)", re.IGNORECASE)
_DISCORD_MENTION = re.compile(r"<(?=[@#/]|id:)")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt);)")


def defang(text: str, platform: Platform) -> str:
    """Return *text* with mentions and link tricks made harmless, readable as before.

    For ``"slack"`` its three special characters are escaped, as Slack asks; for ``"discord"`` mentions of people,
    roles, channels and commands are broken. For both: ``@everyone`` and its like, links that show another text than
    where they lead (``[bank](https://…)`` is shown as it is written), and characters nobody sees, such as those that
    turn the direction of text. Twice is the same as once. Raises ValueError for another *platform*.
    """
    if platform not in {"slack", "discord"}:
        raise ValueError(f"platform must be 'slack' or 'discord', not {platform!r}")
    text = _INVISIBLE.sub("", text)
    text = _DISGUISED.sub(f"]{_BREAK}", text)
    text = _DEFINITION.sub(rf"\1{_BREAK}", text)
    text = _EVERYBODY.sub(f"@{_BREAK}", text)
    if platform == "discord":
        return _DISCORD_MENTION.sub(f"<{_BREAK}", text)
    return _ENTITY.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")
