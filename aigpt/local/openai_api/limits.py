"""Limits of an answer's text: how long it may be, and what it ends before."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Any, Literal, cast

from aigpt.local.answer.token_usage import make_usage
from aigpt.local.openai_api.asking import Done, Part, Text
from aigpt.local.openai_api.errors import invalid
from aigpt.local.openai_api.fields import Json

__all__ = ["Limiter", "Limits", "read_stops", "read_tokens"]

_TOKEN = re.compile(r"\w+|[^\w\s]")  # as token_usage counts them, so that the usage keeps to the limit
_MOST_STOPS = 4


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request allows."""

    tokens: int | None = None
    """The maximum of words and punctuation marks; None for no maximum."""
    stops: tuple[str, ...] = ()
    """The text ends before the first of these."""


class Limiter:
    """Cuts the text of one answer as *limits* say. What is beyond is read to its end, where the sources are told."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._held = ""  # the end of the text, while a stop may begin there
        self._tokens = 0
        self._in_word = False
        self._is_cut = False
        self.finish: Literal["stop", "length"] = "stop"
        """Why the text ended, after the last part."""

    async def of(self, parts: AsyncGenerator[Part]) -> AsyncGenerator[Part]:
        """Yield *parts* with the text cut. Raises `ApiError` where these do."""
        async with aclosing(parts):
            async for part in parts:
                if isinstance(part, Text):
                    if text := self._before_stop(part.text):
                        yield Text(text)
                elif isinstance(part, Done):
                    if rest := self._within_tokens(self._held):
                        yield Text(rest)
                    yield self._done(part)
                else:
                    yield part

    def _done(self, part: Done) -> Done:
        if not self._is_cut:
            return part
        usage = part.usage
        return replace(part, usage=make_usage(usage["input_tokens"], min(usage["output_tokens"], self._tokens)))

    def _before_stop(self, text: str) -> str:
        if self._is_cut:
            return ""
        text = self._held + text
        found = [place for stop in self._limits.stops if (place := text.find(stop)) >= 0]
        if found:
            self._held = ""
            text = self._within_tokens(text[: min(found)])
            self._is_cut = True
            return text
        begun = max((_begun(text, stop) for stop in self._limits.stops), default=0)
        self._held = text[len(text) - begun :]
        return self._within_tokens(text[: len(text) - begun])

    def _within_tokens(self, text: str) -> str:
        end = 0
        for match in _TOKEN.finditer(text):
            if not (self._in_word and match.start() == 0 and _is_word(match[0])):  # else the rest of the last one
                if self._tokens == self._limits.tokens:
                    self._is_cut, self._held, self.finish = True, "", "length"
                    return text[:end]
                self._tokens += 1
            end = match.end()
        if text:
            self._in_word = _is_word(text[-1])
        return text


def _is_word(text: str) -> bool:
    return re.match(r"\w", text) is not None


def _begun(text: str, stop: str) -> int:
    """Return how many characters at the end of *text* may be the beginning of *stop*."""
    return next((size for size in range(min(len(stop) - 1, len(text)), 0, -1) if text.endswith(stop[:size])), 0)


def read_tokens(body: Json, *names: str) -> int | None:
    """Return the first maximum that is given by *names*; None if there is none. Raises `ApiError`."""
    given = {name: body[name] for name in names if body.get(name) is not None}
    for name, value in given.items():
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise invalid(name, f"{name} must be a whole number from 1, or left out")
    return next(iter(given.values()), None)


def read_stops(body: Json) -> tuple[str, ...]:
    """Return what ends the text: `stop`, a string or up to four. Raises `ApiError`."""
    given: Any = body.get("stop")
    if given is None:
        return ()
    stops = cast("Sequence[Any]", given if isinstance(given, list) else [given])
    if len(stops) > _MOST_STOPS or not all(isinstance(stop, str) and stop for stop in stops):
        raise invalid("stop", f"stop must be a string that is not empty, a list of up to {_MOST_STOPS}, or left out")
    return tuple(stops)
