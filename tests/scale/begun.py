"""When the calls of a run began, by the clocks of those who began them.

A server that shares its machine with the cluster sees them later, and a few at once, whenever it has to wait for a
processor.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict
from collections.abc import Iterator

from limited_server import Asked, LimitedServer

from aigpt.bulk.outputs import open_output
from aigpt.bulk.parquet import read_answers

_COLUMNS = ("request", "time", "attempt_time")


def begun(target: str, server: LimitedServer) -> list[float]:
    """Return when each call began: the last one of a row by its worker, the others as the server saw them."""
    asked: dict[str, list[Asked]] = defaultdict(list)
    for one in server.asked:
        asked[one.text].append(one)
    since = time.time() - time.monotonic()
    found: list[float] = []
    for text, began in _rows(target):
        found.append(began)
        nearest = min(asked[text], key=lambda one: abs(one.at + since - began), default=None)
        if nearest is not None:  # else it never came to the server
            asked[text].remove(nearest)
    found += [one.at + since for attempts in asked.values() for one in attempts]
    return sorted(found)


def _rows(target: str) -> Iterator[tuple[str, float]]:
    """Yield the question of each row, and when its last call began."""
    output = open_output(target)
    for key in output.done():
        with output.open_part(key) as file:
            for row in read_answers(file, _COLUMNS):
                yield json.loads(row["request"])["input"], row["time"] - row["attempt_time"]
    for _, lines in output.journals():
        for row in map(json.loads, lines):
            yield row["request"]["input"], row["time"] - row["attempt_time"]
