"""What the streams of the OpenAI API mean: where each is at its end, and what in it is an error. No I/O.

Source: the API's description of its events, and what its servers send (vLLM, Azure, LiteLLM and others included).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from aigpt._http.failure import Detail, Failure, FailureKind

_SERVER_ERROR = "the server reported an error in the stream"
_EMPTY = Failure(FailureKind.CONNECTION, "it ended before its first event", retry=True)
_EARLY = Failure(FailureKind.CONNECTION, "it ended before its end mark", retry=True, detail=Detail.NO_END_MARK)
_NO_STREAM = Failure(
    FailureKind.RESPONSE,
    "it is a whole answer: the server does not stream here; leave out stream=True",
    detail=Detail.NOT_STREAMED,
)

Wrap = Callable[[Any], Any]


class ChunkProtocol:
    """A stream of which nothing is known: it ends with ``[DONE]`` or with its body."""

    ends_at_done = True
    names_events = False
    marks_end = False
    """Whether such a stream is cut where it ends without a mark."""

    def __init__(self, wrap: Wrap, body: Mapping[str, Any], *, allow_incomplete: bool = False) -> None:
        self._wrap = wrap
        self._allow_incomplete = allow_incomplete
        self.ended = False
        self._is_unmarked = False
        self.gaps = 0
        self.received = 0
        self._last: Any = True
        self.error_value: Any = None
        """The data of an ``event: error`` that has no `error` key."""
        self.set_up(body)

    def set_up(self, body: Mapping[str, Any]) -> None:
        """Take what the rules of the stream depend on from the parameters of its request."""

    def names_error(self, value: object) -> bool:
        """Return whether the *value* of an ``event: error`` says itself what is wrong."""
        if isinstance(value, dict) and cast("dict[str, Any]", value).get("error"):
            return True
        self.error_value = value
        return False

    def error_in(self, chunk: dict[str, Any]) -> Any:
        """Return the error object that *chunk* reports; None if it is none."""
        return chunk.get("error") or None

    def note(self, chunk: dict[str, Any]) -> None:
        """Note what *chunk* says of the end."""

    def is_whole_answer(self, chunk: dict[str, Any]) -> bool:  # noqa: ARG002
        """Return whether *chunk*, the first one, is what is sent where no stream is asked for."""
        return False

    def take(self, chunks: list[Any]) -> tuple[list[Any], Failure | None, Any]:
        """Return *chunks* as objects, up to an error and what that is."""
        first = chunks[0]
        if not self.received and type(first) is dict and self.is_whole_answer(cast("dict[str, Any]", first)):
            return [], _NO_STREAM, None
        wrap, note, error_in = self._wrap, self.note, self.error_in
        taken: list[Any] = []
        for chunk in chunks:
            if type(chunk) is dict:
                value = cast("dict[str, Any]", chunk)
                if (error := error_in(value)) is not None:
                    self.received += len(taken)
                    return taken, Failure(FailureKind.API, _SERVER_ERROR), error
                note(value)
                taken.append(wrap(value))
                if self.ended:
                    break
            else:
                taken.append(chunk)
        self.received += len(taken)
        if taken:
            self._last = taken[-1]
        return taken, None, None

    def at_eof(self, *, is_framed: bool = True) -> Failure | None:
        """Return why the stream may not end here; None if it may."""
        if self.ended:
            return None
        if not self.received:
            return _EMPTY
        if self.is_whole() if is_framed else self.is_whole_though_cut():
            self.ended = True
            return None
        self._is_unmarked = self._allow_incomplete or not self.marks_end
        return None if self._is_unmarked else _EARLY

    def is_whole(self) -> bool:
        """Return whether everything has arrived, though ``[DONE]`` has not."""
        return False

    def is_whole_though_cut(self) -> bool:
        """Return whether everything has arrived, where the connection may have been cut here."""
        return self.is_whole()

    @property
    def may_be_cut(self) -> bool:
        """Whether a connection without framing may be cut here."""
        return self._allow_incomplete or self.is_whole_though_cut()

    @property
    def complete(self) -> bool | None:
        """Whether everything arrived; None where it ended without a mark, and might."""
        return None if self._is_unmarked else self.ended

    def result(self) -> Any:
        """Return the last chunk: what there is of usage is in it."""
        return self._last


class ChoicesProtocol(ChunkProtocol):
    """Chat and text completions: ``[DONE]``, or a `finish_reason` for each of the `n` choices of each prompt."""

    marks_end = True

    def set_up(self, body: Mapping[str, Any]) -> None:
        """Take the number of choices, and whether the usage comes after the last of them."""
        self._choices = _number(body) * _prompts(body.get("prompt"))
        options = body.get("stream_options")
        self._awaits_usage = isinstance(options, Mapping) and bool(
            cast("Mapping[str, Any]", options).get("include_usage")
        )
        self._finished: set[Any] = set()

    def note(self, chunk: dict[str, Any]) -> None:
        """Note the choices that *chunk* finishes."""
        choices = chunk.get("choices")
        if type(choices) is list:
            for choice in cast("list[object]", choices):
                if type(choice) is dict:
                    fields = cast("dict[str, Any]", choice)
                    if fields.get("finish_reason"):
                        index = fields.get("index")
                        self._finished.add(index if isinstance(index, int) else None)
        if chunk.get("usage") and self.is_whole():
            self._awaits_usage = False

    def is_whole_answer(self, chunk: dict[str, Any]) -> bool:
        """Return whether *chunk* has messages: chunks have deltas."""
        choices = chunk.get("choices")
        return type(choices) is list and any(
            type(choice) is dict and "message" in choice and "delta" not in choice
            for choice in cast("list[dict[str, Any]]", choices)
        )

    def is_whole(self) -> bool:
        """Return whether each choice is finished."""
        return len(self._finished) >= self._choices

    def is_whole_though_cut(self) -> bool:
        """Return whether the usage has arrived too, where it was asked for."""
        return self.is_whole() and not self._awaits_usage


def _number(body: Mapping[str, Any]) -> int:
    """Return the `n` of a request."""
    n = body.get("n")
    return n if isinstance(n, int) and n > 0 else 1


def _prompts(prompt: object) -> int:
    """Return how many prompts there are: several are a list of texts or of lists of tokens."""
    if not isinstance(prompt, list | tuple):
        return 1
    items = cast("Sequence[object]", prompt)
    return max(1, sum(not isinstance(item, int) for item in items))


class TypedEventsProtocol(ChunkProtocol):
    """Streams of typed events with a last one of their own; *last* are its types. ``[DONE]`` means nothing."""

    ends_at_done = False
    marks_end = True
    last: frozenset[str] = frozenset()

    def error_in(self, chunk: dict[str, Any]) -> Any:
        """Return what an event of type ``error`` reports, or an `error` in place of a type."""
        if chunk.get("type") == "error":
            return chunk.get("error") or chunk
        return None if "type" in chunk else chunk.get("error") or None

    def note(self, chunk: dict[str, Any]) -> None:
        """Note the last event."""
        if chunk.get("type") in self.last:
            self.ended = True

    def is_whole(self) -> bool:
        """Return whether the last event has come."""
        return self.ended


class ResponsesProtocol(TypedEventsProtocol):
    """The events of a response: up to completed, incomplete or failed."""

    last = frozenset({"response.completed", "response.incomplete", "response.failed"})

    def is_whole_answer(self, chunk: dict[str, Any]) -> bool:
        """Return whether *chunk* is a response: events of one have a type."""
        return "type" not in chunk and chunk.get("object") == "response"


class TranscriptionProtocol(TypedEventsProtocol):
    """The events of a transcription. Some servers (vLLM) send chunks as of a chat instead."""

    last = frozenset({"transcript.text.done"})

    def set_up(self, body: Mapping[str, Any]) -> None:  # noqa: ARG002
        """Begin with no end in sight."""
        self._as_chat = ChoicesProtocol(self._wrap, {})

    def note(self, chunk: dict[str, Any]) -> None:
        """Note the last event, or the end of a chat."""
        super().note(chunk)
        self._as_chat.note(chunk)

    def is_whole(self) -> bool:
        """Return whether either has come."""
        return self.ended or self._as_chat.is_whole()


class SpeechProtocol(TypedEventsProtocol):
    """The events of speech."""

    last = frozenset({"speech.audio.done"})


class ImagesProtocol(TypedEventsProtocol):
    """The events of images: each of the `n` is completed."""

    last = frozenset({"image_generation.completed", "image_edit.completed"})

    def set_up(self, body: Mapping[str, Any]) -> None:
        """Take the number of images."""
        self._left = _number(body)

    def note(self, chunk: dict[str, Any]) -> None:
        """Count the completed images."""
        if chunk.get("type") in self.last:
            self._left -= 1
            self.ended = self._left <= 0


class AssistantsProtocol(ChunkProtocol):
    """The events of a run of the assistants: named, up to ``done``."""

    names_events = True
    marks_end = True
    _ends = frozenset(
        f"thread.run.{state}"
        for state in ("completed", "incomplete", "failed", "cancelled", "expired", "requires_action")
    )

    def set_up(self, body: Mapping[str, Any]) -> None:  # noqa: ARG002
        """Begin with no end in sight."""
        self._is_at_end = False

    def error_in(self, chunk: dict[str, Any]) -> Any:
        """Return the data of an event called ``error``, or an `error` in an event without a name."""
        name, data = chunk.get("event"), cast("object", chunk.get("data"))
        inner = cast("dict[str, Any]", data).get("error") if isinstance(data, dict) else None
        if name == "error":
            return inner or chunk.get("data") or {}
        return None if name else inner or None

    def names_error(self, value: object) -> bool:  # noqa: ARG002
        """Return that each event called ``error`` is seen by `error_in`."""
        return True

    def note(self, chunk: dict[str, Any]) -> None:
        """Note the last event of the run."""
        if chunk.get("event") in self._ends:
            self._is_at_end = True

    def is_whole(self) -> bool:
        """Return whether the run has come to its end."""
        return self._is_at_end


_BY_CHUNK: Mapping[str, type[ChunkProtocol]] = {
    "chat.chat_completion_chunk:ChatCompletionChunk": ChoicesProtocol,
    "completion:Completion": ChoicesProtocol,
    "responses.response_stream_event:ResponseStreamEvent": ResponsesProtocol,
    "beta.beta_response_stream_event:BetaResponseStreamEvent": ResponsesProtocol,
    "audio.transcription_stream_event:TranscriptionStreamEvent": TranscriptionProtocol,
    "image_gen_stream_event:ImageGenStreamEvent": ImagesProtocol,
    "image_edit_stream_event:ImageEditStreamEvent": ImagesProtocol,
    "beta.assistant_stream_event:AssistantStreamEvent": AssistantsProtocol,
}


_BY_ROUTE: Mapping[str, type[ChunkProtocol]] = {
    "chat/completions": ChoicesProtocol,
    "completions": ChoicesProtocol,
    "responses": ResponsesProtocol,
    "audio/transcriptions": TranscriptionProtocol,
    "audio/speech": SpeechProtocol,
    "images/generations": ImagesProtocol,
    "images/edits": ImagesProtocol,
}
"""Those of streams that are asked for with ``client.post``, whose chunks are of any type."""


def name_of_chunk(kind: Any) -> str | None:
    """Return what `protocol_for` knows the type *kind* of a stream's chunks by; None where it does not."""
    for chunk in _BY_CHUNK:
        module, _, name = chunk.partition(":")
        loaded = sys.modules.get(f"aigpt.openai.types.{module}")  # it is, where somebody has the type
        if loaded is not None and getattr(loaded, name, None) == kind:
            return chunk
    return None


def protocol_for(chunk: str | None, route: str) -> type[ChunkProtocol]:
    """Return the protocol of the streams of *route*, whose chunks are of the type that *chunk* names."""
    return _BY_CHUNK.get(chunk or "") or _BY_ROUTE.get(route, ChunkProtocol)
