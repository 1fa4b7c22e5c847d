"""What the events of a run add up to: its state, its steps and its messages; and whom to tell of each event. No I/O."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, cast

from aigpt.openai._unfit import UNFIT

Told: TypeAlias = tuple[str, tuple[Any, ...]]
"""A method of an event handler, and its arguments."""

_STOPPED = frozenset(
    f"thread.run.{state}" for state in ("completed", "cancelled", "expired", "failed", "requires_action", "incomplete")
)
_GOING_ON = frozenset(f"thread.run.{state}" for state in ("created", "in_progress", "cancelling", "queued"))
_STEP_OVER = frozenset(f"thread.run.step.{state}" for state in ("completed", "cancelled", "expired", "failed"))
_KEPT = frozenset({"index", "type"})


class UnexpectedEventError(Exception):
    """An event that does not follow from those before it."""


class RunSnapshots:
    """The objects of a run as they are after each of its events."""

    def __init__(self) -> None:
        self.event: Any = None
        """The event that handlers are being told of."""
        self.run: Any = None
        self.message: Any = None
        """The message that grows."""
        self.messages: dict[str, Any] = {}
        self.steps: dict[str, Any] = {}
        self._step_id: str | None = None
        self._content: Any = None
        self._content_index: int | None = None
        self._tool_call: Any = None
        self._tool_call_index: int | None = None

    @property
    def step(self) -> Any:
        """The step under way, as far as it is known; None between steps."""
        return None if self._step_id is None else self.steps.get(self._step_id)

    def take(self, event: Any) -> Iterator[Told]:
        """Yield whom to tell of *event*, in openai's order; in between, the objects grow.

        Raises UnexpectedEventError where it does not follow from the events before.
        """
        self.event = event
        yield "on_event", (event,)
        try:
            yield from self._take(event)
        except UNFIT as exc:
            problem = f"the event {event.event} does not follow from those before it ({type(exc).__name__})"
            raise UnexpectedEventError(problem) from None
        self.event = None

    def _take(self, event: Any) -> Iterator[Told]:
        kind = str(getattr(event, "event", ""))
        if kind.startswith("thread.message."):
            yield from self._take_message_event(kind, event.data)
        elif kind.startswith("thread.run.step."):
            yield from self._take_step_event(kind, event.data)
        elif kind in _STOPPED | _GOING_ON:
            self.run = event.data
            if kind in _STOPPED:
                yield from self._tool_call_done()

    # ── messages ────────────────────────────────────────────────────────────────────────────────────────────────

    def _take_message_event(self, kind: str, data: Any) -> Iterator[Told]:
        if kind == "thread.message.created":
            message = data.model_copy()  # the event stays as it came
            message.content = list(data.content)
            self._note_message(message)
            yield "on_message_created", (data,)
        elif kind == "thread.message.delta":
            yield from self._take_message_delta(data.delta)
        elif kind in {"thread.message.completed", "thread.message.incomplete"}:
            self._note_message(data)
            if self._content_index is not None:
                yield from _content_done(data.content[self._content_index])
            yield "on_message_done", (data,)

    def _note_message(self, message: Any) -> None:
        self.message = message
        self.messages[message.id] = message

    def _take_message_delta(self, delta: Any) -> Iterator[Told]:
        message = self.message
        contents: list[Any] = message.content
        new: list[int] = []
        for part in delta.content or ():
            if part.index < len(contents):
                contents[part.index] = _grown(contents[part.index], part, _content_type())
            else:
                contents.insert(part.index, _grown(None, part, _content_type()))
                new.append(part.index)
        for index in new:
            if contents[index].type == "text":
                yield "on_text_created", (contents[index].text,)
        for part in delta.content or ():
            if part.type == "text" and part.text:
                yield "on_text_delta", (part.text, contents[part.index].text)
            if part.index != self._content_index:
                if self._content is not None:
                    yield from _content_done(self._content)
                self._content_index = part.index
            self._content = contents[part.index]
        yield "on_message_delta", (delta, message)

    # ── steps ───────────────────────────────────────────────────────────────────────────────────────────────────

    def _take_step_event(self, kind: str, data: Any) -> Iterator[Told]:
        if kind == "thread.run.step.created":
            self.steps[data.id] = data
            self._step_id = data.id
            yield "on_run_step_created", (data,)
        elif kind == "thread.run.step.in_progress":
            self._step_id = data.id
        elif kind == "thread.run.step.delta":
            yield from self._take_step_delta(data.id, data.delta)
        elif kind in _STEP_OVER:
            yield from self._tool_call_done()
            yield "on_run_step_done", (data,)
            self._step_id = None

    def _take_step_delta(self, step_id: str, delta: Any) -> Iterator[Told]:
        from aigpt.openai.types.beta.threads.runs.run_step import RunStep  # noqa: PLC0415 (on first use)

        step = self.steps[step_id]
        if delta:
            step = self.steps[step_id] = _grown(step, delta, RunStep)
        details = delta.step_details
        if details and details.type == "tool_calls" and details.tool_calls is not None:
            calls: list[Any] = step.step_details.tool_calls
            for part in details.tool_calls:
                if part.index == self._tool_call_index:
                    yield "on_tool_call_delta", (part, calls[part.index])
                else:
                    yield from self._tool_call_done()
                    self._tool_call_index = part.index
                    yield "on_tool_call_created", (calls[part.index],)
                self._tool_call = calls[part.index]
        yield "on_run_step_delta", (delta, step)

    def _tool_call_done(self) -> Iterator[Told]:
        if self._tool_call is not None:
            yield "on_tool_call_done", (self._tool_call,)


def texts_in(event: Any) -> Iterator[str]:
    """Yield the pieces of text that *event* adds to a message."""
    if getattr(event, "event", None) == "thread.message.delta":
        for part in event.data.delta.content or ():
            if part.type == "text" and part.text and part.text.value:
                yield part.text.value


def _content_done(content: Any) -> Iterator[Told]:
    if content.type == "text":
        yield "on_text_done", (content.text,)
    elif content.type == "image_file":
        yield "on_image_file_done", (content.image_file,)


def _content_type() -> Any:
    from aigpt.openai.types.beta.threads.message_content import MessageContent  # noqa: PLC0415 (on first use)

    return MessageContent


def _grown(snapshot: Any, delta: Any, kind: Any) -> Any:
    """Return a new object of the type *kind*: *snapshot* with *delta* added."""
    from aigpt.openai._models import wrapper_of  # noqa: PLC0415 (on first use, with the types)

    added: dict[str, Any] = delta.to_dict()
    return wrapper_of(kind)(added if snapshot is None else add_delta(snapshot.to_dict(), added))


# ── deltas ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def add_delta(value: Any, delta: Any) -> Any:
    """Return *value*, of which all may be changed, with *delta* added: both are JSON.

    Texts and numbers are added, objects and lists of objects with an `index` merged, other lists joined. Where the two
    differ in kind, the value stays. Raises TypeError or KeyError for objects in a list without an `index`.
    """
    if isinstance(value, dict) and isinstance(delta, dict):
        return _add_to_dict(cast("Any", value), cast("Any", delta))
    if isinstance(value, list) and isinstance(delta, list):
        return _add_to_list(cast("Any", value), cast("Any", delta))
    if isinstance(value, str) and isinstance(delta, str):
        return value + delta
    if isinstance(value, int | float) and isinstance(delta, int | float):
        return value + delta
    return cast("Any", value)


def _add_to_dict(value: dict[str, Any], delta: Mapping[str, Any]) -> dict[str, Any]:
    for key, added in delta.items():
        there = value.get(key)
        if there is None and _is_indexed(added):
            there = []  # one delta may hold several pieces of one index
        value[key] = added if there is None or key in _KEPT else add_delta(there, added)
    return value


def _add_to_list(value: list[Any], delta: list[Any]) -> list[Any]:
    if all(isinstance(item, str | int | float) for item in value) and (value or not _is_indexed(delta)):
        return [*value, *delta]
    for added in delta:
        index: int = added["index"]
        if index < len(value):
            value[index] = add_delta(value[index], added)
        else:
            value.insert(index, added)
    return value


def _is_indexed(value: object) -> bool:
    items = cast("list[object]", value) if isinstance(value, list) else []
    return any(isinstance(item, dict) and "index" in item for item in items)
