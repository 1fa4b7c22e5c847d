"""Replies: the JSON object that came, whole and unchanged, as a dict; all else as attributes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Generic, Self, TypeVar, cast

from multidict import CIMultiDict, CIMultiDictProxy

from aigpt._http.failure import Detail, Failure
from aigpt._igpt.errors import error_code, error_type
from aigpt._igpt.objects import Datasource, SearchResult, Source, Usage
from aigpt.errors import APIConnectionError, APIError, HTTPResponse, read_request_id

T = TypeVar("T")

NO_HEADERS: CIMultiDictProxy[str] = CIMultiDictProxy(CIMultiDict())

_NOT_READ: Final = object()


class Reply(dict[str, Any]):
    """The reply to a call: a dict of the JSON that was received, with the facts of the call as attributes.

    A call that succeeded is the JSON object the server sent, unchanged. One that failed is the server's own object
    where that names its `error`, and exactly ``{"error": code}`` otherwise. Where the server says why in a `message`,
    the `exception` says it too.
    """

    status: int | None = None
    """The HTTP status; None where no response arrived."""
    headers: Mapping[str, str] = NO_HEADERS
    """The response's headers; names are looked up in any case."""
    retries: int = 0
    """Attempts made after the first."""
    elapsed: float = 0.0
    """Seconds from the call to its reply, waits included."""
    retry_after: float | None = None
    """Seconds the server asked to wait before the next attempt, on failed replies."""
    body: bytes | None = None
    """The bytes that were received, kept for failed replies only."""
    received: Any = None
    """The JSON that was received, where its `output` does not fit the type (``invalid_output``); else None."""

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
        return None if self._failure is None else error_code(self._failure)

    @property
    def request_id(self) -> str | None:
        """The server's identifier of the request (``X-Request-Id`` or ``Request-Id``), or None."""
        return read_request_id(self.headers)

    @property
    def exception(self) -> APIError | None:
        """The failure as an exception, or None; see `aigpt.errors` for its class."""
        if self._exception is None and self._failure is not None:
            self._exception = make_exception(self._failure, self)
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

        None on a failed reply, whatever the type says. The JSON that was received is ``reply["output"]``.
        """
        return cast("T", self.get("output") if self._parsed is _NOT_READ else self._parsed)

    @property
    def parsed(self) -> T | None:
        """The instance of the type that `output_format` is; None without one, and on a failed reply."""
        return None if self._parsed is _NOT_READ else cast("T", self._parsed)

    @property
    def id(self) -> str | None:
        """The server's identifier of this answer."""
        return whole_answer(self).get("id")

    @property
    def usage(self) -> Usage:
        """Tokens it used; empty where the server did not report them."""
        return cast("Usage", whole_answer(self).get("usage") or {})

    @property
    def sources(self) -> list[Source]:
        """The messages it is based on, from ``metadata.sources``; empty where there are none."""
        metadata = whole_answer(self).get("metadata")
        found = cast("dict[str, Any]", metadata).get("sources") if isinstance(metadata, dict) else None
        return cast("list[Source]", found) if isinstance(found, list) else []


class RunReply(_AnswerReply[T]):
    """The reply of `recall.run`: the content of its ``run.done`` event."""


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


ReplyT = TypeVar("ReplyT", bound=Reply)


# ── making them ─────────────────────────────────────────────────────────────────────────────────────────────────


def make_exception(failure: Failure, reply: Reply) -> APIError:
    """Return the exception that *failure* stands for, with its cause, its *reply* and the HTTP response.

    The server's own words, where it sent some, are the end of the message.
    """
    response = None if reply.status is None else HTTPResponse(reply.status, reply.headers, reply.body or b"")
    message = failure.message if failure.said is None else f"{failure.message}: {failure.said}"
    exception = error_type(failure, reply.status)(
        message, code=error_code(failure), response=response, retry_after=reply.retry_after, reply=reply
    )
    exception.__cause__ = failure.cause
    if isinstance(exception, APIConnectionError):
        exception.connected = failure.detail is not Detail.UNREACHED
    return exception


def words_of_server(reply: Reply) -> str | None:
    """Return what the server said of a failed *reply*, as its exception has it; None where it said nothing."""
    failure = reply._failure  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (the reply is made here)
    return None if failure is None else failure.said


def names_its_error(value: object) -> bool:
    """Return whether *value* is an object whose `error` is a code."""
    return isinstance(value, dict) and isinstance(e := cast("dict[str, Any]", value).get("error"), str) and e != ""


def failed_reply(failure: Failure, reply_type: type[ReplyT], value: object = None) -> ReplyT:
    """Return the failed reply: *value*, if that is an object naming its error, else ``{"error": code}``."""
    reply = reply_type(cast("dict[str, Any]", value) if names_its_error(value) else {"error": error_code(failure)})
    reply._failure = failure  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (the reply is made here)
    return reply


def parsed_reply(value: dict[str, Any], reply_type: type[ReplyT], parsed: object) -> ReplyT:
    """Return the reply of a success whose `output` was decoded as *parsed*."""
    reply = reply_type(value)
    reply._parsed = parsed  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  (likewise)
    return reply


def whole_answer(reply: Reply) -> dict[str, Any]:
    """Return the object that was received, also where the reply is a failure since its output does not fit a type."""
    received: object = reply.received
    return cast("dict[str, Any]", received) if isinstance(received, dict) else reply
