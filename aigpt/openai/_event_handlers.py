"""The handlers of a connection's events, by the events' types."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

Handler: TypeAlias = Callable[..., Any]

EVERY_EVENT = "event"
"""The type of handlers that are called for each event."""


class _Registered(NamedTuple):
    handler: Handler
    once: bool


class EventHandlers:
    """Handlers in the order in which they came. Threads may share it."""

    def __init__(self) -> None:
        self._by_type: dict[str, list[_Registered]] = {}
        self._lock = threading.Lock()

    def add(self, event_type: str, handler: Handler, *, once: bool) -> None:
        """Have *handler* called for the events of a type, *once* or each time. Raises TypeError for what is none."""
        if not callable(handler):
            raise TypeError(f"the handler of {event_type!r} must be a function, not {type(handler).__name__}")
        with self._lock:
            self._by_type.setdefault(event_type, []).append(_Registered(handler, once))

    def remove(self, event_type: str, handler: Handler) -> None:
        """Drop the first *handler* that was added for the type, if there is one."""
        with self._lock:
            registered = self._by_type.get(event_type, [])
            for index, one in enumerate(registered):
                if one.handler == handler:
                    del registered[index]
                    return

    def take(self, event_type: str) -> list[Handler]:
        """Return the handlers of the type; those that are called once are dropped."""
        with self._lock:
            registered = self._by_type.get(event_type)
            if not registered:
                return []
            self._by_type[event_type] = [one for one in registered if not one.once]
            return [one.handler for one in registered]

    def move_to(self, other: EventHandlers) -> None:
        """Hand all handlers over to *other*."""
        with self._lock:
            given, self._by_type = self._by_type, {}
        for event_type, registered in given.items():
            for one in registered:
                other.add(event_type, one.handler, once=one.once)
