"""Writes one file of types."""

from __future__ import annotations

import ast
import re

from generate_openai import tables
from generate_openai.model import Alias, Computed, Constant, Field, TypeClass, TypesModule
from generate_openai.names import Names
from generate_openai.text import head, written_all


def write_types(module: TypesModule, version: str) -> str:
    """Return the text of *module*."""
    names = Names(module.name, module.imports, {item.name for item in module.items})
    for name in module.handed_on:
        names.hand_on(name)
    items = [
        _class_lines(item, names) if isinstance(item, TypeClass) else [_alias_line(item, names)]
        for item in module.items
    ]
    lines = [head(version), *names.import_lines(), written_all(module.all)]
    return "\n".join([*lines, *("\n".join(item) for item in items), ""])


def computed_name(class_name: str, name: str) -> str:
    """Return what the hand-written function for *name* of *class_name* is called."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", class_name).lower() + "_" + name.strip("_")


def _alias_line(alias: Alias, names: Names) -> str:
    annotation = f": {names.text(alias.annotation)}" if alias.annotation else ""
    return f"{alias.name}{annotation} = {names.text(alias.value)}"


def _class_lines(node: TypeClass, names: Names) -> list[str]:
    fields = {member.name for member in node.members if isinstance(member, Field)}
    bases = [names.text(base) for base in node.bases if not names.is_dropped(base)]
    bases += [ast.unparse(keyword) for keyword in node.keywords]
    lines = [f"@{names.text(decorator)}" for decorator in node.decorators]
    lines.append(f"class {node.name}({', '.join(bases)}):" if bases else f"class {node.name}:")
    for member in node.members:
        match member:
            case Field():
                lines += _field_lines(member, names, fields)
            case Constant():
                lines.append(f"    {member.name} = {ast.unparse(member.value)}")
            case Computed():
                lines += _computed_lines(node.name, member, names)
    if node.accepts_any_attribute:
        any_value = names.text(ast.Name("object"), shadowed=fields)
        lines.append(f"    if {names.use('typing:TYPE_CHECKING')}:")
        lines.append(f"        def __getattr__(self, attr: str) -> {any_value}: ...")
    return lines if len(lines) > 1 + len(node.decorators) else [*lines, "    pass"]


def _field_lines(field: Field, names: Names, fields: set[str]) -> list[str]:
    def line(annotation: ast.expr) -> str:
        default = f" = {names.text(field.default)}" if field.default else ""
        return f"    {field.name}: {names.text(annotation, unquoted=True, shadowed=fields)}{default}"

    comment = f"  # {field.comment}" if field.comment else ""
    if field.runtime_annotation is None:
        return [line(field.annotation) + comment]
    condition = f"    if {names.use('typing:TYPE_CHECKING')}:"
    return [condition, f"    {line(field.annotation)}{comment}", "    else:", f"    {line(field.runtime_annotation)}"]


def _computed_lines(class_name: str, member: Computed, names: Names) -> list[str]:
    arguments = [argument.arg for argument in member.parameters.args[1:]]
    parameters = ", ".join(["self", *(_parameter(argument, names) for argument in member.parameters.args[1:])])
    call = f"{names.use(tables.COMPUTED)}.{computed_name(class_name, member.name)}({', '.join(['self', *arguments])})"
    return [
        *(["    @property"] if member.is_property else []),
        f"    def {member.name}({parameters}) -> {names.text(member.returns, unquoted=True)}:",
        f"        return {call}",
    ]


def _parameter(argument: ast.arg, names: Names) -> str:
    return f"{argument.arg}: {names.text(argument.annotation, unquoted=True)}" if argument.annotation else argument.arg
