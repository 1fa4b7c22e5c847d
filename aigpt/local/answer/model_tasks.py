"""What only a language model can do: summaries, comparisons, translations, drafts, analyses."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["ModelTask", "find_task"]

_MAX_CHARS = 500  # where the task stands, of a long question
_ASKED = (
    r"^\W*(?:(?:please|can|could|would|will|you|i\s+(?:want|need|would\s+like)|i['\u2019]d\s+like|now|so|and)\b[\s,:]*)*"
    r"(?:(?:give|write|send|make|show)\s+(?:(?:me|us)\s+)?)?"
    r"(?:(?:the|an?|some|short|brief|quick|one[- ]\w+|longer?|detailed|my|your)\s+)*"
)
_A = r"(?:an?|the|my)\s+"
_NOUNS = r"(?:reply|answer|response|e-?mail|message|letter|poem)"
_TASKS = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("A summary", rf"{_ASKED}(?:summar(?:y|i[sz]e)|sum\s+up|overview|recap|outline|gist|digest|tl;?\s?dr)\b"),
        ("A summary", r"\bwhat(?:['\u2019]s|\s+is)\s+the\s+(?:gist|summary|essence)\b"),
        ("A summary", r"\bin\s+(?:a\s+few|two|three)\s+(?:words|sentences)\b"),
        ("A comparison", rf"{_ASKED}(?:compar(?:e|ing|ison)|contrast|pros\s+and\s+cons|differences?\s+between)\b"),
        (
            "A comparison",
            r"\bwhat(?:['\u2019]s|\s+(?:is|are|was|were))\s+the\s+(?:main\s+)?(?:differences?|pros\s+and\s+cons)\b",
        ),
        ("A comparison", r"^\W*how\s+(?:do|does|did)\b(?=.*\b(?:differ|compare)\b)"),
        ("A translation", rf"{_ASKED}translat(?:e|ion)\b"),
        ("A draft", rf"{_ASKED}(?:draft|rewrite|rephrase|paraphrase)\b"),
        ("A draft", rf"^\W*(?:(?:please|can|could|you)\s+)*(?:write|compose)\s+(?:me\s+)?{_A}(?:\w+\s+)?{_NOUNS}\b"),
        ("An analysis", rf"{_ASKED}(?:analy[sz]e|analysis|evaluate|assess|interpret)\b"),
    )
)  # fmt: skip


class ModelTask(NamedTuple):
    """A question that takes a language model."""

    note: str
    """A sentence that says so, and what to do."""
    about: str
    """The question without the words for the task."""


def find_task(question: str) -> ModelTask | None:
    """Return what *question* asks for that takes a language model; None if it can be answered by quotes."""
    text = " ".join(question[:_MAX_CHARS].split())
    for name, pattern in _TASKS:
        match = pattern.search(text)
        if match is not None:
            note = f"{name} takes a language model; start the server with one (aigpt serve --model-url …)."
            return ModelTask(note, f"{text[: match.start()]} {text[match.end() :]}{question[_MAX_CHARS:]}")
    return None
