"""The routes of the iGPT API: what each takes and gives.

The types are those of `AsyncIGPT`. `IGPT` hangs the same objects on itself, where they give replies instead of
coroutines; their types there are in `aigpt._sync`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar, Unpack, cast, overload

from aigpt._call import Call, make_call
from aigpt._dialects import AskDialect, RunDialect
from aigpt._events import Dialect
from aigpt._options import Options
from aigpt._reply import ReplyT
from aigpt._stream import Stream
from aigpt.types import (
    AskOptions,
    AskParams,
    AskReply,
    AuthorizeAndWaitParams,
    AuthorizeParams,
    AuthorizeReply,
    CallOptions,
    DatasourcesReply,
    Reply,
    RunOptions,
    RunParams,
    RunReply,
    SearchParams,
    SearchReply,
    WaitParams,
)

if TYPE_CHECKING:
    from aigpt._client import AsyncIGPT
    from aigpt._iter_search import Search, SearchIterator

T = TypeVar("T")
MethodT = TypeVar("MethodT", bound=Callable[..., Any])


def many_calls(method: MethodT) -> MethodT:
    """Mark a method that makes more than one call, for those who would make its call themselves."""
    vars(method)["many_calls"] = True
    return method


class Caller(Protocol):
    """What the routes need of a client. How it sends, and so what a call gives, is its own business."""

    @property
    def options(self) -> Options:
        """What the client was told."""
        ...

    def send(self, call: Call[ReplyT]) -> Any:
        """Return what gives the reply of *call*."""
        ...

    def stream(self, call: Call[ReplyT], dialect: Callable[[], Dialect]) -> Any:
        """Return what gives the stream of *call*."""
        ...

    def perform(self, work: Callable[[AsyncIGPT], Coroutine[Any, Any, T]]) -> Any:
        """Return what gives the result of *work*, which makes many calls."""
        ...

    def iterate(self, make: Callable[[AsyncIGPT], Search]) -> Any:
        """Return what gives the results of the searches that *make* makes."""
        ...


class _Resource:
    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def _call(self, route: str, reply_type: type[ReplyT], params: dict[str, Any]) -> Coroutine[Any, Any, ReplyT]:
        caller = self._caller
        reply: Coroutine[Any, Any, ReplyT] = caller.send(make_call(caller.options, route, reply_type, params))
        return reply

    def _answer(self, route: str, reply_type: type[ReplyT], params: dict[str, Any]) -> Coroutine[Any, Any, ReplyT]:
        caller = self._caller
        reply: Coroutine[Any, Any, ReplyT] = caller.send(_answer_call(caller.options, route, reply_type, params))
        return reply

    def _stream(
        self, route: str, reply_type: type[ReplyT], params: dict[str, Any], dialect: Callable[[], Dialect]
    ) -> Stream[ReplyT]:
        params["stream"] = True
        call = _answer_call(self._caller.options, route, reply_type, params)
        stream: Stream[ReplyT] = self._caller.stream(call, dialect)
        return stream


def _answer_call(options: Options, route: str, reply_type: type[ReplyT], params: dict[str, Any]) -> Call[ReplyT]:
    """Return the call that asks for an answer, in the shape of a type where `output_format` is one."""
    form: object = params.get("output_format")
    if form is None or isinstance(form, str | dict):
        return make_call(options, route, reply_type, params)
    from aigpt._structured import Shape, shape_of  # noqa: PLC0415 (few need it; importing aigpt stays quick)

    shape = shape_of(form)
    params["output_format"] = shape.wire if isinstance(shape, Shape) else form if shape is None else None
    call = make_call(options, route, reply_type, params)
    if isinstance(shape, Shape):
        call.read = shape.read
    elif shape is not None:
        call.refused = call.refused or shape
    return call


# Made once: to name a type's parameter anew in each call costs a microsecond.
_RUN_REPLY = cast("type[RunReply[Any]]", RunReply)
_ASK_REPLY = cast("type[AskReply[Any]]", AskReply)


class Recall(_Resource):
    """Questions over a user's connected mail and messages."""

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
        if stream:
            return self._stream("recall/run", _RUN_REPLY, {"input": input, **params}, RunDialect)
        return self._answer("recall/run", _RUN_REPLY, {"input": input, **params})

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
    def ask(
        self, *, input: str, stream: bool = False, **params: Any
    ) -> Coroutine[Any, Any, AskReply[Any]] | Stream[AskReply[Any]]:
        """Answer *input* from the user's data: ``POST recall/ask``.

        The API's makers call it deprecated in favour of `run`.

        Awaited, it gives an `AskReply`. With ``stream=True`` it is a `Stream` of chunks at once. Parameters:
        `aigpt.types.AskParams`; any other keyword goes into the body as it is.
        """
        if stream:
            return self._stream("recall/ask", _ASK_REPLY, {"input": input, **params}, AskDialect)
        return self._answer("recall/ask", _ASK_REPLY, {"input": input, **params})

    def search(self, **params: Unpack[SearchParams[asyncio.Event]]) -> Coroutine[Any, Any, SearchReply]:
        """Find the messages that match: ``POST recall/search``. Parameters: `aigpt.types.SearchParams`."""
        return self._call("recall/search", SearchReply, cast("dict[str, Any]", params))

    def iter_search(self, *, concurrency: int = 4, **params: Unpack[SearchParams[asyncio.Event]]) -> SearchIterator:
        """Find all messages that match, newest first: ``async for hit in igpt.recall.iter_search(query="budget")``.

        The API gives the best few and has no pages. So wherever a search gives as many as it may, its days are cut in
        two and searched apart, up to *concurrency* searches at once; where the days are not given, by what the
        datasources say they hold. Nothing comes twice, and memory does not grow with the number of results.

        Parameters: `aigpt.types.SearchParams`. *date_from* and *date_to* are both included; `max_results` (100) is how
        many one search may give. `timeout`, `max_retries` and `abort` hold for each request.

        A server that gives fewer at most than was asked for is found out, by two searches more: that a first search
        gave 10 or more is no proof that it gave all. What no cutting helps against: a single day with more results than
        a search gives. It is in the iterator's `truncated`, and warned of (`SearchTruncatedWarning`). Messages without
        a date are only found by a search of all days: the best of them, after all others.

        Raises `ConfigurationError` for what is no day or no number.
        """
        from aigpt._iter_search import Search  # noqa: PLC0415 (few need it; importing aigpt stays quick)

        found: SearchIterator = self._caller.iterate(partial(Search, params=params, concurrency=concurrency))
        return found


class Datasources(_Resource):
    """The mailboxes and services a user has connected."""

    def list(self, **options: Unpack[CallOptions[asyncio.Event]]) -> Coroutine[Any, Any, DatasourcesReply]:
        """List the user's datasources with their indexing status: ``POST datasources/list``."""
        return self._call("datasources/list", DatasourcesReply, cast("dict[str, Any]", options))

    def disconnect(self, *, id: str, **options: Unpack[CallOptions[asyncio.Event]]) -> Coroutine[Any, Any, Reply]:
        """Disconnect the datasource *id* (like ``service/id/type``) and delete its index.

        ``POST datasources/disconnect``.
        """
        return self._call("datasources/disconnect", Reply, {"id": id, **options})

    @many_calls
    def wait(self, **params: Unpack[WaitParams[asyncio.Event]]) -> Coroutine[Any, Any, DatasourcesReply]:
        """Wait until all datasources are indexed, or the one named by `id`; give the last reply of `list`.

        Asks again after a quarter of a second, then more and more seldom, every 5 s in the end. A datasource is indexed
        when its `progress` is 100, or it gives none. Where there is no datasource at all, there is nothing to wait for;
        one named by `id` is waited for until it is there.

        Where a request fails after its retries, the reply is that failed one; where *timeout* (600 s) passes, it is a
        ``network_error`` (`APITimeoutError`). Parameters: `aigpt.types.WaitParams`.
        """
        from aigpt._waiting import wait_until_indexed  # noqa: PLC0415 (few need it; importing aigpt stays quick)

        waiting: Coroutine[Any, Any, DatasourcesReply] = self._caller.perform(
            partial(wait_until_indexed, params=cast("dict[str, Any]", params))
        )
        return waiting


class Connectors(_Resource):
    """Connecting a user's mailbox or service."""

    def authorize(
        self, *, service: str, scope: str, **params: Unpack[AuthorizeParams[asyncio.Event]]
    ) -> Coroutine[Any, Any, AuthorizeReply]:
        """Begin to connect *service* with the space-delimited *scope*: ``POST connectors/authorize``.

        The reply's `url` is where the user goes next. Parameters: `aigpt.types.AuthorizeParams`.
        """
        return self._call("connectors/authorize", AuthorizeReply, {"service": service, "scope": scope, **params})

    @many_calls
    def authorize_and_wait(
        self, *, service: str, scope: str, **params: Unpack[AuthorizeAndWaitParams[asyncio.Event]]
    ) -> Coroutine[Any, Any, DatasourcesReply]:
        """Have the user connect *service* in a browser, and wait until it is indexed; give the last reply of `list`.

        Asks for the page to authorize on, opens it (`open_url`), and waits as `Datasources.wait` does until a
        datasource of *service* is there that was not before. Without a `redirect_uri` the browser is sent to a listener
        on this machine, open meanwhile: so the wait ends at once where the user declines, with the code that the
        service gives for it, ``access_denied`` as a rule; and where they choose what was connected before, it is that
        which is waited for.

        Errors are as with `Datasources.wait`. Parameters: `aigpt.types.AuthorizeAndWaitParams`. Raises
        `ConfigurationError` where no browser can be opened.
        """
        from aigpt._waiting import authorize_and_wait  # noqa: PLC0415 (as above)

        waiting: Coroutine[Any, Any, DatasourcesReply] = self._caller.perform(
            partial(authorize_and_wait, params={"service": service, "scope": scope, **params})
        )
        return waiting
