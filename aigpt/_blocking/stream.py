"""The blocking twin of a stream: the same stream, its waits handed to the loop on a thread."""

from __future__ import annotations

from collections.abc import Callable
from operator import length_hint
from types import TracebackType
from typing import Any, Self

from aigpt._blocking.portal import BlockingPortal
from aigpt._http.request import Call, ResultT
from aigpt._http.transport import Transport
from aigpt._streaming.stream import BaseStream, ProtocolT


class BlockingBaseStream(BaseStream[ResultT, ProtocolT]):
    """A stream that is entered (``with``) or iterated (``for``)."""

    def __init__(
        self,
        portal: BlockingPortal,
        transport: Transport,
        call: Call[ResultT],
        make_protocol: Callable[[], ProtocolT],
    ) -> None:
        super().__init__(transport, call, make_protocol)
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

    def _wait_for_values(self) -> bool:
        """Have the next values of the answer in the batch; return False at the end, whether good or failed."""
        return bool(length_hint(self._batch)) or self._portal.call(self._ready)

    def close(self) -> None:
        """End the stream, wherever it is; its connection is closed unless it was read to the end. Twice is safe."""
        self._portal.call(self._leave)
