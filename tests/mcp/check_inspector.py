"""The tools and resources by way of MCP's inspector (npm's @modelcontextprotocol/inspector), over stdio and HTTP."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from aigpt.testing import SampleServer

INSTALLED = Path(
    os.environ.get("AIGPT_MCP_INSPECTOR", Path(__file__).resolve().parents[2] / ".mcp-inspector")
).resolve()
_TOOL_FAILED = 5  # the inspector's exit codes, beside its own words on stderr


class Inspector:
    """The inspector's command line; *target* is what it connects to."""

    def __init__(self, *target: str) -> None:
        program = INSTALLED / "node_modules/.bin/mcp-inspector"
        node = shutil.which("node")
        if node is None or not program.exists():
            pytest.fail(f"node or {program} is missing: `make test-mcp-inspector` installs it", pytrace=False)
        self._command = [node, str(program), "--cli", *target]

    def run(self, method: str, *options: str) -> tuple[int, Any]:
        """Return the exit code, and what it printed."""
        done = subprocess.run(
            [*self._command, "--method", method, *options], capture_output=True, text=True, check=False, timeout=100
        )
        assert done.stdout, done.stderr
        return done.returncode, json.loads(done.stdout)

    def call(self, tool: str, **arguments: str) -> Any:
        given = [word for name, value in arguments.items() for word in ("--tool-arg", f"{name}={value}")]
        code, result = self.run("tools/call", "--tool-name", tool, *given)
        assert code == 0, result
        return result["structuredContent"]


@pytest.fixture(params=["stdio", "http"])
def inspector(request: pytest.FixtureRequest, igpt_local: SampleServer) -> Inspector:
    if request.param == "http":
        return Inspector(f"{igpt_local.url.removesuffix('/v1')}/mcp", "--transport", "http")
    settings = {"IGPT_BASE_URL": igpt_local.url, "IGPT_API_KEY": "any", "IGPT_API_USER": igpt_local.user}
    variables = [word for name, value in settings.items() for word in ("-e", f"{name}={value}")]
    return Inspector(*variables, sys.executable, "-m", "aigpt.cli", "mcp")


def test_it_lists_calls_and_reads_everything(inspector: Inspector) -> None:
    """And finds nothing in the tools' schemas that some clients cannot read."""
    code, listed = inspector.run("tools/list", "--strict")
    assert code == 0
    assert [tool["name"] for tool in listed["tools"]] == ["search", "ask", "run", "list_datasources", "connect"]
    found = inspector.call("search", query="marketing budget", max_results="1")["results"]
    assert "48,500" in found[0]["content"]
    assert "48,500" in inspector.call("ask", input="Who approved the marketing budget?")["answer"]
    assert "48,500" in inspector.call("run", input="Who approved the marketing budget?")["answer"]
    assert len(inspector.call("list_datasources")["datasources"]) == 2
    assert inspector.call("connect", service="gmail", scope="mail.read")["url"].startswith("http://127.0.0.1:")
    code, listed = inspector.run("resources/list")
    code, read = inspector.run("resources/read", "--uri", listed["resources"][0]["uri"])
    assert json.loads(read["contents"][0]["text"])["subtitle"] == "45 messages"
    code, listed = inspector.run("resources/templates/list")
    assert [template["uriTemplate"] for template in listed["resourceTemplates"]] == ["igpt://sources/{id}"]


def test_it_is_told_what_is_wrong_with_arguments(inspector: Inspector) -> None:
    code, result = inspector.run("tools/call", "--tool-name", "search", "--tool-arg", "max_results=0")
    assert code == _TOOL_FAILED
    assert result["content"][0]["text"] == "wrong arguments: max_results: expected `int` >= 1"
