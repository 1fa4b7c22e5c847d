"""Validation of answers by JSON Schema, with bounds on what the schema's patterns may cost.

A pattern that a client sends could take for ever in Python's own `re`, and with it the whole server. So patterns are
matched by `regex`, which takes a timeout.
"""

from __future__ import annotations

import importlib
import time
from collections.abc import Iterator
from typing import Any

__all__ = ["PatternMatcher", "Validator", "make_validator", "schema_problem"]

_LONGEST_PATTERN = 500
_LONGEST_PATH = 200
_LONGEST_MATCH = 0.05  # seconds
_SECONDS = 0.5  # for all matches of one answer


class PatternMatcher:
    """Matches the patterns of one schema. After half a second in all, nothing matches any more."""

    def __init__(self) -> None:
        # By its name: it has no types of its own, and few checkers have its stubs.
        self._regex: Any = importlib.import_module("regex")
        self._compiled: dict[str, Any] = {}
        self._left = _SECONDS

    def problem(self, pattern: str) -> str:
        """Return what is wrong with *pattern*; "" if it can be used."""
        if len(pattern) > _LONGEST_PATTERN:
            return f"is longer than {_LONGEST_PATTERN} characters"
        try:
            self._compile(pattern)
        except (self._regex.error, RecursionError, OverflowError, MemoryError):
            return "is not a regular expression"
        return ""

    def find(self, pattern: str, text: str) -> tuple[int, int] | None:
        """Return where the first match of *pattern* in *text* begins and ends, or None."""
        if self._left <= 0:
            return None
        began = time.perf_counter()
        try:
            match = self._compile(pattern).search(text, timeout=min(_LONGEST_MATCH, self._left))
        except (TimeoutError, MemoryError):
            return None
        finally:
            self._left -= time.perf_counter() - began
        return None if match is None else (match.start(), match.end())

    def _compile(self, pattern: str) -> Any:
        found = self._compiled.get(pattern)
        if found is None:
            found = self._compiled[pattern] = self._regex.compile(pattern)
        return found


class Validator:
    """Validates values by one schema and its parts."""

    def __init__(self, validator: Any, patterns: PatternMatcher) -> None:
        self._validator = validator
        self.patterns = patterns

    def part(self, schema: Any) -> Validator:
        """Return a validator for a part of the schema; its references are those of the whole."""
        return Validator(self._validator.evolve(schema=schema), self.patterns)

    def is_valid(self, value: Any) -> bool:
        """Return whether *value* is valid."""
        return bool(self._validator.is_valid(value))

    def error(self, value: Any) -> Any:
        """Return the first error of *value* (a `jsonschema.ValidationError`), or None."""
        return next(self._validator.iter_errors(value), None)


def make_validator(schema: dict[str, Any]) -> Validator:
    """Return the validator of *schema*, which must be valid itself."""
    from jsonschema import Draft202012Validator, validators  # noqa: PLC0415 (it takes a second, and few need it)
    from jsonschema.exceptions import ValidationError  # noqa: PLC0415 (as above)

    patterns = PatternMatcher()

    def check_pattern(_: Any, pattern: str, value: Any, __: Any) -> Iterator[Any]:
        if isinstance(value, str) and patterns.find(pattern, value) is None:
            yield ValidationError("the text does not match the pattern")

    extend: Any = getattr(validators, "extend")  # noqa: B009 (it is not typed)
    kind = extend(Draft202012Validator, {"pattern": check_pattern})
    # Without "$schema", which would have jsonschema choose another class than this one.
    plain = {name: value for name, value in schema.items() if name != "$schema"}
    return Validator(kind(plain, format_checker=Draft202012Validator.FORMAT_CHECKER), patterns)


def schema_problem(schema: Any) -> str:
    """Return where *schema* is no valid JSON Schema, and by which rule; "" if it is one."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415 (as above)
    from jsonschema.exceptions import SchemaError  # noqa: PLC0415 (as above)

    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        return f"{error.json_path[:_LONGEST_PATH]} is not valid JSON Schema ({error.validator})"
    return ""
