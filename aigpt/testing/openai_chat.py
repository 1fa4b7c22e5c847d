"""Chat completions, as a whole and as the chunks of a stream. No I/O."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from aigpt.testing.openai_content import CREATED, Answer

DONE = "data: [DONE]\n\n"


@dataclass(frozen=True, slots=True)
class ChatAnswer:
    """One chat completion."""

    answer: Answer
    reasoning: str | None
    finish_reason: str
    usage: Mapping[str, Any] | None

    def whole(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Return the completion that answers the request *body*."""
        choices = [
            {"index": index, "message": self._message(), "logprobs": None, "finish_reason": self.finish_reason}
            for index in range(_number(body))
        ]
        return {**self._common("chat.completion", body), "choices": choices, "usage": self._usage()}

    def events(self, body: Mapping[str, Any]) -> Iterator[object]:
        """Yield the items of the stream that answers the request *body*, up to ``[DONE]`` where it is complete."""
        stream_options: Mapping[str, Any] = body.get("stream_options") or {}
        with_usage = bool(stream_options.get("include_usage"))
        common = self._common("chat.completion.chunk", body)
        if with_usage:
            common["usage"] = None
        for item in self._items():
            if isinstance(item, _Delta):
                for index in range(_number(body)):
                    yield {**common, "choices": [_choice(index, item.fields)]}
            else:
                yield item
        if self.answer.complete:
            for index in range(_number(body)):
                yield {**common, "choices": [_choice(index, {}, self.finish_reason)]}
            if with_usage:
                yield {**common, "choices": [], "usage": self._usage()}
            yield DONE

    def _common(self, kind: str, body: Mapping[str, Any]) -> dict[str, Any]:
        model = body.get("model") or "test-model"
        return {"id": f"chatcmpl-{self.answer.number}", "object": kind, "created": CREATED, "model": model}

    def _message(self) -> dict[str, Any]:
        calls = [
            {"id": call.id, "type": "function", "function": {"name": call.name, "arguments": call.arguments}}
            for call in self.answer.tool_calls
        ]
        return {
            "role": "assistant",
            "content": None if calls and not self.answer.text else self.answer.text,
            "refusal": None,
            **({} if self.reasoning is None else {"reasoning_content": self.reasoning}),
            **({"tool_calls": calls} if calls else {}),
        }

    def _items(self) -> Iterator[object]:
        yield _Delta({"role": "assistant", "content": ""})
        if self.reasoning is not None:
            yield _Delta({"reasoning_content": self.reasoning})
        for part in self.answer.parts:
            yield _Delta({"content": part}) if isinstance(part, str) else part
        for index, call in enumerate(self.answer.tool_calls):
            function = {"name": call.name, "arguments": ""}
            begun = {"index": index, "id": call.id, "type": "function", "function": function}
            yield _Delta({"tool_calls": [begun]})
            for piece in call.pieces():
                yield _Delta({"tool_calls": [{"index": index, "function": {"arguments": piece}}]})

    def _usage(self) -> dict[str, Any]:
        if self.usage is not None:
            return dict(self.usage)
        tokens = self.answer.tokens
        return {"prompt_tokens": 1, "completion_tokens": tokens, "total_tokens": 1 + tokens}


@dataclass(frozen=True, slots=True)
class _Delta:
    """What is new in a chunk, for each choice."""

    fields: dict[str, Any]


def _choice(index: int, delta: dict[str, Any], finish_reason: str | None = None) -> dict[str, Any]:
    return {"index": index, "delta": delta, "logprobs": None, "finish_reason": finish_reason}


def _number(body: Mapping[str, Any]) -> int:
    n = body.get("n")
    return n if isinstance(n, int) and n > 0 else 1
