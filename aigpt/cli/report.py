"""`aigpt report`: the figures of a bulk run, and an HTML page of them."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from aigpt.cli.console import make_console
from aigpt.cli.errors import CallFailed, WrongUsage
from aigpt.cli.options import with_examples

if TYPE_CHECKING:
    from aigpt import ConfigurationError
    from aigpt.bulk import BulkError


@click.command(
    epilog=with_examples(
        "aigpt report answers.jsonl",
        "aigpt report answers.jsonl --html run.html",
        "aigpt report parts/ --json | jq .errors",
    )
)
@click.argument("output", type=click.Path())
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path),
    help="The file of the page.  [default: OUTPUT with the suffix .html: answers.html for answers.jsonl]",
)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object, without writing a page.")
def report(output: str, page: Path | None, *, as_json: bool) -> None:
    """Print the figures of OUTPUT, which `aigpt bulk` wrote, and write a page of them.

    OUTPUT is a file, a folder of parts, or the address of one.

    The run may still be in progress.
    """
    from aigpt import ConfigurationError  # noqa: PLC0415 (--help does not need it)
    from aigpt.bulk import BulkError, read_report, write_page  # noqa: PLC0415 (likewise)

    try:
        found = read_report(output)
    except (BulkError, ConfigurationError) as exc:
        # What an address leads to is read through the network, which may fail whatever the arguments.
        is_of_network = "://" in output and isinstance(exc.__cause__, OSError)
        raise (CallFailed if is_of_network else WrongUsage)(_told(exc)) from exc
    try:
        if as_json:
            click.echo(json.dumps({"total": found.total, **found.summary.as_dict()}))
            return
        # Of an address the last name, in the folder that the command is run in.
        place = PurePosixPath(urlsplit(output).path).name if "://" in output else output
        target = Path(place).with_suffix(".html") if page is None else page
        _refuse_as_page(target, Path(output))
        write_page(found, target)
    except ConfigurationError as exc:
        raise WrongUsage(str(exc)) from exc
    except BulkError as exc:
        raise CallFailed(exc.for_command) from exc
    for line in f"{found}\npage: {target}".splitlines():
        make_console().print(line)


def _told(exc: BulkError | ConfigurationError) -> str:
    from aigpt.bulk import BulkError  # noqa: PLC0415 (--help does not need it)

    return exc.for_command if isinstance(exc, BulkError) else str(exc)


def _refuse_as_page(target: Path, output: Path) -> None:
    """End the command if the page would overwrite the rows it is made of."""
    if target.exists() and output.exists() and target.samefile(output):
        raise WrongUsage(f"the page would overwrite {output}, the output it is made of; give another file with --html.")
