"""The exception of the embedded server."""

from __future__ import annotations

__all__ = ["LocalServerError"]


class LocalServerError(ValueError):
    """The server cannot start or go on; the message is one line with the input or option and the remedy."""
