"""What has to be entered before it can be used, and says so where it was not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NoReturn


class _EnteredFirst:
    """Opens something when it is entered. Whoever takes it for the thing itself is told of ``with``."""

    _how: ClassVar[str]

    if not TYPE_CHECKING:  # checkers know what it has

        def __getattr__(self, name: str) -> Any:
            problem = f"{type(self).__name__!r} object has no attribute {name!r}"
            hint = "" if name.startswith("_") else f"; enter it first: {self._how}"
            raise AttributeError(f"{problem}{hint}", name=name, obj=self)

    def _refuse(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} is not open yet: enter it first: {self._how}")


class AsyncEnteredFirst(_EnteredFirst):
    """What is entered with ``async with``."""

    _how = "async with … as stream"

    if not TYPE_CHECKING:

        def __aiter__(self) -> NoReturn:
            self._refuse()


class BlockingEnteredFirst(_EnteredFirst):
    """What is entered with ``with``."""

    _how = "with … as stream"

    if not TYPE_CHECKING:

        def __iter__(self) -> NoReturn:
            self._refuse()
