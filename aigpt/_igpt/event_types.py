"""The events of a streamed run and the chunks of a streamed ask, as the API's documentation lists them.

`seq` rises by one from event to event.
"""

# Annotations are not postponed: a TypedDict compiles those that are strings, which takes most of its time.

from typing import Any, Literal, NotRequired, Required, TypeAlias, TypedDict

from aigpt._igpt.objects import Context, Source, Usage


class _Turn(TypedDict):
    seq: int
    turn: int
    """The agent's turn, from 1."""


class RunStart(TypedDict):
    """The first event."""

    type: Literal["run.start"]
    seq: int
    id: str
    """The server's identifier of this run."""
    timestamp: int
    """Unix time, in milliseconds."""
    context: NotRequired[Context]
    output_format: NotRequired[Any]


class RunTurnStart(_Turn):
    """A turn of the agent starts: reasoning, tool calls or output."""

    type: Literal["run.turn.start"]


class RunTurnDone(_Turn):
    """A turn has ended."""

    type: Literal["run.turn.done"]


class SummaryText(TypedDict):
    """A part of the summary of the agent's reasoning."""

    type: Literal["summary_text"]
    text: str


class ReasoningItem(TypedDict, total=False):
    """The agent's reasoning; complete in the ``.done`` event only."""

    type: Required[Literal["reasoning"]]
    content: Any
    summary: list[SummaryText]


class RunReasoningItemStart(TypedDict):
    """The agent starts to reason."""

    type: Literal["run.reasoning_item.start"]
    seq: int
    item: ReasoningItem


class RunReasoningItemDone(TypedDict):
    """The agent has finished reasoning."""

    type: Literal["run.reasoning_item.done"]
    seq: int
    item: ReasoningItem


class RunReasoningPartStart(TypedDict):
    """A part of the summary of its reasoning starts."""

    type: Literal["run.reasoning_summary_part.start"]
    seq: int


class RunReasoningPartDone(TypedDict):
    """A part of the summary of its reasoning, complete."""

    type: Literal["run.reasoning_summary_part.done"]
    seq: int
    text: str


class ToolCall(TypedDict):
    """A call of a tool."""

    type: Literal["function_call"]
    name: str
    arguments: str
    """JSON."""
    callId: str


class RunToolCall(TypedDict):
    """The agent calls a tool."""

    type: Literal["run.tool_call_item"]
    seq: int
    item: ToolCall


class ToolMetadata(TypedDict, total=False):
    """Metadata of a tool's result."""

    sources: list[Source]


class ToolResult(TypedDict):
    """The result of a tool call; its text is not sent."""

    type: Literal["function_call_result"]
    name: str
    callId: str
    """That of the `ToolCall`."""
    metadata: NotRequired[ToolMetadata]


class RunToolOutput(TypedDict):
    """A tool has returned its result."""

    type: Literal["run.tool_call_output_item"]
    seq: int
    item: ToolResult


class OutputText(TypedDict):
    """Text of the answer."""

    type: Literal["output_text"]
    text: str


class OutputItem(TypedDict, total=False):
    """A message that the agent writes; complete in the ``.done`` event only."""

    type: Required[Literal["message"]]
    role: Literal["assistant"]
    content: list[OutputText]


class RunOutputItemStart(TypedDict):
    """The agent starts to write a message."""

    type: Literal["run.output_item.start"]
    seq: int
    item: OutputItem


class RunOutputItemDone(TypedDict):
    """The agent has written a message."""

    type: Literal["run.output_item.done"]
    seq: int
    item: OutputItem


class RunTextDelta(TypedDict):
    """The next piece of the answer."""

    type: Literal["run.output_text.delta"]
    seq: int
    delta: str


class RunMetadata(TypedDict, total=False):
    """Metadata of an answer."""

    sources: list[Source]


class RunDone(TypedDict):
    """The last event: the answer as a whole."""

    type: Literal["run.done"]
    seq: int
    id: str
    output: Any
    """Text, or what `output_format` asked for."""
    timestampStart: NotRequired[int]
    """Unix time, in milliseconds."""
    timestamp: NotRequired[int]
    """Unix time, in milliseconds."""
    duration: NotRequired[int]
    """Milliseconds."""
    usage: NotRequired[Usage]
    metadata: NotRequired[RunMetadata]


RunEvent: TypeAlias = (
    RunStart
    | RunTurnStart
    | RunTurnDone
    | RunReasoningItemStart
    | RunReasoningItemDone
    | RunReasoningPartStart
    | RunReasoningPartDone
    | RunToolCall
    | RunToolOutput
    | RunOutputItemStart
    | RunOutputItemDone
    | RunTextDelta
    | RunDone
)
"""One event of a streamed run; `type` says which, also to a type checker: ``if event["type"] == "run.done": …``.

A server may send types that are not listed here; they are given like all others, so ignore those you do not know.
"""


class AskChunk(TypedDict, total=False):
    """One chunk of a streamed ask. Servers may leave out any key: read them with `get`."""

    id: str
    context: Context
    delta: str
    """The next piece of the answer."""
    output: Any
    """Likewise, or the answer as a whole."""
    metadata: RunMetadata
    usage: Usage
