"""`IGPT`: the blocking twin, a shim without logic of its own.

Its routes are those of `AsyncIGPT`; only here they are handed to a loop on a thread, and waited for. The classes
below whose bodies are dots say so to type checkers, and do nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from operator import length_hint
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Protocol, Self, Unpack, cast, overload

from aigpt._call import Call
from aigpt._client import AsyncIGPT, ClientOptions
from aigpt._events import Dialect
from aigpt._options import ApiKey, Options, ViewOptions
from aigpt._portal import Portal, T
from aigpt._reply import ReplyT
from aigpt._resources import Connectors, Datasources, Recall
from aigpt._stream import BaseStream
from aigpt._transport import Transport
from aigpt.errors import ConfigurationError
from aigpt.types import (
    AskChunk,
    AskOptions,
    AskParams,
    AskReply,
    AuthorizeAndWaitParams,
    AuthorizeParams,
    AuthorizeReply,
    CallOptions,
    DatasourcesReply,
    Reply,
    RunEvent,
    RunOptions,
    RunParams,
    RunReply,
    SearchParams,
    SearchReply,
    WaitParams,
)

if TYPE_CHECKING:
    from aigpt._iter_search import BlockingSearchIterator, Search


class BlockingStream(BaseStream[ReplyT]):
    """The values of a streamed answer, each as it comes: ``for chunk in stream``. The blocking twin of `Stream`."""

    def __init__(
        self, portal: Portal, transport: Transport, call: Call[ReplyT], dialect: Callable[[], Dialect]
    ) -> None:
        super().__init__(transport, call, dialect)
        self._portal = portal

    def __enter__(self) -> Self:
        return self._portal.call(self._opened)

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Any:
        while True:
            for chunk in self._batch:
                return chunk
            if not self._portal.call(self._refill):
                raise StopIteration

    def text(self) -> Iterator[str]:
        """Give the answer's text alone, piece by piece as it comes. Look at `error` afterwards."""
        while length_hint(self._batch) or self._portal.call(self._ready):
            pick = self._dialect.text
            for chunk in self._batch:
                text = pick(chunk)
                if text:
                    yield text

    def partial(self) -> Iterator[Any]:
        """Give the JSON of a structured answer as far as it has come; see `Stream.partial`."""
        growth = self._growth()
        while length_hint(self._batch) or self._portal.call(self._ready):
            for chunk in self._batch:
                if growth.take(self._dialect, chunk):
                    yield growth.value()
        yield from growth.rest(self._whole())

    @overload
    def events(self: BlockingStream[RunReply[Any]]) -> Iterator[RunEvent]: ...
    @overload
    def events(self: BlockingStream[AskReply[Any]]) -> Iterator[AskChunk]: ...
    def events(self) -> Iterator[Any]:
        """Give the objects of the stream as they come, typed; see `Stream.events`."""
        while length_hint(self._batch) or self._portal.call(self._ready):
            for chunk in self._batch:
                if type(chunk) is dict:
                    yield chunk

    def final(self) -> ReplyT:
        """Read what is left and return the answer as a whole.

        For a run what its ``run.done`` says, else all chunks put together.
        """
        for _ in self:
            pass
        return self.reply

    def close(self) -> None:
        """End the stream, wherever it is; its connection is closed unless it was read to the end. Twice is fine."""
        self._portal.call(self._leave)


class BlockingRecall(Protocol):
    """The types of `IGPT.recall`; see `aigpt._resources.Recall`."""

    @overload
    def run(
        self, *, input: str, stream: Literal[False] = False, **params: Unpack[RunParams[threading.Event]]
    ) -> RunReply[Any]: ...
    @overload
    def run(
        self, *, input: str, stream: Literal[True], **params: Unpack[RunParams[threading.Event]]
    ) -> BlockingStream[RunReply[Any]]: ...
    @overload
    def run(
        self, *, input: str, stream: bool, **params: Unpack[RunParams[threading.Event]]
    ) -> RunReply[Any] | BlockingStream[RunReply[Any]]: ...
    @overload
    def run(
        self,
        *,
        input: str,
        output_format: type[T],
        stream: Literal[False] = False,
        **params: Unpack[RunOptions[threading.Event]],
    ) -> RunReply[T]: ...
    @overload
    def run(
        self,
        *,
        input: str,
        output_format: type[T],
        stream: Literal[True],
        **params: Unpack[RunOptions[threading.Event]],
    ) -> BlockingStream[RunReply[T]]: ...
    @overload
    def run(
        self, *, input: str, output_format: type[T], stream: bool, **params: Unpack[RunOptions[threading.Event]]
    ) -> RunReply[T] | BlockingStream[RunReply[T]]: ...
    @overload
    def ask(
        self, *, input: str, stream: Literal[False] = False, **params: Unpack[AskParams[threading.Event]]
    ) -> AskReply[Any]: ...
    @overload
    def ask(
        self, *, input: str, stream: Literal[True], **params: Unpack[AskParams[threading.Event]]
    ) -> BlockingStream[AskReply[Any]]: ...
    @overload
    def ask(
        self, *, input: str, stream: bool, **params: Unpack[AskParams[threading.Event]]
    ) -> AskReply[Any] | BlockingStream[AskReply[Any]]: ...
    @overload
    def ask(
        self,
        *,
        input: str,
        output_format: type[T],
        stream: Literal[False] = False,
        **params: Unpack[AskOptions[threading.Event]],
    ) -> AskReply[T]: ...
    @overload
    def ask(
        self,
        *,
        input: str,
        output_format: type[T],
        stream: Literal[True],
        **params: Unpack[AskOptions[threading.Event]],
    ) -> BlockingStream[AskReply[T]]: ...
    @overload
    def ask(
        self, *, input: str, output_format: type[T], stream: bool, **params: Unpack[AskOptions[threading.Event]]
    ) -> AskReply[T] | BlockingStream[AskReply[T]]: ...
    def search(self, **params: Unpack[SearchParams[threading.Event]]) -> SearchReply:
        """Find the messages that match."""
        ...

    def iter_search(
        self, *, concurrency: int = 4, **params: Unpack[SearchParams[threading.Event]]
    ) -> BlockingSearchIterator:
        """Find all messages that match, newest first."""
        ...


class BlockingDatasources(Protocol):
    """The types of `IGPT.datasources`; see `aigpt._resources.Datasources`."""

    def list(self, **options: Unpack[CallOptions[threading.Event]]) -> DatasourcesReply:
        """List the user's datasources with their indexing status."""
        ...

    def disconnect(self, *, id: str, **options: Unpack[CallOptions[threading.Event]]) -> Reply:
        """Disconnect a datasource and delete its index."""
        ...

    def wait(self, **params: Unpack[WaitParams[threading.Event]]) -> DatasourcesReply:
        """Wait until all datasources are indexed, or the one named by `id`."""
        ...


class BlockingConnectors(Protocol):
    """The types of `IGPT.connectors`; see `aigpt._resources.Connectors`."""

    def authorize(
        self, *, service: str, scope: str, **params: Unpack[AuthorizeParams[threading.Event]]
    ) -> AuthorizeReply:
        """Begin to connect a service."""
        ...

    def authorize_and_wait(
        self, *, service: str, scope: str, **params: Unpack[AuthorizeAndWaitParams[threading.Event]]
    ) -> DatasourcesReply:
        """Have the user connect a service in a browser, and wait until it is indexed."""
        ...


class IGPT:
    """A blocking client of the iGPT API: ``igpt = IGPT(user="user_123")``.

    The twin of `AsyncIGPT`: same names, no ``await``.

    Takes the same options but *session*, which would belong to another loop; `abort` is a `threading.Event`. One for
    a whole program is right, and threads may share it. `close` is good manners, not a must. Ctrl-C ends the call it
    meets.
    """

    recall: BlockingRecall
    """`run`, `ask`, `search` and `iter_search`."""
    datasources: BlockingDatasources
    """`list`, `disconnect` and `wait`."""
    connectors: BlockingConnectors
    """`authorize` and `authorize_and_wait`."""

    def __init__(self, api_key: ApiKey | None = None, **options: Unpack[ClientOptions]) -> None:
        if options.get("session") is not None:
            raise ConfigurationError(
                "IGPT runs an event loop of its own, which cannot use your session; use AsyncIGPT with it"
            )
        client = AsyncIGPT(api_key, **options)
        self._set_up(client, Portal(client.transport.close))

    def _set_up(self, client: AsyncIGPT, portal: Portal) -> None:
        self._client = client
        self._portal = portal
        self.recall = cast("BlockingRecall", Recall(self))
        self.datasources = cast("BlockingDatasources", Datasources(self))
        self.connectors = cast("BlockingConnectors", Connectors(self))

    @property
    def options(self) -> Options:
        """What the client was told."""
        return self._client.options

    def with_options(self, **options: Unpack[ViewOptions]) -> Self:
        """Return a view of this client with other options, on the same connections. Closing a view does nothing."""
        view = object.__new__(type(self))
        view._set_up(self._client.with_options(**options), self._portal)
        return view

    def send(self, call: Call[ReplyT]) -> ReplyT:
        """Send a call that is ready to go. The routes use it."""
        return self._portal.call(partial(self._client.send, call))

    def stream(self, call: Call[ReplyT], dialect: Callable[[], Dialect]) -> BlockingStream[ReplyT]:
        """Return the stream of a call that is ready to go. The routes use it."""
        return BlockingStream(self._portal, self._client.transport, call, dialect)

    def perform(self, work: Callable[[AsyncIGPT], Coroutine[Any, Any, T]]) -> T:
        """Return the result of *work*, which makes many calls. The routes use it."""
        return self._portal.call(partial(work, self._client))

    def iterate(self, make: Callable[[AsyncIGPT], Search]) -> BlockingSearchIterator:
        """Return the results of many searches. The routes use it."""
        from aigpt._iter_search import BlockingSearchIterator  # noqa: PLC0415 (few need it; importing stays quick)

        return BlockingSearchIterator(self._portal, make(self._client))

    def post(self, path: str, body: Any = None, **reserved: Any) -> Reply:
        """Post *body*, any JSON value, to a route this client does not know; see `AsyncIGPT.post`."""
        return self._portal.call(partial(self._client.post, path, body, **reserved))

    def close(self) -> None:
        """End what is under way, close the connections, end the thread. Twice is fine."""
        if not self._client.is_view:
            self._client.transport.owner.closed = True
            self._portal.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} base_url={str(self.options.base_url)!r}>"
