"""The API keys that the server accepts."""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path

from aigpt.local.errors import LocalServerError

__all__ = ["Keys", "read_keys"]

_KEY = re.compile(r"[!-~]+")
_MAX_BYTES = 1 << 20
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class Keys:
    """Accepts *keys* only, or any key that is not blank if they are None.

    Raises `LocalServerError` if *keys* is empty or one of them cannot be sent in a header; its message contains no key.
    """

    def __init__(self, keys: Iterable[str] | None) -> None:
        if keys is not None:
            keys = [keys] if isinstance(keys, str) else list(keys)
            if not keys:
                raise LocalServerError("the API keys are empty; give at least one")
            if not all(_KEY.fullmatch(key) for key in keys):
                raise LocalServerError("an API key is not plain ASCII without spaces; choose another")
        self._digests = None if keys is None else [_digest(key) for key in keys]

    def problem(self, authorization: str) -> str:
        """Return what is wrong with an ``Authorization`` header; "" if it has a key that is accepted."""
        scheme, _, key = authorization.partition(" ")
        if scheme.lower() == "bearer" and self.accept(key.strip()):
            return ""
        if self._digests is None:
            return "the header Authorization must be 'Bearer' and a key; on this server any that is not blank will do"
        return "the header Authorization must be 'Bearer' and one of the API keys that this server was started with"

    def accept(self, key: str) -> bool:
        """Whether *key* is accepted, in constant time."""
        if self._digests is None:
            return bool(key.strip())
        digest = _digest(key)
        return any([hmac.compare_digest(digest, known) for known in self._digests])  # noqa: C419 (all are compared)


def _digest(key: str) -> bytes:
    return hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()


def read_keys(path: Path) -> list[str]:
    """Return the keys in the file at *path*, one a line.

    Raises `LocalServerError`, with file and remedy, if it cannot be read, has no key, or other users may read it.
    """
    try:
        with path.open("rb") as file:
            if os.name == "posix" and os.fstat(file.fileno()).st_mode & _OTHERS:
                raise LocalServerError(f"{path}: others on this machine may read the API keys; run chmod 600 on it")
            lines = file.read(_MAX_BYTES).decode("utf-8", "replace").split("\n")
    except OSError as error:
        raise LocalServerError(f"{path}: cannot be read ({error.strerror}); give a file of API keys") from error
    keys = {number: line.strip() for number, line in enumerate(lines, start=1) if line.strip()}
    if not keys:
        raise LocalServerError(f"{path}: holds no API key; write at least one, one a line")
    for number, key in keys.items():
        if _KEY.fullmatch(key) is None:
            raise LocalServerError(f"{path}: line {number} is no API key; write plain ASCII without spaces, one a line")
    return list(keys.values())
