"""What only a language model can do: summaries, comparisons, translations, drafts, analyses."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

__all__ = ["ModelTask", "find_task"]

_MAX_CHARS = 500  # of a long question, where the task stands
# Patterns are for text in which single spaces divide the words.
_ASKED = (
    r"^\W*(?:(?:please|can|could|would|will|you|i want|i need|i(?: woul|['\u2019])d like|now|so|and)\b[ ,:]*)*"
    r"(?:(?:give|write|send|make|show) (?:(?:me|us) )?)?"
    r"(?:(?:the|an?|some|short|brief|quick|one[- ]\w+|longer?|detailed|my|your) )*"
)
_NOUNS = r"(?:reply|answer|response|e-?mail|message|letter|poem)"
_TASKS = (
    ("A summary", rf"{_ASKED}(?:summar(?:y|i[sz]e)|sum up|overview|recap|outline|gist|digest|tl;? ?dr)\b"),
    ("A summary", r"\bwhat(?:['\u2019]s| is) the (?:gist|summary|essence)\b"),
    ("A summary", r"\bin (?:a few|two|three) (?:words|sentences)\b"),
    ("A comparison", rf"{_ASKED}(?:compar(?:e|ing|ison)|contrast|pros and cons|differences? between)\b"),
    ("A comparison", r"\bwhat(?:['\u2019]s| is| are| was| were) the (?:main )?(?:differences?|pros and cons)\b"),
    ("A comparison", r"^\W*how (?:do|does|did)\b(?=.*\b(?:differ|compare)\b)"),
    ("A translation", rf"{_ASKED}translat(?:e|ion)\b"),
    ("A draft", rf"{_ASKED}(?:draft|rewrite|rephrase|paraphrase)\b"),
    ("A draft", rf"^\W*(?:(?:please|can|could|you) )*(?:write|compose) (?:me )?(?:an?|the|my) (?:\w+ )?{_NOUNS}\b"),
    ("An analysis", rf"{_ASKED}(?:analy[sz]e|analysis|evaluate|assess|interpret)\b"),
)


class ModelTask(NamedTuple):
    """A question that takes a language model."""

    note: str
    """A sentence that says so, and what to do."""
    about: str
    """The question without the words for the task."""


def find_task(question: str) -> ModelTask | None:
    """Return what *question* asks for that takes a language model; None if it can be answered by quotes."""
    text = " ".join(question[:_MAX_CHARS].split())
    for name, pattern in _tasks():
        match = pattern.search(text)
        if match is not None:
            note = f"{name} takes a language model; start the server with one (aigpt serve --model-url …)."
            return ModelTask(note, f"{text[: match.start()]} {text[match.end() :]}{question[_MAX_CHARS:]}")
    return None


@cache
def _tasks() -> list[tuple[str, re.Pattern[str]]]:
    """Return the patterns, compiled when the first question needs them, not at the start of the server."""
    return [(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _TASKS]
