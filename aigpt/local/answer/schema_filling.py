"""Structured answers without a model: a value that is valid by a schema, filled from the sentences that were found.

For each property, the sentences that answer the question are ordered by how well they also fit the property's name and
description, and the first value of its type that the schema allows is taken from them: a sentence, a person, a day, a
number, one of the listed choices. Where there is none, the value is null if the schema allows it, a property that may
be absent is, and of a list or map nothing is added; a text that may be empty is "". No other value is made up, be it a
number, a boolean, a day, one of a list of choices, or what only fits a pattern: then there is no answer, and the error
says for which property.

Of a union, the member is taken that the sentences fill best. One that is told apart by a tag, such as
``kind: "meeting"``, needs a sentence that has the tag's words. A definition within itself is filled again only from
fewer sentences: a list of answers has its own lists, but a chain of references ends.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, NamedTuple

from aigpt.local.answer.errors import AnswerError
from aigpt.local.answer.schema_outline import (
    AnswerSchema,
    Array,
    Fixed,
    Flag,
    Map,
    Number,
    Object,
    Outline,
    Reference,
    Text,
    Union,
    shown_name,
    shown_path,
)
from aigpt.local.answer.schema_validator import Validator
from aigpt.local.answer.schema_values import is_about_person, ranked, scalars, supports
from aigpt.local.answer.sentence_ranking import Evidence, Sentence

__all__ = ["UnfilledError", "fill_schema"]

_MAX_ITEMS = 5
_MAX_VALUES = 2_000
_MAX_TRIES = 20_000  # values looked at, for all properties
_MAX_DEPTH = 30


class UnfilledError(AnswerError):
    """No value was found for a place that needs one."""

    code = "params"

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"output_format.schema: {shown_path(path)}: {why}")
        self._made_of = path, why

    def __reduce__(self) -> tuple[type[UnfilledError], tuple[str, str]]:
        """Let it come out of a reader process as what it is."""
        return UnfilledError, self._made_of


class _TooLargeError(Exception):
    """The answer would be too large or too deep; no part of it may do without."""


class _Filled(NamedTuple):
    value: Any
    found: int = 0
    """How many values were found in sentences."""
    total: int = 1
    """How many there are."""


def fill_schema(schema: AnswerSchema, evidence: Evidence) -> tuple[Any, list[Sentence]]:
    """Return a value that is valid by *schema*, and the sentences it is taken from. Raises `UnfilledError`."""
    filler = _Filler(schema)
    try:
        value = filler.value(schema.root, "", evidence.best(4 * _MAX_ITEMS, share=0.25), "$", 0).value
        error = schema.validator.error(value)
    except (_TooLargeError, RecursionError):
        why = f"an answer would have more than {_MAX_VALUES} values or {_MAX_DEPTH} levels; ask for less at once"
        raise UnfilledError("$", why) from None
    if error is not None:
        raise UnfilledError(error.json_path, f"nothing was found that fits its {error.validator}")
    return value, filler.used


class _Filler:
    """Fills one schema, and records the sentences it used."""

    def __init__(self, schema: AnswerSchema) -> None:
        self.used: list[Sentence] = []
        self._schema = schema
        self._validators: dict[int, Validator] = {}
        self._contents: dict[int, str] = {}
        self._values = _MAX_VALUES
        self._tries = _MAX_TRIES
        self._open: dict[str, list[int]] = {}

    def value(self, outline: Outline, name: str, scope: Sequence[Sentence], path: str, depth: int) -> _Filled:
        """Return the value of the property *name* at *path*. Raises `UnfilledError`."""
        self._values -= 1
        if self._values < 0 or depth > _MAX_DEPTH:
            raise _TooLargeError
        if outline.nullable and not scope:
            return _Filled(None)
        used = len(self.used)
        try:
            filled = self._filled(outline, name, scope, path, depth)
        except UnfilledError:
            del self.used[used:]
            if not outline.nullable:
                raise
            return _Filled(None)
        is_whole = isinstance(outline, Object | Map | Union | Reference)
        return _Filled(None) if outline.nullable and is_whole and not filled.found else filled

    def _filled(self, outline: Outline, name: str, scope: Sequence[Sentence], path: str, depth: int) -> _Filled:
        match outline:
            case Fixed(value=value):
                return _Filled(value)
            case Object() | Map() | Array():
                return self._container(outline, name, scope, path, depth)
            case Union():
                return self._union(outline, name, scope, path, depth)
            case Reference(pointer=pointer):
                with self._inside(pointer, scope, path):
                    return self.value(self._schema.definitions[pointer], name, scope, path, depth + 1)
            case _:
                return self._scalar(outline, name, ranked(scope, name, outline.about), path)

    def _container(
        self, outline: Object | Map | Array, name: str, scope: Sequence[Sentence], path: str, depth: int
    ) -> _Filled:
        match outline:
            case Object():
                # By its content, since a schema may have copies of a definition in place of references.
                with self._inside(self._content(outline), scope, path):
                    return self._object(outline, scope, path, depth)
            case Map():
                return self._map(outline, name, ranked(scope, name, outline.about), path, depth)
            case Array():
                return self._array(outline, name, ranked(scope, name, outline.about), path, depth)

    def _content(self, outline: Object) -> str:
        found = self._contents.get(id(outline))
        if found is None:
            found = self._contents[id(outline)] = json.dumps(outline.schema, sort_keys=True)
        return found

    @contextmanager
    def _inside(self, definition: str, scope: Sequence[Sentence], path: str) -> Generator[None]:
        """Raise `UnfilledError` within the same definition, unless there are fewer sentences than there."""
        around = self._open.setdefault(definition, [])
        if around and len(scope) >= around[-1]:
            raise UnfilledError(path, "it is within itself for ever; let it be null, a list, or absent")
        around.append(len(scope))
        try:
            yield
        finally:
            around.pop()

    # ── one value ───────────────────────────────────────────────────────────────────────────────────────────────

    def _scalar(self, outline: Outline, name: str, scope: Sequence[Sentence], path: str) -> _Filled:
        found = self._take(outline, name, scope, 1)
        if found:
            return _Filled(found[0], 1)
        if outline.nullable:
            return _Filled(None)
        return _Filled(self._empty(outline, path))

    def _take(self, outline: Outline, name: str, scope: Sequence[Sentence], count: int) -> list[Any]:
        """Return different values in *scope* that the schema allows."""
        values: list[Any] = []
        if count > 0:
            for value, sentence in self._allowed(outline, name, scope):
                if value not in values:
                    values.append(value)
                    self.used.append(sentence)
                if len(values) == count:
                    break
        return values

    def _allowed(self, outline: Outline, name: str, scope: Sequence[Sentence]) -> Iterator[tuple[Any, Sentence]]:
        find = self._schema.validator.patterns.find
        for value, sentence in islice(scalars(outline, name, scope, find), max(0, self._tries)):
            self._tries -= 1
            if self._validator(outline).is_valid(value):
                yield value, sentence

    def _empty(self, outline: Outline, path: str) -> Any:
        """Return the value that says nothing: an empty text. Raises `UnfilledError` if the schema does not allow it."""
        is_free_text = isinstance(outline, Text) and not outline.choices and not outline.format
        value = "" if is_free_text else None
        error = self._validator(outline).error(value)
        if error is not None:
            rule = _rule(outline) or error.validator
            raise UnfilledError(path, f"nothing was found that fits its {rule}; let it be null, or ask for less")
        return value

    def _validator(self, outline: Outline) -> Validator:
        found = self._validators.get(id(outline))
        if found is None:
            found = self._validators[id(outline)] = self._schema.validator.part(outline.schema)
        return found

    # ── objects and lists ───────────────────────────────────────────────────────────────────────────────────────

    def _object(self, outline: Object, scope: Sequence[Sentence], path: str, depth: int) -> _Filled:
        values: dict[str, Any] = {}
        found = total = 0
        for one in outline.properties:
            used = len(self.used)
            try:
                filled = self.value(one.outline, one.name, scope, f"{path}.{shown_name(one.name)}", depth + 1)
            except UnfilledError:
                if one.required:
                    raise
                continue
            if one.required or filled.found or isinstance(one.outline, Fixed):
                values[one.name] = filled.value
                found, total = found + filled.found, total + filled.total
            else:
                del self.used[used:]
        return _Filled(values, found, max(1, total))

    def _map(self, outline: Map, name: str, scope: Sequence[Sentence], path: str, depth: int) -> _Filled:
        """Return an object with an entry for each of the best sentences: by the message's subject, or who wrote it."""
        values: dict[str, Any] = {}
        found = 0
        most = _MAX_ITEMS if outline.most is None else min(_MAX_ITEMS, outline.most)
        for sentence in scope:
            if len(values) == most:
                break
            key = self._key(outline.keys, name, sentence, values, path, depth + 1)
            filled = None if key is None else self._entry(outline.values, name, sentence, f"{path}[…]", depth)
            if key is not None and filled is not None:
                values[key] = filled.value
                found += filled.found
        if len(values) < outline.least:
            raise UnfilledError(path, "nothing was found for its minProperties; ask for fewer")
        return _Filled(values, found, max(1, len(values)))

    def _key(
        self, keys: Outline, name: str, sentence: Sentence, taken: dict[str, Any], path: str, depth: int
    ) -> str | None:
        names = ("person", "subject") if is_about_person(name) else ("subject", "person", "text")
        used = len(self.used)
        for one in names:
            try:
                key = self.value(keys, one, [sentence], path, depth).value
            except UnfilledError:
                continue
            finally:
                del self.used[used:]
            if isinstance(key, str) and key and key not in taken:
                return key
        return None

    def _entry(self, outline: Outline, name: str, sentence: Sentence, path: str, depth: int) -> _Filled | None:
        """Return a value from one sentence alone; None if it has none."""
        used = len(self.used)
        try:
            filled = self.value(outline, name, [sentence], path, depth + 1)
        except UnfilledError:
            return None
        if not filled.found:
            del self.used[used:]
            return None
        return filled

    def _array(self, outline: Array, name: str, scope: Sequence[Sentence], path: str, depth: int) -> _Filled:
        values: list[Any] = []
        found = 0
        for index, inner in enumerate(outline.prefix[: outline.most]):
            try:
                filled = self._position(inner, name, scope, values, f"{path}[{index}]", depth)
            except UnfilledError:
                if index < outline.least:
                    raise
                break
            values.append(filled.value)
            found += filled.found
        if outline.items is not None and len(values) == len(outline.prefix):
            most = _MAX_ITEMS if outline.most is None else min(_MAX_ITEMS, outline.most)
            more = self._items(outline.items, name, scope, most - len(values), f"{path}[]", depth)
            values += more
            found += len(more)
        if len(values) < outline.least:
            raise UnfilledError(path, "less was found than its minItems; ask for fewer")
        return _Filled(values, found, max(1, len(values)))

    def _position(
        self, inner: Outline, name: str, scope: Sequence[Sentence], before: list[Any], path: str, depth: int
    ) -> _Filled:
        """Return a value of a tuple; another one than those *before*, if there is one."""
        if isinstance(inner, Text | Number):
            for value, sentence in self._allowed(inner, name, ranked(scope, name, inner.about)):
                if value not in before:
                    self.used.append(sentence)
                    return _Filled(value, 1)
        return self.value(inner, name, scope, path, depth + 1)

    def _items(
        self, inner: Outline, name: str, scope: Sequence[Sentence], count: int, path: str, depth: int
    ) -> list[Any]:
        """Return a value for each of the best sentences; of plain values, all different ones in any sentence."""
        if isinstance(inner, Text | Number | Flag):
            return self._take(inner, name, scope, count)
        values: list[Any] = []
        for sentence in scope:
            if len(values) >= count:
                break
            filled = self._entry(inner, name, sentence, path, depth)
            if filled is not None and filled.value not in values:
                values.append(filled.value)
        return values

    # ── unions and references ───────────────────────────────────────────────────────────────────────────────────

    def _union(self, outline: Union, name: str, scope: Sequence[Sentence], path: str, depth: int) -> _Filled:
        best: _Filled | None = None
        best_used: list[Sentence] = []
        most = (-1.0, 0)
        used = len(self.used)
        for member in outline.members:
            tags = self._tags(member)
            told = [place for place, one in enumerate(scope) if all(supports(tag, one) for tag in tags)]
            if tags and not told:
                continue
            try:
                filled = self.value(member, name, [scope[place] for place in told], path, depth + 1)
            except UnfilledError:
                continue
            score = (filled.found / filled.total, -min(told, default=0))
            # An empty text says nothing of a number.
            may_be = filled.value != "" or all(isinstance(one, Text) for one in outline.members)
            if may_be and score > most and self._validator(outline).is_valid(filled.value):
                best, best_used, most = filled, self.used[used:], score
            del self.used[used:]
        if best is None:
            raise UnfilledError(path, f"nothing was found that fits its {_rule(outline)}; let it be null")
        self.used += best_used
        return best

    def _tags(self, member: Outline) -> list[str]:
        """Return the texts that tell a member of a union from the others."""
        while isinstance(member, Reference):
            member = self._schema.definitions[member.pointer]
        if not isinstance(member, Object):
            return []
        fixed = [one.outline.value for one in member.properties if isinstance(one.outline, Fixed)]
        return [value for value in fixed if isinstance(value, str)]


def _rule(outline: Outline) -> str:
    """Return the keyword that is hardest to follow, for a message."""
    rule = ""
    match outline:
        case Text(choices=choices) if choices:
            rule = "enum"
        case Text(format=form) if form:
            rule = f"format {form}"
        case Number(is_choice=True):
            rule = "enum"
        case Number(whole=whole):
            rule = "type integer" if whole else "type number"
        case Flag():
            rule = "type boolean"
        case Union():
            rule = next((word for word in ("anyOf", "oneOf", "enum", "type") if word in outline.schema), "type")
        case _:
            pass
    return rule
