"""Questions whose answer is a count or a list: "how many messages did Ann send in August", "who wrote about spam".

They are answered from the database (`tallies`). A question is read in full or not at all: where words are left that are
no part of a count or list, there is no `Tally`, and it is searched for like any other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from aigpt.local.search.date_expressions import Period, find_period
from aigpt.local.search.query_terms import content_words
from aigpt.local.search.tokens import tokens

__all__ = ["Tally", "TallyKind", "may_be_tally", "read_tally"]

TallyKind: TypeAlias = Literal["count", "count people", "messages", "people", "most", "first", "last"]

_MAX_CHARS = 300
_MAX_WORDS = 6  # of a topic or a name; more are a question of their own

# Patterns are for text in which single spaces divide the words.
_ONE = r"(?:e-?mail|mail|message|post|newsletter|reply)"
_MANY = r"(?:e-?mails?|mails?|messages|posts|newsletters|replies)"
_WROTE = (
    r"(?:wrote|writes?|written|posted|posts?|mailed|mails?|e-?mailed|sent|sends?|replied|repl(?:y|ies)|answered"
    r"|commented)"
)
_TALKED = r"(?:talked|talks?|spoke|participated|took part|takes? part|asked|complained)"
_MENTIONED = r"(?:mention(?:s|ed)?|discuss(?:es|ed)?)"
_DID = rf"(?:has |have )?(?:{_WROTE}|{_TALKED}|(?={_MENTIONED}\b))"
_PEOPLE = r"(?:people|persons?|senders?|authors?|contacts?|correspondents?)"
_WHO = rf"(?:who|(?:which|what) {_PEOPLE})"
_ALL = r"(?:(?:me|us|all|every|of|the|my|our|any|other) )*"
_BEGINNINGS: tuple[tuple[TallyKind, str], ...] = (
    ("count", rf"how many (?:different |new |of )?(?:the |my )?{_MANY}"),
    ("count", r"how much (?:e-?)?mail"),
    ("count", r"how often (?=(?:did|has|have|do|does)\b)"),
    (
        "count",
        rf"(?:what['\u2019]s |what (?:is|was) |count |give me )?the (?:total )?(?:number|count) of {_ALL}{_MANY}",
    ),
    ("count", rf"count {_ALL}{_MANY}"),
    ("count people", rf"how many (?:different )?{_PEOPLE} (?:who |that )?{_DID}"),
    ("most", rf"{_WHO} (?:has |have )?{_WROTE} (?:to )?(?:me |us )?(?:the )?most(?: often)?(?: {_MANY})?"),
    ("most", rf"who (?:is|are|was|were) (?:my|the) (?:top|most frequent|most active|biggest) {_PEOPLE}"),
    ("people", rf"{_WHO} (?:else |all )?{_DID}(?! (?:the|an?) (?:\w+ )?(?:{_ONE}|{_MANY})\b)"),
    ("people", rf"(?:list|show|name|give|find) {_ALL}(?:{_PEOPLE}|everyone|everybody|those) (?:who|that) {_DID}"),
    ("messages", rf"(?:list|show|give|find) {_ALL}{_MANY}"),
    ("messages", rf"(?:which|what) (?:of )?(?:the |my )?{_MANY}"),
    ("first", r"when (?:did|was) (?=.*\bfirst\b)"),
    ("last", r"when (?:did|was|have|has) (?=.*\b(?:last|latest|newest)\b)"),
)
_POLITE = r"^\W*(?:(?:please|can|could|would|will|you|i want to know|tell me|and|so|now)\b[ ,:]*)+"
_WHOSE = r"(?P<who>(?:[^\s?]+ ){1,5}?)"
_BY_ME = rf"\b(?:did|have|do|had) (?:i|we) (?:ever |already )?{_WROTE}\b"
_BY = (
    (rf"\b(?:did|has|have|had|do|does) {_WHOSE}(?:ever |actually )?{_WROTE}\b"),
    (
        rf"^(?:that |which )?(?!(?:are|were|is|was|about|from|by|with|that|which|in)\b){_WHOSE}(?:has |have )?"
        r"(?:wrote|written|posted|sent)\b"
    ),
)
_WHEN = (
    rf"^{_WHOSE}(?:first|last) {_WROTE}(?: an? {_ONE})?(?= |$)"
    rf"|^(?:i|we) (?:first|last) (?:hear|heard|(?:get|got|receive|received) (?:an? )?{_ONE})(?= |$)"
    rf"|^(?:the )?(?:very )?(?:first|last|latest|newest) {_ONE}(?: sent| written)?(?= |$)"
)
_FROM = r"\b(?:(?:sent|written|posted|received) )?(?:from|by) "
_THREAD = (
    r"\b(?:(?:in|to|on|of) )?(?:the |a )?(?:thread|discussion|conversation)s? (?:(?:about|on|of|called|named|titled) )?"
    r"|\bwith (?=.*\bin the (?:subject|title)\b)|\bwith the (?:subject|title) "
)
_IN_SUBJECT = r" in the (?:subject|title)(?: line)?\b"
_ABOUT = (
    rf"\b(?:about|regarding|concerning|{_MENTIONED}|mentioning|discussing|contain(?:s|ing)?|on the (?:subject|topic) of"
    r"|related to|with the (?:words?|phrase)|on) "
)
_FILLER = (
    r"\b(?:(?:are|were|is|was) there|there (?:are|were)|(?:do|did|have|had|does) (?:i|we)"
    r"|have|get|got|receive|received|(?:in|of) (?:my|the|this|our) (?:whole )?"
    r"(?:mail ?box(?:es)?|inbox|mail|archive|index|account)|in (?:total|all)|altogether|overall|so far"
    r"|(?:were|was|have been|has been|are) (?:sent|received|written|posted|indexed)|(?:came|arrived?)(?: in)?"
    r"|(?:to|for) (?:me|us|the list)|something|anything|messages?|e-?mails?|mails?|that|which|me|us|who|ever|please"
    r"|in (?:it|them)|different|all|are|were|is|was)\b"
)
_UNREAD = r"\b(?:not|without|except|besides|or|never|\w+n['\u2019]t|more than|less than|fewer)\b"
_NOT_NAMES = frozenset(
    "i you he she it we they who people anyone anybody someone somebody everyone everybody".split()  # noqa: SIM905 (read as text)
)


@dataclass(frozen=True, slots=True)
class Tally:
    """What is counted or listed: messages, or the people who sent them."""

    kind: TallyKind
    authors: tuple[str, ...] = ()
    """Names or addresses as they stand in the question; of any of them."""
    words: tuple[str, ...] = ()
    """Words that each message has, in its subject or in what its author wrote."""
    in_subject: bool = False
    """Whether the subject must have them: a thread was named."""
    period: Period | None = None


class _Topic(NamedTuple):
    """What the messages are about, and who sent them, as far as it stands beside that."""

    text: str
    authors: tuple[str, ...]
    in_subject: bool
    rest: str
    """What is neither."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return *pattern* compiled, when a question first needs it: all of them would take 15 ms of a start."""
    return re.compile(pattern, re.IGNORECASE)


def may_be_tally(text: str) -> bool:
    """Return whether *text* begins like such a question: a first, cheap look."""
    return len(text) <= _MAX_CHARS and _head(_opened(text)) is not None


def read_tally(text: str, today: date) -> Tally | None:
    """Return what *text* asks to have counted or listed; None if it asks for something else.

    *today* is the day from which "last week" is counted. Blocks as `find_period` does.
    """
    head = _head(_opened(text)) if len(text) <= _MAX_CHARS else None
    if head is None or _compiled(_UNREAD).search(head[1]) or _compiled(_BY_ME).search(head[1]):
        return None
    kind, rest = head
    period = find_period(rest, today)
    if period is not None:
        rest = _joined(rest, period.span)
    authors, rest = _take_author(kind, rest)
    topic = _take_topic(rest)
    authors += topic.authors
    tally = Tally(kind, authors, tuple(content_words(topic.text)), topic.in_subject, period)
    left = tokens(_compiled(_FILLER).sub(" ", topic.rest)) or (topic.text and not tally.words)
    return tally if not left and _is_sound(tally) else None


def _is_sound(tally: Tally) -> bool:
    """Return whether *tally* says enough, and its names can be names."""
    names = [tokens(name) for name in tally.authors]
    if len(tally.words) > _MAX_WORDS or any(len(name) > _MAX_WORDS or _NOT_NAMES & set(name) for name in names):
        return False
    match tally.kind:
        case "people" | "count people":
            return not names and bool(tally.words or tally.period)
        case "messages":
            return bool(names or tally.words or tally.period)
        case "first" | "last":
            return bool(names or tally.words)
        case "count" | "most":
            return True


def _opened(text: str) -> str:
    """Return *text* without what is said before and after the question itself."""
    return _compiled(_POLITE).sub("", " ".join(text.split())).rstrip(" ?.!")


def _joined(text: str, span: tuple[int, int]) -> str:
    """Return *text* without *span*."""
    return " ".join(f"{text[: span[0]]} {text[span[1] :]}".split())


def _head(text: str) -> tuple[TallyKind, str] | None:
    for kind, pattern in _BEGINNINGS:
        if (match := _compiled(rf"(?:{pattern})(?:(?<= )|(?![\w-]))").match(text)) is not None:
            return kind, text[match.end() :].strip()
    return None


def _take_author(kind: TallyKind, rest: str) -> tuple[tuple[str, ...], str]:
    """Return who is said to have sent the messages, and *rest* without it."""
    patterns = (_WHEN,) if kind in ("first", "last") else _BY
    match = next((match for pattern in patterns if (match := _compiled(pattern).search(rest)) is not None), None)
    if match is None or _NOT_NAMES.intersection(tokens(match["who"] or "")):
        return (), rest
    return _names(match["who"] or ""), _joined(rest, match.span())


def _take_topic(rest: str) -> _Topic:
    thread = _compiled(_THREAD).search(rest)
    about = thread or _compiled(_ABOUT).search(rest)
    in_subject = thread is not None or _compiled(_IN_SUBJECT).search(rest) is not None
    before = rest if about is None else rest[: about.start()]
    told = "" if about is None else _compiled(_IN_SUBJECT).sub(" ", rest[about.end() :])
    sender = ""
    if (match := _compiled(_FROM).search(before)) is not None:
        before, sender = before[: match.start()], before[match.end() :]
    elif (match := _compiled(_FROM).search(told)) is not None:
        told, sender = told[: match.start()], told[match.end() :]
    return _Topic(_trimmed(told), _names(_trimmed(sender)), in_subject, before)


def _trimmed(text: str) -> str:
    """Return *text* without the fillers at its end: "Ann are there" is "Ann"."""
    text = text.strip(" ,;:")
    while last := [match for match in _compiled(_FILLER).finditer(text) if match.end() == len(text)]:
        text = text[: last[0].start()].strip(" ,;:")
    return text


def _names(text: str) -> tuple[str, ...]:
    parts = re.split(r"\s*,\s*|\s+and\s+", text.strip())
    return tuple(name for part in parts if (name := re.sub(r"(?i)^(?:the|my)\s+", "", part).strip(" '\"")))
