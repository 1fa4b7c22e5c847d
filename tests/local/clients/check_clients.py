"""Clients that others wrote ask the shared mailbox, by the server's base URL alone: `make test-local-clients`.

AIGPT_LOCAL_CLIENTS names the folder in which the Makefile has installed them.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from real_data import DATA

from aigpt.local import LocalServer

HERE = Path(__file__).parent
CLIENTS = Path(os.environ["AIGPT_LOCAL_CLIENTS"]).resolve()
QUESTION = "Which command installs the ALSA driver RPMs that Matthias packaged?"
ANSWER = 'Install the "alsa-utils" package'
TITLE = "ALSA (almost) made easy"


@pytest.fixture
async def server(real_data: None) -> AsyncIterator[LocalServer]:
    async with LocalServer([DATA / "mailbox.mbox"], port=0) as running:
        await running.indexed()
        yield running


async def run(server: LocalServer, *command: str | Path, **environment: str) -> str:
    """Run a program that is told where the server is, and nothing else; return what it prints."""
    point = {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "any"}
    process = await asyncio.create_subprocess_exec(
        *map(str, command),
        env={"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], **point, **environment},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        cwd=CLIENTS,
    )
    out, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    return out.decode()


async def told(server: LocalServer, *command: str | Path, **environment: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(await run(server, *command, **environment))
    return found


async def test_openai_node(server: LocalServer) -> None:
    program = CLIENTS / "ask_node.mjs"  # beside its node_modules
    program.write_bytes((HERE / "ask_node.mjs").read_bytes())
    found = await told(server, "node", program, QUESTION)
    assert found["models"] == ["igpt-run", "igpt-ask"]
    texts = [found[name] for name in ("chat", "streamed", "response", "deltas", "helper")]
    assert texts == [texts[0]] * 5
    assert ANSWER in texts[0]
    assert found["titles"][0] == found["cited"][0]
    assert TITLE in found["titles"]
    assert found["tokens"] > 0
    assert found["inOrder"] is True
    assert (found["indexed"], found["found"]) == ("completed", "The zebra Quagmire lives in Nairobi.")
    assert found["bytes"] == "The zebra Quagmire lives in Nairobi.\n"
    assert found["error"] == ["NotFoundError", 404, "model_not_found"]


async def test_langchain(server: LocalServer) -> None:
    found = await told(server, CLIENTS / "venv" / "bin" / "python", HERE / "ask_langchain.py", QUESTION)
    texts = [found[name] for name in ("chat", "streamed", "response", "response_streamed")]
    assert texts == [texts[0]] * 4
    assert ANSWER in texts[0]
    assert found["tokens"] > 0
    assert TITLE in found["followed"]
    assert found["structured"] == "Packages"


async def test_llm(server: LocalServer, tmp_path: Path) -> None:
    (tmp_path / "extra-openai-models.yaml").write_text(
        f"- model_id: mail\n  model_name: igpt-run\n  api_base: {server.url}\n  api_key_name: mail\n"
    )
    user = {"LLM_USER_PATH": str(tmp_path)}
    llm = CLIENTS / "venv" / "bin" / "llm"
    for options in ([], ["--no-stream"]):
        assert ANSWER in await run(server, llm, "-m", "mail", "--key", "any", *options, QUESTION, **user)
    followed = await run(server, llm, "-m", "mail", "--key", "any", "--continue", "And who made it?", **user)
    assert TITLE in followed
