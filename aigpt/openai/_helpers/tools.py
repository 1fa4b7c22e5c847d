"""The functions that a model may call: which of them are parsed, and the arguments it calls them with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, cast

from aigpt.openai._errors import OutputMismatchError
from aigpt.openai._function_tools import ModelFunction
from aigpt.openai._options import is_omitted
from aigpt.openai._types import Omit, omit
from aigpt.openai._unfit import callers

Tool = Mapping[str, Any]


def mapping(value: object) -> Mapping[str, Any]:
    """Return *value* where it is a mapping, else an empty one."""
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else {}


def given_tools(tools: Any) -> list[Any]:
    """Return the *tools* of a call, which may be any iterable; an empty list where there are none."""
    return [] if tools is None or is_omitted(tools) else list(cast("Iterable[Any]", tools))


def as_sent(tools: Any, given: list[Any]) -> list[Any] | Omit | None:
    """Return what is sent of *tools*, which were read as *given*."""
    if is_omitted(tools):
        return omit
    return None if tools is None else given


def check_strict(tools: list[Any]) -> None:
    """Raise ValueError unless each of *tools* is a function in strict mode."""
    for tool in map(mapping, tools):
        if tool.get("type") != "function":
            raise ValueError(f"parse() takes no tools but functions, not {tool.get('type')!r}: use create()")
        function = mapping(tool.get("function"))
        if function.get("strict") is not True:
            name = function.get("name")
            raise ValueError(f"parse() takes strict functions: give {name!r} strict=True, or use create()")


def functions_of(tools: Iterable[Any]) -> dict[str, Tool]:
    """Return the functions among the *tools* of a chat completion, by name."""
    found: dict[str, Tool] = {}
    for tool in map(mapping, tools):
        if tool.get("type") == "function" and (function := mapping(tool.get("function"))):
            found.setdefault(str(function.get("name")), function)
    return found


def is_parsed(function: Tool) -> bool:
    """Return whether the arguments of *function* are parsed: it is made of a pydantic model, or strict."""
    return _model_of(function) is not None or bool(function.get("strict"))


def parsed_arguments(function: Tool | None, arguments: Any) -> Any:
    """Return the *arguments* of a call of *function*: as an instance of its model, or as the JSON value they are.

    None where they are not parsed. Raises the ValidationError of pydantic, or OutputMismatchError.
    """
    if function is None:
        return None
    model = _model_of(function)
    if model is not None:
        return callers(model.model_validate_json, arguments)
    if not function.get("strict"):
        return None
    try:
        return json.loads(arguments)
    except (ValueError, RecursionError):
        raise OutputMismatchError(f"the arguments of a call of {function.get('name')!r} are not JSON") from None


def _model_of(function: Tool) -> Any:
    """Return the class that makes an instance of the arguments of *function*, one of ours or of openai's own."""
    model = getattr(function, "model", None)
    return model if hasattr(model, "model_validate_json") else None


# ── responses ───────────────────────────────────────────────────────────────────────────────────────────────────


def as_response_tool(tool: Any) -> Any:
    """Return a *tool* of a response, which may have the shape of a chat completion's where a model makes it."""
    if mapping(tool).get("type") == "namespace":
        return {**tool, "tools": list(tool["tools"])}  # which are looked at again
    if mapping(tool).get("type") != "function" or "function" not in tool:
        return tool
    function = mapping(tool["function"])
    model = _model_of(function)
    if model is None:
        raise TypeError(
            "a function of a response has its fields beside its type: {'type': 'function', 'name': …, 'parameters': …};"
            " in the shape of a chat completion it is taken from pydantic_function_tool() alone"
        )
    fields: dict[str, Any] = {
        "type": "function",
        "name": function["name"],
        "description": function.get("description"),
        "parameters": function["parameters"],
        "strict": function.get("strict") or False,
    }
    return ModelFunction({**function, **fields}, model)


def response_function(tools: Iterable[Any], name: str, namespace: str | None) -> Tool | None:
    """Return the function among the *tools* of a response that is called *name*, in a *namespace* if there is one."""
    found = list(map(mapping, tools))
    if namespace is not None:
        for tool in found:
            if tool.get("type") == "namespace" and tool.get("name") == namespace:
                return _called(map(mapping, tool.get("tools") or ()), name)
        if namespace != name:  # a function that is found by a search may be its own namespace
            return None
    return _called(found, name)


def _called(tools: Iterable[Tool], name: str) -> Tool | None:
    return next((tool for tool in tools if tool.get("type") == "function" and tool.get("name") == name), None)
