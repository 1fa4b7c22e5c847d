"""Ctrl-C and SIGTERM during `aigpt bulk`: the first one waits for the calls in flight, the second stops at once."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Generator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING

import click

from aigpt.cli import exit_codes
from aigpt.cli.errors import Terminated

if TYPE_CHECKING:
    from aigpt.bulk import BulkRun, ShardedRun


class StopSignals:
    """The signals that ask a run to end. The first of them decides about the exit code."""

    def __init__(self) -> None:
        self._received: list[signal.Signals] = []

    @property
    def exit_code(self) -> int:
        """The exit code of a run that was asked to end; 0 if none of the signals came."""
        if not self._received:
            return 0
        return exit_codes.INTERRUPTED if self._received[0] is signal.SIGINT else exit_codes.TERMINATED

    def stopped_at_once(self) -> BaseException:
        """Return the exception that ends the command after a second signal."""
        return KeyboardInterrupt() if self.exit_code == exit_codes.INTERRUPTED else Terminated("terminated")

    @contextmanager
    def outside_the_run(self) -> Generator[None]:
        """End the program at SIGTERM, in the block but not in `stopping`.

        The first process of a container ignores signals that it does not handle.
        """
        before = signal.signal(signal.SIGTERM, _exit)
        try:
            yield
        finally:
            signal.signal(signal.SIGTERM, before)

    @contextmanager
    def stopping(self, run: BulkRun | ShardedRun) -> Generator[None]:
        """Stop *run* at the first signal, cancel the current task at the second."""
        loop, task = asyncio.get_running_loop(), asyncio.current_task()

        def received(number: signal.Signals) -> None:
            self._received.append(number)
            if len(self._received) > 1 and task is not None:
                task.cancel()
                return
            is_ctrl_c = number is signal.SIGINT
            ended, again = ("interrupted", "Ctrl-C again") if is_ctrl_c else ("terminated", "a second SIGTERM")
            click.echo(f"{ended}: waiting for {run.in_flight} calls; {again} stops at once", err=True)
            run.stop(ended)

        before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
        with suppress(NotImplementedError):  # on Windows the first one stops at once
            for number in before:
                loop.add_signal_handler(number, received, number)
        try:
            yield
        finally:
            for number, handler in before.items():
                with suppress(NotImplementedError):
                    loop.remove_signal_handler(number)
                signal.signal(number, handler)


def _exit(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 (a signal handler's arguments)
    os.write(2, b"aigpt: terminated\n")  # print may be in the middle of something
    raise SystemExit(exit_codes.TERMINATED)
