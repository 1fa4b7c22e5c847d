"""`aigpt demo`: everything once, on a sample mailbox, with the code for it."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

import click

from aigpt.cli import console
from aigpt.cli.client import CallFailed
from aigpt.cli.demo_output import Stage
from aigpt.cli.serve import local_extra, local_server

if TYPE_CHECKING:
    from aigpt import Reply


@click.command()
def demo() -> None:
    """Show everything once, on a sample mailbox.

    Prints the code of each step and what it gives. The server behind it runs on a free port of this machine: no
    network, no account, nothing left behind.
    """
    asyncio.run(_demo())


async def _demo() -> None:
    with local_extra():  # heavy; --help does not need them
        from aigpt.cli import demo_steps as code  # noqa: PLC0415 (likewise)
        from aigpt.local.sample import MAILBOX, MEETINGS, USER  # noqa: PLC0415 (likewise)

    began = time.perf_counter()
    stage = Stage(console.console())
    async with local_server([MAILBOX, MEETINGS], user=USER, port=0) as server:
        stage.say(f"A server on this machine, {server.url}, over the mail of a made-up company:")
        await server.indexed()
        stage.say(f"{MAILBOX.name} and the notes of a meeting are indexed ({time.perf_counter() - began:.1f} s).")
        stage.code(code.connect)
        async with code.connect(server) as igpt:
            for part in (code.search, code.ask, code.stream_a_run, code.ask_many):
                stage.code(part)
                with stage.output():
                    outcome = await part(igpt)
                _check(outcome)
    stage.say("Now with your own mail:  aigpt serve --data PATH-TO-YOUR.mbox")


def _check(outcome: Reply | list[Any]) -> None:
    """End the demo if one of the calls just shown has failed."""
    for reply in outcome if isinstance(outcome, list) else [outcome]:
        if reply.error:
            raise CallFailed(f"the demo's server answered with the error {reply.error}: {reply.exception}")
