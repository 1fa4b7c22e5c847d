"""The events of a response put together, and what they are with that. No I/O."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from typing import Any, Generic, cast

from aigpt.openai._helpers import response_event_types as events
from aigpt.openai._helpers.answer_types import TextFormatT, answer_type
from aigpt.openai._helpers.output_items import OutputItems
from aigpt.openai._helpers.response_parsing import MESSAGE, RESPONSE, TEXT, check_whole, parsed_response, parsed_text
from aigpt.openai._helpers.tools import given_tools
from aigpt.openai._models import BaseModel, retyped
from aigpt.openai._types import Omit, omit
from aigpt.openai.types.responses.parsed_response import ParsedResponse, ParsedResponseFunctionToolCall
from aigpt.openai.types.responses.response import Response
from aigpt.openai.types.responses.response_stream_event import ResponseStreamEvent
from aigpt.openai.types.responses.tool_param import ToolParam

_LIFECYCLE = {f"response.{state}" for state in ("created", "queued", "in_progress", "failed", "incomplete")}
_WITH_RESPONSE = {*_LIFECYCLE, "response.completed"}
_ENDED = {"response.failed", "response.incomplete"}
_TEXT_DONE: type[events.ResponseTextDoneEvent[Any]] = events.ResponseTextDoneEvent
_COMPLETED: type[events.ResponseCompletedEvent[Any]] = events.ResponseCompletedEvent


class ResponseStreamState(Generic[TextFormatT]):
    """Puts the events of a stream together: `handle_event` returns what each of them becomes.

    *input_tools* and *text_format* are what the request was made with. Raises TypeError where the latter is a type of
    which no JSON Schema can be made.
    """

    def __init__(
        self, *, input_tools: Iterable[ToolParam] | Omit = omit, text_format: type[TextFormatT] | Omit = omit
    ) -> None:
        self._tools = given_tools(input_tools)
        self._answer = answer_type(text_format, "text_format")
        self._items = OutputItems(())
        self._said_whole: set[int] = set()
        """Items that were announced whole (LiteLLM does that); what is streamed of them comes a second time."""
        self._begun_again: set[tuple[int, int | None]] = set()
        self._misfits: dict[int, ValueError] = {}
        """Why texts do not fit their type, by their items, until these tell whether they were cut."""
        self._ways: dict[str, Callable[[Any], Any]] = {
            "response.output_item.added": self._add_item,
            "response.output_item.done": self._end_item,
            "response.content_part.added": self._add_part,
            "response.content_part.done": self._end_part,
            "response.output_text.delta": self._grow_text,
            "response.output_text.done": self._end_text,
            "response.refusal.delta": self._grow_refusal,
            "response.function_call_arguments.delta": self._grow_arguments,
            "response.completed": self._complete,
        }
        self.snapshot: ParsedResponse[object] | None = None
        """What has come; None before the first event. It grows with each."""
        self.completed_response: ParsedResponse[TextFormatT] | None = None
        """The whole response, once it is completed."""
        self.ended_as: str | None = None
        """The type of the event that ended the response without completing it."""

    def handle_event(self, event: ResponseStreamEvent) -> list[events.ResponseStreamEvent[TextFormatT]]:
        """Add *event*, and return what it becomes; nothing for an item that some servers announce as null.

        Raises RuntimeError for a stream that does not begin with its beginning; LengthFinishReasonError and
        ContentFilterFinishReasonError at the end of a response that was to be parsed and was cut; and what the types
        raise for what does not fit them, once its item is done and was not cut.
        """
        made = self._added(event)
        return [] if made is None else [made]

    def take(self, chunk: Any) -> list[Any]:
        """Return the events of *chunk*."""
        return self.handle_event(chunk)

    def _added(self, event: Any) -> Any:
        kind: str = event.type
        if self.snapshot is None:
            self._begin(event)
        elif kind in _WITH_RESPONSE:
            self._check_response(event)
        add = self._ways.get(kind)
        if add is not None:
            return add(event)
        return self._with_output(event) if kind in _LIFECYCLE else event

    # ── the response ────────────────────────────────────────────────────────────────────────────────────────────

    def _begin(self, event: Any) -> None:
        if event.type != "response.created":
            raise RuntimeError(f"the stream does not begin with response.created, but with {event.type}")
        snapshot = retyped(_own(event.response), RESPONSE)
        snapshot.output = [_own(item) for item in snapshot.output or ()]
        self._items = OutputItems(snapshot.output)
        self.snapshot = snapshot

    def _check_response(self, event: Any) -> None:
        """Raise RuntimeError where *event* is of another response, or has other items."""
        if getattr(event.response, "id", None) != getattr(self.snapshot, "id", None):
            raise RuntimeError(f"the identity of the response changed with {event.type}")
        if event.type in _LIFECYCLE - _ENDED:
            self._items.renew(getattr(event.response, "output", None) or ())

    def _complete(self, event: Any) -> Any:
        response: Any = event.response
        self._items.check_final(response.output or ())
        self._raise_misfit()
        if response.output is None:
            response = retyped(response, Response, output=self._items.done())
        self.completed_response = self.snapshot = made = parsed_response(response, self._answer, self._tools)
        return retyped(event, _COMPLETED, response=made)

    def _with_output(self, event: Any) -> Any:
        """Return *event*, whose response has an output: that which came, where the server leaves it out at the end."""
        is_end = event.type in _ENDED
        response: Any = event.response
        if is_end:
            self.ended_as = event.type
        if not isinstance(response, BaseModel):
            return event
        if getattr(response, "output", None) is None:
            response = retyped(response, Response, output=self._items.all() if is_end else [])
            event = event.model_copy(update={"response": response})
        if is_end:
            self.snapshot = retyped(response, RESPONSE)
            if event.type == "response.incomplete":
                check_whole(self.snapshot, self._answer, self._tools)
                self._raise_misfit()
        return event

    # ── its output ──────────────────────────────────────────────────────────────────────────────────────────────

    def _add_item(self, event: Any) -> Any:
        if event.item is None:
            return None
        self._items.add(event.output_index, _own(event.item))
        if getattr(event.item, "status", None) == "completed":
            self._said_whole.add(event.output_index)
        self._show_items()
        return event

    def _end_item(self, event: Any) -> Any:
        self._items.end(event.output_index, event.item, _own(event.item))
        self._show_items()
        if getattr(event.item, "status", None) != "incomplete" and event.output_index in self._misfits:
            raise self._misfits[event.output_index]
        return event

    def _show_items(self) -> None:
        cast("ParsedResponse[object]", self.snapshot).output = self._items.growing()

    def _add_part(self, event: Any) -> Any:
        item = self._items.find(event)
        if item.type == "message":
            # In place of the one that was announced, if there is one.
            start = (event.content_index or 0) if event.output_index in self._said_whole else len(item.content)
            item.content[start : start + 1] = [_own(event.part)]
        return event

    def _end_part(self, event: Any) -> Any:
        return None if event.output_index in self._misfits else event

    def _grow_text(self, event: Any) -> Any:
        return retyped(event, events.ResponseTextDeltaEvent, snapshot=self._grow_part(event, "text"))

    def _grow_refusal(self, event: Any) -> Any:
        self._grow_part(event, "refusal")
        return event

    def _end_text(self, event: Any) -> Any:
        phase = getattr(self._items.find(event), "phase", None)
        try:
            parsed = parsed_text(event.text, self._answer, phase)
        except ValueError as exc:  # or what came of an answer that was cut, which is said later
            self._misfits[event.output_index] = exc
            return None
        return retyped(event, _TEXT_DONE, parsed=parsed)

    def _raise_misfit(self) -> None:
        for misfit in self._misfits.values():
            raise misfit

    def _grow_arguments(self, event: Any) -> Any:
        item = self._items.find(event)
        item.arguments = self._so_far(event, item.arguments) + event.delta
        return retyped(event, events.ResponseFunctionCallArgumentsDeltaEvent, snapshot=item.arguments)

    def _grow_part(self, event: Any, name: str) -> str:
        """Return the text of a part of a message, with the *name* it has there, after the delta of *event*."""
        content = getattr(self._items.find(event), "content", None) or ()
        try:
            part: Any = content[event.content_index]
        except IndexError:
            raise RuntimeError(
                f"{event.type} came for part {event.content_index} of a message before the part itself"
            ) from None
        text: str = self._so_far(event, getattr(part, name, None)) + event.delta
        setattr(part, name, text)
        return text

    def _so_far(self, event: Any, text: str | None) -> str:
        """Return the *text* that the delta of *event* is added to: none yet for the first of what was said whole."""
        if event.output_index in self._said_whole:
            place = event.output_index, getattr(event, "content_index", None)
            if place not in self._begun_again:
                self._begun_again.add(place)
                return ""
        return text or ""


def _own(made: Any) -> Any:
    """Return a copy of an item or a part of one, which is to grow; what can be parsed is of the classes for that."""
    made = copy.deepcopy(made)
    kind = getattr(made, "type", None)
    if not isinstance(made, BaseModel):
        return made
    if kind == "message":
        content: list[Any] = getattr(made, "content", None) or []
        return retyped(made, MESSAGE, content=[_own(part) for part in content])
    if kind == "function_call":
        return retyped(made, ParsedResponseFunctionToolCall)
    return retyped(made, TEXT) if kind == "output_text" else made
