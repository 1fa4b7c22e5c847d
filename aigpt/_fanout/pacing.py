"""The rate of a fan-out, in requests per second, by aiolimiter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aigpt._install import install_command
from aigpt.errors import ConfigurationError

if TYPE_CHECKING:
    from aiolimiter import AsyncLimiter

_BURST_SECONDS = 0.01


def make_limiter(rate: float | None) -> AsyncLimiter | None:
    """Return the limiter that lets *rate* requests begin per second, evenly; None for no limit.

    Raises ConfigurationError for a rate out of range, or where aiolimiter is missing.
    """
    if rate is None:
        return None
    if isinstance(rate, bool) or not isinstance(rate, int | float) or not 0 < rate < float("inf"):  # pyright: ignore[reportUnnecessaryIsInstance]  (not everybody runs a type checker)
        raise ConfigurationError("rate must be a number of requests per second above 0")
    try:
        from aiolimiter import AsyncLimiter  # noqa: PLC0415 (an extra)
    except ModuleNotFoundError:
        raise ConfigurationError(f"rate needs aiolimiter: {install_command('bulk')}") from None
    # A loop's timers are accurate to about a millisecond: at high rates several requests must begin at once.
    most = max(1.0, rate * _BURST_SECONDS)
    return AsyncLimiter(most, most / rate)
