"""The API keys that the server accepts."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from aigpt.local.errors import LocalServerError
from aigpt.local.params import has_control_characters

__all__ = ["Keys", "read_keys"]

_KEY = re.compile(r"[!-~]+")
_KEY_AND_USER = 2  # words on a line
_MAX_BYTES = 1 << 20
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Keys:
    """Accepts *keys* only, or any key that is not blank if they are None.

    A mapping says of each key to which user it is bound: it is for that user's data alone, or for all users' if None.
    Raises `LocalServerError` if *keys* is empty or one of them cannot be sent in a header; its message contains no key.
    """

    def __init__(self, keys: Mapping[str, str | None] | Iterable[str] | None) -> None:
        self._users: dict[bytes, str | None] | None = None
        if keys is None:
            return
        bound = _bound([keys] if isinstance(keys, str) else keys)
        if not bound:
            raise LocalServerError("the API keys are empty; give at least one")
        if not all(_KEY.fullmatch(key) for key in bound):
            raise LocalServerError("an API key is not plain ASCII without spaces; choose another")
        if any(user is not None and not user.strip() for user in bound.values()):
            raise LocalServerError("the user of an API key is blank; give a name, or None for all users")
        if any(has_control_characters(user or "") for user in bound.values()):
            raise LocalServerError("the user of an API key has control characters; give a plain name")
        self._users = {_digest(key): user for key, user in bound.items()}

    @property
    def any_will_do(self) -> bool:
        """Whether no keys were given, so that any is accepted."""
        return self._users is None

    def problem(self, authorization: str, user: str | None = None) -> str:
        """Return what is wrong with an ``Authorization`` header; "" if it has a key that is accepted.

        With *user*, the key must not be bound to another one.
        """
        known, bound = self._find(_bearer(authorization))
        if not known:
            if self._users is None:
                return (
                    "the header Authorization must be 'Bearer' and a key; on this server any that is not blank will do"
                )
            return "the header Authorization must be 'Bearer' and one of the API keys that this server was started with"
        if user is not None and bound is not None and user != bound:
            return "the API key is that of another user; name the user that it is bound to"
        return ""

    def user_of(self, authorization: str) -> str | None:
        """Return the user to whom the key of an ``Authorization`` header is bound; None if it is for all users."""
        return self._find(_bearer(authorization))[1]

    def accept(self, key: str) -> bool:
        """Whether *key* is accepted."""
        return self._find(key)[0]

    def _find(self, key: str | None) -> tuple[bool, str | None]:
        """Return whether *key* is accepted, and its user."""
        if key is None:
            return False, None
        if self._users is None:
            return bool(key.strip()), None
        # What the time of this tells is of digests, from which no key can be guessed.
        digest = _digest(key)
        return digest in self._users, self._users.get(digest)


def _bound(keys: Mapping[str, str | None] | Iterable[str]) -> dict[str, str | None]:
    """Return the user of each key; None if it is for all users."""
    if isinstance(keys, Mapping):
        return dict(cast("Mapping[str, str | None]", keys))
    return dict.fromkeys(keys)


def _bearer(authorization: str) -> str | None:
    scheme, _, key = authorization.partition(" ")
    return key.strip() if scheme.lower() == "bearer" else None


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()


def read_keys(path: Path) -> dict[str, str | None]:
    """Return the keys in the file at *path*, each with the user it is bound to, or None.

    A line is a key, or a key, a space and the name of a user. Raises `LocalServerError`, with file and remedy, if it
    cannot be read, has no key, has one twice, or others on this machine may read it.
    """
    try:
        with path.open("rb") as file:
            if os.name == "posix" and os.fstat(file.fileno()).st_mode & _OTHERS:
                raise LocalServerError(f"{path}: others on this machine may read the API keys; run chmod 600 on it")
            lines = file.read(_MAX_BYTES).decode("utf-8", "replace").split("\n")
    except OSError as error:
        raise LocalServerError(f"{path}: cannot be read ({error.strerror}); give a file of API keys") from error
    found: dict[str, str | None] = {}
    for number, line in enumerate(lines, start=1):
        if not (words := line.split()):
            continue
        if len(words) > _KEY_AND_USER or _KEY.fullmatch(words[0]) is None:
            raise LocalServerError(
                f"{path}: line {number} is no API key; write plain ASCII without spaces, one a line, or with the user "
                "that it is for after a space"
            )
        if words[0] in found:
            raise LocalServerError(f"{path}: line {number} has a key that is there already; write each key once")
        found[words[0]] = words[1] if len(words) == _KEY_AND_USER else None
    if not found:
        raise LocalServerError(f"{path}: holds no API key; write at least one, one a line")
    return found
