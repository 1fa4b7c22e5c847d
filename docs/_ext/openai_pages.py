"""What the reference says of the generated part of `aigpt.openai`.

``.. namespaces:: aigpt.openai.AsyncOpenAI`` gives each namespace of a client a section: its methods, with the route,
the parameters and the result of each. ``.. types:: aigpt.openai.types`` lists the names in each package of types; links
to a type lead to its package's list.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from typing import Any, ClassVar

from describe import Describer, docs_of, is_typeddict, names_in, source_files
from docutils import nodes
from docutils.statemachine import StringList
from public_api import homes, packages_below, public_names
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

_GENERATED = "aigpt.openai.resources."
_ROUTE = re.compile(r"((?:GET|POST|DELETE) /[^\s;,]*)([;,] .*)?")


class _Sections(SphinxDirective):
    """A directive that gives sections."""

    required_arguments: ClassVar[int] = 1

    def run(self) -> list[nodes.Node]:
        """Return the sections."""
        for file in source_files():
            self.env.note_dependency(file)
        return [*self._sections(self.arguments[0])]

    def _sections(self, about: str) -> Iterator[nodes.section]:
        raise NotImplementedError

    def _section(self, title: str, text: str) -> nodes.section:
        made = nodes.section("", nodes.title("", title), ids=[nodes.make_id(title)], names=[])
        made += self.parse_text_to_nodes(StringList(text.splitlines(), source=f"reference of {title}"))
        return made


class Namespaces(_Sections):
    """The namespaces of a client."""

    def _sections(self, about: str) -> Iterator[nodes.section]:
        describer = Describer(homes()[1])
        module, _, name = about.rpartition(".")
        paths: dict[type, str] = {}  # what has two paths is described under the first
        for path, kind in _namespaces(getattr(import_module(module), name)):
            if paths.setdefault(kind, path) == path:
                yield self._section(path, _described(kind, describer))


def _namespaces(owner: type, path: str = "") -> Iterator[tuple[str, type]]:
    """Give the namespaces of a client or a namespace, in the order of its source, each before those below it."""
    for name, kind in _properties(owner):
        yield f"{path}{name}", kind
        yield from _namespaces(kind, f"{path}{name}.")


def _properties(owner: type) -> Iterator[tuple[str, type]]:
    for kind in owner.__mro__:
        for name, value in vars(kind).items():
            if isinstance(value, cached_property):
                result = names_in(kind.__module__).get(inspect.signature(value.func).return_annotation)
                if inspect.isclass(result) and hasattr(result, "_with_sender"):
                    yield name, result


def _described(kind: type, describer: Describer) -> str:
    below = ", ".join(f":py:class:`{name} <{_path(one)}>`" for name, one in _properties(kind))
    lines = [f"In blocking clients: ``{kind.__name__.removeprefix('Async')}``."]
    if below:
        lines.append(f"With the namespaces {below}.")
    for owner in kind.__mro__:
        for name, value in vars(owner).items():
            if inspect.isfunction(value) and not name.startswith("_"):
                lines.append(_method(name, value, describer))
    head = f".. py:currentmodule:: {kind.__module__}\n\n.. py:class:: {kind.__name__}\n   :no-contents-entry:\n\n"
    return head + "\n\n".join(lines).replace("\n", "\n   ").join(("   ", "\n"))


def _path(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _method(name: str, function: Any, describer: Describer) -> str:
    said = docs_of(function)
    route = _ROUTE.fullmatch(said)
    if not function.__module__.startswith(_GENERATED):
        return describer.function("method", name, function)
    content = said if route is None else f"``{route[1]}``{route[2] or ''}"
    if reason := getattr(function, "__deprecated__", None):
        content += f"\n\nDeprecated: {reason.partition(': ')[2]}."
    return describer.route(name, function, content)


class Types(_Sections):
    """The names in the packages of types below a package."""

    def _sections(self, about: str) -> Iterator[nodes.section]:
        by_name = homes()[0]
        domain = self.env.domains.python_domain
        for package in packages_below(about):
            module = import_module(package)
            groups: dict[str, list[str]] = {"Objects": [], "Parameters": [], "Unions and other names": []}
            for name in sorted(public_names(package)):
                if by_name[f"{package}.{name}"] == f"{package}.{name}":
                    groups[_group(getattr(module, name))].append(name)
            lines = [
                f"{title}: {', '.join(f'``{name}``' for name in names)}." for title, names in groups.items() if names
            ]
            section = self._section(package, f".. py:module:: {package}\n\n" + "\n\n".join(lines))
            for name in (name for names in groups.values() for name in names):
                domain.note_object(f"{package}.{name}", "class", section["ids"][0], location=section)
            yield section


def _group(value: Any) -> str:
    if is_typeddict(value):
        return "Parameters"
    return "Objects" if inspect.isclass(value) and hasattr(value, "model_fields") else "Unions and other names"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("namespaces", Namespaces)
    app.add_directive("types", Types)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
