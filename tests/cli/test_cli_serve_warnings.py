"""Warnings of the embedded server are shown by `aigpt serve`: each once, with a remedy, and not thousands of them."""

import errno
import io
import logging
import subprocess
import sys
from types import SimpleNamespace

import pytest
from cli_running import environment

from aigpt._http.log_text import Places
from aigpt.cli.serve_progress import IndexingProgress
from aigpt.cli.serve_warnings import ServerWarnings
from aigpt.local import Progress
from aigpt.local.answer import chat_client
from aigpt.local.embed import embedding_client

SERVER = logging.getLogger("aigpt.local")
READING = logging.getLogger("aigpt.local.reading")


@pytest.mark.parametrize(("kind", "option"), [("embedding model", "--embedding-model"), ("model", "--model")])
def test_a_model_without_that_name_names_its_option_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kind: str, option: str
) -> None:
    now = 1000.0
    monkeypatch.setattr("aigpt.cli.serve_warnings.time", SimpleNamespace(monotonic=lambda: now))
    log, failed = logging.getLogger("aigpt.local.model"), f"the {kind} %r at %s failed: %s"
    with ServerWarnings(IndexingProgress()):
        for hints in (embedding_client._HINTS, chat_client._HINTS, chat_client._HINTS):
            log.warning(failed, "m", "URL", f"status 404{hints[404]}")
        now += 61
        log.warning(failed, "m", "URL", f"status 401{hints[401]}")
        log.warning(failed, "m", "URL", f"status 404{hints[404]}")
    missing = f"Warning: the {kind} 'm' at URL failed: status 404; check --model-url and {option}"
    key = f"Warning: the {kind} 'm' at URL failed: status 401; check the key in AIGPT_MODEL_KEY"
    assert capsys.readouterr().err.splitlines() == [missing, key, missing]


def test_what_cannot_be_read_is_named_once_the_first_list_was_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with ServerWarnings(IndexingProgress()) as warnings:
        READING.warning("%s: %s: %s", "mbox/1", "a.mbox at byte 7", "has no header")
        SERVER.error("a reader died\x1b[2J at\n%s", Places("  here.py, line 5\n"))
        warnings.name_unread()
        READING.warning("%s: %s: %s", "mbox/1", "a.mbox at byte 9", "has no header")
        READING.info("an attachment was skipped")
    SERVER.warning("nobody listens any more")
    assert capsys.readouterr() == (
        "",
        "Warning: a reader died at\n  here.py, line 5\nWarning: mbox/1: a.mbox at byte 9: has no header\n",
    )


def test_of_thousands_some_are_named(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr("aigpt.cli.serve_warnings.time", SimpleNamespace(monotonic=lambda: now))
    with ServerWarnings(IndexingProgress()) as warnings:
        warnings.name_unread()
        for number in range(3000):
            READING.warning("message %d", number)
        SERVER.warning("a reader process died")
        now += 61
        READING.warning("message %d", 1)
        for number in range(22):
            SERVER.warning("fault %d", number)
    lines = capsys.readouterr().err.splitlines()
    assert lines[:20] == [f"Warning: message {number}" for number in range(20)]
    assert lines[20] == "Warning: more than 20 in 60 s; some are not shown. AIGPT_LOG=info shows all."
    assert lines[21:24] == [
        "Warning: a reader process died",
        "Warning: 2,980 more were not shown.",
        "Warning: message 1",
    ]
    assert lines[-3:] == ["Warning: fault 19", lines[20], "Warning: 2 more were not shown."]


def test_a_name_is_part_of_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with ServerWarnings(IndexingProgress()) as warnings:
        warnings.name_unread()
        for name in ("a\n  Warning: forged.txt", "a\nsecond.txt"):
            READING.warning("%s: %s: %s", "mbox/1", name, "is no text")
        READING.warning("%s", "mbox/1: a\nthird.txt: is no text")  # as a reader process tells it
    assert capsys.readouterr().err.splitlines() == [
        "Warning: mbox/1: a Warning: forged.txt: is no text",
        "Warning: mbox/1: a second.txt: is no text",
        "Warning: mbox/1: a third.txt: is no text",
    ]


def test_a_fault_is_the_same_one_in_each_request(capsys: pytest.CaptureFixture[str]) -> None:
    failed = "%s failed: %s (request id %s)\n%s"
    with ServerWarnings(IndexingProgress()):
        for number, line in enumerate((5, 5, 6)):
            SERVER.error(failed, "/v1/files", "OSError", f"{number:032x}", Places(f"  here.py, line {line}\n"))
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == f"Warning: /v1/files failed: OSError (request id {0:032x})"
    assert [line for line in lines if not line.startswith("Warning")] == ["  here.py, line 5", "  here.py, line 6"]


def test_a_datasource_has_its_title(capsys: pytest.CaptureFixture[str]) -> None:
    progress = IndexingProgress()
    progress.show(Progress("folder/1/messages", "po\nst", 0, 0, 0, 0, 0, finished=False))
    with ServerWarnings(progress):
        SERVER.warning("%s: the process that reads it died", "folder/1/messages")
    assert capsys.readouterr().err == "Warning: po st (folder/1/messages): the process that reads it died\n"


class _Gone(io.StringIO):
    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def write(self, _: str, /) -> int:
        raise self._error


@pytest.mark.parametrize("error", [BrokenPipeError(), OSError(errno.ENOSPC, "full"), ValueError("closed file")])
def test_without_a_stderr_nothing_ends(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    progress = IndexingProgress()
    with ServerWarnings(progress) as warnings:
        warnings.name_unread()
        monkeypatch.setattr("sys.stderr", _Gone(error))
        READING.warning("a message has no header")


def test_the_log_of_the_environment_is_not_doubled() -> None:
    code = """
import logging
from aigpt._http.log import set_up_from_environment
from aigpt.cli.serve_progress import IndexingProgress
from aigpt.cli.serve_warnings import ServerWarnings
set_up_from_environment()
with ServerWarnings(IndexingProgress()):
    logging.getLogger("aigpt.local").warning("the disk is full")
    logging.getLogger("aigpt.local.model").warning("the model failed; check the key")
"""
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(AIGPT_LOG="info"), capture_output=True, text=True, check=True
    )
    assert done.stderr.count("the disk is full") == 1
    assert "Warning: the model failed; check the key in AIGPT_MODEL_KEY\n" in done.stderr
