"""examples/Dockerfile: no engine runs here, but what it says is compared with the programs it starts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
Stage = list[tuple[str, str]]


@pytest.fixture(scope="module")
def stages() -> dict[str, Stage]:
    """Each stage's instructions with their arguments, lines that go on joined."""
    text = re.sub(r"\\\n\s*", "", (ROOT / "examples" / "Dockerfile").read_text("utf-8"))
    found: dict[str, Stage] = {}
    for line in text.splitlines():
        name, _, rest = line.partition(" ")
        if name == "FROM":
            stage: Stage = []
            found[rest.rpartition(" ")[2]] = stage
        if line.strip() and not line.startswith("#"):
            stage.append((name, rest))
    return found


def of(stage: Stage, instruction: str) -> list[str]:
    return [rest for name, rest in stage if name == instruction]


PROGRAMS = {"discord": "discord_bot.py", "service": "service.py", "slack": "slack_bot.py"}


@pytest.mark.parametrize(("target", "program"), PROGRAMS.items())
def test_each_program_is_copied_with_what_it_imports(stages: dict[str, Stage], target: str, program: str) -> None:
    stage = stages[target]
    (entry,) = of(stage, "ENTRYPOINT")
    assert json.loads(entry) == ["/venv/bin/python", program]
    copied = {Path(name).name for rest in of(stage, "COPY") for name in rest.split()[:-1]}
    source = (ROOT / "examples" / program).read_text("utf-8")
    own = {f"{name}.py" for name in re.findall(r"^from (\w+) import", source, re.MULTILINE)}
    assert copied == {program, *(own & {path.name for path in (ROOT / "examples").glob("*.py")})}
    assert of(stage, "USER") == ["bot"]
    install = next(rest for rest in of(stage, "RUN") if "pip install" in rest)
    (named,) = re.findall(r"pip install ([\w.\- ]+) && ", source)  # by the program's first lines
    assert re.search(rf"--no-cache-dir {re.escape(named)}(?: |$)", install)


@pytest.mark.parametrize("target", ["service", "slack"])
def test_health_is_asked_where_the_program_answers(stages: dict[str, Stage], target: str) -> None:
    stage = stages[target]
    (check,) = of(stage, "HEALTHCHECK")
    command = json.loads(check[check.index("[") :])
    compile(command[2], "health check", "exec")
    (port,) = of(stage, "EXPOSE")
    path = re.findall(rf"http://127\.0\.0\.1:{port}(/\w+)", command[2])[0]
    source = (ROOT / "examples" / PROGRAMS[target]).read_text("utf-8")
    assert f'"{path}"' in source
    assert f"PORT={port}" in " ".join(of(stage, "ENV"))
    assert "HOST=0.0.0.0" in " ".join(of(stages["base"], "ENV"))
    assert 'os.environ.get("HOST"' in source


def test_what_is_copied_is_let_into_the_build(stages: dict[str, Stage]) -> None:
    allowed = {line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text().splitlines() if line[:1] == "!"}
    for stage in stages.values():
        for rest in of(stage, "COPY"):
            for name in rest.split()[:-1]:
                assert (ROOT / name).exists()
                assert name.partition("/")[0] in allowed
