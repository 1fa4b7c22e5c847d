"""Proxies of the environment: which clients take one, and what is refused."""

from __future__ import annotations

import asyncio
from typing import Any

import aiohttp
import pytest
from openai_twins import KEY
from yarl import URL

from aigpt.openai._azure import AzureOpenAI
from aigpt.openai._blocking_client import OpenAI
from aigpt.openai._client import AsyncOpenAI
from aigpt.openai._errors import ConfigurationError
from aigpt.openai._http_clients import DefaultAioHttpClient, DefaultAsyncHttpxClient, DefaultHttpxClient
from aigpt.testing import ScriptedServer

VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")
PROXY = "http://127.0.0.1:3128"
CLIENTS = pytest.mark.parametrize("kind", [AsyncOpenAI, OpenAI])
Kind = type[AsyncOpenAI] | type[OpenAI]


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*VARIABLES, "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def session_options(client: AsyncOpenAI | OpenAI) -> Any:
    return client._sender.transport.owner._options


@CLIENTS
@pytest.mark.parametrize(
    ("environment", "base_url", "options"),
    [
        ({}, "https://a.example/v1", {}),
        ({"HTTPS_PROXY": PROXY}, "https://a.example/v1", {"trust_env": True}),
        ({"https_proxy": PROXY}, "https://a.example/v1", {"trust_env": True}),
        ({"HTTPS_PROXY": PROXY}, "http://10.0.0.1/v1", {}),
        ({"HTTP_PROXY": PROXY}, "http://10.0.0.1/v1", {"trust_env": True}),
        ({"HTTP_PROXY": PROXY}, "https://a.example/v1", {}),
        ({"HTTPS_PROXY": "proxy:3128"}, "https://a.example/v1", {"proxy": URL("http://proxy:3128")}),
        ({"HTTPS_PROXY": "https://proxy"}, "https://a.example/v1", {"proxy": URL("https://proxy")}),
        ({"all_proxy": PROXY}, "https://a.example/v1", {"proxy": URL(PROXY)}),
        ({"HTTPS_PROXY": PROXY, "ALL_PROXY": "socks5://b"}, "https://a.example/v1", {"trust_env": True}),
        ({"HTTPS_PROXY": PROXY, "NO_PROXY": "a.example"}, "https://a.example/v1", {}),
        ({"HTTPS_PROXY": PROXY, "NO_PROXY": "*"}, "https://a.example/v1", {}),
        ({"ALL_PROXY": PROXY, "NO_PROXY": "10.0.0.1"}, "http://10.0.0.1:8000/v1", {}),
    ],
)
def test_the_proxy_of_the_environment_is_for_the_clients_base_url(
    environment: dict[str, str], base_url: str, options: Any, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert session_options(kind(api_key=KEY, base_url=base_url)) == options
    for holder in (DefaultHttpxClient(), DefaultAsyncHttpxClient(timeout=3), DefaultAioHttpClient()):
        client = kind(api_key=KEY, base_url=base_url, http_client=holder)
        assert session_options(client) == options
        assert session_options(client.with_options(http_client=holder)) == options
    assert session_options(kind(api_key=KEY, base_url=base_url, trust_env=False)) == {}
    assert session_options(kind(api_key=KEY, base_url=base_url, trust_env=True)) == {"trust_env": True}
    assert session_options(kind(api_key=KEY, base_url=base_url, proxy=PROXY)) == {"proxy": PROXY}
    assert session_options(kind(api_key=KEY, base_url=base_url, http_client=DefaultHttpxClient(trust_env=False))) == {}


def test_a_view_of_another_url_with_an_http_client_looks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", PROXY)
    client = OpenAI(api_key=KEY, base_url="http://127.0.0.1/v1")
    assert session_options(client) == {}
    holder = DefaultHttpxClient()
    assert session_options(client.with_options(http_client=holder)) == {}
    assert session_options(client.with_options(http_client=holder, base_url="https://a.example")) == {"trust_env": True}


def test_azures_endpoint_has_the_proxy_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", PROXY)
    client = AzureOpenAI(api_key=KEY, azure_endpoint="https://a.example", api_version="1")
    assert session_options(client) == {"trust_env": True}


@CLIENTS
@pytest.mark.parametrize(("name", "proxy"), [("ALL_PROXY", "socks5://s3cret@b:1"), ("HTTPS_PROXY", "http://")])
def test_a_proxy_that_cannot_be_used_is_refused(
    name: str, proxy: str, kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, proxy)
    with pytest.raises(
        ConfigurationError, match=f"environment variable {name} cannot be used.*trust_env=False"
    ) as info:
        kind(api_key=KEY)
    assert ("SOCKS" in str(info.value)) == proxy.startswith("socks")
    assert "s3cret" not in str(info.value)
    assert session_options(kind(api_key=KEY, trust_env=False)) == {}


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "ALL_PROXY"])
async def test_requests_go_to_the_proxy(
    variable: str, plain_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain_server.reply("models", json={"data": []})
    monkeypatch.setenv(variable, plain_server.url.removesuffix("/v1"))
    async with AsyncOpenAI(api_key=KEY, base_url="http://llm.internal:8000/v1") as client:
        await client.models.list()
    with OpenAI(api_key=KEY, base_url="http://llm.internal:8000/v1") as blocking:
        await asyncio.to_thread(blocking.models.list)
    assert [call.path for call in plain_server.calls] == ["http://llm.internal:8000/v1/models"] * 2


async def test_a_session_of_the_callers_is_used_as_it_is(
    plain_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    plain_server.reply("models", json={"data": []})
    async with aiohttp.ClientSession() as session:
        for trust_env in (None, False):
            async with AsyncOpenAI(
                api_key=KEY, base_url=plain_server.url, session=session, trust_env=trust_env
            ) as client:
                await client.models.list()
