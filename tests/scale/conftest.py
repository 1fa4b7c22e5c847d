"""What the tests on a cluster share."""

from collections.abc import Iterator
from typing import Any

import pytest
from local_cluster import local_cluster


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Start a head, which the driver is on, and two nodes."""
    with local_cluster() as nodes:
        yield nodes
