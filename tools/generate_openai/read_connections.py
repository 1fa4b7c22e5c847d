"""Reads what WebSocket connections are made of: the events that each sends, its types, and where it leads."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from generate_openai.errors import NotUnderstoodError
from generate_openai.model import Connect, Connection, ConnectionManager, EventGroup, EventMethod, Parameter, SubGroup

Function = ast.FunctionDef | ast.AsyncFunctionDef

SUFFIXES = ("ConnectionManager", "Connection", "Resource")
"""How the names of their classes end."""


def read_group(where: str, node: ast.ClassDef) -> EventGroup:
    """Return the group of events whose methods *node* has."""
    read = EventGroup(node.name, is_async=node.name.startswith("Async"))
    for statement in node.body:
        match statement:
            case ast.FunctionDef(name=name, decorator_list=[ast.Name(id="cached_property")], returns=ast.Name(id=kind)):
                read.groups.append(SubGroup(name, kind))
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                read.methods.append(_read_event(f"{where}.{statement.name}", statement))
            case _:
                raise NotUnderstoodError(where, statement)
    return read


def _read_event(where: str, function: Function) -> EventMethod:
    parameters = read_parameters(where, function)
    known = {parameter.name for parameter in parameters}
    sent = [node for node in ast.walk(function) if isinstance(node, ast.Dict)]
    if len(sent) != 1:
        raise NotUnderstoodError(where, function)
    fields: dict[str, str] = {}
    kind = ""
    for key, value in zip(sent[0].keys, sent[0].values, strict=True):
        match key, value:
            case ast.Constant(value="type"), ast.Constant(value=str() as kind):
                pass
            case ast.Constant(value=str() as name), ast.Name(id=given) if given in known:
                fields[name] = given
            case _:
                raise NotUnderstoodError(where, sent[0])
    if not kind or known != {*fields.values()}:
        raise NotUnderstoodError(where, function)
    return EventMethod(function.name, kind, parameters, fields)


def read_connection(where: str, node: ast.ClassDef) -> Connection:
    """Return the connection that *node* is."""
    groups = [
        SubGroup(statement.target.id, statement.annotation.id)
        for statement in node.body
        if isinstance(statement, ast.AnnAssign)
        and isinstance(statement.target, ast.Name)
        and isinstance(statement.annotation, ast.Name)
        and not statement.target.id.startswith("_")
    ]
    functions = {function.name: function for function in _functions(node)}
    server = functions["parse_event"].returns
    client = functions["send"].args.args[1].annotation
    if server is None or client is None or not groups:
        raise NotUnderstoodError(where, node)
    return Connection(node.name, node.name.startswith("Async"), groups, server, client)


def read_manager(where: str, node: ast.ClassDef) -> ConnectionManager:
    """Return what opens a connection: its name and path."""
    functions = {function.name: function for function in _functions(node)}
    paths = {
        part.value.decode()
        for part in ast.walk(functions["_prepare_url"])
        if isinstance(part, ast.Constant) and isinstance(part.value, bytes) and len(part.value) > 1
    }
    if len(paths) != 1:
        raise NotUnderstoodError(where, functions["_prepare_url"])
    return ConnectionManager(node.name, node.name.startswith("Async"), paths.pop())


def read_connect(where: str, function: Function) -> Connect:
    """Return the method of a resource that gives what opens a connection."""
    match function.body[-1]:
        case ast.Return(value=ast.Call(func=ast.Name(id=manager), args=[], keywords=keywords)):
            parameters = read_parameters(where, function)
            given = {keyword.arg: ast.unparse(keyword.value) for keyword in keywords}
        case _:
            raise NotUnderstoodError(where, function)
    if given.pop("client", "") != "self._client" or given != {one.name: one.name for one in parameters}:
        raise NotUnderstoodError(where, function.body[-1])
    return Connect(manager, parameters)


def read_parameters(where: str, function: Function) -> list[Parameter]:
    """Return the parameters of *function*, those given by place first."""
    arguments = function.args
    if arguments.vararg or arguments.kwarg or arguments.posonlyargs:
        raise NotUnderstoodError(where, function)
    by_place = arguments.args[1:]
    defaults = [None] * (len(by_place) - len(arguments.defaults)) + list(arguments.defaults)
    pairs = [
        *((argument, default, False) for argument, default in zip(by_place, defaults, strict=True)),
        *((a, d, True) for a, d in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)),
    ]
    read: list[Parameter] = []
    for argument, default, by_name in pairs:
        if argument.annotation is None:
            raise NotUnderstoodError(where, function)
        read.append(Parameter(argument.arg, argument.annotation, default, by_name))
    return read


def _functions(node: ast.ClassDef) -> Iterator[Function]:
    return (statement for statement in node.body if isinstance(statement, Function))
