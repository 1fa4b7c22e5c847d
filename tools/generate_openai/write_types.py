"""Writes one file of types."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Mapping

from generate_openai import decisions
from generate_openai.errors import NotUnderstoodError
from generate_openai.model import Alias, Computed, Constant, Field, TypeClass, TypesModule
from generate_openai.names import Names
from generate_openai.text import head, written_all

Tags = Mapping[str, str]

_WIDTH = 100


def write_types(module: TypesModule, tags: Mapping[str, Tags], version: str) -> str:
    """Return the text of *module*; *tags* are those of its unions that are told apart by them."""
    return _Writer(module, tags).text(version)


class _Writer:
    """Writes one module: what it takes from other modules of types is imported on first use, where that may be."""

    def __init__(self, module: TypesModule, tags: Mapping[str, Tags]) -> None:
        self._module = module
        self._tags = tags
        defined = {item.name for item in module.items}
        self._now = Names(module.name, module.imports, defined)
        self._later = Names(module.name, module.imports, defined)
        if any(isinstance(item, Alias) and ast.unparse(item.value).startswith("TypeVar(") for item in module.items):
            self._later = self._now  # aliases with type variables are no strings, since generic ones may not be
        self._aliases: list[str] = []

    def text(self, version: str) -> str:
        for name in self._module.handed_on:
            self._later.hand_on(name)
        items = [
            _class_lines(item, self._now, self._later) if isinstance(item, TypeClass) else [self._alias(item)]
            for item in self._module.items
        ]
        postponed = {} if self._later is self._now else self._later.without(self._now, f"{decisions.TARGET}.types")
        if postponed:
            self._now.use("typing:TYPE_CHECKING")
        if self._later is not self._now and (postponed or self._aliases or self._has_models()):
            items.append(self._postponing(postponed))
        lines = [head(version), *self._now.import_lines()]
        if postponed:
            lines += ["", "if TYPE_CHECKING:", *(f"    {line}" for line in self._later.import_lines())]
        return "\n".join([*lines, written_all(self._module.all), *("\n".join(item) for item in items), ""])

    def _alias(self, alias: Alias) -> str:
        if alias.annotation is None or self._later is self._now:
            annotation = f": {self._now.text(alias.annotation)}" if alias.annotation else ""
            return f"{alias.name}{annotation} = {self._now.text(alias.value)}"
        self._aliases.append(alias.name)
        value = _quoted(self._later.text(alias.value, unquoted=True), self._module.name)
        return f"{alias.name}: {self._now.text(alias.annotation)} = {value}"

    def _has_models(self) -> bool:
        bases = [ast.unparse(base) for item in self._module.items if isinstance(item, TypeClass) for base in item.bases]
        return any(base != "TypedDict" for base in bases)

    def _postponing(self, homes: Mapping[str, str]) -> list[str]:
        below = f"{decisions.TARGET}.types."
        written = {name: module.removeprefix(below) for name, module in sorted(homes.items())}
        tags = {name: dict(self._tags.get(name, {})) for name in self._aliases}
        arguments = ["__name__"]
        arguments += [f"homes={written!r}"] if written else []
        arguments += [f"aliases={tags!r}"] if tags else []
        return [f"{self._now.use(decisions.POSTPONE)}({', '.join(arguments)})"]


def _quoted(expression: str, where: str) -> str:
    """Return *expression* as a string, over several lines where it is long."""
    if len(expression) <= _WIDTH:
        return repr(expression)
    lines = textwrap.wrap(expression, _WIDTH, break_long_words=False, break_on_hyphens=False)
    text = "\n".join(lines)
    if ast.unparse(ast.parse(f"({text})")) != ast.unparse(ast.parse(expression)):
        raise NotUnderstoodError(where, expression)
    return f'"""\n{text}\n"""'


def computed_name(class_name: str, name: str) -> str:
    """Return what the hand-written function for *name* of *class_name* is called."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", class_name).lower() + "_" + name.strip("_")


def _class_lines(node: TypeClass, names: Names, later: Names) -> list[str]:
    fields = {member.name for member in node.members if isinstance(member, Field)}
    bases = [names.text(base) for base in node.bases if not names.is_dropped(base)]
    bases += [ast.unparse(keyword) for keyword in node.keywords]
    lines = [f"@{names.text(decorator)}" for decorator in node.decorators]
    lines.append(f"class {node.name}({', '.join(bases)}):" if bases else f"class {node.name}:")
    for member in node.members:
        match member:
            case Field():
                lines += _field_lines(member, names, later, fields)
            case Constant():
                kind = f": {names.use('typing:ClassVar')}[set[str]]" if isinstance(member.value, ast.Set) else ""
                lines.append(f"    {member.name}{kind} = {ast.unparse(member.value)}")
            case Computed():
                lines += _computed_lines(node.name, member, names, later)
    if node.accepts_any_attribute:
        any_value = later.text(ast.Name("object"), shadowed=fields)
        lines.append(f"    if {names.use('typing:TYPE_CHECKING')}:")
        lines.append(f"        def __getattr__(self, attr: str) -> {any_value}: ...")
    return lines if len(lines) > 1 + len(node.decorators) else [*lines, "    pass"]


def _field_lines(field: Field, names: Names, later: Names, fields: set[str]) -> list[str]:
    def line(annotation: ast.expr) -> str:
        default = f" = {names.text(field.default)}" if field.default else ""
        return f"    {field.name}: {later.text(annotation, unquoted=True, shadowed=fields)}{default}"

    comment = f"  # {field.comment}" if field.comment else ""
    if field.runtime_annotation is None:
        return [line(field.annotation) + comment]
    condition = f"    if {names.use('typing:TYPE_CHECKING')}:"
    return [condition, f"    {line(field.annotation)}{comment}", "    else:", f"    {line(field.runtime_annotation)}"]


def _computed_lines(class_name: str, member: Computed, names: Names, later: Names) -> list[str]:
    arguments = [argument.arg for argument in member.parameters.args[1:]]
    parameters = ", ".join(["self", *(_parameter(argument, later) for argument in member.parameters.args[1:])])
    call = (
        f"{names.use(decisions.COMPUTED)}.{computed_name(class_name, member.name)}({', '.join(['self', *arguments])})"
    )
    return [
        *(["    @property"] if member.is_property else []),
        f"    def {member.name}({parameters}) -> {later.text(member.returns, unquoted=True)}:",
        f"        return {call}",
    ]


def _parameter(argument: ast.arg, names: Names) -> str:
    return f"{argument.arg}: {names.text(argument.annotation, unquoted=True)}" if argument.annotation else argument.arg
