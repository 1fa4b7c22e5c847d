"""What a run in shards writes to: a folder on a file system, or at an address in an object store."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Protocol
from urllib.parse import urlsplit

from aigpt.bulk.parts import ABOUT, Parts
from aigpt.bulk.places import is_remote, printable
from aigpt.bulk.run_lock import Lock
from aigpt.errors import ConfigurationError

_FILES = frozenset({".jsonl", ".json", ".parquet", ".csv", ".txt"})


class Journal(Protocol):
    """The rows of a shard that have been answered."""

    @property
    def flush_interval(self) -> float | None:
        """Seconds between two calls of `flush`; None where none is needed."""
        ...

    @property
    def lines(self) -> set[int]:
        """The lines of the input whose rows are here."""
        ...

    @property
    def failed(self) -> int:
        """How many of the rows failed."""
        ...

    def append(self, row: Mapping[str, Any]) -> None:
        """Append one row. Raises OutputError."""
        ...

    def flush(self) -> None:
        """Have what was appended outlive this machine. Blocks. Raises OutputError."""
        ...

    def commit(self) -> None:
        """Make the part of the rows, and remove the journal. Blocks. Raises OutputError."""
        ...

    def close(self) -> None:
        """End; what was appended is kept. Blocks. Calling it twice is allowed. Raises OutputError."""
        ...


class Output(Protocol):
    """The folder of parts. Its methods block."""

    @property
    def where(self) -> str:
        """What `open_output` makes it of on another machine."""
        ...

    @property
    def name(self) -> str:
        """The folder, for a message."""
        ...

    def refuse_other(self) -> None:
        """Raise OutputError where there is something else."""
        ...

    def make(self) -> None:
        """Make what the lock needs. Raises OutputError."""
        ...

    def lock(self) -> Lock:
        """Return what one run at a time can hold."""
        ...

    def open(self, settings: Mapping[str, Any], *, fresh: bool) -> None:
        """Record a run with *settings*, or see that what is there belongs to it; *fresh* empties it first.

        Raises MismatchError and OutputError.
        """
        ...

    def record(self) -> bytes | None:
        """Return the record of the run; None where there is none. Raises OSError."""
        ...

    def done(self) -> Collection[str]:
        """Return the keys of the shards whose parts are there."""
        ...

    def count(self, key: str) -> tuple[int, int]:
        """Return how many rows of a part are there, and how many of them failed. Raises OutputError."""
        ...

    def open_part(self, key: str) -> BinaryIO:
        """Open the part of a shard. Raises OSError."""
        ...

    def journals(self) -> Iterator[tuple[str, list[bytes]]]:
        """Yield the lines of each journal, with the key of its shard."""
        ...

    def journal(self, key: str, *, retry_errors: bool = False) -> Journal:
        """Return the journal of a shard; with *retry_errors* one that has forgotten the rows that failed."""
        ...

    def clean(self, keep: Collection[str]) -> None:
        """Remove what is left of shards that are done, except of *keep*."""
        ...


def open_output(where: str | os.PathLike[str]) -> Output:
    """Return the output at a path or an address. Raises ConfigurationError for one that nothing can be written to."""
    if not is_remote(where):
        # Seen by all machines of a cluster under the same path.
        return Parts(Path(where).absolute())
    from aigpt.bulk.stored_parts import StoredParts  # noqa: PLC0415 (few write there)

    if PurePosixPath(urlsplit(os.fspath(where)).path).suffix in _FILES:
        raise ConfigurationError(
            f"{printable(where)} would be a file; an output at an address is a folder of parts, such as s3://BUCKET/FOLDER/"
        )
    return StoredParts(os.fspath(where))


def is_folder_of_parts(target: str | os.PathLike[str]) -> bool:
    """Return whether an output is a folder of parts: an address, a folder that is one, or what ends with a slash."""
    if is_remote(target) or os.fspath(target).endswith(("/", os.sep)):
        return True
    return (Path(target) / ABOUT / "run.json").exists()
