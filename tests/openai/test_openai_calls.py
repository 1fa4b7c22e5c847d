"""Calls of the OpenAI clients: what is retried, what is raised, and what arrives. Each for both clients."""

from __future__ import annotations

import asyncio
import copy
import gzip
import io
import json
import logging
import pickle
import ssl
import time
from collections.abc import Callable, Iterator
from email.utils import formatdate
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiohttp
import pytest
from openai_twins import KEY, Kind, Twin, assert_nothing_left, twin

import aigpt
from aigpt.openai import _errors as errors
from aigpt.openai._http_response import Request, Response
from aigpt.openai._types import Timeout, omit
from aigpt.openai.types.chat import ChatCompletion
from aigpt.testing import ScriptedServer

CHAT = "chat/completions"
ANSWER = {
    "id": "c", "object": "chat.completion", "created": 1, "model": "m",
    "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "Yes."}}],
    "usage": {"prompt_tokens": 1, "completion_tokens": 2, "total_tokens": 3},
}  # fmt: skip
MODEL = {"id": "m", "object": "model", "created": 1, "owned_by": "me"}
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
REFUSED = {"error": {"message": "No.", "type": "t", "param": "p", "code": "c"}}


def chat(**more: Any) -> Callable[[Any], Any]:
    return lambda client: client.chat.completions.create(model="m", messages=[], **more)


def get_model(**more: Any) -> Callable[[Any], Any]:
    return lambda client: client.models.retrieve("m", **more)


async def fails(one: Twin, work: Callable[[Any], Any], kind: type[BaseException] = errors.OpenAIError) -> Any:
    with pytest.raises(kind) as caught:
        await asyncio.wait_for(one.run(work), 60)
    return caught.value


# ── what is retried ─────────────────────────────────────────────────────────────────────────────────────────────

STATUSES: dict[int, tuple[type[errors.APIStatusError], bool]] = {
    400: (errors.BadRequestError, False),
    401: (errors.AuthenticationError, False),
    402: (errors.APIStatusError, False),
    403: (errors.PermissionDeniedError, False),
    404: (errors.NotFoundError, False),
    408: (errors.APIStatusError, True),
    409: (errors.ConflictError, True),
    418: (errors.APIStatusError, False),
    422: (errors.UnprocessableEntityError, False),
    425: (errors.APIStatusError, False),
    429: (errors.RateLimitError, True),
    500: (errors.InternalServerError, True),
    503: (errors.InternalServerError, True),
    529: (errors.InternalServerError, True),
}


@pytest.mark.parametrize("status", STATUSES)
async def test_a_status_has_its_class_and_some_are_retried(
    status: int, kind: Kind, plain_server: ScriptedServer, waits: list[float]
) -> None:
    raised, is_retried = STATUSES[status]
    plain_server.reply(CHAT, status=status, json=REFUSED, headers={"X-Request-Id": "req_7"})
    async with twin(kind, plain_server) as one:
        error = await fails(one, chat())
        assert type(error) is raised
        assert str(error) == f"Error code: {status} - No."
        assert (error.code, error.param, error.type, error.body) == ("c", "p", "t", REFUSED["error"])
        assert (error.status_code, error.request_id) == (status, "req_7")
        assert error.response.json() == REFUSED
        assert (error.request.method, str(error.request.url)) == ("POST", f"{plain_server.url}/{CHAT}")
        assert len(plain_server.calls) == (3 if is_retried else 1)
        assert isinstance(error, aigpt.APIStatusError)
        assert isinstance(error, errors.APIError)
        await assert_nothing_left(plain_server, one)


@pytest.mark.parametrize(("status", "told", "calls"), [(400, "true", 3), (503, "false", 1), (503, "maybe", 3)])
async def test_the_server_decides_where_it_says_so(
    status: int, told: str, calls: int, kind: Kind, plain_server: ScriptedServer, waits: list[float]
) -> None:
    plain_server.reply(CHAT, status=status, json={}, headers={"x-should-retry": told})
    async with twin(kind, plain_server) as one:
        await fails(one, chat(), errors.APIStatusError)
        assert len(plain_server.calls) == calls


@pytest.mark.parametrize("max_retries", [0, 1, 6])
async def test_max_retries_counts_retries_and_the_waits_double_up_to_eight_seconds(
    max_retries: int, kind: Kind, plain_server: ScriptedServer, waits: list[float]
) -> None:
    plain_server.reply(CHAT, status=500, json={})
    async with twin(kind, plain_server, max_retries=max_retries) as one:
        await fails(one, chat(), errors.InternalServerError)
        assert len(plain_server.calls) == max_retries + 1
        assert len(waits) == max_retries
        for wait, most in zip(waits, [0.5, 1, 2, 4, 8, 8], strict=False):
            assert 0.75 * most <= wait <= most


async def test_a_view_has_retries_of_its_own(kind: Kind, plain_server: ScriptedServer, waits: list[float]) -> None:
    plain_server.reply(CHAT, status=500, json={})
    async with twin(kind, plain_server) as one:
        await fails(one, lambda client: chat()(client.with_options(max_retries=0)))
        assert len(plain_server.calls) == 1


@pytest.mark.parametrize(
    ("headers", "least", "most"),
    [
        ({"retry-after-ms": "1500"}, 1.5, 1.5 * 1.25),
        ({"retry-after-ms": "1500", "Retry-After": "9"}, 1.5, 1.5 * 1.25),
        ({"Retry-After": "7"}, 7, 8),
        ({"Retry-After": "120"}, 120, 121),
        ({"Retry-After": formatdate(time.time() + 3000)}, None, None),
        ({"Retry-After": "121"}, None, None),
        ({"retry-after-ms": "120001"}, None, None),
        ({"Retry-After": "soon"}, 0.375, 0.5),
        ({"Retry-After": "0"}, 0.375, 0.5),
        ({"Retry-After": "-5"}, 0.375, 0.5),
    ],
)
async def test_the_wait_that_the_server_asks_for_goes_first_and_a_long_one_ends_the_retrying(
    headers: dict[str, str],
    least: float | None,
    most: float | None,
    kind: Kind,
    plain_server: ScriptedServer,
    waits: list[float],
) -> None:
    plain_server.reply(CHAT, status=429, json={}, headers=headers)
    plain_server.reply(CHAT, json=ANSWER)
    async with twin(kind, plain_server) as one:
        if least is None:
            error = await fails(one, chat(), errors.RateLimitError)
            assert error.retry_after > 120
            assert (len(plain_server.calls), waits) == (1, [])
        else:
            assert (await one.run(chat())).id == "c"
            assert len(waits) == 1
            assert most is not None
            assert least <= waits[0] <= most


async def test_a_date_to_wait_for(kind: Kind, plain_server: ScriptedServer, waits: list[float]) -> None:
    plain_server.reply(
        CHAT, status=503, json=lambda _: {}, headers={"Retry-After": formatdate(time.time() + 60, usegmt=True)}
    )
    plain_server.reply(CHAT, json=ANSWER)
    async with twin(kind, plain_server) as one:
        await one.run(chat())
        assert 20 < waits[0] < 62


async def test_all_attempts_have_one_idempotency_key_and_say_how_many_went_before(
    kind: Kind, plain_server: ScriptedServer, waits: list[float]
) -> None:
    plain_server.reply(CHAT, status=500, json={}, times=2)
    plain_server.reply(CHAT, json=ANSWER)
    async with twin(kind, plain_server) as one:
        await one.run(chat())
        await one.run(chat())
    keys = [call.headers["Idempotency-Key"] for call in plain_server.calls]
    assert keys[0] == keys[1] == keys[2] != keys[3]
    assert [call.headers["X-Stainless-Retry-Count"] for call in plain_server.calls] == ["0", "1", "2", "0"]


@pytest.mark.parametrize("where", ["client", "view", "call"])
async def test_a_default_header_can_be_left_out(
    where: str, kind: Kind, plain_server: ScriptedServer, waits: list[float]
) -> None:
    left_out = {"Idempotency-Key": omit, "X-Stainless-Retry-Count": omit, "X-Stainless-Lang": omit}
    plain_server.reply(CHAT, status=500, json={}, times=1)
    plain_server.reply(CHAT, json=ANSWER)
    async with twin(kind, plain_server, **({"default_headers": left_out} if where == "client" else {})) as one:
        if where == "view":
            await one.run(lambda client: chat()(client.with_options(default_headers=left_out)))
        else:
            await one.run(chat(**({"extra_headers": left_out} if where == "call" else {})))
    for call in plain_server.calls:
        assert not {name.lower() for name in left_out} & set(call.headers)
    assert len(plain_server.calls) == 2


async def test_an_idempotency_key_of_the_callers(kind: Kind, plain_server: ScriptedServer, waits: list[float]) -> None:
    plain_server.reply(CHAT, status=500, json={}, times=1)
    plain_server.reply(CHAT, json=ANSWER)
    async with twin(kind, plain_server) as one:
        await one.run(chat(extra_headers={"Idempotency-Key": "mine"}))
    assert [call.headers["Idempotency-Key"] for call in plain_server.calls] == ["mine", "mine"]


class _Once(io.BytesIO):
    """A file that cannot be rewound."""

    def seekable(self) -> bool:
        return False


@pytest.mark.parametrize("given", ["bytes", "file", "path", "tuple of a path", "once"])
async def test_a_form_is_sent_again_where_its_files_can_be_read_again(
    given: str, kind: Kind, plain_server: ScriptedServer, waits: list[float], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_bytes(b"content")
    file: Any = {
        "bytes": b"content",
        "file": io.BytesIO(b"content"),
        "path": tmp_path / "a.txt",
        "tuple of a path": ("a.txt", tmp_path / "a.txt", "text/plain"),
        "once": _Once(b"content"),
    }[given]
    plain_server.reply("files", status=500, json={}, times=1)
    plain_server.raw("files", "close")
    plain_server.reply("files", json={"id": "f"})
    async with twin(kind, plain_server) as one:
        upload = lambda client: client.files.create(file=file, purpose="batch")  # noqa: E731
        if given == "once":
            assert type(await fails(one, upload)) is errors.InternalServerError
        else:
            assert (await one.run(upload)).id == "f"
    bodies = [call.body for call in plain_server.calls]
    assert len(bodies) == (1 if given == "once" else 3)
    assert len({*bodies}) == 1
    assert b"content" in bodies[0]
    assert len({call.headers["Idempotency-Key"] for call in plain_server.calls}) == 1


async def test_what_reads_has_no_idempotency_key(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("models/m", json=MODEL)
    async with twin(kind, plain_server) as one:
        await one.run(get_model())
    assert "idempotency-key" not in plain_server.calls[0].headers


FAULTS: dict[str, Callable[[ScriptedServer, str], None]] = {
    "closed without a byte": lambda s, route: s.raw(route, "close"),
    "reset": lambda s, route: s.raw(route, "reset"),
    "cut in the headers": lambda s, route: s.raw(route, b"HTTP/1.1 200 OK\r\nContent-", "close"),
    "not HTTP": lambda s, route: s.raw(route, b"SSH-2.0-OpenSSH\r\n", "close"),
    "cut by length": lambda s, route: s.raw(route, HEAD + b'Content-Length: 100\r\n\r\n{"id": "', "close"),
    "reset in the body": lambda s, route: s.raw(route, HEAD + b'Content-Length: 100\r\n\r\n{"id": "', 0.02, "reset"),
    "cut between chunks": lambda s, route: s.raw(
        route, HEAD + b'Transfer-Encoding: chunked\r\n\r\n5\r\n{"id"\r\n', "close"
    ),
    "cut with its connection": lambda s, route: s.raw(route, HEAD + b'Connection: close\r\n\r\n{"id": "', "close"),
    "malformed chunk header": lambda s, route: s.raw(
        route, HEAD + b'Transfer-Encoding: chunked\r\n\r\n5\r\n{"id"\r\n', 0.02, b"ZZ\r\n", "hang"
    ),
    "gzip cut": lambda s, route: s.reply(route, json=ANSWER, encoding="gzip", then="cut"),
    "gzip cut with its connection": lambda s, route: s.reply(
        route, json=ANSWER, encoding="gzip", framing="close", then="close"
    ),
    "gzip damaged": lambda s, route: s.reply(
        route, body=gzip.compress(json.dumps(ANSWER).encode())[:40] + b"\0" * 40, headers={"Content-Encoding": "gzip"}
    ),
}


@pytest.mark.parametrize("name", FAULTS)
async def test_an_answer_that_does_not_arrive_whole_is_asked_for_again(
    name: str, kind: Kind, server: ScriptedServer, trust: ssl.SSLContext, waits: list[float]
) -> None:
    FAULTS[name](server, CHAT)
    FAULTS[name](server, "models/m")
    server.reply("models/m", json=MODEL)
    async with twin(kind, server, trust) as one:
        error = await fails(one, chat())
        assert type(error) is errors.APIConnectionError
        assert str(error).startswith("Connection error: ")
        assert error.status_code is error.response is None or error.response is not None
        assert len(server.calls) == 3
        assert (await one.run(get_model())).id == "m"
        assert len(server.calls) == 5
        await assert_nothing_left(server, one)


NOT_JSON: dict[str, Callable[[ScriptedServer], None]] = {
    "a web page": lambda s: s.reply(CHAT, body="<html>Sign in</html>", headers={"Content-Type": "text/html"}),
    "text": lambda s: s.reply(CHAT, body="upstream timed out", headers={"Content-Type": "text/plain"}),
    "broken JSON": lambda s: s.reply(CHAT, body='{"id": "c",}', headers={"Content-Type": "application/json"}),
    "nothing": lambda s: s.reply(CHAT, body=""),
    "nested too deep": lambda s: s.reply(CHAT, body="[" * 200_000),
}


@pytest.mark.parametrize("name", NOT_JSON)
@pytest.mark.parametrize("raw", ["plain", "raw"])
async def test_an_answer_that_is_no_json_is_an_error_of_its_kind(
    name: str, raw: str, kind: Kind, plain_server: ScriptedServer
) -> None:
    NOT_JSON[name](plain_server)
    async with twin(kind, plain_server) as one:
        ask = chat() if raw == "plain" else lambda client: chat()(client.with_raw_response)
        error = await fails(one, ask)
        assert type(error) is errors.APIResponseValidationError
        assert error.status_code == error.response.status_code == 200
        assert error.response.content[:5] in {b"<html", b"upstr", b'{"id"', b"", b"[[[[["}
        assert len(plain_server.calls) == 1


async def test_no_server_at_all(kind: Kind, waits: list[float]) -> None:
    with ScriptedServer() as server:
        pass
    async with twin(kind, server) as one:
        error = await fails(one, chat())
        assert type(error) is errors.APIConnectionError
        assert isinstance(error.__cause__, ConnectionRefusedError)
        assert len(waits) == 2


# ── errors ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("body", "of_error", "code"),
    [
        (b'{"error": {"message": "No.", "code": 5}}', {"message": "No.", "code": 5}, "5"),
        (b'{"error": "busy"}', "busy", None),
        (b'{"message": "No."}', {"message": "No."}, None),
        (b"[1]", [1], None),
        (b"<html>", "<html>", None),
        (b"", "", None),
    ],
)
async def test_the_body_of_an_error_is_its_error_or_all_of_it(
    body: bytes, of_error: Any, code: str | None, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply(CHAT, status=400, body=body)
    async with twin(kind, plain_server) as one:
        error = await fails(one, chat())
        assert (error.body, error.code, error.response.content) == (of_error, code, body)
        assert str(error).startswith("Error code: 400 - ")


def exceptions() -> dict[str, Any]:
    """Return one of each exception, by its name."""
    request = Request("POST", "https://api.example/v1/chat", {"X-A": "1", "Authorization": KEY})
    response = Response(429, {"x-request-id": "req_7"}, b'{"error": {"code": "c"}}', request=request, elapsed=1.5)
    body = {"message": "m", "code": "c", "param": "p", "type": "t"}
    made: dict[type[Any], Callable[[Any], Any]] = {
        errors.OAuthError: lambda kind: kind(response=response, body={"error": "e", "error_description": "d"}),
        errors.APIStatusError: lambda kind: kind("msg", response=response, body=body),
        errors.APIResponseValidationError: lambda kind: kind(response, body, message="msg"),
        errors.APITimeoutError: lambda kind: kind(request),
        errors.IncompleteStreamError: lambda kind: kind(message="msg", request=request, received=7),
        errors.APIConnectionError: lambda kind: kind(message="msg", request=request),
        errors.APIError: lambda kind: kind("msg", request, body=body),
        errors.LengthFinishReasonError: lambda kind: kind(completion=ChatCompletion.model_validate(ANSWER)),
        errors.ContentFilterFinishReasonError: lambda kind: kind(),
        errors.WebSocketConnectionClosedError: lambda kind: kind("msg", unsent_messages=["a"]),
        Exception: lambda kind: kind("msg"),
    }
    kinds: list[Any] = [getattr(errors, name) for name in errors.__all__]
    kinds = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseException)]
    return {kind.__name__: next(make for base, make in made.items() if issubclass(kind, base))(kind) for kind in kinds}


@pytest.mark.parametrize("name", exceptions())
@pytest.mark.parametrize("how", ["pickle", "copy", "deepcopy"])
def test_every_exception_can_be_pickled_and_copied(name: str, how: str) -> None:
    error = exceptions()[name]
    error.retry_after = 3.5
    error.add_note("a note")
    other: Any = pickled(error) if how == "pickle" else getattr(copy, how)(error)
    assert type(other) is type(error)
    assert (str(other), repr(other), other.args) == (str(error), repr(error), error.args)
    assert other.__notes__ == ["a note"]
    for attribute in ("code", "param", "type", "body", "status_code", "request_id", "received", "error", "retry_after"):
        assert getattr(other, attribute, None) == getattr(error, attribute, None)
    if getattr(error, "response", None) is not None:
        assert (other.response.json(), other.response.headers["X-Request-ID"]) == (error.response.json(), "req_7")
        assert other.response.elapsed == error.response.elapsed
    if hasattr(error, "request"):
        assert (other.request.method, other.request.url) == (error.request.method, error.request.url)
    assert KEY.encode() not in pickle.dumps(error)


def pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 (made a moment ago)


async def test_exceptions_as_they_are_raised_can_be_pickled(
    kind: Kind, plain_server: ScriptedServer, waits: list[float]
) -> None:
    plain_server.reply(CHAT, status=429, json=REFUSED, headers={"Retry-After": "200"})
    plain_server.raw(CHAT, "reset", times=3)
    plain_server.reply(CHAT, body="<html>")
    async with twin(kind, plain_server) as one:
        for wanted in (errors.RateLimitError, errors.APIConnectionError, errors.APIResponseValidationError):
            error = await fails(one, chat())
            other = pickled(error)
            assert type(other) is type(error) is wanted
            assert (str(other), other.retry_after) == (str(error), error.retry_after)
            assert KEY.encode() not in pickle.dumps(error)


@pytest.mark.parametrize("length", [0, 1, 1980, 1990, 5000])
@pytest.mark.parametrize("callable_key", [False, True])
async def test_the_key_is_in_no_message_though_the_server_repeats_it(
    length: int,
    callable_key: bool,  # noqa: FBT001
    kind: Kind,
    plain_server: ScriptedServer,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Wherever it stands in the message, which is cut at some length."""
    said = f"Incorrect key{'x' * length} {KEY} provided: {KEY}"
    plain_server.reply(CHAT, status=401, json={"error": {"message": said}})
    plain_server.stream("responses", [{"type": "error", "message": said}])
    with caplog.at_level(logging.DEBUG):
        async with twin(kind, plain_server, api_key=(lambda: KEY) if callable_key else KEY) as one:
            error = await fails(one, chat())
            assert KEY[:12] not in str(error) + repr(error) + repr(error.args)
            stream = await one.run(lambda client: client.responses.create(model="m", input="?", stream=True))
            _, in_stream = await one.collect(stream)
            assert isinstance(in_stream, errors.APIError)
            assert KEY[:12] not in str(in_stream) + repr(in_stream)
            shown = (one.client, one.client.chat, stream, error.request, error.response, one.client._sender.options)
            assert KEY not in "".join(map(repr, shown))
    assert KEY[:12] not in caplog.text
    assert plain_server.calls[0].headers["Authorization"] == f"Bearer {KEY}"


# ── limits ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.way("short")
@pytest.mark.parametrize(
    ("where", "given"),
    [
        ("client", 0.5),
        ("call", 0.5),
        ("view", 0.5),
        ("call", Timeout(0.5, connect=5)),
        ("call", SimpleNamespace(connect=5, read=0.5, write=5, pool=5)),
        ("call", aiohttp.ClientTimeout(total=0.5)),
        ("client", aiohttp.ClientTimeout(sock_read=0.5)),
    ],
)
async def test_a_timeout_bounds_each_attempt(
    where: str, given: Any, kind: Kind, plain_server: ScriptedServer, waits: list[float]
) -> None:
    plain_server.raw(CHAT, "hang")
    options = {"timeout": given} if where == "client" else {}
    async with twin(kind, plain_server, max_retries=1, **options) as one:
        started = time.monotonic()
        if where == "view":
            error = await fails(one, lambda client: chat()(client.with_options(timeout=given)))
        else:
            error = await fails(one, chat(**({"timeout": given} if where == "call" else {})))
        assert type(error) is errors.APITimeoutError
        assert str(error).startswith("Request timed out")
        assert (len(plain_server.calls), len(waits)) == (2, 1)
        assert 0.9 < time.monotonic() - started < 15
        await assert_nothing_left(plain_server, one)


async def test_the_deadline_bounds_attempts_waits_and_the_queue(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.raw(CHAT, "hang")
    async with twin(kind, plain_server, max_connections=1) as one:
        started = time.monotonic()
        both = await asyncio.gather(*(fails(one, chat(deadline=1)) for _ in range(2)))
        assert [type(error) for error in both] == [errors.APITimeoutError] * 2
        assert time.monotonic() - started < 15
        await assert_nothing_left(plain_server, one)


async def test_a_wait_beyond_the_deadline_ends_the_retrying_at_once(
    kind: Kind, plain_server: ScriptedServer, waits: list[float]
) -> None:
    plain_server.reply(CHAT, status=503, json={}, headers={"Retry-After": "70"})
    async with twin(kind, plain_server, deadline=60) as one:
        await fails(one, chat(), errors.InternalServerError)
        assert waits == []


async def test_a_deadline_of_a_call_takes_the_place_of_the_clients(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply(CHAT, json=ANSWER, after=0.6)
    async with twin(kind, plain_server, deadline=0.3, max_retries=0) as one:
        await fails(one, chat(), errors.APITimeoutError)
        assert (await one.run(chat(deadline=30))).id == "c"
        assert (await one.run(chat(deadline=None))).id == "c"


async def test_abort_ends_a_call_and_a_wait_between_attempts(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.raw(CHAT, "hang")
    plain_server.reply("models/m", status=500, headers={"Retry-After": "60"})
    async with twin(kind, plain_server) as one:
        for ask in (chat, get_model):
            abort = one.event()
            asyncio.get_running_loop().call_later(0.2, abort.set)
            error = await fails(one, ask(abort=abort))
            assert type(error) is errors.RequestAbortedError
        calls = len(plain_server.calls)
        assert type(await fails(one, chat(abort=abort))) is errors.RequestAbortedError
        assert len(plain_server.calls) == calls
        await assert_nothing_left(plain_server, one)


async def test_an_abort_that_is_no_event_is_refused(kind: Kind, plain_server: ScriptedServer) -> None:
    async with twin(kind, plain_server) as one:
        await fails(one, chat(abort=True), TypeError)


async def test_closing_the_client_ends_its_calls(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.raw(CHAT, "hang")
    async with twin(kind, plain_server) as one:
        call = asyncio.ensure_future(fails(one, chat()))
        assert await plain_server.called()
        await one.close()
        assert type(await call) is errors.RequestAbortedError
        assert type(await fails(one, chat())) is errors.RequestAbortedError
        assert await plain_server.closed(timeout=10)


async def test_cancelling_a_call_raises_cancelled_error(plain_server: ScriptedServer) -> None:
    plain_server.raw(CHAT, "hang")
    async with twin("async", plain_server) as one:
        task = asyncio.ensure_future(one.run(chat()))
        assert await plain_server.called()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await assert_nothing_left(plain_server, one)


@pytest.mark.parametrize(("size", "fits"), [(1000, True), (1001, False)])
@pytest.mark.parametrize("framing", ["length", "chunked", "close"])
@pytest.mark.parametrize("encoding", [None, "gzip"])
async def test_the_size_of_a_json_answer_is_bounded(
    size: int,
    fits: bool,  # noqa: FBT001
    framing: Any,
    encoding: Any,
    kind: Kind,
    plain_server: ScriptedServer,
) -> None:
    plain_server.reply("models/m", body=json.dumps({"a": "x" * (size - 9)}), framing=framing, encoding=encoding)
    async with twin(kind, plain_server, max_response_bytes=1000) as one:
        if fits:
            assert (await one.run(get_model())).a == "x" * 991
        else:
            error = await fails(one, get_model())
            assert type(error) is errors.APIResponseValidationError
            assert "max_response_bytes" in str(error)
            assert error.status_code == 200
            assert len(plain_server.calls) == 1
        await assert_nothing_left(plain_server, one)


async def test_a_binary_answer_is_bounded_only_where_that_is_asked_for(
    kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply("files/f/content", body=b"x" * 3000)
    async with twin(kind, plain_server, max_response_bytes=1000) as one:
        assert type(await fails(one, lambda client: client.files.content("f"))) is errors.APIResponseValidationError
        found = await one.run(lambda client: client.with_options(max_response_bytes=3000).files.content("f"))
        assert len(found.content) == 3000


async def test_an_error_of_any_size_is_read_within_bounds(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply(CHAT, status=400, body="x" * 10_000_000)
    async with twin(kind, plain_server) as one:
        error = await fails(one, chat(), errors.BadRequestError)
        assert len(str(error)) < 3000


# ── redirects ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def other_server(server_tls: ssl.SSLContext) -> Iterator[ScriptedServer]:
    with ScriptedServer(ssl=server_tls) as one:
        yield one


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("callable_key", [False, True])
async def test_a_get_follows_redirects_to_another_origin_by_https_without_credentials(
    status: int,
    callable_key: bool,  # noqa: FBT001
    kind: Kind,
    tls_server: ScriptedServer,
    other_server: ScriptedServer,
    trust: ssl.SSLContext,
) -> None:
    tls_server.reply("files/f/content", status=status, headers={"Location": f"{other_server.url}/blob?sig=1"})
    other_server.reply("blob", status=status, headers={"Location": "/v1/blob2"})
    other_server.reply("blob2", body=b"content")
    secrets = {"Cookie": "a=b", "X-Tenant": "t"}
    key: Any = (lambda: KEY) if callable_key else KEY
    async with twin(kind, tls_server, trust, api_key=key, organization="org", default_headers=secrets) as one:
        found = await one.run(lambda client: client.files.content("f"))
        assert found.content == b"content"
    assert tls_server.calls[0].headers["Authorization"] == f"Bearer {KEY}"
    assert [call.method for call in other_server.calls] == ["GET", "GET"]
    for call in other_server.calls:
        assert not {"authorization", "cookie", "proxy-authorization", "api-key"} & set(call.headers)
        assert KEY not in str([*call.headers.items()])


async def test_a_get_follows_redirects_within_its_origin_with_credentials(
    kind: Kind, server: ScriptedServer, trust: ssl.SSLContext
) -> None:
    server.reply("models/m", status=302, headers={"Location": "/v1/models/n"})
    server.reply("models/n", json=MODEL)
    async with twin(kind, server, trust) as one:
        assert (await one.run(get_model())).id == "m"
    assert server.calls[1].headers["Authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("location", ["http://127.0.0.1:{port}/v1/blob", "http://elsewhere.example/", "ftp://x/", ""])
async def test_a_get_follows_no_redirect_to_plain_http_nor_to_nowhere(
    location: str, kind: Kind, tls_server: ScriptedServer, plain_server: ScriptedServer, trust: ssl.SSLContext
) -> None:
    port = plain_server.url.split(":")[2].split("/")[0]
    tls_server.reply("models/m", status=302, headers={"Location": location.format(port=port)})
    async with twin(kind, tls_server, trust) as one:
        error = await fails(one, get_model(), errors.APIStatusError)
        assert error.status_code == 302
    assert not plain_server.calls


async def test_from_plain_http_too_a_get_goes_to_another_origin_by_https_alone(
    kind: Kind, plain_server: ScriptedServer, other_server: ScriptedServer, trust: ssl.SSLContext
) -> None:
    with ScriptedServer() as third:
        plain_server.reply("models/m", status=302, headers={"Location": f"{third.url}/x"})
        plain_server.reply("models/n", status=302, headers={"Location": f"{other_server.url}/x"})
        other_server.reply("x", json=MODEL)
        async with twin(kind, plain_server, trust) as one:
            await fails(one, get_model(), errors.APIStatusError)
            assert (await one.run(lambda client: client.models.retrieve("n"))).id == "m"
        assert not third.calls
    assert "authorization" not in other_server.calls[0].headers


async def test_redirects_of_a_get_have_an_end(kind: Kind, plain_server: ScriptedServer) -> None:
    plain_server.reply("models/m", status=302, headers={"Location": "/v1/models/m"})
    async with twin(kind, plain_server) as one:
        await fails(one, get_model(), errors.APIStatusError)
    assert len(plain_server.calls) == 11


@pytest.mark.parametrize("status", [307, 308])
async def test_a_post_follows_redirects_within_its_origin(
    status: int, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply(CHAT, status=status, headers={"Location": "/v1/moved"})
    plain_server.reply("moved", json=ANSWER)
    async with twin(kind, plain_server) as one:
        assert (await one.run(chat())).id == "c"
    first, second = plain_server.calls
    assert (first.json, first.headers["Authorization"]) == (second.json, second.headers["Authorization"])
    assert first.headers["Idempotency-Key"] == second.headers["Idempotency-Key"]


@pytest.mark.parametrize("status", [307, 308])
async def test_a_form_follows_redirects_within_its_origin_where_it_can_be_sent_again(
    status: int, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply("files", status=status, headers={"Location": "/v1/moved"})
    plain_server.reply("moved", json={"id": "f"})
    async with twin(kind, plain_server) as one:
        made = await one.run(lambda client: client.files.create(file=("a", io.BytesIO(b"abc")), purpose="batch"))
        assert made.id == "f"
        assert plain_server.calls[0].body == plain_server.calls[1].body
        with pytest.raises(errors.APIStatusError):
            await one.run(lambda client: client.files.create(file=("a", _Once(b"abc")), purpose="batch"))


@pytest.mark.parametrize("status", [301, 302, 303])
async def test_a_post_follows_no_redirect_that_drops_its_body(
    status: int, kind: Kind, plain_server: ScriptedServer
) -> None:
    plain_server.reply(CHAT, status=status, headers={"Location": "/v1/moved"})
    async with twin(kind, plain_server) as one:
        error = await fails(one, chat(), errors.APIStatusError)
        assert error.status_code == status
    assert len(plain_server.calls) == 1


async def test_a_post_follows_no_redirect_to_another_origin(
    kind: Kind, tls_server: ScriptedServer, other_server: ScriptedServer, trust: ssl.SSLContext
) -> None:
    tls_server.reply(CHAT, status=307, headers={"Location": f"{other_server.url}/{CHAT}"})
    async with twin(kind, tls_server, trust) as one:
        await fails(one, chat(), errors.APIStatusError)
    assert not other_server.calls
