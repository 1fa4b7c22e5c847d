"""The keyword parameters of iGPT's routes."""

# Annotations are not postponed: a TypedDict compiles those that are strings, which takes most of its time.

import asyncio
import threading
from collections.abc import Callable, Mapping
from typing import Any, Generic, Literal, Required, TypeAlias, TypedDict, TypeVar

from aigpt._igpt.replies import DatasourcesReply

AbortT = TypeVar("AbortT", asyncio.Event, threading.Event)


class SchemaFormat(TypedDict, total=False):
    """An `output_format` that holds the answer to a JSON Schema."""

    schema: Required[dict[str, Any]]
    strict: bool
    type: Literal["json_schema"]
    name: str


OutputFormat: TypeAlias = Literal["text", "json"] | SchemaFormat | dict[str, Any]
"""What `output_format` may be besides a type."""


class CallOptions(TypedDict, Generic[AbortT], total=False):
    """Keywords that every call takes. Only `user` is sent. None stands for the client's own value."""

    user: str | None
    """Whose data to use; the client's default where it is not given."""
    timeout: Any
    """Seconds for the whole call, waits included, or an `aiohttp.ClientTimeout` for each attempt."""
    max_retries: int | None
    """Retries after the first attempt."""
    idle_timeout: float | None
    """Seconds a stream may go without an event."""
    extra_headers: Mapping[str, str] | None
    """Sent besides the client's own headers."""
    extra_body: Mapping[str, Any] | None
    """Merged into the body: for keys without a keyword of their own, or with the name of one of these options."""
    abort: AbortT | None
    """Ends the call with ``request_aborted`` once it is set."""
    raise_errors: bool | None
    """Whether a failed call raises its exception instead of returning it."""


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
    """How much the agent reasons before it answers."""
    instructions: str | None
    """Instructions for the answer, in free text."""


class RunParams(RunOptions[AbortT], AskParams[AbortT], total=False):
    """Parameters of `recall.run` besides `input` and `stream`."""


class SearchParams(CallOptions[AbortT], total=False):
    """Parameters of `recall.search`."""

    query: str | None
    """The words to search for."""
    date_from: str | None
    """First day, as ``YYYY-MM-DD``."""
    date_to: str | None
    """Last day, as ``YYYY-MM-DD``."""
    filter_people: str | list[str] | None
    """Names or addresses of people who take part in the messages."""
    max_results: int | None
    """How many results at most."""


OnProgress: TypeAlias = Callable[[DatasourcesReply], object]
"""Receives the progress of the indexing; plain or async."""


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
    """Passed back to `redirect_uri` unchanged."""


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
