"""The one error of the embedded server."""

from __future__ import annotations

__all__ = ["LocalServerError"]


class LocalServerError(ValueError):
    """The server cannot start with what it was given; the message is one line naming the input and the remedy."""
