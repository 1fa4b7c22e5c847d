"""The library's one logger: silent, unless the program or ``AIGPT_LOG`` configures it; and the line of each call."""

from __future__ import annotations

import logging
import os
import sys

from aigpt._http.log_text import TerminalFormatter
from aigpt.errors import ConfigurationError

logger = logging.getLogger("aigpt")
logger.addHandler(logging.NullHandler())

_LEVELS = {"info": logging.INFO, "debug": logging.DEBUG}
_LONGEST_CODE = 64
_handler: logging.Handler | None = None


def set_up_from_environment(variable: str = "AIGPT_LOG", *, strict: bool = True) -> None:
    """Attach a handler that writes to stderr if the environment variable is ``info`` or ``debug``.

    Once, however often it is called. Raises ConfigurationError for any other value, unless it is not *strict*: such a
    variable may be meant for another program.
    """
    global _handler  # noqa: PLW0603 (one process has one stderr)
    wanted = os.environ.get(variable, "").strip().lower()
    if not wanted or _handler is not None:
        return
    if wanted not in _LEVELS:
        if not strict:
            return
        raise ConfigurationError(f"{variable} takes 'info' or 'debug'; unset it for silence")
    _handler = logging.StreamHandler(sys.stderr)
    _handler.setFormatter(TerminalFormatter("[%(asctime)s %(name)s %(levelname)s] %(message)s"))
    logger.addHandler(_handler)
    logger.setLevel(_LEVELS[wanted])


def is_set_up() -> bool:
    """Return whether the environment variable has the log written to stderr."""
    return _handler is not None


def log_call(route: str, code: str | None, elapsed: float, attempts: int, status: int, request_id: str | None) -> None:
    """Log at INFO how a call ended: *code* is None for a success, *status* 0 where no response arrived."""
    if logger.isEnabledFor(logging.INFO):
        logger.info(
            "%s: %s in %.0f ms, %d %s, status %s, request id %s",
            route,
            "ok" if code is None else printable_code(code),
            elapsed * 1000,
            attempts,
            "attempt" if attempts == 1 else "attempts",
            status or None,
            request_id,
        )


def printable_code(code: str) -> str:
    """Return an error code fit for a message: codes are words; anything longer may hold the user's text."""
    return repr(code) if len(code) <= _LONGEST_CODE and code.isidentifier() else "(not a plain code)"
