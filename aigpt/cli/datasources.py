"""`aigpt datasources`: list the user's mailboxes and services, and disconnect one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from aigpt.cli.client import printed_or_failed, with_client
from aigpt.cli.listings import print_datasources
from aigpt.cli.options import Connection, connection_options, json_option, with_examples
from aigpt.cli.safe_text import one_line

if TYPE_CHECKING:
    from aigpt import AsyncIGPT
    from aigpt.types import DatasourcesReply, Reply


@click.group(
    invoke_without_command=True,
    epilog=with_examples("aigpt datasources", "aigpt datasources --json | jq -r '.datasources[].id'"),
)
@json_option
@connection_options
@click.pass_context
def datasources(context: click.Context, /, *, connection: Connection, as_json: bool) -> None:
    """List the user's mailboxes and services.

    Each with its status and the percentage that is indexed.
    """
    if context.invoked_subcommand is not None:
        return

    async def use(client: AsyncIGPT) -> DatasourcesReply:
        return await client.datasources.list()

    reply = with_client(connection, use)
    if not printed_or_failed(reply, connection, as_json=as_json):
        print_datasources(reply.datasources)


@datasources.command(
    epilog=with_examples(
        "aigpt datasources disconnect local-1",
    )
)
@click.argument("id")
@json_option
@connection_options
def disconnect(*, connection: Connection, id: str, as_json: bool) -> None:
    """Disconnect a datasource and delete its index.

    ID is the one listed by `aigpt datasources`.
    """

    async def use(client: AsyncIGPT) -> Reply:
        return await client.datasources.disconnect(id=id)

    reply = with_client(connection, use)
    if not printed_or_failed(reply, connection, as_json=as_json):
        click.echo(f"Disconnected {one_line(id)}.")
