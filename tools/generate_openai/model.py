"""What was read of the source, without its words: only names, types, routes."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from generate_openai.decisions import Helper
from generate_openai.mixin_methods import MixinWork
from generate_openai.source import Origin


@dataclass
class Field:
    """An attribute of a model, or a key of a TypedDict."""

    name: str
    annotation: ast.expr
    default: ast.expr | None
    runtime_annotation: ast.expr | None = None
    """Where it differs from what type checkers see."""
    comment: str = ""
    """What allows type checkers what they would refuse."""


@dataclass
class Constant:
    """An assignment in a class that is no field."""

    name: str
    value: ast.expr


@dataclass
class Computed:
    """A property or method that a model computes; a hand-written function does it."""

    name: str
    returns: ast.expr
    parameters: ast.arguments
    is_property: bool


@dataclass
class TypeClass:
    """A model, a TypedDict or a dataclass."""

    name: str
    bases: list[ast.expr]
    keywords: list[ast.keyword]
    decorators: list[ast.expr]
    members: list[Field | Constant | Computed] = field(default_factory=list[Field | Constant | Computed])
    accepts_any_attribute: bool = False


@dataclass
class Alias:
    """An assignment at the top of a module: a union, another name, a TypeVar, a functional TypedDict."""

    name: str
    annotation: ast.expr | None
    value: ast.expr


@dataclass
class TypesModule:
    """One file under types/."""

    name: str
    all: list[str]
    imports: dict[str, Origin]
    handed_on: list[str]
    items: list[TypeClass | Alias] = field(default_factory=list[TypeClass | Alias])


@dataclass
class PackageModule:
    """A package's `__init__`: the names it hands on, each with where it is defined, and what lies in it."""

    name: str
    names: dict[str, Origin]
    submodules: list[str]


@dataclass
class Endpoint:
    """One route and what comes back from it. References such as `batch:Batch` are relative to types/."""

    method: str
    path: str
    result: str | None = None
    chunk: str | None = None
    page: str | None = None
    files: tuple[tuple[str, ...], ...] = ()
    multipart: str | None = None
    binary: bool = False
    headers: dict[str, str] = field(default_factory=dict[str, str])
    named_events: bool = False
    special: str | None = None


@dataclass
class Parameter:
    """One parameter of a method, but those that every method has."""

    name: str
    annotation: ast.expr
    default: ast.expr | None
    by_name: bool


@dataclass
class Signature:
    """The parameters of a method or of one of its overloads."""

    parameters: list[Parameter]
    returns: ast.expr
    is_deprecated: bool
    warns: bool = True


@dataclass
class Method:
    """A method that sends one request. Body and query are pairs of the wire's name and the parameter's."""

    name: str
    is_async: bool
    signature: Signature
    overloads: list[Signature]
    endpoint: Endpoint
    path: list[str]
    body: dict[str, str] | None = None
    query: dict[str, str] | None = None
    listed_header: tuple[str, str] | None = None
    """A header whose value is the items of a parameter: its name and the parameter's."""
    helper: Helper | None = None
    """What is called instead of sending a request."""

    @property
    def streams(self) -> bool:
        """Whether it may give a stream."""
        return self.helper.streams if self.helper else self.endpoint.chunk is not None


@dataclass
class MixinMethod:
    """A method that does more than send one request: a mixin does it."""

    name: str
    is_async: bool
    signature: Signature
    overloads: list[Signature]
    work: MixinWork


@dataclass
class SubResource:
    """A property that gives another resource, or that resource's methods with raw answers."""

    name: str
    class_name: str
    home: Origin


@dataclass
class Connect:
    """The method of a resource that gives what opens a WebSocket connection."""

    manager: str
    parameters: list[Parameter]


@dataclass
class SubGroup:
    """An attribute that gives a group of events: its name and the class of the group."""

    name: str
    class_name: str


@dataclass
class EventMethod:
    """A method that sends an event. The fields are pairs of the wire's name and the parameter's."""

    name: str
    kind: str
    parameters: list[Parameter]
    fields: dict[str, str]


@dataclass
class EventGroup:
    """The methods that send the events of a group over a connection."""

    name: str
    is_async: bool
    groups: list[SubGroup] = field(default_factory=list[SubGroup])
    methods: list[EventMethod] = field(default_factory=list[EventMethod])


@dataclass
class Connection:
    """A WebSocket connection: the groups of events that it sends, and the types of events of both sides."""

    name: str
    is_async: bool
    groups: list[SubGroup]
    server: ast.expr
    client: ast.expr


@dataclass
class ConnectionManager:
    """What opens a connection to a path."""

    name: str
    is_async: bool
    path: str


@dataclass
class ResourceClass:
    """A namespace of the client, blocking or not."""

    name: str
    is_async: bool
    subresources: list[SubResource] = field(default_factory=list[SubResource])
    methods: list[Method] = field(default_factory=list[Method])
    mixin_methods: list[MixinMethod] = field(default_factory=list[MixinMethod])
    mixin: str | None = None
    connect: Connect | None = None


@dataclass
class AnswerClass:
    """The methods of a resource with raw (or streamed) answers."""

    name: str
    owner: str
    owner_parameter: str
    streamed: bool
    methods: list[str] = field(default_factory=list[str])
    subresources: list[SubResource] = field(default_factory=list[SubResource])


@dataclass
class ResourceModule:
    """One file under resources/."""

    name: str
    all: list[str]
    imports: dict[str, Origin]
    resources: list[ResourceClass] = field(default_factory=list[ResourceClass])
    answers: list[AnswerClass] = field(default_factory=list[AnswerClass])
    connections: list[Connection] = field(default_factory=list[Connection])
    managers: list[ConnectionManager] = field(default_factory=list[ConnectionManager])
    groups: list[EventGroup] = field(default_factory=list[EventGroup])
