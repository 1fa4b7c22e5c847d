"""Checks of what a fan-out is given, before anything begins."""

from __future__ import annotations

import inspect
import warnings
from collections.abc import AsyncIterable, AsyncIterator, Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, cast

from aigpt._http.prepared import sender_of
from aigpt.errors import ConfigurationError


def check_items(items: Iterable[Any] | AsyncIterable[Any]) -> Iterator[Any] | AsyncIterator[Any]:
    """Return an iterator over *items*. Raises ConfigurationError."""
    if isinstance(items, str | bytes | Mapping):
        raise ConfigurationError("items must be several: put a single one into a list")
    if isinstance(items, AsyncIterable):
        return aiter(items)
    if isinstance(items, Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]  (not everybody runs a type checker)
        return iter(items)
    raise ConfigurationError("items must be an iterable, or an async one, of strings or dicts of keywords")


def check_common(common: object) -> dict[str, Any]:
    """Return the keywords for all items. Raises ConfigurationError."""
    if common is None:
        return {}
    if not isinstance(common, Mapping):
        raise ConfigurationError("common must be a dict of keywords")
    keywords = dict(cast("Mapping[str, Any]", common))
    if keywords.get("stream"):
        raise ConfigurationError("a fan-out gives whole replies; leave stream out of common")
    return keywords


def check_keywords(method: Callable[..., Any], common: Mapping[str, Any]) -> None:
    """Raise ConfigurationError where *common* has keywords that a client's *method* does not take."""
    if sender_of(method) is None:
        return
    parameters = inspect.signature(method).parameters
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters.values()):
        return
    unknown = next((name for name in common if name not in parameters), None)
    if unknown is not None:
        raise ConfigurationError(
            f"names {unknown!r}, which {method.__qualname__} does not take; parameters that it does not know go "
            'into "extra_body"',
            option="common",
        )


def check_tokens(tokens_per_minute: object, *, known: bool) -> bool:
    """Return whether there is a limit of tokens. Raises ConfigurationError."""
    if tokens_per_minute is None:
        return False
    is_number = isinstance(tokens_per_minute, int | float) and not isinstance(tokens_per_minute, bool)
    if not is_number or not 0 < cast("float", tokens_per_minute) < float("inf"):
        raise ConfigurationError("must be a number above 0", option="tokens_per_minute")
    if not known:
        raise ConfigurationError("is for the methods of the clients in aigpt.openai", option="tokens_per_minute")
    return True


def check_codes(codes: object) -> frozenset[str]:
    """Return the codes that end a run. Raises ConfigurationError."""
    if isinstance(codes, str) or not isinstance(codes, Collection):
        raise ConfigurationError('stop_on must be a set of error codes, like {"auth"}')
    return frozenset(cast("Collection[str]", codes))


def warn_of_pool(most: int, connections: int) -> None:
    """Warn where more calls may be under way than the client has connections."""
    if connections and most > connections:
        warnings.warn(
            f"concurrency is {most}, but the client holds {connections} connections: the rest waits in a queue; "
            f"give the client max_connections={most}",
            stacklevel=4,
        )
