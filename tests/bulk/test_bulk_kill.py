"""kill -9 at any moment, then the same again: every row once, and at most the calls in flight asked twice."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from bulk_files import read_rows

from aigpt.testing import ScriptedServer

ROUNDS = int(os.environ.get("AIGPT_KILL_ROUNDS", "50"))
ROWS = 150
CONCURRENCY = 8


@pytest.mark.timeout(300 + ROUNDS)
def test_killed_at_any_moment_and_run_again_every_row_is_there_once(
    igpt_server: ScriptedServer, tmp_path: Path
) -> None:
    igpt_server.reply("recall/ask", json=lambda call: {"output": call.json["input"]}, after=0.005)
    source = tmp_path / "in.jsonl"
    rows: list[object] = [f"question {i % 100}" if i % 3 else {"id": i, "input": f"named {i}"} for i in range(ROWS)]
    source.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    wanted = Counter(row if isinstance(row, str) else row["input"] for row in rows)  # type: ignore[index]  # a dict
    command = [sys.executable, str(Path(__file__).with_name("kill_loop.py"))]
    seed = os.urandom(4).hex()
    done = subprocess.run(
        [*command, igpt_server.url, str(source), str(tmp_path), str(ROUNDS), seed],
        capture_output=True,
        text=True,
        check=False,
        timeout=280 + ROUNDS,
    )
    assert (done.returncode, done.stderr) == (0, ""), f"seed {seed}"
    finished = [line.split() for line in done.stdout.splitlines()]
    assert sum(int(kills) for _, kills in finished) == ROUNDS
    for name, _ in finished:
        found = read_rows(Path(name))
        assert Counter(row["reply"]["output"] for row in found) == wanted, f"seed {seed}"
        assert len({json.dumps(row["id"]) for row in found}) == ROWS
    assert len(igpt_server.calls) <= len(finished) * ROWS + ROUNDS * CONCURRENCY
    assert max(int(kills) for _, kills in finished) >= 2
