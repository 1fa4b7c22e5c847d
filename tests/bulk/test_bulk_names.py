"""What `aigpt.bulk` offers, and what it leaves for when it is needed."""

import inspect
import subprocess
import sys

import pytest

import aigpt.bulk


@pytest.mark.parametrize("name", aigpt.bulk.__all__)
def test_each_name_is_there_and_says_what_it_is(name: str) -> None:
    assert inspect.getdoc(getattr(aigpt.bulk, name))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"'aigpt.bulk' has no attribute 'nothing'"):
        _ = aigpt.bulk.nothing


@pytest.mark.parametrize("code", ["import aigpt.bulk", "from aigpt import fan_out, run_file, Adaptive, Summary"])
def test_the_extras_are_imported_when_they_are_used(code: str) -> None:
    script = (
        f"{code}\nimport sys\nassert not {{'aiolimiter', 'filelock', 'matplotlib', 'click', 'rich'}} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, timeout=100)


@pytest.mark.parametrize(
    ("module", "code"),
    [
        ("aiolimiter", "aigpt.fan_out(print, [], rate=5)"),
        ("filelock", "import asyncio; asyncio.run(run())"),
        ("matplotlib", "aigpt.bulk.write_page(aigpt.bulk.Report('a', None, None), '/dev/null')"),
    ],
)
def test_a_missing_extra_is_named(module: str, code: str) -> None:
    script = f"""
import sys
sys.modules[{module!r}] = None
import aigpt, aigpt.bulk
async def run():
    async with aigpt.AsyncIGPT("k", user="u") as igpt:
        await aigpt.run_file(igpt, "ask", "/dev/null", "out.jsonl")
try:
    {code}
except aigpt.ConfigurationError as exc:
    assert "{module}: pip install 'aigpt-sdk[bulk]'" in str(exc), exc
else:
    raise SystemExit("nothing was said")
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=100)
