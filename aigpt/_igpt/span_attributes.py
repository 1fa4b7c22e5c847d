"""What OpenTelemetry spans say of iGPT's calls and replies, by the GenAI conventions. Pure functions."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from typing import Any, cast

from aigpt._http.request import Call
from aigpt._igpt.replies import Reply, whole_answer
from aigpt._telemetry.spans import Attributes, CallDescription, ResultDescription

_OPERATIONS = {"recall/run": "invoke_agent", "recall/ask": "chat", "recall/search": "retrieval"}
_PROVIDER = "igpt"
_AGENT = "igpt"
"""The API has one agent, without a name of its own: it is called as its provider is."""


class IGPTSpanAttributes:
    """What the spans of iGPT's calls say. The user's name is never in it."""

    def describe_call(self, call: Call[Any]) -> CallDescription:
        """Return what is known of *call* before it is sent."""
        operation = _OPERATIONS.get(call.route)
        body = _parameters(call) if operation else {}
        facts: Attributes = {}
        if operation:
            facts = {"gen_ai.operation.name": operation, "gen_ai.provider.name": _PROVIDER}
        name = operation or call.route
        quality = body.get("quality")
        if isinstance(quality, str):
            facts["gen_ai.request.model"] = quality
        attributes = _asked(body)
        if operation == "invoke_agent":
            attributes["gen_ai.agent.name"] = _AGENT
            name = f"{name} {_AGENT}"
        elif isinstance(quality, str):
            name = f"{name} {quality}"
        url = call.options.url(call.route)
        return CallDescription(name, call.method, url, bool(operation), facts, attributes, partial(_question, body))

    def describe_result(self, result: object) -> ResultDescription:
        """Return what is known of the reply of a call, or of what stands in its place."""
        if not isinstance(result, Reply):
            return ResultDescription(None, {}, {}, dict)
        exception, whole = result.exception, whole_answer(result)
        tokens = _tokens(whole)
        attributes: Attributes = {f"gen_ai.usage.{kind}_tokens": count for kind, count in tokens.items()}
        if isinstance(whole.get("id"), str):
            attributes["gen_ai.response.id"] = whole["id"]
        error_type = None if exception is None else type(exception).__name__
        return ResultDescription(error_type, attributes, tokens, partial(_answer, result, whole))


def _parameters(call: Call[Any]) -> dict[str, Any]:
    try:
        body: object = json.loads(call.body.decode() or "{}")
    except ValueError:
        return {}
    return cast("dict[str, Any]", body) if isinstance(body, dict) else {}


def _asked(body: Mapping[str, Any]) -> Attributes:
    asked: Attributes = {"gen_ai.request.stream": True} if body.get("stream") is True else {}
    form = body.get("output_format")
    if form is not None:
        asked["gen_ai.output.type"] = "text" if form == "text" else "json"
    return asked


def _tokens(whole: Mapping[str, Any]) -> dict[str, int]:
    usage = whole.get("usage")
    if not isinstance(usage, Mapping):
        return {}
    counts = cast("Mapping[str, object]", usage)
    found = {kind: counts.get(f"{kind}_tokens") for kind in ("input", "output")}
    return {kind: count for kind, count in found.items() if isinstance(count, int) and not isinstance(count, bool)}


def _question(body: Mapping[str, Any]) -> Attributes:
    content: Attributes = {}
    if isinstance(body.get("input"), str):
        content["gen_ai.input.messages"] = _json([{"role": "user", "parts": [_text(body["input"])]}])
    if isinstance(body.get("instructions"), str):
        content["gen_ai.system_instructions"] = _json([_text(body["instructions"])])
    if isinstance(body.get("query"), str):
        content["gen_ai.retrieval.query.text"] = body["query"]
    return content


def _answer(reply: Reply, whole: Mapping[str, Any]) -> Attributes:
    content: Attributes = {}
    output = whole.get("output")
    if output is not None:
        text = output if isinstance(output, str) else _json(output)
        message = {"role": "assistant", "parts": [_text(text)], "finish_reason": "stop" if reply.ok else "error"}
        content["gen_ai.output.messages"] = _json([message])
    if "results" in reply:
        content["gen_ai.retrieval.documents"] = _json(reply["results"])
    return content


def _text(content: str) -> dict[str, str]:
    return {"type": "text", "content": content}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
