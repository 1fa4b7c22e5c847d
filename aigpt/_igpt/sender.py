"""How the calls of iGPT's resources are sent: for `AsyncIGPT` here, for `IGPT` in the blocking client."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

from aigpt._http.transport import Transport
from aigpt._igpt.options import IGPTOptions
from aigpt._igpt.prepare import ReplyCall, prepare_call
from aigpt._igpt.replies import ReplyT
from aigpt._igpt.stream import Stream
from aigpt._igpt.stream_protocols import AnswerProtocol

if TYPE_CHECKING:
    from aigpt._blocking.portal import BlockingPortal

T = TypeVar("T")


class Sender(ABC):
    """Sends the calls that resources prepare. What a resource's method returns is what its sender returns."""

    portal: BlockingPortal | None = None
    """Where a blocking client runs its calls."""

    def __init__(self, options: IGPTOptions, transport: Transport) -> None:
        self.options = options
        self.transport = transport

    @property
    def is_blocking(self) -> bool:
        """Whether its methods block."""
        return self.portal is not None

    def call(self, route: str, reply_type: type[ReplyT], params: dict[str, Any]) -> Coroutine[Any, Any, ReplyT]:
        """Return the coroutine of one call, whatever the client: for work of several calls."""
        return self.transport.call(prepare_call(self.options, route, reply_type, params))

    @abstractmethod
    def send(self, call: ReplyCall[ReplyT]) -> Any:
        """Return what gives the reply of *call*."""

    @abstractmethod
    def stream(self, call: ReplyCall[ReplyT], make_protocol: Callable[[], AnswerProtocol]) -> Any:
        """Return what gives the stream of *call*."""

    @abstractmethod
    def run(self, work: Callable[[], Coroutine[Any, Any, T]]) -> Any:
        """Return what gives the result of *work*, which makes several calls."""


class AsyncSender(Sender):
    """Sends calls in the running event loop."""

    def send(self, call: ReplyCall[ReplyT]) -> Coroutine[Any, Any, ReplyT]:
        """Return the coroutine that gives the reply of *call*."""
        return self.transport.call(call)

    def stream(self, call: ReplyCall[ReplyT], make_protocol: Callable[[], AnswerProtocol]) -> Stream[ReplyT]:
        """Return the stream of *call*."""
        return Stream(self.transport, call, make_protocol)

    def run(self, work: Callable[[], Coroutine[Any, Any, T]]) -> Coroutine[Any, Any, T]:
        """Return the coroutine of *work*."""
        return work()
