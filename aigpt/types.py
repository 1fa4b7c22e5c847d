"""What goes in and what comes out: replies, the objects inside them, the events of a run, the parameters of a call.

`Reply` and its views are dicts: the JSON object that came, whole and unchanged, with all else as attributes.
The shapes follow the API's documentation and what its official clients send and read; keys not listed here are passed
through untouched.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, Literal, Required, Self, TypeAlias, TypedDict, TypeVar, cast

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


class RunEvent(TypedDict, total=False):
    """One event of a streamed run, from ``run.start`` to ``run.done``; each `type` has its own further keys."""

    type: Required[str]
    seq: int
    """Rises by one from event to event."""
    delta: str
    """The next piece of the answer (``run.output_text.delta``)."""
    turn: int
    item: dict[str, Any]
    output: Any
    usage: Usage


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
        """The answer: text, or what `output_format` asked for. None on a failed reply, whatever the type says."""
        return cast("T", self.get("output"))

    @property
    def id(self) -> str | None:
        """The server's name for this answer."""
        return self.get("id")

    @property
    def usage(self) -> Usage:
        """Tokens it cost; empty where the server did not say."""
        return cast("Usage", self.get("usage") or {})

    @property
    def sources(self) -> list[Source]:
        """The messages it rests on, from ``metadata.sources``; empty where there are none."""
        metadata = self.get("metadata")
        found = cast("dict[str, Any]", metadata).get("sources") if isinstance(metadata, dict) else None
        return cast("list[Source]", found) if isinstance(found, list) else []


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


class AskParams(CallOptions[AbortT], total=False):
    """Parameters of `recall.ask` besides `input` and `stream`."""

    quality: str | None
    """Context engineering, such as ``cef-1-normal``, ``cef-1-high``, ``cef-1-reasoning``."""
    output_format: OutputFormat | None
    """``"text"`` (the default), ``"json"``, or a JSON Schema."""


class RunParams(AskParams[AbortT], total=False):
    """Parameters of `recall.run` besides `input` and `stream`."""

    reasoning_effort: Literal["low", "medium", "high"] | str | None  # noqa: PYI051 (the known ones are for completion)
    instructions: str | None
    """How to answer, in your own words."""


class SearchParams(CallOptions[AbortT], total=False):
    """Parameters of `recall.search`."""

    query: str | None
    date_from: str | None
    """First day, as ``YYYY-MM-DD``."""
    date_to: str | None
    """Last day, as ``YYYY-MM-DD``."""
    filter_people: str | list[str] | None
    max_results: int | None


class AuthorizeParams(CallOptions[AbortT], total=False):
    """Parameters of `connectors.authorize` besides `service` and `scope`."""

    redirect_uri: str | None
    """Where the browser goes afterwards."""
    state: str | None
    """Given back to `redirect_uri` unchanged."""
