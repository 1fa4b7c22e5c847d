"""SeekGPT: its environment, its URL, and its responses below chat."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest

from aigpt._http import log
from aigpt.openai._client import AsyncOpenAI
from aigpt.openai._errors import ConfigurationError
from aigpt.openai._seekgpt import AsyncSeekGPT, SeekGPT
from aigpt.testing import ScriptedServer

KEY = "seek-key-0123456789"
OPENAI_VARIABLES = {
    "OPENAI_API_KEY": "openai-key",
    "OPENAI_BASE_URL": "https://openai.example/v1",
    "OPENAI_ORG_ID": "org",
    "OPENAI_PROJECT_ID": "project",
    "OPENAI_WEBHOOK_SECRET": "secret",
}
CLIENTS = pytest.mark.parametrize("kind", [AsyncSeekGPT, SeekGPT])
Kind = type[AsyncSeekGPT] | type[SeekGPT]


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SEEKGPT_API_KEY", "SEEKGPT_BASE_URL", "SEEKGPT_API_BASE", "SEEKGPT_LOG", "OPENAI_LOG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in OPENAI_VARIABLES.items():
        monkeypatch.setenv(name, value)


@CLIENTS
def test_nothing_of_openais_environment_is_read(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its key and organization would go to another company."""
    with pytest.raises(ConfigurationError, match=r"no API key: pass api_key=, or set .* SEEKGPT_API_KEY"):
        kind()
    monkeypatch.setenv("SEEKGPT_API_KEY", KEY)
    client = kind()
    assert str(client.base_url) == "https://api.seekgpt.org/v1/"
    assert client.auth_headers == {"Authorization": f"Bearer {KEY}"}
    assert (client.organization, client.project, client.webhook_secret) == (None, None, None)
    assert not [name for name in client.default_headers if name.lower().startswith("openai-")]


@CLIENTS
@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"SEEKGPT_API_BASE": "https://a.example/v1"}, "https://a.example/v1/"),
        ({"SEEKGPT_BASE_URL": "https://b.example/v1"}, "https://b.example/v1/"),
        (
            {"SEEKGPT_BASE_URL": "https://b.example/v1", "SEEKGPT_API_BASE": "https://a.example/v1"},
            "https://b.example/v1/",
        ),
        ({"SEEKGPT_BASE_URL": " ", "SEEKGPT_API_BASE": "https://a.example/v1"}, "https://a.example/v1/"),
    ],
)
def test_its_url_has_two_variables(
    kind: Kind, variables: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert str(kind(api_key=KEY).base_url) == expected
    assert str(kind(api_key=KEY, base_url="https://c.example").base_url) == "https://c.example/"


@CLIENTS
def test_views_and_setters_stay_with_its_service(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a setter takes the URL away, and when the environment changes."""
    monkeypatch.setenv("SEEKGPT_API_KEY", KEY)
    client = kind()
    monkeypatch.setenv("SEEKGPT_API_KEY", "other")
    monkeypatch.setenv("SEEKGPT_BASE_URL", "https://other.example")
    view = client.with_options(timeout=3)
    assert type(view) is kind
    assert type(view.chat) is type(client.chat)
    assert view.api_key == KEY
    client.base_url = None  # type: ignore[assignment]
    client.organization = None
    for one in (view, client):
        assert str(one.base_url) == "https://api.seekgpt.org/v1/"
        assert one.organization is None
    with pytest.raises(ConfigurationError, match="SEEKGPT_API_KEY"):
        client.api_key = None  # type: ignore[assignment]


@pytest.fixture
def _own_log(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(log, "_handler", None)
    before = log.logger.level
    yield
    if log._handler is not None:
        log.logger.removeHandler(log._handler)
    log.logger.setLevel(before)


@pytest.mark.usefixtures("_own_log")
def test_its_log_has_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEEKGPT_LOG", "info")
    AsyncOpenAI(api_key=KEY)
    assert log._handler is None
    AsyncSeekGPT(api_key=KEY)
    assert log._handler is not None
    assert log.logger.level == logging.INFO


@pytest.mark.usefixtures("_own_log")
@pytest.mark.parametrize(("kind", "variable"), [(AsyncSeekGPT, "SEEKGPT_LOG"), (AsyncOpenAI, "OPENAI_LOG")])
def test_an_unknown_level_is_no_concern_of_ours(kind: Any, variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable of another program, to which it may mean something; ours is checked."""
    monkeypatch.setenv(variable, "warn")
    kind(api_key=KEY)
    assert log._handler is None
    monkeypatch.setenv("AIGPT_LOG", "warn")
    with pytest.raises(ConfigurationError, match="AIGPT_LOG takes 'info' or 'debug'"):
        kind(api_key=KEY)


# ── client.chat.responses ───────────────────────────────────────────────────────────────────────────────────────

ASKED: dict[str, Any] = {"input": [{"role": "user", "content": "How much ?"}], "model": "gpt-4o"}
FORMAT = {"type": "json_object"}
ANSWER = {"id": "resp", "object": "response", "output": [], "model": "gpt-4o"}
EVENT = {"type": "response.completed", "sequence_number": 0, "response": ANSWER}


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as found:
        found.reply("responses", json=ANSWER)
        yield found


async def test_responses_are_below_chat_too(server: ScriptedServer) -> None:
    async with AsyncSeekGPT(api_key=KEY, base_url=server.url) as client:
        found = await client.chat.responses.create(**ASKED, response_format=FORMAT)
        assert (type(found).__name__, found.id) == ("Response", "resp")
        raw = await client.chat.responses.with_raw_response.create(**ASKED, response_format=FORMAT)
        assert raw.parse() == found
        await client.chat.responses.create(**ASKED)
        await client.responses.create(**ASKED)
        await client.chat.responses.create(**ASKED, response_format=FORMAT, extra_body={"response_format": 1, "a": 2})
    sent = [call.json for call in server.calls]
    assert sent == [
        {**ASKED, "response_format": FORMAT},
        {**ASKED, "response_format": FORMAT},
        ASKED,
        ASKED,
        {**ASKED, "response_format": 1, "a": 2},
    ]
    assert {(call.method, call.path) for call in server.calls} == {("POST", "/v1/responses")}
    assert server.calls[0].headers["authorization"] == f"Bearer {KEY}"


async def test_they_stream(server: ScriptedServer) -> None:
    server.stream("streams/responses", [EVENT])
    async with AsyncSeekGPT(api_key=KEY, base_url=f"{server.url}/streams") as client:
        stream = await client.chat.responses.create(**ASKED, response_format=FORMAT, stream=True)
        assert [event.type async for event in stream] == ["response.completed"]
    assert server.calls[0].json == {**ASKED, "response_format": FORMAT, "stream": True}


def test_they_block_in_the_blocking_client(server: ScriptedServer) -> None:
    with SeekGPT(api_key=KEY, base_url=server.url) as client:
        assert client.chat.responses.create(**ASKED, response_format=FORMAT).id == "resp"
        assert client.chat.completions is client.chat.completions
    assert server.calls[0].json == {**ASKED, "response_format": FORMAT}


def test_other_clients_have_none_below_chat() -> None:
    assert not hasattr(AsyncOpenAI(api_key=KEY).chat, "responses")
