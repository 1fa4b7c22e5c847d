"""What the iGPT API means by a status and a body, and what its callers get. Pure: no I/O."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from aigpt._http.api import API
from aigpt._http.attempt import OK, AttemptResult
from aigpt._http.failure import Failure, FailureKind
from aigpt._http.json_codec import parse_json
from aigpt._http.log import printable_code
from aigpt._http.retry import is_retried_status
from aigpt._http.server_message import fit_for_an_exception, message_of
from aigpt._igpt.errors import error_code, error_type
from aigpt._igpt.options import DEFAULT_BASE_URL
from aigpt._igpt.prepare import ReplyCall
from aigpt._igpt.replies import Reply, failed_reply, names_its_error, parsed_reply

if TYPE_CHECKING:
    from aigpt._igpt.span_attributes import IGPTSpanAttributes

NOT_JSON = Failure(FailureKind.RESPONSE, "the response is not JSON, or nested too deep")

_CODE_BY_STATUS = {
    400: "params",
    401: "auth",
    403: "auth",
    408: "network_error",
    422: "params",
    425: "network_error",
    429: "network_error",
}
_SERVER_ERROR = 500
_OF_WRONG_URLS = frozenset({404, 405})
_CHECK_URL = f"; check base_url: it is the part before the route, like {DEFAULT_BASE_URL}"


def read_response(status: int, body: bytes) -> tuple[Any, Failure | None]:
    """Return the JSON value of a response and, where it is not a success, why not."""
    try:
        value = parse_json(body)
    except (ValueError, RecursionError):
        return None, NOT_JSON if status in OK else status_failure(status)
    if status not in OK:
        return value, status_failure(status, value)
    if type(value) is dict:
        named = cast("dict[str, Any]", value)
        return named, body_failure(named) if "error" in named else None
    return value, None


def body_failure(value: dict[str, Any]) -> Failure | None:
    """Return the failure that an object sent with a status of success names; None if its `error` is null or empty."""
    error = value.get("error")
    if error is None or error == "":
        return None
    if not isinstance(error, str):
        return Failure(FailureKind.API, "the API answered with an error of unknown form", said=message_of(value))
    words = f"the API answered with the error {printable_code(error)}"
    return Failure(FailureKind.API, words, code=error, said=message_of(value))


def status_failure(status: int, value: object = None) -> Failure:
    """Return the failure of an error status; an object in the body that names its error gives the code."""
    if names_its_error(value):
        code = cast("dict[str, str]", value)["error"]
    elif status >= _SERVER_ERROR:
        code = "network_error"
    else:
        code = _CODE_BY_STATUS.get(status, "client_error")
    words = f"the server answered with status {status}"
    said = message_of(value)
    if status in _OF_WRONG_URLS and said is None and not names_its_error(value):
        words += _CHECK_URL
    return Failure(FailureKind.STATUS, words, is_retried_status(status), code=code, said=said)


@cache
def _span_attributes() -> IGPTSpanAttributes:
    from aigpt._igpt.span_attributes import IGPTSpanAttributes  # noqa: PLC0415 (few programs use OpenTelemetry)

    return IGPTSpanAttributes()


class IGPTProtocol:
    """The iGPT API, as the transport has to know it."""

    @property
    def span_attributes(self) -> IGPTSpanAttributes:
        """What the spans of its calls say."""
        return _span_attributes()

    def read(
        self,
        call: Any,  # noqa: ARG002
        status: int,
        headers: Mapping[str, str],  # noqa: ARG002
        body: bytes,
    ) -> tuple[Any, Failure | None]:
        """Return the JSON value of a response and, where it is not a success, why not."""
        return read_response(status, body)

    def result(self, call: Any, attempt: AttemptResult, elapsed: float) -> Any:
        """Return the reply of a call that took *elapsed* seconds.

        JSON that is no object is returned as it is, as by the official client.
        """
        failure = attempt.failure
        value: Any = attempt.value
        if failure is not None:
            if failure.said is not None:
                failure = failure._replace(said=fit_for_an_exception(failure.said, call))
            reply: Reply = failed_reply(failure, call.reply_type, value)
        elif call.decode is not None:
            reply = _decoded(call, attempt)
            failure = attempt.failure
        elif type(value) is not dict:
            return value
        else:
            reply = call.reply_type(value)
        if failure is not None:
            reply.body = attempt.body
            reply.retry_after = attempt.retry_after
        reply.status = attempt.status or None
        if attempt.headers is not None:
            reply.headers = attempt.headers
        reply.elapsed = elapsed
        reply.retries = call.retries
        return reply

    def exception(self, call: Any, attempt: AttemptResult, result: Any) -> Exception | None:  # noqa: ARG002
        """Return what a failed call raises: nothing, unless `raise_errors` is set."""
        return cast("Reply", result).exception if call.options.raise_errors else None

    def error_code(self, failure: Failure) -> str:
        """Return the error code of *failure*."""
        return error_code(failure)

    def error_type(self, failure: Failure, status: int) -> type[Exception]:
        """Return the class of the exception that *failure* stands for."""
        return error_type(failure, status)


def _decoded(call: ReplyCall[Any], attempt: AttemptResult) -> Reply:
    """Return the reply of a success whose output is decoded as a type; where it does not fit, that is a failure."""
    assert call.decode is not None  # noqa: S101 (it is why we are here)
    value = attempt.value
    parsed, failure = call.decode(value)
    reply_type: type[Reply] = call.reply_type
    if failure is None:
        return parsed_reply(value, reply_type, parsed)
    attempt.failure = failure
    if attempt.body is None:  # of a stream
        with suppress(RecursionError):
            attempt.body = json.dumps(value).encode()
    reply = failed_reply(failure, reply_type)
    reply.received = value
    return reply


IGPT_API: API = IGPTProtocol()
