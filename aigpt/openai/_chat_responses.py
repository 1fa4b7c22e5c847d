"""``client.chat.responses``: the responses route where SeekGPT's documentation has it, with a `response_format`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, cast, overload

from aigpt.openai._types import Omit, omit
from aigpt.openai.resources.chat.chat import AsyncChat, Chat
from aigpt.openai.resources.responses.responses import AsyncResponses, Responses

if TYPE_CHECKING:
    from aigpt.openai._stream import AsyncStream, Stream
    from aigpt.openai.types.responses.response import Response
    from aigpt.openai.types.responses.response_stream_event import ResponseStreamEvent


class AsyncChatResponses(AsyncResponses):
    """Responses, with a `response_format`."""

    @overload
    async def create(
        self,
        *,
        stream: Literal[False] | Omit | None = omit,
        response_format: Mapping[str, object] | Omit = omit,
        **params: Any,
    ) -> Response: ...
    @overload
    async def create(
        self, *, stream: Literal[True], response_format: Mapping[str, object] | Omit = omit, **params: Any
    ) -> AsyncStream[ResponseStreamEvent]: ...
    @overload
    async def create(
        self, *, stream: bool, response_format: Mapping[str, object] | Omit = omit, **params: Any
    ) -> Response | AsyncStream[ResponseStreamEvent]: ...
    async def create(self, *, response_format: Mapping[str, object] | Omit = omit, **params: Any) -> Any:
        """POST /responses, with *response_format* and the parameters of `AsyncResponses.create`."""
        return cast("Any", await super().create(**_with_format(response_format, params)))


class ChatResponses(Responses):
    """Responses, with a `response_format`."""

    @overload
    def create(
        self,
        *,
        stream: Literal[False] | Omit | None = omit,
        response_format: Mapping[str, object] | Omit = omit,
        **params: Any,
    ) -> Response: ...
    @overload
    def create(
        self, *, stream: Literal[True], response_format: Mapping[str, object] | Omit = omit, **params: Any
    ) -> Stream[ResponseStreamEvent]: ...
    @overload
    def create(
        self, *, stream: bool, response_format: Mapping[str, object] | Omit = omit, **params: Any
    ) -> Response | Stream[ResponseStreamEvent]: ...
    def create(self, *, response_format: Mapping[str, object] | Omit = omit, **params: Any) -> Any:
        """POST /responses, with *response_format* and the parameters of `Responses.create`."""
        return cast("Any", super().create(**_with_format(response_format, params)))


def _with_format(response_format: Mapping[str, object] | Omit, params: dict[str, Any]) -> dict[str, Any]:
    extra = cast("Mapping[str, object]", params.get("extra_body") or {})
    return {**params, "extra_body": {"response_format": response_format, **extra}}


class AsyncChatWithResponses(AsyncChat):
    """Chat completions, and responses."""

    @cached_property
    def responses(self) -> AsyncChatResponses:
        """Responses, with a `response_format`."""
        return AsyncChatResponses(self._client)


class ChatWithResponses(Chat):
    """Chat completions, and responses."""

    @cached_property
    def responses(self) -> ChatResponses:
        """Responses, with a `response_format`."""
        return ChatResponses(self._client)
