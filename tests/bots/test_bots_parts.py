"""Limits of what people ask, earlier questions of a thread, the names of sources, failures in one line."""

from __future__ import annotations

import errno
import logging
from typing import Any

import aiohttp
import pytest

from aigpt import RunReply
from aigpt.bots import (
    UNREACHABLE,
    AskLimits,
    Conversations,
    TooManyQuestions,
    in_one_line,
    log_in_one_line,
    name_sources,
)


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


# ── limits ──────────────────────────────────────────────────────────────────────────────────────────────────────


def refused(limits: AskLimits, person: str) -> tuple[float, bool]:
    with pytest.raises(TooManyQuestions) as caught, limits.admit(person):
        pass
    return caught.value.retry_after, caught.value.by_person


def test_one_person_has_so_many_answers_at_once() -> None:
    limits = AskLimits(at_once_per_person=2)
    with limits.admit("a"), limits.admit("a"):
        assert refused(limits, "a") == (5, True)
        with limits.admit("b"):
            assert limits.under_way == 3
    with limits.admit("a"):
        assert limits.under_way == 1
    assert limits.under_way == 0


def test_all_together_have_so_many() -> None:
    limits = AskLimits(at_once=2)
    with limits.admit("a"), limits.admit("b"):
        assert refused(limits, "c") == (5, False)
    with limits.admit("c"):
        pass


def test_one_person_may_ask_so_many_questions_in_a_time() -> None:
    clock = Clock()
    limits = AskLimits(per_person=(2, 60), clock=clock)
    for _ in range(2):
        with limits.admit("a"):
            clock.now += 10
    assert refused(limits, "a") == (40, True)  # what is refused counts for nothing
    assert refused(limits, "a") == (40, True)
    with limits.admit("b"):
        pass
    clock.now += 40
    with limits.admit("a"):
        pass
    assert refused(limits, "a") == (10, True)


def test_who_asked_long_ago_is_forgotten() -> None:
    clock = Clock()
    limits = AskLimits(per_person=(2, 60), clock=clock)
    for number in range(1000):
        with limits.admit(f"person {number}"):
            clock.now += 1
    assert len(limits._asked) <= 61


def test_an_answer_that_fails_is_over_too() -> None:
    limits = AskLimits(at_once=1)
    with pytest.raises(KeyError), limits.admit("a"):
        raise KeyError
    with limits.admit("a"):
        pass


@pytest.mark.parametrize("options", [{"at_once": 0}, {"at_once_per_person": 0}, {"per_person": (0, 60)}])
def test_limits_of_nothing_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="must be above 0"):
        AskLimits(**options)


# ── conversations ───────────────────────────────────────────────────────────────────────────────────────────────


def test_a_chain_of_questions_goes_back_to_its_subject() -> None:
    conversations = Conversations()
    for question in ("Where is Heron?", "When is the launch of Heron?", "And who approved it?"):
        conversations.add("t", question)
    given, _ = conversations.ask("t", "Why?")
    assert given == "Why?\n(Asked before: When is the launch of Heron? And who approved it?)"


def test_a_first_question_goes_alone() -> None:
    assert Conversations().ask("t", "And when is that?") == ("And when is that?", None)


@pytest.mark.parametrize("question", ["And who approved it?", "Why?", "Who told them?", "what about Berlin", "When?"])
def test_a_question_that_refers_back_has_the_last_one_in_its_input(question: str) -> None:
    conversations = Conversations()
    conversations.add("t", "Where is Heron?")
    conversations.add("t", "When is the  launch\nof Heron?")
    given, told = conversations.ask("t", question)
    assert given == f"{question}\n(Asked before: When is the launch of Heron?)"
    assert "- Where is Heron?\n- When is the launch of Heron?\n" in (told or "")


@pytest.mark.parametrize(
    "question",
    ["What is the marketing budget?", f"And {'this is a long text in which much is said ' * 3}"],
)
def test_a_question_with_a_subject_of_its_own_has_it_in_the_instructions_alone(question: str) -> None:
    conversations = Conversations()
    conversations.add("t", "When is the launch?")
    given, told = conversations.ask("t", question)
    assert given == question
    assert "- When is the launch?\n" in (told or "")


def test_conversations_are_apart_bounded_and_forgotten() -> None:
    clock = Clock()
    conversations = Conversations(turns=2, ttl=60, maxsize=2, clock=clock)
    for number in range(3):
        conversations.add("a", f"question {number}")
    told = conversations.ask("a", "Why?")[1] or ""
    assert "question 0" not in told
    assert "- question 1\n- question 2\n" in told
    assert conversations.ask("b", "Why?") == ("Why?", None)
    conversations.add("b", "x" * 10_000)
    assert len(conversations.ask("b", "Why?")[0]) < 400
    conversations.add("c", "first")
    assert conversations.ask("a", "Why?") == ("Why?", None)
    clock.now += 60
    assert conversations.ask("c", "Why?") == ("Why?", None)
    assert not conversations._questions


def test_conversations_of_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="must be above 0"):
        Conversations(turns=0)


# ── sources ─────────────────────────────────────────────────────────────────────────────────────────────────────


def reply(*sources: dict[str, Any], **more: Any) -> RunReply[Any]:
    return RunReply({"output": "Yes.", "metadata": {"sources": list(sources)}, **more})


def test_sources_are_named_once_each_and_counted_beyond_five() -> None:
    sources = [{"id": f"m{n}", "title": f"Mail {n}", "provider": "Ann", "timestamp": 86_400.0 * n} for n in range(7)]
    assert name_sources(reply(*sources[:2], *sources[:2])) == (
        "\n\nSources:\n• “Mail 0”, Ann, 1970-01-01\n• “Mail 1”, Ann, 1970-01-02"
    )
    assert name_sources(reply(*sources)).endswith("\n• “Mail 4”, Ann, 1970-01-05\n• and 2 more")
    assert name_sources(reply(*sources), most=1).count("\n• ") == 2


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ({"id": "m1", "title": "", "provider": None, "timestamp": None}, "m1"),
        ({}, "a message"),
        ({"title": "x" * 100, "provider": "A\nB"}, f"“{'x' * 79}…”, A B"),
        ({"title": "a ```b", "timestamp": 1e300}, "“a '''b”"),
        ({"title": "Now", "timestamp": "yesterday"}, "“Now”"),
        ({"title": "Now", "provider": '"Ann B." <ann@b.example>'}, "“Now”, Ann B."),
        ({"title": "Now", "provider": "<ann@b.example>"}, "“Now”, <ann@b.example>"),
    ],
)
def test_sources_are_named_by_what_is_known_of_them(source: dict[str, Any], named: str) -> None:
    assert name_sources(reply(source)) == f"\n\nSources:\n• {named}"


def test_an_answer_without_sources_names_none() -> None:
    assert name_sources(reply()) == ""
    assert name_sources(RunReply({"output": "Yes."})) == ""


# ── failures in one line ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("exc", "said"),
    [
        (TimeoutError(), "TimeoutError"),
        (aiohttp.ServerDisconnectedError(), "Server disconnected"),
        (OSError(98, "Address\nin use"), "[Errno 98] Address in use"),
    ],
)
def test_a_failure_is_one_line(exc: Exception, said: str) -> None:
    assert isinstance(exc, UNREACHABLE)
    assert in_one_line(exc) == said


def test_only_failures_of_the_network_are_shortened_in_a_log(caplog: pytest.LogCaptureFixture) -> None:
    log_in_one_line("a.platform")
    log = logging.getLogger("a.platform")
    of_a_file = FileNotFoundError(errno.ENOENT, "No such file", "tokens.json")
    for exc in (
        *(TimeoutError(), ConnectionResetError("cut"), ConnectionResetError("twice")),
        *(KeyError("a fault"), of_a_file),
    ):
        log.error("lost: %s", "twice", exc_info=exc)
    assert [record.getMessage() for record in caplog.records] == [
        "lost: twice (TimeoutError)",
        "lost: twice (cut)",
        *["lost: twice"] * 3,
    ]
    assert [bool(record.exc_info) for record in caplog.records] == [False, False, False, True, True]
