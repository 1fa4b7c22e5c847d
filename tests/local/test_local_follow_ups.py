"""Which questions are searched for together with those before them."""

from __future__ import annotations

import pytest

from aigpt.local.answer.follow_ups import Turn, search_text

BEFORE = "What did the board approve for the Heron launch?"


def told(*texts: str) -> list[Turn]:
    return [Turn("assistant" if number % 2 else "user", text) for number, text in enumerate(texts)]


@pytest.mark.parametrize(
    "question",
    [
        "When was that?",
        "And who objected to it?",
        "What about the Osprey?",
        "Why?",
        "Who told them?",
        "How much is it?",
        "And in August?",
        "What else?",
        "Is there more on it?",
    ],
)
def test_a_question_that_refers_back_brings_the_one_before(question: str) -> None:
    assert search_text(question, told(BEFORE, "A budget of 40,000 euros.")) == f"{question}\n{BEFORE}"


@pytest.mark.parametrize(
    "question",
    [
        "Who suggested lunch?",
        "Is there a mail about lunch?",
        "What did Zoe write about the harbour in March?",
        "Which of these messages on spam filters mentions bayesian classifiers and their false positives?",
        "And what did Tomás say on firmware, solar panels, antennas, batteries and the delivery to Trondheim?",
        "it " * 1_000,
    ],
)
def test_a_question_of_its_own_stands_alone(question: str) -> None:
    assert search_text(question, told(BEFORE, "A budget of 40,000 euros.")) == question


def test_without_history_nothing_is_brought() -> None:
    assert search_text("When was that?", []) == "When was that?"
    assert search_text("When was that?", [Turn("assistant", "Hello!"), Turn("user", " ")]) == "When was that?"


def test_a_chain_of_them_is_followed_so_far() -> None:
    chain = told(BEFORE, "A.", "And when?", "B.", "And why?", "C.")
    assert search_text("And who?", chain) == f"And who?\nAnd why?\nAnd when?\n{BEFORE}"
    longer = told(BEFORE, "A.", "Why?", "B.", "When?", "C.", "Where?", "D.")
    assert search_text("Who?", longer) == "Who?\nWhere?\nWhen?\nWhy?"


def test_a_long_question_before_brings_its_beginning() -> None:
    assert len(search_text("Why?", told("harbour " * 1_000))) < 500
