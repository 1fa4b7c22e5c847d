"""`aigpt demo` answers from the sample mailbox, and shows the very code it runs."""

import inspect
import signal
from collections.abc import Callable

import pytest
from cli_running import Aigpt, Start, environment

from aigpt import AskReply, AsyncIGPT
from aigpt.cli import demo_steps

pytestmark = pytest.mark.forked

FUNCTIONS = [value for value in vars(demo_steps).values() if inspect.isfunction(value)]


def test_the_demo_answers(aigpt: Aigpt) -> None:
    done = aigpt("demo")
    assert (done.returncode, done.stderr) == (0, "")
    for function in FUNCTIONS:
        assert inspect.getsource(function) in done.stdout
    answers = [line for line in done.stdout.splitlines() if line.startswith("  │ ")]
    for words in ["9 June", "€48,500", "Priya Raman", "26 June", "24 buoys", "47 minutes", "16 September"]:
        assert any(words in line for line in answers), words
    assert "\x1b" not in done.stdout
    assert "127.0.0.1" in done.stdout


def test_a_failed_call_fails_the_demo(aigpt: Aigpt, monkeypatch: pytest.MonkeyPatch) -> None:
    async def ask(igpt: AsyncIGPT) -> AskReply[str]:
        return await igpt.recall.ask(input="Q", user=" ")

    monkeypatch.setattr(demo_steps, "ask", ask)
    done = aigpt("demo")
    assert done.returncode == 1
    assert "params" in done.stderr


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.__name__)
def test_its_code_fits_a_narrow_terminal(function: Callable[..., object]) -> None:
    assert max(map(len, inspect.getsource(function).splitlines())) <= 79


def test_ctrl_c_ends_it(start: Start) -> None:
    process = start("demo", env=environment())
    assert process.stdout
    assert process.stdout.readline().startswith("A server on this machine")
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=280)
    # It is quick, and may have come to its end first.
    assert (process.returncode, errors) in [(130, "aigpt: interrupted\n"), (0, "")]
