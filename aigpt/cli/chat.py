"""`aigpt chat`: print the answer of a language model while it arrives, from any server of the OpenAI protocol."""

from __future__ import annotations

import os
import sys
from collections.abc import Awaitable
from typing import TYPE_CHECKING, cast

import click

from aigpt.cli.chat_client import ChatConnection, chat_connection_options, not_of_this_api, with_chat_client
from aigpt.cli.console import AnswerPrinter, waiting_indicator, write_json
from aigpt.cli.errors import CallFailed, WrongUsage
from aigpt.cli.options import json_option, parse_question, read_stdin, with_examples

if TYPE_CHECKING:
    from aigpt.openai import AsyncOpenAI, AsyncStream
    from aigpt.openai.types.chat import ChatCompletionChunk, ChatCompletionMessageParam

_UNFINISHED = {
    "length": "the answer is cut off: it reached the limit of tokens",
    "content_filter": "the answer is cut off by the server's content filter",
}


def _read_prompt(context: click.Context, _: click.Parameter, question: str | None) -> str | None:
    """Return the question, after the text that is piped in."""
    if context.resilient_parsing:
        return question
    is_piped = sys.stdin is not None and not sys.stdin.isatty()  # pyright: ignore[reportUnnecessaryComparison]
    if question == "-" or (question is None and is_piped):
        return parse_question("-")
    if question is None:
        raise click.BadParameter("there is no question; write it as one argument, or pipe it in.")
    asked = parse_question(question)
    text = read_stdin().strip() if is_piped else ""
    return f"{text}\n\n{asked}" if text else asked


@click.command(
    epilog=with_examples(
        'aigpt chat "How do otters sleep?" --model gpt-4o',
        'cat notes.md | aigpt chat "Sum it up." --system "Two sentences."',
        'aigpt chat "Hi" --base-url http://127.0.0.1:11434/v1 --model llama3.2',
    )
)
@click.argument("question", required=False, callback=_read_prompt)
@click.option("--model", metavar="NAME", help="The model that answers.  [default: $OPENAI_MODEL]")
@click.option("--system", metavar="TEXT", help="Instructions for the model.")
@json_option
@click.option("--allow-incomplete", is_flag=True, help="Take a stream for whole that ends without its end mark.")
@chat_connection_options
def chat(
    *,
    connection: ChatConnection,
    question: str,
    model: str | None,
    system: str | None,
    as_json: bool,
    allow_incomplete: bool,
) -> None:
    """Have a language model answer QUESTION.

    Any server of the OpenAI protocol will do: OpenAI, vLLM, Ollama, LiteLLM and others. The answer is printed as it
    arrives. A text that is piped in comes before the QUESTION; without a QUESTION, or with -, it is the question. In a
    shell's loop, </dev/null keeps it from reading what the loop reads.
    """
    name = model or os.environ.get("OPENAI_MODEL", "").strip()
    if not name:
        raise WrongUsage("no model: give --model NAME or set OPENAI_MODEL.")
    messages: list[ChatCompletionMessageParam] = [{"role": "user", "content": question}]
    if system is not None:
        messages.insert(0, {"role": "system", "content": system})

    answer = AnswerPrinter()

    async def use(client: AsyncOpenAI) -> None:
        from aigpt.openai import BaseModel  # noqa: PLC0415 (slow to import; --help does not need it)

        if as_json:
            completion = await client.chat.completions.create(model=name, messages=messages)
            if not isinstance(cast("object", completion), BaseModel):  # a list, or whatever else is JSON
                raise CallFailed(not_of_this_api(client.base_url))
            write_json(completion.to_dict())
            _complain(_reason_of(completion))
        else:
            opening = client.chat.completions.create(
                model=name, messages=messages, stream=True, allow_incomplete=allow_incomplete
            )
            await _print_stream(opening, answer)

    with_chat_client(connection, use, has_begun=lambda: answer.begun)


async def _print_stream(opening: Awaitable[AsyncStream[ChatCompletionChunk]], answer: AnswerPrinter) -> None:
    """Print the answer while it arrives, and on stderr why it is not all of one."""
    reason: str | None = None
    calls_tools = False
    # In this order, since the indicator of rich replaces stdout meanwhile.
    with answer, waiting_indicator() as stop_waiting:
        async with await opening as stream:
            async for chunk in stream:
                if text := _text_of(chunk):
                    stop_waiting()
                    answer.write(text)
                reason = _reason_of(chunk) or reason
                calls_tools = calls_tools or any(map(_calls_tools, _choices(chunk)))
    if not answer.begun and reason not in _UNFINISHED:
        only = "it only calls tools: --json prints the calls" if calls_tools else "the server sent no text"
        click.echo(f"aigpt: the answer is empty: {only}", err=True)
    _complain(reason)


def _complain(reason: str | None) -> None:
    """Say on stderr why an answer that ended for *reason* is not all of one."""
    if reason in _UNFINISHED:
        click.echo(f"aigpt: {_UNFINISHED[reason]}", err=True)


# Servers send all kinds of things: none of them is to look like a bug.


def _choices(answer: object) -> list[object]:
    found: object = getattr(answer, "choices", None)
    return cast("list[object]", found) if isinstance(found, list) else []


def _reason_of(answer: object) -> str | None:
    """Return why *answer*, whole or a chunk, has ended; None where it does not say."""
    reasons = (getattr(choice, "finish_reason", None) for choice in _choices(answer))
    return next((reason for reason in reasons if reason and isinstance(reason, str)), None)


def _calls_tools(choice: object) -> bool:
    delta = getattr(choice, "delta", None)
    return bool(getattr(delta, "tool_calls", None) or getattr(delta, "function_call", None))


def _text_of(chunk: object) -> str:
    """Return what *chunk* adds to the first choice; of servers that send something else, nothing."""
    for choice in _choices(chunk):
        index, delta = getattr(choice, "index", None), getattr(choice, "delta", None)
        if delta and (index is None or index == 0):
            parts = (getattr(delta, name, None) for name in ("content", "refusal"))
            return next((part for part in parts if part and isinstance(part, str)), "")
    return ""
