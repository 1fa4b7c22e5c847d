"""Text of messages inside text of ours, where it must not pass for more than it is."""

from __future__ import annotations

import re

__all__ = ["NOT_SAID", "inner_text", "without_bidi"]

NOT_SAID = r"\{\w+\}|\[IMG:[^\[\]]*\]"
"""What no quotation shows: {laugh} in transcripts, [IMG: …] in messages. An alternative for other patterns."""

_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_INNER = str.maketrans("\u201c\u201d", "\u2018\u2019")  # “” to the single ones


def inner_text(text: str) -> str:
    """Return *text* as it stands within quotation marks, which it can neither close nor open."""
    return without_bidi(text).translate(_INNER)


def without_bidi(text: str) -> str:
    """Return *text* without the controls by which it could turn round what is shown after it."""
    return _BIDI.sub("", text)
