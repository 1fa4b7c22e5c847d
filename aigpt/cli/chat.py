"""`aigpt chat`: print the answer of a language model while it arrives, from any server of the OpenAI protocol."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from aigpt.cli.chat_client import ChatConnection, chat_connection_options, with_chat_client
from aigpt.cli.console import AnswerPrinter, waiting_indicator, write_json
from aigpt.cli.errors import WrongUsage
from aigpt.cli.options import json_option, parse_question, read_stdin

if TYPE_CHECKING:
    from aigpt.openai import AsyncOpenAI
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


@click.command()
@click.argument("question", required=False, callback=_read_prompt)
@click.option("--model", metavar="NAME", help="The model that answers.  [default: $OPENAI_MODEL]")
@click.option("--system", metavar="TEXT", help="Instructions for the model.")
@json_option
@chat_connection_options
def chat(*, connection: ChatConnection, question: str, model: str | None, system: str | None, as_json: bool) -> None:
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
        if as_json:
            completion = await client.chat.completions.create(model=name, messages=messages)
            write_json(completion.to_dict())
        else:
            await _print_stream(client, name, messages, answer)

    with_chat_client(connection, use, has_begun=lambda: answer.begun)


async def _print_stream(
    client: AsyncOpenAI, model: str, messages: list[ChatCompletionMessageParam], answer: AnswerPrinter
) -> None:
    """Print the answer while it arrives, and on stderr why it is not all of one."""
    reason: str | None = None
    # In this order, since the indicator of rich replaces stdout meanwhile.
    with answer, waiting_indicator() as stop_waiting:
        async with await client.chat.completions.create(model=model, messages=messages, stream=True) as stream:
            async for chunk in stream:
                if text := _text_of(chunk):
                    stop_waiting()
                    answer.write(text)
                reason = next((one.finish_reason for one in chunk.choices or () if one.finish_reason), reason)
    if reason in _UNFINISHED:
        click.echo(f"aigpt: {_UNFINISHED[reason]}", err=True)


def _text_of(chunk: ChatCompletionChunk) -> str:
    """Return what *chunk* adds to the first choice; of servers that send something else, nothing."""
    for choice in chunk.choices or ():
        if choice.index in {0, None} and choice.delta:
            return choice.delta.content or choice.delta.refusal or ""
    return ""
