"""What importing brings with it, and what it leaves for when it is needed."""

import json
import subprocess
import sys

import pytest


def modules_after(code: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter has loaded after *code*."""
    script = f"{code}\nimport sys, json\nprint(json.dumps(sorted({{name.partition('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, timeout=100)
    assert done.stderr == b""
    return set(json.loads(done.stdout))


EXTRAS = {"pydantic", "click", "rich", "sqlite3", "selectolax", "jsonschema", "pytest"}


@pytest.mark.parametrize("name", ["aigpt", "aigpt.testing"])
def test_importing_it_brings_no_aiohttp(name: str) -> None:
    """Pytest loads `aigpt.testing` for every suite on the machine, whether that uses it or not."""
    loaded = modules_after(f"import {name}")
    assert "aigpt" in loaded
    assert not loaded & {"aiohttp", "aiohttp_retry", "yarl", "msgspec", "asyncio"}


@pytest.mark.parametrize("code", ["from aigpt import AsyncIGPT", "from aigpt import *", "from aigpt import IGPT"])
def test_the_client_brings_nothing_of_the_extras(code: str) -> None:
    loaded = modules_after(code)
    assert "aiohttp" in loaded
    assert "aiohttp_retry" not in loaded  # which comes with the first call that fails
    assert not loaded & EXTRAS


def test_making_a_client_brings_nothing_of_the_extras() -> None:
    assert not modules_after("import aigpt; aigpt.AsyncIGPT('k'); aigpt.IGPT('k')") & EXTRAS


def test_the_exceptions_alone_bring_no_aiohttp() -> None:
    assert "aiohttp" not in modules_after("from aigpt import RateLimitError, ConfigurationError, __version__")


def test_what_few_need_is_imported_when_they_do() -> None:
    """Searching for everything and waiting are not paid for by those who only ask."""
    code = "import aigpt; aigpt.AsyncIGPT('k'); aigpt.IGPT('k'); from aigpt._igpt.client import Recall"
    late = ("_iter_search", "_windows", "_waiting", "_landing")
    script = f"{code}\nimport sys\nassert not {{f'aigpt.{{name}}' for name in {late}}} & set(sys.modules)\n"
    subprocess.run([sys.executable, "-c", script], check=True, timeout=100)
