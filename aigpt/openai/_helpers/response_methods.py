"""`responses.parse` and `.stream`: `create` with an answer of a type, and with events."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any, cast

from aigpt.openai._helpers.answer_types import answer_type
from aigpt.openai._helpers.event_stream import Deferred
from aigpt.openai._helpers.response_parsing import parsed_response
from aigpt.openai._helpers.response_stream import AsyncResponseStreamManager, ResponseStreamManager
from aigpt.openai._helpers.tools import as_response_tool, as_sent, given_tools, mapping
from aigpt.openai._options import is_omitted
from aigpt.openai._sender import ParsingSender
from aigpt.openai._types import omit

Parameters = dict[str, Any]

# What a call has that is no parameter of the response.
_OF_THE_CALL = ("extra_headers", "extra_query", "extra_body", "timeout", "deadline", "abort", "allow_incomplete")
_OF_BOTH = frozenset({*_OF_THE_CALL, "text_format", "tools"})  # of a new response, and of one that is resumed
_OF_RESUMING = ("response_id", "starting_after")


def parse(resource: Any, given: Parameters) -> Any:
    """Return what gives the parsed response of what `parse` of *resource* was *given*."""
    parameters = dict(given)
    if parameters["stream"] is True:
        raise TypeError("parse() gives the response as a whole; stream() gives its events")
    parse_as = _parse_as(parameters.pop("parse_as"), parameters)
    tools = _make_tools(parameters)
    _put_text_format(parameters)
    answer = answer_type(parse_as, "parse_as")
    verbosity = parameters.pop("verbosity", omit)
    if not is_omitted(verbosity):  # which create() has in `text`
        parameters["extra_body"] = {"verbosity": verbosity, **(parameters["extra_body"] or {})}
    sender = ParsingSender(resource._sender, lambda response: parsed_response(response, answer, tools))  # noqa: SLF001
    return resource._with_sender(sender).create(**parameters)  # noqa: SLF001 (one with its resources)


def stream(resource: Any, given: Parameters) -> Any:
    """Return the manager of the stream of what `stream` of *resource* was *given*."""
    parameters = dict(given)
    resumed = {name: parameters.pop(name) for name in _OF_RESUMING}
    of_new = [name for name in parameters if name not in _OF_BOTH and not is_omitted(parameters[name])]
    is_resumed = any(not is_omitted(value) for value in resumed.values())
    tools = _make_tools(parameters)
    text_format = parameters["text_format"]
    if is_resumed or not of_new:
        request = partial(resource.retrieve, **_resumed(resumed, of_new, parameters), stream=True)
    else:
        if missing := [name for name in ("input", "model") if name not in of_new]:
            raise ValueError(f"a new response needs {missing[0]}=…; an existing one is resumed with response_id=…")
        _put_text_format(parameters)
        request = partial(resource.create, **parameters, stream=True)
    after = None if is_omitted(resumed["starting_after"]) else resumed["starting_after"]
    if resource._sender.is_blocking:  # noqa: SLF001 (likewise)
        return ResponseStreamManager(request, text_format=text_format, input_tools=tools, starting_after=after)
    return AsyncResponseStreamManager(
        Deferred(request), text_format=text_format, input_tools=tools, starting_after=after
    )


def _resumed(resumed: Parameters, of_new: list[str], parameters: Parameters) -> Parameters:
    """Return what `retrieve` is given. All events are asked for: those before `starting_after` are in the snapshot."""
    others = [name for name in of_new if name != "include"]
    if is_omitted(resumed["response_id"]):
        raise ValueError("response_id=… is needed to resume a response; a new one needs input=… and model=…")
    if others:
        raise ValueError(f"{', '.join(others)} cannot be given for the existing response that response_id names")
    call = {name: parameters[name] for name in _OF_THE_CALL if name in parameters}
    return {"response_id": resumed["response_id"], "include": parameters["include"], **call}


def _make_tools(parameters: Parameters) -> list[Any]:
    """Have the tools of *parameters* in the shape that is sent, and return them."""
    tools = [as_response_tool(tool) for tool in given_tools(parameters["tools"])]
    parameters["tools"] = as_sent(parameters["tools"], tools)
    return tools


def _put_text_format(parameters: Parameters) -> None:
    """Put the type `text_format` into `text`. Raises TypeError where that has a format."""
    form, text = parameters.pop("text_format"), parameters["text"]
    answer = answer_type(form, "text_format")
    if answer is None:
        if isinstance(form, Mapping):
            raise TypeError("text_format takes a type; a schema as a dict is given as text={'format': …}")
        return
    said = mapping(text)
    if "format" in said:
        raise TypeError("text_format and text['format'] cannot both be given")
    parameters["text"] = {**said, "format": answer.text_format}


def _parse_as(parse_as: Any, parameters: Parameters) -> Any:
    """Return the type that the texts are made instances of: *parse_as*, else `text_format`.

    Raises TypeError where an item of the input changes the format, and *parse_as* does not say what becomes of that.
    """
    if parse_as is None:
        return None
    text_format, text = parameters["text_format"], parameters["text"]
    changed = _changed_format(parameters)
    if changed is not None and changed.get("type") == "text":
        if not is_omitted(parse_as):
            raise TypeError("parse_as cannot be given where the input changes the format to plain text")
        return omit
    is_ambiguous = changed is not None and is_omitted(parse_as) and not is_omitted(text_format)
    if is_ambiguous and mapping(text).get("format") != changed:
        raise TypeError("the input changes the format: give its type as parse_as=…, or parse_as=None for none")
    return text_format if is_omitted(parse_as) else parse_as


def _changed_format(parameters: Parameters) -> Mapping[str, Any] | None:
    """Return the last format that an item of the input changes to."""
    items: Any = mapping(parameters["extra_body"]).get("input", parameters["input"])
    for item in map(mapping, reversed(items) if isinstance(cast("object", items), list) else ()):
        if item.get("type") == "configuration_update" and (found := mapping(item.get("text")).get("format")):
            return mapping(found)
    return None
