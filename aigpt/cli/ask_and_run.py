"""`aigpt ask` and `aigpt run`: a question, its answer as it comes, and the messages it rests on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from aigpt.cli import console
from aigpt.cli.client import WrongUse, fail, with_client
from aigpt.cli.options import Connection, connected, json_option, parse_output_format, parse_question
from aigpt.cli.safe_text import to_json

if TYPE_CHECKING:
    from aigpt import AsyncIGPT
    from aigpt.types import AskReply, Reply

Params = dict[str, Any]
Call = Callable[..., Any]

_question = click.argument("question", type=parse_question)
_quality = click.option("--quality", metavar="LEVEL", help="Such as cef-1-normal, cef-1-high, cef-1-reasoning.")
_output_format = click.option(
    "--output-format",
    type=parse_output_format,
    metavar="text|json|@FILE",
    help="The form of the answer; @FILE holds a JSON Schema.",
)


@click.command()
@_question
@_quality
@_output_format
@json_option
@connected
def ask(connection: Connection, /, *, as_json: bool, **params: Any) -> None:
    """Answer QUESTION from the user's messages.

    A QUESTION of - is read from standard input. The answer is printed as it comes, its sources below.
    """
    _answer(connection, "ask", params, as_json=as_json)


@click.command()
@_question
@_quality
@_output_format
@click.option("--instructions", metavar="TEXT", help="How to answer, in your own words.")
@click.option("--reasoning-effort", metavar="low|medium|high", help="How long to think about it.")
@click.option("--trace", is_flag=True, help="Show how the answer comes about: turns, tool calls, sources, times.")
@json_option
@connected
def run(connection: Connection, /, *, trace: bool, as_json: bool, **params: Any) -> None:
    """Have an agent answer QUESTION from the user's messages.

    A QUESTION of - is read from standard input. The answer is printed as it comes, its sources below.
    """
    if trace and as_json:
        raise WrongUse("--trace and --json exclude each other; leave one of them out.")
    _answer(connection, "run", params, as_json=as_json, trace=trace)


def _answer(connection: Connection, method: str, params: Params, *, as_json: bool, trace: bool = False) -> None:
    params["input"] = params.pop("question")

    async def use(client: AsyncIGPT) -> None:
        call: Call = getattr(client.recall, method)
        if as_json:
            await _whole(call, params, connection)
        elif trace:
            await _traced(call, params, connection)
        elif params["output_format"] in (None, "text"):
            await _streamed(call, params, connection)
        else:
            await _structured(call, params, connection)

    with_client(connection, use)


async def _whole(call: Call, params: Params, connection: Connection) -> None:
    """Print the reply as one JSON object, a failed one too."""
    reply: Reply = await call(**params)
    console.write_json(reply)
    if reply.error:
        fail(reply, connection)


async def _structured(call: Call, params: Params, connection: Connection) -> None:
    """Print the answer's value alone to stdout, so that it can be piped on; the sources go to stderr."""
    with console.waiting():
        reply: AskReply[Any] = await call(**params)
    if reply.error:
        fail(reply, connection)
    console.write_json(reply.output, indent=2)
    console.sources(reply.sources, stderr=True)


async def _streamed(call: Call, params: Params, connection: Connection) -> None:
    """Print the answer piece by piece, then its sources."""
    # In this order: while rich waits, it has a stdout of its own in place of the real one.
    with console.Answer() as answer, console.waiting() as it_comes:
        async with call(stream=True, **params) as stream:
            async for piece in stream.text():
                it_comes()
                answer.write(piece)
            reply: AskReply[Any] = await stream.final()
        if not reply.error and not answer.begun:
            answer.write(reply.output if isinstance(reply.output, str) else to_json(reply.output))
    if reply.error:
        fail(reply, connection, incomplete=answer.begun)
    console.sources(reply.sources)


async def _traced(call: Call, params: Params, connection: Connection) -> None:
    """Print the run's events as a tree while they come."""
    from aigpt.cli.run_trace import Trace  # noqa: PLC0415 (only those pay for it who ask for it)

    trace = Trace()
    with console.waiting() as it_comes:
        async with call(stream=True, **params) as stream:
            async for event in stream:
                it_comes()
                trace.show(event)
            reply: AskReply[Any] = await stream.final()
        trace.finish(whole=bool(stream.complete))
    if reply.error:
        fail(reply, connection, incomplete=trace.begun)
