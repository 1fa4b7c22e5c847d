"""Reads one file of resources: namespaces of the client, and their methods."""

from __future__ import annotations

import ast

from generate_openai import decisions
from generate_openai.added_values import add_value
from generate_openai.errors import NotUnderstoodError
from generate_openai.mixin_methods import MIXIN_METHODS
from generate_openai.model import AnswerClass, ResourceClass, ResourceModule, SubResource
from generate_openai.read_connections import SUFFIXES, read_connect, read_connection, read_group, read_manager
from generate_openai.read_methods import Function, read_helper, read_method
from generate_openai.read_mixin_methods import read_mixin_method
from generate_openai.source import Library, Origin, SourceModule
from generate_openai.written_files import Scope

Functions = dict[str, list[Function]]

_BASES = {"SyncAPIResource": False, "AsyncAPIResource": True}
_ANSWERS = {"WithRawResponse": False, "WithStreamingResponse": True}
_WRAPPERS = {
    "to_raw_response_wrapper",
    "async_to_raw_response_wrapper",
    "to_streamed_response_wrapper",
    "async_to_streamed_response_wrapper",
    "to_custom_streamed_response_wrapper",
    "async_to_custom_streamed_response_wrapper",
}


class ResourceReader:
    """Reads files of resources, and keeps what it left out."""

    def __init__(self, library: Library, scope: Scope) -> None:
        self._library = library
        self._scope = scope
        self.left_out: dict[str, list[str]] = {}
        """Names by the table of decisions.py that leaves them out."""

    def read(self, module: SourceModule) -> ResourceModule:
        """Return what *module* defines."""
        read = ResourceModule(module.name, module.all or [], self._library.imports(module))
        left_out = decisions.LEFT_OUT_DEFINITIONS.get(module.name, frozenset())
        for statement in module.tree.body:
            match statement:
                case ast.ClassDef():
                    self._read_class(read, statement)
                case ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
                    pass
                case ast.If(test=ast.Name(id="TYPE_CHECKING"), body=body) if all(
                    isinstance(s, ast.ImportFrom) for s in body
                ):
                    pass
                case ast.FunctionDef(name=name) if name in left_out:
                    self._leave_out("LEFT_OUT_DEFINITIONS", f"{module.name}.{name}")
                case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)) if (
                    name in left_out
                ):
                    self._leave_out("LEFT_OUT_DEFINITIONS", f"{module.name}.{name}")
                case ast.Assign(targets=[ast.Name(id="__all__")]):
                    pass
                case _:
                    raise NotUnderstoodError(module.name, statement)
        return read

    def _leave_out(self, table: str, name: str) -> None:
        self.left_out.setdefault(table, []).append(name)

    def _read_class(self, read: ResourceModule, node: ast.ClassDef) -> None:
        where = f"{read.name}.{node.name}"
        bases = [ast.unparse(base) for base in node.bases]
        suffix = next((suffix for suffix in _ANSWERS if node.name.endswith(suffix)), None)
        if len(bases) == 1 and bases[0] in _BASES:
            read.resources.append(self._read_resource(read, node, is_async=_BASES[bases[0]]))
        elif suffix and not bases:
            read.answers.append(self._read_answers(read, node, suffix))
        elif node.name.endswith(SUFFIXES):
            _read_connections(read, where, node)
        else:
            raise NotUnderstoodError(where, node)

    def _read_resource(self, module: ResourceModule, node: ast.ClassDef, *, is_async: bool) -> ResourceClass:
        where = f"{module.name}.{node.name}"
        read = ResourceClass(node.name, is_async, mixin=decisions.MIXINS.get(module.name, {}).get(node.name))
        by_hand = decisions.HAND_WRITTEN_METHODS.get(module.name, frozenset())
        by_mixin: dict[str, None] = {}
        functions: Functions = {}
        for statement in node.body:
            match statement:
                case ast.Expr(value=ast.Constant()):
                    pass
                case ast.FunctionDef(name="with_raw_response" | "with_streaming_response"):
                    pass
                case ast.FunctionDef(decorator_list=[ast.Name(id="cached_property")]):
                    self._add_subresource(module, where, read.subresources, statement)
                case ast.FunctionDef() | ast.AsyncFunctionDef() if statement.name in by_hand:
                    by_mixin.setdefault(statement.name)
                case ast.FunctionDef(name="connect"):
                    read.connect = read_connect(f"{where}.connect", statement)
                case ast.FunctionDef() | ast.AsyncFunctionDef():
                    functions.setdefault(statement.name, []).append(statement)
                case _:
                    raise NotUnderstoodError(where, statement)
        for name in by_mixin:
            self._leave_out("HAND_WRITTEN_METHODS, with a mixin", f"{where}.{name}")
        if by_mixin and read.mixin is None:
            raise NotUnderstoodError(where, f"the methods {sorted(by_mixin)} without a mixin")
        _read_functions(module, where, read, functions)
        return read

    def _read_answers(self, module: ResourceModule, node: ast.ClassDef, suffix: str) -> AnswerClass:
        where = f"{module.name}.{node.name}"
        init = next((s for s in node.body if isinstance(s, ast.FunctionDef) and s.name == "__init__"), None)
        if init is None:
            raise NotUnderstoodError(where, node)
        read = AnswerClass(node.name, node.name.removesuffix(suffix), init.args.args[1].arg, _ANSWERS[suffix])
        for statement in init.body:
            match statement:
                case ast.Assign(targets=[ast.Attribute(attr=kept)], value=ast.Name(id=given)) if kept == f"_{given}":
                    pass
                case ast.Assign(
                    targets=[ast.Attribute(value=ast.Name(id="self"), attr=name)],
                    value=ast.Call(func=wrapper, args=[ast.Attribute(attr=method), *_]),
                ) if name == method and ast.unparse(wrapper).removeprefix("_legacy_response.") in _WRAPPERS:
                    read.methods.append(name)
                case _:
                    raise NotUnderstoodError(where, statement)
        for statement in node.body:
            match statement:
                case ast.FunctionDef(name="__init__") | ast.Expr(value=ast.Constant()):
                    pass
                case ast.FunctionDef(decorator_list=[ast.Name(id="cached_property")]):
                    self._add_subresource(module, where, read.subresources, statement)
                case _:
                    raise NotUnderstoodError(where, statement)
        return read

    def _add_subresource(
        self, module: ResourceModule, where: str, subresources: list[SubResource], node: ast.FunctionDef
    ) -> None:
        class_name = ast.unparse(node.returns) if node.returns else ""
        origin = module.imports.get(class_name)
        if origin is None or origin.name != class_name:
            raise NotUnderstoodError(where, node)
        if origin.module in self._scope.written:
            subresources.append(SubResource(node.name, class_name, Origin(origin.module, class_name)))
        elif origin.module in self._scope.left_out:
            self._leave_out("OUT_OF_SCOPE", f"{where}.{node.name}")
        else:
            raise NotUnderstoodError(where, node)


def _read_functions(module: ResourceModule, where: str, read: ResourceClass, functions: Functions) -> None:
    """Read the methods of a class that are *functions*, each with its overloads."""
    helpers = decisions.HELPERS.get(module.name, {})
    of_mixin = MIXIN_METHODS.get(module.name, {})
    if of_mixin.keys() - functions.keys() or (of_mixin and read.mixin is None):
        raise NotUnderstoodError(where, f"the methods {sorted(of_mixin)} of {read.mixin}")
    for name, parts in functions.items():
        path = f"{where}.{name}"
        if name in of_mixin:
            read.mixin_methods.append(read_mixin_method(path, parts, of_mixin[name]))
        elif name in helpers:
            read.methods.append(read_helper(path, parts, helpers[name]))
        else:
            read.methods.append(read_method(module, path, parts))
    for method in read.methods:
        add_value(module, method)


def _read_connections(read: ResourceModule, where: str, node: ast.ClassDef) -> None:
    if node.name.endswith("Manager"):
        read.managers.append(read_manager(where, node))
    elif node.name.endswith("Connection"):
        read.connections.append(read_connection(where, node))
    elif not node.name.startswith("Base"):
        read.groups.append(read_group(where, node))
