"""`aigpt demo`: show each kind of call on a sample mailbox, with its code."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

import click

from aigpt.cli.console import make_console
from aigpt.cli.demo_output import DemoPrinter
from aigpt.cli.errors import CallFailed
from aigpt.cli.options import with_examples
from aigpt.cli.serve import like_ctrl_c, local_server, require_local_extra

if TYPE_CHECKING:
    from aigpt import Reply


@click.command(
    epilog=with_examples(
        "aigpt demo",
    )
)
def demo() -> None:
    """Show each kind of call on a sample mailbox.

    Prints the code of each step and its output. The server behind it runs on a free port of this machine: it needs no
    network and no account, and leaves no files.
    """
    with like_ctrl_c():
        asyncio.run(_demo())


async def _demo() -> None:
    with require_local_extra():
        from aigpt.cli import demo_steps  # noqa: PLC0415 (slow to import; --help does not need it)
        from aigpt.local.sample import MAILBOX, MEETINGS, USER  # noqa: PLC0415 (likewise)

    began = time.perf_counter()
    printer = DemoPrinter(make_console())
    async with local_server([MAILBOX, MEETINGS], user=USER, port=0) as server:
        printer.say(f"A server on this machine, {server.url}, over the mail of a made-up company:")
        for result in await server.indexed():
            result.raise_for_error()
        printer.say(f"{MAILBOX.name} and the notes of a meeting are indexed ({time.perf_counter() - began:.1f} s).")
        printer.code(demo_steps.connect)
        async with demo_steps.connect(server) as igpt:
            for step in (demo_steps.search, demo_steps.ask, demo_steps.stream_a_run, demo_steps.ask_many):
                printer.code(step)
                with printer.output():
                    outcome = await step(igpt)
                _check(outcome)
    printer.say("Now with your own mail:  aigpt serve --data PATH-TO-YOUR.mbox")


def _check(outcome: Reply | list[Any]) -> None:
    """End the demo if one of the calls has failed."""
    for reply in outcome if isinstance(outcome, list) else [outcome]:
        if reply.error:
            raise CallFailed(f"the demo's server answered with the error {reply.error}: {reply.exception}")
