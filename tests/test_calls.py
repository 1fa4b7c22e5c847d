"""What each call sends, and what it makes of a plain answer; with aiohttp's session mocked.

Only what aiohttp is asked for is true here. Connections, framing, timeouts and streams are tested on sockets.
"""

import asyncio
import inspect
import json
import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from datetime import date
from decimal import Decimal
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Any
from unittest.mock import patch

import aiohttp
import pytest

from aigpt import (
    IGPT,
    APIConnectionError,
    APIResponseValidationError,
    APITimeoutError,
    AskReply,
    AsyncIGPT,
    AuthenticationError,
    AuthorizeReply,
    BadRequestError,
    ConfigurationError,
    DatasourcesReply,
    InternalServerError,
    Reply,
    RequestAbortedError,
    RunReply,
    SearchReply,
    Stream,
    __version__,
)

KEY = "sk-0123456789abcdef"
BASE = "https://api.igpt.ai/v1"
GOOD = {"id": "a", "output": "x"}

Call = Callable[..., Coroutine[Any, Any, Any]]
Client = Callable[..., AsyncIGPT]


@pytest.fixture
async def client() -> Any:
    """Make clients, and close them after the test."""
    made: list[AsyncIGPT] = []

    def make(**options: Any) -> AsyncIGPT:
        made.append(AsyncIGPT(options.pop("api_key", KEY), **{"user": "me", **options}))
        return made[-1]

    yield make
    for one in made:
        await one.close()


ROUTES: dict[str, tuple[Callable[[AsyncIGPT], Call], dict[str, Any], type[Reply]]] = {
    "recall/run": (lambda igpt: igpt.recall.run, {"input": "Why?"}, RunReply),
    "recall/ask": (lambda igpt: igpt.recall.ask, {"input": "Why?"}, AskReply),
    "recall/search": (lambda igpt: igpt.recall.search, {}, SearchReply),
    "datasources/list": (lambda igpt: igpt.datasources.list, {}, DatasourcesReply),
    "datasources/disconnect": (lambda igpt: igpt.datasources.disconnect, {"id": "a/b/c"}, Reply),
    "connectors/authorize": (lambda igpt: igpt.connectors.authorize, {"service": "s", "scope": "x y"}, AuthorizeReply),
}

# ── what is sent ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("route", ROUTES)
async def test_each_route_posts_its_parameters_and_the_user_last(route: str, client: Client, mocked: Any) -> None:
    method, required, reply_type = ROUTES[route]
    mocked.post(f"{BASE}/{route}", payload=GOOD)
    reply = await method(client())(**required)
    (sent,) = mocked.sent
    assert (sent.method, sent.url) == ("POST", f"{BASE}/{route}")
    assert list(sent.json.items()) == [*required.items(), ("user", "me")]
    assert (reply, type(reply), reply.status, reply.ok, reply.retries) == (GOOD, reply_type, 200, True, 0)
    assert reply.elapsed > 0


@pytest.mark.parametrize("route", ROUTES)
async def test_the_headers_of_each_route(route: str, client: Client, mocked: Any) -> None:
    method, required, _ = ROUTES[route]
    mocked.post(f"{BASE}/{route}", payload=GOOD)
    await method(client(default_headers={"X-Mine": "1"}))(**required, extra_headers={"X-This": "2"})
    headers = mocked.sent[0].headers
    assert re.fullmatch("[0-9a-f]{32}", headers.pop("Idempotency-Key"))
    assert headers == {
        "Authorization": f"Bearer {KEY}",
        "X-Client": f"aigpt/{__version__}",
        "Content-Type": "application/json",
        "X-Mine": "1",
        "X-This": "2",
    }


@pytest.mark.parametrize("route", ROUTES)
async def test_each_route_passes_unknown_keywords_on_and_leaves_none_out(
    route: str, client: Client, mocked: Any
) -> None:
    method, required, _ = ROUTES[route]
    mocked.post(f"{BASE}/{route}", payload=GOOD)
    more = {"quality": "cef-1-high", "metadata": {"a": [1, None]}, "new_flag": False, "zero": 0, "empty": ""}
    await method(client())(**required, **more, state=None, max_results=None)
    assert mocked.sent[0].json == {**required, **more, "user": "me"}


@pytest.mark.parametrize("route", ROUTES)
async def test_reserved_keywords_are_never_sent(route: str, client: Client, mocked: Any) -> None:
    method, required, _ = ROUTES[route]
    mocked.post(f"{BASE}/{route}", payload=GOOD)
    reserved = {
        "timeout": 5,
        "max_retries": 1,
        "idle_timeout": 5,
        "extra_headers": {},
        "abort": asyncio.Event(),
        "raise_errors": False,
        "extra_body": {},
    }
    await method(client())(**required, **reserved)
    assert mocked.sent[0].json == {**required, "user": "me"}
    assert not reserved.keys() & mocked.sent[0].headers.keys()


@pytest.mark.parametrize("route", ROUTES)
async def test_extra_body_is_merged_before_the_user(route: str, client: Client, mocked: Any) -> None:
    method, required, _ = ROUTES[route]
    mocked.post(f"{BASE}/{route}", payload=GOOD)
    extra = {"timeout": 9, "abort": None, "user": "mallory", "max_results": 3}
    await method(client())(**required, max_results=1, extra_body=extra)
    body = {**required, "max_results": 3, "timeout": 9, "abort": None, "user": "me"}
    assert mocked.sent[0].json == body
    assert list(mocked.sent[0].json)[-1] == "user"


@pytest.mark.parametrize("route", ROUTES)
async def test_a_call_may_name_another_user(route: str, client: Client, mocked: Any) -> None:
    method, required, _ = ROUTES[route]
    mocked.post(f"{BASE}/{route}", payload=GOOD, repeat=True)
    for igpt in (client(), client(user=None)):
        await method(igpt)(**required, user="you")
    assert [sent.json["user"] for sent in mocked.sent] == ["you", "you"]


REQUIRED = [(route, name) for route, (_, required, _) in ROUTES.items() for name in required]


@pytest.mark.parametrize(("route", "name"), REQUIRED)
def test_a_missing_required_keyword_is_a_type_error_at_once(route: str, name: str) -> None:
    method, required, _ = ROUTES[route]
    rest = {key: value for key, value in required.items() if key != name}
    with pytest.raises(TypeError, match=name):
        method(AsyncIGPT(KEY, user="me"))(**rest)


@pytest.mark.parametrize("route", ROUTES)
def test_arguments_are_taken_by_name_only(route: str) -> None:
    with pytest.raises(TypeError):
        ROUTES[route][0](AsyncIGPT(KEY, user="me"))("Why?")


@pytest.mark.parametrize("route", ["recall/run", "recall/ask"])
async def test_stream_is_sent_where_it_is_asked_for(route: str, client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/{route}", body=b'data: {"type": "run.done", "output": "x"}\n\n')
    stream: Any = ROUTES[route][0](client())(input="Why?", stream=True)
    assert isinstance(stream, Stream)
    assert mocked.sent == []
    assert (await stream.final())["output"] == "x"
    assert mocked.sent[0].json == {"input": "Why?", "stream": True, "user": "me"}


@pytest.mark.parametrize("route", ["recall/run", "recall/ask"])
async def test_stream_is_not_sent_where_it_is_not(route: str, client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/{route}", payload=GOOD)
    assert await ROUTES[route][0](client())(input="Why?", stream=False) == GOOD
    assert mocked.sent[0].json == {"input": "Why?", "user": "me"}


async def test_the_body_is_compact_json_in_utf_8(client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/recall/ask", payload=GOOD, repeat=True)
    igpt = client()
    await igpt.recall.ask(input="żółw 🐢 \u2028 \x00")
    await igpt.recall.ask(input="ż", output_format={"schema": {"a": 1.5}})
    assert mocked.sent[0].data == '{"input":"żółw 🐢 \u2028 \\u0000","user":"me"}'.encode()
    assert mocked.sent[1].data == '{"input":"ż","output_format":{"schema":{"a":1.5}},"user":"me"}'.encode()


class Colour(StrEnum):
    RED = "red"


class Level(IntEnum):
    HIGH = 3


async def test_what_json_has_a_form_for_is_sent(client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/recall/search", payload=GOOD)
    given = {"a": (1, 2), "b": OrderedDict(x=None), "c": Colour.RED, "d": Level.HIGH, "e": 2**80, "f": -0.5, "g": True}
    await client().recall.search(query="x", **given)
    found = {"a": [1, 2], "b": {"x": None}, "c": "red", "d": 3, "e": 2**80, "f": -0.5, "g": True}
    assert mocked.sent[0].json == {"query": "x", **found, "user": "me"}


async def test_a_user_with_line_breaks_reaches_no_header(client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/recall/ask", payload=GOOD)
    await client().recall.ask(input="x", user="a\r\nX-Evil: 1")
    assert mocked.sent[0].json["user"] == "a\r\nX-Evil: 1"
    assert not any("Evil" in name + value for name, value in mocked.sent[0].headers.items())


async def test_by_default_an_attempt_has_a_minute_to_connect_and_no_end(client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/recall/ask", payload=GOOD)
    igpt = client()
    await igpt.recall.ask(input="x")
    assert "timeout" not in mocked.sent[0].options
    session = igpt._sender.transport.owner.current()
    assert session is not None
    assert (session.timeout.total, session.timeout.connect, session.timeout.sock_connect) == (None, None, 60)


@pytest.mark.parametrize("where", ["client", "call"])
async def test_a_client_timeout_is_given_to_each_attempt_as_it_is(
    where: str, client: Client, mocked: Any, waits: list[float]
) -> None:
    mocked.post(f"{BASE}/recall/ask", status=503)
    mocked.post(f"{BASE}/recall/ask", payload=GOOD)
    mine = aiohttp.ClientTimeout(total=9, sock_read=3)
    setting = {"client": {}, "call": {}, where: {"timeout": mine}}
    assert await client(**setting["client"]).recall.ask(input="x", **setting["call"]) == GOOD
    assert [sent.options["timeout"] for sent in mocked.sent] == [mine, mine]


async def test_redirects_are_not_left_to_aiohttp_nor_statuses_raised(client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/datasources/list", payload=GOOD)
    await client().datasources.list()
    assert mocked.sent[0].options["allow_redirects"] is False


async def test_what_is_used_of_aiohttp_is_what_its_post_uses() -> None:
    """The one private method called is the one that `aiohttp.ClientSession.post` wraps, with the arguments it takes."""
    given: dict[str, Any] = {}

    async def _request(_: aiohttp.ClientSession, method: str, url: str, **options: Any) -> str:
        given.update(options, method=method, url=url)
        return "response"

    session = aiohttp.ClientSession()
    try:
        with patch.object(aiohttp.ClientSession, "_request", _request):
            assert await session.post("http://a", data=b"x", headers={}, allow_redirects=False) == "response"
    finally:
        await session.close()
    assert given == {"method": "POST", "url": "http://a", "data": b"x", "headers": {}, "allow_redirects": False}


async def test_what_is_given_is_left_as_it_was(client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/recall/ask", payload=GOOD)
    extra, headers, params = {"a": 1}, {"X-A": "1"}, {"input": "x", "metadata": {"m": 1}}
    await client().recall.ask(**params, extra_body=MappingProxyType(extra), extra_headers=MappingProxyType(headers))
    assert (extra, headers, params) == ({"a": 1}, {"X-A": "1"}, {"input": "x", "metadata": {"m": 1}})
    assert (mocked.sent[0].json["a"], mocked.sent[0].headers["X-A"]) == (1, "1")


# ── what cannot be sent ─────────────────────────────────────────────────────────────────────────────────────────


async def refused(call: Coroutine[Any, Any, Any], mocked: Any) -> str:
    """Return the words in which a call was refused before anything was sent."""
    reply = await call
    assert (reply, reply.status, reply.retries) == ({"error": "params"}, None, 0)
    assert type(reply.exception) is BadRequestError
    assert mocked.sent == []
    return str(reply.exception)


@pytest.mark.parametrize("user", ["", " ", "\n\t", 5, b"me", ["me"], False])
@pytest.mark.parametrize("route", ROUTES)
async def test_a_blank_user_is_an_error_never_a_fall_back(route: str, user: Any, client: Client, mocked: Any) -> None:
    method, required, _ = ROUTES[route]
    assert "user" in await refused(method(client())(**required, user=user), mocked)


@pytest.mark.parametrize("route", ROUTES)
async def test_no_user_at_all_is_an_error(route: str, client: Client, mocked: Any) -> None:
    method, required, _ = ROUTES[route]
    message = await refused(method(client(user=None))(**required), mocked)
    assert message == "no user: pass user=, or give the client a default one: by user=, or IGPT_API_USER"
    extra = {"user": "sneaked in"}
    assert "user=" in await refused(method(client(user=None))(**required, extra_body=extra), mocked)


def circle() -> list[Any]:
    found: list[Any] = []
    found.append(found)
    return found


def nested(depth: int) -> list[Any]:
    found: list[Any] = []
    for _ in range(depth):
        found = [found]
    return found


PRIVATE = "nobody else's words"
UNSENDABLE: dict[str, Any] = {
    "NaN": float("nan"),
    "infinity": float("inf"),
    "NaN inside": {"a": [1, float("nan")]},
    "a set": {PRIVATE},
    "bytes": PRIVATE.encode(),
    "a decimal": Decimal(1),
    "an object": object(),
    "half of a surrogate pair": PRIVATE + "\ud83d",
    "half of a surrogate pair inside": [PRIVATE + "\ud83d"],
    "half of a surrogate pair as a key": {PRIVATE + "\ud83d": 1},
    "a key that is a tuple": {(PRIVATE,): 1},
    "a circle": circle(),
    "too deep": nested(100_000),
    "a number too long to write": 10**5000,
}


@pytest.mark.parametrize("what", UNSENDABLE)
async def test_what_json_cannot_say_is_refused_and_not_quoted(what: str, client: Client, mocked: Any) -> None:
    message = await refused(client().recall.ask(input="x", metadata=UNSENDABLE[what]), mocked)
    assert PRIVATE not in message
    assert message.startswith("metadata cannot be sent as JSON ")


@pytest.mark.parametrize("name", ["date_from", "date_to"])
async def test_a_date_where_text_is_expected_is_named(name: str, client: Client, mocked: Any) -> None:
    days: Any = {"date_from": "2026-04-17", "date_to": "2026-04-18", name: date(2026, 4, 17)}
    message = await refused(client().recall.search(query="x", **days), mocked)
    assert message.startswith(f"{name} cannot be sent as JSON ")
    assert message.endswith("; give a date as text, with its isoformat()")


@pytest.mark.parametrize("body", [[date(2026, 4, 17)], {PRIVATE: {1}}, {(1, 2): 1}])
async def test_what_is_no_parameter_is_not_named(body: Any, client: Client, mocked: Any) -> None:
    message = await refused(client().post("beta", body), mocked)
    assert message.startswith("the parameters cannot be sent as JSON ")
    assert PRIVATE not in message


@pytest.mark.parametrize(
    "headers", [{"X": "a\r\nEvil: 1"}, {"X\n": "a"}, {"X": 5}, {"Content-Length": "1"}, "X: 1", [1]]
)
async def test_bad_extra_headers_are_refused(headers: Any, client: Client, mocked: Any) -> None:
    message = await refused(client().recall.ask(input="x", extra_headers=headers), mocked)
    assert message.startswith("extra_headers ")
    assert "Evil" not in message


@pytest.mark.parametrize("extra", [[("a", 1)], "a", 5, [], ""])
async def test_an_extra_body_that_is_no_mapping_is_refused(extra: Any, client: Client, mocked: Any) -> None:
    assert "extra_body" in await refused(client().recall.ask(input="x", extra_body=extra), mocked)


@pytest.mark.parametrize(
    "wrong", [{"timeout": 0}, {"timeout": "5"}, {"max_retries": -1}, {"idle_timeout": float("nan")}]
)
async def test_wrong_options_of_a_call_raise_at_once(wrong: dict[str, Any], client: Client, mocked: Any) -> None:
    for stream in (True, False):
        with pytest.raises(ConfigurationError, match=next(iter(wrong))):
            client().recall.run(input="x", stream=stream, **wrong)
    assert mocked.sent == []


@pytest.mark.parametrize("event", [True, "stop", threading.Lock()])
def test_an_abort_that_is_no_event_raises_at_once(event: Any) -> None:
    with pytest.raises(TypeError, match="abort"):
        AsyncIGPT(KEY, user="me").recall.ask(input="x", abort=event)


@pytest.mark.parametrize("event", [asyncio.Event, threading.Event])
async def test_an_abort_that_is_set_already_sends_nothing(
    event: Callable[[], Any], client: Client, mocked: Any
) -> None:
    stop = event()
    stop.set()
    reply = await client().recall.ask(input="x", abort=stop)
    assert (reply, type(reply.exception), mocked.sent) == ({"error": "request_aborted"}, RequestAbortedError, [])


async def test_a_closed_client_is_not_entered_again() -> None:
    async with AsyncIGPT("sk-1", user="u") as igpt:
        view = igpt.with_options(timeout=1)
    for closed in (igpt, view):
        with pytest.raises(ConfigurationError, match=r"^this AsyncIGPT is closed .*; make another AsyncIGPT$"):
            await closed.__aenter__()


async def test_a_closed_client_sends_nothing(mocked: Any) -> None:
    igpt = AsyncIGPT(KEY, user="me")
    await igpt.close()
    await igpt.aclose()
    assert await igpt.recall.ask(input="x") == {"error": "request_aborted"}
    assert mocked.sent == []


# ── what comes back ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("value", [[1, 2], "text", 5, None, True])
async def test_json_that_is_no_object_comes_back_as_it_is(value: Any, client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/recall/ask", body=json.dumps(value))
    assert await client().recall.ask(input="x") == value


async def test_a_failed_reply_keeps_what_came(client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/recall/ask", status=403, body=b"<html>", headers={"X-Request-Id": "r", "Retry-After": "9"})
    reply = await client().recall.ask(input="x")
    assert (reply, reply.status, reply.body, reply.request_id) == ({"error": "auth"}, 403, b"<html>", "r")
    assert (reply.retry_after, reply.headers["retry-after"]) == (9.0, "9")
    assert isinstance(reply, AskReply)


async def test_a_reply_that_succeeded_keeps_no_bytes(client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/recall/ask", payload=GOOD, headers={"Request-Id": "r", "Retry-After": "9"})
    reply = await client().recall.ask(input="x")
    assert (reply.body, reply.retry_after, reply.request_id) == (None, None, "r")


async def test_an_error_with_200_is_a_failure_that_keeps_its_body(client: Client, mocked: Any) -> None:
    body = {"error": "auth", "hint": "renew"}
    mocked.post(f"{BASE}/recall/ask", payload=body)
    reply = await client().recall.ask(input="x")
    assert (reply, reply.status, reply.error, reply.ok) == (body, 200, "auth", False)
    assert type(reply.exception) is AuthenticationError
    assert json.loads(reply.body or b"") == body


@pytest.mark.parametrize(
    ("body", "limit", "error"),
    [(b'{"a":1}', 7, None), (b'{"a":1}', 6, "invalid_json_response"), (b"", 1, "invalid_json_response")],
)
async def test_the_bound_of_a_body(body: bytes, limit: int, error: str | None, client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/recall/ask", body=body)
    reply = await client(max_response_bytes=limit).recall.ask(input="x")
    assert reply.error == error
    assert isinstance(reply.exception, APIResponseValidationError | None)


# ── attempts ────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_all_attempts_are_the_same_request_to_the_byte(client: Client, mocked: Any, waits: list[float]) -> None:
    mocked.post(f"{BASE}/recall/run", status=503, repeat=2)
    mocked.post(f"{BASE}/recall/run", exception=aiohttp.SocketTimeoutError("silent"))
    mocked.post(f"{BASE}/recall/run", payload=GOOD)
    reply = await client(jitter=0).recall.run(input="x")
    assert (reply, reply.retries, waits) == (GOOD, 3, pytest.approx([0.1, 0.2, 0.4]))
    first, *others = mocked.sent
    assert others == [first] * 3


async def test_each_call_has_an_idempotency_key_of_its_own(client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/recall/run", payload=GOOD, repeat=True)
    igpt = client()
    await asyncio.gather(*(igpt.recall.run(input="x") for _ in range(50)))
    assert len({sent.headers["Idempotency-Key"] for sent in mocked.sent}) == 50


async def test_the_callers_own_idempotency_key_is_used(client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/recall/run", payload=GOOD)
    await client().recall.run(input="x", extra_headers={"idempotency-key": "mine"})
    found = {name.lower(): value for name, value in mocked.sent[0].headers.items()}
    assert (found["idempotency-key"], len(found)) == ("mine", len(mocked.sent[0].headers))


@pytest.mark.parametrize("max_retries", [0, 1, 3])
@pytest.mark.parametrize("where", ["client", "call"])
async def test_max_retries_counts_the_attempts_after_the_first(
    max_retries: int, where: str, client: Client, mocked: Any, waits: list[float]
) -> None:
    mocked.post(f"{BASE}/recall/run", status=500, repeat=True)
    setting = {"client": {}, "call": {}, where: {"max_retries": max_retries}}
    reply = await client(**setting["client"]).recall.run(input="x", **setting["call"])
    assert (len(mocked.sent), len(waits), reply.retries) == (max_retries + 1, max_retries, max_retries)
    assert (reply, type(reply.exception)) == ({"error": "network_error"}, InternalServerError)


async def test_the_servers_word_is_waited_for(client: Client, mocked: Any, waits: list[float]) -> None:
    mocked.post(f"{BASE}/recall/run", status=429, headers={"Retry-After": "7"})
    mocked.post(f"{BASE}/recall/run", status=429, headers={"retry-after-ms": "1500"})
    mocked.post(f"{BASE}/recall/run", status=429, headers={"Retry-After": "61"})
    reply = await client(jitter=0).recall.run(input="x")
    assert (waits, reply.retries, reply.retry_after) == ([7.0, 1.5], 2, 61.0)


@pytest.mark.parametrize(
    ("exception", "kind"),
    [
        (aiohttp.ClientOSError(111, "refused"), APIConnectionError),
        (aiohttp.ServerDisconnectedError(), APIConnectionError),
        (aiohttp.SocketTimeoutError("silent"), APITimeoutError),
        (TimeoutError(), APITimeoutError),
    ],
)
async def test_what_the_network_does_is_a_reply(
    exception: Exception, kind: type[Exception], client: Client, mocked: Any, waits: list[float]
) -> None:
    mocked.post(f"{BASE}/recall/run", exception=exception, repeat=True)
    reply = await client().recall.run(input="x")
    assert (reply, reply.status, len(mocked.sent)) == ({"error": "network_error"}, None, 4)
    assert type(reply.exception) is kind


@pytest.mark.parametrize("exception", [asyncio.CancelledError(), KeyboardInterrupt(), SystemExit()])
async def test_what_is_no_exception_of_the_call_passes_through(
    exception: BaseException, client: Client, mocked: Any
) -> None:
    mocked.post(f"{BASE}/recall/run", exception=exception)
    call = client().recall.run(input="x")
    with pytest.raises(type(exception)):
        await call  # in this very task: one of its own would stop the loop
    assert len(mocked.sent) == 1


@pytest.mark.parametrize("exception", [ValueError(KEY), UnicodeError(KEY), KeyError(KEY), ZeroDivisionError()])
async def test_any_other_exception_ends_at_the_boundary(exception: Exception, client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/recall/run", exception=exception)
    reply = await client().recall.run(input="x")
    assert (reply, len(mocked.sent)) == ({"error": "client_error"}, 1)
    assert KEY not in str(reply.exception)


# ── redirects ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("status", [307, 308])
@pytest.mark.parametrize("location", ["/v2/ask", "../../v2/ask", f"{BASE}/../v2/ask"])
async def test_a_redirect_within_the_origin_is_followed_with_the_same_request(
    status: int, location: str, client: Client, mocked: Any
) -> None:
    mocked.post(f"{BASE}/recall/ask", status=status, headers={"Location": location})
    mocked.post("https://api.igpt.ai/v2/ask", payload=GOOD)
    assert await client().recall.ask(input="x") == GOOD
    first, second = mocked.sent
    assert (second.url, second.headers, second.data) == ("https://api.igpt.ai/v2/ask", first.headers, first.data)


ELSEWHERE = (
    *("https://evil.example/v1", "//evil.example/v1", "http://api.igpt.ai/v1", "https://api.igpt.ai:444/v1", "ftp://x"),
    *("https://user@api.igpt.ai/v1", "https://api.igpt.ai.evil.example/", "https://[", "", None),
)


@pytest.mark.parametrize("location", ELSEWHERE)
async def test_no_redirect_leaves_the_origin(location: str | None, client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/recall/ask", status=307, headers={} if location is None else {"Location": location})
    reply = await client().recall.ask(input="x")
    assert (reply, reply.status, len(mocked.sent)) == ({"error": "client_error"}, 307, 1)


@pytest.mark.parametrize("status", [300, 301, 302, 303, 304, 305])
async def test_no_other_redirect_is_followed(status: int, client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/recall/ask", status=status, headers={"Location": f"{BASE}/recall/run"})
    reply = await client().recall.ask(input="x")
    assert (reply, reply.status, len(mocked.sent)) == ({"error": "client_error"}, status, 1)


async def test_redirects_are_followed_three_times_at_most(client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/recall/ask", status=307, headers={"Location": f"{BASE}/recall/ask"}, repeat=True)
    assert await client().recall.ask(input="x") == {"error": "client_error"}
    assert len(mocked.sent) == 4


# ── keys ────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", ["plain", "async"])
async def test_an_api_key_callable_is_asked_before_each_attempt(
    form: str, client: Client, mocked: Any, waits: list[float]
) -> None:
    keys = iter(["first", " second\n", "third"])

    async def later() -> str:
        await asyncio.sleep(0)
        return next(keys)

    mocked.post(f"{BASE}/recall/ask", status=503, repeat=2)
    mocked.post(f"{BASE}/recall/ask", payload=GOOD)
    ask = later if form == "async" else lambda: next(keys)
    assert await client(api_key=ask).recall.ask(input="x") == GOOD
    assert [sent.headers["Authorization"] for sent in mocked.sent] == ["Bearer first", "Bearer second", "Bearer third"]
    assert len({sent.headers["Idempotency-Key"] for sent in mocked.sent}) == 1


def raising() -> str:
    raise LookupError(KEY)


async def raising_later() -> str:
    raise LookupError(KEY)


@pytest.mark.parametrize("ask", [raising, raising_later, lambda: "", lambda: None, lambda: f"{KEY}\nX: 1", lambda: 5])
async def test_an_api_key_callable_without_a_key_is_an_auth_error(ask: Any, client: Client, mocked: Any) -> None:
    reply = await client(api_key=ask).recall.ask(input="x")
    assert (reply, type(reply.exception), mocked.sent) == ({"error": "auth"}, AuthenticationError, [])
    assert KEY not in repr(reply.exception)
    assert reply.exception.__cause__ is reply.exception.__context__ is None


# ── views, raising, other routes ────────────────────────────────────────────────────────────────────────────────


async def test_a_view_sends_by_its_own_options_on_the_same_session(client: Client, mocked: Any) -> None:
    mocked.post(re.compile(".*"), payload=GOOD, repeat=True)
    igpt = client()
    view = igpt.with_options(user="you", api_key="other", base_url="https://b.example", default_headers={"X-A": "1"})
    async with view:
        await view.recall.search(query="x")
    await igpt.recall.search(query="x")
    other, own = mocked.sent
    assert (other.url, other.json["user"]) == ("https://b.example/recall/search", "you")
    assert (other.headers["Authorization"], other.headers["X-A"]) == ("Bearer other", "1")
    assert (own.url, own.json["user"], own.headers["Authorization"]) == (f"{BASE}/recall/search", "me", f"Bearer {KEY}")
    assert "X-A" not in own.headers


@pytest.mark.parametrize("where", ["client", "call"])
async def test_raise_errors_raises_what_the_reply_holds(where: str, client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/recall/ask", status=401, repeat=True)
    setting = {"client": {}, "call": {}, where: {"raise_errors": True}}
    call = client(**setting["client"]).recall.ask(input="x", **setting["call"])
    with pytest.raises(AuthenticationError) as caught:
        await call
    exception = caught.value
    assert (exception.code, exception.status, exception.reply) == ("auth", 401, {"error": "auth"})
    assert (exception.__cause__, exception.__context__) == (None, None)


async def test_raise_errors_may_be_taken_back_for_a_call(client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/recall/ask", status=401)
    assert await client(raise_errors=True).recall.ask(input="x", raise_errors=False) == {"error": "auth"}


async def test_raise_errors_raises_for_what_cannot_be_sent_too(client: Client, mocked: Any) -> None:
    call = client(raise_errors=True).recall.ask(input={1, 2})  # type: ignore[arg-type]  (wrong on purpose)
    with pytest.raises(BadRequestError):
        await call


@pytest.mark.parametrize("path", ["beta/thing", "/beta/thing", "beta/thing/"])
async def test_post_reaches_routes_the_sdk_does_not_know(path: str, client: Client, mocked: Any) -> None:
    mocked.post(f"{BASE}/beta/thing", payload=GOOD)
    reply = await client().post(path, {"a": None}, extra_body={"b": 2}, extra_headers={"X-A": "1"}, max_retries=0)
    (sent,) = mocked.sent
    assert list(sent.json.items()) == [("a", None), ("b", 2), ("user", "me")]
    assert (sent.headers["X-A"], sent.headers["Authorization"]) == ("1", f"Bearer {KEY}")
    assert (reply, type(reply), reply.status) == (GOOD, Reply, 200)


POSTED: dict[str, tuple[Any, str | None, Any]] = {
    "nothing is an object": (None, "me", {"user": "me"}),
    "nothing, and no user": (None, None, {}),
    "an object of another user": ({"user": "you", "a": 1}, "me", {"a": 1, "user": "you"}),
    "an object without a user": ({"a": 1}, None, {"a": 1}),
    "a list": ([1, {"a": None}], "me", [1, {"a": None}]),
    "a text": ("x", "me", "x"),
    "a number": (0, "me", 0),
    "a truth": (False, "me", False),
}


@pytest.mark.parametrize("case", POSTED)
async def test_post_sends_any_json(case: str, client: Client, mocked: Any) -> None:
    body, user, expected = POSTED[case]
    mocked.post(f"{BASE}/beta", payload=GOOD)
    await client(user=user).post("beta", body)
    assert mocked.sent[0].json == expected


@pytest.mark.parametrize("body", [{"user": ""}, {"user": 5}, {"a": {1}}, {1, 2}, float("nan"), "\ud83d"])
async def test_post_refuses_what_cannot_be_sent(body: Any, client: Client, mocked: Any) -> None:
    await refused(client().post("beta", body), mocked)


async def test_post_has_nothing_to_merge_an_extra_body_into_a_list(client: Client, mocked: Any) -> None:
    assert "extra_body" in await refused(client().post("beta", [1], extra_body={"a": 1}), mocked)


def test_post_takes_no_keyword_that_would_be_lost() -> None:
    with pytest.raises(TypeError, match="'quality'"):
        AsyncIGPT(KEY, user="me").post("beta", {}, quality="cef-1-high")


@pytest.mark.parametrize("route", ROUTES)
async def test_a_call_is_a_coroutine_that_sends_nothing_before_it_is_awaited(
    route: str, client: Client, mocked: Any
) -> None:
    method, required, _ = ROUTES[route]
    call = method(client())(**required)
    assert inspect.iscoroutine(call)
    await asyncio.sleep(0)
    assert mocked.sent == []
    call.close()


# ── the blocking twin ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("route", ROUTES)
def test_the_blocking_twin_sends_the_same(route: str, mocked: Any) -> None:
    method, required, reply_type = ROUTES[route]
    mocked.post(f"{BASE}/{route}", payload=GOOD)
    with IGPT(KEY, user="me") as igpt:
        reply: Any = method(igpt)(**required, quality="x")  # type: ignore[arg-type]  (of the same shape)
    assert mocked.sent[0].json == {**required, "quality": "x", "user": "me"}
    assert (reply, type(reply)) == (GOOD, reply_type)
