"""The commands of `aigpt`."""

from __future__ import annotations

import click

from aigpt._version import __version__
from aigpt.cli.ask_and_run import ask, run
from aigpt.cli.bulk import bulk
from aigpt.cli.chat import chat
from aigpt.cli.datasources import datasources
from aigpt.cli.demo import demo
from aigpt.cli.doctor import doctor
from aigpt.cli.mcp import mcp
from aigpt.cli.options import with_examples
from aigpt.cli.report import report
from aigpt.cli.search import search
from aigpt.cli.serve import serve


@click.group(
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=with_examples("aigpt demo", 'aigpt run "What is the marketing budget?"', "aigpt doctor"),
)
@click.version_option(__version__, message="aigpt %(version)s")
@click.pass_context
def app(context: click.Context) -> None:
    """Ask questions of your own mail and notes.

    The API is set by environment variables: IGPT_API_KEY, IGPT_API_USER, and IGPT_BASE_URL if it is not the public
    one. Without an account, `aigpt demo` shows each kind of call on a sample mailbox, and `aigpt serve` answers from
    your own. `aigpt chat` asks a language model of any server of the OpenAI protocol, which OPENAI_API_KEY and
    OPENAI_BASE_URL set. `aigpt doctor` says what is wrong where none of them answers.

    What was asked for goes to stdout, everything else to stderr. Colours and line breaks are for terminals; NO_COLOR=1
    leaves the colours out there too.

    Exit codes: 0 success, 1 the API or the output failed, 2 wrong usage or settings, 3 some rows of `aigpt bulk`
    failed, 130 interrupted, 141 the reader of the output has closed it, 143 terminated.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


for _command in (ask, run, search, datasources, chat, bulk, report, serve, mcp, doctor, demo):
    app.add_command(_command)
