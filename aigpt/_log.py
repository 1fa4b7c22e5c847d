"""The library's one logger: silent, unless the program or ``AIGPT_LOG`` says otherwise."""

from __future__ import annotations

import logging
import os
import sys

from aigpt.errors import ConfigurationError

logger = logging.getLogger("aigpt")
logger.addHandler(logging.NullHandler())

_LEVELS = {"info": logging.INFO, "debug": logging.DEBUG}
_handler: logging.Handler | None = None


def set_up_from_environment() -> None:
    """Attach a handler that writes to stderr if ``AIGPT_LOG`` is ``info`` or ``debug``.

    Once, however often it is called.
    """
    global _handler  # noqa: PLW0603 (one process has one stderr)
    wanted = os.environ.get("AIGPT_LOG", "").strip().lower()
    if not wanted or _handler is not None:
        return
    if wanted not in _LEVELS:
        raise ConfigurationError("AIGPT_LOG takes 'info' or 'debug'; unset it for silence")
    _handler = logging.StreamHandler(sys.stderr)
    _handler.setFormatter(logging.Formatter("[%(asctime)s %(name)s %(levelname)s] %(message)s"))
    logger.addHandler(_handler)
    logger.setLevel(_LEVELS[wanted])
