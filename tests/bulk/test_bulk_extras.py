"""The extras of `aigpt.bulk` are imported when they are used."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize("code", ["import aigpt.bulk", "from aigpt import fan_out, run_file, Adaptive, Summary"])
def test_the_extras_are_imported_when_they_are_used(code: str) -> None:
    script = f"{code}\nimport sys\nassert not {{'filelock', 'matplotlib', 'click', 'rich'}} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True, timeout=280)


@pytest.mark.parametrize(
    ("module", "code"),
    [
        ("filelock", "import asyncio; asyncio.run(run())"),
        ("matplotlib", "aigpt.bulk.write_page(aigpt.bulk.Report('a', None, None), '/dev/null')"),
    ],
)
def test_a_missing_extra_is_named(module: str, code: str) -> None:
    script = f"""
import sys
sys.modules[{module!r}] = None
import aigpt, aigpt.bulk
from aigpt._install import install_command
async def run():
    async with aigpt.AsyncIGPT("k", user="u") as igpt:
        await aigpt.run_file(igpt, "ask", "/dev/null", "out.jsonl")
try:
    {code}
except aigpt.ConfigurationError as exc:
    assert str(exc).endswith(" needs {module}: " + install_command("bulk")), exc
else:
    raise SystemExit("nothing was said")
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=280)
