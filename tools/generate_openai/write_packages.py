"""Writes a package's `__init__`, which imports what it hands on when it is first asked for."""

from __future__ import annotations

from generate_openai import decisions
from generate_openai.model import PackageModule
from generate_openai.text import head, written_all


def write_package(package: PackageModule, version: str) -> str:
    """Return the text of *package*'s `__init__`."""
    if not package.names and not package.submodules:
        return head(version)
    homes = {name: f"{decisions.TARGET}.{origin.module}" for name, origin in package.names.items()}
    public = sorted(package.names)
    lines = [head(version), "from typing import TYPE_CHECKING", "", "from aigpt._lazy import lazy_names", ""]
    lines.append("if TYPE_CHECKING:")
    own = f"{decisions.TARGET}.{package.name}"
    lines += [f"    from {own} import {name} as {name}" for name in package.submodules]
    for name, origin in sorted(package.names.items()):
        own_name = f"{origin.name} as {name}" if origin.name != name else name
        lines.append(f"    from {homes[name]} import {own_name}")
    lines.append(written_all(public))
    lines.append("_HOMES = {")
    for name in public:
        defined = package.names[name].name
        home = homes[name] if defined == name else f"{homes[name]}:{defined}"
        lines.append(f"    {name!r}: {home!r},")
    lines += ["}", f"_SUBMODULES: tuple[str, ...] = {tuple(package.submodules)!r}", ""]
    lines.append("if not TYPE_CHECKING:  # for type checkers there are only the names above")
    lines.append("    __getattr__, __dir__ = lazy_names(__name__, _HOMES, _SUBMODULES)")
    return "\n".join([*lines, ""])
