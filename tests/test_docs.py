"""The API reference is made of the docstrings, and every public name is in it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import aigpt

MAKEFILE = (Path(__file__).resolve().parents[1] / "Makefile").read_text(encoding="utf-8")
MODULES = re.search(r"^MODULES := (.*)$", MAKEFILE, re.MULTILINE)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert MODULES is not None
    place = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-W", "ignore", "-m", "pdoc", "--no-show-source", "--output-directory", str(place)]
    done = subprocess.run([*command, *MODULES[1].split()], capture_output=True, text=True, check=False, timeout=100)
    assert done.returncode == 0, done.stderr
    return place


def test_every_public_name_is_there(site: Path) -> None:
    page = (site / "aigpt.html").read_text(encoding="utf-8")
    missing = [name for name in aigpt.__all__ if f'id="{name}"' not in page and name != "__version__"]
    assert missing == []


@pytest.mark.parametrize(
    "name",
    ["Recall.run", "Recall.ask", "Recall.search", "Recall.iter_search", "Datasources.list", "Datasources.wait",
     "Connectors.authorize", "Connectors.authorize_and_wait", "Stream.text", "Stream.partial"],
)  # fmt: skip
def test_every_method_is_there(site: Path, name: str) -> None:
    assert f'id="{name}"' in (site / "aigpt.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("module", ["types", "errors", "testing", "bots", "bulk", "local"])
def test_every_module_has_a_page(site: Path, module: str) -> None:
    assert (site / "aigpt" / f"{module}.html").stat().st_size > 10_000
