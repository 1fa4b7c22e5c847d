"""The items of a response's output as they come, and whether those that come again are the same. No I/O."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

# What is known by its call, since a server may give it an id of its own late, or none.
_BY_CALL = frozenset({"custom_tool_call", "function_call", "shell_call", "shell_call_output"})
_WITH_LATE_ID = frozenset({"custom_tool_call", "function_call"})


class OutputItems:
    """The items by their index, in which there may be gaps: those that grow, and those that are done.

    Where an item turns out to be another one than it was, or where the response is completed without it, events were
    lost or mixed up, and RuntimeError is raised.
    """

    def __init__(self, growing: Iterable[Any]) -> None:
        self._growing: dict[int, Any] = dict(enumerate(growing))
        self._done: dict[int, Any] = {}

    def growing(self) -> list[Any]:
        """Return the items of the snapshot, in order."""
        return [self._growing[index] for index in sorted(self._growing)]

    def all(self) -> list[Any]:
        """Return copies of all that came, in order."""
        merged = self._growing | self._done
        return [copy.deepcopy(merged[index]) for index in sorted(merged)]

    def done(self) -> list[Any]:
        """Return the items that are done, in order."""
        return [self._done[index] for index in sorted(self._done)]

    def find(self, event: Any) -> Any:
        """Return the item that *event* is about."""
        if event.output_index not in self._growing:
            raise RuntimeError(
                f"{event.type} came for item {event.output_index} of the output before receiving its output item"
            )
        return self._growing[event.output_index]

    def add(self, index: int, item: Any) -> None:
        """Add an *item* that is to grow."""
        if index in self._growing:
            raise RuntimeError(f"item {index} of the output was added twice")
        self._growing[index] = item

    def end(self, index: int, item: Any, grown: Any) -> None:
        """Note that the *item* at *index* is done; in the snapshot it is *grown*."""
        known = self._growing.get(index)
        if known is not None and not (_identity(known) == _identity(item) and _has_id_of(item, known)):
            raise RuntimeError(f"the identity of item {index} of the output changed")
        if any(at != index and _identity(one) == _identity(item) for at, one in self._done.items()):
            raise RuntimeError(f"item {index} of the output has the identity of another one")
        self._done[index] = item
        self._growing[index] = grown

    def renew(self, items: Iterable[Any]) -> None:
        """Take what a response that goes on says of items that are done."""
        said: dict[Any, Any] = {}
        for item in items:
            if said.setdefault(_identity(item), item) is not item:
                raise RuntimeError("two items of the output have the same identity")
        for index, known in self._done.items():
            item = said.get(_identity(known))
            if item is not None:
                if not _has_id_of(item, known):
                    raise RuntimeError(f"the identity of item {index} of the output changed")
                self._done[index] = copy.deepcopy(item)

    def check_final(self, items: Iterable[Any]) -> None:
        """Raise RuntimeError unless *items*, the output of the completed response, has all that is not done."""
        final = {_identity(item): item for item in items}
        for index, known in self._done.items():
            item = final.get(_identity(known))
            if item is not None and not _has_id_of(item, known):
                raise RuntimeError(f"the identity of item {index} of the output changed")
        for index in self._growing.keys() - self._done.keys():
            known = self._growing[index]
            item = final.get(_identity(known))
            if item is None or not _has_id_of(item, known):
                raise RuntimeError(f"the response was completed with an unfinished item {index} of its output")


def _identity(item: Any) -> tuple[Any, Any, Any]:
    """Return what tells *item* from others."""
    own = None if item.type in _BY_CALL else getattr(item, "id", None)
    return item.type, own, getattr(item, "call_id", None)


def _has_id_of(item: Any, known: Any) -> bool:
    """Return whether *item* has the id that it was *known* by."""
    before = getattr(known, "id", None)
    return before == getattr(item, "id", None) or (before is None and known.type in _WITH_LATE_ID)
