"""Clients that do next to nothing, to see what can be had at most: they send prepared bytes, and count the answers."""

from __future__ import annotations

import asyncio
import re
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from answers import ANSWER
from contenders import AUTHORIZATION
from meter import Figures

WRK = "wrk"
ROUTE = "/call/recall/run"
BODY = b'{"input":"What did we decide about the launch date?","user":"user_123"}'
HEADERS = {**AUTHORIZATION, "Content-Type": "application/json"}


def request(route: str, body: bytes) -> bytes:
    """Return a whole request, as it goes over the wire."""
    lines = [f"POST {route} HTTP/1.1", "Host: 127.0.0.1", *(f"{name}: {value}" for name, value in HEADERS.items())]
    return "\r\n".join([*lines, f"Content-Length: {len(body)}", "", ""]).encode() + body


RUN_REQUEST = request(ROUTE, BODY)


class Hammer(asyncio.Protocol):
    """Asks again as soon as there is an answer, which holds *expected*."""

    def __init__(self, request: bytes, expected: bytes) -> None:
        self._request, self._expected = request, expected
        self.count = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the first time."""
        self.transport: Any = transport
        self.transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        """Count, and ask again."""
        if data.endswith(b"}") and self._expected in data:
            self.count += 1
            self.transport.write(self._request)


@asynccontextmanager
async def hammering(
    url: str, connections: int, *, request: bytes = RUN_REQUEST, expected: bytes = ANSWER.encode()
) -> AsyncIterator[Callable[[float], Awaitable[int]]]:
    """Have a bare protocol ask the server at *url*; what is given counts what is answered in so many seconds."""
    address = urlsplit(url)
    loop = asyncio.get_running_loop()
    make = partial(Hammer, request, expected)
    pairs = [await loop.create_connection(make, address.hostname, address.port) for _ in range(connections)]

    async def answered(seconds: float) -> int:
        before = sum(protocol.count for _, protocol in pairs)
        count = 0
        while not count:  # once, unless others have the core all that time
            await asyncio.sleep(seconds)
            count = sum(protocol.count for _, protocol in pairs) - before
        return count

    yield answered
    for transport, _ in pairs:
        transport.close()


def has_wrk() -> bool:
    """Return whether the program wrk is installed."""
    return shutil.which(WRK) is not None


def wrk(url: str, connections: int, seconds: float) -> Figures:
    """Return the figures of wrk, which asks the server at *url* from one thread. It counts in whole seconds."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, "ask.lua")
        headers = "".join(f"wrk.headers[{_lua(name)}] = {_lua(value)}\n" for name, value in HEADERS.items())
        script.write_text(f'wrk.method = "POST"\nwrk.body = {_lua(BODY.decode())}\n{headers}', encoding="utf-8")
        command = [WRK, "--threads", "1", "--connections", str(connections), "--duration", f"{max(1, round(seconds))}s"]
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        command += ["--script", str(script), url + ROUTE]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    count = int(re.findall(r"(\d+) requests in", done.stdout)[0])
    if "Non-2xx" in done.stdout or "Socket errors" in done.stdout:
        raise ValueError(f"wrk was not answered as it should be: {done.stdout}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"cpu_us": 1e6 * cpu / count, "wall_us": 1e6 * wall / count, "count": count}


def _lua(text: str) -> str:
    return "[[" + text + "]]"
