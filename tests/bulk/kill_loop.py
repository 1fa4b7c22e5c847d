"""Run, kill -9 at a random moment, run again. Started by test_bulk_kill.py: forks, which a test process should not.

    python kill_loop.py URL INPUT OUTPUT ROUNDS SEED [chat]

Prints, for each output that was finished, its file and how often it was killed.
"""

import asyncio
import os
import random
import signal
import sys
import time
from pathlib import Path

from aigpt import AsyncIGPT
from aigpt.bulk import run_file
from aigpt.openai import AsyncOpenAI

CONCURRENCY = 8


def start(url: str, source: str, target: Path, *, chat: bool) -> int:
    child = os.fork()
    if child:
        return child

    async def work() -> None:
        if chat:
            async with AsyncOpenAI(api_key="k", base_url=url) as client:
                await run_file(client, "chat", source, target, concurrency=CONCURRENCY, common={"model": "m"})
            return
        async with AsyncIGPT("k", user="u", base_url=url) as igpt:
            await run_file(igpt, "ask", source, target, concurrency=CONCURRENCY)

    asyncio.run(work())
    os._exit(0)


def finish(child: int) -> bool:
    """Return whether the child ended by itself, which must be well."""
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        assert os.waitstatus_to_exitcode(status) == 0
    return not os.WIFSIGNALED(status)


def main() -> None:
    url, source, place, rounds, seed, *rest = sys.argv[1:]
    draw = random.Random(seed)  # noqa: S311 (moments, not secrets)
    kills = number = 0
    killed_here = 0
    while kills < int(rounds) or killed_here:
        target = Path(place) / f"answers{number}.jsonl"
        child = start(url, source, target, chat=rest == ["chat"])
        if kills < int(rounds):
            time.sleep(draw.uniform(0.0, 0.12))
            os.kill(child, signal.SIGKILL)
        if finish(child):
            print(target, killed_here, flush=True)  # noqa: T201 (its parent reads it)
            number, killed_here = number + 1, 0
        else:
            kills, killed_here = kills + 1, killed_here + 1


main()
