"""examples/connect.py, started as its first lines say, with a browser that presses the button at once."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from aigpt import AsyncIGPT
from aigpt.local import LocalServer
from aigpt.local.sample import MAILBOX

pytestmark = pytest.mark.forked

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "connect.py"
BROWSER = """
import re, sys, urllib.parse, urllib.request
url, button, place = sys.argv[3], sys.argv[1], sys.argv[2]
page = urllib.request.urlopen(url).read().decode()
key = re.search('name="key" value="([^"]+)"', page)[1]
fields = urllib.parse.urlencode({"key": key, "do": button, "place": place}).encode()
urllib.request.urlopen(url, fields).read()  # and follows the redirect, as a browser does
"""


async def run(
    server: LocalServer, folder: Path, button: str, *arguments: str, browser: bool = True
) -> tuple[int | None, str, str]:
    script = folder / "browser.py"
    script.write_text(BROWSER)
    displays = {"DISPLAY", "WAYLAND_DISPLAY"}
    opened = (
        {"BROWSER": f"{sys.executable} {script} {button} 0/mail.mbox %s"} if browser else {"PATH": "", "BROWSER": ""}
    )
    environment = {
        **{name: value for name, value in os.environ.items() if browser or name not in displays},
        **opened,
        "IGPT_BASE_URL": server.url,
        "IGPT_API_KEY": "local",
        "IGPT_API_USER": server.user,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, EXAMPLE, *arguments, env=environment,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    shown = b""
    try:
        if not browser:  # the person copies the link
            assert process.stdout
            while b"http" not in (line := await asyncio.wait_for(process.stdout.readline(), 60)):
                assert line, (await process.communicate())[1]
            shown = line
            command = [sys.executable, script, button, "0/mail.mbox", line.split()[-1].decode()]
            await asyncio.to_thread(subprocess.run, command, check=True, timeout=60)
        output, errors = await asyncio.wait_for(process.communicate(), 60)
    finally:
        if process.returncode is None:
            process.kill()
    return process.returncode, (shown + output).decode(), errors.decode()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "mail.mbox").write_bytes(MAILBOX.read_bytes())
    return tmp_path / "mail"


async def test_it_connects_asks_and_disconnects(root: Path, tmp_path: Path) -> None:
    async with LocalServer(roots=[root], port=0) as server, AsyncIGPT("local", base_url=server.url, user="me") as igpt:
        question = "How much is the marketing budget?"
        code, output, errors = await run(server, tmp_path, "connect", question)
        assert (code, errors) == (0, "")
        assert "mail.mbox: 100 %, 45 messages\n" in output
        answer, _, sources = output.partition("Sources:\n")
        assert "€48,500" in answer
        assert "(gmail/" in sources
        (source,) = (await igpt.datasources.list()).datasources
        await igpt.datasources.disconnect(id=source["id"])
        code, output, errors = await run(server, tmp_path, "connect", question, "--disconnect")
        assert (code, errors) == (0, "")
        assert output.endswith(f"Disconnected {source['id']}.\n")
        assert (await igpt.datasources.list()).datasources == []


async def test_without_a_browser_it_shows_the_link(root: Path, tmp_path: Path) -> None:
    async with LocalServer(roots=[root], port=0) as server:
        code, output, errors = await run(server, tmp_path, "connect", "How much is the budget?", browser=False)
    assert (code, errors) == (0, "")
    assert output.startswith("No browser could be opened; open this link")
    assert "mail.mbox: 100 %, 45 messages\n" in output
    assert "€48,500" in output


async def test_without_a_key_it_says_so_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IGPT_API_KEY", raising=False)
    done = await asyncio.to_thread(
        subprocess.run, [sys.executable, EXAMPLE], capture_output=True, text=True, check=False, timeout=280
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "no API key: set the environment variable IGPT_API_KEY, or pass api_key=\n"


async def test_it_says_that_the_user_declined(root: Path, tmp_path: Path) -> None:
    async with LocalServer(roots=[root], port=0) as server:
        code, output, errors = await run(server, tmp_path, "cancel")
    assert (code, errors) == (1, "Nothing was connected: access_denied\n")
    assert "Sources" not in output
