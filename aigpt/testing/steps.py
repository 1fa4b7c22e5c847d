"""What an answer is made of: bytes, pauses, gates, and a way to end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from aigpt.testing.condition import Changes

Ending: TypeAlias = Literal["close", "reset", "hang"]
Then: TypeAlias = Literal["end", "close", "reset", "hang", "truncate"]
Framing: TypeAlias = Literal["chunked", "length", "close"]
Encoding: TypeAlias = Literal["gzip", "deflate"]


@dataclass(frozen=True, slots=True)
class Pause:
    """A wait of so many seconds between the bytes of an answer."""

    seconds: float

    def __post_init__(self) -> None:
        if not self.seconds >= 0:
            raise ValueError(f"a pause must be 0 seconds or more, not {self.seconds!r}")


class Gate:
    """A place in an answer where the server waits until the test says go on.

    Put it among the events of a stream, among the steps of a raw answer, or give it to a reply as
    `after=`. It starts shut; once opened it stays open. One gate may stand in many answers and hold
    any number of calls at once.
    """

    def __init__(self) -> None:
        self._open = False
        self._arrived = 0
        self._arrivals = Changes()
        self._opening = Changes()

    def __repr__(self) -> str:
        return f"<Gate {'open' if self._open else 'shut'}, {self._arrived} arrived>"

    @property
    def arrived(self) -> int:
        """How many answers have come to the gate so far, those that went through included."""
        return self._arrived

    def open(self) -> None:
        """Let the waiting answers go on, and all later ones pass."""
        self._open = True
        self._opening.notify()

    def wait_reached(self, count: int = 1, timeout: float = 5.0) -> bool:
        """Block until *count* answers have come to the gate; False if *timeout* seconds pass first.

        In an async test use `await gate.reached()`: blocking there would stop the client too.
        """
        return self._arrivals.wait(lambda: self._arrived >= count, timeout)

    async def reached(self, count: int = 1, timeout: float = 5.0) -> bool:  # noqa: ASYNC109 the twin of wait_reached
        """Do what `wait_reached` does, without blocking the event loop."""
        return await self._arrivals.within(lambda: self._arrived >= count, timeout)

    async def pass_through(self) -> None:
        """Wait, as the server does, until the gate is open."""
        self._arrived += 1
        self._arrivals.notify()
        await self._opening.until(lambda: self._open)


Step: TypeAlias = bytes | Pause | Gate | Ending
Answer: TypeAlias = bytes | Iterable[Step]
"""What the server plays back: bytes at once, or steps one after the other."""
