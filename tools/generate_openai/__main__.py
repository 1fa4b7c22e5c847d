"""Writes the generated files: `python -m generate_openai`."""

from __future__ import annotations

import argparse
import ast
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from generate_openai import tables
from generate_openai.errors import NotUnderstoodError
from generate_openai.formatting import format_files
from generate_openai.model import Computed, ResourceModule, TypeClass, TypesModule
from generate_openai.read_packages import read_package
from generate_openai.read_resources import ResourceReader
from generate_openai.read_types import read_types
from generate_openai.scope import Scope
from generate_openai.source import Library, installed_library
from generate_openai.write_packages import write_package
from generate_openai.write_resources import all_methods, write_resources
from generate_openai.write_types import computed_name, write_types

PROJECT = Path(__file__).parents[2]


def main() -> None:
    """Write all files anew, and say what was written and what was left out."""
    arguments = argparse.ArgumentParser(prog="generate_openai", description=__doc__)
    arguments.add_argument("--output", type=Path, default=PROJECT / "aigpt/openai", help="the folder to write in")
    output: Path = arguments.parse_args().output
    library = installed_library(PROJECT / "pyproject.toml", tables.FOLDERS)
    scope = Scope(library)
    reader = ResourceReader(library, scope)
    types = [read_types(library, library.modules[name]) for name in scope.written if name.startswith("types.")]
    resources = [reader.read(library.modules[name]) for name in scope.written if name.startswith("resources.")]
    _check_computed(types)

    texts = {f"{module.name.replace('.', '/')}.py": write_types(module, library.version) for module in types}
    for module in resources:
        texts[f"{module.name.replace('.', '/')}.py"] = write_resources(module, library.version)
    for name in scope.packages:
        package = read_package(library, library.modules[name], scope)
        texts[f"{name.replace('.', '/')}/__init__.py"] = write_package(package, library.version)

    for folder in tables.FOLDERS:
        shutil.rmtree(output / folder, ignore_errors=True)
    for path, text in texts.items():
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_text(text, encoding="utf-8")
    format_files([output / folder for folder in tables.FOLDERS], PROJECT / "pyproject.toml")
    sys.stdout.write(_summary(library, scope, types, resources, reader.left_out))


def _check_computed(types: Iterable[TypesModule]) -> None:
    """What models compute is written by hand: it must be there."""
    path = PROJECT / f"{tables.COMPUTED.replace('.', '/')}.py"
    if not path.exists():
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    written = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    needed = {
        computed_name(item.name, member.name): module.name
        for module in types
        for item in module.items
        if isinstance(item, TypeClass)
        for member in item.members
        if isinstance(member, Computed)
    }
    for name, module in needed.items():
        if name not in written:
            raise NotUnderstoodError(module, f"{path} has no {name}")


def _summary(
    library: Library,
    scope: Scope,
    types: list[TypesModule],
    resources: list[ResourceModule],
    left_out: dict[str, list[str]],
) -> str:
    classes = [item for module in types for item in module.items if isinstance(item, TypeClass)]
    params = [item for item in classes if _is_typed_dict(item, classes)]
    lines = [
        f"openai {library.version}: wrote {len(scope.written) + len(scope.packages)} files",
        f"  {sum(resource.is_async for module in resources for resource in module.resources)} resources with "
        f"{len(all_methods(resources))} methods, each twice: asynchronous and blocking",
        f"  {len(classes) - len(params)} model classes, {len(params)} params types",
        "left out:",
    ]
    namespaces = sum(name.startswith("resources.") for name in scope.left_out)
    lines.append(f"  OUT_OF_SCOPE: {namespaces} files of resources, {len(scope.left_out) - namespaces} of types")
    for table, names in sorted(left_out.items()):
        lines.append(f"  {table}: {len(names)}")
        lines += [f"    {name}" for name in names]
    return "\n".join([*lines, ""])


def _is_typed_dict(node: TypeClass, classes: list[TypeClass]) -> bool:
    bases = {ast.unparse(base) for base in node.bases}
    return "TypedDict" in bases or any(keyword.arg == "total" for keyword in node.keywords)


if __name__ == "__main__":
    main()
