"""The progress of a run among Ray's metrics, which its dashboard and Prometheus show (of ``ray[default]``)."""

from __future__ import annotations

from collections.abc import Collection
from importlib import import_module
from typing import Any

from aigpt.bulk.shard_worker import Progress

_SHOWN = {
    "calls": "Calls that have ended, failed ones included",
    "failed": "Calls that have failed",
    "in_flight": "Calls under way",
    "workers": "Workers of the run",
}


class RunMetrics:
    """Gauges ``aigpt_bulk_…`` of the run into *output*; made where Ray is connected."""

    def __init__(self, output: str) -> None:
        gauge: Any = import_module("ray.util.metrics").Gauge
        self._gauges = {name: gauge(f"aigpt_bulk_{name}", text, ("output",)) for name, text in _SHOWN.items()}
        self._tags = {"output": output}

    def show(self, progress: Collection[Progress], workers: int) -> None:
        """Set the figures."""
        found = {
            "calls": sum(one.summary.done for one in progress),
            "failed": sum(one.summary.failed for one in progress),
            "in_flight": sum(one.in_flight for one in progress),
            "workers": workers,
        }
        for name, number in found.items():
            self._gauges[name].set(number, self._tags)
