"""`aigpt search` and `aigpt datasources`: what there is to draw on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from aigpt.cli import console
from aigpt.cli.client import WrongUse, fail, with_client
from aigpt.cli.options import Connection, connected, json_option, parse_day
from aigpt.cli.safe_text import one_line

if TYPE_CHECKING:
    from aigpt import AsyncIGPT
    from aigpt.types import DatasourcesReply, Reply, SearchReply


@click.command()
@click.argument("query", required=False)
@click.option("--from", "date_from", type=parse_day, metavar="YYYY-MM-DD", help="The first day to search.")
@click.option("--to", "date_to", type=parse_day, metavar="YYYY-MM-DD", help="The last day to search.")
@click.option("--people", multiple=True, metavar="NAME", help="Only messages from or to them; may be repeated.")
@click.option("--max-results", type=click.IntRange(min=1), metavar="N", help="At most so many.")
@json_option
@connected
def search(
    connection: Connection,
    /,
    *,
    query: str | None,
    date_from: date | None,
    date_to: date | None,
    people: tuple[str, ...],
    max_results: int | None,
    as_json: bool,
) -> None:
    """Find the messages that match QUERY best.

    Without a QUERY: the messages of a time (--from, --to) or of somebody (--people).
    """
    if query is None and not (date_from or date_to or people):
        raise WrongUse("nothing to search for: give a QUERY, or --from, --to or --people.")
    if date_from and date_to and date_from > date_to:
        raise WrongUse(f"--from {date_from} is after --to {date_to}; swap them.")

    async def use(client: AsyncIGPT) -> SearchReply:
        return await client.recall.search(
            query=query,
            date_from=date_from.isoformat() if date_from else None,
            date_to=date_to.isoformat() if date_to else None,
            filter_people=list(people) or None,
            max_results=max_results,
        )

    reply = with_client(connection, use)
    if _settled(reply, connection, as_json=as_json):
        return
    console.results(reply.results, query or "")
    if not reply.results:
        click.echo("Nothing found.", err=True)


@click.group(invoke_without_command=True)
@json_option
@connected
@click.pass_context
def datasources(context: click.Context, connection: Connection, /, *, as_json: bool) -> None:
    """List the user's mailboxes and services.

    Each with its status, and how much of it is indexed.
    """
    if context.invoked_subcommand is not None:
        return

    async def use(client: AsyncIGPT) -> DatasourcesReply:
        return await client.datasources.list()

    reply = with_client(connection, use)
    if not _settled(reply, connection, as_json=as_json):
        console.datasources(reply.datasources)


@datasources.command()
@click.argument("id")
@json_option
@connected
def disconnect(connection: Connection, /, *, id: str, as_json: bool) -> None:
    """Disconnect a datasource.

    ID is what `aigpt datasources` calls it. What was indexed of it is forgotten.
    """

    async def use(client: AsyncIGPT) -> Reply:
        return await client.datasources.disconnect(id=id)

    reply = with_client(connection, use)
    if not _settled(reply, connection, as_json=as_json):
        click.echo(f"Disconnected {one_line(id)}.")


def _settled(reply: Reply, connection: Connection, *, as_json: bool) -> bool:
    """Print *reply* if wanted as JSON; end the command if it failed. Return whether nothing is left to print."""
    if as_json:
        console.write_json(reply)
    if reply.error:
        fail(reply, connection)
    return as_json
