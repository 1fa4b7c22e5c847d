"""The server's own figures, as Prometheus reads them: how many requests, how long they took, who works, what is there.

They hold no names of users, datasources or files.
"""

from __future__ import annotations

import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.typedefs import Handler

from aigpt.local.readers.reading import ReaderCounts
from aigpt.local.web.holdings import Holdings
from aigpt.local.web.request_log import route_of

__all__ = ["CONTENT_TYPE", "Metrics"]

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)  # seconds
_LEFT = "499"  # as nginx has it: the client disconnected


@dataclass(slots=True)
class _Times:
    """How long the requests of one route took."""

    counts: list[int] = field(default_factory=lambda: [0] * (len(_BUCKETS) + 1))
    total: float = 0.0


class Metrics:
    """Counts requests, and writes the page with all figures."""

    def __init__(self) -> None:
        self._requests: Counter[tuple[str, str]] = Counter()
        self._times: dict[str, _Times] = {}
        self._running = 0

    @web.middleware
    async def count(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Count *request*, and how long it took to its end."""
        began, status = time.perf_counter(), _LEFT
        self._running += 1
        try:
            response = await handler(request)
            status = str(response.status)
            return response
        finally:
            self._running -= 1
            self._add(route_of(request), status, time.perf_counter() - began)

    def _add(self, route: str, status: str, seconds: float) -> None:
        self._requests[route, status] += 1
        times = self._times.setdefault(route, _Times())
        times.counts[bisect_left(_BUCKETS, seconds)] += 1
        times.total += seconds

    def page(self, readers: ReaderCounts, holdings: Holdings) -> str:
        """Return all figures in Prometheus' text format."""
        gauges = [
            ("requests_running", "Requests that were not answered yet, this one included.", self._running),
            ("readers", "Processes that search and answer.", readers.running),
            ("readers_busy", "Of these, how many are working.", readers.busy),
            ("reader_queue", "Searches and answers that wait for one.", readers.waiting),
            ("messages", "Messages that are indexed.", holdings.messages),
            ("notes", "Files of notes that are indexed.", holdings.notes),
            ("failed", "Messages and files that could not be read.", holdings.failed),
        ]
        lines = [
            *self._request_lines(),
            *_head("readers_replaced_total", "counter", "Such processes that died or were stuck."),
            f"aigpt_readers_replaced_total {readers.replaced}",
            *_head("datasources", "gauge", "Connected datasources, by status."),
            *(f'aigpt_datasources{{status="{status}"}} {count}' for status, count in sorted(holdings.statuses.items())),
            *(
                line
                for name, about, value in gauges
                for line in (*_head(name, "gauge", about), f"aigpt_{name} {value}")
            ),
        ]
        return "\n".join(lines) + "\n"

    def _request_lines(self) -> Iterator[str]:
        yield from _head("requests_total", "counter", "Requests, by route and HTTP status; 499: the client left.")
        for (route, status), count in sorted(self._requests.items()):
            yield f'aigpt_requests_total{{route="{route}",status="{status}"}} {count}'
        yield from _head("request_seconds", "histogram", "How long requests took, to the end of a stream.")
        for route, times in sorted(self._times.items()):
            sofar = 0
            for bound, count in zip((*_BUCKETS, "+Inf"), times.counts, strict=True):
                sofar += count
                yield f'aigpt_request_seconds_bucket{{route="{route}",le="{bound}"}} {sofar}'
            yield f'aigpt_request_seconds_sum{{route="{route}"}} {times.total:.6f}'
            yield f'aigpt_request_seconds_count{{route="{route}"}} {sofar}'


def _head(name: str, kind: str, about: str) -> Iterable[str]:
    return f"# HELP aigpt_{name} {about}", f"# TYPE aigpt_{name} {kind}"
