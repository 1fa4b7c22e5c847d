"""``POST /v1/chat/completions``: a question with its history, answered whole or in chunks."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import uuid4

from aigpt.local.answer.answer_params import AnswerParams
from aigpt.local.openai_api.asking import Done, Text, make_question, parts_of, read_format
from aigpt.local.openai_api.backend import Backend
from aigpt.local.openai_api.citations import SourceFiles, chat_annotations, cite
from aigpt.local.openai_api.conversation import fold, read_messages
from aigpt.local.openai_api.errors import unsupported
from aigpt.local.openai_api.fields import Json, read_flag, read_object, read_optional_text, read_text, refuse
from aigpt.local.openai_api.limits import Limiter, Limits, read_stops, read_tokens
from aigpt.local.openai_api.models import Models
from aigpt.local.openai_api.scopes import Scopes

__all__ = ["Chat", "ChatRequest"]

Link: TypeAlias = Callable[[str], str]
"""Makes the URL of a path below /v1."""

_NOT_HERE = {
    "logit_bias": "the models of this server have no probabilities",
    "tools": "the models of this server call no tools of yours (aigpt serve --ignore-tools answers without them)",
    "functions": "the models of this server call no functions of yours",
    "logprobs": "the models of this server have no probabilities",
    "top_logprobs": "the models of this server have no probabilities",
    "audio": "the models of this server write text",
    "prediction": "the models of this server write from what they find",
    "web_search_options": "the models of this server search the user's data, not the web",
    "store": "the server keeps no chats; use /v1/responses, or send the messages again",
}


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """A checked request."""

    model: str
    asked: AnswerParams
    stream: bool
    usage: bool
    """Whether a stream ends with the usage."""
    limits: Limits


class Chat:
    """Chat completions of the server's *models*."""

    def __init__(self, backend: Backend, models: Models, scopes: Scopes) -> None:
        self._backend = backend
        self._models = models
        self._scopes = scopes

    async def read(self, user: str, body: Json) -> ChatRequest:
        """Check the parameters of *user*. Raises `ApiError`."""
        model = self._models.check_answering(read_text(body, "model"))
        refuse(body, _NOT_HERE)
        if body.get("n") not in (None, 1):
            raise unsupported("n", "n must be 1: the server has one answer to a question")
        if body.get("modalities") not in (None, ["text"]):
            raise unsupported("modalities", 'modalities must be ["text"]: the models of this server write text')
        talk = fold(read_messages(body), "messages")
        form = read_format(body.get("response_format"), "response_format")
        options = read_object(body.get("stream_options"), "stream_options")
        effort = read_optional_text(body, "reasoning_effort")
        asked = await make_question(
            self._backend, user, talk, form, effort, await self._scopes.of_files(user, talk.files)
        )
        usage = read_flag(options, "include_usage", within="stream_options.")
        limits = Limits(read_tokens(body, "max_completion_tokens", "max_tokens"), read_stops(body))
        return ChatRequest(model, asked, read_flag(body, "stream"), usage, limits)

    async def whole(self, wanted: ChatRequest, files: SourceFiles, link: Link) -> Json:
        """Return the completion. Raises `ApiError`."""
        texts: list[str] = []
        done = Done([], {})
        limiter = Limiter(wanted.limits)
        async with aclosing(limiter.of(parts_of(self._backend, wanted.model, wanted.asked))) as parts:
            async for part in parts:
                if isinstance(part, Text):
                    texts.append(part.text)
                elif isinstance(part, Done):
                    done = part
        text = "".join(texts)
        message = {
            "role": "assistant",
            "content": text,
            "refusal": None,
            "annotations": chat_annotations(cite(text, done.sources, done.quotes), files, link),
        }
        choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": limiter.finish}
        return {**_head(wanted, "chat.completion"), "choices": [choice], "usage": _usage(done.usage)}

    async def chunks(self, wanted: ChatRequest, files: SourceFiles, link: Link) -> AsyncGenerator[Json]:
        """Stream the completion; its annotations are in the last chunk with a choice. Raises `ApiError`."""
        head = _head(wanted, "chat.completion.chunk")
        rest: dict[str, Any] = {"usage": None} if wanted.usage else {}
        texts: list[str] = []

        def chunk(delta: Json, finish: str | None = None) -> Json:
            choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
            return {**head, "choices": [choice], **rest}

        limiter = Limiter(wanted.limits)
        async with aclosing(limiter.of(parts_of(self._backend, wanted.model, wanted.asked))) as parts:
            async for part in parts:
                if isinstance(part, Text | Done) and not texts:
                    texts.append("")
                    yield chunk({"role": "assistant", "content": "", "refusal": None})
                if isinstance(part, Text):
                    texts.append(part.text)
                    yield chunk({"content": part.text})
                elif isinstance(part, Done):
                    text = "".join(texts)
                    cited = chat_annotations(cite(text, part.sources, part.quotes), files, link)
                    yield chunk({"annotations": cited} if cited else {}, limiter.finish)
                    if wanted.usage:
                        yield {**head, "choices": [], "usage": _usage(part.usage)}


def _head(wanted: ChatRequest, kind: str) -> Json:
    return {"id": f"chatcmpl-{uuid4().hex}", "object": kind, "created": int(time.time()), "model": wanted.model}


def _usage(usage: dict[str, int]) -> Json:
    return {
        "prompt_tokens": usage["input_tokens"],
        "completion_tokens": usage["output_tokens"],
        "total_tokens": usage["total_tokens"],
    }
