"""What the OpenAI API means by a status and a body, and what its callers get. Pure: no I/O."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from yarl import URL

from aigpt._http.api import API
from aigpt._http.attempt import OK, AttemptResult
from aigpt._http.failure import CLOSED, DEADLINE, IDLE, Detail, Failure, FailureKind
from aigpt._http.json_codec import parse_json
from aigpt._http.redirects import is_redirect
from aigpt._http.server_message import without_key
from aigpt.openai import _errors as errors
from aigpt.openai._call import OpenAICall

if TYPE_CHECKING:
    from aigpt.openai._span_attributes import OpenAISpanAttributes

_RETRIED = frozenset({408, 409, 429})
_SERVER_ERROR = 500
_NO_CONTENT = 204
_BOM = b"\xef\xbb\xbf"
_LONGEST_TEXT = 2_000
_OF_WRONG_URLS = frozenset({404, 405})
INCOMPLETE = "incomplete_stream"

NOT_JSON = Failure(FailureKind.RESPONSE, "the response is not JSON, or nested too deep; check base_url")
_CODES = {
    FailureKind.CONNECTION: "connection_error",
    FailureKind.TIMEOUT: "timeout",
    FailureKind.ABORTED: "aborted",
    FailureKind.STATUS: "status",
    FailureKind.API: "api_error",
    FailureKind.RESPONSE: "invalid_response",
    FailureKind.REQUEST: "request",
    FailureKind.KEY: "api_key",
    FailureKind.INTERNAL: "client_error",
}
_TYPES: dict[FailureKind, type[errors.OpenAIError]] = {
    FailureKind.CONNECTION: errors.APIConnectionError,
    FailureKind.TIMEOUT: errors.APITimeoutError,
    FailureKind.ABORTED: errors.RequestAbortedError,
    FailureKind.KEY: errors.OpenAIError,
}


@cache
def _span_attributes() -> OpenAISpanAttributes:
    from aigpt.openai._span_attributes import OpenAISpanAttributes  # noqa: PLC0415 (few programs use OpenTelemetry)

    return OpenAISpanAttributes()


class OpenAIProtocol:
    """The OpenAI API, as the transport has to know it."""

    @property
    def span_attributes(self) -> OpenAISpanAttributes:
        """What the spans of its calls say."""
        return _span_attributes()

    def read(
        self, call: OpenAICall, status: int, headers: Mapping[str, str], body: bytes
    ) -> tuple[Any, Failure | None]:
        """Return the value of a response: JSON, or its bytes where the call is about them; or why it is a failure."""
        if status not in OK:
            return _error_value(body), _status_failure(status, headers)
        if not call.is_json or status == _NO_CONTENT or (call.may_be_empty and not body):
            return body, None
        try:
            return parse_json(body.removeprefix(_BOM)), None
        except (ValueError, RecursionError):
            return None, NOT_JSON

    def result(self, call: OpenAICall, attempt: AttemptResult, elapsed: float) -> Any:
        """Return what the caller gets of a call that did not fail."""
        failure = attempt.failure
        if failure is not None:
            if failure.kind is FailureKind.CONNECTION and call.is_stream and attempt.status:
                attempt.failure = failure._replace(code=INCOMPLETE)
            return None
        return call.finish(call, attempt, elapsed)

    def exception(self, call: OpenAICall, attempt: AttemptResult, result: Any) -> Exception | None:  # noqa: ARG002
        """Return what a failed call raises."""
        failure = attempt.failure
        if failure is None:
            return None
        error = _exception(call, attempt, failure)
        error.__cause__ = failure.cause
        return error

    def error_code(self, failure: Failure) -> str:
        """Return a word for *failure*."""
        return failure.code or _CODES[failure.kind]

    def error_type(self, failure: Failure, status: int) -> type[Exception]:
        """Return the class of the exception that *failure* stands for."""
        if failure.kind is FailureKind.STATUS:
            return errors.status_error(status)
        if failure.code == INCOMPLETE:
            return _incomplete_type(failure)
        if failure.kind is FailureKind.RESPONSE:
            return _response_type(failure)
        return _TYPES.get(failure.kind, errors.APIError)


def _incomplete_type(failure: Failure) -> type[errors.IncompleteStreamError]:
    return errors.MissingEndMarkError if failure.detail is Detail.NO_END_MARK else errors.IncompleteStreamError


def _response_type(failure: Failure) -> type[errors.APIResponseValidationError]:
    not_streamed = failure.detail is Detail.NOT_STREAMED
    return errors.NotStreamedError if not_streamed else errors.APIResponseValidationError


def _error_value(body: bytes) -> object:
    try:
        return parse_json(body)
    except (ValueError, RecursionError):
        return body.decode("utf-8", "replace")


def _status_failure(status: int, headers: Mapping[str, str]) -> Failure:
    told = headers.get("x-should-retry", "")
    retry = status in _RETRIED or status >= _SERVER_ERROR
    if told in {"true", "false"}:
        retry = told == "true"
    return Failure(FailureKind.STATUS, f"the server answered with status {status}", retry)


def _exception(call: OpenAICall, attempt: AttemptResult, failure: Failure) -> errors.OpenAIError:
    make = _MAKE.get(failure.kind)
    return errors.APIError(failure.message, call.request(), body=None) if make is None else make(call, attempt, failure)


def _timeout_error(call: OpenAICall, _: AttemptResult, failure: Failure) -> errors.APITimeoutError:
    why = f"{failure.message}{_limit_of(call, failure)}"
    if failure.message == DEADLINE.message:
        why = f"the call took longer than its deadline of {call.options.limits.deadline:g} s"
    error = errors.APITimeoutError(call.request(), f"Request timed out: {why}.")
    error.connected = failure.detail is not Detail.UNREACHED
    return error


def _limit_of(call: OpenAICall, failure: Failure) -> str:
    """Return the option, with its seconds, that an attempt was ended by."""
    limits = call.options.limits
    attempt = limits.attempt
    if failure.message == IDLE.message:
        return f" ({limits.idle:g} s)"
    if failure.detail is Detail.UNREACHED and attempt is not None and attempt.sock_connect:
        return f", {_place(call)} (timeout to connect: {attempt.sock_connect:g} s)"
    if attempt is not None and attempt.total:
        return f", {_place(call)} (timeout={attempt.total:g})"
    seconds = limits.progress or (None if attempt is None else attempt.sock_read)
    return f", {_place(call)}" + (f" (timeout={seconds:g}, for each wait)" if seconds else "")


def _place(call: OpenAICall) -> str:
    """Return the host and port that *call* was sent to."""
    url = call.url()
    return f"{url.host_subcomponent}:{url.port}"


def _connection_error(call: OpenAICall, _: AttemptResult, failure: Failure) -> errors.APIConnectionError:
    if failure.code == INCOMPLETE:
        message = f"The stream is incomplete: {failure.message}."
        return _incomplete_type(failure)(message=message, request=call.request(), received=call.received)
    message = f"Connection error: {failure.message}, {_place(call)}."
    error = errors.APIConnectionError(message=message, request=call.request())
    error.connected = failure.detail is not Detail.UNREACHED
    return error


def _response_error(call: OpenAICall, attempt: AttemptResult, failure: Failure) -> errors.APIResponseValidationError:
    message = f"The response is not what the API promises: {failure.message}."
    return _response_type(failure)(call.response(attempt), attempt.value, message=message)


def _aborted_error(call: OpenAICall, _: AttemptResult, failure: Failure) -> errors.RequestAbortedError:
    message = failure.message
    if message == CLOSED.message:
        message += "; make calls before its close(), or the end of its block"
    return errors.RequestAbortedError(message, call.request(), body=None)


def _key_error(call: OpenAICall, _: AttemptResult, failure: Failure) -> errors.OpenAIError:
    return errors.OpenAIError(failure.message.replace("api_key", call.options.key_name, 1))


def _status_error(call: OpenAICall, attempt: AttemptResult, failure: Failure) -> errors.APIStatusError:
    value: object = attempt.value
    body = _fields_of(value).get("error", value)
    message: object = _fields_of(body).get("message") or value
    said = failure.message if message is None or message == "" else without_key(str(message), call)[:_LONGEST_TEXT]
    if attempt.status in _OF_WRONG_URLS and not _is_of_the_api(value):
        url = call.url()
        said += f"; check base_url, which mostly ends in /v1: nothing answers at {url.origin()}{url.raw_path}"
    response = call.response(attempt)
    if is_redirect(attempt.status):
        said += _target(call, response.headers.get("Location"))
    return errors.make_status_error(f"Error code: {attempt.status} - {said}", response, body, attempt.retry_after)


def _target(call: OpenAICall, location: str | None) -> str:
    """Return where a redirect that is not followed leads, without its query; nothing where it leads nowhere."""
    try:
        target = call.url().join(URL(location or ""))
        place = f"{target.scheme}://{target.host_port_subcomponent}{target.raw_path}"
    except ValueError:
        return ""
    return f"; it leads to {without_key(place, call)}" if location and target.host else ""


def _is_of_the_api(value: object) -> bool:
    """Return whether *value* is an error as servers of the API send them, and not just any page."""
    fields = _fields_of(value)
    return bool(fields.get("error") or fields.get("message"))


def _fields_of(value: object) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else {}


def _api_error(call: OpenAICall, attempt: AttemptResult, failure: Failure) -> errors.APIError:
    """Return the exception of an error that the server reported in a stream: `attempt.value` is its object."""
    value: object = attempt.value
    message = value if isinstance(value, str) else _fields_of(value).get("message")
    text = message if isinstance(message, str) and message else failure.message
    error = errors.APIError(without_key(text, call)[:_LONGEST_TEXT], call.request(), body=value)
    if attempt.status:
        error.response = call.response(attempt)
    return error


_MAKE: Mapping[FailureKind, Callable[[OpenAICall, AttemptResult, Failure], errors.OpenAIError]] = {
    FailureKind.STATUS: _status_error,
    FailureKind.TIMEOUT: _timeout_error,
    FailureKind.CONNECTION: _connection_error,
    FailureKind.RESPONSE: _response_error,
    FailureKind.ABORTED: _aborted_error,
    FailureKind.API: _api_error,
    FailureKind.KEY: _key_error,
}

OPENAI_API: API = cast("API", OpenAIProtocol())
