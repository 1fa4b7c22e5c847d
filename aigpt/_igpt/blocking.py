"""`IGPT`: the blocking twin of `AsyncIGPT`, a shim without logic of its own.

Its routes are those of `AsyncIGPT`, whose calls are handed to an event loop on a thread here. The protocols below tell
type checkers what the methods return, and do nothing.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Protocol, Self, TypeVar, Unpack, cast, overload

from aigpt._blocking.portal import BlockingPortal, run_in_caller
from aigpt._blocking.stream import BlockingBaseStream
from aigpt._http.transport import Transport
from aigpt._igpt.client import NAMES, BaseClient, prepare_client_post, refuse_closed
from aigpt._igpt.options import IGPTOptions
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
from aigpt._igpt.prepare import ReplyCall
from aigpt._igpt.replies import AskReply, AuthorizeReply, DatasourcesReply, Reply, ReplyT, RunReply, SearchReply
from aigpt._igpt.routes import Connectors, Datasources, Recall
from aigpt._igpt.sender import Sender
from aigpt._igpt.stream import ReplyStream
from aigpt._igpt.stream_protocols import AnswerProtocol

if TYPE_CHECKING:
    from aigpt._igpt.event_types import AskChunk, RunEvent
    from aigpt._igpt.search_iterator import BlockingSearchIterator

T = TypeVar("T")


class BlockingStream(ReplyStream[ReplyT], BlockingBaseStream[ReplyT, AnswerProtocol]):
    """The values of a streamed answer, each as it comes: ``for chunk in stream``. The blocking twin of `Stream`."""

    def text(self) -> Iterator[str]:
        """Yield the answer's text alone, piece by piece as it arrives. Check `error` afterwards."""
        while self._wait_for_values():
            pick = self._protocol.text
            for chunk in self._batch:
                text = pick(chunk)
                if text:
                    yield text

    def partial(self) -> Iterator[Any]:
        """Yield the JSON of a structured answer as far as it has arrived; see `Stream.partial`."""
        partial = self._partial_output()
        while self._wait_for_values():
            for chunk in self._batch:
                if partial.take(self._protocol, chunk):
                    yield partial.value()
        yield from partial.rest(self._output())

    @overload
    def events(self: BlockingStream[RunReply[Any]]) -> Iterator[RunEvent]: ...
    @overload
    def events(self: BlockingStream[AskReply[Any]]) -> Iterator[AskChunk]: ...
    def events(self) -> Iterator[Any]:
        """Yield the objects of the stream as they arrive, typed; see `Stream.events`."""
        while self._wait_for_values():
            for chunk in self._batch:
                if type(chunk) is dict:
                    yield chunk

    def final(self) -> ReplyT:
        """Read the rest and return the answer as a whole; see `Stream.final`."""
        for _ in self:
            pass
        return self.reply


class BlockingRecall(Protocol):
    """The types of `IGPT.recall`; see `Recall`."""

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
    """The types of `IGPT.datasources`; see `Datasources`."""

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
    """The types of `IGPT.connectors`; see `Connectors`."""

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


class BlockingSender(Sender):
    """Hands calls to the event loop on a thread, and waits for them."""

    def __init__(self, options: IGPTOptions, transport: Transport, portal: BlockingPortal) -> None:
        super().__init__(options, transport)
        self.portal = self._portal = portal

    def send(self, call: ReplyCall[ReplyT]) -> ReplyT:
        """Return the reply of *call*."""
        _check_abort(call)
        return self._portal.call(partial(self.transport.call, call))

    def stream(self, call: ReplyCall[ReplyT], make_protocol: Callable[[], AnswerProtocol]) -> BlockingStream[ReplyT]:
        """Return the stream of *call*."""
        _check_abort(call)
        return BlockingStream(self._portal, self.transport, call, make_protocol)

    def stop(self) -> None:
        """End all calls under way, close the connections, end the thread."""
        self.transport.owner.closed = True
        self._portal.stop()

    def view(self, options: IGPTOptions) -> BlockingSender:
        """Return a sender with other *options* on the same connections."""
        return BlockingSender(options, self.transport, self._portal)

    def run(self, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Return the result of *work*."""
        return self._portal.call(work)


class IGPT(BaseClient[BlockingSender]):
    """A blocking client of the iGPT API: ``igpt = IGPT(user="user_123")``.

    The twin of `AsyncIGPT`: same names, no ``await``.

    Takes the same options but *session*, which would belong to another event loop; `abort` is a `threading.Event`.
    One client serves a whole program, and threads may share it. Calling `close` is optional. Ctrl-C ends the call under
    way. A callable *api_key* is called in the thread that made the call.
    """

    _takes_session = False
    recall: BlockingRecall
    """`run`, `ask`, `search` and `iter_search`."""
    datasources: BlockingDatasources
    """`list`, `disconnect` and `wait`."""
    connectors: BlockingConnectors
    """`authorize` and `authorize_and_wait`."""

    def _set_up(self, options: IGPTOptions, transport: Transport) -> None:
        transport.run_callable = run_in_caller
        self._share(BlockingSender(options, transport, BlockingPortal(transport.close, NAMES)), is_view=False)

    def _view(self, options: IGPTOptions) -> Self:
        view = object.__new__(type(self))
        view._share(self._sender.view(options), is_view=True)
        return view

    def _share(self, sender: BlockingSender, *, is_view: bool) -> None:
        self._sender = sender
        self._is_view = is_view
        self.recall = cast("BlockingRecall", Recall(sender))
        self.datasources = cast("BlockingDatasources", Datasources(sender))
        self.connectors = cast("BlockingConnectors", Connectors(sender))

    def post(self, path: str, body: Any = None, **reserved: Any) -> Reply:
        """Post *body*, any JSON value, to a route this client does not know; see `AsyncIGPT.post`."""
        return self._sender.send(prepare_client_post(self, path, body, **reserved))

    def close(self) -> None:
        """End all calls under way, close the connections, end the thread. Safe to call twice."""
        if not self._is_view:
            self._sender.stop()

    def __enter__(self) -> Self:
        refuse_closed(self)
        return self

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> None:
        self.close()


def _check_abort(call: ReplyCall[Any]) -> None:
    """Raise TypeError for an `abort` that no other thread can set in time."""
    if isinstance(call.abort, asyncio.Event):
        raise TypeError("abort must be a threading.Event in IGPT: an asyncio.Event wakes no other thread's loop")
