"""A run on a cluster of which a node and the driver are killed, and that is started again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from begun import begun
from limited_server import LimitedServer, most_in_a_second

from aigpt.bulk import read_report
from aigpt.bulk.outputs import open_output
from aigpt.bulk.parquet import read_answers

RATE = 150
CONCURRENCY = 24
NODES = 3
_REFUSED = "another run is writing"


def write_questions(path: Path, rows: int) -> None:
    """Write questions, one in a hundred of which is refused."""
    lines = (f'{{"input": "{text}"}}\n' for text in questions(rows))
    path.write_text("".join(lines), encoding="utf-8")


def questions(rows: int) -> list[str]:
    return [f"{'refused' if i % 100 == 7 else 'question'} {i}" for i in range(rows)]


def ids_of(target: str) -> list[Any]:
    """Return the ids of all rows in the parts of an output."""
    output = open_output(target)
    found: list[Any] = []
    for key in output.done():
        with output.open_part(key) as file:
            found += [row["id"] for row in read_answers(file, ("id",))]
    return found


def start(
    server: LimitedServer, cluster: Any, source: Path, target: str, *options: str, rate: float = RATE
) -> subprocess.Popen[str]:
    """Start a driver."""
    command = [sys.executable, "-m", "aigpt.cli", "bulk", "ask", str(source), "-o", target, "--engine", "ray"]
    command += ["--address", cluster.address, "--concurrency", str(CONCURRENCY), "--rate", str(rate), *options]
    env = {**os.environ, "IGPT_BASE_URL": server.url, "IGPT_API_KEY": "k", "IGPT_API_USER": "u"}
    return subprocess.Popen(command, env=env, stderr=subprocess.PIPE, text=True)


def wait_for_answers(server: LimitedServer, number: int, driver: subprocess.Popen[str], seconds: float = 600) -> None:
    end = time.monotonic() + seconds
    while server.questions_answered < number:
        assert driver.poll() is None, f"the driver ended with {driver.returncode}"
        assert time.monotonic() < end, f"{server.questions_answered} of {number} calls in {seconds} s"
        time.sleep(0.05)


@dataclass(frozen=True)
class Killed:
    """What came of such a run."""

    rows: int
    seed: int
    ids: int
    """Different ids in the output."""
    doubled: int
    """Rows beyond the first of an id."""
    errors: int
    unanswered: int
    """Questions that the server never answered."""
    repeated: int
    """Answered calls beyond the first of a question."""
    may_repeat: int
    """Those that may have been in flight at the node and at the driver, and of an object store in the last flush."""
    begun_in_a_second: int
    """The most calls that were begun within a second, by the clocks of the workers."""
    most_in_a_second: int
    """The most requests that the server saw within a second; more than that where it had to wait for a processor."""
    refused: float
    """The share of 429s."""
    second_said: str
    """What a second driver said, which was started meanwhile."""
    second_code: int
    """Its exit code."""
    seconds: float
    last_code: int
    left: int
    """Journals that were left behind."""

    def __str__(self) -> str:
        return json.dumps(asdict(self))

    @property
    def is_right(self) -> bool:
        """Whether all is as it must be."""
        return (
            (self.ids, self.doubled, self.unanswered, self.left) == (self.rows, 0, 0, 0)
            and self.errors == len(range(7, self.rows, 100))
            and self.repeated <= self.may_repeat
            and self.begun_in_a_second <= 1.05 * RATE + 1
            and (self.second_said, self.second_code) == (_REFUSED, 2)
            and self.last_code == 3
        )


def run_with_kills(cluster: Any, place: Path, target: str, *, rows: int, seed: int, flush: float = 0.0) -> Killed:
    """Run over *rows*; a node is killed at a third, the driver at two thirds. The cluster has as many nodes afterwards.

    *flush*: seconds after which an answer outlives its machine.
    """
    source = place / "q.jsonl"
    write_questions(source, rows)
    began = time.monotonic()
    with LimitedServer(limit=200, unavailable=0.01, dropped=0.003, seed=seed) as server:
        first = start(server, cluster, source, target)
        wait_for_answers(server, rows // 6, first)
        second = start(server, cluster, source, target)  # refused, while the first runs on
        said = second.communicate(timeout=300)[1]
        wait_for_answers(server, rows // 3, first)
        cluster.remove_node(next(iter(cluster.worker_nodes)), allow_graceful=False)
        wait_for_answers(server, 2 * rows // 3, first)
        first.kill()
        first.communicate()
        last = start(server, cluster, source, target)
        words = last.communicate(timeout=900)[1]
        assert last.returncode in {0, 3}, words
        time.sleep(1)
        ids, answered = ids_of(target), server.answered
        found = Killed(
            rows=rows,
            seed=seed,
            ids=len(set(ids)),
            doubled=len(ids) - len(set(ids)),
            errors=read_report(target).summary.failed,
            unanswered=len(set(questions(rows)) - set(answered)),
            repeated=server.repeated,
            may_repeat=round(NODES * CONCURRENCY + 2 * flush * RATE),
            begun_in_a_second=most_in_a_second(begun(target, server)),
            most_in_a_second=server.most_in_a_second(),
            refused=server.share(429),
            second_said=_REFUSED if _REFUSED in said else said[-200:],
            second_code=second.returncode,
            seconds=round(time.monotonic() - began, 1),
            last_code=last.returncode,
            left=len(list(open_output(target).journals())),
        )
    cluster.add_node(wait=False, **cluster.small)
    return found
