"""Finds the unions whose members are told apart by a tag, and the member of each value of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence

from generate_openai.model import Alias, Field, TypeClass, TypesModule
from generate_openai.source import Origin

TAG = "type"

_BASE_MODEL = "_models:BaseModel"

Place = tuple[TypesModule, TypeClass | Alias]


def tags_of_unions(modules: Sequence[TypesModule]) -> dict[str, dict[str, dict[str, str]]]:
    """Return the tags of each union, by module and name: which value of `type` stands for which member.

    A union has none if a member is no model, or has no tag of its own that it requires.
    """
    places = {Origin(module.name, item.name): (module, item) for module in modules for item in module.items}
    found: dict[str, dict[str, dict[str, str]]] = {}
    for module in modules:
        finder = _Finder(module, places)
        unions = {item.name: finder.tags(item) for item in module.items if isinstance(item, Alias) and item.annotation}
        found[module.name] = {name: tags for name, tags in unions.items() if tags}
    return found


class _NoTagsError(Exception):
    """The members of a union are not told apart by tags."""


class _Finder:
    """Finds the tags of the unions in one module."""

    def __init__(self, module: TypesModule, places: Mapping[Origin, Place]) -> None:
        self._module = module
        self._places = places

    def tags(self, alias: Alias) -> dict[str, str]:
        """Return the tags of *alias*, none if they do not tell its members apart."""
        if f"PropertyInfo(discriminator='{TAG}')" != _discriminator(alias.value):
            return {}
        found: dict[str, str] = {}
        try:
            for module, node in self._members(self._module, alias.value):
                for value in _values(_field(module, node, self._places)):
                    if found.setdefault(value, self._reference(module, node)) != self._reference(module, node):
                        return {}
        except _NoTagsError:
            return {}
        return found

    def _members(self, module: TypesModule, form: ast.expr) -> Iterator[tuple[TypesModule, TypeClass]]:
        match form:
            case ast.Name(id=name):
                place = self._places.get(module.imports.get(name, Origin(module.name, name)))
                match place:
                    case (home, TypeClass() as node) if _is_model(home, node, self._places):
                        yield home, node
                    case (home, Alias(value=value)):
                        yield from self._members(home, value)
                    case _:
                        raise _NoTagsError
            case ast.Subscript(value=ast.Name(id="Annotated"), slice=ast.Tuple(elts=[inner, *_])):
                yield from self._members(module, inner)
            case ast.Subscript(value=ast.Name(id="Union"), slice=ast.Tuple(elts=parts)):
                for part in parts:
                    yield from self._members(module, part)
            case ast.Constant(value=str() as text):
                yield from self._members(module, ast.parse(text, mode="eval").body)
            case _:
                raise _NoTagsError

    def _reference(self, module: TypesModule, node: TypeClass) -> str:
        """Return how the module of the union names a member."""
        known = self._module.imports.get(node.name, Origin(self._module.name, node.name))
        home = module.name.removeprefix("types.")
        return node.name if known == Origin(module.name, node.name) else f"{home}:{node.name}"


def _discriminator(form: ast.expr) -> str:
    match form:
        case ast.Subscript(value=ast.Name(id="Annotated"), slice=ast.Tuple(elts=[_, said])):
            return ast.unparse(said)
        case _:
            return ""


def _bases(
    module: TypesModule, node: TypeClass, places: Mapping[Origin, Place]
) -> Iterator[tuple[TypesModule, TypeClass]]:
    for base in node.bases:
        name = ast.unparse(base)
        match places.get(module.imports.get(name, Origin(module.name, name))):
            case (home, TypeClass() as found):
                yield home, found
            case _:
                pass


def _is_model(module: TypesModule, node: TypeClass, places: Mapping[Origin, Place]) -> bool:
    names = (module.imports.get(ast.unparse(base)) for base in node.bases)
    return any(str(name) == _BASE_MODEL for name in names) or any(
        _is_model(*base, places) for base in _bases(module, node, places)
    )


def _field(module: TypesModule, node: TypeClass, places: Mapping[Origin, Place]) -> Field:
    """Return the tag of a model. Raises _NoTagsError if it has none, or may be without."""
    for member in node.members:
        if isinstance(member, Field) and member.name == TAG:
            if member.default is not None:
                raise _NoTagsError
            return member
    for base in _bases(module, node, places):
        return _field(*base, places)
    raise _NoTagsError


def _values(field: Field) -> list[str]:
    match field.annotation:
        case ast.Subscript(value=ast.Name(id="Literal"), slice=inner):
            values = ast.literal_eval(inner)
            found = [values] if isinstance(values, str) else list(values)
            if all(isinstance(value, str) for value in found):
                return found
        case _:
            pass
    raise _NoTagsError
