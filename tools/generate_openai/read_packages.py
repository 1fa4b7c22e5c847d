"""Reads a package's `__init__`: the names it hands on."""

from __future__ import annotations

from generate_openai.model import PackageModule
from generate_openai.source import Library, SourceModule
from generate_openai.written_files import Scope


def read_package(library: Library, module: SourceModule, scope: Scope) -> PackageModule:
    """Return the names that *module* hands on, but those of files that are left out."""
    written = {*scope.written, *scope.packages}
    names = {
        local: origin
        for local, origin in library.imports(module).items()
        if not origin.is_foreign and origin.module in written
    }
    below = (name.rpartition(".") for name in sorted(written))
    return PackageModule(module.name, names, [name for package, _, name in below if package == module.name])
