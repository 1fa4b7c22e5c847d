"""The module as a client: made on first use, with the options that the module has when a call is made."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from aigpt import openai
from aigpt.openai import _module_client
from aigpt.openai._module_client import CLIENTS, OPTIONS, OPTIONS_OF_AZURE
from aigpt.openai._namespaces import NAMES
from aigpt.openai._old_names import INSTEAD
from aigpt.testing import ScriptedServer

KEY = "module-key-0123456789"
VARIABLES = (
    "AZURE_OPENAI_API_KEY",
    "AZURE_OPENAI_AD_TOKEN",
    "AZURE_OPENAI_ENDPOINT",
    "OPENAI_API_KEY",
    "OPENAI_API_TYPE",
    "OPENAI_API_VERSION",
    "OPENAI_BASE_URL",
    "OPENAI_LOG",
    "OPENAI_ORG_ID",
    "OPENAI_PROJECT_ID",
    "OPENAI_WEBHOOK_SECRET",
)
NONE_BY_DEFAULT = {*OPTIONS, *OPTIONS_OF_AZURE, "api_type"} - {"timeout", "max_retries"}


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name in NONE_BY_DEFAULT:
        monkeypatch.setattr(openai, name, None)
    for name in ("timeout", "max_retries"):
        monkeypatch.delitem(vars(openai), name, raising=False)
    CLIENTS.reset()
    yield
    CLIENTS.reset()
    gc.collect()  # which ends the threads of its clients


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedServer]:
    with ScriptedServer() as found:
        found.reply("*", json={"id": "x", "object": "list", "data": [], "choices": []}, times=1000)
        monkeypatch.setattr(openai, "base_url", found.url)
        yield found


def ask() -> Any:
    return openai.chat.completions.create(model="gpt", messages=[])


def in_a_fresh_program(code: str) -> Any:
    """Return what *code* prints as JSON."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=280)
    assert done.stderr == b""
    return json.loads(done.stdout)


# ── names ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_no_submodule_takes_the_place_of_a_namespace() -> None:
    """Every submodule is imported, and with that an attribute of the module; then each namespace is used."""
    code = """if True:
        import importlib, json, pkgutil, sys, warnings
        warnings.simplefilter("ignore")
        import aigpt.openai as openai
        names = [found.name for found in pkgutil.walk_packages(openai.__path__, "aigpt.openai.")]
        for name in names:
            importlib.import_module(name)
        openai.api_key = "k"
        from aigpt.openai._namespaces import NAMES
        kinds = {name: type(getattr(openai, name).with_raw_response).__name__ for name in NAMES}
        below = [name.split(".")[2] for name in names if name.count(".") == 2]
        print(json.dumps([len(names), kinds, [name for name in below if not name.startswith("_")]]))
        """
    imported, kinds, public = in_a_fresh_program(code)
    assert imported > 500
    assert set(public) <= {"types", "resources", "pagination", "lib", "helpers", "version"}
    assert kinds.keys() == set(NAMES)
    for name, kind in kinds.items():
        assert kind == "".join(part.title() for part in name.split("_")) + "WithRawResponse"


def test_importing_it_imports_no_client() -> None:
    code = "import json, sys; import aigpt.openai; print(json.dumps([*sys.modules]))"
    assert not {"aiohttp", "msgspec", "aigpt.openai._client", "asyncio"} & set(in_a_fresh_program(code))


def test_a_client_imports_no_types() -> None:
    code = """if True:
        import json, sys
        from aigpt.openai import AsyncOpenAI, OpenAI
        AsyncOpenAI(api_key="k").chat.completions
        OpenAI(api_key="k").chat.completions
        print(json.dumps([*sys.modules]))
        """
    found = in_a_fresh_program(code)
    assert not [name for name in found if name.startswith(("aigpt.openai.types.", "aigpt.openai._azure", "pydantic"))]


def test_namespaces_can_be_imported_before_there_is_a_key(server: ScriptedServer) -> None:
    from aigpt.openai import chat, models  # noqa: PLC0415 (it is what is tested)

    assert repr(chat) == "<aigpt.openai.chat>"
    assert not hasattr(models, "__wrapped__")
    with pytest.raises(openai.OpenAIError, match=r"no API key: pass api_key=, or set .* OPENAI_API_KEY") as caught:
        models.list()
    assert "aigpt.openai.api_key = " in caught.value.__notes__[0]
    openai.api_key = KEY
    assert chat.completions.create(model="gpt", messages=[]).id == "x"
    assert server.calls[0].headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("name", "instead"),
    [("ChatCompletion", "chat.completions.create"), ("Embedding", "embeddings.create"), ("Model", "models.list")],
)
def test_names_of_old_are_refused_with_those_of_today(name: str, instead: str) -> None:
    with pytest.raises(AttributeError, match=f"no attribute '{name}': openai 1.0 removed it; write client.{instead}"):
        getattr(openai, name)
    assert name not in dir(openai)


def test_every_name_of_old_is_known() -> None:
    for name in INSTEAD:
        with pytest.raises(AttributeError, match=r"openai 1\.0 removed it"):
            getattr(openai, name)
        with pytest.raises(ImportError):
            exec(f"from aigpt.openai import {name}", {})  # noqa: S102 (nothing else asks for a name in this way)


def test_what_it_shows() -> None:
    shown = set(dir(openai))
    assert {*openai.__all__, *NAMES, "api_key", "timeout", "max_retries", "types", "resources"} <= shown
    assert openai.timeout is openai.DEFAULT_TIMEOUT
    assert openai.max_retries == openai.DEFAULT_MAX_RETRIES == 2
    assert openai.version.VERSION == openai.VERSION == openai.__version__
    assert openai.Client is openai.OpenAI
    assert openai.AsyncClient is openai.AsyncOpenAI
    assert openai.types.chat.chat_completion_chunk.Choice.__name__ == "Choice"


# ── its options ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_its_options_are_read_when_a_call_is_made(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openai, "api_key", KEY)
    monkeypatch.setattr(openai, "organization", "org")
    monkeypatch.setattr(openai, "project", "project")
    monkeypatch.setattr(openai, "default_headers", {"X-Own": "1"})
    monkeypatch.setattr(openai, "default_query", {"own": "2"})
    create = openai.chat.completions.create
    raw = openai.chat.completions.with_raw_response.create
    create(model="gpt", messages=[])
    sent = server.calls[-1]
    assert [sent.headers[name] for name in ("authorization", "openai-organization", "openai-project", "x-own")] == [
        f"Bearer {KEY}",
        "org",
        "project",
        "1",
    ]
    assert sent.path == "/v1/chat/completions?own=2"

    # What was bound before sends with the options of now.
    openai.api_key = "other"
    openai.organization = None
    ask()
    assert openai.default_headers is not None
    openai.default_headers["X-Own"] = "changed in place"  # type: ignore[index]
    for call in (create, raw, ask, lambda **_: openai.models.list()):
        call(**({} if call is ask else {"model": "gpt", "messages": []}))
        sent = server.calls[-1]
        assert sent.headers["authorization"] == "Bearer other"
        assert sent.headers["x-own"] == "changed in place"
        assert "openai-organization" not in sent.headers
    openai.base_url = f"{server.url}/elsewhere"
    create(model="gpt", messages=[])
    assert server.calls[-1].path == "/v1/elsewhere/chat/completions?own=2"
    assert len({call.connection for call in server.calls}) == 1


def test_timeout_and_retries_are_options_too(server: ScriptedServer) -> None:
    openai.api_key = KEY
    assert openai.timeout is openai.DEFAULT_TIMEOUT  # which, once read, is an attribute of the module
    assert CLIENTS.current()._sender.options.limits.attempt is None
    openai.timeout = 7
    assert CLIENTS.current()._sender.options.limits.attempt is not None
    assert CLIENTS.current()._sender.options.limits.attempt.total == 7
    openai.timeout = None
    assert CLIENTS.current()._sender.options.limits.attempt is not None
    assert CLIENTS.current()._sender.options.limits.attempt.total is None
    server.reply("models", status=500, json={})
    openai.max_retries = 0
    with pytest.raises(openai.InternalServerError):
        openai.models.list()
    assert len(server.calls) == 1


def test_the_environment_is_read_when_the_client_is_made(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not again: a key that was taken out of it for the sake of child processes stays known."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_ORG_ID", "org")
    ask()
    monkeypatch.delenv("OPENAI_API_KEY")
    monkeypatch.setenv("OPENAI_ORG_ID", "other")
    openai.max_retries = 1
    ask()
    openai.api_key = "set"
    ask()
    openai.api_key = None
    ask()
    assert [call.headers["authorization"] for call in server.calls] == [
        f"Bearer {KEY}",
        f"Bearer {KEY}",
        "Bearer set",
        f"Bearer {KEY}",
    ]
    assert {call.headers["openai-organization"] for call in server.calls} == {"org"}


def test_an_option_that_is_wrong_fails_calls_until_it_is_mended(server: ScriptedServer) -> None:
    openai.api_key = KEY
    ask()
    openai.max_retries = -1
    for _ in range(2):
        with pytest.raises(openai.OpenAIError, match="max_retries must be a whole number"):
            ask()
    openai.max_retries = 3
    ask()
    assert len(server.calls) == 2


def test_a_callable_key_is_called_in_the_thread_of_the_call(server: ScriptedServer) -> None:
    threads: list[int] = []

    def key() -> str:
        threads.append(threading.get_ident())
        return KEY

    openai.api_key = key
    ask()
    assert threads == [threading.get_ident()]
    assert server.calls[0].headers["authorization"] == f"Bearer {KEY}"


def test_other_connections_need_another_client(server: ScriptedServer) -> None:
    """What was bound to the one before goes on with its connections."""
    openai.api_key = KEY
    create = openai.chat.completions.create
    create(model="gpt", messages=[])
    before = CLIENTS.current()
    openai.http_client = openai.DefaultHttpxClient(headers={"X-Holder": "1"}, timeout=9)
    ask()
    after = CLIENTS.current()
    assert before is not after
    assert (before.timeout, after.timeout) == (openai.DEFAULT_TIMEOUT, 9)
    assert server.calls[-1].headers["x-holder"] == "1"
    openai.max_retries = 1
    ask()
    assert CLIENTS.current() is after
    assert server.calls[-1].headers["x-holder"] == "1"
    create(model="gpt", messages=[])
    assert [call.connection for call in server.calls] == [1, 2, 2, 1]
    openai.http_client = object()  # type: ignore[assignment]
    with pytest.raises(TypeError, match="requests are sent by aiohttp"):
        ask()


def test_threads_share_one_client(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Any] = []
    begin = _module_client.ModuleClient._begin

    def counting(self: Any, *args: Any) -> None:
        made.append(self)
        time.sleep(0.05)  # for the other threads to come here too
        begin(self, *args)

    monkeypatch.setattr(_module_client.ModuleClient, "_begin", counting)
    openai.api_key = KEY
    with ThreadPoolExecutor(8) as threads:
        assert [one.id for one in threads.map(lambda _: ask(), range(32))] == ["x"] * 32
    assert len(made) == 1


def test_webhooks_are_checked_with_the_secret_of_the_module() -> None:
    openai.api_key = KEY
    openai.webhook_secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    assert openai.webhooks._client.webhook_secret == openai.webhook_secret
    with pytest.raises(openai.InvalidWebhookSignatureError):
        openai.webhooks.verify_signature(
            "{}", {"webhook-id": "1", "webhook-timestamp": "1", "webhook-signature": "v1,x"}, tolerance=10**10
        )


# ── Azure ───────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def azure(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> ScriptedServer:
    monkeypatch.setattr(openai, "base_url", None)
    monkeypatch.setattr(openai, "api_version", "2024")
    monkeypatch.setattr(openai, "azure_endpoint", server.url.removesuffix("/v1"))
    return server


@pytest.mark.parametrize("api_type", ["azure", None])
def test_it_may_be_azures_client(azure: ScriptedServer, api_type: Any) -> None:
    openai.api_type = api_type
    openai.api_key = KEY
    ask()
    assert azure.calls[0].path == "/openai/deployments/gpt/chat/completions?api-version=2024"
    assert azure.calls[0].headers["api-key"] == KEY
    assert "authorization" not in azure.calls[0].headers
    openai.api_key = None
    openai.azure_ad_token = "token"
    openai.api_version = "2025"
    ask()
    openai.azure_ad_token = None
    openai.azure_ad_token_provider = lambda: "provided"
    ask()
    assert [call.headers["authorization"] for call in azure.calls[1:]] == ["Bearer token", "Bearer provided"]
    assert azure.calls[1].path.endswith("?api-version=2025")
    assert len({call.connection for call in azure.calls}) == 1


def test_the_environment_may_say_azure(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openai, "base_url", None)
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", server.url.removesuffix("/v1"))
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_API_VERSION", "2024")
    ask()
    assert server.calls[0].path == "/openai/deployments/gpt/chat/completions?api-version=2024"


def test_what_could_be_both_has_to_be_said(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", "azure")
    with pytest.raises(openai.OpenAIError, match="both OPENAI_API_KEY and AZURE_OPENAI_API_KEY are set: set api_type"):
        ask()
    openai.api_type = "openai"
    ask()
    assert server.calls[0].headers["authorization"] == f"Bearer {KEY}"
    openai.api_type = "amazon-bedrock"  # type: ignore[assignment]
    with pytest.raises(openai.OpenAIError, match="must be 'openai' or 'azure'"):
        ask()
    openai.api_type = None
    CLIENTS.reset()
    monkeypatch.setenv("OPENAI_API_TYPE", "openai")
    ask()
    assert len(server.calls) == 2
