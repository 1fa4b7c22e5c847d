"""The client of a language model: the OpenAI chat-completions protocol on the SDK's own transport.

So retries, ``Retry-After``, deadline, idle timeout and broken streams work as in every call of the SDK. Answers are
always streamed, so that the idle timeout can notice a stalled server.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

from aigpt._http.checks import usable_key
from aigpt._http.failure import Failure, FailureKind
from aigpt._http.session import ClientNames, SessionOwner
from aigpt._http.transport import Transport
from aigpt._igpt.options import make_options
from aigpt._igpt.prepare import prepare_post
from aigpt._igpt.protocol import IGPTProtocol
from aigpt._igpt.replies import Reply
from aigpt._igpt.stream import Stream
from aigpt._igpt.stream_protocols import names_error, until_error
from aigpt.local.answer.errors import AnswerError
from aigpt.local.answer.token_usage import Usage, make_usage
from aigpt.local.errors import LocalServerError
from aigpt.local.model_url import model_base_url

__all__ = ["ChatClient", "ChatModel", "ChatProtocol", "Message", "ModelError"]

Message: TypeAlias = dict[str, str]
"""``{"role", "content"}``."""

_ROUTE = "chat/completions"
_MAX_RETRIES = 2
_MAX_ANSWER = 1 << 20  # characters; bounds the memory that a model can fill
_LEAST_CONTEXT = 500
_MOMENT = 0.001
_NOT_UNDERSTOOD = frozenset({400, 422})
_BAD_ENDS = {
    "length": "its answer was cut at its own limit of length",
    "content_filter": "its content filter ended its answer",
}
_HINTS = {
    401: "; check the key",
    403: "; check the key",
    404: "; check the URL and the name of the model",
}


@dataclass(frozen=True, slots=True)
class ChatModel:
    """A language model that answers from the passages found, on any server of the OpenAI chat-completions protocol.

    Raises `LocalServerError`, one line with the parameter and the remedy.
    """

    url: str
    """The base URL, such as ``http://127.0.0.1:11434/v1``; https, or http to this machine."""
    name: str
    """The name of the model on its server."""
    key: str | None = field(default=None, repr=False)
    """Sent as a bearer token; None if the server needs none."""
    timeout: float = 120.0
    """Seconds an answer may take, including retries."""
    idle_timeout: float = 60.0
    """Seconds to wait for the first and for each further chunk."""
    context: int = 24_000
    """Maximum length of the passages in the prompt, in characters; a token has about four."""

    def __post_init__(self) -> None:
        model_base_url(self.url)
        if not self.name.strip():
            raise LocalServerError("the model's name is blank; give the name that its server knows it by")
        if self.key is not None and usable_key(self.key) is None:
            raise LocalServerError("the model's key is not usable: it must be one line of printable ASCII, not empty")
        for name, seconds in (("timeout", self.timeout), ("idle_timeout", self.idle_timeout)):
            if not (math.isfinite(seconds) and seconds > 0):
                raise LocalServerError(f"the model's {name} must be a number of seconds above 0")
        if self.context < _LEAST_CONTEXT:
            raise LocalServerError(f"the model's context must be at least {_LEAST_CONTEXT} characters")


class ModelError(AnswerError):
    """The model gave no answer, or an incomplete one."""

    code = "model_error"

    def __init__(self, why: str) -> None:
        super().__init__(f"the language model behind this server failed: {why}")
        self.why = why


# ── its streams ─────────────────────────────────────────────────────────────────────────────────────────────────

_EARLY = Failure(FailureKind.CONNECTION, "the stream ended before its finish_reason")
_EMPTY = Failure(FailureKind.CONNECTION, "the stream ended before its first chunk", retry=True)


def _without_words(failure: Failure | None) -> Failure | None:
    """Return *failure* without what the model's server says: it may quote the prompt, and with it the mail."""
    return None if failure is None else failure._replace(said=None)


class _ChatAPI(IGPTProtocol):
    """A chat-completions server, as the transport has to know it."""

    def read(self, call: Any, status: int, headers: Mapping[str, str], body: bytes) -> tuple[Any, Failure | None]:
        value, failure = super().read(call, status, headers, body)
        return value, _without_words(failure)


class ChatProtocol:
    """The chunks of a chat completion: ``choices[0].delta.content``, a `finish_reason`, the `usage`, ``[DONE]``.

    A complete reply, from a server that does not stream, is a single chunk.
    """

    gaps = 0
    ends_at_done = True
    names_events = False
    may_be_cut = False

    def __init__(self) -> None:
        self.ended = False
        self._begun = False
        self._finish: str | None = None
        self._usage: Any = None

    def names_error(self, value: object) -> bool:
        """Return whether *value* is an object with an error in it."""
        return names_error(value)

    def take(self, chunks: list[Any]) -> tuple[list[Any], Failure | None, Any]:
        """Return the *chunks* up to an error, and record how they end."""
        chunks, failure, error = until_error(chunks)
        failure = _without_words(failure)
        for chunk in chunks:
            self._begun = True
            reason = _mapping(_choice(chunk)).get("finish_reason")
            if isinstance(reason, str):
                self._finish = reason
            self._usage = _mapping(chunk).get("usage") or self._usage
        return chunks, failure, error

    def at_eof(self, *, is_framed: bool = True) -> Failure | None:  # noqa: ARG002 (its marks tell all)
        """Return why the stream is incomplete if it has neither ``[DONE]`` nor a `finish_reason`."""
        if not self._begun:
            return _EMPTY
        return _EARLY if self._finish is None else None

    @property
    def complete(self) -> bool | None:
        """Whether the end was received."""
        return self.ended or self._finish is not None

    def text(self, chunk: Any) -> str:
        """Return the content that a chunk adds."""
        return _content(chunk)

    def begins_message(self, chunk: Any) -> bool:  # noqa: ARG002
        """Return whether the answer's text begins anew: never, it is one message."""
        return False

    def result(self) -> dict[str, Any]:
        """Return `finish_reason` and `usage`, if the server sent them."""
        return {"finish_reason": self._finish, "usage": self._usage}


def _mapping(value: Any) -> Mapping[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _choice(chunk: Any) -> Any:
    choices = _mapping(chunk).get("choices")
    return next(iter(cast("Sequence[Any]", choices)), None) if isinstance(choices, list) else None


def _content(chunk: Any) -> str:
    choice = _mapping(_choice(chunk))
    content = _mapping(choice.get("delta") or choice.get("message")).get("content")
    return content if isinstance(content, str) else ""


def _read_usage(value: Any) -> Usage | None:
    """Return what the server counted, under the names of our API; None if it did not count."""
    counts = [_mapping(value).get(name) for name in ("prompt_tokens", "completion_tokens")]
    if not all(type(count) is int and count >= 0 for count in counts):
        return None
    read, written = cast("list[int]", counts)
    return make_usage(read, written)


# ── the client ──────────────────────────────────────────────────────────────────────────────────────────────────


class ChatClient:
    """Sends questions to *model*."""

    def __init__(self, model: ChatModel) -> None:
        self.model = model
        self._options = make_options(
            {
                "api_key": model.key or "none",
                "base_url": model_base_url(model.url),
                "max_retries": _MAX_RETRIES,
                "idle_timeout": min(model.idle_timeout, model.timeout),
            },
            {},
        )
        if model.key is None:
            self._options.headers.popall("Authorization")
        self._transport = Transport(SessionOwner({}, ClientNames("ChatClient", "ChatClient")), _ChatAPI())

    async def close(self) -> None:
        """Cancel open requests. Safe to call twice."""
        await self._transport.close()

    def deadline(self) -> float:
        """Return the deadline of an answer that is requested now, in the loop's time."""
        return asyncio.get_running_loop().time() + self.model.timeout

    async def complete(
        self, messages: list[Message], wishes: Mapping[str, Any], deadline: float
    ) -> AsyncGenerator[str | Usage | None]:
        """Stream the model's answer to *messages*; the last item is its usage, or None if the server did not count.

        *wishes* are parameters that not every server knows: if one rejects the request, it is repeated without them.
        Raises `ModelError`.
        """
        plain: dict[str, Any] = {"model": self.model.name, "messages": messages, "stream": True}
        stream = self._stream({**plain, "stream_options": {"include_usage": True}, **wishes}, deadline)
        async with aclosing(_pieces(stream)) as pieces:
            async for piece in pieces:
                yield piece
        if stream.error and stream.reply.status in _NOT_UNDERSTOOD:
            stream = self._stream(plain, deadline)
            async with aclosing(_pieces(stream)) as pieces:
                async for piece in pieces:
                    yield piece
        _check_end(stream)
        yield _read_usage(stream.reply.get("usage"))

    def _stream(self, body: dict[str, Any], deadline: float) -> Stream[Reply]:
        left = max(_MOMENT, deadline - asyncio.get_running_loop().time())
        call = prepare_post(self._options, _ROUTE, body, {"timeout": left})
        return Stream(self._transport, call, ChatProtocol)


async def _pieces(stream: Stream[Reply]) -> AsyncGenerator[str]:
    length, half = 0, ""
    async with stream:
        async for chunk in stream:
            piece, half = _whole_characters(half + _content(chunk))
            length += len(piece)
            if length > _MAX_ANSWER:
                raise ModelError(f"its answer is longer than {_MAX_ANSWER} characters")
            if piece:
                yield piece


def _whole_characters(text: str) -> tuple[str, str]:
    """Return *text* without lone surrogates, and the half of a pair at its end.

    Servers in JavaScript may split an emoji between two chunks.
    """
    if text.isascii():
        return text, ""
    cut = len(text) - ("\ud800" <= text[-1] <= "\udbff")
    return text[:cut].encode("utf-16", "surrogatepass").decode("utf-16", "replace"), text[cut:]


def _check_end(stream: Stream[Reply]) -> None:
    """Raise `ModelError` if the answer is incomplete."""
    reply = stream.reply
    if stream.error:
        raise ModelError(f"{reply.exception}{_HINTS.get(reply.status or 0, '')}")
    if (reason := reply.get("finish_reason")) in _BAD_ENDS:
        raise ModelError(_BAD_ENDS[reason])
