"""The clients: their options, the environment, views, setters, connections, and that no key is shown."""

from __future__ import annotations

import asyncio
import copy
import inspect
import io
import logging
import signal
import ssl
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from types import SimpleNamespace
from typing import Any

import aiohttp
import httpx
import pytest
import trustme
from aiohttp import ClientSession, ClientTimeout
from yarl import URL

from aigpt import Hooks
from aigpt import errors as aigpt_errors
from aigpt.openai import _options
from aigpt.openai._blocking_client import OpenAI
from aigpt.openai._client import AsyncOpenAI
from aigpt.openai._errors import (
    APIConnectionError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    OpenAIError,
    RequestAbortedError,
)
from aigpt.openai._http_clients import (
    DEFAULT_CONNECTION_LIMITS,
    DefaultAioHttpClient,
    DefaultAsyncHttpxClient,
    DefaultHttpxClient,
)
from aigpt.openai._options import OPENAI, make_options
from aigpt.openai._types import DEFAULT_TIMEOUT, NOT_GIVEN, Timeout, omit
from aigpt.testing import ScriptedServer

KEY = "sk-0123456789abcdef"
VARIABLES = (
    "OPENAI_API_KEY",
    "OPENAI_BASE_URL",
    "OPENAI_LOG",
    "OPENAI_ORG_ID",
    "OPENAI_PROJECT_ID",
    "OPENAI_WEBHOOK_SECRET",
)
CLIENTS = pytest.mark.parametrize("kind", [AsyncOpenAI, OpenAI])
Kind = type[AsyncOpenAI] | type[OpenAI]


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as found:
        found.reply("*", json={"id": "x", "object": "list", "data": [], "choices": []}, times=1000)
        yield found


Make = Callable[..., AsyncOpenAI]


@pytest.fixture
async def make(server: ScriptedServer) -> AsyncIterator[Make]:
    made: list[AsyncOpenAI] = []

    def of(**options: Any) -> AsyncOpenAI:
        made.append(AsyncOpenAI(**{"api_key": KEY, "base_url": server.url, "max_retries": 0, **options}))
        return made[-1]

    yield of
    for client in made:
        await client.close()


@pytest.fixture
def blocking(server: ScriptedServer) -> Iterator[Callable[..., OpenAI]]:
    made: list[OpenAI] = []

    def of(**options: Any) -> OpenAI:
        made.append(OpenAI(**{"api_key": KEY, "base_url": server.url, "max_retries": 0, **options}))
        return made[-1]

    yield of
    for client in made:
        client.close()


# ── the environment ─────────────────────────────────────────────────────────────────────────────────────────────


@CLIENTS
def test_the_environment_fills_the_gaps(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    values = {
        "OPENAI_API_KEY": KEY,
        "OPENAI_BASE_URL": "https://a.example/v1",
        "OPENAI_ORG_ID": "org",
        "OPENAI_PROJECT_ID": "project",
        "OPENAI_WEBHOOK_SECRET": "secret",
    }
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    client = kind()
    assert (client.api_key, str(client.base_url)) == (KEY, "https://a.example/v1/")
    assert (client.organization, client.project, client.webhook_secret) == ("org", "project", "secret")
    assert client.default_headers["OpenAI-Organization"] == "org"
    assert client.default_headers["OpenAI-Project"] == "project"
    given = kind(
        api_key="other", base_url="https://b.example", organization="", project="own", webhook_secret="own secret"
    )
    assert (given.api_key, str(given.base_url)) == ("other", "https://b.example/")
    assert (given.organization, given.project, given.webhook_secret) == ("", "own", "own secret")
    assert "openai-organization" not in {name.lower() for name in given.default_headers}


@CLIENTS
@pytest.mark.parametrize("blank", ["", "  "])
def test_a_blank_url_of_the_environment_is_none(kind: Kind, blank: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", blank)
    assert str(kind(api_key=KEY).base_url) == "https://api.openai.com/v1/"


@CLIENTS
def test_without_a_key_there_is_no_client(kind: Kind) -> None:
    with pytest.raises(OpenAIError, match="pass api_key=, or set the environment variable OPENAI_API_KEY"):
        kind()
    assert kind(api_key="", base_url="http://127.0.0.1").auth_headers == {}  # servers of one's own want none


@CLIENTS
def test_views_and_setters_do_not_read_the_environment_again(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", "https://a.example/v1")
    monkeypatch.setenv("OPENAI_ORG_ID", "org")
    client = kind()
    monkeypatch.setenv("OPENAI_API_KEY", "other")
    monkeypatch.setenv("OPENAI_BASE_URL", "https://b.example/v1")
    monkeypatch.delenv("OPENAI_ORG_ID")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "project")
    client.max_retries = 5
    for one in (client, client.with_options(timeout=3), client.copy()):
        assert (one.api_key, str(one.base_url)) == (KEY, "https://a.example/v1/")
        assert (one.organization, one.project) == ("org", None)


@pytest.mark.parametrize("value", ["info", "DEBUG", "warn", ""])
def test_its_log_has_a_variable(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, bool]] = []
    monkeypatch.setattr(
        "aigpt._http.log.set_up_from_environment",
        lambda variable="AIGPT_LOG", *, strict=True: asked.append((variable, strict)),
    )
    monkeypatch.setenv("OPENAI_LOG", value)
    AsyncOpenAI(api_key=KEY)
    assert asked == [("AIGPT_LOG", True), ("OPENAI_LOG", False)]


# ── what is wrong is named ──────────────────────────────────────────────────────────────────────────────────────

WRONG = [
    ({"api_key": "two\nlines"}, "api_key is not usable"),
    ({"api_key": 3}, "api_key is not usable"),
    ({"base_url": "example.com"}, "base_url must begin with https://"),
    ({"base_url": "https://user:secret@example.com"}, "base_url must hold no user"),
    ({"base_url": "https://example.com?key=secret"}, "base_url must hold no user"),
    ({"timeout": 0}, "timeout must be a number of seconds above 0"),
    ({"timeout": "3"}, "timeout must be a number of seconds, None, a Timeout"),
    ({"deadline": -1}, "deadline must be a number of seconds above 0"),
    ({"idle_timeout": 0}, "idle_timeout must be a number of seconds above 0"),
    ({"max_retries": -1}, "max_retries must be a whole number"),
    ({"max_response_bytes": 0}, "max_response_bytes must be a whole number"),
    ({"max_connections": -1}, "max_connections must be a whole number"),
    ({"default_headers": {"X": "secret\n"}}, "default_headers has a value of X that is not text on one line"),
    ({"default_headers": ["secret"]}, "default_headers must be a mapping"),
    ({"default_query": ["secret"]}, "default_query must be a mapping"),
    ({"organization": "secret\n"}, "organization, or project, has a value of OpenAI-Organization"),
    ({"allow_http": "no"}, "allow_http must be True or False"),
    ({"allow_incomplete": 1}, "allow_incomplete must be True or False"),
    ({"hooks": print}, "hooks must be aigpt.Hooks"),
    ({"ssl": False}, "ssl takes an ssl.SSLContext"),
    ({"proxy": "secret"}, "proxy must begin with http://"),
]


@CLIENTS
@pytest.mark.parametrize(("options", "message"), WRONG, ids=[str(options) for options, _ in WRONG])
def test_a_wrong_option_is_named_but_not_its_value(kind: Kind, options: dict[str, Any], message: str) -> None:
    """With the class of errors that code for openai catches, and ours."""
    with pytest.raises(ConfigurationError, match=message) as caught:
        kind(**{"api_key": KEY, **options})
    assert isinstance(caught.value, OpenAIError | ValueError | aigpt_errors.ConfigurationError)
    assert not any(word in str(caught.value) for word in ("secret", KEY, "lines"))


@CLIENTS
def test_max_retries_has_to_be_a_number(kind: Kind) -> None:
    """TypeError, as openai raises it."""
    with pytest.raises(TypeError, match="max_retries must be a whole number: 0 for no retries"):
        kind(api_key=KEY, max_retries=None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="max_retries must be a whole number: 0 for no retries"):
        kind(api_key=KEY).with_options(max_retries=None)  # type: ignore[arg-type]


@CLIENTS
def test_an_unknown_option_is_a_type_error(kind: Kind) -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'retries'"):
        kind(api_key=KEY, retries=3)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        kind(KEY)  # type: ignore[misc]


@CLIENTS
@pytest.mark.parametrize(
    "options", [{"timeout": 0}, {"max_retries": -1}, {"default_headers": {"X": "\n"}}, {"base_url": "example.com"}]
)
def test_views_and_setters_are_checked_too(kind: Kind, options: dict[str, Any]) -> None:
    client = kind(api_key=KEY)
    with pytest.raises(ConfigurationError, match=next(iter(options))):
        client.with_options(**options)
    for name in options.keys() - {"default_headers"}:
        before = getattr(client, name)
        with pytest.raises(ConfigurationError, match=name):
            setattr(client, name, options[name])
        assert getattr(client, name) == before


async def test_options_of_a_call_are_checked_too(make: Make, server: ScriptedServer) -> None:
    for options in ({"timeout": -1}, {"deadline": 0}, {"extra_headers": {"X": "\n"}}):
        with pytest.raises(ConfigurationError):
            await make().models.list(**options)
    with pytest.raises(ConfigurationError, match="max_retries"):
        await make().get("/models", cast_to=dict, options={"max_retries": -1})
    assert not server.calls


def test_a_client_belongs_to_one_loop(server: ScriptedServer) -> None:
    client = AsyncOpenAI(api_key=KEY, base_url=server.url)

    async def call() -> None:
        await client.models.list()
        with pytest.raises(ConfigurationError, match="make one AsyncOpenAI for each loop, or use OpenAI in threads"):
            await asyncio.to_thread(asyncio.run, again())
        await client.close()

    async def again() -> None:
        await client.models.list()

    asyncio.run(call())


# ── base_url ────────────────────────────────────────────────────────────────────────────────────────────────────


@CLIENTS
@pytest.mark.parametrize(
    "given",
    ["https://a.example/v1", "https://a.example/v1/", URL("https://a.example/v1"), httpx.URL("https://a.example/v1")],
)
def test_the_url_ends_in_a_slash(kind: Kind, given: Any) -> None:
    client = kind(api_key=KEY, base_url=given)
    assert str(client.base_url) == "https://a.example/v1/"
    client.base_url = "https://b.example"
    assert str(client.base_url) == "https://b.example/"
    client.base_url = given
    assert str(client.with_options().base_url) == "https://a.example/v1/"


async def test_paths_are_relative_to_it(make: Make, server: ScriptedServer) -> None:
    for base in (f"{server.url}/a", f"{server.url}/a/", URL(f"{server.url}/a")):
        await make(base_url=base).models.list()
    await make().get("models", cast_to=dict)
    await make().get("/models", cast_to=dict)
    await make().get(f"{server.url}/elsewhere", cast_to=dict)
    assert [call.path for call in server.calls] == [
        *["/v1/a/models"] * 3,
        "/v1/models",
        "/v1/models",
        "/v1/elsewhere",
    ]


@pytest.fixture
def warnings_of_http(caplog: pytest.LogCaptureFixture) -> Iterator[Callable[[], list[str]]]:
    _options._warn_of_http.cache_clear()
    yield lambda: [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    _options._warn_of_http.cache_clear()


@CLIENTS
def test_plain_http_beyond_private_addresses_gives_one_warning(
    kind: Kind, warnings_of_http: Callable[[], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        client = kind(api_key=KEY, base_url="http://vllm.example.com/v1")
        client.with_options(timeout=3)
        client.max_retries = 4
    monkeypatch.setenv("OPENAI_BASE_URL", "http://8.8.8.8:8000/v1")
    kind(api_key=KEY)
    kind(api_key=KEY)
    assert warnings_of_http() == [
        f"requests to {host} go over plain http: the API key can be read on the way"
        for host in ("vllm.example.com", "8.8.8.8")
    ]


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1:8000", "localhost:11434", "10.1.2.3", "192.168.0.2", "[::1]", "[fd00::1]", "vllm", "vllm.prod.svc"],
)
def test_plain_http_to_private_addresses_is_silent(host: str, warnings_of_http: Callable[[], list[str]]) -> None:
    AsyncOpenAI(api_key=KEY, base_url=f"http://{host}/v1")
    assert not warnings_of_http()


def test_plain_http_can_be_allowed_and_forbidden(warnings_of_http: Callable[[], list[str]]) -> None:
    client = AsyncOpenAI(api_key=KEY, base_url="http://vllm.example.com/v1", allow_http=True)
    client.with_options(timeout=3)
    assert not warnings_of_http()
    with pytest.raises(ConfigurationError, match="base_url is plain http to a host that is not this machine"):
        client.with_options(allow_http=False)
    with pytest.raises(ConfigurationError, match="base_url is plain http"):
        AsyncOpenAI(api_key=KEY, base_url="http://vllm.example.com/v1", allow_http=False)
    AsyncOpenAI(api_key=KEY, base_url="http://127.0.0.1/v1", allow_http=False)
    AsyncOpenAI(api_key=KEY, base_url="https://vllm.example.com/v1", allow_http=False)


# ── what is sent ────────────────────────────────────────────────────────────────────────────────────────────────


async def test_what_is_sent_with_every_request(make: Make, server: ScriptedServer) -> None:
    client = make(
        organization="org",
        project="project",
        default_headers={"X-Own": "1", "Accept": "x/y", "User-Agent": omit, "Idempotency-Key": omit},
        default_query={"a": [1, 2], "b": omit},
    )
    await client.chat.completions.create(model="m", messages=[], extra_headers={"X-Call": "2"}, extra_query={"c": 3})
    call = server.calls[0]
    assert (
        dict(call.headers).items()
        >= {
            "authorization": f"Bearer {KEY}",
            "openai-organization": "org",
            "openai-project": "project",
            "x-own": "1",
            "x-call": "2",
            "accept": "x/y",
            "x-stainless-lang": "python",
            "x-stainless-retry-count": "0",
            "content-type": "application/json",
        }.items()
    )
    assert "idempotency-key" not in call.headers
    assert call.path == "/v1/chat/completions?a%5B%5D=1&a%5B%5D=2&c=3"
    assert client.user_agent == ""
    assert make().user_agent.startswith("aigpt/")
    assert KEY not in str(client.default_headers)
    assert client.auth_headers == {"Authorization": f"Bearer {KEY}"}


@pytest.mark.parametrize("key", [KEY, lambda: KEY], ids=["text", "callable"])
async def test_the_callers_own_authorization_goes_first(key: Any, make: Make, server: ScriptedServer) -> None:
    await make(api_key=key).models.list()
    await make(api_key=key, default_headers={"authorization": "Basic x"}).models.list()
    await make(api_key=key, default_headers={"Authorization": omit}).models.list()
    await make(api_key=key).models.list(extra_headers={"Authorization": "Basic y"})
    await make(api_key=key).models.list(extra_headers={"Authorization": omit})
    assert [call.headers.getall("authorization") for call in server.calls] == [
        [f"Bearer {KEY}"],
        ["Basic x"],
        [],
        ["Basic y"],
        [],
    ]


# ── views ───────────────────────────────────────────────────────────────────────────────────────────────────────


@CLIENTS
def test_a_view_has_what_it_was_not_told_otherwise(kind: Kind) -> None:
    client = kind(
        api_key=KEY,
        base_url="https://a.example",
        organization="org",
        timeout=7,
        max_retries=4,
        default_headers={"X-A": "1"},
        default_query={"a": 1},
        deadline=9,
        allow_incomplete=True,
        webhook_secret="secret",
        websocket_base_url="wss://a.example",
    )
    same = client.copy()
    assert type(same) is kind
    assert same is not client
    for name in ("api_key", "base_url", "organization", "timeout", "max_retries", "default_headers", "default_query"):
        assert getattr(same, name) == getattr(client, name)
    assert same.webhook_secret == "secret"
    assert same.websocket_base_url == "wss://a.example"
    assert same._sender.options.allow_incomplete
    assert same._sender.options.limits.deadline == 9
    other = client.with_options(api_key="other", organization="o2", max_retries=0, timeout=None, deadline=None)
    assert (other.api_key, other.organization, other.max_retries, other.timeout) == ("other", "o2", 0, None)
    assert other._sender.options.limits.deadline is None
    assert (client.api_key, client.organization, client.max_retries, client.timeout) == (KEY, "org", 4, 7)


@CLIENTS
def test_headers_and_query_of_a_view_are_merged_or_set(kind: Kind) -> None:
    client = kind(api_key=KEY, default_headers={"X-A": "1", "X-B": "2"}, default_query={"a": 1, "b": 2})
    merged = client.with_options(default_headers={"X-B": "3", "X-C": "4"}, default_query={"b": 3})
    assert {name: value for name, value in merged.default_headers.items() if name in {"X-A", "X-B", "X-C"}} == {
        "X-A": "1",
        "X-B": "3",
        "X-C": "4",
    }
    assert merged.default_query == {"a": 1, "b": 3}
    again = merged.with_options(set_default_headers={"X-D": "5"}, set_default_query={})
    assert {name for name in again.default_headers if name.startswith("X-") and len(name) == 3} == {"X-D"}
    assert again.default_query == {}
    for options in (
        {"default_headers": {}, "set_default_headers": {}},
        {"default_query": {}, "set_default_query": {}},
    ):
        with pytest.raises(ValueError, match="mutually exclusive"):
            client.with_options(**options)  # type: ignore[arg-type]


@CLIENTS
def test_none_is_a_value_where_it_means_something(kind: Kind) -> None:
    heard: list[object] = []
    client = kind(
        api_key=KEY, timeout=3, deadline=4, idle_timeout=5, max_response_bytes=6, hooks=Hooks(on_end=heard.append)
    )
    options = client.with_options(
        timeout=None, deadline=None, idle_timeout=None, max_response_bytes=None, hooks=None
    )._sender.options
    assert options.hooks is None
    assert options.limits == make_options({"api_key": KEY, "timeout": None}, OPENAI, {}).limits
    kept = client.with_options(timeout=NOT_GIVEN, deadline=NOT_GIVEN, hooks=NOT_GIVEN)._sender.options
    assert kept.limits == client._sender.options.limits
    assert kept.hooks is not None


@CLIENTS
def test_what_belongs_to_the_connections_belongs_to_the_client(kind: Kind) -> None:
    client = kind(api_key=KEY)
    for options in ({"max_connections": 3}, {"proxy": "http://127.0.0.1:1"}):
        with pytest.raises(ConfigurationError, match="make another client, or give the view an http_client="):
            client.with_options(_extra_kwargs=options)
    with pytest.raises(TypeError, match="http_client cannot be httpx"):
        client.with_options(http_client=httpx.Client())  # type: ignore[arg-type]


@CLIENTS
def test_a_view_with_an_http_client_has_connections_of_its_own(kind: Kind) -> None:
    client = kind(api_key=KEY, timeout=3, default_headers={"X-B": "3"})
    holder = DefaultHttpxClient(proxy="http://127.0.0.1:1", timeout=9, headers={"X-A": "1", "X-B": "2"})
    view = client.with_options(http_client=holder)
    owner = view._sender.transport.owner
    assert owner is not client._sender.transport.owner
    assert owner._options == {"proxy": "http://127.0.0.1:1"}
    assert (view.timeout, view.default_headers["X-A"], view.default_headers["X-B"]) == (9, "1", "3")
    assert client.with_options(http_client=holder, timeout=4).timeout == 4
    assert view.with_options(timeout=5)._sender.transport.owner is owner
    same = DefaultHttpxClient(proxy="http://127.0.0.1:1")
    assert client.with_options(http_client=same)._sender.transport.owner is owner
    assert client.with_options(http_client=DefaultHttpxClient())._sender.transport.owner is not owner
    with pytest.raises(ConfigurationError, match="proxy must begin with"):
        client.with_options(http_client=DefaultHttpxClient(proxy="nowhere"))


async def test_connections_of_views_are_closed_with_the_client(server: ScriptedServer) -> None:
    server.reply("models", json={"data": []})
    async with AsyncOpenAI(api_key=KEY, base_url=server.url, max_retries=0) as client:
        view = client.with_options(http_client=DefaultAsyncHttpxClient())
        await view.models.list()
        await view.close()
        await client.models.list()
        await client.with_options(http_client=DefaultAsyncHttpxClient()).models.list()
        assert server.connections.open == 2
    assert await server.closed(timeout=30)
    for closed in (view, client.with_options(http_client=DefaultAsyncHttpxClient(trust_env=False))):
        assert closed.is_closed()
        with pytest.raises(RequestAbortedError, match="closed"):
            await closed.models.list()


def test_connections_of_blocking_views_are_closed_with_the_client(server: ScriptedServer) -> None:
    server.reply("models", json={"data": []})
    client = OpenAI(api_key=KEY, base_url=server.url, max_retries=0)
    for _ in range(2):
        with client.with_options(http_client=DefaultHttpxClient()) as view:
            assert view.models.list().data == []
    assert server.connections.open == 1
    client.close()
    assert server.wait_closed(timeout=30)


@CLIENTS
def test_a_view_may_be_of_a_class_of_the_programs_own(kind: Any) -> None:
    class Own(kind):  # type: ignore[misc]
        def __init__(self, name: str) -> None:
            super().__init__(api_key=KEY)
            self.name = name

    assert type(Own("x").with_options(timeout=3)) is Own


@CLIENTS
def test_the_objects_of_the_real_openai_stand_for_nothing(kind: Kind) -> None:
    """As frameworks hand them on."""

    class NotGiven:
        pass

    class Omit:
        pass

    client = kind(api_key=KEY, timeout=NotGiven(), organization=NotGiven(), default_headers={"User-Agent": Omit()})  # type: ignore[arg-type]
    assert client.timeout == DEFAULT_TIMEOUT
    assert client.organization is None
    assert client.user_agent == ""
    assert client.with_options(timeout=NotGiven(), api_key=NotGiven()).api_key == KEY  # type: ignore[arg-type]


async def test_views_share_the_connections(make: Make, server: ScriptedServer) -> None:
    client = make()
    await client.models.list()
    await client.with_options(api_key="other").models.list()
    await client.with_options(timeout=3).chat.completions.create(model="m", messages=[])
    assert {call.connection for call in server.calls} == {1}
    assert [call.headers["authorization"] for call in server.calls] == [
        f"Bearer {KEY}",
        "Bearer other",
        f"Bearer {KEY}",
    ]


# ── setters ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_setters_are_for_all_later_calls(make: Make, server: ScriptedServer) -> None:
    """Also of resources, raw ones and bound methods that were there before; a view stays as it was made."""
    client = make()
    view = client.with_options()
    create = client.chat.completions.create
    raw = client.chat.completions.with_raw_response.create
    streamed = client.chat.completions.with_streaming_response.create
    await raw(model="m", messages=[])
    async with streamed(model="m", messages=[]):
        pass
    server.calls.clear()
    client.api_key = "now"
    client.organization = "org"
    client.project = "project"
    client.base_url = f"{server.url}/now"
    client.max_retries = 7
    client.timeout = 8
    client.webhook_secret = "secret"
    client.websocket_base_url = "wss://a.example"
    await create(model="m", messages=[])
    await raw(model="m", messages=[])
    async with streamed(model="m", messages=[]):
        pass
    await client.models.list()
    for call in server.calls:
        assert call.path.startswith("/v1/now/")
        assert call.headers["authorization"] == "Bearer now"
        assert call.headers["openai-organization"] == "org"
        assert call.headers["openai-project"] == "project"
    assert len(server.calls) == 4
    assert (client.max_retries, client.timeout, client.webhook_secret) == (7, 8, "secret")
    assert client.websocket_base_url == "wss://a.example"
    await view.models.list()
    assert server.calls[-1].path == "/v1/models"
    assert server.calls[-1].headers["authorization"] == f"Bearer {KEY}"


async def test_the_key_may_become_a_callable_and_back(make: Make, server: ScriptedServer) -> None:
    client = make()
    client.api_key = lambda: "given"  # type: ignore[assignment]
    assert client.api_key == ""
    await client.models.list()
    client.api_key = "text"
    await client.models.list()
    assert [call.headers["authorization"] for call in server.calls] == ["Bearer given", "Bearer text"]


@pytest.mark.parametrize(
    ("timeout", "whole", "stream"),
    [
        (7, ClientTimeout(total=7, sock_connect=7), ClientTimeout(total=None, sock_connect=7, sock_read=7)),
        (None, ClientTimeout(total=None), ClientTimeout(total=None)),
        (
            Timeout(60, connect=5),
            ClientTimeout(total=60, sock_connect=5),
            ClientTimeout(total=None, sock_connect=5, sock_read=60),
        ),
        (
            httpx.Timeout(60, connect=5),
            ClientTimeout(total=60, sock_connect=5),
            ClientTimeout(total=None, sock_connect=5, sock_read=60),
        ),
        (ClientTimeout(total=3), ClientTimeout(total=3), ClientTimeout(total=3)),
        (DEFAULT_TIMEOUT, None, None),
        (NOT_GIVEN, None, None),
    ],
)
def test_what_a_timeout_stands_for(timeout: Any, whole: ClientTimeout | None, stream: ClientTimeout | None) -> None:
    client = AsyncOpenAI(api_key=KEY, timeout=timeout)
    limits = client._sender.options.timeouts
    assert (limits.whole.attempt, limits.stream.attempt) == (whole, stream)
    assert client.timeout == (DEFAULT_TIMEOUT if timeout is NOT_GIVEN else timeout)
    assert client.with_options(timeout=client.timeout)._sender.options.timeouts == limits


# ── connections ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "given",
    [
        httpx.Client(),
        httpx.AsyncClient(),
        httpx.HTTPTransport(),
        SimpleNamespace(get=None),
    ],
    ids=["Client", "AsyncClient", "HTTPTransport", "anything"],
)
@CLIENTS
def test_a_client_of_httpx_is_refused_with_the_remedy(kind: Kind, given: Any) -> None:
    with pytest.raises(TypeError, match=r"requests are sent by aiohttp; pass http_client=Default"):
        kind(api_key=KEY, http_client=given)


@CLIENTS
@pytest.mark.parametrize("holder", [DefaultAioHttpClient, DefaultAsyncHttpxClient, DefaultHttpxClient])
def test_a_holder_gives_its_options_to_the_client(kind: Kind, holder: Any) -> None:
    client = kind(
        api_key=KEY,
        http_client=holder(
            timeout=9,
            limits=httpx.Limits(max_connections=3),
            base_url="https://a.example/v1",
            headers={"X-A": "1", "X-B": "2"},
            proxy="http://127.0.0.1:3128",
            follow_redirects=True,
        ),
        default_headers={"X-B": "3"},
    )
    assert client.timeout == 9
    assert str(client.base_url) == "https://a.example/v1/"
    assert (client.default_headers["X-A"], client.default_headers["X-B"]) == ("1", "3")
    owner = client._sender.transport.owner
    assert owner.max_connections == 3
    assert owner._options == {"proxy": "http://127.0.0.1:3128", "max_connections": 3}


@CLIENTS
def test_what_the_client_is_given_goes_before_its_holder(kind: Kind) -> None:
    client = kind(
        api_key=KEY,
        timeout=3,
        base_url="https://b.example",
        max_connections=5,
        proxy="http://127.0.0.2:3128",
        http_client=DefaultHttpxClient(
            timeout=9,
            limits=DEFAULT_CONNECTION_LIMITS,
            base_url="https://a.example",
            proxy="http://127.0.0.1:3128",
            trust_env=False,
        ),
    )
    assert (client.timeout, str(client.base_url)) == (3, "https://b.example/")
    assert client._sender.transport.owner._options == {
        "proxy": "http://127.0.0.2:3128",
        "max_connections": 5,
    }
    assert kind(api_key=KEY)._sender.transport.owner.max_connections == 1000


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"transport": httpx.HTTPTransport()}, "DefaultHttpxClient has no option transport: it holds"),
        ({"mounts": {}}, "no option mounts"),
        ({"verify": False}, "verify=False has no counterpart"),
    ],
)
def test_a_holder_refuses_what_has_no_counterpart(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message):
        DefaultHttpxClient(**options)


async def test_a_private_authority_is_trusted_by_a_holder(tmp_path: Any) -> None:
    authority = trustme.CA()
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(path)
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    with ScriptedServer(ssl=context) as server:
        server.reply("models", json={"data": []})
        options: dict[str, Any] = {"api_key": KEY, "base_url": server.url, "max_retries": 0}
        for verify in (str(path), trusting):
            async with AsyncOpenAI(**options, http_client=DefaultAsyncHttpxClient(verify=verify)) as client:
                assert (await client.models.list()).data == []
        async with AsyncOpenAI(**options, http_client=DefaultAsyncHttpxClient()) as client:
            with pytest.raises(APIConnectionError, match="certificate verify failed"):
                await client.models.list()


async def test_a_session_of_ones_own_is_used_and_left_open(make: Make, server: ScriptedServer) -> None:
    async with ClientSession(headers={"X-Session": "1"}) as session:
        client = make(session=session)
        await client.models.list()
        await client.close()
        assert not session.closed
        assert server.calls[0].headers["x-session"] == "1"
    with pytest.raises(ConfigurationError, match=r"session must be an aiohttp\.ClientSession"):
        make(session=aiohttp)
    with pytest.raises(TypeError, match="session"):
        OpenAI(api_key=KEY, session=session)  # type: ignore[call-arg]


# ── the end ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_closing_ends_the_client_and_its_views(make: Make) -> None:
    client = make()
    view = client.with_options(timeout=3)
    await view.models.list()
    assert (client.is_closed(), view.is_closed()) == (False, False)
    async with view:
        pass
    await view.close()
    assert (client.is_closed(), view.is_closed()) == (False, False)
    await client.models.list()
    async with client as same:
        assert same is client
    await client.aclose()
    assert (client.is_closed(), view.is_closed()) == (True, True)
    for one in (client, view):
        with pytest.raises(RequestAbortedError, match="the client was closed"):
            await one.models.list()


def test_closing_ends_the_blocking_client_and_its_views(blocking: Callable[..., OpenAI]) -> None:
    client = blocking()
    view = client.with_options(timeout=3)
    view.models.list()
    with view:
        pass
    view.close()
    assert (client.is_closed(), view.is_closed()) == (False, False)
    client.models.list()
    with client as same:
        assert same is client
    client.close()
    assert (client.is_closed(), view.is_closed()) == (True, True)
    for one in (client, view):
        with pytest.raises(RequestAbortedError, match="the client was closed"):
            one.models.list()


async def test_a_client_that_is_never_closed_is_reported(server: ScriptedServer) -> None:
    client = AsyncOpenAI(api_key=KEY, base_url=server.url)
    await client.models.list()
    with pytest.warns(ResourceWarning, match="an AsyncOpenAI client was never closed"):
        client._sender.transport.owner.__del__()
    await client.close()


# ── callables ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("is_async", [False, True])
async def test_a_callable_key_is_asked_before_each_attempt(
    *, is_async: bool, make: Make, server: ScriptedServer
) -> None:
    keys = iter(["one", "two"])

    async def ask() -> str:
        await asyncio.sleep(0)
        return next(keys)

    server.reply("models", status=500, json={}, headers={"retry-after-ms": "1"})
    server.reply("models", json={"data": []})
    key: Any = ask if is_async else lambda: next(keys)
    await make(api_key=key, max_retries=1).models.list()
    assert [call.headers["authorization"] for call in server.calls] == ["Bearer one", "Bearer two"]


def stream_of(client: OpenAI) -> list[Any]:
    with client.chat.completions.create(model="m", messages=[], stream=True) as stream:
        return list(stream)


BLOCKING_CALLS: dict[str, Callable[[OpenAI], Any]] = {
    "a call": lambda client: client.chat.completions.create(model="m", messages=[]),
    "a stream": stream_of,
    "a raw response": lambda client: client.chat.completions.with_raw_response.create(model="m", messages=[]),
    "an open response": lambda client: client.chat.completions.with_streaming_response.create(
        model="m", messages=[]
    ).__enter__(),
    "any route": lambda client: client.post("/chat/completions", cast_to=dict, body={"messages": []}),
}


@pytest.mark.parametrize("call", BLOCKING_CALLS.values(), ids=BLOCKING_CALLS)
def test_a_blocking_client_asks_for_its_key_in_the_thread_of_the_call(
    call: Callable[[OpenAI], Any], blocking: Callable[..., OpenAI], server: ScriptedServer
) -> None:
    """For retries too."""
    threads: list[int] = []

    def ask() -> str:
        threads.append(threading.get_ident())
        return f"key-{len(threads)}"

    server.reply("chat/completions", status=500, json={}, headers={"retry-after-ms": "1"})
    if call is stream_of:
        server.stream("chat/completions", [{"id": "1", "choices": []}, "[DONE]"])
    else:
        server.reply("chat/completions", json={"id": "1", "choices": []})
    call(blocking(api_key=ask, max_retries=1))
    assert threads == [threading.get_ident()] * 2
    assert [one.headers["authorization"] for one in server.calls] == ["Bearer key-1", "Bearer key-2"]


def test_each_page_is_sent_with_a_key_of_its_own(blocking: Callable[..., OpenAI], server: ScriptedServer) -> None:
    threads: list[int] = []

    def ask() -> str:
        threads.append(threading.get_ident())
        return f"key-{len(threads)}"

    server.reply("files", json={"data": [{"id": "a"}], "has_more": True})
    server.reply("files", json={"data": [{"id": "b"}], "has_more": False})
    assert [file.id for file in blocking(api_key=ask).files.list()] == ["a", "b"]
    assert threads == [threading.get_ident()] * 2


def test_a_key_may_be_had_with_the_client_itself(blocking: Callable[..., OpenAI], server: ScriptedServer) -> None:
    server.reply("token", json={"token": "fetched"})

    def ask() -> str:
        return str(plain.post("/token", cast_to=dict)["token"])

    plain = blocking()
    client = plain.with_options(api_key=ask)
    client.models.list()
    assert server.calls[-1].headers["authorization"] == "Bearer fetched"


def test_ctrl_c_in_the_callable_ends_the_call(blocking: Callable[..., OpenAI], server: ScriptedServer) -> None:
    def ask() -> str:
        signal.pthread_kill(threading.get_ident(), signal.SIGINT)
        threading.Event().wait(60)
        return KEY

    client = blocking(api_key=ask)
    with pytest.raises(KeyboardInterrupt):
        client.models.list()
    assert not server.calls
    client.with_options(api_key=KEY).models.list()


async def async_key() -> str:
    return KEY


class AsyncKey:
    async def __call__(self) -> str:
        return KEY


@pytest.mark.parametrize("key", [async_key, AsyncKey()], ids=["function", "object"])
def test_an_async_callable_is_for_async_clients(key: Any, blocking: Callable[..., OpenAI]) -> None:
    AsyncOpenAI(api_key=key)
    message = "api_key of a blocking client must be a plain function: async ones belong to async clients"
    with pytest.raises(ConfigurationError, match=message):
        OpenAI(api_key=key)
    client = blocking()
    with pytest.raises(ConfigurationError, match=message):
        client.with_options(api_key=key)
    with pytest.raises(ConfigurationError, match=message):
        client.api_key = key
    assert client.api_key == KEY


def test_what_turns_out_to_be_async_fails_the_call(blocking: Callable[..., OpenAI], server: ScriptedServer) -> None:
    def ask() -> Awaitable[str]:
        return async_key()

    with pytest.raises(OpenAIError, match="the api_key callable is async, which only async clients take"):
        blocking(api_key=ask).models.list()
    assert not server.calls


# ── what is shown ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("is_callable", [False, True])
async def test_the_key_is_shown_nowhere(*, is_callable: bool, make: Make, server: ScriptedServer) -> None:
    """Not in the repr of anything at hand, an exception, even where the server repeats it, or the log."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    names = ("aigpt", "aiohttp", "asyncio")
    levels = [logging.getLogger(name).level for name in names]
    for name in names:
        logging.getLogger(name).addHandler(handler)
        logging.getLogger(name).setLevel(logging.DEBUG)
    try:
        client = make(api_key=(lambda: KEY) if is_callable else KEY, organization="org")
        server.reply("models", status=401, json={"error": {"message": f"Incorrect API key provided: {KEY}"}})
        with pytest.raises(AuthenticationError) as caught:
            await client.models.list()
        await client.with_options(base_url="http://127.0.0.1:1").models.list()
    except APIConnectionError as exc:
        shown = f"{exc!r} {exc} {vars(exc)} {exc.request!r} {exc.request.headers}"
    finally:
        for name, level in zip(names, levels, strict=True):
            logging.getLogger(name).removeHandler(handler)
            logging.getLogger(name).setLevel(level)
    error = caught.value
    shown += f"{error!r} {error} {error.request!r} {error.request.headers} {error.response!r}"
    shown += (
        f"{client!r} {vars(client)} {client._sender!r} {client._sender.options!r} {client.chat!r} {client.models!r}"
    )
    assert "401" in shown
    assert KEY not in shown
    assert "models" in written.getvalue()
    assert KEY not in written.getvalue()
    assert repr(client) == f"<AsyncOpenAI base_url='{server.url}/'>"


@CLIENTS
def test_its_parts_may_be_copied(kind: Kind) -> None:
    client = kind(api_key=KEY)
    assert copy.copy(client.timeout) == client.timeout
    assert copy.deepcopy(NOT_GIVEN) is NOT_GIVEN
    assert copy.deepcopy(omit) is omit


def test_both_clients_have_the_same_members() -> None:
    """The blocking one for the lack of `aclose` and `session`."""
    public = {name for name in dir(AsyncOpenAI) if not name.startswith("_")}
    assert public - {name for name in dir(OpenAI) if not name.startswith("_")} == {"aclose"}
    for name in ("__init__", "copy", "get", "post", "put", "patch", "delete", "get_api_list"):
        of_async = inspect.signature(getattr(AsyncOpenAI, name)).parameters
        of_blocking = inspect.signature(getattr(OpenAI, name)).parameters
        assert [*of_async] == [one for one in [*of_async] if one in of_blocking or one == "session"]
        assert of_blocking.keys() <= of_async.keys()
    for kind in (AsyncOpenAI, OpenAI):
        options = inspect.signature(kind.copy).parameters.keys() - {"self", "_extra_kwargs"}
        assert {name.removeprefix("set_") for name in options} <= inspect.signature(kind).parameters.keys()


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('{"error": {"message": "no such model", "type": "t"}}', "Error code: 400 - no such model"),
        ('{"message": "no such model"}', "Error code: 400 - no such model"),
        ('{"error": {"message": null}}', "Error code: 400 - {'error': {'message': None}}"),
        ('{"detail": "Not Found"}', "Error code: 400 - {'detail': 'Not Found'}"),
        ("<h1>Bad Gateway</h1>", "Error code: 400 - <h1>Bad Gateway</h1>"),
        ("", "Error code: 400 - the server answered with status 400"),
    ],
)
def test_the_message_of_a_refusal_is_the_servers(server: ScriptedServer, body: str, message: str) -> None:
    server.reply("moderations", status=400, body=body)
    with OpenAI(api_key=KEY, base_url=server.url) as client, pytest.raises(BadRequestError) as caught:
        client.moderations.create(input="?")
    assert (str(caught.value), caught.value.message) == (message, message)


@pytest.mark.parametrize("made", [AsyncOpenAI, OpenAI])
def test_a_key_by_position_is_refused_with_its_name(made: Any) -> None:
    with pytest.raises(TypeError, match=rf"^{made.__name__}\(\) takes keywords alone: api_key=… for the key$"):
        made("sk-x")
