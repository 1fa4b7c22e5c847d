"""The parameters of ``POST /v1/responses``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from aigpt.local.answer.answer_params import DEFAULT_PASSAGES, AnswerParams
from aigpt.local.answer.follow_ups import Turn
from aigpt.local.openai_api.asking import make_question, read_format
from aigpt.local.openai_api.attribute_filters import AttributeFilter, read_filter
from aigpt.local.openai_api.backend import Backend
from aigpt.local.openai_api.conversation import Said, fold, read_input
from aigpt.local.openai_api.errors import ApiError, invalid, unsupported
from aigpt.local.openai_api.fields import (
    Json,
    read_flag,
    read_limit,
    read_metadata,
    read_object,
    read_objects,
    read_optional_text,
    read_text,
    read_texts,
    refuse,
)
from aigpt.local.openai_api.limits import Limits, read_tokens
from aigpt.local.openai_api.models import Models
from aigpt.local.openai_api.response_store import ResponseStore
from aigpt.local.openai_api.scopes import Scopes

__all__ = ["ResponseRequest", "read_request"]

_NOT_HERE = {
    "background": "the server answers at once; leave it out, or stream",
    "conversation": "the server keeps no conversations; use previous_response_id, or send the messages again",
    "logit_bias": "the models of this server have no probabilities",
    "prompt": "the server has no templates; send instructions and input",
    "top_logprobs": "the models of this server have no probabilities",
}
_ECHOED = ("temperature", "top_p", "max_output_tokens", "max_tool_calls")
_ECHOED_IF_GIVEN = ("user", "safety_identifier", "prompt_cache_key")
_RESULTS = "file_search_call.results"
_INCLUDED = {_RESULTS, "reasoning.encrypted_content"}  # of the second there is none to include
_MOST_RESULTS = 50
_TOOL = "file_search"
_NO_TOOLS = "the server calls no tools of yours (aigpt serve --ignore-tools answers without them)"


@dataclass(frozen=True, slots=True)
class ResponseRequest:
    """A checked request."""

    model: str
    asked: AnswerParams
    stream: bool
    store: bool
    results: bool
    """Whether searches tell what they found."""
    limits: Limits
    said: Sequence[Said]
    """The messages of `input`."""
    echoed: dict[str, Any]
    """The parameters that the response repeats."""
    stores: Sequence[tuple[str, AttributeFilter | None]]
    """The ids of the vector stores that are searched, each with the filter for its files."""
    forgotten: int
    """How often the user's responses had been forgotten before."""


async def read_request(
    backend: Backend, user: str, body: Json, models: Models, scopes: Scopes, kept: ResponseStore
) -> ResponseRequest:
    """Check the parameters of *user*. Raises `ApiError`."""
    forgotten = kept.forgotten(user)
    model = models.check_answering(read_text(body, "model"))
    refuse(body, _NOT_HERE)
    include = read_texts(body, "include")
    if not _INCLUDED.issuperset(include):
        raise unsupported("include", f"include can be honoured here for {_RESULTS} alone")
    tools = _read_tools(body)
    earlier, said = _earlier(user, body, kept), read_input(body)
    talk = fold(said, "input", read_optional_text(body, "instructions"))
    given = read_object(body.get("text"), "text").get("format")
    form = read_format(given, "text.format")
    reasoning = read_object(body.get("reasoning"), "reasoning")
    effort = read_optional_text(reasoning, "effort", within="reasoning.")
    filters = [read_filter(tool.get("filters"), "tools.filters") for tool in tools]
    stores = [
        (store, wanted)
        for tool, wanted in zip(tools, filters, strict=True)
        for store in read_texts(tool, "vector_store_ids", within="tools.")
    ]
    limits = [read_limit(tool, "max_num_results", DEFAULT_PASSAGES, _MOST_RESULTS, within="tools.") for tool in tools]
    scope = await scopes.of_stores(user, stores, talk.files)
    limit = max(limits, default=DEFAULT_PASSAGES)
    asked = await make_question(backend, user, talk, form, effort, scope, limit, earlier, where="text.format")
    store = body.get("store") is None or read_flag(body, "store")
    echoed = {
        **dict.fromkeys(_ECHOED),
        **{name: body[name] for name in (*_ECHOED, *_ECHOED_IF_GIVEN) if body.get(name) is not None},
        "instructions": body.get("instructions"),
        "metadata": read_metadata(body),
        "parallel_tool_calls": body.get("parallel_tool_calls") is not False,
        "previous_response_id": body.get("previous_response_id"),
        "reasoning": {"effort": effort, "summary": reasoning.get("summary")},
        "store": store,
        "text": {"format": given or {"type": "text"}},
        "tool_choice": body.get("tool_choice") or "auto",
        "tools": tools,
        "top_logprobs": 0,
        "truncation": body.get("truncation") or "disabled",
    }
    stream, results = read_flag(body, "stream"), _RESULTS in include
    length = Limits(read_tokens(body, "max_output_tokens"))
    return ResponseRequest(model, asked, stream, store, results, length, said, echoed, stores, forgotten)


def _read_tools(body: Json) -> list[Json]:
    tools = read_objects(body.get("tools"), "tools")
    if any(tool.get("type") != _TOOL for tool in tools):
        raise unsupported("tools", f"tools can be honoured here for {_TOOL} alone: {_NO_TOOLS}")
    for tool in tools:
        if not read_texts(tool, "vector_store_ids", within="tools."):
            raise invalid("tools", "tools: vector_store_ids of file_search is empty; give the ids of vector stores")
    choice = body.get("tool_choice")
    if choice not in (None, "none", "auto", "required", {"type": _TOOL}):
        raise unsupported("tool_choice", f"tool_choice must be none, auto, required or {_TOOL}")
    return [] if choice == "none" else tools


def _earlier(user: str, body: Json, kept: ResponseStore) -> tuple[Turn, ...]:
    name = read_optional_text(body, "previous_response_id")
    if name is None:
        return ()
    stored = kept.get(user, name)
    if stored is None:
        raise ApiError(
            400,
            "previous_response_id is that of no stored response: send the earlier messages as input instead",
            param="previous_response_id",
            code="previous_response_not_found",
        )
    return stored.turns
