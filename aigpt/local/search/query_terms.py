"""Which words of a question are searched for."""

from __future__ import annotations

import re

from aigpt.local.search.tokens import tokens

__all__ = ["content_words", "terms", "topic"]

_MAX_TERMS = 48
"""Of a longer text, the first so many different words are searched for."""

# Stop words, with words that say how something is asked: searched for only if there are no others.
_STOP_WORDS = frozenset(
    """
    a about above after again all am an and any are as at be because been before being below between both but by
    can could did do does doing down during each few for from further had has have having he her here hers herself him
    himself his how i if in into is it its itself just me more most my myself no nor not of off on once only or other
    our ours ourselves out over own same she should so some such than that the their theirs them themselves then there
    these they this those through to too under until up us very was we were what when where which while who whom whose
    why will with would you your yours yourself yourselves s t d ll re ve m tell please show give find list summarize
    summarise describe explain discuss discussed discussion discussing think thinks thought talk talked talking say
    says said mean mention mentioned according
    """.split()  # noqa: SIM905 (a list of words is best read as text)
)


# A subject that stands for everybody: "What did the group discuss …", "Why did the team decide …".
_EVERYBODY = re.compile(
    r"(?P<before>^\W*(?:what|why|how|when|which|where)\b[^.?!]{0,20}?\bdid\s+)(?:the\s+)?"
    r"(?:(?:group|team)(?:\s+members)?|meeting|members|participants|everyone|everybody|people|they)\b",
    re.IGNORECASE,
)

# Words that fit any message.
_ANY_MESSAGE = frozenset(
    """
    mail mails email emails message messages post posts note notes news update updates new happen happens happened
    happening write wrote written writes send sent sends receive received get got arrive arrived come came hear heard
    anything everything something reply replied replies ask asked want wanted tell told latest newest recent
    """.split()  # noqa: SIM905 (a list of words is best read as text)
)


def terms(text: str) -> list[str]:
    """Return the words to search for, in their order: the content words, or all words if there are none."""
    return content_words(text) or list(dict.fromkeys(tokens(text)))[:_MAX_TERMS]


def content_words(text: str) -> list[str]:
    """Return the different words of *text* without stop words."""
    words = dict.fromkeys(tokens(_EVERYBODY.sub(r"\g<before>", text, count=1)))
    return [word for word in words if word not in _STOP_WORDS][:_MAX_TERMS]


def topic(text: str) -> list[str]:
    """Return the content words without those that fit any message."""
    return [word for word in content_words(text) if word not in _ANY_MESSAGE]
