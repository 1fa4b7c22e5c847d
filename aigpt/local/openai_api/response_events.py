"""The events of a streamed response: the parts of an answer as numbered events, and what they add up to."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import aclosing
from itertools import count

from aigpt.local.openai_api.asking import Done, Found, Part, Result, Searching, Text, Thought
from aigpt.local.openai_api.citations import SourceFiles, cite, response_annotations
from aigpt.local.openai_api.fields import Json
from aigpt.local.openai_api.limits import Limiter
from aigpt.local.openai_api.response_objects import (
    ResponseState,
    Status,
    message_item,
    new_id,
    reasoning_item,
    search_item,
    text_part,
)

__all__ = ["ResponseEvents"]


class ResponseEvents:
    """Makes the events of *state*, for one stream, whose text *limiter* cuts."""

    def __init__(self, state: ResponseState, files: SourceFiles, limiter: Limiter) -> None:
        self._state = state
        self._files = files
        self._limiter = limiter
        self._numbers = count()
        self._search: tuple[str, str] = ("", "")
        self._message = ""
        self._texts: list[str] = []

    async def of(self, parts: AsyncGenerator[Part]) -> AsyncGenerator[Json]:
        """Yield the events of *parts*. Raises `ApiError` where these do; then `failed` is the last event."""
        async with aclosing(self._limiter.of(parts)) as limited:
            yield self._event("response.created", response=self._state.to_json("in_progress"))
            yield self._event("response.in_progress", response=self._state.to_json("in_progress"))
            async for part in limited:
                for event in self._events(part):
                    yield event

    def failed(self, error: Json) -> Json:
        """Return the last event of a stream that failed with that body."""
        found = {"code": "server_error", "message": error["error"]["message"]}
        return self._event("response.failed", response=self._state.to_json("failed", found))

    @property
    def text(self) -> str:
        """The text of the answer so far."""
        return "".join(self._texts)

    def _events(self, part: Part) -> Iterator[Json]:
        match part:
            case Thought(text):
                return self._thought(text)
            case Searching(query):
                return self._searching(query)
            case Found(results):
                return self._found(results)
            case Text(text):
                return self._text(text)
            case Done():
                return self._done(part)

    def _event(self, kind: str, **values: object) -> Json:
        return {"type": kind, "sequence_number": next(self._numbers), **values}

    def _added(self, item: Json) -> Json:
        return self._event("response.output_item.added", output_index=len(self._state.output), item=item)

    def _finished(self, item: Json) -> Json:
        self._state.output.append(item)
        return self._event("response.output_item.done", output_index=len(self._state.output) - 1, item=item)

    def _thought(self, text: str) -> Iterator[Json]:
        name = new_id("rs")
        yield self._added(reasoning_item(name, None))
        place = {"item_id": name, "output_index": len(self._state.output), "summary_index": 0}
        empty, whole = {"type": "summary_text", "text": ""}, {"type": "summary_text", "text": text}
        yield self._event("response.reasoning_summary_part.added", **place, part=empty)
        yield self._event("response.reasoning_summary_text.delta", **place, delta=text)
        yield self._event("response.reasoning_summary_text.done", **place, text=text)
        yield self._event("response.reasoning_summary_part.done", **place, part=whole)
        yield self._finished(reasoning_item(name, text))

    def _searching(self, query: str) -> Iterator[Json]:
        name = new_id("fs")
        self._search = name, query
        yield self._added(search_item(name, query, self._files, ended=False))
        place = {"item_id": name, "output_index": len(self._state.output)}
        yield self._event("response.file_search_call.in_progress", **place)
        yield self._event("response.file_search_call.searching", **place)

    def _found(self, results: Sequence[Result] | None) -> Iterator[Json]:
        name, query = self._search
        place = {"item_id": name, "output_index": len(self._state.output)}
        yield self._event("response.file_search_call.completed", **place)
        yield self._finished(search_item(name, query, self._files, results, ended=True))

    def _text(self, text: str) -> Iterator[Json]:
        if not self._message:
            yield from self._begin_message()
        self._texts.append(text)
        yield self._event("response.output_text.delta", **self._place(), delta=text, logprobs=[])

    def _begin_message(self) -> Iterator[Json]:
        self._message = new_id("msg")
        yield self._added(message_item(self._message, None))
        yield self._event("response.content_part.added", **self._place(), part=text_part(""))

    def _place(self) -> Json:
        return {"item_id": self._message, "output_index": len(self._state.output), "content_index": 0}

    def _done(self, done: Done) -> Iterator[Json]:
        if not self._message:
            yield from self._begin_message()
        annotations = response_annotations(cite(self.text, done.sources, done.quotes), self._files)
        for number, annotation in enumerate(annotations):
            yield self._event(
                "response.output_text.annotation.added",
                **self._place(),
                annotation_index=number,
                annotation=annotation,
            )
        yield self._event("response.output_text.done", **self._place(), text=self.text, logprobs=[])
        yield self._event("response.content_part.done", **self._place(), part=text_part(self.text, annotations))
        status: Status = "incomplete" if self._limiter.finish == "length" else "completed"
        yield self._finished(message_item(self._message, self.text, annotations, status))
        self._state.usage = done.usage
        yield self._event(f"response.{status}", response=self._state.to_json(status))
