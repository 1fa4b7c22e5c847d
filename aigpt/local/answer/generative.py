"""Answers that a language model writes from the passages that were found."""

from __future__ import annotations

import logging
import re
import sqlite3
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from functools import partial
from typing import Any, cast

import msgspec

from aigpt._http.json_codec import parse_json
from aigpt.local.answer.answer_params import AnswerParams
from aigpt.local.answer.answers import Answer, Answerer, Pieces, as_text
from aigpt.local.answer.chat_client import ChatClient, Message, ModelError
from aigpt.local.answer.prompt import make_messages, repair_messages, response_format
from aigpt.local.answer.thoughts import ThoughtFilter, without_thoughts
from aigpt.local.answer.token_usage import Usage, count_tokens, make_usage
from aigpt.local.ingest.message_headers import person_name
from aigpt.local.readers.reading import Reading
from aigpt.local.search.hits import Hit

__all__ = ["Generative", "read_value"]

_log = logging.getLogger("aigpt.local.model")

_FENCE = re.compile(r"```(?:json)?[ \t]*\n(?P<inner>.*)\n[ \t]*```", re.DOTALL | re.IGNORECASE)
_LONGEST_PROBLEM = 300


class Generative:
    """Answers by the model of *chat*, or, if nothing was found, by *otherwise*. JSON is validated by *reading*.

    The sources are the passages that the model was given, in the order of the numbers by which it cites them. Text is
    streamed; JSON comes in one piece, after it was validated. Errors of the model are logged as warnings.
    """

    def __init__(self, chat: ChatClient, otherwise: Answerer, reading: Reading) -> None:
        self._chat = chat
        self._otherwise = otherwise
        self._reading = reading

    async def answer(self, asked: AnswerParams, hits: Sequence[Hit]) -> Pieces:
        """Answer *asked* from *hits*. Raises `ModelError`, also after some pieces."""
        made = self._generate(asked, hits) if hits else self._otherwise.answer(asked, hits)
        try:
            async with aclosing(made):
                async for piece in made:
                    yield piece
        except ModelError as error:
            model = self._chat.model
            _log.warning("the model %r at %s failed: %s", model.name, model.url, error.why)
            raise

    async def _generate(self, asked: AnswerParams, hits: Sequence[Hit]) -> Pieces:
        asking = _Asking(self._chat, asked)
        messages = make_messages(asked, hits, self._chat.model.context)
        if asked.output_format == "text":
            texts: list[str] = []
            async with aclosing(asking.text(messages)) as pieces:
                async for piece in pieces:
                    texts.append(piece)
                    yield piece
            output: Any = "".join(texts)
        else:
            output = _name_quotes(await self._value(asking, asked, messages), asked, hits)
            yield as_text(output)
        yield Answer(output, [hit.to_source() for hit in hits], asking.usage)

    async def _value(self, asking: _Asking, asked: AnswerParams, messages: list[Message]) -> Any:
        """Return a valid value; the model gets a second attempt."""
        text = await asking.whole(messages)
        value, problem = await self._reading(partial(read_value, text=text, asked=asked))
        if problem:
            text = await asking.whole(repair_messages(messages, text, problem))
            value, problem = await self._reading(partial(read_value, text=text, asked=asked))
        if problem:
            raise ModelError("its answer did not have the requested form, twice")
        return value


class _Asking:
    """The model's work on one question, within one deadline; `usage` is the sum."""

    def __init__(self, chat: ChatClient, asked: AnswerParams) -> None:
        self._chat = chat
        self._wishes = response_format(asked)
        if asked.reasoning_effort:
            self._wishes["reasoning_effort"] = asked.reasoning_effort
        self._deadline = chat.deadline()
        self.usage = make_usage(0, 0)

    async def whole(self, messages: list[Message]) -> str:
        """Return the answer in JSON, without the model's thoughts."""
        async with aclosing(self._pieces(messages)) as pieces:
            text = without_thoughts("".join([piece async for piece in pieces]))
        _check_said(text)
        return text

    async def text(self, messages: list[Message]) -> AsyncGenerator[str]:
        """Stream the answer in text, without the model's thoughts."""
        thoughts, said = ThoughtFilter(), False
        async with aclosing(self._pieces(messages)) as pieces:
            async for piece in pieces:
                if shown := thoughts.feed(piece):
                    said = True
                    yield shown
        if rest := thoughts.rest():
            yield rest
        _check_said("said" if said else rest)

    async def _pieces(self, messages: list[Message]) -> AsyncGenerator[str]:
        texts: list[str] = []
        usage: Usage | None = None
        async with aclosing(self._chat.complete(messages, self._wishes, self._deadline)) as pieces:
            async for piece in pieces:
                if isinstance(piece, str):
                    texts.append(piece)
                    yield piece
                else:
                    usage = piece
        self._count(usage or _estimate(messages, "".join(texts)))

    def _count(self, usage: Mapping[str, int]) -> None:
        self.usage = {name: count + usage[name] for name, count in self.usage.items()}


def _check_said(text: str) -> None:
    if not text.strip():
        raise ModelError("its answer is empty")


def _estimate(messages: Sequence[Message], text: str) -> Usage:
    """Count words and punctuation marks, if the model's server does not count."""
    return make_usage(count_tokens(*(message["content"] for message in messages)), count_tokens(text))


def _name_quotes(value: Any, asked: AnswerParams, hits: Sequence[Hit]) -> Any:
    """Replace the passage numbers in a free JSON answer by the sources, as in extractive answers."""
    quotes = value.get("quotes") if asked.output_format == "json" else None
    if not isinstance(quotes, list):
        return value
    return {**value, "quotes": [_name_quote(quote, hits) for quote in cast("Sequence[Any]", quotes)]}


def _name_quote(quote: Any, hits: Sequence[Hit]) -> Any:
    match quote:
        case {"text": str(text), "passage": int(number), **others} if not others and 1 <= number <= len(hits):
            hit = hits[number - 1]
            who = person_name(hit.sender)
            return {"text": text, "from": who, "subject": hit.subject, "date": hit.day, "source": hit.id}
        case _:
            return quote


def read_value(_: sqlite3.Connection, text: str, asked: AnswerParams) -> tuple[Any, str]:
    """Return the value in *text*, and what is wrong with it; "" if nothing is."""
    fenced = _FENCE.fullmatch(text.strip())
    try:
        value = parse_json((fenced["inner"] if fenced else text).encode())
        msgspec.json.encode(value)  # raises for what cannot be sent on: lone surrogates, huge integers
    except (ValueError, RecursionError, OverflowError):
        return None, "it is not JSON"
    if asked.output_format == "json":
        return value, "" if isinstance(value, dict) else "it is not a JSON object"
    error = None if isinstance(asked.output_format, str) else asked.output_format.read().validator.error(value)
    return value, "" if error is None else f"at {error.json_path}: {error.message}"[:_LONGEST_PROBLEM]
