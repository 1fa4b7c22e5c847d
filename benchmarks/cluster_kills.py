"""Runs on a Ray cluster of three nodes on this machine, in each of which a node and the driver are killed.

    .venv-scale/bin/python benchmarks/cluster_kills.py --seeds 20 --rows 20000
    .venv-scale/bin/python benchmarks/cluster_kills.py --seeds 3 --rows 2000 --store     # into an object store

Prints a line of JSON for each run, then what all of them come to. Ends with 1 if one was not as it must be. See
tests/scale/kill_run.py, and `make test-scale`, which runs one seed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "scale"), str(ROOT / "tests")]

from kill_run import RATE, Killed, run_with_kills  # noqa: E402 (found by the line above)
from local_cluster import local_cluster  # noqa: E402 (likewise)
from object_server import ObjectServer  # noqa: E402 (likewise)

_FLUSH = 1.5  # s: one between two flushes, and what a flush takes


def main() -> int:
    """Run the seeds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--store", action="store_true", help="write to an object store instead of a folder")
    options = parser.parse_args()
    found: list[Killed] = []
    with tempfile.TemporaryDirectory() as place, local_cluster() as cluster, ObjectServer() as store:
        for seed in range(options.first_seed, options.first_seed + options.seeds):
            target = store.address("s3", f"answers-{seed}/") if options.store else f"{place}/answers-{seed}/"
            flush = _FLUSH if options.store else 0.0
            found.append(run_with_kills(cluster, Path(place), target, rows=options.rows, seed=seed, flush=flush))
            print(found[-1], flush=True)
    wrong = [one.seed for one in found if not one.is_right]
    print(
        f"{len(found)} runs of {options.rows} rows at {RATE} a second: {len(found) - len(wrong)} right; "
        f"answered calls repeated: {sorted(one.repeated for one in found)}, {found[0].may_repeat} may be; "
        f"the most in a second: {max(one.begun_in_a_second for one in found)} begun, {1.05 * RATE + 1:.0f} may be, "
        f"{max(one.most_in_a_second for one in found)} seen by the server; "
        f"429: {max(one.refused for one in found):.3%} at most" + (f"; wrong: seeds {wrong}" if wrong else "")
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
