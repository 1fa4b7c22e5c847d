"""What is told of the indexing: how far it is, what came of it, what could not be read."""

import io
from dataclasses import replace

import pytest

from aigpt.cli import serve_progress
from aigpt.cli.serve_progress import EmbeddingLines, IndexingProgress
from aigpt.local import EmbeddingProgress, Failure, Indexed, Progress, Skipped

HALF = Progress("mbox/1/messages", "a\x1b[2J.mbox", 500, 1000, 1200, 0, 1, finished=False)
WHOLE = Progress("mbox/1/messages", "a\x1b[2J.mbox", 1000, 1000, 2500, 0, 1, finished=True)

_TO_LINE_START, _CLEAR_LINE = "\x1b[1A", "\x1b[2K"


def result(failures: int = 0, skipped: int = 0) -> Indexed:
    """Return the outcome for a folder in which so many things went wrong."""
    failed = tuple(Failure(f"m{number}", "has no header", number) for number in range(failures))
    left_out = tuple(Skipped(f"p{number}\x1b[2J.png", "neither mail nor notes") for number in range(skipped))
    return Indexed("folder/1/messages", "post", "/post", 1200, 1, failed, left_out, finished=True)


def test_lines_come_now_and_then(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with IndexingProgress() as report:
        report.show(HALF)  # too soon to say something
        monkeypatch.setattr(serve_progress, "_LINE_INTERVAL", 0)
        report.show(HALF)
        report.show(WHOLE)
    assert capsys.readouterr() == ("", "a.mbox: 50 % read, 1,200 messages\n")


def test_on_a_terminal_it_is_a_bar(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    with IndexingProgress() as report:
        report.show(HALF)
        report.show(WHOLE)
        report.finish([result()])
    output, told = capsys.readouterr()
    assert output == ""
    assert "a.mbox" in told
    assert "100 %" in told
    assert "\x1b[2J" not in told
    assert told.endswith("post: 1,200 messages and 1 note indexed.\n")


def test_a_line_takes_the_place_of_the_bars_and_they_come_again(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    with IndexingProgress() as report:
        report.show(HALF)
        drawn = capsys.readouterr().err
        report.print_line("Warning: a reader died")
        told = capsys.readouterr().err
    assert "a.mbox" in drawn
    before, after = told.split("Warning: a reader died\n")
    assert before.endswith(f"{_TO_LINE_START}{_CLEAR_LINE}")
    assert "a.mbox" in after


def test_beside_the_log_of_the_environment_it_is_lines(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr(serve_progress, "is_set_up", lambda: True)
    with IndexingProgress() as report:
        report.show(HALF)
        report.finish([result()])
    assert capsys.readouterr() == ("", "post: 1,200 messages and 1 note indexed.\n")


@pytest.mark.parametrize("terminal", [False, True])
def test_without_a_stderr_the_indexing_goes_on(monkeypatch: pytest.MonkeyPatch, *, terminal: bool) -> None:
    if terminal:
        monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr(serve_progress, "_LINE_INTERVAL", 0)
    monkeypatch.setattr(serve_progress, "_EMBEDDING_INTERVAL", 0)
    with IndexingProgress() as report:
        monkeypatch.setattr("sys.stderr", _Gone())
        for progress in (HALF, HALF, WHOLE):
            report.show(progress)
        embedding = EmbeddingLines(report.print_line)
        for finished in (False, False, True):
            embedding.show(EmbeddingProgress(1, 2, finished=finished))
        report.finish([result(failures=1)])
        report.show(replace(WHOLE, messages=2501))


class _Gone(io.StringIO):
    def write(self, _: str, /) -> int:
        raise BrokenPipeError


@pytest.mark.parametrize("terminal", [False, True])
def test_what_is_connected_later_is_told_when_it_is_done(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *, terminal: bool
) -> None:
    if terminal:
        monkeypatch.setenv("FORCE_COLOR", "1")
    with IndexingProgress() as report:
        report.finish([])
        report.show(HALF)
        report.show(WHOLE)
    told = capsys.readouterr().err
    assert told.endswith("a.mbox: 2,500 messages indexed.\n")
    assert told.count("indexed.") == 1


def test_what_is_read_again_is_told_if_it_has_changed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with IndexingProgress() as report:
        report.finish([replace(result(), datasource=WHOLE.datasource, title="a.mbox", messages=2500, notes=0)])
        monkeypatch.setattr(serve_progress, "_LINE_INTERVAL", 60)
        for progress in (HALF, WHOLE, WHOLE, replace(WHOLE, messages=2501), WHOLE):
            report.show(progress)
    first = "a.mbox: 2,500 messages indexed."
    assert capsys.readouterr().err.splitlines() == [first, "a.mbox: 2,501 messages indexed.", first]


@pytest.mark.parametrize("terminal", [False, True])
def test_of_uploads_nothing_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *, terminal: bool
) -> None:
    if terminal:
        monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr(serve_progress, "_LINE_INTERVAL", 0)
    name = "upload/1/messages"
    with IndexingProgress() as report:
        for _ in range(2):
            report.show(replace(HALF, datasource=name))
        report.finish([replace(result(failures=1), datasource=name)])
        report.show(replace(WHOLE, datasource=name))
    assert capsys.readouterr() == ("", "")


def test_all_that_went_wrong_is_counted_and_named(capsys: pytest.CaptureFixture[str]) -> None:
    with IndexingProgress() as report:
        report.finish([result(failures=1, skipped=60)])
    lines = capsys.readouterr().err.splitlines()
    assert lines[:3] == [
        "post: 1,200 messages and 1 note indexed.",
        "post: could not be read: 1",
        "  m0: has no header",
    ]
    assert lines[3] == "post: left out, being neither mail nor notes: 60"
    assert lines[4] == "  p0.png"
    assert lines[-1] == "  and 10 more"
    assert len(lines) == 4 + 50 + 1


def test_what_went_wrong_in_the_same_way_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    broken = (Failure("m1", "a.pdf is damaged", 0),) * 3 + (Failure("m2", "b.pdf is damaged", 0),)
    with IndexingProgress() as report:
        report.finish([Indexed("mbox/1", "post", "/post", 2, 0, (), (), finished=True, skipped_attachments=broken)])
    assert capsys.readouterr().err.splitlines()[1:] == [
        "post: attachments whose text was not read: 4",
        "  m1: a.pdf is damaged (3 times)",
        "  m2: b.pdf is damaged",
    ]
