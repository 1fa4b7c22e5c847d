"""A route of the API as a value: what is sent there, and what comes back. Types are imported on first use."""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from importlib import import_module
from typing import Any, Literal, TypeAlias
from urllib.parse import quote

from aigpt.openai._types import NoneType

Special: TypeAlias = Literal["embeddings", "transcription", "translation", "sdp", "response_format"]

_TYPE = re.compile(r"([a-z][\w.]*):(\w+)")
_NAMES: Mapping[str, Any] = {**{name: getattr(typing, name) for name in ("Any", "Dict", "List", "Optional", "Union")}}
_BUILTINS: Mapping[str, Any] = {"str": str, "object": object, "None": NoneType, "bytes": bytes}


class Endpoint:
    """A route of the API.

    *path* is relative to `base_url`, with ``{placeholders}``. *result* is the type of the answer, *chunk* that of a
    stream's, *page* the pages of a list, of which *result* is then the item's type: ``"module:Name"`` below
    ``aigpt.openai.types``, ``"str"``, ``"object"``, ``"None"``, or those in ``Union[…]``, ``List[…]``, ``Dict[…]``.
    *files* are the paths to files in the body. *special* names what is done beyond that, where something is.
    """

    def __init__(
        self,
        method: str,
        path: str,
        *,
        result: str | None = None,
        chunk: str | None = None,
        page: str | None = None,
        binary: bool = False,
        headers: Mapping[str, str] | None = None,
        named_events: bool = False,
        files: Sequence[Sequence[str]] = (),
        multipart: Literal["always", "with files"] | None = None,
        special: Special | None = None,
    ) -> None:
        self.method = method
        self.path = path
        self.route: str = path.partition("?")[0].strip("/")
        self.result = result
        self.chunk = chunk
        self.page = page
        self.binary = binary
        self.headers = headers
        self.named_events = named_events
        self.files = files
        self.multipart = multipart
        self.special: Special | None = special

    @cached_property
    def _pieces(self) -> list[str]:
        """The path, split at its placeholders, whose names are every other piece."""
        return re.split(r"\{(\w+)\}", self.path)

    def fill(self, arguments: Sequence[Any]) -> str:
        """Return its path with *arguments* in place of the placeholders. Raises ValueError for an unusable one."""
        pieces = self._pieces
        path = pieces[0]
        for index, argument in enumerate(arguments):
            path += _part(pieces[2 * index + 1], argument) + pieces[2 * index + 2]
        return path

    @cached_property
    def wrap(self) -> Callable[[Any], Any]:
        """Makes the result of a JSON value."""
        return wrapper_for(self.result or "object")

    @cached_property
    def wrap_chunk(self) -> Callable[[Any], Any]:
        """Makes a stream's chunk of a JSON value."""
        return wrapper_for(self.chunk or "object")

    def __repr__(self) -> str:
        return f"<Endpoint {self.method} {self.path}>"


def _part(name: str, argument: object) -> str:
    text = "" if argument is None else str(argument)
    if not text:
        raise ValueError(f"Expected a non-empty value for `{name}` but received {argument!r}")
    if text in {".", ".."}:
        raise ValueError(f"{name} must not be {text!r}: it would lead to another route")
    return quote(text, safe="")


def find_type(text: str) -> Any:
    """Return the type that *text* names in the notation of an `Endpoint`."""
    if text in _BUILTINS:
        return _BUILTINS[text]
    found: dict[str, Any] = {**_NAMES, **_BUILTINS}

    def note(match: re.Match[str]) -> str:
        module, name = match.groups()
        alias = f"_{len(found)}"
        found[alias] = getattr(import_module(f"aigpt.openai.types.{module}"), name)
        return alias

    return eval(_TYPE.sub(note, text), found)  # noqa: S307 (the text is the generated code's own)


def wrapper_for(text: str) -> Callable[[Any], Any]:
    """Return what makes an instance of the type that *text* names of a JSON value."""
    if text in _BUILTINS:
        return (lambda _: None) if text == "None" else (lambda value: value)
    from aigpt.openai._wrapping import wrapper_of, wrapper_of_name  # noqa: PLC0415 (on first use, as the types)

    return wrapper_of_name(text) if _TYPE.fullmatch(text) else wrapper_of(find_type(text))
