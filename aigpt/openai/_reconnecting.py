"""When a lost WebSocket is opened again, and what waits to be sent until then. Pure: no I/O."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias, cast

from aigpt._http.checks import check_seconds, check_whole
from aigpt.openai._errors import ConfigurationError, WebSocketQueueFullError
from aigpt.openai._options import own_errors
from aigpt.openai._types import Headers, Query
from aigpt.openai.types.websocket_reconnection import ReconnectingEvent, ReconnectingOverrides

OnReconnecting: TypeAlias = Callable[[ReconnectingEvent], ReconnectingOverrides | None]

_LEAST_JITTER = 0.75
# Going away, no code, lost, an error of the server, a restart, try again later, TLS (RFC 6455, section 7.4.1).
_MENDED = frozenset({1001, 1005, 1006, 1011, 1012, 1013, 1015})


class Reconnecting(NamedTuple):
    """Whether and how often a lost connection is opened again."""

    on_reconnecting: OnReconnecting | None
    """Asked before each attempt; without it, there is none."""
    max_retries: int
    """Attempts in a row."""
    initial_delay: float
    """Seconds before the first."""
    max_delay: float
    """Seconds before any."""

    def may_mend(self, code: int) -> bool:
        """Return whether a connection that ended with *code* is opened again."""
        return self.on_reconnecting is not None and code in _MENDED

    def delay(self, attempt: int, rand: Callable[[], float] = random.random) -> float:
        """Return the seconds before an *attempt* (from 1): twice as many each time, less up to a quarter."""
        longest = min(self.initial_delay * 2.0 ** min(attempt - 1, 32), self.max_delay)
        return longest * (_LEAST_JITTER + (1 - _LEAST_JITTER) * rand())

    def event(self, attempt: int, delay: float, code: int, query: Query, headers: Headers) -> ReconnectingEvent:
        """Return what is told of an attempt that begins after *delay* seconds."""
        return ReconnectingEvent(
            attempt=attempt,
            max_attempts=self.max_retries,
            delay=delay,
            close_code=code,
            extra_query=query,
            extra_headers=headers,
        )


@own_errors()
def check_reconnecting(
    on_reconnecting: object, max_retries: object, initial_delay: object, max_delay: object
) -> Reconnecting:
    """Return the options of a connection's reconnecting. Raises ConfigurationError."""
    if on_reconnecting is not None and not callable(on_reconnecting):
        raise ConfigurationError("on_reconnecting must be a function of a ReconnectingEvent")
    return Reconnecting(
        cast("OnReconnecting | None", on_reconnecting),
        check_whole("max_retries", max_retries, 0),
        check_seconds("initial_delay", initial_delay),
        check_seconds("max_delay", max_delay),
    )


def check_overrides(given: object) -> Mapping[str, Any]:
    """Return what an `on_reconnecting` returned. Raises TypeError where it is neither a mapping nor None."""
    if given is None:
        return {}
    if not isinstance(given, Mapping):
        raise TypeError(f"on_reconnecting must return a mapping or None, not {type(given).__name__}")
    return cast("Mapping[str, Any]", given)


class SendQueue:
    """Messages that are sent once there is a connection; up to so many bytes."""

    def __init__(self, max_bytes: int) -> None:
        self._messages: deque[str | bytes] = deque()
        self._bytes = 0
        self._max_bytes = max_bytes

    def __len__(self) -> int:
        return len(self._messages)

    def add(self, message: str | bytes) -> None:
        """Add *message* at the end. Raises WebSocketQueueFullError where that would be too much."""
        size = _size(message)
        if self._bytes + size > self._max_bytes:
            raise WebSocketQueueFullError(
                f"the message was not queued: more than max_queue_size ({self._max_bytes} bytes) would wait to be sent"
            )
        self._messages.append(message)
        self._bytes += size

    def first(self) -> str | bytes:
        """Return the first message, which stays until it is dropped."""
        return self._messages[0]

    def drop_first(self) -> None:
        """Drop the first message: it was sent."""
        if self._messages:
            self._bytes -= _size(self._messages.popleft())

    def drain(self) -> list[str | bytes]:
        """Drop all messages, and return them."""
        messages = list(self._messages)
        self._messages.clear()
        self._bytes = 0
        return messages


def _size(message: str | bytes) -> int:
    return len(message.encode() if isinstance(message, str) else message)
