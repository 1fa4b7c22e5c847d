"""What AIGPT_LOG prints: a record is a line, whatever is in the names that it has."""

import logging

import pytest

from aigpt._http import log
from aigpt._http.log_text import Places, TerminalFormatter

FORMATTER = TerminalFormatter("[%(name)s] %(message)s")
PLACE = '  File "here.py", line 5, in read\n    read()\n'


def record(message: str, *values: object, error: BaseException | None = None) -> logging.LogRecord:
    given = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("aigpt.local", logging.WARNING, "", 0, message, values, given)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\n[aigpt.local] forged", r"a\n[aigpt.local] forged"),
        ("\x1b[31mred\x1b]0;title\x07", r"\x1b[31mred\x1b]0;title\x07"),
        ("d\rover\x08\x9b2J", r"d\rover\x08\x9b2J"),
        ("e\u202egpj\u2066\u061c\u2028f", r"e\u202egpj\u2066\u061c\u2028f"),
        ("no \udcff UTF-8", r"no \udcff UTF-8"),
        ("müße\t世界", "müße\t世界"),
    ],
)
def test_names_neither_move_the_cursor_nor_begin_a_line(name: str, shown: str) -> None:
    assert FORMATTER.format(record("%s: %s", name, "empty")) == f"[aigpt.local] {shown}: empty"
    assert FORMATTER.format(record("%s: %s", "empty", name)) == f"[aigpt.local] empty: {shown}"


def test_places_in_the_code_are_lines_below_it() -> None:
    given = record("%s: failed\n%s", "a\nb", Places(f"{PLACE}    \x1b[2J\n"))
    assert FORMATTER.format(given) == f"[aigpt.local] a\\nb: failed\n{PLACE}    \\x1b[2J"
    assert FORMATTER.format(record("failed: %s", Places(""))) == "[aigpt.local] failed: "


def test_a_traceback_is_indented_and_other_handlers_get_it_as_it_was() -> None:
    given = record("%s: failed", "a\n", error=ValueError("in\n[aigpt.local] forged\x1b[2J"))
    first, *lines = FORMATTER.format(given).split("\n")
    assert first == r"[aigpt.local] a\n: failed"
    assert lines == ["  ValueError: in", r"  [aigpt.local] forged\x1b[2J"]
    assert (given.msg, given.args, given.exc_text) == ("%s: failed", ("a\n",), None)
    assert "\n[aigpt.local] forged\x1b[2J" in logging.Formatter().format(given)
    assert FORMATTER.format(given) == "\n".join([first, *lines])


def test_it_is_what_the_environment_has_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("AIGPT_LOG", "info")
    monkeypatch.setattr(log, "_handler", None)
    monkeypatch.setattr(log.logger, "handlers", [])
    monkeypatch.setattr(log.logger, "level", log.logger.level)
    log.set_up_from_environment()
    log.logger.warning("%s: empty", "a\nb")
    log.logger.setLevel(logging.NOTSET)
    assert capsys.readouterr().err.endswith("aigpt WARNING] a\\nb: empty\n")
