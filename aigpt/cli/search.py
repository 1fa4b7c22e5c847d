"""`aigpt search`: the messages that match best."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from aigpt.cli.client import printed_or_failed, with_client
from aigpt.cli.errors import WrongUsage
from aigpt.cli.listings import print_results
from aigpt.cli.options import Connection, WholeNumber, connection_options, json_option, parse_day, with_examples

if TYPE_CHECKING:
    from aigpt import AsyncIGPT
    from aigpt.types import SearchReply


@click.command(
    epilog=with_examples(
        'aigpt search "launch date" --max-results 5',
        "aigpt search budget --from 2026-01-01 --to 2026-03-31",
        'aigpt search --people Tom --json | jq -r ".results[].subject"',
    )
)
@click.argument("query", required=False)
@click.option("--from", "date_from", type=parse_day, metavar="YYYY-MM-DD", help="The first day to search.")
@click.option("--to", "date_to", type=parse_day, metavar="YYYY-MM-DD", help="The last day to search.")
@click.option("--people", multiple=True, metavar="NAME", help="Only messages from or to NAME; may be repeated.")
@click.option("--max-results", type=WholeNumber(min=1), metavar="N", help="The maximum of results.")
@json_option
@connection_options
def search(
    *,
    connection: Connection,
    query: str | None,
    date_from: date | None,
    date_to: date | None,
    people: tuple[str, ...],
    max_results: int | None,
    as_json: bool,
) -> None:
    """Find the messages that match QUERY best.

    Without a QUERY: the messages of a period (--from, --to) or of a person (--people).
    """
    if query is None and not (date_from or date_to or people):
        raise WrongUsage("nothing to search for: give a QUERY, or --from, --to or --people.")
    if date_from and date_to and date_from > date_to:
        raise WrongUsage(f"--from {date_from} is after --to {date_to}; swap them.")

    async def use(client: AsyncIGPT) -> SearchReply:
        return await client.recall.search(
            query=query,
            date_from=date_from.isoformat() if date_from else None,
            date_to=date_to.isoformat() if date_to else None,
            filter_people=list(people) or None,
            max_results=max_results,
        )

    reply = with_client(connection, use)
    if printed_or_failed(reply, connection, as_json=as_json):
        return
    print_results(reply.results, query or "")
    if not reply.results:
        click.echo("Nothing found.", err=True)
