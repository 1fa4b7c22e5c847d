"""examples/realtime.py, started as its first lines say, and talked to."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import wave
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

pytestmark = pytest.mark.forked

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "realtime.py"
SERVER = ROOT / "tests" / "openai" / "scripted_realtime.py"
sys.path.insert(0, str(SERVER.parent))

from scripted_realtime import RealtimeServer, Session  # noqa: E402 (from the folder above)


@asynccontextmanager
async def started(url: str, folder: Path, *arguments: str) -> AsyncIterator[asyncio.subprocess.Process]:
    environment = {**os.environ, "OPENAI_BASE_URL": url, "OPENAI_API_KEY": "sk-example-0123456789"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-W", "error", EXAMPLE, *arguments, env=environment, cwd=folder,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def talk(url: str, folder: Path, lines: str, *arguments: str) -> tuple[int | None, str, str]:
    async with started(url, folder, *arguments) as process:
        output, errors = await asyncio.wait_for(process.communicate(lines.encode()), 60)
        return process.returncode, output.decode(), errors.decode()


async def test_lines_are_answered(tmp_path: Path) -> None:
    with RealtimeServer() as server:
        done = await talk(server.url, tmp_path, "Hello there\n\nAnd now?\n")
    assert done == (0, "You said: Hello there \nYou said: And now? \n", "")
    assert server.received[0]["session"] == {"type": "realtime", "output_modalities": ["text"]}


async def test_recordings_are_answered_by_recordings(tmp_path: Path) -> None:
    samples = b"".join((index % 2000).to_bytes(2, "little") for index in range(9000))
    for name, rate in (("question.wav", 24_000), ("other.wav", 8_000)):
        with wave.open(str(tmp_path / name), "wb") as recording:
            recording.setparams((1, 2, rate, 0, "NONE", ""))
            recording.writeframes(samples)
    lines = "@missing.wav\n@other.wav\n@question.wav\n"
    with RealtimeServer() as server:
        code, output, errors = await talk(server.url, tmp_path, lines, "--save", "answers")
    assert (code, errors) == (0, "")
    first, second, third = output.splitlines()
    assert first.startswith("Nothing was said: ")
    assert second == "Nothing was said: other.wav is not of 24000 Hz, mono, 16 bit"
    assert third == "You said: "
    with wave.open(str(tmp_path / "answers" / "1.wav")) as answer:
        assert answer.readframes(10_000) == samples
    assert len([event for event in server.received if event["type"] == "input_audio_buffer.append"]) == 4


@pytest.mark.parametrize("how", ["lost", "refused"])
async def test_the_end_is_told(how: str, tmp_path: Path) -> None:
    async def script(session: Session) -> None:
        await session.until("response.create")
        await session.send("response.output_text.delta", delta="You sa")
        await session.websocket.close(code=1011, message=b"overloaded")

    with RealtimeServer(script) as server:
        url = server.url if how == "lost" else server.url.replace(str(server.port), "9")
        code, output, errors = await talk(url, tmp_path, "Hello\n")
    assert code == 1
    if how == "lost":
        assert output == "You sa"
        assert errors == "\nThe conversation is over: The connection was closed (code 1011): overloaded.\n"
    else:
        assert (output, errors.startswith("There is no conversation: Connection error")) == ("", True)


async def test_the_server_that_it_names_prints_the_lines_it_promises(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, SERVER], stdout=subprocess.PIPE, text=True) as server:  # noqa: ASYNC220
        try:
            assert server.stdout is not None
            url, key = server.stdout.readline(), server.stdout.readline()
            assert key == "export OPENAI_API_KEY=none\n"
            done = await talk(url.strip().removeprefix("export OPENAI_BASE_URL="), tmp_path, "Hello\n")
        finally:
            server.terminate()
    assert done == (0, "You said: Hello \n", "")
