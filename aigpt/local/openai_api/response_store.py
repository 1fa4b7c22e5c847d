"""Responses that can be read again and continued (`previous_response_id`).

They are kept in memory alone, since they quote the user's mail: the server's end forgets them, and so does a user's
`forget`, when something of theirs is disconnected or deleted.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from aigpt.local.answer.follow_ups import Turn
from aigpt.local.openai_api.fields import Json

__all__ = ["ResponseStore", "StoredResponse"]

_MAX_RESPONSES = 1_000
_MAX_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class StoredResponse:
    """A response, what it answered, and the conversation up to its end."""

    response: Json
    items: Sequence[Json]
    turns: tuple[Turn, ...]

    @property
    def size(self) -> int:
        """Bytes, about."""
        said = sum(len(turn.text) for turn in self.turns)
        return len(msgspec.json.encode(self.response)) + len(msgspec.json.encode(self.items)) + said


class ResponseStore:
    """The last responses of all users, up to a thousand and 64 MiB. Its methods are for the event loop."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], tuple[StoredResponse, int]] = OrderedDict()
        self._size = 0
        self._forgotten = Counter[str]()

    def forgotten(self, user: str) -> int:
        """Return how often `forget` was called for *user*: to be asked before a response is begun, for `add`."""
        return self._forgotten[user]

    def add(self, user: str, stored: StoredResponse, forgotten: int) -> None:
        """Keep a response of *user*; the oldest of all are dropped.

        It is dropped itself if the user's were forgotten since *forgotten* was asked for: it may quote what is gone.
        """
        if forgotten != self._forgotten[user]:
            return
        size = stored.size
        self._kept[user, stored.response["id"]] = stored, size
        self._size += size
        while self._size > _MAX_BYTES or len(self._kept) > _MAX_RESPONSES:
            _, (_, size) = self._kept.popitem(last=False)
            self._size -= size

    def get(self, user: str, name: str) -> StoredResponse | None:
        """Return the response of *user* with that id; None if it is not kept."""
        found = self._kept.get((user, name))
        return None if found is None else found[0]

    def delete(self, user: str, name: str) -> bool:
        """Drop a response; return whether it was kept."""
        found = self._kept.pop((user, name), None)
        self._size -= 0 if found is None else found[1]
        return found is not None

    def forget(self, user: str) -> None:
        """Drop all responses of *user*, and those that were begun and are not kept yet."""
        self._forgotten[user] += 1
        for owner, name in list(self._kept):
            if owner == user:
                self.delete(owner, name)
