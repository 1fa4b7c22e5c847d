"""The openai package as text: its files, what each imports, and which file a name comes from."""

from __future__ import annotations

import ast
import importlib.metadata
import importlib.util
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generate_openai.errors import NotUnderstoodError

PACKAGE = "openai"
GROUP = "generate"


@dataclass(frozen=True)
class Origin:
    """Where an imported name comes from: a module and a name in it, or (*name* is None) the module itself.

    Modules of the package are named without it: `types.batch`; all others begin with a colon: `:typing`.
    """

    module: str
    name: str | None

    @property
    def is_foreign(self) -> bool:
        return self.module.startswith(":")

    @property
    def is_ours(self) -> bool:
        return self.module.startswith(":aigpt.")

    def __str__(self) -> str:
        return f"{self.module}:{self.name}" if self.name else self.module


@dataclass(frozen=True)
class SourceModule:
    """One file of the package."""

    name: str
    is_package: bool
    tree: ast.Module

    @cached_property
    def imports(self) -> dict[str, Origin]:
        """The names this file imports at its top, also for type checkers only, as they are written."""
        found: dict[str, Origin] = {}
        for statement in _import_statements(self.tree.body):
            if isinstance(statement, ast.Import):
                for alias in statement.names:
                    found[alias.asname or alias.name.partition(".")[0]] = Origin(":" + alias.name, None)
            else:
                home = self._absolute(statement)
                for alias in statement.names:
                    found[alias.asname or alias.name] = Origin(home, alias.name)
        return found

    @cached_property
    def handed_on(self) -> list[str]:
        """The names this file imports for others: `from … import X as X`."""
        return [
            alias.name
            for statement in _import_statements(self.tree.body)
            for alias in statement.names
            if alias.asname == alias.name
        ]

    @cached_property
    def all(self) -> list[str] | None:
        """The names in `__all__`."""
        for statement in self.tree.body:
            if isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "__all__":
                return list(ast.literal_eval(statement.value))
        return None

    def _absolute(self, statement: ast.ImportFrom) -> str:
        if not statement.level:
            return ":" + (statement.module or "")
        folders = self.name.split(".") if self.name else []
        depth = len(folders) - statement.level + (1 if self.is_package else 0)
        if depth < 0:
            raise NotUnderstoodError(self.name, statement)
        return ".".join([*folders[:depth], *([statement.module] if statement.module else [])])


class Library:
    """All files of the package under the folders that are read."""

    def __init__(self, root: Path, version: str, folders: tuple[str, ...]) -> None:
        self.version = version
        self.modules: dict[str, SourceModule] = {}
        for folder in folders:
            for path in sorted((root / folder).rglob("*.py")):
                parts = path.relative_to(root).with_suffix("").parts
                is_package = parts[-1] == "__init__"
                name = ".".join(parts[:-1] if is_package else parts)
                self.modules[name] = SourceModule(name, is_package, ast.parse(path.read_text(encoding="utf-8")))

    def resolve(self, origin: Origin) -> Origin:
        """Follow a name through the files that only hand it on, to the one that defines it."""
        while not origin.is_foreign and origin.name is not None:
            module = self.modules.get(origin.module)
            if module is None:
                break
            if origin.name in module.imports:
                origin = module.imports[origin.name]
            elif not module.is_package:
                break
            elif f"{origin.module}.{origin.name}" in self.modules:
                origin = Origin(f"{origin.module}.{origin.name}", None)
            else:
                raise NotUnderstoodError(origin.module, f"it has no {origin.name}")
        return origin

    def imports(self, module: SourceModule) -> dict[str, Origin]:
        """Return what *module* imports, each name with the file that defines it."""
        return {local: self.resolve(origin) for local, origin in module.imports.items()}


def installed_library(pyproject: Path, folders: tuple[str, ...]) -> Library:
    """Return the installed package, which must be of the version that *pyproject* pins."""
    pinned = pinned_version(pyproject)
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{PACKAGE} is not installed; install it with: pip install --group {GROUP}")
    version = importlib.metadata.version(PACKAGE)
    if version != pinned:
        raise SystemExit(f"{PACKAGE} {version} is installed, but {pinned} is pinned: pip install --group {GROUP}")
    return Library(Path(spec.origin).parent, version, folders)


def pinned_version(pyproject: Path) -> str:
    """Return the version of the package that the dependency group in *pyproject* pins: the one place it is named."""
    groups = tomllib.loads(pyproject.read_text(encoding="utf-8"))["dependency-groups"]
    for requirement in groups[GROUP]:
        if isinstance(requirement, str) and requirement.startswith(f"{PACKAGE}=="):
            return requirement.removeprefix(f"{PACKAGE}==")
    raise SystemExit(f"{pyproject}: the dependency group {GROUP} pins no {PACKAGE}")


def _import_statements(body: list[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    for statement in body:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            yield statement
        elif isinstance(statement, ast.If) and ast.unparse(statement.test).endswith("TYPE_CHECKING"):
            yield from _import_statements(statement.body)
