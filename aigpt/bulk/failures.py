"""Why a row failed, in words for a screen."""

from __future__ import annotations

from aigpt._http.log import printable_code
from aigpt.errors import APIConnectionError, APIStatusError


def describe_failure(code: str, exception: BaseException | None) -> str:
    """Return what happened, without anybody's text: what a server says may quote the question, or the key.

    It is in the row.
    """
    if isinstance(exception, APIConnectionError):
        return str(exception).rstrip(".")
    known = printable_code(code)
    return f"status {exception.status_code}, {known}" if isinstance(exception, APIStatusError) else known
