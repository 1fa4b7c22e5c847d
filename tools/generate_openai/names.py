"""Expressions of the source as text of ours: names are imported from where they live here."""

from __future__ import annotations

import ast
import builtins
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any, cast

from generate_openai import decisions
from generate_openai.errors import NotUnderstoodError
from generate_openai.source import Origin

_STANDARD_MODULES = {":builtins", ":dataclasses", ":os"}


class Names:
    """The names of one written file: those it imports, collected while its expressions are written."""

    def __init__(self, where: str, imports: Mapping[str, Origin], defined: Collection[str]) -> None:
        self._where = where
        self._imports = imports
        self._defined = defined
        self._used: defaultdict[str, set[str]] = defaultdict(set)
        self._used_modules: set[str] = set()
        self._handed_on: set[str] = set()

    def text(self, expression: ast.expr, *, unquoted: bool = False, shadowed: Collection[str] = ()) -> str:
        """Return *expression* in our names.

        *unquoted*: it is an annotation, which is not evaluated, so that names need no quotes. *shadowed*: names that
        mean something else where the expression stands, such as a field called `object`.
        """
        return ast.unparse(_Renaming(self, unquoted, shadowed).visit(_copy(expression)))

    def use(self, home: str) -> str:
        """Import *home*, `module:name` or a module, and return what it is called."""
        module, _, name = home.partition(":")
        if not name:
            package, _, name = module.rpartition(".")
            if not package:
                self._used_modules.add(name)
                return name
            self._used[package].add(name)
        elif module != "builtins":
            if name in self._defined:
                raise NotUnderstoodError(self._where, f"{name} is defined here and imported")
            self._used[module].add(name)
        return name

    def hand_on(self, local: str) -> None:
        """Import what the source calls *local* for others."""
        self._handed_on.add(self.use(self._home(self._imports[local])))

    def is_dropped(self, expression: ast.expr) -> bool:
        """Whether there is nothing here for what *expression* names."""
        origin = self._imports.get(ast.unparse(expression))
        return origin is not None and decisions.HOMES.get(str(origin), "") is None

    def import_lines(self) -> list[str]:
        """Return the statements that import all that was used."""
        lines = [f"import {name}" for name in sorted(self._used_modules)]
        for module in sorted(self._used):
            names = [f"{name} as {name}" if name in self._handed_on else name for name in sorted(self._used[module])]
            lines.append(f"from {module} import {', '.join(names)}")
        return lines

    def without(self, others: Names, folder: str) -> dict[str, str]:
        """Keep nothing but what lies in *folder* and *others* do not import; have them import all that does not.

        Returns the module of each name that is kept.
        """
        others._used_modules |= self._used_modules
        self._used_modules = set()
        for module, names in self._used.items():
            if not module.startswith(f"{folder}."):
                others._used[module] |= names
        self._used = defaultdict(
            set,
            {
                module: kept
                for module, names in self._used.items()
                if module.startswith(f"{folder}.") and (kept := names - others._used.get(module, set()))
            },
        )
        return {name: module for module, names in self._used.items() for name in names}

    def renamed(self, local: str, shadowed: Collection[str]) -> ast.expr:
        """Return what the source calls *local*."""
        origin = self._imports.get(local)
        if origin is not None:
            return ast.Name(self.use(self._home(origin)))
        if local in self._defined:
            return ast.Name(local)
        if not hasattr(builtins, local):
            raise NotUnderstoodError(self._where, local)
        if local in shadowed:
            return ast.Attribute(ast.Name(self.use("builtins")), local)
        return ast.Name(local)

    def renamed_attribute(self, local: str, attribute: str) -> ast.expr:
        """Return what the source calls *local.attribute*."""
        origin = self._imports.get(local)
        if origin is None:
            raise NotUnderstoodError(self._where, f"{local}.{attribute}")
        if str(origin) in _STANDARD_MODULES:
            return ast.Attribute(ast.Name(self.use(origin.module[1:])), attribute)
        if origin.name is not None:  # a module that is not read
            origin = Origin(origin.name, attribute)
            return ast.Name(self.use(self._home(origin)))
        return ast.Attribute(ast.Name(self.use(self._home(origin))), attribute)

    def _home(self, origin: Origin) -> str:
        home = decisions.HOMES.get(str(origin))
        if home is not None:
            return home
        if origin.module in {":typing", ":typing_extensions"} and origin.name:
            return f"typing:{origin.name}"
        if not origin.is_foreign and origin.module.partition(".")[0] in decisions.FOLDERS:
            return f"{decisions.TARGET}.{origin}"
        if origin.is_ours:
            return str(origin)[1:]
        raise NotUnderstoodError(self._where, str(origin))


def _copy(node: object) -> Any:
    """Return a copy of the parts that may be replaced: of nodes and lists, whatever else they hold."""
    if isinstance(node, list):
        return [_copy(part) for part in cast("list[object]", node)]
    if not isinstance(node, ast.AST):
        return node
    return type(node)(**{name: _copy(value) for name, value in ast.iter_fields(node)})


class _Renaming(ast.NodeTransformer):
    def __init__(self, names: Names, unquoted: bool, shadowed: Collection[str]) -> None:  # noqa: FBT001
        self._names = names
        self._unquoted = unquoted
        self._shadowed = shadowed

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._names.renamed(node.id, self._shadowed)

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        if not isinstance(node.value, ast.Name):
            raise NotUnderstoodError("an annotation", node)
        return self._names.renamed_attribute(node.value.id, node.attr)

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        node.value = self.visit(node.value)
        if ast.unparse(node.value) != "Literal":
            node.slice = self.visit(node.slice)
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        node.func = self.visit(node.func)
        node.args = [self.visit(argument) if isinstance(argument, ast.Dict) else argument for argument in node.args]
        return node  # keywords are plain values

    def visit_Dict(self, node: ast.Dict) -> ast.expr:
        node.values = [self.visit(value) for value in node.values]
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if not isinstance(node.value, str):
            return node
        inner = self.visit(ast.parse(node.value, mode="eval").body)  # a name that is defined later
        return inner if self._unquoted else ast.Constant(ast.unparse(inner))
