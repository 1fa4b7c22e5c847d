"""Azure: where requests go, with which version, and with which key or token."""

from __future__ import annotations

import asyncio
import inspect
import pickle
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import Any

import pytest

from aigpt.openai._azure import AsyncAzureOpenAI, AzureOpenAI, MutuallyExclusiveAuthError
from aigpt.openai._errors import AuthenticationError, ConfigurationError, OpenAIError
from aigpt.openai._types import omit
from aigpt.testing import ScriptedServer

ENDPOINT = "https://example-resource.azure.openai.com"
KEY = "azure-key-0123456789"
TOKEN = "azure-token-0123456789"
VARIABLES = (
    "AZURE_OPENAI_API_KEY",
    "AZURE_OPENAI_AD_TOKEN",
    "AZURE_OPENAI_ENDPOINT",
    "OPENAI_API_KEY",
    "OPENAI_API_VERSION",
    "OPENAI_BASE_URL",
    "OPENAI_LOG",
    "OPENAI_ORG_ID",
    "OPENAI_PROJECT_ID",
    "OPENAI_WEBHOOK_SECRET",
)
CLIENTS = pytest.mark.parametrize("kind", [AsyncAzureOpenAI, AzureOpenAI])
Kind = type[AsyncAzureOpenAI] | type[AzureOpenAI]


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as found:
        answer = {"id": "x", "object": "list", "data": [{"index": 0, "embedding": [1.0]}], "choices": []}
        found.reply("*", json=answer, times=1000)
        yield found


def endpoint_of(server: ScriptedServer) -> str:
    return server.url.removesuffix("/v1")


@pytest.fixture
async def make(server: ScriptedServer) -> AsyncIterator[Callable[..., AsyncAzureOpenAI]]:
    made: list[AsyncAzureOpenAI] = []

    def of(**options: Any) -> AsyncAzureOpenAI:
        if "base_url" not in options:
            options = {"azure_endpoint": endpoint_of(server), **options}
        if not options.keys() & {"api_key", "azure_ad_token", "azure_ad_token_provider"}:
            options["api_key"] = KEY
        client = AsyncAzureOpenAI(**{"api_version": "2024-10-21", "max_retries": 0, **options})
        made.append(client)
        return client

    yield of
    for client in made:
        await client.close()


Make = Callable[..., AsyncAzureOpenAI]


# ── where requests go ───────────────────────────────────────────────────────────────────────────────────────────


async def chat(client: AsyncAzureOpenAI) -> None:
    await client.chat.completions.create(model="gpt", messages=[])


async def upload(client: AsyncAzureOpenAI) -> None:
    await client.audio.transcriptions.create(model="gpt", file=b"1")


async def embed(client: AsyncAzureOpenAI) -> None:
    await client.embeddings.create(model="gpt", input="x")


async def respond(client: AsyncAzureOpenAI) -> None:
    await client.responses.create(model="gpt", input="x")


async def models(client: AsyncAzureOpenAI) -> None:
    await client.models.list()


async def any_route(client: AsyncAzureOpenAI) -> None:
    await client.post("/chat/completions", cast_to=dict, body={"model": "gpt", "messages": []})


async def edit(client: AsyncAzureOpenAI) -> None:
    await client.images.edit(model="gpt", image=b"1", prompt="x")


@pytest.mark.parametrize(
    ("call", "without", "with_deployment"),
    [
        (chat, "/openai/deployments/gpt/chat/completions", "/openai/deployments/mine/chat/completions"),
        (upload, "/openai/deployments/gpt/audio/transcriptions", "/openai/deployments/mine/audio/transcriptions"),
        (embed, "/openai/deployments/gpt/embeddings", "/openai/deployments/mine/embeddings"),
        (any_route, "/openai/deployments/gpt/chat/completions", "/openai/deployments/mine/chat/completions"),
        (respond, "/openai/responses", "/openai/responses"),
        (models, "/openai/models", "/openai/models"),
        (edit, "/openai/deployments/gpt/images/edits", "/openai/deployments/mine/images/edits"),
    ],
)
async def test_the_model_is_the_deployment_where_the_route_takes_one(
    call: Callable[[AsyncAzureOpenAI], Any], without: str, with_deployment: str, make: Make, server: ScriptedServer
) -> None:
    await call(make())
    await call(make(azure_deployment="mine"))
    assert [one.path for one in server.calls] == [
        f"{path}?api-version=2024-10-21" for path in (without, with_deployment)
    ]
    assert all(one.headers["api-key"] == KEY and "authorization" not in one.headers for one in server.calls)


async def test_a_base_url_is_taken_as_it_is(make: Make, server: ScriptedServer) -> None:
    """The model becomes the deployment unless the URL names one."""
    base = endpoint_of(server)
    await chat(make(base_url=f"{base}/openai/v1/"))
    await chat(make(base_url=f"{base}/openai/deployments/mine"))
    await models(make(base_url=f"{base}/openai/deployments/mine"))
    assert [one.path.partition("?")[0] for one in server.calls] == [
        "/openai/v1/deployments/gpt/chat/completions",
        "/openai/deployments/mine/chat/completions",
        "/openai/deployments/mine/models",
    ]


async def test_the_model_still_stands_in_the_body(make: Make, server: ScriptedServer) -> None:
    await chat(make())
    assert server.calls[0].json == {"model": "gpt", "messages": []}


@pytest.mark.parametrize(("model", "part"), [("a b/c?d#e", "a%20b%2Fc%3Fd%23e"), ("gpt-4.1_x", "gpt-4.1_x")])
async def test_a_deployment_is_quoted(model: str, part: str, make: Make, server: ScriptedServer) -> None:
    await make().chat.completions.create(model=model, messages=[])
    await make(azure_deployment=model).chat.completions.create(model="gpt", messages=[])
    assert [one.path.partition("?")[0] for one in server.calls] == [f"/openai/deployments/{part}/chat/completions"] * 2


@pytest.mark.parametrize("model", ["..", ".", "", " ", 3])
async def test_a_deployment_leads_nowhere_else(model: Any, make: Make, server: ScriptedServer) -> None:
    with pytest.raises(ConfigurationError, match="model must be the name of a deployment"):
        await make().chat.completions.create(model=model, messages=[])
    with pytest.raises(ConfigurationError, match="azure_deployment must be the name of a deployment"):
        make(azure_deployment=model)
    assert not server.calls


async def test_a_path_of_the_endpoint_is_kept(make: Make, server: ScriptedServer) -> None:
    """As that of a gateway."""
    client = make(azure_endpoint=f"{endpoint_of(server)}/team/")
    await chat(client)
    assert server.calls[0].path.startswith("/team/openai/deployments/gpt/chat/completions?")
    assert str(client.base_url) == f"{endpoint_of(server)}/team/openai/"


async def test_streams_and_pages_go_to_the_same_places(make: Make, server: ScriptedServer) -> None:
    server.stream("openai/deployments/gpt/chat/completions", [{"id": "1", "choices": []}, "[DONE]"])
    stream = await make().chat.completions.create(model="gpt", messages=[], stream=True)
    assert [chunk.id async for chunk in stream] == ["1"]
    assert len((await make(azure_deployment="mine").files.list(limit=2)).data) == 1
    assert server.calls[1].path == "/openai/files?api-version=2024-10-21&limit=2"


# ── the version ─────────────────────────────────────────────────────────────────────────────────────────────────


async def test_the_version_is_in_every_query(make: Make, server: ScriptedServer) -> None:
    client = make(default_query={"a": 1, "api-version": "not this"})
    await models(client)
    await models(client.with_options(api_version="2025-01-01"))
    await models(client.with_options(set_default_query={"b": 2}))
    await models(client.with_options(default_query={"b": 2}))
    await client.models.list(extra_query={"api-version": "of the call"})
    assert [one.path.partition("?")[2] for one in server.calls] == [
        "a=1&api-version=2024-10-21",
        "a=1&api-version=2025-01-01",
        "b=2&api-version=2024-10-21",
        "a=1&api-version=2024-10-21&b=2",
        "a=1&api-version=of+the+call",
    ]


# ── keys and tokens ─────────────────────────────────────────────────────────────────────────────────────────────


def credentials_of(server: ScriptedServer) -> list[tuple[str | None, str | None]]:
    return [(one.headers.get("api-key"), one.headers.get("authorization")) for one in server.calls]


async def async_token() -> str:
    await asyncio.sleep(0)
    return TOKEN


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"api_key": KEY}, (KEY, None)),
        ({"api_key": lambda: KEY}, (KEY, None)),
        ({"azure_ad_token": TOKEN}, (None, f"Bearer {TOKEN}")),
        ({"azure_ad_token_provider": lambda: TOKEN}, (None, f"Bearer {TOKEN}")),
        ({"azure_ad_token_provider": async_token}, (None, f"Bearer {TOKEN}")),
        ({"api_key": ""}, (None, None)),
        ({"api_key": "", "default_headers": {"Authorization": "Basic x"}}, (None, "Basic x")),
        ({"api_key": lambda: KEY, "default_headers": {"Api-Key": "own"}}, ("own", None)),
        ({"api_key": lambda: KEY, "default_headers": {"Api-Key": omit}}, (None, None)),
        ({"azure_ad_token": TOKEN, "default_headers": {"authorization": omit}}, (None, None)),
        ({"azure_ad_token_provider": lambda: TOKEN, "default_headers": {"Authorization": "own"}}, (None, "own")),
        ({"azure_ad_token_provider": lambda: TOKEN, "default_headers": {"Authorization": omit}}, (None, None)),
    ],
)
async def test_what_is_sent_as_credentials(
    options: dict[str, Any], expected: tuple[str | None, str | None], make: Make, server: ScriptedServer
) -> None:
    await models(make(**options))
    assert credentials_of(server) == [expected]


async def test_a_call_may_leave_the_credentials_out(make: Make, server: ScriptedServer) -> None:
    client = make(azure_ad_token_provider=lambda: TOKEN)
    await client.models.list(extra_headers={"Authorization": omit})
    await client.models.list(extra_headers={"Authorization": "Bearer other"})
    assert credentials_of(server) == [(None, None), (None, "Bearer other")]


@pytest.mark.parametrize("is_async", [False, True])
async def test_a_provider_is_asked_before_each_attempt(*, is_async: bool, make: Make, server: ScriptedServer) -> None:
    given = iter(["one", "two", "three"])

    async def ask() -> str:
        return next(given)

    provider: Any = ask if is_async else lambda: next(given)
    server.reply("openai/models", status=500, json={}, headers={"retry-after-ms": "1"})
    server.reply("openai/models", status=500, json={}, headers={"retry-after-ms": "1"})
    server.reply("openai/models", json={"data": []})
    await models(make(azure_ad_token_provider=provider, max_retries=2))
    assert [one.headers["authorization"] for one in server.calls] == ["Bearer one", "Bearer two", "Bearer three"]


def test_a_blocking_client_asks_its_provider_in_the_callers_thread(server: ScriptedServer) -> None:
    threads: list[int] = []

    def ask() -> str:
        threads.append(threading.get_ident())
        return TOKEN

    server.reply("openai/models", status=500, json={}, headers={"retry-after-ms": "1"})
    server.reply("openai/models", json={"data": []})
    with AzureOpenAI(azure_endpoint=endpoint_of(server), api_version="1", azure_ad_token_provider=ask) as client:
        client.models.list()
    assert threads == [threading.get_ident()] * 2


@pytest.mark.parametrize(
    ("provider", "message"),
    [
        (lambda: 1 / 0, "the azure_ad_token_provider callable raised ZeroDivisionError"),
        (lambda: "two\nlines", "the azure_ad_token_provider callable gave no usable key"),
        (lambda: None, "the azure_ad_token_provider callable gave no usable key"),
    ],
)
async def test_a_provider_without_a_token_fails_the_call(
    provider: Any, message: str, make: Make, server: ScriptedServer
) -> None:
    with pytest.raises(OpenAIError, match=message):
        await models(make(azure_ad_token_provider=provider))
    assert not server.calls


def test_an_async_provider_is_for_async_clients() -> None:
    options: Any = {"azure_endpoint": ENDPOINT, "api_version": "1"}
    AsyncAzureOpenAI(**options, azure_ad_token_provider=async_token)
    with pytest.raises(ConfigurationError, match="azure_ad_token_provider of a blocking client must be a plain"):
        AzureOpenAI(**options, azure_ad_token_provider=async_token)


@CLIENTS
@pytest.mark.parametrize(
    "given",
    [
        {"api_key": KEY, "azure_ad_token": TOKEN},
        {"api_key": KEY, "azure_ad_token_provider": lambda: TOKEN},
        {"azure_ad_token": TOKEN, "azure_ad_token_provider": lambda: TOKEN},
    ],
)
def test_key_and_token_exclude_each_other(kind: Kind, given: dict[str, Any]) -> None:
    with pytest.raises(MutuallyExclusiveAuthError) as caught:
        kind(azure_endpoint=ENDPOINT, api_version="1", **given)
    assert isinstance(caught.value, OpenAIError)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 (our own)
    client = kind(azure_endpoint=ENDPOINT, api_version="1", api_key=KEY)
    with pytest.raises(MutuallyExclusiveAuthError):
        client.with_options(**given)


# ── the environment ─────────────────────────────────────────────────────────────────────────────────────────────

COMPLETE = {"AZURE_OPENAI_ENDPOINT": ENDPOINT, "OPENAI_API_VERSION": "2024", "AZURE_OPENAI_API_KEY": KEY}


@CLIENTS
def test_the_environment_fills_the_gaps(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**COMPLETE, "OPENAI_ORG_ID": "o", "OPENAI_PROJECT_ID": "p", "OPENAI_API_KEY": "no"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("OPENAI_BASE_URL", "https://not.this.example")
    client = kind()
    assert str(client.base_url) == f"{ENDPOINT}/openai/"
    assert client.auth_headers == {"api-key": KEY}
    assert client.default_query == {"api-version": "2024"}
    assert (client.organization, client.project) == ("o", "p")


@pytest.mark.parametrize(
    ("variables", "options", "expected"),
    [
        ({"AZURE_OPENAI_API_KEY": KEY, "AZURE_OPENAI_AD_TOKEN": TOKEN}, {}, {"Authorization": f"Bearer {TOKEN}"}),
        ({"AZURE_OPENAI_API_KEY": KEY, "AZURE_OPENAI_AD_TOKEN": ""}, {}, {"api-key": KEY}),
        ({"AZURE_OPENAI_AD_TOKEN": TOKEN}, {"api_key": "given"}, {"api-key": "given"}),
        ({"AZURE_OPENAI_API_KEY": KEY}, {"azure_ad_token": "given"}, {"Authorization": "Bearer given"}),
    ],
)
def test_what_is_given_goes_before_the_environment(
    variables: Mapping[str, str], options: dict[str, Any], expected: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    client = AzureOpenAI(azure_endpoint=ENDPOINT, api_version="1", **options)
    assert client.auth_headers == expected


@CLIENTS
@pytest.mark.parametrize(
    ("left_out", "message"),
    [
        ("AZURE_OPENAI_ENDPOINT", "no endpoint: pass azure_endpoint= or base_url=, or set .* AZURE_OPENAI_ENDPOINT"),
        ("OPENAI_API_VERSION", "no API version: pass api_version=, or set OPENAI_API_VERSION"),
        ("AZURE_OPENAI_API_KEY", "no credentials: pass one of api_key=, azure_ad_token= and azure_ad_token_provider="),
    ],
)
def test_what_is_missing_is_named(kind: Kind, left_out: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in COMPLETE.keys() - {left_out}:
        monkeypatch.setenv(name, COMPLETE[name])
    with pytest.raises(OpenAIError, match=message) as caught:
        kind()
    assert isinstance(caught.value, ValueError)  # which openai raises for the first two


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"base_url": f"{ENDPOINT}/openai"}, "either base_url or azure_endpoint"),
        ({"azure_endpoint": "example.azure.com"}, "azure_endpoint must begin with https://"),
        ({"azure_endpoint": f"{ENDPOINT}/openai?api-version=1"}, "azure_endpoint must hold no user"),
        ({"azure_endpoint": "http://10.0.0.1", "allow_http": False}, "azure_endpoint is plain http"),
        ({"azure_ad_token_provider": TOKEN, "api_key": None}, "azure_ad_token_provider must be a callable"),
        ({"azure_ad_token": "two\nlines", "api_key": None}, "azure_ad_token is not usable"),
        ({"api_key": "two\nlines"}, "api_key is not usable"),
    ],
)
def test_a_wrong_option_is_named_without_its_secret(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigurationError, match=message) as caught:
        AzureOpenAI(**{"azure_endpoint": ENDPOINT, "api_version": "1", "api_key": KEY, **options})
    assert "lines" not in str(caught.value)
    assert KEY not in str(caught.value)


# ── views and setters ───────────────────────────────────────────────────────────────────────────────────────────


@CLIENTS
def test_a_view_keeps_everything(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", ENDPOINT)
    monkeypatch.setenv("OPENAI_API_VERSION", "2024")
    client = kind(azure_deployment="mine", azure_ad_token=TOKEN, default_query={"a": 1})
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", "https://other.example")
    monkeypatch.setenv("OPENAI_API_VERSION", "2025")
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", KEY)
    view = client.with_options(timeout=3).copy(max_retries=7)
    assert type(view) is kind
    assert str(view.base_url) == f"{ENDPOINT}/openai/deployments/mine/"
    assert view._sender.options.target("/models", None) == f"{ENDPOINT}/openai/models"
    assert view.auth_headers == {"Authorization": f"Bearer {TOKEN}"}
    assert view.default_query == {"a": 1, "api-version": "2024"}
    assert (view.timeout, view.max_retries, client.max_retries) == (3, 7, 2)


async def test_a_view_may_have_other_credentials(make: Make, server: ScriptedServer) -> None:
    client = make(azure_ad_token=TOKEN)
    for options in ({"api_key": "k"}, {"azure_ad_token": "t"}, {"azure_ad_token_provider": lambda: "p"}, {}):
        await models(client.with_options(**options))
    client.api_key = "now a key"
    await models(client)
    assert credentials_of(server) == [
        ("k", None),
        (None, "Bearer t"),
        (None, "Bearer p"),
        (None, f"Bearer {TOKEN}"),
        ("now a key", None),
    ]


async def test_a_view_may_have_another_place(make: Make, server: ScriptedServer) -> None:
    client = make(azure_deployment="mine")
    await chat(client.with_options(azure_deployment="other"))
    await models(client.with_options(azure_deployment="other"))
    await models(client.with_options(base_url=f"{endpoint_of(server)}/elsewhere"))
    await chat(client.with_options(base_url=f"{endpoint_of(server)}/elsewhere"))
    await chat(client)
    assert [one.path.partition("?")[0] for one in server.calls] == [
        "/openai/deployments/other/chat/completions",
        "/openai/models",
        "/elsewhere/models",
        "/elsewhere/deployments/gpt/chat/completions",
        "/openai/deployments/mine/chat/completions",
    ]


def test_the_token_is_no_api_key() -> None:
    client = AzureOpenAI(azure_endpoint=ENDPOINT, api_version="1", azure_ad_token=TOKEN)
    assert client.api_key == ""
    assert AzureOpenAI(azure_endpoint=ENDPOINT, api_version="1", api_key=KEY).api_key == KEY


@pytest.mark.parametrize("how", ["api_key", "azure_ad_token", "azure_ad_token_provider"])
async def test_no_secret_is_shown(how: str, make: Make, server: ScriptedServer) -> None:
    """Not by a server either that repeats it."""
    client = make(**{how: (lambda: TOKEN) if how.endswith("provider") else TOKEN})
    server.reply("openai/responses", status=401, json={"error": {"message": f"wrong: {TOKEN}"}})
    with pytest.raises(AuthenticationError) as caught:
        await respond(client)
    shown = f"{client!r} {vars(client)} {caught.value} {caught.value!r} {caught.value.request.headers}"
    assert TOKEN not in shown
    assert "api-key" not in caught.value.request.headers


@CLIENTS
def test_it_takes_whatever_the_client_of_the_protocol_takes(kind: Kind) -> None:
    """Of options, and of those of a view."""
    for method in ("__init__", "copy"):
        base = inspect.signature(getattr(kind.__mro__[2], method)).parameters
        assert base.keys() <= inspect.signature(getattr(kind, method)).parameters.keys()
