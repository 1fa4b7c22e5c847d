"""``.. commands:: aigpt.cli``: a section for each command of a click program, with what its ``--help`` says."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from textwrap import indent
from typing import ClassVar

import click
from describe import source_files
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata


class Commands(SphinxDirective):
    """The click program of a package."""

    required_arguments: ClassVar[int] = 1

    def run(self) -> list[nodes.Node]:
        """Return the program's help, and a section for each command."""
        package = self.arguments[0]
        program = _program(package)
        for file in source_files():
            self.env.note_dependency(file)
        with click.Context(program, info_name=package.partition(".")[0]) as context:
            return [*self._help(context), *self._sections(context)]

    def _help(self, context: click.Context) -> list[nodes.Node]:
        return self.parse_text_to_nodes(_help(context))

    def _sections(self, context: click.Context) -> Iterator[nodes.section]:
        group = context.command
        for name, command in group.commands.items() if isinstance(group, click.Group) else ():
            with click.Context(command, parent=context, info_name=name) as below:
                title = below.command_path.partition(" ")[2]
                section = nodes.section("", nodes.title("", title), ids=[nodes.make_id(below.command_path)], names=[])
                section += self._help(below)
                yield section
                yield from self._sections(below)


def _program(package: str) -> click.Group:
    """Return the group of a package that no other one has as a command."""
    found = pkgutil.iter_modules(import_module(package).__path__, f"{package}.")
    modules = [import_module(info.name) for info in found if not info.name.endswith("__main__")]
    groups = {value for module in modules for value in vars(module).values() if isinstance(value, click.Group)}
    (program,) = groups - {command for group in groups for command in group.commands.values()}
    return program


def _help(context: click.Context) -> str:
    """Return the usage, the description and the options of a command, as reStructuredText."""
    command = context.command
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    description = inspect.cleandoc(command.help or "").replace("\b\n", "")
    head = [f".. code-block:: text\n\n   {usage}", description, f".. program:: {context.command_path}"]
    return "\n\n".join([*head, *_options(context), *_examples(command)])


def _options(context: click.Context) -> Iterator[str]:
    for parameter in context.command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and isinstance(parameter, click.Option) and "--help" not in parameter.opts:
            yield f".. option:: {record[0]}\n\n{indent(record[1], '   ')}"


def _examples(command: click.Command) -> Iterator[str]:
    _, _, examples = inspect.cleandoc(command.epilog or "").partition("Examples:\n")
    if examples:
        yield f"Examples:\n\n.. code-block:: sh\n\n{indent(examples, '   ')}"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive."""
    app.add_directive("commands", Commands)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
