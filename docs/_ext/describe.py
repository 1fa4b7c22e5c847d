"""What the reference says of a public object, as reStructuredText. Knows nothing of how the site is built."""

from __future__ import annotations

import ast
import builtins
import inspect
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from importlib import import_module
from importlib.util import resolve_name
from textwrap import dedent, indent
from typing import Any, NamedTuple, get_args, get_origin, get_overloads, get_type_hints

from sphinx.pycode import ModuleAnalyzer
from sphinx.util.inspect import stringify_signature
from sphinx.util.typing import stringify_annotation

if sys.version_info >= (3, 12):
    from typing import is_typeddict
else:
    from typing_extensions import is_typeddict  # which knows its own TypedDict too

PACKAGE = "aigpt"
_OF_EVERY_ROUTE = ("extra_headers", "extra_query", "extra_body", "timeout", "deadline", "abort", "allow_incomplete")
_FEW_OVERLOADS = 2  # are all shown; of more, the implementation is, which has all their parameters


class Describer:
    """Describes objects. *public* has the public ones, by identity, with the names they are described under."""

    def __init__(self, public: dict[int, str]) -> None:
        self._public = public

    def describe(self, name: str, value: Any) -> str:
        """Return the directive that describes *value*, called *name*."""
        if inspect.isclass(value) and value.__module__.startswith(PACKAGE):
            return self._class(name, value)
        if inspect.isfunction(value):
            return self.function("function", name, value)
        if inspect.isfunction(fixture := inspect.unwrap(value)):
            made = re.sub(r"^Iterator\[(.*)\]$", r"\1", str(fixture.__annotations__["return"]))
            return _directive("data", [name], f"*A pytest fixture.*\n\n{docs_of(fixture)}", type=made)
        docs = _value_docs(name, value)
        if get_origin(value) is not None:
            return _directive("type", [name], docs, canonical=self._annotation(value, {}))
        return _directive("data", [name], docs, type=f"~{_path(type(value))}", value=repr(value))

    # ── classes ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _class(self, name: str, value: type) -> str:
        if is_typeddict(value):
            # Those of `dict` are not its own.
            content = ["" if value.__doc__ is None else docs_of(value), *self._keys(value)]
        else:
            bases = ", ".join(dict.fromkeys(self._base(base, value) for base in self._bases(value)))
            content = [f"Bases: {bases}" if bases else "", docs_of(value)]
            content += [self._member(name, kind, value) for name, kind in self._members(value)]
        kind = "exception" if issubclass(value, Exception) else "class"
        return _directive(kind, [name + self._constructor(value)], "\n\n".join(content))

    def _bases(self, value: type) -> Iterator[Any]:
        """Give the bases that a reader can know: in the place of a private one those of that."""
        for base in vars(value).get("__orig_bases__", value.__bases__):  # its own, not those of a base
            origin = get_origin(base) or base
            if self._is_private(origin):
                yield from self._bases(origin)
            elif getattr(origin, "__name__", "") not in {"object", "Generic", "ABC", "Protocol"}:
                yield base

    def _base(self, base: Any, value: type) -> str:
        """Return a link to a base of *value*; one of the same name is shown with its package."""
        home = self._public.get(id(get_origin(base) or base))
        if home is None:
            return f"`{_short(base)}`"
        return f"`{home}`" if home.endswith(f".{value.__name__}") else f"`{_short(base)} <{home}>`"

    def _constructor(self, value: type) -> str:
        """Return the parameters of a class, if it has some of its own and is not made inside the package alone."""
        own = [kind for kind in self._kinds(value) if {"__init__", "_fields"} & vars(kind).keys()]
        if not own:
            return ""
        signature = inspect.signature(value)
        scope = _scope(own[0])
        words = re.findall(r"\w+", " ".join(str(p.annotation) for p in signature.parameters.values()))
        if any(self._is_only_made_inside(scope.get(word)) for word in words):
            return ""
        return self._signature(signature.replace(return_annotation=signature.empty), scope)

    def _kinds(self, value: type) -> list[type]:
        """Return the class and the private bases of it whose members are described with it, and with no public base."""
        elsewhere = {kind for base in value.__mro__[1:] if id(base) in self._public for kind in base.__mro__}
        return [kind for kind in value.__mro__ if kind is value or (self._is_private(kind) and kind not in elsewhere)]

    def _is_private(self, value: object) -> bool:
        return inspect.isclass(value) and value.__module__.startswith(PACKAGE) and id(value) not in self._public

    def _is_only_made_inside(self, value: Any) -> bool:
        """Return whether nobody outside of the package has anything of the type *value*."""
        if not self._is_private(value) or is_typeddict(value):
            return False
        return not any(id(kind) in self._public for kind in value.__subclasses__())

    def _members(self, value: type) -> Iterator[tuple[str, type]]:
        seen: set[str] = set()
        for kind in self._kinds(value):
            for name in [*_attributes(kind), *vars(kind)]:
                if not name.startswith("_") and name not in seen:
                    seen.add(name)
                    yield name, kind

    def _member(self, name: str, kind: type, value: type) -> str:
        member = inspect.getattr_static(kind, name, None)
        member = getattr(member, "_method", member)  # of a model, where the server's keys cannot hide it
        getter = getattr(member, "fget", None) or getattr(member, "func", None)
        if inspect.isfunction(getter):
            result = self._annotation(inspect.signature(getter).return_annotation, _scope(getter))
            return _directive("property", [name], docs_of(getter), type=result)
        if isinstance(member, staticmethod | classmethod):
            return self.function("method", name, member.__func__, **{type(member).__name__: ""})
        if inspect.isfunction(member):
            return self.function("method", name, member, docs=docs_of(getattr(value, name)))
        if name not in _attributes(kind):
            return ""
        made = vars(kind).get("__init__", kind)  # `self.name = name` has the type of the parameter
        said = analyzed(kind.__module__).annotations.get((kind.__qualname__, name))
        annotation = inspect.get_annotations(kind).get(name) or said or inspect.get_annotations(made).get(name)
        shown = annotation and self._annotation(annotation, _scope(kind))
        return _directive("attribute", [name], _attribute_docs(kind.__module__, kind.__qualname__, name), type=shown)

    # ── TypedDicts ──────────────────────────────────────────────────────────────────────────────────────────────

    def _keys(self, value: type) -> list[str]:
        """Return the descriptions of a TypedDict's keys; those of a public base are linked."""
        keys = _typed_keys(value)
        described = [key for key in keys if key.owner is value or self._is_private(key.owner)]
        content = [f"A ``TypedDict``{_which_are_required(described)}."]
        for owner in dict.fromkeys(key.owner for key in keys if key not in described):
            names = [f"`{key.name} <{owner.__name__}.{key.name}>`" for key in keys if key.owner is owner]
            content.append(f"With the keys of `{owner.__name__}`: {', '.join(names)}.")
        scope = _scope(value)
        shown = [(key, self._annotation(key.type, scope)) for key in described]
        return content + [_directive("attribute", [key.name], key.docs, type=hint) for key, hint in shown]

    def _keywords(self, function: Any, scope: dict[str, Any]) -> str:
        """Return the fields for the keywords that a function takes as ``**params: Unpack[…]`` of a TypedDict."""
        for signature in map(inspect.signature, [function, *get_overloads(function)]):
            for parameter in signature.parameters.values():
                found = re.match(r"Unpack\[(\w+)(?:\[(.*)\])?\]", str(parameter.annotation))
                if found is None:
                    continue
                kind = scope[found[1]]
                variables = "|".join(variable.__name__ for variable in getattr(kind, "__parameters__", ()))
                lines: list[str] = []
                for key in _typed_keys(kind):
                    shown = self._annotation(key.type, _scope(key.owner))
                    if found[2]:
                        shown = re.sub(rf"\b({variables})\b", found[2], shown)
                    docs = indent(key.docs, "    ").strip()
                    lines += [f":param {key.name}: {docs}", f":type {key.name}: {shown}"]
                return "\n".join(lines)
        return ""

    # ── functions ───────────────────────────────────────────────────────────────────────────────────────────────

    def function(self, kind: str, name: str, function: Any, docs: str | None = None, **options: str) -> str:
        """Return the directive that describes a function or a method."""
        if function.__name__ != name:
            return _directive(kind, [f"{name}()"], f"Another name of `{function.__name__}`.", **options)
        overloads = get_overloads(function)
        shown = [inspect.signature(one) for one in overloads if len(overloads) <= _FEW_OVERLOADS]
        shown = shown or [_with_keywords(inspect.signature(function), overloads)]
        scope = _scope(function)
        signatures = [name + self._signature(_without_self(one, kind), scope) for one in shown]
        if inspect.iscoroutinefunction(function):
            options["async"] = ""
        text = "\n\n".join([docs_of(function) if docs is None else docs, self._keywords(function, scope)])
        return _directive(kind, signatures, text, **options)

    def route(self, name: str, function: Any, content: str) -> str:
        """Return the directive of a method that sends one request: its parameters without types, and its result."""
        scope = _scope(function)
        overloads = get_overloads(function) or [function]
        annotations = [self._annotation(inspect.signature(one).return_annotation, scope) for one in overloads]
        results = dict.fromkeys(
            kind for text in annotations for kind in _members_of_union(ast.parse(text, mode="eval").body)
        )
        shown = [
            p.replace(annotation=p.empty, default=p.default if p.default is p.empty else ...)
            for p in _without_self(inspect.signature(function), "method").parameters.values()
            if p.name not in _OF_EVERY_ROUTE
        ]
        signature = stringify_signature(inspect.Signature(shown, return_annotation=" | ".join(results)))
        options = {"async": ""} if inspect.iscoroutinefunction(function) else {}
        options |= {"no-contents-entry": "", "single-line-parameter-list": ""}
        return _directive("method", [name + signature.replace("=Ellipsis", "=...")], content, **options)

    def _signature(self, signature: inspect.Signature, scope: dict[str, Any]) -> str:
        given = [p.replace(annotation=self._annotation(p.annotation, scope)) for p in signature.parameters.values()]
        result = self._annotation(signature.return_annotation, scope)
        text = stringify_signature(signature.replace(parameters=given, return_annotation=result))
        return re.sub(r"<(?:built-in )?function (\w+)>", r"\1", text)  # a default value

    def _annotation(self, annotation: Any, scope: dict[str, Any]) -> Any:
        """Return an annotation as written; `_Names` has the public ones in full."""
        if annotation is inspect.Parameter.empty:
            return annotation
        text = annotation if isinstance(annotation, str) else _short(annotation)
        return ast.unparse(_Names(scope, self._public).visit(ast.parse(text)))


def _members_of_union(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.BinOp):
        yield from _members_of_union(node.left)
        yield from _members_of_union(node.right)
    else:
        yield ast.unparse(node)


class _Names(ast.NodeTransformer):
    """Gives classes in full, public ones under their public name, and for private aliases what they stand for."""

    def __init__(self, scope: dict[str, Any], public: dict[int, str]) -> None:
        self._scope = scope
        self._public = public

    def visit_Name(self, node: ast.Name) -> ast.AST:
        value = self._scope.get(node.id, getattr(builtins, node.id, None))
        if id(value) in self._public:
            return ast.Name(f"~{self._public[id(value)]}")
        if inspect.isclass(value):
            return ast.Name(f"~{_path(value)}")
        return self._expanded(node) if get_args(value) else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        value = self._scope.get(ast.unparse(node.value))
        return self._expanded(node) if get_args(value) and id(value) not in self._public else self.generic_visit(node)

    def _expanded(self, node: ast.expr) -> ast.AST:
        value = eval(ast.unparse(node), self._scope)  # noqa: S307 (the package's own source)
        meaning: ast.AST = self.visit(ast.parse(_short(value), mode="eval").body)
        return meaning


class _Key(NamedTuple):
    owner: type
    name: str
    type: str
    required: bool
    docs: str


def _typed_keys(value: Any) -> list[_Key]:
    """Return the keys of a TypedDict, with the class that has each; at runtime they are all its own."""
    try:
        body = ast.parse(dedent(inspect.getsource(value))).body[0]
    except OSError:  # made by a call, as is necessary for keys that are keywords of Python
        hints = get_type_hints(value)
        return [_Key(value, name, _short(hints[name]), name in value.__required_keys__, "") for name in hints]
    assert isinstance(body, ast.ClassDef)  # noqa: S101 (for type checkers)
    keys: dict[str, _Key] = {}
    for line in body.body:
        if isinstance(line, ast.AnnAssign):
            name, text = ast.unparse(line.target), ast.unparse(line.annotation)
            mark = re.fullmatch(r"(Required|NotRequired)\[(.*)\]", text)
            required = mark[1] == "Required" if mark else value.__total__
            docs = _attribute_docs(value.__module__, value.__qualname__, name)
            keys[name] = _Key(value, name, mark[2] if mark else text, required, docs)
    for base in body.bases:
        name = ast.unparse(base.value if isinstance(base, ast.Subscript) else base)
        kind = _scope(value).get(name)
        if is_typeddict(kind):
            keys |= {key.name: key for key in _typed_keys(kind) if key.name not in keys}
    return sorted(keys.values(), key=lambda key: -len(key.owner.__annotations__))


def _which_are_required(keys: list[_Key]) -> str:
    required = [f"``{key.name}``" for key in keys if key.required]
    optional = [f"``{key.name}``" for key in keys if not key.required]
    if not required or not optional:
        return "; all its keys are required" if required else "; all its keys are optional" if optional else ""
    if len(required) > len(optional):
        return f"; of its keys, {', '.join(optional)} may be absent"
    return f"; of its keys, {', '.join(required)} must be there"


def _directive(kind: str, signatures: Iterable[str], content: str, **options: str | None) -> str:
    head = f".. py:{kind}:: " + "\n               ".join(signatures)
    lines = [f"   :{name}: {value}".rstrip() for name, value in options.items() if value is not None]
    return "\n".join([head, *lines, "", indent(content.strip(), "   "), ""])


def docs_of(value: Any) -> str:
    """Return the docstring of *value*, without its indentation."""
    return inspect.getdoc(value) or ""


@cache
def analyzed(module: str) -> ModuleAnalyzer:
    """Return what the source of a module says: the docstrings of attributes, and their order."""
    analyzer = ModuleAnalyzer.for_module(module)
    analyzer.analyze()
    return analyzer


def source_files() -> Iterator[str]:
    """Give the files that descriptions are made from."""
    for key, module in sys.modules.items():
        if key.partition(".")[0] == PACKAGE and module.__file__ is not None:
            yield module.__file__


def _attribute_docs(module: str, owner: str, name: str) -> str:
    return "\n".join(analyzed(module).attr_docs.get((owner, name), []))


def _attributes(kind: type) -> list[str]:
    """Return the names of a class's data in the order of its source: fields, and what has a docstring."""
    analyzer = analyzed(kind.__module__)
    own = [field.name for field in fields(kind)] if is_dataclass(kind) else [*getattr(kind, "_fields", ())]
    names = {*own, *(name for owner, name in analyzer.attr_docs if owner == kind.__qualname__)}
    return sorted(names, key=lambda name: analyzer.tagorder.get(f"{kind.__qualname__}.{name}", 0))


def _value_docs(name: str, value: Any) -> str:
    """Return the docstring of a module's variable, wherever it is defined."""
    modules = [(key, module) for key, module in sys.modules.items() if key.partition(".")[0] == PACKAGE]
    holders = [key for key, module in modules if vars(module).get(name) is value]
    return next(filter(None, (_attribute_docs(holder, "", name) for holder in holders)), "")


def _path(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _scope(value: Any) -> dict[str, Any]:
    return names_in(value.__module__)


@cache
def names_in(module: str) -> dict[str, Any]:
    """Return what names mean in a module, those among them that it imports for type checkers only."""
    names = dict(vars(sys.modules[module]))
    for node in ast.walk(ast.parse(inspect.getsource(sys.modules[module]))):
        if isinstance(node, ast.ImportFrom):
            source = resolve_name("." * node.level + (node.module or ""), names["__package__"])
            for alias in node.names if source.startswith(PACKAGE) else ():
                if hasattr(import_module(source), alias.name):  # there are classes for type checkers only
                    names.setdefault(alias.asname or alias.name, getattr(import_module(source), alias.name))
    return names


def _short(annotation: Any) -> str:
    (plain,) = get_type_hints(type("", (), {"__annotations__": {"": annotation}})).values()  # without Annotated
    return re.sub(r"~?(?:\w+\.)*(\w+)", r"\1", stringify_annotation(plain, "smart"))


def _with_keywords(signature: inspect.Signature, overloads: Sequence[Any]) -> inspect.Signature:
    """Return the signature with what the first overload says of ``**params``."""
    said = {p.kind: p for one in overloads[:1] for p in inspect.signature(one).parameters.values()}
    keywords = inspect.Parameter.VAR_KEYWORD
    given = signature.parameters.values()
    return signature.replace(parameters=[said.get(keywords, p) if p.kind is keywords else p for p in given])


def _without_self(signature: inspect.Signature, kind: str) -> inspect.Signature:
    """Return the signature without a first parameter that nobody gives, unless its type says something."""
    given = [*signature.parameters.values()]
    is_self = kind == "method" and given and given[0].annotation is signature.empty
    return signature.replace(parameters=given[1:]) if is_self else signature
