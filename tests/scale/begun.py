"""When the calls of a run began, by the clocks of those who began them.

A server that shares its machine with the cluster sees them later, and a few at once, whenever it has to wait for a
processor.
"""

from __future__ import annotations

import json
import time
from collections import defaultdict

from limited_server import Asked, LimitedServer

from aigpt.bulk.outputs import open_output
from aigpt.bulk.parquet import read_answers

_COLUMNS = ("request", "time", "attempt_time")


def begun(target: str, server: LimitedServer) -> list[float]:
    """Return when each call began: the last one of a row by its worker, the others as the server saw them."""
    output = open_output(target)
    asked: dict[str, list[Asked]] = defaultdict(list)
    for one in server.asked:
        asked[one.text].append(one)
    since = time.time() - time.monotonic()
    found: list[float] = []
    for key in output.done():
        with output.open_part(key) as file:
            for row in read_answers(file, _COLUMNS):
                began = row["time"] - row["attempt_time"]
                found.append(began)
                attempts = asked[json.loads(row["request"])["input"]]
                nearest = min(attempts, key=lambda one: abs(one.at + since - began), default=None)
                if nearest is not None:  # else it never came to the server
                    attempts.remove(nearest)
    found += [one.at + since for attempts in asked.values() for one in attempts]
    return sorted(found)
