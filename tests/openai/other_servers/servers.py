"""Starts servers that others wrote, which `make test-openai-servers` installs into a folder of their own."""

from __future__ import annotations

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

INSTALLED = Path(
    os.environ.get("AIGPT_OPENAI_SERVERS", Path(__file__).resolve().parents[3] / ".openai-servers")
).resolve()
_START_SECONDS = 180.0  # a busy machine takes its time to import LiteLLM
_STOP_SECONDS = 30.0


def program(path: str) -> str:
    """Return the path of an installed program; without it the test fails."""
    found = INSTALLED / path
    if not found.is_file():
        pytest.fail(f"{found} is missing: `make test-openai-servers` installs it", pytrace=False)
    return str(found)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def running(command: list[str], port: int, ready: str, log: Path, **environment: str) -> Iterator[str]:
    """Run a server while this is entered, from when it answers at the path *ready* on; its origin is the value."""
    origin = f"http://127.0.0.1:{port}"
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=output, env={**_without_proxies(), **environment})
    try:
        _wait_for(process, f"{origin}{ready}", log)
        yield origin
    finally:
        process.terminate()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _without_proxies() -> Mapping[str, str]:
    return {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}


def _wait_for(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + _START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        try:
            with opener.open(url, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    said = log.read_text(encoding="utf-8", errors="replace")[-2000:]
    pytest.fail(f"{process.args!r} does not answer at {url}:\n{said}", pytrace=False)
