"""Answers that a language model writes from the passages that were found, in the form that was asked for."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from typing import Any, cast

import msgspec

from aigpt._reply import parse_json
from aigpt.local.answer.answers import Answerer, Pieces
from aigpt.local.answer.chat_client import ChatClient, Message, ModelError, Usage
from aigpt.local.answer.extractive import Answered, as_text, day, source_json
from aigpt.local.answer.prompt import make_messages, repair_messages, response_format
from aigpt.local.ingest.message_headers import person_name
from aigpt.local.params import Answer
from aigpt.local.search.query_terms import count_tokens
from aigpt.local.search.ranking import Hit

__all__ = ["Generative"]

_log = logging.getLogger("aigpt.local.model")

_FENCE = re.compile(r"\s*```(?:json)?\s*\n(?P<inner>.*)\n\s*```\s*", re.DOTALL | re.IGNORECASE)
_LONGEST_PROBLEM = 300


class Generative:
    """Has the model of *chat* answer; where nothing was found, *otherwise* says so.

    Its sources are the passages the model was given, in the order of the numbers by which it names them. Text comes
    piece by piece; JSON in one piece, once it is known to be valid. What goes wrong with the model is logged, as a
    warning.
    """

    def __init__(self, chat: ChatClient, otherwise: Answerer) -> None:
        self._chat = chat
        self._otherwise = otherwise

    async def answer(self, asked: Answer, hits: Sequence[Hit]) -> Pieces:
        """Answer *asked* from *hits*. Raises `ModelError`, after pieces too."""
        made = self._generate(asked, hits) if hits else self._otherwise.answer(asked, hits)
        try:
            async with aclosing(made):
                async for piece in made:
                    yield piece
        except ModelError as error:
            model = self._chat.model
            _log.warning("the model %r at %s failed: %s", model.name, model.url, error)
            raise

    async def _generate(self, asked: Answer, hits: Sequence[Hit]) -> Pieces:
        asking = _Asking(self._chat, asked)
        messages = make_messages(asked, hits, self._chat.model.context)
        if asked.output_format == "text":
            texts: list[str] = []
            async with aclosing(asking.pieces(messages)) as pieces:
                async for piece in pieces:
                    texts.append(piece)
                    yield piece
            output: Any = "".join(texts)
        else:
            output = _name_quotes(await self._value(asking, asked, messages), asked, hits)
            yield as_text(output)
        yield Answered(output, [source_json(hit) for hit in hits], asking.usage)

    async def _value(self, asking: _Asking, asked: Answer, messages: list[Message]) -> Any:
        """Return the value that the model gives, as soon as it is a valid one; it gets a second try."""
        text = await asking.whole(messages)
        value, problem = await asyncio.to_thread(_read, text, asked)
        if problem:
            text = await asking.whole(repair_messages(messages, text, problem))
            value, problem = await asyncio.to_thread(_read, text, asked)
        if problem:
            raise ModelError("what it answered is not of the asked-for form, twice")
        return value


class _Asking:
    """The model's work on one question, all within one deadline; `usage` adds it up."""

    def __init__(self, chat: ChatClient, asked: Answer) -> None:
        self._chat = chat
        self._wishes = response_format(asked)
        if asked.reasoning_effort:
            self._wishes["reasoning_effort"] = asked.reasoning_effort
        self._deadline = chat.deadline()
        self.usage: Usage = dict.fromkeys(("input_tokens", "output_tokens", "total_tokens"), 0)

    async def whole(self, messages: list[Message]) -> str:
        async with aclosing(self.pieces(messages)) as pieces:
            return "".join([piece async for piece in pieces])

    async def pieces(self, messages: list[Message]) -> AsyncGenerator[str]:
        texts: list[str] = []
        usage: Usage | None = None
        async with aclosing(self._chat.complete(messages, self._wishes, self._deadline)) as pieces:
            async for piece in pieces:
                if isinstance(piece, str):
                    texts.append(piece)
                    yield piece
                else:
                    usage = piece
        text = "".join(texts)
        if not text.strip():
            raise ModelError("its answer is empty")
        self._count(usage or _estimate(messages, text))

    def _count(self, usage: Mapping[str, int]) -> None:
        self.usage = {name: count + usage[name] for name, count in self.usage.items()}


def _estimate(messages: Sequence[Message], text: str) -> Usage:
    """Count words and punctuation marks, as for quoted answers, where the model's server does not count."""
    read, written = count_tokens(*(message["content"] for message in messages)), count_tokens(text)
    return {"input_tokens": read, "output_tokens": written, "total_tokens": read + written}


def _name_quotes(value: Any, asked: Answer, hits: Sequence[Hit]) -> Any:
    """Say of the quotes in a free JSON answer where they are from, as quoted answers do, in place of the number."""
    quotes = value.get("quotes") if asked.output_format == "json" else None
    if not isinstance(quotes, list):
        return value
    return {**value, "quotes": [_name_quote(quote, hits) for quote in cast("Sequence[Any]", quotes)]}


def _name_quote(quote: Any, hits: Sequence[Hit]) -> Any:
    match quote:
        case {"text": str(text), "passage": int(number), **others} if not others and 1 <= number <= len(hits):
            hit = hits[number - 1]
            who = person_name(hit.sender)
            return {"text": text, "from": who, "subject": hit.subject, "date": day(hit) or None, "source": hit.id}
        case _:
            return quote


def _read(text: str, asked: Answer) -> tuple[Any, str]:
    """Return the value that *text* holds, and what is wrong with it; "" if nothing is."""
    fenced = _FENCE.fullmatch(text)
    try:
        value = parse_json((fenced["inner"] if fenced else text).encode())
        msgspec.json.encode(value)  # what it could not be sent on as is not wanted: halves of characters, huge numbers
    except (ValueError, RecursionError, OverflowError):
        return None, "it is not JSON"
    if asked.output_format == "json":
        return value, "" if isinstance(value, dict) else "it is not a JSON object"
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415 (as in `outline`)
    from jsonschema.exceptions import ValidationError  # noqa: PLC0415 (as above)

    validator: Any = Draft202012Validator(asked.asked_format["schema"], format_checker=FormatChecker())
    try:
        validator.validate(value)
    except ValidationError as error:
        return value, f"at {error.json_path}: {error.message}"[:_LONGEST_PROBLEM]
    return value, ""
