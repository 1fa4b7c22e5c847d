"""Modules of types: the names that they take from each other, and their aliases, are resolved on first use.

The first answer of a route so costs the types that are in it, not all that its annotations name. A module's `__dict__`
is whole for those who look names up in it, as `typing.get_type_hints` and pydantic do.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple, TypeAlias, cast

Tags: TypeAlias = Mapping[str, str]
"""Of a union: which of its models has which tag. A model is a name in the same module, or ``"module:Name"``."""

_TYPES = "aigpt.openai.types."
_NOTHING: Mapping[str, str] = {}
_NO_ALIASES: Mapping[str, Tags] = {}


class _Postponed(NamedTuple):
    homes: Mapping[str, str]
    aliases: Mapping[str, str]
    tags: Mapping[str, Tags]


class TypeModule(ModuleType):
    """A module some of whose names are resolved on first use."""

    __postponed__: _Postponed

    @property
    def __dict__(self) -> dict[str, Any]:  # type: ignore[override]
        """All names, those that were postponed among them."""
        for name in (*self.__postponed__.homes, *self.__postponed__.aliases):
            getattr(self, name)
        return _names_in(self)

    def __getattr__(self, name: str) -> Any:
        homes, aliases, _ = self.__postponed__
        if name in homes:
            value = getattr(import_module(_TYPES + homes[name]), name)
        elif name in aliases:
            value = evaluated(aliases[name], self)
        else:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        setattr(self, name, value)
        return value


def postpone(module_name: str, homes: Mapping[str, str] = _NOTHING, aliases: Mapping[str, Tags] = _NO_ALIASES) -> None:
    """Have the annotations in the module that calls this read on first use, and what they name imported then.

    *homes* has the module, below ``aigpt.openai.types``, of each name that is imported for type checkers only. The
    values of *aliases* are strings until now; theirs here are the tags of unions that are told apart by `type`.
    """
    module = sys.modules[module_name]
    names = vars(module)
    texts = {alias: names.pop(alias) for alias in aliases}
    names["__postponed__"] = _Postponed(homes, texts, aliases)
    module.__class__ = TypeModule


def evaluated(text: str, module: TypeModule) -> Any:
    """Return what an annotation in *module* means. Raises NameError where a name is not defined."""
    code = compile(f"({text})", f"<{module.__name__}>", "eval")
    homes, aliases, _ = module.__postponed__
    for name in code.co_names:
        if name in homes or name in aliases:
            getattr(module, name)
    return eval(code, _names_in(module))  # noqa: S307 (the text is the generated code's own)


def definition(name: str, module: ModuleType | None = None) -> tuple[ModuleType, str]:
    """Return the module that defines what *name* is in *module*, and its name there.

    The name may say its module itself, as ``"module:Name"``. No other module is imported for it.
    """
    home, _, name = name.rpartition(":")
    found = import_module(_TYPES + home) if module is None or home else module
    while isinstance(found, TypeModule) and name in found.__postponed__.homes:
        found = import_module(_TYPES + found.__postponed__.homes[name])
    return found, name


def tags_of(module: ModuleType, name: str) -> Tags:
    """Return the tags of the union that *name* is in *module*, which defines it; none if they do not tell it apart."""
    return module.__postponed__.tags.get(name, _NOTHING) if isinstance(module, TypeModule) else _NOTHING


_names_in: Callable[[ModuleType], dict[str, Any]] = cast("Any", vars(ModuleType))["__dict__"].__get__
"""Returns the names that a module has so far."""
