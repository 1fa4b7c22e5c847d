"""What the text of an annotation shows without the types that it names, which may be imported later."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Shape(NamedTuple):
    """Of which values of a field others are made."""

    name: str | None
    """The one type that the annotation names: a model, a union, another alias. None: several, or in other forms."""
    is_list: bool
    """Whether nothing but a list of that is expected."""
    is_float: bool
    """Whether a number is expected, and nothing else."""


_LITERAL = re.compile(r"Literal\[[^\]]*\]")
_NAME = re.compile(r"[A-Za-z_]\w*")
_ONE_NAME = re.compile(r"(?:Optional\[)?(List\[)?(\w+)\]*")
_UNWRAPPED = frozenset({"Any", "None", "bool", "builtins", "int", "object", "str", "Dict", "List", "Optional", "Union"})
_COMMON = frozenset({"str", "int", "bool", "Optional[str]", "Optional[int]", "Optional[bool]"})
_FLOATS = frozenset({"float", "Optional[float]"})


@lru_cache(1024)
def shape_of(text: str) -> Shape | None:
    """Return the shape of an annotation; None if all values of it stay as they come."""
    if text in _COMMON:
        return None
    plain = _LITERAL.sub("None", text)
    names = set(_NAME.findall(plain)) - _UNWRAPPED
    if not names:
        return None
    match = _ONE_NAME.fullmatch(plain)
    if match is None or match[2] not in names:
        return Shape(None, is_list=False, is_float=False)
    return Shape(match[2], is_list=bool(match[1]), is_float=text in _FLOATS)
