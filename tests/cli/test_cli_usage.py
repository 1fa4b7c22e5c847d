"""Wrong use is one clear line and exit code 2, found before anything is sent; help costs little."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from cli_running import Aigpt, environment

from aigpt._install import install_command
from aigpt.testing import ScriptedServer

READY = {"url": "http://127.0.0.1:9/v1", "key": "k-secret", "user": "mara"}
CALLS = [["ask", "Q"], ["run", "Q"], ["search", "Q"], ["datasources"], ["datasources", "disconnect", "x"]]
COMMANDS = ["", "ask", "run", "search", "datasources", "datasources disconnect", "chat", "serve", "demo"]


def without(name: str) -> dict[str, str]:
    """Return the settings less one."""
    return {key: value for key, value in READY.items() if key != name}


@pytest.mark.parametrize("arguments", CALLS)
def test_no_key(aigpt: Aigpt, arguments: list[str]) -> None:
    done = aigpt(*arguments, **without("key"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "IGPT_API_KEY" in done.stderr
    assert "aigpt serve" in done.stderr


@pytest.mark.parametrize("arguments", CALLS)
@pytest.mark.parametrize("user", [None, "  "])
def test_no_user(aigpt: Aigpt, arguments: list[str], user: str | None) -> None:
    done = aigpt(*arguments, *(["--user", user] if user else []), **without("user"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "--user" in done.stderr
    assert "IGPT_API_USER" in done.stderr


@pytest.mark.parametrize("url", ["nonsense", "ftp://127.0.0.1", "http://192.0.2.1/v1", "https://"])
def test_a_wrong_url(aigpt: Aigpt, url: str) -> None:
    done = aigpt("ask", "Q", **{**READY, "url": url})
    assert (done.returncode, done.stdout) == (2, "")
    assert "IGPT_BASE_URL" in done.stderr or "base_url" in done.stderr


def test_an_unreachable_server(aigpt: Aigpt) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))  # and never listens
        port = listener.getsockname()[1]
        done = aigpt("run", "Q", **{**READY, "url": f"http://127.0.0.1:{port}/v1"})
    assert (done.returncode, done.stdout) == (1, "")
    assert f"127.0.0.1:{port}" in done.stderr
    assert "aigpt serve" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ask"], "QUESTION"),
        (["ask", " "], "empty"),
        (["ask", "-"], "empty"),
        (["search"], "--people"),
        (["search", "Q", "--from", "2026-02-30"], "'2026-02-30' is not a date"),
        (["search", "Q", "--to", "20260401"], "YYYY-MM-DD"),
        (["search", "Q", "--from", "2026-04-02", "--to", "2026-04-01"], "--from 2026-04-02 is after --to 2026-04-01"),
        (["search", "Q", "--max-results", "0"], "--max-results"),
        (["run", "Q", "--timeout", "0"], "--timeout"),
        (["run", "Q", "--timeout", "nan"], "timeout"),
        (["run", "Q", "--output-format", "yaml"], "'yaml' is neither text, nor json, nor @FILE"),
        (["run", "Q", "--output-format", "@missing.json"], "missing.json: No such file"),
        (["run", "Q", "--api-key-file", "missing"], "missing: No such file"),
        (["run", "Q", "--api-key", "k"], "--api-key"),
        (["nonsense"], "nonsense"),
        (["--nonsense"], "--nonsense"),
        (["datasources", "disconnect"], "ID"),
    ],
)
def test_wrong_arguments(aigpt: Aigpt, arguments: list[str], words: str) -> None:
    done = aigpt(*arguments, **READY)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr


def test_http_to_another_machine_has_to_be_allowed(
    aigpt: Aigpt, igpt_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    igpt_server.reply("recall/ask", json={"output": "yes"})
    # Not an address of this machine alone, though it leads there.
    ready = {**READY, "url": igpt_server.url.replace("127.0.0.1", "0.0.0.0")}  # noqa: S104 (nothing listens there)
    refused = aigpt("ask", "Q", "--json", **ready)
    assert refused.returncode == 2
    assert "--allow-http" in refused.stderr
    assert not igpt_server.calls
    assert json.loads(aigpt("ask", "Q", "--json", "--allow-http", **ready).stdout) == {"output": "yes"}
    monkeypatch.setenv("IGPT_ALLOW_HTTP", "1")
    assert json.loads(aigpt("ask", "Q", "--json", **ready).stdout) == {"output": "yes"}


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le"])
def test_a_question_in_utf_16_is_named_as_such(aigpt: Aigpt, codec: str) -> None:
    done = aigpt("ask", "-", stdin="What is new?".encode(codec), **READY)
    assert done.returncode == 2
    remedy = codec.replace("-le", "le")
    assert f"the question is {remedy.upper()}, not UTF-8; convert it with: iconv -f {remedy} -t utf-8" in done.stderr


def test_a_question_that_is_no_utf8(aigpt: Aigpt) -> None:
    done = aigpt("ask", "-", stdin=b"Zo\xeb", **READY)
    assert done.returncode == 2
    assert "UTF-8" in done.stderr


@pytest.mark.parametrize(
    ("content", "words"), [(b"{", "is not JSON"), (b"[]", "must be an object"), (b"[" * 100_000, "is not JSON")]
)
def test_a_schema_file_that_holds_none(aigpt: Aigpt, tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "schema.json"
    file.write_bytes(content)
    done = aigpt("ask", "Q", "--output-format", f"@{file}", **READY)
    assert done.returncode == 2
    assert words in done.stderr


@pytest.mark.parametrize(("content", "words"), [(b" \n", "empty"), (b"\xff\xfe", "not text"), (b"a\nb", "one line")])
def test_a_key_file_that_holds_none(aigpt: Aigpt, tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "key"
    file.write_bytes(content)
    done = aigpt("ask", "Q", "--api-key-file", str(file), **READY)
    assert done.returncode == 2
    assert words in done.stderr


def test_the_key_is_never_shown(aigpt: Aigpt, tmp_path: Path) -> None:
    file = tmp_path / "key"
    file.write_text("k-from\x07file")
    done = aigpt("ask", "Q", "--api-key-file", str(file), **READY)
    assert done.returncode == 2
    assert "k-from" not in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_help_explains_and_brings_no_aiohttp(command: str) -> None:
    arguments = [*command.split(), "--help"]
    code = f"""if True:
        import sys
        from aigpt.cli import main
        sys.argv = {["aigpt", *arguments]!r}
        try:
            main()
        finally:
            heavy = {{"aiohttp", "multidict", "msgspec", "aigpt.local", "selectolax"}} & sys.modules.keys()
            assert not heavy, heavy
        """
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Usage: ")
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_without_arguments_it_shows_its_commands(aigpt: Aigpt) -> None:
    done = aigpt()
    assert done.returncode == 0
    assert all(name in done.stdout for name in COMMANDS if " " not in name)


@pytest.mark.parametrize("missing", ["click", "rich"])
def test_without_the_extra_it_names_it(missing: str) -> None:
    code = f"import sys; sys.modules[{missing!r}] = None; from aigpt.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert done.stderr == f"aigpt: the command line needs {missing}: {install_command('cli')}\n"


@pytest.mark.parametrize("log", ["", "debug"])
def test_a_mistake_of_our_own_is_one_line_as_well(log: str) -> None:
    """It tells where, and nothing that the user wrote; the traceback is there for those who ask."""
    code = """if True:
        import sys, aigpt
        from aigpt.cli import main
        def broken(**options):
            raise LookupError("private words")
        aigpt.AsyncIGPT = broken
        sys.argv = ["aigpt", "ask", "Q"]
        main()
        """
    env = environment(AIGPT_LOG=log, **READY)
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("aigpt: a bug in aigpt (LookupError in ")
    assert ("private words" in done.stderr) == ("Traceback" in done.stderr) == (log == "debug")
