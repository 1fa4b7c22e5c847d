"""A question to the server: from the parameters of a request to the parts of its answer."""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, cast

from aigpt.local.answer.answer_params import DEFAULT_PASSAGES, AnswerParams
from aigpt.local.answer.answers import as_text
from aigpt.local.answer.follow_ups import Turn
from aigpt.local.openai_api.backend import Backend
from aigpt.local.openai_api.conversation import Conversation
from aigpt.local.openai_api.errors import ApiError, invalid
from aigpt.local.openai_api.fields import Json, read_object
from aigpt.local.openai_api.models import ASK
from aigpt.local.params import ParamsError

__all__ = [
    "Done",
    "Found",
    "Part",
    "Quote",
    "Result",
    "Searching",
    "Source",
    "Text",
    "Thought",
    "make_question",
    "parts_of",
    "read_format",
]

Source: TypeAlias = Mapping[str, Any]
"""A source of an answer, as in the replies of recall/ask: `id`, `title`, `timestamp`, `provider`."""


Quote: TypeAlias = Mapping[str, int]
"""What of the text is from which source, as in those replies: `start`, `end`, and `source`, its place from 0."""


@dataclass(frozen=True, slots=True)
class Thought:
    """What is done next, in words."""

    text: str


@dataclass(frozen=True, slots=True)
class Searching:
    """A search begins."""

    query: str


Result: TypeAlias = Mapping[str, Any]
"""A passage that was found, as in the replies of recall/search: `id`, `subject`, `content`, `score` and more."""


@dataclass(frozen=True, slots=True)
class Found:
    """That search has ended."""

    results: list[Result] | None
    """What was found; None unless it was asked for."""


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of the answer."""

    text: str


@dataclass(frozen=True, slots=True)
class Done:
    """The end of the answer."""

    sources: list[Source]
    usage: dict[str, int]
    quotes: Sequence[Quote] = ()


Part: TypeAlias = Thought | Searching | Found | Text | Done


def read_format(value: Any, name: str) -> Any:
    """Read the form of an answer, the parameter *name*; return it as `output_format` of recall/ask."""
    form = read_object(value, name)
    kind = form.get("type", "text")
    if kind == "text":
        return "text"
    if kind == "json_object":
        return "json"
    if kind != "json_schema":
        raise invalid(f"{name}.type", f"{name}.type must be text, json_object or json_schema")
    within = f"{name}.json_schema" if "json_schema" in form else name  # a chat's is nested, a response's is not
    found = read_object(form.get("json_schema", form), within)
    if "schema" not in found:
        raise invalid(f"{within}.schema", f"{within}.schema is missing; give the JSON Schema of the answer")
    named = {key: found[key] for key in ("name", "strict", "schema") if found.get(key) is not None}
    return {"type": "json_schema", **named}


async def make_question(
    backend: Backend,
    user: str,
    talk: Conversation,
    form: Any,
    effort: str | None,
    scope: tuple[str, ...] | None,
    limit: int = DEFAULT_PASSAGES,
    earlier: tuple[Turn, ...] = (),
    where: str = "response_format",
) -> AnswerParams:
    """Return the question as the server takes it.

    *scope*: the datasources to search; None for all connected ones. *earlier*: what was said before *talk*. *where*:
    the parameter of *form*.
    """
    body: Json = {"user": user, "input": talk.question, "output_format": form, "instructions": talk.instructions}
    body["reasoning_effort"] = effort
    try:
        asked = await backend.read_params(body)
    except ParamsError as error:
        raise invalid(where, str(error).replace("output_format.", f"{where}.", 1)) from error
    return replace(asked, history=earlier + talk.history, datasources=scope, limit=limit)


async def parts_of(backend: Backend, model: str, asked: AnswerParams, *, results: bool = False) -> AsyncGenerator[Part]:
    """Answer *asked*; raises `ApiError` if there is no answer, also after some parts.

    *results*: searches tell the passages that they found.
    """
    objects = backend.ask_stream(asked) if model == ASK else backend.run_stream(asked, results=results)
    async with aclosing(objects):
        async for one in objects:
            if "error" in one:
                raise ApiError(502, str(one.get("message") or one["error"]), code=str(one["error"]))
            for part in _ask_parts(one) if model == ASK else _run_parts(one):
                yield part


def _ask_parts(chunk: Json) -> list[Part]:
    if "output" in chunk:
        return [Text(as_text(chunk["output"]))]
    return [_done(chunk)] if "usage" in chunk else []


def _run_parts(event: Json) -> list[Part]:
    match event["type"]:
        case "run.reasoning_summary_part.done":
            return [Thought(event["text"])]
        case "run.tool_call_item":
            return [Searching(_query(event["item"]["arguments"]))]
        case "run.tool_call_output_item":
            return [Found(event["item"].get("results"))]
        case "run.output_text.delta":
            return [Text(event["delta"])]
        case "run.done":
            return [_done(event)]
        case _:
            return []


def _done(last: Json) -> Done:
    return Done(last["metadata"]["sources"], last["usage"], last["metadata"].get("quotes", ()))


def _query(arguments: str) -> str:
    return str(cast("Json", json.loads(arguments)).get("query", ""))
