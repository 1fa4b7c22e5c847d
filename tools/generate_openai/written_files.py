"""Which files of the source are written."""

from __future__ import annotations

from collections.abc import Iterable

from generate_openai import decisions
from generate_openai.errors import NotUnderstoodError
from generate_openai.source import Library


class Scope:
    """The files that are written, and those that are not.

    A file of types is left out if only left out namespaces lead to it.
    """

    def __init__(self, library: Library) -> None:
        self._edges = {name: _imported_modules(library, name) for name in library.modules}
        plain = {name for name, module in library.modules.items() if not module.is_package}
        out = {name for name in library.modules if _is_below(name, decisions.OUT_OF_SCOPE)}
        resources = {name for name in plain if _is_below(name, ("resources",))}
        reached = self._reached(resources - out)
        self.left_out = out | (self._reached(resources & out) - reached)
        while importers := {name for name in plain - reached - self.left_out if self._edges[name] & self.left_out}:
            self.left_out |= importers
        for name in plain - self.left_out:
            if not _is_below(name, ("resources",)) and self._edges[name] & self.left_out:
                raise NotUnderstoodError(name, f"needs {self._edges[name] & self.left_out}, which is left out")
        self.written = sorted(plain - self.left_out)
        self.packages = sorted(
            name for name, module in library.modules.items() if module.is_package and name not in out
        )

    def _reached(self, roots: Iterable[str]) -> set[str]:
        found: set[str] = set()
        ahead = list(roots)
        while ahead:
            name = ahead.pop()
            if name not in found:
                found.add(name)
                ahead += [other for other in self._edges[name] if not _is_below(other, ("resources",))]
        return found


def _imported_modules(library: Library, name: str) -> set[str]:
    module = library.modules[name]
    if module.is_package:
        return set()
    return {origin.module for origin in library.imports(module).values() if origin.module in library.modules}


def _is_below(name: str, folders: tuple[str, ...]) -> bool:
    return any(name == folder or name.startswith(folder + ".") for folder in folders)
