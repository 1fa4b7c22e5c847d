"""What importing costs, in fresh interpreters, in turns.

    python benchmarks/import_time.py

Alone it prints the medians of what `bench.py` measures too, and exits with 1 if aigpt adds more to aiohttp than it may.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys

ROUNDS = 15
GOAL = 18.0  # ms
CODE = """\
import json, time
{}
start, cpu = time.perf_counter(), time.process_time()
{}
cpu, wall = time.process_time() - cpu, time.perf_counter() - start
print(json.dumps({{"cpu_us": 1e6 * cpu, "wall_us": 1e6 * wall}}))
"""
AIOHTTP = "import aiohttp"
CHAT = "AsyncOpenAI(api_key='k'{}).chat.completions"
CONTENDERS = {
    "import": {
        "aiohttp": ("", AIOHTTP),
        "aigpt, after aiohttp": (AIOHTTP, "from aigpt import IGPT, AsyncIGPT, Reply"),
        "igptai": ("", "import igptai"),
    },
    "import, openai": {
        "aigpt": (AIOHTTP, f"from aigpt.openai import AsyncOpenAI; {CHAT.format('')}"),
        "openai": (AIOHTTP, f"from openai import AsyncOpenAI; {CHAT.format('')}"),
        "openai, aiohttp": (
            AIOHTTP,
            "from openai import AsyncOpenAI, DefaultAioHttpClient; "
            + CHAT.format(", http_client=DefaultAioHttpClient()"),
        ),
    },
}
"""By race: what is done before, and what is measured."""

# What is installed has its bytecode beside it. A checkout has it after the first import, unless that is switched off.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def once(race: str, contender: str) -> dict[str, float]:
    """Return how long *contender* takes in a fresh interpreter, and the CPU time of it, in microseconds."""
    command = [sys.executable, "-W", "ignore", "-c", CODE.format(*CONTENDERS[race][contender])]
    done = subprocess.run(command, env=_ENVIRONMENT, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def main() -> int:
    """Print the medians; return 1 if aigpt adds more than it may."""
    added = 0.0
    for race, contenders in CONTENDERS.items():
        times = {name: statistics.median(once(race, name)["wall_us"] for _ in range(ROUNDS)) for name in contenders}
        for name, time in times.items():
            print(f"{race:16} {name:22} {time / 1e3:7.1f} ms")
        added = times.get("aigpt, after aiohttp", added)
    print(f"the client adds {added / 1e3:.1f} ms to aiohttp (goal: {GOAL:.0f} at most)")
    return 0 if added <= GOAL * 1e3 else 1


if __name__ == "__main__":
    sys.exit(main())
