"""Run the cases of a test that mostly waits at the same time, since each has to wait in real time."""

from __future__ import annotations

import asyncio
import inspect
import itertools
from collections.abc import Callable, Coroutine, Iterable
from typing import Any

Test = Callable[..., Coroutine[Any, Any, None]]


def at_once(**given: Iterable[Any]) -> Callable[[Test], Test]:
    """Make one test of all cases: of each combination of the values *given* for its parameters.

    All fixtures are shared, so each case has a server and a client of its own. Every case runs to its end; what failed
    says of which case it is.
    """
    cases = [dict(zip(given, values, strict=True)) for values in itertools.product(*given.values())]

    def decorate(test: Test) -> Test:
        async def together(**fixtures: Any) -> None:
            results = await asyncio.gather(*(test(**case, **fixtures) for case in cases), return_exceptions=True)
            failures = []
            for case, result in zip(cases, results, strict=True):
                if isinstance(result, BaseException):
                    result.add_note(f"the case: {case}")
                    failures.append(result)
            if failures:
                raise BaseExceptionGroup(f"{len(failures)} of {len(cases)} cases failed", failures)

        signature = inspect.signature(test)
        left = [parameter for name, parameter in signature.parameters.items() if name not in given]
        together.__name__, together.__doc__, together.__module__ = test.__name__, test.__doc__, test.__module__
        together.__signature__ = signature.replace(  # type: ignore[attr-defined]  # what pytest reads
            parameters=[parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in left]
        )
        return together

    return decorate
