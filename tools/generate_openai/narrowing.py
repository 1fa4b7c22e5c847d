"""Finds fields that a subclass gives another type or no default, and the comments that let type checkers pass them."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator, Mapping, Sequence

from generate_openai.model import Field, TypeClass, TypesModule
from generate_openai.source import Origin

_PYRIGHT = "pyright: ignore[{}]"
_OTHER_TYPE = "reportIncompatibleVariableOverride"
_NO_DEFAULT = "reportGeneralTypeIssues"
_MYPY = "type: ignore[assignment]"  # it takes a narrower type, but no list of a narrower one

Place = tuple[TypesModule, TypeClass]


def allow_narrowed_fields(modules: Sequence[TypesModule]) -> None:
    """Give each narrowed field of a model the comment that allows it."""
    classes = {
        Origin(module.name, item.name): (module, item)
        for module in modules
        for item in module.items
        if isinstance(item, TypeClass)
    }
    for module, node in classes.values():
        inherited = _inherited(module, node, classes)
        for field in _fields(node):
            if field.name in inherited:
                field.comment = _comment(module, field, *inherited[field.name])


def _comment(module: TypesModule, field: Field, owner: TypesModule, above: Field) -> str:
    if _full(module, field.annotation) == _full(owner, above.annotation):
        return ""
    rules = [_OTHER_TYPE]
    if above.default is not None and field.default is None:
        rules.append(_NO_DEFAULT)
    ignored = _PYRIGHT.format(", ".join(rules))
    is_list = "List[" in ast.unparse(field.annotation)
    return f"{_MYPY}  # {ignored}" if is_list else ignored


def _inherited(
    module: TypesModule, node: TypeClass, classes: Mapping[Origin, Place]
) -> dict[str, tuple[TypesModule, Field]]:
    """Return the fields of the models above *node*, each with the file it is defined in."""
    found: dict[str, tuple[TypesModule, Field]] = {}
    for base in reversed(node.bases):
        name = ast.unparse(base.value if isinstance(base, ast.Subscript) else base)
        place = classes.get(module.imports.get(name, Origin(module.name, name)))
        if place is not None:
            found |= _inherited(*place, classes)
            found |= {field.name: (place[0], field) for field in _fields(place[1])}
    return found


def _fields(node: TypeClass) -> Iterator[Field]:
    return (member for member in node.members if isinstance(member, Field))


def _full(module: TypesModule, annotation: ast.expr) -> str:
    """Return *annotation* with each name as where it is defined."""
    return ast.unparse(_Full(module).visit(copy.deepcopy(annotation)))


class _Full(ast.NodeTransformer):
    def __init__(self, module: TypesModule) -> None:
        self._module = module
        self._own = {item.name for item in module.items}

    def visit_Name(self, node: ast.Name) -> ast.expr:
        own = Origin(self._module.name, node.id) if node.id in self._own else node.id
        return ast.Name(str(self._module.imports.get(node.id, own)))
