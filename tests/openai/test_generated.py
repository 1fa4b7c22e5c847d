"""The generated files are what the pinned openai's source says, without its words, and the same each time."""

import ast
import importlib
import importlib.util
import os
import re
import string
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from once import once

PROJECT = Path(__file__).parents[2]
TOOLS = PROJECT / "tools"
GENERATED = PROJECT / "aigpt" / "openai"
FOLDERS = ("types", "resources")
LEFT_OUT = ("admin", "live", "beta/agents", "beta/responses", "beta/realtime")
OURS = ["deadline", "abort"]
HELPERS = {  # whose bodies are written by hand, in the source as well
    "resources/chat/completions/completions.py": ("parse", "stream"),
    "resources/responses/responses.py": ("parse", "stream"),
}
CONNECT = "connect"
"""The method that sends no request, but opens a WebSocket: test_openai_socket_events.py is about it."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@pytest.fixture(scope="session", name="source")
def _source() -> Path:
    """Return the folder of the pinned openai, which is read and never imported."""
    spec = importlib.util.find_spec("openai")
    if spec is None or spec.origin is None:
        pytest.fail("openai, of whose source the files are made, is not installed: pip install --group generate")
    return Path(spec.origin).parent


@pytest.fixture(scope="session", name="run")
def _run(source: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return the folder a run of the generator wrote to, and what it said."""

    def generate(output: Path) -> str:
        command = [sys.executable, "-m", "generate_openai", "--output", str(output)]
        environment = {**os.environ, "PYTHONPATH": str(TOOLS)}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=280, check=False)
        return done.stdout if done.returncode == 0 else f"it failed: {done.stderr}"

    output, said = once(tmp_path_factory, "generated", generate)
    assert not said.startswith("it failed"), f"{source}: {said}"
    return output, said


def python_files(root: Path) -> dict[str, Path]:
    """Return the files of types and resources below *root* by their paths."""
    found = (path for folder in FOLDERS for path in (root / folder).rglob("*.py"))
    return {path.relative_to(root).as_posix(): path for path in sorted(found)}


def test_a_run_gives_the_same_bytes(run: tuple[Path, str]) -> None:
    made = python_files(run[0])
    kept = python_files(GENERATED)
    assert made.keys() == kept.keys(), "run: make generate"
    differing = [name for name, path in made.items() if path.read_bytes() != kept[name].read_bytes()]
    assert not differing, "run: make generate"


def test_each_file_names_its_source_and_licence() -> None:
    pinned = re.search(r'"openai==([\d.]+)"', (PROJECT / "pyproject.toml").read_text())
    assert pinned
    said = f"openai-python {pinned[1]}, Apache-2.0 (LICENSES/Apache-2.0.txt, NOTICE), modified"
    for name, path in python_files(GENERATED).items():
        first = path.read_text().splitlines()[:2]
        assert "tools/generate_openai" in first[0], name
        assert said in first[1], name


# The words of the source


def words_of(text: str) -> list[str]:
    """Return the words of *text*, without what is joined by more than letters, such as names of models."""
    return [word for part in text.lower().split() if (word := part.strip(string.punctuation)).isalpha()]


def sentences(path: Path) -> Iterator[str]:
    """Yield what the file at *path* says in comments and strings, sentence by sentence."""
    text = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from re.split(r"(?<=[.:!?])\s|\n\s*\n", node.value)
    for line in text.splitlines():  # a comment, or the rest of a string: tokenize would take seconds to tell them apart
        yield from (line[place.start() :] for place in re.finditer("#", line))


def test_no_sentence_of_the_source_is_carried_over(source: Path) -> None:
    length = 7
    written: set[tuple[str, ...]] = set()
    for path in python_files(GENERATED).values():
        words = words_of(path.read_text())
        written.update(zip(*(words[start:] for start in range(length)), strict=False))
    said = {tuple(words_of(sentence)) for path in python_files(source).values() for sentence in sentences(path)}
    long = [sentence for sentence in said if len(sentence) >= length]
    assert len(long) > 4000
    assert not [" ".join(sentence) for sentence in long if sentence[:length] in written]


# The surface


@cache
def classes(path: Path) -> dict[str, ast.ClassDef]:
    """Return the classes of the file at *path*."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


def functions(node: ast.ClassDef) -> dict[str, list[Function]]:
    """Return the public functions of a class, each with its overloads."""
    found: dict[str, list[Function]] = {}
    for statement in node.body:
        if isinstance(statement, Function) and not statement.name.startswith("_"):
            found.setdefault(statement.name, []).append(statement)
    return found


def is_property(function: Function) -> bool:
    """Return whether *function* is read as an attribute."""
    return any("property" in ast.unparse(decorator) for decorator in function.decorator_list)


def parameters(function: Function) -> list[str]:
    """Return the parameters of *function* in order, those with a default marked, those given by name after a star."""
    by_place = [argument.arg for argument in function.args.args]
    with_default = zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
    return [*by_place, "*", *(f"{argument.arg}={'…' if default else ''}" for argument, default in with_default)]


def defaults(function: Function) -> dict[str, str]:
    """Return the defaults of the parameters that openai has, too; () is as good as []."""
    arguments = function.args
    by_place = arguments.args[len(arguments.args) - len(arguments.defaults) :]
    by_name = zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
    found = [*zip(by_place, arguments.defaults, strict=True), *by_name]
    return {
        argument.arg: ast.unparse(default).replace("[]", "()")
        for argument, default in found
        if default is not None and argument.arg not in {*OURS, "allow_incomplete", "on_progress"}
    }


@cache
def mixin_methods() -> dict[str, Any]:
    """Return the methods that do more than send one request, by the paths of their files, with what is ours of each."""
    sys.path.insert(0, str(TOOLS))
    try:
        found = importlib.import_module("generate_openai.mixin_methods").MIXIN_METHODS
    finally:
        del sys.path[0]
    return {f"{module.replace('.', '/')}.py": methods for module, methods in found.items()}


def resource_classes(source: Path) -> Iterator[tuple[str, ast.ClassDef]]:
    """Yield the classes with methods that are in scope, each with the path of its file."""
    for name, path in python_files(source).items():
        inner = name.removeprefix("resources/")
        if inner != name and not inner.startswith(LEFT_OUT) and path.name != "__init__.py":
            for node in classes(path).values():
                if "APIResource" in "".join(ast.unparse(base) for base in node.bases):
                    yield name, node


def test_every_method_is_there_or_said_to_be_left_out(source: Path, run: tuple[Path, str]) -> None:
    left_out = set(re.findall(r"^    (\S+)$", run[1], re.MULTILINE))
    there = 0
    for name, node in resource_classes(source):
        ours = functions(classes(GENERATED / name)[node.name])
        for method in functions(node):
            full = f"{name.removesuffix('.py').replace('/', '.')}.{node.name}.{method}"
            assert (method in ours) != (full in left_out), full
            there += method in ours
    assert there > 2 * 170


def test_every_method_has_the_same_parameters_and_ours(source: Path) -> None:
    for name, node in resource_classes(source):
        theirs = functions(node)
        for method, ours in functions(classes(GENERATED / name)[node.name]).items():
            if method == CONNECT:
                continue
            own_overloads = name == "resources/embeddings.py" and method == "create"  # for what "numpy" gives
            for mine, original in zip(ours[-1:] if own_overloads else ours, theirs[method], strict=True):
                assert type(mine) is type(original), (name, method)
                if not is_property(mine):
                    assert defaults(mine) == defaults(original), (name, method)
                    wanted = [*parameters(original), *(f"{extra}=…" for extra in OURS)]
                    helper = mixin_methods().get(name, {}).get(method)
                    if helper is not None and helper.progress is not None:
                        wanted.append("on_progress=…")
                    assert [p for p in parameters(mine) if p != "allow_incomplete=…"] == wanted, (name, method)


def test_every_method_says_its_route(source: Path) -> None:
    for name, node in resource_classes(source):
        theirs = functions(node)
        for method, ours in functions(classes(GENERATED / name)[node.name]).items():
            if method in mixin_methods().get(name, {}):
                assert len(ast.get_docstring(ours[-1]) or "") > 100, (name, method)
            elif not is_property(ours[-1]) and method in HELPERS.get(name, ()):
                assert re.match(r"POST /\S+[;,] ", ast.get_docstring(ours[-1]) or ""), (name, method)
            elif not is_property(ours[-1]) and method != CONNECT:
                constants = (part.value for part in ast.walk(theirs[method][-1]) if isinstance(part, ast.Constant))
                route = next(value for value in constants if isinstance(value, str) and value.startswith("/"))
                said = ast.get_docstring(ours[-1])
                assert said is not None
                assert re.fullmatch(rf"(GET|POST|DELETE) {re.escape(route)}", said), (name, method)


def fields(node: ast.ClassDef | ast.If) -> list[tuple[str, bool]]:
    """Return the annotated names of a class in order, each with whether it has a default."""
    found: list[tuple[str, bool]] = []
    for part in node.body:
        if isinstance(part, ast.If):
            found += fields(part)
        elif isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
            found.append((part.target.id, part.value is not None))
    return [field for field in found if field[0] not in {"__pydantic_extra__", "__api_exclude__"}]  # no fields


def test_every_type_has_the_same_fields_and_bases(source: Path) -> None:
    count = 0
    originals = python_files(source)
    for name, path in python_files(GENERATED).items():
        if name.startswith("types/") and path.name != "__init__.py":
            theirs = classes(originals[name])
            assert classes(path).keys() == theirs.keys(), name
            for node in classes(path).values():
                original = theirs[node.name]
                bases = [ast.unparse(base) for base in original.bases if ast.unparse(base) != "GenericModel"]
                assert [ast.unparse(base) for base in node.bases] == bases, (name, node.name)
                assert fields(node) == fields(original), (name, node.name)
                count += 1
    assert count > 1900


# What is not understood


def test_what_no_table_names_stops_the_generator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))
    from generate_openai.errors import NotUnderstoodError  # noqa: PLC0415 (from the tool's own folder)
    from generate_openai.model import ResourceModule  # noqa: PLC0415
    from generate_openai.read_methods import read_method  # noqa: PLC0415

    rest = "extra_headers, extra_query, extra_body, timeout"
    body = ast.parse(f"def wait(self, id: str, *, {rest}) -> None:\n    return sleep(id)").body
    with pytest.raises(NotUnderstoodError, match=r"resources\.files\.Files\.wait: not understood: sleep\(id\)"):
        read_method(ResourceModule("resources.files", [], {}), "resources.files.Files.wait", body)  # type: ignore[arg-type]
