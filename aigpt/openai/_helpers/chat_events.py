"""The chunks of a chat completion put together, and the events that each of them makes. No I/O."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Generic, cast

from aigpt._http.json_codec import parse_json
from aigpt._structured.partial_json import NOTHING, PartialJSON
from aigpt.openai._helpers import chat_event_types as events
from aigpt.openai._helpers.answer_types import AnswerType, ResponseFormatT, answer_type
from aigpt.openai._helpers.chat_parsing import check_finish, parsed_completion, parsed_text
from aigpt.openai._helpers.deltas import grown, index_of, position
from aigpt.openai._helpers.tools import Tool, functions_of, given_tools, is_parsed, parsed_arguments
from aigpt.openai._models import BaseModel, assembled, wrapper_of
from aigpt.openai._types import Omit, omit
from aigpt.openai.types.chat.chat_completion import ChoiceLogprobs, Moderation
from aigpt.openai.types.chat.chat_completion_chunk import ChatCompletionChunk, Choice
from aigpt.openai.types.chat.chat_completion_tool_union_param import ChatCompletionToolUnionParam
from aigpt.openai.types.chat.completion_create_params import ResponseFormat
from aigpt.openai.types.chat.parsed_chat_completion import (
    ParsedChatCompletion,
    ParsedChatCompletionMessage,
    ParsedChoice,
)

_SHORT = 16_384
_SHARE = 64
_OF_THE_LAST = ("usage", "system_fingerprint")


class ChatCompletionStreamState(Generic[ResponseFormatT]):
    """Puts the chunks of a stream together: `handle_chunk` returns the events of each.

    *input_tools* and *response_format* are what the request was made with. Raises TypeError where the latter is a type
    of which no JSON Schema can be made.
    """

    def __init__(
        self,
        *,
        input_tools: Iterable[ChatCompletionToolUnionParam] | Omit = omit,
        response_format: type[ResponseFormatT] | ResponseFormat | Omit = omit,
    ) -> None:
        tools = given_tools(input_tools)
        self._functions = functions_of(tools)
        self._answer = answer_type(response_format, "response_format")
        self._is_parsed = self._answer is not None or any(map(is_parsed, self._functions.values()))
        self._snapshot: events.ParsedChatCompletionSnapshot | None = None
        self._choices: dict[int, _ChoiceState] = {}

    @property
    def snapshot(self) -> events.ParsedChatCompletionSnapshot | None:
        """All that came; None before the first chunk. It grows with each."""
        return self._snapshot

    @property
    def current_completion_snapshot(self) -> events.ParsedChatCompletionSnapshot:
        """All that came, which grows with each chunk. Raises RuntimeError before the first."""
        if self._snapshot is None:
            raise RuntimeError("nothing of the completion has come yet")
        return self._snapshot

    def get_final_completion(self) -> ParsedChatCompletion[ResponseFormatT]:
        """Return the completion that the chunks add up to, parsed. Whether they were all, is not checked.

        Raises LengthFinishReasonError and ContentFilterFinishReasonError for a choice that was cut, what the types
        raise for what does not fit them, and RuntimeError before the first chunk.
        """
        return parsed_completion(self.current_completion_snapshot, self._answer, self._functions)

    def handle_chunk(self, chunk: ChatCompletionChunk) -> list[events.ChatCompletionStreamEvent[ResponseFormatT]]:
        """Add *chunk*, and return the events that it makes.

        Raises LengthFinishReasonError and ContentFilterFinishReasonError where it ends a choice that was to be parsed,
        and what the types raise for what does not fit them.
        """
        snapshot = self._with(chunk)
        for choice in chunk.choices or ():
            self._choice(snapshot, choice).add(choice)
            if choice.finish_reason and self._is_parsed:
                check_finish(snapshot, choice.finish_reason)
        made: list[Any] = [assembled(events.ChunkEvent, type="chunk", chunk=chunk, snapshot=snapshot)]
        for choice in chunk.choices or ():
            made += self._choice(snapshot, choice).events(choice)
        return made

    def take(self, chunk: Any) -> list[Any]:
        """Return the events of *chunk*; none for what Azure's content filter sends between the chunks."""
        return [] if chunk.object == "" else self.handle_chunk(chunk)

    def _with(self, chunk: ChatCompletionChunk) -> events.ParsedChatCompletionSnapshot:
        """Return the snapshot with what *chunk* says of the completion as a whole."""
        snapshot = self._snapshot
        if snapshot is None:
            said: dict[str, Any] = {
                "system_fingerprint": None,
                **chunk.to_dict(),
                "choices": [],
                "object": "chat.completion",
            }
            said.pop("obfuscation", None)
            self._snapshot = snapshot = wrapper_of(ParsedChatCompletion)(said)
        else:
            for name in _OF_THE_LAST:
                if name in chunk.__dict__ and getattr(chunk, name) is not None:
                    setattr(snapshot, name, getattr(chunk, name))
            if chunk.moderation is not None:
                snapshot.moderation = cast("Moderation", wrapper_of(Moderation)(chunk.moderation.to_dict()))
        return cast("events.ParsedChatCompletionSnapshot", snapshot)

    def _choice(self, snapshot: events.ParsedChatCompletionSnapshot, choice: Choice) -> _ChoiceState:
        index = choice.index or 0
        if index not in self._choices:
            said = {name: value for name, value in choice.to_dict().items() if name not in {"delta", "logprobs"}}
            if "logprobs" in choice.__dict__:
                said["logprobs"] = None
            made: ParsedChoice[object] = wrapper_of(ParsedChoice)({**said, "message": {}})
            self._choices[index] = _ChoiceState(made, self._answer, self._functions)
            snapshot.choices.append(made)
            snapshot.choices.sort(key=lambda one: one.index or 0)
        return self._choices[index]


class _ChoiceState:
    """One choice: its snapshot, and which of its events are done."""

    def __init__(
        self, snapshot: events.ParsedChoiceSnapshot, answer: AnswerType | None, functions: dict[str, Tool]
    ) -> None:
        self._snapshot = snapshot
        self._answer = answer
        self._functions = functions
        self._content = _GrowingJSON()
        self._arguments: dict[int, _GrowingJSON] = {}
        self._done: set[str] = set()
        self._done_calls: set[int] = set()
        self._indexes: dict[str, int] = {}
        """The indexes of function calls, by the calls' ids."""
        self._last_index = -1
        self._begun: list[int] = []
        """The function calls that are not done, in the order in which they came."""
        self._call: int | None = None

    @property
    def _message(self) -> ParsedChatCompletionMessage[object]:
        return self._snapshot.message

    # ── the snapshot ────────────────────────────────────────────────────────────────────────────────────────────

    def add(self, choice: Choice) -> None:
        """Add what *choice*, a part of a chunk, has."""
        snapshot, delta = self._snapshot, cast("Any", choice.delta)
        if choice.finish_reason:
            snapshot.finish_reason = cast("Any", choice.finish_reason)
        if delta is not None:
            if delta.tool_calls:
                self._number_calls(delta.tool_calls)
            said = delta.__dict__
            is_text = all(value is None or isinstance(value, str) for value in said.values())
            snapshot.message = grown(self._message, said if is_text else delta.to_dict())
            self._parse_partly(delta)
        if choice.logprobs is not None:
            self._add_logprobs(choice.logprobs)

    def _number_calls(self, pieces: Any) -> None:
        """Give *pieces* of function calls that have no index the one of their call: some servers leave it out."""
        for piece in pieces:
            if not isinstance(piece, BaseModel):
                continue
            made: Any = piece
            if made.index is None:
                known = self._indexes.get(made.id) if made.id else max(self._last_index, 0)
                made.index = max(self._indexes.values(), default=-1) + 1 if known is None else known
            if made.id:
                self._indexes.setdefault(made.id, made.index)
            self._last_index = made.index

    def _parse_partly(self, delta: Any) -> None:
        """Have what is complete of the JSON so far in the snapshot."""
        message = self._message
        if delta.content and self._answer is not None:
            self._content.feed(delta.content)
            if not message.refusal:
                message.parsed = self._content.value
        for piece, call, index in self._calls(delta):
            if piece.function is not None and piece.function.arguments:
                function = self._functions.get(call.function.name)
                if function is not None and function.get("strict"):
                    arguments = self._arguments.setdefault(index, _GrowingJSON())
                    arguments.feed(piece.function.arguments)
                    call.function.parsed_arguments = arguments.value

    def _add_logprobs(self, piece: Any) -> None:
        known = self._snapshot.logprobs
        if known is None:
            copies = {name: None if items is None else list(items) for name, items in piece.__dict__.items()}
            self._snapshot.logprobs = assembled(ChoiceLogprobs, **copies)
            return
        for name in ("content", "refusal"):
            items = getattr(piece, name)
            if items:
                setattr(known, name, [*(getattr(known, name) or ()), *items])

    def _calls(self, delta: Any) -> Iterator[tuple[Any, Any, int]]:
        """Yield the pieces of function calls in *delta*, each with the call so far and its index."""
        calls: list[Any] = cast("Any", self._message.tool_calls) or []
        for piece in delta.tool_calls or ():
            at = position(calls, piece.index)
            if at is not None and calls[at].type in {"function", None} and calls[at].function is not None:
                yield piece, calls[at], piece.index

    # ── its events ──────────────────────────────────────────────────────────────────────────────────────────────

    def events(self, choice: Choice) -> Iterator[Any]:
        """Yield the events of *choice*, a part of a chunk that has been added."""
        message, delta = self._message, cast("Any", choice.delta)
        if delta is not None:
            if delta.content is not None:
                yield assembled(
                    events.ContentDeltaEvent,
                    type="content.delta",
                    delta=delta.content,
                    snapshot=message.content,
                    parsed=message.parsed,
                )
            if delta.refusal is not None:
                yield assembled(
                    events.RefusalDeltaEvent, type="refusal.delta", delta=delta.refusal, snapshot=message.refusal
                )
            for piece, call, index in self._calls(delta):
                if piece.function is not None:
                    yield assembled(
                        events.FunctionToolCallArgumentsDeltaEvent,
                        type="tool_calls.function.arguments.delta",
                        name=call.function.name,
                        index=index,
                        arguments=call.function.arguments,
                        parsed_arguments=call.function.parsed_arguments,
                        arguments_delta=piece.function.arguments or "",
                    )
        yield from self._logprobs_events(choice)
        yield from self._done_events(delta)

    def _logprobs_events(self, choice: Choice) -> Iterator[Any]:
        piece, known = choice.logprobs, self._snapshot.logprobs
        if piece is None or known is None:
            return
        if piece.content:
            yield assembled(
                events.LogprobsContentDeltaEvent,
                type="logprobs.content.delta",
                content=piece.content,
                snapshot=known.content,
            )
        if piece.refusal:
            yield assembled(
                events.LogprobsRefusalDeltaEvent,
                type="logprobs.refusal.delta",
                refusal=piece.refusal,
                snapshot=known.refusal,
            )

    def _done_events(self, delta: Any) -> Iterator[Any]:
        """Yield what is done: the texts at the first function call or at the end, a call at the next or at the end.

        A call whose arguments are not whole at the next one goes on after it: some servers send several side by side.
        """
        for _, _, index in () if delta is None else self._calls(delta):
            if index != self._call:
                yield from self._texts_done()
                yield from self._calls_done(at_end=False)
                self._call = index
                if index not in self._begun and index not in self._done_calls:
                    self._begun.append(index)
        if self._snapshot.finish_reason:
            yield from self._texts_done()
            yield from self._calls_done(at_end=True)

    def _texts_done(self) -> Iterator[Any]:
        message, logprobs = self._message, self._snapshot.logprobs
        if message.content and self._is_first("content"):
            message.parsed = parsed = parsed_text(message, self._answer)
            yield assembled(events.ContentDoneEvent, type="content.done", content=message.content, parsed=parsed)
        if message.refusal is not None and self._is_first("refusal"):
            yield assembled(events.RefusalDoneEvent, type="refusal.done", refusal=message.refusal)
        if logprobs is not None and logprobs.content is not None and self._is_first("logprobs of content"):
            yield assembled(
                events.LogprobsContentDoneEvent, type="logprobs.content.done", content=list(logprobs.content)
            )
        if logprobs is not None and logprobs.refusal is not None and self._is_first("logprobs of refusal"):
            yield assembled(
                events.LogprobsRefusalDoneEvent, type="logprobs.refusal.done", refusal=list(logprobs.refusal)
            )

    def _is_first(self, what: str) -> bool:
        is_first = what not in self._done
        self._done.add(what)
        return is_first

    def _calls_done(self, *, at_end: bool) -> Iterator[Any]:
        for index in list(self._begun):
            call = next(one for one in cast("list[Any]", self._message.tool_calls) if index_of(one) == index)
            if not (at_end or _is_whole(call.function.arguments)):
                continue
            self._begun.remove(index)
            self._done_calls.add(index)
            parsed = parsed_arguments(self._functions.get(call.function.name), call.function.arguments)
            call.function.parsed_arguments = parsed
            yield assembled(
                events.FunctionToolCallArgumentsDoneEvent,
                type="tool_calls.function.arguments.done",
                index=index,
                name=call.function.name,
                arguments=call.function.arguments,
                parsed_arguments=parsed,
            )


def _is_whole(arguments: Any) -> bool:
    """Return whether *arguments* are a JSON object. What cannot be one is not read: it may be asked at each piece."""
    if not arguments or not arguments.endswith("}"):
        return False
    try:
        parse_json(arguments.encode())
    except (ValueError, RecursionError):
        return False
    return True


class _GrowingJSON:
    """The value of a JSON text that arrives in pieces: what is complete of it.

    The longer the text, the more seldom it is looked at, so that all looks together cost time in proportion to it.
    """

    def __init__(self) -> None:
        self._json = PartialJSON()
        self._length = self._due = 0
        self.value: Any = None

    def feed(self, piece: str) -> None:
        self._json.feed(piece)
        self._length += len(piece)
        if self._length < self._due or self._json.broken:
            return
        self._due = 0 if self._length < _SHORT else self._length + self._length // _SHARE
        value = self._json.value(whole_strings=True)
        self.value = None if value is NOTHING else value
