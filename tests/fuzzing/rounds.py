"""A round of fuzzing: so many cases of one target, and the smallest that failed."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

from fuzzing import decoder, mail
from fuzzing.cases import Case, decoder_cases, mail_cases, response_cases
from fuzzing.response import bench

_ALONE: dict[str, tuple[Callable[[], SearchStrategy[Case]], Callable[[Case], bool]]] = {
    "decoder": (decoder_cases, decoder.check),
    "mail": (mail_cases, mail.check),
}
"""What needs no server: how its cases are made, and checked."""


@dataclass(frozen=True)
class Failing:
    """A case that failed, and what it said."""

    case: Case
    message: str


@dataclass
class Outcome:
    """What came of a round."""

    cases: int = 0
    good: int = 0
    """Calls and streams that ended well: if none did, little was tested."""
    failing: Failing | None = None


class _TimeIsUp(BaseException):  # no Exception, which Hypothesis would take for a failure
    """No more cases are to begin."""


def fuzz_round(target: str, number: int, most: int, until: float = float("inf")) -> Outcome:
    """Try up to *most* cases of *target*, made of the seed *number*; begin none after the time *until*."""
    outcome = Outcome()
    if target in _ALONE:
        cases, checked = _ALONE[target]

        def check(case: Case) -> None:
            outcome.good += checked(case)

        _try(cases(), check, outcome, number, most, until)
        return outcome
    with asyncio.Runner() as runner:
        loop, stack = runner.get_loop(), AsyncExitStack()
        tested = loop.run_until_complete(stack.enter_async_context(bench()))
        try:
            _try(
                response_cases(),
                lambda case: loop.run_until_complete(tested.check(case)),
                outcome, number, most, until,
            )  # fmt: skip
        finally:
            loop.run_until_complete(stack.aclose())
        outcome.good = tested.good
    return outcome


def _try(
    cases: SearchStrategy[Case],
    check: Callable[[Case], None],
    outcome: Outcome,
    number: int,
    most: int,
    until: float,
) -> None:
    failing: list[Failing] = []

    def attempt(case: Case) -> None:
        if time.time() >= until:
            raise _TimeIsUp
        outcome.cases += 1
        try:
            check(case)
        except Exception as exc:
            failing.append(Failing(case, str(exc) or type(exc).__name__))
            raise

    run = settings(
        max_examples=most,
        deadline=None,
        database=None,
        derandomize=False,
        report_multiple_bugs=False,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )(seed(number)(given(cases)(attempt)))
    try:
        run()
    except (Exception, _TimeIsUp) as exc:
        if not failing:
            if isinstance(exc, _TimeIsUp):
                return
            raise
        outcome.failing = min(failing, key=lambda one: (len(one.case.wire), len(one.case.cuts)))
