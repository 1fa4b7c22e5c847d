"""The commands of `aigpt`."""

from __future__ import annotations

import click

from aigpt._version import __version__
from aigpt.cli.ask_and_run import ask, run
from aigpt.cli.bulk import bulk
from aigpt.cli.chat import chat
from aigpt.cli.datasources import datasources
from aigpt.cli.demo import demo
from aigpt.cli.mcp import mcp
from aigpt.cli.report import report
from aigpt.cli.search import search
from aigpt.cli.serve import serve


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="aigpt %(version)s")
@click.pass_context
def app(context: click.Context) -> None:
    """Ask questions of your own mail and notes.

    The API is set by environment variables: IGPT_API_KEY, IGPT_API_USER, and IGPT_BASE_URL if it is not the public
    one. Without an account, `aigpt demo` shows each kind of call on a sample mailbox, and `aigpt serve` answers from
    your own. `aigpt chat` asks a language model of any server of the OpenAI protocol, which OPENAI_API_KEY and
    OPENAI_BASE_URL set.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for command in (ask, run, search, datasources, chat, bulk, report, serve, mcp, demo):
    app.add_command(command)
