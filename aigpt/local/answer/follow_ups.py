"""Questions that refer back to earlier ones: "And when was that?" is searched for together with what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from aigpt.local.search.query_terms import topic

__all__ = ["Turn", "search_text"]

_MAX_BACK = 3
"""Questions before the last one that it may refer to."""
_MAX_CHARS = 400
"""Of each of them, so that a long one does not drown the last."""
_MAX_QUESTION = 500
"""Characters of a question that may refer back; a longer one is a text to find."""
_FEW, _SOME = 3, 6
"""Content words: a question with more has what it asks for, whatever it refers to besides."""
_FURTHER = re.compile(
    r"\s*(?:and|but|or|so|then|also|ok|okay|what about|how about|what else|why|how so)\b", re.IGNORECASE
)
_BACK = re.compile(
    r"\b(?:it|its|that|this|those|these|they|them|their|theirs|he|him|his|she|hers?|(?<!is )(?<!are )(?<!was )there"
    r"|then|both|else|same|former|latter|above|earlier|previous|more)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one side said earlier in a conversation."""

    role: Literal["user", "assistant"]
    text: str


def search_text(question: str, history: Sequence[Turn]) -> str:
    """Return what to search for: *question*, followed by earlier ones of the user while each refers back.

    A question refers back if it has no content words, few with "it", "they" or the like, or some and begins as a
    continuation ("and", "what about"). The last question comes first, since the first date and person named count.
    """
    earlier = [turn.text for turn in history if turn.role == "user" and turn.text.strip()]
    parts = [question]
    while earlier and len(parts) <= _MAX_BACK and _refers_back(parts[-1]):
        parts.append(earlier.pop()[:_MAX_CHARS])
    return "\n".join(parts)


def _refers_back(question: str) -> bool:
    if len(question) > _MAX_QUESTION:
        return False
    words = len(topic(question))
    if _FURTHER.match(question):
        return words <= _SOME
    return not words or (words <= _FEW and _BACK.search(question) is not None)
