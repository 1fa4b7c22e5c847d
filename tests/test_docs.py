"""The reference site is built without a warning, and every public name is on it, with the members of its class."""

from __future__ import annotations

import ast
import html
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from once import once
from sphinx.util.inventory import InventoryFile

from aigpt.types import ClientOptions, ViewOptions

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = [
    *("aigpt", "aigpt.types", "aigpt.errors", "aigpt.bulk", "aigpt.bots", "aigpt.testing", "aigpt.local"),
    *("aigpt.mcp", "aigpt.openai", "aigpt.openai.pagination", "aigpt.ray"),
]
GENERATED = ("aigpt.openai.types", "aigpt.openai.resources.")


# As `python -m sphinx`, but looking for garbage in what is all needed to the end takes a quarter of the time.
BUILD = "import gc, sys; gc.disable(); from sphinx.cmd.build import main; sys.exit(main(sys.argv[1:]))"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site."""

    def build(place: Path) -> str:
        options = ["--fail-on-warning", "--keep-going", "--nitpicky", "--quiet"]
        done = subprocess.run(
            [sys.executable, "-c", BUILD, *options, "docs", str(place)],
            cwd=ROOT, capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip
        return "" if done.returncode == 0 else done.stderr or "Sphinx failed"

    place, errors = once(tmp_path_factory, "site", build)
    assert errors == ""
    return place


@pytest.fixture(scope="session")
def names(site: Path) -> dict[str, str]:
    """Return the Python names of the site, with where they are."""
    inventory = InventoryFile.loads((site / "objects.inv").read_bytes(), uri="")
    kinds = [kind for kind in inventory.data if kind.startswith("py:")]
    return {name: item.uri for kind in kinds for name, item in inventory.data[kind].items()}


def public_names(package: str) -> list[str]:
    module = import_module(package)
    own = [name for name, value in vars(module).items() if inspect.isclass(value) and value.__module__ == package]
    return getattr(module, "__all__", [name for name in own if not name.startswith("_")])


def members(kind: type) -> Iterator[str]:
    """Give the public methods and properties that the package defines for a class."""
    for name in dir(kind):
        value = inspect.getattr_static(kind, name)
        home = next(vars(base).get("__module__", base.__module__) for base in kind.__mro__ if name in vars(base))
        if not name.startswith("_") and home.startswith("aigpt") and (callable(value) or hasattr(value, "__get__")):
            yield name


@pytest.mark.timeout(330)
@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_name_and_member_is_there(names: dict[str, str], package: str) -> None:
    """A member that a public base class has is described there."""
    missing: list[str] = []
    for name in public_names(package):
        value = getattr(import_module(package), name)
        if f"{package}.{name}" not in names:
            missing.append(f"{package}.{name}")
        if inspect.isclass(value):
            lineage = {name, *(base.__name__ for base in value.__mro__)}
            described = {tuple(full.rsplit(".", 2)[1:]) for full in names}
            missing += [f"{name}.{key}" for key in members(value) if not {(kind, key) for kind in lineage} & described]
    assert missing == []


@pytest.mark.timeout(330)
@pytest.mark.parametrize("kind", [ClientOptions, ViewOptions])
def test_every_option_of_a_client_is_described(site: Path, names: dict[str, str], kind: type) -> None:
    page = (site / "reference" / "types.html").read_text(encoding="utf-8")
    for option in kind.__annotations__:
        assert f"aigpt.types.{kind.__name__}.{option}" in names
        (described,) = re.findall(
            rf'id="aigpt.types.{kind.__name__}.{option}".*?</dt>\s*<dd>(.*?)</dd>', page, re.DOTALL
        )
        assert described.strip(), option


@pytest.mark.timeout(330)
def test_no_private_name_is_there(names: dict[str, str]) -> None:
    public = {f"{package}.{name}" for package in PACKAGES for name in public_names(package)}
    public |= {"aigpt.types.OutputFormat", "aigpt.types.OnProgress", "aigpt.types.RunEvent"}  # no classes
    by_hand = [name for name in names if name not in PACKAGES and not name.startswith(GENERATED)]
    owners = {".".join(name.split(".")[:depth]) for name in by_hand for depth in (2, 3, 4)} & public
    assert [name for name in by_hand if not any(f"{name}.".startswith(f"{owner}.") for owner in owners)] == []
    assert {name for name in names if "._" in name} == {"aigpt.__version__", "aigpt.openai.__version__"}


@pytest.mark.timeout(330)
def test_every_method_of_the_openai_clients_is_there_with_its_route(site: Path, names: dict[str, str]) -> None:
    page = (site / "reference" / "openai_resources.html").read_text(encoding="utf-8")
    count = 0
    for path in (ROOT / "aigpt" / "openai" / "resources").rglob("*.py"):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and any("AsyncAPIResource" in ast.unparse(base) for base in node.bases):
                for method in (line for line in node.body if isinstance(line, ast.FunctionDef | ast.AsyncFunctionDef)):
                    said = ast.get_docstring(method) or ""
                    if said.startswith(("GET /", "POST /", "DELETE /")):
                        route = re.split("[;,]", said)[0]
                        assert f"{module}.{node.name}.{method.name}" in names
                        assert f">{html.escape(route)}<" in page.replace('</span> <span class="pre">', " ")
                        count += 1
    assert count > 170


@pytest.mark.timeout(330)
@pytest.mark.parametrize(
    "name", ["chat.ChatCompletion", "chat.ChatCompletionMessageParam", "responses.Response", "Batch"]
)
def test_a_type_of_the_openai_clients_is_where_its_package_is(names: dict[str, str], name: str) -> None:
    package, _, _ = f"aigpt.openai.types.{name}".rpartition(".")
    assert names[f"aigpt.openai.types.{name}"] == f"reference/openai_types.html#{package.replace('.', '-')}"


@pytest.mark.timeout(330)
@pytest.mark.parametrize(
    ("method", "keywords"),
    [
        ("Recall.run", ["quality", "instructions", "output_format", "abort"]),
        ("Datasources.wait", ["on_progress", "timeout"]),
        ("Connectors.authorize", ["redirect_uri", "extra_headers"]),
    ],
)
def test_the_keywords_of_a_method_are_listed_with_their_types(site: Path, method: str, keywords: list[str]) -> None:
    page = (site / "reference" / "aigpt.html").read_text(encoding="utf-8")
    description = page.partition(f'id="aigpt.{method}"')[2].partition("</dd></dl>")[0]
    assert [keyword for keyword in keywords if f"<strong>{keyword}</strong> (" not in description] == []


@pytest.mark.timeout(330)
def test_each_command_is_there(site: Path) -> None:
    page = (site / "reference" / "cli.html").read_text(encoding="utf-8")
    commands = [
        "ask",
        "run",
        "search",
        "datasources",
        "datasources-disconnect",
        "chat",
        "bulk",
        "report",
        "serve",
        "demo",
    ]
    assert [command for command in commands if f'id="aigpt-{command}"' not in page] == []
    assert 'id="cmdoption-aigpt-ask-output-format"' in page


def test_every_room_has_its_tests_and_every_test_its_room() -> None:
    table = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## Which tests belong")[2]
    lines = [line.split("|")[1:3] for line in table.partition("\n## ")[0].splitlines() if line.startswith("| `")]
    lines += [line.split("|")[1:3] for line in table.splitlines() if line.startswith("| README")]
    rooms = {room for first, _ in lines for room in re.findall(r"`(\w+)`", first)}
    package = ROOT / "aigpt"
    there = {path.stem for path in package.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert rooms == there - {"__init__", "types"}
    patterns = [pattern for _, second in lines for pattern in re.findall(r"`([^`]+)`", second)]
    tests = ROOT / "tests"
    named = [path for pattern in patterns for path in (tests.glob(pattern.rstrip("/")))]
    assert all([*tests.glob(pattern.rstrip("/"))] for pattern in patterns)
    found = [*tests.rglob("test_*.py"), *(tests / "typing").glob("*.py")]
    assert [str(path) for path in found if not {path, *path.parents} & {*named}] == []
