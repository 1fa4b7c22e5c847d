"""A Ray cluster of several nodes on this machine, each of them processes of its own."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
os.environ["RAY_DEDUP_LOGS"] = "0"


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Start a head, which the driver is on, and two nodes."""
    import ray  # noqa: PLC0415 (slow)
    from ray.cluster_utils import Cluster  # noqa: PLC0415 (likewise)

    nodes = Cluster()
    # Not 127.0.0.1, in the place of which Ray puts an address that others reach.
    small = {"num_cpus": 1, "object_store_memory": 80 << 20, "include_dashboard": False, "node_ip_address": "127.0.0.2"}
    nodes.add_node(**small)
    for _ in range(2):
        nodes.add_node(**small)
    nodes.small = small
    yield nodes
    ray.shutdown()
    nodes.shutdown()
