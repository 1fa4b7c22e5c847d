"""What has become of the shards of a run: counted, since there may be 10⁵ of them."""

from __future__ import annotations

from aigpt.bulk.shard_worker import ShardResult
from aigpt.bulk.shards import Shard

_MOST_LISTED = 20


class ShardTally:
    """Shards that are done, and rows that are in the output."""

    def __init__(self) -> None:
        self.shards: int = 0
        """Shards whose parts are there."""
        self.before: int = 0
        """Rows that earlier runs have written."""
        self.rows: int = 0
        """Rows that are in the output, in parts or journals."""
        self.failed: int = 0
        """Rows of these that failed."""
        self.bad_rows: int = 0
        """Lines that are not rows."""
        self.bad: list[tuple[int, str]] = []
        """The first of them, and why."""
        self.with_failures: set[str] = set()
        """Shards with rows that had failed in earlier runs, until they are done again."""

    def found(self, shard: Shard, rows: int, failed: int) -> None:
        """Note a *shard* that an earlier run has done, whose part has so many *rows*."""
        self.shards += 1
        self.before += rows
        self.rows += rows
        self.failed += failed
        self.bad_rows += shard.rows - rows

    def add(self, shard: Shard, result: ShardResult) -> None:
        """Note what this run has made of a *shard*."""
        if result.is_done:
            self.shards += 1
            self.with_failures.discard(shard.key)
        self.before += result.before
        self.rows += result.rows
        self.failed += result.failed
        self.bad_rows += result.bad_rows
        self.bad += result.bad[: _MOST_LISTED - len(self.bad)]
