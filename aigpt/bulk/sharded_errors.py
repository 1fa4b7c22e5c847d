"""What the driver of a run in shards is told of its workers."""


class WorkerLostError(Exception):
    """A worker has ended before its shard: another one goes on."""
