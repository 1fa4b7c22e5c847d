"""What is measured of whom."""

from __future__ import annotations

from dataclasses import dataclass

import import_time

PEERS = ("igptai", "openai", "openai, aiohttp")


@dataclass(frozen=True, slots=True)
class Race:
    """One measurement of several contenders. *figure* is the one that is shown; *level* is for some to know."""

    name: str
    title: str
    measurement: str
    contenders: tuple[str, ...]
    figure: str = "per_second"
    level: int = 1
    secure: bool = False


RACES = (
    Race("headroom", "what the server can do (calls/s)", "headroom", ("a bare protocol",)),
    Race("calls", "calls/s, 64 in flight, plain HTTP", "calls",
         ("aigpt", "aiohttp", "aiohttp, tuned", "aiohttp-retry", *PEERS, "aigpt, uvloop", "aiohttp, uvloop")),
    Race("tls", "calls/s, 64 in flight, TLS", "tls", ("aigpt", "aiohttp", *PEERS), secure=True),
    Race("latency", "one call at a time (µs, p50)", "latency",
         ("aigpt", "aiohttp", "aiohttp, tuned", "aiohttp-retry", *PEERS), "p50_us"),
    Race("stream", "stream events/s", "stream", ("aigpt", "aiohttp", *PEERS)),
    Race("text", "stream events/s by text()", "text", ("aigpt",)),
    Race("singly", "stream events/s, each event in an HTTP chunk of its own", "singly", ("aigpt", "aiohttp", "igptai")),
    Race("first", "from the server's first byte to the first chunk (µs, p50)", "first",
         ("aigpt", "aiohttp", *PEERS), "p50_us"),
    *(
        Race(f"blocking, {threads}", f"blocking calls/s, threads: {threads}", "blocking",
             ("aigpt", "aiohttp, bridged", "igptai", "openai"), level=threads)
        for threads in (1, 16)
    ),
    *(
        Race(f"in flight, {level:,}", f"CPU per call (µs), {level:,} on the wire, no pool limit", "in_flight",
             ("aigpt", "aiohttp"), "cpu_us", level)
        for level in (10, 100, 1_000, 5_000)
    ),
    *(
        Race(f"at once, {level:,}", f"CPU per call (µs), {level:,} at once, a pool of 100", "at_once",
             ("aigpt", "aiohttp"), "cpu_us", level)
        for level in (10, 100, 1_000, 5_000)
    ),
    Race("memory", "memory per call, 5,000 in flight (bytes)", "memory", ("aigpt", "aiohttp"), "bytes", 5_000),
    Race("import", "import (ms)", "import", tuple(import_time.CONTENDERS), "ms"),
)  # fmt: skip
