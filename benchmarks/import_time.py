"""How much `from aigpt import AsyncIGPT` costs over `import aiohttp`, each in a process of its own, in turns.

python benchmarks/import_time.py
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys

ROUNDS = 15
GOAL = 20.0  # ms
CODE = "import time; start = time.perf_counter(); {}; print((time.perf_counter() - start) * 1000)"
CONTENDERS = {
    "aiohttp": "import aiohttp",
    "aigpt": "import aigpt",
    "aigpt, client and all": "from aigpt import IGPT, AsyncIGPT, Reply",
    "igptai": "import igptai",
}


# What is installed has its bytecode beside it. A checkout has it after the first import, unless that is switched off.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def once(statement: str) -> float:
    """Return how many milliseconds *statement* takes in a fresh interpreter."""
    command = [sys.executable, "-c", CODE.format(statement)]
    done = subprocess.run(command, env=_ENVIRONMENT, capture_output=True, text=True, check=True)
    return float(done.stdout)


def main() -> int:
    """Print the medians, and what aigpt adds to aiohttp; 1 if that is beyond the goal."""
    times: dict[str, list[float]] = {name: [] for name in CONTENDERS}
    for _ in range(ROUNDS):
        for name, statement in CONTENDERS.items():
            times[name].append(once(statement))
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, median in medians.items():
        print(f"{name:22} {median:7.1f} ms   {median / medians['aiohttp']:.2f} x aiohttp")
    added = medians["aigpt, client and all"] - medians["aiohttp"]
    print(f"the client adds {added:.1f} ms to aiohttp (goal: {GOAL:.0f} at most)")
    return 0 if added <= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
