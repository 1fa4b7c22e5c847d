"""Writes the classes of WebSocket connections."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable

from generate_openai import decisions
from generate_openai.errors import NotUnderstoodError
from generate_openai.model import Connect, Connection, ConnectionManager, EventGroup, Parameter, ResourceModule
from generate_openai.names import Names
from generate_openai.source import Origin

_OF_THE_ROUTE = frozenset({
    "extra_query", "extra_headers", "websocket_connection_options", "on_reconnecting", "max_retries", "initial_delay",
    "max_delay", "max_queue_size",
})  # fmt: skip


class ConnectionWriter:
    """Writes the connections of one file of resources. *checked* are the names of annotations."""

    def __init__(self, module: ResourceModule, checked: Names, runtime: Names) -> None:
        self._module = module
        self._checked = checked
        self._runtime = runtime

    def class_lines(self) -> list[list[str]]:
        """Return the lines of each class; a blocking one follows the async one that it is the twin of."""
        connections = sorted(self._module.connections, key=lambda one: not one.is_async)
        managers = sorted(self._module.managers, key=lambda one: not one.is_async)
        return [
            *map(self._connection_lines, connections),
            *map(self._manager_lines, managers),
            *map(self._group_lines, self._module.groups),
        ]

    def connect_lines(self, connect: Connect, *, is_async: bool) -> list[str]:
        """Return the lines of the method that opens a connection."""
        manager = next(one for one in self._module.managers if one.name == connect.manager)
        options = self._checked.use(decisions.ASYNC_SOCKET_OPTIONS if is_async else decisions.SOCKET_OPTIONS)
        for name in ("Headers", "Query"):
            self._checked.use(f"aigpt.openai._types:{name}")
        own = {
            "extra_query": "Query | None = None",
            "extra_headers": "Headers | None = None",
            "websocket_connection_options": f"{options} | None = None",
        }
        parts = _with_star(
            connect.parameters, lambda one: f"{one.name}: {own[one.name]}" if one.name in own else self._parameter(one)
        )
        names = [parameter.name for parameter in connect.parameters]
        if not _OF_THE_ROUTE.issubset(names):
            raise NotUnderstoodError(self._module.name, f"connect() of {connect.manager}")
        query = ", ".join(f"{name!r}: {name}" for name in names if name not in _OF_THE_ROUTE)
        rest = ", ".join(f"{name}={name}" for name in names if name in _OF_THE_ROUTE)
        return [
            f"    def connect(self, {', '.join(parts)}) -> {connect.manager}:",
            f'        """GET {manager.path}"""',
            f"        return {connect.manager}(self._sender, {{{query}}}, {rest})",
            "",
        ]

    def _connection_lines(self, connection: Connection) -> list[str]:
        base = self._runtime.use(f"{decisions.SOCKETS}:AsyncEventConnection" if connection.is_async else _BLOCKING)
        server = self._checked.text(connection.server, unquoted=True)
        client = self._checked.text(connection.client, unquoted=True)
        lines = [f"class {connection.name}({base}[{server!r}, {client!r}]):"]
        if connection.is_async:
            lines.append(f"    _events = {self._reference(connection.server)!r}")
        else:
            constant, any_type = self._checked.use("typing:ClassVar"), self._checked.use("typing:Any")
            twin = self._runtime.use(f"{decisions.SOCKETS}:AsyncEventConnection")
            kind = f"{constant}[type[{twin}[{any_type}, {any_type}]]]"
            lines.append(f"    twin: {kind} = Async{connection.name}")
        for group in connection.groups:
            lines += self._subgroup_lines(group.name, group.class_name, "self")
        return [*lines, ""]

    def _manager_lines(self, manager: ConnectionManager) -> list[str]:
        connection = next(one for one in self._module.connections if one.name == manager.name.removesuffix("Manager"))
        base = "AsyncConnectionManager" if manager.is_async else "ConnectionManager"
        home = decisions.SOCKETS if manager.is_async else decisions.BLOCKING_SOCKETS
        client = self._checked.text(connection.client, unquoted=True)
        return [
            f"class {manager.name}({self._runtime.use(f'{home}:{base}')}[{connection.name}, {client!r}]):",
            f"    _path = {manager.path!r}",
            f"    _connection_class = {connection.name}",
            "",
        ]

    def _group_lines(self, group: EventGroup) -> list[str]:
        base = f"{decisions.SOCKETS}:AsyncEvents" if group.is_async else f"{decisions.BLOCKING_SOCKETS}:Events"
        lines = [f"class {group.name}({self._runtime.use(base)}):"]
        for subgroup in group.groups:
            lines += self._subgroup_lines(subgroup.name, subgroup.class_name, "self._connection")
        start, call = ("async def", "await self._send") if group.is_async else ("def", "self._send")
        for method in group.methods:
            fields = "".join(f", {name!r}: {given}" for name, given in method.fields.items())
            parts = _with_star(method.parameters, self._parameter)
            lines += [
                f"    {start} {method.name}({', '.join(['self', *parts])}) -> None:",
                f'        """{method.kind}"""',
                f"        {call}({{'type': {method.kind!r}{fields}}})",
                "",
            ]
        return lines

    def _subgroup_lines(self, name: str, kind: str, argument: str) -> list[str]:
        return [
            f"    @{self._runtime.use(f'{decisions.RESOURCE}:cached_property')}",
            f"    def {name}(self) -> {kind}:",
            f"        return {kind}({argument})",
            "",
        ]

    def _parameter(self, parameter: Parameter) -> str:
        default = f" = {self._runtime.text(parameter.default)}" if parameter.default else ""
        annotation = self._checked.text(parameter.annotation, unquoted=True)
        if parameter.name in decisions.BYTES_TOO and annotation == "str":
            annotation = "str | bytes"
        return f"{parameter.name}: {annotation}{default}"

    def _reference(self, annotation: ast.expr) -> str:
        origin = self._module.imports.get(ast.unparse(annotation))
        if origin is None or origin.name is None:
            raise NotUnderstoodError(self._module.name, annotation)
        return str(Origin(origin.module.removeprefix("types."), origin.name))


_BLOCKING = f"{decisions.BLOCKING_SOCKETS}:EventConnection"


def _with_star(parameters: Iterable[Parameter], write: Callable[[Parameter], str]) -> list[str]:
    parts: list[str] = []
    starred = False
    for parameter in parameters:
        if parameter.by_name and not starred:
            parts.append("*")
            starred = True
        parts.append(write(parameter))
    return parts
