"""The TypeError of an unknown option, which names the class that was called and the option that was meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar, cast

from aigpt._http.session import SessionOptions
from aigpt.openai._errors import ConfigurationError

MethodT = TypeVar("MethodT", bound=Callable[..., Any])

OF_THE_CONNECTIONS = (
    "connections belong to the client, and a view shares them: make another client, "
    "or give the view an http_client=DefaultHttpxClient(…)"
)


def refusing_unknown_options(method: MethodT) -> MethodT:
    """Let the TypeError of a wrong call of *method*, an ``__init__`` or ``with_options``, name what was meant."""
    code = method.__code__
    options = frozenset(code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount])
    is_view = method.__name__ != "__init__"

    @wraps(method)
    def checked(self: object, *args: Any, **given: Any) -> Any:
        if args:
            called = "with_options" if is_view else type(self).__name__
            raise TypeError(f"{called}() takes keywords alone: api_key=… for the key")
        if not given.keys() <= options:
            name = min(given.keys() - options)
            called = "with_options" if is_view else type(self).__name__
            if name in SessionOptions.__annotations__:
                if is_view:
                    raise ConfigurationError(f"{name} is none of its options: {OF_THE_CONNECTIONS}")
                raise TypeError(f"{called}() takes no {name}, which belongs to another event loop: use Async{called}")
            raise TypeError(f"{called}() got an unexpected keyword argument {name!r}{did_you_mean(name, options)}")
        return method(self, *args, **given)

    return cast("MethodT", checked)


def did_you_mean(name: str, options: Iterable[str]) -> str:
    """Return a hint at the one of *options* that is most like *name*; nothing where none is."""
    from difflib import get_close_matches  # noqa: PLC0415 (for errors only)

    meant = get_close_matches(name, options, n=1)
    return f"; did you mean {meant[0]!r}?" if meant else ""
