"""What errors say: the option that was meant, its value, and where the request went; never the key or the query."""

from __future__ import annotations

import socket
from typing import Any, NoReturn
from unittest.mock import MagicMock

import aiohttp
import pytest
from openai_twins import KEY, Kind, twin

from aigpt._http.attempt import AttemptResult
from aigpt._http.failure import Detail, Failure, FailureKind
from aigpt._http.options import Limits
from aigpt.openai import _errors as errors
from aigpt.openai._blocking_client import OpenAI
from aigpt.openai._client import AsyncOpenAI
from aigpt.openai._http_clients import DefaultHttpxClient
from aigpt.openai._protocol import INCOMPLETE, OPENAI_API
from aigpt.testing import ScriptedServer

CLIENTS = pytest.mark.parametrize("client_class", [AsyncOpenAI, OpenAI])


async def message_of(one: Any, kind: type[Exception], work: Any) -> str:
    with pytest.raises(kind) as info:
        await one.run(work)
    assert KEY not in str(info.value)
    return str(info.value)


def ask(client: Any, **options: Any) -> Any:
    return client.chat.completions.create(model="m", messages=[], extra_query={"q": "secret"}, **options)


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        ({"json": {"detail": "Not Found"}}, True),
        ({"json": {}}, True),
        ({"body": b"<html>nothing here</html>"}, True),
        ({"json": {"error": {"message": "no such model"}}}, False),
        ({"json": {"object": "error", "message": "no such model"}}, False),
    ],
)
@pytest.mark.parametrize("status", [404, 405])
async def test_what_is_no_error_of_the_api_hints_at_base_url(
    status: int, body: dict[str, Any], hint: Any, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply("chat/completions", status=status, **body)
    async with twin(kind, plain_server) as one:
        said = await message_of(one, errors.APIStatusError, ask)
    assert said.startswith(f"Error code: {status} - ")
    place = f"check base_url, which mostly ends in /v1: nothing answers at {plain_server.url}/chat/completions"
    assert said.endswith(place) is hint
    assert "secret" not in said


async def test_a_deadline_names_itself(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.raw("chat/completions", "hang")
    async with twin(kind, plain_server) as one:
        said = await message_of(one, errors.APITimeoutError, lambda client: ask(client, deadline=0.2))
    assert said == "Request timed out: the call took longer than its deadline of 0.2 s."


async def test_a_timeout_names_itself_and_where(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.raw("chat/completions", "hang")
    place = plain_server.url.removeprefix("http://").removesuffix("/v1")
    async with twin(kind, plain_server, max_retries=0) as one:
        said = await message_of(one, errors.APITimeoutError, lambda client: ask(client, timeout=0.2))
        assert said.endswith(f", {place} (timeout=0.2).")
        said = await message_of(one, errors.APITimeoutError, lambda client: ask(client, timeout=0.2, stream=True))
        assert said.endswith(f", {place} (timeout=0.2, for each wait).")


async def test_a_connection_error_names_host_and_port(kind: Kind, plain_server: ScriptedServer) -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{held.getsockname()[1]}"
        async with twin(kind, plain_server, max_retries=0, base_url=f"http://{place}/v1") as one:
            said = await message_of(one, errors.APIConnectionError, ask)
    assert said.endswith(f", {place}.")
    assert "secret" not in said


async def test_a_timeout_of_connecting_names_its_limit(
    kind: Kind, plain_server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    class SlowError(aiohttp.ConnectionTimeoutError):  # whatever it is called
        pass

    async def fail(*_: object, **__: object) -> NoReturn:
        raise SlowError

    monkeypatch.setattr(aiohttp.TCPConnector, "connect", fail)
    place = plain_server.url.removeprefix("http://").removesuffix("/v1")
    async with twin(kind, plain_server, max_retries=0) as one:
        said = await message_of(one, errors.APITimeoutError, lambda client: ask(client, timeout=0.2))
    assert said.endswith(f", {place} (timeout to connect: 0.2 s).")


_REASONS = [
    *(Failure(kind, "why") for kind in FailureKind),
    Failure(FailureKind.CONNECTION, "why", detail=Detail.UNREACHED),
    Failure(FailureKind.TIMEOUT, "why", detail=Detail.UNREACHED),
    Failure(FailureKind.CONNECTION, "why", code=INCOMPLETE),
    Failure(FailureKind.CONNECTION, "why", code=INCOMPLETE, detail=Detail.NO_END_MARK),
    Failure(FailureKind.RESPONSE, "why", detail=Detail.NOT_STREAMED),
]


@pytest.mark.parametrize("status", [200, 404, 503])
def test_the_class_that_is_counted_is_the_one_that_is_raised(status: int) -> None:
    call = MagicMock(key="", headers={})
    call.options.configure_mock(key_name="api_key", limits=Limits(None, None, 1, 1, 1, 1))
    call.response.return_value.status_code = status
    for failure in _REASONS:
        raised = OPENAI_API.exception(call, AttemptResult(failure, None, status, {}), None)
        assert type(raised) is OPENAI_API.error_type(failure, status), failure


async def test_a_stream_that_is_neither_true_nor_false_is_refused(kind: Kind, plain_server: ScriptedServer) -> None:
    async with twin(kind, plain_server) as one:
        said = await message_of(one, TypeError, lambda client: ask(client, stream="yes"))
        assert said == "stream must be True or False, not 'yes'"
        said = await message_of(one, TypeError, lambda client: ask(client, abort=3))
        assert said == "abort must be an asyncio.Event (a threading.Event in a blocking client), not int"
    assert plain_server.calls == []


@CLIENTS
def test_a_base_url_that_cannot_be(client_class: Any) -> None:
    with pytest.raises(errors.ConfigurationError, match=r"must begin with https:// \(or http://\) and a host"):
        client_class(api_key=KEY, base_url="127.0.0.1:8000/v1")
    with pytest.raises(errors.ConfigurationError, match=r"\(or http://, to this machine\)"):
        client_class(api_key=KEY, base_url="127.0.0.1:8000/v1", allow_http=False)
    with pytest.raises(errors.ConfigurationError, match=r"plain http .*; use https$"):
        client_class(api_key=KEY, base_url="http://a.example/v1", allow_http=False)


async def test_a_closed_client_is_not_entered_again(kind: Kind, plain_server: ScriptedServer) -> None:
    async with twin(kind, plain_server) as one:
        name = type(one.client).__name__
        await one.enter(one.client)
        await one.leave(one.client)
        with pytest.raises(errors.ConfigurationError, match=f"this {name} is closed.*; make another {name}"):
            await one.enter(one.client)
        said = await message_of(one, errors.RequestAbortedError, ask)
    assert said == "the client was closed; make calls before its close(), or the end of its block"


@CLIENTS
def test_an_unknown_option_is_refused_with_what_was_meant(client_class: Any) -> None:
    name = client_class.__name__
    with pytest.raises(TypeError, match=rf"^{name}\(\) got an unexpected .*'timout'; did you mean 'timeout'\?$"):
        client_class(api_key=KEY, timout=3)
    client = client_class(api_key=KEY)
    for method in (client.copy, client.with_options):
        with pytest.raises(TypeError, match=r"^with_options\(\) got .*'max_retrys'; did you mean 'max_retries'\?$"):
            method(max_retrys=3)
        with pytest.raises(errors.ConfigurationError, match=r"^proxy is none of its options: .* make another client"):
            method(proxy="http://127.0.0.1:1")
    with pytest.raises(TypeError, match=r"^Mine\(\) got an unexpected keyword argument 'zzz'$"):
        type("Mine", (client_class,), {})(api_key=KEY, zzz=1)


def test_a_blocking_client_takes_no_session() -> None:
    with pytest.raises(TypeError, match=r"OpenAI\(\) takes no session, .*: use AsyncOpenAI$"):
        OpenAI(api_key=KEY, session=None)  # type: ignore[call-arg]


@CLIENTS
def test_an_http_client_that_cannot_be(client_class: Any) -> None:
    with pytest.raises(TypeError) as info:
        client_class(api_key=KEY, http_client=object())
    is_blocking = client_class is OpenAI
    assert ("http_client=DefaultHttpxClient(…)" in str(info.value)) is is_blocking
    assert ("session=" in str(info.value)) is not is_blocking
    with pytest.raises(errors.ConfigurationError, match=r"no option prox; did you mean 'proxy'\?: .* proxy, verify, "):
        DefaultHttpxClient(prox="http://127.0.0.1:1")


@CLIENTS
def test_an_empty_key_is_for_servers_of_ones_own(client_class: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_BASE_URL", raising=False)
    monkeypatch.setenv("OPENAI_API_KEY", "")
    for options in ({}, {"api_key": ""}, {"base_url": "https://api.openai.com/v1/"}):
        with pytest.raises(errors.OpenAIError, match=r"^no API key: it is empty"):
            client_class(**options)
        client = client_class(**{**options, "base_url": "http://127.0.0.1:8000/v1"})
        assert client.auth_headers == {}


async def test_a_redirect_that_is_not_followed_names_its_target(kind: Kind, plain_server: ScriptedServer) -> None:
    location = "https://user:s3cret@b.example/v1/there?token=s3cret"
    plain_server.reply("chat/completions", status=307, headers={"Location": location}, body=b"")
    async with twin(kind, plain_server) as one:
        said = await message_of(one, errors.APIStatusError, ask)
    assert said.endswith("; it leads to https://b.example/v1/there")
