"""What goes in and what comes out: replies, the objects inside them, the events of a run, the parameters of a call.

`Reply` and its views are dicts: the JSON object that came, whole and unchanged, with all else as attributes.
The shapes follow the API's documentation and what its official clients send and read; keys not listed here are passed
through untouched.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Final,
    Generic,
    Literal,
    NotRequired,
    Required,
    Self,
    TypeAlias,
    TypedDict,
    TypeVar,
    cast,
)

from multidict import CIMultiDict, CIMultiDictProxy

from aigpt.errors import APIError

if TYPE_CHECKING:
    from aigpt._reply import Failure

T = TypeVar("T")
AbortT = TypeVar("AbortT", asyncio.Event, threading.Event)

NO_HEADERS: CIMultiDictProxy[str] = CIMultiDictProxy(CIMultiDict())


# ── what is inside a reply ──────────────────────────────────────────────────────────────────────────────────────


class Datasource(TypedDict, total=False):
    """A connected mailbox or service of one user. Source: ``datasources/list`` and the context of answers."""

    id: Required[str]
    """Its name in `datasources.disconnect`, like ``service/id/type``."""
    service: str
    type: str
    """Such as ``spike/messages``."""
    status: str
    """Such as ``enabled``."""
    title: str
    subtitle: str
    progress: float
    """Percent indexed, 0 to 100."""
    newest: int
    """Unix time of the newest item, in seconds."""
    oldest: int
    """Unix time of the oldest item, in seconds."""


class Source(TypedDict, total=False):
    """A message that an answer rests on."""

    id: Required[str]
    type: str
    """Such as ``message``."""
    timestamp: float
    """Unix time, in seconds."""
    provider: str
    """The person or service it came from."""
    picture: str
    """URL of the provider's picture."""
    title: str


class Usage(TypedDict, total=False):
    """Tokens that an answer cost."""

    input_tokens: int
    output_tokens: int
    total_tokens: int


class Context(TypedDict, total=False):
    """What the answer could draw on."""

    quality: str
    reasoning_effort: str
    indexed: bool
    datasources: list[Datasource]


class SearchResult(TypedDict, total=False):
    """One message found by `recall.search`."""

    id: Required[str]
    timestamp: str
    """ISO 8601."""
    type: str
    """Such as ``message``."""
    subject: str
    content: str


# ── the events of a streamed run ────────────────────────────────────────────────────────────────────────────────
#
# What the API's documentation lists for each. `seq` rises by one from event to event.


class _Turn(TypedDict):
    seq: int
    turn: int
    """The agent's turn, from 1."""


class RunStart(TypedDict):
    """The first event."""

    type: Literal["run.start"]
    seq: int
    id: str
    """The server's name for this run."""
    timestamp: int
    """Unix time, in milliseconds."""
    context: NotRequired[Context]
    output_format: NotRequired[Any]


class RunTurnStart(_Turn):
    """The agent begins to think, to call tools or to write."""

    type: Literal["run.turn.start"]


class RunTurnDone(_Turn):
    """A turn has ended."""

    type: Literal["run.turn.done"]


class SummaryText(TypedDict):
    """A part of what the agent thought, in short."""

    type: Literal["summary_text"]
    text: str


class ReasoningItem(TypedDict, total=False):
    """What the agent thought; whole in the ``.done`` event only."""

    type: Required[Literal["reasoning"]]
    content: Any
    summary: list[SummaryText]


class RunReasoningItemStart(TypedDict):
    """The agent begins to think."""

    type: Literal["run.reasoning_item.start"]
    seq: int
    item: ReasoningItem


class RunReasoningItemDone(TypedDict):
    """The agent has thought."""

    type: Literal["run.reasoning_item.done"]
    seq: int
    item: ReasoningItem


class RunReasoningPartStart(TypedDict):
    """A part of the summary of its thoughts begins."""

    type: Literal["run.reasoning_summary_part.start"]
    seq: int


class RunReasoningPartDone(TypedDict):
    """A part of the summary of its thoughts, whole."""

    type: Literal["run.reasoning_summary_part.done"]
    seq: int
    text: str


class ToolCall(TypedDict):
    """A tool that the agent calls."""

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
    """What is told of a tool's result."""

    sources: list[Source]


class ToolResult(TypedDict):
    """What a tool gave; the text itself is not told."""

    type: Literal["function_call_result"]
    name: str
    callId: str
    """That of the `ToolCall`."""
    metadata: NotRequired[ToolMetadata]


class RunToolOutput(TypedDict):
    """A tool has answered."""

    type: Literal["run.tool_call_output_item"]
    seq: int
    item: ToolResult


class OutputText(TypedDict):
    """Text of the answer."""

    type: Literal["output_text"]
    text: str


class OutputItem(TypedDict, total=False):
    """A message that the agent writes; whole in the ``.done`` event only."""

    type: Required[Literal["message"]]
    role: Literal["assistant"]
    content: list[OutputText]


class RunOutputItemStart(TypedDict):
    """The agent begins to write."""

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
    """What is told of an answer."""

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

A server may send types that are not listed here, and they are given like all others: let what you do not know pass.
"""


class AskChunk(TypedDict, total=False):
    """One chunk of a streamed ask. What is in it is the server's choice: look with `get`."""

    id: str
    context: Context
    delta: str
    """The next piece of the answer."""
    output: Any
    """Likewise, or the answer as a whole."""
    metadata: RunMetadata
    usage: Usage


_NOT_READ: Final = object()


# ── replies ─────────────────────────────────────────────────────────────────────────────────────────────────────


class Reply(dict[str, Any]):
    """The answer to a call: a dict of what came, with the facts of the call as attributes.

    A call that succeeded is the JSON object the server sent, unchanged. One that failed is the server's own object
    where that names its `error`, and exactly ``{"error": code}`` otherwise.
    """

    status: int | None = None
    """The HTTP status; None where no answer came."""
    headers: Mapping[str, str] = NO_HEADERS
    """The answer's headers; names are looked up in any case."""
    retries: int = 0
    """Attempts made after the first."""
    elapsed: float = 0.0
    """Seconds from the call to its reply, waits included."""
    retry_after: float | None = None
    """Seconds the server asked to wait before the next attempt, on failed replies."""
    body: bytes | None = None
    """The bytes that came, kept for failed replies only (what was read of them)."""
    received: Any = None
    """The JSON that came, where its `output` does not fit the type asked for (``invalid_output``); else None."""

    _parsed: Any = _NOT_READ
    _failure: Failure | None = None
    _exception: APIError | None = None

    @property
    def ok(self) -> bool:
        """Whether the call succeeded."""
        return self._failure is None

    @property
    def error(self) -> str | None:
        """The code of what went wrong, or None."""
        return None if self._failure is None else self._failure.code

    @property
    def request_id(self) -> str | None:
        """The server's name for this request (``X-Request-Id`` or ``Request-Id``), or None."""
        return self.headers.get("X-Request-Id") or self.headers.get("Request-Id")

    @property
    def exception(self) -> APIError | None:
        """The failure as an exception, or None; see `aigpt.errors` for its class."""
        if self._exception is None and self._failure is not None:
            self._exception = self._failure.to_exception(self)
        return self._exception

    def raise_for_error(self) -> Self:
        """Return the reply if the call succeeded, else raise its `exception`."""
        exception = self.exception
        if exception is not None:
            raise exception
        return self

    def __getstate__(self) -> dict[str, Any]:
        state = dict(self.__dict__)
        state.pop("_exception", None)
        if "headers" in state:
            state["headers"] = CIMultiDict(self.headers)  # the proxy aiohttp gives cannot be pickled
        return state


class _AnswerReply(Reply, Generic[T]):
    @property
    def output(self) -> T:
        """The answer: text, what `output_format` asked for, or where that is a type, the instance of it.

        None on a failed reply, whatever the type says. As it came it is ``reply["output"]``.
        """
        return cast("T", self.get("output") if self._parsed is _NOT_READ else self._parsed)

    @property
    def parsed(self) -> T:
        """The instance of the type that `output_format` is; None without one, and on a failed reply."""
        return cast("T", None if self._parsed is _NOT_READ else self._parsed)

    @property
    def id(self) -> str | None:
        """The server's name for this answer."""
        return self._whole.get("id")

    @property
    def usage(self) -> Usage:
        """Tokens it cost; empty where the server did not say."""
        return cast("Usage", self._whole.get("usage") or {})

    @property
    def sources(self) -> list[Source]:
        """The messages it rests on, from ``metadata.sources``; empty where there are none."""
        metadata = self._whole.get("metadata")
        found = cast("dict[str, Any]", metadata).get("sources") if isinstance(metadata, dict) else None
        return cast("list[Source]", found) if isinstance(found, list) else []

    @property
    def _whole(self) -> dict[str, Any]:
        received: object = self.received
        return cast("dict[str, Any]", received) if isinstance(received, dict) else self


class RunReply(_AnswerReply[T]):
    """The reply of `recall.run`: what its ``run.done`` event says."""


class AskReply(_AnswerReply[T]):
    """The reply of `recall.ask`."""


class SearchReply(Reply):
    """The reply of `recall.search`."""

    @property
    def results(self) -> list[SearchResult]:
        """The messages found, best first; empty on a failed reply."""
        return cast("list[SearchResult]", self.get("results") or [])


class DatasourcesReply(Reply):
    """The reply of `datasources.list`."""

    @property
    def datasources(self) -> list[Datasource]:
        """The user's datasources with their indexing status; empty on a failed reply."""
        return cast("list[Datasource]", self.get("datasources") or [])


class AuthorizeReply(Reply):
    """The reply of `connectors.authorize`."""

    @property
    def url(self) -> str | None:
        """Where the user goes to authorize; None on a failed reply."""
        return self.get("url")


# ── parameters ──────────────────────────────────────────────────────────────────────────────────────────────────


class SchemaFormat(TypedDict, total=False):
    """An `output_format` that holds the answer to a JSON Schema."""

    schema: Required[dict[str, Any]]
    strict: bool
    type: Literal["json_schema"]
    name: str


OutputFormat: TypeAlias = Literal["text", "json"] | SchemaFormat | dict[str, Any]
"""What `output_format` may be besides a type."""


class CallOptions(TypedDict, Generic[AbortT], total=False):
    """Keywords that every call takes, and that are never sent (but `user`). None stands for the client's own."""

    user: str | None
    """Whose data to use; the client's default where it is not given."""
    timeout: Any
    """Seconds for the whole call, waits included, or an `aiohttp.ClientTimeout` for each attempt."""
    max_retries: int
    idle_timeout: float
    """Seconds a stream may go without an event."""
    extra_headers: Mapping[str, str] | None
    extra_body: Mapping[str, Any] | None
    """Merged into the body: for keys that have no keyword, or the name of one of these options."""
    abort: AbortT | None
    """Ends the call with ``request_aborted`` once it is set."""
    raise_errors: bool


class AskOptions(CallOptions[AbortT], total=False):
    """Parameters of `recall.ask` besides `input`, `stream` and `output_format`."""

    quality: str | None
    """Context engineering, such as ``cef-1-normal``, ``cef-1-high``, ``cef-1-reasoning``."""


class AskParams(AskOptions[AbortT], total=False):
    """Parameters of `recall.ask` besides `input` and `stream`."""

    output_format: OutputFormat | None
    """``"text"`` (the default), ``"json"``, a JSON Schema, or a type: then the reply's `parsed` is an instance of it.

    A dataclass, a TypedDict, a `msgspec.Struct`, a pydantic model, or a list or union of them.
    """


class RunOptions(AskOptions[AbortT], total=False):
    """Parameters of `recall.run` besides `input`, `stream` and `output_format`."""

    reasoning_effort: Literal["low", "medium", "high"] | str | None  # noqa: PYI051 (the known ones are for completion)
    instructions: str | None
    """How to answer, in your own words."""


class RunParams(RunOptions[AbortT], AskParams[AbortT], total=False):
    """Parameters of `recall.run` besides `input` and `stream`."""


class SearchParams(CallOptions[AbortT], total=False):
    """Parameters of `recall.search`."""

    query: str | None
    date_from: str | None
    """First day, as ``YYYY-MM-DD``."""
    date_to: str | None
    """Last day, as ``YYYY-MM-DD``."""
    filter_people: str | list[str] | None
    max_results: int | None


OnProgress: TypeAlias = Callable[[DatasourcesReply], object]
"""Told how far the indexing is; plain or async."""


class WaitParams(CallOptions[AbortT], total=False):
    """Parameters of `datasources.wait`."""

    id: str | None
    """The datasource to wait for; all there are where it is not given."""
    timeout: float | None
    """Seconds for the whole wait: 600 where it is not given, no limit for None."""
    on_progress: OnProgress | None
    """Called with the reply whenever the datasources have changed, the first time too; plain or async.

    `IGPT` calls it on its own thread, where it must not call the client.
    """


class AuthorizeParams(CallOptions[AbortT], total=False):
    """Parameters of `connectors.authorize` besides `service` and `scope`."""

    redirect_uri: str | None
    """Where the browser goes afterwards."""
    state: str | None
    """Given back to `redirect_uri` unchanged."""


class AuthorizeAndWaitParams(AuthorizeParams[AbortT], total=False):
    """Parameters of `connectors.authorize_and_wait` besides `service` and `scope`."""

    open_url: Callable[[str], object] | None
    """Shows the user the page to authorize on; plain or async. The system's browser where it is not given.

    What is plain is called on a thread of its own. Returning False says that it could not be shown.
    """
    timeout: float | None
    """Seconds for the whole wait, the user's time included: 600 where it is not given, no limit for None."""
    on_progress: OnProgress | None
    """As in `WaitParams`."""
