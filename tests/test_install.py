"""The command that installs an extra names where the package came from: it may be on no index."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

from aigpt import _install
from aigpt._install import install_command

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pretend that an installer put the package where the first look-up finds it."""
    info = tmp_path / "aigpt_sdk-9.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: aigpt-sdk\nVersion: 9\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return info


GIT = {"vcs": "git", "requested_revision": "main", "commit_id": "0a1b2c"}
SOURCES: list[tuple[dict[str, Any], str]] = [
    ({"url": "file:///src/aigpt", "dir_info": {}}, "pip install '/src/aigpt[cli]'"),
    ({"url": "file:///my%20src/aigpt", "dir_info": {"editable": False}}, "pip install '/my src/aigpt[cli]'"),
    ({"url": "file:///src/aigpt", "dir_info": {"editable": True}}, "pip install -e '/src/aigpt[cli]'"),
    ({"url": "file:///dist/aigpt_sdk-9.whl", "archive_info": {}}, "pip install '/dist/aigpt_sdk-9.whl[cli]'"),
    (
        {"url": "https://files.example/aigpt.tar.gz", "archive_info": {"hash": "sha256=0"}},
        "pip install 'aigpt-sdk[cli] @ https://files.example/aigpt.tar.gz'",
    ),
    (
        {"url": "https://code.example/aigpt.git", "vcs_info": GIT},
        "pip install 'aigpt-sdk[cli] @ git+https://code.example/aigpt.git@0a1b2c'",
    ),
    (
        {"url": "ssh://git@code.example/aigpt", "vcs_info": GIT, "subdirectory": "python"},
        "pip install 'aigpt-sdk[cli] @ git+ssh://git@code.example/aigpt@0a1b2c#subdirectory=python'",
    ),
    ({"url": "file:///repo", "vcs_info": GIT}, "pip install 'aigpt-sdk[cli] @ git+file:///repo@0a1b2c'"),
    (
        {"url": "https://me:s3cret@code.example/aigpt", "vcs_info": GIT},
        "pip install 'aigpt-sdk[cli] @ git+https://code.example/aigpt@0a1b2c'",
    ),
]


@pytest.mark.parametrize(("source", "command"), SOURCES)
def test_the_command_names_where_the_package_came_from(installed: Path, source: dict[str, Any], command: str) -> None:
    (installed / "direct_url.json").write_text(json.dumps(source), encoding="utf-8")
    assert install_command("cli") == command
    *_, wanted = shlex.split(command)
    if " @ " in wanted:
        assert Requirement(wanted).extras == {"cli"}


@pytest.mark.parametrize("content", [None, "", "{", "[]", "{}", '{"url": 5}', '{"url": "https://x", "vcs_info": {}}'])
def test_from_an_index_it_names_the_project(installed: Path, content: str | None) -> None:
    if content is not None:
        (installed / "direct_url.json").write_text(content, encoding="utf-8")
    assert install_command("local") == "pip install 'aigpt-sdk[local]'"


def test_not_installed_it_names_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    def distribution(name: str) -> Distribution:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(_install, "distribution", distribution)
    assert install_command("cli") == "pip install 'aigpt-sdk[cli]'"


def test_every_hint_is_made_by_it() -> None:
    hints = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / "aigpt").rglob("*.py"))
        if re.search(r"pip install", path.read_text(encoding="utf-8"))
    ]
    assert hints == ["aigpt/_install.py"]


def test_every_extra_that_a_hint_names_is_one_of_the_package() -> None:
    files = (ROOT / "aigpt").rglob("*.py")
    named = {extra for path in files for extra in re.findall(r"install_command\('(\w+)'\)", path.read_text("utf-8"))}
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert {"numpy", "cli"} <= named <= extras.keys()
    assert Requirement(*extras["all"]).extras == extras.keys() - {"all", "ray"}  # which is large


@pytest.mark.parametrize("missing", ["selectolax", "jsonschema"])
@pytest.mark.parametrize("code", ["from aigpt.local import LocalServer", "import aigpt.local.sample"])
def test_an_import_of_the_embedded_server_names_its_extra(missing: str, code: str) -> None:
    script = f"import sys; sys.modules[{missing!r}] = None\n{code}"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=False)
    last = done.stderr.splitlines()[-1]
    assert last == f"ModuleNotFoundError: the embedded server needs {missing}: {install_command('local')}"
