"""What a script may put between the bytes of a response: pauses and gates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from aigpt.testing.condition import Condition


@dataclass(frozen=True, slots=True)
class Pause:
    """A pause of *seconds* between the bytes of a response."""

    seconds: float

    def __post_init__(self) -> None:
        if not self.seconds >= 0:
            raise ValueError(f"a pause must be 0 seconds or more, not {self.seconds!r}")


class Gate:
    """A place in a response where the server waits until the test calls `open`.

    Put it among the events of a stream or the steps of a raw response, or give it to a reply as
    `after=`. It starts closed; once opened it stays open. One gate may be used in many responses and
    hold any number of calls at once.
    """

    def __init__(self) -> None:
        self._open = False
        self._arrived = 0
        self._arrivals = Condition()
        self._opening = Condition()

    def __repr__(self) -> str:
        return f"<Gate {'open' if self._open else 'closed'}, {self._arrived} arrived>"

    @property
    def arrived(self) -> int:
        """How many responses have reached the gate so far, those that passed it included."""
        return self._arrived

    def open(self) -> None:
        """Let the waiting responses continue, and all later ones pass."""
        self._open = True
        self._opening.notify_all()

    def wait_reached(self, count: int = 1, timeout: float = 5.0) -> bool:
        """Block until *count* responses have reached the gate; return False if *timeout* seconds pass first.

        In an async test use `await gate.reached()`: blocking there would stop the client too.
        """
        return self._arrivals.wait_for(lambda: self._arrived >= count, timeout)

    async def reached(self, count: int = 1, timeout: float = 5.0) -> bool:  # noqa: ASYNC109 the twin of wait_reached
        """Do what `wait_reached` does, without blocking the event loop."""
        return await self._arrivals.wait_async(lambda: self._arrived >= count, timeout)

    async def pass_through(self) -> None:
        """Wait, as the server does, until the gate is open."""
        self._arrived += 1
        self._arrivals.notify_all()
        await self._opening.wait_forever(lambda: self._open)


Piece: TypeAlias = bytes | Pause | Gate
