"""What `fan_out` and `aigpt bulk` cost at scale. What a call of `fan_out` costs, `bench.py` says.

    python benchmarks/bulk.py [memory] [adaptive] [rows] [flat] [--quick]

- memory: 100,000 calls, 256 in flight, against a server that does nothing else; growth from the 10,000th call to the
  last. Goal: under 10 MiB.
- adaptive: a server that takes 20 ms and says 429 above 50 at once: `Adaptive(1, 500)` beside the best fixed number.
  Goals: 85 % of its throughput, under 3 % of calls answered 429.
- rows: 1,000,000 rows through `aigpt bulk`. Goals: peak memory under 200 MiB, a finished file resumed within 10 s.
- flat: a run of which all rows but 100 are answered is resumed, with 1,000,000 and with 10,000,000 rows. Goal: the
  second needs at most 16 MiB more memory than the first.

Each contender runs in a process of its own. Exits with 1 if a goal is missed.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

import uvloop

from aigpt import Adaptive, AsyncIGPT, fan_out
from aigpt.bulk.journal import settings_path
from aigpt.bulk.rows import hash_json

BODY = json.dumps(
    {
        "id": "0123456789abcdef",
        "output": "The launch moves to the third of May; the budget stays as it is. " * 4,
        "usage": {"input_tokens": 900, "output_tokens": 80, "total_tokens": 980},
        "metadata": {"sources": [{"id": "1", "type": "message", "title": "Re: launch", "timestamp": 1776384000}]},
    }
).encode()
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
OK = HEAD % len(BODY) + BODY
BUSY = b"HTTP/1.1 429 Too Many Requests\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
IN_FLIGHT = 256
MEBIBYTE = 1 << 20


# ── the server ──────────────────────────────────────────────────────────────────────────────────────────────────


class Answering(asyncio.Protocol):
    """Answers every request alike, after *delay* seconds; with a *cap*, 429 to those above it."""

    under_way = 0

    def __init__(self, delay: float, cap: int) -> None:
        self._delay, self._cap = delay, cap
        self._data = b""

    def connection_made(self, transport: Any) -> None:
        """Keep the transport."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer each request that is whole."""
        self._data += data
        while (end := self._data.find(b"\r\n\r\n")) >= 0:
            length = LENGTH.search(self._data, 0, end)
            rest = end + 4 + (int(length[1]) if length else 0)
            if len(self._data) < rest:
                return
            self._data = self._data[rest:]
            self._answer()

    def _answer(self) -> None:
        if not self._delay:
            self._transport.write(OK)
        elif Answering.under_way >= self._cap:
            self._transport.write(BUSY)
        else:
            Answering.under_way += 1
            asyncio.get_running_loop().call_later(self._delay, self._late)

    def _late(self) -> None:
        Answering.under_way -= 1
        self._transport.write(OK)


async def serve(delay: float, cap: int) -> None:
    """Serve until killed; the first line of stdout is the URL."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Answering(delay, cap), "127.0.0.1", 0, backlog=4096)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1", flush=True)
    await server.serve_forever()


# ── the contenders ──────────────────────────────────────────────────────────────────────────────────────────────


def expect(truth: object) -> None:
    """End the program unless what was measured was also right."""
    if not truth:
        sys.exit("a call was not answered as it should be")


async def growing(url: str, calls: int) -> dict[str, float]:
    """Make many calls by `fan_out`, and see by how much the process grows."""
    questions = (f"question {number}" for number in range(calls))
    early = 0.0
    async with (
        AsyncIGPT("k", user="u", base_url=url, max_connections=IN_FLIGHT) as igpt,
        fan_out(igpt.recall.ask, questions, concurrency=IN_FLIGHT) as outcomes,
    ):
        done = 0
        async for outcome in outcomes:
            expect(outcome.ok)
            done += 1
            if done == calls // 10:
                early = memory()
    return {"rate": outcomes.summary.throughput, "growth": (memory() - early) / MEBIBYTE}


async def limited(url: str, calls: int, fixed: int) -> dict[str, float]:
    """Run against the server that says 429; *fixed* 0 for `Adaptive`."""
    questions = (f"question {number}" for number in range(calls))
    concurrency = fixed or Adaptive(1, 500)
    async with (
        AsyncIGPT("k", user="u", base_url=url, max_connections=500, max_retries=20) as igpt,
        fan_out(igpt.recall.ask, questions, concurrency=concurrency) as outcomes,
    ):
        async for outcome in outcomes:
            expect(outcome.ok)
    summary = outcomes.summary
    return {"rate": summary.throughput, "refused": 100 * summary.retries / (calls + summary.retries)}


def memory() -> float:
    """Return the resident memory of this process in bytes."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * resource.getpagesize()


CONTENDERS = {"growing": growing, "limited": limited}


def run(name: str, *arguments: object) -> dict[str, Any]:
    """Run a contender in a process of its own and return its figures."""
    command = [sys.executable, __file__, "--as", name, *map(str, arguments)]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def serving(delay: float = 0.0, cap: int = 0) -> tuple[subprocess.Popen[str], str]:
    """Start the server as a process; return it with its URL."""
    command = [sys.executable, __file__, "--serve", str(delay), str(cap)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    url = "" if process.stdout is None else process.stdout.readline().strip()
    return process, url


# ── the measurements: each prints a line and says whether its goals are met ─────────────────────────────────────


def growth(*, quick: bool) -> Iterator[bool]:
    """Measure the growth of memory."""
    calls = 10_000 if quick else 100_000
    server, url = serving()
    found = [run("growing", url, calls) for _ in range(2 if quick else 3)]
    server.kill()
    rate, grown = (max(result[name] for result in found) for name in ("rate", "growth"))
    print(
        f"memory    {calls:,} calls, {IN_FLIGHT} in flight, {rate:,.0f}/s: grows by {grown:.1f} MiB from call "
        f"{calls // 10:,} to the last (goal 10)"
    )
    yield grown < 10  # noqa: PLR2004 (the goal, as printed)


def adaptive(*, quick: bool) -> Iterator[bool]:
    """Measure `Adaptive` beside fixed numbers."""
    calls = 10_000 if quick else 50_000
    server, url = serving(0.02, 50)
    fixed = {number: run("limited", url, calls, number)["rate"] for number in (40, 50, 60)}
    found = run("limited", url, calls, 0)
    server.kill()
    best = max(fixed, key=lambda number: fixed[number])
    share = 100 * found["rate"] / fixed[best]
    print(
        f"adaptive  {found['rate']:,.0f}/s, best fixed ({best}) {fixed[best]:,.0f}/s: {share:.0f} % (goal 85), "
        f"{found['refused']:.2f} % answered 429 (goal 3)"
    )
    yield share >= 85  # noqa: PLR2004 (likewise)
    yield found["refused"] < 3  # noqa: PLR2004 (likewise)


def rows(*, quick: bool) -> Iterator[bool]:
    """Measure `aigpt bulk`, and its second run on a finished file."""
    number = 50_000 if quick else 1_000_000
    server, url = serving()
    with tempfile.TemporaryDirectory() as place:
        source, target = Path(place) / "in.jsonl", Path(place) / "out.jsonl"
        with source.open("w", encoding="ascii") as file:
            file.writelines(f'{{"input": "question {i}", "quality": "cef-1-normal"}}\n' for i in range(number))
        first, peak = bulk(url, source, target)
        lines = sum(1 for _ in target.open("rb"))
        again, peak_again = bulk(url, source, target)
    server.kill()
    peak = max(peak, peak_again)
    print(
        f"rows      {lines:,} through aigpt bulk in {first:.0f} s ({number / first:,.0f}/s), peak memory "
        f"{peak:.0f} MiB (goal 200), finished file resumed in {again:.1f} s (goal 10)"
    )
    yield lines == number
    yield peak < 200  # noqa: PLR2004 (likewise)
    yield again < 10  # noqa: PLR2004 (likewise)


def flat(*, quick: bool) -> Iterator[bool]:
    """Measure the memory of a run of many rows, nearly all of them answered before."""
    server, url = serving()
    peaks: list[float] = []
    for number in (100_000, 1_000_000) if quick else (1_000_000, 10_000_000):
        with tempfile.TemporaryDirectory() as place:
            source, target = Path(place) / "in.jsonl", Path(place) / "out.jsonl"
            with source.open("w", encoding="ascii") as file:
                file.writelines(f'{{"input": "question {i}"}}\n' for i in range(100))
            bulk(url, source, target)  # makes the record of the run
            write_answered(source, target, number)
            seconds, peak = bulk(url, source, target)
            with target.open("rb") as file:
                lines = sum(1 for _ in file)
        peaks.append(peak)
        print(
            f"flat      {number:,} rows, all but 100 answered: resumed in {seconds:.0f} s, peak memory {peak:.0f} MiB"
        )
        yield lines == number
    server.kill()
    yield peaks[1] < peaks[0] + 16


def write_answered(source: Path, target: Path, number: int) -> None:
    """Write an input of *number* rows, and the output of a run of it in which 100 rows have no answer."""
    digests = blake2b(digest_size=16)
    line = next(iter(target.open(encoding="ascii")))
    found = json.loads(line)
    with source.open("w", encoding="ascii") as questions, target.open("w", encoding="ascii") as answers:
        for i in range(number):
            params = {"input": f"question {i}"}
            digest = hash_json(params)
            digests.update(digest.to_bytes(8, sys.byteorder))
            questions.write(f"{json.dumps(params)}\n")
            if i >= 100:  # noqa: PLR2004 (as the docstring says)
                found["id"], found["request"] = f"{digest:016x}-1", params
                answers.write(f"{json.dumps(found)}\n")
    settings = settings_path(target)
    record = json.loads(settings.read_text(encoding="utf-8"))
    record["input"] = {"rows": number, "digest": digests.hexdigest()}
    settings.write_text(json.dumps(record), encoding="utf-8")


def bulk(url: str, source: Path, target: Path) -> tuple[float, float]:
    """Return the seconds and the peak memory in MiB of one `aigpt bulk`."""
    env = {**os.environ, "IGPT_BASE_URL": url, "IGPT_API_KEY": "k", "IGPT_API_USER": "u"}
    command = [sys.executable, "-m", "aigpt.cli", "bulk", "ask", str(source), "-o", str(target), "--concurrency", "64"]
    started = time.perf_counter()
    process = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    expect(status == 0)
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def main() -> None:
    """Run what the arguments name."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--quick"]
    quick = "--quick" in sys.argv
    if arguments[:1] == ["--serve"]:
        uvloop.run(serve(float(arguments[1]), int(arguments[2])))
    if arguments[:1] == ["--as"]:
        _, name, url, *numbers = arguments
        print(json.dumps(asyncio.run(CONTENDERS[name](url, *map(int, numbers)))))  # type: ignore[operator]  # each has its own
        return
    measures = {"memory": growth, "adaptive": adaptive, "rows": rows, "flat": flat}
    met = [goal for name in arguments or measures for goal in measures[name](quick=quick)]
    sys.exit(0 if all(met) else 1)


if __name__ == "__main__":
    main()
