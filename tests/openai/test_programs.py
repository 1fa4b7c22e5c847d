"""Programs written for openai and seekgpt run here with nothing but their import changed."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from running_programs import KEY, PRINTS, PROGRAMS, check_program, environment_of, make_files, run_program
from scripted_openai import ANSWER, REQUEST_ID, OpenAIScripts

from aigpt.testing import Call, OpenAIServer

pytestmark = pytest.mark.forked
NAMES = sorted(path.stem for path in PROGRAMS.glob("*.py"))


@pytest.fixture(name="server")
def _server() -> Iterator[OpenAIServer]:
    with OpenAIServer() as server:
        OpenAIScripts(server)
        yield server


def origin(server: OpenAIServer) -> str:
    return server.url.removesuffix("/v1")


def test_it_is_known_what_each_program_prints() -> None:
    assert sorted(PRINTS) == NAMES


def test_every_program_is_read_by_the_type_checkers() -> None:
    """`make types` runs mypy --strict and pyright's strict mode on them."""
    root = PROGRAMS.parents[2]
    tools = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    place = PROGRAMS.relative_to(root).as_posix()
    assert place in tools["mypy"]["files"]
    assert place in tools["pyright"]["include"]
    assert (tools["mypy"]["strict"], tools["pyright"]["typeCheckingMode"]) == (True, "strict")


@pytest.mark.parametrize("name", NAMES)
def test_every_program_runs(name: str, server: OpenAIServer, tmp_path: Path) -> None:
    check_program(name, run_program(name, origin(server), tmp_path))
    assert {call.headers["user-agent"].partition("/")[0] for call in server.calls} <= {"aigpt"}


# ── what is not seen in what they print ──────────────────────────────────────────────────────────────────────────────


def run(name: str, server: OpenAIServer, folder: Path) -> list[Call]:
    """Run a program, and return what it sent."""
    check_program(name, run_program(name, origin(server), folder))
    return server.calls


def test_extra_parameters_are_sent_as_they_are(server: OpenAIServer, tmp_path: Path) -> None:
    (call,) = run("openai_extra_params", server, tmp_path)
    assert (call.headers["x-mood"], call.path.partition("?")[2], call.json["mood"]) == (
        "curious",
        "mood=curious",
        "curious",
    )


def test_an_image_of_ones_own_is_sent_whole(server: OpenAIServer, tmp_path: Path) -> None:
    (call,) = run("seekgpt_vision_base64", server, tmp_path)
    url = call.json["input"][0]["content"][1]["image_url"]
    assert base64.b64decode(url.partition(",")[2]) == (tmp_path / "image.png").read_bytes()


def test_the_options_of_the_module_are_those_of_its_client(server: OpenAIServer, tmp_path: Path) -> None:
    for call in run("openai_module_client", server, tmp_path):
        assert (call.headers["authorization"], call.headers["x-foo"]) == (f"Bearer {KEY}", "true")


def test_azure_is_asked_by_deployment_and_version_with_its_key(server: OpenAIServer, tmp_path: Path) -> None:
    for name in ("azure_chat", "azure_deployment"):
        call = run(name, server, tmp_path)[-1]
        assert call.path == "/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21"
        assert (call.headers["api-key"], "authorization" in call.headers) == (KEY, False)


def test_azure_takes_a_token_instead_of_its_key(server: OpenAIServer, tmp_path: Path) -> None:
    calls = run("azure_entra", server, tmp_path)
    assert [(call.headers["authorization"], "api-key" in call.headers) for call in calls] == [
        (f"Bearer {KEY}", False)
    ] * 3


def test_a_proxy_gets_the_requests(server: OpenAIServer, tmp_path: Path) -> None:
    for name in ("openai_http_client", "openai_http_client_of_a_view", "seekgpt_http_client"):
        assert run(name, server, tmp_path)[-1].path.startswith("http://my.test.server.example.com:8083/v1/")


def test_request_ids_are_those_of_the_responses(server: OpenAIServer, tmp_path: Path) -> None:
    done = run_program("openai_request_id", origin(server), tmp_path)
    assert done.stdout == f"{REQUEST_ID}\n{REQUEST_ID}\n"


def test_as_many_retries_are_made_as_the_program_says(tmp_path: Path) -> None:
    with OpenAIServer() as server:
        server.reply("chat/completions", status=503, headers={"retry-after-ms": "1"}, times=5)
        choices = [{"index": 0, "message": {"role": "assistant", "content": ANSWER}, "finish_reason": "stop"}]
        server.reply("chat/completions", json={"choices": choices})
        assert len(run("openai_retries", server, tmp_path)) == 6


@pytest.mark.parametrize(
    ("reply", "calls", "printed"),
    [
        ({"status": 429, "headers": {"retry-after-ms": "1"}}, 3, r"The server wants fewer requests\n"),
        ({"status": 404}, 1, r"The server refused\n404\n<Response \[404.*\]>\n"),
        ({"status": 500, "headers": {"retry-after-ms": "1"}}, 3, r"The server refused\n500\n<Response \[500.*\]>\n"),
    ],
    ids=["429", "404", "500"],
)
def test_each_kind_of_error_is_caught_by_its_name(
    tmp_path: Path, reply: dict[str, Any], calls: int, printed: str
) -> None:
    with OpenAIServer() as server:
        server.reply("fine_tuning/jobs", **reply)
        done = run_program("seekgpt_errors", origin(server), tmp_path)
        assert len(server.calls) == calls
    assert re.fullmatch(printed, done.stdout), done.stderr


def test_a_server_that_is_not_there_is_a_connection_error_with_its_cause(tmp_path: Path) -> None:
    with OpenAIServer() as server:
        nowhere = origin(server)
    done = run_program("seekgpt_errors", nowhere, tmp_path)
    assert re.fullmatch(r"There is no way to the server\nConnectionRefusedError\(.*\)\n", done.stdout), done.stderr


def test_clients_that_are_never_closed_say_so_where_warnings_are_shown(server: OpenAIServer, tmp_path: Path) -> None:
    make_files(tmp_path)
    command = [sys.executable, "-W", "always", str(PROGRAMS / "openai_async.py")]
    done = subprocess.run(
        command, env=environment_of("openai_async", origin(server)), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "ResourceWarning: an AsyncOpenAI client was never closed" in done.stderr


# ── what openai itself prints and sends ──────────────────────────────────────────────────────────────────────────────

_RUN_ALL = """
import contextlib, io, json, os, runpy, sys, warnings
warnings.simplefilter("ignore")
for name, path, folder, environment in json.load(sys.stdin):
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        runpy.run_path(path, run_name="__main__")
    print(json.dumps([name, printed.getvalue()]))
"""
_HEADERS = ("accept", "api-key", "authorization", "content-type", "openai-beta", "x-foo", "x-mood")
_PRINTS_OTHERWISE = {  # and sends the same
    "openai_version": "we have versions of our own",
    "seekgpt_errors": "httpx's response is shown with its phrase",
    "seekgpt_version": "we have versions of our own",
}
_NOT_COMPARED = {
    "openai_logging": "a process that has logged goes on with it",
    "openai_timeouts": "what times out at once may have been sent or not",
    "seekgpt_logging": "a process that has logged goes on with it",
    "seekgpt_nested_params": "openai has no chat.responses",
    "seekgpt_timeouts": "what times out at once may have been sent or not",
}


def as_openais(name: str, program: str) -> str:
    """Return a program as it was before its import was changed."""
    program = program.replace("aigpt.openai", "openai").replace("SeekGPT", "OpenAI").replace("SEEKGPT", "OPENAI")
    return program.replace("import httpx\n", "import httpx2 as httpx\n")  # which openai has instead


def sent(call: Call) -> tuple[Any, ...]:
    """Return what can be compared of a request."""
    headers = {name: call.headers[name].partition(";")[0] for name in _HEADERS if name in call.headers}
    kind = call.headers.get("content-type", "")
    body: Any = None
    if kind.startswith("multipart/"):
        parts: Any = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + call.body).get_payload()
        body = [(sorted(part.items()), part.get_payload(decode=True)) for part in parts]
    elif call.body:
        body = json.loads(call.body)
    url = urlsplit(call.path)
    return call.method, url.path, sorted(parse_qsl(url.query)), body, headers


def run_all(programs: dict[str, Path], environments: str, tmp_path: Path) -> dict[str, tuple[str, list[Any]]]:
    """Run programs one after the other in one process, each with a server of its own."""
    servers = {name: OpenAIServer().start() for name in programs}
    try:
        jobs = []
        for name, server in servers.items():
            OpenAIScripts(server)
            folder = tmp_path / name
            folder.mkdir(parents=True)
            make_files(folder)
            as_name = f"{environments}_" if name.startswith("seekgpt") else name
            jobs.append((name, str(programs[name]), str(folder), environment_of(as_name, origin(server))))
        done = subprocess.run(
            [sys.executable, "-c", _RUN_ALL],
            input=json.dumps(jobs),
            capture_output=True,
            text=True,
            timeout=280,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        printed = dict(map(json.loads, done.stdout.splitlines()))
        return {name: (printed[name], list(map(sent, server.calls))) for name, server in servers.items()}
    finally:
        for server in servers.values():
            server.stop()


@pytest.mark.alone  # which is told what to import when the module that is a client is
def test_openai_prints_and_sends_the_same(tmp_path: Path) -> None:
    names = [name for name in NAMES if name not in _NOT_COMPARED]
    names.sort(key="openai_module_client".__ne__)  # first: the module reads its environment when it is imported
    ours = {name: PROGRAMS / f"{name}.py" for name in names}
    openais = {}
    for name, path in ours.items():
        openais[name] = tmp_path / f"{name}.py"
        openais[name].write_text(as_openais(name, path.read_text(encoding="utf-8")), encoding="utf-8")
    expected = run_all(openais, "openai", tmp_path / "openais")
    found = run_all(ours, "seekgpt", tmp_path / "ours")
    assert {name: calls for name, (_, calls) in found.items()} == {name: calls for name, (_, calls) in expected.items()}
    for name, (printed, _) in expected.items():
        assert found[name][0] == printed or name in _PRINTS_OTHERWISE, name
