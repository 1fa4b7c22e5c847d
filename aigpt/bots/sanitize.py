"""Sanitize text written by a model before a chat platform interprets it as markup.

A zero-width space is put where a mention or a disguised link would begin, so that both are shown as plain text.
Source: Slack, "Formatting text for app surfaces"; Discord, "Message Formatting" (both as of 2026).
"""

from __future__ import annotations

import re
from typing import Literal

Platform = Literal["slack", "discord"]

_ZERO_WIDTH_SPACE = "\u200b"
# Control characters, direction marks and tags, which are invisible. The joiners that Persian and emoji need, U+200C and
# U+200D, are kept.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff"
    "\U000e0000-\U000e007f]"
)
_SCHEME = (
    r"(?:<|&lt;)?\s*(?:[a-z][a-z0-9+.-]*://|(?:data|discord|file|javascript|mailto|slack|sms|tel|vbscript):|//|www\.)"
)
_DISGUISED_LINK = re.compile(rf"\](?=\(\s*{_SCHEME})", re.IGNORECASE)
_LINK_DEFINITION = re.compile(rf"^(\s*(?:(?:>|&gt;)\s*)*\[[^\]\n]+\])(?=:\s*{_SCHEME})", re.IGNORECASE | re.MULTILINE)
_EVERYONE_MENTION = re.compile(r"@(?=everyone|here|channel)", re.IGNORECASE)
_DISCORD_MENTION = re.compile(r"<(?=[@#/]|id:)")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt);)")


def defang(text: str, platform: Platform) -> str:
    """Return *text* with mentions and disguised links disabled, as readable as before.

    For ``"slack"``, its three special characters are escaped; for ``"discord"``, mentions of people, roles, channels
    and commands are disabled. For both, so are ``@everyone``, ``@here``, ``@channel`` and links whose text is not their
    address (``[bank](https://…)`` is shown as it is written), and invisible characters are removed, such as those that
    change the direction of text. Idempotent. Raises ValueError for another *platform*.
    """
    if platform not in {"slack", "discord"}:
        raise ValueError(f"platform must be 'slack' or 'discord', not {platform!r}")
    text = _INVISIBLE.sub("", text)
    text = _DISGUISED_LINK.sub(f"]{_ZERO_WIDTH_SPACE}", text)
    text = _LINK_DEFINITION.sub(rf"\1{_ZERO_WIDTH_SPACE}", text)
    text = _EVERYONE_MENTION.sub(f"@{_ZERO_WIDTH_SPACE}", text)
    if platform == "discord":
        return _DISCORD_MENTION.sub(f"<{_ZERO_WIDTH_SPACE}", text)
    return _ENTITY.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")
