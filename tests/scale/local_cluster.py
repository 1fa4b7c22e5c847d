"""A Ray cluster of several nodes on this machine, each of them processes of its own."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
os.environ["RAY_DEDUP_LOGS"] = "0"
os.environ["RAY_worker_niceness"] = "0"  # noqa: SIM112 (as Ray has it; else all others go before the workers)


@contextmanager
def local_cluster(nodes: int = 3) -> Iterator[Any]:
    """Give a cluster of so many *nodes*, the first of which is the head, which the driver is on."""
    import ray  # noqa: PLC0415 (slow)
    from ray.cluster_utils import Cluster  # noqa: PLC0415 (likewise)

    # Not 127.0.0.1, in the place of which Ray puts an address that others reach.
    small = {"num_cpus": 1, "object_store_memory": 80 << 20, "include_dashboard": False, "node_ip_address": "127.0.0.2"}
    with _own_folder():
        cluster = Cluster()
        for _ in range(nodes):
            cluster.add_node(**small)
        cluster.small = small
        try:
            yield cluster
        finally:
            ray.shutdown()
            cluster.shutdown()


@contextmanager
def _own_folder() -> Iterator[None]:
    """Have Ray's files in a folder of this program: else others' commands on this machine would find its cluster."""
    before = os.environ.get("RAY_TMPDIR")
    with tempfile.TemporaryDirectory(prefix="ray-", ignore_cleanup_errors=True) as folder:
        os.environ["RAY_TMPDIR"] = folder
        try:
            yield
        finally:
            if before is None:
                del os.environ["RAY_TMPDIR"]
            else:
                os.environ["RAY_TMPDIR"] = before
