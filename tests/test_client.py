"""Views, `post` and the corners of the client that no other file is about."""

from types import ModuleType
from typing import Any

import pytest
from yarl import URL

import aigpt
from aigpt import AsyncIGPT
from aigpt._http.redirects import _origin
from aigpt._igpt.stream_protocols import AskProtocol

KEY = "sk-0123456789abcdef"


def test_vars_of_a_client_show_no_key() -> None:
    assert KEY not in repr(vars(AsyncIGPT(KEY)))


def test_a_view_keeps_what_its_client_took_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IGPT_API_KEY", KEY)
    monkeypatch.setenv("IGPT_API_USER", "me")
    monkeypatch.setenv("IGPT_BASE_URL", "https://a.example")
    igpt = AsyncIGPT()
    monkeypatch.setenv("IGPT_API_KEY", "other")
    monkeypatch.setenv("IGPT_API_USER", "you")
    monkeypatch.setenv("IGPT_BASE_URL", "https://b.example")
    view = igpt.with_options(max_retries=0)
    assert (view._sender.options.api_key, view._sender.options.user, str(view._sender.options.base_url)) == (
        KEY,
        "me",
        "https://a.example/",
    )


def test_a_view_works_when_the_environment_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IGPT_API_KEY", KEY)
    igpt = AsyncIGPT()
    monkeypatch.delenv("IGPT_API_KEY")
    igpt.with_options(max_retries=0)


@pytest.mark.parametrize("chunk", ["text", ["x"], 5, {}])
def test_an_ask_stream_that_gave_chunks_has_begun(chunk: object) -> None:
    dialect = AskProtocol()
    dialect.take([chunk])
    assert dialect.at_eof() is None


def test_an_empty_delta_hides_no_output() -> None:
    assert AskProtocol().text({"delta": "", "output": "x"}) == "x"


def test_the_module_holds_the_public_names_and_nothing_else() -> None:
    found = {n for n, v in vars(aigpt).items() if n[0] != "_" and not isinstance(v, ModuleType)}
    assert found <= set(aigpt.__all__), found - set(aigpt.__all__)


@pytest.mark.parametrize("extra", [[1], "a", 5])
async def test_post_refuses_an_extra_body_that_is_no_mapping(extra: object) -> None:
    igpt = AsyncIGPT(KEY, user="me", base_url="http://127.0.0.1:9")
    assert await igpt.post("beta", {"a": 1}, extra_body=extra) == {"error": "params"}
    await igpt.close()


@pytest.mark.parametrize("extra", [[], "", 0])
async def test_post_refuses_an_empty_extra_body_that_is_no_mapping(extra: object) -> None:
    igpt = AsyncIGPT(KEY, user="me", base_url="http://127.0.0.1:9")
    try:
        assert (await igpt.post("beta", {"a": 1}, extra_body=extra, max_retries=0, timeout=1)).error == "params"
    finally:
        await igpt.close()


def test_an_explicit_default_port_is_the_same_origin() -> None:
    assert _origin(URL("https://a.example/v1")) == _origin(URL("https://a.example:443/v2"))


def test_proxy_is_checked_at_construction() -> None:
    with pytest.raises(aigpt.ConfigurationError):
        AsyncIGPT(KEY, proxy=5)


def test_trace_configs_are_checked_at_construction() -> None:
    with pytest.raises(aigpt.ConfigurationError):
        AsyncIGPT(KEY, trace_configs=5)


def test_trust_env_checked() -> None:
    with pytest.raises(aigpt.ConfigurationError):
        AsyncIGPT(KEY, trust_env="no")


@pytest.mark.parametrize("header", ["Authorization", "authorization"])
@pytest.mark.parametrize("key", [KEY, lambda: KEY])
async def test_an_authorization_of_the_callers_own_is_treated_alike(key: Any, header: str, mocked: Any) -> None:
    """A string for a key or a callable: the header the caller set himself is sent, once."""
    mocked.post("https://api.igpt.ai/v1/datasources/list", payload={}, repeat=True)
    async with AsyncIGPT(key, user="me", default_headers={header: "Basic x"}) as igpt:
        await igpt.datasources.list()
    found = [v for n, v in mocked.sent[0].headers.items() if n.lower() == "authorization"]
    assert found == ["Basic x"]
