"""What importing brings with it, and what it leaves for when it is needed."""

import json
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from typing import ForwardRef, is_typeddict

import pytest


def modules_after(code: str) -> set[str]:
    """Return the top-level modules that a fresh interpreter has loaded after *code*."""
    script = f"{code}\nimport sys, json\nprint(json.dumps(sorted({{name.partition('.')[0] for name in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, timeout=280)
    assert done.stderr == b""
    return set(json.loads(done.stdout))


EXTRAS = {"pydantic", "click", "rich", "sqlite3", "selectolax", "jsonschema", "pytest"}


@pytest.mark.parametrize("name", ["aigpt", "aigpt.testing"])
def test_importing_it_brings_no_aiohttp(name: str) -> None:
    """Pytest loads `aigpt.testing` for every suite on the machine, whether that uses it or not."""
    loaded = modules_after(f"import {name}")
    assert "aigpt" in loaded
    assert not loaded & {"aiohttp", "aiohttp_retry", "yarl", "msgspec", "asyncio"}


@pytest.mark.parametrize("code", ["from aigpt import AsyncIGPT", "from aigpt import *", "from aigpt import IGPT"])
def test_the_client_brings_nothing_of_the_extras(code: str) -> None:
    loaded = modules_after(code)
    assert "aiohttp" in loaded
    assert "aiohttp_retry" not in loaded  # which comes with the first call that fails
    assert not loaded & EXTRAS


def test_making_a_client_brings_nothing_of_the_extras() -> None:
    assert not modules_after("import aigpt; aigpt.AsyncIGPT('k'); aigpt.IGPT('k')") & EXTRAS


def test_the_exceptions_alone_bring_no_aiohttp() -> None:
    assert "aiohttp" not in modules_after("from aigpt import RateLimitError, ConfigurationError, __version__")


CLIENTS = {
    "async": "from aigpt import AsyncIGPT; AsyncIGPT('k')",
    "blocking": "from aigpt import IGPT; IGPT('k')",
    "openai": "from aigpt.openai import AsyncOpenAI; AsyncOpenAI(api_key='k').chat.completions",
    "openai, blocking": "from aigpt.openai import OpenAI; OpenAI(api_key='k').chat.completions",
}
FEW_NEED = {
    "dataclasses",
    "aigpt._http.call_retry",
    "aigpt._http.hook_events",
    "aigpt._http.hooks",
    "aigpt._http.observers",
    "aigpt._http.rate_limits",
    "aigpt._http.websocket",
    "aigpt._igpt.callback_server",
    "aigpt._igpt.connecting",
    "aigpt._igpt.event_types",
    "aigpt._igpt.output_format",
    "aigpt._igpt.search_iterator",
    "aigpt._igpt.span_attributes",
    "aigpt._igpt.waiting",
    "aigpt._structured",
    "aigpt._telemetry.observer",
    "aigpt._telemetry.opentelemetry",
    "aigpt._telemetry.spans",
    "aigpt.openai._azure",
    "aigpt.openai._files",
    "aigpt.openai._models",
    "aigpt.openai._span_attributes",
    "aigpt.openai._stream",
    "aigpt.openai._views",
    "aigpt.openai._websocket",
    "aigpt.openai.types",
}
BLOCKING_CLIENTS_NEED = {"aigpt._blocking", "aigpt._igpt.blocking", "aigpt.openai._blocking_client", "queue"}


def modules_beyond_aiohttp(code: str) -> set[str]:
    """Return the modules that *code* brings to a fresh interpreter that has imported aiohttp."""
    script = f"import sys, json, aiohttp\nbefore = set(sys.modules)\n{code}\n"
    script += "print(json.dumps(sorted(set(sys.modules) - before)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, timeout=280)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("client", CLIENTS)
def test_what_few_need_is_imported_when_they_do(client: str) -> None:
    """Hooks, spans, rate limits, searching for everything are not paid for by those who only ask."""
    loaded = modules_beyond_aiohttp(CLIENTS[client])
    assert "aigpt._http.transport" in loaded
    assert not loaded & FEW_NEED


@pytest.mark.parametrize("client", ["async", "openai"])
def test_an_async_client_brings_nothing_of_the_blocking_ones(client: str) -> None:
    assert not modules_beyond_aiohttp(CLIENTS[client]) & BLOCKING_CLIENTS_NEED


def test_the_lists_of_what_is_imported_late_name_modules_that_there_are() -> None:
    for name in FEW_NEED | BLOCKING_CLIENTS_NEED:
        assert find_spec(name) is not None, name


def test_codecs_are_looked_for_with_the_first_compressed_body() -> None:
    """To find that brotli and zstd are not installed takes longer than most modules do."""
    code = f"{CLIENTS['async']}\nfrom aigpt._http.decompression import _codecs\n"
    subprocess.run([sys.executable, "-c", f"{code}assert not _codecs.cache_info().currsize"], check=True, timeout=280)


@pytest.mark.parametrize(
    "name", ["_igpt.event_types", "_igpt.objects", "_igpt.options", "_igpt.params", "_http.session"]
)
def test_no_typed_dict_compiles_strings(name: str) -> None:
    """An annotation that is a string is compiled when its TypedDict is made, which takes most of the time of that."""
    forms = [form for form in vars(import_module(f"aigpt.{name}")).values() if is_typeddict(form)]
    assert forms
    for form in forms:
        assert not [key for key, kind in form.__annotations__.items() if isinstance(kind, ForwardRef)]


def test_hooks_are_imported_with_the_first_that_a_client_is_given() -> None:
    """So what is wrong with them is said when the client is made."""
    script = "import sys; from aigpt import AsyncIGPT, ConfigurationError\n"
    script += (
        "try: AsyncIGPT('k', hooks=[print])\nexcept ConfigurationError: assert 'aigpt._http.hooks' in sys.modules\n"
    )
    script += "else: raise SystemExit('taken')"
    subprocess.run([sys.executable, "-c", script], check=True, timeout=280)
