"""Long texts as several messages: none too long, nothing lost, code blocks whole."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aigpt.bots import split_message

FENCE = re.compile(r" {0,3}(`{3,}|~{3,}).*")
WORDS = st.sampled_from(
    ["word", "Sentence.", "a" * 90, "\n", "\n\n", " ", "```", "```python", "~~~", "~~~~ text", "\n```\n", "\n~~~\n",
     "    indented", "👩‍👩‍👧", "é", "e\u0301", "🇩🇪", "`inline`", "\t", "`" * 12]
)  # fmt: skip


def shown(text: str) -> list[tuple[bool, str]]:
    """Return each letter that is shown, and whether it is code: by Markdown's rules, blocks opened by up to 5 marks."""
    letters: list[tuple[bool, str]] = []
    fence = ""
    for line in text.split("\n"):
        match = re.fullmatch(r" {0,3}(`{3,}|~{3,})(.*)", line)
        if match and not fence and len(match[1]) <= 5 and not (match[1][0] == "`" and "`" in match[2]):
            fence = match[1]
        elif match and fence and match[1].startswith(fence) and not match[2].strip():
            fence = ""
        else:
            letters += [(bool(fence), letter) for letter in line if not letter.isspace()]
    return letters


def longest_opening(text: str) -> int:
    """Return the length of the longest line that may open a block; a longer one than a message cannot be kept."""
    return max((len(line) for line in text.split("\n") if line.lstrip()[:3] in {"```", "~~~"}), default=0)


def open_fences(text: str) -> str | None:
    fence = None
    for line in text.split("\n"):
        match = FENCE.fullmatch(line)
        if match and fence is None and "`" not in line[match.end(1) :]:
            fence = match[1]
        elif match and fence is not None and match[1].startswith(fence) and line.strip() == match[1]:
            fence = None
    return fence


@given(st.lists(WORDS, max_size=60).map("".join), st.integers(40, 200))
@example("Sentence." + "`" * 36, 40)
@example("```python " + "x" * 25 + "`", 40)
@example("~~~ ~~~x \t~~~~ text" + "word" * 10, 40)
@example("```\n" + "x" * 28 + "\n  ```pythonSentence.\n```", 40)
def test_no_message_is_too_long_or_blank_and_all_is_shown_as_it_was(text: str, limit: int) -> None:
    messages = split_message(text, limit)
    assert all(0 < len(message) <= limit and message.strip() for message in messages)
    if longest_opening(text) <= 30:
        assert [letter for message in messages for letter in shown(message)] == shown(text)


@given(st.text(max_size=600), st.integers(40, 100))
def test_any_text_survives(text: str, limit: int) -> None:
    messages = split_message(text, limit)
    assert all(0 < len(message) <= limit for message in messages)
    if "```" not in text and "~~~" not in text:
        assert "".join("".join(messages).split()) == "".join(text.split())


@given(st.lists(st.sampled_from(["x = 1\n", "    y(x)\n", "\n", "z" * 70 + "\n"]), min_size=1, max_size=80))
def test_code_is_code_in_every_message_line_by_line(lines: list[str]) -> None:
    code = "".join(lines).strip("\n") or "pass"
    messages = split_message(f"Look:\n```python\n{code}\n```\nDone.", 120)
    assert all(open_fences(message) is None for message in messages)
    blocks = [block for message in messages for block in re.findall(r"```python\n(.*?)\n?```", message, re.DOTALL)]
    assert "\n".join(blocks).split() == code.split()
    assert [line for line in "\n".join(blocks).split("\n") if line.strip()] == [
        line for line in code.split("\n") if line.strip()
    ]


def test_a_short_text_is_one_message() -> None:
    assert split_message("Hello.\n") == ["Hello."]


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_nothing_is_no_message(text: str) -> None:
    assert split_message(text) == []


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("a" * 30 + "\n\n" + "b" * 30, ["a" * 30, "b" * 30]),
        ("one two three.\n" + "b" * 30 + " end", ["one two three.", "b" * 30 + " end"]),
        ("The first sentence is here. And a second one.", ["The first sentence is here.", "And a second one."]),
        ("word " * 12, [("word " * 8).strip(), ("word " * 4).strip()]),
        ("x" * 90, ["x" * 40, "x" * 40, "x" * 10]),
        ("- a\n" * 3 + "  - nested " + "c" * 25, ["- a\n- a\n- a", "  - nested " + "c" * 25]),
    ],
)
def test_it_is_cut_where_a_reader_would(text: str, messages: list[str]) -> None:
    assert split_message(text, 40) == messages


def test_a_code_block_is_closed_and_opened_again() -> None:
    text = "See:\n```python\nfirst = 1\nsecond = 2\nthird = 3\n```\nThat is all."
    assert split_message(text, 45) == [
        "See:\n```python\nfirst = 1\nsecond = 2\n```",
        "```python\nthird = 3\n```\nThat is all.",
    ]


def test_a_block_that_fits_is_not_begun_before_it() -> None:
    text = "x" * 30 + "\n```\n" + "y" * 30 + "\n```"
    assert split_message(text, 40) == ["x" * 30, "```\n" + "y" * 30 + "\n```"]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        # a line that opens no block, since marks follow in it, opens none when it is cut
        (
            "  ```pythonSentence. and `more` words, and the end",
            ["  ```pythonSentence. and `more` words,", "and the end"],
        ),
        # marks that are written again do not run into the word after them
        (
            "~~~ ~x\n" + "y" * 20 + "\n" + "z" * 20 + "\n~~~",
            ["~~~ ~x\n" + "y" * 20 + "\n~~~", "~~~\n" + "z" * 20 + "\n~~~"],
        ),
        # a cut in a row of marks opens no block
        ("Sentence." + "`" * 36, ["Sentence." + "`" * 30, "`" * 6]),
        # nor does one in code close it, or lose them
        ("```\nx" + "`" * 40, ["```\n```", "```\nx" + "`" * 31 + "\n```", "```\n    " + "`" * 9 + "\n```"]),
    ],
)
def test_fences_are_what_they_were(text: str, messages: list[str]) -> None:
    assert split_message(text, 40) == messages


def test_a_block_that_is_never_closed_is() -> None:
    assert split_message("```\ncode", 40) == ["```\ncode\n```"]


@pytest.mark.parametrize("drawn", ["👩‍👩‍👧‍👦", "e\u0301\u0301", "🇩🇪", "👍🏽", "\r\n"])
def test_what_is_drawn_as_one_is_not_cut(drawn: str) -> None:
    for offset in range(30, 41):
        text = "x" * offset + drawn + "y" * 30
        assert any(drawn.strip() in message for message in split_message(text, 40))


@pytest.mark.parametrize("limit", [-1, 0, 39])
def test_a_tiny_limit_is_refused(limit: int) -> None:
    with pytest.raises(ValueError, match="at least 40"):
        split_message("text", limit)


def test_ten_thousand_messages_take_no_time_to_speak_of() -> None:
    assert len(split_message("A sentence of some length. " * 20_000, 60)) > 5_000


def test_a_block_just_begun_is_no_message_of_its_own() -> None:
    assert split_message("Here it is:\n```py") == ["Here it is:\n```py\n```"]
