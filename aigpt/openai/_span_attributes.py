"""What OpenTelemetry spans say of OpenAI's calls and answers, by the GenAI conventions. Pure functions."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from aigpt._telemetry.spans import Attributes, CallDescription, ResultDescription

if TYPE_CHECKING:
    from aigpt.openai._call import OpenAICall

_OPERATIONS = {
    "chat/completions": "chat",
    "completions": "text_completion",
    "responses": "chat",
    "embeddings": "embeddings",
}
_ASKED = {
    "max_tokens": "max_tokens",
    "max_completion_tokens": "max_tokens",
    "max_output_tokens": "max_tokens",
    "temperature": "temperature",
    "top_p": "top_p",
    "frequency_penalty": "frequency_penalty",
    "presence_penalty": "presence_penalty",
    "seed": "seed",
    "n": "choice.count",
}


class OpenAISpanAttributes:
    """What the spans of OpenAI's calls say."""

    def describe_call(self, call: OpenAICall) -> CallDescription:
        """Return what is known of *call* before it is sent."""
        operation = _OPERATIONS.get(call.route) if call.method == "POST" else None
        body = call.body_fields or {}
        facts: Attributes = {}
        if operation:
            facts = {"gen_ai.operation.name": operation, "gen_ai.provider.name": "openai"}
        model = body.get("model")
        name = operation or f"{call.method} {call.route}"
        if isinstance(model, str):
            facts["gen_ai.request.model"] = model
            name = f"{name} {model}"
        attributes: Attributes = {}
        if operation:
            for key, meaning in _ASKED.items():
                value = body.get(key)
                if isinstance(value, int | float) and not isinstance(value, bool):
                    attributes[f"gen_ai.request.{meaning}"] = value
            if call.is_stream:
                attributes["gen_ai.request.stream"] = True
        return CallDescription(name, call.method, call.url(), bool(operation), facts, attributes, partial(_asked, body))

    def describe_result(self, result: object) -> ResultDescription:
        """Return what is known of the answer of a call, or of what stands in its place."""
        fields = _fields(result)
        fields = _fields(fields.get("_value")) or fields  # of a raw response
        fields = _fields(fields.get("response")) or fields  # of the last event of a response
        attributes: Attributes = {}
        for key in ("id", "model"):
            if isinstance(fields.get(key), str):
                attributes[f"gen_ai.response.{key}"] = fields[key]
        usage = _fields(fields.get("usage"))
        tokens: dict[str, int] = {}
        for kind, names in (
            ("input", ("prompt_tokens", "input_tokens")),
            ("output", ("completion_tokens", "output_tokens")),
        ):
            for name in names:
                count = usage.get(name)
                if isinstance(count, int) and not isinstance(count, bool):
                    tokens[kind] = count
                    attributes[f"gen_ai.usage.{kind}_tokens"] = count
        return ResultDescription(None, attributes, tokens, partial(_answered, fields))


def _fields(value: object) -> Mapping[str, Any]:
    """Return the fields of an object, whether it is one of the API's or JSON."""
    if isinstance(value, Mapping):
        return cast("Mapping[str, Any]", value)
    found: Mapping[str, Any] = getattr(value, "__dict__", {})
    return found


# ── what was asked and answered, in the conventions' own form ───────────────────────────────────────────────────────


def _asked(body: Mapping[str, Any]) -> Attributes:
    content: Attributes = {}
    for key in ("messages", "input", "prompt"):
        if key in body:
            asked: object = body[key]
            given = list(cast("Sequence[object]", asked)) if isinstance(asked, list | tuple) else [asked]
            content["gen_ai.input.messages"] = _json([_message(one, "user") for one in given])
    if isinstance(body.get("instructions"), str):
        content["gen_ai.system_instructions"] = _json([_text(body["instructions"])])
    return content


def _answered(fields: Mapping[str, Any]) -> Attributes:
    messages: list[object] = []
    for choice in map(_fields, _list(fields.get("choices"))):
        if "message" in choice or "text" in choice:  # not of a stream's last chunk
            said = _message(choice.get("message", choice.get("text")), "assistant")
            messages.append({**said, "finish_reason": choice.get("finish_reason") or ""})
    messages += [_message(item, "assistant") for item in _list(fields.get("output"))]
    return {"gen_ai.output.messages": _json(messages)} if messages else {}


def _message(given: object, role: str) -> dict[str, Any]:
    fields = _fields(given)
    if not fields:
        return {"role": role, "parts": [_text(given)] if isinstance(given, str) else []}
    if "role" not in fields:  # an item of a response that is no message
        return {"role": role, "parts": [_part(fields)]}
    if fields["role"] == "tool":
        response = {"type": "tool_call_response", "id": fields.get("tool_call_id"), "response": fields.get("content")}
        return {"role": "tool", "parts": [response]}
    content: object = fields.get("content")
    parts = [_text(content)] if isinstance(content, str) else [_part(_fields(part)) for part in _list(content)]
    return {
        "role": fields["role"],
        "parts": [*parts, *(_part(_fields(one)) for one in _list(fields.get("tool_calls")))],
    }


def _part(fields: Mapping[str, Any]) -> dict[str, Any]:
    if isinstance(fields.get("text"), str):
        return _text(fields["text"])
    called = _fields(fields.get("function")) or fields
    if "arguments" in called:
        identity = fields.get("call_id") or fields.get("id")
        return {"type": "tool_call", "id": identity, "name": called.get("name"), "arguments": called["arguments"]}
    if fields.get("type") == "function_call_output":
        return {"type": "tool_call_response", "id": fields.get("call_id"), "response": fields.get("output")}
    return dict(fields)


def _list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []


def _text(content: str) -> dict[str, str]:
    return {"type": "text", "content": content}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_plain, skipkeys=True)


def _plain(value: Any) -> Any:
    return value.to_dict() if hasattr(value, "to_dict") else str(value)
