"""Writes the generated files: `python -m generate_openai`."""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterable
from pathlib import Path

from generate_openai import decisions
from generate_openai.errors import NotUnderstoodError
from generate_openai.files import write_files
from generate_openai.model import Computed, TypeClass, TypesModule
from generate_openai.narrowing import allow_narrowed_fields
from generate_openai.read_packages import read_package
from generate_openai.read_resources import ResourceReader
from generate_openai.read_types import read_types
from generate_openai.source import installed_library
from generate_openai.summary import summary
from generate_openai.tags import tags_of_unions
from generate_openai.write_packages import write_package
from generate_openai.write_resources import write_resources
from generate_openai.write_types import computed_name, write_types
from generate_openai.written_files import Scope

PROJECT = Path(__file__).parents[2]


def main() -> None:
    """Write all files anew, and say what was written and what was left out."""
    arguments = argparse.ArgumentParser(prog="generate_openai", description=__doc__)
    arguments.add_argument("--output", type=Path, default=PROJECT / "aigpt/openai", help="the folder to write in")
    output: Path = arguments.parse_args().output
    library = installed_library(PROJECT / "pyproject.toml", decisions.FOLDERS)
    scope = Scope(library)
    reader = ResourceReader(library, scope)
    types = [read_types(library, library.modules[name]) for name in scope.written if name.startswith("types.")]
    resources = [reader.read(library.modules[name]) for name in scope.written if name.startswith("resources.")]
    _check_computed(types)
    allow_narrowed_fields(types)

    tags = tags_of_unions(types)
    texts = {
        f"{module.name.replace('.', '/')}.py": write_types(module, tags[module.name], library.version)
        for module in types
    }
    for module in resources:
        texts[f"{module.name.replace('.', '/')}.py"] = write_resources(module, library.version)
    for name in scope.packages:
        package = read_package(library, library.modules[name], scope)
        texts[f"{name.replace('.', '/')}/__init__.py"] = write_package(package, library.version)

    write_files(output, texts, decisions.FOLDERS, PROJECT / "pyproject.toml")
    sys.stdout.write(summary(library.version, scope, types, resources, reader.left_out))


def _check_computed(types: Iterable[TypesModule]) -> None:
    """Raise an error where what a model computes is not written by hand yet."""
    path = PROJECT / f"{decisions.COMPUTED.replace('.', '/')}.py"
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


if __name__ == "__main__":
    main()
