"""What OpenTelemetry spans say of OpenAI's calls and answers, by the GenAI conventions. Pure functions."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
        if isinstance(result, BaseException):
            return ResultDescription(type(result).__name__, {}, {}, dict)
        fields: Mapping[str, Any] = getattr(result, "__dict__", {})
        fields = getattr(fields.get("response"), "__dict__", fields)  # of the last event of a response
        attributes: Attributes = {}
        for key in ("id", "model"):
            if isinstance(fields.get(key), str):
                attributes[f"gen_ai.response.{key}"] = fields[key]
        usage = getattr(fields.get("usage"), "__dict__", {})
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
        return ResultDescription(None, attributes, tokens, partial(_answered, result))


def _asked(body: Mapping[str, Any]) -> Attributes:
    content: Attributes = {}
    for key in ("messages", "input", "prompt"):
        if key in body:
            content["gen_ai.input.messages"] = _json(body[key])
    if isinstance(body.get("instructions"), str):
        content["gen_ai.system_instructions"] = _json([{"type": "text", "content": body["instructions"]}])
    return content


def _answered(result: object) -> Attributes:
    for key in ("choices", "output"):
        value: Any = getattr(result, key, None)
        if isinstance(value, list):
            return {"gen_ai.output.messages": _json([_plain(one) for one in cast("list[object]", value)])}
    return {}


def _plain(value: Any) -> Any:
    return value.to_dict() if hasattr(value, "to_dict") else value


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_plain)
