"""How many instructions a call or an event takes: a figure that nothing else on the machine changes. It needs valgrind.

    python benchmarks/instructions.py                           # all but those over OpenAI's own client, some minutes
    python benchmarks/instructions.py --only calls,text
    python benchmarks/instructions.py --only chat --keep FOLDER # for callgrind_annotate: the profile of the longer run

Each contender runs twice under callgrind, with few and with many calls; their difference, divided, is what one takes.
What the system does for the process is not in it, nor what waiting for memory costs.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from answers import EVENTS
from bench import FailedError, environment, server
from contenders import ASYNC
from openai_answers import EVENTS as OPENAI_EVENTS
from openai_contenders import OPENAI

IN_FLIGHT = 64
POOL = 100
COLLECTED = re.compile(r"Collected : (\d+)")
Work = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Counted:
    """One race. A run does its work *few* or *many* times, of which each counts *each*; *way* is the server's."""

    title: str
    contenders: tuple[str, ...]
    few: int
    many: int
    each: int
    way: str


RACES = {
    "calls": Counted("a call, 64 in flight", ("aigpt", "aigpt, long way", "aiohttp", "aiohttp, tuned"), 3, 11,
                     IN_FLIGHT, "call"),
    "stream": Counted("an event of a stream", ("aigpt", "aiohttp"), 2, 4, EVENTS, "events"),
    "text": Counted("an event of a stream, by text()", ("aigpt",), 2, 6, EVENTS, "events"),
    "chat": Counted("chat.completions.create, 64 in flight", ("aigpt", "aiohttp, msgspec"), 3, 11, IN_FLIGHT, "call"),
    "chat stream": Counted("a chunk of a chat's stream", ("aigpt", "aiohttp, msgspec"), 2, 6, OPENAI_EVENTS, "events"),
}  # fmt: skip


async def work(race: str, contender: str, url: str, times: int) -> None:
    """Do the work of a *race* so many *times*."""
    if race.startswith("chat"):
        async with OPENAI[contender](url) as client:
            await _repeat(client.chat_events if race == "chat stream" else _at_once(client.chat), times)
    else:
        async with ASYNC[contender](url, POOL) as client:
            todo = {"calls": _at_once(client.ask), "stream": client.events, "text": client.text}[race]
            if todo is None:
                raise ValueError(f"{contender} does not do that")
            await _repeat(todo, times)


def _at_once(ask: Work) -> Work:
    async def all_of_them() -> None:
        await asyncio.gather(*(ask() for _ in range(IN_FLIGHT)))

    return all_of_them


async def _repeat(todo: Work, times: int) -> None:
    for _ in range(times):
        await todo()


def instructions(race: str, contender: str, url: str, times: int, profile: Path) -> int:
    """Return how many instructions a process takes in all. Raises FailedError."""
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={profile}", sys.executable, __file__]
    command += ["--work", race, contender, url, str(times)]
    # The order of sets, and with it of much else, is by the hash of strings.
    done = subprocess.run(
        command, env=environment(None) | {"PYTHONHASHSEED": "0"}, capture_output=True, text=True, check=False
    )
    found = COLLECTED.search(done.stderr)
    if done.returncode or not found:
        raise FailedError(done.stderr.strip().rpartition("\n")[2])
    return int(found[1])


def main() -> int:
    """Count, and print what was counted."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", metavar="NAME,…", help=", ".join(RACES))
    parser.add_argument("--contenders", metavar="NAME;…", help="others than usual, such as openai")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where to write callgrind's profiles")
    parser.add_argument("--work", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        race, contender, url, times = options.work
        asyncio.run(work(race, contender, url, int(times)))
        return 0
    names = options.only.split(",") if options.only else list(RACES)
    if unknown := set(names) - set(RACES):
        parser.error(f"there is no race {min(unknown)!r}; there are {', '.join(RACES)}")
    if shutil.which("valgrind") is None:
        parser.error("valgrind is not installed")
    with server() as at:
        for name in names:
            race = RACES[name]
            print(f"{race.title} (instructions)", flush=True)
            ours = 0.0
            for contender in options.contenders.split(";") if options.contenders else race.contenders:
                profile = options.keep / f"{name}-{contender}.callgrind" if options.keep else Path(os.devnull)
                url = f"{at.urls['http']}/{race.way}"
                few = instructions(name, contender, url, race.few, Path(os.devnull))
                many = instructions(name, contender, url, race.many, profile)
                count = (many - few) / (race.many - race.few) / race.each
                ours = ours or count
                print(f"  {contender:22} {count:12,.0f} {count / ours:8.2f} x", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
