"""JSON that is still arriving: a value that grows with its text. No I/O.

Each character is read once. A value given out is a copy of what is still open and shares what is finished; the longer
the text, the more seldom one is given, so that a whole answer costs time in proportion to its length.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, TypeAlias, cast

_SPACE = re.compile(r"[ \t\n\r]*")
_PLAIN = re.compile(r'[^"\\]*')
_WORD = re.compile(r"[-+.0-9A-Za-z]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_HEX = re.compile(r"[0-9a-fA-F]{4}")
_LITERALS = {"true": True, "false": False, "null": None}
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_ESCAPE = 6  # characters of \uXXXX
_HIGH, _LOW, _AFTER = 0xD800, 0xDC00, 0xE000

_MOST_OPEN = 1_000
_LONGEST_WORD = 5_000
_SHORT = 16_384
_SHARE = 64

NOTHING: Final = object()
"""In place of a value, where none has begun."""


class _NotJSONError(Exception):
    """The text is no JSON, or nested too deep."""


class _MoreNeededError(Exception):
    """The end of the text can only be read together with what follows it."""


_Step: TypeAlias = Callable[[str, int], int]


class PartialJSON:
    """The value of a JSON text that arrives in pieces: `feed` it, and ask for `value`.

    It only ever grows: a string may get longer, a list and an object may get more items. A number is there once it is
    complete, a key once its value has begun. Text that is not JSON ends it. Line breaks within strings are accepted.
    """

    def __init__(self) -> None:
        self.unseen = False
        """Whether it has grown since `feed` last said so."""
        self.broken = False
        """Whether the text is no JSON."""
        self._length = 0
        self._due = 0
        self._rest = ""
        self._last = False
        self._root: Any = NOTHING
        self._open: list[Any] = []
        self._keys: list[str] = []  # the key of the next value, for each that is open; "" in lists
        self._string: list[str] = []
        self._in_text = False
        self._step: _Step = self._value

    def feed(self, piece: str) -> bool:
        """Take the next *piece*; return whether the value has grown, and by enough to be worth a look."""
        self._length += len(piece)
        self._read(self._rest + piece)
        if not self.unseen or self._length < self._due:
            return False
        self.unseen = False
        self._due = 0 if self._length < _SHORT else self._length + self._length // _SHARE
        return True

    def finish(self) -> Any:
        """Return the value of all that came; `NOTHING` where that is no whole JSON."""
        self._last = True
        self._read(self._rest)
        return NOTHING if self.broken or self._open or self._in_text or self._rest else self._root

    def value(self, *, whole_strings: bool = False) -> Any:
        """Return the value so far, which later growth does not change; `NOTHING` where none has begun.

        *whole_strings*: a string is there once it is complete, as a number is.
        """
        inner: Any = NOTHING
        if self._in_text and not whole_strings:
            inner = "".join(self._string)
            self._string = [inner]
        for container, key in zip(reversed(self._open), reversed(self._keys), strict=True):
            copy = container.copy()
            if inner is not NOTHING:
                _put(copy, key, inner)
            inner = copy
        return self._root if inner is NOTHING else inner

    def _read(self, text: str) -> None:
        """Take the steps that *text* allows, and keep what is left of it."""
        at, end = 0, len(text)
        try:
            while at < end and not self.broken:
                at = self._step(text, at)
        except _MoreNeededError:
            self._rest = text[at:]
            self.broken = len(self._rest) > _LONGEST_WORD
            return
        except (_NotJSONError, ValueError):  # ValueError: a whole number that Python finds too long
            self.broken = True
        self._rest = ""

    # ── steps: each takes the text and where it is, and returns where the next one begins ───────────────────────

    def _value(self, text: str, at: int) -> int:
        at = _skip(text, at)
        if at == len(text):
            return at
        char = text[at]
        if char == '"':
            self._begin_string(self._text)
            self._in_text = self.unseen = True
            return at + 1
        if char in "{[":
            if len(self._open) == _MOST_OPEN:
                raise _NotJSONError
            self._open.append({} if char == "{" else [])
            self._keys.append("")
            self.unseen = True
            self._step = self._first_key if char == "{" else self._first_item
            return at + 1
        return self._word(text, at)

    def _word(self, text: str, at: int) -> int:
        """Read a number or a literal, which are whole when something else follows."""
        end = cast("re.Match[str]", _WORD.match(text, at)).end()
        if end == len(text) and not self._last:
            raise _MoreNeededError
        word = text[at:end]
        if word in _LITERALS:
            self._add(_LITERALS[word])
        elif number := _NUMBER.fullmatch(word):
            self._add(int(word) if number[1] is number[2] is None else float(word))
        else:
            raise _NotJSONError
        return end

    def _first_item(self, text: str, at: int) -> int:
        return self._unless_closed(text, at, "]", self._value)

    def _first_key(self, text: str, at: int) -> int:
        return self._unless_closed(text, at, "}", self._key)

    def _unless_closed(self, text: str, at: int, bracket: str, step: _Step) -> int:
        at = _skip(text, at)
        if text[at : at + 1] == bracket:
            return self._close(at)
        if at < len(text):
            self._step = step
        return at

    def _key(self, text: str, at: int) -> int:
        at = _skip(text, at)
        if at == len(text):
            return at
        if text[at] != '"':
            raise _NotJSONError
        self._begin_string(self._key_text)
        return at + 1

    def _colon(self, text: str, at: int) -> int:
        at = _skip(text, at)
        if at == len(text):
            return at
        if text[at] != ":":
            raise _NotJSONError
        self._step = self._value
        return at + 1

    def _next(self, text: str, at: int) -> int:
        """Read what follows a value: a comma, or a bracket; after the last one nothing."""
        at = _skip(text, at)
        if at == len(text):
            return at
        if not self._open:
            raise _NotJSONError
        is_object = isinstance(self._open[-1], dict)
        if text[at] == ("}" if is_object else "]"):
            return self._close(at)
        if text[at] != ",":
            raise _NotJSONError
        self._step = self._key if is_object else self._value
        return at + 1

    def _close(self, at: int) -> int:
        self._keys.pop()
        self._add(self._open.pop(), grown=False)
        return at + 1

    def _add(self, value: Any, *, grown: bool = True) -> None:
        """Put a finished *value* where it belongs."""
        self.unseen = self.unseen or grown
        self._step = self._next
        if self._open:
            _put(self._open[-1], self._keys[-1], value)
        else:
            self._root = value

    # ── texts and keys ──────────────────────────────────────────────────────────────────────────────────────────

    def _begin_string(self, step: _Step) -> None:
        self._string = []
        self._step = step

    def _text(self, text: str, at: int) -> int:
        if text[at] != '"':
            return self._characters(text, at)
        self._in_text = False
        self._add("".join(self._string), grown=False)
        return at + 1

    def _key_text(self, text: str, at: int) -> int:
        if text[at] != '"':
            return self._characters(text, at)
        self._keys[-1] = "".join(self._string)
        self._step = self._colon
        return at + 1

    def _characters(self, text: str, at: int) -> int:
        if text[at] == "\\":
            found, end = self._escape(text, at)
        else:
            end = cast("re.Match[str]", _PLAIN.match(text, at)).end()
            found = text[at:end]
        self._string.append(found)
        self.unseen = self.unseen or self._in_text
        return end

    def _escape(self, text: str, at: int) -> tuple[str, int]:
        """Return the character that the escape at *at* stands for, and where it ends."""
        char = text[at + 1 : at + 2]
        if char == "u":
            code, end = self._code(text, at), at + _ESCAPE
            if _HIGH <= code < _LOW:
                code, end = self._pair(code, text, end)
            return chr(code), end
        if char not in _ESCAPES:
            raise _NotJSONError if char else _MoreNeededError
        return _ESCAPES[char], at + 2

    def _pair(self, high: int, text: str, at: int) -> tuple[int, int]:
        """Return the code that *high* and the escape after it stand for; *high* if that is not its other half."""
        follows = text[at : at + 2]
        if follows in ("", "\\") and not self._last:
            raise _MoreNeededError
        if follows == "\\u":
            low = self._code(text, at)
            if _LOW <= low < _AFTER:
                return 0x10000 + ((high - _HIGH) << 10 | (low - _LOW)), at + _ESCAPE
        return high, at

    def _code(self, text: str, at: int) -> int:
        digits = text[at + 2 : at + _ESCAPE]
        if len(digits) < _ESCAPE - 2:
            raise _MoreNeededError
        if not _HEX.fullmatch(digits):
            raise _NotJSONError
        return int(digits, 16)


def _skip(text: str, at: int) -> int:
    return cast("re.Match[str]", _SPACE.match(text, at)).end()


def _put(container: Any, key: str, value: Any) -> None:
    if isinstance(container, dict):
        container[key] = value
    else:
        container.append(value)


def parse_whole(text: str) -> Any:
    """Return the value of a whole JSON text; `NOTHING` where it is not JSON. Line breaks in strings are accepted."""
    json = PartialJSON()
    json.feed(text)
    return json.finish()
