"""`aigpt report`: what the output of a bulk run says, and a page that shows it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from aigpt.cli import console
from aigpt.cli.client import CallFailed


@click.command()
@click.argument("output", type=click.Path(path_type=Path))
@click.option("--html", "page", type=click.Path(path_type=Path), help="Where the page goes.  [default: OUTPUT.html]")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object, and write no page.")
def report(output: Path, page: Path | None, *, as_json: bool) -> None:
    """Sum up OUTPUT, the output of `aigpt bulk`, finished or running, and draw it as an HTML page."""
    from aigpt import ConfigurationError  # noqa: PLC0415 (--help does not need it)
    from aigpt.bulk import BulkError, read_report, write_page  # noqa: PLC0415 (likewise)

    try:
        found = read_report(output)
        if as_json:
            click.echo(json.dumps({"total": found.total, **found.summary.as_dict()}))
            return
        target = output.with_suffix(".html") if page is None else page
        write_page(found, target)
    except (BulkError, ConfigurationError) as exc:
        raise CallFailed(str(exc)) from exc
    for line in f"{found}\npage: {target}".splitlines():
        console.console().print(line)
