"""`aigpt bulk` and `aigpt report`: every exit code, what goes where, signals, and the real questions."""

import json
import os
import pty
import re
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_running import COMMAND, NAMES, Outcome, Start, environment
from filelock import FileLock
from object_server import ObjectServer
from real_data import DATA

from aigpt._fanout.starts import MOST_RATE
from aigpt.bulk.result import STOP_ON
from aigpt.cli import bulk, bulk_progress, main
from aigpt.testing import Call, ScriptedServer

pytestmark = pytest.mark.forked

QUESTIONS = "".join(f'"question {i}"\n' for i in range(20))
Bulk = Callable[..., Outcome]


def echo(call: Call) -> dict[str, Any]:
    return {"output": call.json.get("input", call.json.get("query")), "usage": {"total_tokens": 3}}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a directory with some questions in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "q.jsonl").write_text(QUESTIONS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def command(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, ready: dict[str, str], place: Path
) -> Bulk:
    """Run `aigpt` in this process; unlike elsewhere, a run that was stopped has more to say than one line."""

    def run(*args: str) -> Outcome:
        for name, value in ready.items():
            monkeypatch.setenv(NAMES[name], value)
        monkeypatch.setattr(sys, "argv", ["aigpt", *args])
        with pytest.raises(SystemExit) as ended:
            main()
        assert isinstance(ended.value.code, int)
        return Outcome(args, ended.value.code, *capsys.readouterr())

    return run


def outputs(path: Path) -> list[str]:
    rows = [json.loads(line) for line in path.read_text(encoding="ascii").splitlines()]
    return sorted(row["reply"].get("output", row["error"]) for row in rows)


# ── exit codes ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_all_answered_is_0_and_stdout_stays_clean(command: Bulk, place: Path, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=echo)
    done = command("bulk", "ask", "q.jsonl", "-o", "a.jsonl", "--set", "quality=cef-1-high", "--set", "n=3")
    assert (done.returncode, done.stdout) == (0, "")
    assert "20 of 20 rows answered, 0 failed, 0 left: a.jsonl" in done.stderr
    assert "tokens: 60 total" in done.stderr
    assert outputs(place / "a.jsonl") == sorted(json.loads(line) for line in QUESTIONS.splitlines())
    assert {(call.json["quality"], call.json["n"], call.json["user"]) for call in igpt_server.calls} == {
        ("cef-1-high", 3, "mara")
    }
    assert stat.S_IMODE((place / "a.jsonl").stat().st_mode) == 0o600


def test_of_a_search_no_tokens_are_said_to_be_unknown(command: Bulk, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/search", json={"documents": []})
    done = command("bulk", "search", "q.jsonl", "-o", "a.jsonl")
    assert done.returncode == 0
    assert re.search(r"\n\d+\.\d s, [\d.]+ calls/s, 0 retries\n", done.stderr)
    assert "tokens" not in done.stderr


def test_some_failed_is_3_until_they_are_asked_again(command: Bulk, place: Path, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json={"error": "quota"}, times=2)
    igpt_server.reply("recall/ask", json=echo)
    for more in ([], ["--resume"]):
        done = command("bulk", "ask", "q.jsonl", "-o", "a.jsonl", *more)
        assert (done.returncode, done.stdout) == (3, "")
        assert "18 of 20 rows answered, 2 failed" in done.stderr
        assert "--retry-errors" in done.stderr
    assert "failed (quota 2)" in command("report", "a.jsonl").stdout
    done = command("bulk", "ask", "q.jsonl", "-o", "a.jsonl", "--retry-errors")
    assert done.returncode == 0
    assert "quota" not in outputs(place / "a.jsonl")


def test_a_refused_key_is_1_and_loses_nothing(command: Bulk, place: Path, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=echo, times=5)
    igpt_server.reply("recall/ask", status=401, times=1)
    igpt_server.reply("recall/ask", json=echo)
    done = command("bulk", "ask", "q.jsonl", "-o", "a.jsonl", "--concurrency", "1")
    assert (done.returncode, done.stdout) == (1, "")
    assert re.search(
        "\naigpt: stopped: auth: the API key was refused; check IGPT_API_KEY, or the file given by --api-key-file; "
        "the row '.*' was refused, others were not: if only such rows are, --stop-on insufficient_quota writes them as "
        "failed; the same command resumes the run\n$",
        done.stderr,
    )
    assert len(outputs(place / "a.jsonl")) == 5
    assert command("bulk", "ask", "q.jsonl", "-o", "a.jsonl").returncode == 0
    assert len(outputs(place / "a.jsonl")) == 20


def test_one_row_that_is_refused_is_named_and_can_be_passed(
    command: Bulk, place: Path, igpt_server: ScriptedServer
) -> None:
    (place / "q.jsonl").write_text('{"id": "one", "input": "a"}\n{"id": "two", "input": "b"}\n', encoding="utf-8")
    igpt_server.reply("recall/ask", json=echo, times=1)
    igpt_server.reply("recall/ask", status=403)
    done = command("bulk", "ask", "q.jsonl", "-o", "a.jsonl", "--concurrency", "1")
    assert done.returncode == 1
    assert "; the row 'two' was refused, others were not" in done.stderr
    done = command("bulk", "ask", "q.jsonl", "-o", "a.jsonl", "--stop-on", "insufficient_quota")
    assert done.returncode == 3
    assert "1 of 2 rows answered, 1 failed, 0 left" in done.stderr


def test_a_device_as_the_output_is_2(command: Bulk, igpt_server: ScriptedServer) -> None:
    done = command("bulk", "ask", "q.jsonl", "-o", "/dev/full")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "aigpt: /dev/full is a device or a pipe, which cannot be resumed; give a file as the output\n"
    )


def test_an_input_that_changes_meanwhile_is_1(command: Bulk, place: Path, igpt_server: ScriptedServer) -> None:
    def answer(call: Call) -> dict[str, Any]:
        if len(igpt_server.calls) == 5:
            (place / "q.jsonl").write_text('"a"\n', encoding="utf-8")
        return {"output": "."}

    igpt_server.reply("recall/ask", json=answer)
    (place / "q.jsonl").write_text("".join(f'"{"x" * 2000} {i}"\n' for i in range(100)), encoding="utf-8")
    done = command("bulk", "ask", "q.jsonl", "-o", "a.jsonl", "--concurrency", "1")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("aigpt: q.jsonl was changed while the run was reading it; ")
    assert done.stderr.endswith("or start over with --fresh\n")


def test_an_unwritable_target_is_2(command: Bulk, igpt_server: ScriptedServer) -> None:
    done = command("bulk", "ask", "q.jsonl", "-o", "none/a.jsonl")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("aigpt: cannot write none/a.jsonl: the folder ")
    assert done.stderr.endswith("none does not exist; make it, or name another output\n")
    assert command("bulk", "ask", "q.jsonl", "-o", "q.jsonl/").returncode == 2


def test_an_output_that_another_run_is_writing_is_2(command: Bulk, place: Path, igpt_server: ScriptedServer) -> None:
    with FileLock(place / ".a.jsonl.lock"):
        done = command("bulk", "ask", "q.jsonl", "-o", "a.jsonl")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "aigpt: another run is writing a.jsonl; wait for it, or give another output\n"
    assert not igpt_server.calls


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["ask", "none.jsonl", "-o", "a"], "cannot read none.jsonl: No such file"),
        (["list", "q.jsonl", "-o", "a"], "'list' is not one of"),
        (["ask", "q.jsonl"], "Missing option '-o'"),
        (["ask", ".", "-o", "a"], "name a folder as the output, too: -o FOLDER/"),
        (["ask", "q.jsonl", "-o", "a", "--map", "input"], "not of the form PARAMETER=COLUMN"),
        (["ask", "q.jsonl", "-o", "a", "--set", "input"], "not of the form PARAMETER=VALUE"),
        (["ask", "q.jsonl", "-o", "a", "--map", "input=x"], "line 1 of q.jsonl is not a valid row"),
        (["ask", "q.jsonl", "-o", "a", "--concurrency", "0"], "is not a number from 1, MIN-MAX, or auto"),
        (["ask", "q.jsonl", "-o", "a", "--concurrency", "9-2"], "is not a number from 1, MIN-MAX, or auto"),
        (["ask", "q.jsonl", "-o", "a", "--max-cost", "x"], "'x' is not a valid number"),
        (["ask", "q.jsonl", "-o", "a", "--rate", "0"], "'0' is neither a number above 0 nor auto"),
        (["ask", "q.jsonl", "-o", "a", "--rate", "inf"], "'inf' is neither a number above 0 nor auto"),
        (["ask", "q.jsonl", "-o", "a", "--rate", "1e308"], "nor auto (1e+09 at most)"),
        (["ask", "q.jsonl", "-o", ""], "--output is empty; give the name of a file"),
        (
            ["ask", "q.jsonl", "-o", "a.CSV"],
            "--output ends with .csv, a format that is not written; give a name that ends",
        ),
        (["ask", "q.jsonl", "-o", "a.jsonl.gz"], "--output ends with .gz, a format that is not written"),
        (["ask", "", "-o", "a"], "source is empty; give the name of a file"),
        (["ask", "q.jsonl", "-o", "a", "--stop-on", "auth,"], "is not a list of error codes"),
        (["ask", "q.jsonl", "-o", "a", "--rate", "fast"], "'fast' is neither a number above 0 nor auto"),
        (["ask", "q.jsonl", "-o", "a", "--fresh", "--resume"], "cannot be combined"),
        (["ask", "q.jsonl", "-o", "a", "--set", "timeout=-1"], "timeout must be"),
        (["ask", "q.jsonl", "-o", "q.jsonl"], "q.jsonl is the input and would be overwritten"),
        (["ask", "q.jsonl", "-o", "a", "--api-key", "k"], "No such option"),
    ],
)
def test_wrong_usage_is_2(command: Bulk, igpt_server: ScriptedServer, args: list[str], words: str) -> None:
    done = command("bulk", *args)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("aigpt: ")
    assert done.stderr.count("\n") == 1
    assert words in done.stderr
    assert not igpt_server.calls


def test_a_bad_line_is_named_or_left_out(command: Bulk, place: Path, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=echo)
    (place / "q.jsonl").write_text('"a"\n{"inp\n"b"\n', encoding="utf-8")
    done = command("bulk", "ask", "q.jsonl", "-o", "a.jsonl")
    assert done.returncode == 2
    assert done.stderr == (
        "aigpt: line 2 of q.jsonl is not a valid row: it is not JSON; correct it, or leave such lines out with "
        "--skip-bad\n"
    )
    done = command("bulk", "ask", "q.jsonl", "-o", "a.jsonl", "--skip-bad")
    assert done.returncode == 0
    assert "1 line left out: line 2 (it is not JSON)" in done.stderr
    assert outputs(place / "a.jsonl") == ["a", "b"]


def test_lines_left_out_before_are_counted(command: Bulk, place: Path, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=echo)
    (place / "q.jsonl").write_text('"a"\n{"inp\n"b"\n', encoding="utf-8")
    first, again = (command("bulk", "ask", "q.jsonl", "-o", "out/", "--skip-bad") for _ in range(2))
    assert "1 line left out: line 2 (it is not JSON)\n" in first.stderr
    assert again.returncode == 0
    assert "1 line left out\n" in again.stderr


def test_what_the_command_says_of_codes_and_rates_is_what_a_run_takes() -> None:
    """It has copies of both, since the modules that they are in are slow to import."""
    assert bulk._parse_codes(bulk_option("stop_on").default) == STOP_ON
    assert bulk._MOST_RATE == MOST_RATE


def bulk_option(name: str) -> Any:
    return next(option for option in bulk.bulk.params if option.name == name)


def test_adaptive_and_a_rate(command: Bulk, place: Path, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/search", json=echo)
    for concurrency, rate in (("auto", "200"), ("1-300", "auto")):
        args = ["-o", "a.jsonl", "--fresh", "--concurrency", concurrency, "--rate", rate]
        assert command("bulk", "search", "q.jsonl", *args).returncode == 0
    assert len(igpt_server.calls) == 40


# ── processes ───────────────────────────────────────────────────────────────────────────────────────────────────


def wait_for(process: subprocess.Popen[str], words: str) -> None:
    """Read stderr up to the line that holds *words*."""
    assert process.stderr
    line = "-"
    while line and words not in line:
        line = process.stderr.readline()
    assert words in line


SIGNALS = [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")]


@pytest.mark.parametrize(("number", "code", "word"), SIGNALS)
def test_the_first_signal_finishes_what_is_under_way(
    start: Start, place: Path, igpt_server: ScriptedServer, number: signal.Signals, code: int, word: str
) -> None:
    gate = igpt_server.gate()
    igpt_server.reply("recall/ask", json=echo, after=gate)
    env = environment(url=igpt_server.url, key="k", user="mara")
    process = start("bulk", "ask", "q.jsonl", "-o", "a.jsonl", "--concurrency", "4", env=env)
    assert gate.wait_reached(4, timeout=280)
    process.send_signal(number)
    wait_for(process, f"{word}: waiting for 4 calls")
    gate.open()
    out, err = process.communicate(timeout=280)
    assert (process.returncode, out) == (code, "")
    assert "4 of 20 rows answered, 0 failed, 16 left" in err
    assert len(outputs(place / "a.jsonl")) == 4


@pytest.mark.parametrize("second", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize(("number", "code", "word"), SIGNALS)
def test_the_second_signal_stops_at_once(
    start: Start,
    place: Path,
    igpt_server: ScriptedServer,
    number: signal.Signals,
    code: int,
    word: str,
    second: signal.Signals,
) -> None:
    gate = igpt_server.gate()
    igpt_server.reply("recall/ask", json=echo, after=gate)
    env = environment(url=igpt_server.url, key="k", user="mara")
    process = start("bulk", "ask", "q.jsonl", "-o", "a.jsonl", "--concurrency", "4", env=env)
    assert gate.wait_reached(4, timeout=280)
    process.send_signal(number)
    wait_for(process, f"{word}: waiting for 4 calls")
    process.send_signal(second)
    out, err = process.communicate(timeout=280)
    assert (process.returncode, out) == (code, "")
    assert err.endswith(f"aigpt: {word}\n")
    assert outputs(place / "a.jsonl") == []


@pytest.mark.parametrize(("number", "code", "word"), SIGNALS)
def test_a_signal_ends_the_wait_for_standard_input(
    start: Start, place: Path, igpt_server: ScriptedServer, number: signal.Signals, code: int, word: str
) -> None:
    env = environment(url=igpt_server.url, key="k", user="mara")
    process = start("bulk", "ask", "-", "-o", "a.jsonl", env=env, stdin=subprocess.PIPE)
    assert process.stdin is not None
    process.stdin.write('"a question"\n' * 100_000)  # more than a pipe holds: it is being read
    process.stdin.write('"half a')
    process.stdin.flush()
    process.send_signal(number)
    wait_for(process, f"{word}: waiting for 0 calls")
    assert process.wait(60) == code
    assert not igpt_server.calls


def test_sigterm_ends_it_before_the_run_as_well(place: Path, igpt_server: ScriptedServer) -> None:
    """By a handler of its own: the default would not end the first process of a container."""
    env = environment(url=igpt_server.url, user="mara")
    code, shown = on_terminal(["bulk", "ask", "q.jsonl", "-o", "a.jsonl"], env, b"API key:", signal.SIGTERM)[:2]
    assert code == 143
    assert "aigpt: terminated" in str(shown)


def test_the_second_signal_ends_a_read_that_never_ends(start: Start, place: Path, igpt_server: ScriptedServer) -> None:
    """As of an address whose store does not answer."""
    (place / "sitecustomize.py").write_text(
        "import sys, threading, aigpt.bulk.places as places\n"
        "places.file_system = lambda _: (print('asked', file=sys.stderr, flush=True), threading.Event().wait())\n",
        encoding="utf-8",
    )
    env = {**environment(url=igpt_server.url, key="k", user="mara"), "PYTHONPATH": str(place)}
    process = start("bulk", "ask", "gs://bucket/q.jsonl", "-o", "a.jsonl", env=env)
    wait_for(process, "asked")
    process.send_signal(signal.SIGINT)
    wait_for(process, "interrupted: waiting for 0 calls")
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 130


def test_sigterm_ends_the_first_process_of_a_container(place: Path, igpt_server: ScriptedServer) -> None:
    in_container = ["unshare", "--pid", "--fork", "--kill-child"]
    if subprocess.run([*in_container, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("no right to make a PID namespace")
    gate = igpt_server.gate()
    igpt_server.reply("recall/ask", json=echo, after=gate)
    env = environment(url=igpt_server.url, key="k", user="mara")
    args = [*in_container, *COMMAND, "bulk", "ask", "q.jsonl", "-o", "a.jsonl", "--concurrency", "4"]
    with subprocess.Popen(args, env=env, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert gate.wait_reached(4, timeout=280)
        (child,) = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
        os.kill(int(child), signal.SIGTERM)
        wait_for(process, "terminated: waiting for 4 calls")
        gate.open()
        assert process.wait(60) == 143
    assert len(outputs(place / "a.jsonl")) == 4


def test_standard_input_is_an_input(place: Path, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=echo)
    env = environment(url=igpt_server.url, key="k", user="mara")
    args = [*COMMAND, "bulk", "ask", "-", "-o", "a.jsonl"]
    done = subprocess.run(args, env=env, input=b"What?\nWho?\n", capture_output=True, check=False, timeout=280)
    assert (done.returncode, done.stdout) == (0, b"")
    assert outputs(place / "a.jsonl") == ["What?", "Who?"]


def on_terminal(
    args: list[str], env: dict[str, str], prompt: bytes, then: bytes | signal.Signals | None
) -> tuple[int, str]:
    """Run `aigpt` on a terminal, type or send a signal once the prompt is there, and return what was shown.

    A prompt for what is hidden ends with its space: it is written once the terminal has dropped what was typed.
    """
    ours, theirs = pty.openpty()
    streams = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
    # In a session of its own, or it would ask at the terminal that the tests were started from.
    with subprocess.Popen([*COMMAND, *args], env=env, start_new_session=True, **streams) as process:
        os.close(theirs)
        written = b""
        try:
            while piece := os.read(ours, 65536):
                written += piece
                if then and prompt in written:
                    if isinstance(then, bytes):
                        os.write(ours, then)
                    else:
                        process.send_signal(then)
                    then = None
        except OSError:  # how Linux says that nobody holds the other end any more
            pass
        except BaseException:  # or the end of the block would wait for it, beyond every timeout
            process.kill()
            raise
    os.close(ours)
    return process.returncode, written.decode()


def test_a_terminal_shows_a_bar_and_asks_for_a_key(place: Path, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=echo, after=0.6)
    env = environment(url=igpt_server.url, user="mara", TERM="xterm-256color", COLUMNS="120")
    args = ["bulk", "ask", "q.jsonl", "-o", "a.jsonl", "--concurrency", "10"]
    code, shown = on_terminal(args, env, b"API key: ", b"k-typed\n")
    assert code == 0
    assert "API key:" in shown
    assert "k-typed" not in shown.partition("API key:")[2]
    assert "10/20" in shown
    assert "10 in flight" in shown
    assert {call.headers["Authorization"] for call in igpt_server.calls} == {"Bearer k-typed"}


def test_elsewhere_there_is_a_plain_line_from_time_to_time(
    command: Bulk, igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk_progress, "_LINE_INTERVAL", 0.05)
    igpt_server.reply("recall/ask", json={"error": "quota"}, times=1)
    igpt_server.reply("recall/ask", json=echo, after=0.1)
    done = command("bulk", "ask", "q.jsonl", "-o", "a.jsonl", "--concurrency", "2")
    lines = [line for line in done.stderr.splitlines() if "in flight" in line]
    assert len(lines) >= 3
    with_failure = next(line for line in lines if "quota 1, " in line)
    assert "/20, " in with_failure
    assert with_failure.endswith(" s left")
    assert "tokens" in lines[-1]


def test_a_pause_is_said(
    command: Bulk, place: Path, igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place / "q.jsonl").write_text('"question 0"\n"question 1"\n', encoding="utf-8")
    monkeypatch.setattr(bulk_progress, "_LINE_INTERVAL", 0.1)
    igpt_server.reply("recall/ask", status=429, headers={"Retry-After": "0.8"}, times=1)
    igpt_server.reply("recall/ask", json=echo)
    done = command("bulk", "ask", "q.jsonl", "-o", "a.jsonl", "--concurrency", "1")
    assert "0 in flight, paused by the server for 1 s" in done.stderr


@pytest.mark.parametrize(("seconds", "words"), [(12, "12 s"), (600, "10 min"), (9000, "2.5 h")])
def test_durations_are_for_people(seconds: float, words: str) -> None:
    assert bulk_progress._duration(seconds) == words


# ── report ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_report_is_figures_and_a_page(command: Bulk, place: Path, igpt_server: ScriptedServer) -> None:
    igpt_server.reply("recall/ask", json=echo)
    command("bulk", "ask", "q.jsonl", "-o", "a.jsonl")
    done = command("report", "a.jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("a.jsonl: 20 of 20 rows\n20 calls: 20 ok, 0 failed\n")
    assert done.stdout.endswith("page: a.html\n")
    assert "<svg" in (place / "a.html").read_text(encoding="utf-8")
    assert "page: b.html" in command("report", "a.jsonl", "--html", "b.html").stdout
    figures = json.loads(command("report", "a.jsonl", "--json").stdout)
    assert (figures["total"], figures["ok"], figures["tokens"]) == (20, 20, {"total_tokens": 60})


def test_the_help_of_report_names_the_file_that_is_written(command: Bulk, place: Path) -> None:
    (place / "answers.jsonl").touch()
    words = " ".join(command("report", "--help").stdout.split())
    default = re.search(r"--html .*\[default: OUTPUT with the suffix \.html: (\S+) for (\S+)\]", words)
    assert default is not None, words
    assert f"page: {default[1]}\n" in command("report", default[2]).stdout


@pytest.mark.parametrize("args", [["a.html"], ["a.jsonl", "--html", "a.jsonl"], ["a.jsonl", "--html", "./a.jsonl"]])
def test_a_report_never_overwrites_the_rows(
    command: Bulk, place: Path, igpt_server: ScriptedServer, args: list[str]
) -> None:
    igpt_server.reply("recall/ask", json=echo)
    assert command("bulk", "ask", "q.jsonl", "-o", "rows").returncode == 0
    (place / "rows").rename(place / args[0])  # no run writes .html itself
    done = command("report", *args)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"would overwrite {args[0]}" in done.stderr
    assert len(outputs(place / args[0])) == 20


def test_a_report_of_nothing_is_2(command: Bulk) -> None:
    done = command("report", "none.jsonl")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "aigpt: cannot read none.jsonl: No such file or directory\n"
    assert command("report", "q.jsonl").returncode == 2


def test_a_report_without_matplotlib_is_2(command: Bulk, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "a.jsonl").write_text('{"elapsed": 1, "retries": 0, "time": 1}\n')
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    done = command("report", "a.jsonl")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("aigpt: the page needs matplotlib: ")
    assert command("report", "a.jsonl", "--json").returncode == 0


def test_a_page_that_cannot_be_written_is_1(command: Bulk, place: Path) -> None:
    (place / "a.jsonl").touch()
    done = command("report", "a.jsonl", "--html", "/dev/full")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("aigpt: cannot write /dev/full: ")


# ── real questions ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.usefixtures("real_data")
def test_the_real_questions_are_answered_once_each_though_killed(start: Start, place: Path) -> None:
    """All 244, against `aigpt serve` over the meetings; killed at three moments and run again."""
    served = start("serve", "--data", str(DATA / "meetings"), "--port", "0", "--db", "index.sqlite", env=environment())
    assert served.stdout is not None
    url = next(line.partition("=")[2].strip() for line in served.stdout if "IGPT_BASE_URL=" in line)
    assert served.stderr is not None
    assert any("35 notes indexed" in line for line in served.stderr)  # each answer takes its time from then on
    questions = DATA / "meeting_questions.jsonl"
    env = environment(url=url, key="k", user="me")
    args = ["bulk", "ask", str(questions), "--map", "input=query", "-o", "a.jsonl", "--concurrency", "4"]
    answers = place / "a.jsonl"
    for rows in (1, 80, 160):
        process = start(*args, env=env)
        while process.poll() is None and (answers.read_bytes().count(b"\n") if answers.exists() else 0) < rows:
            time.sleep(0.05)
        process.kill()
        process.communicate()
    process = start(*args, env=env)
    _, err = process.communicate(timeout=280)
    assert process.returncode == 0, err
    wanted = {row["id"]: row["query"] for row in map(json.loads, questions.read_bytes().splitlines())}
    rows_found = [json.loads(line) for line in (place / "a.jsonl").read_bytes().splitlines()]
    assert len(rows_found) == len(wanted) == 244
    assert {row["id"]: row["request"]["input"] for row in rows_found} == wanted
    assert all(row["error"] is None and row["reply"]["output"] for row in rows_found)


# ── a folder of parts ───────────────────────────────────────────────────────────────────────────────────────────


def test_an_output_that_ends_with_a_slash_is_a_folder_of_parts(
    command: Bulk, place: Path, igpt_server: ScriptedServer
) -> None:
    igpt_server.reply("*", json=echo)
    found = command("bulk", "ask", "q.jsonl", "-o", "out/", "--rate", "10000")
    assert found.returncode == 0
    assert "20 of 20 rows answered, 0 failed, 0 left: out/" in found.stderr
    assert [path.name for path in (place / "out").glob("part-*")] == ["part-00000-000000000000.parquet"]
    found = command("report", "out", "--json")
    assert {"total": 20, "ok": 20}.items() <= json.loads(found.stdout).items()
    assert command("report", "out").returncode == 0
    assert (place / "out.html").stat().st_size > 1000


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--batch-size", "3"], "--batch-size is for embeddings"),
        (["--workers", "3"], "--address and --workers are for --engine ray"),
    ],
)
def test_options_of_the_other_kind_of_output_are_refused(command: Bulk, options: list[str], message: str) -> None:
    found = command("bulk", "ask", "q.jsonl", "-o", "out/", *options)
    assert (found.returncode, message in found.stderr) == (2, True)


def test_where_ray_is_missing_the_option_is_named(command: Bulk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    found = command("bulk", "ask", "q.jsonl", "-o", "out/", "--engine", "ray")
    assert (found.returncode, found.stdout) == (2, "")
    assert re.search(r"--engine ray needs ray: pip install .*\[ray\]", found.stderr), found.stderr
    assert "engine=" not in found.stderr


def test_an_output_in_an_object_store_is_written_and_reported(
    command: Bulk, place: Path, igpt_server: ScriptedServer
) -> None:
    igpt_server.reply("*", json=echo)
    with ObjectServer() as objects:
        target = objects.address("s3", "answers/")
        found = command("bulk", "ask", "q.jsonl", "-o", target)
        assert (found.returncode, found.stdout) == (0, ""), found.stderr
        assert "s3cret" not in found.stderr
        assert "20 of 20 rows answered, 0 failed, 0 left: s3://bucket/answers" in found.stderr
        found = command("report", target)
        assert found.returncode == 0, found.stderr
        assert "answers: 20 of 20 rows" in found.stdout
        assert (place / "answers.html").stat().st_size > 1000
        objects.refuses = True
        found = command("report", target, "--json")
        assert (found.returncode, "cannot read s3://bucket/answers: " in found.stderr) == (1, True)
