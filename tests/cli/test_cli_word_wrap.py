"""The output of the demo is wrapped at the width, word by word, and loses nothing."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from aigpt.cli.demo_output import DemoPrinter
from aigpt.cli.word_wrap import WordWrapper


def folded(pieces: list[str], width: int | None) -> str:
    out = io.StringIO()
    file = WordWrapper(out, width, "  │ ")
    for piece in pieces:
        file.write(piece)
    file.finish()
    return out.getvalue()


def test_lines_fold_between_words() -> None:
    assert folded(["one two three four"], 14) == "  │ one two\n  │ three four\n"
    assert folded(["one two three four"], 13) == "  │ one two\n  │ three\n  │ four\n"


def test_pieces_may_cut_words() -> None:
    assert folded(["hel", "lo w", "orld"], 40) == folded(["hello world"], 40) == "  │ hello world\n"


def test_without_a_width_nothing_folds() -> None:
    assert folded(["word " * 50], None).count("\n") == 1


def test_wide_letters_count_twice() -> None:
    assert folded(["田中美咲 田中"], 14) == "  │ 田中美咲\n  │ 田中\n"


def test_what_is_too_long_for_a_word_is_not_waited_for() -> None:
    out = io.StringIO()
    WordWrapper(out, 80).write("田" * 50)
    assert out.getvalue() == "田" * 50


def test_indentation_stays() -> None:
    out = io.StringIO()
    file = WordWrapper(out, 80)
    file.write("if so:\n    go  on\n\tor not")
    file.finish()
    assert out.getvalue() == "if so:\n    go  on\n    or not\n"


def test_empty_lines_stay() -> None:
    assert folded(["a\n\nb\n"], 40) == "  │ a\n  │ \n  │ b\n"


@given(st.lists(st.text("ab \n", max_size=12), max_size=8), st.integers(min_value=10, max_value=30))
def test_every_word_comes_once_within_the_width(pieces: list[str], width: int) -> None:
    shown = folded(pieces, width)
    assert shown.replace("│", " ").split() == "".join(pieces).split()
    words = max((len(w) for w in "".join(pieces).split()), default=0)
    assert all(len(line) <= max(width, 4 + words) for line in shown.splitlines())


def example() -> int:
    """Return one."""
    return 1


@pytest.mark.parametrize("terminal", [True, False])
def test_the_code_shown_is_the_function_itself(*, terminal: bool) -> None:
    out = io.StringIO()
    DemoPrinter(Console(file=out, force_terminal=terminal, color_system=None, width=40)).code(example)
    assert out.getvalue() == '\ndef example() -> int:\n    """Return one."""\n    return 1\n\n'
