"""Fuzzes on all cores: ``make fuzz SECONDS=3600``. Prints its progress each minute, and a summary.

What fails is made small by Hypothesis and written to ``tests/fuzz_seeds/``, which the suite replays; exits with 1 then.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.queues import Queue
from queue import Empty

from fuzzing.rounds import Failing, fuzz_round
from fuzzing.seeds import TARGETS, save

_ROUND = 400
"""Cases between two reports of a process."""
_SHOWN_EVERY = 60.0
_SEEDS_OF_A_KIND = 3
"""How many seeds of failures that say the same are kept."""


@dataclass(frozen=True)
class _Report:
    target: str
    cases: int
    good: int
    failing: Failing | None


def _work(reports: Queue[_Report], targets: list[str], seed: int, until: float) -> None:
    """Fuzz one target after the other until that time, and report each round."""
    numbers = random.Random(seed)  # noqa: S311 (to be repeatable)
    while time.time() < until:
        for target in targets:
            outcome = fuzz_round(target, numbers.getrandbits(32), _ROUND, until)
            reports.put(_Report(target, outcome.cases, outcome.good, outcome.failing))


class _Progress:
    """What the processes have reported so far."""

    def __init__(self, targets: list[str], seconds: float) -> None:
        self.targets = targets
        self._began = self._shown = time.time()
        self._seconds = seconds
        self.cases: Counter[str] = Counter()
        self.good: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()

    def take(self, report: _Report) -> None:
        """Count a round; the seed of its failure is written."""
        self.cases[report.target] += report.cases
        self.good[report.target] += report.good
        if report.failing is None:
            return
        kind = f"{report.target}: {report.failing.message[:60]}"
        self.kinds[kind] += 1
        if self.kinds[kind] <= _SEEDS_OF_A_KIND:
            path = save(report.target, report.failing.case)
            print(f"FAILED {report.target}: {report.failing.message[:1000]}\n  seed: {path}", flush=True)

    def show_each_minute(self) -> None:
        """Print how far it is, if a minute has passed since it was last printed."""
        if time.time() - self._shown >= _SHOWN_EVERY:
            self._shown = time.time()
            self.show()

    def show(self) -> None:
        """Print how far it is."""
        passed = time.time() - self._began
        counts = ", ".join(f"{self.cases[t]:,} {t} cases ({self.good[t]:,} ended well)" for t in self.targets)
        print(f"{passed:6.0f} of {self._seconds:.0f} s: {counts}, {self.kinds.total()} failures", flush=True)


def main() -> int:
    """Fuzz as long as the command line says; return the exit code."""
    parser = argparse.ArgumentParser(prog="fuzzing", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=3600)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--seed", type=int, default=None, help="the same seed makes the same cases")
    parser.add_argument("--target", dest="targets", action="append", choices=TARGETS, help="default: all of them")
    options = parser.parse_args()
    targets: list[str] = options.targets or list(TARGETS)
    seed: int = random.SystemRandom().getrandbits(32) if options.seed is None else options.seed
    print(f"fuzzing for {options.seconds:.0f} s in {options.processes} processes; --seed {seed}", flush=True)
    context = multiprocessing.get_context("spawn")
    reports: Queue[_Report] = context.Queue()
    until = time.time() + options.seconds
    workers = [
        context.Process(target=_work, args=(reports, targets, seed + n, until)) for n in range(options.processes)
    ]
    for worker in workers:
        worker.start()
    progress = _Progress(targets, options.seconds)
    while any(worker.is_alive() for worker in workers) or not reports.empty():
        with suppress(Empty):
            progress.take(reports.get(timeout=1))
        progress.show_each_minute()
    for worker in workers:
        worker.join()
    return _summarize(progress, [worker.exitcode for worker in workers if worker.exitcode])


def _summarize(progress: _Progress, died: list[int]) -> int:
    progress.show()
    for kind, count in progress.kinds.most_common():
        print(f"{count:6} x {kind}")
    if died:
        print(f"{len(died)} processes died, with {died}")
    idle = [target for target in progress.targets if not progress.good[target]]
    if idle:
        print(f"nothing ended well, so little was tested: {', '.join(idle)}")
    return 1 if progress.kinds or died or idle else 0
