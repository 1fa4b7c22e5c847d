"""Warnings of the embedded server are shown by `aigpt serve`: each once, with a remedy, and not thousands of them."""

import logging
import subprocess
import sys
from types import SimpleNamespace

import pytest
from cli_running import environment

from aigpt.cli.serve_warnings import ServerWarnings
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
    with ServerWarnings():
        for hints in (embedding_client._HINTS, chat_client._HINTS, chat_client._HINTS):
            log.warning(failed, "m", "URL", f"status 404{hints[404]}")
        now += 61
        log.warning(failed, "m", "URL", f"status 401{hints[401]}")
        log.warning(failed, "m", "URL", f"status 404{hints[404]}")
    missing = f"Warning: the {kind} 'm' at URL failed: status 404; check --model-url and {option}"
    key = f"Warning: the {kind} 'm' at URL failed: status 401; check the key in AIGPT_MODEL_KEY"
    assert capsys.readouterr().err.splitlines() == [missing, key, missing]


def test_what_cannot_be_read_is_named_once_the_first_list_was_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with ServerWarnings() as warnings:
        READING.warning("%s: %s: %s", "mbox/1", "a.mbox at byte 7", "has no header")
        SERVER.error("a reader died\x1b[2J at\n  here.py, line 5")
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
    with ServerWarnings() as warnings:
        warnings.name_unread()
        for number in range(3000):
            READING.warning("message %d", number)
        now += 61
        READING.warning("message %d", 1)
    lines = capsys.readouterr().err.splitlines()
    assert lines[:20] == [f"Warning: message {number}" for number in range(20)]
    assert lines[20] == "Warning: more than 20 in 60 s; some are not shown. AIGPT_LOG=info shows all."
    assert lines[21:] == ["Warning: message 1"]


def test_the_log_of_the_environment_is_not_doubled() -> None:
    code = """
import logging
from aigpt._http.log import set_up_from_environment
from aigpt.cli.serve_warnings import ServerWarnings
set_up_from_environment()
with ServerWarnings():
    logging.getLogger("aigpt.local").warning("the disk is full")
    logging.getLogger("aigpt.local.model").warning("the model failed; check the key")
"""
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(AIGPT_LOG="info"), capture_output=True, text=True, check=True
    )
    assert done.stderr.count("the disk is full") == 1
    assert "Warning: the model failed; check the key in AIGPT_MODEL_KEY\n" in done.stderr
