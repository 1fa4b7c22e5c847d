"""`aigpt serve --model-url`: a language model answers, and its troubles are told."""

from __future__ import annotations

import shlex
import signal
import subprocess

import pytest
from cli_running import Aigpt, Start, environment

from aigpt.testing import ScriptedServer

pytestmark = pytest.mark.forked

ROUTE = "chat/completions"
QUESTION = "How much is the marketing budget?"
ANSWER = [
    {"choices": [{"delta": {"content": "It is "}, "finish_reason": None}]},
    {"choices": [{"delta": {"content": "€48,500 [1]."}, "finish_reason": "stop"}]},
]


def serve(start: Start, url: str, **env: str) -> tuple[subprocess.Popen[str], dict[str, str]]:
    """Serve the sample with the model at *url*; return the process, and what leads a client to it."""
    options = ["--readers", "0", "--model-url", url, "--model", "small", "--model-timeout", "20"]
    process = start("serve", "--sample", "--port", "0", *options, env=environment(**env))
    assert process.stdout
    printed = dict(shlex.split(line)[1].split("=", 1) for line in [process.stdout.readline() for _ in range(6)][3:])
    return process, {"url": printed["IGPT_BASE_URL"], "key": "any", "user": printed["IGPT_API_USER"]}


def stop(process: subprocess.Popen[str]) -> str:
    process.send_signal(signal.SIGINT)
    return process.communicate(timeout=280)[1]


def indexed(process: subprocess.Popen[str]) -> str:
    """Wait until all is indexed; return what was said until then."""
    assert process.stderr
    lines = [process.stderr.readline()]
    while lines[-1] and "meetings: 1 note indexed." not in lines[-1]:
        lines.append(process.stderr.readline())
    return "".join(lines)


def test_the_model_answers_with_the_key_of_the_environment(
    aigpt: Aigpt, start: Start, igpt_server: ScriptedServer
) -> None:
    igpt_server.stream(ROUTE, ANSWER, times=2)
    igpt_server.reply(ROUTE, status=401, json={"error": {"message": "bad key: model-key"}})
    process, ready = serve(start, igpt_server.url, AIGPT_MODEL_KEY="model-key")
    assert "Warning" not in indexed(process)
    for command in ("ask", "run"):
        done = aigpt(command, QUESTION, **ready)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("It is €48,500 [1].\n\nSources\n  [1] ")
    assert igpt_server.calls[0].json["model"] == "small"
    assert igpt_server.calls[0].headers["Authorization"] == "Bearer model-key"
    for _ in range(2):
        failed = aigpt("ask", QUESTION, **ready)
        assert (failed.returncode, failed.stdout) == (1, "")
        assert "model_error" in failed.stderr
    told = stop(process)
    assert f"Warning: the model 'small' at {igpt_server.url} failed: the server answered with status 401" in told
    assert "check the key in AIGPT_MODEL_KEY" in told
    assert told.count("Warning") == 1
    assert "model-key" not in told
    assert "marketing" not in told


def test_a_model_that_is_not_there_yet_is_only_a_warning(start: Start, unused_tcp_port: int) -> None:
    process, _ = serve(start, f"http://127.0.0.1:{unused_tcp_port}/v1")
    assert f"Warning: nothing listens at http://127.0.0.1:{unused_tcp_port}/v1" in indexed(process)
    assert stop(process).endswith("Stopped.\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--model-url", "http://127.0.0.1:1/v1"], "--model NAME"),
        (["--model", "small"], "--model-url URL"),
        (["--embedding-model", "small"], "--model-url URL and --embedding-model"),
        (["--model-url", "http://127.0.0.1:1/v1", "--embedding-model", " "], "name is blank"),
        (["--model-url", "http://models.example/v1", "--model", "small"], "plain http"),
        (["--model-url", "http://127.0.0.1:1/v1", "--model", " "], "name is blank"),
        (["--model-url", "http://127.0.0.1:1/v1", "--model", "small", "--model-timeout", "0"], "--model-timeout"),
        (["--model-url", "http://127.0.0.1:1/v1", "--model", "small", "--model-timeout", "inf"], "timeout"),
        (["--model-url", "http://127.0.0.1:1/v1", "--model", "small", "--model-context", "9"], "--model-context"),
    ],
)
def test_wrong_arguments(aigpt: Aigpt, arguments: list[str], words: str) -> None:
    done = aigpt("serve", "--sample", "--port", "0", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
