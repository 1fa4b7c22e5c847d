"""What a server sends and no helper can make sense of: one guard, which tells it from the caller's own exceptions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from aigpt.openai._errors import APIResponseValidationError

T = TypeVar("T")

UNFIT = (AttributeError, TypeError, LookupError, ArithmeticError, RuntimeError, UnicodeError)
"""What code raises that is given a text for a list, a null for a number, or events in an order that cannot be.

A ValueError is none of them: it is what types raise for an answer that does not fit.
"""
_MARK = "__raised_by_the_callers_type__"


class _OutOfOrderError(APIResponseValidationError, RuntimeError):
    """What arrived does not follow from what came before. openai raises a RuntimeError."""


def callers(make: Callable[[str], T], text: Any) -> T:
    """Return what *make*, a type of the caller's, makes of *text*. What it raises is let through by `not_promised`.

    Raises TypeError where *text* is none.
    """
    if not isinstance(text, str):
        raise TypeError(f"text was expected, not {type(text).__name__}")
    try:
        return make(text)
    except Exception as exc:
        exc.__dict__[_MARK] = True
        raise


def not_promised(exc: Exception, response: Any) -> Exception:
    """Return what is raised for *exc*, one of `UNFIT`: an error of the *response*, or *exc* where it is the caller's.

    Nothing of what the server sent is in its message.
    """
    if _MARK in exc.__dict__:
        return exc
    if isinstance(exc, RuntimeError) and not isinstance(exc, RecursionError | NotImplementedError):
        message = f"The response is not what the API promises: {exc}."
        return _OutOfOrderError(response, None, message=message)
    message = f"The response is not what the API promises: a value of it has another type ({type(exc).__name__})."
    return APIResponseValidationError(response, None, message=message)
