"""Bytes and a status in, a reply out: each row of the table of outcomes that needs no socket."""

import asyncio
import copy
import json
import pickle
import socket
import ssl
import traceback
from typing import Any, get_type_hints

import aiohttp
import pytest
from aiohttp import ClientConnectorError, RequestInfo, http_exceptions
from aiohttp.client_reqrep import ConnectionKey
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from aigpt import (
    AIGPTError,
    APIConnectionError,
    APIError,
    APIResponseValidationError,
    APIStatusError,
    APITimeoutError,
    AskReply,
    AuthenticationError,
    AuthorizeReply,
    BadRequestError,
    ConfigurationError,
    ConflictError,
    DatasourcesReply,
    IGPTError,
    InternalServerError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    Reply,
    RequestAbortedError,
    RunReply,
    SearchReply,
    UnprocessableEntityError,
)
from aigpt._http.failure import (
    ABORTED,
    CLOSED,
    CUT,
    DEADLINE,
    IDLE,
    LEFT,
    TOO_LARGE,
    WEB_PAGE,
    Failure,
    exception_failure,
    key_failure,
    redirect_failure,
    unsendable,
)
from aigpt._http.json_codec import parse_json
from aigpt._igpt.errors import error_code, error_type
from aigpt._igpt.protocol import NOT_JSON, read_response
from aigpt._igpt.replies import ReplyT, failed_reply
from aigpt.errors import HTTPResponse, status_error
from aigpt.types import SearchResult

KEY = "sk-0123456789abcdef"
TEXT = "what the user asked, and nobody else may read"


def reply_to(status: int | None, failure: Failure, reply_type: type[ReplyT], value: object = None) -> ReplyT:
    reply = failed_reply(failure, reply_type, value)
    reply.status = status
    return reply


# ── answers ─────────────────────────────────────────────────────────────────────────────────────────────────────

GOOD: dict[str, tuple[int, bytes, Any]] = {
    "an object": (200, b'{"output": "x", "n": 12345678901234567890123}', {"output": "x", "n": 12345678901234567890123}),
    "any status of 2xx": (201, b'{"output": "x"}', {"output": "x"}),
    "white space around it": (200, b' \r\n{"output": "x"}\n', {"output": "x"}),
    "an error that is null": (200, b'{"error": null, "output": "x"}', {"error": None, "output": "x"}),
    "an error that is empty": (200, b'{"error": "", "output": "x"}', {"error": "", "output": "x"}),
    "a list": (200, b"[1, 2]", [1, 2]),
    "a text": (200, b'"x"', "x"),
    "a number": (200, b"0", 0),
    "null": (200, b"null", None),
    "half of a surrogate pair": (200, b'{"output": "\\ud83d"}', {"output": "\ud83d"}),
}


@pytest.mark.parametrize("answer", GOOD)
def test_a_2xx_with_json_that_names_no_error_is_a_success(answer: str) -> None:
    status, body, value = GOOD[answer]
    assert read_response(status, body) == (value, None)


Row = tuple[int, bytes, str, type[APIError], bool]
NETWORK, CLIENT, INVALID = "network_error", "client_error", "invalid_json_response"
FAILED: dict[str, Row] = {
    # the status alone
    "301": (301, b"", CLIENT, APIStatusError, False),
    "400": (400, b"", "params", BadRequestError, False),
    "401": (401, b"", "auth", AuthenticationError, False),
    "402": (402, b"", CLIENT, APIStatusError, False),
    "403": (403, b"", "auth", PermissionDeniedError, False),
    "404": (404, b"<html>", CLIENT, NotFoundError, False),
    "408": (408, b"", NETWORK, APIStatusError, True),
    "409": (409, b"", CLIENT, ConflictError, True),
    "413": (413, b"", CLIENT, APIStatusError, False),
    "422": (422, b"", "params", UnprocessableEntityError, False),
    "425": (425, b"", NETWORK, APIStatusError, True),
    "429": (429, b"", NETWORK, RateLimitError, True),
    "451": (451, b"", CLIENT, APIStatusError, False),
    "500": (500, b"", NETWORK, InternalServerError, True),
    "501": (501, b"", NETWORK, InternalServerError, True),
    "502": (502, b"<html>", NETWORK, InternalServerError, True),
    "503": (503, b'{"detail": "x"}', NETWORK, InternalServerError, True),
    "599": (599, b"[]", NETWORK, InternalServerError, True),
    # a body that does not name its error changes nothing
    "400, no JSON": (400, b"{", "params", BadRequestError, False),
    "401, another key": (401, b'{"detail": "x"}', "auth", AuthenticationError, False),
    "403, an error that is empty": (403, b'{"error": ""}', "auth", PermissionDeniedError, False),
    "422, an error that is null": (422, b'{"error": null}', "params", UnprocessableEntityError, False),
    "429, an error of another type": (429, b'{"error": {"code": 1}}', NETWORK, RateLimitError, True),
    "500, nested too deep": (500, b"[" * 200_000, NETWORK, InternalServerError, True),
    # 200 that is no success
    "200, nothing": (200, b"", INVALID, APIResponseValidationError, False),
    "200, a web page": (200, b"<!DOCTYPE html><html></html>", INVALID, APIResponseValidationError, False),
    "200, half an object": (200, b'{"output": "x', INVALID, APIResponseValidationError, False),
    "200, two objects": (200, b"{}{}", INVALID, APIResponseValidationError, False),
    "200, NaN": (200, b'{"output": NaN}', INVALID, APIResponseValidationError, False),
    "200, no UTF-8": (200, b'{"output": "\xff"}', INVALID, APIResponseValidationError, False),
    "200, nested too deep": (200, b"[" * 200_000, INVALID, APIResponseValidationError, False),
    "200, an error object": (200, b'{"error": {"message": "x"}}', CLIENT, APIError, False),
    "200, an error list": (200, b'{"error": ["x"]}', CLIENT, APIError, False),
    "200, an error number": (200, b'{"error": 0}', CLIENT, APIError, False),
    "200, an error truth": (200, b'{"error": false, "output": "x"}', CLIENT, APIError, False),
}


@pytest.mark.parametrize("answer", FAILED)
def test_a_failure_without_a_word_of_the_server_is_exactly_its_code(answer: str) -> None:
    status, body, code, kind, retried = FAILED[answer]
    value, failure = read_response(status, body)
    assert failure is not None
    reply = reply_to(status, failure, AskReply[Any], value)
    assert (reply, reply.error, reply.ok) == ({"error": code}, code, False)
    assert (failure.retry, failure.at_once) == (retried, False)
    assert type(reply.exception) is kind
    assert reply.exception.code == code
    assert reply.exception.reply is reply


NAMED: dict[str, tuple[int, dict[str, Any], type[APIError], bool]] = {
    "200 auth": (200, {"error": "auth"}, AuthenticationError, False),
    "200 params": (200, {"error": "params", "detail": "input"}, BadRequestError, False),
    "200 any other": (200, {"error": "quota", "left": 0}, APIError, False),
    "201 any other": (201, {"error": "network_error"}, APIError, False),
    "400": (400, {"error": "bad_schema"}, BadRequestError, False),
    "401": (401, {"error": "expired", "at": 5}, AuthenticationError, False),
    "403": (403, {"error": "params"}, PermissionDeniedError, False),
    "404": (404, {"error": "no_such_user"}, NotFoundError, False),
    "409": (409, {"error": "busy"}, ConflictError, True),
    "429": (429, {"error": "quota"}, RateLimitError, True),
    "500": (500, {"error": "auth"}, InternalServerError, True),
}


@pytest.mark.parametrize("answer", NAMED)
def test_an_error_that_the_body_names_is_kept_whole_and_retried_by_status_alone(answer: str) -> None:
    status, body, kind, retried = NAMED[answer]
    value, failure = read_response(status, json.dumps(body).encode())
    assert failure is not None
    reply = reply_to(status, failure, Reply, value)
    assert (reply, reply.error) == (body, body["error"])
    assert failure.retry is retried
    assert type(reply.exception) is kind
    assert reply.exception.code == body["error"]


LOCAL: dict[str, tuple[Failure, str, type[APIError], bool]] = {
    "not JSON": (NOT_JSON, INVALID, APIResponseValidationError, False),
    "too large": (TOO_LARGE, INVALID, APIResponseValidationError, False),
    "a page in place of a stream": (WEB_PAGE, INVALID, APIResponseValidationError, False),
    "cut": (CUT, NETWORK, APIConnectionError, True),
    "the deadline": (DEADLINE, NETWORK, APITimeoutError, False),
    "silence": (IDLE, NETWORK, APITimeoutError, True),
    "aborted": (ABORTED, "request_aborted", RequestAbortedError, False),
    "closed": (CLOSED, "request_aborted", RequestAbortedError, False),
    "left": (LEFT, "request_aborted", RequestAbortedError, False),
    "unsendable": (unsendable("input is a set"), "params", BadRequestError, False),
    "a redirect": (redirect_failure(302), CLIENT, APIStatusError, False),
    "a key callable": (key_failure("raised OSError"), "auth", AuthenticationError, False),
}


@pytest.mark.parametrize("what", LOCAL)
def test_failures_that_no_answer_stands_for(what: str) -> None:
    failure, code, kind, retried = LOCAL[what]
    reply = reply_to(None, failure, SearchReply)
    assert (reply, reply.error, failure.retry) == ({"error": code}, code, retried)
    assert type(reply.exception) is kind


REDIRECTION = [
    *((status, "answers no such request") for status in (300, 304, 305, 399)),
    *((status, "drops the request's body") for status in (301, 302, 303)),
    *((status, "off its origin, or without end") for status in (307, 308)),
]


@pytest.mark.parametrize(("status", "words"), REDIRECTION)
def test_a_status_of_redirection_is_called_what_it_is(status: int, words: str) -> None:
    message = redirect_failure(status).message
    assert f"status {status}" in message
    assert words in message
    assert ("redirects" in message) == (status not in {300, 304, 305, 399})
    assert "base_url" in message


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (300, APIStatusError),
        (418, APIStatusError),
        (429, RateLimitError),
        (500, InternalServerError),
        (999, InternalServerError),
    ],
)
def test_every_status_has_an_exception(status: int, kind: type[APIError]) -> None:
    assert status_error(status) is kind


def test_the_tree_of_exceptions_is_the_promised_one() -> None:
    tree: dict[type[Exception], type[Exception]] = {
        ConfigurationError: AIGPTError,
        APIError: AIGPTError,
        APIConnectionError: APIError,
        APITimeoutError: APIConnectionError,
        APIStatusError: APIError,
        APIResponseValidationError: APIError,
        RequestAbortedError: APIError,
    }
    by_status = (
        *(BadRequestError, AuthenticationError, PermissionDeniedError, NotFoundError),
        *(ConflictError, UnprocessableEntityError, RateLimitError, InternalServerError),
    )
    tree |= dict.fromkeys(by_status, APIStatusError)
    assert {kind: kind.__bases__[0] for kind in tree} == tree
    assert issubclass(ConfigurationError, ValueError)
    assert IGPTError is AIGPTError


# ── JSON ────────────────────────────────────────────────────────────────────────────────────────────────────────

NO_JSON = (
    *(b"", b"{", b"{}x", b"'x'", b"NaN", b"[Infinity]", b"-Infinity", b"1e999", b'"\x00"', b"01", b"tru", b'"\xff"'),
    *(
        b'["\\ud800", NaN]',
        b'["\\ud800", 1e999]',
        b'["\\ud800", -1e999]',
        b'["\xed\xa0\x80", "\\ud800"]',
        b'["\\ud800"',
    ),
    b'\xef\xbb\xbf["\\ud800"]',
)


@pytest.mark.parametrize("data", NO_JSON)
def test_what_is_no_json_is_refused_with_or_without_half_a_surrogate_pair(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (whose words are the parsers' own)
        parse_json(data)


@pytest.mark.parametrize("prefix", [b"", b'["\\ud800", '])
def test_nesting_too_deep_is_a_recursion_error(prefix: bytes) -> None:
    with pytest.raises(RecursionError):
        parse_json(prefix + b"[" * 200_000)


def test_numbers_beside_half_a_surrogate_pair_are_exact() -> None:
    assert parse_json(b'["\\ud800", 1.5, -2e3, 123456789012345678901]') == [
        "\ud800",
        1.5,
        -2000.0,
        123456789012345678901,
    ]


# ── replies ─────────────────────────────────────────────────────────────────────────────────────────────────────

HEADERS = CIMultiDictProxy(CIMultiDict({"X-Request-Id": "r-1", "Retry-After": "7"}))


def failed(failure: Failure, reply_type: type[Reply] = RunReply[Any], body: bytes | None = None) -> Reply:
    reply = failed_reply(failure, reply_type)
    reply.status, reply.headers, reply.retries, reply.elapsed = 429, HEADERS, 2, 1.5
    reply.retry_after, reply.body = 7.0, body
    return reply


def limited() -> Failure:
    _, failure = read_response(429, b"")
    assert failure is not None
    return failure


def test_a_reply_is_the_object_that_came_and_nothing_else() -> None:
    came = {"id": "a", "output": {"x": [1]}, "error": None}
    reply = AskReply[Any](came)
    reply.status, reply.headers = 200, HEADERS
    assert reply == came
    assert isinstance(reply, dict)
    assert json.dumps(reply) == json.dumps(came)
    assert ("error" in reply, reply.get("error"), reply["output"], list(reply)) == (True, None, {"x": [1]}, list(came))
    assert {**reply} == came
    assert reply | {"more": 1} == {**came, "more": 1}


def test_the_attributes_of_a_success() -> None:
    reply = Reply({"x": 1})
    assert (reply.ok, reply.error, reply.exception, reply.body, reply.retry_after) == (True, None, None, None, None)
    assert (reply.status, dict(reply.headers), reply.request_id, reply.retries, reply.elapsed) == (
        None,
        {},
        None,
        0,
        0.0,
    )
    assert reply.raise_for_error() is reply


def test_a_reply_is_true_to_its_class_when_empty() -> None:
    """Nothing is read into the truth value: an empty object is a success all the same."""
    assert Reply({}).ok


@pytest.mark.parametrize(("name", "value"), [("X-Request-Id", "a"), ("request-id", "b"), ("x-request-ID", "c")])
def test_the_request_id_is_read_in_any_case(name: str, value: str) -> None:
    reply = Reply({})
    reply.headers = CIMultiDictProxy(CIMultiDict({name: value}))
    assert reply.request_id == value


def test_the_views_read_what_the_routes_send() -> None:
    sources = [{"id": "m1"}]
    run = RunReply[str]({"id": "r", "output": "x", "usage": {"total_tokens": 3}, "metadata": {"sources": sources}})
    assert (run.id, run.output, run.usage, run.sources) == ("r", "x", {"total_tokens": 3}, sources)
    assert AskReply[Any]({"output": [1]}).output == [1]
    assert SearchReply({"results": [{"id": "a"}]}).results == [{"id": "a"}]
    assert DatasourcesReply({"datasources": [{"id": "a"}]}).datasources == [{"id": "a"}]
    assert AuthorizeReply({"url": "https://x"}).url == "https://x"


def test_the_keys_of_a_search_result_are_those_of_the_wire() -> None:
    assert get_type_hints(SearchResult).keys() == {"id", "timestamp", "type", "from", "subject", "content"}


@pytest.mark.parametrize(
    "came", [{}, {"error": "auth"}, {"metadata": None, "usage": None}, {"metadata": {"sources": 5}}]
)
def test_the_views_of_what_did_not_come_are_empty(came: dict[str, Any]) -> None:
    run = RunReply[Any](came)
    assert (run.id, run.output, run.usage, run.sources) == (None, None, {}, [])
    assert (SearchReply(came).results, DatasourcesReply(came).datasources, AuthorizeReply(came).url) == ([], [], None)


def test_a_failed_reply_raises_its_exception_always_the_same() -> None:
    reply = failed(limited())
    with pytest.raises(RateLimitError) as caught:
        reply.raise_for_error()
    assert caught.value is reply.exception
    assert caught.value.__context__ is None


def test_an_exception_carries_what_a_handler_needs() -> None:
    reply = failed(limited())
    exception = reply.exception
    assert exception is not None
    assert (exception.code, exception.status, exception.status_code) == (NETWORK, 429, 429)
    assert (exception.request_id, exception.retry_after) == ("r-1", 7.0)
    assert exception.reply is reply


def test_an_exception_carries_the_http_response() -> None:
    exception = failed(limited(), body=b'{"detail": "slow down"}').exception
    assert exception is not None
    response = exception.response
    assert response is not None
    assert (response.status_code, response.headers["retry-after"]) == (429, "7")
    assert (response.content, response.text) == (b'{"detail": "slow down"}', '{"detail": "slow down"}')
    assert response.json() == {"detail": "slow down"}
    assert repr(response) == "<HTTPResponse 429>"


def test_a_body_that_is_not_json_or_utf8_is_shown_as_far_as_it_goes() -> None:
    response = HTTPResponse(502, {}, b"<p>\xff</p>")
    assert response.text == "<p>\ufffd</p>"
    with pytest.raises(ValueError, match="Expecting value"):
        HTTPResponse(502, {}, b"<p>").json()


def test_without_a_response_there_is_no_http_response() -> None:
    exception = reply_to(None, CUT, Reply).exception
    assert exception is not None
    assert (exception.response, exception.status_code, exception.message) == (None, None, CUT.message)


def test_an_exception_without_a_reply_has_nothing_to_say_of_one() -> None:
    exception = APIError("x", code=CLIENT)
    facts = (exception.reply, exception.response, exception.status, exception.status_code, exception.request_id)
    assert facts == (None,) * 5
    assert exception.retry_after is None


SAVED = {
    "pickled": lambda reply: pickle.loads(pickle.dumps(reply)),  # noqa: S301 (our own)
    "copied": copy.copy,
    "deep-copied": copy.deepcopy,
}


@pytest.mark.parametrize("saved", SAVED)
@pytest.mark.parametrize(
    "kind", [Reply, RunReply, RunReply[Any], AskReply[str], SearchReply, DatasourcesReply, AuthorizeReply]
)
def test_a_reply_survives_being(saved: str, kind: type[Reply]) -> None:
    reply = failed(limited(), kind, b"...")
    _ = reply.exception
    back = SAVED[saved](reply)
    assert type(back) is type(reply)
    assert back == reply
    facts = ("ok", "error", "status", "request_id", "retries", "elapsed", "retry_after", "body")
    assert {name: getattr(back, name) for name in facts} == {name: getattr(reply, name) for name in facts}
    assert back.headers["x-request-id"] == "r-1"
    assert back.exception.reply is back
    assert str(back.exception) == str(reply.exception)


def test_a_reply_that_succeeded_survives_pickling() -> None:
    reply = SearchReply({"results": []})
    reply.status = 200
    back = pickle.loads(pickle.dumps(reply))  # noqa: S301 (our own)
    assert (back, back.ok, back.status) == ({"results": []}, True, 200)


@pytest.mark.parametrize("saved", SAVED)
def test_an_exception_survives_being(saved: str) -> None:
    exception = failed(limited()).exception
    assert exception is not None
    back = SAVED[saved](exception)
    assert type(back) is RateLimitError
    assert (str(back), back.code, back.status, back.request_id, back.reply) == (
        *(str(exception), NETWORK, 429, "r-1", {"error": NETWORK}),
    )


# ── exceptions of the network ───────────────────────────────────────────────────────────────────────────────────

_URL = URL("https://api.example/v1/recall/ask")
_REQUEST = RequestInfo(_URL, "POST", CIMultiDictProxy(CIMultiDict({"Authorization": f"Bearer {KEY}"})), _URL)
_WHERE = ConnectionKey("api.example", 443, True, True, None, None, None)
_CERTIFICATE = ssl.SSLCertVerificationError(1, f"certificate verify failed for {TEXT}")
_CERTIFICATE.verify_message = "self-signed certificate"
_VERSION = ssl.SSLError(1, f"[SSL] wrong version {TEXT}")
_VERSION.reason = "WRONG_VERSION_NUMBER"
_RESET = ConnectionResetError(104, "Connection reset by peer")

BROKEN: dict[str, tuple[Exception, type[APIError]]] = {
    "no such name": (aiohttp.ClientConnectorDNSError(_WHERE, socket.gaierror(-2, "Name unknown")), APIConnectionError),
    "refused": (ClientConnectorError(_WHERE, ConnectionRefusedError(111, "refused")), APIConnectionError),
    "TLS": (aiohttp.ClientConnectorSSLError(_WHERE, _VERSION), APIConnectionError),
    "TLS, raised by Python code": (ssl.SSLError(1, TEXT), APIConnectionError),
    "certificate, raised by Python code": (ssl.SSLCertVerificationError(TEXT), APIConnectionError),
    "certificate": (aiohttp.ClientConnectorCertificateError(_WHERE, _CERTIFICATE), APIConnectionError),
    "reset": (_RESET, APIConnectionError),
    "reset, as aiohttp says it": (aiohttp.ClientOSError(104, "Connection reset by peer"), APIConnectionError),
    "a broken pipe without a number": (BrokenPipeError(TEXT), APIConnectionError),
    "closed": (aiohttp.ServerDisconnectedError(TEXT), APIConnectionError),
    "cut": (aiohttp.ClientPayloadError(f"Response payload is not completed: {TEXT}"), APIConnectionError),
    "an early end": (asyncio.IncompleteReadError(TEXT.encode(), 999), APIConnectionError),
    "a bad answer": (aiohttp.ClientResponseError(_REQUEST, (), status=400, message=TEXT), APIConnectionError),
    "a bad type": (aiohttp.ContentTypeError(_REQUEST, (), message=TEXT), APIConnectionError),
    "a bad proxy": (aiohttp.ClientHttpProxyError(_REQUEST, (), status=407, message=TEXT), APIConnectionError),
    "a long line": (http_exceptions.LineTooLong(TEXT.encode(), 100), APIConnectionError),
    "a bad URL": (aiohttp.InvalidURL(f"http://{KEY}"), APIConnectionError),
    "a closed session": (RuntimeError(f"Session is closed {KEY}"), APIConnectionError),
    "a timeout": (TimeoutError(TEXT), APITimeoutError),
    "the system's timeout": (TimeoutError(110, "Connection timed out"), APITimeoutError),
    "aiohttp's timeout": (aiohttp.SocketTimeoutError(f"Timeout on reading data {TEXT}"), APITimeoutError),
    "connecting timed out": (aiohttp.ConnectionTimeoutError(TEXT), APITimeoutError),
}


@pytest.mark.parametrize("what", BROKEN)
def test_what_the_network_does_is_a_network_error_and_tried_again(what: str) -> None:
    exc, kind = BROKEN[what]
    failure = exception_failure(exc)
    assert (error_code(failure), error_type(failure, None)) == (NETWORK, kind)
    assert (failure.retry, failure.at_once) == (True, False)


def test_a_connection_found_dead_is_tried_again_at_once() -> None:
    assert exception_failure(_RESET, at_once=True).at_once


@pytest.mark.parametrize("exc", [ValueError(f"Bearer {KEY}"), TypeError(TEXT), KeyError(KEY), LookupError(TEXT)])
def test_any_other_exception_is_a_client_error_and_not_tried_again(exc: Exception) -> None:
    failure = exception_failure(exc)
    assert (error_code(failure), error_type(failure, None), failure.retry) == (CLIENT, APIError, False)
    assert type(exc).__name__ in failure.message


def raised(failure: Failure) -> APIError:
    try:
        failed(failure).raise_for_error()
    except APIError as exc:
        return exc
    raise AssertionError


def chain(exc: BaseException | None) -> list[BaseException]:
    """Return *exc* and all that hangs on it."""
    return [] if exc is None else [exc, *chain(exc.__cause__), *chain(exc.__context__)]


def print_out(exc: BaseException) -> str:
    """Return all the ways an exception shows itself, those of its cause included."""
    parts = ["".join(traceback.format_exception(exc)), repr(pickle.dumps(exc))]
    for found in chain(exc):
        parts += [str(found), repr(found), repr(found.args), repr(vars(found))]
    return "\n".join(parts)


EVERYTHING = {name: exc for name, (exc, _) in BROKEN.items()} | {"a ValueError": ValueError(KEY + TEXT)}


@pytest.mark.parametrize("what", EVERYTHING)
def test_no_exception_holds_the_key_or_anybodys_text(what: str) -> None:
    with pytest.raises(type(EVERYTHING[what])) as caught:
        raise EVERYTHING[what]
    shown = print_out(raised(exception_failure(caught.value)))
    assert KEY not in shown
    assert TEXT not in shown


@pytest.mark.parametrize("what", EVERYTHING)
def test_nothing_of_aiohttps_is_handed_on(what: str) -> None:
    assert not any(
        type(exc).__module__.startswith("aiohttp") for exc in chain(raised(exception_failure(EVERYTHING[what])))
    )


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("no such name", "Name unknown"),
        ("refused", "ClientConnectorError: [Errno 111] refused"),
        ("TLS", "WRONG_VERSION_NUMBER"),
        ("TLS, raised by Python code", "SSLError"),
        ("certificate", "certificate verify failed: self-signed certificate"),
        ("reset", "Connection reset by peer"),
        ("closed", "ServerDisconnectedError"),
        ("aiohttp's timeout", "SocketTimeoutError"),
    ],
)
def test_the_message_says_what_the_system_said(what: str, words: str) -> None:
    assert words in exception_failure(BROKEN[what][0]).message


@pytest.mark.parametrize("what", ["refused", "TLS", "certificate", "reset"])
def test_the_cause_is_the_systems_error_and_survives_pickling(what: str) -> None:
    exception = raised(exception_failure(BROKEN[what][0]))
    assert isinstance(exception.__cause__, OSError)
    assert exception.__cause__ is not BROKEN[what][0]
    back = pickle.loads(pickle.dumps(exception))  # noqa: S301 (our own)
    assert (type(back), str(back)) == (APIConnectionError, str(exception))


@pytest.mark.parametrize("error", [TEXT, "x" * 65, "a b", "a\nb", "ż…", f"Bearer {KEY}"])
def test_an_error_that_is_no_plain_code_is_not_in_the_message(error: str) -> None:
    _, failure = read_response(200, json.dumps({"error": error}).encode())
    assert failure is not None
    assert failure.code == error
    assert error not in failure.message


def test_the_text_of_an_answer_is_in_no_exception() -> None:
    value, failure = read_response(500, json.dumps({"error": "down", "detail": TEXT}).encode())
    assert failure is not None
    reply = reply_to(500, failure, Reply, value)
    assert reply["detail"] == TEXT
    exception = reply.exception
    assert exception is not None
    assert TEXT not in "".join(
        (str(exception), repr(exception), repr(exception.args), *traceback.format_exception(exception))
    )
