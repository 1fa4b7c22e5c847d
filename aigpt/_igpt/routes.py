"""The routes of the iGPT API: what each takes and gives. A method prepares a call, and its client's sender sends it.

The types are those of `AsyncIGPT`. `IGPT` has the same objects, whose methods there return replies instead of
coroutines; their types there are in `aigpt._igpt.blocking`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Unpack, cast, overload

from aigpt._http.prepared import prepared_by
from aigpt._igpt.params import (
    AskOptions,
    AskParams,
    AuthorizeAndWaitParams,
    AuthorizeParams,
    CallOptions,
    RunOptions,
    RunParams,
    SearchParams,
    WaitParams,
)
from aigpt._igpt.prepare import ReplyCall, prepare_answer, prepare_call
from aigpt._igpt.replies import AskReply, AuthorizeReply, DatasourcesReply, Reply, RunReply, SearchReply
from aigpt._igpt.sender import Sender
from aigpt._igpt.stream import Stream
from aigpt._igpt.stream_protocols import AskProtocol, RunProtocol

if TYPE_CHECKING:
    from aigpt._igpt.search_iterator import SearchIterator

T = TypeVar("T")


class _Resource:
    def __init__(self, sender: Sender) -> None:
        self._sender = sender


# Made once: to name a type's parameter anew in each call costs a microsecond.
_RUN_REPLY = cast("type[RunReply[Any]]", RunReply)
_ASK_REPLY = cast("type[AskReply[Any]]", AskReply)


class Recall(_Resource):
    """Questions over a user's connected mail and messages."""

    def _prepare_run(self, *, input: str, **params: Any) -> ReplyCall[RunReply[Any]]:
        return prepare_answer(self._sender.options, "recall/run", _RUN_REPLY, {"input": input, **params})

    def _prepare_ask(self, *, input: str, **params: Any) -> ReplyCall[AskReply[Any]]:
        return prepare_answer(self._sender.options, "recall/ask", _ASK_REPLY, {"input": input, **params})

    def _prepare_search(self, **params: Any) -> ReplyCall[SearchReply]:
        return prepare_call(self._sender.options, "recall/search", SearchReply, params)

    @overload
    def run(
        self, *, input: str, stream: Literal[False] = False, **params: Unpack[RunParams[asyncio.Event]]
    ) -> Coroutine[Any, Any, RunReply[Any]]: ...
    @overload
    def run(
        self, *, input: str, stream: Literal[True], **params: Unpack[RunParams[asyncio.Event]]
    ) -> Stream[RunReply[Any]]: ...
    @overload
    def run(
        self, *, input: str, stream: bool, **params: Unpack[RunParams[asyncio.Event]]
    ) -> Coroutine[Any, Any, RunReply[Any]] | Stream[RunReply[Any]]: ...
    @overload
    def run(
        self,
        *,
        input: str,
        output_format: type[T],
        stream: Literal[False] = False,
        **params: Unpack[RunOptions[asyncio.Event]],
    ) -> Coroutine[Any, Any, RunReply[T]]: ...
    @overload
    def run(
        self, *, input: str, output_format: type[T], stream: Literal[True], **params: Unpack[RunOptions[asyncio.Event]]
    ) -> Stream[RunReply[T]]: ...
    @overload
    def run(
        self, *, input: str, output_format: type[T], stream: bool, **params: Unpack[RunOptions[asyncio.Event]]
    ) -> Coroutine[Any, Any, RunReply[T]] | Stream[RunReply[T]]: ...
    @prepared_by(_prepare_run)
    def run(
        self, *, input: str, stream: bool = False, **params: Any
    ) -> Coroutine[Any, Any, RunReply[Any]] | Stream[RunReply[Any]]:
        """Answer *input* by an agent that searches the user's data: ``POST recall/run``.

        Awaited, it gives a `RunReply`. With ``stream=True`` it is a `Stream` of the run's events at once, from
        ``run.start`` to ``run.done``. Parameters: `aigpt.types.RunParams`; any other keyword goes into the body as it
        is.

        Where *output_format* is a type, the reply's `parsed` is an instance of it; an answer that does not fit is an
        ``invalid_output``, whose exception says where.
        """
        answer: Coroutine[Any, Any, RunReply[Any]] | Stream[RunReply[Any]]
        if stream:
            answer = self._sender.stream(self._prepare_run(input=input, stream=True, **params), RunProtocol)
        else:
            answer = self._sender.send(self._prepare_run(input=input, **params))
        return answer

    @overload
    def ask(
        self, *, input: str, stream: Literal[False] = False, **params: Unpack[AskParams[asyncio.Event]]
    ) -> Coroutine[Any, Any, AskReply[Any]]: ...
    @overload
    def ask(
        self, *, input: str, stream: Literal[True], **params: Unpack[AskParams[asyncio.Event]]
    ) -> Stream[AskReply[Any]]: ...
    @overload
    def ask(
        self, *, input: str, stream: bool, **params: Unpack[AskParams[asyncio.Event]]
    ) -> Coroutine[Any, Any, AskReply[Any]] | Stream[AskReply[Any]]: ...
    @overload
    def ask(
        self,
        *,
        input: str,
        output_format: type[T],
        stream: Literal[False] = False,
        **params: Unpack[AskOptions[asyncio.Event]],
    ) -> Coroutine[Any, Any, AskReply[T]]: ...
    @overload
    def ask(
        self, *, input: str, output_format: type[T], stream: Literal[True], **params: Unpack[AskOptions[asyncio.Event]]
    ) -> Stream[AskReply[T]]: ...
    @overload
    def ask(
        self, *, input: str, output_format: type[T], stream: bool, **params: Unpack[AskOptions[asyncio.Event]]
    ) -> Coroutine[Any, Any, AskReply[T]] | Stream[AskReply[T]]: ...
    @prepared_by(_prepare_ask)
    def ask(
        self, *, input: str, stream: bool = False, **params: Any
    ) -> Coroutine[Any, Any, AskReply[Any]] | Stream[AskReply[Any]]:
        """Answer *input* from the user's data: ``POST recall/ask``.

        The API's makers call it deprecated in favour of `run`.

        Awaited, it gives an `AskReply`. With ``stream=True`` it is a `Stream` of chunks at once. Parameters:
        `aigpt.types.AskParams`; any other keyword goes into the body as it is.
        """
        answer: Coroutine[Any, Any, AskReply[Any]] | Stream[AskReply[Any]]
        if stream:
            answer = self._sender.stream(self._prepare_ask(input=input, stream=True, **params), AskProtocol)
        else:
            answer = self._sender.send(self._prepare_ask(input=input, **params))
        return answer

    @prepared_by(_prepare_search)
    def search(self, **params: Unpack[SearchParams[asyncio.Event]]) -> Coroutine[Any, Any, SearchReply]:
        """Find the messages that match: ``POST recall/search``. Parameters: `aigpt.types.SearchParams`."""
        found: Coroutine[Any, Any, SearchReply] = self._sender.send(self._prepare_search(**params))
        return found

    def iter_search(self, *, concurrency: int = 4, **params: Unpack[SearchParams[asyncio.Event]]) -> SearchIterator:
        """Find all messages that match, newest first: ``async for hit in igpt.recall.iter_search(query="budget")``.

        The API returns the best few and has no pages. So wherever a search returns as many results as it may, its
        days are split in two and searched separately, up to *concurrency* searches at once; where the days are not
        given, the datasources' oldest and newest items bound them. No result is given twice, and memory does not grow
        with the number of results.

        Parameters: `aigpt.types.SearchParams`. *date_from* and *date_to* are both included; `max_results` (100) is how
        many one search may return. `timeout`, `max_retries` and `abort` hold for each request.

        A server whose own limit is lower than `max_results` is detected by two further searches, made wherever the
        first one returned 10 results or more. A single day with more results than a search returns cannot be split:
        it is listed in the iterator's `truncated`, with a `SearchTruncatedWarning`. Messages without a date are only
        found by a search of all days: the best of them are given after all others.

        Raises `ConfigurationError` for a date that is not a day, and for a number out of range.
        """
        from aigpt._igpt import search_iterator  # noqa: PLC0415 (few need it; importing aigpt stays quick)

        search = search_iterator.Search(self._sender, cast("dict[str, Any]", params), concurrency)
        portal = self._sender.portal
        if portal is None:
            return search_iterator.SearchIterator(search)
        return cast("SearchIterator", search_iterator.BlockingSearchIterator(portal, search))


class Datasources(_Resource):
    """The mailboxes and services a user has connected."""

    def _prepare_list(self, **options: Any) -> ReplyCall[DatasourcesReply]:
        return prepare_call(self._sender.options, "datasources/list", DatasourcesReply, options)

    def _prepare_disconnect(self, *, id: str, **options: Any) -> ReplyCall[Reply]:
        return prepare_call(self._sender.options, "datasources/disconnect", Reply, {"id": id, **options})

    @prepared_by(_prepare_list)
    def list(self, **options: Unpack[CallOptions[asyncio.Event]]) -> Coroutine[Any, Any, DatasourcesReply]:
        """List the user's datasources with their indexing status: ``POST datasources/list``."""
        listed: Coroutine[Any, Any, DatasourcesReply] = self._sender.send(self._prepare_list(**options))
        return listed

    @prepared_by(_prepare_disconnect)
    def disconnect(self, *, id: str, **options: Unpack[CallOptions[asyncio.Event]]) -> Coroutine[Any, Any, Reply]:
        """Disconnect the datasource *id* (like ``service/id/type``) and delete its index.

        ``POST datasources/disconnect``.
        """
        gone: Coroutine[Any, Any, Reply] = self._sender.send(self._prepare_disconnect(id=id, **options))
        return gone

    def wait(self, **params: Unpack[WaitParams[asyncio.Event]]) -> Coroutine[Any, Any, DatasourcesReply]:
        """Wait until all datasources are indexed, or the one named by `id`; return the last reply of `list`.

        Polls after 0.25 s, then at growing intervals of up to 5 s. A datasource is indexed when its `progress` is
        100, or it has none. Without any datasource there is nothing to wait for. One named by `id` may be listed up to
        3 s later, as after the user's consent; where it is not, or is no longer, the error is ``params``.

        Where a request fails after its retries, the reply is that failed one; where *timeout* (600 s) passes, it is a
        ``network_error`` (`APITimeoutError`). Parameters: `aigpt.types.WaitParams`.
        """
        from aigpt._igpt.waiting import wait_until_indexed  # noqa: PLC0415 (few need it; importing aigpt stays quick)

        work = partial(wait_until_indexed, self._sender, cast("dict[str, Any]", params))
        waiting: Coroutine[Any, Any, DatasourcesReply] = self._sender.run(work)
        return waiting


class Connectors(_Resource):
    """Connecting a user's mailbox or service."""

    def _prepare_authorize(self, *, service: str, scope: str, **params: Any) -> ReplyCall[AuthorizeReply]:
        params = {"service": service, "scope": scope, **params}
        return prepare_call(self._sender.options, "connectors/authorize", AuthorizeReply, params)

    @prepared_by(_prepare_authorize)
    def authorize(
        self, *, service: str, scope: str, **params: Unpack[AuthorizeParams[asyncio.Event]]
    ) -> Coroutine[Any, Any, AuthorizeReply]:
        """Begin to connect *service* with the space-delimited *scope*: ``POST connectors/authorize``.

        The reply's `url` is where the user goes next. Parameters: `aigpt.types.AuthorizeParams`.
        """
        call = self._prepare_authorize(service=service, scope=scope, **params)
        authorized: Coroutine[Any, Any, AuthorizeReply] = self._sender.send(call)
        return authorized

    def authorize_and_wait(
        self, *, service: str, scope: str, **params: Unpack[AuthorizeAndWaitParams[asyncio.Event]]
    ) -> Coroutine[Any, Any, DatasourcesReply]:
        """Have the user connect *service* in a browser, and wait until it is indexed; return the last reply of `list`.

        Requests the page to authorize on, opens it (`open_url`), and waits as `Datasources.wait` does until a
        datasource of *service* is listed that was not there before. Without a `redirect_uri` the browser is sent to a
        server on this machine, open meanwhile: so the wait ends at once where the user declines, with the code that
        the service gives for it, usually ``access_denied``; and where they choose a datasource that was connected
        before, that one is waited for.

        Errors are as with `Datasources.wait`. Parameters: `aigpt.types.AuthorizeAndWaitParams`. Raises
        `ConfigurationError` where no browser can be opened.
        """
        from aigpt._igpt.connecting import authorize_and_wait  # noqa: PLC0415 (as above)

        work = partial(authorize_and_wait, self._sender, {"service": service, "scope": scope, **params})
        waiting: Coroutine[Any, Any, DatasourcesReply] = self._sender.run(work)
        return waiting
