"""Why work on the database was not done, although nothing is wrong with the request."""

from __future__ import annotations

__all__ = ["OverloadedError", "ReaderError"]


class ReaderError(Exception):
    """Work was not done. The message says why, for the reply; it contains no text of messages."""

    code = "server_error"
    """The `error` of the reply."""
    status = 500
    """The HTTP status of the reply."""


class OverloadedError(ReaderError):
    """Too much work waits already."""

    code = "overloaded"
    status = 503
