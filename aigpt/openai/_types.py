"""The small types of the OpenAI clients' interface: what is not sent, files, headers, timeouts."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import (
    IO,
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    Protocol,
    Self,
    SupportsIndex,
    TypeAlias,
    TypeVar,
    Union,
    get_origin,
    overload,
)

from aiohttp import ClientTimeout

_T_co = TypeVar("_T_co", covariant=True)

NoneType: type[None] = type(None)


class NotGiven:
    """The default of a parameter for which None means something."""

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "NOT_GIVEN"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self


class _Anything:
    """Tells pydantic, where that is used, to take a value of a type that it does not know as it is."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema  # noqa: PLC0415 (only pydantic calls this)

        kind = get_origin(source) or source
        if kind is IO:
            return core_schema.no_info_plain_validator_function(_checked_file)
        return core_schema.is_instance_schema(kind)


def _checked_file(value: Any) -> Any:
    if not hasattr(value, "read"):
        raise ValueError("not an open file")
    return value


class Omit(_Anything):
    """The default of a parameter that is not sent; as a header's value, it takes that header away."""

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "omit"

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self


not_given: Final = NotGiven()
NOT_GIVEN: Final = not_given
omit: Final = Omit()

Headers: TypeAlias = Mapping[str, Union[str, Omit]]  # noqa: UP007 (evaluated by get_type_hints)
Query: TypeAlias = Mapping[str, object]
Body: TypeAlias = object
Abort: TypeAlias = asyncio.Event | threading.Event

OpenFile: TypeAlias = Annotated[IO[bytes], _Anything()]
FileContent: TypeAlias = Union[OpenFile, bytes, os.PathLike[str]]  # noqa: UP007
Base64FileInput: TypeAlias = Union[OpenFile, os.PathLike[str]]  # noqa: UP007
FileTypes: TypeAlias = Union[  # noqa: UP007
    FileContent,
    tuple[str | None, FileContent],
    tuple[str | None, FileContent, str | None],
    tuple[str | None, FileContent, str | None, Mapping[str, str]],
]
"""A file to be sent: its content, or (name, content), (name, content, type), (name, content, type, headers)."""


if TYPE_CHECKING:

    class SequenceNotStr(Protocol[_T_co]):
        """A sequence of anything, but no string.

        `index` and `count`, by which a string is told apart too, would keep pyright from reading dicts in a list as
        TypedDicts.
        """

        @overload
        def __getitem__(self, index: SupportsIndex, /) -> _T_co: ...
        @overload
        def __getitem__(self, index: slice, /) -> Sequence[_T_co]: ...
        def __contains__(self, value: object, /) -> bool: ...
        def __len__(self) -> int: ...
        def __iter__(self) -> Iterator[_T_co]: ...
        def __reversed__(self) -> Iterator[_T_co]: ...

else:
    SequenceNotStr = Sequence  # which pydantic knows


class _TimeoutLike(Protocol):
    """What an httpx.Timeout has."""

    @property
    def connect(self) -> float | None: ...
    @property
    def read(self) -> float | None: ...


class Timeout:
    """Timeouts in seconds, with the parameters of ``httpx.Timeout``; None for none.

    *connect* bounds the connecting, *read* each wait for bytes (where an answer is read whole, the attempt as a whole).
    *write* and *pool* are taken and mean nothing here.
    """

    def __init__(
        self,
        timeout: float | NotGiven | None = not_given,
        *,
        connect: float | NotGiven | None = not_given,
        read: float | NotGiven | None = not_given,
        write: float | NotGiven | None = not_given,
        pool: float | NotGiven | None = not_given,
    ) -> None:
        if isinstance(timeout, NotGiven) and any(isinstance(one, NotGiven) for one in (connect, read, write, pool)):
            raise ValueError("Timeout takes a default first, as in Timeout(60, connect=5), or all four timeouts")
        default = None if isinstance(timeout, NotGiven) else timeout
        self.connect: float | None = default if isinstance(connect, NotGiven) else connect
        self.read: float | None = default if isinstance(read, NotGiven) else read
        self.write: float | None = default if isinstance(write, NotGiven) else write
        self.pool: float | None = default if isinstance(pool, NotGiven) else pool

    @classmethod
    def of(cls, timeout: Any) -> Timeout:
        """Return what has the attributes of a timeout, such as an ``httpx.Timeout``, as one of these."""
        if isinstance(timeout, Timeout):
            return timeout
        return cls(
            connect=timeout.connect,
            read=timeout.read,
            write=getattr(timeout, "write", None),
            pool=getattr(timeout, "pool", None),
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Timeout) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((self.connect, self.read, self.write, self.pool))

    def __repr__(self) -> str:
        return f"Timeout(connect={self.connect}, read={self.read}, write={self.write}, pool={self.pool})"


TimeoutTypes: TypeAlias = float | Timeout | ClientTimeout | _TimeoutLike | None
"""What a `timeout` may be."""
KeyProvider: TypeAlias = Callable[[], str]

DEFAULT_TIMEOUT: Final = Timeout(600.0, connect=5.0)
DEFAULT_MAX_RETRIES: Final = 2
