"""The methods of a client in two steps, prepare and send, for callers that send by themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol, TypeVar

from aigpt._http.request import Call
from aigpt._http.transport import Transport

MethodT = TypeVar("MethodT", bound=Callable[..., Any])
Prepare = Callable[..., Call[Any]]


class Sender(Protocol):
    """What sends the calls of a client's methods: every client and resource has one as its `_sender`."""

    transport: Transport

    @property
    def is_blocking(self) -> bool:
        """Whether the methods block."""
        ...


class PreparedMethod(NamedTuple):
    """A method of a client as two steps: ``sender.transport.call(prepare(**keywords))`` is what the method does."""

    sender: Sender
    prepare: Prepare


def prepared_by(prepare: Prepare) -> Callable[[MethodT], MethodT]:
    """Mark a method that does nothing but send the call that *prepare*, another method, returns for its keywords."""

    def mark(method: MethodT) -> MethodT:
        prepare.__qualname__ = method.__qualname__  # so that a TypeError names the method
        vars(method)["prepare"] = prepare
        return method

    return mark


def sender_of(method: Callable[..., Any]) -> Sender | None:
    """Return the sender of the client that *method* is bound to; None where it is no client's."""
    return getattr(getattr(method, "__self__", None), "_sender", None)


def prepared_method(method: Callable[..., Any]) -> PreparedMethod | None:
    """Return the two steps of a bound *method*; None where it does anything but send one call.

    A method that overrides one of ours is not marked, since it may do anything.
    """
    sender = sender_of(method)
    prepare = getattr(getattr(method, "__func__", None), "prepare", None)
    if sender is None or prepare is None:
        return None
    return PreparedMethod(sender, prepare.__get__(getattr(method, "__self__", None)))
