"""The suite on other Pythons and with other versions of the dependencies: `make test-all`, `make test-aiohttp-main`."""

import os
from pathlib import Path

import nox

PYTHONS = ["3.11", "3.12", "3.13", "3.14"]

nox.needs_version = ">=2025.10.16"
nox.options.default_venv_backend = "uv"
nox.options.download_python = "never"
nox.options.error_on_missing_interpreters = False  # the summary names the sessions skipped for that
nox.options.sessions = ["newest", "lowest"]
nox.options.reuse_venv = "no"  # or "newest" would be what was newest the first time

# pyenv's own commands on the PATH only run what is chosen with `pyenv global`.
_pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
_found = [str(folder) for version in PYTHONS for folder in sorted(_pyenv.glob(f"{version}.*/bin"))]
os.environ["PATH"] = os.pathsep.join([*_found, os.environ.get("PATH", os.defpath)])


@nox.session(python=PYTHONS)
def newest(session: nox.Session) -> None:
    """Test with the newest versions of all dependencies."""
    session.install("--editable", ".[all]", *_groups())
    _test(session)


@nox.session(python=PYTHONS[0])
def lowest(session: nox.Session) -> None:
    """Test with the lowest versions of its dependencies that the package promises to work with."""
    constraints = str(Path(session.virtualenv.location) / "lowest.txt")
    lowest = ["--resolution", "lowest-direct", "--python", session.virtualenv.location, "--output-file", constraints]
    session.run_install("uv", "pip", "compile", "pyproject.toml", "--extra", "all", "--quiet", *lowest)
    session.install("--editable", ".[all]", *_groups(), "--constraint", constraints)
    _test(session)


@nox.session(name="aiohttp-main", python=PYTHONS[1])
def aiohttp_main(session: nox.Session) -> None:
    """Test with aiohttp's newest pre-release, or release if that is newer."""
    session.install("--editable", ".[all]", *_groups())
    session.install("--upgrade", "--prerelease", "allow", "aiohttp")
    _test(session)


def _groups() -> list[str]:
    return ["--group", "test", "--group", "docs"]


def _test(session: nox.Session) -> None:
    session.run("uv", "pip", "list", "--quiet", "--python", session.virtualenv.location)
    session.run("pytest", "--numprocesses", "auto", "--dist", "worksteal", *session.posargs)
