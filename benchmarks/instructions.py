"""How many instructions a call or an event takes: a figure that nothing else on the machine changes. It needs valgrind.

    python benchmarks/instructions.py                           # some minutes
    python benchmarks/instructions.py --only calls,text
    python benchmarks/instructions.py --only chat --contenders 'aigpt;openai'
    python benchmarks/instructions.py --only chat --keep FOLDER # profiles, for callgrind_annotate

Each contender runs under callgrind, which counts once it has warmed up. What the system does for the process is not in
it, nor what waiting for memory costs.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
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
WARM_UP = 2
READY = "ready\n"
COLLECTED = re.compile(r"Collected : (\d+)")
Work = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Counted:
    """One race, whose work is done so many *times*, and counts *each* time for so many; *way* is the server's."""

    title: str
    contenders: tuple[str, ...]
    times: int
    each: int
    way: str


RACES = {
    "calls": Counted("a call, 64 in flight", ("aigpt", "aigpt, long way", "aiohttp", "aiohttp, tuned"), 10, IN_FLIGHT,
                     "call"),
    "stream": Counted("an event of a stream", ("aigpt", "aiohttp"), 2, EVENTS, "events"),
    "text": Counted("an event of a stream, by text()", ("aigpt",), 2, EVENTS, "events"),
    "chat": Counted("chat.completions.create, 64 in flight", ("aigpt", "aiohttp, msgspec"), 10, IN_FLIGHT, "call"),
    "chat stream": Counted("a chunk of a chat's stream", ("aigpt", "aiohttp, msgspec"), 5, OPENAI_EVENTS, "events"),
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
    for _ in range(WARM_UP):
        await todo()
    print(READY, end="", flush=True)
    sys.stdin.readline()
    for _ in range(times):
        await todo()
    print(READY, end="", flush=True)
    sys.stdin.readline()


def instructions(race: str, contender: str, url: str, profile: Path) -> float:
    """Return how many instructions one call or event takes. Raises FailedError."""
    counted = RACES[race]
    valgrind, control = (shutil.which(name) or name for name in ("valgrind", "callgrind_control"))
    command = [valgrind, "--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={profile}"]
    command += [sys.executable, __file__, "--work", race, contender, url, str(counted.times)]
    # The order of sets, and with it of much else, is by the hash of strings.
    variables = environment(None) | {"PYTHONHASHSEED": "0"}
    with (
        tempfile.TemporaryFile("w+") as errors,
        subprocess.Popen(
            command, env=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True
        ) as process,
    ):
        says, hears = process.stdin, process.stdout
        if says is None or hears is None:
            raise FailedError("it has no input or output")
        for state in ("on", "off"):
            if READY not in iter(hears.readline, ""):
                process.kill()
                break
            subprocess.run([control, "-i", state, str(process.pid)], capture_output=True, check=True)
            says.write("\n")
            says.flush()
        process.wait()
        errors.seek(0)
        said = errors.read()
    found = COLLECTED.search(said)
    if process.returncode or not found:
        raise FailedError(said.strip().rpartition("\n")[2])
    return int(found[1]) / counted.times / counted.each


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
                count = instructions(name, contender, url, profile)
                ours = ours or count
                print(f"  {contender:22} {count:12,.0f} {count / ours:8.2f} x", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
