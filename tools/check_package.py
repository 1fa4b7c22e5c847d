"""See that the built package works where nothing else is installed: `make package` runs it, outside of the checkout.

    python check_package.py VERSION [extras]

With no extras, only what `aigpt` itself depends on is there; with them, the command line and the server are tried too.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

import aigpt
from aigpt import IGPT
from aigpt.openai import OpenAI
from aigpt.testing import OpenAIServer, ScriptedServer


def main() -> None:
    """Check the version, the files, a call of each client, and the command line."""
    expected, with_extras = sys.argv[1], len(sys.argv) > 2  # noqa: PLR2004 (its own arguments)
    place = Path(aigpt.__file__).parent
    _require("site-packages" in place.parts, f"aigpt is imported from {place}, not from the wheel")
    found = distribution("aigpt-sdk")
    _require(aigpt.__version__ == found.version == expected, f"the version is {found.version}, not {expected}")
    names = {str(file) for file in found.files or ()}
    for name in ("aigpt/py.typed", "aigpt/local/web/page/index.html", "aigpt/local/sample/mailbox.mbox"):
        _require(name in names, f"{name} is missing from the wheel")
    stray = [name for name in names if name.split("/")[0] in {"tests", "tools", "docs", "examples", "benchmarks"}]
    _require(not stray, f"{stray[:3]} do not belong into the wheel")
    with ScriptedServer() as server:
        server.reply("recall/ask", json={"output": "On 9 June."})
        with IGPT("key", user="me", base_url=server.url) as igpt:
            _require(igpt.recall.ask(input="When?").output == "On 9 June.", "a call of IGPT fails")
    with OpenAIServer() as server:
        server.chat("They hold hands.")
        with OpenAI(api_key="key", base_url=server.url) as client:
            answer = client.chat.completions.create(model="m", messages=[{"role": "user", "content": "How?"}])
            _require(answer.choices[0].message.content == "They hold hands.", "a call of OpenAI fails")
    _check_command(expected, with_extras=with_extras)
    print("the wheel works", "with its extras" if with_extras else "by itself")


def _check_command(version: str, *, with_extras: bool) -> None:
    command = str(Path(sys.executable).with_name("aigpt"))
    shown = _run(command, "--version")
    if not with_extras:
        _require(shown.returncode == 2 and "pip install" in shown.stderr, f"without its extra: {shown.stderr}")  # noqa: PLR2004 (wrong usage)
        return
    _require(shown.stdout.strip() == f"aigpt {version}", f"aigpt --version says {shown.stdout!r}, {shown.stderr!r}")
    demo = _run(command, "demo")
    _require(demo.returncode == 0 and not demo.stderr, f"aigpt demo fails: {demo.stderr}")


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=120)  # noqa: S603 (our own)


def _require(holds: bool, otherwise: str) -> None:  # noqa: FBT001 (a condition)
    if not holds:
        sys.exit(f"check_package: {otherwise}")


main()
