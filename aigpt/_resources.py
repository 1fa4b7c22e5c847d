"""The routes of the iGPT API: what each takes and gives.

The types are those of `AsyncIGPT`. `IGPT` hangs the same objects on itself, where they give replies instead of
coroutines; their types there are in `aigpt._sync`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Literal, Protocol, Unpack, cast, overload

from aigpt._call import Call, make_call
from aigpt._dialects import AskDialect, RunDialect
from aigpt._events import Dialect
from aigpt._options import Options
from aigpt._reply import ReplyT
from aigpt._stream import Stream
from aigpt.types import (
    AskParams,
    AskReply,
    AuthorizeParams,
    AuthorizeReply,
    CallOptions,
    DatasourcesReply,
    Reply,
    RunParams,
    RunReply,
    SearchParams,
    SearchReply,
)


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


class _Resource:
    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def _call(self, route: str, reply_type: type[ReplyT], params: dict[str, Any]) -> Coroutine[Any, Any, ReplyT]:
        caller = self._caller
        reply: Coroutine[Any, Any, ReplyT] = caller.send(make_call(caller.options, route, reply_type, params))
        return reply

    def _stream(
        self, route: str, reply_type: type[ReplyT], params: dict[str, Any], dialect: Callable[[], Dialect]
    ) -> Stream[ReplyT]:
        params["stream"] = True
        call = make_call(self._caller.options, route, reply_type, params)
        stream: Stream[ReplyT] = self._caller.stream(call, dialect)
        return stream


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
    def run(
        self, *, input: str, stream: bool = False, **params: Unpack[RunParams[asyncio.Event]]
    ) -> Coroutine[Any, Any, RunReply[Any]] | Stream[RunReply[Any]]:
        """Answer *input* by an agent that searches the user's data: ``POST recall/run``.

        Awaited, it gives a `RunReply`. With ``stream=True`` it is a `Stream` of the run's events at once, from
        ``run.start`` to ``run.done``. Parameters: `aigpt.types.RunParams`; any other keyword goes into the body as it
        is.
        """
        if stream:
            return self._stream("recall/run", _RUN_REPLY, {"input": input, **params}, RunDialect)
        return self._call("recall/run", _RUN_REPLY, {"input": input, **params})

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
    def ask(
        self, *, input: str, stream: bool = False, **params: Unpack[AskParams[asyncio.Event]]
    ) -> Coroutine[Any, Any, AskReply[Any]] | Stream[AskReply[Any]]:
        """Answer *input* from the user's data: ``POST recall/ask``.

        The API's makers call it deprecated in favour of `run`.

        Awaited, it gives an `AskReply`. With ``stream=True`` it is a `Stream` of chunks at once. Parameters:
        `aigpt.types.AskParams`; any other keyword goes into the body as it is.
        """
        if stream:
            return self._stream("recall/ask", _ASK_REPLY, {"input": input, **params}, AskDialect)
        return self._call("recall/ask", _ASK_REPLY, {"input": input, **params})

    def search(self, **params: Unpack[SearchParams[asyncio.Event]]) -> Coroutine[Any, Any, SearchReply]:
        """Find the messages that match: ``POST recall/search``. Parameters: `aigpt.types.SearchParams`."""
        return self._call("recall/search", SearchReply, cast("dict[str, Any]", params))


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


class Connectors(_Resource):
    """Connecting a user's mailbox or service."""

    def authorize(
        self, *, service: str, scope: str, **params: Unpack[AuthorizeParams[asyncio.Event]]
    ) -> Coroutine[Any, Any, AuthorizeReply]:
        """Begin to connect *service* with the space-delimited *scope*: ``POST connectors/authorize``.

        The reply's `url` is where the user goes next. Parameters: `aigpt.types.AuthorizeParams`.
        """
        return self._call("connectors/authorize", AuthorizeReply, {"service": service, "scope": scope, **params})
