"""What somebody asked before in a thread, for questions that refer back to it."""

from __future__ import annotations

import re
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable

_MAX_CHARS = 300  # of an earlier question
_MAX_BACK = 3
_MAX_WORDS = 12  # of a question that may need those before it to be understood
_FEW_WORDS = 3
_FURTHER = re.compile(
    r"\W*(?:and|but|or|so|then|also|ok|okay|what about|how about|what else|which one|why|who else|when exactly)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:it|its|that|this|those|these|they|them|their|he|him|his|she|hers?|there|both|else|same|former|latter|above|"
    r"earlier|previous)\b",
    re.IGNORECASE,
)


class Conversations:
    """Remembers what was asked in each conversation: the last *turns* questions, for *ttl* seconds after the last.

    A conversation is one person's in one thread: what others ask there is theirs, and so is what they are answered
    from. At most *maxsize* are kept, in memory only; the one that was silent longest is forgotten first. *clock* is
    monotonic, in seconds. Raises ValueError for options that are not above 0.
    """

    def __init__(
        self,
        *,
        turns: int = 5,
        ttl: float = 3600.0,
        maxsize: int = 10_000,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if turns <= 0 or ttl <= 0 or maxsize <= 0:
            raise ValueError("turns, ttl (seconds) and maxsize (conversations) must be above 0")
        self._turns = turns
        self._ttl = ttl
        self._maxsize = maxsize
        self._clock = clock
        self._questions: OrderedDict[Hashable, tuple[float, deque[str]]] = OrderedDict()

    def add(self, conversation: Hashable, question: str) -> None:
        """Remember *question*, once it was answered."""
        earlier = deque(self._earlier(conversation), maxlen=self._turns)
        earlier.append(" ".join(question.split())[:_MAX_CHARS])
        self._questions[conversation] = self._clock() + self._ttl, earlier
        self._questions.move_to_end(conversation)
        if len(self._questions) > self._maxsize:
            self._questions.popitem(last=False)

    def ask(self, conversation: Hashable, question: str) -> tuple[str, str | None]:
        """Return the input and the instructions for `recall.run`: *question*, with what was asked before it.

        The instructions say what was asked before. A question that cannot be understood without that ("And who
        approved it?") is followed by it in the input too, since a search may know nothing but the input.
        """
        # Not what was answered: that quotes what others wrote, who could give instructions in it.
        earlier = self._earlier(conversation)
        if not earlier:
            return question, None
        listed = "\n".join(f"- {one}" for one in earlier)
        told = f"Earlier in this conversation the same person asked, the oldest first:\n{listed}"
        given = f"{question}\n(Asked before: {_subject(earlier)})" if _refers_back(question) else question
        return given, f"{told}\nUse that only to understand what the question refers to."

    def _earlier(self, conversation: Hashable) -> list[str]:
        now = self._clock()
        while self._questions and next(iter(self._questions.values()))[0] <= now:
            self._questions.popitem(last=False)
        return list(self._questions[conversation][1]) if conversation in self._questions else []


def _subject(earlier: list[str]) -> str:
    """Return the last question, and those before it while it refers back itself."""
    said: list[str] = []
    for question in reversed(earlier[-_MAX_BACK:]):
        said.insert(0, question)
        if not _refers_back(question):
            break
    return " ".join(said)


def _refers_back(question: str) -> bool:
    words = len(question.split())
    if words > _MAX_WORDS:
        return False
    return words <= _FEW_WORDS or bool(_FURTHER.match(question) or _BACK.search(question))
