"""The lock of an output that is in an object store: an object that one creates if there is none, and none else then."""

from __future__ import annotations

from typing import Any

from aigpt.bulk.object_store import ObjectStore
from aigpt.bulk.run_lock import token_of


class StoredLock:
    """The object *name* as a `Lock`."""

    def __init__(self, store: ObjectStore, name: str) -> None:
        self._store, self._name = store, name
        self._version: Any = None
        self._token: object = None

    def create(self, content: bytes) -> bool:
        """Create the object, if there is none."""
        return self._note(self._store.create(self._name, content), content)

    def read(self) -> bytes | None:
        """Return what is in the object."""
        found = self._store.get(self._name)
        if found is None:
            return None
        self._version = found.version
        return found.data

    def take_over(self, content: bytes) -> bool:
        """Replace the object, if it is as it was read."""
        return self._note(self._store.replace(self._name, content, self._version), content)

    def beat(self, content: bytes) -> bool:
        """Replace the object, if nobody else has."""
        if self._note(self._store.replace(self._name, content, self._version), content):
            return True
        # A request that was sent twice finds what it has written itself.
        return token_of(self.read()) == self._token

    def remove(self) -> None:
        """Remove the object, if it is ours."""
        if self._token is not None and token_of(self.read()) == self._token:
            self._store.delete([self._name])

    def _note(self, version: Any, content: bytes) -> bool:
        if version is None:
            return False
        self._version, self._token = version, token_of(content)
        return True
