"""Why a question has no answer, although its parameters are valid."""

from __future__ import annotations

__all__ = ["AnswerError"]


class AnswerError(Exception):
    """There is no answer. The message says why, for the reply; it contains no key and no text of messages."""

    code = "server_error"
    """The `error` of the reply."""
