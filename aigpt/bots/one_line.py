"""Failures of a network in one line, instead of a traceback of many."""

from __future__ import annotations

import asyncio
import logging

import aiohttp

UNREACHABLE = (OSError, aiohttp.ClientError, asyncio.TimeoutError)
"""What calls of a platform raise where it cannot be reached: names, connections, TLS, timeouts, cut responses."""


def in_one_line(exc: BaseException) -> str:
    """Return what *exc* says, in one line; its name where it says nothing."""
    text = " ".join(str(exc).split())
    return text or type(exc).__name__


def log_in_one_line(*loggers: str) -> None:
    """Have these loggers tell failures of the network in one line; all else as before.

    For the libraries of platforms, which try again by themselves and log a traceback each time.
    """
    for name in loggers:
        logging.getLogger(name).addFilter(_shorten)


def _shorten(record: logging.LogRecord) -> bool:
    exc = record.exc_info[1] if record.exc_info else None
    is_of_a_file = getattr(exc, "filename", None) is not None
    if isinstance(exc, UNREACHABLE) and not is_of_a_file:
        message = record.getMessage()
        said = in_one_line(exc)
        record.msg, record.args = message if said in message else f"{message} ({said})", ()
        record.exc_info = record.exc_text = None
    return True
