"""Reads one file of types: models, TypedDicts and unions."""

from __future__ import annotations

import ast

from generate_openai import decisions
from generate_openai.errors import NotUnderstoodError
from generate_openai.model import Alias, Computed, Constant, Field, TypeClass, TypesModule
from generate_openai.source import Library, SourceModule

_EXCLUSION = "__api_exclude__"
_ANY_ATTRIBUTE = "__pydantic_extra__: Dict[str, object]"


def read_types(library: Library, module: SourceModule) -> TypesModule:
    """Return what *module* defines."""
    read = TypesModule(module.name, module.all or [], library.imports(module), module.handed_on)
    left_out = decisions.LEFT_OUT_DEFINITIONS.get(module.name, frozenset())
    for statement in module.tree.body:
        match statement:
            case ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
                pass
            case ast.If(test=ast.Name(id="TYPE_CHECKING"), body=body) if all(
                isinstance(s, ast.ImportFrom) for s in body
            ):
                pass
            case ast.ClassDef() | ast.FunctionDef() if statement.name in left_out:
                pass
            case ast.Assign(targets=[ast.Name(id="__all__")]):
                pass
            case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]) if name in left_out:
                pass
            case ast.ClassDef():
                read.items.append(_read_class(module.name, statement))
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                read.items.append(Alias(name, None, value))
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation, value=ast.expr() as value):
                read.items.append(Alias(name, annotation, value))
            case _:
                raise NotUnderstoodError(module.name, statement)
    return read


def _read_class(where: str, node: ast.ClassDef) -> TypeClass:
    read = TypeClass(node.name, node.bases, node.keywords, node.decorator_list)
    for statement in node.body:
        match statement:
            case ast.Expr(value=ast.Constant()) | ast.Pass():
                pass
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation, value=default):
                read.members.append(Field(name, annotation, default))
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Constant() | ast.Set() as value):
                read.members.append(Constant(name, value))
            case ast.FunctionDef(name=name, args=parameters, returns=ast.expr() as returns):
                is_property = [ast.unparse(decorator) for decorator in statement.decorator_list] == ["property"]
                if statement.decorator_list and not is_property:
                    raise NotUnderstoodError(f"{where}.{node.name}", statement)
                read.members.append(Computed(name, returns, parameters, is_property))
            case ast.If(test=ast.Name(id="TYPE_CHECKING")):
                _read_checked_only(f"{where}.{node.name}", read, statement)
            case _:
                raise NotUnderstoodError(f"{where}.{node.name}", statement)
    if f"{where}.{node.name}" in decisions.NOT_SENT_WHOLE:
        _add_exclusion(where, node, read)
    return read


def _add_exclusion(where: str, node: ast.ClassDef, read: TypeClass) -> None:
    if any(member.name == _EXCLUSION for member in read.members):
        raise NotUnderstoodError(where, node)
    parameters = ast.arguments([], [ast.arg("self")], None, [], [], None, [])
    returns = ast.parse("dict[str, object]", mode="eval").body
    read.members.append(Computed(_EXCLUSION, returns, parameters, is_property=True))


def _read_checked_only(where: str, read: TypeClass, node: ast.If) -> None:
    match node.body, node.orelse:
        case (
            [ast.AnnAssign(target=ast.Name(id=name), annotation=checked, value=None)],
            [ast.AnnAssign(target=ast.Name(id=again), annotation=runtime, value=None)],
        ) if name == again:
            read.members.append(Field(name, checked, None, runtime))
        case [ast.AnnAssign(), ast.FunctionDef(name="__getattr__")], [last] if ast.unparse(last) == _ANY_ATTRIBUTE:
            read.accepts_any_attribute = True
        case _:
            raise NotUnderstoodError(where, node)
