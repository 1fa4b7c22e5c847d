"""What a framework cannot do with our clients has to fail: a version that has learned it fails the run."""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that a file's `CANNOT` names: name of the test → what it raises, and why."""
    for item in items:
        cannot = getattr(getattr(item, "module", None), "CANNOT", {})
        if item.name in cannot:
            raises, reason = cannot[item.name]
            item.add_marker(pytest.mark.xfail(raises=raises, reason=reason, strict=True))
