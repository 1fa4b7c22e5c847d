"""Measures a block of code: how long it takes, and how long it keeps the cores busy."""

from __future__ import annotations

import gc
import time
from types import TracebackType
from typing import Self

from machine import cpu_seconds, cpu_seconds_of

Figures = dict[str, float]
"""What was found of one contender, by name: `cpu_us` and `wall_us` (for each call or event), and others."""


class Meter:
    """Measures a block, in this process and in the server's.

    What the block pays to Python's cycle collector is told apart: it grows with what is in flight.
    """

    def __init__(self, server: int = 0) -> None:
        self._server = server
        self._collecting = 0.0

    def _on_collection(self, phase: str, _: object) -> None:
        now = time.thread_time()
        self._collecting += now if phase == "stop" else -now

    def __enter__(self) -> Self:
        gc.callbacks.append(self._on_collection)
        self._server_cpu = cpu_seconds_of(self._server)
        self._cpu = cpu_seconds()
        self._start = time.perf_counter()
        return self

    def __exit__(self, kind: type[BaseException] | None, exc: BaseException | None, tb: TracebackType | None) -> None:
        self.wall = time.perf_counter() - self._start
        self.cpu = cpu_seconds() - self._cpu
        self.server_busy = (cpu_seconds_of(self._server) - self._server_cpu) / self.wall
        gc.callbacks.remove(self._on_collection)

    def figures(self, count: int) -> Figures:
        """Return the figures of a block that did its work *count* times."""
        return {
            "cpu_us": 1e6 * self.cpu / count,
            "wall_us": 1e6 * self.wall / count,
            "collector_us": 1e6 * self._collecting / count,
            "count": count,
            "server_busy": self.server_busy,
        }
