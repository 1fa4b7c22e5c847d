"""The Dockerfile: no engine runs here, but what it says is compared with the command, the server and the package."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click
import pytest

from aigpt.cli.serve import serve
from aigpt.local.web.monitoring import HEALTH

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def instructions() -> list[tuple[str, str]]:
    """Each instruction with its arguments, lines that go on joined."""
    text = re.sub(r"\\\n\s*", "", (ROOT / "Dockerfile").read_text("utf-8"))
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in lines)]


def test_the_command_takes_its_options(instructions: list[tuple[str, str]]) -> None:
    (entry,) = (json.loads(rest) for name, rest in instructions if name == "ENTRYPOINT")
    assert entry[:2] == ["/venv/bin/aigpt", "serve"]
    known = {option for parameter in serve.params for option in parameter.opts}
    assert {word for word in entry if word.startswith("--")} <= known
    values = dict(zip(entry[2::2], entry[3::2], strict=True))
    with click.Context(serve) as context:
        (port,) = (parameter for parameter in serve.params if parameter.name == "port")
        assert port.type_cast_value(context, values["--port"]) == 8787
    assert ("EXPOSE", values["--port"]) in instructions
    volumes = [rest for name, rest in instructions if name == "VOLUME"]
    assert str(Path(values["--db"]).parent) in volumes


def test_its_health_check_asks_what_the_server_answers(instructions: list[tuple[str, str]]) -> None:
    (check,) = (rest for name, rest in instructions if name == "HEALTHCHECK")
    command = json.loads(check[check.index("[") :])
    assert command[:2] == ["/venv/bin/python", "-c"]
    compile(command[2], "health check", "exec")
    assert f"http://127.0.0.1:8787{HEALTH}" in command[2]


def test_it_copies_what_the_package_is_built_of(instructions: list[tuple[str, str]]) -> None:
    copied = " ".join(rest for name, rest in instructions if name == "COPY").split()
    allowed = {line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text().splitlines() if line[:1] == "!"}
    assert {"pyproject.toml", "README.md", "LICENSE", "LICENSES", "NOTICE", "aigpt"} <= set(copied) & allowed
    for name in allowed:
        assert (ROOT / name).exists()


def test_the_extras_it_installs_exist(instructions: list[tuple[str, str]]) -> None:
    (install,) = (rest for name, rest in instructions if name == "RUN" and "pip install" in rest)
    (extras,) = re.findall(r'"\.\[([\w,]+)\]"', install)
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    for extra in extras.split(","):
        assert re.search(rf"(?m)^{extra} = \[", text)
