"""The events of a chat completion that is streamed."""

from __future__ import annotations

from typing import Generic, Literal, TypeAlias, Union

from aigpt.openai._helpers.answer_types import ResponseFormatT
from aigpt.openai._models import BaseModel
from aigpt.openai.types.chat.chat_completion_chunk import ChatCompletionChunk
from aigpt.openai.types.chat.chat_completion_token_logprob import ChatCompletionTokenLogprob
from aigpt.openai.types.chat.parsed_chat_completion import (
    ParsedChatCompletion,
    ParsedChatCompletionMessage,
    ParsedChoice,
)

ParsedChatCompletionSnapshot: TypeAlias = ParsedChatCompletion[object]
"""What has come of a completion. `parsed` is the JSON so far, and the instance once the text is complete."""
ParsedChatCompletionMessageSnapshot: TypeAlias = ParsedChatCompletionMessage[object]
"""What has come of the message of a choice."""
ParsedChoiceSnapshot: TypeAlias = ParsedChoice[object]
"""What has come of a choice."""


class ChunkEvent(BaseModel):
    """A chunk as it came, before the events that it makes."""

    type: Literal["chunk"]
    chunk: ChatCompletionChunk
    snapshot: ParsedChatCompletionSnapshot


class ContentDeltaEvent(BaseModel):
    """A piece of the text; `parsed` is the JSON so far, where a type was asked for: what is complete of it."""

    type: Literal["content.delta"]
    delta: str
    snapshot: str
    parsed: object | None = None


class ContentDoneEvent(BaseModel, Generic[ResponseFormatT]):
    """The whole text, and the instance that it is, where a type was asked for."""

    type: Literal["content.done"]
    content: str
    parsed: ResponseFormatT | None = None


class RefusalDeltaEvent(BaseModel):
    """A piece of the refusal."""

    type: Literal["refusal.delta"]
    delta: str
    snapshot: str


class RefusalDoneEvent(BaseModel):
    """The whole refusal."""

    type: Literal["refusal.done"]
    refusal: str


class FunctionToolCallArgumentsDeltaEvent(BaseModel):
    """A piece of the arguments of a function call.

    `arguments` is their JSON so far; `parsed_arguments` what is complete of it, where the function is strict.
    """

    type: Literal["tool_calls.function.arguments.delta"]
    name: str
    index: int
    arguments: str
    parsed_arguments: object
    arguments_delta: str


class FunctionToolCallArgumentsDoneEvent(BaseModel):
    """The arguments of a function call: as JSON, and parsed where the function is strict or made of a model."""

    type: Literal["tool_calls.function.arguments.done"]
    name: str
    index: int
    arguments: str
    parsed_arguments: object


class LogprobsContentDeltaEvent(BaseModel):
    """The log probabilities of a piece of the text."""

    type: Literal["logprobs.content.delta"]
    content: list[ChatCompletionTokenLogprob]
    snapshot: list[ChatCompletionTokenLogprob]


class LogprobsContentDoneEvent(BaseModel):
    """The log probabilities of the whole text."""

    type: Literal["logprobs.content.done"]
    content: list[ChatCompletionTokenLogprob]


class LogprobsRefusalDeltaEvent(BaseModel):
    """The log probabilities of a piece of the refusal."""

    type: Literal["logprobs.refusal.delta"]
    refusal: list[ChatCompletionTokenLogprob]
    snapshot: list[ChatCompletionTokenLogprob]


class LogprobsRefusalDoneEvent(BaseModel):
    """The log probabilities of the whole refusal."""

    type: Literal["logprobs.refusal.done"]
    refusal: list[ChatCompletionTokenLogprob]


ChatCompletionStreamEvent: TypeAlias = Union[  # noqa: UP007 (it is generic)
    ChunkEvent,
    ContentDeltaEvent,
    ContentDoneEvent[ResponseFormatT],
    RefusalDeltaEvent,
    RefusalDoneEvent,
    FunctionToolCallArgumentsDeltaEvent,
    FunctionToolCallArgumentsDoneEvent,
    LogprobsContentDeltaEvent,
    LogprobsContentDoneEvent,
    LogprobsRefusalDeltaEvent,
    LogprobsRefusalDoneEvent,
]
