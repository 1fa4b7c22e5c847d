"""`aigpt ask` and `aigpt run`: print the answer to a question while it arrives, and its sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

import click

from aigpt.cli.client import printed_or_failed, with_client
from aigpt.cli.console import AnswerPrinter, waiting_indicator, write_json
from aigpt.cli.errors import WrongUsage, fail
from aigpt.cli.listings import print_sources
from aigpt.cli.options import (
    Connection,
    connection_options,
    json_option,
    parse_output_format,
    parse_question,
    with_examples,
)
from aigpt.cli.safe_text import to_json

if TYPE_CHECKING:
    from aigpt import AsyncIGPT
    from aigpt.types import AskReply

Params = dict[str, Any]
Call = Callable[..., Any]

_question = click.argument("question", type=parse_question)
_quality = click.option("--quality", metavar="LEVEL", help="For example cef-1-normal, cef-1-high, cef-1-reasoning.")
_output_format = click.option(
    "--output-format",
    type=parse_output_format,
    metavar="text|json|SCHEMA|@FILE",
    help="The format of the answer; SCHEMA is a JSON Schema, which @FILE contains.",
)


@click.command(
    epilog=with_examples(
        'aigpt ask "What is the marketing budget?"',
        'echo "What is the launch date?" | aigpt ask -',
        'aigpt ask "What is the launch date?" --json | jq -r .output',
    )
)
@_question
@_quality
@_output_format
@json_option
@connection_options
def ask(*, connection: Connection, as_json: bool, **params: Any) -> None:
    """Answer QUESTION from the user's messages.

    A QUESTION of - is read from standard input. The answer is printed as it arrives, its sources below.
    """
    _answer(connection, "ask", params, as_json=as_json)


@click.command(
    epilog=with_examples(
        'aigpt run "Who reviews the security report?" --trace',
        'aigpt run "Which invoices are due?" --instructions "Answer as a table."',
        'aigpt run "List the open tasks." --output-format json',
        'aigpt run "Who ordered buoys?" --output-format \'{"type": "object"}\'',
    )
)
@_question
@_quality
@_output_format
@click.option("--instructions", metavar="TEXT", help="Instructions for the answer.")
@click.option("--reasoning-effort", metavar="low|medium|high", help="How much reasoning to spend.")
@click.option("--trace", is_flag=True, help="Show the steps of the run: turns, reasoning, tool calls, sources, times.")
@json_option
@connection_options
def run(*, connection: Connection, trace: bool, as_json: bool, **params: Any) -> None:
    """Let an agent answer QUESTION from the user's messages.

    A QUESTION of - is read from standard input. The answer is printed as it arrives, its sources below.
    """
    if trace and as_json:
        raise WrongUsage("--trace and --json cannot be combined; leave one of them out.")
    _answer(connection, "run", params, as_json=as_json, trace=trace)


def _answer(connection: Connection, method: str, params: Params, *, as_json: bool, trace: bool = False) -> None:
    params["input"] = params.pop("question")

    async def use(client: AsyncIGPT) -> None:
        call: Call = getattr(client.recall, method)
        if as_json:
            printed_or_failed(await call(**params), connection, as_json=True)
        elif trace:
            await _print_trace(call, params, connection)
        elif params["output_format"] in (None, "text"):
            await _print_stream(call, params, connection)
        else:
            await _print_structured(call, params, connection)

    with_client(connection, use)


async def _print_structured(call: Call, params: Params, connection: Connection) -> None:
    """Print only the answer's value to stdout, for use in a pipe; the sources go to stderr."""
    with waiting_indicator():
        reply: AskReply[Any] = await call(**params)
    if reply.error:
        fail(reply, connection)
    write_json(reply.output, indent=2)
    print_sources(reply.sources, stderr=True)
    _hint_at_indexing(indexed=_is_indexed(reply))


async def _print_stream(call: Call, params: Params, connection: Connection) -> None:
    """Print the answer while it arrives, then its sources."""
    # In this order, since the indicator of rich replaces stdout meanwhile.
    with AnswerPrinter() as answer, waiting_indicator() as stop_waiting:
        async with call(stream=True, **params) as stream:
            indexed = True
            async for event in stream:
                indexed = indexed and _is_indexed(event)
                if piece := _text_of(event):
                    stop_waiting()
                    answer.write(piece)
            reply: AskReply[Any] = await stream.final()
        if not reply.error and not answer.begun:
            answer.write(reply.output if isinstance(reply.output, str) else to_json(reply.output))
    if reply.error:
        fail(reply, connection, incomplete=answer.begun)
    print_sources(reply.sources)
    _hint_at_indexing(indexed=indexed)


def _text_of(event: Any) -> str:
    """Return the piece of text that an event of `run`, or a chunk of `ask`, has."""
    if not isinstance(event, Mapping):
        return ""
    known = cast("Mapping[str, Any]", event)
    names = (
        {"run.output_text.delta": ("delta",)}.get(str(known["type"]), ()) if "type" in known else ("delta", "output")
    )
    return next((known[name] for name in names if isinstance(known.get(name), str)), "")


def _is_indexed(given: Any) -> bool:
    """Whether nothing of a reply, or of a part of it, says that indexing goes on."""
    context = cast("Mapping[str, Any]", given).get("context") if isinstance(given, Mapping) else None
    return not isinstance(context, Mapping) or cast("Mapping[str, Any]", context).get("indexed") is not False


def _hint_at_indexing(*, indexed: bool) -> None:
    """Say on stderr that an answer may miss something, if not all is *indexed*."""
    if not indexed:
        click.echo("Not all is indexed yet, so this may miss something: ask again (aigpt datasources).", err=True)


async def _print_trace(call: Call, params: Params, connection: Connection) -> None:
    """Print the events of the run as a tree while they arrive."""
    from aigpt.cli.run_trace import RunTrace  # noqa: PLC0415 (used by --trace only)

    trace = RunTrace()
    with waiting_indicator() as stop_waiting:
        async with call(stream=True, **params) as stream:
            async for event in stream:
                stop_waiting()
                trace.show(event)
            reply: AskReply[Any] = await stream.final()
        trace.finish(complete=bool(stream.complete))
    if reply.error:
        fail(reply, connection, incomplete=trace.begun)
