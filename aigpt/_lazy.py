"""Public names that are imported on first use, so that importing a package costs only what is used of it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping
from importlib import import_module
from typing import Any


def lazy_names(
    package: str, homes: Mapping[str, str], submodules: Collection[str] = ()
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return a module's ``__getattr__`` and ``__dir__`` for the public names of *package*.

    *homes* has for each name the module that defines it, such as ``"aigpt.bots.split"``; where it is called
    differently there, ``"module:name"``. A name is imported when it is first asked for, and kept in the package;
    so are its *submodules*.
    """

    def __getattr__(name: str) -> Any:  # noqa: N807 (it becomes the module's)
        home = homes.get(name)
        if home is None and name in submodules:
            return import_module(f"{package}.{name}")  # which sets the package's attribute
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module, _, own_name = home.partition(":")
        value = getattr(import_module(module), own_name or name)
        setattr(sys.modules[package], name, value)
        return value

    def __dir__() -> list[str]:  # noqa: N807 (likewise)
        return sorted({*vars(sys.modules[package]), *homes, *submodules})

    return __getattr__, __dir__
